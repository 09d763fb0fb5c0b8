"""`p2wkss check`: whether a filled-in workbook, or the open tables, are well."""

from __future__ import annotations

from pathlib import Path

from ..identity.hidden import mask
from ..say import pick
from ..say.errors import DataFaults, WrongUse
from .line.given_paths import Read, Written
from .line.show import records


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    check = command(
        "check",
        check_tables,
        say(
            id="periksa buku kerja yang sudah diisi, atau tabel terbuka, dan daftar semua kesalahannya",
            en="check a filled-in workbook, or the open tables, and list every fault",
        ),
    )
    check.add_argument(
        "folder",
        type=Read,
        nargs="?",
        default=None,
        help=say(
            id="buku kerja .xlsx, atau map data (bawaan: data proyek ini)",
            en="an .xlsx workbook, or a data folder (default: the project's own)",
        ),
    )
    check.add_argument(
        "--key",
        type=Read,
        help=say(
            id="berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
            en="key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)",
        ),
    )
    check.add_argument(
        "--marked",
        type=Written,
        help=say(
            id="tulis salinan buku kerja dengan setiap sel yang salah ditandai",
            en="write a copy of the workbook with every bad cell marked",
        ),
    )
    check.add_argument(
        "--seal",
        action="store_true",
        help=say(
            id="daftarkan perubahan yang disengaja: sha256 baru dalam datapackage.json",
            en="register a change made on purpose: new sha256 in datapackage.json",
        ),
    )
    check.add_argument("--json", action="store_true", help=say(id="cetak kesalahan sebagai JSON", en="print the faults as JSON"))


def check_tables(options) -> int:
    if options.folder and Path(options.folder).suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return check_workbook(options)
    if options.folder and Path(options.folder).is_file():
        name = mask(Path(options.folder).name)
        raise WrongUse(
            id=f"{name} bukan buku kerja .xlsx. Berikan buku kerja dari p2wkss template, atau map data.",
            en=f"{name} is no .xlsx workbook. Give a workbook from p2wkss template, or a data folder.",
        )
    from ..tables.intake import check_folder
    from ..tables.seal import seal

    if options.seal:
        changed = seal(options.folder)
        print(
            pick(options.lang, id="Didaftarkan: ", en="Registered: ")
            + (", ".join(changed) or pick(options.lang, id="tidak ada perubahan", en="no change"))
        )
        return 0
    faults = check_folder(options.folder)
    if faults:
        raise DataFaults(faults)
    print("[]" if options.json else pick(options.lang, id="Semua tabel baik.", en="All tables are well."))
    return 0


def check_workbook(options) -> int:
    """Every fault of a filled-in workbook; 1 where there is one. A marked copy where asked for."""
    from ..tables.workbook.check import check

    checked = check(options.folder, options.lang, key=options.key, marked=options.marked)
    if options.json:
        print(records(checked.faults))
        return 0 if checked.ok else 1
    print(checked.sentence(options.lang))
    print_found(checked, options.lang)
    if checked.marked:
        print(pick(options.lang, id=f"Salinan bertanda: {checked.marked}", en=f"Marked copy: {checked.marked}"))
    elif not checked.ok and options.command == "check":
        copy = Path(options.folder).with_suffix("").name + pick(options.lang, id="-bertanda.xlsx", en="-marked.xlsx")
        print(
            pick(
                options.lang,
                id=f"Salinan dengan setiap sel yang salah ditandai: p2wkss check {options.folder} --marked {copy}",
                en=f"For a copy with every bad cell marked: p2wkss check {options.folder} --marked {copy}",
            )
        )
    return 0 if checked.ok else 1


def print_found(checked, lang: str) -> None:
    """Every fault, and what was read otherwise than typed."""
    for row in checked.faults.to_dict("records"):
        place = " ".join(str(row[c]) for c in ("sheet", "cell", "column") if row[c] and row[c] == row[c])
        value = f" = {row['value']!r}" if row["value"] else ""
        print(f"- {place}{value}: {row['rule']} {row['remedy']}")
    for line in (*checked.readings_said(lang), *checked.questions(lang)):
        print(line)
