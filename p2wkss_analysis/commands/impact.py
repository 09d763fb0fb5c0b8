"""`p2wkss impact`: what being a site changed."""

from __future__ import annotations

from ..say import pick
from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.panel_options import panel_of, panel_options, rule_of
from .line.show import in_words, show, write_table


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    impact = command(
        "impact",
        evaluate_panel,
        say(
            id="perkirakan apa yang berubah karena menjadi lokasi; tanpa berkas, kasus nyata indeks desa",
            en="estimate what being a site changed; without a file, the real village-index case",
        ),
    )
    panel_options(impact, say, "?")
    impact.add_argument(
        "--by",
        choices=("cohort", "year"),
        default="cohort",
        help=say(id="baris rincian perubahan (buku besar)", en="rows of the ledger"),
    )
    impact.add_argument(
        "--draws", type=int, default=999, help=say(id="banyaknya undian plasebo (bawaan 999)", en="placebo draws (default 999)")
    )
    impact.add_argument(
        "--ledger", type=Written, help=say(id="tulis rincian perubahan sebagai CSV", en="write the ledger as CSV")
    )
    impact.add_argument(
        "--protocol",
        type=Read,
        help=say(
            id="protokol yang ditetapkan sebelumnya; sidik dan setiap penyimpangannya dicetak",
            en="the protocol fixed beforehand; its hash and every departure are printed",
        ),
    )


def evaluate_panel(options) -> int:
    from ..impact.evaluation import evaluate

    if not options.file:
        return _real_case(options)
    if not options.outcome and (city := filled_workbook(options.file, options.lang)) is not None:
        return _city(options, city)
    panel, rule = panel_of(options), rule_of(options)
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
        raise WrongUse(
            id="--protocol dan --ledger memerlukan --outcome KOLOM dan --better, misalnya --outcome stunting_percent --better lower.",
            en="--protocol and --ledger need --outcome COLUMN and --better, such as --outcome stunting_percent --better lower.",
        )
    result, lang = answered(city.effect(rule_of(options), options.draws, options.seed)), options.lang
    more = pick(
        lang,
        id=f"Laporan lengkap, dengan batas penafsirannya: p2wkss report --data {options.file}",
        en=f"The whole report, with the limits of what can be read: p2wkss report --data {options.file}",
    )
    said = [
        marked_synthetic(city, lang),
        result.named_before(lang),
        result.sentence(lang),
        result.other_assumption_sentence(lang),
        result.outcomes_sentence(lang),
        result.left_out_sentence(lang),
        more,
    ]
    show(
        options, result.table(lang) if options.json else result.named(lang).for_report(lang), *(line for line in said if line), ""
    )
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

    case = village_index_case(
        load("village_index"), load("programme_sites"), load("areas"), draws=options.draws, seed=options.seed
    )
    show(options, case.for_report(options.lang).drop(columns=["p_value", "smallest_p"]), case.sentence(options.lang), "")
    return 0
