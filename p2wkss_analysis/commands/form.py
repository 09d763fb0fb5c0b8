"""`p2wkss form`: the XLSForm by which a sheet of the workbook is filled in on phones."""

from __future__ import annotations

from argparse import Namespace

from ..forms.texts import WAVES
from ..tables.profiles.profile import known_profiles
from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import key_option
from .texts import phone as texts


def add(command: Adds) -> None:
    """Registers the command."""
    form = command("form", write_phone_form, texts.FORM)
    form.add_argument("file", type=Read, help=texts.FORM_FILE)
    form.add_argument("--sheet", default="households", help=texts.FORM_SHEET)
    form.add_argument("--wave", choices=tuple(WAVES), help=texts.FORM_WAVE)
    form.add_argument("--profile", choices=tuple(known_profiles()), help=texts.FORM_PROFILE.fill(profiles=known_profiles()))
    form.add_argument("--rubric", type=Read, metavar="FILE", help=texts.FORM_RUBRIC)
    form.add_argument("--out", type=Written, required=True, help=texts.FORM_OUT)
    key_option(form)


def write_phone_form(options: Namespace) -> int:
    from ..forms.form import write_form

    card = options.rubric or options.profile
    form = write_form(options.out, options.file, options.sheet, options.wave, options.lang, key=options.key, profile=card)
    print(form.sentence(options.lang))
    print(texts.FORM_WRITTEN.say(options.lang, path=form.path))
    return 0
