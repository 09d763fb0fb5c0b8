"""`p2wkss notebook`: the notebook "your own city" run on a city's workbook, from the check to the report."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from ..display.progress import FORM, watched
from ..identity.hidden import mask
from ..say import pick
from ..say.errors import WrongUse
from .line.given_paths import Read, Written, WrittenInto

TEMPLATE = Path(__file__).resolve().parents[2] / "notebooks" / "06_your_city.ipynb"


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    notebook = command(
        "notebook",
        run_notebook,
        say(
            id="jalankan buku catatan kota pada buku kerja yang sudah diisi: kebutuhan, peta, keluarga, kegiatan, dampak",
            en="run the notebook of a city on its filled-in workbook: need, map, households, deliveries, effect",
        ),
    )
    notebook.add_argument(
        "file",
        type=Read,
        nargs="?",
        help=say(
            id="buku kerja .xlsx kota; tanpa ini: contoh sintetis Kota Depok",
            en="the city's .xlsx workbook; without it: a synthetic example of Kota Depok",
        ),
    )
    notebook.add_argument(
        "--out", type=Written, required=True, help=say(id="berkas .ipynb yang ditulis", en="the .ipynb file to write")
    )
    notebook.add_argument(
        "--report",
        type=WrittenInto,
        default="",
        metavar="FOLDER",
        help=say(id="tulis juga laporan kota ke folder ini", en="write the city's report to this folder, too"),
    )
    notebook.add_argument(
        "--sites",
        type=int,
        default=0,
        help=say(
            id="banyaknya lokasi tahun depan (bawaan: seperti tahun terakhir)",
            en="sites next year (default: as in the last year)",
        ),
    )
    notebook.add_argument(
        "--as-of",
        default="",
        metavar="YYYY-MM-DD",
        help=say(
            id="kegiatan dinilai per tanggal ini (bawaan: tanggal terakhir tercatat)",
            en="deliveries are judged as of this day (default: the last date on record)",
        ),
    )
    notebook.add_argument("--draws", type=int, default=999, help=say(id="banyaknya undian acak", en="random draws"))
    notebook.add_argument("--seed", type=int, default=0, help=say(id="angka awal acak", en="seed of the random draws"))
    notebook.add_argument(
        "--key",
        type=Read,
        help=say(id="berkas kunci untuk no_kk (bawaan: P2WKSS_KEY_FILE)", en="key file for no_kk (default: P2WKSS_KEY_FILE)"),
    )


def run_notebook(options) -> int:
    """Checks the workbook first: its faults are listed and nothing runs. The notebook is written whole or not at all."""
    from ..files.atomic import write_atomically
    from ..tables.workbook.check import check

    out = Path(options.out)
    _asked_well(options, out)
    if options.file:
        check(options.file, options.lang, key=options.key).usable_tables()
    parameters = {
        "workbook": options.file or "",
        "lang": options.lang,
        "sites_next_year": options.sites,
        "as_of": options.as_of,
        "report": options.report,
        "draws": options.draws,
        "seed": options.seed,
    }
    title = pick(options.lang, id="Menjalankan", en="Running")
    bar = {"desc": title, "leave": False, "disable": False, "bar_format": FORM} if watched() else False
    with _environment(
        P2WKSS_LANG=options.lang, TQDM_DISABLE="1", P2WKSS_KEY_FILE=options.key, PYDEVD_DISABLE_FILE_VALIDATION="1"
    ):
        content = _executed(parameters, bar)
    written = write_atomically(out, content.encode("utf-8"))
    print(
        pick(
            options.lang,
            id=f"Buku catatan ditulis: {written}. Buka dengan `python3 run.py lab`.",
            en=f"Notebook written: {written}. Open it with `python3 run.py lab`.",
        )
    )
    return 0


def _asked_well(options, out: Path) -> None:
    """Refuses what would only fail after a minute of work."""
    from ..files.overwriting import allow_writing

    if out.suffix.lower() != ".ipynb":
        raise WrongUse(id=f"--out {out.name}: akhiran berkasnya .ipynb.", en=f"--out {out.name}: the file must end in .ipynb.")
    allow_writing([out], reads=[TEMPLATE])
    if not TEMPLATE.exists():
        raise WrongUse(
            id="Buku catatan notebooks/06_your_city.ipynb tidak ditemukan; jalankan dari folder proyek yang utuh.",
            en="The notebook notebooks/06_your_city.ipynb is not there; run this from a complete copy of the project.",
        )
    if options.as_of:
        try:
            dt.date.fromisoformat(options.as_of)
        except ValueError:
            raise WrongUse(
                id=f"--as-of {options.as_of!r} bukan tanggal; tulis seperti 2026-06-30.",
                en=f"--as-of {options.as_of!r} is not a date; write it like 2026-06-30.",
            ) from None
    for name, value, least in (("--sites", options.sites, 0), ("--draws", options.draws, 99), ("--seed", options.seed, 0)):
        if value < least:
            raise WrongUse(id=f"{name} {value}: paling sedikit {least}.", en=f"{name} {value}: at least {least}.")


def _executed(parameters: dict, bar: dict | bool) -> str:
    """The notebook after a run with these parameters, as JSON, without papermill's record of paths and times.

    bar: what tqdm is told of the bar that counts cells, False for none.
    """
    import nbformat
    import papermill

    with tempfile.TemporaryDirectory() as folder:
        try:
            book = papermill.execute_notebook(
                str(TEMPLATE),
                str(Path(folder) / "run.ipynb"),
                parameters=parameters,
                kernel_name="python3",
                progress_bar=bar,
                cwd=os.getcwd(),
                extra_arguments=["--IPKernelApp.log_level=50"],
            )  # its warnings are about networks, and there is none
        except papermill.PapermillExecutionError as error:
            raise WrongUse(id=f"Buku catatan berhenti: {error.evalue}", en=f"The notebook stopped: {error.evalue}") from None
    for part in (book, *book.cells):
        part.metadata.pop("papermill", None)
        part.metadata.pop("execution", None)
        if not part.metadata.get("tags", True):
            part.metadata.pop("tags")
    return json.dumps(_masked(json.loads(nbformat.writes(book))), ensure_ascii=False, indent=1) + "\n"


def _masked(part):
    """The notebook without numbers of identity and family cards: its parameters and outputs name files as they are called."""
    if isinstance(part, dict):
        return {name: value if name.startswith("image/") else _masked(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_masked(value) for value in part]
    return mask(part) if isinstance(part, str) else part


@contextmanager
def _environment(**values: str | None):
    """The environment the notebook's kernel is started with; what is None stays as it is."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update({name: value for name, value in values.items() if value is not None})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
