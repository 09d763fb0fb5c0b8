"""Office files without the moment they were made: the same data give the same file, byte for byte."""

from __future__ import annotations

import io
import re
import zipfile

_MOMENTS = re.compile(rb"<dcterms:(created|modified)[^>]*>.*?</dcterms:\1>", re.DOTALL)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP file can name


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
