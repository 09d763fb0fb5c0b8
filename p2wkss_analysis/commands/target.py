"""`p2wkss target`: rank places by need, and say how firm the choice is."""

from __future__ import annotations

from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.known_places import must_exist
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.show import number_of, pairs, say_readings, show, write_table


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    target = command(
        "target",
        target_places,
        say(
            id="urutkan tempat menurut kebutuhan dan katakan seberapa kokoh pilihannya",
            en="rank places by need and say how firm the choice is",
        ),
    )
    target.add_argument(
        "file",
        type=Read,
        nargs="?",
        help=say(
            id="CSV atau Excel, satu baris per tempat dengan area_code; tanpa berkas, indeks desa dari --regency",
            en="CSV or Excel, one row a place with area_code; without it, the village index of --regency",
        ),
    )
    target.add_argument(
        "--regency",
        help=say(
            id="kode Kemendagri, misalnya 36.04: desanya menurut indeks desa terbaru",
            en="Kemendagri code, for example 36.04: its desa by the newest village index",
        ),
    )
    target.add_argument(
        "--need",
        action="append",
        metavar="COLUMN=END",
        help=say(
            id="ujung yang berarti lebih membutuhkan: higher (makin tinggi) atau lower (makin rendah); boleh diulang; bawaan untuk buku "
            "kerja: indeks kota, seperti dalam laporan",
            en="the end that means more need: higher or lower (repeat); default for a workbook: the city's index, as in its report",
        ),
    )
    target.add_argument(
        "--weight",
        action="append",
        metavar="COLUMN=SHARE",
        help=say(
            id="bobot yang berjumlah 1 atau 100; sama besar bila tidak ditulis; boleh diulang",
            en="weights that sum to 1 or 100; equal when left out (repeat)",
        ),
    )
    target.add_argument(
        "--k",
        type=int,
        help=say(
            id="banyaknya tempat yang dipilih (bawaan: menurut buku kerja; berkas lain 2)",
            en="places to choose (default: as the workbook says; 2 for other files)",
        ),
    )
    target.add_argument(
        "--normalise", default="minmax", help=say(id="minmax, z, rank, percentile_rank", en="minmax, z, rank, percentile_rank")
    )
    target.add_argument(
        "--aggregate", default="arithmetic", help=say(id="arithmetic, geometric, harmonic", en="arithmetic, geometric, harmonic")
    )
    target.add_argument(
        "--draws",
        type=int,
        default=10_000,
        help=say(id="banyaknya undian bobot (bawaan 10.000)", en="draws of weights (default 10,000)"),
    )
    target.add_argument(
        "--seed",
        type=int,
        default=0,
        help=say(id="bilangan awal pengacakan (bawaan 0)", en="seed of the random numbers (default 0)"),
    )
    target.add_argument(
        "--out", type=Written, help=say(id="tulis seluruh urutan sebagai CSV", en="write the whole ranking as CSV")
    )
    target.add_argument(
        "--sheet",
        help=say(
            id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
            en="sheet of an Excel file (default: the first that has the columns)",
        ),
    )
    target.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def target_places(options) -> int:
    need = pairs(options.need, "--need")
    weights = {k: number_of(v, "--weight") for k, v in pairs(options.weight, "--weight").items()} or None
    city = filled_workbook(options.file, options.lang) if options.file else None
    if city is not None:
        ranking, stability, k = _of_city(options, city, need, weights)
    elif options.file:
        from ..targeting.need_index import need_index

        k = 2 if options.k is None else options.k
        ranking = need_index(_own_table(options, need), need, weights, options.normalise, options.aggregate)
        stability = ranking.stability(k, options.draws, options.seed)
    else:
        ranking, stability, k = _of_open_tables(options, need, weights)
    whole = ranking.table().merge(stability.table(), on="area_code")
    names = dict(zip(ranking.codes, ranking.names, strict=True))
    whole.insert(1, "name", whole["area_code"].map(names))
    if options.out:
        write_table(options, options.out, whole)
    shown = whole if options.json else whole.head(max(15, k))
    show(
        options,
        shown,
        ranking.sentence(options.lang, k=k),
        stability.sentence(options.lang),
        ranking.explain(whole["area_code"].iloc[0], k).sentence(options.lang),
        "",
    )
    return 0


def _of_city(options, city, need: dict, weights: dict | None):
    """Ranking, stability and k of a workbook's villages: the choice of its report, or another index over who may be chosen."""
    from ..city.answers import answered

    found = answered(
        city.need(
            options.k,
            weights,
            options.draws,
            options.seed,
            need or None,
            normalise=options.normalise,
            aggregate=options.aggregate,
        )
    )
    if not options.json:
        said = (
            marked_synthetic(city, options.lang),
            found.eligibility.sentence(options.lang),
            found.columns_sentence(options.lang),
        )
        print("\n".join(text for text in said if text))
    return found.ranking, found.stability, found.k


def _own_table(options, need: dict):
    """The user's own table, one row a place."""
    from ..tables.open_file import read_table

    if not need:
        raise WrongUse(
            id="Sebutkan paling sedikit satu --need KOLOM=higher atau KOLOM=lower.",
            en="Give at least one --need COLUMN=higher or COLUMN=lower.",
        )
    table = read_table(options.file, numbers=need, codes=["area_code"], sheet=options.sheet)
    say_readings(options, table)
    must_exist(table["area_code"])
    return table


def _of_open_tables(options, need: dict, weights: dict | None):
    """Ranking, stability and k of the desa of one kabupaten, by the newest village index."""
    from ..open_data.answers import PER_YEAR, OpenAnswers

    if not options.regency:
        raise WrongUse(
            id="Berikan berkas, atau --regency dengan kode kabupaten, misalnya 36.04.",
            en="Give a file, or --regency with a code, for example 36.04.",
        )
    k = PER_YEAR if options.k is None else options.k
    found = OpenAnswers().need(
        options.regency, k, need, weights, options.draws, options.seed, options.normalise, options.aggregate
    )
    if not options.json:
        print(found.eligibility.sentence(options.lang))
    return found.ranking, found.stability, k
