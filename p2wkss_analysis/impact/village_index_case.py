"""The real case: desa sites of P2WKSS in the Indeks Desa Membangun, and why most sites cannot be looked at.

The value of year Y is measured April to mid June; the programme of year Y runs February to November and its
site is ranked in Y-1 or before. So Y-1 and earlier are before, Y is an early, partly exposed value, Y+1 is
after. With the published years no site has both a clean year before its ranking year and a year after.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..errors import NotEnoughData, WrongUse
from .estimate import Text
from .evaluation import Evaluation, evaluate
from .panel import Panel


@dataclass(frozen=True)
class Design:
    """One look that the published years allow.

    key; cohort: programme year; first, last: years of the index used, `first` being the base; regency: dotted
    code or None for all; baseline: "early" or "timing" (as in `Panel`); title.
    """

    key: str
    cohort: int
    first: int
    last: int
    regency: str | None
    baseline: str
    title: Text


DESIGNS = (
    Design(
        "early_baseline_2023",
        2023,
        2023,
        2024,
        None,
        "early",
        Text(
            "Titik awal dini: lokasi 2023, nilai 2023 ke 2024",
            "Early baseline: sites of 2023, value 2023 to 2024",
        ),
    ),
    Design(
        "early_baseline_serang_2021",
        2021,
        2021,
        2024,
        "36.04",
        "early",
        Text(
            "Titik awal dini: lokasi 2021 Kabupaten Serang, nilai 2021 ke 2022-2024",
            "Early baseline: sites of 2021 in Kabupaten Serang, value 2021 to 2022-2024",
        ),
    ),
    Design(
        "timing_placebo_2024",
        2024,
        2023,
        2024,
        None,
        "timing",
        Text(
            "Plasebo waktu: lokasi 2024, nilai 2023 ke 2024 (belum mungkin ada pengaruh penuh)",
            "Timing placebo: sites of 2024, value 2023 to 2024 (no full effect can be expected yet)",
        ),
    ),
)


def village_index_panel(
    village_index, programme_sites, design: Design, *, outcome="idm", confirmed=True, neighbours=False
) -> Panel:
    """The panel of one design: its sites and the other desa of their kabupaten.

    village_index: area_code, year and the outcome ("idm", "iks", "ike", "ikl", each 0 to 1, higher better);
    programme_sites: village_code, year, status. confirmed: only sites of status "confirmed" count as treated.
    Any other known site stays out of the comparison, except confirmed ones that start after the last year; so
    do desa of a site's own kecamatan unless `neighbours` (spillover). Raises NotEnoughData without a site.
    """
    sites = design_sites(village_index, programme_sites, design, outcome=outcome, confirmed=confirmed)
    if sites.empty:
        raise NotEnoughData(
            id=f"{design.title.id}: tidak ada desa lokasi dengan nilai yang diperlukan.",
            en=f"{design.title.en}: no desa site has the values needed.",
        )
    codes = set(sites["village_code"])
    inside = village_index[
        village_index["year"].between(design.first, design.last)
        & village_index["area_code"].str[:5].isin({c[:5] for c in codes})
    ]
    known = programme_sites.dropna(subset=["village_code"])
    later = known[(known["year"] > design.last) & (known["status"] == "confirmed")]["village_code"]
    out = set(known["village_code"]) - set(later) - codes
    districts = set() if neighbours else {c[:8] for c in codes}
    keep = inside["area_code"].isin(codes) | ~(
        inside["area_code"].isin(out) | inside["area_code"].str[:8].isin(districts)
    )
    rows = inside[keep].assign(
        regency=lambda d: d["area_code"].str[:5],
        programme_year=lambda d: pd.array(
            [design.first + 1 if c in codes else pd.NA for c in d["area_code"]], dtype="Int64"
        ),
    )
    return Panel.from_table(rows, outcome=outcome, better="higher", group="regency", baseline=design.baseline)


def design_sites(
    village_index, programme_sites, design: Design, *, outcome="idm", confirmed=True
) -> pd.DataFrame:
    """The sites one design can use, one row each: village_code, regency, village, year, status."""
    seen = village_index.dropna(subset=[outcome])
    at_first = set(seen.loc[seen["year"] == design.first, "area_code"])
    after = set(seen.loc[seen["year"].between(design.first + 1, design.last), "area_code"])
    sites = programme_sites[
        (programme_sites["year"] == design.cohort) & programme_sites["village_code"].isin(at_first & after)
    ]
    if design.regency:
        sites = sites[sites["village_code"].str[:5] == design.regency]
    if confirmed:
        sites = sites[sites["status"] == "confirmed"]
    return sites.drop_duplicates("village_code")[["village_code", "regency", "village", "year", "status"]]


@dataclass(frozen=True, eq=False)
class VillageIndexCase:
    """Every design, confirmed sites first and each sensitivity after it.

    answers: (design, variant, Evaluation); variant is "confirmed", "all_sites" or "with_neighbours".
    refused: table of the sites that no design can use, with the reason.
    """

    answers: tuple[tuple[Design, str, Evaluation], ...]
    refused: pd.DataFrame

    def table(self, lang: str = "id") -> pd.DataFrame:
        """One row a design, variant and method: design, variant, then the columns of an evaluation."""
        parts = []
        for design, variant, evaluation in self.answers:
            part = evaluation.table(lang)
            part.insert(0, "design", design.key)
            part.insert(1, "variant", variant)
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def evaluation(self, design: str, variant: str = "confirmed") -> Evaluation:
        """The evaluation of one design by its key."""
        for found, kind, evaluation in self.answers:
            if (found.key, kind) == (design, variant):
                return evaluation
        keys = ", ".join(d.key for d in DESIGNS)
        raise WrongUse(
            id=f"Rancangan {design!r} ({variant!r}) tidak ada. Pilihan: {keys}.",
            en=f"There is no design {design!r} ({variant!r}). Choose from {keys}.",
        )

    def sentence(self, lang: str = "id") -> str:
        """What each design shows with its confirmed sites."""
        return " ".join(
            f"{d.title.say(lang)}. {e.sentence(lang)}" for d, v, e in self.answers if v == "confirmed"
        )


def village_index_case(
    village_index, programme_sites, areas=None, *, outcome="idm", methods=None, draws=999, seed=0
) -> VillageIndexCase:
    """The real case whole: each design with confirmed sites, all sites, and with neighbours.

    Tables as `load("village_index")`, `load("programme_sites")` and, for telling kelurahan from desa,
    `load("areas")` (without it the code's tenth digit tells). No effect at regency level is offered: nearly every
    regency had a site, and 100 households cannot move a city.
    """
    answers = []
    for design in DESIGNS:
        for variant, options in _VARIANTS.items():
            if variant == "all_sites" and _same_sites(village_index, programme_sites, design, outcome):
                continue
            panel = village_index_panel(village_index, programme_sites, design, outcome=outcome, **options)
            answers.append((design, variant, evaluate(panel, None, methods, draws, seed)))
    return VillageIndexCase(
        tuple(answers), refused_sites(village_index, programme_sites, areas, outcome=outcome)
    )


def _same_sites(village_index, programme_sites, design, outcome) -> bool:
    """Whether taking unconfirmed sites too changes nothing."""
    n = [
        len(design_sites(village_index, programme_sites, design, outcome=outcome, confirmed=c))
        for c in (True, False)
    ]
    return n[0] == n[1]


_VARIANTS = {
    "confirmed": {"confirmed": True},
    "all_sites": {"confirmed": False},
    "with_neighbours": {"confirmed": True, "neighbours": True},
}

_REASONS = {
    "no_code": Text("Desa/kelurahan belum dikenali kodenya.", "The village has not been matched to a code."),
    "no_year": Text("Tahun program tidak diketahui.", "The programme year is not known."),
    "kelurahan": Text(
        "Kelurahan tidak memiliki Indeks Desa Membangun.", "A kelurahan has no Indeks Desa Membangun."
    ),
    "no_value": Text("Desa ini tidak ada dalam tabel indeks.", "This desa is not in the index table."),
    "too_old": Text(
        "Program berjalan sebelum tahun pertama indeks dalam tabel ini.",
        "The programme ran before the first year of the index in this table.",
    ),
    "no_year_after": Text(
        "Indeks berakhir pada 2024; tidak ada nilai sesudah program.",
        "The index ended in 2024; there is no value after the programme.",
    ),
    "no_year_before": Text(
        "Desa ini tidak memiliki nilai indeks sebelum atau pada tahun program.",
        "This desa has no value of the index before or in the programme year.",
    ),
    "unconfirmed": Text(
        "Tahun atau lokasi belum dikonfirmasi; hanya dipakai dalam uji kepekaan.",
        "Year or place not confirmed; used only as a sensitivity check.",
    ),
}


def refused_sites(village_index, programme_sites, areas=None, *, outcome="idm") -> pd.DataFrame:
    """Every site no design can use by default, with its reason.

    Columns: regency, village_code, village, year, status, reason (a key), reason_id, reason_en. A site that
    stays unused for several reasons is given the first that would have to be mended.
    """
    used = set()
    for design in DESIGNS:
        used |= set(design_sites(village_index, programme_sites, design, outcome=outcome).index)
    kinds = {} if areas is None else dict(zip(areas["area_code"], areas["kind"], strict=True))
    seen = village_index.dropna(subset=[outcome]).groupby("area_code")["year"].agg(["min", "max"])
    rows = []
    for index, site in programme_sites.iterrows():
        if index not in used:
            reason = _reason(site, kinds, seen)
            rows.append(
                {
                    "regency": site["regency"],
                    "village_code": site["village_code"],
                    "village": site["village"],
                    "year": site["year"],
                    "status": site["status"],
                    "reason": reason,
                    "reason_id": _REASONS[reason].id,
                    "reason_en": _REASONS[reason].en,
                }
            )
    return pd.DataFrame(
        rows,
        columns=["regency", "village_code", "village", "year", "status", "reason", "reason_id", "reason_en"],
    )


def _reason(site, kinds, seen) -> str:
    code, year = site["village_code"], site["year"]
    if pd.isna(code):
        return "no_code"
    if pd.isna(year):
        return "no_year"
    if kinds.get(code) == "kelurahan" or (code not in kinds and code.split(".")[-1].startswith("1")):
        return "kelurahan"
    if code not in seen.index:
        return "no_value"
    first, last = seen.loc[code]
    if year >= last + 1:
        return "no_year_after"
    if year < first:
        return "no_year_before" if year >= seen["min"].min() else "too_old"
    return "unconfirmed" if site["status"] != "confirmed" else "no_year_before"
