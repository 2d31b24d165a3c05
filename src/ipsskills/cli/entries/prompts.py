"""Asks for the parts of an entry that are not given yet, one short question each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ipsskills.cli.entries.fields import FIELDS, Field, missing, read_action
from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, IpsSkillsError, NeedsTerminal
from ipsskills.framework.types import Framework
from ipsskills.pages.words import day

# The day is today unless --on says otherwise: one question less where there are many.
_UNASKED = {EntryKind.OBSERVATION: ("on",), EntryKind.SUPERVISION: ("unit",)}


def ask_missing(
    kind: EntryKind, given: dict[str, str], framework: Framework, *, about_me: bool, other: str
) -> dict[str, str]:
    """Return what was given with what somebody at the terminal adds to it.

    Nothing is asked where everything needed is there. ``other`` is the other person, if known.
    Raises NeedsTerminal, naming the options, where something is needed and nobody is there.
    """
    needed = _needed(kind, given)
    if not needed:
        return given
    if not ask.can_ask():
        options = " ".join(f"--{name} ..." for name in needed)
        raise NeedsTerminal(
            "This has to ask you something, and there is no terminal.",
            f"Say it all in one line: ipsskills log {kind} {options}",
        )
    found = dict(given)
    for field in FIELDS[kind]:
        if field.option in given or not _asked(kind, field, found, about_me=about_me):
            continue
        meant = replace(field, needed=field.needed or _holds_until(field, found))
        found[field.option] = ask_field(meant, framework, _default(field, other))
    return found


def _holds_until(field: Field, found: dict[str, str]) -> bool:
    """Whether the name of a certificate is asked for whose last day was given."""
    return field.option == "certificate" and bool(found.get("expires"))


def _needed(kind: EntryKind, given: dict[str, str]) -> list[str]:
    if kind is EntryKind.SUPERVISION:
        told = given.get("minutes", "").strip() or given.get("cancelled", "").strip()
        return [] if told else ["minutes"]
    return [field.option for field in missing(kind, given)]


def _asked(kind: EntryKind, field: Field, found: dict[str, str], *, about_me: bool) -> bool:
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
    }
    return idle_unless.get(field.option, True)


def _default(field: Field, other: str) -> str:
    if field.option == "with":
        return other
    return "one-to-one" if "one-to-one" in field.choices else ""


def ask_field(field: Field, framework: Framework, default: str) -> str:
    """Return an answer about a part of an entry; what cannot be read is said, and asked again."""
    if field.choices:
        return _choice(field)
    put = _needed_text(default) if field.needed else _maybe(default)
    return until_read(lambda: put(field.question), lambda text: field.read(text, framework))


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


def more_actions(agreed: date) -> list[str]:
    """Ask for actions, ``agreed`` on a day, until there are no more."""

    def read(text: str) -> None:
        due = read_action(text)[2] if text else None
        if due and due < agreed:
            raise InvalidInput(f"{day(due)} is before {day(agreed)}.", "Look at the date again.")

    found: list[str] = []
    question = "An action? As in: Ada: sit in on a money talk by 2026-12-12 (Enter: no more)"
    while text := until_read(lambda: ask.maybe(question), read):
        found.append(text)
    return found


def _choice(field: Field) -> str:
    choices: Sequence[tuple[str, str]] = [(value, value) for value in field.choices]
    if not field.needed:
        choices = [*choices, ("", "(leave out)")]
    return ask.select(field.question, choices)


def _needed_text(default: str) -> Callable[[str], str]:
    return lambda question: ask.text(question, default)


def _maybe(default: str) -> Callable[[str], str]:
    return lambda question: ask.maybe(question, default)


def read_rate(text: str) -> str:
    """Return a rating 0 to 3, or nothing. Raises InvalidInput."""
    if text.strip() not in ("", "0", "1", "2", "3"):
        raise InvalidInput(f"'{text}' is not a rating.", "Type 0, 1, 2 or 3.")
    return text.strip()
