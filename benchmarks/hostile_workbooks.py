"""Hostile, broken and merely large files through `check` and the reading of tables: seconds of the processor, peak memory, what was said.

Run: python benchmarks/hostile_workbooks.py [--small] [name ...]
Each file is read in a process of its own. With --small the files are those of the tests, a few kilobytes each.
The files: hostile_sheets.py, hostile_packages.py, hostile_tables.py.
"""

from __future__ import annotations

import os
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path

import hostile_packages  # noqa: F401  each enters its files into the registers
import hostile_sheets  # noqa: F401
import hostile_tables  # noqa: F401
from hostile_parts import BOOKS, TABLES


def said_by_check(path: Path) -> str:
    from p2wkss_analysis.tables.workbook.check import check

    checked = check(path, "en")
    if checked.ok:
        return f"no fault; {len(checked.tables.get('households', ()))} lines"
    first = checked.faults.iloc[0]
    return f"{len(checked.faults)} faults: {first['sheet']} {first['cell']} {first['rule']}"


def said_by_table(path: Path) -> str:
    from p2wkss_analysis.tables.open_file import read_table

    return f"{len(read_table(path, numbers=['poor'], needed=['area_code']))} lines"


def _measured(read: Callable[[Path], str], path: Path) -> tuple[float, int, str]:
    """Seconds of processor time, peak MB and the answer, of a process of its own."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = read(path)
        except BaseException as error:  # noqa: BLE001  what escaped is what is counted
            from p2wkss_analysis.say.errors import P2wkssError

            said = str(error) if isinstance(error, P2wkssError) else f"!!! {type(error).__name__}: {error}"
        os.write(there, said.encode("utf-8", "replace")[:4000])
        os._exit(0)
    os.close(there)
    said = b""
    while more := os.read(here, 4096):
        said += more
    os.close(here)
    _, status, used = os.wait4(child, 0)
    dead = f"!!! died of signal {os.WTERMSIG(status)} " if os.WIFSIGNALED(status) else ""
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, dead + said.decode("utf-8", "replace")


def main(names: list[str], large: bool) -> None:
    import p2wkss_analysis.tables.open_file
    import p2wkss_analysis.tables.workbook.check  # noqa: F401  imported before the fork, so that it is not timed

    os.environ["P2WKSS_LANG"] = "en"
    resource.setrlimit(resource.RLIMIT_AS, (6_000_000_000, resource.RLIM_INFINITY))
    print(f"{'file':42} {'MB':>6} {'seconds':>8} {'peak MB':>8}  said")
    for files, read in ((BOOKS, said_by_check), (TABLES, said_by_table)):
        for name, make in files.items():
            if names and not any(part in name for part in names):
                continue
            with tempfile.TemporaryDirectory() as folder:
                writer = os.fork()  # so that what writing took is not counted as the reader's
                if writer == 0:
                    make(Path(folder), large)
                    os._exit(0)
                os.waitpid(writer, 0)
                path = next(Path(folder).iterdir())
                seconds, peak, said = _measured(read, path)
                print(
                    f"{name:42} {path.stat().st_size / 1e6:>6.1f} {seconds:>8.1f} {peak:>8}  {' '.join(said.split())[:130]}",
                    flush=True,
                )


if __name__ == "__main__":
    from asked import asked

    typed = asked(names=[], small=False)
    main(typed.names, not typed.small)
