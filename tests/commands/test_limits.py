"""Every number on the command line has a limit, said in the help and refused in a sentence before any work."""

import re
import warnings

import pytest

from p2wkss_analysis import cli
from p2wkss_analysis.commands.documents import map as maps
from p2wkss_analysis.commands.line.limits import LIMITS, allowed, limits_of


def numbered() -> list[tuple]:
    commands = next(a for a in cli._parser("en")._actions if a.dest == "command").choices
    return [
        (name, action, parser)
        for name, parser in commands.items()
        for action in parser._actions
        if action.type in (int, float) or limits_of(name, action.dest) and action.nargs != 0
    ]


def line(parser, action, value: str) -> list[str]:
    """The command line with the option, and something for whatever else is required."""
    either = [group._group_actions for group in parser._mutually_exclusive_groups if group.required]
    others = [a for a in parser._actions if a.required and a is not action] + [
        group[0] for group in either if action not in group
    ]
    return [
        word
        for a, given in [*((a, "1") for a in others), (action, value)]
        for word in ([a.option_strings[0]] if a.option_strings else []) + [given]
    ]


@pytest.mark.parametrize(
    "name, action, parser", numbered(), ids=lambda x: getattr(x, "dest", None) or (x if isinstance(x, str) else "")
)
def test_a_number_beyond_its_limit_is_a_sentence(name, action, parser, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    limits = limits_of(name, action.dest)
    assert limits, f"p2wkss {name} --{action.dest} has no limit"
    assert allowed(limits).say("en") in " ".join(parser.format_help().split())
    for value in (f"{limits[1] + 1:.0f}", "9" * 15 + "1" * 10, "9" * 4000):
        assert cli.main([name, *line(parser, action, value), "--lang", "en"]) == 2
        said = capsys.readouterr().err
        assert value not in said and (
            allowed(limits).say("en") in said or action.dest == "seed" and "fewer than 16 digits" in said
        ), said
    assert not list(tmp_path.iterdir())


def test_years_are_years_and_a_list_is_read_number_by_number(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").touch()
    for words in (
        ["map", "--year", "0"],
        ["map", "--years", "2023,99999"],
        ["simulate", "--effect", "nan"],
        ["plan", "x.csv", "--for-years", "2,101"],
        ["households", "x.csv", "--n", "1", "--score", "x", "--quota", "x=2:" + "9" * 5000],
    ):
        assert cli.main([*words, *([] if words[0] in ("plan", "households") else ["--out", "a.png"]), "--lang", "id"]) == 2
        assert re.search(r"tahun 1900 sampai 2200|paling banyak|sampai 1.000.000", capsys.readouterr().err), words
    assert all(low < high for low, high in LIMITS.values())


def test_warnings_of_libraries_stay_with_the_programmer(monkeypatch):
    def draw_map(options):
        warnings.warn("in /usr/lib/somewhere.py", RuntimeWarning, stacklevel=1)
        return 0

    said = []
    monkeypatch.setattr(maps, "draw_map", draw_map)
    monkeypatch.delenv("P2WKSS_DEBUG", raising=False)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        monkeypatch.setattr(warnings, "showwarning", lambda *warning, **_: said.append(warning))
        assert cli.main(["map", "--out", "a.png"]) == 0 and not said
        monkeypatch.setenv("P2WKSS_DEBUG", "1")
        assert cli.main(["map", "--out", "a.png"]) == 0 and len(said) == 1
