"""Maps of one indicator: what is drawn is what the table says, and the page is whole."""

import os
import subprocess
import sys
import xml.dom.minidom
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from p2wkss_analysis.pictures import style
from p2wkss_analysis.pictures.maps.ground import prepare_ground
from p2wkss_analysis.pictures.maps.maps import map_need, map_years
from p2wkss_analysis.places.areas import within
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse


@pytest.fixture(scope="module")
def poverty(rates):
    return rates[rates["indicator"] == "poverty_rate"]


@pytest.fixture(scope="module")
def need(poverty, tables):
    return map_need(
        poverty[poverty["year"] == 2021],
        tables["areas"],
        sites=tables["programme_sites"],
        classes=(5, 7.5, 10, 12.5),
        highlight=["32.76"],
    )


def fills(axes):
    """Face colours of places on axes, and how many carry the missing pattern."""
    faces, missing = [], 0
    for c in axes.collections:
        if isinstance(c, PathCollection) and c.get_hatch():
            missing += len(c.get_paths())
        elif isinstance(c, PathCollection) and c.get_zorder() == 2:
            faces += [to_hex(f) for f in c.get_facecolors()]
    return faces, missing


def test_published_values_stand_in_the_table(need):
    table = need.table().set_index("area_code")
    assert len(table) == 35 and list(need.table().columns) == [
        "area_code",
        "name",
        "year",
        "value",
        "class",
        "sites",
    ]
    assert table.loc["32.76", "value"] == pytest.approx(2.6, abs=0.05)  # Kota Depok 2021: 2.58 % (BPS)
    assert table.loc["32.76", "class"] == "< 5,0"
    assert table.loc["32.76", "sites"] == 10  # rows of programme_sites with regency 32.76


def test_colours_drawn_are_the_classes_of_the_table(need):
    faces, missing = fills(need.axes[0])
    table = need.table()
    order = {text: i for i, text in enumerate(dict.fromkeys(table.sort_values("value")["class"]))}
    shades = style.ramp("orange", 5)
    assert missing == 0
    assert faces == [shades[order[c]] for c in table["class"]]


def test_a_missing_value_is_a_pattern_and_never_a_colour(poverty, tables):
    picture = map_need(poverty[poverty["year"] == 2019], tables["areas"], inside=("32", "36"), classes=(5, 10))
    faces, missing = fills(picture.axes[0])
    gaps = picture.table()["value"].isna()
    assert missing == gaps.sum() == 7 and len(faces) == 28  # of Banten only Cilegon has a figure for 2019
    assert (picture.table().loc[gaps, "class"] == "tidak ada data").all()


def test_darker_is_more_need_whichever_end_is_better(rates, tables):
    hdi = rates[(rates["indicator"] == "hdi") & (rates["year"] == 2021)]
    picture = map_need(hdi, tables["areas"], classes=(70, 80))
    faces, _ = fills(picture.axes[0])
    low = picture.table()["value"].idxmin()
    high = picture.table()["value"].idxmax()
    assert style.lightness(faces[low]) < style.lightness(faces[high])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_is_whole_and_says_what_a_thematic_map_must(poverty, tables, look, words, lang):
    picture = map_need(poverty[poverty["year"] == 2021], tables["areas"], sites=tables["programme_sites"], lang=lang)
    assert look(picture) == []
    text = words(picture)
    assert ("bukan batas wilayah" if lang == "id" else "not boundaries") in text
    assert ("Sumber: Badan Pusat Statistik" if lang == "id" else "Source: Statistics Indonesia") in text
    assert "2021" in text and "Jawa Barat" in text and "Banten" in text
    assert "Kota Depok" in text.replace("\n", " ") and "◆ 10" in text
    assert picture.get_size_inches()[0] == pytest.approx(6.3)  # 16 cm


def test_the_country_is_readable_without_names(tables, look, words):
    table = tables["regency_indicators"]
    picture = map_need(table[(table["indicator"] == "poverty_rate") & (table["year"] == 2021)], tables["areas"])
    assert len(picture.table()) == 514 and look(picture) == []
    for island in ("Sumatera", "Jawa", "Kalimantan", "Sulawesi", "Maluku", "Papua", "Bali-Nusa Tenggara"):
        assert island in words(picture)
    assert "Indonesia" in words(picture)


def test_every_kelurahan_of_a_city_is_named(tables, look, words):
    villages = within(tables["areas"], "32.76", "village")
    values = pd.DataFrame({"area_code": villages["area_code"], "score": np.linspace(0, 1, 63)})
    picture = map_need(values, tables["areas"], sites=tables["programme_sites"], digits=2)
    text = words(picture).replace("- ", "").replace("-\n", "")
    assert all(all(word in text.replace(" ", "") for word in name.split()) for name in villages["name"])
    assert look(picture) == []
    assert "◆ 2021" in text and "◇ 2021" in text  # Bojongsari, and Pondok Petir whose site is unconfirmed
    assert "Kota Depok" in text


def test_the_sentence_tells_the_ends_and_the_gaps(poverty, tables):
    picture = map_need(poverty[poverty["year"] == 2019], tables["areas"], inside=("32", "36"))
    assert "7 nilai tidak tersedia" in picture.sentence("id") and "7 values not available" in picture.sentence("en")
    known = picture.table().dropna(subset="value")
    lowest = known.loc[known["value"].idxmin(), "name"]
    assert lowest.replace("Kabupaten", "Kab.") in picture.sentence("id")


def test_one_level_of_areas_is_drawn_as_given(tables):
    areas = within(tables["areas"], "32", "regency").head(5)
    values = pd.DataFrame({"area_code": areas["area_code"].head(2), "rate": [1.0, 2.0]})
    picture = map_need(values, areas)
    assert picture.table()["area_code"].tolist() == areas["area_code"].tolist()
    assert "Jawa Barat" in picture.sentence("id")  # a title names its area even when `areas` does not


def test_a_result_with_a_table_is_drawn_like_its_table(tables):
    areas = within(tables["areas"], "32", "regency")

    class Ranked:
        def table(self):
            return pd.DataFrame({"area_code": areas["area_code"], "score": np.linspace(0, 1, 27), "rank": range(27, 0, -1)})

    one, two = (
        map_need(Ranked(), areas, digits=2),
        map_need(Ranked().table().set_index("area_code"), areas, digits=2),
    )
    assert one.table().equals(two.table())


@pytest.mark.parametrize(
    ("spoil", "error", "says"),
    [
        (lambda d: d, WrongUse, "map_years"),
        (
            lambda d: d[d["year"] == 2021].assign(indicator=["poverty_rate", "hdi"] * 17 + ["hdi"]),
            WrongUse,
            "indicator",
        ),
        (
            lambda d: d[d["year"] == 2021].assign(method=["UHH SP2010", "UHH LF SP2020"] * 17 + ["UHH SP2010"]),
            WrongUse,
            "method",
        ),
        (lambda d: pd.concat([d[d["year"] == 2021]] * 2), WrongUse, "sama"),
        (lambda d: d[d["year"] == 2021].assign(area_code=3276), WrongUse, "Kemendagri"),
        (
            lambda d: d[d["year"] == 2021].assign(area_code=lambda x: x["area_code"].str.replace("32.76", "32.99")),
            WrongUse,
            "32.99",
        ),
        (lambda d: d[d["year"] == 2021].drop(columns="value"), WrongUse, "value="),
        (lambda d: d[d["year"] == 2021].assign(value="dua"), WrongUse, "bukan angka"),
        (lambda d: d.iloc[:0], NotEnoughData, "kosong"),
        (lambda d: d.drop(columns="area_code"), WrongUse, "area_code"),
    ],
)
def test_what_cannot_be_mapped_is_refused_with_a_sentence(poverty, tables, spoil, error, says):
    with pytest.raises(error, match=says):
        map_need(spoil(poverty), tables["areas"])


def test_unknown_palette_language_and_limits_are_refused(poverty, tables):
    values = poverty[poverty["year"] == 2021]
    for wrong in (
        {"palette": "jet"},
        {"lang": "jv"},
        {"classes": (5, 5)},
        {"better": "up"},
        {"value": "nilai"},
    ):
        with pytest.raises(WrongUse):
            map_need(values, tables["areas"], **wrong)


def test_small_multiples_share_their_classes(poverty, tables, look):
    picture = map_years(poverty[poverty["year"] >= 2019], tables["areas"], inside=("32", "36"), classes=(5, 10))
    table = picture.table()
    years = sorted(table["year"].unique())
    assert years == list(range(2019, 2026)) and len(table) == 35 * 7
    shades = style.ramp("orange", 3)
    code = {"< 5,0": shades[0], "5,0 – < 10,0": shades[1], "≥ 10,0": shades[2]}
    for axes, year in zip(picture.axes, years, strict=True):
        faces, missing = fills(axes)
        here = table[table["year"] == year]
        assert missing == here["value"].isna().sum()
        assert faces == [code[c] for c in here.loc[here["value"].notna(), "class"]]
    assert look(picture) == []


def test_a_site_is_marked_in_its_own_year_only(poverty, tables):
    picture = map_years(
        poverty[poverty["year"] >= 2019],
        tables["areas"],
        inside=("32", "36"),
        sites=tables["programme_sites"],
    )
    depok = picture.table().query("area_code == '32.76'").set_index("year")["sites"]
    assert depok.to_dict() == {2019: 1, 2020: 0, 2021: 2, 2022: 1, 2023: 1, 2024: 1, 2025: 1}


def test_years_that_are_not_there_are_refused(poverty, tables):
    with pytest.raises(WrongUse, match="2035"):
        map_years(poverty, tables["areas"], years=[2021, 2035])
    with pytest.raises(WrongUse):
        map_years(poverty.drop(columns="year").drop_duplicates("area_code"), tables["areas"])


def test_the_same_call_gives_the_same_svg_which_fetches_nothing(poverty, tables):
    values = poverty[poverty["year"] == 2021]
    one, two = (map_need(values, tables["areas"]).svg("id") for _ in range(2))
    assert one == two
    root = xml.dom.minidom.parseString(one).documentElement
    assert root.getAttribute("role") == "img" and "Terendah" in root.getAttribute("aria-label")
    for word in ("<script", "<image", "url(http", 'href="http', "@import", "/work/", "/home/", "<!DOCTYPE"):
        assert word not in one
    assert "Kota" in one and "Depok" in one  # text stays text


def test_pictures_open_no_window_and_leave_nothing_behind():
    program = (
        "import sys, pandas as pd\n"
        "from p2wkss_analysis.pictures.maps.maps import map_need\n"
        "areas = pd.DataFrame({'area_code': ['32.76', '32.77'], 'name': ['A', 'B'], 'lon': [106.8, 107.5], 'lat': [-6.4, -6.9]})\n"
        "p = map_need(pd.DataFrame({'area_code': ['32.76'], 'x': [1.0]}), areas)\n"
        "assert p._repr_png_()[0][:4] == b'\\x89PNG'\n"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_true_shapes_name_what_does_not_match(poverty, tables, look, words):
    where = os.environ.get("P2WKSS_REFERENCE")
    if not where:
        pytest.skip("P2WKSS_REFERENCE is unset: real boundary files are not part of the project")
    file = Path(where) / "boundaries" / "jabar_banten_regencies.geojson"
    values = poverty[poverty["year"] == 2021]
    picture = map_need(values, tables["areas"], boundaries=file, sites=tables["programme_sites"])
    text = words(picture)
    assert "Waduk Cirata" in text and "bukan batas" not in text and "100 km" in text and "WGS 84" in text
    assert (
        picture.table()
        .drop(columns="class")
        .equals(map_need(values, tables["areas"], sites=tables["programme_sites"]).table().drop(columns="class"))
    )
    cut = [f for f in look(picture) if f[0] != "overlap"]
    assert cut == []
    for city in ("Kota Depok", "Kota Cilegon", "Kota Cimahi"):  # too small for their names: in the key
        assert city in text


def test_what_was_guessed_or_mended_is_said_below(tables, words):
    areas = within(tables["areas"], "32.76", "village").assign(lon=lambda d: d["lon"].where(d["name"] != "Bedahan"))
    values = pd.DataFrame({"area_code": areas["area_code"], "score": np.linspace(0, 1, 63)})
    assert "Tanpa titik koordinat, digambar di tengah wilayah seinduknya: Bedahan." in words(map_need(values, areas))
    bowtie = shapely.Polygon([(106.7, -6.5), (106.9, -6.3), (106.9, -6.5), (106.7, -6.3)])
    frame = gpd.GeoDataFrame({"kode": ["3276", "3277"]}, geometry=[bowtie, shapely.box(107.5, -6.9, 107.6, -6.8)], crs=4326)
    cities = tables["areas"][tables["areas"]["area_code"].isin(["32.76", "32.77"])]
    two = pd.DataFrame({"area_code": ["32.76", "32.77"], "score": [1.0, 2.0]})
    assert "Poligon rusak yang diperbaiki: Kota Depok." in words(map_need(two, cities, boundaries=frame))


def test_shapes_that_do_not_meet_leave_no_lines_inside_a_parent(words):
    areas = pd.DataFrame({"area_code": [f"32.76.{k}.100{i}" for k in ("01", "02") for i in (1, 2, 3)], "name": list("ABCDEF")})
    x = np.arange(6) * 0.1 + 106.0
    gaping = [shapely.box(a, -6.5, a + 0.0997, -6.3) for a in x]
    values = areas.assign(value=1.0 * np.arange(6))
    meeting = [shapely.box(a, -6.5, a + 0.1, -6.3) for a in x]  # up to the rounding of a sum
    for shapes, loose in ((gaping, True), (meeting, False)):
        frame = gpd.GeoDataFrame({"kode": areas["area_code"]}, geometry=shapes, crs=4326)
        picture = map_need(values, areas, boundaries=frame, lang="en")
        assert ("gape or overlap" in words(picture)) is loose
        lines = prepare_ground(areas["area_code"], areas, frame).outlines.geometry
        assert [g.geom_type for g in lines] == ["Polygon", "Polygon"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_column_of_the_workbook_brings_its_words_and_invented_data_say_so(tables, look, words, lang):
    villages = within(tables["areas"], "32.76", "village")
    values = pd.DataFrame(
        {"area_code": villages["area_code"], "year": 2025, "expenditure_rupiah_person_month": np.linspace(6e5, 2e6, 63)}
    )
    picture = map_need(values, tables["areas"], digits=0, synthetic=True, lang=lang)
    said = {
        "id": ("Pengeluaran per orang (rupiah/orang/bulan)", "DATA SINTETIS"),
        "en": ("Expenditure per person (rupiah/person/month)", "SYNTHETIC DATA"),
    }
    heading, notice = said[lang]
    assert (
        all(word in words(picture).split() for word in heading.split())
        and notice in words(picture)
        and picture.sentence(lang).startswith(notice)
    )
    assert [f for f in look(picture) if f[0] == "cut off"] == []
    poorest = picture.table().sort_values("value")["class"].iloc[0]
    faces = fills(picture.axes[0])[0]
    assert style.lightness(faces[0]) < style.lightness(faces[-1]) and poorest.startswith("<")  # lower is worse, and dark
    own = map_need(values, tables["areas"], label="Belanja", unit="Rp", digits=0, lang=lang)
    assert "Belanja (Rp)" in words(own) and notice not in words(own)


def test_true_shapes_of_several_years_carry_scale_and_north(words):
    areas = pd.DataFrame({"area_code": ["32.76", "32.77"], "name": ["A", "B"], "lon": [106.8, 107.5], "lat": [-6.4, -6.9]})
    frame = gpd.GeoDataFrame(
        {"kode": areas["area_code"]},
        geometry=[shapely.box(106.7, -6.5, 106.9, -6.3), shapely.box(107.4, -7, 107.6, -6.8)],
        crs=4326,
    )
    values = pd.DataFrame({"area_code": ["32.76", "32.76"], "year": [2023, 2024], "v": [1.0, 2.0]})
    text = words(map_years(values, areas, boundaries=frame, lang="id"))
    assert text.count(" km") == 2 and text.count("\N{BLACK UP-POINTING TRIANGLE} U") == 2
    tiles = words(map_years(values, areas, lang="en"))
    assert " km" not in tiles and "\N{BLACK UP-POINTING TRIANGLE}" not in tiles and "not to scale" in tiles
