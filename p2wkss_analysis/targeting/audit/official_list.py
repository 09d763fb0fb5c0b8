"""Past sites against an official list, such as a decree of slums: the one in force when each was chosen.

Lists are renewed, and a later list is often longer and may even have been written with the sites in
view. Judging an old site by a new list is the popular mistake; it is shown beside the right figure.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from ...display import Shown
from ...say.errors import NotEnoughData, WrongUse
from ...say import integer, number, p_value, pick
from ..columns import years_of
from ..counted import counted
from .lottery import at_least, central_range, hits_distribution
from .past_sites import KEYS

TABLE = ("basis", "list_year", "first_site", "last_site", "sites", "on_list", "unknown", "listed", "places",
         "expected", "low", "high", "lottery_p", "note")
STATES = ("on", "off", "unknown", "no list yet")


@dataclass(frozen=True, eq=False)
class ListAudit(Shown):
    """The result of `audit_list`: `.table()` by list, `.places()` by site, `.sentence(lang)`."""

    rows: pd.DataFrame
    sites: pd.DataFrame
    recipe: dict

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row per list in force, one for all of them together, and one by hindsight.

        Columns: basis (`in force`, `all in force`, `hindsight`), list_year, first_site, last_site (years of
        the sites judged by it), sites, on_list, unknown (a partial list does not say), listed, places,
        expected by lottery with its 95 % range low, high, lottery_p (one-sided), note.
        """
        out = self.rows.copy()
        out["note"] = [_note(row, lang) for row in self.rows.itertuples()]
        return out[list(TABLE)]

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.table(lang)
        ends = zip(shown["first_site"], shown["last_site"], strict=True)
        spans = ["" if pd.isna(a) else f"{a}\N{EN DASH}{b}" if a != b else f"{a}" for a, b in ends]
        shown.insert(2, "years_of_sites", spans)
        return shown.drop(columns=["first_site", "last_site", *(["unknown"] if not shown["unknown"].any() else [])])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"years_of_sites": pick(lang, id="Lokasi tahun", en="Sites of")}

    def places(self) -> pd.DataFrame:
        """Each site: area_code, year, list_year in force, on_list (`on`, `off`, `unknown`, `no list yet`),
        latest_year and on_latest for the newest list, which is hindsight."""
        return self.sites.copy()

    def sentence(self, lang: str | None = None) -> str:
        """Each list in force with its lottery, then the popular figure with what is wrong about it."""
        early = int((self.sites["on_list"] == "no list yet").sum())
        # with a partial list only what is known of each list is said: sums over unknowns mean nothing
        rows = [row for row in self.rows.itertuples() if row.basis == "in force" or not row.partial]
        parts = [_row_sentence(row, lang) for row in rows]
        if early:
            parts.append(pick(
                lang,
                id=f"{integer(early, lang)} lokasi mendahului daftar mana pun yang diketahui dan tidak dinilai.",
                en=f"{integer(early, lang)} {'site' if early == 1 else 'sites'} came before any known list and "
                f"{'is' if early == 1 else 'are'} not judged.",
            ))
        return " ".join(parts)

    def sentence_of(self, area_code: str, name: str = "", lang: str | None = None) -> str:
        """What was known of one site when it was chosen; `name` is how the sentence calls it."""
        here = self.sites[self.sites["area_code"] == area_code]
        if here.empty:
            raise WrongUse(
                id=f"Wilayah {area_code} bukan salah satu lokasi yang diaudit. Lihat .places().",
                en=f"Area {area_code} is not one of the sites audited. See .places().",
            )
        return " ".join(_site_sentence(site, name or area_code, lang) for site in here.itertuples())


def audit_list(
    sites: pd.DataFrame, lists: pd.DataFrame, places: Collection[str], *, partial: Collection[int] = (),
    lead: int = 1,
) -> ListAudit:
    """Each past site against the official list in force when it was chosen, beside a lottery.

    sites: one row a site, `area_code` (or `village_code`) and `year` (programme year); pass confirmed
    sites only. lists: one row a listed place, `area_code` (or `village_code`) and `year` of the decree.
    places: codes of all places among which the sites were chosen. partial: years of lists known only in
    part; absence from these is unknown, never "not on it", and no lottery is worked out. lead: a site of
    year Y was chosen in Y - lead or before, so the newest list of that year or earlier is in force.

    The lottery is exact: the chance that as many sites drawn at random from `places`, list by list, would
    stand on it (hypergeometric). Sites that come before every list are shown and not judged. The row
    `hindsight` puts all sites on the newest list, as is often done: it judges choices by what was not yet
    written. Errors: WrongUse for unreadable tables and codes outside `places`; NotEnoughData without a
    dated site. Not for lists that were written because of the sites.

    >>> sites = pd.DataFrame({"area_code": ["a", "b"], "year": [2016, 2023]})
    >>> lists = pd.DataFrame({"area_code": ["a", "b", "c"], "year": [2015, 2022, 2022]})
    >>> audit_list(sites, lists, ["a", "b", "c", "d"]).places()["on_list"].tolist()
    ['on', 'on']
    """
    places = frozenset(places)
    sites, lists = _read(sites, places, "sites"), _read(lists, places, "lists")
    if sites.empty or lists.empty:
        raise NotEnoughData(
            id="Diperlukan paling sedikit satu lokasi dan satu daftar yang tahunnya diketahui.",
            en="At least one site and one list with a known year are needed.",
        )
    listed = {int(year): frozenset(rows) for year, rows in lists.groupby("year")["area_code"]}
    partial = frozenset(int(year) for year in partial)
    newest = max(listed)
    sites["list_year"] = pd.array([_in_force(listed, year - lead) for year in sites["year"]], dtype="Int64")
    sites["on_list"] = _states(sites["area_code"], sites["list_year"], listed, partial)
    sites["latest_year"] = newest
    sites["on_latest"] = _states(sites["area_code"], sites["latest_year"], listed, partial)
    rows = [
        _row("in force", year, here, "on_list", [year], listed, places, partial)
        for year, here in sites.dropna(subset=["list_year"]).groupby("list_year")
    ]
    if len(rows) > 1:
        judged = sites.dropna(subset=["list_year"])
        years = judged["list_year"].unique()
        rows.append(_row("all in force", pd.NA, judged, "on_list", years, listed, places, partial))
    rows.append(_row("hindsight", newest, sites, "on_latest", [newest], listed, places, partial))
    table = pd.DataFrame(rows).astype({"list_year": "Int64", "listed": "Int64"})
    return ListAudit(table, sites, {"partial": tuple(sorted(partial)), "lead": lead, "places": len(places)})


def _read(table: pd.DataFrame, places: frozenset, what: str) -> pd.DataFrame:
    """`area_code, year` of the rows with both; codes outside `places` are refused."""
    key = next((name for name in KEYS if name in table), None)
    if key is None or "year" not in table:
        raise WrongUse(
            id=f"Tabel `{what}` memerlukan kolom `area_code` (atau `village_code`) dan `year`.",
            en=f"The table `{what}` needs columns `area_code` (or `village_code`) and `year`.",
        )
    out = pd.DataFrame({"area_code": table[key], "year": years_of(table["year"], "year", table[key])})
    out = out.dropna().drop_duplicates().sort_values(["year", "area_code"], ignore_index=True)
    strange = sorted(set(out["area_code"]) - places)
    if strange:
        raise WrongUse(
            id=f"Kode {strange[0]} pada `{what}` tidak ada dalam `places`. Lengkapi `places` dengan semua wilayah "
            "yang dapat dipilih, atau perbaiki kodenya.",
            en=f"Code {strange[0]} in `{what}` is not in `places`. Give all places that could have been chosen in "
            "`places`, or mend the code.",
        )
    return out


def _in_force(listed: dict[int, frozenset], year: int):
    earlier = [y for y in listed if y <= year]
    return max(earlier) if earlier else pd.NA


def _states(codes: pd.Series, years: pd.Series, listed, partial) -> list[str]:
    out = []
    for code, year in zip(codes, years, strict=True):
        if pd.isna(year):
            out.append("no list yet")
        elif code in listed[int(year)]:
            out.append("on")
        else:
            out.append("unknown" if int(year) in partial else "off")
    return out


def _row(basis, list_year, sites, column, years, listed, places, partial) -> dict:
    """One line of the table; without a lottery where a list is partial."""
    years = [int(year) for year in years]
    per_list = sites.groupby("list_year").size() if basis != "hindsight" else {years[0]: len(sites)}
    on = int((sites[column] == "on").sum())
    row = {
        "basis": basis, "list_year": list_year,
        "first_site": int(sites["year"].min()), "last_site": int(sites["year"].max()),
        "sites": len(sites), "on_list": on, "unknown": int((sites[column] == "unknown").sum()),
        "listed": len(listed[years[0]]) if len(years) == 1 else pd.NA, "places": len(places),
        "expected": float("nan"), "low": float("nan"), "high": float("nan"), "lottery_p": float("nan"),
        "partial": any(year in partial for year in years),
    }
    if not row["partial"]:
        lots = hits_distribution([(len(places), len(listed[y]), int(per_list[y])) for y in years])
        row["expected"] = sum(int(per_list[y]) * len(listed[y]) / len(places) for y in years)
        row["low"], row["high"] = central_range(lots)
        row["lottery_p"] = at_least(lots, on)
    return row


def _note(row, lang: str) -> str:
    if row.partial:
        return pick(
            lang,
            id="daftar diketahui sebagian: yang tidak tercantum tidak diketahui, bukan \"tidak kumuh\"; undian "
            "tidak dihitung",
            en="the list is known in part: absence is unknown, not \"not on it\"; no lottery is worked out",
        )
    if row.basis == "hindsight":
        return pick(
            lang, id="semua lokasi pada daftar terbaru, yang belum ada ketika sebagian lokasi dipilih: angka populer, "
            "bukan jawaban", en="all sites on the newest list, which was not there when some were chosen: the popular "
            "figure, not the answer",
        )
    return ""


def _years(row) -> str:
    first, last = row.first_site, row.last_site
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"


def _row_sentence(row, lang: str) -> str:
    if row.basis == "all in force":
        return pick(
            lang,
            id=f"Keseluruhan, {integer(row.on_list, lang)} dari {integer(row.sites, lang)} lokasi tercantum; undian "
            f"rata-rata menjangkau {number(row.expected, 1, lang)} (p undian {p_value(row.lottery_p, 2, lang)}).",
            en=f"Together, {integer(row.on_list, lang)} of {counted(row.sites, 'site', 'sites')} "
            f"{'was' if row.sites == 1 else 'were'} on the list of their time; lots would hit {number(row.expected, 1, lang)} on average (lottery p "
            f"{p_value(row.lottery_p, 2, lang)}).",
        )
    if row.partial:
        return pick(
            lang,
            id=f"Daftar {row.list_year} hanya diketahui sebagian: {integer(row.on_list, lang)} dari "
            f"{integer(row.sites, lang)} lokasi {_years(row)} tercantum, {integer(row.unknown, lang)} tidak diketahui.",
            en=f"The list of {row.list_year} is known only in part: {integer(row.on_list, lang)} of "
            f"{counted(row.sites, 'site', 'sites')} of {_years(row)} {'is' if row.on_list == 1 else 'are'} on it, {integer(row.unknown, lang)} unknown.",
        )
    if row.basis == "hindsight":
        return pick(
            lang,
            id=f"Angka yang sering dikutip, {integer(row.on_list, lang)} dari {integer(row.sites, lang)} lokasi pada "
            f"daftar {row.list_year} (p undian {p_value(row.lottery_p, 2, lang)}), menilai lokasi dengan daftar yang "
            "belum ada ketika sebagian di antaranya dipilih.",
            en=f"The figure often quoted, {integer(row.on_list, lang)} of {counted(row.sites, 'site', 'sites')} on the list "
            f"of {row.list_year} (lottery p {p_value(row.lottery_p, 2, lang)}), judges sites by a list that was not "
            "there when some of them were chosen.",
        )
    return pick(
        lang,
        id=f"Pada daftar {row.list_year} ({integer(row.listed, lang)} dari {integer(row.places, lang)} wilayah) "
        f"tercantum {integer(row.on_list, lang)} dari {integer(row.sites, lang)} lokasi {_years(row)} "
        f"(p undian {p_value(row.lottery_p, 2, lang)}).",
        en=f"On the list of {row.list_year} ({integer(row.listed, lang)} of {counted(row.places, 'place', 'places')}) stood "
        f"{integer(row.on_list, lang)} of {counted(row.sites, 'site', 'sites')} of {_years(row)} "
        f"(lottery p {p_value(row.lottery_p, 2, lang)}).",
    )


def _site_sentence(site, name: str, lang: str) -> str:
    words = {
        "on": {"id": f"tercantum pada daftar {site.list_year} yang berlaku saat dipilih",
                   "en": f"was on the list of {site.list_year}, in force when it was chosen"},
        "off": {"id": f"tidak tercantum pada daftar {site.list_year} yang berlaku saat dipilih",
                    "en": f"was not on the list of {site.list_year}, in force when it was chosen"},
        "unknown": {"id": f"tidak diketahui: daftar {site.list_year} yang berlaku saat dipilih hanya diketahui "
                        "sebagian",
                        "en": f"is unknown: the list of {site.list_year}, in force when it was chosen, "
                        "is known in part"},
        "no list yet": {"id": "dipilih sebelum ada daftar yang diketahui",
                            "en": "was chosen before any known list"},
    }
    return f"{name} ({site.year}) {pick(lang, **words[site.on_list])}."
