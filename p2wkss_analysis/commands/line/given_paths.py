"""Paths on the command line: every option says whether it is read or written, and nothing is written onto what is read."""

from __future__ import annotations

from argparse import Namespace

from ...files.opening import no_device, there
from ...files.overwriting import allow_writing


class Read(str):
    """The `type=` of an option: a file or folder that the command reads, or a word in its place."""


class Written(str):
    """A file that the command writes."""


class WrittenInto(str):
    """A folder that the command writes into, or a file."""


def check_paths(options: Namespace) -> None:
    """Refuses, before the command begins, what it must not write, and what nobody can read to its end."""
    given = [one for value in vars(options).values() for one in (value if isinstance(value, list) else [value])]
    for path in given:
        if isinstance(path, Read):
            no_device(path)
            there(path)
    allow_writing(
        files=[p for p in given if isinstance(p, Written)],
        folders=[p for p in given if isinstance(p, WrittenInto) and p],
        reads=[p for p in given if isinstance(p, Read)],
    )
