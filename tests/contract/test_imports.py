"""The rooms and the one direction in which they import, held for each module by its name."""

import pytest
from checks.rooms import BELOW, LIBRARIES, NOT_YET
from checks.rules.direction import find_wrong_imports
from checks.source import Module, list_imports, read_source

from tests.cases import try_each

SOURCE = read_source()
MODULES = {module.name: module for module in SOURCE.modules}


def list_wrong(name: str, source: str) -> list[str]:
    """Return what a module of this name imports and must not."""
    module = Module(f"{name.replace('.', '/')}.py", source)
    return [one.target for one in find_wrong_imports(module)]


def list_libraries() -> set[str]:
    """Return every package that some module imports."""
    return {
        one.target.split(".")[0] for module in SOURCE.modules for one in list_imports(module.tree)
    }


def test_every_module_belongs_to_a_room() -> None:
    strangers = {module.room for module in SOURCE.modules} - set(BELOW)
    assert not strangers, "a new room: say in checks/rooms.py what it may import"


def test_imports_go_one_way() -> None:
    found = [(name, one.target) for name in MODULES for one in find_wrong_imports(MODULES[name])]
    assert found == []


def test_every_ban_is_about_a_library_in_use() -> None:
    idle = LIBRARIES.keys() - NOT_YET - list_libraries()
    assert not idle, "nobody imports these: take them out of checks/rooms.py"


@try_each(
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
        ("cli.output.show", "from pydantic_core import to_jsonable_python"),
        ("framework.load", "from pydantic import TypeAdapter"),
    ],
)
def test_a_planted_wrong_import_is_found(module: str, source: str) -> None:
    assert list_wrong(module, source)


def test_a_wrong_import_planted_in_a_real_file_is_found() -> None:
    source = MODULES["method.lists"].text
    first, rest = source.split("\ndef ", 1)
    planted = f"{first}\ndef late() -> None:\n    import sqlmodel\n\n\ndef {rest}"
    assert list_wrong("method.lists", source) == []
    assert list_wrong("method.lists", planted) == ["sqlmodel"]


@try_each(
    ("module", "source"),
    [
        ("method.order", "from ipsskills.method.state import state_words"),
        ("method.order", "from ipsskills.record.types import Rating"),
        ("pages.charts.canvas", "import matplotlib"),
        ("pages.report", "from ipsskills.method.change import Move"),
        ("framework.strict", "def late():\n    from pydantic import TypeAdapter"),
        ("record.migrate", "from ipsskills import __version__"),
        ("framework.load", "import json, hashlib"),
    ],
)
def test_a_right_import_is_not_found(module: str, source: str) -> None:
    assert list_wrong(module, source) == []


def test_an_import_that_does_not_name_its_module_is_refused() -> None:
    with pytest.raises(ValueError, match="in full"):
        list(list_imports(Module("a.py", "from . import store").tree))
