"""Writing all papers of a city in one go: all are made before the first is written, and the report is their annex."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from ..city.answers import CityAnswers
from ..display.progress import steps
from ..files.atomic import try_folder, write_atomically
from ..files.opening import one_run
from ..files.overwriting import allow_writing
from ..pictures.photos import read_photos
from ..reporting.formats.offered import FORMATS
from ..reporting.write import report
from ..say.errors import check_language
from ..say.spoken import spoken
from . import brief, decree, minutes, site
from .matrix import matrix_sheet
from .office_templates import given_back, template_of
from .paper import Paper
from .pdf import to_pdf
from .powerpoint import to_pptx
from .slides import first_lines, slides_of
from .texts import files as say
from .word import to_docx

LETTERS: dict[str, Callable[[CityAnswers, str], Paper]] = {
    "nota-dinas": brief.brief_paper,
    "sk-lokasi": decree.sites_decree,
    "internal-sk-kk-binaan": decree.households_decree,
    "berita-acara-musyawarah": minutes.deliberation,
    "berita-acara-undian": minutes.draw,
}
AS_PDF = ("nota-dinas",)  # letters that are written as PDF too


@spoken
@one_run()
def papers(
    city: CityAnswers,
    out: str | os.PathLike,
    lang: str | None = None,
    template: str | os.PathLike | None = None,
    photos: str | os.PathLike | None = None,
) -> list[Path]:
    """Write brief, slides, matrix by agency, draft decrees, forms of minutes, profiles of the sites of the last two programme
    years, and the report; return the paths.

    template: a folder with the office's own `surat.docx` (for all letters), `sk.docx` (for both decrees), `nota-dinas.docx` and
    so on (for one), or `paparan.pptx`; what is not there is the package's, which `hand_out` writes. A Word template says
    {{body}} where the text belongs. photos: a folder of photos for the annex of the report (see `p2.report`).

    Raises DataFaults where the workbook has faults, WrongUse for a template that cannot be read.
    """
    lang = check_language(lang)
    _ = city.tables, city.boundaries  # every fault at once, before anything is asked or written
    own, shown = given_back(template, (*LETTERS, site.KIND)), () if photos is None else read_photos(photos, city.names, lang)
    every = (*LETTERS, *site.site_papers(city))
    folder, letters = Path(out), [(name, ending) for name in every for ending in ("docx", "pdf")[: 1 + (name in AS_PDF)]]
    wanted = [*letters[:2], ("paparan", "pptx"), ("matriks-opd", "xlsx"), *letters[2:]]
    targets = {one: folder / f"{_file_name(city, one[0], lang)}.{one[1]}" for one in wanted}
    allow_writing(targets.values(), [folder], [city.book, *own.values()])
    try_folder(folder)
    city.remember()
    made = {one: _made(city, *one, lang, own) for one in steps(wanted, say.WRITING, named=lambda one: targets[one].name)}
    annex = report(folder, city, lang, FORMATS, photos=shown)
    return [*(write_atomically(targets[one], data) for one, data in made.items()), *annex]


def _made(city: CityAnswers, name: str, ending: str, lang: str, own: dict[str, Path]) -> bytes:
    """One paper as the bytes of its file."""
    if name == "matriks-opd":
        return matrix_sheet(city, lang)
    template = template_of(name.partition("/")[0], own)
    if name == "paparan":
        return to_pptx(first_lines(city, lang), slides_of(city, lang), lang, city.synthetic, template)
    paper = (LETTERS | site.site_papers(city))[name](city, lang)
    return (to_pdf if ending == "pdf" else to_docx)(paper, template)


def _file_name(city: CityAnswers, name: str, lang: str) -> str:
    """The name of a file; that of a synthetic city never replaces that of a real one."""
    kind, _, which = name.partition("/")
    place = re.sub(r"[^a-z0-9]+", "-", f"{which} {city.city}".lower()).strip("-")
    said = say.NAMES[kind].say(lang, city=place)
    return say.SYNTHETIC.say(lang, name=said) if city.synthetic else said
