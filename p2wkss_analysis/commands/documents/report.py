"""`p2wkss report`: the report on the open tables, or a city's own."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from ...reporting.formats.offered import FORMATS
from ...say.errors import WrongUse
from ..line.given_paths import Read, WrittenInto
from ..line.parser import Adds, Parser
from ..line.several_years import joined, with_option
from ..line.shared_options import boundaries_option, data_of, data_option, key_option
from ..texts import options as texts
from ..texts import place
from ..texts import results as say

if TYPE_CHECKING:
    from ...open_data.place.province import ProvinceAnswers
    from ...open_data.place.regency import RegencyAnswers


def add(command: Adds) -> None:
    """Registers the command."""
    report = command("report", write_report, texts.REPORT)
    report.add_argument("--out", type=WrittenInto, default="reports", help=texts.REPORT_OUT)
    data_option(report, texts.REPORT_DATA)
    report.add_argument("--regency", help=place.REPORT_REGENCY)
    report.add_argument("--province", help=place.REPORT_PROVINCE)
    with_option(report)
    boundaries_option(report)
    key_option(report)
    report.add_argument("--rubric", type=Read, action="append", metavar="FILE", help=texts.REPORT_RUBRIC)
    photos_option(report)
    report.add_argument("--format", action="append", dest="formats", help=texts.REPORT_FORMAT.fill(formats=FORMATS))


def photos_option(command: Parser) -> None:
    """`--photos`, for the annex of a city's report."""
    command.add_argument("--photos", type=Read, metavar="FOLDER", help=texts.PHOTOS)


def write_report(options: Namespace) -> int:
    from ...reporting.write import is_workbook, report
    from ...tables.processed import build_processed

    data = data_of(options)
    found = _place(options, data) if options.regency or options.province else None
    if not found and not is_workbook(data):
        build_processed(data)
    years = joined(options, data, key=options.key, rubrics=options.rubric or (), boundaries=options.boundaries)
    for path in report(
        options.out,
        found or years or data,
        options.lang,
        options.formats or ("html",),
        key=options.key,
        rubrics=options.rubric or (),
        photos=options.photos,
        boundaries=options.boundaries,
    ):
        print(say.REPORT_WRITTEN.say(options.lang, path=path))
    if data and is_workbook(data):
        say_not_remembered(str(years.book) if years else data, options.lang)
    return 0


def _place(options: Namespace, data: str | None) -> RegencyAnswers | ProvinceAnswers:
    """The place that is named, in the open tables. A workbook, or what serves only one, is refused beside it."""
    from ...open_data.answers import OpenAnswers
    from ...open_data.place.province import ProvinceAnswers
    from ...open_data.place.regency import RegencyAnswers
    from ...reporting.write import is_workbook

    if options.regency and options.province:
        raise WrongUse(place.ONE_PLACE)
    if data and is_workbook(data):
        raise WrongUse(place.PLACE_OR_WORKBOOK.fill(file=data))
    of_workbook = {"--with": options.others, "--key": options.key, "--rubric": options.rubric, "--photos": options.photos}
    if given := [name for name, value in of_workbook.items() if value]:
        raise WrongUse(place.NOT_FOR_A_PLACE.fill(given=given))
    m, given = OpenAnswers(data), options.regency or options.province
    try:
        return RegencyAnswers(m, given) if options.regency else ProvinceAnswers(m, given)
    except WrongUse as unknown:
        raise (_of_other_level(given, province=bool(options.province)) or unknown) from None


def _of_other_level(given: str, province: bool) -> WrongUse | None:
    """What to say where a province was given as a kabupaten/kota, or the other way round; None where it is neither."""
    from ...tables.place_names import regency_or_province

    try:
        code = regency_or_province(given)
    except WrongUse:
        return None
    return WrongUse((place.NOT_A_PROVINCE if province else place.IS_A_PROVINCE).fill(given=given, code=code))


def say_not_remembered(book: str, lang: str) -> None:
    """Where the numbers of families that were published could not be kept beside the workbook."""
    from ...disclosure.published_before import file_beside, not_remembered

    if not file_beside(book).is_file():
        print(not_remembered(book).say(lang), file=sys.stderr)
