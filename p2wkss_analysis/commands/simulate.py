"""`p2wkss simulate`: data with a known truth, a panel of unnamed places or the workbook of a whole city."""

from __future__ import annotations

from pathlib import Path

from ..say.errors import WrongUse
from .line.given_paths import Written
from .line.show import write_table


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    simulate = command(
        "simulate",
        write_simulation,
        say(
            id="tulis data sintetis dengan pengaruh yang diketahui: panel, atau buku kerja satu kota",
            en="write synthetic data with a known effect: a panel, or the workbook of a city",
        ),
    )
    simulate.add_argument(
        "--out",
        type=Written,
        required=True,
        help=say(id="CSV yang ditulis; dengan --city, berkas .xlsx", en="CSV to write; with --city, an .xlsx file"),
    )
    simulate.add_argument(
        "--city",
        help=say(
            id="kode kabupaten/kota, misalnya 32.76: tempat dan lokasi nyata, semua nilai buatan",
            en="code of a regency, for example 32.76: real places and sites, all values made up",
        ),
    )
    simulate.add_argument(
        "--effect",
        type=float,
        help=say(
            id="pengaruh sebenarnya: simpangan baku antartempat (bawaan 1); dengan --city poin persen KK desil rendah "
            "(bawaan -4 beserta pengaruh pada keluarga; 0: tidak ada pengaruh apa pun)",
            en="true effect: standard deviations between places (default 1); with --city percentage points of households in a "
            "low decile (default -4, beside effects on families; 0: no effect on anything)",
        ),
    )
    simulate.add_argument(
        "--rule",
        help=say(
            id="worst (bawaan), best, random, noisy, column, trend, mixture; dengan --city real (bawaan), worst, best, random",
            en="worst (default), best, random, noisy, column, trend, mixture; with --city real (default), worst, best, random",
        ),
    )
    simulate.add_argument(
        "--places", type=int, help=say(id="banyaknya tempat (bawaan 63), tanpa --city", en="places (default 63), without --city")
    )
    simulate.add_argument(
        "--years", type=int, help=say(id="banyaknya tahun (bawaan 10), tanpa --city", en="years (default 10), without --city")
    )
    simulate.add_argument(
        "--year",
        type=int,
        help=say(id="tahun program yang diikuti, hanya dengan --city", en="programme year that is followed, only with --city"),
    )
    simulate.add_argument(
        "--assisted",
        type=int,
        help=say(
            id="banyaknya KK binaan (bawaan 100 setiap desa/kelurahan), hanya dengan --city",
            en="assisted families (default 100 a village), only with --city",
        ),
    )
    simulate.add_argument(
        "--until",
        type=int,
        help=say(
            id="tahun terakhir dalam buku kerja (bawaan 2026), hanya dengan --city",
            en="last year in the workbook (default 2026), only with --city",
        ),
    )
    simulate.add_argument(
        "--household-rule",
        choices=("register", "score", "draw", "baseline", "whole_rt", "unknown"),
        help=say(
            id="cara memilih KK binaan: register (bawaan), score, draw, baseline, whole_rt, unknown; hanya dengan --city",
            en="how families were chosen: register (default), score, draw, baseline, whole_rt, unknown; only with --city",
        ),
    )
    simulate.add_argument(
        "--seed",
        type=int,
        default=0,
        help=say(id="bilangan awal pengacakan (bawaan 0)", en="seed of the random numbers (default 0)"),
    )


def write_simulation(options) -> int:
    """Write the panel or the city's workbook, and say what was planted."""
    _fitting(options)
    made = _city(options) if options.city is not None else _panel(options)
    print(made.sentence(options.lang))
    return 0


def _panel(options):
    from ..simulate import simulate_panel

    given = {"units": options.places, "years": options.years, "rule": options.rule, "effect": options.effect}
    usual = {"units": 63, "years": 10, "rule": "worst", "effect": 1.0}
    made = simulate_panel(**usual | {name: value for name, value in given.items() if value is not None}, seed=options.seed)
    options.json = False
    write_table(options, options.out, made.table().assign(origin="SINTETIS / SYNTHETIC"), replace=False)
    return made


def _city(options):
    from ..simulate import simulate_city

    given = {"year": options.year, "assisted": options.assisted, "until": options.until, "household_rule": options.household_rule}
    given = {name: value for name, value in given.items() if value is not None}
    made = simulate_city(options.city, effect=options.effect, rule=options.rule, seed=options.seed, **given)
    made.write(options.out, options.lang)
    return made


def _fitting(options) -> None:
    """Options that belong to the other kind of simulation are refused, and so is a workbook that is no .xlsx."""
    other = ("year", "assisted", "until", "household_rule") if options.city is None else ("places", "years")
    strange = ", ".join(f"--{name.replace('_', '-')}" for name in other if getattr(options, name) is not None)
    if strange:
        kind = ("tanpa", "without") if options.city is None else ("dengan", "with")
        raise WrongUse(id=f"{strange} tidak berlaku {kind[0]} --city.", en=f"{strange} means nothing {kind[1]} --city.")
    if options.city is not None and Path(options.out).suffix.lower() != ".xlsx":
        raise WrongUse(
            id=f"Buku kerja kota harus berkas .xlsx, bukan {Path(options.out).name}.",
            en=f"A city's workbook must be an .xlsx file, not {Path(options.out).name}.",
        )
