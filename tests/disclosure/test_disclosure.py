"""What an outsider makes of all published numbers of a workbook, and of two editions: nothing narrower than printed.

The quick version of benchmarks/disclosure.py, whose outsider shares no code with what makes the numbers.
"""

import sys
from pathlib import Path

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
import disclosure as outside


@pytest.fixture(scope="module")
def city():
    return p2.simulate_city("36.72", assisted=30, seed=2, rule="worst")


def test_no_number_of_one_edition_or_of_two_is_narrower_than_printed(city, tmp_path):
    found = outside.one_city(city.tables, city.settings, tmp_path, 10, 3, changes=("gone",))
    assert found["numbers"] > 100 and not found["alone"] and not found["pairs"]["gone"], found
    assert not found["moved"]["gone"], "one family less does not show"


def test_the_outsider_finds_what_true_numbers_give_away():
    """The search is able to fail: a total less the rest, each to within nought."""
    reader = outside.Outsider()
    reader.reads(
        {("side", "assisted"): 40, ("side", "comparison"): 40, ("rt", "1", "assisted"): 38, ("rt", "2", "assisted"): 0}, 0
    )
    reader.rule({(0, "side", "assisted"): 1, (0, "rt", "1", "assisted"): -1, (0, "rt", "2", "assisted"): -1}, 0, 0)
    assert reader.narrowed() == [((0, "rt", "2", "assisted"), (0, 5), (2, 2))]


def test_the_public_list_names_those_without_a_group_and_writes_all_or_nothing(city, tmp_path, capsys):
    book = city.write(tmp_path / "kota.xlsx")
    command = ["households", str(book), "--n", "10", "--score", "registry_decile=lower", "--lang", "en"]
    assert main([*command, "--out", str(tmp_path / "list.csv"), "--public", str(tmp_path / "p.csv"), "--by", "household_id"]) == 2
    assert not (tmp_path / "list.csv").exists() and not (tmp_path / "kota.xlsx.terbit.json").exists()
    assert main([*command, "--public", str(tmp_path / "p.csv"), "--by", "women_business"]) == 0
    assert "kota.xlsx.terbit.json" in capsys.readouterr().out and (tmp_path / "kota.xlsx.terbit.json").exists()
    assert "Candidates" in (tmp_path / "p.csv").read_text(encoding="utf-8")
    table = tmp_path / "own.csv"
    table.write_text(
        "household_id;need;rt\n" + "\n".join(f"K{i};{i};{'' if i % 3 == 0 else '01'}" for i in range(40)), encoding="utf-8"
    )
    assert (
        main(["households", str(table), "--n", "9", "--score", "need", "--public", str(tmp_path / "q.csv"), "--lang", "en"]) == 0
    )
    assert "not filled in" in (tmp_path / "q.csv").read_text(encoding="utf-8")
