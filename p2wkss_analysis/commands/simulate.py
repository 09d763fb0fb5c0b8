"""`p2wkss simulate`: data with a known truth: a panel of unnamed places, the workbook of a city, or a household register."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..say import Text
from ..say.errors import WrongUse
from .line.given_paths import WrittenInto
from .line.parser import Adds
from .line.shared_options import seed_option
from .line.show import write_table
from .texts import options as texts
from .texts import results as say
from .texts import simulate as register

if TYPE_CHECKING:
    from ..simulate.city import SimulatedCity
    from ..simulate.panel import SimulatedPanel
    from ..simulate.register import SimulatedRegister


def add(command: Adds) -> None:
    """Registers the command."""
    simulate = command("simulate", write_simulation, texts.SIMULATE)
    simulate.add_argument("--out", type=WrittenInto, required=True, help=texts.SIMULATE_OUT)
    simulate.add_argument("--city", help=texts.SIMULATE_CITY)
    simulate.add_argument("--register", type=float, metavar="N", help=register.REGISTER)
    simulate.add_argument("--regency", action="append", help=register.REGENCY)
    simulate.add_argument("--effect", type=float, help=texts.SIMULATE_EFFECT)
    simulate.add_argument("--rule", help=texts.SIMULATE_RULE)
    simulate.add_argument("--places", type=int, help=texts.SIMULATE_PLACES)
    simulate.add_argument("--years", type=int, help=texts.SIMULATE_YEARS)
    simulate.add_argument("--year", type=int, help=texts.SIMULATE_YEAR)
    simulate.add_argument("--assisted", type=int, help=texts.SIMULATE_ASSISTED)
    simulate.add_argument("--until", type=int, help=texts.SIMULATE_UNTIL)
    simulate.add_argument(
        "--household-rule",
        choices=("register", "score", "draw", "baseline", "whole_rt", "unknown"),
        help=texts.SIMULATE_HOUSEHOLD_RULE,
    )
    seed_option(simulate)


def write_simulation(options: Namespace) -> int:
    """Write the panel, the city's workbook or the register, and say what was planted."""
    _fitting(options)
    made = _register(options) if options.register is not None else _city(options) if options.city is not None else _panel(options)
    print(made.sentence(options.lang))
    return 0


def _panel(options: Namespace) -> SimulatedPanel:
    from ..simulate import simulate_panel

    given = {"units": options.places, "years": options.years, "rule": options.rule, "effect": options.effect}
    usual: dict[str, Any] = {"units": 63, "years": 10, "rule": "worst", "effect": 1.0}
    made = simulate_panel(**usual | {name: value for name, value in given.items() if value is not None}, seed=options.seed)
    options.json = False
    write_table(options, options.out, made.table().assign(origin="SINTETIS / SYNTHETIC"), replace=False, named=False)
    return made


def _city(options: Namespace) -> SimulatedCity:
    from ..simulate import simulate_city

    given = {"year": options.year, "assisted": options.assisted, "until": options.until, "household_rule": options.household_rule}
    given = {name: value for name, value in given.items() if value is not None}
    made = simulate_city(options.city, effect=options.effect, rule=options.rule, seed=options.seed, **given)
    made.write(options.out, options.lang)
    return made


def _register(options: Namespace) -> SimulatedRegister:
    from ..simulate.register import LAST, simulate_register

    if not options.register.is_integer():
        raise WrongUse(register.NOT_WHOLE)
    last = LAST if options.until is None else options.until
    years = range(last + 1 - (5 if options.years is None else options.years), last + 1)
    effect = {} if options.effect is None else {"effect": options.effect}
    return simulate_register(
        int(options.register), options.out, years=years, regencies=options.regency, seed=options.seed, **effect
    )


# options that each kind of simulation has, beside --out, --effect and --seed
_OF_REGISTER = {"register", "regency", "years", "until"}
_OF_CITY = {"city", "rule", "year", "assisted", "until", "household_rule"}
_OF_PANEL = {"rule", "places", "years"}


def _fitting(options: Namespace) -> None:
    """Options that belong to another kind of simulation are refused, and so is a workbook that is no .xlsx."""
    given = {name for name in _OF_REGISTER | _OF_CITY | _OF_PANEL if getattr(options, name) is not None}
    if "register" in given:
        _refuse(given - _OF_REGISTER, register.NOT_WITH_REGISTER)
    elif "city" in given:
        _refuse(given - _OF_CITY, say.NOT_WITH_CITY)
    else:
        _refuse(given & (_OF_REGISTER - _OF_CITY - _OF_PANEL), register.NOT_WITHOUT_REGISTER)
        _refuse(given - _OF_PANEL, say.NOT_WITHOUT_CITY)
    if options.city is not None and Path(options.out).suffix.lower() != ".xlsx":
        raise WrongUse(say.CITY_AS_XLSX.fill(file=Path(options.out).name))


def _refuse(strange: set[str], why: Text) -> None:
    if strange:
        raise WrongUse(why.fill(options=[f"--{name.replace('_', '-')}" for name in sorted(strange)]))
