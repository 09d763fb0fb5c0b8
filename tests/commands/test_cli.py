"""The command line: exit codes, languages, and faults as a list."""

import json
import shutil

import pytest

from p2wkss_analysis.cli import main
from p2wkss_analysis.commands.texts import results
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW
from p2wkss_analysis.dictionary.tables import raw_folder


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(raw_folder(), tmp_path / "raw")
    return tmp_path


def test_check_says_all_is_well(capsys):
    assert main(["check", "--lang", "en"]) == 0
    assert results.ALL_WELL.en in capsys.readouterr().out


def test_check_lists_every_fault_and_ends_with_1(folder, capsys):
    path = folder / "raw" / "slum_cities.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("564.0", "lima").replace("32.76,2015", "32.99,2015"), encoding="utf-8"
    )
    assert main(["check", str(folder), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "slum_area_ha" in out and "32.99" in out and "sha256" in out
    assert main(["check", str(folder), "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)
    assert {f["column"] for f in faults} >= {"slum_area_ha", "regency_code"}


def test_wrong_use_ends_with_2_and_a_sentence(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere"), "--lang", "en"]) == 2
    assert "P2WKSS_DATA" in capsys.readouterr().err
    assert main(["report", "--format", "docs", "--out", str(tmp_path), "--lang", "en"]) == 2
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2


def test_seal_registers_a_change(folder, capsys):
    path = folder / "raw" / "slum_cities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("564.0", "563.0"), encoding="utf-8")
    assert main(["check", str(folder), "--seal", "--lang", "en"]) == 0
    assert "slum_cities" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0


@pytest.mark.parametrize("command", [[], ["report"], ["check"]])
def test_help(command, capsys):
    with pytest.raises(SystemExit) as caught:
        main([*command, "--help"])
    assert caught.value.code == 0 and "pemakaian" in capsys.readouterr().out


# --- where, whom, did it help ------------------------------------------------------------------------------


def run(capsys, *arguments):
    code = main([*arguments, "--lang", "en"])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_target_ranks_the_users_own_file(tmp_path, capsys):
    path = tmp_path / "kelurahan.csv"
    path.write_text(
        "area_code;name;poor;slum\n32.76.01.1006;Satu;5,5;10\n32.76.01.1007;Dua;9,25;40\n32.76.01.1008;Tiga;1,75;5\n",
        encoding="utf-8",
    )
    code, out, _ = run(
        capsys, "target", str(path), "--need", "poor=higher", "--need", "slum=higher", "--k", "1", "--draws", "500", "--json"
    )
    rows = json.loads(out)
    assert code == 0 and [r["name"] for r in rows] == ["Dua", "Satu", "Tiga"] and rows[0]["probability_top_k"] == 1.0


def test_target_on_the_village_index_writes_the_whole_ranking(tmp_path, capsys):
    code, out, _ = run(capsys, "target", "--regency", "36.04", "--draws", "200", "--out", str(tmp_path / "r.csv"))
    assert code == 0 and "By proxies, the places ranked first in Kab. Serang" in out
    assert len((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()) == 323


@pytest.mark.parametrize(
    "arguments",
    [
        ["target"],
        ["target", "--regency", "33.74"],
        ["target", "nowhere.csv", "--need", "a=higher"],
        ["target", "--regency", "36.04", "--k", "900"],
        ["target", "--regency", "36.04", "--need", "iks"],
        ["target", "--regency", "36.04", "--weight", "iks=0.9"],
        ["target", "--regency", "36.04", "--need", "nothere=higher"],
        ["draw", "a", "--n", "2", "--seed", "1"],
        ["draw", "a", "a", "--n", "1", "--seed", "1"],
        ["draw", "nowhere.csv", "--n", "1", "--seed", "1"],
        ["households", "nowhere.csv", "--n", "2", "--score", "need"],
        ["impact", "nowhere.csv", "--outcome", "x", "--better", "higher"],
        ["impact", "nowhere.csv"],
        ["simulate", "--out", "x.csv", "--rule", "magic"],
        ["map", "--out", "x.bmp"],
        ["map", "--out", "x.png", "--indicator", "joy"],
        ["map", "--out", "x.png", "--inside", "99"],
        ["map", "--out", "x.png", "--province", "Atlantis"],
        ["map", "--out", "x.png", "--inside", "32", "--province", "32"],
        ["map", "--out", "x.png", "--years", "2015-1x"],
    ],
)
def test_every_refusal_is_a_sentence_and_exit_code_2(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, *arguments)
    assert code == 2 and err.startswith("p2wkss: ") and "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_draw_prints_minutes_that_repeat(tmp_path, capsys):
    first = run(capsys, "draw", "32.76.11.1001", "32.76.11.1004", "--n", "1", "--seed", "2027")
    assert first == run(capsys, "draw", "32.76.11.1004", "32.76.11.1001", "--n", "1", "--seed", "2027") and first[0] == 0
    assert "2027" in first[1]


def test_households_keeps_the_list_off_the_screen(tmp_path, capsys):
    path = tmp_path / "kk.csv"
    lines = [f"h{i};{i};{1 + i % 3};{'ya' if i % 2 else 'tidak'}" for i in range(30)]
    path.write_text("household_id;need;rt;female_head\n" + "\n".join(lines), encoding="utf-8")
    code, out, _ = run(
        capsys,
        "households",
        str(path),
        "--n",
        "9",
        "--score",
        "need",
        "--per-group",
        "rt=2:4",
        "--quota",
        "female_head=3:",
        "--out",
        str(tmp_path / "list.csv"),
        "--public",
        str(tmp_path / "public.csv"),
    )
    assert code == 0 and "h29" not in out
    assert "h29" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert "h29" not in (tmp_path / "public.csv").read_text(encoding="utf-8-sig")
    code, _, err = run(capsys, "households", str(path), "--n", "9", "--score", "need", "--per-group", "rt=4:4")
    assert code == 2 and "rt" in err


def test_simulate_then_impact(tmp_path, capsys):
    path = tmp_path / "sim.csv"
    assert run(capsys, "simulate", "--out", str(path), "--places", "40", "--years", "10", "--effect", "3", "--seed", "4")[0] == 0
    assert "SYNTHETIC" in path.read_text(encoding="utf-8-sig")
    code, out, _ = run(
        capsys, "impact", str(path), "--outcome", "outcome", "--better", "higher", "--rule", "outcome,lowest,2,1", "--json"
    )
    rows = {r["method"]: r for r in json.loads(out)}
    headline = rows["history_adjusted"]
    assert code == 0 and headline["conf_low"] < 3 < headline["conf_high"]
    assert rows["before_after"]["p_value"] is None, "a method that misleads carries no p-value into a report"


def test_map_writes_a_picture(tmp_path, capsys):
    code, _out, _ = run(capsys, "map", "--out", str(tmp_path / "m.png"), "--sites")
    assert code == 0 and (tmp_path / "m.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "arguments",
    [
        ["target", "--regency", "36.04", "--seed", "-1"],
        ["simulate", "--out", "x.csv", "--seed", "-1"],
        ["simulate", "--out", "x.csv", "--years", "1"],
        ["simulate", "--out", "x.csv", "--effect", "nan"],
        ["simulate", "--out", "x.csv", "--places", "0"],
        ["simulate", "--out", "/proc/nothing/x.csv"],
        ["report", "--out", f"{__file__}/x"],
        ["map", "--out", "/proc/nothing/m.png"],
        ["draw", "32.76.01.1006", "32.76.01.1007", "--n", "1", "--seed", "1", "--out", "/proc/nothing/x.txt"],
        ["template", "/proc/nothing/x.xlsx"],
        ["template", "x.xlsx", "--regency", "99.99"],
        ["check", "nothing.xlsx"],
    ],
)
def test_no_traceback_and_nothing_written(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, *arguments)
    assert code == 2 and err.startswith("p2wkss: ") and "unexpected" not in err
    assert list(tmp_path.iterdir()) == []


def test_quotas_are_whole_numbers(tmp_path, capsys):
    path = tmp_path / "kk.csv"
    path.write_text("household_id,need,rt\na,1,1\nb,2,1\n", encoding="utf-8")
    for span in ("nan:5", "inf:", "1:1e400", "2.7:5", "2"):
        code, _, err = run(capsys, "households", str(path), "--n", "1", "--score", "need", "--per-group", f"rt={span}")
        assert code == 2 and "--per-group" in err


def test_template_and_check_go_together(tmp_path, capsys):
    book = str(tmp_path / "depok.xlsx")
    assert run(capsys, "template", book, "--regency", "32.76")[0] == 0
    assert run(capsys, "check", book)[0] == 0
    (tmp_path / "junk.xlsx").write_bytes(b"no workbook")
    code, out, _ = run(capsys, "check", str(tmp_path / "junk.xlsx"))
    assert code == 1 and "workbook" in out


def test_a_stop_by_the_user_is_quiet(monkeypatch, capsys):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("p2wkss_analysis.tables.intake.check_folder", stopped)
    assert run(capsys, "check")[0] == 130


def test_import_drafts_a_mapping_then_brings_the_export_in(tmp_path, capsys):
    export = tmp_path / "ekspor.csv"
    export.write_text("ID Keluarga;RT;Warna Rumah\nk1;1;biru\n", encoding="utf-8")
    mapping, book = str(tmp_path / "m.json"), str(tmp_path / "buku.xlsx")
    code, out, _ = run(capsys, "import", str(export), "--suggest", "households", "--mapping", mapping)
    assert code == 0 and "Warna Rumah" in out
    code, out, _ = run(capsys, "import", str(export), "--mapping", mapping, "--out", book, "--regency", "32.76")
    assert code in (0, 1) and "Warna Rumah" in out and (tmp_path / "buku.xlsx").exists()
    assert run(capsys, "import", str(export), "--mapping", mapping)[0] == 2


def test_codes_that_do_not_exist_are_refused(tmp_path, capsys):
    assert run(capsys, "draw", "32.76.99.9999", "32.76.11.1001", "--n", "1", "--seed", "3")[0] == 2
    path = tmp_path / "t.csv"
    path.write_text("area_code,x\n32.76.01.1006,1\n32.76.99.9999,2\n", encoding="utf-8")
    code, _, err = run(capsys, "target", str(path), "--need", "x=higher")
    assert code == 2 and "32.76.99.9999" in err


def test_a_filled_in_workbook_can_be_ranked(tmp_path, capsys):
    import openpyxl

    book = tmp_path / "depok.xlsx"
    assert run(capsys, "template", str(book), "--regency", "32.76")[0] == 0
    made = openpyxl.load_workbook(book)
    sheet = made["Villages"]
    head = [cell.value for cell in sheet[1]]
    value = head.index("low_decile_percent") + 1
    year = head.index("year") + 1
    for k, row in enumerate(range(FIRST_DATA_ROW, sheet.max_row + 1)):
        if sheet.cell(row, head.index("village_code") + 1).value:
            sheet.cell(row, value).value = 5 + k % 30
            sheet.cell(row, year).value = 2025
    made.save(book)
    code, out, err = run(capsys, "target", str(book), "--need", "low_decile_percent=higher", "--draws", "200", "--json")
    assert code == 0, out + err
    assert len(json.loads(out)) == 63


# --- help in the reader's language ------------------------------------------------------------------------


def _helps(lang):
    """{(command, option): help} of the whole command line."""
    from p2wkss_analysis.cli import _parser

    commands = next(a for a in _parser(lang)._actions if a.dest == "command").choices
    return {(name, a.dest): a.help for name, made in commands.items() for a in made._actions}


def test_every_option_of_every_command_is_explained_in_both_languages():
    indonesian, english = _helps("id"), _helps("en")
    assert indonesian.keys() == english.keys()
    assert all(indonesian.values()) and all(english.values())
    same = {key for key in indonesian if indonesian[key] == english[key]}
    assert all(" " not in word for key in same for word in english[key].split(", ")), same  # lists of names alone may be equal


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["draw", "--lang", "id"], "Yang wajib belum diberikan: candidates, --n"),
        (["draw", "32.76", "--n", "1", "--lang", "id"], "Berikan salah satu dari --seed --list-only"),
        (["drow", "--lang", "id"], "tidak dikenal; pilih salah satu dari"),
        (["plan", "x", "--draws", "k", "--lang", "id"], "--draws: 'k' bukan bilangan bulat"),
        (["draw", "--lang", "en"], "Required but not given: candidates, --n"),
    ],
)
def test_wrong_use_is_said_in_the_language_asked_for(arguments, words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2 and words in capsys.readouterr().err


def _options_with_one_value():
    from p2wkss_analysis.cli import _parser

    commands = next(a for a in _parser("en")._actions if a.dest == "command").choices
    return [(name, a) for name, made in commands.items() for a in made._actions if a.option_strings and a.nargs != 0]


@pytest.mark.parametrize("name, option", _options_with_one_value(), ids=lambda x: x if isinstance(x, str) else x.dest)
def test_an_option_with_one_value_is_not_taken_twice(name, option, capsys):
    """The last would win without a word; options that collect their values are meant to be repeated."""
    value, word = option.choices[0] if option.choices else "1", option.option_strings[0]
    if isinstance(option.default, list) or type(option).__name__ == "_AppendAction":
        assert "repeated" in option.help
        return
    with pytest.raises(SystemExit) as stopped:
        main([name, word, value, word, value])
    assert stopped.value.code == 2 and f"{word} diberikan dua kali" in capsys.readouterr().err
