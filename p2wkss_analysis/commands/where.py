"""`p2wkss target`, `draw`, `households`: where and whom."""

from __future__ import annotations

import re

from ..say.errors import WrongUse
from ..say import pick
from .line.given_paths import Read, Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.show import for_the_public, number_of, pairs, say_readings, show, span_of, write, write_table


def add(command, say) -> None:
    """Registers the commands; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    target = command("target", target_places, say(
        id="urutkan tempat menurut kebutuhan dan katakan seberapa kokoh pilihannya",
        en="rank places by need and say how firm the choice is"))
    target.add_argument("file", type=Read, nargs="?", help=say(
        id="CSV atau Excel, satu baris per tempat dengan area_code; tanpa berkas, indeks desa dari --regency",
        en="CSV or Excel, one row a place with area_code; without it, the village index of --regency"))
    target.add_argument("--regency", help=say(
        id="kode Kemendagri, misalnya 36.04: desanya menurut indeks desa terbaru",
        en="Kemendagri code, for example 36.04: its desa by the newest village index"))
    target.add_argument("--need", action="append", metavar="COLUMN=END", help=say(
        id="ujung yang berarti lebih membutuhkan: higher (makin tinggi) atau lower (makin rendah); boleh diulang; bawaan untuk buku "
           "kerja: indeks kota, seperti dalam laporan",
        en="the end that means more need: higher or lower (repeat); default for a workbook: the city's index, as in its report"))
    target.add_argument("--weight", action="append", metavar="COLUMN=SHARE", help=say(
        id="bobot yang berjumlah 1 atau 100; sama besar bila tidak ditulis; boleh diulang",
        en="weights that sum to 1 or 100; equal when left out (repeat)"))
    target.add_argument("--k", type=int, help=say(
        id="banyaknya tempat yang dipilih (bawaan: menurut buku kerja; berkas lain 2)",
        en="places to choose (default: as the workbook says; 2 for other files)"))
    target.add_argument("--normalise", default="minmax", help=say(
        id="minmax, z, rank, percentile_rank",
        en="minmax, z, rank, percentile_rank"))
    target.add_argument("--aggregate", default="arithmetic", help=say(
        id="arithmetic, geometric, harmonic",
        en="arithmetic, geometric, harmonic"))
    target.add_argument("--draws", type=int, default=10_000, help=say(id="banyaknya undian bobot (bawaan 10.000)", en="draws of weights (default 10,000)"))
    target.add_argument("--seed", type=int, default=0, help=say(id="bilangan awal pengacakan (bawaan 0)", en="seed of the random numbers (default 0)"))
    target.add_argument("--out", type=Written, help=say(id="tulis seluruh urutan sebagai CSV", en="write the whole ranking as CSV"))
    target.add_argument("--sheet", help=say(
        id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
        en="sheet of an Excel file (default: the first that has the columns)"))
    target.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))

    draw = command("draw", draw_places, say(
        id="undi tempat yang tidak dapat dibedakan, dengan berita acara siap cetak",
        en="draw lots among places that cannot be told apart, with minutes to print"))
    draw.add_argument("candidates", type=Read, nargs="+", help=say(
        id="kode wilayah, atau satu berkas CSV atau Excel dengan kolom area_code",
        en="area codes, or one CSV or Excel file with a column area_code"))
    draw.add_argument("--n", type=int, required=True, help=say(
        id="banyaknya tempat yang diundi",
        en="places to draw"))
    seed = draw.add_mutually_exclusive_group(required=True)
    seed.add_argument("--seed", type=int, help=say(
        id="angka acuan undian: bilangan bulat yang belum diketahui siapa pun ketika daftar calon ditetapkan",
        en="a whole number that nobody could know when the list of candidates was fixed"))
    seed.add_argument("--list-only", action="store_true", help=say(
        id="hanya tetapkan daftar calon, dengan SHA-256-nya, untuk diumumkan sebelum angka acuannya diketahui",
        en="only fix the list of candidates, with its SHA-256, to be published before the seed is known"))
    draw.add_argument("--seed-source", default="", metavar="TEXT", help=say(
        id="sumber umum angka acuan itu, misalnya \"empat angka terakhir penutupan IHSG 1 Februari 2027\"",
        en="the public source of the seed, such as \"the last four digits of the stock index at its close on 1 February 2027\""))
    draw.add_argument("--year", type=int, help=say(id="tahun program", en="programme year"))
    draw.add_argument("--out", type=Written, help=say(
        id="tulis berita acara sebagai berkas teks",
        en="write the minutes as a text file"))
    draw.add_argument("--sheet", help=say(
        id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
        en="sheet of an Excel file (default: the first that has the columns)"))
    draw.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))

    households = command("households", choose_households, say(
        id="pilih tepat n keluarga di bawah kuota, dengan alasan dan akibatnya",
        en="choose exactly n households under quotas, with reasons and prices"))
    households.add_argument("file", type=Read, help=say(
        id="CSV atau Excel, satu baris per calon dengan household_id; atau buku kerja dari p2wkss template (keluarga gelombang 0)",
        en="CSV or Excel, one row a candidate with household_id; or a workbook from p2wkss template (households of wave 0)"))
    households.add_argument("--n", type=int, required=True, help=say(id="banyaknya keluarga yang dipilih", en="households to choose"))
    households.add_argument("--score", required=True, metavar="COLUMN[=END]", help=say(
        id="kolom kebutuhan, makin tinggi makin membutuhkan; tulis misalnya desil=lower bila makin rendah makin membutuhkan",
        en="the column of need, higher is needier; write for example desil=lower where lower is needier"))
    households.add_argument("--per-group", action="append", metavar="COLUMN=LEAST:MOST", help=say(
        id="misalnya rt=2:15; boleh diulang",
        en="for example rt=2:15 (repeat)"))
    households.add_argument("--quota", action="append", metavar="COLUMN=LEAST:MOST", help=say(
        id="kolom ya/tidak, misalnya unsafe_structure=20: ; boleh diulang",
        en="a yes/no column, for example unsafe_structure=20: (repeat)"))
    households.add_argument("--include", action="append", metavar="ID=REASON", help=say(
        id="misalnya promised (dijanjikan); alasan yang salah dijawab dengan daftarnya",
        en="for example promised; a wrong one is answered with the list"))
    households.add_argument("--exclude", action="append", metavar="ID=REASON", help=say(
        id="misalnya moved_away (pindah); alasan yang salah dijawab dengan daftarnya",
        en="for example moved_away; a wrong one is answered with the list"))
    households.add_argument("--out", type=Written, help=say(
        id="tulis daftar internal sebagai CSV (bukan untuk diumumkan)",
        en="write the internal list as CSV (not for publication)"))
    households.add_argument("--public", type=Written, help=say(
        id="tulis ringkasan untuk umum sebagai CSV, banyaknya keluarga dalam kelipatan lima",
        en="write the public summary as CSV, numbers of families in multiples of five"))
    households.add_argument("--by", default="rt", help=say(
        id="kelompok pada ringkasan untuk umum (bawaan rt)",
        en="group of the public summary (default rt)"))
    households.add_argument("--sheet", help=say(
        id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
        en="sheet of an Excel file (default: the first that has the columns)"))
    households.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


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
    show(options, shown, ranking.sentence(options.lang, k=k), stability.sentence(options.lang),
         ranking.explain(whole["area_code"].iloc[0], k).sentence(options.lang), "")
    return 0


def _of_city(options, city, need: dict, weights: dict | None):
    """Ranking, stability and k of a workbook's villages: the choice of its report, or another index over who may be chosen."""
    from ..city.answers import answered

    found = answered(city.need(options.k, weights, options.draws, options.seed, need or None, normalise=options.normalise,
                               aggregate=options.aggregate))
    if not options.json:
        said = (marked_synthetic(city, options.lang), found.eligibility.sentence(options.lang), found.columns_sentence(options.lang))
        print("\n".join(text for text in said if text))
    return found.ranking, found.stability, found.k


def _own_table(options, need: dict):
    """The user's own table, one row a place."""
    from ..tables.open_file import read_table

    if not need:
        raise WrongUse(id="Sebutkan paling sedikit satu --need KOLOM=higher atau KOLOM=lower.",
                       en="Give at least one --need COLUMN=higher or COLUMN=lower.")
    table = read_table(options.file, numbers=need, codes=["area_code"], sheet=options.sheet)
    say_readings(options, table)
    _must_exist(table["area_code"])
    return table


def _of_open_tables(options, need: dict, weights: dict | None):
    """Ranking, stability and k of the desa of one kabupaten, by the newest village index."""
    from ..open_data.answers import PER_YEAR, OpenAnswers

    if not options.regency:
        raise WrongUse(id="Berikan berkas, atau --regency dengan kode kabupaten, misalnya 36.04.",
                       en="Give a file, or --regency with a code, for example 36.04.")
    k = PER_YEAR if options.k is None else options.k
    found = OpenAnswers().need(options.regency, k, need, weights, options.draws, options.seed, options.normalise, options.aggregate)
    if not options.json:
        print(found.eligibility.sentence(options.lang))
    return found.ranking, found.stability, k


def _must_exist(codes) -> None:
    """Every code is a place of the list of areas, or an RW or RT of one."""
    from ..tables.intake import load

    unknown = sorted(set(codes[~codes.str[:13].isin(load("areas")["area_code"])]))
    if unknown:
        shown = ", ".join(unknown[:5]) + (", ..." if len(unknown) > 5 else "")
        raise WrongUse(id=f"Kode wilayah tidak ada dalam daftar Kemendagri: {shown}. Lihat kode di lembar villages buku kerja "
                          "(p2wkss template); contoh kode desa/kelurahan: 32.76.11.1001.",
                       en=f"Area codes that are not in the Kemendagri list: {shown}. See the codes in the sheet villages of the workbook "
                          "(p2wkss template); the code of a village looks like 32.76.11.1001.")


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
    _must_exist(pd.Series(given, dtype="str"))
    drawn = (candidate_list(given, options.n, options.year, options.seed_source) if options.list_only
             else draw_lots(given, options.n, options.seed, options.year, options.seed_source))
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


def choose_households(options) -> int:
    from ..targeting.households.beneficiaries import select_households

    groups = {k: span_of(v, "--per-group") for k, v in pairs(options.per_group, "--per-group").items()}
    quotas = {k: span_of(v, "--quota") for k, v in pairs(options.quota, "--quota").items()}
    score, needier = _score_and_end(options.score)
    table = _candidates(options, score, [*groups, *quotas])
    for column in quotas:
        table[column] = [_yes(cell, column, line) for cell, line in zip(table[column], table.attrs["lines"], strict=True)]
    chosen = select_households(table, options.n, score, groups, quotas,
                               pairs(options.include, "--include"), pairs(options.exclude, "--exclude"), needier)
    synthetic = table.attrs.get("synthetic", False)
    internal = _with_origin(chosen.table(options.lang), synthetic)  # all is made before anything is written
    if options.public:
        summary, kept = _public(options, chosen, table.attrs.get("city"))
        summary = for_the_public(_with_origin(summary, synthetic), options.lang)
    if options.out:
        write_table(options, options.out, internal)
    if options.public:
        write_table(options, options.public, summary)
        if kept and not options.json:
            print(kept.say(options.lang))
    # Only counts go to the screen: the list of households is internal and goes to --out.
    show(options, chosen.quotas(), chosen.sentence(options.lang), chosen.record_sentence(options.lang), "")
    return 0


def _public(options, chosen, city):
    """The summary for the public with its numbers as text, and what became of remembering them; of a workbook the numbers are
    those that its report and scorecards take."""
    from ..disclosure.in_fives import BASE, FEW
    from ..targeting.households.public_summary import NOT_FILLED

    if city is None:
        told, summary = None, chosen.public(options.by)
    else:
        from ..city.told import candidates_by

        told = city.told
        name = f"n={options.n}, {options.score}, {options.by}" + "".join(
            f", {limit}" for given in (options.per_group, options.quota) for limit in given or ())
        group, places = chosen.grouped(options.by), chosen.request.households.attrs["places"]
        summary = chosen.public(options.by, candidates_by(told.numbers, group, places), told.before.lists.get(name))
    kept = None if told is None else told.remember({name: dict(zip(summary["group"], map(int, summary["selected"]), strict=True))})
    empty = pick(options.lang, id="belum diisi", en="not filled in")
    shown = {c: [FEW if n < BASE else str(n) for n in summary[c]] for c in ("candidates", "selected")}
    return summary.assign(**shown, group=summary["group"].replace({NOT_FILLED: empty})), kept


def _with_origin(table, synthetic: bool):
    """A file made from made-up values says so on every line."""
    return table.assign(origin="DATA SINTETIS / SYNTHETIC DATA") if synthetic else table


def _score_and_end(text: str) -> tuple[str, str]:
    """`desil=lower` to (desil, lower). A bare column is needier where it is higher; a bare decile is asked back."""
    score, _, end = text.partition("=")
    score, end = score.strip(), end.strip()
    if not score or (end or "higher") not in ("higher", "lower"):
        raise WrongUse(id=f"--score {text!r} tidak terbaca; tulis KOLOM, KOLOM=higher, atau KOLOM=lower.",
                       en=f"--score {text!r} is not readable; write COLUMN, COLUMN=higher or COLUMN=lower.")
    if not end and re.search(r"desil|decile|peringkat[\W_]*kesejahteraan", score, re.IGNORECASE):
        raise WrongUse(
            id=f"Kolom {score} tampaknya desil kesejahteraan: desil 1 paling miskin. Bila memang demikian, tulis --score {score}=lower; "
            f"bila nilai yang lebih tinggi berarti lebih membutuhkan, tulis --score {score}=higher.",
            en=f"The column {score} looks like a decile of welfare: decile 1 is the poorest. If so, write --score {score}=lower; where a "
            f"higher value means more need, write --score {score}=higher.")
    return score, end or "higher"


def _candidates(options, score: str, asked: list[str]):
    """The candidates: the sheet of a workbook made by `p2wkss template`, or the user's own table."""
    from ..tables.open_file import read_table

    city = filled_workbook(options.file, options.lang)
    if city is None:
        table = read_table(options.file, numbers=[score], needed=["household_id", *asked], sheet=options.sheet)
        say_readings(options, table)
        return table
    from ..city.candidates import candidate_households

    table = candidate_households(city.checked, (score, *asked))
    if city.synthetic and not options.json:
        print(marked_synthetic(city, options.lang))
    table.attrs["city"] = city
    return table


_YES, _NO = {"ya", "yes", "true", "1", "y"}, {"tidak", "no", "false", "0", "t", "n"}


def _yes(cell, column: str, row: int) -> bool:
    text = str(cell).strip().lower()
    if text in _YES or text in _NO:
        return text in _YES
    shown = pick("id", id=text, en=text)
    raise WrongUse(id=f"Kolom {column}, baris {row}: {shown!r} bukan ya atau tidak.", en=f"Column {column}, line {row}: {shown!r} is neither yes nor no.")
