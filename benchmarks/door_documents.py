"""The doors that take minutes: report, papers, explorer, notebook and the country, each on a workbook damaged so that it may still pass.

Most damage of `door_workbooks.py` is a fault of the check, and nothing is written. Here cells get what other cells of their
column hold, or nothing; lines and sheets are taken out; so that what stands behind the check is tried.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import door_damage as damage
import door_workbooks
from door_judge import READ, Broken, Silent, command
from door_whole import same_figures, whole

_FILLED = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_FIRST = 8  # line of the first row below the headings
_YEARS = 4  # of the small workbook
_PAPERS = 12  # files that every meeting gets, the report in its formats among them


@cache
def original(small: bool) -> dict[str, bytes]:
    """The parts of a city's workbook: whole, or of few years, so that a case takes half as long."""
    import tempfile
    from dataclasses import replace

    from p2wkss_analysis.simulate import simulate_city

    city = simulate_city("36.72", assisted=10, seed=1)
    if small:
        villages = city.tables["villages"]
        city = replace(city, tables=city.tables | {"villages": villages[villages["year"] > villages["year"].max() - _YEARS]})
    with tempfile.TemporaryDirectory() as folder:
        path = city.write(Path(folder) / "kota.xlsx")
        parts = damage.parts_of(Path(path).read_bytes())
    door_workbooks.untouched()
    return parts


@cache
def filled(small: bool) -> dict[str, dict[bytes, list[re.Match]]]:
    """Part of each sheet that is filled in, to the cells of each of its columns."""
    found: dict[str, dict[bytes, list[re.Match]]] = {}
    for title, part in door_workbooks.sheets().items():
        if title == "lists":
            continue
        columns: dict[bytes, list[re.Match]] = {}
        for cell in _FILLED.finditer(original(small)[part]):
            if int(cell[2]) >= _FIRST:
                columns.setdefault(cell[1], []).append(cell)
        if columns:
            found[part] = columns
    return found


def made() -> None:
    """All that cases share, before the fork."""
    filled(True), filled(False)


def likely(rng: random.Random, path: Path) -> Path:
    """A workbook in which columns are emptied or exchanged in part, numbers are scaled, and lines or a sheet are gone."""
    small = rng.random() < 0.9
    parts = dict(original(small))
    for _ in range(rng.choice((1, 1, 2, 4))):
        part = rng.choice(list(filled(small)))
        columns = filled(small)[part]
        what = rng.randrange(7)
        if what == 0:
            _lines_gone(rng, parts, part)
        elif what == 1 and rng.random() < 0.5:
            number = re.search(r"sheet(\d+)", part)[1]
            gone = re.sub(rb'<sheet name="[^"]*" sheetId="' + number.encode() + rb'"[^>]*/>', b"", parts["xl/workbook.xml"])
            parts["xl/workbook.xml"] = gone
        else:
            cells = columns[rng.choice(list(columns))]
            _column(rng, parts, part, cells, what)
    path.write_bytes(damage.zip_bytes(parts))
    return path


def _lines_gone(rng: random.Random, parts: dict[str, bytes], part: str) -> None:
    share = rng.choice((0.1, 0.5, 0.9, 1))
    parts[part] = re.sub(
        rb'<row r="(\d+)".*?</row>',
        lambda row: b"" if int(row[1]) >= _FIRST and rng.random() < share else row[0],
        parts[part],
        flags=re.DOTALL,
    )


def _column(rng: random.Random, parts: dict[str, bytes], part: str, cells: list[re.Match], what: int) -> None:
    """Some or all cells of a column: emptied, made one value, exchanged among each other, scaled, or one typed over."""
    data = parts[part]
    share, one = rng.choice((0.02, 0.3, 1)), rng.choice(cells)[0]
    factor = rng.choice((0, 1e-9, 0.01, 0.5, 2, 100))
    for cell in cells:
        if rng.random() > share or cell[0] not in data:
            continue
        other = one if what == 3 else rng.choice(cells)[0]
        if what == 2:
            new = b""
        elif what == 6:
            new = (
                re.sub(rb"<v>([\d.]+)</v>", lambda v: b"<v>%r</v>" % (float(v[1]) * factor), cell[0])
                if b't="s"' not in cell[0]
                else cell[0]
            )
        else:
            new = re.sub(rb'r="[A-Z]+\d+"', b'r="' + cell[1] + cell[2] + b'"', other, count=1)
        data = data.replace(cell[0], new, 1)
    parts[part] = data


def _written(became: str, *paths: Path) -> str:
    """What was read must have left what was asked for; what was refused must have left nothing."""
    there = [path.exists() and (not path.is_dir() or any(path.iterdir())) for path in paths]
    if became == READ and not all(there):
        raise Silent("nothing was written")
    if became != READ and any(there):
        raise Broken(f"{became}, and yet something was written")
    return became


def _documents(became: str, out: Path, as_typed: bool) -> str:
    """The same, and each document that was written is whole."""
    if _written(became, out) != READ:
        return became
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    if out.is_dir() and len(files) < _PAPERS:
        raise Silent(f"only {len(files)} papers: {[path.name for path in files]}")
    for path in files:
        whole(path, as_typed)
    return became


def _asked(name: str, rng: random.Random, folder: Path) -> str:
    as_typed = rng.random() < 0.15
    path = (door_workbooks.damaged if as_typed else likely)(rng, folder / "kota.xlsx")
    lang = ("--lang", rng.choice(("id", "en")))
    if name == "report":
        out = folder / f"laporan.{rng.choice(('html', 'html', 'xlsx', 'docx', 'pdf'))}"
        return _documents(command("report", path, "--out", out, *lang), out, as_typed)
    if name == "papers":
        return _documents(command("papers", path, "--out", folder / "surat", *lang), folder / "surat", as_typed)
    if name == "notebook":
        out = folder / "n.ipynb"
        return _documents(command("notebook", path, "--out", out, "--draws", 99, *lang), out, as_typed)
    page = folder / "e.html"
    if _documents(became := command("explorer", path, "--out", page, *lang), page, as_typed) == READ:
        same_figures(page, path)
    return became


def report(rng: random.Random, folder: Path) -> str:
    return _asked("report", rng, folder)


def papers(rng: random.Random, folder: Path) -> str:
    return _asked("papers", rng, folder)


def explorer(rng: random.Random, folder: Path) -> str:
    return _asked("explorer", rng, folder)


def notebook(rng: random.Random, folder: Path) -> str:
    return _asked("notebook", rng, folder)


@cache
def village_years() -> list[list[str]]:
    """The sheet of villages of a synthetic city as the country's table."""
    from p2wkss_analysis.simulate import simulate_city

    table = simulate_city("36.72", assisted=10, seed=1).tables["villages"].rename(columns={"village_code": "area_code"})
    rows = table.astype("string").fillna("").astype(object).to_numpy().tolist()
    return [list(table.columns), *rows]


def national(rng: random.Random, folder: Path) -> str:
    """A damaged table of village-years, with sites or without."""
    import door_files

    path, sites = folder / rng.choice(("desa.csv", "desa.csv", "desa.xlsx")), ()
    rows = village_years()
    rows = damage.rows(rng, rows) if rng.random() < 0.6 else _mild(rng, rows)
    if path.suffix == ".csv":
        path.write_bytes(damage.csv_bytes(rng, rows, 0.15))
    else:
        _as_excel(path, rows)
    if rng.random() < 0.5:
        codes = sorted({row[0] for row in village_years()[1:]})
        listed = [["area_code", "year"], *[[rng.choice(codes), str(rng.choice((2019, 2021, 2022, 1800)))] for _ in range(4)]]
        door_files._csv(folder / "lokasi.csv", damage.rows(rng, listed) if rng.random() < 0.5 else listed)
        sites = ("--sites", folder / "lokasi.csv")
    out = folder / "hasil"
    return _written(command("national", path, "--out", out, "--draws", 99, *sites, "--lang", rng.choice(("id", "en"))), out)


def _mild(rng: random.Random, rows: list[list[str]]) -> list[list[str]]:
    """A column emptied, of one value or exchanged; lines taken out."""
    head, *body = [list(row) for row in rows]
    for _ in range(rng.choice((1, 2, 4))):
        at, what, share = rng.randrange(2, len(head)), rng.randrange(4), rng.choice((0.02, 0.5, 1))
        held = [row[at] for row in body] or [""]
        for row in body:
            if rng.random() < share:
                row[at] = ("", held[0], rng.choice(held), "0")[what]
        if rng.random() < 0.3:
            body = [row for row in body if rng.random() < 0.5]
    return [head, *body]


def _as_excel(path: Path, rows: list[list[str]]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"strings_to_numbers": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Desa")
        for line, row in enumerate(rows):
            for column, cell in enumerate(row[:500]):
                code = column == 0 or not re.fullmatch(r"-?\d{1,9}(\.\d{1,9})?", cell, re.ASCII)
                (sheet.write_string if code else sheet.write_number)(line, column, cell[:32_000] if code else float(cell))


DOORS = {"report": report, "papers": papers, "explorer": explorer, "notebook": notebook, "national": national}
