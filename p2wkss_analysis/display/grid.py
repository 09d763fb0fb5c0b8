"""A result as HTML: the sentence, then a table made by Great Tables. No script, no font, no address to fetch.

The style is our own and short: Great Tables' reaches other tables of the notebook and is white in a dark theme.
Ids come from the content, so that the same result gives the same letters every time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from html import escape
from typing import Any

from .columns import ColumnShown

_LINE = "rgba(128,128,128,.45)"  # seen on white and on black
_STYLE = f"""
.p2wkss-result {{ max-width: 100%; overflow-x: auto; margin: .2em 0 .8em; color: inherit; }}
.p2wkss-result p {{ max-width: 52em; margin: .1em 0 .7em; line-height: 1.45; }}
.p2wkss-result table {{ border-collapse: collapse; font-size: .95em; margin: 0; font-variant-numeric: tabular-nums;
  border-top: 2px solid {_LINE}; border-bottom: 2px solid {_LINE}; }}
.p2wkss-result th, .p2wkss-result td {{ padding: .32em .7em; border: 0; vertical-align: top; max-width: 30em; \
white-space: normal; }}
.p2wkss-result tr > .gt_left {{ text-align: left; }}
.p2wkss-result tr > .gt_right {{ text-align: right; white-space: nowrap; }}
.p2wkss-result th.gt_col_heading {{ font-weight: 600; vertical-align: bottom; white-space: normal; \
border-bottom: 1px solid {_LINE}; }}
.p2wkss-result tbody td {{ border-top: 1px solid rgba(128,128,128,.18); }}
.p2wkss-result tfoot td {{ text-align: left; font-size: .88em; opacity: .8; max-width: 60em; white-space: normal; \
padding-top: .5em; }}
.p2wkss-result tfoot tr:not(:first-child) td {{ padding-top: 0; }}
""".strip()


def to_html(sentence: str, columns: Sequence[ColumnShown], notes: Sequence[str]) -> str:
    """Sentence, table and notes as one block of HTML; every text is escaped.

    >>> "<b>" in to_html("<b>", [ColumnShown("a", "A", False, ["<b>"])], ["<b>"])
    False
    """
    said = "".join(f"<p>{escape(line)}</p>" for line in sentence.splitlines() if line.strip())
    table = _table(columns, notes) if columns else ""
    return f'<div class="p2wkss-result"><style>{_STYLE}</style>{said}{table}</div>'


def _table(columns: Sequence[ColumnShown], notes: Sequence[str]) -> str:
    import pandas as pd
    from great_tables import GT
    from great_tables import html as as_it_is

    frame = pd.DataFrame({f"c{i}": column.cells for i, column in enumerate(columns)}, dtype=object)
    names: dict[str, Any] = {
        f"c{i}": as_it_is(escape(column.label).replace("{", "&#123;")) for i, column in enumerate(columns)
    }  # or {{m^2}} would be read as a unit
    content = repr([(c.label, c.cells) for c in columns])
    table = GT(frame, id="p2-" + hashlib.sha256(content.encode()).hexdigest()[:10]).cols_label(**names)
    for align, numeric in (("left", False), ("right", True)):
        chosen = [key for key, column in zip(names, columns, strict=True) if column.numeric is numeric]
        if chosen:
            table = table.cols_align(align, chosen)
    for note in notes:
        table = table.tab_source_note(note)
    # Without its style and the padding that goes with it.
    raw = table.as_raw_html()
    made = raw[raw.index("<table") : raw.rindex("</table>") + len("</table>")]
    made = re.sub(r' data-quarto-[a-z-]+="false"', "", made)
    # A notebook that is not yet trusted loses the style sheet, not the style of a cell.
    made = re.sub(r'(<t[dh] [^>]*class="[^"]*gt_(left|right)")', r'\1 style="text-align:\2"', made)
    return made.replace('class="gt_sourcenote"', 'class="gt_sourcenote" style="text-align:left"')
