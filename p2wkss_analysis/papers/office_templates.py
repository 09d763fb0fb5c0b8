"""Templates that an office may change: handed out, and found again in the folder it gives back."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from ..files.atomic import write_new
from ..files.overwriting import allow_writing
from ..say.errors import WrongUse
from .powerpoint import SLIDES
from .texts import files as say
from .word import LETTER

DECREE = "sk.docx"  # of both decrees, whose letterhead is that of the mayor or regent
TEMPLATES = {LETTER.name: LETTER, DECREE: LETTER, SLIDES.name: SLIDES}


def hand_out(folder: str | os.PathLike) -> list[Path]:
    """Write the package's templates into a folder, to be changed and given back; one that was changed is never replaced."""
    targets = {Path(folder) / name: source for name, source in TEMPLATES.items()}
    allow_writing(targets, [Path(folder)])
    return [write_new(path, source.read_bytes()) for path, source in targets.items()]


def given_back(folder: str | os.PathLike | None, letters: Iterable[str]) -> dict[str, Path]:
    """The office's own templates by their names; a letter may have one of its own, such as `nota-dinas.docx`."""
    if folder is None:
        return {}
    names = [*TEMPLATES, *(f"{name}.docx" for name in letters)]
    found = {name: path for name in names if (path := Path(folder) / name).is_file()}
    if not found:
        raise WrongUse(say.NO_TEMPLATE.fill(folder=Path(folder).name, names=names))
    return found


def template_of(name: str, own: dict[str, Path]) -> Path:
    """The template of one paper: its own, else that of its kind, else the package's."""
    if name == SLIDES.stem:
        return own.get(SLIDES.name, SLIDES)
    kinds = [f"{name}.docx", *([DECREE] if "sk-" in name else []), LETTER.name]
    return next((own[kind] for kind in kinds if kind in own), LETTER)


def on(template: Path, make: Callable[[], bytes]) -> bytes:
    """What is made on a template; one that is damaged, or no Office file, is refused in words."""
    try:
        with zipfile.ZipFile(template) as package:
            if package.testzip() is None and f"{'ppt' if template.suffix == '.pptx' else 'word'}/" in "\n".join(
                package.namelist()
            ):
                return make()
    except (zipfile.BadZipFile, KeyError, OSError):
        pass
    raise WrongUse(say.BAD_TEMPLATE.fill(file=template.name, kind=template.suffix))
