"""The rooms and the one direction in which they import, read from the source itself."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
PACKAGE = SRC / "ipsskills"

# What each room may import of ours: whole rooms, or single modules of them. A type that a room
# may know is named by its module, never the room: nobody reaches past the results into the work.
BELOW: dict[str, tuple[str, ...]] = {
    "errors": (),
    "codes": (),
    "files": ("errors",),
    "framework": ("errors", "codes"),
    "record": ("errors", "codes"),
    "privacy": ("codes", "record.types"),
    "method": ("codes", "framework.scale", "framework.types", "framework.ordering", "record.types"),
    "formats": ("errors", "codes", "framework"),
    "pages": (
        "errors",
        "codes",
        "method",
        "formats.table.safe_cell",
        "formats.answers",
        "framework.types",
        "framework.search",
        "framework.background.Fidelity",
        "framework.background.Glossary",
        "framework.content.releases.Changes",
        "framework.content.counts.Totals",
        "framework.content.counts.UnitCount",
    ),
    "usecases": (
        *("errors", "codes", "files", "framework", "record", "method"),
        *("privacy", "formats", "pages"),
    ),
    "cli": (
        *("errors", "codes", "files", "framework", "record", "method"),
        *("privacy", "formats", "pages", "usecases"),
    ),
    "__main__": ("cli.app",),
    "__init__": (),
}

# Who may import a library; whoever is not named here may not.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "yaml": ("framework",),
    "sqlmodel": ("record",),
    "sqlalchemy": ("record",),
    "alembic": ("record",),
    "sqlite3": ("record", "cli.complete"),
    "matplotlib": ("pages.charts",),
    "numpy": ("pages.charts",),
    "jinja2": ("pages.writers",),
    "typer": ("cli",),
    "questionary": ("cli",),
    "prompt_toolkit": ("cli",),
    "rich": ("cli", "pages.writers.text"),
    "pydantic": ("framework", "record", "formats"),
    "pydantic_core": ("framework", "record", "cli.output.show"),
    "platformdirs": ("cli.setup.paths",),
}

# Kept in their room from the day they come.
NOT_YET = {"alembic", "numpy"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    """Return a module's name without the package's: "cli.commands.plan", "errors"."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def imported(source: str) -> Iterator[str]:
    """Yield every module that a source imports, wherever in it: also in functions and under ifs."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "an import names its module in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def in_use() -> set[str]:
    """Return every library that some module imports."""
    sources = [path.read_text(encoding="utf-8") for path in modules()]
    return {name.split(".")[0] for source in sources for name in imported(source)}


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def wrong(module: str, source: str) -> list[str]:
    """Return what a module imports and must not."""
    room = module.split(".", 1)[0]
    found = []
    for name in imported(source):
        top, _, ours = name.partition(".")
        if top == "ipsskills":
            own = within(ours, (room,)) or ours == "__version__"
            if not own and not within(ours, BELOW[room]):
                found.append(name)
        elif top in LIBRARIES and not within(module, LIBRARIES[top]):
            found.append(name)
    return found


def test_every_module_belongs_to_a_room() -> None:
    strangers = {module_name(path).split(".", 1)[0] for path in modules()} - set(BELOW)
    assert not strangers, "a new room: say in this test what it may import"


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    assert wrong(module_name(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("library", sorted(LIBRARIES.keys() - NOT_YET))
def test_every_ban_is_about_a_library_in_use(library: str) -> None:
    assert library in in_use(), f"nobody imports {library}: take it out of this list"


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("method.order", "from ipsskills.record.store import open_store"),
        ("method.order", "from ipsskills.record import store"),
        ("method.order", "from ipsskills.framework.load import load"),
        ("method.order", "from ipsskills.pages.words import day"),
        ("method.order", "from ipsskills.errors import NotFound"),
        ("pages.report", "from ipsskills.usecases.reports.report import report"),
        ("pages.report", "from ipsskills.record.work import Work"),
        ("pages.report", "from ipsskills.framework.load import load"),
        ("framework.load", "from ipsskills.record.types import Person"),
        ("record.store", "import ipsskills.framework.types"),
        ("usecases.home", "from ipsskills.cli.output.show import say"),
        ("errors", "from ipsskills.codes import Code"),
        ("codes", "from ipsskills.errors import NotFound"),
        ("method.order", "def late():\n    from ipsskills.cli import context"),
        (
            "method.order",
            "if TYPE_CHECKING:\n    from ipsskills.usecases.desk import Desk",
        ),
        ("usecases.home", "import yaml"),
        ("usecases.home", "from yaml.nodes import Node"),
        ("cli.context", "def late():\n    import sqlalchemy"),
        ("usecases.desk", "from sqlmodel import SQLModel"),
        ("pages.report", "import matplotlib.pyplot as plt"),
        ("usecases.assess", "import typer"),
        ("pages.words", "import questionary"),
        ("method.lists", "from prompt_toolkit import prompt"),
        ("pages.writers.markdown", "from rich.text import Text"),
        ("usecases.people", "import pydantic"),
        ("cli.main", "from pydantic_core import to_jsonable_python"),
    ],
)
def test_a_planted_wrong_import_is_found(module: str, source: str) -> None:
    assert wrong(module, source)


def test_a_wrong_import_planted_in_a_real_file_is_found() -> None:
    source = (PACKAGE / "method" / "lists.py").read_text(encoding="utf-8")
    first, rest = source.split("\ndef ", 1)
    planted = f"{first}\ndef late() -> None:\n    import sqlmodel\n\n\ndef {rest}"
    assert wrong("method.lists", source) == []
    assert wrong("method.lists", planted) == ["sqlmodel"]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("method.order", "from ipsskills.method.state import state_words"),
        ("method.order", "from ipsskills.record.types import Rating"),
        ("pages.charts.radar", "import matplotlib"),
        ("pages.report", "from ipsskills.method.change import Move"),
        ("cli.output.show", "def late():\n    from pydantic_core import to_jsonable_python"),
        ("record.migrate", "from ipsskills import __version__"),
        ("framework.load", "import json, hashlib"),
    ],
)
def test_a_right_import_is_not_found(module: str, source: str) -> None:
    assert wrong(module, source) == []


def test_an_import_that_does_not_name_its_module_is_refused() -> None:
    with pytest.raises(AssertionError, match="in full"):
        list(imported("from . import store"))
