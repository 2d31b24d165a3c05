"""What bends Typer still fits it, and reads what is typed just as Typer would.

If the first tests fail, Typer names things differently now: look at ``cli/typer_bends.py``, change
what has to be, and add the version to its ``TRIED_WITH``.
"""

import inspect
import subprocess
import sys
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.models import OptionInfo

from ipsskills.cli.typer_bends import TRIED_WITH, NotPlain, make_command, read_plainly
from tests.cases import try_each
from tests.service import command, commands, is_group

ADVICE = f"Typer {version('typer')} is installed; typer_bends.py was tried with {TRIED_WITH}"

# Every name of Typer's that the bends lean on: where it is, and what it takes.
METHODS = (
    (TyperOption, "get_runtime_param", ["self"]),
    (TyperArgument, "get_runtime_param", ["self"]),
    (TyperArgument, "display_type", ["self", "ctx"]),
    (TyperArgument, "get_usage_pieces", ["self", "ctx"]),
    (TyperCommand, "get_params", ["self", "ctx"]),
    (TyperGroup, "get_params", ["self", "ctx"]),
    (TyperGroup, "resolve_command", ["self", "ctx", "args"]),
    (TyperGroup, "add_command", ["self", "cmd", "name"]),
    (TyperCommand, "make_context", None),
    (typer.TyperException, "format_message", ["self"]),
)
OPTION_INFO = (
    *("parser", "clamp", "min", "max", "exists", "file_okay", "dir_okay", "writable"),
    *("readable", "resolve_path", "allow_dash", "path_type"),
)


@try_each(("kind", "name", "takes"), METHODS)
def test_typer_still_has_the_method(kind: type, name: str, takes: list[str] | None) -> None:
    method = getattr(kind, name, None)
    assert method is not None, ADVICE
    assert takes is None or list(inspect.signature(method).parameters) == takes, ADVICE


@try_each("name", OPTION_INFO)
def test_typer_still_keeps_what_was_declared(name: str) -> None:
    assert hasattr(OptionInfo(), name), ADVICE


def test_a_parameter_still_tells_its_type_and_is_read_by_what_it_is_given(
    sample: dict[str, Any],
) -> None:
    for param in sample.values():
        for name in ("param_type_name", "multiple", "nargs", "min", "max", "help"):
            assert hasattr(param, name), ADVICE
        assert hasattr(param.type_descriptor, "annotation"), ADVICE
        assert hasattr(param.type_descriptor, "parameter_info"), ADVICE
        takes = inspect.signature(param.get_runtime_param().coerce).parameters
        assert list(takes) == ["value", "param", "ctx"], ADVICE


class Shade(StrEnum):
    DARK = "dark"
    LIGHT = "light"


def _everything(  # noqa: PLR0917
    text: Annotated[str, typer.Argument()],
    texts: Annotated[list[str] | None, typer.Argument()] = None,
    path: Annotated[Path | None, typer.Option()] = None,
    paths: Annotated[list[Path] | None, typer.Option()] = None,
    shade: Annotated[Shade | None, typer.Option()] = None,
    shades: Annotated[list[Shade] | None, typer.Option()] = None,
    months: Annotated[int | None, typer.Option(min=1, max=24)] = None,
    hours: Annotated[float | None, typer.Option()] = None,
    there: Annotated[Path | None, typer.Option(exists=True)] = None,
    odd: Annotated[str | None, typer.Option(parser=str.upper)] = None,
) -> None:
    """Take a parameter of every kind that the program has, and two that it has not."""


def _params() -> dict[str, Any]:
    app = typer.Typer(add_completion=False)
    app.command()(_everything)
    return {param.name: param for param in typer.main.get_command(app).params}


@pytest.fixture
def sample() -> dict[str, Any]:
    return _params()


SAMPLE = _params()

PLAIN = [
    ("text", "3.8", "3.8"),
    ("text", "", ""),
    ("text", " Zoë 😀 ", " Zoë 😀 "),
    ("texts", ["a", "b"], ["a", "b"]),
    ("texts", None, ()),
    ("path", "no/such/file", Path("no/such/file")),
    ("path", None, None),
    ("paths", ("a", "b"), [Path("a"), Path("b")]),
    ("shade", "dark", Shade.DARK),
    ("shades", ["light", "dark"], [Shade.LIGHT, Shade.DARK]),
    ("months", "1", 1),
    ("months", "024", 24),
    ("hours", "1", 1.0),
    ("hours", "0.5", 0.5),
]


@try_each(("name", "typed", "meant"), PLAIN)
def test_what_is_plain_is_read_as_typer_reads_it(
    name: str, typed: Any, meant: Any, sample: dict[str, Any]
) -> None:
    param = sample[name]
    found = read_plainly(typed, param)
    assert found == meant
    assert type(found) is type(meant)
    assert param.get_runtime_param().coerce(typed, param=param, ctx=context()) == meant


@try_each(
    ("name", "typed"),
    [
        ("text", "\udcff"),
        ("text", 3),
        ("path", "\udcff"),
        ("shade", "Dark"),
        ("shade", "grey"),
        ("shades", ["dark", "grey"]),
        ("months", "0"),
        ("months", "25"),
        ("months", "-1"),
        ("months", "1.0"),
        ("months", "١"),
        ("months", " 1"),
        ("months", ""),
        ("hours", "half"),
        ("hours", "1."),
        ("hours", ".5"),
        ("hours", "1e3"),
        ("hours", "1.2.3"),
        ("hours", "nan"),
        ("there", "no/such/file"),
        ("odd", "a"),
    ],
)
def test_what_is_not_plain_is_left_to_typer(name: str, typed: Any, sample: dict[str, Any]) -> None:
    with pytest.raises(NotPlain):
        read_plainly(typed, sample[name])


@given(st.sampled_from(["text", "path", "shade", "months", "hours"]), st.text())
def test_whatever_is_typed_means_what_typer_says(name: str, typed: str) -> None:
    param = SAMPLE[name]
    try:
        found = read_plainly(typed, param)
    except NotPlain:
        return
    assert found == param.get_runtime_param().coerce(typed, param=param, ctx=context())


def context() -> Any:
    return typer.Context(TyperCommand("sample"))


# The bends at work.


def test_a_bent_command_says_and_reads_as_before() -> None:
    taken: list[object] = []
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.command()
    def take(
        name: Annotated[str, typer.Argument(help="A name.")],
        months: Annotated[int, typer.Option(min=1, max=24, metavar="N", help="How far.")] = 6,
    ) -> None:
        """Take something."""
        taken.append((name, months))

    bent = make_command(app, "take")
    with bent.make_context("take", ["Ada", "--months", "7"]) as ctx:
        bent.invoke(ctx)
        told = bent.get_help(ctx)
    assert taken == [("Ada", 7)]
    assert told.startswith("Usage: take [OPTIONS] name\n")
    assert "How far. From 1 to 24." in told
    assert not any(sign in told for sign in "{}<=")


def test_of_a_group_only_the_command_that_is_run_is_made() -> None:
    app, rest = (typer.Typer(add_completion=False, rich_markup_mode=None) for _ in range(2))
    app.add_typer(rest)
    taken: list[str] = []
    app.command()(lambda: taken.append("none"))
    app.command("first")(lambda: taken.append("first"))
    rest.command("other")(lambda: taken.append("other"))
    app.registered_commands[0].name = "none"
    bent = make_command(app, "group")
    with bent.make_context("group", ["other"]) as ctx:
        bent.invoke(ctx)
    made = {name for name, it in bent.commands.data.items() if isinstance(it, TyperCommand)}
    assert (taken, made) == (["other"], {"other"})
    assert bent.list_commands(ctx) == ["none", "first", "other"]


@try_each("words", [w for w in commands() if not is_group(w)])
def test_no_command_declares_what_we_do_not_read(words: tuple[str, ...]) -> None:
    plain = (str, Path, int, float, bool)
    for param in command(words).params:
        kind = param.type_descriptor.annotation
        inner = getattr(kind, "__args__", (kind,))
        assert all(each in plain or issubclass(each, StrEnum) for each in inner), param.name


def test_typer_does_not_load_pydantic(home: Path) -> None:
    """In one new process, which ends at the first command that loads it."""
    ways = ("--version", "settings", "settings nosuch", "framework show --help", "assess --help")
    code = (
        "import sys\nfrom ipsskills.cli.app import run\n"
        f"for typed in {ways!r}:\n    run(typed.split())\n"
        "    if 'pydantic' in sys.modules:\n        sys.exit('It is loaded by: ' + typed)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
