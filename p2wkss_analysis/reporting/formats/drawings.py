"""A picture as the bytes a format takes. Nothing is drawn here; a matplotlib Figure writes itself."""

from __future__ import annotations

import base64
import io
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

DOTS = 200  # an inch: what an office printer shows
_NEARLY = 0.02  # inches that a mark may reach over the edge unseen


def fonts() -> Path:
    """The folder of DejaVu Sans, the type of the pictures, which comes with matplotlib."""
    found = find_spec("matplotlib")
    assert found is not None and found.origin is not None, "matplotlib comes with the package"
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"


def png(picture: Any) -> bytes:
    """As PNG, cut to what is drawn, without a word on who made it or when."""
    out = io.BytesIO()
    picture.savefig(out, format="png", dpi=DOTS, bbox_inches="tight", metadata={"Software": None})
    return out.getvalue()


def svg_paths(picture: Any) -> bytes:
    """As SVG, cut to what is drawn, with letters as outlines: it looks alike in every program. Page and Word file of a report
    show the same picture: it is drawn once. Fixed salt and no date: the same data, the same file."""
    if picture not in _OUTLINED:
        import matplotlib

        buffer = io.BytesIO()
        with matplotlib.rc_context({"svg.hashsalt": "p2wkss", "svg.fonttype": "path"}):
            picture.savefig(buffer, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
        _OUTLINED[picture] = buffer.getvalue()
    return _OUTLINED[picture]


_OUTLINED: WeakKeyDictionary[Any, bytes] = WeakKeyDictionary()


def svg_text(picture: Any, lang: str) -> str:
    """As SVG whose words are words, to be searched and copied, where the picture knows how (`Picture.svg`).

    Outlines for a plain Figure, and where a label reaches over the edge and would be cut off.
    """
    box, (width, height) = picture.get_tightbbox(), picture.get_size_inches()
    inside = min(box.x0, box.y0, width - box.x1, height - box.y1) >= -_NEARLY
    return picture.svg(lang) if inside and hasattr(picture, "svg") else svg_paths(picture).decode("utf-8")


def data_address(picture: Any) -> str:
    """The same as an address inside a page."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg_paths(picture)).decode("ascii")
