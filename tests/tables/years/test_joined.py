"""Two years of one city in two files: joined they are the whole, and what they say differently is told with both cells."""

from dataclasses import replace

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import city_dictionary
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.workbook.filled import write_filled
from p2wkss_analysis.tables.years.joined import check_years, join

SPLIT = 2022


@pytest.fixture(scope="module")
def halves(tmp_path_factory):
    """The whole city, and two workbooks of it: visits and figures up to a year, and after it."""
    folder = tmp_path_factory.mktemp("joined")
    whole = p2.simulate_city("36.72", assisted=40, until=SPLIT + 2, rule="worst", seed=1).tables
    early, late = {}, {}
    for name, table in whole.items():
        first = table["wave"] == 0 if "wave" in table else table["year"] <= SPLIT if "year" in table else None
        early[name] = table if first is None else table[first].reset_index(drop=True)
        late[name] = table if first is None else table[~first].reset_index(drop=True)
    return folder, whole, early, late


def write(folder, name, tables):
    path = folder / name
    path.unlink(missing_ok=True)
    return write_filled(path, tables, "id")


def test_both_halves_together_are_the_whole_whichever_is_given_first(halves):
    folder, whole, early, late = halves
    books = [write(folder, "2024.xlsx", late), write(folder, "2022.xlsx", early)]
    city = p2.City(books, lang="en")
    assert city.checked.ok and city.checked.files == ("2022.xlsx", "2024.xlsx") and city.differences.empty
    for name, table in whole.items():
        key = city_dictionary().resource(name)["schema"]["primaryKey"]
        table, joined = (t.sort_values(key).reset_index(drop=True) for t in (table, city.tables[name]))
        pd.testing.assert_frame_equal(table, joined)
    assert city.before_after()
    assert "Where they differ, 2024.xlsx is used." in city.checked.sentence("en")
    alone = p2.check(books[0], "en")
    assert not alone.ok and set(alone.faults["column"]) <= {"wave", "household_id"}  # its first visits stand in the other file


def test_corrected_values_are_told_with_their_old_ones_and_empty_ones_are_kept(halves):
    folder, _, early, late = halves
    old, sites, settings = early["villages"].iloc[[0, 1]].copy(), early["sites"].copy(), early["settings"].copy()
    old.loc[0, "stunting_percent"], old.loc[1, "stunting_percent"] = 33.5, float("nan")
    sites.loc[0, "rw"] = 9
    settings.loc[settings["setting"] == "programme", "value"] = "P2WKSS Cilegon"
    numbered_anew = early["deliveries"].iloc[:1].assign(year=SPLIT + 2)
    villages = pd.concat([old, late["villages"]], ignore_index=True)
    again = {**late, "villages": villages, "sites": sites, "settings": settings, "deliveries": numbered_anew}
    joined = check_years([write(folder, "a.xlsx", early), write(folder, "b.xlsx", again)], "en")
    assert joined.ok, joined.faults.to_string()
    rows = joined.differences.set_index(["kind", "sheet", "column"])
    was = early["villages"]["stunting_percent"]
    changed = rows.loc[("changed", "villages", "stunting_percent")]
    assert (changed["old_file"], changed["new_file"], changed["new_value"]) == ("a.xlsx", "b.xlsx", "33.5")
    assert float(changed["old_value"]) == was[0] and changed["old_cell"] == changed["new_cell"]
    blank = rows.loc[("blank", "villages", "stunting_percent")]
    assert blank["cells"] == 1 and float(blank["old_value"]) == was[1]
    told = {(kind, sheet, column) for kind, sheet, column in rows.index if sheet != "villages"}
    assert told <= {("changed", "sites", "rw"), ("blank", "sites", "rw"), ("changed", "settings", "value")}
    assert joined.tables["villages"]["stunting_percent"].iloc[:2].tolist() == [33.5, was[1]]
    assert joined.settings["programme"] == "P2WKSS Cilegon" and joined.tables["sites"]["rw"][0] == 9
    assert len(joined.tables["sites"]) == len(early["sites"])
    assert len(joined.tables["deliveries"]) == len(early["deliveries"]) + 1  # a number used again in another year
    assert "33.5" in joined.text("en") and "old and new values are listed" in joined.sentence("en")


def test_what_cannot_be_a_correction_is_a_fault(halves):
    folder, _, early, late = halves
    again = {name: table.copy() for name, table in late.items()}
    other = early["households"].iloc[:1].copy()
    other["rt"] = 77
    again["households"] = pd.concat([other, late["households"]], ignore_index=True)
    again["settings"].loc[again["settings"]["setting"] == "household_rule", "value"] = "draw"
    joined = check_years([write(folder, "e.xlsx", early), write(folder, "f.xlsx", again)], "en")
    assert set(joined.faults["column"]) == {"rt", "value"} and set(joined.faults["file"]) == {"f.xlsx"}
    assert "e.xlsx" in joined.faults["rule"].iloc[0] and not p2.City(joined).need()


def test_one_city_only_and_nothing_made_up_beside_what_is_real(tmp_path):
    here, there = (p2.check(p2.write_template(tmp_path / f"{code}.xlsx", code), "en") for code in ("36.72", "32.76"))
    with pytest.raises(WrongUse, match="32.76"):
        join([here, there], "en")
    with pytest.raises(WrongUse, match="sintetis"):
        join([here, replace(here, settings={**here.settings, "synthetic": "yes"})], "id")
    with pytest.raises(WrongUse):
        check_years([], "id")


def test_the_command_says_what_is_missing(tmp_path, capsys):
    book = str(p2.write_template(tmp_path / "a.xlsx", "36.72"))
    assert main(["impact", "--with", book, "--lang", "en"]) == 2
    assert "name both" in capsys.readouterr().err
    assert main(["impact", book, "--with", book, "--outcome", "x", "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert "leave out --outcome" in said.err and said.out.startswith("Joined: ")
