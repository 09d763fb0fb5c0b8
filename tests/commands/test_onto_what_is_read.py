"""No command writes onto what it reads, by whatever path; it says so before it begins."""

import os
import shutil
import socket
import time
import unicodedata
from pathlib import Path

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis import cli
from p2wkss_analysis.commands.line.given_paths import Read, Written, WrittenInto
from p2wkss_analysis.dictionary.tables import raw_folder
from p2wkss_analysis.files.atomic import write_atomically, write_new
from p2wkss_analysis.files.opening import one_run, read_bytes
from p2wkss_analysis.files.overwriting import allow_writing
from p2wkss_analysis.say.errors import WrongUse

OWN = b"typed in for weeks"
WORDS = {  # every option whose value is no path. A new option stands here, or says that it is Read, Written or WrittenInto.
    "action",
    "regency",
    "chosen",
    "paper",
    "level",
    "village",
    "sheet",
    "need",
    "weight",
    "normalise",
    "aggregate",
    "score",
    "then",
    "per_group",
    "quota",
    "include",
    "exclude",
    "by",
    "draw_within",
    "outcome",
    "ranking",
    "group",
    "rule",
    "sites",
    "for_years",
    "indicator",
    "method",
    "column",
    "code",
    "province",
    "years",
    "inside",
    "classes",
    "label",
    "unit",
    "source",
    "title",
    "as_of",
    "formats",
    "profile",
    "profiles",
    "suggest",
    "city",
    "household_rule",
    "seed_source",
    "note",
    "memory",
    "line",
    "source_name",
    "table",
}


def commands() -> dict:
    """Name of a command to its parser."""
    return next(a for a in cli._parser("en")._actions if a.dest == "command").choices


def options(parser) -> list:
    return [a for a in parser._actions if a.nargs != 0 and a.choices is None]


def spelt(parser, values: dict) -> list[str]:
    """A command line with the given values, and something for whatever else is required."""
    values = {"action": "add"} | values  # `data add`; alone, it may be a table's name
    line = [next(iter(a.choices)) for a in parser._actions if a.choices and not a.option_strings]
    either = [group._group_actions[0] for group in parser._mutually_exclusive_groups if group.required]
    for action in options(parser):
        value = values.get(
            action.dest, {int: "1", float: "1"}.get(action.type, "x") if action.required or action in either else None
        )
        if value is not None:
            line += [action.option_strings[0], str(value)] if action.option_strings else [str(value)]
    return line


PAIRS = [
    (name, one.dest, other.dest)
    for name, parser in commands().items()
    for one in options(parser)
    for other in options(parser)
    if one.type is Read and other.type in (Written, WrittenInto)
]
OUTPUTS = [
    (name, one.dest) for name, parser in commands().items() for one in options(parser) if one.type in (Written, WrittenInto)
]


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "kota é.xlsx"
    path.write_bytes(OWN)
    return path


@pytest.mark.parametrize("command, written", OUTPUTS)
def test_no_result_takes_the_name_of_what_was_published(command, written, own, capsys):
    for name in ("kota é.xlsx.terbit.json", "./lain.xlsx.TERBIT.json"):
        line = spelt(
            commands()[command], {written: name, **{a.dest: own for a in options(commands()[command]) if a.type is Read}}
        )
        assert cli.main([command, *line, "--lang", "en"]) == 2
        said = capsys.readouterr().err
        assert "record of published numbers" in said and "Choose another name" in said, said
    assert [p.name for p in Path().iterdir()] == [own.name] and own.read_bytes() == OWN


def test_every_option_says_whether_its_file_is_read_or_written():
    for name, parser in commands().items():
        for action in options(parser):
            assert action.type in (int, float, Read, Written, WrittenInto) or action.dest in WORDS, f"p2wkss {name} {action.dest}"


@pytest.mark.parametrize("command, read, written", PAIRS)
def test_no_command_writes_onto_a_file_that_it_reads(command, read, written, own, capsys):
    line = spelt(commands()[command], {read: own, written: "./kota é.xlsx"})
    assert cli.main([command, *line, "--lang", "en"]) == 2
    assert "is read here" in capsys.readouterr().err and own.read_bytes() == OWN and list(own.parent.iterdir()) == [own]


@pytest.mark.parametrize("command, written", OUTPUTS)
def test_no_command_writes_onto_the_key_of_the_environment_or_an_open_table(command, written, own, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(own))
    shutil.copytree(raw_folder(), tmp_path / "data" / "raw")
    monkeypatch.setenv("P2WKSS_DATA", str(tmp_path / "data"))
    for path in (own, tmp_path / "data" / "raw" / "slum_cities.csv"):
        before = path.read_bytes()
        assert cli.main([command, *spelt(commands()[command], {written: path}), "--lang", "en"]) == 2
        assert "is read here" in capsys.readouterr().err and path.read_bytes() == before


READS = [(name, a.dest) for name, parser in commands().items() for a in options(parser) if a.type is Read]


@pytest.mark.parametrize("command, read", READS)
def test_no_command_waits_for_a_pipe_or_reads_a_device(command, read, own, tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as there:
        there.bind("socket")
    for path in ("pipe", "socket", "/dev/zero"):
        assert cli.main([command, *spelt(commands()[command], {read: path}), "--lang", "en"]) == 2
        assert "is not an ordinary file" in capsys.readouterr().err


def spellings(own: Path) -> dict[str, str]:
    """Other paths to the same file."""
    folder = own.parent
    (folder / "inner").mkdir()
    os.symlink(own, folder / "link.csv")
    os.symlink(folder / "link.csv", folder / "link of link.csv")
    os.symlink(folder, folder / "inner" / "folder")
    os.link(own, folder / "hard.csv")
    found = {
        "absolute": own,
        "relative": own.name,
        "up": f"inner/../{own.name}",
        "up through a link": f"inner/folder/inner/../{own.name}",
        "link": "link.csv",
        "link of link": "link of link.csv",
        "folder that is a link": f"inner/folder/{own.name}",
        "hard link": "hard.csv",
        "slashes": f".//{own.name}",
    }
    capitals, composed = folder / own.name.upper(), folder / unicodedata.normalize("NFD", own.name)
    return {k: str(v) for k, v in found.items()} | {str(p): str(p) for p in (capitals, composed) if p.exists()}


def test_neither_does_it_by_another_spelling(own, capsys):
    for how, path in spellings(own).items():
        for line in (
            ["target", str(own), "--need", "x=higher", "--out", path],
            ["target", path, "--need", "x=higher", "--out", str(own)],
        ):
            assert cli.main([*line, "--lang", "en"]) == 2, how
            assert "is read here" in capsys.readouterr().err, how
    assert own.read_bytes() == OWN


def test_two_results_are_two_files(own, capsys):
    own.write_text("household_id,need\na,1\nb,2\n")
    line = ["households", str(own), "--n", "1", "--score", "need", "--lang", "en", "--out"]
    for one, other in (
        ("list.csv", "list.csv"),
        ("list.csv", "./LIST.csv"),
        (unicodedata.normalize("NFC", "é.csv"), unicodedata.normalize("NFD", "é.csv")),
    ):
        assert cli.main([*line, one, "--public", other]) == 2
        assert "two results" in capsys.readouterr().err and not Path(one).exists()


def test_the_file_that_a_report_in_a_folder_becomes_is_asked_too(own, monkeypatch):
    monkeypatch.setattr("p2wkss_analysis.reporting.write._document", lambda *given: (None, "kota é"))
    monkeypatch.setattr("p2wkss_analysis.reporting.write.evidence_last", lambda document: document)
    monkeypatch.setattr("p2wkss_analysis.reporting.write._render", lambda name, document: b"PK\3\4")
    with pytest.raises(WrongUse, match="dibaca di sini"):
        p2.report(own.parent, own, formats=["xlsx"])
    assert own.read_bytes() == OWN
    assert p2.report(own.parent, own, formats=["docx"])[0].exists()


def test_functions_refuse_the_same(own, tmp_path):
    export, mapping = tmp_path / "x.csv", tmp_path / "x.json"
    export.write_text("a\n1\n"), mapping.write_text("{}")
    for call in (
        lambda: p2.report(own, own),
        lambda: p2.report(tmp_path / "a.html", own, key=tmp_path / "a.html"),
        lambda: p2.explorer(own.rename(tmp_path / "page.html"), tmp_path / "page.html"),
        lambda: p2.check(tmp_path / "page.html", marked=tmp_path / "page.html"),
        lambda: p2.check(tmp_path / "page.html", marked=export, key=export),
        lambda: p2.import_table(export, mapping, export),
        lambda: p2.import_table(export, mapping, mapping),
        lambda: p2.write_template(export),
        lambda: p2.write_rubric_template(export),
    ):
        with pytest.raises(WrongUse):
            (tmp_path / "a.html").write_text("x")
            call()
    assert (tmp_path / "page.html").read_bytes() == OWN and export.read_text() == "a\n1\n" and mapping.read_text() == "{}"


def test_whatever_a_run_has_opened_is_safe_even_where_no_option_names_it(own):
    with one_run():
        read_bytes(own)
        with pytest.raises(WrongUse, match="dibaca di sini"):
            write_atomically(own.parent / own.name, b"a result")
    write_atomically(own, b"a result")


def test_what_is_obviously_kept_is_no_place_for_a_result(own, tmp_path, monkeypatch):
    filled, key, marked = p2.write_template(tmp_path / "filled.xlsx", "36.72"), tmp_path / "k", tmp_path / "marked.xlsx"
    key.write_text("0a" * 32 + "\n")
    p2.check(filled, marked=marked)
    for path in (filled, key, marked):
        before = path.read_bytes()
        for data in (b"\xef\xbb\xbfarea_code,rank\n", b"PK\3\4 a report", b"<!doctype html>"):
            with pytest.raises(WrongUse, match="dibaca di sini|hal lain"):
                write_atomically(path, data)
        assert path.read_bytes() == before
    with monkeypatch.context() as later:  # the same marked copy again, on another day, is no other file
        later.setattr("time.localtime", lambda *_, real=time.localtime: real(2_000_000_000))
        p2.check(filled, marked=marked)
    write_atomically(tmp_path / "a.html", b"<html>1")
    write_atomically(tmp_path / "a.html", b"<html>2")
    with pytest.raises(WrongUse, match="hal lain"):
        write_atomically(tmp_path / "a.html", b"a,b\n")


def test_no_folder_device_pipe_or_impossible_name_is_written(own, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_text("x")
    for path in (
        tmp_path,
        tmp_path / "pipe",
        "/dev/null",
        "/dev/full",
        tmp_path / "file" / "x.csv",
        "a\0b.csv",
        "\ud800.csv",
        "\udcff.csv",
        "é" * 200,
    ):
        for write in (write_atomically, write_new, lambda p, d: allow_writing([p])):
            with pytest.raises(WrongUse):
                write(path, b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "kota é.xlsx", "pipe"]
    assert os.path.exists("/dev/null") and not os.path.isfile("/dev/null")


def test_a_protected_file_is_not_replaced(own):
    own.chmod(0o444)
    if os.access(own, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(WrongUse):
        write_atomically(own, b"x")
