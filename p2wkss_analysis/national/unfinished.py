"""A run under way: its finished parts lie beside the folder of results, which appears whole, in one rename, or not at all.

Beside `hasil` lies `hasil.belum-selesai`, with one file a finished part, each written whole or not at all (`files/atomic.py`). A
run that was killed leaves it; the next one with the same key, which stands for inputs, options and version, goes on from there,
one with another key begins anew. The lock is the operating system's own: it ends with the process that holds it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..files.atomic import write_atomically
from ..files.locked import locked
from ..files.opening import named
from ..say.errors import WrongUse
from ..say.refusals import why
from . import texts

ENDING = ".belum-selesai"
RUN = "run.json"  # written last into a folder of results; whoever reads one begins with it


class Unfinished:
    """The parts of one run, by name."""

    def __init__(self, out: Path, key: str):
        self.out, self.key = out, key
        self.beside = out.with_name(out.name + ENDING)
        self.parts = self.beside / key

    def done(self) -> set[str]:
        """Names of the parts that are finished."""
        return {path.stem for path in self.parts.glob("*.json")} if self.parts.is_dir() else set()

    def read(self, part: str) -> dict[str, Any]:
        """A finished part."""
        return json.loads((self.parts / f"{part}.json").read_text(encoding="utf-8"))

    def keep(self, part: str, content: Mapping[str, Any]) -> None:
        """Keep a part; it is there whole or not at all."""
        write_atomically(self.parts / f"{part}.json", json.dumps(content, ensure_ascii=False).encode())

    def publish(self, files: Mapping[str, bytes]) -> None:
        """All results at once; what stood beside them goes."""
        ready = self.beside / "siap"
        shutil.rmtree(ready, ignore_errors=True)
        for name, data in files.items():
            write_atomically(ready / name, data)
        try:
            if self.out.is_dir():  # empty, as `begin` has seen
                self.out.rmdir()
            os.rename(ready, self.out)
        except OSError as error:
            raise WrongUse(texts.CANNOT_PUBLISH.fill(name=named(self.out), reason=why(error))) from None


def published(out: Path) -> dict[str, Any] | None:
    """What an earlier run says of the results in `out`; None where there are none."""
    try:
        said = json.loads((out / RUN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) and "key" in said else None


@contextmanager
def begin(out: Path, key: str) -> Iterator[Unfinished | None]:
    """The run into `out`, alone; None where these very results stand there already.

    Raises WrongUse where another process writes into the same folder, or it holds something else.
    """
    run = Unfinished(out, key)
    _refuse_taken(out, key)  # before anything is made
    try:
        run.beside.mkdir(parents=True, exist_ok=True)
        lock = open(run.beside / "kunci", "ab")  # noqa: SIM115  held for the whole run
    except OSError as error:
        raise WrongUse(texts.CANNOT_PUBLISH.fill(name=named(out), reason=why(error))) from None
    with lock:
        if not locked(lock):
            raise WrongUse(texts.RUNS_ALREADY.fill(name=named(out)))
        _refuse_taken(out, key)
        try:
            if published(out) is None:
                for other in run.beside.iterdir():  # of a run with other inputs or options
                    if other.is_dir() and other.name != key:
                        shutil.rmtree(other, ignore_errors=True)
                yield run
            else:
                yield None
        finally:
            if published(out) is not None or not run.done():  # finished, or failed before there was anything to go on from
                shutil.rmtree(run.beside, ignore_errors=True)


def _refuse_taken(out: Path, key: str) -> None:
    """Raises WrongUse where `out` holds anything but the results of this very run."""
    earlier = published(out)
    if earlier is not None and earlier["key"] != key:
        raise WrongUse(texts.OTHER_RESULTS.fill(name=named(out)))
    if earlier is None and os.path.lexists(out) and not (out.is_dir() and not any(out.iterdir())):
        raise WrongUse(texts.HOLDS_SOMETHING.fill(name=named(out)))
