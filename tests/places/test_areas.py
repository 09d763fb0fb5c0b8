"""Codes, names and companions, against hand-made cases and the open table of areas."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.places import areas as places
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load

CODES = st.integers(1, 4).flatmap(
    lambda n: st.tuples(*[st.integers(0, 99)] * min(n, 3), *[st.integers(0, 9999)] * (n == 4)).map(
        lambda parts: ".".join(f"{p:04d}" if i == 3 else f"{p:02d}" for i, p in enumerate(parts))
    )
)


@pytest.fixture(scope="module")
def register():
    return load("areas")


def test_every_code_of_the_register_is_valid_and_names_its_own_level(register):
    assert places.valid_codes(register["area_code"]).all()
    lengths = register["area_code"].str.len().map({2: "province", 5: "regency", 8: "district", 13: "village"})
    assert (lengths == register["level"]).all()


def test_the_parent_read_from_the_code_is_the_parent_in_the_register(register):
    assert (places.parents(register["area_code"]) == register["parent_code"].fillna("")).all()


@given(CODES)
def test_scalar_and_column_agree_on_parents(code):
    assert places.parents(pd.Series([code])).iloc[0] == places.parent_of(code)
    assert places.is_code(code) and places.valid_codes(pd.Series([code])).all()


@pytest.mark.parametrize(
    "wrong",
    ["3276", "32.76.", "32.76.1", "32.7", "", "32.76.11.1001.1", "32-76", " 32.76", None, 32.76, "٣٢"],
)
def test_what_is_not_a_code_is_refused(wrong):
    assert not places.is_code(wrong)
    assert not places.valid_codes(pd.Series([wrong])).any()
    with pytest.raises(WrongUse, match="Kemendagri"):
        places.require_codes(pd.Series([wrong], dtype=object))


def test_all_wrong_codes_are_named_at_once():
    with pytest.raises(WrongUse) as caught:
        places.require_codes(pd.Series(["3276", "32.76", "abc"]))
    assert "'3276'" in str(caught.value) and "'abc'" in str(caught.value) and "2 kode" in str(caught.value)


def test_an_ancestor_at_a_level():
    assert places.parent_of("32.76.11.1001", "province") == "32"
    assert places.parent_of("32.76", "regency") == "32.76"
    with pytest.raises(WrongUse):
        places.parent_of("32", "regency")
    with pytest.raises(WrongUse):
        places.parent_of("32.76", "kelurahan")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kabupaten Bandung", "Kab. Bandung"),
        ("Kota Bandung", "Kota Bandung"),
        ("Kabupaten Administrasi Kepulauan Seribu", "Kab. Kep. Seribu"),
        ("Kabupaten Kepulauan Meranti", "Kab. Kep. Meranti"),
        ("Kepulauan Riau", "Kep. Riau"),
        ("Daerah Istimewa Yogyakarta", "DI Yogyakarta"),
        ("Cipayung", "Cipayung"),
    ],
)
def test_short_names(name, short):
    assert places.short_name(name) == short


def test_short_names_keep_regencies_apart_within_their_province(register):
    regencies = register[register["level"] == "regency"]
    short = regencies["name"].map(places.short_name)
    assert not pd.DataFrame({"p": regencies["parent_code"], "s": short}).duplicated().any()


def test_the_seven_island_groups_hold_all_provinces(register):
    provinces = register[register["level"] == "province"]
    counts = provinces["area_code"].map(places.island_of).value_counts()
    # 38 provinces since 2022: Sumatera 10, Jawa 6, Bali and Nusa Tenggara 3, Kalimantan 5, Sulawesi 6, Maluku 2, Papua 6
    assert counts.to_dict() == {
        "Sumatera": 10,
        "Jawa": 6,
        "Sulawesi": 6,
        "Papua": 6,
        "Kalimantan": 5,
        "Bali-Nusa Tenggara": 3,
        "Maluku": 2,
    }


def test_within_and_companions(register):
    assert len(places.within(register, "32.76", "village")) == 63
    assert len(places.within(register, "36.72", "village")) == 43
    assert len(places.companions(pd.Series(["32.76", "36.72"]), register)) == 35
    assert len(places.companions(pd.Series(["32.76.11.1001"]), register)) == 63
    assert len(places.companions(pd.Series(["32.76.11"]), register)) == 11
    assert len(places.companions(pd.Series(["32"]), register)) == 38


def test_a_prefix_is_not_a_parent(register):
    # 32.7 is not a place, and 32.76.1 must not gather 32.76.10 and 32.76.11
    with pytest.raises(WrongUse):
        places.within(register, "32.7", "village")
    assert set(places.within(register, "32.76.10", "village")["parent_code"]) == {"32.76.10"}


def test_mixed_levels_and_unknown_codes_are_refused_by_name(register):
    with pytest.raises(WrongUse, match="satu tingkat"):
        places.companions(pd.Series(["32", "32.76"]), register)
    with pytest.raises(WrongUse, match="32.99"):
        places.companions(pd.Series(["32.76", "32.99"]), register)
