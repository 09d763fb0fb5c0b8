"""What is said of households: conclusion, number with its unit, a range as a range, and never "worse" on one method's word."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis import HouseholdRule, evaluate_households
from p2wkss_analysis.city.households import city_households
from p2wkss_analysis.impact.estimate import Estimate
from p2wkss_analysis.impact.households.words import Named, answer_sentence, limits
from p2wkss_analysis.impact.texts.households import COMPARED, RULE_NOT_FOLLOWED
from p2wkss_analysis.rule import BY
from p2wkss_analysis.say import Text

INCOME = Named(Text("Penghasilan perempuan", "Women's income"), Text("rupiah/bulan", "rupiah/month"))
REGISTER = HouseholdRule("register", "registry_decile")


def answer(value, low, high, **more):
    return Estimate(
        "given_rule", Text("", ""), value, 45_000.0, low, high, 0.01, 0.001, 118_400.0, 100, 100, headline=True, **more
    )


def between(low, high, conf):
    return replace(answer((low + high) / 2, *conf), method="range", range_low=low, range_high=high)


@pytest.fixture(scope="module")
def rows():
    """Sixty households a side in six RTs, chosen by a register that errs, without any effect."""
    rng = np.random.default_rng(5)
    welfare = rng.normal(0, 1, 400)
    decile = pd.qcut(welfare + rng.normal(0, 0.7, 400), 10, labels=False) + 1
    taken = np.argsort(decile, kind="stable")[:200]
    first = pd.DataFrame(
        {
            "household_id": [f"KK-{i}" for i in range(400)],
            "wave": 0,
            "village_code": "32.76.01.1001",
            "rw": 1,
            "rt": np.arange(400) % 8 + 1,
            "registry_decile": decile,
            "choice_figure": decile.astype(float),
            "women_income_rupiah_month": 800_000 + 200_000 * welfare + rng.normal(0, 1e5, 400),
        }
    ).iloc[taken]
    first = first.assign(assisted=np.arange(200) < 100).reset_index(drop=True)
    last = first.assign(wave=1, women_income_rupiah_month=first["women_income_rupiah_month"] + rng.normal(0, 1e5, 200))
    return pd.concat([first, last], ignore_index=True)


@pytest.fixture(scope="module")
def waves(rows):
    return evaluate_households(rows, "women_income_rupiah_month", "higher", draws=99).waves


def say(waves, lang, *answers, rule=REGISTER, named=INCOME):
    return answer_sentence(waves, answers, rule, 1, lang, named)


def test_the_conclusion_then_the_number_with_its_unit_then_what_can_be_seen(waves):
    found = answer(206_400.0, 119_000.0, 292_000.0)
    assert say(waves, "id", found) == (
        "Pada kunjungan akhir, penghasilan perempuan pada KK binaan rata-rata Rp206.000 per bulan lebih tinggi daripada KK pembanding setelah "
        "angka registernya diperhitungkan (selang kepercayaan 95%: Rp119.000 sampai Rp292.000). Selisih ini kecil kemungkinannya terjadi "
        "karena kebetulan. Dengan data ini, selisih di bawah Rp118.000 per bulan sulit terdeteksi."
    )
    assert say(waves, "en", found).startswith(
        "At the endline, women's income of assisted households is on average Rp206,000 a month higher than in comparison households after "
        "allowing for the register figure (95% interval: Rp119,000 to Rp292,000). This is unlikely to be chance."
    )


def test_where_nothing_can_be_told_that_comes_first_with_what_would_tell(waves):
    said = say(waves, "id", answer(-44_000.0, -131_000.0, 42_000.0))
    assert said.startswith("Belum dapat disimpulkan apakah program mengubah penghasilan perempuan. Pada kunjungan akhir")
    assert "−Rp131.000 sampai Rp42.000" in said and said.endswith("lebih banyak KK atau RT membuatnya terlihat.")
    unbounded = replace(answer(5.0, -np.inf, np.inf), smallest_detectable=np.inf)
    assert "cannot show a difference of any size" in say(waves, "en", unbounded) and "unbounded" in say(waves, "en", unbounded)


def test_a_range_is_said_as_a_range_with_what_would_sharpen_it(waves):
    said = say(waves, "id", between(40_000.0, 210_000.0, (20_000.0, 250_000.0)))
    assert (
        "antara Rp40.000 dan Rp210.000 per bulan lebih tinggi daripada KK pembanding, bergantung pada apa yang menentukan pilihan"
        in said
    )
    assert (
        "selang kepercayaan gabungan 95%" in said and "hanya bila salah satu dugaan itu benar" in said and "register" not in said
    )
    assert said.endswith("menggantikan dugaan.")
    noted = between(40_000.0, 210_000.0, (20_000.0, 250_000.0)).noting(RULE_NOT_FOLLOWED.fill(share=25))
    assert "bila dicatat" not in say(waves, "id", noted)  # it is recorded, and does not explain the list
    mixed = say(waves, "en", between(-40_000.0, 210_000.0, (-90_000.0, 250_000.0)))
    assert mixed.startswith("Cannot tell") and "between Rp40,000 a month lower and Rp210,000 a month higher" in mixed
    lower = say(waves, "en", between(-210_000.0, -40_000.0, (-250_000.0, 9_000.0)))
    assert "between Rp40,000 and Rp210,000 a month lower" in lower
    alike = say(waves, "id", between(209_900.0, 210_100.0, (1e5, 3e5))).split("(")[0]
    assert "antara" not in alike and "bergantung" not in alike and "menurut setiap dugaan" in alike


def test_worse_is_no_conclusion_where_another_method_points_the_other_way(waves):
    worse = answer(-206_000.0, -292_000.0, -119_000.0)
    other = replace(answer(30_000.0, 0.0, 1.0), method="difference_in_differences", headline=False)
    said = say(waves, "en", worse, other)
    assert (
        said.startswith("Cannot tell")
        and said.endswith("Another method points the other way.")
        and "unlikely to be chance" not in said
    )
    agreeing = replace(other, estimate=-30_000.0)
    assert "unlikely to be chance" in say(waves, "en", worse, agreeing)


@pytest.mark.parametrize("by", BY)
def test_every_rule_has_its_words_and_only_lots_are_called_lots(by):
    assert COMPARED[by].id and COMPARED[by].en
    said = " ".join(text.en for text in limits(by))
    assert ("Households were drawn" in said) == (by == "draw") and ("was not recorded" in said) == (by != "draw")


def test_the_city_says_how_its_families_were_chosen_and_why_the_answer_is_computed_so(rows):
    """Chosen by a register that errs, nothing happened: no harm is found, and it is said what the answer allows for."""
    stated = city_households(rows, draws=99, rule=HouseholdRule("register", "choice_figure"))
    said = stated.choice_sentence("id")
    assert (
        said.startswith("KK binaan dipilih menurut data register (desil atau indeks). Karena itu") and "choice_figure" not in said
    )
    assert stated.main.headline.method == "given_rule" and stated.sentence("id").startswith("Belum dapat disimpulkan")
    assert not set(stated.cautions("id")) & {said.split(". ", 1)[1]}
    silent = city_households(rows, draws=99)
    assert silent.choice_sentence("en").startswith(
        "How assisted households were chosen is not known. The effect is therefore told as a range"
    )
    assert silent.sentence("id").startswith("Belum dapat disimpulkan") and silent.table()["range_low"].notna().iloc[0]
    drawn = city_households(rows, draws=99, rule=HouseholdRule("draw"))
    assert drawn.main.decided_by == "unknown" and "99" in drawn.choice_sentence("en"), "said to be drawn, and is not"
    assert "were chosen by lot" not in drawn.choice_sentence("en") and "drawn" not in drawn.condition_sentence("en")


def test_the_one_figure_on_both_sides_is_not_said_to_be_missing(rows):
    tie = HouseholdRule("register", "choice_figure")
    first = rows[rows["wave"] == 0]
    shared = first.loc[first["assisted"], "choice_figure"].max() >= first.loc[~first["assisted"], "choice_figure"].min()
    notes = evaluate_households(rows, "women_income_rupiah_month", "higher", rule=tie, draws=99).headline.notes
    assert shared and not any("No figure that decided" in note.say("en") for note in notes)
    apart = rows.assign(choice_figure=rows["choice_figure"] + 100 * ~rows["assisted"])
    notes = evaluate_households(apart, "women_income_rupiah_month", "higher", rule=tie, draws=99).headline.notes
    assert any("No figure that decided" in note.say("en") for note in notes)
