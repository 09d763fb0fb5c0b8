"""A draw near the cut: who takes part, quotas kept, tickets anyone can work out, and the chain from the list to the evaluation."""

import hashlib

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis import City, draw_near_cut, evaluate_households, select_households, simulate_city
from p2wkss_analysis.forms.families import to_revisit
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.targeting.households.near_cut import NearCutDraw


@pytest.fixture(scope="module")
def candidates():
    rng = np.random.default_rng(4)
    return pd.DataFrame(
        {
            "household_id": [f"k{i:03d}" for i in range(300)],
            "rt": np.arange(300) % 10 + 1,
            "need": np.round(50 + 10 * rng.normal(size=300), 2),
            "female_head": rng.random(300) < 0.2,
        }
    )


def test_the_neediest_are_in_and_the_next_on_both_sides_of_the_cut_draw(candidates):
    order = candidates.sort_values("need", ascending=False)["household_id"].tolist()
    drawn = draw_near_cut(select_households(candidates, 100, "need"), places=20, seed=5)
    table = drawn.table("en").set_index("household_id")
    assert set(table.index[table["draw_chance_percent"] == 50]) == set(order[80:120])
    assert (
        table["assisted"].sum() == 100
        and table.loc[order[:80], "assisted"].all()
        and not table.loc[order[120:], "assisted"].any()
    )
    tickets = {one: hashlib.sha256(f"5|{one}".encode()).hexdigest() for one in order[80:120]}
    assert set(table.index[table["status"] == "drawn"]) == set(sorted(tickets, key=tickets.get)[:20])
    assert drawn.sha256 == hashlib.sha256("".join(f"|20|{one}\n" for one in sorted(order[80:120])).encode()).hexdigest()


@pytest.mark.parametrize(
    "more", [{"per_group": {"rt": (9, 11)}}, {"quotas": {"female_head": (30, None)}, "per_group": {"rt": (0, 14)}}]
)
def test_every_quota_holds_whatever_is_drawn_and_decisions_stay(candidates, more):
    order = candidates.sort_values("need", ascending=False)["household_id"].tolist()
    chosen = select_households(candidates, 100, "need", include=order[250:252], exclude=order[:2], **more)
    made = chosen.candidates
    for seed in range(5):
        drawn = draw_near_cut(chosen, places=25, seed=seed)
        counts = made.counts(drawn.on_list)
        assert drawn.on_list.sum() == 100 and (counts >= made.least).all() and (counts <= made.most).all()
        assert set(order[250:252]) <= set(drawn.chosen) and not set(order[:2]) & set(drawn.chosen)
    groups = drawn.groups()
    assert groups["places"].sum() >= 23 and groups["draw_chance_percent"].between(0, 100, inclusive="neither").all()


def test_groups_are_called_as_the_workbook_calls_them_and_the_hashed_list_stays(candidates):
    drawn = draw_near_cut(select_households(candidates, 100, "need"), places=20, within="rt", seed=5)
    assert drawn.names[0].startswith("rt = ") and drawn._frame_shown("id")["group"].str.fullmatch(r"RT \d+").all()
    assert "\nRT 1: " in drawn.minutes("id") and "rt = " not in drawn.minutes("en")
    led = select_households(candidates, 100, "need", quotas={"female_head": (30, None)})
    told = draw_near_cut(led, places=20, seed=5)
    assert told.names[0] == "female_head = False"
    assert "\nfemale_head = tidak: " in told.minutes("id") and "\nfemale_head = no: " in told.minutes("en")


def test_every_household_of_a_group_is_drawn_as_often_as_its_chance_says(candidates):
    fixed = draw_near_cut(select_households(candidates, 100, "need"), width=2.0, within="rt")
    often = np.mean([fixed.draw(seed).on_list for seed in range(400)], axis=0)[fixed.in_draw]
    error = (often - fixed.chance[fixed.in_draw] / 100) / np.sqrt(0.25 / 400)
    assert np.abs(error).max() < 4.5


def test_before_the_draw_there_is_a_list_to_publish_and_nothing_else(candidates):
    fixed = draw_near_cut(select_households(candidates, 100, "need"), places=20)
    assert fixed.sha256 in fixed.minutes("id") and fixed.sha256 in fixed.sentence("en") and len(fixed.chosen) == 80
    assert fixed.table("en")["assisted"].isna().sum() == 40
    with pytest.raises(WrongUse, match=r"draw\(seed\)"):
        fixed.record()
    assert fixed.draw(5).sha256 == fixed.sha256


def test_equals_stay_together_and_ties_are_the_band_where_nothing_is_stated(candidates):
    whole = candidates.assign(need=candidates["need"].round(-1))
    chosen = select_households(whole, 100, "need")
    drawn = draw_near_cut(chosen)
    assert set(whole["need"].to_numpy()[drawn.in_draw]) == {chosen.cut_off}
    with pytest.raises(WrongUse, match="places"):
        draw_near_cut(select_households(candidates, 100, "need"))
    with pytest.raises(WrongUse, match="width"):
        draw_near_cut(chosen, places=3, width=2)


def test_a_planted_effect_is_found_by_the_record_alone(candidates):
    """The neediest are far worse off: only those in the draw are compared."""
    rng = np.random.default_rng(1)
    drawn = draw_near_cut(select_households(candidates, 100, "need", per_group={"rt": (9, 11)}), places=40, seed=3)
    kept = drawn.record()
    first = candidates.merge(kept, on="household_id").assign(wave=0)
    first["income"] = 200 - 2 * first["need"] + rng.normal(0, 5, 300)
    last = first.assign(wave=1, income=first["income"] + 10 * first["assisted"] + rng.normal(0, 5, 300))
    found = evaluate_households(pd.concat([first, last]), "income", "higher", rule=drawn.rule(), draws=199).headline
    assert found.conf_low < 10 < found.conf_high and found.p_value < 0.02
    assert found.n_treated == sum(drawn.places)


def test_list_draw_workbook_form_and_evaluation_are_one_chain(tmp_path):
    city = City(simulate_city("36.72", assisted=45, seed=3).write(tmp_path / "kota.xlsx"))
    chosen = city.select_households(45, "registry_decile", needier="lower", then="members", again=True)
    drawn = city.draw_near_cut(chosen, places=25, seed=7, seed_source="IHSG")
    assert isinstance(drawn, NearCutDraw)
    city.remember()
    city.checked.to_fill["villages"] = city.tables["villages"][["village_code", "district", "village"]].head(3).assign(year=2031)
    after = City(city.record_draw(drawn, tmp_path / "undian.xlsx"))
    assert len(after.checked.to_fill["villages"]) == 3, "lines prepared for the year are still there to fill in"
    assert after.told.before.counts == city.numbers.counts, "what was published goes along"
    assert after.faults.empty and after.checked.household_rule == drawn.rule()
    homes = after.tables["households"]
    first = homes[homes["wave"] == 0].set_index("household_id")
    kept = drawn.record().set_index("household_id")
    assert first.loc[kept.index, "draw_chance_percent"].round(6).equals(kept["draw_chance_percent"].round(6))
    assert (first.loc[kept.index, "assisted"] == kept["assisted"]).all()
    revisited = to_revisit(homes[homes["wave"] == 0], 1).rows["household_id"]
    assert set(kept.index[kept["draw_chance_percent"].notna()]) <= set(revisited), "drawn and not drawn"
    found = after.households(draws=99)
    assert set(found.households["household_id"]) == set(kept.index[kept["draw_chance_percent"].notna()])
    assert found.main.headline.method == "given_rule" and "by lot among" in found.choice_sentence("en")
    assert "near the cut" in found.condition_sentence("en"), "who reads the summary alone learns of whom it speaks"
