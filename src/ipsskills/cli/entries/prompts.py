"""Asks for the parts of an entry that are not given yet, one short question each."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ipsskills.cli.entries.actions import split_action
from ipsskills.cli.entries.fields import FIELDS, Field, list_missing, stand_beside
from ipsskills.cli.entries.readers import Frame
from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.understood import say_understood
from ipsskills.cli.prompts.unkept import say_before_questions
from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, IpsSkillsError, NeedsTerminal
from ipsskills.pages.words import day
from ipsskills.record.whom import Whom

if TYPE_CHECKING:
    from ipsskills.facts.entries import LogStart

# What people answer who have nothing to name: is there a certificate?
_NONE = frozenset({"no", "none", "n/a", "nil", "nope", "-"})

# What is not typed but ticked from a list.
_TICKED = "talked"

# The day is today unless --on says otherwise: one question less where there are many.
_UNASKED = {EntryKind.OBSERVATION: ("on",), EntryKind.SUPERVISION: ("unit",)}


CheckName = Callable[[EntryKind, str], None]
"""Raises NotFound or InvalidInput for a name that cannot stand in an entry of a kind."""


def ask_missing(
    kind: EntryKind,
    given: dict[str, str],
    frame: Frame,
    start: "LogStart",
    *,
    check: CheckName,
    talk: Sequence[tuple[str, str]] = (),
) -> dict[str, str]:
    """Return what was given with what somebody at the terminal adds to it.

    Nothing is asked where everything needed is there. ``start`` knows the other person on a day;
    ``talk`` are the units, each with its words, from which those talked about are ticked;
    ``check`` looks at names. Raises NeedsTerminal, naming the options, where something is needed
    and nobody is there.
    """
    needed = _list_needed(kind, given)
    if not needed:
        return given
    if not ask.can_ask():
        options = do(f"log {kind}", *(word for name in needed for word in (f"--{name}", "...")))
        raise NeedsTerminal(
            "This has to ask you something, and there is no terminal.",
            f"Say it all in one line: {options}",
        )
    found = dict(given)
    say_before_questions()
    for field in FIELDS[kind]:
        if field.option in given or not _is_asked(kind, field, found, about_me=start.mine):
            continue
        if field.column == _TICKED:
            found[field.option] = ";".join(ask.several(field.use.question, talk))
            continue
        needed_now = field.use.needed or _holds_until(field, found)
        beside = stand_beside(frame, found)
        default, look = _default(field, beside, start), _of(kind, check)
        found[field.option] = ask_field(field, beside, default, needed=needed_now, check=look)
    return found


def _holds_until(field: Field, found: dict[str, str]) -> bool:
    """Whether the name of a certificate is asked for whose last day was given."""
    return field.option == "certificate" and bool(found.get("expires"))


def _list_needed(kind: EntryKind, given: dict[str, str]) -> list[str]:
    if kind is EntryKind.SUPERVISION:
        told = given.get("minutes", "").strip() or given.get("cancelled", "").strip()
        return [] if told else ["minutes"]
    return [field.option for field in list_missing(kind, given)]


def _is_asked(kind: EntryKind, field: Field, found: dict[str, str], *, about_me: bool) -> bool:
    """Whether a question is put: not where an earlier answer has made it idle."""
    if field.option in _UNASKED.get(kind, ()):
        return False
    idle_unless = {
        "expires": bool(found.get("certificate")),
        "cancelled": not found.get("minutes"),
        "with": about_me,
        "basis": bool(found.get("who")),
        "next": bool(found.get("minutes")),
        "agreed": bool(found.get("minutes")),
        "talked": bool(found.get("minutes")),
    }
    return idle_unless.get(field.option, True)


def _default(field: Field, frame: Frame, start: "LogStart") -> str:
    if field.option == "with":
        return start.other_on(frame.beside or frame.today) or ""
    return "one-to-one" if "one-to-one" in field.use.choices else ""


def ask_field(
    field: Field,
    frame: Frame,
    default: str,
    *,
    needed: bool | None = None,
    check: Callable[[str], None],
) -> str:
    """Return an answer about a part of an entry; what cannot be read is said, and asked again.

    A day or a length of time that was typed is said back as it was understood. Without ``needed``
    it is needed where an entry cannot be without it; ``check`` looks at a name.
    """
    if field.use.choices:
        return _choose(field)
    put = ask.text if (field.use.needed if needed is None else needed) else _leave_out_none

    def read(text: str) -> None:
        value = field.read(text, frame)
        if field.holds is Whom and text.strip():
            check(text)
        say_understood(value, text, field.length)

    return until_read(lambda: put(field.use.question, default), read)


def _leave_out_none(question: str, default: str) -> str:
    """Ask what may be left empty, and take "no" or "none" for that."""
    answer = ask.maybe(question, default)
    return "" if answer.strip(" .").casefold() in _NONE else answer


def until_read(put: Callable[[], str], read: Callable[[str], object]) -> str:
    """Return the first answer to a question that can be read; say of the others why not."""
    while True:
        text = put()
        try:
            read(text)
        except IpsSkillsError as error:
            say(f"{error.message} {error.hint}")
        else:
            return text


def ask_more_actions(frame: Frame, check: CheckName) -> list[str]:
    """Ask for actions agreed with an entry until there are no more; ``check`` looks at names."""
    agreed = frame.beside or frame.today

    def read(text: str) -> None:
        who, _, due = split_action(text, frame) if text else ("", "", None)
        if who:
            check(EntryKind.ACTION, who)
        if due and due < agreed:
            raise InvalidInput(f"{day(due)} is before {day(agreed)}.", "Look at the date again.")
        say_understood(due, text)

    found: list[str] = []
    question = "An action? As in: Ada: sit in on a money talk by 2026-12-12 (Enter: no more)"
    while text := until_read(lambda: ask.maybe(question), read):
        found.append(text)
    return found


def _of(kind: EntryKind, check: CheckName) -> Callable[[str], None]:
    return lambda name: check(kind, name)


def _choose(field: Field) -> str:
    choices: Sequence[tuple[str, str]] = [(value, value) for value in field.use.choices]
    if not field.use.needed:
        choices = [*choices, ("", "(leave out)")]
    return ask.select(field.use.question, choices, default=False)
