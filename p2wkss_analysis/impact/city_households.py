"""Did it help the households of a city: one main outcome named beforehand, the others with p-values that allow for their number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..errors import NotEnoughData, P2wkssError
from ..household_rule import HouseholdRule
from ..language import integer, join, number, pick
from ..tables.small_cells import about, coarse_percent
from ..tables.workbook_settings import FIGURE
from ..tables.workbook_sheets import fields_of
from .adjusted import ONE_SITE
from .balance import balance
from .estimate import Estimate, Text
from .given_rule import given_rule, reason
from .household_choice import read_choice
from .household_outcomes import FLOOR_AREA, OUTCOMES, Outcome, with_outcomes
from .wave_public import public_attrition, public_balance
from .wave_table import Waves, read_waves
from .wave_words import POINTS, Named, answer_sentence, base_of, limits, visit
from .waves import HouseholdEvaluation, evaluate_households

TABLE = ("outcome", "main", "unit", "better", "estimate", "conf_low", "conf_high", "p_value", "p_holm", "smallest_detectable",
         "n_treated", "n_comparison", "range_low", "range_high", "note")
STARTING = ("registry_decile", "members")  # shown in the balance beside the outcomes


@dataclass(frozen=True)
class OneOutcome:
    """One outcome beside the main: its waves, the answer, and the p that allows for all of them (Holm)."""

    outcome: Outcome
    waves: Waves
    answer: Estimate
    p_holm: float


@dataclass(frozen=True, eq=False, repr=False)
class CityHouseholds(Shown):
    """The households of a city's workbook, evaluated.

    main: the full evaluation of the main outcome; outcome: which it is; others; refused: (outcome, why) that could not be
    evaluated; wave: the visit at which all are read; table_of: the sheet with the outcomes as columns.
    """

    main: HouseholdEvaluation
    outcome: Outcome
    others: tuple[OneOutcome, ...]
    refused: tuple[tuple[Outcome, Text], ...]
    wave: int
    households: pd.DataFrame
    sectors: tuple[str, ...] = ()
    dosed: bool = False

    def table(self, lang: str = "id") -> pd.DataFrame:
        """One row an outcome, the main first: outcome, main, unit, better, estimate, conf_low, conf_high, p_value, p_holm (of
        the others alone, allowing for their number), smallest_detectable, n_treated, n_comparison (to the nearest five), note."""
        rows = [self._row(self.outcome, self.main.waves, self.main.headline, np.nan, lang, True)]
        rows += [self._row(o.outcome, o.waves, o.answer, o.p_holm, lang, False) for o in self.others]
        return pd.DataFrame(rows, columns=list(TABLE))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        chief = pick(lang, id=" (utama)", en=" (main)")
        shown = self.table(lang)
        shown["outcome"] = [name + (chief if main else "") for name, main in zip(shown["outcome"], shown["main"], strict=True)]
        return shown.drop(columns=["main", "better", "p_value", "note", "range_low", "range_high"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"unit": pick(lang, id="Satuan", en="Unit"), "n_treated": pick(lang, id="KK binaan", en="Assisted"),
                "n_comparison": pick(lang, id="KK pembanding", en="Comparison")}

    def _notes_shown(self, lang: str) -> list[str]:
        return [self.choice_sentence(lang), self.named_before(lang), *([self.others_sentence(lang)] if self.others else [])]

    def by_wave(self, lang: str = "id") -> pd.DataFrame:
        """The main outcome at every visit after the first: wave, when, estimate, conf_low, conf_high, n_treated, n_comparison."""
        rows = self.main.by_wave(lang)
        return _public(rows.assign(when=[visit(w).say(lang) for w in rows["wave"]]))

    def by_sector(self, lang: str = "id") -> pd.DataFrame | None:
        """The main outcome by sector of the help received; None where no delivery names a household."""
        return _public(self.main.by_sector(list(self.sectors), lang)) if self.sectors else None

    def by_dose(self, lang: str = "id") -> pd.DataFrame | None:
        """The main outcome by how much of what was meant for each household was carried out; None where nobody knows, or where
        all got the same share."""
        rows = _public(self.main.by_dose("dose_percent", lang)) if self.dosed else None
        return None if rows is None or len(rows) < 2 else rows

    def attrition(self) -> pd.DataFrame:
        """Who could not be seen again, small counts hidden (see `wave_public.public_attrition`), at_baseline, seen and lost
        to the nearest five, so that their difference from any other count of households tells nothing; lost_percent is of these."""
        rows = public_attrition(self.main.waves)
        rows = rows.assign(**{c: rows[c].map(about, na_action="ignore").astype("Int64") for c in ("at_baseline", "seen", "lost")})
        share = 100 * rows["lost"].astype(float) / rows["at_baseline"].astype(float)
        return rows.assign(lost_percent=share.mask(rows["lost_percent"].isna()))

    def balance(self, lang: str = "id") -> pd.DataFrame:
        """How alike both sides were at the first visit, small counts hidden: variable (in words), unit, assisted_mean,
        comparison_mean, difference, standardised_difference, hidden, decimals. Figures are so coarse that they do not bring back
        the number of households (see `coarse_percent`)."""
        known = {o.key: o.label.say(lang) for o in OUTCOMES}
        known |= {f["name"]: pick(lang, **f["label"]) for f in fields_of("households") if f["name"] in STARTING}
        table = public_balance(self.main.waves,
                               [self.outcome.key, *STARTING, *(o.key for o in OUTCOMES if o.key != self.outcome.key)])
        units = {o.key: o.unit.say(lang) for o in OUTCOMES}
        units |= {f["name"]: pick(lang, **f["unit"]) for f in fields_of("households") if f["name"] in STARTING and "unit" in f}
        percents = {o.key for o in OUTCOMES if o.unit.en.startswith("percent")}
        n = balance(self.main.waves).set_index("variable")[["n_assisted", "n_comparison"]]
        for side in ("assisted", "comparison"):
            table[f"{side}_mean"] = [_coarse(mean, n.loc[v, f"n_{side}"], v in percents)
                                     for mean, v in zip(table[f"{side}_mean"], table["variable"], strict=True)]
        gaps = [round(20 * gap) / 20 if v in percents and gap == gap else gap
                for gap, v in zip(table["standardised_difference"], table["variable"], strict=True)]
        whole = table["variable"].isin(percents) | table["assisted_mean"].abs().ge(1000)
        return table.assign(unit=[units.get(v, "") for v in table["variable"]], variable=[known[v] for v in table["variable"]],
                            difference=table["assisted_mean"] - table["comparison_mean"], standardised_difference=gaps,
                            decimals=[0 if w else 1 for w in whole])

    def named_before(self, lang: str = "id") -> str:
        """Which outcome is the main one, and by which rule it was fixed before any figure was seen."""
        order = join([o.label.say(lang) for o in OUTCOMES[:3]], lang)
        return pick(
            lang,
            id=f"Indikator utama: {self.outcome.words(lang)}, dibaca pada {visit(self.wave).say(lang)}. Urutannya sudah "
               f"ditetapkan dalam alat ini "
            f"untuk semua kota ({order}, dan seterusnya): yang pertama terisi dan nilainya beragam menjadi indikator utama, apa pun hasilnya.",
            en=f"The main outcome is {self.outcome.words(lang)}, read at the {visit(self.wave).say(lang)}. The order is fixed "
               f"in this tool for all "
            f"cities ({order}, and so on): the first that is filled in and varies is the main one, whatever the figures say.",
        )

    def sentence(self, lang: str = "id") -> str:
        """The main answer for a head of office; see `choice_sentence` for how the households were chosen."""
        answer = self.main.headline
        if not answer.runs:
            why = " ".join(note.say(lang) for note in answer.notes)
            return pick(lang, id=f"Belum dapat disimpulkan. {why}", en=f"Cannot tell. {why}")
        return answer_sentence(self.main.waves, self.main.estimates, self.main.rule, self.wave, lang, self.named)

    @property
    def named(self) -> Named:
        """What the main outcome is called, and the unit of its differences."""
        return Named(self.outcome.label, POINTS if self.main.waves.unit == "points" else self.outcome.unit)

    def choice_sentence(self, lang: str = "id") -> str:
        """How the households were chosen, and why the answer is computed as it is."""
        called = {f["name"]: pick(lang, **f["label"]) for f in fields_of("households")} | {FIGURE: ""}
        why = reason(self.main.choice, self.main.headline)
        return f"{self.main.rule.sentence(lang, called)} {why.say(lang)}"

    def cautions(self, lang: str = "id") -> list[str]:
        """What a reader must know of the main answer; small counts in it are "fewer than five"."""
        notes = self.main.headline.notes
        said = notes[1:] if np.isnan(self.main.headline.p_value) else notes  # the first is then in the sentence itself
        return [note.say(lang) for note in said if note != reason(self.main.choice, self.main.headline)]  # it is in `choice_sentence`

    def condition_sentence(self, lang: str = "id") -> str:
        """On what the main answer hangs, for whoever reads it alone; empty where there is no answer."""
        if not self.main.headline.runs:
            return ""
        place = [note.say(lang) for note in self.main.headline.notes if note == ONE_SITE]
        return " ".join([*place, limits(self.main.decided_by)[1].say(lang)])

    def others_sentence(self, lang: str = "id") -> str:
        """How many other outcomes were looked at, and which of them stand out after allowing for that."""
        tested = [o for o in self.others if np.isfinite(o.p_holm)]
        n = integer(len(self.others), lang)
        if not self.others:
            return pick(lang, id="Tidak ada indikator lain yang dapat dilihat.", en="No other outcome can be looked at.")
        if not tested:
            return pick(lang, id=f"{n} indikator lain dilihat; tidak satu pun dapat diberi nilai p.",
                        en=f"{n} other outcomes were looked at; none can be given a p-value.")
        clear = [f"{o.outcome.label.say(lang)} ({p_text(o.p_holm, lang)})" for o in tested if o.p_holm < 0.05]
        least = p_text(min(o.p_holm for o in tested), lang)
        text = pick(
            lang,
            id=f"{n} indikator lain diperiksa sekaligus. Makin banyak yang diperiksa, makin sering ada yang tampak berubah "
               f"karena kebetulan; nilai p di "
            "bawah ini sudah memperhitungkan banyaknya (Holm 1979). ",
            en=f"{n} other outcomes were looked at together. The more are looked at, the more often one seems to move by "
               f"chance; the p-values below "
            "allow for their number (Holm 1979). ",
        )
        if not clear:
            return text + pick(lang, id=f"Tidak ada yang di bawah 0,05; yang terkecil {least}.",
                               en=f"None is below 0.05; the smallest is {least}.")
        return text + pick(lang, id=f"Di bawah 0,05: {join(clear, lang)}.", en=f"Below 0.05: {join(clear, lang)}.")

    def _row(self, outcome: Outcome, waves: Waves, answer: Estimate, p_holm: float, lang: str, main: bool) -> dict:
        points = waves.unit == "points"
        unit = pick(lang, id="poin persentase", en="percentage points") if points else outcome.unit.say(lang)
        return {"outcome": outcome.label.say(lang), "main": main, "unit": unit, "better": outcome.better,
                "estimate": answer.estimate,
                "conf_low": answer.conf_low, "conf_high": answer.conf_high, "p_value": answer.p_value, "p_holm": p_holm,
                "smallest_detectable": answer.smallest_detectable, "n_treated": about(answer.n_treated),
                "n_comparison": about(answer.n_comparison), "range_low": answer.range_low, "range_high": answer.range_high, "note": " ".join(n.say(lang) for n in answer.notes)}


def city_households(households: pd.DataFrame, floor_area: float = FLOOR_AREA, sectors: pd.DataFrame | None = None,
                    dose: pd.DataFrame | None = None, draws: int = 999, seed: int = 0,
                    rule: HouseholdRule | None = None) -> CityHouseholds:
    """Evaluate the sheet `households` of a checked workbook.

    The main outcome is the first of `OUTCOMES` that the sheet holds and that can be evaluated; the others are read at the
    same visit, with Holm's (1979) p-values, which hold whatever the outcomes share. sectors: household_id by sector, yes/no
    (`delivery.coverage(...).matrix()`); dose: household_id, dose_percent (`delivery.dose(...)`): what was delivered, never
    an outcome. Raises NotEnoughData where no outcome can be evaluated.

    Source: Holm (1979), Scandinavian Journal of Statistics 6. Not for outcomes chosen after looking.
    """
    if households.empty or not households["wave"].notna().any():
        raise NotEnoughData(
            id="Lembar households belum berisi keluarga. Isi kunjungan awal dan akhir untuk KK binaan dan KK pembanding.",
            en="The sheet households holds no family yet. Fill in a first and a later visit of assisted and comparison "
               "households.",
        )
    table, allowed = with_outcomes(households, floor_area)
    later = sorted(int(w) for w in households["wave"].dropna().unique() if w > 0)
    if not allowed or not later:
        raise NotEnoughData(
            id="Belum ada indikator keluarga yang diketahui pada kunjungan awal dan sesudahnya. Isi gelombang 0 dan 1.",
            en="No household outcome is known at the first visit and a later one. Fill in waves 0 and 1.",
        )
    joined, names = _with_help(table, sectors, dose)
    main, refused = None, []
    for place, outcome in enumerate(allowed):
        try:
            main = evaluate_households(joined, outcome.key, outcome.better, endline=later[0], draws=draws, seed=seed, rule=rule)
            break
        except P2wkssError as error:
            refused.append((outcome, Text(error.sentence("id"), error.sentence("en"))))
    if main is None:
        raise NotEnoughData(id=refused[0][1].id, en=refused[0][1].en)
    if rule is not None and rule.by == "baseline" and not rule.columns:  # of the others that figure is one that decided
        rule = HouseholdRule("score", main.waves.outcome)
    others = []
    for outcome in allowed[place + 1 :]:
        found = _one(table, outcome, later[0], draws, seed, rule)
        (refused if isinstance(found, Text) else others).append((outcome, found))
    p = holm(np.array([answer.p_value for _, (_, answer) in others]))
    rest = tuple(OneOutcome(outcome, waves, answer, float(value)) for (outcome, (waves, answer)),
                 value in zip(others, p, strict=True))
    return CityHouseholds(main, allowed[place], rest, tuple(refused), later[0], table, names,
                          "dose_percent" in joined and joined["dose_percent"].notna().any())


def holm(p: np.ndarray) -> np.ndarray:
    """(K,) p-values that allow for their number; a missing one stays missing and is not counted.

    >>> holm(np.array([0.01, 0.04, np.nan, 0.03])).round(3).tolist()
    [0.03, 0.06, nan, 0.06]
    """
    out = np.full(len(p), np.nan)
    known = np.flatnonzero(np.isfinite(p))
    order = known[np.argsort(p[known], kind="stable")]
    steps = p[order] * (len(order) - np.arange(len(order)))
    out[order] = np.minimum(1.0, np.maximum.accumulate(steps)) if len(order) else steps
    return out


def _coarse(mean: float, n: int, is_percent: bool) -> float:
    """A mean at the first visit, so coarse that it does not tell the number of households; money to a thousand or ten thousand."""
    if mean != mean:
        return mean
    return coarse_percent(mean, n) if is_percent else round(mean, -4 if abs(mean) >= 1e5 else -3 if abs(mean) >= 1000 else 1)


def p_text(p: float, lang: str) -> str:
    """A p-value in a sentence; none is ever nought.

    >>> p_text(0.00001, "en"), p_text(0.0312, "id")
    ('p < 0.001', 'p = 0,031')
    """
    return f"p < {number(0.001, 3, lang)}" if p < 0.001 else f"p = {number(p, 3, lang)}"


def _one(table: pd.DataFrame, outcome: Outcome, endline: int, draws: int, seed: int, rule: HouseholdRule | None):
    """(waves, answer) of one further outcome, or the reason why there is none."""
    try:
        waves = read_waves(table, outcome.key, outcome.better, "assisted", "rt", 0, (endline,))
    except P2wkssError as error:
        return Text(error.sentence("id"), error.sentence("en"))
    answer = given_rule(waves.pair(endline), read_choice(waves, rule), base_of(waves, endline), draws, seed)
    if not answer.runs:
        return Text(" ".join(n.id for n in answer.notes), " ".join(n.en for n in answer.notes))
    return waves, answer


def _with_help(table: pd.DataFrame, sectors: pd.DataFrame | None, dose: pd.DataFrame | None) -> tuple[pd.DataFrame,
    tuple[str, ...]]:
    """The households with a yes/no column a sector, and how much of what was meant for each was done."""
    names: tuple[str, ...] = ()
    if sectors is not None and len(sectors):
        names = tuple(str(c) for c in sectors.columns)
        table = table.merge(sectors.set_axis(list(names), axis=1).astype(float), left_on="household_id", right_index=True,
                            how="left")
    if dose is not None and len(dose):
        table = table.merge(dose[["household_id", "dose_percent"]], on="household_id", how="left")
    return table, names


def _public(rows: pd.DataFrame) -> pd.DataFrame:
    """Numbers of households to the nearest five."""
    return rows.assign(n_treated=[about(n) for n in rows["n_treated"]], n_comparison=[about(n) for n in rows["n_comparison"]])
