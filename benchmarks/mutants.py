"""Are the statistics guarded? Small faults are put into their modules one at a time, and the tests must see each.

    python benchmarks/mutants.py                        every module, at most 150 faults of each (seeded)
    python benchmarks/mutants.py slum poverty           modules whose path holds one of these words
    python benchmarks/mutants.py in_fives --most 10000  every fault of a module
    python benchmarks/mutants.py slum --survivors       only those that survived the last time
    python benchmarks/mutants.py --page                 the page anew from mutants.json

Each fault (`mutants_made.py`) runs in a process forked from one that has imported pandas and the like already; the faulty
module is compiled in memory and no file is changed. The module's own examples run first, then the test files of MODULES:
those tests first that reach the faulty line. Tests read the package as it stands, so nothing may be edited meanwhile.
mutants.json keeps what was found, mutants_explained.json why a survivor is none to worry about.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import gc
import importlib
import importlib.abc
import importlib.util
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

from mutants_made import Mutant, mutants

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PACKAGE = "p2wkss_analysis"
FOUND, EXPLAINED, PAGE = HERE / "mutants.json", HERE / "mutants_explained.json", HERE / "mutants.md"
MOST, SEED = 150, 0
MEMORY = 8_000_000_000  # bytes of address space
PATIENCE = 8  # seconds by the clock for each of the processor
WARM = (
    *(
        "numpy",
        "pandas",
        "scipy.stats",
        "scipy.optimize",
        "pyarrow",
        "pyarrow.parquet",
        "narwhals.stable.v2",
        "duckdb",
        "openpyxl",
    ),
    *("xlsxwriter", "babel.numbers", "jinja2", "hypothesis", "pytest", "_pytest.assertion.rewrite", "geopandas", "shapely"),
    *("statsmodels.api", "tqdm", "matplotlib.pyplot"),
)

_INDEX = ("targeting/index/test_stages.py", "targeting/index/test_gaps.py", "targeting/index/test_index.py")
_CHOSEN = (
    "targeting/households/test_beneficiaries.py",
    "targeting/households/test_list_by_hand.py",
    "targeting/households/test_near_cut.py",
    "targeting/households/test_open_choice.py",
    "targeting/households/test_list_in_small.py",
    "targeting/households/test_recorded_rule.py",
    "targeting/households/test_near_cut_in_small.py",
    "targeting/households/test_ties_in_small.py",
)
_IDENTITY = ("identity/test_digit_by_digit.py", "identity/test_identity_numbers.py", "disclosure/test_privacy.py")
_HISTORY = (
    *("impact/history/test_paths_by_hand.py", "impact/history/test_parts_by_hand.py", "impact/history/test_placebo_by_hand.py"),
    "impact/history/test_untreated_paths.py",
)
_SURE = ("impact/households/test_waves_inference.py",)
_DESIGNS = ("impact/households/test_designs_by_hand.py", "impact/households/test_cut_and_rts_by_hand.py")
MODULES = {  # what is put to the test: the test files that guard it
    "indicators/slum.py": ("indicators/test_slum.py",),
    "indicators/slum_volumes.py": ("indicators/test_slum.py",),
    "indicators/healthy_family.py": ("indicators/test_healthy_family.py",),
    "indicators/poverty.py": ("indicators/test_poverty.py",),
    "indicators/households/definitions.py": ("indicators/households/test_definitions.py",),
    "indicators/households/figures.py": ("indicators/households/test_definitions.py",),
    "disclosure/in_fives.py": ("disclosure/test_in_fives.py",),
    "disclosure/few_digits.py": ("disclosure/test_few_digits.py",),
    "disclosure/small_cells.py": ("disclosure/test_small_cells.py",),
    "disclosure/privacy.py": ("disclosure/test_privacy.py",),
    "disclosure/published_before.py": ("disclosure/test_published_before.py",),
    "identity/bare.py": _IDENTITY,
    "identity/hidden.py": _IDENTITY,
    "identity/other_numbers.py": _IDENTITY,
    "identity/spelt.py": _IDENTITY,
    "targeting/need_index.py": _INDEX,
    "targeting/index/aggregate.py": _INDEX,
    "targeting/index/imputation.py": _INDEX,
    "targeting/index/normalise.py": _INDEX,
    "targeting/index/ranked.py": _INDEX,
    "targeting/index/sampling.py": ("targeting/index/test_sampling.py",),
    "targeting/index/scoring.py": _INDEX,
    "targeting/index/screen.py": _INDEX,
    "targeting/index/specification.py": _INDEX,
    "targeting/index/treat.py": _INDEX,
    "targeting/households/beneficiaries.py": _CHOSEN,
    "targeting/households/candidates.py": _CHOSEN,
    "targeting/households/clash.py": _CHOSEN,
    "targeting/households/equals.py": _CHOSEN,
    "targeting/households/near_cut.py": _CHOSEN,
    "targeting/households/neediest.py": _CHOSEN,
    "targeting/households/placement.py": (
        "targeting/households/test_ties_in_small.py",
        "targeting/households/test_list_in_small.py",
        "targeting/households/test_list_by_hand.py",
    ),
    "targeting/households/ties.py": ("targeting/households/test_ties_in_small.py",),
    "impact/methods/ledger.py": ("impact/history/test_ledger_by_hand.py", "impact/history/test_given_history.py"),
    "impact/history/bootstrap.py": _HISTORY,
    "impact/history/counterfactual.py": _HISTORY,
    "impact/history/forecast.py": _HISTORY,
    "impact/history/given_history.py": _HISTORY,
    "impact/history/like_noise.py": (*_HISTORY, "impact/history/test_like_noise.py"),
    "impact/history/placebo.py": _HISTORY,
    "impact/history/shared_shocks.py": (*_HISTORY, "impact/history/test_shared_shocks.py"),
    "impact/history/spread.py": _HISTORY,
    "impact/history/untreated_paths.py": _HISTORY,
    "impact/history/years_since.py": _HISTORY,
    "impact/households/designs/adjusted.py": _DESIGNS,
    "impact/households/designs/ancova.py": _SURE,
    "impact/households/designs/choice.py": (*_DESIGNS, "impact/households/test_given_rule.py"),
    "impact/households/designs/cluster_robust.py": _SURE,
    "impact/households/designs/curve.py": _DESIGNS,
    "impact/households/designs/design.py": _DESIGNS,
    "impact/households/designs/freedman_lane.py": _SURE,
    "impact/households/designs/given_rule.py": (*_DESIGNS, "impact/households/test_given_rule.py"),
    "impact/households/designs/jump_at_cut.py": _DESIGNS,
    "impact/households/designs/lots.py": _DESIGNS,
    "impact/households/designs/whole_places.py": _DESIGNS,
}
KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"


class Faulty(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module of the package from code that was compiled already."""

    def __init__(self, name: str, path: Path, compiled: CodeType) -> None:
        self.name, self.path, self.compiled = name, path, compiled

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        if name == self.name:
            return importlib.util.spec_from_file_location(name, self.path, loader=self)
        return None

    def create_module(self, spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.compiled, module.__dict__)  # noqa: S102 - it is the package itself, with one fault


class Reached:
    """For each test, the lines of some files that ran while it did, and how long it took; puts tests into an order."""

    def __init__(self, paths: list[Path], order: list[str] | None = None) -> None:
        self.order = {name: i for i, name in enumerate(order or [])}
        self.lines: dict[str, dict[str, set[int]]] = {str(path): {} for path in paths}
        self.seconds: dict[str, float] = {}

    def pytest_collection_modifyitems(self, items: list) -> None:
        items[:] = [item for item in items if not item.get_closest_marker("extended")]
        last = len(self.order)
        items.sort(key=lambda item: self.order.get(item.nodeid, last))

    def pytest_runtest_protocol(self, item: Any, nextitem: object) -> None:
        self.now, self.since = item.nodeid, time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.seconds[nodeid] = time.process_time() - self.since

    def trace(self, frame: FrameType, event: str, arg: object) -> Callable | None:
        return self._line if frame.f_code.co_filename in self.lines else None

    def _line(self, frame: FrameType, event: str, arg: object) -> Callable:
        if event == "line" and getattr(self, "now", None):
            self.lines[frame.f_code.co_filename].setdefault(self.now, set()).add(frame.f_lineno)
        return self._line


def module_name(path: str) -> str:
    return f"{PACKAGE}.{path.removesuffix('.py').replace('/', '.')}"


def run_tests(files: tuple[str, ...], plugin: Reached) -> int:
    import pytest

    asked = ["-x", "-q", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin", "--hypothesis-seed=0"]
    asked += ["--import-mode=importlib", "--rootdir", str(ROOT), "--basetemp", tempfile.mkdtemp(), "--no-header", "--tb=no"]
    return int(pytest.main([*asked, *(str(ROOT / "tests" / f) for f in files)], plugins=[plugin]))


def forked(work: Callable[[], object], seconds: float, show: bool = False) -> tuple[str, Any]:
    """What `work` gives in a process of its own: ("done", its result), ("fell", None) or ("timed out", None).

    Seconds are of the processor: on a busy computer, or where the run is halted for a while, hours pass without any work. What
    waits for ever uses none, so that it is ended by the clock, later.
    """
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        child = os.fork()
        if child == 0:
            os.setsid()
            os.chdir(folder)
            tempfile.tempdir = folder
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
            if not show:
                quiet = os.open(os.devnull, os.O_WRONLY)
                os.dup2(quiet, 1)
                os.dup2(quiet, 2)
            code = 1
            with contextlib.suppress(BaseException):
                answer.write_text(json.dumps(work()))
                code = 0
            os._exit(code)
        until = time.monotonic() + PATIENCE * seconds
        while True:
            done, status = os.waitpid(child, os.WNOHANG)
            if done and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
                return "timed out", None
            if done:
                return ("done", json.loads(answer.read_text())) if status == 0 else ("fell", None)
            if time.monotonic() > until:
                os.killpg(child, signal.SIGKILL)  # the child is the first of a group of its own
                os.waitpid(child, 0)
                return "timed out", None
            time.sleep(0.005)


def sound(paths: list[str], files: tuple[str, ...]) -> dict[str, Any]:
    """The tests run once on the modules as they stand: which lines of each module each test reaches, how long it takes."""
    plugin = Reached([ROOT / PACKAGE / path for path in paths])
    sys.settrace(plugin.trace)
    code = run_tests(files, plugin)
    sys.settrace(None)
    lines = {path: plugin.lines[str(ROOT / PACKAGE / path)] for path in paths}
    told = {path: {test: sorted(reached) for test, reached in tests.items()} for path, tests in lines.items()}
    return {"code": code, "lines": told, "seconds": plugin.seconds}


@cache
def sound_run(files: tuple[str, ...]) -> tuple[dict[str, Any], float]:
    """`sound` of all modules that these files guard, and its seconds: they are traced together, since tracing is slow."""
    paths = [path for path, own in MODULES.items() if own == files]
    state, base = forked(lambda: sound(paths, files), 1200)
    if state != "done" or base["code"]:
        forked(lambda: sound(paths, files), 1200, show=True)
        raise SystemExit(f"{', '.join(files)}: the tests fail without any fault in the modules")
    return base, sum(base["seconds"].values())


def seen(path: str, files: tuple[str, ...], mutant: Mutant, order: list[str]) -> bool:
    """Whether the examples or the tests fail with this fault."""
    name = module_name(path)
    sys.meta_path.insert(0, Faulty(name, ROOT / PACKAGE / path, mutant.compiled))
    if doctest.testmod(importlib.import_module(name)).failed:
        return True
    return run_tests(files, Reached([], order)) != 0


def one_module(path: str, files: tuple[str, ...], most: int, only: set[tuple[str, str]] | None) -> dict[str, Any]:
    source = (ROOT / PACKAGE / path).read_text(encoding="utf-8")
    every = mutants(source, str(ROOT / PACKAGE / path))
    tried = [m for m in every if only is None or (m.code, m.change) in only]
    if only is None and len(tried) > most:
        tried = sorted(random.Random(SEED).sample(tried, most), key=lambda m: m.number)
    base, quick = sound_run(files)
    begun = time.monotonic()
    found, survivors = Counter(), []
    for m in tried:
        reach = [t for t, lines in base["lines"][path].items() if m.line in lines]
        order = sorted(reach, key=base["seconds"].get)
        state, was_seen = forked(lambda m=m, order=order: seen(path, files, m, order), 20 + quick)
        result = TIMED_OUT if state == "timed out" else SURVIVED if state == "done" and not was_seen else KILLED
        found[result] += 1
        if result != KILLED:
            survivors.append({"code": m.code, "change": m.change, "result": result})
            print(f"  {result}: {m.line}: {m.code} | {m.change} | reached by {len(reach)} tests", flush=True)
    took = time.monotonic() - begun
    print(f"{path}: {len(tried)} of {len(every)}, {dict(found)}, tests alone {quick:.0f} s, in all {took:.0f} s", flush=True)
    return {"all": len(every), "tried": len(tried), **{k: found[k] for k in (KILLED, TIMED_OUT, SURVIVED)}, "left": survivors}


def explained(path: str, one: dict[str, str]) -> str:
    why = json.loads(EXPLAINED.read_text(encoding="utf-8")).get(path, [])
    return next((w for code, change, w in why if one["code"] == code and change in (one["change"], "any")), "")


def page(found: dict[str, Any]) -> str:
    """mutants.md."""
    total = {k: sum(f[k] for f in found.values()) for k in ("all", "tried", KILLED, TIMED_OUT, SURVIVED)}
    left = [(path, one) for path in MODULES if path in found for one in found[path]["left"]]
    open_ = sum(one["result"] == SURVIVED and not explained(path, one) for path, one in left)
    begin = (
        f"Written by `python benchmarks/mutants.py`. Of {total['all']:,} possible faults in {len(found)} modules {total['tried']:,} were "
        f"tried; where a module has more than were tried, they were drawn with seed {SEED}. The tests saw "
        f"{total[KILLED] + total[TIMED_OUT]:,} of them, {total[SURVIVED]} survived, of which {open_} are not explained below. "
        "A fault counts as seen where an example in the module or a test of the files named in `MODULES` fails, or where the tests no "
        "longer come to an end. Other tests of the package see more; they are not counted. Sentences, names and type hints are not "
        "changed here."
    )
    said = [
        "# Faults put into the statistics on purpose",
        "",
        begin,
        "",
        "| module | possible | tried | seen | never came to an end | survived | not explained |",
        "|---|---|---|---|---|---|---|",
    ]
    for path in MODULES:
        if path in found:
            f = found[path]
            bare = sum(not explained(path, one) for one in f["left"])
            said.append(f"| `{path}` | {f['all']} | {f['tried']} | {f[KILLED]} | {f[TIMED_OUT]} | {f[SURVIVED]} | {bare} |")
    said += ["", "## What survived, and why", "", "| module | code | fault | why |", "|---|---|---|---|"]
    for path, one in left:
        code = one["code"].replace("|", "\\|")
        why = explained(path, one) or "not explained yet"
        late = " (never came to an end)" if one["result"] == TIMED_OUT else ""
        said.append(f"| `{path}` | `{code}` | {one['change'].replace('|', chr(92) + '|')}{late} | {why} |")
    return "\n".join(said) + "\n"


def warm() -> None:
    """Import what every child needs, once; nothing of the package itself."""
    sys.path.insert(0, str(ROOT))
    os.environ.update(TQDM_DISABLE="1", MPLBACKEND="Agg", P2WKSS_ADDED="/nowhere", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    for name in WARM:
        importlib.import_module(name)
    import hypothesis

    hypothesis.settings.register_profile("mutants", database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")
    gc.collect()
    gc.freeze()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("words", nargs="*")
    ask.add_argument("--most", type=int, default=MOST)
    ask.add_argument("--survivors", action="store_true")
    ask.add_argument("--page", action="store_true")
    given = ask.parse_args()
    found = json.loads(FOUND.read_text(encoding="utf-8")) if FOUND.exists() else {}
    if not given.page:
        warm()
        for path, files in MODULES.items():
            if given.words and not any(word in path for word in given.words):
                continue
            before = found.get(path)
            if given.survivors and before:
                only = {(one["code"], one["change"]) for one in before["left"]}
                again = one_module(path, files, given.most, only)
                killed = before["tried"] - again[SURVIVED] - again[TIMED_OUT]
                found[path] = {**again, "all": again["all"], "tried": before["tried"], KILLED: killed}
            else:
                found[path] = one_module(path, files, given.most, None)
            FOUND.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page(found), encoding="utf-8")


if __name__ == "__main__":
    main()
