"""The notebook of a city run on workbooks as offices have them: whole, empty, faulty; nothing of a household is kept."""

import json
import os
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import nbformat
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.disclosure.privacy import write_key
from p2wkss_analysis.display import Unanswered

ROOT = Path(__file__).resolve().parents[1]
YOURS = ROOT / "notebooks" / "06_your_city.ipynb"


def outputs(path):
    """Every output of a notebook as text, pictures as the word PNG."""
    found = []
    for cell in nbformat.read(path, 4).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            found += [
                output.get("text", ""),
                data.get("text/plain", ""),
                data.get("text/html", ""),
                "PNG" * ("image/png" in data),
            ]
    return "\n".join(filter(None, found))


@pytest.fixture(scope="module")
def city():
    return p2.simulate_city("36.72", seed=5)


@pytest.fixture(scope="module")
def whole(city, tmp_path_factory):
    """A notebook in English of a whole workbook with family card numbers in it, run as a person would."""
    folder = tmp_path_factory.mktemp("kota")
    households = city.tables["households"]
    numbers = {key: f"3672{i % 28 + 1:02d}0101{i:06d}" for i, key in enumerate(households["household_id"].unique())}
    cards = households.assign(no_kk=households["household_id"].map(numbers))
    path = replace(city, tables={**city.tables, "households": cards}).write(folder / "kota.xlsx", "en")
    key = write_key(folder / "kota.key")
    out = folder / "hasil.ipynb"
    assert (
        main(["notebook", str(path), "--out", str(out), "--lang", "en", "--draws", "99", "--sites", "2", "--key", str(key)]) == 0
    )
    return out, set(numbers.values()), set(households["household_id"])


@pytest.mark.extended
def test_a_whole_workbook_is_answered_from_check_to_effect_in_its_language(whole):
    text = outputs(whole[0])
    for word in (
        "No faults.",
        "SYNTHETIC DATA",
        "the highest need scores",
        "Chance of being chosen",
        "Rank of need when chosen",
        "assisted households",
        "activities were due",
        "slum score",
        "than expected had they not been sites",
        "What is estimated",
    ):
        assert word in text, word
    assert text.count("PNG") == 5 and "Peringkat" not in text and "Keluarga" not in text
    assert any(" and " in said.split("Weights:")[0] for said in text.split("the highest need scores are those of")[1:]), (
        "two sites were asked for"
    )


@pytest.mark.extended
def test_no_card_number_no_pseudonym_and_no_household_is_in_the_notebook(whole):
    path, cards, ids = whole
    written = path.read_text(encoding="utf-8")
    read = re.sub(r'"image/png": "[^"]*"', "", written)
    assert not [number for number in cards if number in read] and not re.search(r"KK-[0-9a-f]{20}", read)
    assert not re.search(r"(?<![\w.])\d{16}(?![\w.])", read)
    assert not [key for key in ids if re.search(rf"\b{re.escape(key)}\b", read)]


@pytest.mark.extended
def test_the_notebook_is_whole_and_keeps_no_record_of_the_machine(whole):
    book = json.loads(whole[0].read_text(encoding="utf-8"))
    assert "papermill" not in book["metadata"] and not any(
        "papermill" in c["metadata"] or "execution" in c["metadata"] for c in book["cells"]
    )
    code = [c for c in book["cells"] if c["cell_type"] == "code"]
    assert all(c["execution_count"] for c in code) and not any(o["output_type"] == "error" for c in code for o in c["outputs"])
    assert not any("stderr" == o.get("name") for c in code for o in c["outputs"]), "no bar, no warning"


def test_an_empty_workbook_runs_to_the_end_and_says_what_is_missing(tmp_path, capsys):
    path = p2.write_template(tmp_path / "kosong.xlsx", "32.76", "id")
    assert main(["notebook", str(path), "--out", str(tmp_path / "kosong.ipynb"), "--draws", "99"]) == 0
    text = outputs(tmp_path / "kosong.ipynb")
    for sentence in (
        "Lembar Desa-Kelurahan belum berisi angka",
        "Lembar Keluarga belum berisi keluarga",
        "Lembar Kegiatan belum berisi kegiatan",
        "Belum dapat dijawab apakah program berdampak",
    ):
        assert sentence in text, sentence
    assert "PNG" not in text and "Traceback" not in text and "SINTETIS" not in text
    assert "Notebook ditulis" in capsys.readouterr().out


def test_what_a_run_keeps_for_a_while_lies_where_the_next_run_takes_it_away(tmp_path, monkeypatch):
    seen = {}

    def run(template, *_, **__):
        seen.update(os.environ, within=tempfile.gettempdir())
        return nbformat.read(template, 4)

    before = tempfile.gettempdir()
    monkeypatch.setattr("papermill.execute_notebook", run)
    monkeypatch.setattr("p2wkss_analysis.files.homeless.has_home", lambda: False)  # Jupyter stops where there is none
    assert main(["notebook", "--out", str(tmp_path / "a.ipynb")]) == 0
    assert tempfile.gettempdir() == before
    places = [Path(seen[name]) for name in ("TMPDIR", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR")]
    assert seen["within"] == seen["TMPDIR"] and seen["HOME"] == str(places[0].parent)
    assert len({place.parent for place in places}) == 1 and places[0].parent.name.startswith("p2wkss-")
    assert not places[0].exists()


def test_faults_are_listed_and_nothing_runs(city, tmp_path, capsys):
    villages = city.tables["villages"].copy()
    villages.loc[3, "low_decile_percent"] = 130.0
    villages.loc[5, "village_code"] = "99.99.99.9999"
    path = replace(city, tables={**city.tables, "villages": villages}).write(tmp_path / "salah.xlsx", "id")
    assert main(["notebook", str(path), "--out", str(tmp_path / "hasil.ipynb")]) == 1
    seen = capsys.readouterr()
    assert "2 kesalahan" in seen.out and "KK pada desil 1" in seen.out and "Traceback" not in seen.out + seen.err
    assert not (tmp_path / "hasil.ipynb").exists()
    with pytest.raises(p2.P2wkssError) as stopped:
        p2.check(path, "id").usable_tables()
    assert len(stopped.value.faults) == 2 and stopped.value._render_traceback_() == [str(stopped.value)]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--out", "hasil.html"],
        ["--out", "hasil.ipynb", "--as-of", "besok"],
        ["--out", "hasil.ipynb", "--draws", "5"],
        ["--out", "hasil.ipynb", "--sites", "-1"],
        ["--out", str(YOURS)],
        ["tidak-ada.xlsx", "--out", "hasil.ipynb"],
    ],
)
def test_wrong_use_is_told_before_any_work(wrong, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    before = YOURS.read_bytes()
    assert main(["notebook", *wrong]) == 2
    said = capsys.readouterr().err
    assert said.startswith("p2wkss: ") and "Traceback" not in said
    assert YOURS.read_bytes() == before and not list(tmp_path.iterdir())


@pytest.mark.parametrize("missing", ["papermill", "ipykernel"])
def test_where_jupyter_is_not_installed_the_command_says_what_to_install(missing, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(["notebook", "--out", str(tmp_path / "hasil.ipynb"), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert f"install {missing} first" in said and '".[lab]"' in said and not list(tmp_path.iterdir())


def test_the_stored_notebook_is_synthetic_and_says_so():
    book = nbformat.read(YOURS, 4)
    parameters = [c for c in book.cells if "parameters" in c.metadata.get("tags", [])]
    assert len(parameters) == 1 and 'workbook = ""' in parameters[0].source
    assert (
        "DATA SINTETIS" in outputs(YOURS) and "data sintetis" in book.cells[0].source and "synthetic data" in book.cells[0].source
    )
    assert not any(o.get("name") == "stderr" for c in book.cells for o in c.get("outputs", []))


def test_what_is_asked_of_something_unanswered_is_unanswered_and_a_fault_in_a_program_is_not_hidden():
    nothing = p2.ask(p2.need_index, pd.DataFrame({"area_code": ["32.76.01.1001"]}), {"absent": "higher"})
    assert isinstance(nothing, Unanswered) and not nothing and not list(nothing)
    assert (
        p2.ask(nothing.stability(3).table, 1) is nothing
        and p2.ask(max, [1], key=nothing) is nothing
        and nothing["score"][0] is nothing
    )
    assert (
        nothing.table("id")["x"].head() is nothing
        and p2.show(nothing.table()) is nothing
        and nothing.sentence("id") in nothing.html("id")
        and nothing.sentence("id") != nothing.sentence("en")
    )
    assert not hasattr(nothing, "_repr_svg_")
    with pytest.raises(ZeroDivisionError):
        p2.ask(lambda: 1 / 0)


def test_notebooks_are_written_as_they_are_and_only_once_changed_ones_stop_it(tmp_path, capsys):
    assert main(["notebooks", str(tmp_path / "baru")]) == main(["notebooks", str(tmp_path / "baru")]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "baru").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (ROOT / "notebooks").glob("*.ipynb")}
    (tmp_path / "baru" / YOURS.name).write_text("{}", encoding="utf-8")
    assert main(["notebooks", str(tmp_path / "baru")]) == 2
    assert YOURS.name in capsys.readouterr().err
