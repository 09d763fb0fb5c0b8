"""The hand-written pages of the site as the tests read them: headings, code blocks; and how a block is run.

A fenced block says by its kind what it is: `sh` and `python` are run, `output` is what the block above prints ("..."
stands for anything), `text` and `json` are only shown, or with a NAME after them files that the reader keeps.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent
LANGUAGES = ("id", "en")
_FENCE = re.compile(r"^```(\S*)[ \t]*([^\n]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, what stands in it, and what stands after the kind."""

    kind: str
    text: str
    argument: str = ""


def names() -> list[str]:
    """Pages that people wrote, without ending, as both languages must have them."""
    return sorted(str(p.relative_to(DOCS / "id").with_suffix("")).replace("\\", "/") for p in (DOCS / "id").rglob("*.md"))


def text(lang: str, name: str) -> str:
    return (DOCS / lang / f"{name}.md").read_text(encoding="utf-8")


def blocks(page: str) -> list[Block]:
    return [Block(kind, inside, argument) for kind, argument, inside in _FENCE.findall(page)]


def prose(page: str) -> str:
    return _FENCE.sub("", page)


def headings(page: str) -> list[int]:
    """The level of each heading, in order."""
    return [len(marks) for marks in re.findall(r"^(#+) \S", prose(page), re.MULTILINE)]


def commands(block: Block) -> list[list[str]]:
    """The commands of an `sh` block; a line that ends in a backslash goes on."""
    joined = block.text.replace("\\\n", " ")
    return [shlex.split(line) for line in joined.splitlines() if line.strip()]


def keep(block: Block) -> None:
    """Keep a file that the page asks its reader to keep, over a draft of the same name."""
    Path(block.argument).write_text(block.text, encoding="utf-8")


def run(block: Block, names_so_far: dict) -> str:
    """Run a block here and now, and give what it prints. Commands must end well, or with 1 where faults are the point."""
    from p2wkss_analysis.cli import main

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        if block.kind == "python":
            exec(compile(block.text, "<page>", "exec"), names_so_far)
        else:
            for words in commands(block):
                assert words[0] == "p2wkss", words
                try:
                    code = main(words[1:])
                except SystemExit as stop:
                    code = stop.code or 0
                assert code == (1 if "faults" in block.argument else 0), (words, out.getvalue())
    return out.getvalue()


def agrees(shown: str, printed: str) -> bool:
    """Whether `printed` reads as `shown`, in which "..." stands for anything."""

    def words(part):
        return r"\s+".join(map(re.escape, part.split()))

    pattern = r"[\s\S]*?".join(words(part) for part in re.split(r"\.\.\.", shown))
    return re.fullmatch(rf"\s*{pattern}\s*", re.sub(r"[ \t]+", " ", printed)) is not None
