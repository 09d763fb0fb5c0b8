"""Of which forms the submissions are: sheet, wave, city and version of the dictionary, and what of it does not fit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ...dictionary.sheets import city_dictionary
from ...say import Text
from ...say.errors import Fault
from ..form_id import SYNTHETIC, FormId
from . import texts
from .opening import Export
from .recognised import Recognised, asks_mark

_VERSION = re.compile(r"(\d{4}\.\d{2})-[0-9a-f]{8}")  # the dictionary's, with the sign of a form; KoboToolbox has one of its own


@dataclass(frozen=True)
class FormsTold:
    """ids, versions : each with its number of submissions; empty where the export does not tell."""

    ids: Counter[FormId]
    versions: Counter[str]
    synthetic: bool = False  # whether some form was made from a workbook of synthetic data

    @property
    def regency(self) -> str | None:
        """The one city of the forms."""
        cities = {form.regency for form in self.ids}
        return cities.pop() if len(cities) == 1 else None

    def faults(self, file: str, regency: str | None, lang: str) -> list[Fault]:
        """Why submissions cannot be taken as those of one form of today for this city."""
        now = str(city_dictionary().package["version"])
        found: list[tuple[str, Text, Text]] = []
        for version, n in self.versions.items():
            if version != now:
                rule = texts.OTHER_VERSION.fill(version=version, now=now, n=n)
                found.append((version, rule, texts.NEW_FORM if version < now else texts.NEW_PACKAGE))
        if len(self.ids) > 1:
            said = [texts.FORM_OF.fill(form=form.name(), n=n) for form, n in self.ids.items()]
            found.append(("", texts.SEVERAL_FORMS.fill(forms=said), texts.EXPORT_EACH))
        for form, n in self.ids.items():
            if regency and form.regency and form.regency != regency:
                found.append(
                    (form.name(), texts.OTHER_REGENCY.fill(form=form.regency, regency=regency, n=n), texts.RIGHT_REGENCY)
                )
        return [Fault(file, value=value, rule=rule.say(lang), remedy=remedy.say(lang)) for value, rule, remedy in found]


def form_of(export: Export) -> FormId | None:
    """The first form that the lines or the file name, before anything else of the export is known."""
    marks = [text for heading in export.table if asks_mark(heading) for text in export.table[heading]]
    told = (FormId.read(text.partition(" ")[0]) for text in [*marks, export.form])
    return next((form for form in told if form), None)


def forms_told(export: Export, found: Recognised, by_file: FormId | None) -> FormsTold:
    """What the lines say of their form; without such a line, what the file says."""
    ids: Counter[FormId] = Counter()
    versions: Counter[str] = Counter()
    synthetic = False
    for text, n in Counter(export.table[found.roles["form"]]).items() if "form" in found.roles else ():
        name, _, rest = text.partition(" ")  # digits of city, month and sign may look like a card's; none is kept
        version, _, more = rest.partition(" ")
        synthetic |= more == SYNTHETIC
        if form := FormId.read(name):
            ids[form] += n
        if known := _VERSION.fullmatch(version):
            versions[known[1]] += n
    for text, n in Counter(export.table[found.roles["version"]]).items() if not versions and "version" in found.roles else ():
        if known := _VERSION.fullmatch(text):
            versions[known[1]] += n
    if not ids and by_file:
        ids[by_file] = len(export.table)
    return FormsTold(ids, versions, synthetic)
