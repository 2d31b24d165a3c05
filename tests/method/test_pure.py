"""The room of the rules is pure: it imports few things, reads no clock and opens nothing."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ipsskills.method
from tests.cases import try_each

FILES = sorted(Path(ipsskills.method.__file__).parent.rglob("*.py"))
OURS = (
    "ipsskills.frozen",
    "ipsskills.codes",
    "ipsskills.doing",
    "ipsskills.framework.scale",
    "ipsskills.framework.types",
    "ipsskills.framework.ordering",
    "ipsskills.framework.noted",
    "ipsskills.record.types",
    "ipsskills.method",
)
# Parts of the standard library that reach outside, or that do not give the same twice.
OUTSIDE = {
    *("os", "sys", "io", "pathlib", "shutil", "tempfile", "glob", "logging", "subprocess"),
    *("time", "random", "secrets", "uuid", "socket", "sqlite3", "urllib", "http", "locale"),
}
# Drawing the same again: the one rule that resamples, from a seed that is written into it.
SEEDED = {("figures.py", "random")}
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "astimezone"}
DOORS = {"open", "print", "input", "exec", "eval", "__import__"}
HANDS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "exists", "stat"}

FILE = try_each("file", FILES)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(file: Path) -> Iterator[str]:
    """Yield the full name of every module a file imports from, wherever it does."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def called(file: Path) -> Iterator[tuple[str, bool]]:
    """Yield the name of everything a file calls, and whether it is called on something."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, False
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, True


def allowed(module: str) -> bool:
    if module.startswith("ipsskills"):
        return module in OURS or module.startswith("ipsskills.method.")
    top = module.partition(".")[0]
    return top in sys.stdlib_module_names and top not in OUTSIDE


def test_there_is_a_room_to_look_at() -> None:
    assert {"state.py", "current.py", "lists.py", "safety.py"} <= {file.name for file in FILES}
    assert "ipsskills.codes" in set(imported(Path(ipsskills.method.__file__).parent / "state.py"))


@FILE
def test_a_rule_imports_the_standard_library_and_types_only(file: Path) -> None:
    assert [
        module
        for module in imported(file)
        if not allowed(module) and (file.name, module) not in SEEDED
    ] == []


@FILE
def test_a_rule_looks_at_no_clock(file: Path) -> None:
    assert [name for name, _ in called(file) if name in CLOCKS] == []


@FILE
def test_a_rule_opens_and_prints_nothing(file: Path) -> None:
    found = [name for name, on in called(file) if name in (HANDS if on else DOORS)]
    assert found == []


@FILE
def test_a_rule_keeps_nothing_between_calls(file: Path) -> None:
    assert not any(isinstance(node, ast.Global | ast.Nonlocal) for node in ast.walk(tree(file)))


@try_each(
    ("module", "fits"),
    [
        ("datetime", True),
        ("collections.abc", True),
        ("ipsskills.codes", True),
        ("ipsskills.method.state", True),
        ("ipsskills.record.types", True),
        ("ipsskills.record.store", False),
        ("ipsskills.framework.load", False),
        ("ipsskills.usecases.desk", False),
        ("ipsskills.pages.words", False),
        ("yaml", False),
        ("pydantic", False),
        ("os.path", False),
        ("time", False),
        (".state", False),
    ],
)
def test_what_is_allowed_is_told_from_what_is_not(module: str, *, fits: bool) -> None:
    assert allowed(module) is fits


def test_what_is_drawn_is_drawn_the_same_every_time() -> None:
    (file,) = [each for each in FILES if each.name == "figures.py"]
    named = [n for n in ast.walk(tree(file)) if isinstance(n, ast.ImportFrom)]
    assert [[a.name for a in n.names] for n in named if n.module == "random"] == [["Random"]]
    calls = [n for n in ast.walk(tree(file)) if isinstance(n, ast.Call)]
    made = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id == "Random"]
    assert [ast.unparse(call) for call in made] == ["Random(1)"]
