"""The formats a report can be written in: the one list, read by the function and by the help of the command."""

from __future__ import annotations

FORMATS = {  # name and file ending: its file in `formats/`, and its function; loaded when first asked for
    "html": ("html", "to_html"),
    "docx": ("word.document", "to_docx"),
    "xlsx": ("excel.workbook", "to_xlsx"),
    "pdf": ("pdf", "to_pdf"),
}
