"""A data package of somebody else: its tables lie in its own folder, and whatever is wrong in it is a fault with its place."""

import copy
import gzip
import json
import os
import random

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.patterns import as_pattern, fits
from p2wkss_analysis.dictionary.tables import raw_folder, read_dictionary
from p2wkss_analysis.say.errors import DataFaults
from p2wkss_analysis.tables.intake import check_folder
from p2wkss_analysis.tables.seal import seal

TABLE = {
    "name": "mine",
    "path": "mine.csv",
    "label": {"id": "Milik", "en": "Mine"},
    "schema": {
        "fields": [
            {
                "name": "code",
                "type": "string",
                "label": {"id": "Kode", "en": "Code"},
                "example": "12.34",
                "constraints": {"pattern": r"^\d{2}\.\d{2}$"},
            },
            {"name": "n", "type": "integer", "label": {"id": "n", "en": "n"}, "constraints": {"minimum": 0}},
        ]
    },
}


@pytest.fixture
def package(tmp_path):
    """Writes a package of one small table, changed as asked, and gives its folder."""
    (tmp_path / "mine.csv").write_text("code,n\n12.34,1\n")

    def made(change=lambda table: None, text=None):
        table = copy.deepcopy(TABLE)
        change(table)
        (tmp_path / "datapackage.json").write_bytes(text if text is not None else json.dumps({"resources": [table]}).encode())
        return tmp_path

    return made


def faults(folder) -> list[tuple[str, str]]:
    found = check_folder(folder, registered=False)
    assert all(f.rule and f.remedy for f in found)
    return [(f.column, f.value) for f in found]


def test_a_package_in_order_is_read_and_sealed(package):
    folder = package()
    assert faults(folder) == [] and seal(folder) == ["mine"] and check_folder(folder) == []
    assert p2.load("mine", folder)["n"].tolist() == [1]
    assert faults(package(text=b"\xef\xbb\xbf" + json.dumps({"resources": [TABLE]}).encode())) == []


def test_what_was_understood_once_is_not_changed_by_whoever_seals(package):
    folder = package()
    known = read_dictionary(folder).package
    assert read_dictionary(folder).package is known and seal(folder) == ["mine"] and "hash" not in known["resources"][0]
    assert package() == folder and seal(folder) == ["mine"]


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        "a/../../b.csv",
        "http://example.org/a.csv",
        "file:///etc/passwd",
        "C:\\a.csv",
        "\\\\server\\a.csv",
        "~/a.csv",
        "out.csv",
        "pipe.csv",
        ".",
        "a\x00b",
        "x" * 5000,
        "round.csv",
        "/dev/zero",
        "mine.csv\n",
    ],
)
def test_a_table_lies_in_the_folder_of_its_package(package, tmp_path, tmp_path_factory, path):
    other = tmp_path_factory.mktemp("other") / "secret.csv"
    other.write_text("code,n\n12.34,1\n")
    os.symlink(other, tmp_path / "out.csv")
    os.symlink(tmp_path / "round.csv", tmp_path / "round.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    found = check_folder(package(lambda t: t.update(path=path)), registered=False)
    assert [f.column for f in found] == ["resources[0].path"] or (path == "x" * 5000 and len(found) == 1)
    with pytest.raises(DataFaults):
        p2.load("mine", tmp_path)


def test_a_link_inside_the_folder_is_its_own(package, tmp_path):
    os.symlink(tmp_path / "mine.csv", tmp_path / "again.csv")
    assert faults(package(lambda t: t.update(path="again.csv"))) == []


def put(*way, value):
    def change(table):
        for step in way[:-1]:
            table = table[step]
        table.pop(way[-1], None) if value is KeyError else table.__setitem__(way[-1], value)

    return change


@pytest.mark.parametrize(
    "change, place",
    [
        (put("path", value=KeyError), "path"),
        (put("path", value=["mine.csv"]), "path"),
        (put("name", value={}), "name"),
        (put("name", value=" "), "name"),
        (put("schema", value=[]), "schema"),
        (put("schema", "fields", value=[]), "schema.fields"),
        (put("schema", "fields", 0, "type", value="date"), "schema.fields[0].type"),
        (put("schema", "fields", 0, "label", value={"id": "x"}), "schema.fields[0].label.en"),
        (put("label", value={"id": "a", "en": "b", "fr": "c"}), "label.fr"),
        (put("schema", "fields", 0, "constraints", "pattern", value="(a+)+$"), "schema.fields[0].constraints.pattern"),
        (put("schema", "fields", 0, "constraints", "pattern", value=["a"]), "schema.fields[0].constraints.pattern"),
        (put("schema", "fields", 0, "example", value=KeyError), "schema.fields[0].example"),
        (put("schema", "fields", 1, "constraints", "minimum", value=10**400), "schema.fields[1].constraints.minimum"),
        (put("schema", "fields", 1, "constraints", "minimum", value=float("nan")), "schema.fields[1].constraints.minimum"),
        (put("schema", "fields", 1, "name", value="code"), "schema.fields"),
        (put("encoding", value="utf-16"), "encoding"),
        (put("compression", value="zip"), "compression"),
        (put("schema", "primaryKey", value=["other"]), "schema.primaryKey"),
        (put("schema", "primaryKey", value=[]), "schema.primaryKey"),
        (
            put(
                "schema", "foreignKeys", value=[{"fields": ["code"], "reference": {"resource": "areas", "fields": ["area_code"]}}]
            ),
            "schema.foreignKeys[0]",
        ),
        (put("indicators", value=[]), "schema.fields"),
        (put("hash", value=5), "hash"),
    ],
)
def test_each_part_of_the_wrong_kind_is_a_fault_at_its_place(package, change, place):
    found = faults(package(change))
    assert f"resources[0].{place}" in [column for column, _ in found], found


def test_all_faults_come_at_once(package):
    def change(table):
        table.update(path="/etc/passwd", encoding="latin-1")
        table["schema"]["fields"][0]["constraints"]["pattern"] = "("

    assert len(faults(package(change))) == 3


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"5",
        b'{"resources": {}}',
        b'{"resources": []}',
        b'{"resources": [5]}',
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"resources":' + b"[" * 200_000,
        b"1" * 5000,
    ],
)
def test_what_is_no_package_is_a_fault(package, text):
    assert faults(package(text=text))


def test_a_pipe_as_dictionary_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "datapackage.json")
    assert faults(tmp_path)


def test_the_command_lists_the_faults(package, capsys):
    assert main(["check", str(package(lambda t: t.update(path="../../etc/passwd"))), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "resources[0].path" in said and "must name a file inside the folder of this package" in said and "root:" not in said


@pytest.mark.parametrize(
    "evil",
    [
        "(a+)+$",
        "(a|a)*b",
        "(a?){40}a{40}",
        "a?" * 40 + "a" * 40,
        "(.*)(.*)(.*)(.*)x",
        r"(a)\1",
        "(?=a)",
        "(",
        "a" * 5000,
        "(" * 190,
        "((a{99}){99}){99}b?" * 9,
    ],
)
def test_a_pattern_that_could_take_long_is_none(evil):
    pattern = as_pattern(evil)
    assert pattern is None or not fits(pattern, "a" * 199 + "!")


def test_usual_patterns_are_taken():
    for text, cell in (
        (r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$", "32.76.11.1001"),
        (r"[A-Z]+-\d+", "RT-5"),
        (r"(yes|no)", "no"),
        (r"\d+(\.\d+)?", "3.5"),
        (".{1,80}", "x"),
    ):
        assert fits(as_pattern(text), cell), text
    assert not fits(as_pattern(".*"), "x" * 10_000)


VALUES = [
    None,
    True,
    -1,
    10**400,
    float("nan"),
    "",
    "../x",
    "(a+)+$",
    "\ud800",
    "\u202e",
    [],
    {},
    [[]],
    ["x"],
    {"id": 1},
    "areas",
    "a" * 5000,
]


def test_our_own_package_with_anything_changed_is_read_or_refused_in_words(tmp_path):
    """Forty changes at random; nothing but a result or an error of this package comes out."""
    raw, draw = tmp_path / "raw", random.Random(7)
    raw.mkdir()
    own = json.loads((raw_folder() / "datapackage.json").read_text(encoding="utf-8"))
    for resource in own["resources"]:
        data, packed = (raw_folder() / resource["path"]).read_bytes(), resource.get("compression") == "gz"
        few = b"\n".join((gzip.decompress(data) if packed else data).split(b"\n")[:8]) + b"\n"
        (raw / resource["path"]).write_bytes(gzip.compress(few) if packed else few)
        resource["schema"].pop("foreignKeys", None)

    def ways(thing, way=()):
        for step in thing if isinstance(thing, dict) else range(len(thing)) if isinstance(thing, list) else ():
            yield (*way, step)
            yield from ways(thing[step], (*way, step))

    known, outcomes = list(ways(own)), set()
    for _ in range(40):
        changed = copy.deepcopy(own)
        way = draw.choice(known)
        inside = changed
        for step in way[:-1]:
            inside = inside[step]
        if draw.random() < 0.3:
            del inside[way[-1]]
        else:
            inside[way[-1]] = draw.choice(VALUES)
        (raw / "datapackage.json").write_text(json.dumps(changed))
        outcomes.add(bool(check_folder(raw, registered=False)))
    assert outcomes == {True, False}
