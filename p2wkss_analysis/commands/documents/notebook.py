"""`p2wkss notebook`: the notebook "your own city" run on a city's workbook, from the check to the report."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...display.progress import FORM, watched
from ...identity.hidden import mask
from ...say.errors import WrongUse
from ..line.given_paths import Read, Written, WrittenInto
from ..line.parser import Adds
from ..line.shared_options import key_option, seed_option
from ..texts import notebooks as texts
from ..texts import results as say
from .notebooks import FOLDER

TEMPLATE = FOLDER / "06_your_city.ipynb"


def add(command: Adds) -> None:
    """Registers the command."""
    notebook = command("notebook", run_notebook, texts.NOTEBOOK)
    notebook.add_argument("file", type=Read, nargs="?", help=texts.NOTEBOOK_FILE)
    notebook.add_argument("--out", type=Written, required=True, help=texts.NOTEBOOK_OUT)
    notebook.add_argument("--report", type=WrittenInto, default="", metavar="FOLDER", help=texts.NOTEBOOK_REPORT)
    notebook.add_argument("--sites", type=int, default=0, help=texts.NOTEBOOK_SITES)
    notebook.add_argument("--as-of", default="", metavar="YYYY-MM-DD", help=texts.NOTEBOOK_AS_OF)
    notebook.add_argument("--draws", type=int, default=999, help=texts.NOTEBOOK_DRAWS)
    seed_option(notebook)
    key_option(notebook)


def run_notebook(options: Namespace) -> int:
    """Checks the workbook first: its faults are listed and nothing runs. The notebook is written whole or not at all."""
    from ...files.atomic import write_atomically
    from ...files.homeless import has_home
    from ...files.scratch import Scratch
    from ...tables.workbook.check import check

    out = Path(options.out)
    _asked_well(options, out)
    if options.file:
        check(options.file, options.lang, key=options.key).usable_tables()
    parameters = {
        "workbook": options.file or "",
        "lang": options.lang,
        "sites_next_year": options.sites,
        "as_of": options.as_of,
        "report": options.report,
        "draws": options.draws,
        "seed": options.seed,
    }
    bar: dict | bool = False
    if watched():
        bar = {"desc": say.RUNNING.say(options.lang), "leave": False, "disable": False, "bar_format": FORM}
    with (
        Scratch() as scratch,
        _environment(
            P2WKSS_LANG=options.lang,
            TQDM_DISABLE="1",
            P2WKSS_KEY_FILE=options.key,
            PYDEVD_DISABLE_FILE_VALIDATION="1",
            JUPYTER_RUNTIME_DIR=str(scratch.folder / "jupyter"),  # a run that is killed leaves nothing in the user's home
            IPYTHONDIR=str(scratch.folder / "ipython"),
            HOME=None if has_home() else str(scratch.folder),  # Jupyter asks for one before anything else
            TMPDIR=str(scratch.place()),  # of what its cells keep for a while: a kernel that is killed takes nothing away
        ),
    ):
        content = _executed(parameters, bar, scratch.folder)
    written = write_atomically(out, content.encode("utf-8"))
    print(say.NOTEBOOK_WRITTEN.say(options.lang, path=written))
    return 0


def _asked_well(options: Namespace, out: Path) -> None:
    """Refuses what would only fail after a minute of work."""
    from ...files.overwriting import allow_writing

    if out.suffix.lower() != ".ipynb":
        raise WrongUse(say.NOTEBOOK_ENDING.fill(file=out.name))
    allow_writing([out], reads=[TEMPLATE])
    if not TEMPLATE.exists():
        raise WrongUse(say.NO_NOTEBOOK)
    if missing := [name for name in ("papermill", "ipykernel") if find_spec(name) is None]:
        raise WrongUse(say.NO_JUPYTER.fill(missing=missing))
    if options.as_of:
        try:
            dt.date.fromisoformat(options.as_of)
        except ValueError:
            raise WrongUse(say.NO_DAY.fill(given=options.as_of)) from None
    for name, value, least in (("--sites", options.sites, 0), ("--draws", options.draws, 99), ("--seed", options.seed, 0)):
        if value < least:
            raise WrongUse(say.TOO_SMALL.fill(option=name, given=value, least=least))


def _executed(parameters: dict, bar: dict | bool, folder: Path) -> str:
    """The notebook after a run with these parameters, as JSON, without papermill's record of paths and times.

    bar: what tqdm is told of the bar that counts cells, False for none.
    """
    import nbformat
    import papermill

    try:
        book = papermill.execute_notebook(
            str(TEMPLATE),
            str(folder / "run.ipynb"),
            parameters=parameters,
            kernel_name="python3",
            progress_bar=bar,
            cwd=os.getcwd(),
            extra_arguments=["--IPKernelApp.log_level=50"],
        )  # its warnings are about networks, and there is none
    except papermill.PapermillExecutionError as error:
        raise WrongUse(say.NOTEBOOK_STOPPED.fill(why=error.evalue)) from None
    for part in (book, *book.cells):
        part.metadata.pop("papermill", None)
        part.metadata.pop("execution", None)
        if not part.metadata.get("tags", True):
            part.metadata.pop("tags")
    return json.dumps(_masked(json.loads(nbformat.writes(book))), ensure_ascii=False, indent=1) + "\n"


def _masked(part: Any) -> Any:
    """The notebook without numbers of identity and family cards: its parameters and outputs name files as they are called."""
    if isinstance(part, dict):
        return {name: value if name.startswith("image/") else _masked(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_masked(value) for value in part]
    return mask(part) if isinstance(part, str) else part


@contextmanager
def _environment(**values: str | None) -> Iterator[None]:
    """The environment the notebook's kernel is started with; what is None stays as it is."""
    before = {name: os.environ.get(name) for name in values}
    place = tempfile.gettempdir()
    os.environ.update({name: value for name, value in values.items() if value is not None})
    tempfile.tempdir = os.environ["TMPDIR"]  # of this process, too: Jupyter keeps the address of its kernel
    try:
        yield
    finally:
        tempfile.tempdir = place
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
