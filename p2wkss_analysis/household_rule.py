"""How the assisted households were chosen, as data: the estimator of `evaluate_households` follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .say import join, number, pick
from .say.errors import WrongUse

BY = {  # what decided: the columns it needs (least, most), Bahasa Indonesia, English
    "draw": (0, 0, "dengan undian", "by lot"),
    "register": (1, 4, "menurut data register (desil atau indeks)", "by a register's figure (decile or index)"),
    "score": (1, 8, "menurut nilai (skor) dari beberapa hal", "by a score of several things"),
    "baseline": (0, 1, "menurut angka kunjungan awal yang dievaluasi itu sendiri", "by the very first-visit figure that is evaluated"),
    "whole_rt": (0, 4, "per RT utuh", "as whole RTs"),
    "next_year": (0, 4, "pembandingnya calon KK binaan tahun berikutnya", "with next year's households as comparison"),
    "unknown": (0, 0, "tidak diketahui", "not known"),
}  # fmt: skip


@dataclass(frozen=True)
class HouseholdRule:
    """The rule by which assisted households were taken.

    Parameters
    ----------
    by : what decided.
        "draw": lots were drawn, among all households of the table or within each RT (`within="rt"`).
        "register": a figure of a register (decile, welfare index) made before the first visit and apart from it.
        "score": one score, or several columns together, whatever they are made of; the first visit may be part of it.
        "baseline": the evaluated figure as the first visit found it; `columns` names a finer figure where a yes/no
        outcome was made from one (income, where "income below the line" is evaluated).
        "whole_rt": RTs were taken as wholes, by the RT's mean of the outcome at the first visit, or of `columns`.
        "next_year": the comparison households are those chosen a year later by the same rule; `columns` holds this
        year's figure where there was one. It holds while neither side's lasting level moved: whoever fell on hard times
        is likelier to be chosen next year, so that their endline is low and the programme looks better (bias +.2 SD where a
        fifth of the level is renewed each year).
        "unknown": nobody knows, or it was talked over (musyawarah) without a record.
    columns : columns of the first visit with the figures that decided, as they stood when it was decided.
    quotas : yes/no columns that had a quota of their own.
    within : "rt" where each RT had its own lots or its own cut, None where the cut was one for all.
    cut : the limit of a single column, for the jump at the cut; read from the data where it is left out.

    Returns a frozen object with `.table()` and `.sentence(lang)`. Raises WrongUse naming everything that does not fit.

    Source: that the estimator must condition on what decided: Rosenbaum and Rubin (1983), Biometrika 70; Angrist and
    Pischke (2009), Mostly Harmless Econometrics, section 5.3. Do not state a rule that was only intended: where the
    list does not follow the rule, `evaluate_households` measures it and gives a range.

    >>> HouseholdRule("register", "registry_decile").sentence("en")
    "Assisted households were chosen by a register's figure (decile or index): registry_decile."
    """

    by: str = "unknown"
    columns: tuple[str, ...] | str = ()
    quotas: tuple[str, ...] | str = ()
    within: str | None = None
    cut: float | None = None

    def __post_init__(self):
        for name in ("columns", "quotas"):
            given = getattr(self, name)
            given = () if given is None else given
            object.__setattr__(self, name, (given,) if isinstance(given, str) else tuple(given))
        faults = list(self._faults())
        if faults:
            raise WrongUse(
                id="Aturan pemilihan KK keliru. " + " ".join(f[0] for f in faults),
                en="The rule for choosing households is wrong. " + " ".join(f[1] for f in faults),
            )

    def _faults(self):
        if self.by not in BY:
            known = ", ".join(BY)
            yield f"by={self.by!r}: pilih salah satu dari {known}.", f"by={self.by!r}: choose one of {known}."
            return
        least, most, *_ = BY[self.by]
        if not all(isinstance(name, str) and name for name in (*self.columns, *self.quotas)):
            yield "Nama kolom harus teks.", "Column names must be text."
        elif not least <= len(self.columns) <= most:
            yield (
                f"by={self.by!r} memerlukan {least} sampai {most} kolom, bukan {len(self.columns)}.",
                f"by={self.by!r} needs {least} to {most} columns, not {len(self.columns)}.",
            )
        if self.quotas and self.by not in ("register", "score", "next_year"):
            yield (f"Kuota tidak dipakai bila by={self.by!r}.", f"Quotas have no place where by={self.by!r}.")
        if self.within not in (None, "rt"):
            yield f'within={self.within!r}: pilih "rt" atau None.', f'within={self.within!r}: choose "rt" or None.'
        if self.cut is not None and (
            isinstance(self.cut, (bool, str)) or not self.cut == self.cut or abs(self.cut) == float("inf")
        ):
            yield "cut harus angka.", "cut must be a number."
        elif self.cut is not None and not (self.by == "baseline" or len(self.columns) == 1):
            yield "cut hanya untuk aturan dengan satu kolom.", "cut is for a rule of one column."

    def table(self):
        """The rule, one row: by, columns, quotas, within, cut."""
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "by": self.by,
                    "columns": ", ".join(self.columns),
                    "quotas": ", ".join(self.quotas),
                    "within": self.within,
                    "cut": self.cut,
                }
            ]
        )

    def sentence(self, lang: str | None = None, names: Mapping[str, str] | None = None) -> str:
        """The rule as a sentence for the report. names: what columns are called; one called "" is not named."""
        called = [name for column in self.columns if (name := (names or {}).get(column, column))]
        how = pick(lang, id=BY[self.by][2], en=BY[self.by][3])
        if self.by == "unknown":
            return pick(
                lang, id="Cara pemilihan KK binaan tidak diketahui.", en="How assisted households were chosen is not known."
            )
        figures = f": {join(called, lang)}" if called else ""
        where = pick(lang, id=", di tiap RT", en=", in each RT") if self.within else ""
        shares = join([(names or {}).get(column) or column for column in self.quotas], lang) if self.quotas else ""
        quotas = pick(lang, id=f", dengan kuota {shares}", en=f", with quotas for {shares}")
        limit = (
            ""
            if self.cut is None
            else pick(lang, id=f", batas {number(self.cut, 2, lang)}", en=f", cut at {number(self.cut, 2, lang)}")
        )
        rest = f"{figures}{where}{quotas if self.quotas else ''}{limit}"
        if self.by == "next_year":
            return pick(
                lang,
                id=f"KK pembanding adalah calon KK binaan tahun berikutnya{rest}.",
                en=f"The comparison households are those chosen for the next year{rest}.",
            )
        return pick(lang, id=f"KK binaan dipilih {how}{rest}.", en=f"Assisted households were chosen {how}{rest}.")
