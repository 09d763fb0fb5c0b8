"""Small faults put into a module on purpose, one at a time: what `mutants.py` runs the tests against.

Changed are comparisons (the boundary, and the sense), arithmetic, whole numbers by one, fractions, true and false, and/or,
conditions, signs, the smaller of two for the larger, the side of a cut, the order of two arguments, what is returned, and
single statements left out. Left alone are sentences and names (strings), type hints, decorators, and what only guards the code
itself (`strict=` of zip, how a class shows itself).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

COMPARED = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
RECKONED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_PAIRS = (
    ("min", "max"),
    ("minimum", "maximum"),
    ("any", "all"),
    ("floor", "ceil"),
    ("le", "lt"),
    ("ge", "gt"),
    ("less", "less_equal"),
    ("greater", "greater_equal"),
    ("idxmin", "idxmax"),
    ("argmin", "argmax"),
    ("nanmin", "nanmax"),
    ("cummax", "cummin"),
)
CALLED = {**dict(_PAIRS), **{b: a for a, b in _PAIRS}}
SAME_EITHER_WAY = {"min", "max", "minimum", "maximum", "isinstance", "issubclass", "allclose", "isclose", "cast"}
ONLY_GUARDS = {"strict", "repr", "frozen", "slots", "init", "compare", "copy"}
SIDES = {"left": "right", "right": "left"}


@dataclass(frozen=True)
class Mutant:
    """One fault. number: its place among all of the module; line and code: where; change: what; compiled: the faulty module."""

    number: int
    line: int
    code: str
    change: str
    compiled: CodeType


def mutants(source: str, filename: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines.

    >>> [m.change for m in mutants("def f(a):\\n    return a < 3", "f.py")]
    ['return None', '< becomes <=', '< becomes >=', '3 becomes 4', '3 becomes 2']
    """
    tree, lines, made = ast.parse(source), source.splitlines(), []
    for holder, name, at, node in _places(tree):
        for change, other in _changes(node):
            new = ast.copy_location(other, node)
            ast.fix_missing_locations(new)
            _put(holder, name, at, new)
            try:
                compiled = compile(tree, filename, "exec", dont_inherit=True)
            except SyntaxError:  # a break outside of its loop: no fault that anybody could write
                continue
            finally:
                _put(holder, name, at, node)
            made.append((node.lineno, lines[node.lineno - 1].strip(), change, compiled))
    made.sort(key=lambda one: one[0])
    return [Mutant(number, *one) for number, one in enumerate(made)]


def _put(holder: ast.AST, name: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(holder, name, node)
    else:
        getattr(holder, name)[at] = node


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node that may be changed, with what holds it."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for at, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(one, ast.AST) and not _left_alone(one):
                if isinstance(one, (ast.expr, ast.stmt)):
                    yield node, name, at, one
                yield from _places(one)


def _left_alone(node: ast.AST) -> bool:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        return True
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return True
    return isinstance(node, ast.keyword) and node.arg in ONLY_GUARDS


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.expr):
        yield from _of_expression(node)
    else:
        yield from _of_statement(node)


def _of_expression(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            for other in COMPARED[type(op)]:
                ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
                yield f"{_sign(op)} becomes {_sign(other())}", ast.Compare(node.left, ops, node.comparators)
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED and not _of_text(node):
        other = RECKONED[type(node.op)]()
        yield f"{_sign(node.op)} becomes {_sign(other)}", ast.BinOp(node.left, other, node.right)
    elif isinstance(node, ast.BoolOp):
        other, word = (ast.Or(), "and becomes or") if isinstance(node.op, ast.And) else (ast.And(), "or becomes and")
        yield word, ast.BoolOp(other, node.values)
    elif isinstance(node, ast.UnaryOp) and not isinstance(node.op, ast.UAdd):
        yield f"without {_sign(node.op)}", node.operand
    elif isinstance(node, ast.IfExp):
        yield "the condition turned round", ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node)
    elif isinstance(node, ast.Call):
        yield from _of_call(node)


def _of_constant(node: ast.Constant) -> Iterator[tuple[str, ast.expr]]:
    value = node.value
    if isinstance(value, bool):
        others: list[object] = [not value]
    elif isinstance(value, int):
        others = [value + 1, value - 1]
    elif isinstance(value, float):
        others = [value + 1, value * 0.9]
    else:
        others = [SIDES[value]] if isinstance(value, str) and value in SIDES else []
    for other in others:
        if other != value:
            yield (
                f"{value!r} becomes {other:.6g}" if isinstance(value, float) else f"{value!r} becomes {other!r}",
                ast.Constant(other),
            )


def _of_call(node: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called in CALLED:
        other = CALLED[called]
        func = (
            ast.Attribute(node.func.value, other, ast.Load())
            if isinstance(node.func, ast.Attribute)
            else ast.Name(other, ast.Load())
        )
        yield f"{called} becomes {other}", ast.Call(func, node.args, node.keywords)
    if len(node.args) > 1 and called not in SAME_EITHER_WAY and not any(isinstance(a, ast.Starred) for a in node.args[:2]):
        first, second = node.args[:2]
        if ast.dump(first) != ast.dump(second):
            swapped = ast.Call(node.func, [second, first, *node.args[2:]], node.keywords)
            yield f"the first two arguments of {called or 'the call'} change places", swapped


def _of_statement(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None":
        yield "return None", ast.Return(ast.Constant(None))
    elif _does_something(node):
        yield "left out", ast.Pass()
    elif isinstance(node, (ast.If, ast.While)) and not isinstance(node.test, (ast.Compare, ast.BoolOp, ast.UnaryOp)):
        turned = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        yield "the condition turned round", type(node)(turned, node.body, node.orelse)


def _does_something(node: ast.AST) -> bool:
    """Whether the module can still be read without it: x = f(x), x[i] = ..., f(x), raise, but not the first x = ..."""
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        if isinstance(target, ast.Name):
            return any(isinstance(one, ast.Name) and one.id == target.id for one in ast.walk(node.value))
        return isinstance(target, (ast.Subscript, ast.Attribute))
    return isinstance(node, (ast.Raise, ast.AugAssign, ast.Continue, ast.Break, ast.Delete)) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    )


def _of_text(node: ast.BinOp) -> bool:
    return any(isinstance(one, ast.JoinedStr) or isinstance(getattr(one, "value", None), str) for one in (node.left, node.right))


def _sign(op: ast.AST) -> str:
    written = {ast.Not: "not", ast.USub: "the minus sign", ast.Invert: "~"}
    if type(op) in written:
        return written[type(op)]
    a, b = ast.Name("a", ast.Load()), ast.Name("b", ast.Load())
    whole = ast.Compare(a, [op], [b]) if isinstance(op, ast.cmpop) else ast.BinOp(a, op, b)
    return ast.unparse(whole)[1:-1].strip()
