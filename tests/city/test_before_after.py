"""Before and after, by hand: pairs of visits, villages beside the others, one visit only, and what may leave the office."""

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.before_after import before_after
from p2wkss_analysis.city.texts import before_after as texts
from p2wkss_analysis.disclosure.in_fives import BASE, ENOUGH, in_fives
from p2wkss_analysis.impact.households.public import wave_groups
from p2wkss_analysis.say.errors import NotEnoughData

NO_SITES = pd.DataFrame({"year": pd.Series(dtype=int), "village_code": pd.Series(dtype=str)})
NO_VILLAGES = pd.DataFrame({"year": pd.Series(dtype=int), "village_code": pd.Series(dtype=str)})


def visits(assisted: int, comparison: int, **columns) -> pd.DataFrame:
    """Two visits; each column a pair of functions from the number of the household and its side to its value."""
    first = pd.DataFrame({"household_id": [f"KK-{i}" for i in range(assisted + comparison)], "wave": 0})
    first["assisted"] = np.arange(len(first)) < assisted
    waves = []
    for wave in (0, 1):
        own = first.assign(wave=wave)
        for name, pair in columns.items():
            own[name] = [pair[wave](i, side) for i, side in enumerate(own["assisted"])]
        waves.append(own)
    return pd.concat(waves, ignore_index=True)


def income(assisted: int = 100, comparison: int = 90) -> pd.DataFrame:
    return visits(
        assisted,
        comparison,
        women_income_rupiah_month=(lambda i, side: 400_000.0, lambda i, side: 600_000.0 if side else 450_000.0),
        healthy_latrine=(lambda i, side: "yes" if i % 2 else "no", lambda i, side: "yes" if side and i % 4 or i % 2 else "no"),
    )


def test_means_and_shares_of_families_seen_twice():
    found = before_after(income(), NO_VILLAGES, NO_SITES)
    money, latrine = found.of("household").to_dict("records")
    assert [money[c] for c in ("before", "after", "difference")] == [400_000, 600_000, 200_000]
    assert [money[c] for c in ("other_before", "other_after", "other_difference")] == [400_000, 450_000, 50_000]
    assert money["n"] % 5 == 0 and abs(money["n"] - 100) <= 6 and abs(money["n_other"] - 90) <= 6
    told = in_fives(wave_groups(income()))
    for when in ("before", "after"):
        share = 100 * told[f"{when}|latrine|assisted"] / told["seen|latrine|assisted|1"]
        assert latrine[when] == round(share)
    assert latrine["difference"] == latrine["after"] - latrine["before"] and latrine["after"] > latrine["before"]
    for lang in ("id", "en"):
        assert texts.CHANGE_NOT_IMPACT.say(lang) in found.sentence(lang)


def test_a_family_not_seen_again_is_in_neither_mean():
    """Five rich families of the first visit are gone at the second: they are not in the mean of before."""
    table = visits(45, 0, women_income_rupiah_month=(lambda i, _: 9e6 if i < 5 else 4e5, lambda i, _: 5e5))
    gone = table[~((table["wave"] == 1) & table["household_id"].isin([f"KK-{i}" for i in range(5)]))]
    row = before_after(gone, NO_VILLAGES, NO_SITES).rows.iloc[0]
    assert (row["before"], row["after"], row["difference"]) == (400_000, 500_000, 100_000)


def test_without_comparison_households_there_is_still_an_answer():
    found = before_after(income(comparison=0), NO_VILLAGES, NO_SITES)
    row = found.of("household").iloc[0]
    assert row["difference"] == 200_000 and row["n_other"] == 0 and np.isnan(row["other_difference"])
    assert texts.NO_COMPARISON_BESIDE.say("en") in found.sentence("en")
    assert "other_before" not in found._frame_shown("id")


def test_one_visit_only_says_what_to_fill_in():
    once = income().query("wave == 0")
    with pytest.raises(NotEnoughData) as caught:
        before_after(once, NO_VILLAGES, NO_SITES)
    assert "wave 1" in caught.value.sentence("en") and "Keluarga" in caught.value.sentence("id")
    with pytest.raises(NotEnoughData):
        before_after(once.iloc[:0], NO_VILLAGES, NO_SITES)


@pytest.mark.parametrize("n", [3, 5, 8, 9])
def test_few_families_are_not_told(n):
    """Below nine families no mean is shown."""
    found = before_after(income(assisted=n, comparison=40), NO_VILLAGES, NO_SITES)
    rows = found.of("household")
    few = rows["n"] < ENOUGH
    assert (rows["n"] % 5 == 0).all() and rows.loc[few, ["before", "after", "difference"]].isna().all(axis=None)
    assert few.all() or n == 9
    assert (found.sentence("en").startswith("Change in households cannot be shown")) == bool(few.all())


@pytest.mark.parametrize("few", range(1, 8))
def test_a_share_that_few_hold_or_lack_is_that_of_published_numbers_or_none(few):
    for yes, no in (("yes", "no"), ("no", "yes")):
        table = visits(
            100, 0, healthy_latrine=(lambda i, _, y=yes, n=no: y if i < few else n, lambda i, _: "yes" if i < 50 else "no")
        )
        told, row = in_fives(wave_groups(table)), before_after(table, NO_VILLAGES, NO_SITES).rows.iloc[0]
        count, n = told["before|latrine|assisted"], row["n"]
        assert n == told["seen|latrine|assisted|1"] and row["after"] == round(100 * told["after|latrine|assisted"] / n)
        if BASE <= count <= n - BASE:
            assert row["before"] == round(100 * count / n)
        else:
            assert np.isnan(row["before"]) and np.isnan(row["difference"])


def test_shares_of_too_few_for_fives_are_not_shown():
    """Of forty families a share in fives would be wrong by fifteen points; their income is shown."""
    money, latrine = before_after(income(40, 40), NO_VILLAGES, NO_SITES).of("household").to_dict("records")
    assert money["difference"] == 200_000 and np.isnan([latrine["before"], latrine["after"], latrine["other_after"]]).all()


def test_order_and_names_of_the_families_change_nothing():
    table = income()
    other = table.sample(frac=1, random_state=4).assign(household_id=lambda d: "X" + d["household_id"].str[::-1])
    pd.testing.assert_frame_equal(*(before_after(t, NO_VILLAGES, NO_SITES).table("id") for t in (table, other)))


def villages() -> tuple[pd.DataFrame, pd.DataFrame]:
    years = [2020, 2021, 2022, 2023]
    rows = [
        {"village_code": f"32.76.01.100{v}", "year": y, "slum_area_ha": area, "low_decile_percent": 10.0 + v, "decile_cut": 4}
        for v, areas in enumerate([[5, 4, 3, 1], [2, 2, 2, 1], [4, 4, 4, 2], [9, 9, 8, 7]])
        for y, area in zip(years, areas, strict=True)
    ]
    sites = pd.DataFrame({"year": [2022, 2023], "village_code": ["32.76.01.1000", "32.76.01.1003"]})
    return pd.DataFrame(rows), sites


def test_a_site_village_beside_the_villages_that_were_no_site_by_then():
    """Site of 2022: 4 ha in 2021, 1 ha in 2023. The others: 2 to 1 and 4 to 2; the site of 2023 is none of them, and has no year after."""
    table, sites = villages()
    rows = before_after(pd.DataFrame(), table, sites).of("village").set_index("indicator", drop=False)
    assert rows["area_code"].unique().tolist() == ["32.76.01.1000"]
    slum = rows[[t.en.startswith("Slum") for t in rows["indicator"]]].iloc[0]
    assert slum[["since", "until", "before", "after", "difference"]].tolist() == [2021, 2023, 4, 1, -3]
    assert slum[["other_before", "other_after", "other_difference", "n_other"]].tolist() == [3, 1.5, -1.5, 2]


def test_shares_up_to_different_deciles_are_not_compared():
    table, sites = villages()
    table.loc[table["year"] == 2021, "decile_cut"] = 5
    rows = before_after(pd.DataFrame(), table, sites).of("village")
    low = rows[[t.en.startswith("Slum") is False for t in rows["indicator"]]].iloc[0]
    assert low["since"] == 2020, "2021 counts up to decile 5"
    table.loc[table["year"] < 2023, "decile_cut"] = 5
    assert len(before_after(pd.DataFrame(), table, sites).of("village")) == 1


def test_no_household_and_no_count_of_few_is_shown(tmp_path):
    city = p2.City(p2.simulate_city("36.72", assisted=20, seed=3).write(tmp_path / "kota.xlsx"))
    found = city.before_after()
    ids = set(city.tables["households"]["household_id"])
    shown = found.html("id") + found.text("en", rows=200) + found.table("en").to_csv()
    assert not [i for i in ids if str(i) in shown]
    rows = found.of("household")
    for side in ("n", "n_other"):
        assert (rows[side] % 5 == 0).all() and set(rows[side]) <= {*city.numbers.counts.values()}
    assert {"household", "village", "rt", "score"} == set(found.rows["level"])


def test_a_change_that_rounding_alone_can_make_is_none():
    """68 of 88 before and after: whatever fives stand for them, no change is told, and none is counted as better."""
    had = lambda i, _: "yes" if i < 68 else "no"
    has = lambda i, _: "no" if i < 10 else "yes" if i < 78 else "no"
    found = before_after(visits(88, 0, healthy_latrine=(had, has)), NO_VILLAGES, NO_SITES)
    assert found.spelled("household", "id")["difference"].tolist() == ["dalam pembulatan"]
    assert np.isnan(found.rows["difference"]).all() and found.rows["before"].notna().all()
    said = found.counts_sentence("id")
    assert said.startswith("Pada KK binaan, 0 dari 1 indikator membaik. 1 perubahan tidak melebihi pembulatan")
