"""Of what was sent nothing is lost: each submission is taken, left aside in a file, another one's again, or refused by the office."""

from argparse import Namespace
from collections import Counter

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import p2wkss_analysis as p2
from p2wkss_analysis.cli import _print_faults, main
from p2wkss_analysis.forms.answers.recognised import ROLES
from p2wkss_analysis.forms.answers.standing import Standing
from p2wkss_analysis.forms.answers.submissions import settle
from p2wkss_analysis.say.errors import DataFaults, Fault, WrongUse
from p2wkss_analysis.simulate import simulate_city
from p2wkss_analysis.simulate.phones import Mess, write_export
from p2wkss_analysis.tables.profiles.profile import known_profiles

COLUMNS = {
    "households": ["household_id", "wave", "village_code", "rt", "assisted", "status", "note"],
    "deliveries": ["delivery_no", "year", "village_code", "agency", "sector", "activity", "note"],
    "scores": ["village_code", "year", "item_finance", "note"],
}
ABOUT = [*dict.fromkeys(ROLES.values()), "photo", "photo_url"]
FEW = st.sampled_from(["", "1", "2", "01"])
SENT = st.fixed_dictionaries(
    {role: st.just("") for role in ABOUT}
    | {role: st.sampled_from(["", "", "uuid:a", "uuid:b", "uuid:c", "d"]) for role in ("uuid", "root", "replaces")}
    | {"end": st.sampled_from(["", "2026-03-02T08:00:00+07:00", "2026-03-02T09:00:00+07:00", "pagi"])}
    | {"review": st.sampled_from(["", "", "rejected"]), "status": st.sampled_from(["", "", "missingEncryptedFormData"])}
)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(COLUMNS)), st.data())
def test_every_submission_becomes_one_thing(sheet, data):
    n = data.draw(st.integers(0, 8))
    rows = pd.DataFrame([{c: data.draw(FEW) for c in COLUMNS[sheet]} for _ in range(n)], columns=COLUMNS[sheet], dtype=object)
    about = pd.DataFrame([data.draw(SENT) for _ in range(n)], columns=ABOUT, dtype=object)
    profile = known_profiles()["krppa"] if sheet == "scores" else None
    done = settle(sheet, rows, about, "en", Standing(sheet, profile))
    assert sorted(done.became) == list(range(n))
    became = Counter(done.became.values())
    assert became["taken"] == len(done.rows) and became["aside"] == len(done.aside)
    assert set(became) <= {"taken", "aside", "there", "again", "rejected", "encrypted"}
    told = {event.what for event in done.events}
    assert (became["there"] > 0) == ("there" in told)
    assert (became["again"] > 0) <= bool(told & {"copy", "same", "edited", "updated"})
    assert all(rows.loc[at, names].eq("").all() for at, names in done.aside.items())


@pytest.fixture(scope="module")
def city():
    return simulate_city("36.72", assisted=15, seed=4).tables


@pytest.fixture(scope="module")
def sent(city, tmp_path_factory):
    """An empty workbook, the form of the first visit, and the export with every mishap."""
    folder = tmp_path_factory.mktemp("kirim")
    first = city["households"][city["households"]["wave"] == 0].head(12)
    book = p2.write_template(folder / "kota.xlsx", "36.72")
    form = p2.write_form(folder / "f.xlsx", book, wave="baseline")
    mess = Mess(copies=2, edits=2, sent_again=1, half_sent=3, rejected=1)
    return book, first, write_export(folder / "a.xlsx", form, first, labels="id", group="kunjungan", mess=mess, seed=2)


def test_the_rest_comes_in_and_what_was_left_aside_comes_in_once_completed(sent, tmp_path, capsys):
    book, first, made = sent
    out = tmp_path / "terisi.xlsx"
    assert main(["import", str(made.path), "--into", str(book), "--out", str(out)]) == 1
    said = capsys.readouterr().out
    assert "3 KIRIMAN TIDAK LENGKAP, TIDAK DIAMBIL: baris " in said and "terisi-belum-lengkap.xlsx" in said
    kept = openpyxl.load_workbook(tmp_path / "terisi-belum-lengkap.xlsx")
    heads, *lines = [[cell.value for cell in row] for row in kept.active.iter_rows()]
    raw = openpyxl.load_workbook(made.path).active
    for line in lines:  # all that was entered, as it was sent
        assert [raw.cell(line[0], at).value or None for at in range(1, raw.max_column + 1)] == [cell or None for cell in line[3:]]
        assert line[1] == "Hasil kunjungan"
    for row in range(2, len(lines) + 2):
        for heading, answer in {"Hasil kunjungan": "diwawancarai", "Balita": 2, "Balita ditimbang bulan ini": 1}.items():
            kept.active.cell(row, heads.index(f"kunjungan/{heading}") + 1).value = answer
    kept.save(tmp_path / "lengkap.xlsx")
    both = p2.import_table(tmp_path / "lengkap.xlsx", into=out, out=tmp_path / "akhir.xlsx")
    assert (
        both.checked.ok
        and both.aside is None
        and set(both.checked.tables["households"]["household_id"]) == set(first["household_id"])
    )
    weighed = both.checked.tables["households"]["under_five_weighed"]  # which no phone computes in a spreadsheet
    assert (weighed == 1).sum() >= len(lines)
    assert main(["import", str(made.path), "--into", str(both.path), "--out", str(tmp_path / "lagi.xlsx")]) == 0
    said = capsys.readouterr().out
    assert "yang barisnya sudah lengkap di buku kerja atau dalam kiriman lain: 3" in said and "TIDAK LENGKAP, TIDAK" not in said
    kept.active.cell(2, heads.index("kunjungan/under_five_weighed") + 1).value = 2
    kept.save(tmp_path / "beda.xlsx")
    with pytest.raises(DataFaults, match="Jawaban Balita ditimbang bulan ini '1', tetapi kolom hitungannya memuat '2'"):
        p2.import_table(tmp_path / "beda.xlsx", into=out, out=tmp_path / "beda-akhir.xlsx")


def test_an_empty_scorecard_is_left_aside_and_a_file_that_is_there_is_not_replaced(city, tmp_path):
    villages = city["scores"]
    form = p2.write_form(tmp_path / "f.xlsx", p2.write_template(tmp_path / "k.xlsx", "36.72"), "scores")
    blank = villages.assign(answer=pd.NA, value=np.nan)[villages["year"] == villages["year"].min()]
    made = write_export(tmp_path / "a.csv", form, pd.concat([blank, villages[villages["year"] == villages["year"].max()]]))
    done = p2.import_table(made.path, out=tmp_path / "b.xlsx", lang="en")
    n = made.submissions // 2
    assert done.became == {"aside": n, "taken": n} and done.aside.name == "b-incomplete.xlsx" and done.added == 10 * n
    (tmp_path / "c-incomplete.xlsx").write_bytes(b"x")
    with pytest.raises(WrongUse, match="c-incomplete"):
        p2.import_table(made.path, out=tmp_path / "c.xlsx", lang="en")
    assert not (tmp_path / "c.xlsx").exists()


def test_a_number_of_a_card_is_no_id(sent, tmp_path):
    book, _, made = sent
    table = pd.read_excel(made.path, dtype=str).fillna("")
    heading = next(h for h in table if h.endswith("/ID keluarga"))
    ids = [f"36720101018000{at:02d}" for at in range(len(table))]
    table.head(4).assign(**{heading: ids[:4]}).to_csv(tmp_path / "a.csv", index=False)
    done = p2.import_table(tmp_path / "a.csv", into=book, out=tmp_path / "b.xlsx")
    assert done.added == 0 and "Nomor seperti NIK atau nomor kartu keluarga dibuang dari" in done.sentence("id")
    kept = pd.read_excel(done.aside, dtype=str)
    assert len(kept) == done.became["aside"] and set(kept[heading]) == {"[•••]"}


def test_two_households_with_one_id_of_the_server_are_no_edit(sent, tmp_path):
    book, _, made = sent
    table = pd.read_excel(made.path, dtype=str).fillna("").drop_duplicates("_uuid")
    whole = table[(table["kunjungan/Hasil kunjungan"] != "") & (table["meta/deprecatedID"] == "")].tail(2)
    whole.assign(_uuid="u", **{"meta/rootUuid": "uuid:u"}).to_csv(tmp_path / "a.csv", index=False)
    with pytest.raises(DataFaults, match="Two submissions have one id"):
        p2.import_table(tmp_path / "a.csv", into=book, out=tmp_path / "b.xlsx", lang="en")


def test_faults_that_are_alike_are_one_line(capsys):
    faults = [Fault("a.csv", "Keluarga", None, "members", f"KK-{n}", "x", "no number", "mend it") for n in range(15)]
    _print_faults(DataFaults([*faults, Fault("a.csv", rule="odd", remedy="mend it")]), Namespace(lang="en"))
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 3 and "KK-11; 3 more (all of them with --json)" in told[1]
