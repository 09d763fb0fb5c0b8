"""Phones that fill in a form: the export that KoboToolbox or ODK Central would give of known answers, with known mess."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import uuid
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.sheets import VILLAGE
from ..files.atomic import write_atomically
from ..files.xlsx_table import xlsx_table
from ..forms.form import Form
from ..forms.place import NONE, OTHER
from ..forms.question import ASKED, LISTED, MARK, OF_PHONE, Question, column_name
from ..forms.scorecard import as_lines, as_submissions
from ..say.harmless import one_line
from ..tables.workbook.filled import as_read

_ANSWER = "note"  # what is written otherwise where two submissions differ
_ZIP_TIME = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Mess:
    """How many submissions are met by each mishap, each drawn anew.

    copies: sent twice by a weak signal, with one id; edits: corrected later on the server; sent_again: entered twice alike;
    twice: entered twice with other answers; half_sent: without the last answers, and its photo on the way; rejected: wrong, and
    rejected by the office beside the right one; old_form: sent with last year's form.
    """

    copies: int = 0
    edits: int = 0
    sent_again: int = 0
    twice: int = 0
    half_sent: int = 0
    rejected: int = 0
    old_form: int = 0


@dataclass(frozen=True)
class Exported:
    """The file, how many submissions it holds, and which rows of the answers (from 0) each mishap met."""

    path: Path
    submissions: int
    met: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sent:
    """A submission: its answers by question, and what the server knows of it."""

    answers: dict[str, str]
    id: str
    root: str
    at: dt.datetime
    by: str
    replaces: str = ""
    status: str = ""
    edits: int = 0
    form: str = ""
    photo: bool = True


def write_export(
    path: str | Path,
    form: Form,
    answers: pd.DataFrame,
    *,
    system: str = "kobo",
    labels: str | None = None,
    group: str = "",
    mess: Mess | None = None,
    seed: int = 0,
) -> Exported:
    """Write what comes back when `answers` are given on phones with `form`.

    Parameters
    ----------
    path : .xlsx or .csv of KoboToolbox; .zip or .csv of ODK Central.
    form : as `write_form` gave it; answers : typed lines of its sheet, columns that it does not ask are left out, and of
        scorecards the lines of other profiles; the lines of one village and year are one submission.
    system : "kobo" or "central"; labels : "id" or "en" for the words instead of the codes, as KoboToolbox offers.
    group : in which the questions stand, "" for none.
    mess : how many submissions are met by which mishap; seed : who, when, and which phone.

    >>> import tempfile
    >>> from p2wkss_analysis.forms.form import write_form
    >>> from p2wkss_analysis.simulate import simulate_city
    >>> folder, city = Path(tempfile.mkdtemp()), simulate_city("36.72", assisted=10, seed=1)
    >>> form = write_form(folder / "form.xlsx", city.write(folder / "kota.xlsx"), "deliveries")
    >>> write_export(folder / "kobo.csv", form, city.tables["deliveries"].head(5), mess=Mess(copies=1)).submissions
    6
    """
    path, rng = Path(path), np.random.default_rng(seed)
    rows = (answers if form.profile is None else as_submissions(answers, form.profile)).to_dict("records")
    sent = [_submission(form, row, number, rng) for number, row in enumerate(rows)]
    lines, met = _with_mess(form, sent, mess or Mess(), system, rng)
    table = _kobo(form, lines, labels, group) if system == "kobo" else _central(form, lines, group)
    if path.suffix == ".xlsx":
        data = xlsx_table(table, one_line(form.title)[:31].replace("/", " ").replace(":", " "))
    elif system == "kobo":
        data = _csv(table, ";", csv.QUOTE_ALL)
    else:
        data = _csv(table, ",", csv.QUOTE_MINIMAL)
        data = _zip(form, data, lines) if path.suffix == ".zip" else data
    write_atomically(path, data)
    return Exported(path, len(lines), met)


def as_asked(form: Form, answers: pd.DataFrame) -> pd.DataFrame:
    """The answers with only what the form asks: what must come back."""
    if form.profile is not None:
        return as_read(
            form.sheet, as_lines(form.sheet, as_submissions(answers, form.profile), form.profile)[0].replace({"": None})
        )
    asked = {column_name(question.name) for question in form.questions}
    return as_read(form.sheet, answers[[column for column in answers if column in asked]])


def _submission(form: Form, row: dict[str, Any], number: int, rng: np.random.Generator) -> _Sent:
    day = row.get("interview_date", row.get("actual_date"))
    day = dt.datetime(2026, 3, 2) if day is None or pd.isna(day) else pd.Timestamp(day).to_pydatetime()
    at = day + dt.timedelta(hours=8, minutes=int(rng.integers(0, 480)), seconds=number % 60, milliseconds=number % 1000)
    phone = int(rng.integers(1, 9))
    name = str(uuid.UUID(bytes=rng.bytes(16), version=4))
    told = {
        "start": _local(at - dt.timedelta(minutes=20)),
        "end": _local(at),
        "deviceid": f"collect:HP{phone:02d}xYzAbC",
        MARK: next(question.calculation for question in form.questions if question.name == MARK).strip("'"),
    }
    offered = {(choice.list, choice.name) for choice in form.choices}
    given = {question.name: _answer(question, row, told, offered, form) for question in form.questions}
    return _Sent(given, name, name, at + dt.timedelta(minutes=3), f"kader{phone}", form=form.version)


def _answer(question: Question, row: dict[str, Any], told: dict[str, str], offered: set[tuple[str, str]], form: Form) -> str:
    """What stands in a question, so that its helping questions say the same."""
    name = question.name
    if name in (*OF_PHONE, MARK):
        return told[name]
    if name == "photo":
        return "kegiatan.jpg" if form.profile or "actual_date" in row and not pd.isna(row["actual_date"]) else ""
    if name == f"{LISTED}district":
        return str(row[VILLAGE])[:8]
    if not name.startswith((LISTED, ASKED)):
        return _written(row.get(column_name(name)), question.type == "decimal")
    column = name.removeprefix(LISTED).removeprefix(ASKED)
    value = _written(row.get(column), question.type == "decimal")
    lists = {q.name: q.type.removeprefix("select_one ") for q in form.questions}
    if f"{LISTED}{column}" not in lists:
        return value
    found = (lists[f"{LISTED}{column}"], value or NONE) in offered
    return (value or NONE if found else OTHER) if name.startswith(LISTED) else "" if found else value


def _written(value: Any, decimal: bool) -> str:
    """A value as a phone writes it; decimals as ODK Collect does, whose 12 million is 1.2E7."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp | dt.date):
        return f"{value:%Y-%m-%d}"
    if not decimal:
        return str(value) if not isinstance(value, float) else f"{value:.15g}"
    number = float(value)
    if number == 0 or 1e-3 <= abs(number) < 1e7:
        return repr(number)
    short = next(text for n in range(18) if float(text := f"{number:.{n}e}") == number)
    digits, _, power = short.partition("e")
    return f"{digits if '.' in digits else digits + '.0'}E{int(power)}"


def _local(at: dt.datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}+07:00"


def _with_mess(
    form: Form, sent: list[_Sent], mess: Mess, system: str, rng: np.random.Generator
) -> tuple[list[_Sent], dict[str, list[int]]]:
    """The submissions with those that mishaps add or change, in the order in which they arrived."""
    changes: dict[str, Callable[[_Sent], list[_Sent]]] = {
        "copies": lambda one: [one, one],
        "edits": lambda one: _edited(one, system, rng),
        "sent_again": lambda one: [one, _later(one, rng)],
        "twice": lambda one: [one, _otherwise(_later(one, rng))],
        "half_sent": lambda one: [replace(one, answers=_half(form, one.answers), photo=False)],
        "rejected": lambda one: [replace(_otherwise(_later(one, rng)), status="rejected"), one],
        "old_form": lambda one: [
            replace(one, answers=one.answers | {MARK: _last_year(one.answers[MARK])}, form=_last_year(one.form))
        ],
    }
    order = rng.permutation(len(sent)).tolist()
    met: dict[str, list[int]] = {}
    for mishap in fields(Mess):
        count = getattr(mess, mishap.name)
        met[mishap.name], order = sorted(order[:count]), order[count:]
    what = {at: name for name, found in met.items() for at in found}
    lines = [line for at, one in enumerate(sent) for line in (changes[what[at]](one) if at in what else [one])]
    return lines, {name: found for name, found in met.items() if found}


def _edited(one: _Sent, system: str, rng: np.random.Generator) -> list[_Sent]:
    """KoboToolbox gives an edit a new id and keeps the first one; ODK Central keeps one line and counts."""
    if system == "central":
        return [replace(one, edits=1)]
    after = replace(_later(one, rng), root=one.id, replaces=one.id)
    return [replace(_otherwise(one), id=one.id), after]


def _later(one: _Sent, rng: np.random.Generator) -> _Sent:
    name, at = str(uuid.UUID(bytes=rng.bytes(16), version=4)), one.at + dt.timedelta(hours=2)
    return replace(one, id=name, root=name, at=at, answers=one.answers | {"end": _local(at)})


def _otherwise(one: _Sent) -> _Sent:
    return replace(one, answers=one.answers | {_ANSWER: "perlu dikunjungi lagi"})


def _half(form: Form, answers: dict[str, str]) -> dict[str, str]:
    """Where the battery went: nothing from the last question that must be answered, but the marks of the phone."""
    names = list(answers)
    begun = max(names.index(question.name) for question in form.questions if question.required)
    gone = [name for name in names[begun:] if name not in (*OF_PHONE, MARK)]
    return answers | dict.fromkeys(gone, "")


def _last_year(version: str) -> str:
    return re.sub(r"\b(\d{4})(\.\d{2}-)", lambda found: f"{int(found[1]) - 1}{found[2]}", version)


def _heads(form: Form, labels: str | None, group: str, between: str) -> dict[str, str]:
    """The heading of each question: its words where it has any, below its group."""
    heads = {}
    for question in form.questions:
        own = one_line(question.label.say(labels)) if labels and question.label else question.name
        heads[question.name] = f"{group}{between}{own}" if group and question.name not in OF_PHONE else own
    return heads


def _said(form: Form, labels: str | None) -> dict[str, dict[str, str]]:
    """Of each question that is a choice the words of its choices."""
    if not labels:
        return {}
    words: dict[str, dict[str, str]] = {}
    for choice in form.choices:
        words.setdefault(choice.list, {})[choice.name] = one_line(choice.label.say(labels))
    kinds = {question.name: question.type for question in form.questions}
    return {name: words[kind.removeprefix("select_one ")] for name, kind in kinds.items() if kind.startswith("select_one ")}


def _kobo(form: Form, lines: list[_Sent], labels: str | None, group: str) -> pd.DataFrame:
    """Headings and own columns of an export of KoboToolbox."""
    heads, said = _heads(form, labels, group, "/"), _said(form, labels)
    rejected = "Not approved" if labels else "validation_status_not_approved"
    rows = []
    for number, one in enumerate(lines, start=1):
        row: dict[str, str] = {}
        for name, answer in one.answers.items():
            row[heads[name]] = said.get(name, {}).get(answer, answer)
            if name == "photo":
                row[f"{heads[name]}_URL"] = f"https://kc.example/{one.id}/{answer}" if answer and one.photo else ""
        row |= {
            "_id": str(400_000 + number),
            "_uuid": one.id,
            "_submission_time": f"{one.at:%Y-%m-%dT%H:%M:%S}",
            "_validation_status": rejected if one.status else "",
            "_notes": "",
            "_status": "submitted_via_web",
            "_submitted_by": one.by,
            "__version__": "vKfRm3BbqkDs8oVwzXQy7J",
            "_tags": "",
            "meta/rootUuid": f"uuid:{one.root}",
        }
        row |= {"meta/deprecatedID": f"uuid:{one.replaces}" if one.replaces else ""} if any(o.replaces for o in lines) else {}
        rows.append(row | {"_index": str(number)})
    return pd.DataFrame(rows, dtype="str")


def _central(form: Form, lines: list[_Sent], group: str) -> pd.DataFrame:
    """Headings and own columns of an export of ODK Central."""
    heads = _heads(form, None, group, "-")
    rows = []
    for one in lines:
        photos = sum(bool(answer) for name, answer in one.answers.items() if name == "photo")
        rows.append(
            {"SubmissionDate": f"{one.at:%Y-%m-%dT%H:%M:%S.000Z}"}
            | {heads[name]: answer for name, answer in one.answers.items()}
            | {
                "meta-instanceID": f"uuid:{one.id}",
                "KEY": f"uuid:{one.id}",
                "SubmitterID": one.by.removeprefix("kader"),
                "SubmitterName": one.by,
                "AttachmentsPresent": str(photos if one.photo else 0),
                "AttachmentsExpected": str(photos if one.photo else 1),
                "Status": "",
                "ReviewState": one.status or ("edited" if one.edits else ""),
                "DeviceID": one.answers["deviceid"],
                "Edits": str(one.edits),
                "FormVersion": one.form,
            }
        )
    return pd.DataFrame(rows, dtype="str")


def _csv(table: pd.DataFrame, separator: str, quoting: Any) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.itertuples(index=False))
    return out.getvalue().encode()


def _zip(form: Form, data: bytes, lines: list[_Sent]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo(f"{form.id}.csv", _ZIP_TIME), data)
        if any(one.answers.get("photo") for one in lines):
            packed.writestr(zipfile.ZipInfo("media/kegiatan.jpg", _ZIP_TIME), b"\xff\xd8\xff")
    return out.getvalue()
