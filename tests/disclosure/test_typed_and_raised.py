"""Card numbers that were typed on the command line or stand in an error: neither repeats them."""

import json
import pickle

import pandas as pd
import pytest
from card_numbers import FORMS, NIK, ODD, run, said

import p2wkss_analysis as p2
from p2wkss_analysis.say.errors import DataFaults, P2wkssError


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", NIK),
        ("check", f"{NIK}.xlsx"),
        ("report", "--data", f"{NIK}.xlsx", "--out", "."),
        ("target", f"{NIK}.csv", "--need", "a=higher"),
        ("target", "--regency", NIK),
        ("target", "--need", f"{NIK}=x"),
        ("draw", NIK, "--n", "1", "--seed", "1"),
        ("draw", "32.76.11.1001", NIK, "--n", "1", "--seed", "1"),
        ("map", "--indicator", NIK, "--out", "a.png"),
        ("template", f"{NIK}/a.xlsx", "--regency", NIK),
        ("simulate", "--out", f"/dev/null/{NIK}.csv"),
        ("simulate", "--out", "a.csv", "--places", NIK),
        ("collect", NIK),
        ("households", "a.csv", "--n", NIK, "--score", NIK),
        ("import", f"{NIK}.csv", "--mapping", f"{NIK}.json", "--out", "x.xlsx"),
        ("key", f"/dev/null/{NIK}"),
        (NIK,),
        ("score", f"{NIK}.xlsx"),
        ("explorer", "--data", f"{NIK}.xlsx", "--out", f"{NIK}.html"),
        ("check", "--lang", NIK),
    ],
    ids=lambda a: a[0] + " " + "".join("#" if NIK in part else part for part in a[1:]),
)
def test_what_was_typed_is_not_repeated(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    code, text = run(*arguments)
    assert code == 2 and not said(text), text


@pytest.mark.parametrize("form", ODD.values(), ids=ODD)
def test_an_odd_spelling_that_was_typed_is_not_repeated_either(form, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for arguments in (
        ("check", f"{form}.xlsx"),
        ("target", "--need", f"{form}=x"),
        ("draw", "32.76.11.1001", form, "--n", "1", "--seed", "1"),
        ("map", "--indicator", form, "--out", "a.png"),
        ("template", "a.xlsx", "--regency", form),
        ("households", "a.csv", "--n", form, "--score", form),
        ("key", f"/dev/null/{form}"),
        ("check", "--lang", form),
    ):
        code, text = run(*arguments)
        assert code == 2 and not said(text), (arguments[0], text)


def test_an_unexpected_error_is_shown_without_the_number(monkeypatch, tmp_path):
    def broken(options):
        raise KeyError(FORMS["plain"])

    monkeypatch.setattr("p2wkss_analysis.commands.template.write_workbook", broken)
    code, text = run("template", tmp_path / "a.xlsx")
    assert code == 2 and "KeyError" in text and not said(text)
    monkeypatch.setenv("P2WKSS_DEBUG", "1")
    code, text = run("template", tmp_path / "a.xlsx")
    assert code == 2 and "Traceback" in text and "[•••]" in text and not said(text)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_error_can_carry_one(form):
    error = P2wkssError(id=f"isi {form}", en=f"value {form}")
    faults = DataFaults([p2.say.errors.Fault(f"{form}.csv", form, 3, form, "", form, f"aturan {form}", f"perbaikan {form}")])
    for one in (error, faults):
        assert not said(str(one) + one.sentence("en") + repr(one) + str(one.args) + pickle.dumps(one.args).decode("latin-1"))
    assert not said(faults.table().to_csv() + str(faults.faults))


def test_json_keeps_long_decimals_and_masks_texts():
    from p2wkss_analysis.commands.line.show import records

    table = pd.DataFrame(
        {"share": [0.8333333333333334], "big": [float(NIK)], "whole": [int(NIK)], "text": [FORMS["spaces"]], NIK: ["x"]}
    )
    text = records(table)
    assert not said(text) and json.loads(text)[0]["share"] == 0.8333333333333334
