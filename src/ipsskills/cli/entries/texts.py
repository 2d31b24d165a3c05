"""Looks at what was typed for an entry before it is kept, and says afterwards what was kept."""

from collections.abc import Iterable, Iterator, Mapping

from ipsskills.cli.entries.actions import read_action
from ipsskills.cli.entries.fields import FIELDS
from ipsskills.cli.entries.readers import Frame
from ipsskills.cli.prompts.detail import Care
from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.facts.entries import Logged
from ipsskills.pages.compose.entries.entry import action_words, entry_words
from ipsskills.pages.words import day
from ipsskills.usecases.entries.drafts import Action


def look_through(kind: EntryKind, given: Mapping[str, str], care: Care) -> dict[str, str]:
    """Return what may be kept: what could tell who a client is, is asked about first.

    Raises InvalidInput where nobody is there to ask.
    """
    found = dict(given)
    for field in FIELDS[kind]:
        if field.is_written and field.option in given:
            found[field.option] = care.may(given[field.option], field.use.named) or ""
    return found


def look_at_actions(texts: Iterable[str], care: Care, frame: Frame) -> tuple[Action, ...]:
    """Return the actions that may be kept, from how they were typed. Raises InvalidInput."""
    return tuple(read_action(text, frame) for text in care.each(texts, "the action"))


def warn_alike(logged: Logged) -> Iterator[str]:
    """Yield what is to be told of entries that were there before and are probably the same."""
    for handle, old in logged.alike.items():
        was = f"{old.kept.kind}, {day(old.kept.on)}, {old.kept.title} ({old.handle})"
        yield (
            f"This may be in the record twice now. There was before: {was}\n"
            f"If it is the same, take the new one back: {do('log remove', handle)}"
        )


def say_kept(logged: Logged, whose: str = "") -> str:
    """Return what was kept, in a few lines, with the word that names it."""
    entry = logged.entry
    kind, about = entry.kept.kind, f" about {whose}" if whose else ""
    lines = [f"Kept: {kind}{about}, {day(entry.kept.on)}. {entry_words(entry)}"]
    lines += [f"  [ ] {action_words(action)} ({action.handle})" for action in logged.actions]
    lines.append(f"To change it: {do(f'log {kind}', '--correct', entry.handle)}")
    lines.append(f"To take it back: {do('log remove', entry.handle)}")
    return "\n".join(lines)
