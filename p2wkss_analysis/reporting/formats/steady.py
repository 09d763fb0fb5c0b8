"""Office files without the moment they were made: the same data give the same file, byte for byte."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_MOMENTS = re.compile(rb"<dcterms:(created|modified)[^>]*>.*?</dcterms:\1>", re.DOTALL)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP file can name


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What a library saves that dates every part by the clock, made steady; a clock that was set back to 1970 does no harm."""
    out = io.BytesIO()
    with _earliest():
        save(out)
    return steady(out.getvalue())


@contextmanager
def _earliest() -> Iterator[None]:
    """Inside the block it is the earliest moment for whoever writes a ZIP: `zipfile` refuses to name one before."""
    names, clock = vars(zipfile), zipfile.time  # type: ignore[attr-defined]
    names["time"] = _Stopped()
    try:
        yield
    finally:
        names["time"] = clock


class _Stopped:
    """The module `time`, whose local time stands still."""

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)

    def localtime(self, *_: float) -> time.struct_time:
        return time.struct_time((*_EARLIEST, 0, 0, 0))


def steady(package: bytes) -> bytes:
    """The same Office Open XML package with fixed ZIP times and without its dates of making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MOMENTS.sub(b"", content)
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, content)
    return out.getvalue()
