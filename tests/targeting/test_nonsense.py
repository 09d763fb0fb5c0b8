"""What means nothing is refused in words and never becomes a number; what is in doubt is not guessed."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.say.errors import NotEnoughData, P2wkssError, WrongUse
from p2wkss_analysis.targeting.audit.official_list import audit_list
from p2wkss_analysis.targeting.audit.targets import audit_targets
from p2wkss_analysis.targeting.clusters import spatial_clusters
from p2wkss_analysis.targeting.eligibility import eligible_places
from p2wkss_analysis.targeting.households.beneficiaries import select_households
from p2wkss_analysis.targeting.index.specification import Specification
from p2wkss_analysis.targeting.need_index import need_index

TWO = {"poor": "higher", "hdi": "lower"}
DOUBTFUL = ["1.200", "5.000", "1,5", "1e3", "sekitar 5", dt.date(2024, 5, 1)]


def city(n=20):
    rng = np.random.default_rng(3)
    return pd.DataFrame(
        {
            "area_code": [f"32.76.{i:02d}" for i in range(n)],
            "poor": rng.uniform(1, 30, n).round(2),
            "hdi": rng.normal(75, 4, n).round(2),
        }
    )


def with_cell(column, cell, row=2):
    table = city().astype({column: object})
    table.loc[row, column] = cell
    return table


def refused(function, kind=WrongUse):
    with pytest.raises(kind) as error:
        function()
    for lang in ("id", "en"):
        assert error.value.sentence(lang)
    return error.value.sentence("en")


# --- numbers in doubt -----------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", DOUBTFUL)
def test_a_cell_in_doubt_is_named_in_every_door_of_the_wing(cell):
    where, shown = "32.76.02", cell if isinstance(cell, str) else "2024-05-01"
    table = with_cell("poor", cell)
    need = table.rename(columns={"poor": "need"})
    line = pd.DataFrame(
        {"area_code": table["area_code"][:-1].tolist(), "neighbour_code": table["area_code"][1:].tolist(), "source": "x"}
    )
    doors = [
        lambda: need_index(table, TWO),
        lambda: need_index(city(), TWO, impute="last_year", previous=table),
        lambda: need_index(city().assign(n=table["poor"]), TWO, per={"poor": "n"}),
        lambda: audit_targets(["32.76.03"], need),
        lambda: audit_targets(["32.76.03"], need.set_index("area_code")["need"]),
        lambda: audit_targets(["32.76.03"], None, welfare=need.set_index("area_code")["need"], line=9),
        lambda: audit_targets(
            ["32.76.02"], None, welfare=city().set_index("area_code")["poor"], line=9, transfer={"32.76.02": cell}
        ),
        lambda: select_households(need.rename(columns={"area_code": "household_id"}), 3, "need"),
        lambda: spatial_clusters(table, "poor", line),
    ]
    for door in doors:
        said = refused(door)
        assert where in said and shown in said, said


def test_text_that_is_beyond_doubt_a_number_ranks_as_the_number():
    as_text = city().astype({"poor": str, "hdi": str})
    pd.testing.assert_frame_equal(need_index(as_text, TWO).table(), need_index(city(), TWO).table())


@pytest.mark.parametrize("year", ["1.200", "abc", 2024.5, -5, 20240, dt.date(2024, 1, 1), np.inf])
def test_years_that_are_none_are_refused_everywhere(year):
    rows = pd.DataFrame({"area_code": ["32.76.01", "32.76.02"], "year": pd.Series([2024, year], dtype=object)})
    codes = city()["area_code"].tolist()
    need = city()[["area_code", "poor"]].rename(columns={"poor": "need"}).assign(year=2020)
    for door in (
        lambda: audit_targets(rows, need),
        lambda: audit_targets(["32.76.01"], rows.assign(need=[1, 2])),
        lambda: audit_list(rows, rows.assign(year=2020), codes),
        lambda: eligible_places(codes, 2026, served=rows),
    ):
        assert "32.76.02" in refused(door)
    refused(lambda: eligible_places(codes, year))


def test_years_as_text_and_numbers_mixed_are_the_same_years():
    sites = pd.DataFrame({"area_code": ["32.76.01", "32.76.02"], "year": pd.Series(["2024", 2023], dtype=object)})
    need = city()[["area_code", "poor"]].rename(columns={"poor": "need"}).assign(year=2020)
    mixed, whole = audit_targets(sites, need), audit_targets(sites.astype({"year": int}), need)
    pd.testing.assert_frame_equal(mixed.places(), whole.places())


# --- codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [32.76, 3276, None, float("nan"), "", "  ", pd.NA])
def test_codes_that_are_no_text_are_refused(code):
    table = city().astype({"area_code": object})
    table.loc[2, "area_code"] = code
    refused(lambda: need_index(table, TWO))
    refused(lambda: audit_targets(["32.76.01"], table.rename(columns={"poor": "need"})))
    refused(lambda: eligible_places(table["area_code"], 2026))


# --- no traceback of others -----------------------------------------------------------------------------


def test_foreign_errors_became_words():
    table = city()
    need = table.set_index("area_code")["poor"]
    homes = pd.DataFrame({"household_id": list("abcd"), "need": [9.0, 8, 7, 1]})
    ranking = need_index(table, TWO)
    for door in (
        lambda: need_index(pd.concat([table, table[["poor"]]], axis=1), TWO),
        lambda: need_index(pd.concat([table, table[["area_code"]]], axis=1), TWO),
        lambda: need_index(table, TWO, weights={"poor": "a", "hdi": 1}),
        lambda: need_index(table, TWO, weights={"poor": np.nan, "hdi": 1}),
        lambda: need_index(table, TWO, weights=[0.5, 0.5]),
        lambda: need_index(table.assign(poor=table["poor"] * 1e300), TWO),
        lambda: need_index(table, TWO, impute="last_year", previous=5),
        lambda: Specification.from_table(pd.DataFrame({"name": ["poor"], "direction": ["higher"], "weight": ["1.000"]})),
        lambda: ranking.explain(["32.76.01"]),
        lambda: ranking.explain(None),
        lambda: ranking.sentence(k=0),
        lambda: ranking.sentence(k="a"),
        lambda: audit_targets(None, need),
        lambda: audit_targets(5, need),
        lambda: audit_targets(["32.76.01"], need, group=5),
        lambda: audit_targets(["32.76.01"], need, seed="a"),
        lambda: audit_targets(["32.76.01"], need, draws=0),
        lambda: audit_targets(["32.76.01"], need, lag="a"),
        lambda: audit_targets(["32.76.01"], need, coverage="a"),
        lambda: audit_targets(["32.76.01"], need * np.inf),
        lambda: audit_targets(["32.76.01"], None, welfare=5, line=2),
        lambda: audit_targets(["32.76.01"], pd.concat([table.assign(need=1.0), table], axis=1)),
        lambda: select_households(homes, 2, "need", include=5),
        lambda: select_households(homes, 2, "need", exclude=5),
        lambda: select_households(homes.assign(need=homes["need"] * 1e300), 2, "need"),
        lambda: select_households(pd.concat([homes, homes[["need"]]], axis=1), 2, "need"),
    ):
        refused(door, P2wkssError)


# --- need that tells nobody apart -----------------------------------------------------------------------


def test_where_all_are_alike_nobody_is_among_the_neediest():
    need = pd.Series(7.0, index=city()["area_code"])
    assert "tells places apart" in refused(lambda: audit_targets(["32.76.01", "32.76.02"], need, k=4), NotEnoughData)


def test_a_group_where_all_are_alike_is_left_out_and_counted_with_its_reason():
    table = city().assign(group=lambda t: np.where(t.index < 10, "x", "y"))
    table["need"] = np.where(table["group"] == "x", 5.0, table["poor"])
    audit = audit_targets(["32.76.01", "32.76.12"], table, k=2, group="group", draws=99)
    assert audit.measures["chosen"][0] == 1 and audit.measures["places"][0] == 10
    assert "1 more site cannot be audited: all places in its group have the same value" in audit.sentence("en")
    assert "bernilai sama" in audit.sentence() and "bernilai sama" in audit.places()["note"][0]


# --- what sentences say ---------------------------------------------------------------------------------


def test_places_counted_in_several_choices_are_not_called_that_many_places():
    need = pd.concat([city().rename(columns={"poor": "need"}).assign(year=y) for y in (2020, 2022)])
    audit = audit_targets(pd.DataFrame({"area_code": ["32.76.01", "32.76.02"], "year": [2021, 2023]}), need, k=2, draws=99)
    assert audit.measures["places"][0] == 40
    assert "(4 of 40 choices)" in audit.sentence("en") and "The 40 choices are 20 places, counted once" in audit.sentence("en")
    assert "40 pilihan" in audit.sentence() and "20 wilayah" in audit.sentence()
    once = audit_targets(["32.76.01"], city().rename(columns={"poor": "need"}), k=2, draws=99)
    assert "of 20 places)" in once.sentence("en") and "of 1 site " in once.sentence("en") and "choices" not in once.sentence("en")


def test_a_sentence_promises_no_list_that_it_does_not_print():
    need = city().rename(columns={"poor": "need"}).assign(year=2020)
    sites = pd.DataFrame({"area_code": ["32.76.01", "99.99", "98.98", "32.76.02"], "year": [2021, 2021, 2021, 2019]})
    said = audit_targets(sites, need, k=2, draws=99).sentence("en")
    assert (
        "3 more sites cannot be audited: not in the table of need (2); there are no data from before the site was chosen (1)."
        in said
    )
    assert "beside each" not in said


def test_a_tie_at_the_end_of_the_list_is_said():
    table = pd.DataFrame({"area_code": list("abcd"), "poor": [30.0, 20, 20, 1]})
    ranking = need_index(table, {"poor": "higher"})
    for k, said in ((1, False), (2, True), (3, False), (4, False), (9, False)):
        assert ("exactly the same score" in ranking.sentence("en", k=k)) is said
        assert ("sama persis" in ranking.sentence(k=k)) is said
    assert "b and c have exactly the same score" in ranking.sentence("en", k=2)


def test_equal_places_at_the_cut_are_never_said_to_be_chosen_by_need():
    """One clear place, then twelve alike for one seat: each is chosen in 8 % of draws, too few to stand out, and none is firm."""
    codes = [f"32.76.01.10{i:02d}" for i in range(14)]
    table = pd.DataFrame(
        {"poor": [9.0, *[5.0] * 12, 1.0], "slum": [8.0, *[4.0] * 12, 0.0]}, index=pd.Index(codes, name="area_code")
    )
    ranking = need_index(table, {"poor": "higher", "slum": "higher"})
    stability = ranking.stability(k=2, draws=200)
    assert ranking.equal_at(2).tolist() == list(range(1, 13)) and not len(ranking.equal_at(1)) and not len(ranking.equal_at(13))
    lots = stability.lots()
    assert lots.fixed == (codes[0],) and set(lots.candidates) == set(codes[1:13]) and lots.seats == 1
    for said in (
        ranking.sentence("en", k=2),
        stability.sentence("en"),
        ranking.explain(codes[1], k=2).sentence("en"),
        ranking.explain(codes[5], k=2).sentence("en"),
    ):
        assert "have exactly the same score" in said and "6 more" in said
    assert "bukan kebutuhan" in stability.sentence("id") and "0,0 poin" not in ranking.explain(codes[1], k=2).sentence("id")
    assert "same score" not in ranking.explain(codes[0], k=2).sentence("en")


def test_equal_places_that_are_all_in_leave_nothing_to_draw():
    table = pd.DataFrame({"poor": [9.0, 5.0, 5.0, 1.0], "slum": [9.0, 5.0, 5.0, 1.0]}, index=list("abcd"))
    stability = need_index(table, {"poor": "higher", "slum": "higher"}).stability(k=3, draws=100)
    assert not stability.lots().candidates and "exactly the same" not in stability.sentence("en")
