"""One name, one thing: no class shares its name with another, in any room."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from checks.rules.rule import Rule
from checks.source import Finding, Module, Source

CAP_WORDS = re.compile(r"[A-Z][a-z]\w*")


def find(source: Source) -> Iterator[Finding]:
    """Yield every class or named type whose name stands for a thing elsewhere too."""
    places: dict[str, list[tuple[Module, ast.stmt]]] = defaultdict(list)
    for module in source.modules:
        for name, node in _types(module):
            places[name].append((module, node))
    for name, found in sorted(places.items()):
        for module, node in found[1:]:
            first, at = found[0]
            yield module.found(node, f"{name} is also in {first.path}:{at.lineno}")


def _types(module: Module) -> Iterator[tuple[str, ast.stmt]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            yield node.name, node
    for statement in module.tree.body:
        # Name = Literal[...], Name = A | B, Name = NewType(...): a type with a name of its own.
        if isinstance(statement, ast.Assign) and isinstance(
            statement.value, ast.Subscript | ast.BinOp | ast.Call
        ):
            for target in statement.targets:
                if isinstance(target, ast.Name) and CAP_WORDS.fullmatch(target.id):
                    yield target.id, statement


RULE = Rule("class-names", "no name stands for two things", find)
