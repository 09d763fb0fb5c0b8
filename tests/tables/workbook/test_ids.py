"""Ids of one household spelled in two ways within an RT are told; ids of two households never are."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.rules import alike_ids

PARTS = st.lists(st.one_of(st.integers(0, 10**6), st.sampled_from(["kk", "rtlh", "a", "b"])), min_size=1, max_size=3)
SIGNS = st.sampled_from(["-", " ", ".", "/", "_", " - "])


def families(ids, rt=1) -> pd.DataFrame:
    return pd.DataFrame({"household_id": list(ids), "village_code": "32.76.11.1001", "rw": 2, "rt": rt})


def spelled(parts, sign: str, zeros: int, upper: bool) -> str:
    text = sign.join(str(part).zfill(zeros) if isinstance(part, int) else part for part in parts)
    return text.upper() if upper else text


@settings(max_examples=25, deadline=None)
@given(st.lists(PARTS.map(tuple), min_size=1, max_size=12, unique=True), SIGNS, st.integers(1, 7), st.booleans(), st.data())
def test_two_spellings_of_one_id_are_found_and_two_ids_never_are(ids, sign, zeros, upper, data):
    first = [spelled(parts, sign, zeros, upper) for parts in ids]
    assert alike_ids(families(first)) == []
    at = data.draw(st.integers(0, len(ids) - 1))
    again = spelled(ids[at], data.draw(SIGNS), data.draw(st.integers(1, 7)), data.draw(st.booleans()))
    both = families([*first, again])
    assert alike_ids(both) == ([] if again == first[at] else [[at, len(ids)]])
    assert alike_ids(both.assign(rt=[1] * len(ids) + [2])) == []  # numbers may begin anew in every RT


def test_the_check_names_both_lines_and_both_ids(office):
    rows = [
        office.row("households", household_id=name, wave=wave, no_kk="")
        for name, wave in (("KK-0146", 0), ("KK-0147", 0), ("KK 0146", 0))
    ]
    found = check(office.save(), "id")
    alike = found.faults[found.faults["column"] == "household_id"]
    assert alike["row"].tolist() == rows[2:]
    assert alike["rule"].item() == f"Baris {rows[0]} dan {rows[2]}: KK-0146 dan KK 0146 mungkin satu keluarga."
