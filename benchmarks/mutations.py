"""Random mutations of a filled workbook through `check`, `collect` and the reading of tables: what came of each.

Run: python benchmarks/mutations.py [mutations] [seed]   (default 500 0)
A city is simulated and written once. One mutation in seven is of the whole workbook, the others are of its settings and one
sheet, which is read in a quarter of the time. Each is made and read in a forked process with a limit of memory and of time,
so that nothing is imported twice. Every outcome but a fault, a sentence or a clean reading is printed with its number,
from which it can be made again: python benchmarks/mutations.py 1 NUMBER
"""

from __future__ import annotations

import collections
import gc
import io
import os
import random
import re
import resource
import signal
import tempfile
import time
import traceback
import zipfile
from pathlib import Path

MEMORY = 1_000  # MB of one reading
SECONDS = 120  # of processor time
GRAIN = 2_500_000_000  # bytes of address space, well above what is counted as memory

VALUES = [
    "",
    "x",
    "=1/0",
    "#REF!",
    "5.000",
    "-1",
    "1e999",
    "NaN",
    "32.76.11.1001",
    "ya",
    "\u202e",
    "\U0001f600",
    "'",
    "&#0;",
    "&lt;b&gt;",
    "00",
    "2025-02-30",
    "99999999999999999999",
    "TRUE",
    "a" * 40_000,
    "32760115" + "05900001",
    "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "_x0000_",
    "$",
    "\t",
    "\r\n",
]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def books_of(whole: bytes) -> list[bytes]:
    """The workbook, and for each of its other sheets the workbook of that sheet and its settings."""
    parts = parts_of(whole)
    index = parts["xl/workbook.xml"].decode()
    files = dict(
        re.findall(
            r'Id="(\w+)"[^>]*Target="(worksheets/[^"]+)"',
            re.sub(r'(Target="[^"]*")([^>]*)(Id="\w+")', r"\3\2\1", parts["xl/_rels/workbook.xml.rels"].decode()),
        )
    )
    sheets = {
        name: (tag, files[part]) for tag, name, part in re.findall(r'(<sheet [^>]*?name="(\w+)"[^>]*?r:id="(\w+)"/>)', index)
    }
    made = [whole]
    for kept in ("villages", "neighbourhoods", "sites", "households", "deliveries", "scores"):
        left = [one for name, one in sheets.items() if name not in ("settings", kept)]
        small = index
        for tag, _ in left:
            small = small.replace(tag, "")
        gone = {f"xl/{file}" for _, file in left}
        made.append(
            packed({name: content for name, content in parts.items() if name not in gone} | {"xl/workbook.xml": small.encode()})
        )
    return made


def some_part(rng: random.Random, parts: dict[str, bytes]) -> str:
    sheets = [name for name in parts if "worksheets" in name]
    return rng.choice(sheets if rng.random() < 0.7 else list(parts))


def bytes_of_the_zip(rng, data):
    out = bytearray(data)
    for _ in range(rng.choice([1, 3, 30])):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out[: rng.randrange(len(out))] if rng.random() < 0.2 else out)


def bytes_of_the_directory(rng, data):
    out, at = bytearray(data), data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    for _ in range(rng.choice([1, 4])):
        out[rng.randrange(at, len(out))] = rng.choice([0, 1, 255, rng.randrange(256)])
    return bytes(out)


def bytes_of_a_part(rng, data):
    parts = parts_of(data)
    name = some_part(rng, parts)
    xml = bytearray(parts[name])
    for _ in range(rng.choice([1, 5, 50])):
        at = rng.randrange(len(xml))
        xml[at : at + rng.choice([0, 1, 1, 1, 20])] = rng.choice(
            [b"", b"<", b">", b'"', b"'", b"&", b"\0", b"/", b" ", b"]]>", b"<!--", bytes([rng.randrange(256)])]
        )
    return packed(parts | {name: bytes(xml)})


def exchanged(pattern: bytes, with_what):
    """A mutation that exchanges what some of the matches in a sheet hold."""

    def mutate(rng, data):
        parts = parts_of(data)
        name = some_part(rng, parts)
        share = rng.choice([0.001, 0.05, 1])
        changed = re.sub(pattern, lambda m: with_what(rng, m) if rng.random() < share else m[0], parts[name])
        return packed(parts | {name: changed})

    return mutate


def typed(rng, m):
    return m[1] + rng.choice(VALUES).encode("utf-8", "replace") + m[3]


def structure(rng, data):
    parts = parts_of(data)
    for _ in range(rng.choice([1, 2])):
        name = some_part(rng, parts)
        kind = rng.randrange(6)
        if kind == 0:
            del parts[name]
        elif kind == 1:
            parts[name] = parts[rng.choice(list(parts))]
        elif kind == 2:
            parts[name] = b""
        elif kind == 3:
            parts[name] = (
                parts[name].decode("utf-8").encode(rng.choice(["utf-16", "utf-16-be", "latin-1", "utf-8-sig"]), "replace")
            )
        elif kind == 4:
            tags = re.findall(rb"</?[^<>]+>", parts[name])
            parts[name] = parts[name].replace(rng.choice(tags), rng.choice(tags), rng.choice([1, -1])) if tags else b"<a/>"
        else:
            parts[rng.choice([name.upper(), "../" + name, "/" + name, name + "x"])] = parts[name]
    return packed(parts)


def lines(rng, data):
    parts = parts_of(data)
    name = some_part(rng, {n: x for n, x in parts.items() if b"<sheetData>" in x})
    rows = re.findall(rb"<row .*?</row>|<row [^>]*/>", parts[name], re.DOTALL)
    if not rows:
        return data
    kind, at = rng.randrange(5), parts[name].find(b"<sheetData>") + 11
    end = parts[name].find(b"</sheetData>")
    if kind == 0:
        rng.shuffle(rows)
    elif kind == 1:
        rows = [row for row in rows if rng.random() < 0.5]
    elif kind == 2:
        rows += rng.choices(rows, k=5)
    elif kind == 3:
        rows = [re.sub(rb' r="[A-Z]*\d+"', b"", row) for row in rows]
    else:
        rows = [re.sub(rb"(<c .*?)(?=<c )", lambda m: m[1] if rng.random() < 0.8 else b"", row, flags=re.DOTALL) for row in rows]
    return packed(parts | {name: parts[name][:at] + b"".join(rows) + parts[name][end:]})


MUTATIONS = {
    "bytes of the zip": bytes_of_the_zip,
    "its directory": bytes_of_the_directory,
    "bytes of a part": bytes_of_a_part,
    "cell values": exchanged(rb"(<(?:t|v)(?: [^>]*)?>)([^<]*)(</(?:t|v)>)", typed),
    "addresses": exchanged(
        rb'( r=")([A-Z]+\d+)(")',
        lambda rng, m: (
            m[1]
            + rng.choice([b"A1", b"XFD1048576", b"A30000000", b"AAAA9", b"", b"5", b"b2", b"$C$3", b"A0", m[2] + b"0"])
            + m[3]
        ),
    ),
    "attributes": exchanged(
        rb'( \w+=")([^"]*)(")',
        lambda rng, m: m[1] + rng.choice([b"", b"-1", b"x", b"999999999999", b"s", b"&quot;", m[2] * 3]) + m[3],
    ),
    "kinds of cells": exchanged(
        rb'( t=")(\w+)(")',
        lambda rng, m: m[1] + rng.choice([b"s", b"n", b"b", b"e", b"d", b"str", b"inlineStr", b"zz", b""]) + m[3],
    ),
    "styles": exchanged(rb'( s=")(\d+)(")', lambda rng, m: m[1] + str(rng.choice([0, 1, 5, 7, 99, 10**20])).encode() + m[3]),
    "numbers": exchanged(
        rb"(<v>)([-0-9.]+)(</v>)",
        lambda rng, m: m[1] + rng.choice([b"-" + m[2], m[2] + b"e300", b"2958465.5", b"0.1", b"1e400", m[2][:1]]) + m[3],
    ),
    "structure": structure,
    "lines": lines,
}


def doors(path: Path) -> str:
    """What reading says, through three doors: the check, the collection and a table of the user's own."""
    from p2wkss_analysis.province.reading import read_file
    from p2wkss_analysis.say.errors import P2wkssError
    from p2wkss_analysis.tables.open_file import read_table
    from p2wkss_analysis.tables.workbook.check import check

    checked = check(path, "id", key=path.with_name("city.key"))
    found = read_file(path, path.name, "id")
    if "unexpected" in found.reason[1]:
        raise RuntimeError(found.reason[1])
    try:
        read_table(path, numbers=["poverty_percent"], needed=["village_code"])
    except P2wkssError:
        pass
    if not checked.ok:
        assert (checked.faults["rule"] != "").all() and (checked.faults["remedy"] != "").all()
        return "refused whole" if (checked.faults["sheet"] == "").all() else "faults"
    return "clean"


def one(number: int, books: list[bytes], folder: Path) -> tuple[str, str, str]:
    """The kind of mutation, its outcome and, where that is a finding, the last lines of what happened."""
    kind = list(MUTATIONS)[number % len(MUTATIONS)]
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        resource.setrlimit(resource.RLIMIT_AS, (GRAIN, GRAIN))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
        path = folder / f"{number}.xlsx"
        try:
            path.write_bytes(MUTATIONS[kind](random.Random(number), books[number % len(books)]))
            said = doors(path)
        except BaseException as error:  # noqa: BLE001  what escaped is what is counted
            from p2wkss_analysis.say.errors import P2wkssError

            said = "sentence" if isinstance(error, P2wkssError) else "FINDING " + "".join(traceback.format_exception(error)[-3:])
        path.unlink(missing_ok=True)
        os.write(there, said.encode("utf-8", "replace")[:3000])
        os._exit(0)
    os.close(there)
    said = b""
    while more := os.read(here, 4096):
        said += more
    os.close(here)
    _, status, used = os.wait4(child, 0)
    text = said.decode("utf-8", "replace")
    if os.WIFSIGNALED(status):
        text = f"FINDING died of {signal.Signals(os.WTERMSIG(status)).name}"
    elif used.ru_maxrss / 1024 > MEMORY:
        text = f"FINDING {used.ru_maxrss // 1024} MB"
    return kind, ("FINDING" if text.startswith("FINDING") else text), text


def main(count: int, seed: int) -> None:
    import p2wkss_analysis as p2
    from p2wkss_analysis.disclosure.privacy import write_key

    folder = Path(tempfile.mkdtemp())
    write_key(folder / "city.key")
    whole = p2.simulate_city("32.76", seed=1).write(folder / "city.xlsx").read_bytes()
    books = books_of(whole)
    for book in books:
        (folder / "city.xlsx").write_bytes(book)
        print("unchanged:", doors(folder / "city.xlsx"), flush=True)  # and imports, once, what all of them need
    gc.freeze()  # what is forked is not looked through again and again
    outcomes: dict[str, collections.Counter] = {kind: collections.Counter() for kind in MUTATIONS}
    start = time.perf_counter()
    for number in range(seed, seed + count):
        kind, outcome, text = one(number, books, folder)
        outcomes[kind][outcome] += 1
        if outcome == "FINDING":
            print(f"{number} {kind}: {text}", flush=True)
    words = ["clean", "faults", "refused whole", "sentence", "FINDING"]
    print(f"{'mutation':24}" + "".join(f"{word:>15}" for word in words))
    for kind, counted in outcomes.items():
        print(f"{kind:24}" + "".join(f"{counted[word]:>15}" for word in words))
    print(f"{count} mutations in {time.perf_counter() - start:.0f} s, {sum(c['FINDING'] for c in outcomes.values())} findings")


if __name__ == "__main__":
    from asked import asked

    typed = asked(mutations=500, seed=0)
    main(typed.mutations, typed.seed)
