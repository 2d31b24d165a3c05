"""What erases for good asks first: the answers are given out, and lines kept, in one place each."""

import ast
from pathlib import Path

import pytest

import ipsskills

SOURCE = Path(ipsskills.__file__).parent

# Where each may be called: what says that both questions were answered, and what erases by it.
ALLOWED = {
    "NothingAgainst": {"cli/prompts/before_erasing.py"},
    "clear_up": {"usecases/rights/carrying.py", "usecases/rights/erasing.py"},
    "clear_all": {"usecases/rights/erasing.py", "usecases/joining.py"},
}


def find_calls(source: str) -> set[str]:
    """Return the names of the functions that a module calls."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = {each.func.id for each in calls if isinstance(each.func, ast.Name)}
    return named | {each.func.attr for each in calls if isinstance(each.func, ast.Attribute)}


def test_a_call_of_any_kind_is_found() -> None:
    assert find_calls("erased.NothingAgainst(about='a')\nclear_up()") == {
        "NothingAgainst",
        "clear_up",
    }


@pytest.mark.parametrize("name", ALLOWED)
def test_what_erases_for_good_is_called_in_one_place(name: str) -> None:
    modules = (path for path in SOURCE.rglob("*.py") if name in path.read_text("utf-8"))
    calling = {
        p.relative_to(SOURCE).as_posix()
        for p in modules
        if name in find_calls(p.read_text("utf-8"))
    }
    assert calling == ALLOWED[name]
