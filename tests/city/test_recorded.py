"""How sites were chosen, read from the workbook: what is used, what is not and why, and that an analyst's rule wins."""

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.choice import texts
from p2wkss_analysis.city.choice.decision import by_lot, by_ranking, village_codes
from p2wkss_analysis.city.choice.recorded import recorded_choice
from p2wkss_analysis.city.need import city_need
from p2wkss_analysis.city.panel import city_panel
from p2wkss_analysis.impact.panel.choice import read_choice, rule_warning
from p2wkss_analysis.impact.panel.villages import village_panel
from p2wkss_analysis.rule import LotsByYear, SelectionRule
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.workbook.filled import as_read
from p2wkss_analysis.targeting.draw import draw_lots, draw_on_record

CODES = [f"32.76.01.10{n:02d}" for n in range(1, 25)]
TABLE = pd.DataFrame([(c, y, 4) for c in CODES for y in range(2015, 2025)], columns=["village_code", "year", "decile_cut"])
_NOISE = np.random.default_rng(1).normal(0, 1, (2, len(TABLE)))
TABLE = TABLE.assign(low_decile_percent=20 + TABLE.index // 10 / 4 + _NOISE[0], stunting_percent=15 + _NOISE[1])
COLUMNS = [
    "year",
    "village_code",
    "rw",
    "rt",
    "chosen_by",
    "ranking_figure",
    "ranking_end",
    "ranking_year",
    "draw_seed",
    "draw_source",
]


def drawn(years=(2019, 2021), seed=7, n=2):
    """Sites and candidates of public draws, one a year."""
    sites, candidates, free = [], [], list(CODES)
    for year in years:
        draw = draw_lots(free, n, seed + year)
        sites += [{"year": year, "village_code": c, "chosen_by": "draw", "draw_seed": seed + year} for c in draw.drawn]
        candidates += [{"year": year, "village_code": c} for c in free]
        free = [c for c in free if c not in draw.drawn]
    return typed(sites, candidates)


def ranked(score, years=(2019, 2021), n=2, figure="score", end="lowest"):
    """Sites and candidates where each year the lowest (or highest) of `score(code, year)` were taken."""
    sites, candidates, free = [], [], list(CODES)
    for year in years:
        figures = {c: score(c, year) for c in free}
        chosen = sorted(free, key=figures.get, reverse=end == "highest")[:n]
        own = {"chosen_by": "score", "ranking_figure": figure, "ranking_end": end, "ranking_year": year - 1}
        sites += [{"year": year, "village_code": c, **own} for c in chosen]
        candidates += [{"year": year, "village_code": c, "figure": f} for c, f in figures.items()]
        free = [c for c in free if c not in chosen]
    return typed(sites, candidates)


def typed(sites, candidates):
    sites = (
        pd.DataFrame(sites)
        .reindex(columns=COLUMNS)
        .astype(dict.fromkeys(("year", "ranking_year", "draw_seed", "rw", "rt"), "Int64"))
    )
    candidates = pd.DataFrame(candidates).reindex(columns=["year", "village_code", "rw", "rt", "figure"])
    return sites, candidates.astype({"year": "Int64", "rw": "Int64", "rt": "Int64", "figure": "float64"})


def read(sites, candidates, table=TABLE, column="low_decile_percent"):
    return recorded_choice(village_panel(table, sites, column)[0], sites, candidates, table)


def chance(code, year):
    return float(np.random.default_rng([int(code[-2:]), year]).random())


def own_value(code, year):
    return float(TABLE.loc[(TABLE["village_code"] == code) & (TABLE["year"] == year - 1), "low_decile_percent"].iloc[0])


def test_draws_of_several_years_are_worked_out_again_and_each_keeps_its_own_candidates():
    found = read(*drawn())
    assert isinstance(found.rule, LotsByYear) and [d.year for d in found.rule.draws] == [2019, 2021]
    assert "2019: 2 of 24 candidates, seed 2026; 2021: 2 of 22 candidates" in found.used.say("en")
    choice = read_choice(found.panel, found.rule)
    assert (
        choice.kind == "lots" and not choice.others.any() and choice.eligible.sum(0).tolist() == [0, 0, 0, 0, 24, 0, 22, 0, 0, 0]
    )
    assert len(read(*drawn((2020,))).rule.candidates) == 24


def test_a_draw_of_rw_counts_where_every_village_had_as_many():
    codes = [f"{c}.{rw:02d}" for c in CODES for rw in (1, 2)]
    won = [(c[:13], int(c[14:])) for c in draw_lots(codes, 2, 9).drawn]
    sites, candidates = typed(
        [{"year": 2020, "village_code": c, "rw": rw, "chosen_by": "draw", "draw_seed": 9} for c, rw in won],
        [{"year": 2020, "village_code": c[:13], "rw": int(c[14:])} for c in codes],
    )
    assert len(read(sites, candidates).rule.candidates) == 24
    assert read(sites, candidates.iloc[1:] if won[0] != (CODES[0], 1) else candidates.iloc[:-1]).rule is None


def test_a_score_of_its_own_becomes_the_ranking_column_and_the_outcome_itself_the_rule():
    found = read(*ranked(chance))
    assert found.rule == SelectionRule("ranking", "lowest", 2, 1) and "2 of 22 candidates, figures of 2020" in found.used.say(
        "en"
    )
    column = found.panel.ranking[:, found.panel.years == 2018].ravel()
    assert np.allclose(column, [chance(code, 2019) for code in found.panel.units])
    own = ranked(own_value, figure="low_decile_percent")
    assert read(*own).rule == SelectionRule("outcome", "lowest", 2, 1) and read(*own).panel.ranking is None
    other = read(*own, column="stunting_percent")
    assert other.rule.by == "ranking" and np.isfinite(other.panel.ranking).sum() == 24 + 22
    alone = read(own[0], own[1].iloc[:0])  # the figures stand on the sheet villages, too
    assert alone.rule == SelectionRule("outcome", "lowest", 2, 1) and "villages not yet sites" in alone.used.say("en")


def test_what_is_lacking_is_named_with_its_year_and_nothing_is_assumed():
    sites, candidates = ranked(chance)
    draws, lists = drawn()

    def why(sites, candidates):
        found = read(sites, candidates)
        assert found.rule is None and found.used is None and found.panel.ranking is None
        return " ".join(text.say("en") for text in found.unused)

    first = sites["year"] == 2019
    assert why(sites.assign(chosen_by=sites["chosen_by"].where(~first)), candidates) == f"2019, {texts.WAY_NOT_SAID.en}"
    assert "2019, sites were chosen by deliberation" in why(
        sites.assign(chosen_by=["deliberation"] * 2 + ["score"] * 2), candidates
    )
    assert "fill in the chosen end and the year of the figure" in why(
        sites.assign(ranking_end=None, ranking_year=pd.NA), candidates
    )
    assert "1 candidate has no figure" in why(sites, candidates.assign(figure=candidates["figure"].where(candidates.index != 5)))
    assert texts.NO_CANDIDATES.en in why(sites, candidates.iloc[:0])
    won = candidates["village_code"].isin(sites["village_code"])
    assert "only 7 candidates" in why(sites, candidates[won | (candidates["village_code"] < CODES[5])].groupby("year").head(7))
    assert texts.NO_SEED.en in why(draws.assign(draw_seed=draws["draw_seed"].where(draws["year"] > 2019)), lists)
    assert texts.DRAW_DIFFERS.en in why(draws.assign(draw_seed=draws["draw_seed"] + 1), lists)
    mixed = [
        pd.concat([a[a["year"] == 2019], b[b["year"] == 2021]])
        for a, b in zip(drawn((2019,)), ranked(chance, (2021,)), strict=True)
    ]
    assert why(*mixed) == texts.WAYS_DIFFER.en


def test_the_city_says_what_it_used_and_an_analysts_rule_wins():
    sites, candidates = drawn()
    used = city_panel(TABLE, sites, draws=99, candidates=candidates)
    assert used.main.choice.kind == "lots" and used.other_assumption_sentence("en") == used.stated_choice_sentence("en") == ""
    assert "undian terbuka (2019: 2 dari 24 calon" in used.choice_used_sentence("id") and used.several is not None
    given = city_panel(TABLE, sites, SelectionRule(), draws=99, candidates=candidates)
    assert given.main.choice.kind == "rule" and given.choice_used_sentence("id") == texts.RULE_OF_ANALYST.id
    assert given.stated_choice_sentence("en") == ""
    lacking = city_panel(TABLE, sites, draws=99, candidates=candidates.iloc[:0])
    assert lacking.main.choice.kind == "unknown" and "2019, list all candidates" in lacking.stated_choice_sentence("en")


def test_a_ranking_that_explains_few_of_the_sites_is_still_warned_of():
    sites, candidates = ranked(chance)
    turned = read(sites.assign(ranking_end="highest"), candidates)
    assert "accounts for only 0 of the 4 sites" in rule_warning(turned.panel, read_choice(turned.panel, turned.rule)).say("en")


def test_draws_of_several_years_need_their_years():
    with pytest.raises(WrongUse):
        LotsByYear((draw_lots(CODES, 1, 1), draw_lots(CODES, 1, 2)))
    with pytest.raises(WrongUse):
        LotsByYear((draw_lots(CODES, 1, 1, 2020), draw_lots(CODES, 1, 2, 2020)))


@pytest.mark.parametrize("rule", ["draw", "worst"])
def test_a_synthetic_city_records_what_its_evaluation_then_uses(rule):
    made = p2.simulate_city("36.72", rule=rule, seed=5)
    t = made.tables
    panel = village_panel(t["villages"], t["sites"], "low_decile_percent")[0]
    found = recorded_choice(panel, t["sites"], t["candidates"], t["villages"])
    assert (found.rule == SelectionRule(picks="highest")) if rule == "worst" else isinstance(found.rule, LotsByYear)
    assert not found.unused and recorded_choice(panel, t["sites"], None, t["villages"]).rule is None


@pytest.fixture(scope="module")
def need():
    return city_need(TABLE, typed([], [])[0], draws=100, places=dict(zip(CODES, CODES, strict=True)))


def empty(**sites):
    """The sheets of a workbook with these sites and no candidate."""
    return {"sites": as_read("sites", pd.DataFrame(sites)), "candidates": as_read("candidates", pd.DataFrame())}


def test_the_choice_of_the_year_is_written_with_every_candidate_and_its_score(need):
    first = need.table()["area_code"].tolist()
    tables, said = by_ranking(need, first[:2], {first[0]: "Sukamaju"}).written(2025, empty(), {first[0]: "Sukamaju"})
    site = tables["sites"].iloc[0]
    assert site[["chosen_by", "ranking_figure", "ranking_end"]].tolist() == ["score", "need_index", "highest"]
    assert (site["year"], site["ranking_year"]) == (2025, 2024) and set(tables["sites"]["village_code"]) == set(first[:2])
    scores = tables["candidates"].set_index("village_code")["figure"]
    assert len(scores) == 24 and scores.idxmax() == first[0] and said.say("en").startswith("Recorded: Sukamaju and 32.76.01.")
    with pytest.raises(WrongUse):
        by_ranking(need, first[:1], {}).written(2025, tables, {})


def test_that_a_ranking_decided_is_not_written_where_it_did_not(need):
    third = need.table()["area_code"][2]
    tables, said = by_ranking(need, [third], {}).written(2025, empty(), {})
    assert tables["sites"]["chosen_by"].isna().all() and tables["candidates"]["figure"].notna().sum() == 24
    assert f"Not ranked first: {third}" in said.say("en")
    planned = empty(year=[2025, 2025], village_code=[third, CODES[9]], chosen_by=["", "potential"], decree=["7/2024", ""])
    planned["sites"]["chosen_by"] = pd.Series([None, "potential"], dtype="str")
    tables, said = by_ranking(need, [third], {}).written(2025, planned, {})
    assert tables["candidates"].empty and len(tables["sites"]) == 2 and "another ranking or draw" in said.say("en")


def test_a_draw_is_written_into_the_line_that_was_planned_and_read_back_from_its_record():
    draw = draw_lots([f"{c}.{rw:02d}" for c in CODES[:4] for rw in (1, 2)], 1, 9, 2025, "IHSG")
    assert draw_on_record(draw.record()) == draw
    with pytest.raises(WrongUse):
        draw_on_record(draw.record().assign(seed=10))
    for kept in (draw.record()["drawn"], ~draw.record()["drawn"]):
        with pytest.raises(WrongUse):  # a candidate taken off the list, who had lost or won
            draw_on_record(draw.record().drop(index=kept.index[~kept][0]))
    assert draw_on_record(draw.record().drop(columns="sha256")) == draw
    code, rw = draw.drawn[0][:13], int(draw.drawn[0][14:])
    tables, said = by_lot(draw, 2025).written(2025, empty(year=[2025], village_code=[code], decree=["7/2024"]), {})
    assert len(tables["candidates"]) == 8 and tables["candidates"]["rw"].tolist() == [1, 2] * 4
    assert tables["sites"][["decree", "draw_seed", "draw_source"]].values.tolist() == [["7/2024", 9, "IHSG"]]
    assert tables["sites"]["rw"].tolist() == [rw] and "from 8 candidates with the seed 9" in said.say("en")
    with pytest.raises(WrongUse):
        by_lot(draw, 2026)


def test_villages_are_named_by_code_or_name():
    assert village_codes(["Pondok Cina", "32.76.06.1005"], "32.76") == ["32.76.06.1005"]
    with pytest.raises(WrongUse) as caught:
        village_codes(["Pondok Gina"], "32.76")
    assert "Pondok Cina" in caught.value.sentence("en")


def test_candidates_that_are_rt_are_no_list_of_villages():
    for sites, candidates in (drawn((2020,)), ranked(chance, (2020,))):
        found = read(
            sites, pd.concat([candidates.assign(rt=1), candidates.assign(rt=2)], ignore_index=True).astype({"rt": "Int64"})
        )
        assert found.rule is None and found.unused[0].en.split(", ")[1:]
