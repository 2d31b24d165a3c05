"""All that bends Typer to our ways; nothing else in the program reaches into it.

Help names no types and no braces, commands of a group are loaded and made when they are run, and
what is plainly right on the command line is read without pydantic, which Typer would load for every
parameter, given or not. Tried with the versions in ``TRIED_WITH``; tests/cli/test_typer_bends.py
tells when another one names things differently.
"""

import os
import re
from collections import UserDict
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar, cast, get_args, get_origin

import typer
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup
from typer.models import CommandInfo

from ipsskills.cli.everyday import lead_on
from ipsskills.cli.stand_ins import refuse_stand_ins

TRIED_WITH = ("0.29.0", "0.29.1", "0.29.2")

# What Typer checks of a path of its own accord: that it can be read where it is there.
_USUAL_PATH: Mapping[str, object] = {
    "exists": False,
    "file_okay": True,
    "dir_okay": True,
    "writable": False,
    "readable": True,
    "resolve_path": False,
    "allow_dash": False,
    "path_type": None,
}


class NotPlain(Exception):
    """What was typed is not plainly right: it is left to Typer, which words what is wrong."""


class LazyCommands(TyperGroup):
    """A group whose commands are stubs for listing until one of them is run."""

    summaries: ClassVar[Mapping[str, str]] = {}

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for name, summary in self.summaries.items():
            self.add_command(TyperCommand(name, help=summary), name)

    def load(self, name: str) -> Any:
        """Return the command of a name."""
        raise NotImplementedError

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command in the arguments and load it."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, self.load(name) if name and stub else stub, rest


def make_command(app: typer.Typer, name: str | None = None) -> Any:
    """Return the command of a Typer app, bent; commands below it are made when they are run."""
    below = {_name_of(info): info for info in _list_below(app)}
    if below and (app.registered_callback or len(below) > 1):
        bare = copy(app)
        bare.registered_commands, bare.registered_groups = [], []
        command: Any = typer.main.get_group(bare)
        command.commands = _MadeWhenAsked(below)
    else:
        command = typer.main.get_command(app)
    command.name = name or command.name
    _bend(command)
    return command


def _list_below(app: typer.Typer) -> Iterator[CommandInfo]:
    """Yield what Typer was told of each command of an app and of the apps added without a name."""
    yield from app.registered_commands
    for group in app.registered_groups:
        yield from _list_below(cast("typer.Typer", group.typer_instance))


def _name_of(info: CommandInfo) -> str:
    """Return the name of a command, given or made from its function's."""
    return info.name or typer.main.get_command_name(cast("Any", info.callback).__name__)


class _MadeWhenAsked(UserDict[str, Any]):
    """Commands by name, each made and bent only when it is asked for: making one is not cheap."""

    def __getitem__(self, name: str) -> Any:
        """Return the command of a name. Raises KeyError."""
        if isinstance(info := self.data[name], CommandInfo):
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.registered_commands = [info]
            self.data[name] = typer.main.get_command(alone)
            _bend(self.data[name])
        return self.data[name]


_NO_COMMAND = "Missing command."
_UNKNOWN = re.compile(r"(No such command '(\w+)'\.)")


def format_usage_error(error: typer.TyperException) -> tuple[str, str]:
    """Return what a usage error says, in our words, and the command that it is about."""
    ctx = getattr(error, "ctx", None)
    path = str(ctx.command_path) if ctx is not None else "ipsskills"
    said = error.format_message().replace("Value error, ", "")
    unknown = _UNKNOWN.match(said)
    if unknown and (meant := lead_on(unknown[2])):
        return f"{unknown[1]} {meant}", path
    if said == _NO_COMMAND and ctx is not None:
        said = f"Say what to do: {', '.join(f'{path} {name}' for name in ctx.command.commands)}."
    return said, path


def _bend(command: Any) -> None:
    for param in command.params:
        _say_plainly(param)
        _offer_all(param)
    _read_plainly(command)


def _say_plainly(param: Any) -> None:
    """Keep <str>, {NAME} and 1<=x<=24 out of the help: names and sentences say enough."""
    if param.param_type_name == "argument":
        theirs = param.get_usage_pieces
        param.display_type = lambda ctx: ""  # noqa: ARG005 - takes the place of a method
        param.get_usage_pieces = lambda ctx: [_without_braces(piece) for piece in theirs(ctx)]
    elif param.min is not None and param.max is not None:
        param.help += f" From {param.min} to {param.max}."
        param.min = param.max = None


def _offer_all(param: Any) -> None:
    """Offer what our own completers choose, without Typer's filter: it takes capitals as typed."""
    ours = param.type_descriptor.parameter_info.autocompletion
    if ours is not None:
        complete = typer.main.get_param_completion(ours)

        def shell_complete(ctx: Any, incomplete: str) -> list[CompletionItem]:
            offered = complete(ctx, [], incomplete) if complete else ()
            pairs = ((each, "") if isinstance(each, str) else each for each in offered)
            return [CompletionItem(word, help=explained) for word, explained in pairs]

        param.shell_complete = shell_complete


def _without_braces(piece: str) -> str:
    return piece.replace("{", "").replace("}", "")


def _read_plainly(command: Any) -> None:
    """Put our reader before Typer's for each parameter, also --help, which comes from Typer."""
    theirs = command.get_params

    def get_params(ctx: Any) -> list[Any]:
        params: list[Any] = theirs(ctx)
        for param in params:
            if not isinstance(param.get_runtime_param, _Reader):
                param.get_runtime_param = _Reader(param.get_runtime_param)
        return params

    command.get_params = get_params


class _Reader:
    """Stands where Typer gets the reader of a parameter from, and is that reader."""

    def __init__(self, theirs: Callable[[], Any]) -> None:
        self._theirs = theirs

    def __call__(self) -> "_Reader":
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return what a typed value means: as Typer would, without pydantic where it is plain.

        Raises UsageError for a word that only stands in the help for somebody's own.
        """
        refuse_stand_ins(value, param, ctx)
        try:
            return read_plainly(value, param)
        except NotPlain:
            return self._theirs().coerce(value, param=param, ctx=ctx)


def read_plainly(value: Any, param: Any) -> Any:
    """Return what a typed value means to a parameter. Raises NotPlain if that is for Typer."""
    several = param.multiple or param.nargs == -1
    kind, info = param.type_descriptor.annotation, param.type_descriptor.parameter_info
    if value is None:
        return () if several else None
    if not several:
        return _read_one(value, kind, info)
    if get_origin(kind) is not list or not isinstance(value, list | tuple):
        raise NotPlain
    (each,) = get_args(kind)
    return [_read_one(one, each, info) for one in value]


def _read_one(value: Any, kind: Any, info: Any) -> Any:
    if type(value) is not str or not _can_be_written(value) or info.parser is not None:
        raise NotPlain
    if kind is str:
        return value
    if kind is Path:
        return _read_path(value, info)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _read_choice(value, kind)
    if kind in (int, float):
        return _read_number(value, kind, info)
    raise NotPlain


def _can_be_written(text: str) -> bool:
    """Whether a text is free of NUL, and of what stands for bytes that nobody can read."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _read_path(value: str, info: Any) -> Path:
    if any(getattr(info, name) != usual for name, usual in _USUAL_PATH.items()):
        raise NotPlain
    path = Path(value)
    if os.path.exists(path) and not os.access(path, os.R_OK):  # noqa: PTH110 - this never raises
        raise NotPlain
    return path


def _read_choice(value: str, kind: type[Enum]) -> Enum:
    for member in kind:
        if member.value == value:
            return member
    raise NotPlain


def _read_number(value: str, kind: type[int] | type[float], info: Any) -> float:
    whole, dot, part = value.partition(".")
    digits = (whole, part) if dot and kind is float else (value,)
    if not all(each.isascii() and each.isdigit() for each in digits) or info.clamp:
        raise NotPlain
    number = kind(value)
    if (info.min is not None and number < info.min) or (info.max is not None and number > info.max):
        raise NotPlain
    return number
