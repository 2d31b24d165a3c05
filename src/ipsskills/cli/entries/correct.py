"""Asks what to correct in an entry, question by question; Enter leaves things as they are."""

from collections.abc import Mapping, Sequence
from datetime import date

from ipsskills.cli.entries.fields import FIELDS, Field
from ipsskills.cli.entries.prompts import ask_field, more_actions
from ipsskills.cli.prompts import ask
from ipsskills.codes import Basis, EntryKind
from ipsskills.facts.entries import EntryFacts
from ipsskills.framework.types import Framework

# What may be typed where nobody can be asked; it changes what people change most.
EXAMPLES: Mapping[EntryKind, str] = {
    EntryKind.TRAINING: "--hours 2",
    EntryKind.EVIDENCE: "--unit 3.8",
    EntryKind.OBSERVATION: "--unit 3.8",
    EntryKind.SUPERVISION: "--minutes 60",
}
_MORE = "action"


def ask_changes(entry: EntryFacts, framework: Framework) -> tuple[Mapping[str, str], Sequence[str]]:
    """Return what somebody at the terminal wants changed, by option, and actions to add.

    What stays as it is, is left out.
    """
    now = {field.option: _now(entry, field) for field in FIELDS[entry.kept.kind]}
    choices = [(f.option, f"{f.question} {now[f.option]}".strip()) for f in FIELDS[entry.kept.kind]]
    if entry.kept.kind is EntryKind.SUPERVISION:
        choices.append((_MORE, "Add an action"))
    chosen = ask.several("What would you like to change?", choices)
    asked = [field for field in FIELDS[entry.kept.kind] if field.option in chosen]
    given = {field.option: ask_field(field, framework, now[field.option]) for field in asked}
    changed = {option: text for option, text in given.items() if text != now[option]}
    return changed, more_actions(entry.kept.on) if _MORE in chosen else ()


def _now(entry: EntryFacts, field: Field) -> str:
    """Return a part of an entry as somebody would type it."""
    value = entry.who if field.column == "who" else getattr(entry.kept, field.column)
    if isinstance(value, Basis):
        return value.name.lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
