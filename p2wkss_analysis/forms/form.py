"""The form of a sheet: what the phone asks, in which order, with what the workbook already knows as choices."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from ..dictionary.sheets import VILLAGE, city_dictionary, fields_of
from ..display import Shown
from ..files.atomic import write_atomically
from ..files.overwriting import allow_writing
from ..places.areas import short_name
from ..say import Text, together
from ..say.errors import WrongUse, check_language
from ..say.spoken import spoken
from ..tables.intake import load
from ..tables.profiles.own_file import profile_of
from ..tables.profiles.profile import Profile, short_title
from ..tables.workbook.check import Checked, check
from ..tables.workbook.filled import as_read
from ..tables.workbook.template import villages_of
from . import texts
from .families import ID, SEEN, Families, ask_family, new_family, to_revisit
from .form_id import SYNTHETIC, FormId
from .place import Place, ask_place, known_rts
from .question import ASKED, MARK, OF_PHONE, Choice, Lists, Question, question_of, xml_name
from .scorecard import DEFAULT, SCORES, asked_fields, slug
from .xlsform import to_xlsform, version_of

SHEETS = ("households", "neighbourhoods", "deliveries", SCORES)
_PLACE = (VILLAGE, "rw", "rt")


@dataclass(frozen=True)
class Form(Shown):
    """A form for the phone as written: `.table()` lists its questions, `.sentence()` what it offers and what is missing.

    path : the XLSForm; sheet, wave : what comes back from it; families : how many are to be revisited, None where none can be.
    missing : what the workbook lacks, so that it is typed on the phone, and which families are not in the list.
    id, version : by which an export of it is known again; choices : the choices of its questions; profile : of scorecards.
    """

    path: Path
    title: str
    sheet: str
    wave: str | None
    questions: tuple[Question, ...] = field(repr=False)
    villages: int
    rts: int
    families: int | None
    missing: tuple[Text, ...] = ()
    id: str = ""
    version: str = ""
    choices: tuple[Choice, ...] = field(default=(), repr=False)
    profile: Profile | None = None

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row a question: name, label, type, constraint, relevant."""
        asked = [q for q in self.questions if q.answered]
        rows = [(q.name, q.label.say(lang) if q.label else "", q.type, q.constraint, q.relevant) for q in asked]
        return pd.DataFrame(rows, columns=["name", "label", "type", "constraint", "relevant"])

    def sentence(self, lang: str | None = None) -> str:
        """How much the form asks and offers, and what the workbook lacks."""
        n = sum(q.answered for q in self.questions)
        told = {"title": self.title, "n": n, "villages": self.villages}
        said: list[Text] = [texts.WRITTEN.fill(**told, rts=self.rts)]
        if self.profile is not None:
            said = [texts.WRITTEN_SCORES.fill(**told, items=len(self.profile.items))]
        if self.families is not None:
            said.append(texts.REVISITED.fill(n=self.families))
        if office := [Text.of(f["label"]) for f in fields_of(self.sheet) if f.get("filled_by") == "office"]:
            said.append(texts.OF_OFFICE.fill(columns=office))
        return together([*said, *self.missing], lang)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.HEADS.items()}


@spoken
def write_form(
    path: str | os.PathLike,
    workbook: str | os.PathLike | Checked,
    sheet: str = "households",
    wave: str | None = None,
    lang: str | None = None,
    *,
    key: str | os.PathLike | None = None,
    profile: str | os.PathLike | Profile | None = None,
) -> Form:
    """Write the XLSForm (.xlsx) by which a sheet is filled in on phones, with KoboToolbox or ODK.

    Parameters
    ----------
    path : the file to write, .xlsx.
    workbook : the city's workbook, or one already checked; however little of it is filled in.
    sheet : households, neighbourhoods (slum criteria of an RT), deliveries (with a photo) or scores (all items of a profile
        for one village and year, with a photo of the evidence).
    wave : of households: "baseline", "endline", "follow-up" (T+1) or "follow-up-2" (T+2).
    lang : "id" or "en", of the title; the questions stand in both languages and the phone switches.
    key : key file for the column no_kk (see `check`).
    profile : of scores: "krppa" (the default), "rbi", or the file of a contest's rubric (see `load_rubric`).

    Questions are named like the columns of the sheet, so that exports come back without a mapping; names that begin with
    `listed_` or `asked_` are the way to a column. Ranges, units and words are those of the workbook. Village, RW and RT are
    choices. From the second wave on the families to revisit are a choice by id and RT; no form carries a card number or a name.
    A workbook with faults gives a form of what can be read; `.missing` says what is not there.

    Raises WrongUse for an unknown sheet or wave, or a file that cannot be written; DataFaults for a workbook that cannot be read.

    >>> import tempfile
    >>> from p2wkss_analysis.tables.workbook.template import write_template
    >>> folder = Path(tempfile.mkdtemp())
    >>> form = write_form(folder / "form.xlsx", write_template(folder / "depok.xlsx", "32.76"), wave="baseline")
    >>> form.villages, form.rts
    (63, 0)
    """
    lang, path = check_language(lang), Path(path)
    _refuse_unknown(path, sheet, wave, profile is not None)
    card = profile_of(DEFAULT if profile is None else profile) if sheet == SCORES else None
    if not isinstance(workbook, Checked):
        allow_writing([path], reads=[workbook, key, profile])
        workbook = check(workbook, lang, key=key)
    if not workbook.tables:
        workbook.usable_tables()  # a damaged file: raises its faults
    names = load("areas").set_index("area_code")["name"]
    regency = workbook.settings.get("regency_code")
    regency = regency if regency in names else None
    title = _title(sheet, wave, card, short_name(names[regency]) if regency else texts.ANY_CITY, workbook.synthetic)
    lists, number = Lists(), list(texts.WAVES).index(wave) if wave else 0
    villages, rts, families = villages_of(regency), known_rts(_placed(workbook)), None
    rts = rts[rts[VILLAGE].isin(villages["area_code"])]
    missing = [] if regency else [texts.NO_REGENCY]
    if number:
        families = to_revisit(as_read("households", workbook.tables.get("households", pd.DataFrame())), number)
        families = replace(families, rows=families.rows[families.rows[VILLAGE].isin(villages["area_code"])])
        missing += families.missing
        if len(families.rows):
            rts = known_rts([families.rows])
            villages = villages[villages["area_code"].isin(rts[VILLAGE])]
        elif regency:
            missing.append(texts.ALL_VISITED if families.visited else texts.NO_FAMILY)
    if rts.empty and regency and card is None:
        missing.append(texts.NO_RT)
    place = ask_place(sheet, villages, rts, lists)
    questions = tuple(_questions(sheet, number, place, families, lists, card))
    name = FormId(sheet, wave, regency, slug(card.name) if card else None).name()
    version = version_of(questions, lists.choices, city_dictionary().package["version"])
    told = " ".join([name, version, *([SYNTHETIC] if workbook.synthetic else [])])
    questions = (*questions, Question("calculate", MARK, calculation=f"'{told}'"))
    write_atomically(path, to_xlsform(questions, lists.choices, title.say(lang), name, version))
    size = len(villages), len(rts), None if families is None else len(families.rows)
    return Form(path, title.say(lang), sheet, wave, questions, *size, tuple(missing), name, version, tuple(lists.choices), card)


def _refuse_unknown(path: Path, sheet: str, wave: str | None, with_profile: bool) -> None:
    if path.suffix.lower() != ".xlsx":
        raise WrongUse(texts.XLSX_ONLY.fill(name=path.name))
    if sheet not in SHEETS:
        raise WrongUse(texts.NO_SUCH_SHEET.fill(sheet=sheet, known=SHEETS))
    if sheet == "households" and wave not in texts.WAVES:
        raise WrongUse(texts.WHICH_WAVE.fill(known=list(texts.WAVES)))
    if sheet != "households" and wave is not None:
        raise WrongUse(texts.NO_WAVE.fill(sheet=sheet, wave=wave))
    if sheet != SCORES and with_profile:
        raise WrongUse(texts.NO_PROFILE.fill(sheet=sheet))


def _title(sheet: str, wave: str | None, card: Profile | None, city: str | Text, synthetic: bool) -> Text:
    told = {"sheet": Text.of(city_dictionary().resource(sheet)["label"]), "city": city}
    title = texts.TITLE_OF_WAVE.fill(wave=texts.WAVES[wave], **told) if wave else texts.TITLE.fill(**told)
    title = texts.TITLE_OF_PROFILE.fill(profile=short_title(card), **told) if card else title
    return texts.SYNTHETIC_TITLE.fill(title=title) if synthetic else title


def _placed(workbook: Checked) -> list[pd.DataFrame]:
    return [workbook.tables[name] for name in ("neighbourhoods", "sites", "households") if name in workbook.tables]


def _questions(
    sheet: str, wave: int, place: Place, families: Families | None, lists: Lists, card: Profile | None
) -> Iterator[Question]:
    """The form in order: where, whom, then the columns of the sheet."""
    yield from (Question(kind, kind) for kind in OF_PHONE)
    yield from place.questions
    done = {q.name for q in place.questions}
    if families is not None and len(families.rows):
        told = ask_family(families.rows, place, lists)
        yield from told
        done |= {q.name for q in told}
    for column in asked_fields(sheet, card):
        if column["name"] not in done and "privacy" not in column and column.get("filled_by") != "office":
            yield from _asked(sheet, column, wave, place, ID in done, lists)
    if sheet == "deliveries":
        yield Question("image", "photo", texts.PHOTO, texts.PHOTO_HINT, parameters="max-pixels=1600")
    if card is not None:
        yield Question("image", "photo", texts.EVIDENCE, texts.EVIDENCE_HINT, parameters="max-pixels=1600")


def _asked(sheet: str, column: dict, wave: int, place: Place, listed: bool, lists: Lists) -> Iterator[Question]:
    """The question of a column; what the phone knows by itself is filled in, what nobody can answer is not asked."""
    name = column["name"]
    if name == "wave":
        yield Question("calculate", name, calculation=str(wave))
        return
    if name == "interview_date":
        yield Question("today", name)
        return
    question = question_of(sheet, column, lists)
    if name == "year":
        question = replace(question, default="format-date(today(), '%Y')")
    if sheet == "households":
        answers = f"selected('{' '.join(SEEN)}', ${{status}})"
        after = [f["name"] for f in fields_of(sheet)]
        if after.index(name) > after.index("status") and name != "note":
            question = replace(question, relevant=answers)
        if name == "status" and listed:
            new = new_family(place)
            question = replace(question, constraint=f"(. = 'joined_later') = ({new})", message=texts.STATUS_OF_NEW)
        if part_of := _part_of_a_part(sheet, column):
            asked = f"${{{ASKED}{name}}}"
            yield replace(question, name=f"{ASKED}{name}", relevant=f"{answers} and ${{{part_of}}} > 0")
            yield Question("calculate", name, calculation=f"if(${{{part_of}}} = 0, 0, {asked})", relevant=answers)
            return
    yield question


def _part_of_a_part(sheet: str, column: dict) -> str | None:
    """Children in school, of children, of members: asked only where there is any child; where there is none, it is 0."""
    whole = column.get("not_above")
    above = next((f for f in fields_of(sheet) if f["name"] == whole), {})
    return xml_name(str(whole)) if "not_above" in above else None
