"""The door of the city's workbook: cells, lines, sheets and the package around them damaged; every cell compared with what was typed."""

from __future__ import annotations

import random
import re
from functools import cache
from html import escape
from pathlib import Path

import door_damage as damage
from door_judge import FAULTS, READ, Silent, command

_LINES = 12  # of each sheet that stay: a longer sheet adds time and no other fault
_CELL = r'<c r="{}"[^>]*?(?:/>|>.*?</c>)'
_ONE = re.compile(rb'<c r="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_ROW = re.compile(rb'<row r="(\d+)".*?</row>', re.DOTALL)


@cache
def original() -> dict[str, bytes]:
    """The parts of a synthetic city's workbook, its sheets cut to a few lines."""
    import tempfile

    from p2wkss_analysis.simulate import simulate_city

    with tempfile.TemporaryDirectory() as folder:
        path = simulate_city("36.72", assisted=10, seed=1).write(Path(folder) / "kota.xlsx")
        parts = damage.parts_of(Path(path).read_bytes())
    cut = {n: _ROW.sub(lambda row: row[0] if int(row[1]) <= 7 + _LINES else b"", d) for n, d in parts.items() if "/sheet" in n}
    return parts | cut


@cache
def sheets() -> dict[str, str]:
    """Title of each sheet that is filled in to the part that holds it."""
    text = original()["xl/workbook.xml"].decode()
    titles = re.findall(r'<sheet name="([^"]+)" sheetId="(\d+)"', text)
    return {title: f"xl/worksheets/sheet{n}.xml" for title, n in titles if title not in ("Panduan", "Guide")}


@cache
def untouched():
    """What is read of the original."""
    import tempfile

    from p2wkss_analysis.tables.workbook.check import check

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kota.xlsx"
        path.write_bytes(damage.zip_bytes(original()))
        return check(path, "en")


def typed(parts: dict[str, bytes], part: str, address: str, value: str, number: bool) -> None:
    """A value typed into a cell, as a number of Excel or as text."""
    text = escape("".join(sign for sign in value if sign in "\t\n\r" or sign >= " "))
    cell = (
        f'<c r="{address}"><v>{text}</v></c>'
        if number
        else f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )
    data, line = parts[part].decode("utf-8", "replace"), re.sub(r"\D", "", address)
    new, n = re.subn(_CELL.format(address), lambda _: cell, data, count=1, flags=re.DOTALL)
    if not n:  # the cells of a line stand in their order; an odd one at its end is read all the same
        new = re.sub(
            rf'(<row r="{line}"[^>]*?)(?:/>|>(.*?)</row>)',
            lambda row: f"{row[1]}>{row[2] or ''}{cell}</row>",
            data,
            count=1,
            flags=re.DOTALL,
        )
    parts[part] = new.encode("utf-8", "replace")


def cells(rng: random.Random, folder: Path) -> str:
    """A few cells typed over; what is read must be what was typed, or be named."""
    from p2wkss_analysis.tables.workbook.check import check

    before, parts, put = untouched(), dict(original()), {}
    names = rng.sample([name for name, where in before.where.items() if where.lines], rng.choice((1, 1, 1, 2)))
    for _ in range(rng.choice((1, 2, 4, 10))):
        name = rng.choice(names)
        where = before.where[name]
        column, row = rng.choice(list(where.letters)), rng.randrange(len(where.lines))
        value = damage.cell(rng) if rng.random() < 0.5 else _likely(rng, before.tables[name][column])
        number = rng.random() < 0.4 and _is_number(value) and abs(float(value)) < 1e300
        address = where.cell(row, column)
        typed(parts, sheets()[where.title], address, value, number)
        put[name, row, column] = float(value) if number else "".join(s for s in value if s in "\t\n\r" or s >= " ")
    _fewer(
        rng,
        parts,
        {name for name, *_ in put} | ({"settings"} if rng.random() < 0.3 else set()),
        before,
        {(n, c) for n, _, c in put},
    )
    path = folder / "kota.xlsx"
    path.write_bytes(damage.zip_bytes(parts))
    found = check(path, rng.choice(("id", "en")), part=rng.random() < 0.1)
    _compared(before, found, put)
    return READ if found.ok else FAULTS


def _likely(rng: random.Random, column) -> str:
    """What stands elsewhere in the column, or a number in one of the ways in which people write it."""
    held = column.dropna()
    if column.dtype.kind in "fi":
        number = rng.choice((rng.randint(0, 100), rng.randint(0, 10**7), round(rng.uniform(0, 100), rng.randint(1, 4))))
        whole, _, part = f"{number}".partition(".")
        grouped = f"{int(whole):,}"
        ways = (
            f"{number}",
            f"{whole},{part or 0}",
            grouped,
            grouped.replace(",", "."),
            grouped.replace(",", " "),
            f" {number}",
            f"{number}%",
            f"Rp {whole}",
        )
        return rng.choice(
            (
                *ways,
                f"{number} ha",
                f"{number:e}",
                f"{whole}.",
                f"+{number}",
                f"-{number}",
                f"'{number}",
                f"{number} KK",
                f"{whole}-{whole}",
            )
        )
    if not len(held):
        return damage.cell(rng)
    text = str(rng.choice(list(held)))
    return rng.choice(
        (
            text,
            text.upper(),
            f" {text} ",
            text.replace("-", "/"),
            text.replace(".", ""),
            text[:-1],
            f"{text}?",
            text.replace(" 00:00:00", ""),
        )
    )


def _fewer(rng, parts, kept, before, columns=()) -> None:
    """Sheets and columns that were not typed into are taken out of most workbooks, so that a case takes a tenth of the time."""
    if rng.random() < 0.1:
        return
    text = re.sub(rb'<sheet name="(Guide|Panduan|lists)"[^>]*/>', b"", parts["xl/workbook.xml"])
    parts["xl/workbook.xml"] = re.sub(rb"<definedNames>.*</definedNames>", b"", text)
    for name, where in before.where.items():
        if name in kept:
            part = sheets()[where.title]
            stays = (
                _required(name)
                | {where.letters[c] for n, c in columns if n == name}
                | set(rng.sample(list(where.letters.values()), 3))
            )
            parts[part] = _ONE.sub(lambda cell, stays=stays: cell[0] if cell[1].decode() in stays else b"", parts[part])
        else:
            gone = rf'<sheet name="{where.title}"[^>]*/>'.encode()
            parts["xl/workbook.xml"] = re.sub(gone, b"", parts["xl/workbook.xml"])


@cache
def _required(name: str) -> set[str]:
    """Letters of the columns that a sheet must have."""
    from p2wkss_analysis.dictionary.sheets import fields_of

    needed = {f["name"] for f in fields_of(name) if f.get("constraints", {}).get("required")}
    letters = untouched().where[name].letters
    return {letters[column] for column in letters if column in needed or name == "settings"}


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", text, re.ASCII) is not None


def _compared(before, found, put) -> None:
    """Every cell of every line that was read, against what was typed or stood there before."""
    told = set(zip(found.faults["sheet"], found.faults["cell"], strict=True))
    lines = {
        (sheet, row) for sheet, row, column in found.faults[["sheet", "row", "column"]].itertuples(index=False) if not column
    }
    noted = {(note.sheet, line + 1, note.column) for note in found.notes for line, _ in note.places}
    for name, where in found.where.items():
        table, old = found.tables.get(name), before.tables[name]
        if table is None:
            continue
        read, stand = ({c: list(t[c]) for c in t} for t in (table, old))
        rows = {line: row for row, line in enumerate(before.where[name].lines)}
        for at, line in enumerate(where.lines[: len(table)]):
            row = rows.get(line)
            if row is None:
                raise Silent(f"{name} {line}: a line from nowhere")
            for column, values in read.items():
                value, address = values[at], where.cell(at, column)
                if (where.title, address) in told or (where.title, line) in lines or (where.title, line, column) in noted:
                    continue
                key = (name, row, column)
                answer = {"ya": "yes", "yes": "yes", "tidak": "no", "no": "no"}.get(str(put.get(key, "")).strip().casefold())
                if name == "settings" and answer and (str(value) == answer or (answer == "no" and value != value)):
                    continue  # "no" is what a setting is without an answer
                if column == "item" and _is_number(str(put.get(key, "")).strip()):
                    continue  # the number of an item stands for it
                if name == "settings" and (name, row, "setting") in put:
                    continue  # what a setting means depends on its name
                stood = put.get(key, stand[column][row])
                if not _same(stood, value, key in put) and value not in words(name, column).get(
                    str(stood).strip().casefold(), ()
                ):
                    raise Silent(f"{name} {address} {column}: typed {str(stood)[:60]!r}, read {str(value)[:60]!r}")
        gone = set(rows) - set(where.lines)
        if gone and not len(found.faults) and not all(_emptied(before, put, name, rows[line]) for line in gone):
            raise Silent(f"{name}: lines {sorted(gone)[:3]} are gone")


@cache
def words(sheet: str, column: str) -> dict[str, set[str]]:
    """What a person may type for each value of a column that has a list, in either language."""
    from p2wkss_analysis.dictionary.sheets import fields_of

    of: dict[str, set[str]] = {}
    for field in fields_of(sheet):
        for one in field.get("categories", ()) if field["name"] == column else ():
            for word in (one["value"], *one["label"].values()):
                of.setdefault(str(word).casefold(), set()).add(one["value"])
    return of


def _emptied(before, put, name, row) -> bool:
    return any(n == name and r == row for n, r, _ in put) or any(n == name for n, *_ in put)


def _same(stood, value, was_typed: bool) -> bool:
    import pandas as pd

    missing = pd.isna(value)
    if not was_typed:
        return bool(missing and pd.isna(stood)) or (not missing and not pd.isna(stood) and stood == value) or missing
    text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda sign: chr(int(sign[1], 16)), str(stood)).strip(
        " \t\r\n\0"
    )  # as Excel writes signs
    if isinstance(stood, float) and not isinstance(value, str | bool) and not missing and not hasattr(value, "year"):
        return float(value) == stood
    if isinstance(stood, float) and isinstance(value, str) and _is_number(value):  # in a column of text
        return float(value) == stood
    if missing:
        return not text.strip(" \t\r\n\u200b\ufeff\u00a0-–.") or text.casefold() in ("n/a", "null", "nan", "none")
    if isinstance(value, bool) or str(value) in ("True", "False"):
        return text.casefold() in ("ya", "yes", "true", "1", "tidak", "no", "false", "0") and (
            text.casefold() in ("ya", "yes", "true", "1")
        ) == bool(value)
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d") in text or text.isdigit()
    if isinstance(value, str):
        return (
            " ".join(value.split()) == " ".join(text.split())
            or " ".join(value.split()).casefold() == " ".join(text.split()).casefold()
        )
    try:
        return abs(float(text) - float(value)) <= 1e-9 * abs(float(value))
    except ValueError:
        return False


def lines(rng: random.Random, folder: Path) -> str:
    """Lines doubled, moved or taken out, headings typed over, sheets renamed, and parts of the package damaged."""
    from p2wkss_analysis.tables.workbook.check import check

    parts = dict(original())
    title, part = rng.choice([pair for pair in sheets().items() if pair[0] != "lists"])
    what = rng.randrange(8)
    _fewer(rng, parts, {name for name, where in untouched().where.items() if where.title == title}, untouched())
    if what == 0:
        data = parts[part]
        rows = list(_ROW.finditer(data))
        row = rng.choice(rows)
        new = rng.choice((b"", row[0] * 2, re.sub(rb'"(\d+)"', b'"99"', row[0], count=1), row[0].replace(b"<v>", b"<v>9")))
        parts[part] = data[: row.start()] + new + data[row.end() :]
    elif what == 1:
        for line in rng.choice(((5,), (6,), (7,), (5, 6, 7))):
            typed(parts, part, f"{rng.choice('BCDEFGHIJ')}{line}", damage.cell(rng), False)
    elif what == 2:
        name = escape(damage.cell(rng)[:60].replace('"', "").replace("\0", ""))
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
            f'name="{title}"'.encode(), f'name="{name}"'.encode("utf-8", "replace")
        )
    elif what == 3:
        for name in rng.sample(list(parts), 2):
            parts[name] = damage.xml(rng, parts[name])
    elif what == 4:
        kind = rng.choice((b't="s"', b't="n"', b't="b"', b't="e"', b't="str"', b't="d"', b't="x"'))
        parts[part] = parts[part].replace(b't="s"', kind, rng.choice((1, 30)))
    elif what == 5:
        parts[part] = re.sub(rb's="\d+"', lambda _: f's="{rng.choice((0, 1, 9, 14, 9_999, -1))}"'.encode(), parts[part], count=40)
    elif what == 6:
        formula = rng.choice((b"<f>1+1</f>", b"<f>[1]Sheet1!A1</f>", b"<f>NOW()</f>", b'<f t="shared" si="0"/>'))
        parts[part] = parts[part].replace(b"<v>", formula + b"<v>", rng.choice((1, 10)))
    else:
        path = folder / "kota.xlsx"
        path.write_bytes(damage.parts(rng, parts))
        found = check(path, "en")
        return READ if found.ok else FAULTS
    path = folder / "kota.xlsx"
    path.write_bytes(damage.zip_bytes(parts))
    found = check(path, "en")
    return READ if found.ok else FAULTS


def workbook(rng: random.Random, folder: Path) -> str:
    return cells(rng, folder) if rng.random() < 0.7 else lines(rng, folder)


def damaged(rng: random.Random, path: Path) -> Path:
    """A workbook with a few cells typed over, or with damaged parts."""
    parts, before = dict(original()), untouched()
    if rng.random() < 0.15:
        path.write_bytes(damage.parts(rng, parts))
        return path
    names = [name for name, where in before.where.items() if where.lines]
    for _ in range(rng.choice((1, 2, 5))):
        where = before.where[rng.choice(names)]
        value = damage.cell(rng) if rng.random() < 0.5 else rng.choice(("", "0", "1", "2", "100", "2024", "2023"))
        address = where.cell(rng.randrange(len(where.lines)), rng.choice(list(where.letters)))
        typed(parts, sheets()[where.title], address, value, _is_number(value))
    if rng.random() < 0.4:
        _fewer(rng, parts, {"settings", rng.choice(names), rng.choice(names)}, before)
    path.write_bytes(damage.zip_bytes(parts))
    return path


def city(rng: random.Random, folder: Path) -> str:
    """The commands that read a workbook."""
    path = damaged(rng, folder / f"kota{rng.choice(('.xlsx',) * 12 + damage.SUFFIXES)}")
    out = folder / "out"
    asked = rng.choice(
        (
            ("check", path, "--marked", f"{out}.xlsx"),
            ("check", path, "--fix", f"{out}.xlsx"),
            ("check", path, "--all", "--json"),
            ("score", path),
            ("target", path, "--draws", 99),
            ("target", path, "--level", "rt", "--draws", 99),
            ("next", path, "--out", f"{out}.xlsx"),
            ("form", path, "--wave", "endline", "--out", f"{out}.xlsx"),
            ("form", path, "--sheet", "deliveries", "--out", f"{out}.xlsx"),
            ("form", path, "--sheet", "neighbourhoods", "--out", f"{out}.xlsx"),
            ("households", path, "--n", 3, "--score", "registry_decile=lower", "--seed", 1),
            ("impact", path, "--draws", 99),
            ("plan", path, "--draws", 99),
            ("plan", path, "--households", 20),
            ("collect", folder),
            ("import", path, "--suggest", "households"),
            ("match", path, "--sheet", "Households", "--column", "village_code"),
        )
    )
    return command(*asked, "--lang", rng.choice(("id", "en")))


DOORS = {"workbook": workbook, "commands on a workbook": city}
