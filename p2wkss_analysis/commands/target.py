"""`p2wkss target`: rank places by need, and say how firm the choice is; without any file by the proxies of `--regency`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..say.errors import NotEnoughData, WrongUse
from .line.given_paths import Read, Written
from .line.known_places import must_exist
from .line.own_workbook import column_called, filled_workbook, marked_synthetic
from .line.parser import Adds
from .line.shared_options import boundaries_option, json_option, seed_option, sheet_option
from .line.show import number_of, pairs, say_readings, show, write, write_table
from .texts import options as texts
from .texts import place as of_place
from .texts import results as say

if TYPE_CHECKING:
    import pandas as pd

    from ..front.city import City
    from ..front.open_data import OpenData
    from ..open_data.proxies.where_next import WhereNext
    from ..targeting.firmness.stability import Stability
    from ..targeting.ranking import Ranking


def add(command: Adds) -> None:
    """Registers the command."""
    target = command("target", target_places, texts.TARGET)
    target.add_argument("file", type=Read, nargs="?", help=texts.TARGET_FILE)
    target.add_argument("--regency", help=of_place.TARGET_REGENCY)
    target.add_argument("--need", action="append", metavar="COLUMN=END", help=texts.TARGET_NEED)
    target.add_argument("--weight", action="append", metavar="COLUMN=SHARE", help=texts.TARGET_WEIGHT)
    target.add_argument("--k", type=int, help=texts.TARGET_K)
    target.add_argument("--level", choices=("village", "rw", "rt"), default="village", help=texts.TARGET_LEVEL)
    target.add_argument("--village", metavar="CODE", help=texts.TARGET_VILLAGE)
    target.add_argument("--normalise", help=texts.TARGET_NORMALISE)
    target.add_argument("--aggregate", default="arithmetic", help=texts.TARGET_AGGREGATE)
    target.add_argument("--draws", type=int, default=10_000, help=texts.TARGET_DRAWS)
    seed_option(target)
    target.add_argument("--out", type=Written, help=texts.TARGET_OUT)
    target.add_argument("--map", type=Written, metavar="FILE", help=of_place.TARGET_MAP)
    boundaries_option(target)
    sheet_option(target)
    json_option(target)


def target_places(options: Namespace) -> int:
    need = pairs(options.need, "--need")
    weights = {k: number_of(v, "--weight") for k, v in pairs(options.weight, "--weight").items()} or None
    city = filled_workbook(options.file, options.lang, options.sheet) if options.file else None
    need = {column_called(city, "villages", column): end for column, end in need.items()}
    weights = {column_called(city, "villages", column): share for column, share in weights.items()} if weights else None
    if options.level != "village":
        return _within(options, city, need or weights)
    if options.village:
        raise WrongUse(say.VILLAGE_WITHOUT_LEVEL)
    if not options.file and not _of_index_alone(need):
        return _by_proxies(options, need, weights)
    if options.map or options.boundaries:
        raise WrongUse(of_place.MAP_OF_PROXIES)
    options.normalise = options.normalise or "minmax"
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
    if len(shown) < len(whole) and not options.out:
        print(say.REST_OF_TABLE.say(options.lang, shown=len(shown), n=len(whole)))
    return 0


def _of_city(options: Namespace, city: City, need: dict, weights: dict | None) -> tuple[Ranking, Stability, int]:
    """Ranking, stability and k of a workbook's villages: the choice of its report, or another index over who may be chosen."""
    from ..city.answers import answered

    found = city.need(
        options.k,
        weights,
        options.draws,
        options.seed,
        need or None,
        normalise=options.normalise,
        aggregate=options.aggregate,
    )
    if not found and isinstance(found.reason, NotEnoughData) and not need:
        raise with_proxies(found.reason, city.regency)
    found = answered(found)
    if not options.json:
        said = (
            marked_synthetic(city, options.lang),
            found.eligibility.sentence(options.lang),
            found.count_sentence(options.lang),
            found.columns_sentence(options.lang),
        )
        print("\n".join(text for text in said if text))
    return found.ranking, found.stability, found.k


def _within(options: Namespace, city: City | None, own_index: Mapping | None) -> int:
    """The RW or RT of one village of a workbook, by the figures of the city."""
    from ..city.answers import answered

    if city is None or own_index:
        raise WrongUse(say.LEVEL_NEEDS_WORKBOOK)
    k = 1 if options.k is None else options.k
    found = answered(city.need_within(options.village, options.level, k, options.draws, options.seed))
    if options.out:
        write_table(options, options.out, found.table())
    mark = marked_synthetic(city, options.lang)
    show(
        options,
        found.table() if options.json else found.table().head(max(15, k)),
        *filter(None, [mark]),
        found.sentence(options.lang),
    )
    return 0


def _own_table(options: Namespace, need: dict) -> pd.DataFrame:
    """The user's own table, one row a place."""
    from ..tables.open_file import read_table

    if not need:
        raise WrongUse(say.NO_NEED)
    table = read_table(options.file, numbers=need, codes=["area_code"], sheet=options.sheet, known=["name"])
    say_readings(options, table)
    must_exist(table["area_code"])
    return table


def _of_index_alone(need: Mapping) -> bool:
    """Whether the columns named are those of the village index: then it is the index that is asked, not what it stands for."""
    return bool(need) and set(need) <= {"idm", "iks", "ike", "ikl"}


def with_proxies(refused: NotEnoughData, regency: str) -> NotEnoughData:
    """The refusal of a workbook without figures, with the way to the proxies where there are any."""
    from ..open_data.answers import OpenAnswers
    from ..say import in_both, one_text

    try:
        OpenAnswers().where_next(regency, draws=1)
    except NotEnoughData:
        return refused
    return NotEnoughData(one_text([in_both(refused.sentence), of_place.PROXIES_MEANWHILE.fill(code=regency)]))


UNSHOWN = ["district", "score", "chance_low", "chance_high"]  # in a file and in JSON alone


def _by_proxies(options: Namespace, need: dict, weights: dict | None) -> int:
    """Where next in a kabupaten or kota by published figures alone: ranking, chances, past sites, strength, and a map."""
    from ..front.open_data import OpenData

    if not options.regency:
        raise WrongUse(say.FILE_OR_REGENCY)
    if options.boundaries and not options.map:
        raise WrongUse(of_place.BOUNDARIES_WITHOUT_MAP)
    kind = Path(options.map or "map.png").suffix.lower().lstrip(".")
    if kind not in ("png", "svg", "pdf"):
        raise WrongUse(say.UNKNOWN_PICTURE.fill(kind=kind))
    data = OpenData(options.regency)
    found = data.where_next(
        *(None, options.k, need or None, weights, options.draws, options.seed, options.normalise or "z", options.aggregate)
    )
    whole, labels = found.table(), found.labels(options.lang)
    if options.out:
        write_table(options, options.out, whole.rename(columns=labels))
    if options.map:
        _write_map(options, data, found, kind)
    shown = whole if options.json else whole.drop(columns=UNSHOWN).head(max(15, found.k))
    sentences = (found.sentence, found.basis_sentence, found.past_sentence, found.strength_sentence)
    show(options, shown, *(said(options.lang) for said in sentences), "", labels=labels)
    if len(shown) < len(whole) and not options.out:
        print(say.REST_OF_TABLE.say(options.lang, shown=len(shown), n=len(whole)))
    return 0


def _write_map(options: Namespace, data: OpenData, found: WhereNext, kind: str) -> None:
    import io

    from ..reporting.stories.place.where_next import chance

    buffer = io.BytesIO()
    chance(data, found, options.lang, options.boundaries).savefig(buffer, format=kind, dpi=200)
    write(options, options.map, buffer.getvalue())


def _of_open_tables(options: Namespace, need: dict, weights: dict | None) -> tuple[Ranking, Stability, int]:
    """Ranking, stability and k of the desa of one kabupaten, by the newest village index."""
    from ..open_data.answers import PER_YEAR, OpenAnswers

    if not options.regency:
        raise WrongUse(say.FILE_OR_REGENCY)
    k = PER_YEAR if options.k is None else options.k
    found = OpenAnswers().need(
        options.regency, k, need, weights, options.draws, options.seed, options.normalise, options.aggregate
    )
    if not options.json:
        print(found.eligibility.sentence(options.lang))
    return found.ranking, found.stability, k
