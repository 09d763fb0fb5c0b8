"""`p2wkss collect`: the workbooks of many cities to one registry of sites and one panel, and what an answer would need."""

from __future__ import annotations

import json
from pathlib import Path

from ..say import pick
from ..say.errors import WrongUse
from ..say.harmless import json_text
from .line.given_paths import Read, Written
from .line.show import records

_SHOWN = 20  # lines of each kind on the screen; --out and --json hold all


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    collect = command(
        "collect",
        collect_folder,
        say(
            id="kumpulkan buku kerja banyak kota: satu registri lokasi dan satu panel, semua pertentangan didaftar",
            en="join the workbooks of many cities: one registry of sites and one panel, every contradiction listed",
        ),
    )
    collect.add_argument(
        "folder",
        type=Read,
        help=say(
            id="folder berisi buku kerja .xlsx, termasuk folder di dalamnya",
            en="folder with the .xlsx workbooks, folders in it as well",
        ),
    )
    collect.add_argument(
        "--out",
        type=Written,
        help=say(
            id="buku kerja .xlsx yang ditulis, di luar folder itu: registri, panel, berkas, pertentangan, kebutuhan",
            en="the .xlsx to write, outside that folder: registry, panel, files, disagreements, what is needed",
        ),
    )
    collect.add_argument(
        "--json", action="store_true", help=say(id="cetak semua tabel sebagai JSON", en="print all tables as JSON")
    )


def collect_folder(options) -> int:
    """0 where all is well, 1 where a workbook has faults or is refused, or something contradicts."""
    from ..front.province import Province

    _outside(options)
    found = Province(options.folder, options.lang)
    tables, needed = found.tables(), found.enough_sites()
    written = found.write(options.out) if options.out else None
    if options.json:
        print(
            json_text(
                {"synthetic": found.synthetic} | {name: json.loads(records(_dated(table))) for name, table in tables.items()},
                indent=1,
            )
        )
    else:
        _say(options, found, needed)
        if written:
            print(pick(options.lang, id=f"Ditulis: {written}", en=f"Written: {written}"))
    return 0 if found.ok else 1


def _outside(options) -> None:
    """The registry is no city's workbook: it must not lie where the next collection would look."""
    from ..files.overwriting import inside

    if not options.out:
        return
    if Path(options.out).suffix.lower() != ".xlsx":
        raise WrongUse(
            id="--out harus berkas .xlsx, misalnya registri.xlsx.", en="--out must be an .xlsx file, for example registry.xlsx."
        )
    if inside(options.out, options.folder):
        raise WrongUse(
            id="--out tidak boleh di dalam folder yang dikumpulkan. Pilih tempat lain.",
            en="--out must not lie in the folder that is collected. Choose another place.",
        )


def _dated(table):
    """Dates as year-month-day."""
    dates = table.select_dtypes("datetime").columns
    return table.assign(**{c: table[c].dt.strftime("%Y-%m-%d") for c in dates})


def _say(options, found, needed) -> None:
    print(found.sentence(options.lang))
    for sentence in (*needed.sentences(options.lang), needed.limit(options.lang)):
        print(f"- {sentence}")
    for row in found.files.itertuples():
        if row.reason or row.faults:
            print(f"· {row.file}: " + " ".join(part for part in (row.reason, _counted(row.faults, options.lang)) if part))
    for kind, rows in found.disagreements.groupby("kind", sort=False):
        first = rows.iloc[0]
        print(f"{first['what']} ({len(rows)}) -> {first['became']}. {first['remedy']}")
        for row in rows.head(_SHOWN).to_dict("records"):
            print(f"  - {_place(row)}: {_spot(row, '')}" + (f" | {_spot(row, 'other_')}" if row["other_file"] else ""))
        if len(rows) > _SHOWN:
            print(
                pick(
                    options.lang,
                    id=f"  ... dan {len(rows) - _SHOWN} lagi; lihat --out atau --json",
                    en=f"  ... and {len(rows) - _SHOWN} more; see --out or --json",
                )
            )


def _counted(n: int, lang: str) -> str:
    return (
        pick(lang, id=f"{n} kesalahan isian; lihat `p2wkss check`.", en=f"{n} fault{'s' * (n != 1)}; see `p2wkss check`.")
        if n
        else ""
    )


def _place(row) -> str:
    year = "" if str(row["year"]) in ("<NA>", "None", "nan") else str(row["year"])
    return " ".join(part for part in (row["area_code"], row["village"], year, row["column"]) if part)


def _spot(row, other: str) -> str:
    value = f" = {row[f'{other}value']!r}" if row[f"{other}value"] else ""
    return " ".join(part for part in (row[f"{other}file"], row[f"{other}sheet"], row[f"{other}cell"]) if part) + value
