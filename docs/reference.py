"""The pages that are made from the package itself, so that they cannot fall behind: commands, Python functions, glossary."""

import csv
import importlib
import inspect
import json
import pkgutil
import re
from pathlib import Path

import p2wkss_analysis as p2
from p2wkss_analysis.cli import _parser
from p2wkss_analysis.impact.history.given_history import METHOD as HEADLINE
from p2wkss_analysis.impact.methods.registry import METHODS
from p2wkss_analysis.say import Text

HERE = Path(__file__).parent
VALIDATION = HERE.parent / "benchmarks" / "validation.csv"
LAWS = Path(p2.__file__).parent / "impact" / "history" / "placebo_laws.csv"
ROOMS = {  # where a public function stands in the package, and what people call that
    "front": ("Kota, provinsi, dan data terbuka", "A city, a province, the open tables"),
    "tables": ("Tabel dan buku kerja", "Tables and the workbook"),
    "indicators": ("Indikator", "Indicators"),
    "targeting": ("Di mana dan siapa", "Where and whom"),
    "impact": ("Apakah berdampak", "Did it help"),
    "pictures": ("Gambar", "Pictures"),
    "reporting": ("Laporan dan halaman", "Reports and pages"),
    "": ("Lainnya", "The rest"),
}
ALSO = {  # what methods without an annotation give, and the errors people meet
    "Stability",
    "Lots",
    "Explanation",
    "Flip",
    "Triangle",
    "Eligibility",
    "SlumScore",
    "Protocol",
    "SeveralOutcomes",
    "Suggestion",
    "WrongUse",
    "NotEnoughData",
    "InfeasibleSelection",
    "DataFaults",
    "NoKey",
}
ROOM_OF = {
    "rule": "impact",
    "simulate": "impact",
    "simulated": "impact",
    "places": "pictures",
    "explore": "reporting",
    "province": "front",
    "national": "front",
    "open_data": "front",
    "city": "front",
}


def glossary(lang: str) -> str:
    """The glossary in one language, each term with its word in the other."""
    other = "en" if lang == "id" else "id"
    terms = json.loads((HERE / "terms.json").read_text(encoding="utf-8"))
    lines = [
        Text(id="# Daftar istilah", en="# Glossary").say(lang),
        "",
        Text(
            id="Istilah program dan istilah statistik di halaman ini, di laporan, dan di keluaran perintah. Kata Inggrisnya dalam kurung.",
            en="Words of the programme and of statistics on these pages, in reports and in what commands print. Indonesian in brackets.",
        ).say(lang),
    ]
    for group, name in terms["groups"].items():
        lines += ["", f"## {name[lang]}", "", "```{glossary}"]
        entries = [t for t in terms["terms"] if t["group"] == group]
        for entry in sorted(entries, key=lambda t: t[lang][0].lower()):
            same = entry[other][0].lower() == entry[lang][0].lower()
            extra = "" if same else f" *({entry[other][0]})*"
            lines += [entry[lang][0], f"  {entry[lang][1]}{extra}", ""]
        lines += ["```"]
    return "\n".join(lines) + "\n"


BEYOND = {
    "diff_diff_default": Text("Callaway-Sant'Anna, bawaan diff-diff", "Callaway-Sant'Anna, diff-diff as it comes")
}  # measured beside ours


def rates(lang: str) -> str:
    """Measured error rates of each method, from the file that the validation run wrote."""
    cells = [
        c
        for c in csv.DictReader(VALIDATION.read_text(encoding="utf-8").splitlines())
        if (c["rule"], c["places"], c["years"], c["starts"], c["per_year"], c["baseline"])
        == ("worst", "60", "10", "4", "2", "clean")
    ]
    head = Text(id="| metode | alarm palsu | cakupan | daya |", en="| method | false alarms | coverage | power |").say(lang)
    lines = [head, "|---|---|---|---|"]
    ours = {key: METHODS[key].explained for key in sorted(METHODS, key=lambda k: (k != HEADLINE, not METHODS[k].own_placebos))}
    for method, name in {**ours, **BEYOND}.items():
        rows = [c for c in cells if c["method"] == method]
        shown = [_span(rows, column) for column in ("false_alarms", "coverage", "power")]
        lines.append(f"| {name.say(lang)} | {' | '.join(shown)} |")
    return "\n".join(lines) + "\n"


def laws(lang: str) -> str:
    """Measured false alarms of the headline on real figures without a programme, by rule and kind of scale."""
    cells = {(r["scale"], r["rule"]): r for r in csv.DictReader(LAWS.read_text(encoding="utf-8").splitlines())}
    names = {"worst": Text("terburuk tahun lalu", "worst of last year"), "dip": Text("paling memburuk setahun", "largest fall in a year"),
             "trend": Text("tren terburuk", "worst trend"), "promise": Text("tren terbaik", "best trend"), "random": Text("undian", "lots"),
             "noisy": Text("terburuk dengan salah ukur", "worst, measured with error"), "column": Text("terburuk menurut angka lain", "worst by another figure"),
             "mixture": Text("campuran terburuk dan undian", "worst and lots mixed")}  # fmt: skip
    head = Text(
        id="| dipilih menurut | skala asli | skala lain (akar, logaritma) |",
        en="| chosen by | raw scale | another scale (root, log) |",
    ).say(lang)
    lines = [head, "|---|---|---|"]
    for rule, name in names.items():
        shown = [_with_interval(cells.get((kind, rule)), lang) for kind in ("raw", "other")]
        lines.append(f"| {name.say(lang)} | {' | '.join(shown)} |")
    return "\n".join(lines) + "\n"


def _with_interval(row, lang: str) -> str:
    if row is None:
        return "-"
    low, high, n = (round(float(row[k])) for k in ("low", "high", "windows"))
    to = Text(id="sampai", en="to").say(lang)
    return f"{round(float(row['false_alarms']))} ({low} {to} {high}; n = {n})"


def _span(rows, column) -> str:
    values = [round(float(row[column])) for row in rows if row[column]]
    return f"{min(values)}-{max(values)}" if values and min(values) < max(values) else str(values[0]) if values else "-"


def commands(lang: str) -> str:
    """Every command with its options, in the words of its own help."""
    parser = _parser(lang)
    lines = [
        Text(id="# Perintah", en="# Commands").say(lang),
        "",
        Text(
            id="Kata-kata di halaman ini sama dengan yang ditulis `p2wkss PERINTAH --help`. Kode keluar: 0 selesai, 1 data mengandung "
            "kesalahan (semuanya disebut), 2 salah pakai.",
            en="The words on this page are those of `p2wkss COMMAND --help`. Exit code: 0 done, 1 the data has faults (all listed), 2 wrong use.",
        ).say(lang),
    ]
    for name, sub in command_parsers(parser).items():
        lines += [
            "",
            f"## p2wkss {name}",
            "",
            sub.description,
            "",
            f"| {Text(id='yang ditulis', en='what to write').say(lang)} | {Text(id='artinya', en='meaning').say(lang)} |",
            "|---|---|",
        ]
        for action in sub._actions:
            if action.dest not in ("help", "lang"):
                lines.append(f"| {_written(action)} | {_cell(action, sub)} |")
    return "\n".join(lines) + "\n"


def command_parsers(parser=None) -> dict:
    """Each command's own parser, by name."""
    return dict(next(a for a in (parser or _parser("id"))._actions if a.dest == "command").choices)


def _written(action) -> str:
    names = ", ".join(action.option_strings) or (action.metavar or action.dest).upper()
    if action.option_strings and action.nargs != 0:
        value = "|".join(map(str, action.choices)) if action.choices else action.metavar or action.dest.upper()
        names += f" {value}"
    return "`" + names.replace("|", "\\|") + "`"


def _cell(action, parser) -> str:
    text = parser._get_formatter()._expand_help(action) if action.help else ""
    default = action.default
    if default not in (None, False, "==SUPPRESS==") and action.option_strings and not re.search(r"bawaan|default", text):
        text += f" ({default})" if text else f"{default}"
    return re.sub(r"([|*<>])", r"\\\1", text)


def functions(lang: str) -> str:
    """Every public name with its docstring, and the methods of what it returns; the docstrings are English."""
    lines = [
        "Python",
        "======",
        "",
        Text(
            id="Uraian fungsi ditulis dalam bahasa Inggris. Panggil dengan ``import p2wkss_analysis as p2``.",
            en="Call them after ``import p2wkss_analysis as p2``. Results have ``.table()`` and ``.sentence(lang)``.",
        ).say(lang),
        "",
    ]
    by_room: dict[str, list[str]] = {room: [] for room in ROOMS}
    for name, module in p2._WHERE.items():
        by_room[_room(module)].append(name)
    known, shown = _classes(), set()
    for room, names in by_room.items():
        if not names:
            continue
        title = Text(id=ROOMS[room][0], en=ROOMS[room][1]).say(lang)
        lines += [title, "-" * len(title), ""]
        results: list[type] = []
        for name in names:
            thing = getattr(p2, name)
            if inspect.isclass(thing):
                lines += _class(thing, f"p2wkss_analysis.{name}", shown)
            else:
                lines += [f".. autofunction:: p2wkss_analysis.{name}", ""]
                results += _returned(thing, known)
        results += [
            known[name] for name in sorted(ALSO) if _room(known[name].__module__.removeprefix("p2wkss_analysis.")) == room
        ]
        for result in _with_theirs(results, known):
            if result not in shown and result.__module__.startswith("p2wkss_analysis") and result.__name__ not in p2.__all__:
                lines += _class(result, f"{result.__module__}.{result.__qualname__}", shown)
    return "\n".join(lines) + "\n"


def _room(module: str) -> str:
    first = module.split(".")[0]
    room = ROOM_OF.get(first, first)
    return room if room in ROOMS else ""


def _class(thing, path, shown) -> list[str]:
    shown.add(thing)
    methods = [name for name, member in vars(thing).items() if not name.startswith("_") and _ours(member)]
    members = f"   :members: {', '.join(methods)}" if methods else ""
    return [f".. autoclass:: {path}", *([members, "   :undoc-members:"] if members else []), ""]


def _ours(member) -> bool:
    """A method or property written in this package, not one that a library put there."""
    function = getattr(member, "fget", None) or getattr(member, "__func__", None) or member
    return inspect.isfunction(function) and function.__module__.startswith("p2wkss_analysis")


def _classes() -> dict[str, type]:
    """Every class of the package by name, to find what a return annotation means."""
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(p2.__path__, "p2wkss_analysis."):
        if module.name.endswith("__main__"):
            continue
        for name, thing in vars(importlib.import_module(module.name)).items():
            if inspect.isclass(thing) and thing.__module__ == module.name:
                found.setdefault(name, thing)
    return found


def _returned(function, known) -> list[type]:
    """The classes of this package that a return annotation names."""
    written = getattr(function, "__annotations__", {}).get("return", "")
    return [known[word] for word in re.findall(r"[A-Z]\w+", str(written)) if word in known]


def _with_theirs(results, known) -> list[type]:
    """Results, and what their own methods give, in the order of meeting."""
    met: list[type] = []
    waiting = list(results)
    while waiting:
        thing = waiting.pop(0)
        if thing not in met:
            met.append(thing)
            for name, member in vars(thing).items():
                if not name.startswith("_") and inspect.isfunction(member):
                    waiting += _returned(member, known)
    return met
