"""`p2wkss report`, `check`: what leaves the project, and whether the tables are well."""

from __future__ import annotations

import sys
from pathlib import Path

from ..say.errors import DataFaults, WrongUse
from ..say import pick
from ..identity.hidden import mask
from .line.given_paths import Read, Written, WrittenInto
from .workbook import check_workbook


def add(command, say) -> None:
    """Registers the commands; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    report = command("report", write_report, say(
        id="tulis laporan evaluasi ke reports/",
        en="write the evaluation report to reports/"))
    report.add_argument("--out", type=WrittenInto, default="reports", help=say(
        id="map, atau berkas seperti laporan.html (bawaan: reports)",
        en="a folder, or a file such as laporan.html (default: reports)"))
    report.add_argument("--data", type=Read, default=None, help=say(
        id="buku kerja kota (.xlsx) untuk laporan kotanya, atau map data (bawaan: data proyek ini)",
        en="a city's workbook (.xlsx) for that city's report, or the data folder (default: the project's own)"))
    report.add_argument("--key", type=Read, help=say(
        id="berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
        en="key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)"))
    report.add_argument("--rubric", type=Read, action="append", metavar="FILE", help=say(
        id="rubrik lomba untuk lembar scores buku kerja (boleh diulang)",
        en="a contest's rubric for the sheet scores of a workbook (repeat)"))
    report.add_argument("--format", action="append", dest="formats", help=say(
        id="html, docx, xlsx, atau pdf (boleh diulang; bawaan html)",
        en="html, docx, xlsx or pdf (may be given several times; default html)"))

    check = command("check", check_tables, say(
        id="periksa buku kerja yang sudah diisi, atau tabel terbuka, dan daftar semua kesalahannya",
        en="check a filled-in workbook, or the open tables, and list every fault"))
    check.add_argument("folder", type=Read, nargs="?", default=None, help=say(
        id="buku kerja .xlsx, atau map data (bawaan: data proyek ini)",
        en="an .xlsx workbook, or a data folder (default: the project's own)"))
    check.add_argument("--key", type=Read, help=say(
        id="berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
        en="key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)"))
    check.add_argument("--marked", type=Written, help=say(
        id="tulis salinan buku kerja dengan setiap sel yang salah ditandai",
        en="write a copy of the workbook with every bad cell marked"))
    check.add_argument("--seal", action="store_true", help=say(
        id="daftarkan perubahan yang disengaja: sha256 baru dalam datapackage.json",
        en="register a change made on purpose: new sha256 in datapackage.json"))
    check.add_argument("--json", action="store_true", help=say(
        id="cetak kesalahan sebagai JSON",
        en="print the faults as JSON"))


def write_report(options) -> int:
    from ..reporting.write import is_workbook, report
    from ..tables.processed import build_processed
    from ..disclosure.published_before import file_beside, not_remembered

    if not is_workbook(options.data):
        build_processed(options.data)
    for path in report(options.out, options.data, options.lang, options.formats or ("html",), key=options.key, rubrics=options.rubric or ()):
        print(pick(options.lang, id=f"Laporan ditulis: {path}", en=f"Report written: {path}"))
    if is_workbook(options.data) and not file_beside(options.data).is_file():
        print(not_remembered(options.data).say(options.lang), file=sys.stderr)
    return 0


def check_tables(options) -> int:
    if options.folder and Path(options.folder).suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return check_workbook(options)
    if options.folder and Path(options.folder).is_file():
        name = mask(Path(options.folder).name)
        raise WrongUse(id=f"{name} bukan buku kerja .xlsx. Berikan buku kerja dari p2wkss template, atau map data.",
                       en=f"{name} is no .xlsx workbook. Give a workbook from p2wkss template, or a data folder.")
    from ..tables.intake import check_folder
    from ..tables.seal import seal

    if options.seal:
        changed = seal(options.folder)
        print(pick(options.lang, id="Didaftarkan: ", en="Registered: ")
              + (", ".join(changed) or pick(options.lang, id="tidak ada perubahan", en="no change")))
        return 0
    faults = check_folder(options.folder)
    if faults:
        raise DataFaults(faults)
    print("[]" if options.json else pick(options.lang, id="Semua tabel baik.", en="All tables are well."))
    return 0
