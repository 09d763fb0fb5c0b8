"""`p2wkss import`: an export you already have, in the form of the workbook."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from ..identity.hidden import mask
from ..say.errors import WrongUse
from .check import print_found
from .line import texts as of_line
from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import json_option, key_option, sheet_option
from .line.show import show
from .texts import options as texts
from .texts import phone as of_phone
from .texts import results as say


def add(command: Adds) -> None:
    """Registers the command."""
    bring = command("import", import_export, texts.IMPORT)
    bring.add_argument("file", type=Read, help=texts.IMPORT_FILE)
    bring.add_argument("--suggest", metavar="SHEET", help=texts.IMPORT_SUGGEST)
    bring.add_argument("--mapping", type=Read, help=texts.IMPORT_MAPPING)
    bring.add_argument("--out", type=Written, help=texts.IMPORT_OUT)
    bring.add_argument("--into", type=Read, help=texts.IMPORT_INTO)
    bring.add_argument("--regency", help=texts.IMPORT_REGENCY)
    bring.add_argument("--rubric", type=Read, metavar="FILE", help=of_phone.IMPORT_RUBRIC)
    sheet_option(bring, texts.IMPORT_SHEET)
    key_option(bring)
    json_option(bring)


def import_export(options: Namespace) -> int:
    from ..files.atomic import taken
    from ..files.overwriting import allow_writing
    from ..forms.answers.importing import Collected, import_table
    from ..tables.exports.mapping import read_mapping, suggest_mapping

    mapping = Path(options.mapping or os.path.splitext(options.file)[0] + ".json")  # of a folder, too, which is refused below
    if options.suggest:
        allow_writing([mapping], reads=[options.file])
        draft = suggest_mapping(options.file, options.suggest, options.sheet)
        if not taken(mapping):
            draft.mapping.write(mapping)
        elif read_mapping(mapping) != draft.mapping:
            raise WrongUse(say.MAPPING_EXISTS.fill(file=mask(mapping.name)))
        written = mask(say.MAPPING_WRITTEN.say(options.lang, mapping=mapping, file=options.file))
        show(options, draft.table(), draft.sentence(options.lang), written, "", labels=_export_labels(options.lang))
        return 0
    if not options.out:
        raise WrongUse(say.NO_OUT)
    done = import_table(
        options.file,
        mapping if options.mapping or mapping.exists() and not options.into else None,
        options.out,
        into=options.into,
        regency=options.regency,
        source_sheet=options.sheet,
        lang=options.lang,
        key=options.key,
        rubric=options.rubric,
    )
    table, labels = done.table(), _export_labels(options.lang)
    if isinstance(done, Collected):
        table = done.events if options.json else done.table(options.lang)
        labels = done._labels_shown(options.lang)
    show(options, table, done.sentence(options.lang), "", labels=labels)
    if not options.json:
        print_found(done.checked, options, done.path)
        then = say.COMPLETE_THEN_REPORT if done.checked.ok else say.MEND_THEN_CHECK
        print(mask(of_line.WRITTEN.say(options.lang, path=done.path)))
        print(mask(then.say(options.lang, path=done.path)))
    return 0 if done.checked.ok and not getattr(done, "aside", None) else 1


def _export_labels(lang: str) -> dict[str, str]:
    return {"source": say.HEADING_OF_EXPORT.say(lang), "column": say.COLUMN_OF_SHEET.say(lang)}
