"""`p2wkss import`: an export you already have, in the form of the workbook."""

from __future__ import annotations

from pathlib import Path

from ..identity.hidden import mask
from ..say import pick
from ..say.errors import WrongUse
from .check import print_found
from .line.given_paths import Read, Written
from .line.show import show


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    bring = command(
        "import",
        import_export,
        say(
            id="ubah ekspor yang sudah ada ke bentuk buku kerja, lalu periksa",
            en="bring an export you already have into the form of the workbook, and check it",
        ),
    )
    bring.add_argument("file", type=Read, help=say(id="berkas ekspor, .csv atau .xlsx", en="the export, .csv or .xlsx"))
    bring.add_argument(
        "--suggest",
        metavar="SHEET",
        help=say(
            id="tulis rancangan pemetaan kolom untuk lembar ini (misalnya households) ke --mapping, lalu berhenti",
            en="write a draft mapping for this sheet (for example households) to --mapping and stop",
        ),
    )
    bring.add_argument(
        "--mapping",
        type=Read,
        help=say(
            id="pemetaan kolom, berkas JSON (bawaan: nama berkas ekspor dengan akhiran .json)",
            en="the column mapping, a JSON file (default: the name of the export ending in .json)",
        ),
    )
    bring.add_argument(
        "--out",
        type=Written,
        help=say(id="buku kerja yang ditulis, tidak pernah menimpa", en="the workbook to write, never over another"),
    )
    bring.add_argument(
        "--regency", help=say(id="kode Kemendagri kota, misalnya 32.76", en="Kemendagri code of the city, for example 32.76")
    )
    bring.add_argument("--sheet", help=say(id="lembar berkas ekspor", en="sheet of the export"))
    bring.add_argument(
        "--key",
        type=Read,
        help=say(id="berkas kunci untuk no_kk (bawaan: P2WKSS_KEY_FILE)", en="key file for no_kk (default: P2WKSS_KEY_FILE)"),
    )
    bring.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def import_export(options) -> int:
    from ..files.overwriting import allow_writing
    from ..tables.exports.importing import import_table
    from ..tables.exports.mapping import read_mapping, suggest_mapping

    mapping = Path(options.mapping or Path(options.file).with_suffix(".json"))
    if options.suggest:
        allow_writing([mapping], reads=[options.file])
        draft = suggest_mapping(options.file, options.suggest, options.sheet)
        if not mapping.exists():
            draft.mapping.write(mapping)
        elif read_mapping(mapping) != draft.mapping:
            raise WrongUse(
                id=f"{mask(mapping.name)} sudah ada dan tidak ditimpa: mungkin sudah Anda ubah. Pilih --mapping lain, atau pindahkan dahulu.",
                en=f"{mask(mapping.name)} exists and is not replaced: you may have changed it. Choose another --mapping, or move it first.",
            )
        then = pick(
            options.lang,
            id=f"Ditulis: {mapping}. Pastikan isinya, lalu: p2wkss import {options.file} --mapping {mapping} --out BUKU.xlsx --regency KODE",
            en=f"Written: {mapping}. Confirm it, then: p2wkss import {options.file} --mapping {mapping} --out BOOK.xlsx --regency CODE",
        )
        show(options, draft.table(), draft.sentence(options.lang), mask(then), "", labels=_export_labels(options.lang))
        return 0
    if not options.out:
        raise WrongUse(id="Sebutkan --out, buku kerja yang akan ditulis.", en="Give --out, the workbook to write.")
    done = import_table(
        options.file,
        mapping,
        options.out,
        regency=options.regency,
        source_sheet=options.sheet,
        lang=options.lang,
        key=options.key,
    )
    show(options, done.table(), done.sentence(options.lang), "", labels=_export_labels(options.lang))
    if not options.json:
        print_found(done.checked, options.lang)
        print(mask(pick(options.lang, id=f"Ditulis: {done.path}", en=f"Written: {done.path}")))
        print(
            mask(
                pick(
                    options.lang,
                    id=f"Lengkapi dan perbaiki di Excel, lalu: p2wkss check {done.path}"
                    if not done.checked.ok
                    else f"Lengkapi lembar lainnya, lalu: p2wkss report --data {done.path}",
                    en=f"Complete and mend it in Excel, then: p2wkss check {done.path}"
                    if not done.checked.ok
                    else f"Complete the other sheets, then: p2wkss report --data {done.path}",
                )
            )
        )
    return 0 if done.checked.ok else 1


def _export_labels(lang: str) -> dict[str, str]:
    return {
        "source": pick(lang, id="Judul di ekspor", en="Heading of the export"),
        "column": pick(lang, id="Kolom lembar", en="Column of the sheet"),
    }
