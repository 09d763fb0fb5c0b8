"""The paper: its pages are those that the measured files give, every name in it is known, and its figures are there."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "docs" / "paper"), str(ROOT / "benchmarks")]

import paper
import stated_rule as benchmark

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.simulate import simulate_city


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_number_of_the_paper_is_that_of_the_files(lang):
    assert paper.PAGES[lang].read_text(encoding="utf-8") == paper.page(lang), (
        "python docs/paper/paper.py --write, then python docs/paper/figures.py"
    )


def test_tables_quote_the_pages_of_the_benchmarks():
    """Two ways to the same numbers: the rows of the benchmarks' own pages."""
    laws = (paper.BENCHMARKS / "placebo_laws.md").read_text(encoding="utf-8")
    for half in ("develop", "held"):
        part = laws.split(f"## {paper.OURS}, half {half}, scale auto")[1]
        pooled = next(line for line in part.splitlines() if line.startswith("| **pooled**"))
        rates = [cell.strip() for cell in pooled.split("|")[2:-1]]
        column = 1 + ("develop", "held").index(half)
        mine = [line.split("|")[1 + column].strip() for line in paper.tables("en")["table_by_rule"].splitlines()[2:]]
        assert [m.replace(",", "") if m == mine[-1] else m for m in mine] == rates
    stated = (paper.BENCHMARKS / "stated_rule.md").read_text(encoding="utf-8")
    cells = {
        tuple(c.strip() for c in line.split("|")[1:4]): line.split("|") for line in stated.splitlines() if line.startswith("| ")
    }
    for rule in paper.STATED:
        row = paper.stated(rule, "stated")
        line = cells[rule, "stated", str(len(row))]
        assert [line[k].strip() for k in (4, 6, 7)] == [
            "{:.1f} [{:.1f}, {:.1f}]".format(*r) for r in paper.stated_rates(row).values()
        ]


def test_figures_are_there_and_small():
    shown = {
        name for path in paper.PAGES.values() for name in re.findall(r"\(paper/(\w+\.png)\)", path.read_text(encoding="utf-8"))
    }
    assert shown == {path.name for path in paper.HERE.glob("*.png")}
    assert all((paper.HERE / name).stat().st_size < 150_000 for name in shown)


def test_a_reference_is_quoted_and_a_quotation_has_its_reference():
    text, listed = (paper.HERE / "en.md").read_text(encoding="utf-8").split("## References")
    names = {
        (line.split(",")[0][2:], re.search(r"\((\d{4})\)", line)[1]) for line in listed.splitlines() if line.startswith("- ")
    }
    assert not [name for name in names if not re.search(rf"{name[0]}[^()]*\(?{name[1]}", text)]
    first = re.findall(r"([A-ZÀ-Ý][\w']+)(?:(?:, [A-Z][\w']+)* and [A-Z][\w']+| et al\.)? \(?((?:19|20)\d\d)", text)
    assert not [f for f in first if f not in names and not any(y == f[1] for _, y in names)]


# --- the benchmark of the stated rule ---------------------------------------------------------------------


def test_the_effect_planted_by_the_benchmark_is_the_one_of_the_simulated_city():
    case = benchmark.case_of("worst", "36.72", 5)
    city = simulate_city("36.72", rule="worst", seed=5)
    mine, theirs = (
        case.panel(case.effect, True),
        benchmark.village_panel(city.tables["villages"], city.tables["sites"], benchmark.FIGURE)[0],
    )
    assert abs(mine.values - theirs.values).max() < 1e-9 and (mine.start == theirs.start).all()


def test_on_the_raw_scale_a_planted_effect_moves_the_answer_by_itself_and_stating_a_rule_on_the_figure_moves_nothing():
    case = benchmark.case_of("worst", "36.72", 5)
    assert case.panel(0.0, True).scale.raw
    ends = []
    for effect, rule in ((0.0, case.rule), (case.effect, case.rule), (0.0, None)):
        row = benchmark.headline(evaluate(case.panel(effect, True), rule, methods=[benchmark.METHOD]))[0]
        ends.append((row.estimate, row.conf_low, row.conf_high, row.p_value))
    assert ends[0] == ends[2]
    assert [b - a for a, b in zip(ends[0][:3], ends[1][:3], strict=True)] == pytest.approx([case.effect] * 3)


def test_a_draw_among_a_short_list_names_its_candidates_and_only_they_are_compared():
    case = benchmark.case_of("shortlist", "36.72", 5)
    assert set(case.rule.drawn) < set(case.rule.candidates) and len(case.rule.candidates) == benchmark.SHORTLIST
    stated, unknown = (
        benchmark.headline(evaluate(case.panel(0.0, True), rule, methods=[benchmark.METHOD]))[0] for rule in (case.rule, None)
    )
    assert stated.n_comparison <= benchmark.SHORTLIST < unknown.n_comparison
