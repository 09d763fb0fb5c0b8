"""A year walked once: workbook, next year's workbook, its lines filled in, both waves compared; every carried cell as it was."""

import re

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW
from p2wkss_analysis.disclosure.privacy import write_key
from p2wkss_analysis.disclosure.published_before import Before, published_before, remember
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.workbook.filled import write_filled
from p2wkss_analysis.tables.xlsx.reading import Book
from p2wkss_analysis.tables.years.next_year import _surveys, _visits, next_year

NEWEST = 2022


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("years")
    write_key(folder / "city.key")
    made = p2.simulate_city("36.72", assisted=40, until=NEWEST + 2, rule="worst", card_numbers=True, seed=1)
    return folder, made


@pytest.fixture(scope="module")
def old(folder):
    """The workbook of its newest year after the first visit, with a site planned for 2023."""
    folder, made = folder
    tables = {
        name: table[table["year"] <= NEWEST].reset_index(drop=True) if "year" in table else table
        for name, table in made.tables.items()
    }
    homes = tables["households"]
    tables["households"] = homes[homes["wave"] == 0].reset_index(drop=True)
    done, known = tables["deliveries"], tables["households"]["household_id"]
    tables["deliveries"] = done[done["household_id"].isna() | done["household_id"].isin(known)].reset_index(drop=True)
    planned = tables["sites"].iloc[:1].assign(year=NEWEST + 1, decree="411/7/2022", note="disepakati dalam musyawarah")
    tables["sites"] = pd.concat([tables["sites"], planned], ignore_index=True)
    path = write_filled(folder / "kota-2022.xlsx", tables, "id")
    remember(path, "36.72", Before(), {"members": 20})
    return p2.check(path, "id", key=folder / "city.key")


@pytest.fixture(scope="module")
def new(folder, old):
    before = old.path.read_bytes()
    made = next_year(old, folder[0] / "kota-2023.xlsx", lang="id")
    assert old.path.read_bytes() == before
    return made


@pytest.fixture(scope="module")
def again(new, folder):
    return p2.check(new.path, "id", key=folder[0] / "city.key")


def test_every_carried_cell_equals_its_source_and_only_lines_to_fill_in_are_remarked(old, new, again):
    assert again.ok and again.settings == old.settings
    for name, table in old.tables.items():
        pd.testing.assert_frame_equal(table, again.tables[name])
    assert new.year == NEWEST + 1 and not again.questions()
    said = again.still_waiting("id")
    assert [line.split(":")[0] for line in said] == ["· Desa-Kelurahan", "· RT", "· Lokasi", "· Keluarga"]
    assert "1 baris" in said[2] and "konfirmasi" in said[2]
    rows = new.table().set_index("sheet")
    assert rows["carried"].to_dict() == {name: len(t) for name, t in old.tables.items()}
    assert rows.loc["villages", "to_fill"] == old.tables["villages"]["village_code"].nunique()
    assert rows.loc["households", "to_fill"] == old.tables["households"]["household_id"].nunique() and new.over == 0
    assert rows.loc["sites", "to_confirm"] == 1


def test_no_card_number_goes_along_and_what_was_published_does(new, old):
    assert old.pseudonyms and new.pseudonyms == old.pseudonyms
    book = Book(new.path)
    assert not [v for name in book.names for row in book.cells(name).rows for v in row if re.search(r"\b\d{16}\b", str(v))]
    assert published_before(new.path, "36.72").counts == {"members": 20}


def test_filled_in_lines_are_the_next_wave(new, folder):
    book = openpyxl.load_workbook(new.path)
    sheet = book["Keluarga"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row in range(FIRST_DATA_ROW, sheet.max_row + 1):
        if sheet.cell(row, 1).value == "isi":
            sheet.cell(row, places["status"]).value = "diwawancarai"
            sheet.cell(row, places["women_income_rupiah_month"]).value = 600_000
    figures = book["Desa-Kelurahan"]
    last = {cell.value: cell.column for cell in figures[1]}
    figures.cell(figures.max_row, last["stunting_percent"]).value = 7.5
    book.save(folder[0] / "filled.xlsx")
    city = p2.City(folder[0] / "filled.xlsx", key=folder[0] / "city.key", lang="en")
    homes = city.tables["households"]
    assert sorted(homes["wave"].unique()) == [0, 1] and (homes["wave"] == 1).sum() == homes["household_id"].nunique()
    assert city.tables["villages"]["stunting_percent"].iloc[-1] == 7.5
    assert len(city.tables["villages"]) == new.table().set_index("sheet").loc["villages", "carried"] + 1
    seen = city.before_after().of("household")
    assert (seen["after"] == 600_000).any(), seen.to_string()


def test_a_card_number_typed_into_a_prepared_line_needs_the_key(new, folder, tmp_path):
    book = openpyxl.load_workbook(new.path)
    sheet = book["Keluarga"]
    place = next(cell.column for cell in sheet[1] if cell.value == "no_kk")
    sheet.cell(sheet.max_row, place).value = "0000123456789012"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(WrongUse):
        p2.check(tmp_path / "a.xlsx", "en")
    checked = p2.check(tmp_path / "a.xlsx", "en", key=folder[0] / "city.key")
    assert set(checked.faults["column"]) == {"no_kk", "status"} and "0000123456789012" not in checked.faults.to_string()


def test_who_is_not_visited_again(folder, old):
    homes = old.tables["households"].head(4).copy()
    homes["status"] = ["interviewed", "dissolved", "not_found", "interviewed"]
    homes["wave"] = pd.array([0, 0, 1, 3], dtype="Int64")
    due, over = _visits(homes, NEWEST + 1)
    assert due["wave"].tolist() == [1, 2] and over == 2
    assert _visits(homes, NEWEST + 9)[1] == 4
    twice = pd.DataFrame(
        {"village_code": "36.72.01.1001", "rw": 1, "rt": [1, 1, 2, 3, 3], "year": [2020, 2021, 2020, 2021, 2022]}
    )
    assert _surveys(twice, 2023)["rt"].tolist() == [2, 3]


def test_refusals(folder, old, tmp_path, make_office):
    with pytest.raises(WrongUse, match="2022"):
        next_year(old, tmp_path / "a.xlsx", 2020, "en")
    with pytest.raises(WrongUse):
        next_year(old, tmp_path / "a.xlsx", 2036, "en")
    with pytest.raises(WrongUse):
        next_year(old, old.path, lang="en")
    office = make_office()
    with pytest.raises(WrongUse, match="--year"):
        next_year(p2.check(office.save()), tmp_path / "a.xlsx", lang="en")
    assert not (tmp_path / "a.xlsx").exists()


def test_the_command(old, folder, capsys, tmp_path):
    key = str(folder[0] / "city.key")
    out = str(tmp_path / "kota-2023.xlsx")
    assert main(["next", str(old.path), "--out", out, "--key", key, "--lang", "en"]) == 0
    assert "To fill in: 43 villages" in capsys.readouterr().out
