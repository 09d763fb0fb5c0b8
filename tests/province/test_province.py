"""The nouns of a province and of the open tables give what the functions give."""

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.province.evidence import enough_sites
from p2wkss_analysis.say.errors import NotEnoughData


def test_a_province_is_its_collection(tmp_path):
    p2.write_template(tmp_path / "depok.xlsx", "32.76")
    p2.write_template(tmp_path / "cilegon.xlsx", "36.72")
    province = p2.Province(tmp_path, "en")
    found = p2.collect(tmp_path, "en")
    assert province.files.equals(found.files) and province.sentence("id") == found.sentence("id") and province.ok == found.ok
    assert province.enough_sites() is province.enough_sites() and province.enough_sites().rows.equals(enough_sites(found).rows)
    out = province.write(tmp_path.parent / f"{tmp_path.name}.xlsx")
    assert out.stat().st_size > 5000 and set(province.tables()) == {
        "sites",
        "panel",
        "files",
        "disagreements",
        "faults",
        "needed",
    }
    assert province.text("en").startswith("Of 2 files") and "Registri memuat" in province.html("id")


def test_the_open_tables_answer_once_and_for_any_kabupaten():
    opened = p2.OpenData()
    assert opened.sites is opened.sites and opened.load("areas").equals(opened.areas)
    serang = opened.need("36.04", k=2, draws=200)
    assert serang is opened.need("36.04", k=2, draws=200) and len(serang.stability.table()) == len(serang.ranking.codes)
    served = set(opened.sites.loc[opened.sites["year"].notna(), "village_code"].dropna())
    assert not served & set(serang.ranking.codes)
    with pytest.raises(NotEnoughData):
        opened.need("32.76")
