"""`p2wkss notebooks`: the notebooks of the package, written into a folder to be opened, changed and kept."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...say.errors import WrongUse
from ..line.given_paths import WrittenInto
from ..line.parser import Adds
from ..texts import notebooks as texts
from ..texts import results as say

# An installed package carries them without outputs; in a copy of the project they stand beside the package.
_PACKAGE = Path(__file__).resolve().parents[2]
FOLDER = _PACKAGE / "notebooks" if (_PACKAGE / "notebooks").is_dir() else _PACKAGE.parent / "notebooks"


def add(command: Adds) -> None:
    """Registers the command."""
    notebooks = command("notebooks", write_notebooks, texts.NOTEBOOKS)
    notebooks.add_argument("folder", type=WrittenInto, nargs="?", default="notebook-p2wkss", help=texts.NOTEBOOKS_FOLDER)


def write_notebooks(options: Namespace) -> int:
    """All or none: a notebook that somebody has changed is never replaced."""
    from ...files.atomic import write_atomically

    folder = Path(options.folder)
    content = {folder / book.name: book.read_bytes() for book in sorted(FOLDER.glob("*.ipynb"))}
    changed = [path.name for path, data in content.items() if path.exists() and path.read_bytes() != data]
    if changed:
        raise WrongUse(say.NOTEBOOKS_CHANGED.fill(folder=options.folder, changed=changed))
    for path, data in content.items():
        write_atomically(path, data)
    print(say.NOTEBOOKS_WRITTEN.say(options.lang, n=len(content), folder=options.folder, first=next(iter(content)).name))
    return 0
