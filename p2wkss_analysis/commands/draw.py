"""`p2wkss draw`: lots among places that cannot be told apart, with minutes to print."""

from __future__ import annotations

from ..say import pick
from .line.given_paths import Read, Written
from .line.known_places import must_exist
from .line.show import show, write


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    draw = command(
        "draw",
        draw_places,
        say(
            id="undi tempat yang tidak dapat dibedakan, dengan berita acara siap cetak",
            en="draw lots among places that cannot be told apart, with minutes to print",
        ),
    )
    draw.add_argument(
        "candidates",
        type=Read,
        nargs="+",
        help=say(
            id="kode wilayah, atau satu berkas CSV atau Excel dengan kolom area_code",
            en="area codes, or one CSV or Excel file with a column area_code",
        ),
    )
    draw.add_argument("--n", type=int, required=True, help=say(id="banyaknya tempat yang diundi", en="places to draw"))
    seed = draw.add_mutually_exclusive_group(required=True)
    seed.add_argument(
        "--seed",
        type=int,
        help=say(
            id="angka acuan undian: bilangan bulat yang belum diketahui siapa pun ketika daftar calon ditetapkan",
            en="a whole number that nobody could know when the list of candidates was fixed",
        ),
    )
    seed.add_argument(
        "--list-only",
        action="store_true",
        help=say(
            id="hanya tetapkan daftar calon, dengan SHA-256-nya, untuk diumumkan sebelum angka acuannya diketahui",
            en="only fix the list of candidates, with its SHA-256, to be published before the seed is known",
        ),
    )
    draw.add_argument(
        "--seed-source",
        default="",
        metavar="TEXT",
        help=say(
            id='sumber umum angka acuan itu, misalnya "empat angka terakhir penutupan IHSG 1 Februari 2027"',
            en='the public source of the seed, such as "the last four digits of the stock index at its close on 1 February 2027"',
        ),
    )
    draw.add_argument("--year", type=int, help=say(id="tahun program", en="programme year"))
    draw.add_argument(
        "--out", type=Written, help=say(id="tulis berita acara sebagai berkas teks", en="write the minutes as a text file")
    )
    draw.add_argument(
        "--sheet",
        help=say(
            id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
            en="sheet of an Excel file (default: the first that has the columns)",
        ),
    )
    draw.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def draw_places(options) -> int:
    import pandas as pd

    from ..tables.open_file import read_table
    from ..targeting.candidate_list import candidate_list
    from ..targeting.draw import draw_lots

    given, names = options.candidates, {}
    if len(given) == 1 and "." in given[0] and not given[0].replace(".", "").isdigit():
        table = read_table(given[0], codes=["area_code"], sheet=options.sheet)
        given = table["area_code"].tolist()
        names = dict(zip(given, table["name"], strict=True)) if "name" in table else {}
    must_exist(pd.Series(given, dtype="str"))
    drawn = (
        candidate_list(given, options.n, options.year, options.seed_source)
        if options.list_only
        else draw_lots(given, options.n, options.seed, options.year, options.seed_source)
    )
    minutes = drawn.minutes(options.lang, names=_names_of(drawn.candidates, options.lang) | names)
    if options.out:
        write(options, options.out, minutes, replace=False)
    show(options, drawn.table(), minutes if not options.out else drawn.sentence(options.lang), "")
    return 0


def _names_of(codes, lang: str) -> dict[str, str]:
    """Name and kecamatan of each code; an RW or RT stands after the name of its village."""
    from ..tables.intake import load

    known = load("areas").set_index("area_code")["name"]
    names = {}
    for code in codes:
        inner = [f"{kind} {part}" for kind, part in zip(("RW", "RT"), code[14:].split("."), strict=False) if part]
        above = pick(lang, id=f"Kec. {known[code[:8]]}", en=f"Kec. {known[code[:8]]}") if len(code) > 8 else ""
        names[code] = ", ".join(part for part in (" ".join([known[code[:13]], *inner]), above) if part)
    return names
