"""Templates that an office may change: handed out, and found again in the folder it gives back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pandas as pd

from ..files.atomic import write_new
from ..files.overwriting import allow_writing
from ..reporting import document as doc
from ..say.errors import WrongUse
from .paper import Form, NewPage, Note, Paper, Rows, Signatures, Title
from .pdf import to_pdf
from .powerpoint import SLIDES, to_pptx
from .slides import Slide
from .texts import files as say
from .word import LETTER, to_docx

DECREE = "sk.docx"  # of both decrees, whose letterhead is that of the mayor or regent
_TRIAL = Paper(
    "",
    "id",
    "",
    "",
    "",
    "",
    (
        Title(("",)),
        Rows((("", ""),), ruled=True),
        doc.Section(""),
        doc.Paragraph(""),
        doc.Points(("",)),
        doc.Caution(""),
        doc.Table(pd.DataFrame({"n": ["1"]}), (doc.Column("n", "n"),), ""),
        Note(""),
        Signatures(((("",), ("",)),)),
    ),
    True,
)
TEMPLATES = {LETTER.name: LETTER, DECREE: LETTER, SLIDES.name: SLIDES}


def hand_out(folder: str | os.PathLike) -> list[Path]:
    """Write the package's templates into a folder, to be changed and given back; one that was changed is never replaced."""
    targets = {Path(folder) / name: source for name, source in TEMPLATES.items()}
    allow_writing(targets, [Path(folder)])
    return [write_new(path, source.read_bytes()) for path, source in targets.items()]


def given_back(folder: str | os.PathLike | None, letters: Iterable[str]) -> dict[str, Path]:
    """The office's own templates by their names, each tried; a letter may have one of its own, such as `nota-dinas.docx`."""
    if folder is None:
        return {}
    names = [*TEMPLATES, *(f"{name}.docx" for name in letters)]
    found = {name: path for name in names if (path := Path(folder) / name).is_file()}
    if not found:
        raise WrongUse(say.NO_TEMPLATE.fill(folder=Path(folder).name, names=names))
    for path in found.values():
        _try(path)
    return found


def template_of(name: str, own: dict[str, Path]) -> Path:
    """The template of one paper: its own, else that of its kind, else the package's."""
    if name == SLIDES.stem:
        return own.get(SLIDES.name, SLIDES)
    kinds = [f"{name}.docx", *([DECREE] if "sk-" in name else []), LETTER.name]
    return next((own[kind] for kind in kinds if kind in own), LETTER)


def _try(template: Path) -> None:
    """Make a paper of every kind of block, or a slide, on an office's template: what is wrong with it is said before the work.

    Raises WrongUse where it is damaged, lacks a part, or is no such Office file.
    """
    try:
        if template.suffix == ".pptx":
            to_pptx(("", ""), [Slide("")], "id", True, template)
        else:
            to_docx(replace(_TRIAL, blocks=(*_TRIAL.blocks, Form(("",), (1.0,), 1), NewPage())), template)
            to_pdf(_TRIAL, template)
    except WrongUse:
        raise
    except Exception as error:  # Office files are damaged in many ways, and each of their readers fails in its own
        raise WrongUse(say.BAD_TEMPLATE.fill(file=template.name, kind=template.suffix)) from error
