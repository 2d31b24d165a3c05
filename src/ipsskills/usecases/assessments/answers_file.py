"""A file's answers: what is refused before anything is kept, and the commands that give them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import InvalidInput
from ipsskills.method.apart import unit_of
from ipsskills.record.written import as_written
from ipsskills.usecases.interview.commands import (
    Choose,
    Command,
    Give,
    Jump,
    Mark,
    Mode,
    NoteText,
    Open,
    Toggle,
    Write,
)
from ipsskills.usecases.interview.machine import Answer, InterviewState

if TYPE_CHECKING:
    from ipsskills.formats.answers import Given


def refuse_strange(given: "Sequence[Given]", scope: Sequence[str]) -> None:
    """Raise InvalidInput if an answer is outside a scope; nothing is begun or kept then.

    The statements of a unit in the scope are inside it.
    """
    strange = [g.item for g in given if g.item not in scope and unit_of(g.item) not in scope]
    if strange:
        raise InvalidInput(
            f"Not part of this assessment: {', '.join(strange)}. Nothing was kept.",
            "Take those rows out, or choose what to assess with --unit, --section or --domain.",
        )


def refuse_blank(given: "Sequence[Given]") -> None:
    """Raise InvalidInput if a file holds no answer, mark or note: all would be left blank."""
    if not any(g.code or g.note or g.bring or g.show or g.behind or g.basis for g in given):
        raise InvalidInput(
            "Nothing is filled in yet. Nothing was kept.",
            "It may be your own blank: name the file that came back. Or write at least one answer"
            " into the form, then run the same command again.",
        )


def list_commands(state: InterviewState, given: "Sequence[Given]") -> list[Command]:
    """Return the commands that somebody who sees the state would give for a file's rows.

    Raises InvalidInput if one is outside what the interview asks.
    """
    refuse_strange(given, state.script.items)
    kind = state.script.kind
    return [c for each in given for c in _list_for_row(each, state.answer(each.item), kind)]


def _list_for_row(given: "Given", known: Answer, kind: AssessmentKind) -> Iterator[Command]:
    rated = given.code is not None and given.code.rated
    asked_for_basis = rated and kind is AssessmentKind.SUPERVISOR
    yield Jump(given.item)
    if given.bring and not known.bring:
        yield Toggle(Mark.BRING)
    if given.show and not known.show:
        yield Toggle(Mark.SHOW)
    if given.behind:
        yield from (Open(Mode.BEHIND), Choose(given.behind))
    if given.basis and not asked_for_basis:
        yield from (Open(Mode.BASIS), Choose(given.basis))
    if given.note:
        yield Write(NoteText(as_written(given.note), given.shared))
    if given.code is not None:
        yield Give(given.code)
    if given.code is Code.OUTSIDE:
        yield Choose(given.reason)
    if asked_for_basis:
        yield Choose(given.basis)
