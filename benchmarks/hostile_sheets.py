"""Workbooks whose cells, strings and styles are hostile, broken or merely many."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from hostile_parts import MAIN, around, book, line, sheet, write


def far(address: str, tag: str = '<c r="{}"><v>1</v></c>'):
    return lambda path, large: write(path, sheet(f'<row r="3">{tag.format(address)}</row>'))


for said, address, tag in (
    ("far line of eleven digits", "A99999999999", '<c r="{}"><v>1</v></c>'),
    ("far line", "A30000000", '<c r="{}"><v>1</v></c>'),
    ("last cell of Excel", "XFD1048576", '<c r="{}"><v>1</v></c>'),
    ("far, in single quotes", "XFD1048576", "<c r='{}'><v>1</v></c>"),
    ("far, blanks at the sign", "XFD1048576", '<c r = "{}" ><v>1</v></c>'),
    ("far, attributes turned round", "XFD1048576", '<c s="0" t="n" r="{}"><v>1</v></c>'),
    ("far, with a prefix", "XFD1048576", f'<x:c xmlns:x="{MAIN}" r="{{}}"><x:v>1</x:v></x:c>'),
    ("far, as a reference", "XFD1048576", '<c r="&#88;FD1048576"><v>1</v></c>'),
    ("far, column of ten letters", "ZZZZZZZZZZ1", '<c r="{}"><v>1</v></c>'),
    ("far, an attribute with a >", "XFD1048576", '<c x=">" r="{}"><v>1</v></c>'),
    ("far, behind a comment", "XFD1048576", '<!-- <c r="A3"/> --><c r="{}"><v>1</v></c>'),
    ("far, no cell before", "AAAA1048577", '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'),
    ("address of a thousand digits", "A" + "9" * 5000, '<c r="{}"><v>1</v></c>'),
):
    book(said)(far(address, tag))


@book("far line without addresses of cells")
def _(path, large):
    return write(path, sheet('<row r="1048570"/>' + "<row><c><v>1</v></c></row>" * 30))


@book("a sheet in UTF-16")
def _(path, large):
    return write(
        path,
        sheet('<row r="3"><c r="XFD1048576"><v>1</v></c></row>', head='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"),
    )


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


BOMB = (
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@book("entities in the sheet")
def _(path, large):
    return write(path, sheet('<row r="3"><c r="A3" t="inlineStr"><is><t>&i;</t></is></c></row>', head=BOMB))


@book("entities in the strings")
def _(path, large):
    return write(path, sheet(""), strings=f"{BOMB}<sst><si><t>&i;</t></si></sst>")


@book("entities in the styles")
def _(path, large):
    return write(
        path, sheet(""), styles=f'{BOMB}<styleSheet><numFmts><numFmt numFmtId="1" formatCode="&i;"/></numFmts></styleSheet>'
    )


@book("an entity from a file")
def _(path, large):
    return write(
        path,
        sheet(
            '<row r="3"><c r="A3" t="inlineStr"><is><t>&x;</t></is></c></row>',
            head='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        ),
    )


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
    return write(
        path,
        around(
            (
                f'<row r="{n}">' + "".join(f'<c r="{c}{n}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJKLMNOPQRST"[:wide]) + "</row>"
                for n in range(3, rows)
            ),
        ),
        strings=f"<sst><si><t>{'x' * 32_767}</t></si></sst>",
    )


@book("one string without end")
def _(path, large):
    return write(path, sheet(""), strings=iter(["<sst><si><t>", *["x" * 1_000_000] * (900 if large else 2), "</t></si></sst>"]))


@book("many strings")
def _(path, large):
    return write(
        path,
        sheet(""),
        strings=iter(["<sst>", *(f"<si><t>{n:0>30}</t></si>" for n in range(6_000_000 if large else 50)), "</sst>"]),
    )


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
    return write(
        path,
        around(
            f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="1"/>' for c in "ABCDEFGHIJKLMNOPQRST") + "</row>"
            for n in range(3, 1_048_577 if large else 50)
        ),
    )


@book("one cell again and again")
def _(path, large):
    return write(path, around('<row r="3">' + '<c r="A3"/>' * 100_000 + "</row>" for _ in range(500 if large else 1)))


@book("an attribute without end")
def _(path, large):
    return write(
        path,
        iter(
            [
                f'<worksheet xmlns="{MAIN}"><sheetData><row r="1" spans="',
                *["1" * 1_000_000] * (900 if large else 1),
                '"/></sheetData></worksheet>',
            ]
        ),
    )


@book("a line without end")
def _(path, large):
    return write(
        path,
        around(f'<c r="A3" t="inlineStr"><is><t>{os.urandom(500).hex()}</t></is></c>' for _ in range(60_000 if large else 5)),
    )


@book("attributes in hundreds of thousands")
def _(path, large):
    given = " ".join(f'a{n}="1"' for n in range(300_000 if large else 500))
    return write(path, sheet(f'<row r="3"><c r="A3" {given}><v>1</v></c></row>'))


@book("lines turned round, cells twice")
def _(path, large):
    return write(path, sheet(line(9) + line(4) + line(4) + '<row r="5"><c r="C5"><v>1</v></c><c r="A5"><v>2</v></c></row>'))


@book("a sheet without lines")
def _(path, large):
    return write(
        path,
        sheet(""),
        sheets=2,
        extra={"xl/worksheets/sheet2.xml": f'<worksheet xmlns="{MAIN}"><sheetData></sheetData></worksheet>'},
    )


@book("styles in millions")
def _(path, large):
    return write(
        path,
        sheet(""),
        styles=iter(
            [
                f'<styleSheet xmlns="{MAIN}"><cellXfs>',
                *['<xf numFmtId="9"/>'] * (1_500_000 if large else 9),
                "</cellXfs></styleSheet>",
            ]
        ),
    )


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
    return write(
        path,
        around(
            f'<row r="{n}">' + "".join(f'<c r="{c}{n}" t="e"><v>#REF!</v></c>' for c in "ABCDEF") + "</row>"
            for n in range(3, 700_000 if large else 20)
        ),
    )


@book("every cell wrong")
def _(path, large):
    return write(path, around(line(n, ("x", "5.000x", "y", "z", "?", "!")) for n in range(3, 700_000 if large else 20)))


@book("every cell empty but one")
def _(path, large):
    return write(path, around(f'<row r="{n}"><c r="B{n}"><v>0</v></c></row>' for n in range(3, 700_000 if large else 20)))


@book("every cell a percentage")
def _(path, large):
    return write(
        path,
        around(
            f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="1"><v>0.{n}</v></c>' for c in "ABCDEF") + "</row>"
            for n in range(3, 400_000 if large else 20)
        ),
    )


@book("signs of another plane")
def _(path, large):
    return write(
        path,
        around(
            line(n, ("\U0001f600" * 20 + str(n), "_xD83D_", "\u202e", "\ufffe", "_x0000_", "é"))
            for n in range(3, 100_000 if large else 20)
        ),
    )


def honest(rows: int, columns: int):
    def make(path: Path, large: bool) -> Path:
        from p2wkss_analysis.dictionary.sheets import example_of, fields_of
        from p2wkss_analysis.tables.xlsx.xml import column_letters

        fields = fields_of("households")[:columns]
        letters = [column_letters(n) for n in range(columns)]
        heads = [f["name"] for f in fields] + [f"more_{n}" for n in range(columns - len(fields))]
        given = [f.get("example") if f["type"] in ("number", "integer") else example_of(f, "id") for f in fields] + [5] * (
            columns - len(fields)
        )

        def one(number: int, values) -> str:
            return (
                f'<row r="{number}">'
                + "".join(
                    f'<c r="{a}{number}"><v>{v}</v></c>'
                    if isinstance(v, (int, float))
                    else f'<c r="{a}{number}" t="inlineStr"><is><t>{v}</t></is></c>'
                    for a, v in zip(letters, values, strict=True)
                )
                + "</row>"
            )

        def all_rows() -> Iterator[str]:
            yield f'<worksheet xmlns="{MAIN}"><sheetData>' + one(1, heads)
            for n in range(rows if large else 20):
                values = [v if h != "no_kk" else "" for h, v in zip(heads, given, strict=True)]
                values[heads.index("household_id")], values[heads.index("wave")] = f"KK-{n:07d}", 0
                if "note" in heads:
                    values[heads.index("expenditure_rupiah_month")] = 1_000_000 + n * 37 % 700_001
                    values[heads.index("note")] = f"catatan {n % 90_000}"
                yield one(n + 2, values)
            yield "</sheetData></worksheet>"

        return write(path, all_rows())

    return make


book("honest: 100,000 lines, 45 columns")(honest(100_000, 45))
book("honest: 100,000 lines, 80 columns")(honest(100_000, 80))
book("honest: 300,000 lines, 45 columns")(honest(300_000, 45))
