"""Where no language is named, that of P2WKSS_LANG is spoken: by every public function and every result."""

import importlib
import inspect
import pkgutil

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.display import Shown
from p2wkss_analysis.say import Text, integer, join, number, p_value, percent, rupiah, signed
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.say.spoken import spoken


def results() -> list[type]:
    """Every class that shows itself, of all files of the package."""
    for module in pkgutil.walk_packages(p2.__path__, "p2wkss_analysis."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, left = [], [Shown]
    while left:
        found += (more := left.pop().__subclasses__())
        left += more
    return [cls for cls in dict.fromkeys(found) if cls.__module__.startswith("p2wkss_analysis.")]


def with_language() -> list[tuple[str, object]]:
    """Public names, their public methods, and those of all results that take a `lang`."""
    owners = [getattr(p2, name) for name in p2.__all__] + list(results())
    made = [(f"{owner.__module__}.{owner.__qualname__}", owner) for owner in owners if inspect.isfunction(owner)]
    made += [
        (f"{owner.__module__}.{owner.__qualname__}.{name}", method)
        for owner in owners
        if inspect.isclass(owner)
        for name, method in vars(owner).items()
        if inspect.isfunction(method) and not name.startswith("_")
    ]
    return [(name, function) for name, function in dict(made).items() if "lang" in inspect.signature(function).parameters]


def test_every_public_lang_is_none_unless_named():
    named = {name: inspect.signature(function).parameters["lang"].default for name, function in with_language()}
    assert len(named) > 80
    assert not {name: default for name, default in named.items() if default is not None}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_none_is_the_language_of_the_environment_for_words_and_numbers(lang, monkeypatch):
    monkeypatch.setenv("P2WKSS_LANG", lang)
    text = Text("{n:,} wilayah", "{n:,} places")
    for say in (
        lambda lang: join(["a", "b", "c"], lang),
        lambda lang: number(1234.5, 1, lang),
        lambda lang: p_value(0.0001, 3, lang),
        lambda lang: integer(1234, lang),
        lambda lang: percent(2.5, 1, lang),
        lambda lang: signed(-2.5, 1, lang),
        lambda lang: rupiah(1234, lang),
        lambda lang: number(None, 1, lang),
        lambda lang: text.say(lang, n=1234),
        WrongUse(id="salah", en="wrong").sentence,
    ):
        assert say(None) == say(lang) != say({"id": "en", "en": "id"}[lang])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_results_speak_the_language_of_the_environment(lang, monkeypatch):
    import pandas as pd

    table = pd.DataFrame(
        {"area_code": [f"32.76.01.100{i}" for i in range(8)], "poor": range(8), "slum": [3, 1, 4, 1, 5, 9, 2, 6]}
    )
    homes = pd.DataFrame({"household_id": list("abcdef"), "need": [9, 5, 5, 5, 5, 1], "rt": [1, 1, 1, 2, 2, 2]})
    panel = p2.Panel.from_table(
        p2.simulate_panel(units=12, years=6, starts=[4], per_year=2, seed=1).table(), outcome="outcome", better="higher"
    )
    ranking = p2.need_index(table, {"poor": "higher", "slum": "higher"})
    chosen = p2.select_households(homes, 3, "need")
    found = [
        panel,
        ranking,
        ranking.stability(2, 50),
        ranking.explain("32.76.01.1005"),
        ranking.flip(2),
        chosen,
        chosen.explain("b"),
        p2.poverty([6, 8, 11], line=10),
        p2.draw_lots(["32.76", "32.77"], 1, 7),
        p2.candidate_list(["32.76", "32.77"], 1),
        p2.evaluate(panel, None, ["before_after", "difference_in_differences"]),
        p2.SelectionRule(),
    ]
    monkeypatch.setenv("P2WKSS_LANG", lang)
    for result in found:
        for ask in ("sentence", "table", "for_report", "limits", "log", "record_sentence", "minutes", "places"):
            method = getattr(result, ask, None)
            if callable(method) and "lang" in inspect.signature(method).parameters:
                here, there = method(), method(lang=lang)
                assert here.equals(there) if hasattr(here, "equals") else here == there, (type(result).__name__, ask)
                if ask == "sentence":
                    assert here != method(lang={"id": "en", "en": "id"}[lang])


def test_an_unknown_language_is_refused_wherever_it_is_named():
    @spoken
    def said(lang: str | None = None) -> str:
        return lang

    for call in (
        lambda: said("de"),
        lambda: said(lang="de"),
        lambda: p2.poverty([6, 8], line=10).sentence("de"),
        lambda: p2.report("nowhere", lang="de"),
    ):
        with pytest.raises(WrongUse, match="de"):
            call()
