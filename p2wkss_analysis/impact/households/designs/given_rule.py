"""The headline for households: the answer that follows from how they were chosen, or a range where that is not known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.stats import chi2, norm

from ....say import Text
from ...estimate import RANGE, Estimate, about_percent, few, refused
from ...texts import households as texts
from ..table import Pair
from .adjusted import LEAST_HOUSEHOLDS, TOO_FEW, Sides, adjusted, permuted
from .choice import UNLIKE_LOTS, Choice, like_lots, lost_alike, of_some
from .curve import normal_scores
from .design import Design, along, change, change_in_proportion, far_apart, on_baseline
from .lots import lots
from .whole_places import whole_places

METHOD = "given_rule"
MOST_SPLIT = 0.1  # share of the assisted who may live on the other side of their RT where whole RTs were taken
REGISTER, OWN = 2, 3  # degree of the curve through a register's figure, and through what the first visit found


def given_rule(pair: Pair, choice: Choice, base: Text, draws: int = 999, seed: int = 0) -> Estimate:
    """The effect given how the households were chosen.

    What decided cannot mislead once the regression holds it: among households alike in it, being assisted carries no
    further news. So:
    - drawn: endline on assistance and baseline, p by dealing the lots again (within RTs where they were drawn there);
    - by a register's figure: the change since the first visit on assistance and a curve through the figure. The change,
      since the register's errors are not the first visit's; the curve, since the poorest may change otherwise. Of yes/no
      answers the endline as by a score, since their change is bent by the ends of the scale;
    - by a score or several columns: the endline on assistance, the baseline and a curve through the score, bent more, since
      the first visit may be part of the score and the change then falls as steeply as the score rose; the score by its
      ranks, whatever its scale;
    - by the first-visit figure itself (or a finer one): the endline on assistance and a curve through it;
    - whole RTs: RT means, on the RT mean of what decided, where that parts both sides;
    - where the list does not follow the rule, or none is known: a range, see `between`.
    RT effects join where each RT had its own cut, and quota columns where there were quotas.

    Sources: Rosenbaum and Rubin (1983), Biometrika 70; Angrist and Pischke (2009), sections 3.2 and 5.3. Rates by design
    in `benchmarks/families.md`. It cannot know what decided and was not written down.
    """
    rule, note = choice.rule, choice.why
    if rule.by == "draw" and choice.alone and not (like_lots(pair, choice) and lost_alike(pair, choice)):
        answer = unknown(pair, base, draws, seed)
        return answer.noting(texts.LOST_UNLIKE_LOTS if answer.runs else texts.LOST_ON_ONE_SIDE)
    if _as_unknown(choice):
        answer = unknown(pair, base, draws, seed)
        return answer if note is None and rule.by == "unknown" else answer.noting(note or _unfit(choice))
    if rule.by == "draw":
        return _drawn(pair, choice, base, draws, seed)
    if rule.by == "whole_rt" or _one_figure_a_place(pair, choice):
        seen = pair.of(choice.known[pair.household])
        return whole_places(seen, choice.figures[seen.household], METHOD, base)
    found = [adjusted(seen, design, base, draws, seed) for seen, design in designs(pair, choice)]
    missing = int((~choice.known[pair.household]).sum())
    notes = [_left_out(missing)] if missing else []
    if len(found) == 1:
        apart = [texts.NO_OVERLAP] if not rule.within and _no_overlap(pair, choice) else []
        why = texts.OF_YES_NO if rule.by in ("register", "next_year") and _yes_no(pair) else texts.REASONS[rule.by]
        return found[0].noting(why, *apart, *notes)
    return between(found, base).noting(_astray(choice), *notes)


def designs(pair: Pair, choice: Choice) -> list[tuple[Pair, Design]]:
    """The households and the regression of the headline; two where it is a range between them."""
    if _as_unknown(choice):
        return [(pair, design) for design in _either(pair)]
    if choice.rule.by == "draw":
        return [(pair, along(pair, pair.after, [], [*choice.fixed(pair), pair.before], METHOD))]
    seen = pair.of(choice.known[pair.household])
    if choice.rule.by == "whole_rt":
        return [(seen, _of_whole_places(seen, choice))]
    if choice.alone:
        return [(seen, _stated(seen, choice))]
    return [(seen, _change_along(seen, choice)), (seen, _beside_baseline(seen, choice))]


def _of_whole_places(pair: Pair, choice: Choice) -> Design:
    """The regression of households that asks what `whole_places` asks of RTs."""
    figures = choice.figures[pair.household]
    decided = figures if figures.shape[1] else pair.before[:, None]
    size = np.bincount(pair.cluster)
    means = [(np.bincount(pair.cluster, weights=column) / size)[pair.cluster] for column in decided.T]
    return along(pair, pair.after - pair.before if figures.shape[1] else pair.after, [], means, METHOD)


def _one_figure_a_place(pair: Pair, choice: Choice) -> bool:
    """Whether RTs were taken as wholes by figures that are one for a whole RT: there is then one case an RT."""
    figures, sides = choice.figures[pair.household], Sides.of(pair)
    astray = np.minimum(sides.helped, sides.other).sum()  # the RT on the cut may have been taken in part
    if not figures.shape[1] or astray > MOST_SPLIT * sides.helped.sum():
        return False
    first = np.unique(pair.cluster, return_index=True)[1]
    return bool(np.array_equal(figures, figures[first][pair.cluster], equal_nan=True))


def _as_unknown(choice: Choice) -> bool:
    """Whether the rule, as stated and as followed, says too little to condition on."""
    rule = choice.rule
    if choice.why is not None or rule.by == "unknown":
        return True
    if rule.by == "next_year" and not choice.figures.shape[1]:
        return True
    if rule.by in ("draw", "whole_rt"):
        return not choice.alone
    own = rule.by == "baseline" or choice.outcome_is.any()
    return bool(own and not choice.alone)


def _unfit(choice: Choice) -> Text:
    if choice.rule.by == "draw":
        return texts.NOT_LIKE_LOTS
    return texts.NEXT_YEAR_UNKNOWN if choice.rule.by == "next_year" and not choice.figures.shape[1] else _astray(choice)


def _stated(pair: Pair, choice: Choice) -> Design:
    """The regression that follows from the rule alone."""
    if choice.rule.by in ("register", "next_year") and not _yes_no(pair):
        return _change_along(pair, choice)
    figures, fixed = choice.figures[pair.household], choice.fixed(pair)
    read = np.asarray if choice.rule.by == "baseline" else normal_scores
    first = [] if choice.rule.by == "baseline" else [pair.before]  # a yes/no of the figure itself can be the very cut
    return along(pair, pair.after, [(read(column), OWN) for column in figures.T], [*fixed, *first], METHOD)


def _yes_no(pair: Pair) -> bool:
    return max(len(np.unique(pair.before)), len(np.unique(pair.after))) <= 2


def _change_along(pair: Pair, choice: Choice) -> Design:
    """The regression that is right where, beside the rule, lasting differences decided."""
    degree = OWN if choice.rule.by == "score" else REGISTER
    figures = [(column, degree) for column in choice.figures[pair.household].T]
    return along(pair, pair.after - pair.before, figures, choice.fixed(pair), METHOD)


def _beside_baseline(pair: Pair, choice: Choice) -> Design:
    """The regression that is right where, beside the rule, the first-visit figure decided."""
    figures = [(column, REGISTER) for column in choice.figures[pair.household].T]
    return along(pair, pair.after, [(pair.before, OWN), *figures], choice.fixed(pair), METHOD)


def unknown(pair: Pair, base: Text, draws: int = 999, seed: int = 0) -> Estimate:
    """The range between the answers of which one is right if either lasting differences or the first-visit figure chose,
    household by household or, where no RT holds both sides, RT by RT."""
    answers = [adjusted(pair, design, base, draws, seed) for design in _either(pair)]
    if not Sides.of(pair).split.any():
        places = whole_places(pair, np.empty((len(pair.after), 0)), METHOD, base)
        answers += [places] if places.runs else []
    answer = between(answers, base)
    return answer.noting(*far_apart(pair)) if answer.runs else answer


def _either(pair: Pair) -> list[Design]:
    """The regressions of the range: the change in the outcome's unit and, of amounts, in proportion (incomes that grow by
    the same percent drift apart in rupiah); the endline on the baseline, joined by a second visit before where there is one."""
    own = [(pair.before, OWN)] if pair.earlier is None else [(pair.before, OWN), (pair.earlier, OWN)]
    found = [change(pair), change_in_proportion(pair), along(pair, pair.after, own, [], "ancova")]
    return [design for design in found if design is not None]


def change_before(pair: Pair, choice: Choice) -> tuple[Pair, Design]:
    """The headline's question between the two visits before, given the rule where it is one to condition on."""
    assert pair.earlier is not None  # asked only where it is known
    shifted = replace(pair, before=pair.earlier, after=pair.before, earlier=None)
    if _as_unknown(choice) or choice.rule.by in ("draw", "whole_rt"):
        return shifted, on_baseline(shifted) if choice.rule.by == "draw" else change(shifted)
    seen = shifted.of(choice.known[shifted.household])
    return seen, _stated(seen, choice)


def between(answers: list[Estimate], base: Text) -> Estimate:
    """Two answers as a range: from the lower to the higher estimate, the interval from the lowest to the highest end.

    A verdict only where all of it lies on one side: p is the largest, and 1 where they point different ways. Difference
    in differences holds where lasting differences chose, regression on the baseline where that figure did, and the truth
    lies between under either (Angrist and Pischke 2009, section 5.4; Ding and Li 2019, Political Analysis 27). It need not
    where both sides were on different trends (chosen by age, say, with earnings that grow with it): the column that
    decided, or a second visit before, would show that. The row's `estimate` is the middle of the range.
    """
    stopped = next((a for a in answers if not a.runs), None)
    if stopped is not None:
        return replace(stopped, method=RANGE)
    low, high = min(a.estimate for a in answers), max(a.estimate for a in answers)
    conf = min(a.conf_low for a in answers), max(a.conf_high for a in answers)
    error = max(a.std_error for a in answers)
    p = max(a.p_value for a in answers) if low * high > 0 else 1.0
    p = np.nan if any(np.isnan(a.p_value) for a in answers) else p
    least = (conf[1] - conf[0]) / 2 + norm.ppf(0.8) * error if np.isfinite(error) else np.inf
    return replace(
        answers[0], method=RANGE, base=base, estimate=(low + high) / 2, std_error=error,
        conf_low=conf[0], conf_high=conf[1],
        p_value=p, smallest_p=max(a.smallest_p for a in answers), smallest_detectable=float(least),
        range_low=low, range_high=high,
    )  # fmt: skip


def _drawn(pair: Pair, choice: Choice, base: Text, draws: int, seed: int) -> Estimate:
    """Lots: assistance is dealt again among all, within RTs or among those of one chance, or RT by RT, as they were drawn.

    With unequal chances each group of one chance has its own level: its effect counts by n p (1 - p), without the bias of
    comparing groups (Angrist 1998, Econometrica 66; Imbens and Rubin 2015, chapter 9).
    """
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(METHOD, base, TOO_FEW)
    sides = Sides.of(pair)
    if (
        not choice.in_places
        and len(sides.helped) > 1
        and np.minimum(sides.helped, sides.other).sum() <= MOST_SPLIT * sides.helped.sum()
    ):
        return whole_places(pair, np.empty((len(pair.after), 0)), METHOD, base)  # RTs were drawn, not households
    strata = pair.cluster if not choice.in_places and _uneven(sides) else choice.place[pair.household]
    strata = np.unique(strata, return_inverse=True)[1]
    groups = (strata[:, None] == np.arange(strata.max() + 1)).astype(float)
    design = on_baseline(pair)
    test = lots(pair.after, pair.assisted.astype(float), np.column_stack([groups, design.columns]), strata, draws, seed)
    if not test:
        return refused(METHOD, base, texts.NO_LOTS)
    only = [texts.NEAR_CUT_ONLY] if of_some(choice.rule) else []
    return permuted(test, METHOD, base, counts).noting(texts.REASONS["draw"], *only)


def _uneven(sides: Sides) -> bool:
    """Whether the assisted share differs between RTs more than lots among all would make it in 99 of 100 draws."""
    size = sides.helped + sides.other
    share = sides.helped.sum() / size.sum()
    spread = ((sides.helped - share * size) ** 2 / (size * share * (1 - share))).sum()
    return bool(len(size) > 1 and chi2.sf(spread, len(size) - 1) < UNLIKE_LOTS)


def reason(choice: Choice, answer: Estimate) -> Text:
    """Why the answer is computed as it is, given how the households were chosen."""
    if answer.method != RANGE:  # as the answer notes it; without such a note RTs were compared
        return next(
            (note for note in answer.notes if note in (texts.OF_YES_NO, *texts.REASONS.values())), texts.REASONS["whole_rt"]
        )
    if choice.rule.by == "draw" and choice.alone:
        return texts.LOST_UNLIKE_LOTS if answer.runs else texts.LOST_ON_ONE_SIDE
    return texts.EITHER if choice.rule.by == "unknown" else choice.why or _unfit(choice)


def _no_overlap(pair: Pair, choice: Choice) -> bool:
    """Whether the one figure that decided has no value in common between both sides."""
    figures = choice.figures[pair.household]
    if figures.shape[1] != 1:
        return False
    helped, other = (figures[side & np.isfinite(figures[:, 0]), 0] for side in (pair.assisted, ~pair.assisted))
    return bool(len(helped) and len(other) and (helped.max() < other.min() or helped.min() > other.max()))


def _astray(choice: Choice) -> Text:
    return texts.RULE_NOT_FOLLOWED.fill(share=about_percent(1 - choice.followed))


def _left_out(n: int) -> Text:
    return texts.FIGURE_LEFT_OUT.fill(n=few(n))
