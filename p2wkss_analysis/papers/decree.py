"""Draft decrees: the sites of next year, and the assisted households by their ids; what is not known is a blank."""

from __future__ import annotations

import pandas as pd

from ..city.answers import CityAnswers
from ..reporting.document import Block, Caution, Column, Paragraph, Table
from ..say import Text
from ..tables.intake import load
from ..targeting.households.assisted import first_visits
from .office import full_name, head, names_of, of_the_head
from .paper import NewPage, Paper, Rows, Signatures, Title
from .texts import decree as say
from .texts import shared

LABEL = 3.5  # cm of the words at the left


def sites_decree(m: CityAnswers, lang: str) -> Paper:
    """The draft decree of next year's sites, with those fixed, proposed, and candidates of a draw."""
    n = m.need()
    year = n.year if n else shared.YEAR
    told = {"programme": m.programme, "city": full_name(m), "year": year}
    grounds = [say.FOR_SITES.fill(**told)]
    if n:
        grounds.append(say.BY_FIGURES.fill(n=len(n.ranking.codes), year=n.data_year))
    annex = [Title((say.ANNEX_OF_SITES.say(lang, year=year),)), *_sites(m, lang)]
    return _decree(m, lang, "sk-lokasi", say.SITES_TITLE.fill(**told), grounds, say.MINUTES, say.SITES_FIXED.fill(**told), annex)


def households_decree(m: CityAnswers, lang: str) -> Paper:
    """The draft decree of the assisted households, for the office alone: one row a household, by its id."""
    rows = _households(m)
    year = _year_of(m, rows)
    told = {"programme": m.programme, "city": full_name(m), "year": year}
    blocks: list[Block] = [Caution(say.NO_HOUSEHOLDS.say(lang), shared.NOT_YET.say(lang))]
    if len(rows):
        columns = (
            Column("number", shared.RANK.say(lang), "integer"),
            Column("household_id", say.HOUSEHOLD_ID.say(lang)),
            Column("village", shared.VILLAGE.say(lang)),
            Column("rw", "RW"),
            Column("rt", "RT"),
        )
        blocks = [Paragraph(say.IDS_ONLY.say(lang)), Table(rows, columns, "")]
    annex = [Title((say.ANNEX_OF_HOUSEHOLDS.say(lang, year=year),)), *blocks]
    title, fixed = say.HOUSEHOLDS_TITLE.fill(**told), say.HOUSEHOLDS_FIXED.fill(**told)
    ground = [say.FOR_HOUSEHOLDS.fill(**told)]
    return _decree(m, lang, "internal-sk-kk-binaan", title, ground, say.LIST_OF_CHOICE, fixed, annex, say.INTERNAL.say(lang))


def _decree(
    m: CityAnswers,
    lang: str,
    name: str,
    title: Text,
    grounds: list[Text],
    noted: Text,
    fixed: Text,
    annex: list[Block],
    remark: str = "",
) -> Paper:
    """The form that both decrees have."""
    considered = [*grounds, say.OTHER_GROUND]
    reasons = [
        (say.CONSIDERING.say(lang) if at == 0 else "", f"{chr(97 + at)}. {text.say(lang)}") for at, text in enumerate(considered)
    ]
    decided = ((say.FIRST, fixed), (say.SECOND, say.PAID_BY), (say.THIRD, say.IN_FORCE))
    of = head(m).say(lang)
    whole = say.FIXED_BY.say(lang, head=of.upper(), title=title.say(lang).upper())
    blocks: tuple[Block, ...] = (
        Title((say.DECREE_OF.say(lang, head=of.upper()), say.NUMBER.say(lang), say.ABOUT.say(lang), title.say(lang).upper(), "")),
        Rows((*reasons, (say.REGARDING.say(lang), say.LAWS.say(lang)), (say.NOTING.say(lang), noted.say(lang))), LABEL),
        Title((say.DECIDES.say(lang),)),
        Rows(((say.TO_FIX.say(lang), whole), *((word.say(lang), text.say(lang)) for word, text in decided)), LABEL),
        Signatures((((say.DONE_AT.say(lang), say.ON.say(lang), f"{of},"), (shared.NAME.say(lang),)),)),
        NewPage(),
        *annex,
        Signatures((((f"{of},",), (shared.NAME.say(lang),)),)),
    )
    return Paper(name, lang, title.say(lang), *of_the_head(m, lang), blocks, m.synthetic, remark)


def _sites(m: CityAnswers, lang: str) -> list[Block]:
    """The table of sites, or why there is none."""
    n = m.need()
    if not n:
        return [Caution(say.NO_SITES.say(lang, why=n.sentence(lang)))]
    lots = n.stability.lots() if not n.complete else None
    proposed, drawn = (lots.fixed, lots.candidates if lots.seats else ()) if lots else ((), ())
    states = {say.FIXED: n.eligibility.fixed, say.PROPOSED: proposed, say.CANDIDATE: drawn}
    every, within = load("areas").set_index("area_code")["name"], m.need_within_proposed()
    firm = within.firm() if within else {}
    recorded = _recorded_rw(m, n.year)
    lines = [(code, state.say(lang)) for state, codes in states.items() for code in codes]
    frame = pd.DataFrame(
        {
            "number": range(1, len(lines) + 1),
            "district": [str(every.get(code[:8], "")) for code, _ in lines],
            "village": names_of(m, [code for code, _ in lines]),
            "code": [code for code, _ in lines],
            "rw": [
                recorded.get(code) or (say.RW_PROPOSED.fill(rw=firm[code]) if code in firm else shared.RW).say(lang)
                for code, _ in lines
            ],
            "state": [state for _, state in lines],
        }
    )
    columns = (
        Column("number", shared.RANK.say(lang), "integer"),
        Column("district", shared.DISTRICT.say(lang)),
        Column("village", shared.VILLAGE.say(lang)),
        Column("code", shared.CODE.say(lang)),
        Column("rw", "RW"),
        Column("state", say.STATE.say(lang)),
    )
    losers = [Caution(say.DELETE_LOSERS.say(lang, seats=lots.seats))] if lots and lots.seats else []
    return [Table(frame, columns, ""), *losers]


def _recorded_rw(m: CityAnswers, year: int) -> dict[str, str]:
    """Village code to the RW that the sheet of sites names for the year."""
    sites = m.tables["sites"]
    rows = sites[sites["year"].eq(year).fillna(False)].dropna(subset=["village_code", "rw"])
    return {str(code): ", ".join(f"{rw:02d}" for rw in sorted(set(own))) for code, own in rows.groupby("village_code")["rw"]}


def _households(m: CityAnswers) -> pd.DataFrame:
    """The assisted households at their first visit, by place."""
    homes = m.tables["households"]
    if homes.empty:
        return homes
    rows = first_visits(homes)
    rows = rows[rows["assisted"].fillna(False).astype(bool)].sort_values(["village_code", "rw", "rt", "household_id"])
    return pd.DataFrame(
        {
            "number": range(1, len(rows) + 1),
            "code": rows["village_code"].to_numpy(),
            "household_id": rows["household_id"].to_numpy(),
            "village": names_of(m, rows["village_code"]),
            "rw": ["" if pd.isna(n) else f"{int(n):02d}" for n in rows["rw"]],
            "rt": ["" if pd.isna(n) else f"{int(n):02d}" for n in rows["rt"]],
        }
    )


def _year_of(m: CityAnswers, rows: pd.DataFrame) -> int | Text:
    """The programme year of the sites where the households live; a blank where no site names it."""
    sites = m.sites()
    if not sites or rows.empty:
        return shared.YEAR
    years = sites.rows.loc[sites.rows["area_code"].isin(rows["code"]), "year"]
    return int(years.max()) if len(years) else shared.YEAR
