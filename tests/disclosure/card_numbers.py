"""Numbers of identity and family cards in every dress, and the search that finds them in whatever is said or written.

What is searched: stdout, stderr, every file written (the parts of .xlsx, .docx, .pptx and .png, the text of .pdf, pictures inside
pages), errors, their tables and tracebacks. The search knows nothing of how the package reads: of everything it keeps the
digits of every script and nothing else, with and without markup and escapes, and looks for the first twelve of a number.
"""

import base64
import contextlib
import html
import io
import re
import unicodedata
import zipfile
from urllib.parse import unquote

from p2wkss_analysis.cli import main

NIK = "327601" + "550390" + "0001"  # of a woman: 40 is added to the day
FORMS = {
    "plain": NIK,
    "spaces": f"{NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]}",
    "dots": f"{NIK[:6]}.{NIK[6:12]}.{NIK[12:]}",
    "dashes": f"{NIK[:6]}-{NIK[6:12]}-{NIK[12:]}",
    "apostrophe": f"'{NIK}",
    "no-break": f"{NIK[:8]}\u00a0{NIK[8:]}",
    "sentence": f"NIK Ibu: {NIK}.",
}
OTHER = "327601" + "120471" + "0002"  # behind the first in one cell
PARTS = NIK[:4], NIK[4:8], NIK[8:12], NIK[12:]
ODD = {
    "children": " ".join(PARTS) + " 2 anak",
    "fields": ".".join((NIK[:2], NIK[2:4], NIK[4:6], NIK[6:10], NIK[10:12], NIK[12:])),
    "wide": "    ".join(PARTS),
    "two": " ".join((*PARTS, OTHER[:4], OTHER[4:8], OTHER[8:12], OTHER[12:])),
    "soft hyphen": "\u00ad".join(PARTS),
    "direction": "\u202e".join(PARTS),
    "arabic": NIK.translate({48 + d: 0x660 + d for d in range(10)}),
    "raised": NIK.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")),
    "glued": f"NIK{NIK}anak",
    "excel": f"{NIK[0]}.{NIK[1:15]}E+15",
    "long": f"{NIK}7",
    "too many": " ".join(PARTS) + "5",
    "marks": "\u0301".join(NIK),
    "break": "\n".join(PARTS),
    **{f"sign {sign}": sign.join(PARTS) for sign in ",|*+=;~·#"},
    "address": "%20".join(PARTS),
    "letters": "x".join(PARTS),
    "lines of a page": "<br>".join(PARTS),
    "codes": "".join(f"&#{ord(digit)};" for digit in NIK),
    "circled": NIK.translate(str.maketrans("0123456789", "⓿❶❷❸❹❺❻❼❽❾")),
}
NAMED = " dan ".join(
    ODD[name] for name in ("children", "fields", "two", "soft hyphen", "sign ·", "excel", "too many", "address")
)  # what a file may be called


def digits(text: str) -> str:
    left = re.sub(r"[\x00-/:-\x7f\ufffd]+", "", text)
    return left if left.isascii() else "".join(str(unicodedata.digit(sign, "")) for sign in left)


def said(text: str, numbers=(NIK, OTHER)) -> list[str]:
    """Which numbers stand in a text, in whatever dress."""
    bare = [
        digits(one)
        for one in (
            text,
            re.sub(r"<[^>]*>", "", html.unescape(html.unescape(text))),
            unquote(text),
            re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text),
        )
    ]
    return [n for n in numbers if any(n[:12] in one for one in bare)]


def inside(path) -> str:
    """All text of a file: of every part of an Office file, of every page of a PDF."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        return "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    if data[:2] == b"PK":
        texts = parts_of(data)
        return "\n".join(texts + [re.sub(r"<[^>]+>", "", text) for text in texts])  # a number may be split into runs
    text = data.decode("utf-8", "replace")
    inner = [base64.b64decode(found) for found in re.findall(r"base64,([A-Za-z0-9+/=]{40,})", text)]
    return "\n".join([text, *(one.decode("utf-8", "replace") for one in inner)])


def parts_of(package: bytes) -> list[str]:
    """Every part of an Office file, its properties too, and of the workbooks inside it, such as those behind the charts of slides."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        for name in parts.namelist():
            data = parts.read(name)
            texts += [name, *(parts_of(data) if data[:2] == b"PK" else [data.decode("utf-8", "replace")])]
    return texts


def everything(folder, *texts: str) -> str:
    return "\n".join([*texts, *(path.name + inside(path) for path in sorted(folder.rglob("*")) if path.is_file())])


def run(*arguments, lang="id") -> tuple[int, str]:
    """Exit code and all that a command said."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(a) for a in arguments] + ["--lang", lang])
        except SystemExit as stop:
            code = stop.code
    return code, out.getvalue() + err.getvalue()
