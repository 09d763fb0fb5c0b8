"""Did it help the sites of a city: from the sheets `villages` and `sites` to panels, one of them named beforehand as the main."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from ..dictionary.figures import outcomes, village_figures
from ..dictionary.sheets import fields_of, one_cut, village_label
from ..display import Shown, ask
from ..impact.estimate import Text, answers_shown
from ..impact.evaluation import Evaluation, evaluate
from ..impact.methods.several_outcomes import SeveralOutcomes, evaluate_outcomes
from ..impact.panel.choice import explained_sentence, ranking_year_sentence
from ..impact.panel.panel import Panel
from ..impact.panel.villages import cut_changes, village_panel
from ..impact.protocol import Protocol, protocol
from ..say import integer, join, pick
from ..say.errors import NotEnoughData, P2wkssError

SOURCED = ("poverty", "slum")  # aspects of one figure alone: the source typed for the aspect is that of the figure
LEAST_YEARS, LEAST_PLACES = 4, 8  # fewer years or villages give no history to foretell by


LIMITS = (
    Text(
        "Yang diperkirakan: perubahan rata-rata desa/kelurahan lokasi karena menjadi lokasi {programme}, termasuk semua "
        "kegiatan dan dana yang ikut datang, "
        "dibandingkan seandainya tempat yang sama tidak menjadi lokasi. Bukan pengaruh {programme} sendiri tanpa kegiatan "
        "pendampingnya.",
        "What is estimated: the average change of the villages from being the {programme} site, with all activities and money "
        "that came because of it, against "
        "the same places not being it. Not the effect of {programme} apart from its companions.",
    ),
    Text(
        "Pergeseran anggaran: dinas memindahkan kegiatan ke lokasi, sehingga tempat lain mungkin mendapat lebih sedikit; "
        "selisihnya ikut terhitung.",
        "Displacement: departments move budgets towards the site, so other places may get less; that gap is counted in.",
    ),
    Text(
        "Imbas: tetangga lokasi dapat ikut berubah dan tetap berada di antara pembanding; bila ikut terbantu, pengaruh yang "
        "tampak lebih kecil.",
        "Spillover: neighbours of a site may change too and stay in the comparison; where they are helped, the effect looks "
        "smaller.",
    ),
    Text(
        "Yang tidak tercantum pada lembar sites dianggap bukan lokasi. Lokasi yang belum dicatat mengecilkan perbedaan dengan "
        "pembanding.",
        "What is not on the sheet sites counts as no site. Sites that were not recorded make the difference to the comparison "
        "smaller.",
    ),
    Text(
        "Dilusi: bila hanya sebagian KK dibina, rata-rata desa/kelurahan bergerak jauh lebih kecil daripada perubahan pada KK "
        "binaan.",
        "Dilution: where only some households are assisted, the village mean moves far less than they do.",
    ),
)


@dataclass(frozen=True, eq=False, repr=False)
class CityPanel(Shown):
    """The villages of a city's workbook, evaluated.

    main: the evaluation of the main outcome; several: all outcomes together, or None with `why_alone`; refused: column to
    the reason; left_out: villages whose programme began before the figures do; sources: column to years by source;
    cut: the one decile up to which all villages count in all years, or None; stated: ways of choosing that the sheet names for
    the sites evaluated, each with its number of sites; named_by_city: the main outcome is the one of the sheet `settings`.
    """

    main: Evaluation
    outcome: str
    protocol: Protocol
    several: SeveralOutcomes | None
    columns: tuple[str, ...]
    why_alone: Text | None
    refused: dict[str, Text]
    left_out: int
    sources: dict[str, dict[str, tuple[int, int]]]
    cut: int | None = None
    stated: tuple[tuple[str, int], ...] = ()
    named_by_city: bool = False

    def with_details(self) -> CityPanel:
        """Itself, with every further question that pages print already answered."""
        for question in (self.main.ledger, lambda: self.main.ledger("year"), self.main.by_year):
            ask(question)
        return self

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """Every method on the main outcome, as a report prints it (see `Evaluation.for_report`)."""
        return self.main.for_report(lang)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return answers_shown(self.table(lang), lang)

    def sentence(self, lang: str | None = None) -> str:
        """The main answer."""
        return self.named(lang).sentence(lang)

    def other_assumption_sentence(self, lang: str | None = None) -> str:
        """What the answer would be had the sites been fixed years ahead; empty where how they were chosen is known."""
        said = self.main.other_assumption(lang)
        return said and said + pick(
            lang,
            id=" Catat pada lembar sites bagaimana dan kapan lokasi dipilih.",
            en=" Record on the sheet sites how and when they were chosen.",
        )

    def stated_choice_sentence(self, lang: str | None = None) -> str:
        """That the sheet names a way of choosing, and why it is no rule yet; empty where it names none, or a rule was given."""
        if not self.stated or self.main.choice.kind != "unknown":
            return ""
        words = {
            c["value"]: pick(lang, **c["label"]) for f in fields_of("sites") if f["name"] == "chosen_by" for c in f["categories"]
        }
        ways = join([f"{words.get(way, way)} ({integer(n, lang)})" for way, n in self.stated], lang)
        return pick(
            lang,
            id=f"Lembar sites menyebut cara memilih: {ways}. Perkiraan ini tetap menganggap cara memilih tidak diketahui, karena "
            f"lembar itu tidak memuat angka dan tahun yang menjadi dasar nilai, atau daftar calon yang diundi.",
            en=f"The sheet sites names how they were chosen: {ways}. This estimate still takes the way of choosing as not known, "
            f"because the sheet holds neither the figures and year behind a score nor the candidates of a draw.",
        )

    def label(self, column: str, lang: str | None = None) -> str:
        """A column as the workbook calls it, with the deciles it counts where they are the same throughout."""
        return village_label(column, lang, self.cut)

    def named(self, lang: str | None = None) -> Evaluation:
        """The main evaluation with its outcome called as the workbook calls it."""
        return replace(self.main, panel=replace(self.main.panel, outcome=self.label(self.outcome, lang)))

    def named_before(self, lang: str | None = None) -> str:
        """Which outcome is the main one, and by which rule it was fixed before any figure was seen."""
        if self.named_by_city:
            return pick(
                lang,
                id=f"Indikator utama: {self.label(self.outcome, lang)}, ditetapkan kota pada lembar settings.",
                en=f"The main outcome is {self.label(self.outcome, lang)}, as the city fixed it on the sheet settings.",
            )
        order = join([self.label(c, lang) for c in outcomes()][:3], lang)
        return pick(
            lang,
            id=f"Indikator utama: {self.label(self.outcome, lang)}. Urutannya sudah ditetapkan dalam alat ini untuk semua kota "
            f"({order}, dan seterusnya): yang "
            "pertama terisi dan nilainya beragam menjadi indikator utama, apa pun hasilnya.",
            en=f"The main outcome is {self.label(self.outcome, lang)}. The order is fixed in this tool for all cities ({order}, "
            f"and so on): the first that "
            "is filled in and varies is the main one, whatever the figures say.",
        )

    def outcomes_table(self, lang: str | None = None) -> pd.DataFrame | None:
        """The headline of each outcome with p_max_t, the outcome in words; None where they cannot be judged together."""
        if self.several is None:
            return None
        return self.several.table(lang).assign(outcome=[self.label(c, lang) for c in self.columns])

    def outcomes_sentence(self, lang: str | None = None) -> str:
        """How many outcomes were looked at, and the least p over all of them; or why they cannot be judged together."""
        if self.several is None:
            return self.why_alone.say(lang)
        return replace(self.several, outcomes=tuple(self.label(c, lang) for c in self.columns)).sentence(lang)

    def limits(self, lang: str | None = None, programme: str = "P2WKSS") -> list[str]:
        """What is estimated and what is not, how sites were chosen, for a city's own register and figures."""
        how = [
            self.main.choice.sentence(lang),
            explained_sentence(self.main.panel, self.main.choice, lang),
            ranking_year_sentence(lang),
        ]
        return [*(text.say(lang).format(programme=programme) for text in LIMITS), *(text for text in how if text)]

    def breaks_sentence(self, lang: str | None = None) -> str:
        """Which outcomes changed their source on the way; empty where none did."""
        parts = []
        for column, years in self.sources.items():
            if len(years) > 1:
                spans = [f"{source} ({a}" + (f"-{b})" if b > a else ")") for source, (a, b) in years.items()]
                parts.append(f"{self.label(column, lang)}: {join(spans, lang)}")
        if not parts:
            return ""
        return pick(
            lang,
            id=f"Sumber data berganti, sehingga loncatan antartahun dapat berasal dari pergantian itu: {'; '.join(parts)}.",
            en=f"The source of the figures changed, so that a jump between years may come from the change: {'; '.join(parts)}.",
        )

    def left_out_sentence(self, lang: str | None = None) -> str:
        """How many villages are left out because they were sites before the figures begin; empty where none was."""
        if not self.left_out:
            return ""
        n, first = integer(self.left_out, lang), self.main.panel.years[0]
        return pick(
            lang,
            id=f"{n} desa/kelurahan tidak ikut dihitung karena programnya dimulai sebelum atau pada tahun angka "
            f"pertama ({first}).",
            en=f"{n} village{'s are' if self.left_out > 1 else ' is'} left out because the programme began there "
            f"before or in the first "
            f"year of figures ({first}).",
        )


def city_panel(
    villages: pd.DataFrame, sites: pd.DataFrame, rule=None, draws: int = 999, seed: int = 0, main: str | None = None
) -> CityPanel:
    """Evaluate the sites of a city on its own yearly figures.

    villages, sites: sheets of a checked workbook. A village is a site from its first programme year on; planned years
    after the last figures are no sites yet. The main outcome is the first of `outcomes()` with at least four years and
    eight villages, or `main` where the city named one beforehand; the share in low deciles is refused where its cut changed.
    rule: how sites were chosen (`SelectionRule` or a draw); None where nobody recorded it, and then nothing is assumed in
    silence.

    Raises NotEnoughData where no outcome, or not the one named, can be evaluated.
    """
    panels, refused, early = {}, {}, {}
    for column in outcomes():
        found = _panel(villages, sites, column)
        if isinstance(found, Text):
            refused[column] = found
        else:
            panels[column], early[column] = found
    if not panels or main in refused:
        why = refused[main] if main in refused else next(iter(refused.values()))
        raise NotEnoughData(
            id=f"Buku kerja ini belum dapat menjawab apakah lokasi program terbantu. {why.id}",
            en=f"This workbook cannot yet answer whether the sites were helped. {why.en}",
        )
    outcome = main or next(iter(panels))
    panels = {outcome: panels.pop(outcome), **panels}
    evaluation = evaluate(panels[outcome], rule, draws=draws, seed=seed)
    several, columns, alone = _together(panels, rule, draws, seed)
    tidy = villages.dropna(subset=["year", "village_code"])
    sources = {c: _sources(tidy, c) for c in panels if village_figures()[c].aspect in SOURCED}
    return CityPanel(
        evaluation,
        outcome,
        protocol(panels[outcome], rule),
        several,
        columns,
        alone,
        refused,
        early[outcome],
        sources,
        one_cut(tidy),
        _stated(sites, panels[outcome]),
        main is not None,
    )


def _stated(sites: pd.DataFrame, panel: Panel) -> tuple[tuple[str, int], ...]:
    """Ways of choosing named for the first year of each site of the panel, the most frequent first."""
    if "chosen_by" not in sites:
        return ()
    first = sites.dropna(subset=["year", "village_code"]).sort_values("year", kind="stable").drop_duplicates("village_code")
    ways = first.loc[first["village_code"].isin(panel.units[panel.treated]), "chosen_by"].dropna().astype(str)
    return tuple(
        (way, int(n))
        for way, n in ways.value_counts().sort_index(kind="stable").sort_values(ascending=False, kind="stable").items()
    )


def _panel(villages: pd.DataFrame, sites: pd.DataFrame, column: str):
    """(panel, villages left out) of one column, or why there is none."""
    name = village_label(column, "id", one_cut(villages)), village_label(column, "en", one_cut(villages))
    rows = villages[villages[column].notna()].dropna(subset=["year", "village_code"]) if column in villages else villages.iloc[:0]
    try:
        years, places = rows["year"].nunique(), rows["village_code"].nunique()
        if (years < LEAST_YEARS or places < LEAST_PLACES) and not cut_changes(rows, column):
            return _too_little(name, places, years)
        panel, early = village_panel(villages, sites, column)
    except NotEnoughData as error:
        return Text(error.sentence("id"), error.sentence("en"))
    except P2wkssError as error:
        return Text(f"{name[0]}: {error.sentence('id')}", f"{name[1]}: {error.sentence('en')}")
    if not panel.treated.any():
        first, last = int(rows["year"].min()), int(rows["year"].max())
        return Text(
            f"{name[0]}: tidak ada lokasi yang programnya dimulai sesudah tahun angka pertama ({first}) dan sampai {last}.",
            f"{name[1]}: no site began after the first year of figures ({first}) and up to {last}.",
        )
    return panel, early


def _too_little(name: tuple[str, str], places: int, years: int) -> Text:
    """What is lacking, and only that: years, villages, or both."""
    lacking = [(LEAST_YEARS, years, "tahun", "years")] if years < LEAST_YEARS else []
    lacking += [(LEAST_PLACES, places, "desa/kelurahan", "villages")] if places < LEAST_PLACES else []
    return Text(
        f"{name[0]}: "
        + "; ".join(f"perlu {least} {word}, {f'baru ada {there}' if there else 'belum ada'}" for least, there, word, _ in lacking)
        + ".",
        f"{name[1]}: "
        + "; ".join(f"{least} {word} are needed, {there or 'none'} so far" for least, there, _, word in lacking)
        + ".",
    )


def _together(panels: dict[str, Panel], rule, draws: int, seed: int):
    """All outcomes at once with max-t, or why they cannot be judged together."""
    columns = tuple(panels)
    if len(panels) < 2:
        return None, columns, Text("Hanya satu indikator yang dapat dilihat.", "Only one outcome can be looked at.")
    try:
        return evaluate_outcomes(list(panels.values()), rule, draws, seed), columns, None
    except P2wkssError as error:
        return None, columns, Text(error.sentence("id"), error.sentence("en"))


def _sources(tidy: pd.DataFrame, column: str) -> dict[str, tuple[int, int]]:
    """Source as typed to its first and last year."""
    name = f"{village_figures()[column].aspect}_source"
    if name not in tidy:
        return {}
    rows = tidy[tidy[column].notna() & tidy[name].notna()]
    return {str(s): (int(y.min()), int(y.max())) for s, y in rows.groupby(name, sort=False)["year"]}
