"""Only cli knows how a command is typed; other rooms say what to do, and cli spells it."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from checks.rules.rule import Rule
from checks.source import PACKAGE, Finding, Module, Source, list_docstrings

CLI = "cli"
APP = "cli/program.py"
LIST = "COMMANDS"  # the table of commands in cli/program.py
VALUE = "\0"  # stands for a value in an f-string: "ipsskills {command}" spells one too


def find(source: Source) -> Iterator[Finding]:
    """Yield texts outside cli, and in data/*.yaml, that hold `ipsskills` and a command's name.

    Docstrings and comments are not counted. After an article it is no command: "an ipsskills
    record" is a thing.
    """
    names = "|".join([*sorted(list_commands(source)), VALUE])
    pattern = re.compile(rf"(?<!\ban )(?<!\bno )(?<!\bthe )\b{PACKAGE} (?:{names})(?!\w)")
    for module in source.modules:
        if module.room != CLI:
            yield from _in_module(module, pattern)
    for path, text in source.data.items():
        for number, line in enumerate(text.splitlines(), 1):
            if not line.lstrip().startswith("#") and (match := pattern.search(line)):
                yield Finding(path, number, f"spells “{match[0]}”")


def measure(source: Source) -> str:
    """Return how many are left, by room."""
    rooms: dict[str, int] = {}
    for finding in find(source):
        parts = finding.path.split("/")
        room = parts[2].removesuffix(".py") if parts[0] == "src" else "data"
        rooms[room] = rooms.get(room, 0) + 1
    return ", ".join(f"{count} in {room}" for room, count in sorted(rooms.items())) or "0"


def list_commands(source: Source) -> set[str]:
    """Return the names of the commands, from the table in cli/program.py."""
    for module in source.modules:
        if module.path == APP:
            return _read_list(module)
    raise ValueError(f"no {APP}")


@cache
def _read_list(module: Module) -> set[str]:
    for node in module.tree.body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and target.id == LIST and isinstance(node, ast.AnnAssign):
            assert isinstance(node.value, ast.Dict)
            return {str(key.value) for key in node.value.keys if isinstance(key, ast.Constant)}
    raise ValueError(f"no {LIST} in {module.path}")


def _in_module(module: Module, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for node, text in _list_texts(module.tree):
        for match in pattern.finditer(text):
            yield module.found(node, f"spells “{match[0].replace(VALUE, '{…}')}”")


def _list_texts(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Yield every text but docstrings; an f-string is one text."""
    seen = list_docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            seen.update(id(part) for part in parts)
            yield node, "".join(_text(part) for part in node.values)
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in seen
        ):
            yield node, node.value


def _text(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else VALUE


RULE = Rule("command-lines", "none spelt outside cli", find, measure)
