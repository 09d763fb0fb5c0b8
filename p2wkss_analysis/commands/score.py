"""`p2wkss score`: the scorecards of a filled-in workbook, and the empty rubric of a contest."""

from __future__ import annotations

from ..say import pick
from ..say.errors import WrongUse
from .check import check_workbook
from .line.given_paths import Read, Written
from .line.own_workbook import marked_synthetic
from .line.show import records, write_table


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    score = command(
        "score",
        write_scores,
        say(
            id="kartu skor dari buku kerja yang sudah diisi: kumuh per RT, keluarga sehat, KRPPA/RBI, rubrik lomba",
            en="scorecards of a filled-in workbook: slum score by RT, healthy families, KRPPA/RBI, a contest's rubric",
        ),
    )
    score.add_argument("folder", type=Read, nargs="?", metavar="FILE", help=say(id="buku kerja .xlsx", en="the .xlsx workbook"))
    score.add_argument(
        "--profile",
        action="append",
        dest="profiles",
        metavar="NAME",
        help=say(
            id="profil pada lembar scores: krppa, rbi, atau nama rubrik (boleh diulang; bawaan semua)",
            en="profile in the sheet scores: krppa, rbi, or the name of a rubric (may be given several times; default all)",
        ),
    )
    score.add_argument(
        "--rubric",
        type=Read,
        action="append",
        dest="rubrics",
        default=[],
        metavar="FILE",
        help=say(
            id="rubrik lomba, .xlsx, .csv, atau .json (boleh diulang)",
            en="rubric of a contest, .xlsx, .csv or .json (may be given several times)",
        ),
    )
    score.add_argument(
        "--rubric-template",
        type=Written,
        metavar="FILE",
        help=say(
            id="tulis rubrik kosong (.xlsx, .csv, atau .json) untuk diisi dari dokumen lomba, lalu berhenti",
            en="write an empty rubric (.xlsx, .csv or .json) to fill in from the contest's document, and stop",
        ),
    )
    score.add_argument("--out", type=Written, help=say(id="tulis tabelnya sebagai CSV", en="write the table as CSV"))
    score.add_argument(
        "--key",
        type=Read,
        help=say(id="berkas kunci untuk no_kk (bawaan: P2WKSS_KEY_FILE)", en="key file for no_kk (default: P2WKSS_KEY_FILE)"),
    )
    score.add_argument("--json", action="store_true", help=say(id="cetak tabel sebagai JSON", en="print the table as JSON"))


def _said(cards, lang: str) -> list[str]:
    """Every part for people: RTs and families with their tables, then one line a village, change and profile."""
    tables = [part for part in (cards.slum, cards.families) if part is not None]
    rest = "\n".join(cards.sentences(lang)[len(tables) :])
    return [*(part.text(lang) for part in tables), *([rest] if rest else [])] or [cards.sentence(lang)]


def write_scores(options) -> int:
    if options.rubric_template:
        from ..tables.workbook.rubric import write_rubric_template

        path = write_rubric_template(options.rubric_template, options.lang)
        print(
            pick(
                options.lang,
                id=f"Rubrik kosong ditulis: {path}. Isi bobotnya dari dokumen penyelenggara.",
                en=f"Empty rubric written: {path}. Fill in its weights from the organiser's document.",
            )
        )
        return 0
    if not options.folder:
        raise WrongUse(
            id="Sebutkan buku kerja yang dinilai, misalnya `p2wkss score kota.xlsx`.",
            en="Name the workbook, for example `p2wkss score kota.xlsx`.",
        )
    from ..city.answers import answered
    from ..front.city import City

    city = City(options.folder, key=options.key, lang=options.lang, rubrics=options.rubrics)
    if not city.checked.ok:
        options.marked = None
        return check_workbook(options)
    cards = answered(city.scorecards(options.profiles))
    if options.out or options.json:
        city.remember()
    kept = city.remembered
    table = cards.table()
    if city.synthetic:
        table = table.assign(synthetic="yes")
    if options.json:
        print(records(table))
    else:
        head = [marked_synthetic(city, options.lang)] if city.synthetic else []
        kept = [kept.say(options.lang)] if kept else []
        print("\n\n".join([*head, *_said(cards, options.lang), *kept]))
    if options.out:
        write_table(options, options.out, table)
    return 0
