"""The sentences of the code that are made without Qt: those of `say`, and the literals of every trouble.

What only the command line says is left out: it speaks English.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

N = TypeVar("N", bound=ast.AST)

_PACKAGES = ("vision", "labeling", "app")
_PLACE = re.compile(r"\{\w*\}")
_TOLD = {"what", "meaning", "remedy"}


def templates(root: Path) -> set[str]:
    """Every text under `root` (a checkout) that `app.i18n.told` may have to say in another language."""
    texts = {text for node in said(root) for text in _literals(node)}
    return {text for text in texts if re.search(r"[^\W\d_]{2}", _PLACE.sub("", text))}


def said(root: Path) -> Iterator[ast.expr]:
    """The arguments in the code that become what a person is told."""
    paths = (path for package in _PACKAGES for path in (root / package).rglob("*.py"))
    trees = [ast.parse(path.read_text("utf-8")) for path in paths if path.parent != root / "app" / "cli"]
    troubles = _troubles(trees)
    for call in _all(trees, ast.Call):
        name = getattr(call.func, "id", "")
        if name == "say":
            yield from call.args[:1]
        elif name in troubles:
            yield from call.args[:3]
            yield from (keyword.value for keyword in call.keywords if keyword.arg in _TOLD)


def _troubles(trees: Iterable[ast.Module]) -> set[str]:
    """The names of `Trouble` and of everything derived from it."""
    bases = {cls.name: {getattr(base, "id", "") for base in cls.bases} for cls in _all(trees, ast.ClassDef)}
    known, found = set[str](), {"Trouble"}
    while found - known:
        known |= found
        found = {name for name, its in bases.items() if its & known}
    return known


def _all(trees: Iterable[ast.Module], kind: type[N]) -> Iterator[N]:
    return (node for tree in trees for node in ast.walk(tree) if isinstance(node, kind))


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _literals(value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
