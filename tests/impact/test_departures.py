"""A protocol fixed beforehand and what was done otherwise."""

import json
from functools import partial

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.impact.protocol import departures, protocol, read_protocol
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


@pytest.fixture
def panel():
    return p2.Panel.from_table(simulate_panel(seed=1).table(), outcome="outcome", better="higher")


def test_keeping_to_the_protocol_is_silent_and_departing_is_said(tmp_path, panel):
    fixed = protocol(panel, p2.SelectionRule())
    fixed.save(tmp_path / "p.json")
    again = read_protocol(tmp_path / "p.json")
    assert again.hash == fixed.hash and departures(again, protocol(panel, p2.SelectionRule())) == []
    said = departures(again, protocol(panel, p2.SelectionRule(lag=2), method="staggered"), "en")
    assert len(said) == 2 and all(s.startswith("Departs") for s in said)
    table = simulate_panel(seed=1).table()
    fewer = table[~table["area_code"].isin(panel.sites()["unit"].head(1))]
    other = p2.Panel.from_table(fewer, outcome="outcome", better="higher")
    assert any("sites" in s for s in departures(again, protocol(other, p2.SelectionRule()), "en"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sites": [1]}', "no json"])
def test_another_file_is_no_protocol(tmp_path, text):
    (tmp_path / "p.json").write_text(text)
    with pytest.raises(WrongUse):
        read_protocol(tmp_path / "p.json")


@pytest.mark.parametrize(
    "change",
    [{"date": 5}, {"date": "soon"}, {"outcome": None}, {"method": ["x"]}, {"rule": []}, {"scale": 1}, {"outcome": "\ud800"}]
    + [{"sites": [["a", float("inf")]]}],
)
def test_a_protocol_with_a_part_of_another_kind_is_none(tmp_path, panel, change):
    (tmp_path / "p.json").write_text(json.dumps({**json.loads(protocol(panel).text()), **change}))
    with pytest.raises(WrongUse):
        read_protocol(tmp_path / "p.json")


def test_the_command_line_keeps_and_prints_the_hash(tmp_path, monkeypatch, capsys):
    from p2wkss_analysis.cli import main

    monkeypatch.setattr(
        "p2wkss_analysis.impact.plan.plan", partial(p2.plan, panels=6)
    )  # how large an effect must be is not asked

    data, file = str(tmp_path / "s.csv"), str(tmp_path / "p.json")
    assert main(["simulate", "--out", data, "--places", "30", "--lang", "en"]) == 0
    common = [
        data,
        "--outcome",
        "outcome",
        "--better",
        "higher",
        "--rule",
        "outcome,lowest,2,1",
        "--lang",
        "en",
        "--protocol",
        file,
    ]
    assert main(["plan", *common, "--sites", "1", "--for-years", "1", "--draws", "99"]) == 0
    digest = read_protocol(file).hash[:12]
    assert digest in capsys.readouterr().out
    assert main(["impact", *common, "--draws", "99"]) == 0
    out = capsys.readouterr().out
    assert digest in out and "Departs" not in out
    assert main(["plan", *common, "--sites", "1", "--for-years", "1", "--draws", "99"]) == 2  # never over another
