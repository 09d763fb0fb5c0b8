"""Tables of text that are hostile, broken or merely long."""

from __future__ import annotations

from hostile_parts import table


@table("a quotation mark never closed")
def _(path, large):
    path.write_text('area_code,poor\n32.76.11.1001,"5\n' + "32.76.11.1002,6\n" * (3_000_000 if large else 9_000))
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
