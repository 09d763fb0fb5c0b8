"""Whether a document is whole: it opens, it ends, no number in it is none, and what it shows is what was read."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
from door_judge import Silent

_NONE = re.compile(r"(?<![\w.-])(?:nan|NaN|None(?!: )|NaT|<NA>|-?inf)(?![\w-])|Traceback \(most|\{[a-z_]+(?:[:!][^{}]*)?\}")
_UNSEEN = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
_NUMBERS = {"i2": np.int16, "i4": np.int32, "f8": np.float64}


def whole(path: Path, as_typed: bool) -> None:
    """Raises Silent where a document is half, or says "nan" or the like; `as_typed`: somebody may have typed such a word."""
    data = path.read_bytes()
    texts = list(READERS[path.suffix](data, path.name))
    if as_typed:
        return
    for text in texts:
        if found := _NONE.search(text):
            raise Silent(f"{path.name} says {text[max(0, found.start() - 60) : found.end() + 30]!r}")


def _html(data: bytes, name: str) -> Iterator[str]:
    page = data.decode("utf-8")
    if not page.rstrip().endswith("</html>"):
        raise Silent(f"{name} does not end")
    yield unescape(_UNSEEN.sub(" ", page))


def _xml(data: bytes, name: str) -> Iterator[str]:
    """The words of a Word file, of slides or of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if packed.testzip() is not None:
            raise Silent(f"{name} is damaged")
        parts = [
            part
            for part in packed.namelist()
            if re.search(r"document\.xml|slides/slide\d+\.xml|sharedStrings|sheet\d+\.xml", part)
        ]
        if not parts:
            raise Silent(f"{name} is empty")
        for part in parts:
            yield from (
                unescape(word) for word in re.findall(r"<(?:w:|a:)?[tv](?: [^>]*)?>([^<]*)</", packed.read(part).decode("utf-8"))
            )


def _pdf(data: bytes, name: str) -> Iterator[str]:
    if not data.startswith(b"%PDF") or b"%%EOF" not in data[-1_024:]:
        raise Silent(f"{name} does not end")
    yield ""


def _notebook(data: bytes, name: str) -> Iterator[str]:
    cells = json.loads(data)["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    if any(output["output_type"] == "error" for output in outputs):
        raise Silent(f"{name} holds an error")
    if any(cell["cell_type"] == "code" and cell["execution_count"] is None for cell in cells):
        raise Silent(f"{name} was not run to its end")
    for output in outputs:
        said = {**output.get("data", {}), "text": output.get("text", "")}
        yield from (_UNSEEN.sub(" ", "".join(text)) for kind, text in said.items() if kind.startswith("text"))


READERS = {".html": _html, ".docx": _xml, ".pptx": _xml, ".xlsx": _xml, ".pdf": _pdf, ".ipynb": _notebook}


def same_figures(page: Path, workbook: Path) -> None:
    """Raises Silent where the explorer shows another figure of a village than the workbook holds."""
    from p2wkss_analysis.tables.workbook.check import check

    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text("utf-8"), re.DOTALL)
    (layer,) = json.loads(data[1])["layers"]
    rows = check(workbook, "en").tables["villages"].dropna(subset=["year"]).set_index(["year", "village_code"])
    for column in layer["columns"]:
        shown = _unpacked(column["values"]).reshape(len(layer["years"]), len(layer["codes"]))
        read = rows[column["key"]].unstack().reindex(index=layer["years"], columns=layer["codes"]).to_numpy(float)
        if not np.array_equal(shown, read, equal_nan=True):
            raise Silent(f"{page.name} shows other figures of {column['key']} than the workbook holds")


def _unpacked(values: dict[str, Any]) -> np.ndarray:
    kind = np.dtype(_NUMBERS[values["t"]])
    found = np.frombuffer(base64.b64decode(values["b"]), kind.newbyteorder("<"))
    if kind.kind == "f":
        return found
    return np.where(found == np.iinfo(kind).min, np.nan, found / 10.0 ** values["d"])
