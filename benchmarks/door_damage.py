"""Damage that knows the shape of what it damages: cells of a table, values of a JSON, parts of a zip, bytes of anything."""

from __future__ import annotations

import copy
import csv
import io
import json
import random
import zipfile

# fmt: off
CELLS = [
    "", " ", "0", "-1", "00", "-0", "+5", "1", "2", "3,5", "12.5", "1.234", "1,234", "1.234.567,8", "1e5", "1e308", "1e400", "-1e-400", "inf", "-inf",
    "nan", "NaN", "NULL", "None", "n/a", "-", "–", ".", "..", "#REF!", "#N/A", "#DIV/0!", "99999999999999999999", "9" * 400, "0x10", "1_000", "½",
    "٣", "１２", "5%", "0,5 %", "Rp 5.000", "5 ha", "TRUE", "true", "ya", "tidak", "yes", "no", "Ya ", "lunas", "2024", "1899", "2023-02-30", "2024-01-01",
    "31/12/2024", "12/31/2024", "45000", "2024-01-01T00:00:00Z", "0000-00-00", "32.76", "3276", "32.76.01", "32.76.01.1006", "3276011006", "36.72.01.1001",
    "36.72", "99.99.99.9999", "32.10", "Depok", "Kota Cilegon", "Jombang Wetan", "=1+1", "=HYPERLINK(\"http://x.y\",\"z\")", "+1+1", "@SUM(A1)",
    "-2+3", "'5", "<b>x</b>", "</script>", "&amp;", "' OR 1=1 --", "../../etc/passwd", "C:\\x", "{{x}}", "%s%n", "{0}", "$x^2$", "_x0041_", "_x0000_",
    "a\nb", "a\r\nb", "a\tb", '"', '""', ";", ",", "|", "\ufeff", "\u202ex", "\u200b", "e\u0301", "😀", "x" * 300, "x" * 40_000, "area_code", "total", "jumlah",
    "\0", "\x1b[31m", "\x07", "baseline", "endline", "1;2", "1|2", "{}", "[]", "null", "piped", "interviewed",
]
JSONS = [
    None, True, False, 0, -1, 1, 2, 1.5, 1e308, float("inf"), float("nan"), 10**30, 10**400, "", " ", "x", "0", "1.5", "2024", "32.76", "yes", [], [None],
    [[]], [1, 2], ["x"], {}, {"x": 1}, {"": ""}, {"id": "x", "en": "y"}, "\0", "\ud800", "x" * 5_000, "../../x", "/etc/passwd", "=1+1", "%", "(", "^(a+)+$",
]
# fmt: on
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "ascii", "gb18030", "cp037")
SUFFIXES = (
    ".csv",
    ".txt",
    ".tsv",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".ods",
    ".json",
    ".geojson",
    ".gpkg",
    ".zip",
    ".parquet",
    ".pdf",
    "",
    ".CSV",
    ".docx",
)


def some(rng: random.Random, of, most: int = 3) -> list:
    return [rng.choice(of) for _ in range(rng.choice((1, 1, 1, 2, most)))] if of else []


def cell(rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.75:
        return rng.choice(CELLS)
    if chance < 0.9:
        return str(rng.choice((rng.randint(-5, 5), rng.randint(0, 10**9), rng.uniform(-10, 2_000), rng.randint(1990, 2040))))
    return "".join(chr(rng.choice((rng.randint(32, 126), rng.randint(160, 0x2FFF)))) for _ in range(rng.randint(1, 12)))


def rows(rng: random.Random, table: list[list[str]]) -> list[list[str]]:
    """The rows of a table, damaged in one to three ways; the first is its header."""
    table = [list(row) for row in table] or [[""]]
    for way in some(rng, WAYS_OF_ROWS):
        way(rng, table)
        if not table:
            break
    return table


def _cells(rng, table):
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        row = rng.choice(table[1:] or table)
        if row:
            row[rng.randrange(len(row))] = cell(rng)


def _a_column(rng, table):
    at, value = rng.randrange(max(len(table[0]), 1)), cell(rng)
    for row in table[1:]:
        if at < len(row):
            row[at] = value if rng.random() < 0.9 else cell(rng)


def _header(rng, table):
    if table[0]:
        table[0][rng.randrange(len(table[0]))] = rng.choice(
            (cell(rng), rng.choice(table[0]), table[0][-1] + " ", table[0][0].upper())
        )


def _columns(rng, table):
    width = max(map(len, table))
    if not width:
        return
    at, other = rng.randrange(width), rng.randrange(width)
    what = rng.choice(("gone", "twice", "swapped", "only"))
    for row in table:
        if at < len(row) and other < len(row):
            if what == "gone":
                del row[at]
            elif what == "twice":
                row.append(row[at])
            elif what == "swapped":
                row[at], row[other] = row[other], row[at]
            else:
                row[:] = row[at : at + 1]


def _lines(rng, table):
    at = rng.randrange(len(table))
    what = rng.choice(("gone", "twice", "all gone", "only header", "shuffled", "ragged", "blank", "title", "many"))
    if what == "gone":
        del table[at]
    elif what == "twice":
        table.insert(at, list(table[at]))
    elif what == "all gone":
        table.clear()
    elif what == "only header":
        del table[1:]
    elif what == "shuffled":
        rng.shuffle(table)
    elif what == "ragged":
        table[at] = table[at][: rng.randrange(len(table[at]) + 1)] if rng.random() < 0.5 else [*table[at], cell(rng), cell(rng)]
    elif what == "blank":
        table.insert(at, [""] * len(table[0]))
    elif what == "title":
        table[:0] = [[cell(rng)], []]
    else:
        table.extend([list(table[-1]) for _ in range(rng.choice((50, 2_000)))])


WAYS_OF_ROWS = (_cells, _cells, _cells, _cells, _a_column, _a_column, _header, _header, _columns, _columns, _lines, _lines)


def csv_bytes(rng: random.Random, table: list[list[str]], odd: float = 0.3) -> bytes:
    """The rows as a file of text; sometimes of another separator or encoding, or with damaged bytes."""
    strange = rng.random() < odd
    out = io.StringIO()
    write = csv.writer(
        out,
        delimiter=rng.choice(",;\t|:") if strange else ",",
        lineterminator=rng.choice(("\n", "\r\n", "\r")) if strange else "\n",
        quoting=rng.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL)),
    )
    write.writerows(table)
    data = out.getvalue().encode(rng.choice(ENCODINGS) if strange else "utf-8", "replace")
    return raw(rng, data) if strange and rng.random() < 0.3 else data


def raw(rng: random.Random, data: bytes) -> bytes:
    """Bytes flipped, cut, doubled, or something else altogether."""
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 30))):
        at = rng.randrange(len(data) + 1)
        what = rng.randrange(7)
        if what == 0 and data:
            data[min(at, len(data) - 1)] = rng.randrange(256)
        elif what == 1 and data:
            data[min(at, len(data) - 1)] ^= 1 << rng.randrange(8)
        elif what == 2:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.choice((1, 4, 64))))
        elif what == 3:
            del data[at : at + rng.choice((1, 4, 64, 1_000))]
        elif what == 4 and rng.random() < 0.2:
            del data[at:]
        elif what == 5:
            data[at:at] = data[at : at + rng.choice((4, 64))]
        elif what == 6 and rng.random() < 0.1:
            return rng.choice(
                (
                    b"",
                    b"\0" * 100,
                    b"%PDF-1.7\n",
                    b"PK\x03\x04",
                    b"PK\x05\x06" + bytes(18),
                    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
                    b"\xff\xfe",
                    b"{",
                    b"[" * 9_000,
                )
            )
    return bytes(data)


def json_bytes(rng: random.Random, value) -> bytes:
    """A JSON with values replaced, taken away, given twice or put elsewhere; sometimes with damaged bytes."""
    value = copy.deepcopy(value)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        value = _json_damaged(rng, value)
    text = json.dumps(value, ensure_ascii=rng.random() < 0.5)
    if rng.random() < 0.05:
        text = text.replace(":", rng.choice((":[", ": 1e999", ":-", ": " + "9" * 5_000)), 1)
    data = text.encode("utf-8", "surrogatepass")
    return raw(rng, data) if rng.random() < 0.12 else data


def _json_damaged(rng, value):
    holders = list(_holders(value))
    if not holders or rng.random() < 0.02:
        return copy.deepcopy(rng.choice(JSONS))
    # every depth is as likely, or a long list would take all damage
    depth = rng.choice(sorted({d for d, _ in holders}))
    holder = rng.choice([h for d, h in holders if d == depth])
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    what = rng.random()
    if not keys or what < 0.08:
        new = copy.deepcopy(rng.choice(JSONS))
        if isinstance(holder, dict):
            holder[rng.choice(("", "x", "name", "name ", "\0", "items", "sheet"))] = new
        else:
            holder.append(new)
        return value
    key = rng.choice(keys)
    if what < 0.25:
        del holder[key]
    elif what < 0.35:
        holder[key] = copy.deepcopy(holder[rng.choice(keys)])
    elif what < 0.42:
        holder[key] = [holder[key]]
    elif what < 0.5 and isinstance(holder[key], str):
        holder[key] = cell(rng)
    elif what < 0.53 and isinstance(holder, dict):
        holder[key + " "] = holder.pop(key)
    else:
        holder[key] = copy.deepcopy(rng.choice(JSONS))
    return value


def _holders(value, depth=0):
    if isinstance(value, dict | list):
        yield depth, value
        for one in value.values() if isinstance(value, dict) else value:
            yield from _holders(one, depth + 1)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def zip_bytes(parts: dict[str, bytes], level: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def parts(rng: random.Random, of: dict[str, bytes]) -> bytes:
    """A zip with a part taken away, cut, exchanged, repeated, blown up, or with bytes flipped."""
    of = dict(of)
    names = list(of)
    for _ in range(rng.choice((1, 1, 2))):
        name, what = rng.choice(names), rng.randrange(9)
        if what == 0:
            of.pop(name, None)
        elif what == 1:
            of[name] = raw(rng, of.get(name, b""))
        elif what == 2:
            of[name] = of.get(rng.choice(names), b"")
        elif what == 3:
            of[name] = b""
        elif what == 4 and rng.random() < 0.2:
            of[name] = of.get(name, b"")[:-20] + b" " * 120_000_000
        elif what in (5, 6):
            of[name] = xml(rng, of.get(name, b""))
        elif what == 7:
            of[rng.choice(("xl/vbaProject.bin", "../../x", "EncryptedPackage", "/abs", "x" * 300, name.upper()))] = b"x"
        else:
            of[name] = of.get(name, b"")[: rng.randrange(len(of.get(name, b"")) + 1)]
    data = zip_bytes(of)
    return raw(rng, data) if rng.random() < 0.2 else data


def xml(rng: random.Random, data: bytes) -> bytes:
    """An XML with an element or attribute changed, taken away or doubled."""
    import re

    tags = list(re.finditer(rb"<[^>]{1,2000}>", data[:400_000]))
    if not tags:
        return data
    tag = rng.choice(tags)
    what, text = rng.randrange(6), tag.group()
    if what == 0:
        new = b""
    elif what == 1:
        new = text * 2
    elif what == 2:
        value = b'="' + cell(rng)[:2_000].encode("utf-8", "replace").replace(b'"', b"") + b'"'
        new = re.sub(rb'="[^"]*"', lambda _: value, text, count=1)
    elif what == 3:
        new = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text
    elif what == 4:
        new = re.sub(rb'\s[\w:]+="[^"]*"', b"", text, count=1)
    else:
        other = rng.choice(tags)
        new = other.group()
    return data[: tag.start()] + new + data[tag.end() :]
