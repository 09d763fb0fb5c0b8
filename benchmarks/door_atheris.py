"""The pure parsers under atheris, which watches the branches of the code: bytes that lead to anything but a value or a refusal.

Run: python benchmarks/door_atheris.py PARSER FOLDER SECONDS      parsers: those of PARSERS below; FOLDER keeps what it learned
atheris is no dependency of the project; there are wheels of it for Linux. What was found stands in door.md.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
from pathlib import Path

from asked import asked

if __name__ == "__main__":
    GIVEN = asked(parser="csv", folder="learned", seconds=60)  # before atheris, which may not be there

import atheris

os.environ["TQDM_DISABLE"] = "1"
with atheris.instrument_imports(include=["p2wkss_analysis"]):
    import pandas as pd

    from p2wkss_analysis.files.kinds import kind_of, refused
    from p2wkss_analysis.impact.protocol import read_protocol
    from p2wkss_analysis.places.areas import is_code, level_of, parents, valid_codes
    from p2wkss_analysis.places.geojson_shapes import Lost, refuse_lost
    from p2wkss_analysis.say.errors import P2wkssError
    from p2wkss_analysis.tables.cells import read_date, read_number
    from p2wkss_analysis.tables.exports.mapping import read_mapping, source_table
    from p2wkss_analysis.tables.open_file import read_table
    from p2wkss_analysis.tables.plain_numbers import plain_numbers
    from p2wkss_analysis.tables.profiles.own_file import load_rubric
    from p2wkss_analysis.tables.xlsx.reading import Book, Unreadable

import hostile_parts

FOLDER = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))


def _file(name: str, data: bytes) -> Path:
    path = FOLDER / name
    path.write_bytes(data)
    return path


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(hostile_parts.write(FOLDER / "whole.xlsx", hostile_parts.sheet(""))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


PARTS = _parts()
NAMES = [name for name in PARTS if name.endswith((".xml", ".rels")) and name.startswith("xl/")]


def xlsx(data: bytes) -> None:
    """One part of a workbook, chosen by the first byte; all others are whole."""
    at = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in PARTS.items():
            packed.writestr(name, data[1:] if name == at else content)
    book = Book(_file("b.xlsx", out.getvalue()))
    for name in book.names:
        book.cells(name)


def csv(data: bytes) -> None:
    read_table(_file("t.csv", data), numbers=["x"], needed=["a"])


def export(data: bytes) -> None:
    source_table(_file("e.csv", data))


def numbers(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    read_number(text)
    read_date(text)
    plain_numbers(pd.Series(text.split("\n"), dtype="str"))


def codes(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    column = pd.Series(text.split("\n"), dtype="str")
    fine = column[valid_codes(column)]
    assert all(map(is_code, fine))
    parents(fine)
    level_of(text)


def rubric(data: bytes) -> None:
    load_rubric(_file("r.json", data))


def rubric_table(data: bytes) -> None:
    load_rubric(_file("r.csv", data))


def mapping(data: bytes) -> None:
    read_mapping(_file("m.json", data))


def protocol(data: bytes) -> None:
    read_protocol(_file("p.json", data)).sentence("en")


def kinds(data: bytes) -> None:
    kind = kind_of(data)
    for wanted in ("template", "table", "csv", "parquet", "zip"):
        assert all(text.say(lang) for text in refused(kind, wanted) for lang in ("id", "en"))


def geojson(data: bytes) -> None:
    try:
        refuse_lost(data)
    except (Lost, ValueError, RecursionError):  # the caller refuses the file for each of them
        pass


PARSERS = {
    one.__name__: one for one in (xlsx, csv, export, numbers, codes, rubric, rubric_table, mapping, protocol, kinds, geojson)
}


def seeds(name: str) -> list[bytes]:
    """A few valid beginnings, from which atheris goes on."""
    if name == "xlsx":
        return [bytes([at]) + PARTS[part] for at, part in enumerate(NAMES)]
    words = {
        "csv": [b'a,x\n1,2.5\n2,"1.234,5"\n', b"\xef\xbb\xbfa;x\r\n1;2,5\r\n"],
        "export": [b"Judul\n\nKode Desa;Nama\n32.76.01.1006;A\n"],
        "numbers": [b"1.234,5", b"5 Maret 2025", b"Rp 500.000", b"12/31/2024", b"45000"],
        "codes": [b"32.76.01.1006\n32.76\n3276"],
        "kinds": [b"%PDF", b"PK\x05\x06" + bytes(18), b"<html>", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le")],
        "geojson": [b'{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}'],
        "rubric_table": [
            b"item,label,kind,weight,target,rule,source\nkebun,Kebun,yes_no,60,,,\nair,Air,percent,40,80,proportional,\n"
        ],
    }
    if name in words:
        return words[name]
    import door_files

    return [door_files.made()[f"{name}.json"]]


def tried(data: bytes) -> None:
    try:
        PARSERS[PARSER](data)
    except (P2wkssError, Unreadable) as told:
        if isinstance(told, P2wkssError):
            assert told.sentence("id") and told.sentence("en")


if __name__ == "__main__":
    PARSER, KEPT = GIVEN.parser, Path(GIVEN.folder)
    KEPT.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(PARSER)):
        (KEPT / f"seed-{number}").write_bytes(seed)
    limits = (f"-max_total_time={GIVEN.seconds}", "-timeout=30", "-rss_limit_mb=1000", "-max_len=8000")
    atheris.Setup([sys.argv[0], str(KEPT), *limits], tried)
    atheris.Fuzz()
