"""Writing the report: gather, tell, put into each format, write whole or not at all."""

from __future__ import annotations

import datetime as dt
import gc
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from ..display.progress import steps
from ..files.atomic import write_atomically
from ..files.kinds import no_workbook
from ..files.opening import one_run
from ..files.overwriting import allow_writing
from ..open_data.answers import OpenAnswers
from ..open_data.place.province import ProvinceAnswers
from ..open_data.place.regency import RegencyAnswers
from ..say.errors import WrongUse, check_language
from ..say.spoken import spoken
from . import texts
from .document import Document
from .formats.offered import FORMATS
from .formats.remarks import prose_below
from .stories.appendix import evidence_last
from .stories.open.story import tell
from .stories.place.story import tell_place


@contextmanager
def _collected_rarely() -> Iterator[None]:
    """A report makes very many small things that live until it is written. Looking among them for garbage at every 700 takes
    a twentieth of its time."""
    before = gc.get_threshold()
    gc.set_threshold(before[0] and max(before[0], 100_000), *before[1:])  # 0: somebody switched it off
    try:
        yield
    finally:
        gc.set_threshold(*before)


@spoken
@one_run()
@_collected_rarely()
def report(
    out: str | os.PathLike = "reports",
    data: Any = None,
    lang: str | None = None,
    formats: Iterable[str] = ("html",),
    made: dt.date | None = None,
    *,
    key: Any = None,
    rubrics: Iterable = (),
    photos: Any = None,
    boundaries: Any = None,
) -> list[Path]:
    """Write the evaluation report and return the paths written.

    Parameters
    ----------
    out : a folder, or a file name ending in one of the formats, for example "laporan.html".
    data : a data folder (see `load`), by default the project's own open tables; or `OpenData(place)`, for the report on one
        kabupaten, kota or province from published figures; or a `City`, or the workbook (.xlsx) a city
        filled in (see `write_template`), and then the report is the city's own: need and choice, past sites, households,
        delivery, effect, scorecards; the file is named after the city, and says where its data are synthetic. Numbers of
        families in it are rounded to fives and kept in a small file beside the workbook; no row or id of a household is shown.
    lang : "id" or "en".
    formats : names among "html", "docx" (Word), "xlsx" (Excel) and "pdf". The same document in each: the same
        words and figures; Excel holds the tables alone, and those behind the pictures.
    made : the date printed on the report, and the day on which a city's activities count as due; today by default.
    key : key file for the column no_kk of a workbook, by default P2WKSS_KEY_FILE (see `check`).
    rubrics : files of contest rubrics that score the sheet `scores` of a workbook.
    photos : a folder of photos named by RT, RW and phase, such as `RT03-RW05_sebelum.jpg` (see `pictures/photos.py`), for the
        annex of a city's report; position, camera and date are removed from them.
    boundaries : a file of true boundaries for a workbook's maps, instead of the one that its settings name; or of the desa and
        kelurahan of a kabupaten or kota, for the map of where next.

    Every file is self-contained and replaced whole. Raises WrongUse for an unknown format or language, or
    where a file cannot be replaced (open in Word, say), and DataFaults with every fault at once where a table is damaged or
    the workbook has faults; then nothing is written.

    >>> import tempfile
    >>> import p2wkss_analysis as p2
    >>> folder = Path(tempfile.mkdtemp())
    >>> report(folder, p2.write_template(folder / "depok.xlsx", "32.76"), lang="en")[0].name
    'report-kota-depok.html'
    """
    lang = check_language(lang)
    target, formats, rubrics = Path(out), _formats(Path(out), formats), list(rubrics)
    single, reads = (
        target.suffix.lstrip(".") in FORMATS,
        [getattr(data, "book", getattr(data, "folder", data)), key, photos, boundaries, *rubrics],
    )
    allow_writing([target] if single else (), () if single else [target], reads)
    made = made or getattr(data, "as_of", None) or dt.date.today()
    document, name = _document(data, lang, made, key, rubrics, photos, boundaries)
    document = evidence_last(document)
    targets = {f: target if single else target / f"{name}.{f}" for f in formats}
    allow_writing(targets.values(), reads=reads)  # the name in a folder is that of the city, which the data had to tell
    written = steps(targets.items(), texts.WRITING, named=lambda one: one[1].name)
    contents = {path: _render(f, document) for f, path in written}
    return [write_atomically(path, data) for path, data in contents.items()]


def is_workbook(data: Any) -> bool:
    """Whether `data` is a city, or names a workbook, rather than a folder of open tables. Raises WrongUse for another file."""
    if hasattr(data, "checked") or not isinstance(data, (str, os.PathLike)):
        return hasattr(data, "checked")
    path = Path(os.fspath(data))
    workbook = path.suffix.lower() in (".xlsx", ".xlsm", ".xls")
    if not workbook and path.is_file():
        raise no_workbook(path)
    return workbook


def _document(data: Any, lang: str, made: dt.date, key: Any, rubrics: list, photos: Any, boundaries: Any) -> tuple[Document, str]:
    """The report of a city's workbook or of the open tables, and the name of its file."""
    if not is_workbook(data):
        if photos is not None:
            raise WrongUse(texts.PHOTOS_OF_A_CITY)
        place = getattr(data, "place", data)
        if boundaries is not None:
            if not isinstance(place, RegencyAnswers) or place.where_next is None:
                raise WrongUse(texts.BOUNDARIES_OF_WORKBOOK)
            place = RegencyAnswers(place.m, place.code, boundaries)
        if isinstance(place, (RegencyAnswers, ProvinceAnswers)):
            return tell_place(place, lang, made), texts.PLACE_FILE_NAME.say(lang, place=_in_a_name(place.name))
        return tell(data if isinstance(data, OpenAnswers) else OpenAnswers(data), lang, made), texts.FILE_NAME.say(lang)
    from ..city.answers import CityAnswers
    from ..pictures.photos import read_photos
    from .stories.city.story import tell_city

    if isinstance(data, CityAnswers):
        city = data.at(made)
    else:
        city = CityAnswers(data, key=key, lang=lang, as_of=made, rubrics=rubrics, boundaries=boundaries)
    _ = city.tables, city.boundaries  # every fault at once, before anything is asked or written
    shown = photos if isinstance(photos, tuple) else () if photos is None else read_photos(photos, city.names, lang)
    city.remember()
    name = texts.SYNTHETIC_FILE_NAME if city.synthetic else texts.CITY_FILE_NAME  # so that neither replaces the other
    return tell_city(city, lang, made, shown), name.say(lang, city=_in_a_name(city.city))


def _in_a_name(place: str) -> str:
    """A place as it stands in the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", place.lower()).strip("-")


def _render(name: str, document: Document) -> bytes:
    """The document in one format."""
    if name != "xlsx":
        document = prose_below(document)
    module, function = FORMATS[name]
    made = getattr(import_module(f".formats.{module}", __package__), function)(document)
    return made.encode("utf-8") if isinstance(made, str) else made


def _formats(out: Path, formats: Iterable[str]) -> tuple[str, ...]:
    asked = (out.suffix.lstrip("."),) if out.suffix.lstrip(".") in FORMATS else tuple(formats)
    unknown = [f for f in asked if f not in FORMATS]
    if unknown or not asked or (out.suffix and out.suffix.lstrip(".") not in FORMATS):
        raise WrongUse(texts.UNKNOWN_FORMAT.fill(given=", ".join(unknown) or out.suffix, known=list(FORMATS)))
    return asked
