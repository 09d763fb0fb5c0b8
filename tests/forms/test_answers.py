"""Exports of our own forms: the same typed table out of every system and shape, mess told, and nothing chosen in silence."""

import csv
import io
import zipfile
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import VILLAGE, city_dictionary, fields_of
from p2wkss_analysis.forms.answers import texts
from p2wkss_analysis.forms.answers.values import _plain
from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.simulate.phones import Mess, _written, as_asked, write_export
from p2wkss_analysis.tables.profiles.own_file import load_rubric
from p2wkss_analysis.tables.profiles.profile import known_profiles
from p2wkss_analysis.tables.workbook.check import READINGS, Checked, check
from p2wkss_analysis.tables.workbook.filled import as_read, write_filled
from p2wkss_analysis.tables.workbook.template import villages_of
from p2wkss_analysis.tables.years.next_year import next_year

NIK = "".join(map(str, (3, 2, 7, 6, 0, 1, 5, 5, 0, 3, 8, 0, 0, 0, 0, 7)))
FORMS = [
    ("households", "baseline"),
    ("households", "endline"),
    ("households", "follow-up-2"),
    ("neighbourhoods", None),
    ("deliveries", None),
    ("scores", None),
]
SHAPES = [  # system, ending, labels, group
    ("kobo", "xlsx", None, ""),
    ("kobo", "xlsx", "id", "kunjungan"),
    ("kobo", "csv", "en", ""),
    ("central", "zip", None, "kunjungan"),
    ("central", "csv", None, ""),
    ("kobo", "xlsx", "en", "kunjungan"),
]
WAVES = {"baseline": 0, "endline": 1, "follow-up": 2, "follow-up-2": 3}
NOTES = ["", "=1+1", 'titik; koma, "kutip"', "baris satu\nbaris dua", "36.125", "0812-3456", "di samping SD", "'Aisyah", "1,5"]


def some_rows(sheet: str, wave: str | None, n: int, rng: np.random.Generator) -> pd.DataFrame:
    """Lines within the limits of the dictionary, amounts and decimals of every length, and notes that tempt a reader."""
    villages = villages_of("32.76")["area_code"].tolist()
    if sheet == "scores":
        return some_scores(known_profiles()["krppa"], villages[:n], rng)
    rows = []
    for number in range(n):
        row = {}
        for f in fields_of(sheet):
            limits = f.get("constraints", {})
            if "privacy" in f or f.get("filled_by") == "office" or (not limits.get("required") and rng.random() < 0.15):
                continue
            low, high = limits.get("minimum", 0), limits.get("maximum", 1e6)
            high = min(high, row.get(f.get("not_above"), high))
            if f["name"] == "household_id":
                row[f["name"]] = f"KK-{number:04d}"
            elif f["name"] == "delivery_no":
                row[f["name"]] = number + 1
            elif f["name"] == "wave":
                row[f["name"]] = WAVES[wave]
            elif f["name"] == "status":
                row[f["name"]] = "joined_later" if WAVES[wave] else "interviewed"
            elif f["name"] == VILLAGE:
                row[f["name"]] = str(rng.choice(villages))
            elif f["name"] == "rt":
                row[f["name"]] = number + 1
            elif "categories" in f:
                word = str(rng.choice([c["value"] for c in f["categories"]]))
                row[f["name"]] = word == "yes" if f["type"] == "boolean" else word
            elif f["type"] == "date":
                row[f["name"]] = f"{rng.integers(2020, 2031)}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}"
            elif f["type"] == "integer":
                row[f["name"]] = int(rng.integers(low, high + 1))
            elif f["type"] == "number":
                row[f["name"]] = float(min(high, max(low, round(10 ** rng.uniform(-2, 9) % (high + 1), int(rng.integers(0, 6))))))
            else:
                row[f["name"]] = str(rng.choice(NOTES)) or ("Dinas" if limits.get("required") else None)
        if sheet == "deliveries":
            row.pop("household_id", None)
        rows.append(row)
    return as_read(sheet, pd.DataFrame(rows))


def some_scores(profile, villages: list[str], rng: np.random.Generator) -> pd.DataFrame:
    """Every item of a profile for each village, one in seven not known."""
    rows = []
    for village in villages:
        note = str(rng.choice(NOTES)) or None
        for item in profile.items:
            most = {"percent": 100, "points": item.weight}.get(item.kind, 1e6)
            value = (
                round(rng.uniform(0, most), int(rng.integers(0, 5)))
                if item.kind in ("percent", "points")
                else rng.integers(0, most)
            )
            known = {"answer": bool(rng.random() < 0.5)} if item.kind == "yes_no" else {"value": float(value)}
            line = {VILLAGE: village, "year": 2026, "profile": profile.name, "item": item.key, "note": note}
            rows.append(line | (known if rng.random() < 0.85 else {}))
    return as_read("scores", pd.DataFrame(rows))


def workbook(**sheets) -> Checked:
    tables = {name: as_read(name, sheets.get(name, pd.DataFrame())) for name in city_dictionary().names()}
    tables["settings"] = as_read("settings", pd.DataFrame({"setting": ["regency_code"], "value": ["32.76"]}))
    return Checked(
        "kota.xlsx", tables, pd.DataFrame(columns=["sheet"]), pd.DataFrame(columns=READINGS), {"regency_code": "32.76"}
    )


def form_of(folder, rows: pd.DataFrame, sheet: str, wave: str | None):
    """A form whose workbook knows half of the places and, from the second wave on, half of the families."""
    half = rows.iloc[::2]
    earlier = half.assign(wave=0, status="interviewed") if wave and WAVES[wave] else pd.DataFrame()
    by_rt = not wave and "rt" in half
    places = half[[VILLAGE, "rw", "rt"]].dropna(subset=[VILLAGE, "rt"]) if by_rt else pd.DataFrame()
    return p2.write_form(folder / "form.xlsx", workbook(households=earlier, neighbourhoods=places), sheet, wave)


def back(folder, sheet: str, wave: str | None, shape: tuple, n: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What was answered, and what is read of its export."""
    system, ending, labels, group = shape
    rows = some_rows(sheet, wave, n, np.random.default_rng(seed))
    form = form_of(folder, rows, sheet, wave)
    made = write_export(folder / f"ekspor.{ending}", form, rows, system=system, labels=labels, group=group, seed=seed)
    done = p2.import_table(made.path, out=folder / "kota.xlsx")
    assert done.unused == [] and done.checked.ok, done.checked.faults.to_string()
    return as_asked(form, rows), done.checked.tables[sheet]


@pytest.mark.parametrize("at", range(len(SHAPES)), ids=[" ".join(filter(None, map(str, s))) for s in SHAPES])
def test_an_export_comes_back_to_the_same_typed_table_cell_by_cell(at, tmp_path):
    answered, read = back(tmp_path, *FORMS[at % len(FORMS)], SHAPES[at], n=10, seed=at)
    pd.testing.assert_frame_equal(read, answered)


def test_two_households_whose_ids_are_card_numbers_stay_two(endline, tmp_path):
    _, form, rows = endline
    alike = pd.concat([rows.head(1)] * 4, ignore_index=True).assign(household_id=[NIK, NIK[:-1] + "8", "1", "01"])
    alike = pd.concat([alike, alike.tail(1)], ignore_index=True).assign(wave=0)
    done = p2.import_table(write_export(tmp_path / "a.csv", form, alike).path, out=tmp_path / "b.xlsx")
    assert (
        len(done.checked.tables["households"]) == 2
        and done.became == {"taken": 2, "aside": 2, "again": 1}
        and not done.checked.ok
        and done.columns["masked"].sum() == 2
    )
    assert NIK not in done.text("id") + done.checked.faults.to_string()


def test_numbers_of_a_phone_are_read_as_written():
    for value in (0.0, 36.125, 0.001, 650000.0, 1.25e7, 123456789.5, 9999999.0, 12.5, 1e9):
        assert float(_plain(_written(value, True))) == value
    assert _plain("1.5E7") == "15000000" and _plain("12,5") == "12,5" and _plain("36.125") == "36.1250"


def changed(made, tmp_path, change):
    """The export with its table of cells changed, read."""
    with made.path.open(newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    change(table)
    with (tmp_path / "b.csv").open("w", newline="") as file:
        csv.writer(file).writerows(table)
    return p2.import_table(tmp_path / "b.csv", out=tmp_path / "b.xlsx", lang="en")


def test_thousands_that_a_spreadsheet_wrote_are_no_decimals_of_a_phone(endline, tmp_path):
    _, form, rows = endline
    made = write_export(tmp_path / "a.csv", form, rows.head(2).assign(women_income_rupiah_month=1.0))

    def written_anew(table):
        place = table[0].index("women_income_rupiah_month")
        table[1][place], table[2][place] = "650.000", "36.125"

    faults = changed(made, tmp_path, written_anew).checked.faults
    assert {"This can mean 650000 or 650.", "This can mean 36125 or 36.125."} <= set(faults["rule"])


@pytest.mark.parametrize("labels", [None, "id"])
def test_a_second_question_called_like_a_column_is_refused(endline, tmp_path, labels):
    _, form, rows = endline
    made = write_export(tmp_path / "a.csv", form, rows.head(1), labels=labels)

    def asked_again(table):
        place = table[0].index("Anggota keluarga" if labels else "members")
        for line in table:
            line.insert(place, line[place])

    with pytest.raises(WrongUse, match=r"(members|Anggota keluarga) dan \1 \(2\)"):
        changed(made, tmp_path, asked_again)


def test_an_id_in_other_letters_is_no_new_family(endline, tmp_path):
    city, form, rows = endline
    small = rows.head(1).assign(household_id=rows["household_id"].iloc[0].lower(), wave=0)
    made = write_export(tmp_path / "a.csv", form, small)
    with pytest.raises(DataFaults, match="'KK-0000', now 'kk-0000'"):
        p2.import_table(made.path, into=city, out=tmp_path / "b.xlsx", lang="en")


def test_an_id_without_its_signs_is_no_new_family_at_a_later_visit(endline, tmp_path):
    city, form, rows = endline
    bare = rows.head(1).assign(household_id="kk0", status="joined_later")
    with pytest.raises(DataFaults, match=r"kk0 in the export and KK-0000 in kota-2027\.xlsx, line \d+, may be one household"):
        p2.import_table(write_export(tmp_path / "a.csv", form, bare).path, into=city, out=tmp_path / "b.xlsx", lang="en")


def test_the_simulated_files_have_the_headings_that_the_systems_write(endline, tmp_path):
    """As KoboToolbox and ODK Central document their exports and write them."""
    _, form, rows = endline
    kobo = write_export(tmp_path / "a.csv", form, rows.head(1)).path.read_text().splitlines()[0]
    assert kobo.startswith('"start";"end";"deviceid";"listed_district";"village_code";') and kobo.endswith(
        '"_id";"_uuid";"_submission_time";"_validation_status";"_notes";"_status";"_submitted_by";"__version__";"_tags";'
        '"meta/rootUuid";"_index"'
    )
    with zipfile.ZipFile(write_export(tmp_path / "a.zip", form, rows.head(1), system="central", group="kunjungan").path) as made:
        assert made.namelist() == ["p2wkss_households_endline_3276.csv"]
        central = made.read(made.namelist()[0]).decode().splitlines()[0]
    assert central.startswith("SubmissionDate,start,end,deviceid,kunjungan-listed_district,") and central.endswith(
        ",meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,"
        "FormVersion"
    )


# --- mess -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def endline(tmp_path_factory):
    """A workbook with a baseline, prepared for the next year, the form of the endline, and its true answers."""
    folder = tmp_path_factory.mktemp("akhir")
    rows = some_rows("households", "endline", 14, np.random.default_rng(5)).assign(status="interviewed", note="benar")
    rows = rows.assign(interview_date=pd.Timestamp("2027-03-02").as_unit("us"))
    first = rows.assign(wave=0, registry_decile=3, interview_date=pd.Timestamp("2026-03-02"))
    this = write_filled(folder / "kota.xlsx", workbook(households=as_read("households", first)).tables, "id")
    city = check(next_year(check(this), folder / "kota-2027.xlsx", 2027).path)
    return city, p2.write_form(folder / "b.xlsx", city, wave="endline"), rows


def count(done, what: str) -> int:
    return int((done.events["what"] == what).sum())


def test_the_endline_joins_the_baseline_and_mess_is_told(endline, tmp_path):
    city, form, rows = endline
    rows = rows.head(11)
    mess = Mess(copies=2, edits=2, sent_again=1, rejected=2)
    made = write_export(tmp_path / "a.xlsx", form, rows, labels="id", mess=mess)
    original = city.path.read_bytes()
    done = p2.import_table(made.path, into=city, out=tmp_path / "baru.xlsx", lang="en")
    families = done.checked.tables["households"]
    assert done.checked.ok and done.added == len(rows) and city.path.read_bytes() == original
    pd.testing.assert_frame_equal(families[families["wave"] == 1].reset_index(drop=True), as_asked(form, rows))
    assert families.loc[families["wave"] == 0, "registry_decile"].eq(3).all()  # what the office filled in stays
    assert [count(done, what) for what in ("copy", "same", "rejected")] == [2, 1, 2]
    edited = done.events[done.events["what"] == "edited"]
    assert len(edited) == 2 and (edited["old"] + edited["new"] == "perlu dikunjungi lagibenar").all()
    assert done.checked.to_fill["households"]["household_id"].tolist() == ["KK-0011", "KK-0012", "KK-0013"]  # still prepared
    assert len(done.checked.to_fill["villages"]) == 63


def test_a_first_visit_entered_twice_alike_is_read_once_whatever_its_sign_looks_like(tmp_path):
    """Wave 0 is a key like any other; city, month and sign of a form, read together, may be sixteen digits like a card number."""
    city = p2.simulate_city("36.72", assisted=12, household_rule="draw", seed=1)
    baseline = city.tables["households"][city.tables["households"]["wave"] == 0].head(9)
    empty = {name: table.iloc[:0] for name, table in city.tables.items() if name not in ("settings", "sites")}
    form = p2.write_form(
        tmp_path / "f.xlsx", replace(city, tables={**city.tables, **empty}).write(tmp_path / "a.xlsx"), wave="baseline"
    )
    sign = "2026.11-986581d7"
    told = form.version
    made = write_export(tmp_path / "a.csv", form, baseline, mess=Mess(sent_again=2))
    made.path.write_text(made.path.read_text(encoding="utf-8-sig").replace(told, sign), encoding="utf-8")
    done = p2.import_table(made.path, into=tmp_path / "a.xlsx", out=tmp_path / "b.xlsx")
    assert done.checked.ok and done.checked.synthetic and done.added == 9 and count(done, "same") == 2


def test_the_command_imports_a_zip_without_a_mapping_and_says_what_it_left_out(endline, tmp_path, capsys):
    _, form, rows = endline
    mess = Mess(copies=2, edits=2, sent_again=1, rejected=2)
    made = write_export(tmp_path / "a.zip", form, rows.assign(status="joined_later"), system="central", mess=mess).path
    assert main(["import", str(made), "--out", str(tmp_path / "b.xlsx"), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    for part in ("19 submissions of ODK Central", "14 new lines", "left out: 2", "submission: 2, read once", "Central: 2;"):
        assert part in said
    (tmp_path / "lain.csv").write_text("nama,umur\nA,3\n")
    assert main(["import", str(tmp_path / "lain.csv"), "--out", str(tmp_path / "c.xlsx")]) == 2
    assert "--suggest" in capsys.readouterr().err


def test_a_family_sent_twice_stays_twice_with_both_times_and_phones(endline, tmp_path):
    _, form, rows = endline
    made = write_export(tmp_path / "a.csv", form, rows, mess=Mess(twice=1, half_sent=1), seed=1)
    done = p2.import_table(made.path, out=tmp_path / "b.xlsx", lang="en")
    assert len(done.checked.tables["households"]) == len(rows) and not done.checked.ok
    said = done.checked.faults["rule"][done.checked.faults["rule"].str.contains("more than once")].item()
    assert said.count("collect:HP") == 2 and "(Note)" in said and not done.checked.faults["rule"].str.contains("duplicate").any()
    assert done.events["what"].eq("half").sum() == 1 and "1 INCOMPLETE SUBMISSION NOT TAKEN: line " in done.sentence("en")


def test_another_dictionary_city_wave_or_synthetic_form_is_refused(endline, tmp_path):
    city, form, rows = endline
    old = write_export(tmp_path / "a.csv", form, rows, mess=Mess(old_form=2)).path
    with pytest.raises(DataFaults, match="kamus"):
        p2.import_table(old, out=tmp_path / "x.xlsx")
    clean = write_export(tmp_path / "b.csv", form, rows).path
    with pytest.raises(DataFaults, match=r"bukan 36\.72"):
        p2.import_table(clean, out=tmp_path / "x.xlsx", regency="36.72")
    lines = clean.read_text().splitlines()
    both = tmp_path / "c.csv"
    both.write_text("\n".join([*lines[:4], *(line.replace("_endline_", "_baseline_") for line in lines[4:])]))
    with pytest.raises(DataFaults, match="beberapa formulir"):
        p2.import_table(both, out=tmp_path / "x.xlsx")
    made_up = tmp_path / "d.csv"
    made_up.write_text(clean.read_text().replace(form.version, f"{form.version} synthetic"))
    with pytest.raises(DataFaults, match="sintetis"):
        p2.import_table(made_up, into=city, out=tmp_path / "x.xlsx")
    changed = write_export(tmp_path / "e.csv", form, rows.assign(wave=0, note="lain")).path
    with pytest.raises(
        DataFaults, match=r"KK-0000, gelombang 0 sudah ada di kota-2027\.xlsx"
    ):  # the form of another wave used again
        p2.import_table(changed, into=city, out=tmp_path / "x.xlsx")
    assert not (tmp_path / "x.xlsx").exists()


def test_a_later_report_updates_its_activity_and_another_one_is_refused(tmp_path):
    rows = some_rows("deliveries", None, 6, np.random.default_rng(3)).assign(done_percent=40.0, obstacle="hujan")
    city = write_filled(
        tmp_path / "kota.xlsx", workbook(deliveries=rows.head(4).assign(obstacle=[pd.NA, pd.NA, "hujan", "hujan"])).tables, "id"
    )
    form = p2.write_form(tmp_path / "f.xlsx", city, "deliveries")
    later = rows.assign(done_percent=[100.0, *[40.0] * 5])
    done = p2.import_table(write_export(tmp_path / "a.csv", form, later).path, into=city, out=tmp_path / "b.xlsx")
    told = done.events.loc[done.events["column"] == "done_percent", ["what", "line", "old", "new"]].to_numpy().tolist()
    assert told == [["updated", "1", "40", "100"]] and done.added == 2
    assert "isi yang sama: 2." in done.sentence("id") and "kosongnya diisi: 2." in done.sentence("id")
    pd.testing.assert_frame_equal(done.checked.tables["deliveries"], later)
    with pytest.raises(DataFaults, match="Realisasi kegiatan nomor 1 turun: Realisasi '100' menjadi '40'"):  # an older export
        p2.import_table(write_export(tmp_path / "o.csv", form, rows).path, into=done.path, out=tmp_path / "d.xlsx")
    wrong = write_export(tmp_path / "c.csv", form, rows.assign(activity="lain")).path
    with pytest.raises(DataFaults, match="kegiatan lain"):
        p2.import_table(wrong, into=city, out=tmp_path / "d.xlsx")


# --- scorecards -------------------------------------------------------------------------------------------------


def test_the_scorecard_of_a_contest_comes_back_by_its_rubric_and_is_scored(tmp_path):
    rubric = tmp_path / "lomba 2026.csv"
    rubric.write_text(
        "item;label;kind;weight;target;rule;source\nkebun/sayur;kebun sayur;yes_no;10;;;\nkebun sayur;luas kebun;percent;20;50;"
        "proportional;\njuri;angka juri, kerapian;points;7.5;;;\nbank-sampah;bank sampah;count;2;4;all_or_nothing;\n"
    )
    rows = some_scores(load_rubric(rubric), villages_of("32.76")["area_code"].tolist()[:9], np.random.default_rng(1))
    kota = write_filled(tmp_path / "kota.xlsx", workbook(scores=rows.head(8)).tables, "id")
    form = p2.write_form(tmp_path / "f.xlsx", kota, "scores", profile=rubric)
    made = write_export(tmp_path / "a.xlsx", form, rows, labels="id", group="penilaian/rt")
    with pytest.raises(WrongUse, match="“lomba_2026”.*--rubric"):
        p2.import_table(made.path, out=tmp_path / "x.xlsx")
    done = p2.import_table(made.path, into=kota, out=tmp_path / "b.xlsx", rubric=rubric)
    pd.testing.assert_frame_equal(done.checked.tables["scores"], as_asked(form, rows))
    assert done.added == 28 and done.checked.ok
    assert len(p2.scorecards(done.checked.tables, rubrics=[rubric]).cards) == 9


def test_two_scorecards_of_one_village_that_differ_are_one_fault_by_what_differs(tmp_path):
    rows = some_scores(known_profiles()["rbi"], villages_of("32.76")["area_code"].tolist()[:4], np.random.default_rng(2))
    form = p2.write_form(tmp_path / "f.xlsx", workbook(), "scores", profile="rbi")
    made = write_export(tmp_path / "a.csv", form, rows, mess=Mess(twice=1, copies=1, edits=1))
    done = p2.import_table(made.path, out=tmp_path / "b.xlsx", lang="en")
    assert len(done.checked.faults) == 1 and "(Note)" in done.checked.faults["rule"].item() and done.added == 75
    assert count(done, "copy") == 1 and (done.table("en")["column"] == "Note").sum() == 1


# --- what is strange, damaged or not ours -------------------------------------------------------------------------


def packed(path, **entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return path


def test_a_zip_is_named_for_what_it_is(tmp_path):
    inner = io.BytesIO()
    zipfile.ZipFile(inner, "w").close()
    for entries, said in (
        ({"../a.csv": "x"}, "menunjuk ke luar"),
        ({"/etc/a.csv": "x"}, "menunjuk ke luar"),
        ({"a.zip": inner.getvalue()}, "berkas terkemas"),
        ({"media/a.jpg": "x"}, "tidak memuat CSV"),
        ({"a.csv": "x,KEY\n1,2\n", "b.csv": "y,KEY\n1,2\n"}, "beberapa formulir"),
        ({"[Content_Types].xml": "x"}, "berkas Excel"),
        ({"a.csv": b"0" * 60_000_000}, "terlalu besar"),
    ):
        with pytest.raises(WrongUse, match=said):
            p2.import_table(packed(tmp_path / "a.zip", **entries), out=tmp_path / "x.xlsx")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 rusak")
    with pytest.raises(WrongUse, match="rusak"):
        p2.import_table(tmp_path / "b.zip", out=tmp_path / "x.xlsx")


def test_repeats_unknown_columns_and_card_numbers_are_told_and_never_shown(endline, tmp_path):
    _, form, rows = endline
    made = write_export(tmp_path / "a.zip", form, rows.head(2).assign(note=f"ibu {NIK}"), system="central").path
    with zipfile.ZipFile(made, "a") as more:
        more.writestr(f"{form.id}-anggota.csv", "nama,PARENT_KEY,KEY\nSiti,uuid:1,uuid:1/anggota[1]\n")
        more.writestr("media/foto.jpg", b"x")
    done = p2.import_table(made, out=tmp_path / "b.xlsx", lang="en")
    assert f"{form.id}-anggota (1 line)" in done.sentence("en") and done.columns["masked"].sum() == 2
    assert NIK not in done.sentence("en") + done.checked.faults.to_string() + (tmp_path / "b.xlsx").read_bytes().decode("latin1")
    table = pd.read_csv(write_export(tmp_path / "c.csv", form, rows.head(2)).path, sep=";", dtype=str, keep_default_na=False)
    table.assign(golongan_darah="A").drop(columns=["members", "p2wkss_form"]).to_csv(tmp_path / "d.csv", index=False)
    told = p2.import_table(tmp_path / "d.csv", out=tmp_path / "e.xlsx", lang="en")
    assert told.unused == ["golongan_darah"] and "the export lacks (1): " in told.sentence("en")
    assert texts.NO_VERSION.en in told.sentence("en")
