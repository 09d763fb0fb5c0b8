"""The public draw: anyone can check it, everyone has the same chance."""

import datetime as dt
import hashlib

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.targeting.candidate_list import candidate_list
from p2wkss_analysis.targeting.draw import Draw, draw_lots
from p2wkss_analysis.targeting.firmness.stability import Lots

CODES = [f"32.76.{i:02d}.1001" for i in range(12)]


def test_the_draw_can_be_worked_out_with_any_sha256():
    draw = draw_lots(CODES, 3, seed=7)
    tickets = sorted((hashlib.sha256(f"7|{code}".encode()).hexdigest(), code) for code in CODES)
    assert draw.drawn == tuple(code for _, code in tickets[:3])
    # published example: printf '2027|32.76.11.1001' | sha256sum begins 2834f3a7
    assert hashlib.sha256(b"2027|32.76.11.1001").hexdigest().startswith("2834f3a7")


@settings(max_examples=50, deadline=None)
@given(st.permutations(CODES), st.integers(1, 12), st.integers(0, 10**9))
def test_order_does_not_matter_and_one_more_keeps_those_drawn(codes, n, seed):
    draw = draw_lots(codes, n, seed)
    assert draw == draw_lots(CODES, n, seed)
    assert len(set(draw.drawn)) == n and set(draw.drawn) <= set(CODES) == set(draw.candidates)
    if n < 12:
        assert draw_lots(CODES, n + 1, seed).drawn[:n] == draw.drawn


def test_every_candidate_has_the_same_chance():
    drawn = np.zeros(12)
    for seed in range(6000):
        for code in draw_lots(CODES, 3, seed).drawn:
            drawn[CODES.index(code)] += 1
    expected = 6000 * 3 / 12
    chi2 = ((drawn - expected) ** 2 / expected).sum()
    assert chi2 < 31.3  # .999 quantile with 11 degrees of freedom; the seeds are fixed


def test_table_and_minutes():
    draw = draw_lots(pd.DataFrame({"area_code": CODES}), 2, seed=5, year=2027)
    table = draw.table()
    assert list(table.columns) == ["area_code", "drawn", "probability"]
    assert table["drawn"].sum() == 2 and (table["probability"] == 2 / 12).all()
    names = {draw.drawn[0]: "Bojongsari"}
    text = draw.minutes(names=names, held_on=dt.date(2026, 11, 23), place="Balai Kota Depok")
    assert all(code in text for code in CODES) and "Bojongsari" in text and "23 November 2026" in text
    assert "BERITA ACARA" in text and "P2WKSS 2027" in text and "16,7%" in text and "Balai Kota Depok" in text
    assert "MINUTES" in draw.minutes("en") and "16.7%" in draw.minutes("en")
    assert draw.sentence() and draw.sentence("en") and draw.year == 2027 and draw.tickets()["drawn"].tolist()[:2] == [True, True]


@pytest.mark.parametrize(
    "arguments",
    [
        {"candidates": CODES, "n": 0, "seed": 1},
        {"candidates": CODES, "n": 13, "seed": 1},
        {"candidates": CODES, "n": 1.5, "seed": 1},
        {"candidates": CODES + CODES[:1], "n": 1, "seed": 1},
        {"candidates": None, "n": 1, "seed": 1},
        {"candidates": 5, "n": 1, "seed": 1},
        {"candidates": [CODES[0], float("nan")], "n": 1, "seed": 1},
        {"candidates": [CODES[0], None], "n": 1, "seed": 1},
        {"candidates": [CODES[0], ""], "n": 1, "seed": 1},
        {"candidates": [CODES[0], "  "], "n": 1, "seed": 1},
        {"candidates": [CODES[0], CODES[0] + " "], "n": 1, "seed": 1},
        {"candidates": [32.76, 32.77], "n": 1, "seed": 1},
        {"candidates": [CODES[0], "a\nb"], "n": 1, "seed": 1},
        {"candidates": pd.Series([CODES[0], pd.NA]), "n": 1, "seed": 1},
        {"candidates": CODES, "n": 1, "seed": 1, "year": "abc"},
        {"candidates": CODES, "n": 1, "seed": 1, "year": float("nan")},
        {"candidates": CODES, "n": 1, "seed": 1, "year": -5},
        {"candidates": CODES, "n": 1, "seed": 1, "year": 2027.5},
        {"candidates": CODES, "n": "x", "seed": 1},
        {"candidates": CODES, "n": 1, "seed": "a"},
        {"candidates": CODES, "n": 1, "seed": None},
        {"candidates": [], "n": 1, "seed": 1},
        {"candidates": CODES, "n": 1, "seed": -1},
        {"candidates": CODES, "n": 1, "seed": 0.5},
        {"candidates": pd.DataFrame({"kode": CODES}), "n": 1, "seed": 1},
    ],
)
def test_refusals(arguments):
    with pytest.raises(WrongUse) as error:
        draw_lots(**arguments)
    assert error.value.sentence("id") and error.value.sentence("en")


def test_spaces_around_a_code_do_not_change_its_ticket():
    assert draw_lots([f" {code}" for code in CODES], 3, seed=7) == draw_lots(CODES, 3, seed=7)


@pytest.mark.parametrize(
    "arguments",
    [
        {"held_on": "2026-01-01"},
        {"held_on": 5},
        {"held_on": pd.NaT},
        {"names": ["a", "b"]},
        {"names": "Bojongsari"},
        {"names": 3},
    ],
)
def test_minutes_refuse_what_they_cannot_print(arguments):
    with pytest.raises(WrongUse):
        draw_lots(CODES, 2, seed=5).minutes(**arguments)


def test_names_may_come_as_a_series_with_gaps():
    text = draw_lots(CODES, 2, seed=5).minutes(names=pd.Series({CODES[0]: "Bojongsari", CODES[1]: None}))
    assert "Bojongsari" in text and "None" not in text and "nan" not in text


def test_the_minutes_claim_a_test_of_stability_only_where_there_was_one():
    by_hand = draw_lots(CODES, 2, seed=5)
    tested = draw_lots(Lots((), tuple(CODES), 2), 2, seed=5)
    assert tested.drawn == by_hand.drawn
    assert "12 calon, yang ditetapkan sebelum undian" in by_hand.minutes() and "fixed before the draw" in by_hand.minutes("en")
    assert "dibedakan" not in by_hand.minutes() and "apart" not in by_hand.minutes("en")
    assert "tidak dapat dibedakan" in tested.minutes() and "cannot tell apart" in tested.minutes("en")


def test_one_is_one_in_english_and_the_seed_has_an_indonesian_name():
    one = draw_lots(CODES[:1], 1, seed=5)
    assert "was drawn from 1 candidate (" in one.sentence("en") and "1. 1 candidate, fixed" in one.minutes("en")
    assert f"{one.drawn[0]} Kelurahan Bojongsari was drawn" in one.sentence("en", {one.drawn[0]: "Kelurahan Bojongsari"})
    assert "angka acuan undian 5" in one.sentence() and "benih" not in one.minutes().lower()


SOURCE = "empat angka terakhir penutupan IHSG pada 1 Februari 2027"


def test_the_list_has_a_hash_that_anyone_can_work_out_and_the_minutes_print_it():
    by_hand = hashlib.sha256("".join(f"{code}\n" for code in sorted(CODES)).encode()).hexdigest()
    fixed, drawn = candidate_list(reversed(CODES), 3, 2027, SOURCE), draw_lots(CODES, 3, seed=7, year=2027, seed_source=SOURCE)
    assert fixed.sha256 == by_hand and drawn.candidate_list == fixed
    assert candidate_list(CODES[1:], 3).sha256 != by_hand
    for lang in ("id", "en"):
        assert all(
            by_hand in text and SOURCE in text for text in (fixed.minutes(lang), drawn.minutes(lang), fixed.sentence(lang))
        )
        assert all(" 2027\n" in text for text in (fixed.minutes(lang), drawn.minutes(lang))) and all(
            code in fixed.minutes(lang) for code in CODES
        )
    assert fixed.table()["area_code"].tolist() == CODES


def test_only_a_draw_whose_seed_had_a_public_source_is_said_to_be_beyond_steering_and_only_on_condition():
    bare, sourced = draw_lots(CODES, 2, seed=5), draw_lots(CODES, 2, seed=5, seed_source=SOURCE + ".")
    assert sourced.drawn == bare.drawn and sourced.seed_source == SOURCE
    for say in (Draw.sentence, Draw.minutes):
        assert "could have steered this draw" in say(bare, "en") and "dapat mengarahkan undian ini" in say(bare, "id")
        assert "Nobody" not in say(bare, "en") and "announced" not in say(bare, "en") and "diumumkan" not in say(bare, "id")
        assert "if the list and that source were published before the seed was known" in say(sourced, "en")
        assert "could have steered" not in say(sourced, "en").replace("Nobody could steer", "") and SOURCE in say(sourced, "id")
    assert "belum ditetapkan" in candidate_list(CODES, 2).minutes("id") and "has not been named" in candidate_list(
        CODES, 2
    ).sentence("en")


@pytest.mark.parametrize("source", [5, ["IHSG"], True])
def test_a_source_is_words(source):
    with pytest.raises(WrongUse):
        draw_lots(CODES, 2, seed=5, seed_source=source)


def test_a_source_is_one_line_and_no_identity_number():
    drawn = draw_lots(CODES, 2, seed=5, seed_source="lotre\n\n4. Seed: 9, NIK 32760125" + "01900001")
    assert "01900001" not in drawn.minutes("id") + drawn.sentence("en") and "\n4. Seed: 9" not in drawn.minutes("en")
