"""`p2wkss report`: the report on the open tables, or a city's own."""

from __future__ import annotations

import sys

from ..say import pick
from .line.given_paths import Read, WrittenInto


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    report = command(
        "report", write_report, say(id="tulis laporan evaluasi ke reports/", en="write the evaluation report to reports/")
    )
    report.add_argument(
        "--out",
        type=WrittenInto,
        default="reports",
        help=say(
            id="map, atau berkas seperti laporan.html (bawaan: reports)",
            en="a folder, or a file such as laporan.html (default: reports)",
        ),
    )
    report.add_argument(
        "--data",
        type=Read,
        default=None,
        help=say(
            id="buku kerja kota (.xlsx) untuk laporan kotanya, atau map data (bawaan: data proyek ini)",
            en="a city's workbook (.xlsx) for that city's report, or the data folder (default: the project's own)",
        ),
    )
    report.add_argument(
        "--key",
        type=Read,
        help=say(
            id="berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
            en="key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)",
        ),
    )
    report.add_argument(
        "--rubric",
        type=Read,
        action="append",
        metavar="FILE",
        help=say(
            id="rubrik lomba untuk lembar scores buku kerja (boleh diulang)",
            en="a contest's rubric for the sheet scores of a workbook (repeat)",
        ),
    )
    report.add_argument(
        "--format",
        action="append",
        dest="formats",
        help=say(
            id="html, docx, xlsx, atau pdf (boleh diulang; bawaan html)",
            en="html, docx, xlsx or pdf (may be given several times; default html)",
        ),
    )


def write_report(options) -> int:
    from ..disclosure.published_before import file_beside, not_remembered
    from ..reporting.write import is_workbook, report
    from ..tables.processed import build_processed

    if not is_workbook(options.data):
        build_processed(options.data)
    for path in report(
        options.out, options.data, options.lang, options.formats or ("html",), key=options.key, rubrics=options.rubric or ()
    ):
        print(pick(options.lang, id=f"Laporan ditulis: {path}", en=f"Report written: {path}"))
    if is_workbook(options.data) and not file_beside(options.data).is_file():
        print(not_remembered(options.data).say(options.lang), file=sys.stderr)
    return 0
