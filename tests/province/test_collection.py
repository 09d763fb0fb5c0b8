"""Workbooks of many cities laid side by side: every kind of disagreement is planted and must be listed exactly once."""

import shutil

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.dictionary.sheets import fields_of
from p2wkss_analysis.province.collect import PANEL_COLUMNS, collect, joined
from p2wkss_analysis.province.lines import COLUMNS, KINDS
from p2wkss_analysis.province.reading import CityFile
from p2wkss_analysis.province.sites import SITE_COLUMNS
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.tables.xlsx.xml import column_letters

A, B, C = "32.76.11.1001", "32.76.11.1002", "32.76.11.1003"  # of Depok
D = "36.72.05.1001"  # of Cilegon
NONE = load("programme_sites").iloc[:0]


def city(name: str, villages=(), sites=(), regency="32.76", **more) -> CityFile:
    """A file as read, its lines from line 5 on; what a line does not name is empty."""
    rows, cells = {}, {}
    for sheet, lines in (("villages", villages), ("sites", sites)):
        columns = [f["name"] for f in fields_of(sheet)]
        table = pd.DataFrame([{**dict.fromkeys(columns), **line} for line in lines], columns=columns)
        kinds = {
            f["name"]: {"integer": "Int64", "number": "float64", "date": "datetime64[us]"}.get(f["type"], "str")
            for f in fields_of(sheet)
        }
        rows[sheet] = table.astype(kinds).assign(line=range(5, 5 + len(table)))
        cells[sheet] = sheet, {c: column_letters(i) for i, c in enumerate(columns, 1)}
    return CityFile(name, "read", regency=regency, regency_stated=True, rows=rows, cells=cells, **more)


def village(code=A, year=2024, **values):
    return {"village_code": code, "year": year, **values}


def site(code=A, year=2024, **values):
    return village(code, year, **values)


def register(**row) -> pd.DataFrame:
    known = {
        "regency_code": "32.76",
        "village_code": A,
        "village": "Bojongsari",
        "year": 2024,
        "neighbourhood": "RW 2",
        "assisted_households": 100,
        "households_scope": "site",
        "status": "confirmed",
    } | row
    return pd.concat([NONE, pd.DataFrame([known])], ignore_index=True).astype({"year": "Int64", "assisted_households": "Int64"})


def kinds(found) -> list[str]:
    return found.disagreements["kind"].tolist()


def the_line(found, kind: str) -> pd.Series:
    rows = found.disagreements[found.disagreements["kind"] == kind]
    assert len(rows) == 1, found.disagreements[["kind", "file", "value", "other_value"]]
    return rows.iloc[0]


# --- the panel ------------------------------------------------------------------------------------------


def test_equal_values_count_once_and_contradictory_ones_are_left_out_and_listed_once():
    found = joined(
        [
            city("v1.xlsx", [village(slum_area_ha=8.5, stunting_percent=12.0)]),
            city("final.xlsx", [village(slum_area_ha=9.5, stunting_percent=12.0)]),
        ],
        "en",
        NONE,
    )
    row = found.panel.iloc[0]
    assert len(found.panel) == 1 and pd.isna(row["slum_area_ha"]) and row["stunting_percent"] == 12.0
    assert row["left_out"] == 1 and row["files"] == "final.xlsx; v1.xlsx"
    line = the_line(found, "value")
    assert kinds(found) == ["value"] and line["contradiction"] and line["column"] == "slum_area_ha"
    assert (line["file"], line["cell"], line["value"], line["other_file"], line["other_cell"], line["other_value"]) == (
        "final.xlsx",
        "G5",
        "9.5",
        "v1.xlsx",
        "G5",
        "8.5",
    )
    assert not found.ok


def test_a_third_version_with_a_third_value_is_one_more_line_and_with_a_known_value_none():
    files = [city(f"v{n}.xlsx", [village(slum_area_ha=value)]) for n, value in enumerate([1.0, 2.0, 3.0, 2.0])]
    assert kinds(joined(files, "id", NONE)) == ["value"] * 2


def test_two_lines_of_one_file_are_compared_as_two_files_are():
    same = joined([city("a.xlsx", [village(slum_area_ha=1.0), village(slum_area_ha=1.0)])], "id", NONE)
    assert kinds(same) == ["doubled"] and same.ok and same.panel["slum_area_ha"].tolist() == [1.0]
    line = the_line(same, "doubled")
    assert (line["cell"], line["other_cell"]) == ("B5", "B6")
    differs = joined([city("a.xlsx", [village(slum_area_ha=1.0), village(slum_area_ha=2.0)])], "id", NONE)
    assert kinds(differs) == ["value"] and differs.panel["slum_area_ha"].isna().all()


def test_a_cell_that_only_one_version_has_is_used_and_told_once_a_column():
    first = [village(c, slum_area_ha=1.0) for c in (A, B, C)]
    found = joined(
        [city("v1.xlsx", first), city("v2.xlsx", [village(c, slum_area_ha=1.0, stunting_percent=5.0) for c in (A, B, C)])],
        "id",
        NONE,
    )
    assert kinds(found) == ["blank"] and found.ok and found.panel["stunting_percent"].tolist() == [5.0] * 3
    line = the_line(found, "blank")
    assert (
        line["file"] == "v2.xlsx" and line["other_file"] == "v1.xlsx" and "(+2)" in line["cell"] and line["area_code"] == "32.76"
    )


def test_lines_that_only_one_version_has_are_used_and_told_once_a_year():
    found = joined(
        [
            city("v1.xlsx", [village(A), village(B)]),
            city("v2.xlsx", [village(A), village(B), village(A, 2025), village(B, 2025)]),
        ],
        "id",
        NONE,
    )
    assert kinds(found) == ["lines_in_one"] and len(found.panel) == 4
    assert the_line(found, "lines_in_one")["year"] == 2025


def test_villages_of_another_regency_stay_out_with_one_line_a_file_and_regency():
    found = joined([city("c.xlsx", [village(A), village(D)], regency="36.72")], "id", NONE)
    assert kinds(found) == ["other_regency"] and found.panel["area_code"].tolist() == [D] and not found.ok
    line = the_line(found, "other_regency")
    assert (line["area_code"], line["cell"], line["other_value"]) == (A, "B5", "36.72")
    wrong = joined([city("c.xlsx", [village(A), village(B), village(C)], regency="36.72")], "id", NONE)
    assert kinds(wrong) == ["other_regency"] and wrong.panel.empty and "(+2)" in the_line(wrong, "other_regency")["cell"]


# --- the registry ---------------------------------------------------------------------------------------


def test_status_and_what_it_rests_on():
    files = [city("a.xlsx", sites=[site(A, decree="SK 1"), site(B, year=2023), site(C, year=2022)])]
    known = pd.concat(
        [
            register(village_code=B, village="Bojongsari Baru", year=2023, status="unconfirmed"),
            register(village_code="32.76.10.1007", village="Cimpaeun", year=2016),
            register(village_code="32.76.01.1008", village="Pancoran Mas", year=2017, status="unconfirmed"),
        ]
    )
    found = joined(files, "id", known).sites.set_index("area_code")
    assert found.loc[A, ["status", "confirmed_by", "in_open_register"]].tolist() == ["confirmed", "decree", False]
    assert found.loc[B, ["status", "confirmed_by", "in_open_register"]].tolist() == ["confirmed", "two_sources", True]
    assert found.loc[C, "status"] == "unconfirmed"
    assert found.loc["32.76.10.1007", ["status", "confirmed_by", "files"]].tolist() == ["confirmed", "open_register", ""]
    assert found.loc["32.76.01.1008", "status"] == "unconfirmed"


def test_a_contradicted_decree_confirms_nothing():
    found = joined(
        [city("v1.xlsx", sites=[site(decree="SK 1", rw=2)]), city("v2.xlsx", sites=[site(decree="SK 2", rw=2)])], "id", NONE
    )
    assert kinds(found) == ["site_value", "not_in_register"] and the_line(found, "site_value")["column"] == "decree"
    assert found.sites["decree"].isna().all() and found.sites["status"].tolist() == ["unconfirmed"]


def test_planned_households_that_differ_are_left_out_and_listed():
    found = joined(
        [
            city("v1.xlsx", sites=[site(planned_households=100, decree="SK")]),
            city("v2.xlsx", sites=[site(planned_households=120, decree="SK")]),
        ],
        "id",
        register(),
    )
    assert (
        kinds(found) == ["site_value"]
        and found.sites["planned_households"].isna().all()
        and found.sites["status"].tolist() == ["confirmed"]
    )


def test_rw_that_differs_between_versions_is_one_line_and_disputed():
    found = joined(
        [city("v1.xlsx", sites=[site(rw=2, rt=1, decree="SK")]), city("v2.xlsx", sites=[site(rw=3, rt=1, decree="SK")])],
        "en",
        NONE,
    )
    assert kinds(found) == ["site_place", "not_in_register"]
    line = the_line(found, "site_place")
    assert (line["value"], line["other_value"]) == ("RW 2 RT 1", "RW 3 RT 1")
    assert found.sites["status"].tolist() == ["disputed"] * 2 and found.sites["rw"].tolist() == [2, 3]


def test_a_site_without_rw_takes_the_rw_the_other_version_gives_and_says_so():
    found = joined(
        [city("v1.xlsx", sites=[site(decree="SK")]), city("v2.xlsx", sites=[site(rw=3, decree="SK")])],
        "id",
        register(neighbourhood=None),
    )
    assert (
        kinds(found) == ["blank"] and found.sites["rw"].tolist() == [3] and found.sites["files"].tolist() == ["v1.xlsx; v2.xlsx"]
    )


def test_a_year_that_differs_between_versions_is_one_line_and_disputed():
    found = joined(
        [city("v1.xlsx", sites=[site(year=2023, decree="SK a")]), city("v2.xlsx", sites=[site(year=2024, decree="SK b")])],
        "id",
        register(),
    )
    assert kinds(found) == ["site_year"]
    line = the_line(found, "site_year")
    assert (line["value"], line["other_value"]) == ("2023", "2024") and set(found.sites["status"]) == {"disputed"}


def test_a_site_that_one_version_lacks_is_told_once():
    found = joined([city("v1.xlsx", sites=[site(A)]), city("v2.xlsx", sites=[site(A), site(B)])], "id", register())
    assert sorted(kinds(found)) == ["lines_in_one", "not_in_register"] and the_line(found, "lines_in_one")["area_code"] == B


def test_several_rw_of_one_village_are_no_contradiction():
    found = joined(
        [city("a.xlsx", sites=[site(rw=4), site(rw=5)])], "id", register(neighbourhood="RW 04; RW 05", assisted_households=pd.NA)
    )
    assert kinds(found) == [] and found.ok and found.sites["status"].tolist() == ["confirmed"] * 2


@pytest.mark.parametrize(
    "known, ours, kind, status",
    [
        (register(year=2023), site(), "register_year", ["disputed", "unconfirmed"]),
        (register(neighbourhood="RW 07 (Kp. Sawah)"), site(rw=2), "register_place", ["unconfirmed"]),
        (register(), site(planned_households=80), "register_households", ["confirmed"]),
        (register(year=pd.NA), site(), "register_no_year", ["unconfirmed"]),
        (register(village_code=B), site(), None, ["unconfirmed", "confirmed"]),
    ],
)
def test_what_the_open_register_says_differently_is_one_line(known, ours, kind, status):
    found = joined([city("a.xlsx", sites=[ours])], "id", known)
    assert kinds(found) == ([kind] if kind else ["not_in_register", "only_in_register"])
    assert found.sites["status"].tolist() == status


def test_a_register_row_without_code_and_sites_without_workbook():
    known = pd.concat(
        [
            register(village_code=None, village="Kemuning"),
            register(regency_code="32.71", village_code="32.71.05.1006", village="Ciluar"),
        ]
    )
    found = joined([city("a.xlsx", [village()])], "id", known)
    assert kinds(found) == ["only_in_register"] and found.not_sent == ("32.71",) and "Kota Bogor" in found.sentence("id")
    assert found.sites["village"].tolist() == ["Ciluar", "Kemuning"]


def test_one_decree_for_two_years_and_one_in_two_cities():
    years = joined([city("a.xlsx", sites=[site(A, 2023, decree="SK 1 / 2023"), site(B, 2024, decree="sk 1/2023")])], "id", NONE)
    assert kinds(years).count("decree_years") == 1 and the_line(years, "decree_years")["other_value"] == "2024"
    cities = joined(
        [city("a.xlsx", sites=[site(A, decree="SK 1")]), city("b.xlsx", sites=[site(D, decree="SK 1")], regency="36.72")],
        "id",
        NONE,
    )
    assert kinds(cities).count("decree_cities") == 1 and the_line(cities, "decree_cities")["other_value"] == "36.72"


def test_synthetic_workbooks_never_mix_with_real_ones():
    found = joined([city("a.xlsx", [village()]), city("s.xlsx", [village(B)], synthetic=True)], "id", NONE)
    assert found.panel["area_code"].tolist() == [A] and not found.synthetic and not found.ok
    assert found.files.set_index("file").loc["s.xlsx", "status"] == "set_aside"
    alone = joined([city("s.xlsx", [village(B)], synthetic=True)], "id", NONE)
    assert (
        alone.synthetic and alone.sentence("id").startswith("DATA SINTETIS") and alone.sentence("en").startswith("SYNTHETIC DATA")
    )


# --- properties -----------------------------------------------------------------------------------------

_village = st.builds(
    village,
    st.sampled_from([A, B, D]),
    st.sampled_from([2023, 2024]),
    slum_area_ha=st.sampled_from([None, 1.0, 2.0]),
    stunting_percent=st.sampled_from([None, 5.0]),
)
_site = st.builds(
    site,
    st.sampled_from([A, B, D]),
    st.sampled_from([2023, 2024]),
    rw=st.sampled_from([None, 2, 3]),
    decree=st.sampled_from([None, "SK 1", "SK 2"]),
)
_files = st.lists(
    st.tuples(st.lists(_village, max_size=4), st.lists(_site, max_size=3), st.sampled_from(["32.76", "36.72"])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=6, deadline=None)
@given(_files, st.randoms())
def test_the_order_of_the_files_changes_nothing(given_files, random):
    files = [city(f"{n}.xlsx", villages, sites, regency) for n, (villages, sites, regency) in enumerate(given_files)]
    mixed = files[:]
    random.shuffle(mixed)
    one, two = joined(files, "id", register()), joined(mixed, "id", register())
    for name in ("sites", "panel", "files", "disagreements", "faults"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))
    assert one.sentence("en") == two.sentence("en")


@settings(max_examples=8, deadline=None)
@given(_files)
def test_nothing_is_lost_without_a_line_and_nothing_is_invented(given_files):
    files = [city(f"{n}.xlsx", villages, sites, regency) for n, (villages, sites, regency) in enumerate(given_files)]
    found = joined(files, "id", register())
    told = found.disagreements
    panel = found.panel.set_index(["area_code", "year"])
    for f in files:
        for row in f.rows["villages"].to_dict("records"):
            inside = row["village_code"].startswith(f.regency)
            for column in ("slum_area_ha", "stunting_percent"):
                if row[column] == row[column] and inside:
                    kept = panel.at[(row["village_code"], row["year"]), column]
                    assert (
                        kept == row[column]
                        or (
                            (told["kind"] == "value") & (told["area_code"] == row["village_code"]) & (told["column"] == column)
                        ).any()
                    )
            if not inside:
                assert ((told["kind"] == "other_regency") & (told["file"] == f.file)).any()
        for row in f.rows["sites"].to_dict("records"):
            if row["village_code"].startswith(f.regency):
                assert ((found.sites["area_code"] == row["village_code"]) & (found.sites["year"] == row["year"])).any()
    assert (
        not found.panel.duplicated(["area_code", "year"]).any()
        and not found.sites.duplicated(["area_code", "year", "rw", "rt"]).any()
    )
    assert list(found.sites.columns) == SITE_COLUMNS and list(told.columns) == COLUMNS and set(told["kind"]) <= set(KINDS)
    assert set(PANEL_COLUMNS) < set(found.panel.columns)


# --- folders as they are --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, make_office):
    """Three versions from Depok (one a copy), one city, and rubbish."""
    inside = tmp_path / "kiriman"
    (inside / "lama").mkdir(parents=True)
    first = make_office(name="v1.xlsx")
    first.row("villages", slum_area_ha=8.5)
    first.row("sites", year=2021, decree="SK 7/2021")
    first.row("households", no_kk="3276" + "0115" + "0390" + "0001")  # a number of a card, and no key
    first.save()
    final = make_office(name="final_fix.xlsx", lang="en")
    final.row("villages", slum_area_ha="9,5", stunting_percent=120)  # a decimal comma; a percentage above 100
    final.row("sites", year=2021, decree="SK 7/2021")
    final.save()
    other = make_office(name="cilegon.xlsx", regency="36.72")
    other.row("villages", village_code=D, village="Sukmajaya", district="Jombang")
    other.save()
    for name in ("v1.xlsx", "final_fix.xlsx", "cilegon.xlsx"):
        shutil.move(tmp_path / name, inside / name)
    shutil.copy(inside / "v1.xlsx", inside / "lama" / "v1 (1).xlsx")
    (inside / "surat.txt").write_text("x")
    (inside / "~$v1.xlsx").write_bytes(b"x" * 165)
    (inside / "kosong.xlsx").write_bytes(b"")
    (inside / "rusak.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (inside / "kunci.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    sheet = openpyxl.Workbook()
    sheet.save(inside / "lain.xlsx")
    (inside / "hilang.xlsx").symlink_to(tmp_path / "tidak_ada.xlsx")
    return inside


def test_a_folder_with_rubbish_gives_a_line_for_each_file(folder, monkeypatch):
    found = collect(folder, "en")
    status = found.files.set_index("file")["status"].to_dict()
    assert status == {
        "cilegon.xlsx": "read",
        "final_fix.xlsx": "read",
        "v1.xlsx": "read",
        "lama/v1 (1).xlsx": "copy",
        "surat.txt": "other",
        "~$v1.xlsx": "other",
        "kosong.xlsx": "refused",
        "rusak.xlsx": "refused",
        "kunci.xlsx": "refused",
        "lain.xlsx": "refused",
        "hilang.xlsx": "refused",
    }
    assert (found.files.loc[found.files["status"] != "read", "reason"] != "").all()
    line = the_line(found, "value")
    assert (line["value"], line["other_value"], line["sheet"]) == ("9.5", "8.5", "Villages")
    assert (
        found.faults["column"].tolist() == ["stunting_percent"]
        and found.files.set_index("file").loc["final_fix.xlsx", "faults"] == 1
    )
    assert found.panel.set_index("area_code").loc[A, "stunting_percent"] == 12.6  # of the version without the fault
    again = collect(folder, "en")
    for name in ("sites", "panel", "files", "disagreements", "faults"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(again, name))


def test_no_household_is_read_and_no_key_is_needed(folder):
    found = collect(folder)
    said = (
        "".join(t.to_csv() for t in (found.sites, found.panel, found.files, found.disagreements, found.faults))
        + repr(found)
        + found.sentence()
    )
    assert "3276" + "0115" + "0390" not in said.replace(" ", "") and "KK-" not in said


def test_last_years_template_says_which_columns_it_lacks(make_office):
    office = make_office(name="a.xlsx")
    office.sheet("villages").delete_cols(office.place("villages", "stunting_percent"))
    office.last["villages"] = 70
    for column, value in (("village_code", A), ("year", 2024), ("slum_area_ha", 1)):
        office.put("villages", 71, column, value)
    path = office.save()
    inside = path.parent / "f"
    inside.mkdir()
    shutil.move(path, inside / "a.xlsx")
    found = collect(inside)
    assert found.files["absent"].tolist() == ["villages.stunting_percent"] and found.ok
    assert found.panel[["slum_area_ha", "stunting_percent"]].isna().to_numpy().tolist() == [[False, True]]


def test_a_city_that_does_not_say_its_code_is_taken_by_its_villages_and_told(make_office):
    office = make_office(name="a.xlsx")
    office.row("villages")
    office.put("settings", 8, "value", "")
    path = office.save()
    (path.parent / "f").mkdir()
    shutil.move(path, path.parent / "f" / "a.xlsx")
    found = collect(path.parent / "f", "en")
    assert found.files["regency_code"].tolist() == ["32.76"] and "32.76" in found.files["reason"].iloc[0]


def test_wrong_use(tmp_path):
    with pytest.raises(WrongUse):
        collect(tmp_path / "none")
    with pytest.raises(WrongUse):
        collect(tmp_path)
    (tmp_path / "a.txt").write_text("x")
    assert collect(tmp_path).panel.empty
    with pytest.raises(WrongUse):
        collect(tmp_path, "fr")
