"""The page on how the program is built names what there is: every room, file and name on it."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from checks.source import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "src" / "ipsskills"
PLACES = (PACKAGE, ROOT)
TREE = PAGE.split("```")[3]  # what is drawn second
WRITTEN = ("src", "tests", "docs", "checks", "benchmarks")
ENDINGS = (".py", ".md", ".yaml", ".toml", ".j2", "/")
HOW_DEEP = 2


def list_rooms(tree: str) -> Iterator[str]:
    """Yield the folders of the package that a tree names: cli, cli/commands."""
    room = ""
    for line in tree.splitlines():
        if found := re.match(r"( {2}| {4})(\w+)/ ", line):
            deep, name = len(found[1]) // 2, found[2]
            room = name if deep == 1 else room
            yield name if deep == 1 else f"{room}/{name}"


def list_folders(above: Path) -> set[str]:
    """Return the folders that hold something, as deep as the tree shows them."""
    every = (path for path in above.rglob("*") if path.is_dir() and path.name != "__pycache__")
    names = {path.relative_to(above).as_posix() for path in every if any(path.glob("*.*"))}
    return {name for name in names if name.count("/") < HOW_DEEP}


def list_quoted(page: str) -> list[str]:
    """Return what stands in backticks on a page, outside its drawings."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.DOTALL))


def find_lost_files(page: str) -> list[str]:
    """Return the files and folders that a page names and that are nowhere."""
    named = [each for each in list_quoted(page) if each.endswith(ENDINGS) and " " not in each]
    return [each for each in named if not is_there(each)]


def is_there(name: str) -> bool:
    """Whether a path leads somewhere, or a bare name is that of some file of ours."""
    if any(any(place.glob(name.rstrip("/"))) for place in PLACES):
        return True
    return any(fnmatch(each, name) for each in list_file_names())


@cache
def list_file_names() -> frozenset[str]:
    """Return the names of all our files, without the folders they are in."""
    return frozenset(path.name for top in WRITTEN for path in (ROOT / top).rglob("*.*"))


@cache
def list_words() -> tuple[str, ...]:
    """Return every word of our Python."""
    files = [path for top in WRITTEN for path in (ROOT / top).rglob("*.py")]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return tuple(set(re.findall(r"[A-Za-z_]\w*", texts)))


def find_lost_names(page: str) -> list[str]:
    """Return the names of code that a page uses and with which no word of ours begins."""
    quoted = (each.removesuffix("()") for each in list_quoted(page))
    named = [each for each in quoted if re.fullmatch(r"[A-Za-z]\w*(\.[A-Za-z]\w*)?", each)]
    ours = [e for e in named if not e.endswith(ENDINGS) and ("_" in e or e != e.lower())]
    return [name for name in ours if not all(map(is_written, name.split(".")))]


def is_written(part: str) -> bool:
    """Whether some word of our Python begins like this."""
    return any(word.startswith(part) for word in list_words())


def test_the_tree_shows_every_room_and_no_other() -> None:
    named = list(list_rooms(TREE))
    assert len(named) == len(set(named))
    assert set(named) == list_folders(PACKAGE)


def test_the_tree_shows_the_ground_and_what_else_is_tested() -> None:
    ground = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert ground == set(re.findall(r"\w+\.py", TREE.split("\n\n")[0]))
    tests = TREE[TREE.index("\ntests/") : TREE.index("\nchecks/")]
    others = {path.name for path in (ROOT / "tests").iterdir() if any(path.glob("*.py"))}
    missing = others - list_folders(PACKAGE) - {each.name for each in ROOT.glob("tests")}
    assert {name for name in missing if f"{name}/" not in tests} == set()


def test_the_tree_shows_every_file_of_the_content() -> None:
    assert {path.name for path in (ROOT / "data").glob("*.yaml")} <= set(
        re.findall(r"\w+\.yaml", TREE)
    )


def test_every_file_it_names_is_there() -> None:
    assert find_lost_files(PAGE) == []


def test_every_name_it_uses_is_in_the_source() -> None:
    assert find_lost_names(PAGE) == []


def test_what_is_gone_is_found() -> None:
    planted = "In `cli/nosuch.py`, `nosuch.py`, `nosuch/`, `cli/app.py` and `plan*.py`."
    assert find_lost_files(planted) == ["cli/nosuch.py", "nosuch.py", "nosuch/"]
    gone = "no" + "_such"
    planted = f"`{gone}` and `Store.{gone}()` beside `Store`, `Store.named`, `EXPLAIN_`"
    assert find_lost_names(planted) == [gone, f"Store.{gone}"]
    assert list(list_rooms("  cli/      what\n    nosuch/  what\n")) == ["cli", "cli/nosuch"]
