"""What is read in a city's report: its tables by their columns, its words, the tables of its Word file."""

import datetime as dt
import io

import docx as python_docx
from docx.oxml.ns import qn

from p2wkss_analysis.reporting import document as doc

DAY = dt.date(2026, 11, 26)
FEW, RT = 2, 88  # two assisted households alone in an RT that no other sheet names


def tables(document, *columns) -> list[doc.Table]:
    """The tables that have all these columns."""
    return [
        b for c in document.chapters for b in c.blocks if isinstance(b, doc.Table) and set(columns) <= {k.name for k in b.columns}
    ]


def word_tables(file: bytes) -> list[list[list[str]]]:
    """The tables of a Word file that have a caption, cell by cell, read from its XML."""
    body = python_docx.Document(io.BytesIO(file)).element.body
    real = [t for t in body.iter(qn("w:tbl")) if t.tblPr.find(qn("w:tblCaption")) is not None]
    # a figure is not broken over lines: its spaces are no-break ones
    return [
        [
            [
                "".join(n.text or "" for n in cell.iter(qn("w:t"))).replace("\N{NO-BREAK SPACE}", " ")
                for cell in row.iter(qn("w:tc"))
            ]
            for row in t.iter(qn("w:tr"))
        ]
        for t in real
    ]


def words(document) -> str:
    return " ".join(
        str(getattr(b, "text", "")) + " ".join(i for i in getattr(b, "items", ()) if isinstance(i, str))
        for c in document.chapters
        for b in c.blocks
    )
