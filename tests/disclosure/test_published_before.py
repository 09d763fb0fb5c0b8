"""What was published is kept beside the workbook; a damaged, foreign or changed file is a sentence, and so is a folder that cannot be written to."""

import json
import os

import pytest

from p2wkss_analysis.disclosure.published_before import Before, file_beside, not_remembered, published_before, remember


def test_what_is_remembered_comes_back_and_names_nobody(tmp_path):
    book = tmp_path / "depok.xlsx"
    said = remember(book, "32.76", Before(), {"rt|01": 10, "3276010150900001|x": 5}, {"n=50": {"01": 5}})
    found = published_before(book, "32.76")
    assert found.counts["rt|01"] == 10 and found.lists == {"n=50": {"01": 5}} and not found.unusable
    assert (
        "3276010150900001" not in file_beside(book).read_text()
        and "boleh dihapus" in said.say("id")
        and "may be deleted" in said.say("en")
    )
    remember(book, "32.76", found, found.counts, {"n=60": {"01": 10}})
    assert set(published_before(book, "32.76").lists) == {"n=50", "n=60"}


@pytest.mark.parametrize("harm", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"households": {}}', b"[" * 100_000])
def test_a_damaged_file_is_not_used_and_said(tmp_path, harm):
    book = tmp_path / "depok.xlsx"
    file_beside(book).write_bytes(harm)
    found = published_before(book, "32.76")
    assert found.unusable and not found.counts
    assert "depok.xlsx.terbit.json" in remember(book, "32.76", found, {"rt|01": 10}).say("en")


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["households"].update({"rt|01": 15}),
        lambda d: d["households"].update({"rt|01": 7}),
        lambda d: d.update(city="36.72"),
        lambda d: d.update(lists=[1]),
    ],
)
def test_a_changed_file_is_not_used(tmp_path, change):
    book = tmp_path / "depok.xlsx"
    remember(book, "32.76", Before(), {"rt|01": 10})
    held = json.loads(file_beside(book).read_text())
    change(held)
    file_beside(book).write_text(json.dumps(held))
    assert published_before(book, "32.76").unusable and published_before(book, "36.72").unusable


@pytest.mark.parametrize("counts", [{"rt|01": 10, "rt|02": 7}, {"rt|01": -5}, {"rt|01": 10.0}, {"rt|01": True}])
@pytest.mark.parametrize("where", ["households", "lists"])
def test_true_numbers_are_never_taken_for_published_ones(tmp_path, counts, where):
    """Though the seal is right."""
    book = tmp_path / "depok.xlsx"
    remember(book, "32.76", Before(), *((counts,) if where == "households" else ({"rt|01": 0}, {"n=50": counts})))
    assert published_before(book, "32.76") == Before(unusable=True)
    remember(book, "32.76", Before(), {"rt|01": 0})
    assert published_before(book, "32.76") == Before({"rt|01": 0})


def test_a_file_of_somebody_else_is_left_alone_and_damage_is_said_only_where_it_is(tmp_path):
    book = tmp_path / "depok.xlsx"
    whole = remember(book, "32.76", Before(), {"rt|01": 10}).say("en")
    file_beside(book).write_bytes(b"")
    again = remember(book, "32.76", published_before(book, "32.76"), {"rt|01": 10}).say("en")
    assert again.endswith(whole) and again != whole and published_before(book, "32.76").counts == {"rt|01": 10}
    file_beside(book).write_text("belanja bulan ini")
    assert remember(book, "32.76", Before(unusable=True), {"rt|01": 10}) == not_remembered(book)
    assert file_beside(book).read_text() == "belanja bulan ini"


def test_a_file_far_too_large_is_not_read(tmp_path, monkeypatch):
    book = tmp_path / "depok.xlsx"
    remember(book, "32.76", Before(), {"rt|01": 10})
    size = file_beside(book).stat().st_size
    for largest, used in ((size, True), (size - 1, False)):
        monkeypatch.setattr("p2wkss_analysis.disclosure.published_before._LARGEST", largest)
        assert published_before(book, "32.76") == (Before({"rt|01": 10}) if used else Before(unusable=True))


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    said = remember(tmp_path / "file" / "depok.xlsx", "32.76", Before(), {"rt|01": 10})
    assert "cannot be written" in said.say("en") and "tidak dapat" in said.say("id")


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(file_beside(tmp_path / "depok.xlsx"))
    assert published_before(tmp_path / "depok.xlsx", "32.76").unusable
