"""Sentences stand in `texts.py` (or a folder `texts/`), both languages side by side, and nowhere else."""

import ast
import importlib
import json
import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import p2wkss_analysis
from p2wkss_analysis.say import Text

PACKAGE = Path(p2wkss_analysis.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


def holds_texts(path: Path) -> bool:
    """`texts.py` of a room, or a file of its folder `texts/` where one file would be too long."""
    return path.name == "texts.py" or path.parent.name == "texts"


TEXTS = [path for path in FILES if holds_texts(path)]
SPEC = re.compile(r"(and|list|lines|typed|;|,|Rp|date|p|[+<=]?\.-?\d|\.\d%|[^|]*\|[^|]*)?")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def constants(path: Path) -> dict[str, object]:
    module = importlib.import_module(".".join(("p2wkss_analysis", *path.relative_to(PACKAGE).with_suffix("").parts)))
    return {name: value for name, value in vars(module).items() if name.isupper()}


def each_text(value) -> Iterator[Text]:
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else [value]
    for part in parts:
        assert isinstance(part, Text), part
        yield part


def places(template: str) -> Iterator[tuple[str, str]]:
    """Name and form of each place, places within a form (the number of decimals) filled with 2."""
    for _, name, spec, _ in string.Formatter().parse(template):
        if name is not None:
            yield name, re.sub(r"\{\w+\}", "2", spec)
            yield from places(spec)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_both_languages_have_the_same_places_in_forms_that_exist(path):
    for name, value in constants(path).items():
        for text in each_text(value):
            indonesian, english = text.places()
            assert indonesian == english, name
            for template in (text.id, text.en):
                assert template.rstrip() == template or "\n" in template, name
                for place, spec in places(template):
                    assert place.isidentifier() and SPEC.fullmatch(spec), (name, place, spec)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_text_is_used(path):
    assert not set(constants(path)) - names_read()


@cache
def names_read() -> frozenset[str]:
    """Every name and attribute that some file of the package reads; a text may also be read where another is made of it."""
    nodes = [node for file in PACKAGE.rglob("*.py") for node in ast.walk(tree(file))]
    return frozenset(
        n.attr if isinstance(n, ast.Attribute) else n.id
        for n in nodes
        if isinstance(n, ast.Attribute) or isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
    )


def test_files_that_compute_hold_no_sentence():
    found = []
    for path in (p for p in FILES if not holds_texts(p)):
        keys = {
            id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Assign)
        }  # A, B = "one key", "another key"
        found += [(path.name, ast.unparse(n)[:80]) for n in ast.walk(tree(path)) if id(n) not in keys and _bilingual(n)]
    assert not found


def _bilingual(node: ast.AST) -> bool:
    """`f(id="...", en="...")`, `{"id": "...", "en": "..."}`, `Text("...", "...")`, and a pair of phrases."""
    if isinstance(node, ast.Call):
        literal = {k.arg for k in node.keywords if _literal(k.value)}
        name = getattr(node.func, "id", "")
        return {"id", "en"} <= literal or name == "Text" and any(_literal(a) and ast.unparse(a) != "''" for a in node.args)
    if isinstance(node, ast.Dict):
        return {"id", "en"} <= {
            k.value for k, v in zip(node.keys, node.values, strict=True) if isinstance(k, ast.Constant) and _literal(v)
        }
    return (
        isinstance(node, ast.Tuple)
        and len(node.elts) == 2
        and all(_literal(e) and " " in ast.unparse(e) and "^" not in ast.unparse(e) for e in node.elts)
    )  # "^" begins a pattern


def _literal(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or isinstance(node, ast.Constant) and isinstance(node.value, str)


TERMS = json.loads((PACKAGE.parent / "docs" / "terms.json").read_text(encoding="utf-8"))["terms"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_one_term_stands_for_one_thing(path):
    """The glossary says which words a term replaces; no sentence uses them."""
    instead = {
        lang: {word.lower(): term[lang][0] for term in TERMS for word in term.get("instead_of", {}).get(lang, ())}
        for lang in ("id", "en")
    }
    said = [
        (lang, getattr(text, lang).lower())
        for value in constants(path).values()
        if isinstance(value, (Text, Mapping))
        for text in each_text(value)
        for lang in ("id", "en")
    ]
    assert not [(word, "say", instead[lang][word]) for lang, text in said for word in instead[lang] if word in text]


def test_what_is_named_in_a_command_to_type_is_in_quotes_where_it_has_a_blank():
    command = re.compile(
        r"(?:p2wkss (?:check|data|impact|import|next|notebook|papers|report)|jupyter lab)\b[^`.;:]*?\{(\w+)\}(?!\})"
    )
    found = [
        (path.name, name, place)
        for path in TEXTS
        for name, value in constants(path).items()
        for text in each_text(value)
        for said in (text.id, text.en)
        for place in command.findall(said)
        if place != "code"  # of a place: digits and dots
    ]
    assert found == []
