"""A call with many values says which is which."""

import ast
from collections.abc import Iterator

from checks.rules.rule import Rule
from checks.source import Finding, Module, Source

MOST = 4


def find(source: Source) -> Iterator[Finding]:
    """Yield calls of our dataclasses and named tuples with too many arguments by position.

    A class is told by its name, which stands for one thing only. A starred argument counts as one.
    """
    ours = {name for module in source.modules for name in _list_dataclasses(module)}
    for module in source.modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and len(node.args) > MOST:
                name = ast.unparse(node.func).rpartition(".")[2]
                if name in ours:
                    yield module.found(node, f"{name}(…) with {len(node.args)} by position")


def _list_dataclasses(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and (
            any("dataclass" in ast.unparse(one) for one in node.decorator_list)
            or any("NamedTuple" in ast.unparse(one) for one in node.bases)
        ):
            yield node.name


RULE = Rule("keywords", f"at most {MOST} arguments by position to a dataclass", find)
