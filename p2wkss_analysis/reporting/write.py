"""Writing the report: gather, tell, put into each format, write whole or not at all."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from pathlib import Path

from ..errors import WrongUse
from ..language import join, pick
from ..progress import steps
from ..tables.atomic import write_atomically
from .document import Document
from .material import gather
from .story import tell

FORMATS = {  # name and file ending: the file beside this one, and its function; loaded when first asked for
    "html": ("html", "to_html"), "docx": ("docx", "to_docx"), "xlsx": ("xlsx", "to_xlsx"), "pdf": ("pdf", "to_pdf"),
}
NAMES = {"id": "laporan-p2wkss", "en": "report-p2wkss"}


def report(out="reports", data=None, lang: str = "id", formats=("html",), made: dt.date | None = None) -> list[Path]:
    """Write the evaluation report and return the paths written.

    Parameters
    ----------
    out : a folder, or a file name ending in one of the formats, for example "laporan.html".
    data : a data folder (see `load`); by default the project's own open tables.
    lang : "id" or "en".
    formats : names among "html", "docx" (Word), "xlsx" (Excel) and "pdf". The same document in each: the same
        words and figures; Excel holds the tables alone, and those behind the pictures.
    made : the date printed on the report; today by default.

    Every file is self-contained and replaced whole. Raises WrongUse for an unknown format or language, or
    where a file cannot be replaced (open in Word, say), and DataFaults where a table is damaged. Use it for the
    published figures; a city's own workbook is not read yet.

    >>> import tempfile
    >>> report(tempfile.mkdtemp(), lang="en")[0].name
    'report-p2wkss.html'
    """
    pick(lang, id="", en="")  # refuses an unknown language before any work
    out, formats = Path(out), _formats(Path(out), formats)
    document = tell(gather(data), lang, made or dt.date.today())
    single = out.suffix.lstrip(".") in FORMATS
    targets = {f: out if single else out / f"{NAMES[lang]}.{f}" for f in formats}
    written = steps(targets.items(), id="Menulis laporan", en="Writing the report")
    contents = {path: _render(f, document) for f, path in written}
    return [write_atomically(path, data) for path, data in contents.items()]


def _render(name: str, document: Document) -> bytes:
    """The document in one format."""
    module, function = FORMATS[name]
    made = getattr(import_module(f".{module}", __package__), function)(document)
    return made.encode("utf-8") if isinstance(made, str) else made


def _formats(out: Path, formats) -> tuple[str, ...]:
    asked = (out.suffix.lstrip("."),) if out.suffix.lstrip(".") in FORMATS else tuple(formats)
    unknown = [f for f in asked if f not in FORMATS]
    if unknown or not asked or (out.suffix and out.suffix.lstrip(".") not in FORMATS):
        known = list(FORMATS)
        shown = ", ".join(unknown) or out.suffix
        raise WrongUse(
            id=f"Format {shown!r} tidak dikenal. Pilih {join(known, 'id')}.",
            en=f"Format {shown!r} is not known. Choose {join(known, 'en')}.",
        )
    return asked
