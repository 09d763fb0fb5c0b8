"""`p2wkss papers`: all papers of a meeting, with the report as their annex."""

from __future__ import annotations

from argparse import Namespace

from ..line.given_paths import Read, WrittenInto
from ..line.parser import Adds
from ..line.shared_options import boundaries_option, key_option
from ..texts import options as texts
from ..texts import results as say
from .report import photos_option, say_not_remembered


def add(command: Adds) -> None:
    """Registers the command."""
    papers = command("papers", write_papers, texts.PAPERS)
    papers.add_argument("file", type=Read, help=texts.PAPERS_FILE)
    papers.add_argument("--out", type=WrittenInto, required=True, help=texts.PAPERS_OUT)
    papers.add_argument("--template", type=Read, metavar="FOLDER", help=texts.PAPERS_TEMPLATE)
    photos_option(papers)
    boundaries_option(papers)
    key_option(papers)


def write_papers(options: Namespace) -> int:
    from ...front.city import City

    city = City(options.file, key=options.key, lang=options.lang, boundaries=options.boundaries)
    for path in city.papers(options.out, options.lang, options.template, options.photos):
        print(say.PAPER_WRITTEN.say(options.lang, path=path))
    print(say.INTERNAL_PAPER.say(options.lang))
    say_not_remembered(options.file, options.lang)
    return 0
