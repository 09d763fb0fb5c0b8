"""Files under a wrong name, and workbooks with macros or links: each command says once, in one sentence, what the file is.

What an office sends as .xlsx, .xls or .csv: a page, a PDF, a scan, an old workbook, one with a password, a zip, half of a file.
"""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from functools import cache
from pathlib import Path

import door_damage as damage
import door_files
import door_workbooks
from door_judge import FAULTS, READ, REFUSED, Silent, spoken

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_READ_BY_CONTENT = ("data",)  # figures of BPS come as a page named .xls, and are read as what they are
_OF_WORKBOOKS = ("score", "next", "form", "papers", "explorer", "notebook")  # read a workbook under any name
WORKBOOK, TEXT = ("xlsx", "macros", "links"), ("text",)


@cache
def kinds() -> dict[str, tuple[bytes, str]]:
    """Files of each kind with the words by which a refusal must call them."""
    from PIL import Image

    book = damage.zip_bytes(door_workbooks.original())
    page = b"<html><head><meta charset=utf-8></head><body><table><tr><td>Kode</td><td>Nilai</td></tr></table></body></html>"
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(picture, "PNG")
    made = door_files.made()
    return {
        "xlsx": (book, "an Excel workbook"),
        "macros": (_with(book, "xl/vbaProject.bin"), "an Excel workbook"),
        "links": (_with(book, "xl/externalLinks/externalLink1.xml"), "an Excel workbook"),
        "text": (made["villages.csv"], "a text file, such as CSV"),
        "html": (page, "a web page"),
        "xml sheet": (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "an Excel 2003 XML table",
        ),
        "pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 8, "a PDF"),
        "picture": (picture.getvalue(), "a picture"),
        "xls": (_OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600), "an old Excel workbook"),
        "password": (_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "a password"),
        "zip": (_zipped("kota.xlsx", book), "a ZIP file"),
        "word": (_zipped("word/document.xml", b"<w/>"), "a Word document"),
        "ods": (_zipped("content.xml", b"<x/>"), "a LibreOffice document"),
        "parquet": (made["register.parquet"], "a Parquet file"),
        "gzip": (gzip.compress(made["villages.csv"]), "a compressed file"),
        "json": (made["mapping.json"], "a JSON file"),
        "half": (book[: len(book) // 2], "damaged or incomplete"),
        "nothing": (b"", "empty"),
    }


def _with(book: bytes, part: str) -> bytes:
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a") as into:
        into.writestr(part, b"x")
    return out.getvalue()


def _zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as into:
        into.writestr(name, data)
    return out.getvalue()


def commands(path: Path, out: Path) -> dict[str, tuple]:
    """Every command that opens a table or a workbook, on this file."""
    tables = ("--need", "low_decile_percent=higher", "--draws", 99)
    return {
        "check": ("check", path),
        "score": ("score", path),
        "target": ("target", path, *tables),
        "next": ("next", path, "--out", out / "n.xlsx"),
        "form": ("form", path, "--wave", "endline", "--out", out / "f.xlsx"),
        "households": ("households", path, "--n", 3, "--score", "registry_decile=lower", "--seed", 1),
        "impact": ("impact", path, "--outcome", "outcome", "--better", "higher", "--draws", 99),
        "plan": ("plan", path, "--outcome", "outcome", "--better", "higher", "--draws", 99),
        "import": ("import", path, "--suggest", "villages"),
        "export": ("import", path, "--out", out / "i.xlsx"),
        "match": ("match", path, "--column", "village_code"),
        "draw": ("draw", path, "--n", 2, "--seed", 4),
        "national": ("national", path, "--out", out / "nat", "--draws", 99),
        "aggregate": ("aggregate", path, "--out", out / "a.csv"),
        "map": ("map", "--table", path, "--column", "x", "--code", "village_code", "--out", out / "m.png"),
        "report": ("report", path, "--out", out / "r"),
        "papers": ("papers", path, "--out", out / "p"),
        "explorer": ("explorer", path, "--out", out / "e.html"),
        "notebook": ("notebook", path, "--out", out / "n.ipynb"),
        "data": ("data", "add", path, "--indicator", "poverty_rate", "--year", 2026),
        "rubric": ("form", out / "valid.xlsx", "--rubric", path, "--sheet", "scores", "--out", out / "s.xlsx"),
    }


OWN = ("macros", "xlsx", "links")


def named(rng: random.Random, folder: Path) -> str:
    """A file of one kind under the name of another, through one command."""
    kind = rng.choice(list(kinds()))
    data, words = kinds()[kind]
    suffix = rng.choice((".xlsx", ".xlsx", ".xlsx", ".xlsm", ".csv", ".csv", ".xls"))
    path, out = folder / f"kota{suffix}", folder / "out"
    path.write_bytes(data)
    out.mkdir()
    (out / "valid.xlsx").write_bytes(kinds()["xlsx"][0])
    asked = commands(path, out)
    fits = kind in (TEXT if suffix == ".csv" else WORKBOOK)
    slow = ("report", "papers", "explorer", "notebook", "impact", "plan")
    name = rng.choice([one for one in asked if not (fits and one in slow)])
    became, said = spoken(*asked[name], "--lang", "en")
    if fits:
        if name == "check" and suffix != ".csv":
            told = ("holds macros" in said, "links to other files" in said)
            if told != (kind == "macros", kind == "links"):
                raise Silent(f"{kind} checked as {suffix}: {said[:300]}")
        return became
    if name in _READ_BY_CONTENT:
        return became
    if kind in WORKBOOK and name in _OF_WORKBOOKS:  # what it is decides, where only a workbook can be meant
        return became
    if kind in TEXT and suffix == ".xls" and name in ("import", "export"):  # the same of a text
        return became
    if became == READ:
        raise Silent(f"{kind} named {suffix} was read by {name}")
    lines = [line for line in said.splitlines() if line.strip()]
    if words not in said and not _by_its_name(name, suffix, said):
        raise Silent(f"{kind} named {suffix} is not called {words!r} by {name}: {said.strip()[:300]}")
    if len(lines) > 3:
        raise Silent(f"{kind} named {suffix}: {len(lines)} lines by {name}: {said[:300]}")
    return FAULTS if became == FAULTS else REFUSED


def _by_its_name(command: str, suffix: str, said: str) -> bool:
    """Whether a command refused the name alone, before it opened the file: a register is never a workbook, whatever it holds."""
    return "what is read" in said.casefold() or ("is an Excel sheet" in said and command == "aggregate" and suffix != ".csv")


DOORS = {"wrong names and macros": named}
