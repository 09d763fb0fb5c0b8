"""A panel on the command line: the options that describe it, and the panel and rule they give."""

from __future__ import annotations

from ...say import integer, pick
from ...say.errors import WrongUse
from .given_paths import Read
from .own_workbook import filled_workbook, marked_synthetic
from .show import say_readings, whole


def panel_options(parser, say, nargs) -> None:
    parser.add_argument(
        "file",
        type=Read,
        nargs=nargs,
        help=say(
            id="CSV atau Excel: area_code, year, kolom hasil, programme_year (kosong bila tidak pernah); atau buku kerja dari p2wkss template",
            en="CSV or Excel: area_code, year, the outcome, programme_year (empty for never); or a workbook from p2wkss template",
        ),
    )
    parser.add_argument("--outcome", help=say(id="kolom hasil", en="column of the outcome"))
    parser.add_argument(
        "--better", choices=("higher", "lower"), help=say(id="ujung mana yang lebih baik", en="which end is better")
    )
    parser.add_argument(
        "--ranking",
        help=say(
            id="kolom nilai urutan seperti yang diketahui ketika lokasi dipilih",
            en="column of the ranking value as known when sites were chosen",
        ),
    )
    parser.add_argument(
        "--group",
        help=say(id="kolom kelompok tempat lokasi dipilih di dalamnya", en="column of the group within which sites were chosen"),
    )
    parser.add_argument(
        "--rule",
        metavar="BY,PICKS,PER_YEAR,LAG",
        help=say(
            id="misalnya outcome,lowest,2,1; dianggap tidak diketahui bila tidak ditulis",
            en="for example outcome,lowest,2,1; unknown when left out",
        ),
    )
    parser.add_argument(
        "--sheet",
        help=say(
            id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
            en="sheet of an Excel file (default: the first that has the columns)",
        ),
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=0,
        help=say(id="bilangan awal pengacakan (bawaan 0)", en="seed of the random numbers (default 0)"),
    )
    parser.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def panel_of(options):
    from ...impact.panel.panel import Panel
    from ...tables.open_file import read_table

    if not options.outcome or not options.better:
        raise WrongUse(
            id="Sebutkan --outcome KOLOM dan --better higher atau lower.",
            en="Give --outcome COLUMN and --better higher or lower.",
        )
    city = filled_workbook(options.file, options.lang)
    if city is not None:
        from ...city.need import must_be_figures
        from ...impact.panel.villages import village_panel

        villages, sites = city.tables["villages"], city.tables["sites"]
        must_be_figures(villages, [options.outcome])
        panel, left = village_panel(
            villages, sites, options.outcome, options.better, ranking=options.ranking, group=options.group
        )
        if city.synthetic and not options.json:
            print(marked_synthetic(city, options.lang))
        if left and not options.json:
            print(
                pick(
                    options.lang,
                    id=f"{integer(left, 'id')} desa/kelurahan tidak ikut dihitung: programnya dimulai sebelum atau pada tahun angka pertama.",
                    en=f"{integer(left, 'en')} village(s) left out: their programme began before or in the first year of figures.",
                )
            )
        return panel
    numbers = [options.outcome, "year", "programme_year"] + ([options.ranking] if options.ranking else [])
    table = read_table(
        options.file, numbers=numbers, needed=["area_code"] + ([options.group] if options.group else []), sheet=options.sheet
    )
    say_readings(options, table)
    return Panel.from_table(table, outcome=options.outcome, better=options.better, ranking=options.ranking, group=options.group)


def rule_of(options):
    from ...rule import SelectionRule

    if not options.rule:
        return None
    parts = [part.strip() for part in options.rule.split(",")]
    if len(parts) != 4:
        raise WrongUse(
            id=f"--rule {options.rule!r} tidak terbaca; contoh: outcome,lowest,2,1.",
            en=f"--rule {options.rule!r} is not readable; for example: outcome,lowest,2,1.",
        )
    return SelectionRule(
        by=parts[0],
        picks=parts[1],
        per_year=whole(parts[2], "--rule"),
        lag=whole(parts[3], "--rule"),
        within="group" if options.group else None,
    )
