"""`import_table`: an export into a workbook; one of a form of ours without a mapping, and into the city's own where asked for."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from ...dictionary.sheets import CARD, city_dictionary, fields_of, tab_of
from ...disclosure.privacy import identity_numbers, mask, read_key
from ...files.atomic import refuse_taken
from ...files.opening import one_run
from ...files.overwriting import allow_writing
from ...files.scratch import Scratch
from ...say import Text, one_text, together
from ...say.errors import DataFaults, Fault, WrongUse, check_language
from ...say.harmless import short
from ...say.spoken import spoken
from ...tables import texts as of_tables
from ...tables.exports import importing as by_mapping
from ...tables.exports.importing import Imported, cards, without_numbers, write_sheet
from ...tables.exports.mapping import Mapping
from ...tables.place_names import regency_named
from ...tables.profiles.own_file import profile_of
from ...tables.profiles.profile import Profile, find_profile
from ...tables.workbook.check import Checked, check
from ...tables.workbook.frame import Where
from ...tables.workbook.kinds import ANSWERS, Kind
from ...tables.workbook.texts import rules as of_rules
from ..families import ID
from ..form import SHEETS
from ..form_id import FormId
from ..scorecard import ITEM, as_lines, slug
from . import texts
from .forms_told import FormsTold, form_of, forms_told
from .joining import Into, join_into, write_joined
from .left_aside import file_beside, said_of, write_aside
from .lines import key_of, line_of
from .opening import CENTRAL, Export, open_export
from .recognised import ROLES, Recognised, known_heading, recognise
from .standing import Standing
from .submissions import Event, Settled, counts, settle, when_and_where
from .values import answers_of
from .ways import along_ways

_MOST_COLUMNS = 5  # named in one sentence
EVENTS = ["what", "line", "column", "old", "new", "sent", "phone"]


@dataclass(frozen=True)
class Collected(Imported):
    """What came of an export of a form: `.path`, `.checked` and `.columns` as of any import.

    sheet : of the workbook; system : which wrote the export; sent, added : how many submissions and new lines.
    became : how many submissions were taken, left aside as incomplete (`aside` is the file that holds them), incomplete where the
        line is complete by now, counted again as another one's, rejected by the office, encrypted; together all that were sent.
    events : one row for each submission left out, each cell of an edit or update: what, line, column, old, new, sent, phone.
    told : the same in sentences, with what the export lacks; labels : what people call the questions.
    """

    sheet: str
    system: str
    sent: int
    added: int
    events: pd.DataFrame = field(repr=False)
    told: tuple[Text, ...] = ()
    labels: dict[str, Text] = field(default_factory=dict, repr=False)
    became: dict[str, int] = field(default_factory=dict)
    aside: Path | None = None

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row per submission that was left out, and per cell that was edited or updated."""
        said = {what: text.say(lang) for what, text in texts.WHAT.items()}
        columns = {name: label.say(lang) for name, label in self.labels.items()}
        named = self.events["column"].map(lambda names: ", ".join(columns.get(name, name) for name in names.split(", ")))
        return self.events.assign(what=self.events["what"].map(said), column=named)

    def sentence(self, lang: str | None = None) -> str:
        """How many submissions came from where, how many lines they are, what became of the others, and what the check says."""
        sheet = Text.of(city_dictionary().resource(self.sheet)["label"])
        read = texts.READ.fill(n=self.sent, system=self.system, sheet=sheet, added=self.added)
        unused = [texts.UNUSED.fill(names=self.unused)] if self.unused else []
        return together([read, *self.told, *unused, self.checked.sentence(lang)], lang)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.HEADS.items()}

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        counted = self.table(lang).groupby("what", sort=False).size()  # a notebook shows no household
        return counted.rename("n").reset_index()


@spoken
@one_run()
def import_table(
    path: str | os.PathLike,
    mapping: Mapping | str | os.PathLike | None = None,
    out: str | os.PathLike | None = None,
    *,
    into: str | os.PathLike | Checked | None = None,
    regency: str | int | None = None,
    source_sheet: str | None = None,
    lang: str | None = None,
    key: str | os.PathLike | None = None,
    rubric: str | os.PathLike | Profile | None = None,
) -> Imported:
    """Bring an export into the form of the city's workbook, and check it.

    Parameters
    ----------
    path : the export, never changed: .csv or .xlsx of any system; of a form written by `write_form` also the .zip of ODK Central.
    mapping : a `Mapping`, or the JSON file of one (see `suggest_mapping`); none where the export is of a form of ours.
    out : the workbook to write; refused where it exists, so that no filled workbook is lost.
    into : a workbook of the city, or one already checked, without a fault but cells still empty; it stays as it is, and `out`
        holds its lines and the collected ones.
    regency : the city, by code or name; by default as the form or `into` says.
    source_sheet : the sheet of the export, by default the first.
    key : key file, needed where no_kk is filled.
    rubric : the file of the rubric by which a form of scorecards was written; none for krppa and rbi.

    Without a mapping, questions are known by their names or words in either language, below any group. Rejected submissions
    are left out, each submission counts once and as last edited, and of one activity the later report; see `.table()`. Incomplete
    ones are left aside in a file beside `out`, which can be completed and imported like an export. A family
    sent twice with different answers stays twice and is a fault. With `into`, a line that is there already is compared:
    empty cells are filled in, a later report of an activity is taken, anything else is a fault, and nothing is written.

    Raises WrongUse for a file that is no export of a form; DataFaults for a form of another dictionary or city, and with `into`
    where lines have faults.

    >>> import tempfile
    >>> from p2wkss_analysis.forms.form import write_form
    >>> from p2wkss_analysis.tables.workbook.template import write_template
    >>> folder = Path(tempfile.mkdtemp())
    >>> form = write_form(folder / "form.xlsx", write_template(folder / "a.xlsx", "32.76"), wave="baseline")
    >>> _ = (folder / "kobo.csv").write_text(
    ...     "household_id;wave;village_code;rt;assisted;status;members;clean_water;latrine;water_source;family_card;under_five;"
    ...     f"p2wkss_form;_uuid;_submission_time\\nKK-1;0;32.76.11.1001;4;yes;interviewed;3;yes;own_septic;piped;yes;0;"
    ...     f"{form.id} {form.version};u1;2026-03-02T10:00:00\\n")
    >>> import_table(folder / "kobo.csv", out=folder / "kota.xlsx").checked.ok
    True
    """
    lang = check_language(lang)
    if out is None:
        raise WrongUse(texts.NO_OUT)
    if mapping is not None:
        if into is not None:
            raise WrongUse(texts.MAPPING_AND_INTO)
        return by_mapping.import_table(path, mapping, out, regency=regency, source_sheet=source_sheet, lang=lang, key=key)
    regency = None if regency is None else regency_named(regency)
    refuse_taken(out)
    allow_writing([out], reads=[path, into.path if isinstance(into, Checked) else into, key, rubric])
    export = open_export(Path(path), source_sheet, known_heading)
    city = into if into is None or isinstance(into, Checked) else check(into, lang, key=key)
    if city is not None:
        regency = regency or city.settings.get("regency_code", "")[:5] or None
    found, form = _recognised(export, regency, None if rubric is None else profile_of(rubric), lang)
    if city is not None and form.ids and form.synthetic != city.synthetic:
        mixed = Fault(export.name, rule=texts.REAL_AND_SYNTHETIC.say(lang), remedy=texts.RIGHT_WORKBOOK.say(lang))
        raise DataFaults([mixed], lang)
    if city is not None:
        _refuse_faults(city, found.sheet)
    regency = regency or form.regency
    done, masked = _settled(export, found, city, regency, key, lang)
    disagreeing = _disagreeing(export, found, done, lang)
    aside = file_beside(Path(out), lang) if done.aside else None
    told = [] if aside is None else [said_of(aside, export, list(done.aside))]
    told += [*_of_export(export, found, form), *_of_numbers(masked, _labels(found)), *counts(done.events)]
    report = _columns(export, found, done, masked)
    if city is None:
        if disagreeing:
            raise DataFaults(disagreeing, lang)
        written = write_sheet(Path(out), found.sheet, done.lines, regency, lang, form.synthetic)
        checked = _with_twice(check(written, lang, key=key), found, done, [texts.REMOVE_ONE])
        late = done.rows["wave"].isin(["1", "2", "3"]).any() if "wave" in done.rows else False
        told += [texts.LATE_WAVE] if late else []
        _keep_aside(aside, export, found, done, lang)
        return _collected(written, checked, report, export, found, len(done.lines), done, [], told, aside)
    joined = _joined(city, export, found, done, regency, lang, key, disagreeing)
    written = write_joined(city, found.sheet, joined, out)
    _keep_aside(aside, export, found, done, lang)
    told += [*counts(joined.events), *([texts.FILLED.fill(n=joined.filled)] if joined.filled else [])]
    told += [texts.KNOWN.fill(file=city.file, n=joined.known)] if joined.known else []
    checked = check(written, lang, key=key)
    return _collected(written, checked, report, export, found, joined.added, done, joined.events, told, aside)


def _keep_aside(path: Path | None, export: Export, found: Recognised, done: Settled, lang: str) -> None:
    """Writes the incomplete submissions, with the questions that lack an answer; of a scorecard without any it says so."""
    if path is None:
        return
    labels, lacking = _labels(found), {}
    for at, names in done.aside.items():
        every = [texts.ALL_ITEMS] if names[-1].startswith(ITEM) else []
        lacking[at] = [*(labels[name] for name in names if not name.startswith(ITEM)), *every]
    write_aside(path, export, lacking, lang)


def _refuse_faults(city: Checked, sheet: str) -> None:
    """Raises DataFaults where the workbook has a fault that no answer can fill in. An empty cell of a listed line is none, such
    as the status of a family that the office listed with its decile before the first visit."""
    where = city.where.get(sheet)
    empty = (city.faults["value"] == "") & city.faults["row"].notna() & (city.faults["sheet"] == (where.title if where else ""))
    if not empty.all():
        city.usable_tables()


def _recognised(export: Export, regency: str | None, rubric: Profile | None, lang: str) -> tuple[Recognised, FormsTold]:
    """Which form the export is of. Raises WrongUse where it is of none, DataFaults where it is of one that does not fit."""
    by_file, told = FormId.read(export.form), form_of(export)
    card = rubric or (find_profile(told.profile) if told and told.profile else None)
    if told and told.profile and (card is None or slug(card.name) != told.profile):
        raise WrongUse(texts.WHICH_RUBRIC.fill(file=export.name, profile=mask(told.profile)))
    found = recognise(export.table, by_file.sheet if by_file and by_file.sheet in SHEETS else None, card)
    if found is None or not export.system:
        raise WrongUse(texts.NO_FORM.fill(file=export.name))
    if found.alike:
        pairs = [texts.PAIR.fill(one=mask(one), other=mask(other)) for one, other in found.alike]
        raise WrongUse(texts.TWO_ALIKE.fill(file=export.name, pairs=pairs))
    form = forms_told(export, found, by_file)
    if faults := form.faults(export.name, regency, lang):
        raise DataFaults(faults, lang)
    return found, form


def _settled(
    export: Export, found: Recognised, city: Checked | None, regency: str | None, key: str | os.PathLike | None, lang: str
) -> tuple[Settled, dict[str, int]]:
    """The submissions that count, without any number of a card; and in how many cells of a column there was one."""
    secret = read_key(key) if CARD in found.columns else None
    answers = answers_of(export.table, found, regency)
    differ = along_ways(export.table, found, answers)
    if secret is not None:
        answers[CARD] = cards(answers[CARD], secret)
    masked = {column: int(identity_numbers(answers[column]).sum()) for column in answers}
    if ID in answers:
        answers[ID] = without_numbers(answers[ID])
    standing = Standing(found.sheet, found.profile, city.tables.get(found.sheet) if city else None)
    done = settle(found.sheet, answers, _about(export, found), lang, standing)
    done.differ = {at: told for at, told in differ.items() if done.became[at] == "taken"}
    done.rows = done.rows.map(mask)
    done.lines, done.of = as_lines(found.sheet, done.rows, found.profile)
    return done, masked


def _about(export: Export, found: Recognised) -> pd.DataFrame:
    """Of each submission what its system knows of it, "" where it does not say."""
    table, nothing = export.table, pd.Series("", index=export.table.index, dtype=object)
    about = {role: table.get(found.roles.get(role, ""), nothing) for role in dict.fromkeys(ROLES.values())}
    about |= {} if export.system == CENTRAL else {"status": nothing}
    photo, url = (table.get(found.helpers.get(name, ""), nothing) for name in ("photo", "photo_URL"))
    url = url if "photo_URL" in found.helpers else photo
    return pd.DataFrame(about | {"photo": photo, "photo_url": url}, dtype=object)


def _of_export(export: Export, found: Recognised, form: FormsTold) -> list[Text]:
    """What is said of the export as a whole."""
    missing = [Text.of(f["label"]) for f in found.missing()]
    shown = [*missing[:_MOST_COLUMNS], *(["..."] if missing[_MOST_COLUMNS:] else [])]
    repeats = [texts.REPEAT.fill(name=mask(name), n=n) for name, n in export.repeats.items()]
    said = [texts.NO_VERSION] if len(export.table) and not form.versions else []
    said += [texts.COLUMNS_LACKING.fill(n=len(missing), columns=shown)] if missing else []
    return [*said, texts.REPEATS.fill(repeats=repeats)] if repeats else said


def _disagreeing(export: Export, found: Recognised, done: Settled, lang: str) -> list[Fault]:
    """Two lines with one id; each answer that is not what the column says that a phone computes from it."""
    labels, faults, tab = _labels(found), [], tab_of(found.sheet).say(lang)
    for one, other in done.mixed:
        if done.became[one] == done.became[other] == "taken":
            lines = [mask(line_of(found.sheet, done.rows.loc[at].to_dict(), lang)) for at in (one, other)]
            rule, spot = texts.ONE_ID_FOR_TWO.fill(lines=lines), mask(done.about.at[one, "uuid"])
            faults.append(Fault(export.name, tab, None, "", spot, "", rule.say(lang), texts.REMOVE_OLD_LINE.say(lang)))
    for at, told in done.differ.items():
        row = done.rows.loc[at]
        where = ", ".join(
            part for part in (line_of(found.sheet, row.to_dict(), lang), *when_and_where(done.about.loc[at])) if part
        )
        for column, answer in told.items():
            rule = texts.TWO_ANSWERS.fill(column=labels[column], answer=short(mask(answer), 80), computed=short(row[column], 80))
            remedy = texts.EDIT_BOTH.fill(heading=mask(found.columns[column]))
            faults.append(Fault(export.name, tab, None, column, where, mask(answer), rule.say(lang), remedy.say(lang)))
    return faults


def _of_numbers(masked: dict[str, int], labels: dict[str, Text]) -> list[Text]:
    """Where numbers of cards were taken out."""
    columns = [labels[column] for column, n in masked.items() if n]
    return [texts.MASKED.fill(n=sum(masked.values()), columns=columns)] if columns else []


def _columns(export: Export, found: Recognised, done: Settled, masked: dict[str, int]) -> pd.DataFrame:
    """What became of each heading."""
    column_of = {heading: column for column, heading in found.columns.items()}
    rows = []
    for heading in export.table:
        column = column_of.get(heading, "")
        use = "mapped" if column else "unused" if heading in found.unused else "system"
        filled = int((done.rows[column] != "").sum()) if column else 0
        rows.append((mask(heading), column, use, filled, masked.get(column, 0)))
    return pd.DataFrame(rows, columns=["source", "column", "use", "filled", "masked"])


def _joined(
    city: Checked,
    export: Export,
    found: Recognised,
    done: Settled,
    regency: str | None,
    lang: str,
    key: str | os.PathLike | None,
    disagreeing: list[Fault],
) -> Into:
    """The sheet of the city with the collected lines. Raises DataFaults with every one that cannot be joined."""
    with Scratch() as scratch:
        alone = check(write_sheet(scratch.folder / "a.xlsx", found.sheet, done.lines, regency, lang), lang, key=key, part=True)
    alone = _with_twice(alone, found, done, [])
    faults = disagreeing + [
        _of_submission(row, export.name, found.sheet, done, alone.where.get(found.sheet), lang)
        for row in alone.faults.to_dict("records")
    ]
    about = done.about.iloc[done.of]
    joined = join_into(city, found.sheet, alone.tables[found.sheet], about, export.name, lang) if alone.tables else None
    if faults or joined is None or joined.faults:
        raise DataFaults([*faults, *(joined.faults if joined else [])], lang)
    return joined


def _of_submission(row: dict, file: str, sheet: str, done: Settled, stands: Where | None, lang: str) -> Fault:
    """A fault of a line as one of the submission it came from, named by what the office finds it by."""
    of_line = stands is not None and row["sheet"] == stands.title and row["row"] in stands.lines
    at = stands.lines.index(row["row"]) if stands is not None and of_line else None
    line = "" if at is None else line_of(sheet, done.lines.iloc[at].to_dict(), lang)
    sent, phone = ("", "") if at is None else when_and_where(done.about.iloc[done.of[at]])
    where = ", ".join(part for part in (line, sent, phone) if part)
    given = {name: "" if pd.isna(row[name]) else row[name] for name in ("column", "value", "rule", "remedy")}
    if of_line and given["rule"] == of_tables.CELL_EMPTY.say(
        lang
    ):  # a cell of the phone, not of a sheet that the office fills in
        given["remedy"] = texts.SEND_AGAIN.say(lang)
    return Fault(file, tab_of(sheet).say(lang), None, given["column"], where, given["value"], given["rule"], given["remedy"])


def _with_twice(checked: Checked, found: Recognised, done: Settled, also: list[Text]) -> Checked:
    """The check, with every family that was sent twice named by times, phones and what differs."""
    sheet, labels = found.sheet, _labels(found)
    if not done.twice or sheet not in checked.where:
        return checked
    lang, column, where = checked.lang, key_of(sheet)[-1], checked.where[sheet]
    remedy = one_text([texts.REJECT_ONE, *([texts.OR_OTHER_ID] if sheet == "households" else []), *also])
    faults, kinds = [], []
    for group in done.twice:
        lines = done.rows.iloc[group]
        differing = [name for name in lines if lines[name].nunique() > 1]
        sent = [texts.SENT.fill(when=when, phone=phone) for when, phone in (when_and_where(done.about.iloc[at]) for at in group)]
        line = line_of(sheet, lines.iloc[0].to_dict(), lang)
        rule = texts.TWICE.fill(line=line, sent=sent, columns=[labels[name] for name in differing]).say(lang)
        first = done.of.index(group[-1])
        row, cell = where.lines[first], where.cell(first, column)
        fault = Fault(checked.file, where.title, row, column, cell, "", mask(rule), remedy.say(lang))
        faults.append(fault)
        kinds.append(Kind(ANSWERS, where.title, (column,), (cell,), 1, "", fault.rule, fault.remedy))
    twice = of_rules.REMOVE_OR_MEND.say(lang)
    others = checked.faults[checked.faults["remedy"] != twice]
    told = pd.DataFrame([vars(fault) for fault in faults], columns=others.columns).astype(dict(others.dtypes))
    left = [kind for kind in checked.kinds if kind.remedy != twice]
    return replace(checked, faults=pd.concat([told, others], ignore_index=True), kinds=(*kinds, *left))


def _collected(
    path: Path,
    checked: Checked,
    report: pd.DataFrame,
    export: Export,
    found: Recognised,
    added: int,
    done: Settled,
    events: list[Event],
    told: list[Text],
    aside: Path | None,
) -> Collected:
    rows = pd.DataFrame([vars(event) for event in (*done.events, *events)], columns=EVENTS)
    none = pd.DataFrame(columns=["household", "column", "values"])
    sent = len(export.table)
    labels, became = _labels(found), dict(Counter(done.became.values()))
    return Collected(
        path, checked, report, none, found.sheet, export.system, sent, added, rows, tuple(told), labels, became, aside
    )


def _labels(found: Recognised) -> dict[str, Text]:
    return {f["name"]: Text.of(f["label"]) for f in [*fields_of(found.sheet), *found.fields()]}
