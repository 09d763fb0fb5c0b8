"""The past sites of a city's own workbook: the register, the need known when each was announced, and what does not agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..dictionary.sheets import fields_of
from ..display import Shown
from ..say import Text, together
from ..say.errors import NotEnoughData
from ..targeting.audit.targets import Audit, audit_targets
from .need import need_by_year
from .texts import sites as texts

NEEDIEST = 0.2  # the share of villages that counts as the neediest in the audit
REGISTER = (
    "year",
    "area_code",
    "name",
    "rw",
    "rt",
    "decree",
    "decree_date",
    "announced_date",
    "known_year",
    "chosen_by",
    "planned_households",
    "planned_unit",
    "choice_note",
)


@dataclass(frozen=True, eq=False)
class CitySites(Shown):
    """The register of a city's sites, their audit, and its conflicts.

    rows: see `.table()`; audit, or None and `why_not` says the reason; conflicts: one sentence each.
    """

    rows: pd.DataFrame
    audit: Audit | None
    why_not: Text | None
    conflicts: tuple[Text, ...]

    def __bool__(self) -> bool:
        """Whether there is any site; without one the sentence says what to fill in."""
        return len(self.rows) > 0

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row a site, the newest last: year, area_code, name, rw, rt, decree, decree_date, announced_date, known_year (the
        newest year of figures surely known when it was chosen), chosen_by, planned_households, planned_unit, choice_note,
        rank, places, percentile (near 0 the neediest), need_year, note (why it has no rank)."""
        if self.audit is None:
            empty = dict.fromkeys(("rank", "places", "percentile", "need_year", "note"), pd.NA)
            return self.rows.assign(**empty)
        places = self.audit.places(lang)[["area_code", "year", "rank", "places", "percentile", "need_year", "note"]]
        return (
            self.rows.assign(decided=self.rows["known_year"] + 1)
            .merge(places.rename(columns={"year": "decided"}), on=["area_code", "decided"], how="left")
            .drop(columns="decided")
        )

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.table(lang)[["year", "name", "rw", "decree", "chosen_by", "rank", "places", "note"]]
        return shown.assign(chosen_by=[chosen_word(way, lang) for way in shown["chosen_by"]]).dropna(axis="columns", how="all")

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {
            "decree": texts.DECREE.say(lang),
            "chosen_by": texts.CHOSEN_BY.say(lang),
            "rank": texts.RANK_WHEN_CHOSEN.say(lang),
            "rw": texts.RW.say(lang),
        }

    def hits_sentence(self, lang: str | None = None) -> str:
        """How many of the sites were among the neediest, beside random selection, for a summary; in full: `audit.sentence`."""
        if self.audit is None:
            return ""
        value = {name: triple[0] for name, triple in self.audit.measures.items()}
        left = int((self.audit.sites["reason"] != "").sum())
        hits = texts.HITS.fill(hits=value["hits"], n=value["chosen"], lots=value["hits_by_lottery"])
        return together([hits, texts.NOT_AUDITED.fill(n=left) if left else "", self._again()], lang)

    def how_chosen(self) -> pd.DataFrame:
        """chosen_by (missing: not said), sites: how many sites were chosen in which way, by the city's own statement."""
        counts = self.rows["chosen_by"].value_counts(dropna=False)
        return counts.rename_axis("chosen_by").reset_index(name="sites")

    def register_sentence(self, lang: str | None = None) -> str:
        """How many sites there are, since when, how they were chosen according to the city, and how far ahead they were known."""
        n = len(self.rows)
        if not n:
            return texts.NO_SITES.say(lang)
        years, announced = self.rows["year"], self.rows["announced_date"]
        ways = [texts.WAY_WITH_COUNT.fill(way=chosen_text(r.chosen_by), n=r.sites) for r in self.how_chosen().itertuples()]
        known, ahead = int(announced.notna().sum()), int((announced.dt.year < years).sum())
        said = [
            texts.ON_RECORD.fill(n=n, first=years.min(), last=years.max(), ways=ways),
            texts.ANNOUNCED.fill(n=known, ahead=ahead) if known else texts.NOT_ANNOUNCED,
            self._again() if self.audit is None else "",
        ]
        return together(said, lang)

    def _again(self) -> Text | str:
        """Of how many villages the sites are, where some served more than once; empty where each served once."""
        villages = self.rows["area_code"].nunique()
        return texts.AGAIN_IN_ONE.fill(villages=villages) if villages < len(self.rows) else ""

    def sentence(self, lang: str | None = None) -> str:
        """Whether the sites were among the neediest, where that is known, then the register."""
        return together([self.hits_sentence(lang), self.register_sentence(lang)], lang)


def city_sites(
    sites: pd.DataFrame,
    villages: pd.DataFrame,
    used: tuple[str, ...],
    register: pd.DataFrame | None = None,
    draws: int = 9999,
    seed: int = 0,
    places: Mapping[str, str] | None = None,
    weights: Mapping[str, float] | None = None,
) -> CitySites:
    """The register of past and planned sites, audited with what was known when they were chosen.

    sites, villages: sheets of a checked workbook. used: columns of the need index (`city_need(...).used`). A site is judged
    by the newest year of figures before the year in which it was announced (decreed, where no announcement is on record; the
    programme year, where neither is), so that no figure enters that could not have been known. register: rows of the open
    table `programme_sites` of this city, against which the sheet is compared. places, weights: as `city_need`.

    >>> villages = pd.DataFrame({"village_code": [f"32.76.01.100{i}" for i in range(1, 6)], "village": list("ABCDE"),
    ...     "year": 2023, "low_decile_percent": [30, 10, 20, 15, 5.0], "decile_cut": 4})
    >>> sites = pd.DataFrame({"year": [2024], "village_code": ["32.76.01.1001"]})
    >>> places = dict(zip(villages["village_code"], villages["village"]))
    >>> int(city_sites(sites, villages, ("low_decile_percent",), places=places).table()["rank"][0])
    1
    """
    names = {**_names(villages), **(places or {})}
    rows = _register(sites, names)
    if rows.empty:
        return CitySites(rows, None, texts.NO_SITES, ())
    need = need_by_year(villages, used, places, weights) if used else pd.DataFrame(columns=["area_code", "year", "need"])
    audit, why = _audit(rows, need, draws, seed)
    found = [*_dates(rows), *_again(rows), *_stated(rows, audit), *_against(rows, register, names)]
    return CitySites(rows, audit, why, tuple(found))


def chosen_word(value: object, lang: str) -> str:
    """How a site was chosen, in the workbook's words; "not said" where it is missing.

    >>> chosen_word("draw", "en")
    'public draw'
    """
    return chosen_text(value).say(lang)


def chosen_text(value: Any) -> Text:
    """The same in both languages."""
    if value is None or value is pd.NA or value != value:
        return texts.NOT_SAID
    field = next(f for f in fields_of("sites") if f["name"] == "chosen_by")
    return next((Text.of(c["label"]) for c in field["categories"] if c["value"] == value), Text(str(value), str(value)))


def _register(sites: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    rows = sites.rename(columns={"village_code": "area_code"}).dropna(subset=["year", "area_code"])
    rows = rows.assign(name=[names.get(code, code) for code in rows["area_code"]])
    rows = rows.reindex(columns=[c for c in REGISTER if c != "known_year"])
    for name in ("decree_date", "announced_date"):
        rows[name] = pd.to_datetime(rows[name])
    rows["year"] = rows["year"].astype(int)
    said = rows["announced_date"].fillna(rows["decree_date"]).dt.year
    rows["known_year"] = said.where(said <= rows["year"], rows["year"]).fillna(rows["year"]).astype(int) - 1
    return rows[list(REGISTER)].sort_values(["year", "area_code", "rw", "rt"], ignore_index=True)


def _audit(rows: pd.DataFrame, need: pd.DataFrame, draws: int, seed: int) -> tuple[Audit | None, Text | None]:
    chosen = pd.DataFrame({"area_code": rows["area_code"], "year": rows["known_year"] + 1}).drop_duplicates()
    if need.empty:
        return None, texts.NO_RANKED_YEAR
    try:
        return audit_targets(chosen, need, k=NEEDIEST, draws=draws, seed=seed), None
    except NotEnoughData as error:
        return None, Text(error.sentence("id"), error.sentence("en"))


def _dates(rows: pd.DataFrame) -> list[Text]:
    """Decrees and announcements that cannot be right beside the programme year."""
    return [
        said.fill(site=row["name"], year=row["year"], day=row[column])
        for column, said in (("announced_date", texts.ANNOUNCED_LATE), ("decree_date", texts.DECREED_LATE))
        for _, row in rows[rows[column].dt.year > rows["year"]].iterrows()
    ]


def _again(rows: pd.DataFrame) -> list[Text]:
    """Villages that were a site in more than one year."""
    return [
        texts.SITE_AGAIN.fill(site=own["name"].iloc[0], years=sorted(own["year"].unique()))
        for _, own in rows.groupby("area_code")
        if own["year"].nunique() > 1
    ]


def _stated(rows: pd.DataFrame, audit: Audit | None) -> list[Text]:
    """Sites said to be chosen by need that were not among the neediest by the figures known then."""
    if audit is None:
        return []
    places = audit.places("en").rename(columns={"year": "decided"})
    both = rows.assign(decided=rows["known_year"] + 1).merge(places, on=["area_code", "decided"], how="left")
    hard = both[(both["chosen_by"] == "score") & both["rank"].notna() & (both["percentile"] > 100 * NEEDIEST)]
    return [
        texts.SAID_NEED.fill(site=r.name, year=r.year, rank=int(r.rank), places=int(r.places), data_year=int(r.need_year))
        for r in hard.itertuples()
    ]


def _against(rows: pd.DataFrame, register: pd.DataFrame | None, names: Mapping[str, str]) -> list[Text]:
    """What the open register of sites says otherwise, within the years of the workbook."""
    if register is None or register.empty:
        return []
    known = register.dropna(subset=["village_code", "year"])
    known = known[known["year"].between(rows["year"].min(), rows["year"].max())]
    ours = set(zip(rows["area_code"], rows["year"], strict=True))
    theirs = set(zip(known["village_code"], known["year"].astype(int), strict=True))
    our_years, their_years = {year for _, year in ours}, {year for _, year in theirs}
    found = [
        (texts.OTHER_IN_PRESS if year in our_years else texts.ONLY_IN_PRESS).fill(site=names.get(code, code), year=year)
        for code, year in sorted(theirs - ours, key=lambda pair: pair[::-1])
    ]
    found += [
        texts.NOT_IN_PRESS.fill(site=names.get(code, code), year=year)
        for code, year in sorted(ours - theirs, key=lambda pair: pair[::-1])
        if year in their_years
    ]
    return found


def _names(villages: pd.DataFrame) -> dict[str, str]:
    """Code to the name on the sheet `villages`."""
    named = villages.dropna(subset=["village"]) if "village" in villages else villages.iloc[:0]
    return dict(zip(named["village_code"], named["village"], strict=True)) if len(named) else {}
