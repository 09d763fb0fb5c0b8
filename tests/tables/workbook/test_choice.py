"""How sites were chosen: what `check` holds the sheets `sites` and `candidates` to, and that neither is required."""

import openpyxl
import pytest

from p2wkss_analysis.dictionary.sheets import sheet_called
from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.texts import rules as texts

CODES = ["32.76.01.1006", "32.76.01.1007", "32.76.01.1008", "32.76.01.1009"]
NO_RW = {"rw": "", "rt": ""}


def site(office, code=CODES[0], year=2026, **cells):
    plain = {"chosen_by": "", "decree_date": "", "announced_date": ""}
    return office.row("sites", year=year, village_code=code, **NO_RW, **{**plain, **cells})


def candidates(office, figures, year=2026, codes=CODES):
    return [office.row("candidates", year=year, village_code=c, figure=f) for c, f in zip(codes, figures, strict=False)]


def faults(office):
    found = check(office.save(), "en")
    return {(sheet_called(f.sheet), f.row, f.column): f.rule for f in found.faults.itertuples()}


def test_a_choice_with_all_its_candidates_has_no_fault(office):
    site(office, ranking_figure="indeks kebutuhan", ranking_end="angka tertinggi", ranking_year=2025)
    candidates(office, [71.5, 60, 55.5, 40])
    site(office, CODES[1], 2025, draw_seed=2025, draw_source="IHSG")
    candidates(office, ["", "", ""], 2025)
    assert faults(office) == {}
    table = check(office.path).tables["sites"]
    assert table["ranking_figure"].tolist()[0] == "need_index" and table["ranking_end"].tolist()[0] == "highest"


@pytest.mark.parametrize(
    ("cells", "figures", "sheet", "column", "rule"),
    [
        ({"ranking_year": 2027}, [], "sites", "ranking_year", texts.RANKED_AFTER_START),
        ({"draw_seed": 7}, [], "sites", "draw_seed", texts.SEED_ALONE),
        (
            {"code": "32.76.01.1011", "chosen_by": "nilai kebutuhan"},
            [3, 2, 1],
            "sites",
            "village_code",
            texts.NOT_A_CANDIDATE.fill(year=2026),
        ),
        ({}, [3], "candidates", "village_code", texts.ONLY_CHOSEN.fill(year=2026)),
        ({}, [3, "", ""], "candidates", "figure", texts.FIGURE_ONLY_CHOSEN),
    ],
)
def test_a_record_that_cannot_be_used_is_a_fault(office, cells, figures, sheet, column, rule):
    rows = {"sites": site(office, **cells), "candidates": min(candidates(office, figures), default=None)}
    assert faults(office) == {(sheet, rows[sheet], column): rule.say("en")}


def test_a_site_that_was_proposed_needs_no_place_on_the_list_and_two_figures_for_one_candidate_are_a_fault(office):
    site(office, chosen_by="undian")
    site(office, "32.76.01.1011", chosen_by="usulan kecamatan/desa")
    *_, last = candidates(office, [1, 2, 3, 4], codes=[*CODES[:3], CODES[2]])
    assert list(faults(office)) == [("candidates", last, "rt")]


def test_a_workbook_from_before_is_read_without_a_word_about_what_it_lacks(office):
    site(office)
    book = openpyxl.load_workbook(office.save())
    del book["Calon"]
    places = [c.column for c in book["Lokasi"][1] if str(c.value).startswith(("ranking_", "draw_"))]
    for place in sorted(places, reverse=True):
        book["Lokasi"].delete_cols(place)
    book.save(office.path)
    old = check(office.path, "en")
    assert old.ok and old.absent == () and "missing" not in old.sentence("en") and len(places) == 5
    assert old.tables["candidates"].empty and old.tables["sites"]["ranking_figure"].isna().all()
