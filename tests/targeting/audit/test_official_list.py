"""Sites against the list in force when they were chosen."""

import pandas as pd
import pytest
from scipy.stats import hypergeom

from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting.audit.official_list import TABLE, audit_list

PLACES = [f"p{i:02d}" for i in range(63)]


def lists(years=(2015, 2022), sizes=(11, 27)):
    return pd.DataFrame(
        [(PLACES[i], year) for year, size in zip(years, sizes, strict=True) for i in range(size)],
        columns=["village_code", "year"],
    )


def sites(*pairs):
    return pd.DataFrame(pairs, columns=["village_code", "year"])


DEPOK_LIKE = sites(
    ("p20", 2015),
    ("p21", 2016),
    ("p22", 2017),
    ("p00", 2019),
    ("p50", 2021),
    ("p51", 2022),
    ("p52", 2023),
    ("p23", 2024),
    ("p24", 2025),
)


def test_the_figures_of_the_city_with_63_places():
    # 1 of 5 against 11 of 63 (p .63), 2 of 3 against 27 of 63 (p .39), by hindsight 6 of 9 (p .12)
    audit = audit_list(DEPOK_LIKE, lists(), PLACES)
    table = audit.table()
    assert tuple(table.columns) == TABLE
    assert table["basis"].tolist() == ["in force", "in force", "all in force", "hindsight"]
    assert table[["on_list", "sites"]].values.tolist() == [[1, 5], [2, 3], [3, 8], [6, 9]]
    assert table["lottery_p"].round(2).tolist() == [0.63, 0.39, 0.37, 0.12]
    assert table["lottery_p"][0] == pytest.approx(hypergeom(63, 11, 5).sf(0))
    assert audit.places()["on_list"].tolist()[0] == "no list yet"
    assert "1 lokasi dipilih sebelum ada daftar" in audit.sentence() and "6 of 9" in audit.sentence("en")
    assert audit.sentence("en").startswith("3 of 8"), "all lists together come first"


def test_a_list_counts_from_the_year_after_it_unless_told():
    one = sites(("p12", 2022))
    assert audit_list(one, lists(), PLACES).places()["list_year"][0] == 2015
    assert audit_list(one, lists(), PLACES, lead=0).places()["list_year"][0] == 2022
    assert audit_list(sites(("p12", 2023)), lists(), PLACES, lead=2).places()["list_year"][0] == 2015


def test_absence_from_a_partial_list_is_unknown():
    audit = audit_list(sites(("p01", 2018), ("p40", 2018)), lists((2017,), (10,)), PLACES, partial=[2017])
    assert audit.places()["on_list"].tolist() == ["on", "unknown"]
    assert audit.table()["lottery_p"].isna().all()
    assert "hanya diketahui sebagian" in audit.sentence() and "acak" not in audit.sentence()
    full = audit_list(sites(("p01", 2018), ("p40", 2018)), lists((2017,), (10,)), PLACES)
    assert full.places()["on_list"].tolist() == ["on", "off"]


def test_one_site_in_words():
    audit = audit_list(DEPOK_LIKE, lists(), PLACES)
    assert audit.sentence_of("p50", "Bojongsari") == (
        "Bojongsari (2021) tidak tercantum pada daftar 2015 yang berlaku saat dipilih."
    )
    assert "before any known list" in audit.sentence_of("p20", lang="en")
    with pytest.raises(WrongUse):
        audit.sentence_of("p62")


def test_the_order_of_rows_does_not_matter():
    a = audit_list(DEPOK_LIKE, lists(), PLACES)
    b = audit_list(DEPOK_LIKE.sample(frac=1, random_state=0), lists().sample(frac=1, random_state=0), PLACES[::-1])
    pd.testing.assert_frame_equal(a.table(), b.table())
    pd.testing.assert_frame_equal(a.places(), b.places())


def test_refusals():
    with pytest.raises(WrongUse, match="places"):
        audit_list(sites(("elsewhere", 2018)), lists(), PLACES)
    with pytest.raises(WrongUse, match="area_code"):
        audit_list(pd.DataFrame({"kode": ["p01"], "year": [2018]}), lists(), PLACES)
    with pytest.raises(NotEnoughData):
        audit_list(sites(("p01", pd.NA)), lists(), PLACES)
