"""A function fits on a screen; only the parameter list of a command may be longer."""

import ast
from collections.abc import Iterator

from checks.rules.rule import Rule
from checks.source import Finding, Module, Source

MOST = 40
COMMANDS = "cli/commands"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def find(source: Source) -> Iterator[Finding]:
    """Yield functions that are too long, counted from `def` to the last line.

    Decorators are not counted. Of a command, a decorated function in cli/commands, in a folder
    there or in cli/program.py, the parameter list is not counted either: its options are its
    parameters.
    """
    for module, node in _functions(source):
        length = _length(module, node)
        if length > MOST:
            yield module.found(node, f"{node.name}: {length} lines, at most {MOST}")


def measure(source: Source) -> str:
    """Return the longest function."""
    length, name = max(
        (_length(module, node), f"{module.path}:{node.name}") for module, node in _functions(source)
    )
    return f"{length} ({name})"


def _functions(source: Source) -> Iterator[tuple[Module, Function]]:
    for module in source.modules:
        for node in ast.walk(module.tree):
            if isinstance(node, Function):
                yield module, node


def _length(module: Module, node: Function) -> int:
    in_commands = module.path.startswith(f"{COMMANDS}/") or module.path == "cli/program.py"
    first = node.body[0].lineno if in_commands and node.decorator_list else node.lineno
    return (node.end_lineno or node.lineno) - first + 1


RULE = Rule("functions", f"at most {MOST} lines but for a command's parameters", find, measure)
