"""Corrects an entry: asks what to change, question by question; Enter leaves things as they are."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ipsskills.cli.entries.asked import Asked
from ipsskills.cli.entries.fields import FIELDS, Field, read_fields, stand_beside
from ipsskills.cli.entries.names import check_names
from ipsskills.cli.entries.prompts import CheckName, ask_field, ask_more_actions
from ipsskills.cli.entries.readers import Frame
from ipsskills.cli.entries.texts import look_at_actions, look_through, say_kept, warn_alike
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.prompts.unkept import ask_all_or_none
from ipsskills.codes import Basis, EntryKind
from ipsskills.pages.words import hours_long
from ipsskills.usecases.entries.log import correct_entry

if TYPE_CHECKING:
    from ipsskills.facts.entries import EntryFacts, LogStart
    from ipsskills.usecases.desk import Desk

_MORE = "action"


def correct(asked: Asked, handle: str, out: Output, desk: "Desk", start: "LogStart") -> None:
    """Change an entry by what was given, or by what somebody answers. Raises InvalidInput."""
    given, texts = asked.given, asked.actions
    check = check_names(asked, start)
    care = Care(start.known, keep=asked.keep)
    frame = Frame(desk.framework, start.today, start.entry.kept.on if start.entry else None)
    with ask_all_or_none():
        if not given and not texts and start.entry:
            given, texts = _ask_changes(start.entry, frame, check)
        changes = read_fields(asked.kind, look_through(asked.kind, given, care), frame)
        actions = look_at_actions(texts, care, stand_beside(frame, given))
    done = correct_entry(
        desk, handle, asked.kind, changes, actions, who=start.person, new_person=asked.new_person
    )
    history = "What it said before stays in its history."
    changed = bool(changes or actions)
    for told in warn_alike(done):
        out.notice(told)
    out.result(
        done,
        f"{say_kept(done, '' if start.mine else start.name)}\n{history}"
        if changed
        else "Nothing was changed.",
    )


def _ask_changes(
    entry: "EntryFacts", frame: Frame, check: CheckName
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return what somebody at the terminal wants changed, by option, and actions to add.

    What stays as it is, is left out.
    """
    parts = FIELDS[entry.kept.kind]
    now = {field.option: _now(entry, field) for field in parts}
    choices = [(each.option, f"{each.use.question} {now[each.option]}".strip()) for each in parts]
    if entry.kept.kind is EntryKind.SUPERVISION:
        choices.append((_MORE, "Add an action"))
    chosen = ask.several("What would you like to change?", choices, wanted=True)
    given = {
        field.option: ask_field(
            field, frame, now[field.option], check=lambda name: check(entry.kept.kind, name)
        )
        for field in parts
        if field.option in chosen
    }
    changed = {option: text for option, text in given.items() if text != now[option]}
    more = ask_more_actions(frame, check) if _MORE in chosen else ()
    return changed, tuple(more)


def _now(entry: "EntryFacts", field: Field) -> str:
    """Return a part of an entry as somebody would type it."""
    value = entry.value(field.column)
    if isinstance(value, Basis):
        return value.name.lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return hours_long(value) if field.length and value * 4 % 1 else f"{value:.12g}"
    return "" if value is None else str(value)
