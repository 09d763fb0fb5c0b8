"""Hostile, broken and merely large files through `check` and the reading of tables: seconds of the processor, peak memory, what was said.

Run: python benchmarks/hostile_workbooks.py [--small] [name ...]
Each file is read in a process of its own. With --small the files are those of the tests, a few kilobytes each.
`small` and `large` of a file differ in its numbers alone; no file is larger than 50 MB.
"""

from __future__ import annotations

import os
import resource
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADS = ("household_id", "wave", "village_code", "rt", "assisted", "status")
ROW = ("KK-0001", "0", "32.76.11.1001", "4", "yes", "interviewed")

Files = dict[str, Callable[[Path, bool], Path]]
BOOKS: Files = {}  # name to a function of (folder, whether large) that writes the file
TABLES: Files = {}


def book(name: str):
    return lambda make: BOOKS.setdefault(name, lambda folder, large: make(folder / "kota.xlsx", large))


def table(name: str):
    return lambda make: TABLES.setdefault(name, lambda folder, large: make(folder / "tabel.csv", large))


def line(number: int, texts=ROW) -> str:
    cells = "".join(f'<c r="{"ABCDEFGH"[i]}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


def sheet(rows: str, before: str = "", after: str = "", head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{line(1, HEADS)}{line(2)}{rows}</sheetData>{after}</worksheet>'


def write(path: Path, data, strings="", styles="", extra: dict | None = None, sheets: int = 1, names: str | None = None) -> Path:
    """A workbook whose first sheet is households. `data` is text, bytes or an iterator of bytes."""
    named = names or '<sheet name="households" sheetId="1" r:id="r1"/>' + "".join(
        f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(2, sheets + 1))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
            f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, sheets + 1)) + "</Relationships>",
        "xl/styles.xml": styles or f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": strings or f'<sst xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": data,
        **{f"xl/worksheets/sheet{n}.xml": sheet("") for n in range(2, sheets + 1)},
        **(extra or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for name, content in parts.items():
            if isinstance(content, (str, bytes)):
                file.writestr(name, content)
                continue
            with file.open(name, "w", force_zip64=True) as part:
                for piece in content:
                    part.write(piece if isinstance(piece, bytes) else piece.encode())
    return path


def around(pieces: Iterator[str]) -> Iterator[str]:
    """A sheet whose further rows come piece by piece."""
    start, end = sheet("\0").split("\0")
    yield start
    yield from pieces
    yield end


def far(address: str, tag: str = '<c r="{}"><v>1</v></c>'):
    return lambda path, large: write(path, sheet(f'<row r="3">{tag.format(address)}</row>'))


for said, address, tag in (
    ("far line of eleven digits", "A99999999999", '<c r="{}"><v>1</v></c>'), ("far line", "A30000000", '<c r="{}"><v>1</v></c>'),
    ("last cell of Excel", "XFD1048576", '<c r="{}"><v>1</v></c>'), ("far, in single quotes", "XFD1048576", "<c r='{}'><v>1</v></c>"),
    ("far, blanks at the sign", "XFD1048576", '<c r = "{}" ><v>1</v></c>'), ("far, attributes turned round", "XFD1048576", '<c s="0" t="n" r="{}"><v>1</v></c>'),
    ("far, with a prefix", "XFD1048576", f'<x:c xmlns:x="{MAIN}" r="{{}}"><x:v>1</x:v></x:c>'), ("far, as a reference", "XFD1048576", '<c r="&#88;FD1048576"><v>1</v></c>'),
    ("far, column of ten letters", "ZZZZZZZZZZ1", '<c r="{}"><v>1</v></c>'), ("far, an attribute with a >", "XFD1048576", '<c x=">" r="{}"><v>1</v></c>'),
    ("far, behind a comment", "XFD1048576", '<!-- <c r="A3"/> --><c r="{}"><v>1</v></c>'), ("far, no cell before", "AAAA1048577", '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'),
    ("address of a thousand digits", "A" + "9" * 5000, '<c r="{}"><v>1</v></c>'),
):
    book(said)(far(address, tag))


@book("far line without addresses of cells")
def _(path, large):
    return write(path, sheet('<row r="1048570"/>' + "<row><c><v>1</v></c></row>" * 30))


@book("a sheet in UTF-16")
def _(path, large):
    return write(path, sheet('<row r="3"><c r="XFD1048576"><v>1</v></c></row>', head='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"))


@book("an encoding that is not there")
def _(path, large):
    return write(path, sheet("", head='<?xml version="1.0" encoding="x-none"?>'))


@book("size claimed, nothing there")
def _(path, large):
    return write(path, sheet("", before='<dimension ref="A1:XFD1048576"/>'))


@book("merged ranges")
def _(path, large):
    merged = '<mergeCell ref="A1:XFD1048576"/>' * (1_000_000 if large else 50)
    return write(path, sheet("", after=f"<mergeCells>{merged}</mergeCells>"))


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"


@book("entities in the sheet")
def _(path, large):
    return write(path, sheet('<row r="3"><c r="A3" t="inlineStr"><is><t>&i;</t></is></c></row>', head=BOMB))


@book("entities in the strings")
def _(path, large):
    return write(path, sheet(""), strings=f"{BOMB}<sst><si><t>&i;</t></si></sst>")


@book("entities in the styles")
def _(path, large):
    return write(path, sheet(""), styles=f'{BOMB}<styleSheet><numFmts><numFmt numFmtId="1" formatCode="&i;"/></numFmts></styleSheet>')


@book("an entity from a file")
def _(path, large):
    return write(path, sheet('<row r="3"><c r="A3" t="inlineStr"><is><t>&x;</t></is></c></row>', head='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'))


@book("deep nesting")
def _(path, large):
    deep = 3_000_000 if large else 500
    return write(path, sheet("<x>" * deep + "</x>" * deep))


@book("deep nesting of the list of sheets")
def _(path, large):
    deep = 1_000_000 if large else 500
    return write(path, sheet(""), extra={"xl/workbook.xml": "<workbook>" + "<x>" * deep + "</x>" * deep + "</workbook>"})


@book("one long string in many cells")
def _(path, large):
    rows, wide = (200_000, 20) if large else (20, 5)
    return write(path, around((f'<row r="{n}">' + "".join(f'<c r="{c}{n}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJKLMNOPQRST"[:wide]) + "</row>"
                               for n in range(3, rows)), ), strings=f"<sst><si><t>{'x' * 32_767}</t></si></sst>")


@book("one string without end")
def _(path, large):
    return write(path, sheet(""), strings=iter(["<sst><si><t>", *["x" * 1_000_000] * (900 if large else 2), "</t></si></sst>"]))


@book("many strings")
def _(path, large):
    return write(path, sheet(""), strings=iter(["<sst>", *(f"<si><t>{n:0>30}</t></si>" for n in range(6_000_000 if large else 50)), "</sst>"]))


@book("many empty strings")
def _(path, large):
    return write(path, sheet(""), strings=iter(["<sst>", *["<si/>" * 100_000] * (1_500 if large else 1), "</sst>"]))


@book("a string that is not there")
def _(path, large):
    return write(path, sheet('<row r="3"><c r="A3" t="s"><v>7</v></c></row>'))


@book("blanks without end")
def _(path, large):
    return write(path, around(" " * 1_000_000 for _ in range(2_000 if large else 1)))


@book("empty cells without end")
def _(path, large):
    return write(path, around(f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="1"/>' for c in "ABCDEFGHIJKLMNOPQRST") + "</row>"
                              for n in range(3, 1_048_577 if large else 50)))


@book("one cell again and again")
def _(path, large):
    return write(path, around('<row r="3">' + '<c r="A3"/>' * 100_000 + "</row>" for _ in range(500 if large else 1)))


@book("an attribute without end")
def _(path, large):
    return write(path, iter([f'<worksheet xmlns="{MAIN}"><sheetData><row r="1" spans="', *["1" * 1_000_000] * (900 if large else 1), '"/></sheetData></worksheet>']))


@book("a line without end")
def _(path, large):
    return write(path, around(f'<c r="A3" t="inlineStr"><is><t>{os.urandom(500).hex()}</t></is></c>' for _ in range(60_000 if large else 5)))


@book("attributes in hundreds of thousands")
def _(path, large):
    given = " ".join(f'a{n}="1"' for n in range(300_000 if large else 500))
    return write(path, sheet(f'<row r="3"><c r="A3" {given}><v>1</v></c></row>'))


@book("lines turned round, cells twice")
def _(path, large):
    return write(path, sheet(line(9) + line(4) + line(4) + '<row r="5"><c r="C5"><v>1</v></c><c r="A5"><v>2</v></c></row>'))


@book("thousands of sheets")
def _(path, large):
    return write(path, sheet(""), sheets=4_000 if large else 400)


@book("a sheet without lines")
def _(path, large):
    return write(path, sheet(""), sheets=2, extra={"xl/worksheets/sheet2.xml": f'<worksheet xmlns="{MAIN}"><sheetData></sheetData></worksheet>'})


@book("a name of a sheet twice")
def _(path, large):
    return write(path, sheet(""), names='<sheet name="households" r:id="r1"/><sheet name="households" r:id="r1"/>')


@book("a million entries in the zip")
def _(path, large):
    write(path, sheet(""))
    with zipfile.ZipFile(path, "a") as file:
        for number in range(400_000 if large else 6_000):
            file.writestr(zipfile.ZipInfo(f"a{number}"), b"")
    return path


@book("an entry twice")
def _(path, large):
    write(path, sheet(""))
    with zipfile.ZipFile(path, "a") as file:
        file.NameToInfo.clear()
        file.writestr("xl/worksheets/sheet1.xml", sheet(line(3)))
    return path


def forged(path: Path, offset: int, value: bytes) -> Path:
    """Bytes of the directory's entry of the first sheet replaced."""
    write(path, sheet(line(3)))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    data[at + offset:at + offset + len(value)] = value
    path.write_bytes(bytes(data))
    return path


book("a size too small in the directory")(lambda path, large: forged(path, 24, struct.pack("<I", 10)))
book("a size too large in the directory")(lambda path, large: forged(path, 24, struct.pack("<I", 4_000_000_000)))
book("a packed size of nothing")(lambda path, large: forged(path, 20, struct.pack("<I", 0)))
book("marked as encrypted")(lambda path, large: forged(path, 8, struct.pack("<H", 1)))
book("a way of packing nobody knows")(lambda path, large: forged(path, 10, struct.pack("<H", 99)))
book("an entry that points at another")(lambda path, large: forged(path, 42, struct.pack("<I", 0)))
book("a checksum that is wrong")(lambda path, large: forged(path, 16, b"\1\2\3\4"))


@book("packed with bzip2")
def _(path, large):
    write(path, "")
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()} | {"xl/worksheets/sheet1.xml": sheet("").encode() + b" " * (900_000_000 if large else 1_000)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


@book("names that lead out of the file")
def _(path, large):
    link = zipfile.ZipInfo("xl/link.xml")
    link.external_attr = 0o120777 << 16
    write(path, sheet(""), extra={"../../etc/evil": "x", "/abs": "x", "C:\\x": "x"})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(link, "/etc/passwd")
    return path


@book("a sheet outside of the file")
def _(path, large):
    return write(path, sheet(""), extra={"xl/_rels/workbook.xml.rels":
                 f'<Relationships><Relationship Id="r1" Type="{LINKS}/worksheet" Target="../../../../etc/passwd"/></Relationships>'})


@book("an old workbook in front of a zip")
def _(path, large):
    data = write(path, sheet("")).read_bytes()
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + data)
    return path


@book("an OpenDocument sheet of repeated lines")
def _(path, large):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", '<office:document-content><table:table><table:table-row table:number-rows-repeated="1048576">'
                                     '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:document-content>')
    return path


@book("styles in millions")
def _(path, large):
    return write(path, sheet(""), styles=iter([f'<styleSheet xmlns="{MAIN}"><cellXfs>', *['<xf numFmtId="9"/>'] * (1_500_000 if large else 9), "</cellXfs></styleSheet>"]))


@book("a style number beyond all")
def _(path, large):
    return write(path, sheet('<row r="3"><c r="A3" s="99999999999999999999"><v>5</v></c></row>'))


@book("attributes that are none")
def _(path, large):
    given = (b's="x"', b's="-1"', b's=""', b's="\xd9\xa3"', b't="n" s="1e5"')
    rows = b"".join(b'<row r="%d"><c r="A%d" %s><v>5</v></c></row>' % (n, n, a) for n, a in enumerate(given, start=3))
    return write(path, sheet("\0").encode().replace(b"\0", rows))


@book("bytes that are no text")
def _(path, large):
    return write(path, sheet("\0").encode().replace(b"\0", b'<row r="3"><c r="A3" t="\xbb"><v>5</v></c></row>'))


@book("numbers that are none")
def _(path, large):
    numbers = ("1e999", "NaN", "-INF", "1_000", "0x1", "9" * 5_000, "1e-400", " 5 ", "٣")
    return write(path, sheet("".join(f'<row r="{n}"><c r="A{n}"><v>{v}</v></c></row>' for n, v in enumerate(numbers, start=3))))


@book("every cell an error")
def _(path, large):
    return write(path, around(f'<row r="{n}">' + "".join(f'<c r="{c}{n}" t="e"><v>#REF!</v></c>' for c in "ABCDEF") + "</row>" for n in range(3, 700_000 if large else 20)))


@book("every cell wrong")
def _(path, large):
    return write(path, around(line(n, ("x", "5.000x", "y", "z", "?", "!")) for n in range(3, 700_000 if large else 20)))


@book("every cell empty but one")
def _(path, large):
    return write(path, around(f'<row r="{n}"><c r="B{n}"><v>0</v></c></row>' for n in range(3, 700_000 if large else 20)))


@book("every cell a percentage")
def _(path, large):
    return write(path, around(f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="1"><v>0.{n}</v></c>' for c in "ABCDEF") + "</row>" for n in range(3, 400_000 if large else 20)))


@book("signs of another plane")
def _(path, large):
    return write(path, around(line(n, ("\U0001f600" * 20 + str(n), "_xD83D_", "\u202e", "\ufffe", "_x0000_", "é")) for n in range(3, 100_000 if large else 20)))


@book("half of a file")
def _(path, large):
    path.write_bytes(write(path, sheet(line(3) * 50)).read_bytes()[:-900])
    return path


def honest(rows: int, columns: int):
    def make(path: Path, large: bool) -> Path:
        from p2wkss_analysis.tables.workbook_sheets import example_of, fields_of
        from p2wkss_analysis.tables.workbook_xml import column_letters

        fields = fields_of("households")[:columns]
        letters = [column_letters(n) for n in range(columns)]
        heads = [f["name"] for f in fields] + [f"more_{n}" for n in range(columns - len(fields))]
        given = [f.get("example") if f["type"] in ("number", "integer") else example_of(f, "id") for f in fields] + [5] * (columns - len(fields))

        def one(number: int, values) -> str:
            return f'<row r="{number}">' + "".join(
                f'<c r="{a}{number}"><v>{v}</v></c>' if isinstance(v, (int, float)) else f'<c r="{a}{number}" t="inlineStr"><is><t>{v}</t></is></c>'
                for a, v in zip(letters, values, strict=True)) + "</row>"

        def all_rows() -> Iterator[str]:
            yield f'<worksheet xmlns="{MAIN}"><sheetData>' + one(1, heads)
            for n in range(rows if large else 20):
                values = [v if h != "no_kk" else "" for h, v in zip(heads, given, strict=True)]
                values[heads.index("household_id")], values[heads.index("wave")] = f"KK-{n:07d}", 0
                if columns > 40:
                    values[heads.index("expenditure_rupiah_month")] = 1_000_000 + n * 37 % 700_001
                    values[heads.index("note")] = f"catatan {n % 90_000}"
                yield one(n + 2, values)
            yield "</sheetData></worksheet>"

        return write(path, all_rows())
    return make


book("honest: 100,000 lines, 45 columns")(honest(100_000, 45))
book("honest: 100,000 lines, 80 columns")(honest(100_000, 80))
book("honest: 300,000 lines, 45 columns")(honest(300_000, 45))


@table("a quotation mark never closed")
def _(path, large):
    path.write_text("area_code,poor\n32.76.11.1001,\"5\n" + "32.76.11.1002,6\n" * (3_000_000 if large else 9_000))
    return path


@table("one line without end")
def _(path, large):
    path.write_text("area_code,poor\n32.76.11.1001," + "5" * (49_000_000 if large else 200_000))
    return path


@table("a million columns")
def _(path, large):
    path.write_text("area_code,poor" + ",x" * (1_000_000 if large else 20_000) + "\n32.76.11.1001,5\n")
    return path


@table("commas without end")
def _(path, large):
    path.write_text("area_code,poor\n" + "," * (49_000_000 if large else 20_000))
    return path


@table("zeros of C")
def _(path, large):
    path.write_bytes(b"area_code,poor\n32.76.11.1001,5\n" + b"\0" * (49_000_000 if large else 2_000))
    return path


@table("lines without end")
def _(path, large):
    path.write_text("area_code,poor\n32.76.11.1001,5\n" + "\n" * (49_000_000 if large else 2_000))
    return path


@table("lines of one sign")
def _(path, large):
    path.write_text("area_code,poor\n32.76.11.1001,5\n" + "x\n" * (24_000_000 if large else 200))
    return path


@table("UTF-16")
def _(path, large):
    path.write_bytes(("area_code,poor\n" + "32.76.11.1001,5\n" * (1_000_000 if large else 2)).encode("utf-16"))
    return path


@table("honest: a million lines")
def _(path, large):
    path.write_text("area_code,poor\n" + "".join(f"32.76.11.1001,{n % 97}\n" for n in range(1_000_000 if large else 20)))
    return path


def said_by_check(path: Path) -> str:
    from p2wkss_analysis.tables.workbook_check import check

    checked = check(path, "en")
    if checked.ok:
        return f"no fault; {len(checked.tables.get('households', ()))} lines"
    first = checked.faults.iloc[0]
    return f"{len(checked.faults)} faults: {first['sheet']} {first['cell']} {first['rule']}"


def said_by_table(path: Path) -> str:
    from p2wkss_analysis.tables.open_file import read_table

    return f"{len(read_table(path, numbers=['poor'], needed=['area_code']))} lines"


def _measured(read: Callable[[Path], str], path: Path) -> tuple[float, int, str]:
    """Seconds of processor time, peak MB and the answer, of a process of its own."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = read(path)
        except BaseException as error:
            from p2wkss_analysis.errors import P2wkssError

            said = str(error) if isinstance(error, P2wkssError) else f"!!! {type(error).__name__}: {error}"
        os.write(there, said.encode("utf-8", "replace")[:4000])
        os._exit(0)
    os.close(there)
    said = b""
    while more := os.read(here, 4096):
        said += more
    os.close(here)
    _, status, used = os.wait4(child, 0)
    dead = f"!!! died of signal {os.WTERMSIG(status)} " if os.WIFSIGNALED(status) else ""
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, dead + said.decode("utf-8", "replace")


def main(names: list[str], large: bool) -> None:
    import p2wkss_analysis.tables.open_file
    import p2wkss_analysis.tables.workbook_check  # noqa: F401  imported before the fork, so that it is not timed

    os.environ["P2WKSS_LANG"] = "en"
    resource.setrlimit(resource.RLIMIT_AS, (6_000_000_000, resource.RLIM_INFINITY))
    print(f"{'file':42} {'MB':>6} {'seconds':>8} {'peak MB':>8}  said")
    for files, read in ((BOOKS, said_by_check), (TABLES, said_by_table)):
        for name, make in files.items():
            if names and not any(part in name for part in names):
                continue
            with tempfile.TemporaryDirectory() as folder:
                writer = os.fork()  # so that what writing took is not counted as the reader's
                if writer == 0:
                    make(Path(folder), large)
                    os._exit(0)
                os.waitpid(writer, 0)
                path = next(Path(folder).iterdir())
                seconds, peak, said = _measured(read, path)
                print(f"{name:42} {path.stat().st_size / 1e6:>6.1f} {seconds:>8.1f} {peak:>8}  {' '.join(said.split())[:130]}", flush=True)


if __name__ == "__main__":
    from asked import asked

    typed = asked(names=[], small=False)
    main(typed.names, not typed.small)
