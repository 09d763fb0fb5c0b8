"""Writing whole or not at all: a killed run leaves the earlier file as it was."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ..errors import WrongUse
from ..language.hidden import mask


def write_atomically(path: str | os.PathLike, data: bytes) -> Path:
    """Write `data` to `path` through a temporary file beside it, then rename; makes the folder if needed.

    Raises WrongUse where the file cannot be written or replaced (no right, no room, open in an office program).
    """
    path = Path(path)
    try:
        return _write(path, data)
    except OSError as error:
        raise WrongUse(
            id=f"{path.name} tidak dapat ditulis ({error.strerror or type(error).__name__}). Periksa folder dan hak aksesnya, dan "
            "tutup berkas itu bila sedang terbuka.",
            en=f"{path.name} cannot be written ({error.strerror or type(error).__name__}). Check the folder and its rights, and close "
            "the file if it is open.",
        ) from None


def write_new(path: str | os.PathLike, data: bytes) -> Path:
    """The same for what people fill in, sign or build on: a file that holds anything else is never replaced.

    Raises WrongUse where there is such a file.
    """
    path = Path(path)
    if path.exists() and not _holds(path, data):
        raise WrongUse(id=f"{mask(path.name)} sudah ada dan tidak ditimpa. Pilih nama lain, atau pindahkan berkas itu dahulu.",
                       en=f"{mask(path.name)} exists and is not replaced. Choose another name, or move that file first.")
    return write_atomically(path, data)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
