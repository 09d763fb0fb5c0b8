"""The empty rubric of a contest: columns, drop-downs and their meaning. It holds no weight; those are the organiser's."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import xlsxwriter

from ...files.atomic import write_new
from ...say import pick
from ...say.errors import WrongUse
from ...say.spoken import spoken
from ..profiles.own_file import COLUMNS, TOTAL
from ..profiles.profile import KINDS, RULES
from .template import MADE, SAFE

_ROOM = 500  # lines with drop-downs

_COLUMNS = {
    "item": {
        "id": "nama pendek butir, sekali saja; baris dengan nama total menyatakan jumlah bobot",
        "en": "a short name, once only; a line named total states the sum of the weights",
    },
    "label": {"id": "bunyi butir seperti dalam dokumen lomba", "en": "the item as the contest's document words it"},
    "kind": {"id": "jenis jawaban", "en": "kind of answer"},
    "weight": {
        "id": "angka paling tinggi butir ini menurut penyelenggara",
        "en": "the most points of the item, as its organiser says",
    },
    "target": {
        "id": "untuk persentase dan banyaknya: nilai yang memberi angka penuh",
        "en": "for percentages and counts: the value that gives all points",
    },
    "rule": {
        "id": "untuk persentase dan banyaknya: bagaimana angka diberikan",
        "en": "for percentages and counts: how points are given",
    },
    "source": {"id": "dokumen dan halaman", "en": "document and page"},
}


@spoken
def write_rubric_template(path: str | os.PathLike, lang: str | None = None) -> Path:
    """Write the empty rubric of a contest (.xlsx, .csv or .json), to be filled in from its organiser's document.

    It has the columns item, label, kind, weight, target, rule, source and not one weight: none is official. The Excel
    file explains each column and offers kinds and rules; `load_rubric` reads what was filled in.

    Raises WrongUse for another ending, a file that is there already, or one that cannot be written.

    >>> import tempfile
    >>> write_rubric_template(Path(tempfile.mkdtemp()) / "rubrik.csv").read_text(encoding="utf-8-sig").strip()
    'item,label,kind,weight,target,rule,source'
    """
    pick(lang, id="", en="")
    ending = Path(path).suffix.lower()
    if ending == ".csv":
        text = io.StringIO(newline="")
        csv.writer(text).writerow(COLUMNS)
        return write_new(path, ("\ufeff" + text.getvalue()).encode("utf-8"))
    if ending == ".json":
        empty = {"name": Path(path).stem, "label": "", "source": "", "note": "", "total": None, "items": []}
        return write_new(path, (json.dumps(empty, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    if ending != ".xlsx":
        raise WrongUse(
            id=f"{Path(path).name}: rubrik ditulis sebagai .xlsx, .csv, atau .json.",
            en=f"{Path(path).name}: a rubric is written as .xlsx, .csv or .json.",
        )
    return write_new(path, _excel(lang))


def _excel(lang: str) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    sheet, guide = (
        book.add_worksheet(pick(lang, id="rubrik", en="rubric")),
        book.add_worksheet(pick(lang, id="petunjuk", en="guide")),
    )
    head, text = (
        book.add_format({"bold": True, "bg_color": "#D9E7F2", "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, {"label": 60, "source": 40}.get(column, 18))
        sheet.write_string(0, place, column, head)
    for column, words in (("kind", KINDS), ("rule", RULES)):
        place = COLUMNS.index(column)
        sheet.data_validation(1, place, _ROOM, place, {"validate": "list", "source": list(words)})
    place = COLUMNS.index("weight")
    sheet.data_validation(1, place, _ROOM, place, {"validate": "decimal", "criteria": ">", "value": 0})
    sheet.freeze_panes(1, 1)
    guide.set_column(0, 0, 22)
    guide.set_column(1, 1, 100)
    lines = [
        *_COLUMNS.items(),
        *(("kind: " + k, words) for k, words in KINDS.items()),
        *(("rule: " + k, words) for k, words in RULES.items()),
    ]
    for row, (name, words) in enumerate(lines):
        guide.write_string(row, 0, name, head)
        guide.write_string(row, 1, pick(lang, **words), text)
    last = pick(
        lang,
        id=f"Bobot tidak diisikan di sini karena tidak ada bobot resmi. Baris {TOTAL} boleh ditambahkan agar jumlahnya diperiksa.",
        en=f"No weight is filled in, for none is official. A line {TOTAL} may be added, so that the sum is checked.",
    )
    guide.write_string(len(lines) + 1, 1, last, text)
    book.close()
    return data.getvalue()
