"""Card numbers in open tables, exports, draws and pictures: refused by cell, or not shown."""

import io
import json
import re

import pandas as pd
import pytest
from card_numbers import FORMS, NIK, ODD, OTHER, everything, run, said

import p2wkss_analysis as p2
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import WrongUse


def csv(path, text: str):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "where, form",
    [
        ("heading", FORMS["plain"]),
        ("key", FORMS["dashes"]),
        ("number", FORMS["plain"]),
        *(("other column", form) for form in FORMS.values()),
    ],
    ids=lambda text: re.sub(r"\d", "#", text),
)
def test_open_tables_with_such_a_number_are_refused_by_cell(tmp_path, form, where):
    (tmp_path / "masuk").mkdir()
    out = tmp_path / "keluar"
    out.mkdir()
    table = pd.DataFrame(
        {
            "area_code": [f"32.76.11.100{n}" for n in range(1, 8)],
            "year": 2020,
            "poor": range(7),
            "household_id": [f"K{n}" for n in range(7)],
            "rt": "01",
            "programme_year": "",
            "name": "x",
            "ya": "ya",
        }
    ).astype(object)
    if where == "heading":
        table[form] = "x"
    else:
        table.loc[3, {"other column": "name", "key": "household_id", "number": "poor"}[where]] = form
    file = tmp_path / "masuk" / "calon.csv"
    table.to_csv(file, index=False, sep=";")
    for arguments in (
        ("target", file, "--need", "poor=higher", "--out", out / "t.csv"),
        ("draw", file, "--n", 2, "--seed", 1, "--out", out / "d.txt"),
        (
            "households",
            file,
            "--n",
            2,
            "--score",
            "poor",
            "--per-group",
            "rt=0:5",
            "--quota",
            "ya=0:",
            "--out",
            out / "h.csv",
            "--public",
            out / "p.csv",
        ),
        ("impact", file, "--outcome", "poor", "--better", "lower", "--ledger", out / "l.csv"),
        ("plan", file, "--outcome", "poor", "--better", "lower"),
        ("map", "--table", file, "--column", "poor", "--inside", "32.76", "--out", out / "m.svg"),
    ):
        code, text = run(*arguments)
        assert code in (1, 2) and not said(everything(out, text)), (arguments[0], text[:800])
        code, text = run(*arguments, *(["--json"] if arguments[0] != "map" else []), lang="en")
        assert not said(everything(out, text)), (arguments[0], text[:800])


def test_odd_spellings_in_an_open_table_are_refused_all_at_once(tmp_path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "keluar").mkdir()
    odd = list(ODD.values())
    codes = [f"32.76.11.1{n:03d}" for n in range(1, len(odd) + 1)]
    table = pd.DataFrame(
        {"area_code": codes, "poor": range(len(odd)), "household_id": [f"K{n}" for n in range(len(odd))], "rt": "01", "name": odd}
    )
    file = tmp_path / "masuk" / f"calon {ODD['children']}.csv"
    table.to_csv(file, index=False, sep=";")
    for arguments in (
        ("target", file, "--need", "poor=higher", "--out", tmp_path / "keluar" / "t.csv"),
        ("draw", file, "--n", 1, "--seed", 1),
        ("households", file, "--n", 2, "--score", "poor", "--out", tmp_path / "keluar" / "h.csv"),
    ):
        code, text = run(*arguments, *([] if arguments[0] == "households" else ["--json"]))
        assert code == 1 and not said(everything(tmp_path / "keluar", text)), (arguments[0], text[:800])
        assert text.count("[•••]") >= len(odd) or arguments[0] == "households"
    for column in ("household_id", "rt"):
        for form in odd:
            with pytest.raises(WrongUse) as refused:
                p2.select_households(table.drop(columns="name").assign(**{column: [form, *table[column][1:]]}), 2, "poor").public(
                    "rt"
                )
            assert not said(str(refused.value)), form


def test_a_seed_that_is_printed_is_no_number_of_a_person(tmp_path):
    for seed in (NIK, f"{OTHER}12"):
        for arguments in (
            ("draw", "32.76.11.1001", "32.76.11.1002", "--n", 1, "--out", tmp_path / "b.txt"),
            ("draw", "32.76.11.1001", "--n", 1, "--json"),
            ("simulate", "--out", tmp_path / "a.csv"),
            ("impact",),
            ("notebook", "--out", tmp_path / "a.ipynb"),
        ):
            code, text = run(*arguments, "--seed", seed)
            assert code == 2 and not said(everything(tmp_path, text)) and "NIK" in text, (arguments[0], text)
    with pytest.raises(WrongUse):
        p2.draw_lots(["32.76.11.1001", "32.76.11.1002"], 1, int(NIK))


@pytest.mark.parametrize("form", [*FORMS.values(), *ODD.values()], ids=[*FORMS, *ODD])
def test_minutes_and_pictures_say_none(form):
    drawn = p2.draw_lots(["32.76.11.1001", "32.76.11.1002"], 1, 7)
    assert not said(
        drawn.minutes("id", names={"32.76.11.1001": form}, place=form)
        + drawn.minutes("en", names={"32.76.11.1002": form}, place=form)
    )
    from p2wkss_analysis.pictures.picture import Block, Entry, page

    picture, _ = page(title=form, notes=[form, "sumber"], body=1, legend=(Block(form, (Entry(form),)),))
    picture.carry(pd.DataFrame({"a": [1]}), Text(form, form))
    assert not said(picture.svg("id") + picture.svg("en") + repr(picture))
    buffer = io.BytesIO()
    picture.savefig(buffer, format="svg", metadata={"Date": None})
    assert not said(buffer.getvalue().decode("utf-8"))


def test_households_by_function(tmp_path):
    table = pd.DataFrame({"household_id": [*FORMS.values()][:6], "need": range(6), "rt": "01"})
    for one in FORMS.values():
        with pytest.raises(WrongUse) as refused:
            p2.select_households(table.assign(household_id=[one, *"abcde"]), 2, "need")
        assert not said(str(refused.value) + refused.value.sentence("en") + str(refused.value.args))
    plain = table.assign(household_id=[f"KK-{n}" for n in range(6)])
    with pytest.raises(WrongUse) as refused:
        p2.select_households(plain, 2, "need", include={NIK: "promised"})
    assert not said(str(refused.value))
    with pytest.raises(WrongUse) as refused:
        p2.select_households(plain.assign(rt=NIK), 2, "need").public("rt")
    assert not said(str(refused.value))
    assert p2.select_households(plain, 2, "need").table()["household_id"].tolist() == [
        "KK-5",
        "KK-4",
        "KK-3",
        "KK-2",
        "KK-1",
        "KK-0",
    ]  # as given


def test_minutes_of_a_draw_are_public():
    drawn = p2.draw_lots(["32.76.11.1001", "32.76.11.1002"], 1, 7)
    assert not said(drawn.minutes("id", names={"32.76.11.1001": FORMS["dots"], "32.76.11.1002": NIK}))


def test_long_decimals_are_numbers_and_no_cards(tmp_path):
    table = pd.DataFrame(
        {
            "area_code": [f"32.76.11.100{n}" for n in range(1, 8)],
            "poor": [NIK[:2] + "." + NIK[2:]] * 3 + ["0.8333333333333334"] * 4,
            "other": "12.760155039000012",
        }
    )
    table.to_csv(tmp_path / "a.csv", index=False)
    code, text = run("target", tmp_path / "a.csv", "--need", "poor=higher", "--draws", "100")
    assert code == 0, text


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_export_keeps_its_numbers_to_itself(tmp_path, key, form):
    (tmp_path / "masuk").mkdir()
    out = tmp_path / "keluar"
    out.mkdir()
    export = csv(
        tmp_path / "masuk" / f"ekspor_{NIK}.csv",
        f"Data {form}\nno;NIK;Nomor KK;desa;rt;{form};ket\n1;{form};{form};3276111001;4;x;{form}\n2;{form};;3276111001;5;y;\n",
    )
    rows = {"no": "household_id", "Nomor KK": "no_kk", "desa": "village_code", "rt": "rt", "ket": "note"}
    mapping = tmp_path / "masuk" / f"peta_{NIK}.json"
    mapping.write_text(
        json.dumps(
            {"sheet": "households", "columns": rows, "constants": {"wave": "0", "assisted": "ya", "status": "interviewed"}}
        )
    )
    for flag in ([], ["--json"]):
        target = out / f"kota{len(flag)}.xlsx"
        code, text = run("import", export, "--mapping", mapping, "--out", target, "--key", key, "--regency", "32.76", *flag)
        assert code in (0, 1) and target.exists() and not said(everything(out, text)), text
    assert run("import", export, "--mapping", mapping, "--out", out / "tanpa.xlsx")[0] == 2 and not (out / "tanpa.xlsx").exists()
    code, text = run("import", export, "--suggest", "households", "--mapping", out / "usul.json")
    assert not said(everything(out, text)), text
    for bad in (
        {"constants": {"note": form}},
        {"columns": {"no": form}},
        {form: 1},
        {"values": {"note": {"a": form}}},
        {"columns": {form: "note", "tidak ada": "rt"}},
    ):
        mapping.write_text(json.dumps({"sheet": "households", "columns": {"no": "household_id"}} | bad))
        code, text = run("import", export, "--mapping", mapping, "--out", out / "salah.xlsx")
        assert code == 2 and not said(everything(out, text)), (bad, text)
