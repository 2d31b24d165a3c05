"""Makes a command's options from the fields of a kind of entry, as the record declares them."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar

import typer

from ipsskills.cli.complete import complete_person, complete_unit
from ipsskills.cli.entries.fields import FIELDS, Field
from ipsskills.codes import EntryKind
from ipsskills.record.whom import Whom

C = TypeVar("C", bound=Callable[..., None])

_HOLDERS: Mapping[type[Any], str] = {tuple: "ID", date: "DATE", Whom: "NAME", str: "WORDS"}


def with_fields(kind: EntryKind, **before: str) -> Callable[[C], C]:
    """Return what gives a command an option for each field of a kind, where ``**typed`` stands.

    The options stand first, after whose entry it is. ``before`` names parameters of the command's
    own that stand among them: action="next" puts ``action`` before the option ``--next``.
    """

    def with_options(command: C) -> C:
        own = inspect.signature(command, eval_str=True).parameters.values()
        named = {each.name: each for each in own if each.kind is not each.VAR_KEYWORD}
        first = [named.pop("person")] if "person" in named else []
        placed = {option: named.pop(name) for name, option in before.items()}
        options: list[inspect.Parameter] = []
        for field in FIELDS[kind]:
            options += [placed[field.option]] if field.option in placed else []
            options.append(_parameter(field))
        whole = [*first, *options, *named.values()]
        by_name = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in whole]
        command.__signature__ = inspect.Signature(by_name)  # type: ignore[attr-defined]
        command.__annotations__ = {each.name: each.annotation for each in by_name}
        return command

    return with_options


def collect_typed(
    kind: EntryKind, given: Mapping[str, str | Sequence[str] | None]
) -> dict[str, str]:
    """Return what was typed at all, by option; options given more than once as one text.

    ``given`` is what a command was called with, by the record's own names.
    """
    return {
        field.option: value if isinstance(value, str) else ";".join(value)
        for field in FIELDS[kind]
        if (value := given.get(field.column)) is not None
    }


def _parameter(field: Field) -> inspect.Parameter:
    """Return the parameter of a field: its column is its name, which no keyword of Python is."""
    many = field.holds is tuple
    option = typer.Option(
        f"--{field.option}",
        metavar=field.use.holder or _HOLDERS.get(_base(field.holds), field.option.upper()),
        help=field.use.help or f"{field.use.label}.",
        autocompletion=complete_person if field.holds is Whom else complete_unit if many else None,
    )
    typed: Any = list[str] | None if many else str | None
    return inspect.Parameter(
        field.column,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[typed, option],
    )


def _base(holds: type[Any]) -> type[Any]:
    """Return the type by which a value is named in the help: any other text is words."""
    return holds if holds in _HOLDERS or not issubclass(holds, str) else str
