"""Writing all papers of a city in one go: all are made before the first is written, and the report is their annex."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from ..city.answers import CityAnswers
from ..display.progress import steps
from ..files.atomic import write_atomically
from ..files.opening import one_run
from ..files.overwriting import allow_writing
from ..pictures.photos import read_photos
from ..reporting.write import report
from ..say.errors import WrongUse, check_language
from ..say.spoken import spoken
from . import brief, decree, minutes
from .matrix import matrix_sheet
from .paper import Paper
from .powerpoint import SLIDES, to_pptx
from .slides import first_lines, slides_of
from .texts import files as say
from .word import LETTER, to_docx

LETTERS: dict[str, Callable[[CityAnswers, str], Paper]] = {
    "nota-dinas": brief.brief_paper,
    "sk-lokasi": decree.sites_decree,
    "internal-sk-kk-binaan": decree.households_decree,
    "berita-acara-musyawarah": minutes.deliberation,
    "berita-acara-undian": minutes.draw,
}
ANNEX = ("docx", "html")  # formats of the report


@spoken
@one_run()
def papers(
    city: CityAnswers,
    out: str | os.PathLike,
    lang: str | None = None,
    template: str | os.PathLike | None = None,
    photos: str | os.PathLike | None = None,
) -> list[Path]:
    """Write brief, slides, matrix by agency, draft decrees, forms of minutes, and the report; return the paths.

    template: a folder with the office's own `surat.docx` (for all letters), `nota-dinas.docx` and so on (for one), or
    `paparan.pptx`; what is not there is the package's. A Word template says {{body}} where the text belongs. photos: a folder of
    photos for the annex of the report (see `p2.report`).

    Raises DataFaults where the workbook has faults, WrongUse for a template that cannot be read.
    """
    lang = check_language(lang)
    _ = city.tables, city.boundaries  # every fault at once, before anything is asked or written
    own, shown = _templates(template), () if photos is None else read_photos(photos, city.names, lang)
    folder = Path(out)
    endings = {"nota-dinas": "docx", "paparan": "pptx", "matriks-opd": "xlsx", **dict.fromkeys(LETTERS, "docx")}
    targets = {name: folder / f"{_file_name(city, name, lang)}.{ending}" for name, ending in endings.items()}
    allow_writing(targets.values(), [folder], [city.book, *own.values()])
    city.remember()
    made = {name: _made(city, name, lang, own) for name in steps(targets, say.WRITING)}
    annex = report(folder, city, lang, ANNEX, photos=shown)
    return [*(write_atomically(targets[name], data) for name, data in made.items()), *annex]


def _made(city: CityAnswers, name: str, lang: str, own: dict[str, Path]) -> bytes:
    """One paper as the bytes of its file."""
    if name == "matriks-opd":
        return matrix_sheet(city, lang)
    if name == "paparan":
        template = own.get(f"{name}.pptx", SLIDES)
        slides = slides_of(city, lang)
        return _on(template, lambda: to_pptx(first_lines(city, lang), slides, lang, city.synthetic, template))
    template = own.get(f"{name}.docx", own.get(LETTER.name, LETTER))
    paper = LETTERS[name](city, lang)
    return _on(template, lambda: to_docx(paper, template))


def _on(template: Path, make: Callable[[], bytes]) -> bytes:
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


def _templates(folder: str | os.PathLike | None) -> dict[str, Path]:
    """The office's own templates by their names."""
    if folder is None:
        return {}
    names = [LETTER.name, *(f"{name}.docx" for name in LETTERS), SLIDES.name]
    found = {name: path for name in names if (path := Path(folder) / name).is_file()}
    if not found:
        raise WrongUse(say.NO_TEMPLATE.fill(folder=Path(folder).name, names=names))
    return found


def _file_name(city: CityAnswers, name: str, lang: str) -> str:
    """The name of a file; that of a synthetic city never replaces that of a real one."""
    place = re.sub(r"[^a-z0-9]+", "-", city.city.lower()).strip("-")
    said = say.NAMES[name].say(lang, city=place)
    return say.SYNTHETIC.say(lang, name=said) if city.synthetic else said
