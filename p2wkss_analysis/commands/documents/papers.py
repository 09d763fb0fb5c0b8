"""`p2wkss papers`: all papers of a meeting, with the report as their annex."""

from __future__ import annotations

from argparse import Namespace

from ...say.errors import WrongUse
from ..line.given_paths import Read, WrittenInto
from ..line.parser import Adds
from ..line.shared_options import boundaries_option, key_option
from ..texts import options as texts
from ..texts import results as say
from .report import photos_option, say_not_remembered


def add(command: Adds) -> None:
    """Registers the command."""
    papers = command("papers", write_papers, texts.PAPERS)
    papers.add_argument("file", type=Read, nargs="?", help=texts.PAPERS_FILE)
    papers.add_argument("--out", type=WrittenInto, help=texts.PAPERS_OUT)
    papers.add_argument("--template", type=Read, metavar="FOLDER", help=texts.PAPERS_TEMPLATE)
    papers.add_argument("--templates", type=WrittenInto, metavar="FOLDER", help=texts.PAPERS_TEMPLATES)
    photos_option(papers)
    boundaries_option(papers)
    key_option(papers)


def write_papers(options: Namespace) -> int:
    if options.templates:
        return _hand_out(options)
    if not options.file or not options.out:
        raise WrongUse(say.PAPERS_NEED)
    from ...front.city import City

    city = City(options.file, key=options.key, lang=options.lang, boundaries=options.boundaries)
    for path in city.papers(options.out, options.lang, options.template, options.photos):
        print(say.PAPER_WRITTEN.say(options.lang, path=path))
    print(say.INTERNAL_PAPER.say(options.lang))
    say_not_remembered(options.file, options.lang)
    return 0


def _hand_out(options: Namespace) -> int:
    """The templates, to be changed by the office."""
    from ...papers.office_templates import hand_out

    if options.file or options.out:
        raise WrongUse(say.TEMPLATES_ALONE)
    for path in hand_out(options.templates):
        print(say.PAPER_WRITTEN.say(options.lang, path=path))
    print(say.CHANGE_TEMPLATES.say(options.lang, folder=options.templates))
    return 0
