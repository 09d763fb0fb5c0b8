"""`p2wkss households`: exactly n households under quotas, with reasons and prices."""

from __future__ import annotations

import re

from ..say import pick
from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.own_workbook import filled_workbook, marked_synthetic
from .line.show import for_the_public, pairs, say_readings, show, span_of, write_table


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    households = command(
        "households",
        choose_households,
        say(
            id="pilih tepat n keluarga di bawah kuota, dengan alasan dan akibatnya",
            en="choose exactly n households under quotas, with reasons and prices",
        ),
    )
    households.add_argument(
        "file",
        type=Read,
        help=say(
            id="CSV atau Excel, satu baris per calon dengan household_id; atau buku kerja dari p2wkss template (keluarga gelombang 0)",
            en="CSV or Excel, one row a candidate with household_id; or a workbook from p2wkss template (households of wave 0)",
        ),
    )
    households.add_argument(
        "--n", type=int, required=True, help=say(id="banyaknya keluarga yang dipilih", en="households to choose")
    )
    households.add_argument(
        "--score",
        required=True,
        metavar="COLUMN[=END]",
        help=say(
            id="kolom kebutuhan, makin tinggi makin membutuhkan; tulis misalnya desil=lower bila makin rendah makin membutuhkan",
            en="the column of need, higher is needier; write for example desil=lower where lower is needier",
        ),
    )
    households.add_argument(
        "--per-group",
        action="append",
        metavar="COLUMN=LEAST:MOST",
        help=say(id="misalnya rt=2:15; boleh diulang", en="for example rt=2:15 (repeat)"),
    )
    households.add_argument(
        "--quota",
        action="append",
        metavar="COLUMN=LEAST:MOST",
        help=say(
            id="kolom ya/tidak, misalnya unsafe_structure=20: ; boleh diulang",
            en="a yes/no column, for example unsafe_structure=20: (repeat)",
        ),
    )
    households.add_argument(
        "--include",
        action="append",
        metavar="ID=REASON",
        help=say(
            id="misalnya promised (dijanjikan); alasan yang salah dijawab dengan daftarnya",
            en="for example promised; a wrong one is answered with the list",
        ),
    )
    households.add_argument(
        "--exclude",
        action="append",
        metavar="ID=REASON",
        help=say(
            id="misalnya moved_away (pindah); alasan yang salah dijawab dengan daftarnya",
            en="for example moved_away; a wrong one is answered with the list",
        ),
    )
    households.add_argument(
        "--out",
        type=Written,
        help=say(
            id="tulis daftar internal sebagai CSV (bukan untuk diumumkan)",
            en="write the internal list as CSV (not for publication)",
        ),
    )
    households.add_argument(
        "--public",
        type=Written,
        help=say(
            id="tulis ringkasan untuk umum sebagai CSV, banyaknya keluarga dalam kelipatan lima",
            en="write the public summary as CSV, numbers of families in multiples of five",
        ),
    )
    households.add_argument(
        "--by",
        default="rt",
        help=say(id="kelompok pada ringkasan untuk umum (bawaan rt)", en="group of the public summary (default rt)"),
    )
    households.add_argument(
        "--sheet",
        help=say(
            id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
            en="sheet of an Excel file (default: the first that has the columns)",
        ),
    )
    households.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def choose_households(options) -> int:
    from ..targeting.households.beneficiaries import select_households

    groups = {k: span_of(v, "--per-group") for k, v in pairs(options.per_group, "--per-group").items()}
    quotas = {k: span_of(v, "--quota") for k, v in pairs(options.quota, "--quota").items()}
    score, needier = _score_and_end(options.score)
    table = _candidates(options, score, [*groups, *quotas])
    for column in quotas:
        table[column] = [_yes(cell, column, line) for cell, line in zip(table[column], table.attrs["lines"], strict=True)]
    chosen = select_households(
        table, options.n, score, groups, quotas, pairs(options.include, "--include"), pairs(options.exclude, "--exclude"), needier
    )
    synthetic = table.attrs.get("synthetic", False)
    internal = _with_origin(chosen.table(options.lang), synthetic)  # all is made before anything is written
    if options.public:
        summary, kept = _public(options, chosen, table.attrs.get("city"))
        summary = for_the_public(_with_origin(summary, synthetic), options.lang)
    if options.out:
        write_table(options, options.out, internal)
    if options.public:
        write_table(options, options.public, summary)
        if kept and not options.json:
            print(kept.say(options.lang))
    # Only counts go to the screen: the list of households is internal and goes to --out.
    show(options, chosen.quotas(), chosen.sentence(options.lang), chosen.record_sentence(options.lang), "")
    return 0


def _public(options, chosen, city):
    """The summary for the public with its numbers as text, and what became of remembering them; of a workbook the numbers are
    those that its report and scorecards take."""
    from ..disclosure.in_fives import BASE, FEW
    from ..targeting.households.public_summary import NOT_FILLED

    if city is None:
        told, summary = None, chosen.public(options.by)
    else:
        from ..city.told import candidates_by

        told = city.told
        name = f"n={options.n}, {options.score}, {options.by}" + "".join(
            f", {limit}" for given in (options.per_group, options.quota) for limit in given or ()
        )
        group, places = chosen.grouped(options.by), chosen.request.households.attrs["places"]
        summary = chosen.public(options.by, candidates_by(told.numbers, group, places), told.before.lists.get(name))
    kept = (
        None if told is None else told.remember({name: dict(zip(summary["group"], map(int, summary["selected"]), strict=True))})
    )
    empty = pick(options.lang, id="belum diisi", en="not filled in")
    shown = {c: [FEW if n < BASE else str(n) for n in summary[c]] for c in ("candidates", "selected")}
    return summary.assign(**shown, group=summary["group"].replace({NOT_FILLED: empty})), kept


def _with_origin(table, synthetic: bool):
    """A file made from made-up values says so on every line."""
    return table.assign(origin="DATA SINTETIS / SYNTHETIC DATA") if synthetic else table


def _score_and_end(text: str) -> tuple[str, str]:
    """`desil=lower` to (desil, lower). A bare column is needier where it is higher; a bare decile is asked back."""
    score, _, end = text.partition("=")
    score, end = score.strip(), end.strip()
    if not score or (end or "higher") not in ("higher", "lower"):
        raise WrongUse(
            id=f"--score {text!r} tidak terbaca; tulis KOLOM, KOLOM=higher, atau KOLOM=lower.",
            en=f"--score {text!r} is not readable; write COLUMN, COLUMN=higher or COLUMN=lower.",
        )
    if not end and re.search(r"desil|decile|peringkat[\W_]*kesejahteraan", score, re.IGNORECASE):
        raise WrongUse(
            id=f"Kolom {score} tampaknya desil kesejahteraan: desil 1 paling miskin. Bila memang demikian, tulis --score {score}=lower; "
            f"bila nilai yang lebih tinggi berarti lebih membutuhkan, tulis --score {score}=higher.",
            en=f"The column {score} looks like a decile of welfare: decile 1 is the poorest. If so, write --score {score}=lower; where a "
            f"higher value means more need, write --score {score}=higher.",
        )
    return score, end or "higher"


def _candidates(options, score: str, asked: list[str]):
    """The candidates: the sheet of a workbook made by `p2wkss template`, or the user's own table."""
    from ..tables.open_file import read_table

    city = filled_workbook(options.file, options.lang)
    if city is None:
        table = read_table(options.file, numbers=[score], needed=["household_id", *asked], sheet=options.sheet)
        say_readings(options, table)
        return table
    from ..city.candidates import candidate_households

    table = candidate_households(city.checked, (score, *asked))
    if city.synthetic and not options.json:
        print(marked_synthetic(city, options.lang))
    table.attrs["city"] = city
    return table


_YES, _NO = {"ya", "yes", "true", "1", "y"}, {"tidak", "no", "false", "0", "t", "n"}


def _yes(cell, column: str, row: int) -> bool:
    text = str(cell).strip().lower()
    if text in _YES or text in _NO:
        return text in _YES
    shown = pick("id", id=text, en=text)
    raise WrongUse(
        id=f"Kolom {column}, baris {row}: {shown!r} bukan ya atau tidak.",
        en=f"Column {column}, line {row}: {shown!r} is neither yes nor no.",
    )
