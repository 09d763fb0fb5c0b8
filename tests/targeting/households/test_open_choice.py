"""Choosing in the open: ties at the cut are named and settled by a second criterion or by lot, families assisted before are left
out and counted, and who comes next is known. The order of rows and ids decides nothing."""

import hashlib

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.candidates import assisted_before
from p2wkss_analysis.cli import main
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.open_file import read_table


def alike(n: int = 60, above: int = 3) -> pd.DataFrame:
    """`above` families needier than `n` of one score."""
    return pd.DataFrame(
        {
            "household_id": [f"K{i:03d}" for i in range(above + n)],
            "need": [9] * above + [5] * n,
            "members": [1 + i % 4 for i in range(above + n)],
            "rw": 1,
            "rt": [1 + i % 3 for i in range(above + n)],
        }
    )


def lot(seed: int, household: str) -> str:
    return hashlib.sha256(f"{seed}|{household}".encode()).hexdigest()


def test_a_tie_at_the_cut_is_named_and_drawn_by_a_seed_that_anyone_can_work_out():
    table = alike()
    found = p2.select_households(table, 53, "need", seed=2027, seed_source="lotre umum 1 Februari 2027")
    tied = [h for h in table["household_id"] if h >= "K003"]
    assert set(found.chosen) == {"K000", "K001", "K002", *sorted(tied, key=lambda h: lot(2027, h))[:50]}
    assert "60 KK bernilai sama untuk 50 tempat" in found.sentence("id") and "sementara" not in found.sentence("id")
    minutes = found.minutes("id", place="Balai Kota")
    assert "lotre umum 1 Februari 2027" in minutes and "seed): 2027" in minutes and "60 KK" in minutes
    assert hashlib.sha256("".join(f"{h}\n" for h in sorted(tied)).encode()).hexdigest() in minutes
    assert minutes.index(lot(2027, min(tied, key=lambda h: lot(2027, h)))[:16]) < minutes.index("Terpilih")
    assert found.chosen != p2.select_households(table, 53, "need", seed=2028).chosen
    assert "no household was drawn" in p2.select_households(table, 3, "need").minutes("en").lower()


@pytest.mark.parametrize("seed", [None, 7])
@pytest.mark.parametrize("then", [None, "members"])
def test_neither_the_order_of_rows_nor_that_of_ids_decides(seed, then):
    """Rows shuffled: the same families. Of the tied the share taken does not hang on where their id stands in the order."""
    table = alike(200, 0)
    found = p2.select_households(table, 80, "need", then=then, seed=seed)
    for mix in (1, 2):
        assert (
            p2.select_households(table.sample(frac=1, random_state=mix), 80, "need", then=then, seed=seed).chosen == found.chosen
        )
    first_half = sum(h < "K100" for h in found.chosen)
    assert 25 < first_half < 55


def test_the_second_criterion_goes_before_the_lot():
    table = alike(40, 0)
    found = p2.select_households(table, 15, "need", then="members", seed=1)
    members = table.set_index("household_id")["members"]
    assert (members[found.chosen] >= 3).all() and (members[found.chosen] == 4).sum() == 10, "ten have four members, then lots"
    assert "kriteria kedua (members)" in found.sentence("id") and "10 KK yang juga sama" in found.sentence("id")
    assert set(found.drawn) == set(members.index[members == 3])
    reasons = found.table("en").set_index("household_id")["reason"]
    assert reasons[members.index[members == 4]].str.contains("second criterion").all()
    assert reasons[members.index[members == 3]].str.contains("lot").all()
    fewest = p2.select_households(table, 10, "need", then=("members", "lower"))
    assert (members[fewest.chosen] == 1).all() and not fewest.drawn and "sementara" not in fewest.sentence("id")
    with pytest.raises(WrongUse):
        p2.select_households(table, 10, "need", then=("members", "most"))
    with pytest.raises(WrongUse):
        p2.select_households(table.assign(members=[None, *[1] * 39]), 10, "need", then="members")
    assert found.rule().columns == ("need", "members")


def test_the_waiting_list_is_the_next_by_the_same_rule():
    table = alike()
    ten, all_of_them = (p2.select_households(table, n, "need", then="members", seed=5) for n in (10, 20))
    assert [*ten.chosen, *ten.waiting(10)] == all_of_them.chosen
    told = ten.table("en").dropna(subset=["waiting"]).sort_values("waiting")
    assert told["household_id"].tolist() == ten.waiting() and len(ten.waiting()) == 10
    assert {"rw", "rt"} <= set(told)


def test_nobody_waits_for_a_full_group_nor_whoever_was_put_out():
    table = alike()
    found = p2.select_households(table, 9, "need", per_group={"rt": (None, 3)}, exclude={"K010": "moved_away"})
    assert found.waiting() == [], "every RT has its three"
    found = p2.select_households(table, 9, "need", per_group={"rt": (None, 4)}, exclude={"K010": "moved_away"})
    rt = table.set_index("household_id")["rt"]
    assert len(found.waiting()) == 3 and (rt[[*found.chosen, *found.waiting()]].value_counts() == 4).all()
    assert "K010" not in found.waiting()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return p2.simulate_city("36.72", seed=3).write(tmp_path_factory.mktemp("kota") / "kota.xlsx")


def test_families_assisted_before_are_left_out_and_counted(book):
    city = p2.City(book)
    homes = city.tables["households"]
    before = assisted_before(homes, city.tables["sites"])
    found = city.select_households(20, "registry_decile", needier="lower", then="members", seed=4)
    assert before and not before & set(found.chosen) and not before & set(found.table("en")["household_id"])
    first = homes[(homes["wave"] == 0) & (homes["status"] == "interviewed")]
    left = int(first["household_id"].isin(before).sum())
    assert f"{left} KK yang dibina pada tahun program sebelumnya tidak ikut dipilih" in found.sentence("id")
    everyone = city.select_households(20, "registry_decile", needier="lower", again=True)
    assert len(everyone.table("en")) == len(found.table("en")) + left and "left out." not in everyone.sentence("en")
    assert {"village_code", "rw", "rt", "members"} <= set(found.table("id"))


def test_the_programme_year_of_a_family_decides_whether_it_is_over():
    homes = pd.DataFrame(
        {
            "household_id": list("abcde") + ["e"],
            "wave": [0, 0, 0, 0, 0, 1],
            "assisted": [True, True, False, True, True, True],
            "village_code": ["V", "W", "V", "X", "W", "W"],
            "interview_date": pd.to_datetime(["2024-01-15", "2024-12-01", "2024-01-15", None, "2025-01-09", "2025-11-09"]),
        }
    )
    sites = pd.DataFrame({"year": [2024, 2025], "village_code": ["V", "W"]})
    assert assisted_before(homes, sites) == {"a", "e"}, "b is of 2025; c was not assisted; d has no year; e was visited again"


def test_the_command_reads_the_workbooks_own_eligibility(book, tmp_path, capsys):
    out, public, minutes = tmp_path / "d.csv", tmp_path / "u.csv", tmp_path / "ba.txt"
    command = ["households", str(book), "--n", "20", "--score", "registry_decile=lower", "--then", "members", "--lang", "id"]
    more = [
        "--seed",
        "11",
        "--seed-source",
        "IHSG 1 Februari",
        "--out",
        str(out),
        "--public",
        str(public),
        "--minutes",
        str(minutes),
    ]
    assert main([*command, *more]) == 0
    said = capsys.readouterr().out
    city = p2.City(book)
    found = city.select_households(20, "registry_decile", needier="lower", then="members", seed=11)
    listed = read_table(str(out), needed=["household_id"], known=["rt", "waiting"])
    assert listed["household_id"].tolist() == found.table("id")["household_id"].tolist()
    assert "tidak ikut dipilih" in said and {"rt", "waiting"} <= set(listed)
    assert "SINTETIS" in minutes.read_text("utf-8") and "11" in minutes.read_text("utf-8")
    assert main([*command, "--again"]) == 0 and "tidak ikut dipilih" not in capsys.readouterr().out
