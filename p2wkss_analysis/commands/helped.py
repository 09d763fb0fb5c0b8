"""`p2wkss impact`, `plan`: did it help, and what could be seen."""

from __future__ import annotations

from ..say.errors import WrongUse
from ..say import integer, pick
from .line.given_paths import Read, Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.show import in_words, say_readings, show, whole, whole_numbers, write_table


def add(command, say) -> None:
    """Registers the commands; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    impact = command("impact", evaluate_panel, say(
        id="perkirakan apa yang berubah karena menjadi lokasi; tanpa berkas, kasus nyata indeks desa",
        en="estimate what being a site changed; without a file, the real village-index case"))
    _panel_options(impact, say, "?")
    impact.add_argument("--by", choices=("cohort", "year"), default="cohort", help=say(
        id="baris rincian perubahan (buku besar)",
        en="rows of the ledger"))
    impact.add_argument("--draws", type=int, default=999, help=say(id="banyaknya undian plasebo (bawaan 999)", en="placebo draws (default 999)"))
    impact.add_argument("--ledger", type=Written, help=say(id="tulis rincian perubahan sebagai CSV", en="write the ledger as CSV"))
    impact.add_argument("--protocol", type=Read, help=say(
        id="protokol yang ditetapkan sebelumnya; sidik dan setiap penyimpangannya dicetak",
        en="the protocol fixed beforehand; its hash and every departure are printed"))

    plan = command("plan", plan_designs, say(
        id="pengaruh terkecil yang dapat terlihat, sebelum tahun program mulai",
        en="smallest detectable effect and power before the year starts"))
    _panel_options(plan, say, None)
    plan.add_argument("--sites", default="1,2", help=say(
        id="lokasi setiap tahun, misalnya 1,2,3",
        en="sites a year, for example 1,2,3"))
    plan.add_argument("--for-years", default="2,4", help=say(
        id="lamanya program dalam tahun, misalnya 2,4",
        en="years of the programme, for example 2,4"))
    plan.add_argument("--draws", type=int, default=199, help=say(id="banyaknya simulasi (bawaan 199)", en="simulations (default 199)"))
    plan.add_argument("--protocol", type=Written, help=say(
        id="tulis protokol bertanggal (hasil, cara, aturan, lokasi) ke berkas ini, tidak pernah menimpa",
        en="write a dated protocol (outcome, method, rule, sites) to this file, never over another"))


def _panel_options(parser, say, nargs) -> None:
    parser.add_argument("file", type=Read, nargs=nargs, help=say(
        id="CSV atau Excel: area_code, year, kolom hasil, programme_year (kosong bila tidak pernah); atau buku kerja dari p2wkss template",
        en="CSV or Excel: area_code, year, the outcome, programme_year (empty for never); or a workbook from p2wkss template"))
    parser.add_argument("--outcome", help=say(id="kolom hasil", en="column of the outcome"))
    parser.add_argument("--better", choices=("higher", "lower"), help=say(
        id="ujung mana yang lebih baik",
        en="which end is better"))
    parser.add_argument("--ranking", help=say(
        id="kolom nilai urutan seperti yang diketahui ketika lokasi dipilih",
        en="column of the ranking value as known when sites were chosen"))
    parser.add_argument("--group", help=say(
        id="kolom kelompok tempat lokasi dipilih di dalamnya",
        en="column of the group within which sites were chosen"))
    parser.add_argument("--rule", metavar="BY,PICKS,PER_YEAR,LAG", help=say(
        id="misalnya outcome,lowest,2,1; dianggap tidak diketahui bila tidak ditulis",
        en="for example outcome,lowest,2,1; unknown when left out"))
    parser.add_argument("--sheet", help=say(
        id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
        en="sheet of an Excel file (default: the first that has the columns)"))
    parser.add_argument("--seed", type=int, default=0, help=say(id="bilangan awal pengacakan (bawaan 0)", en="seed of the random numbers (default 0)"))
    parser.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def evaluate_panel(options) -> int:
    from ..impact.evaluation import evaluate

    if not options.file:
        return _real_case(options)
    if not options.outcome and (city := filled_workbook(options.file, options.lang)) is not None:
        return _city(options, city)
    panel, rule = _panel(options), _rule(options)
    agreed = _kept(options, panel, rule)
    evaluation = evaluate(panel, rule, draws=options.draws, seed=options.seed)
    ledger = evaluation.ledger(options.by) if evaluation.headline.runs else None
    if options.ledger and ledger is not None:
        write_table(options, options.ledger, ledger)
    lines = [*agreed, evaluation.sentence(options.lang), *filter(None, [evaluation.other_assumption(options.lang)]), ""]
    if ledger is not None:
        lines += [in_words(ledger, options.lang), ""]
    show(options, evaluation.for_report(options.lang), *lines)
    return 0


def _city(options, city) -> int:
    """All outcomes of a city's workbook, the main one by its settings or the order that is fixed for every city."""
    from ..city.answers import answered

    if options.protocol or options.ledger:
        raise WrongUse(id="--protocol dan --ledger memerlukan --outcome KOLOM dan --better, misalnya --outcome stunting_percent --better lower.",
                       en="--protocol and --ledger need --outcome COLUMN and --better, such as --outcome stunting_percent --better lower.")
    result, lang = answered(city.effect(_rule(options), options.draws, options.seed)), options.lang
    more = pick(lang, id=f"Laporan lengkap, dengan batas penafsirannya: p2wkss report --data {options.file}",
                en=f"The whole report, with the limits of what can be read: p2wkss report --data {options.file}")
    said = [marked_synthetic(city, lang), result.named_before(lang), result.sentence(lang), result.other_assumption_sentence(lang),
            result.outcomes_sentence(lang), result.left_out_sentence(lang), more]
    show(options, result.table(lang) if options.json else result.named(lang).for_report(lang), *(line for line in said if line), "")
    return 0


def _kept(options, panel, rule) -> list[str]:
    """The hash of the protocol and whether the evaluation keeps to it."""
    if not options.protocol:
        return []
    from ..impact.protocol import departures, protocol, read_protocol

    fixed = read_protocol(options.protocol)
    return [fixed.sentence(options.lang), *departures(fixed, protocol(panel, rule), options.lang)]


def _real_case(options) -> int:
    from ..open_data.village_index_case import village_index_case
    from ..tables.intake import load

    case = village_index_case(load("village_index"), load("programme_sites"), load("areas"), draws=options.draws, seed=options.seed)
    show(options, case.for_report(options.lang).drop(columns=["p_value", "smallest_p"]), case.sentence(options.lang), "")
    return 0


def plan_designs(options) -> int:
    from ..impact.plan import plan

    sites, years = whole_numbers(options.sites, "--sites"), whole_numbers(options.for_years, "--for-years")
    panel, rule = _panel(options), _rule(options)
    fixed = []
    if options.protocol:
        from ..impact.protocol import protocol
        from ..files.atomic import refuse_taken

        refuse_taken(options.protocol)
        made = protocol(panel, rule)
        fixed = [made.sentence(options.lang)]
    result = plan(panel, rule, sites, years, draws=options.draws, seed=options.seed)
    if options.protocol:
        made.save(options.protocol)  # last: a plan that is refused fixes nothing
    show(options, result.table(), *fixed, result.sentence(options.lang), "")
    return 0


def _panel(options):
    from ..impact.panel.panel import Panel
    from ..tables.open_file import read_table

    if not options.outcome or not options.better:
        raise WrongUse(id="Sebutkan --outcome KOLOM dan --better higher atau lower.", en="Give --outcome COLUMN and --better higher or lower.")
    city = filled_workbook(options.file, options.lang)
    if city is not None:
        from ..city.need import must_be_figures
        from ..impact.panel.villages import village_panel

        villages, sites = city.tables["villages"], city.tables["sites"]
        must_be_figures(villages, [options.outcome])
        panel, left = village_panel(villages, sites, options.outcome, options.better, ranking=options.ranking, group=options.group)
        if city.synthetic and not options.json:
            print(marked_synthetic(city, options.lang))
        if left and not options.json:
            print(pick(options.lang, id=f"{integer(left, 'id')} desa/kelurahan tidak ikut dihitung: programnya dimulai sebelum atau pada tahun angka pertama.",
                       en=f"{integer(left, 'en')} village(s) left out: their programme began before or in the first year of figures."))
        return panel
    numbers = [options.outcome, "year", "programme_year"] + ([options.ranking] if options.ranking else [])
    table = read_table(options.file, numbers=numbers, needed=["area_code"] + ([options.group] if options.group else []), sheet=options.sheet)
    say_readings(options, table)
    return Panel.from_table(table, outcome=options.outcome, better=options.better, ranking=options.ranking, group=options.group)


def _rule(options):
    from ..rule import SelectionRule

    if not options.rule:
        return None
    parts = [part.strip() for part in options.rule.split(",")]
    if len(parts) != 4:
        raise WrongUse(id=f"--rule {options.rule!r} tidak terbaca; contoh: outcome,lowest,2,1.",
                       en=f"--rule {options.rule!r} is not readable; for example: outcome,lowest,2,1.")
    return SelectionRule(by=parts[0], picks=parts[1], per_year=whole(parts[2], "--rule"), lag=whole(parts[3], "--rule"), within="group" if options.group else None)
