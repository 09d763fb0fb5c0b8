"""The past sites of a city's own workbook: the register, the need known when each was announced, and what does not agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..dictionary.sheets import fields_of
from ..display import Shown
from ..say import integer, join, number, pick
from ..say.errors import NotEnoughData
from ..targeting.audit.targets import Audit, audit_targets
from .need import need_by_year

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

    rows: see `.table()`; audit or None with `why_not` ((id, en) of the reason); conflicts: (id, en) sentences.
    """

    rows: pd.DataFrame
    audit: Audit | None
    why_not: tuple[str, str] | None
    conflicts: tuple[tuple[str, str], ...]

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
            "decree": pick(lang, id="Nomor SK", en="Decree"),
            "chosen_by": pick(lang, id="Cara memilih", en="How chosen"),
            "rank": pick(lang, id="Peringkat kebutuhan saat dipilih", en="Rank of need when chosen"),
            "rw": "RW",
        }

    def hits_sentence(self, lang: str | None = None) -> str:
        """How many of the sites hit the need known then, beside lots, for a summary; the exact words are `audit.sentence`."""
        if self.audit is None:
            return ""
        value = {name: triple[0] for name, triple in self.audit.measures.items()}
        hits, n = integer(value["hits"], lang), integer(value["chosen"], lang)
        lots = number(value["hits_by_lottery"], 1, lang)
        left = int((self.audit.sites["reason"] != "").sum())
        return pick(
            lang,
            id=f"{hits} dari {n} lokasi termasuk seperlima yang paling membutuhkan pada tahunnya; undian biasanya {lots}."
            + (f" {integer(left, lang)} lokasi lain tidak dapat diaudit." if left else ""),
            en=f"{hits} of {n} site{'s' if value['chosen'] > 1 else ''} {'was' if value['hits'] == 1 else 'were'} among the neediest "
            f"fifth of the time; drawing lots would usually hit {lots}."
            + (f" {integer(left, lang)} more cannot be audited." if left else ""),
        )

    def how_chosen(self) -> pd.DataFrame:
        """chosen_by (missing: not said), sites: how many sites were chosen in which way, by the city's own statement."""
        counts = self.rows["chosen_by"].value_counts(dropna=False)
        return counts.rename_axis("chosen_by").reset_index(name="sites")

    def sentence(self, lang: str | None = None) -> str:
        """How many sites there are, since when, how they were chosen by the city's own word, and how far ahead they were known."""
        n = len(self.rows)
        if not n:
            return pick(lang, id="Lembar sites belum berisi lokasi.", en="The sheet sites holds no site yet.")
        years = self.rows["year"]
        ways = [f"{chosen_word(r.chosen_by, lang)} ({integer(r.sites, lang)})" for r in self.how_chosen().itertuples()]
        text = pick(
            lang,
            id=f"{integer(n, lang)} lokasi tercatat, {years.min()} sampai {years.max()}. Cara memilih menurut kota: "
            f"{join(ways, lang)}.",
            en=f"{integer(n, lang)} site{'s are' if n > 1 else ' is'} on record, {years.min()} to {years.max()}. How chosen, "
            f"by the city's own word: "
            f"{join(ways, lang)}.",
        )
        ahead = self.rows["announced_date"].notna() & (self.rows["announced_date"].dt.year < self.rows["year"])
        known = int(self.rows["announced_date"].notna().sum())
        if not known:
            return text + pick(
                lang,
                id=" Tanggal pengumuman belum diisi untuk satu pun lokasi.",
                en=" The date of announcement is not filled in for any site.",
            )
        return text + pick(
            lang,
            id=f" Dari {integer(known, lang)} yang tanggal pengumumannya diisi, {integer(ahead.sum(), lang)} diumumkan sebelum "
            f"tahun programnya.",
            en=f" Of {integer(known, lang)} with a date of announcement, {integer(ahead.sum(), lang)} were announced before "
            f"their programme year.",
        )


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
    rows = _register(sites, villages)
    if rows.empty:
        return CitySites(rows, None, ("Lembar sites belum berisi lokasi.", "The sheet sites holds no site yet."), ())
    need = need_by_year(villages, used, places, weights) if used else pd.DataFrame(columns=["area_code", "year", "need"])
    audit, why = _audit(rows, need, draws, seed)
    found = [*_dates(rows), *_again(rows), *_stated(rows, audit), *_against(rows, register, _names(villages))]
    return CitySites(rows, audit, why, tuple(found))


def chosen_word(value, lang: str) -> str:
    """How a site was chosen, in the workbook's words; "not said" where it is missing.

    >>> chosen_word("draw", "en")
    'public draw'
    """
    if value is None or value is pd.NA or value != value:
        return pick(lang, id="tidak disebut", en="not said")
    field = next(f for f in fields_of("sites") if f["name"] == "chosen_by")
    return next((pick(lang, **c["label"]) for c in field["categories"] if c["value"] == value), str(value))


def _register(sites: pd.DataFrame, villages: pd.DataFrame) -> pd.DataFrame:
    rows = sites.rename(columns={"village_code": "area_code"}).dropna(subset=["year", "area_code"])
    names = _names(villages)
    rows = rows.assign(name=[names.get(code, code) for code in rows["area_code"]])
    rows = rows.reindex(columns=[c for c in REGISTER if c != "known_year"])
    for name in ("decree_date", "announced_date"):
        rows[name] = pd.to_datetime(rows[name])
    rows["year"] = rows["year"].astype(int)
    said = rows["announced_date"].fillna(rows["decree_date"]).dt.year
    rows["known_year"] = said.where(said <= rows["year"], rows["year"]).fillna(rows["year"]).astype(int) - 1
    return rows[list(REGISTER)].sort_values(["year", "area_code", "rw", "rt"], ignore_index=True)


def _audit(rows: pd.DataFrame, need: pd.DataFrame, draws: int, seed: int):
    chosen = pd.DataFrame({"area_code": rows["area_code"], "year": rows["known_year"] + 1}).drop_duplicates()
    if need.empty:
        return None, (
            "Belum ada tahun yang kolom kebutuhannya terisi cukup untuk memeringkat desa/kelurahan.",
            "No year has its columns of need filled in well enough to rank the villages.",
        )
    try:
        return audit_targets(chosen, need, k=NEEDIEST, draws=draws, seed=seed), None
    except NotEnoughData as error:
        return None, (error.sentence("id"), error.sentence("en"))


def _dates(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Decrees and announcements that cannot be right beside the programme year."""
    found = []
    late = rows[rows["announced_date"].dt.year > rows["year"]]
    found += [
        (
            f"{_site(r)}: diumumkan {r.announced_date:%d-%m-%Y}, sesudah tahun programnya.",
            f"{_site(r)}: announced on {r.announced_date:%d-%m-%Y}, after its programme year.",
        )
        for r in late.itertuples()
    ]
    after = rows[rows["decree_date"].dt.year > rows["year"]]
    found += [
        (
            f"{_site(r)}: SK bertanggal {r.decree_date:%d-%m-%Y}, sesudah tahun programnya.",
            f"{_site(r)}: the decree is of {r.decree_date:%d-%m-%Y}, after its programme year.",
        )
        for r in after.itertuples()
    ]
    return found


def _again(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Villages that were a site in more than one year."""
    found = []
    for _, own in rows.groupby("area_code"):
        years, name = sorted(own["year"].unique()), own["name"].iloc[0]
        if len(years) > 1:
            shown = [str(y) for y in years]
            found.append(
                (
                    f"{name} menjadi lokasi lebih dari sekali: {join(shown, 'id')}.",
                    f"{name} was a site more than once: {join(shown, 'en')}.",
                )
            )
    return found


def _stated(rows: pd.DataFrame, audit: Audit | None) -> list[tuple[str, str]]:
    """Sites said to be chosen by need that were not among the neediest by the figures known then."""
    if audit is None:
        return []
    places = audit.places("en").rename(columns={"year": "decided"})
    both = rows.assign(decided=rows["known_year"] + 1).merge(places, on=["area_code", "decided"], how="left")
    hard = both[(both["chosen_by"] == "score") & both["rank"].notna() & (both["percentile"] > 100 * NEEDIEST)]
    return [
        (
            f"{_site(r)}: menurut kota dipilih berdasarkan nilai kebutuhan, tetapi peringkatnya {int(r.rank)} dari "
            f"{int(r.places)} menurut "
            f"data {int(r.need_year)}.",
            f"{_site(r)}: chosen by need score, the city says, but it ranked {int(r.rank)} of {int(r.places)} by the data of "
            f"{int(r.need_year)}.",
        )
        for r in hard.itertuples()
    ]


def _against(rows: pd.DataFrame, register: pd.DataFrame | None, names: dict) -> list[tuple[str, str]]:
    """What the open register of sites says otherwise, within the years of the workbook."""
    if register is None or register.empty:
        return []
    known = register.dropna(subset=["village_code", "year"])
    known = known[known["year"].between(rows["year"].min(), rows["year"].max())]
    ours = set(zip(rows["area_code"], rows["year"], strict=True))
    theirs = set(zip(known["village_code"], known["year"].astype(int), strict=True))
    found = []
    for code, year in sorted(theirs - ours, key=lambda pair: pair[::-1]):
        name, other = names.get(code, code), any(y == year for _, y in ours)
        found.append(
            (
                f"{name} {year}: ada dalam daftar terbuka dari pemberitaan, tidak ada pada lembar sites"
                + (", yang menyebut tempat lain untuk tahun itu." if other else "."),
                f"{name} {year}: on the open register from the press, not on the sheet sites"
                + (", which names another place for that year." if other else "."),
            )
        )
    for code, year in sorted(ours - theirs, key=lambda pair: pair[::-1]):
        if any(y == year for _, y in theirs):
            name = names.get(code, code)
            found.append(
                (
                    f"{name} {year}: ada pada lembar sites, tidak ada dalam daftar terbuka dari pemberitaan.",
                    f"{name} {year}: on the sheet sites, not on the open register from the press.",
                )
            )
    return found


def _names(villages: pd.DataFrame) -> dict:
    """Code to the name on the sheet `villages`."""
    named = villages.dropna(subset=["village"]) if "village" in villages else villages.iloc[:0]
    return dict(zip(named["village_code"], named["village"], strict=True)) if len(named) else {}


def _site(row) -> str:
    return f"{row.name} {row.year}"
