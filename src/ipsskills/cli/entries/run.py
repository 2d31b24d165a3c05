"""Carries out a ``log`` command: from what was typed to what is kept and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.entries.correct import EXAMPLES, ask_changes
from ipsskills.cli.entries.fields import FIELDS, read_action, read_fields
from ipsskills.cli.entries.prompts import ask_missing, more_actions, read_rate, until_read
from ipsskills.cli.options import as_date
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.cli.prompts.unkept import ask_all_or_none
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind, FieldWay
from ipsskills.errors import UsageError
from ipsskills.pages.compose.entries import action_words, entry_words
from ipsskills.pages.words import day
from ipsskills.usecases.entries.log import (
    Action,
    Logged,
    add_entries,
    add_rows,
    correct_entry,
    entry_meant,
    mark_action,
    new_entry,
    other_person,
    person_meant,
)
from ipsskills.usecases.people.colleagues import names_known

if TYPE_CHECKING:
    from ipsskills.pages.compose.entries import EntryShown
    from ipsskills.record.types import Entry, Person
    from ipsskills.usecases.desk import Desk


@dataclass(frozen=True)
class Asked:
    """How a ``log`` command was called; ``given`` holds what was typed, by option."""

    kind: EntryKind
    person: str | None
    given: Mapping[str, str]
    place: context.Place
    json: bool = False
    from_file: Path | None = None
    correct: str | None = None
    keep: bool = False
    actions: Sequence[str] = field(default_factory=tuple)
    rate: str | None = None
    agenda: bool = False

    @property
    def command(self) -> str:
        """The command's name as typed."""
        return f"log {self.kind}"


def typed(given: Mapping[str, str | Sequence[str] | None]) -> dict[str, str]:
    """Return what was given at all; options given more than once as one text."""
    return {
        name: value if isinstance(value, str) else ";".join(value)
        for name, value in given.items()
        if value is not None
    }


def run(asked: Asked) -> None:
    """Do it. Raises UsageError, NotFound, InvalidInput, NeedsTerminal."""
    _refuse_mixed(asked)
    out = Output(asked.command, asked.json)
    with context.desk(asked.place, write=True, begin=False) as desk:
        about = person_meant(desk, asked.person)
        if asked.from_file:
            _from_file(asked, out, desk, about)
        elif asked.correct:
            _correct(asked, out, desk)
        else:
            _add(asked, out, desk, about)


def _refuse_mixed(asked: Asked) -> None:
    whole = [asked.correct, asked.rate, asked.agenda, *asked.actions] if asked.from_file else []
    if asked.from_file and (asked.given or any(whole)):
        raise UsageError(
            "--from takes everything from the file: leave the other options out.",
            f"See: ipsskills {asked.command} --help",
        )
    if asked.correct and asked.rate:
        raise UsageError(
            "--rate goes with a new observation.", "Rate again: ipsskills assess --help"
        )
    if asked.correct and asked.agenda:
        raise UsageError("--agenda starts a new entry.", "Leave one of the two out.")
    if asked.correct and not (asked.given or asked.actions or ask.can_ask()):
        raise UsageError(
            "Say what to correct; without a terminal it cannot be asked.",
            f"As in: ipsskills {asked.command} --correct {asked.correct} {EXAMPLES[asked.kind]}",
        )


def _actions(texts: Sequence[str]) -> list[Action]:
    return [Action(*read_action(text)) for text in texts]


def _add(asked: Asked, out: Output, desk: "Desk", about: "Person") -> None:
    mine, other = about.thing == desk.me, other_person(desk, about) or ""
    given, carried = _from_agenda(desk, about, asked) if asked.agenda else (asked.given, [])
    begun = dict(given)
    with ask_all_or_none():
        given = ask_missing(asked.kind, begun, desk.framework, about_me=mine, other=other)
        prompted = given != begun
        texts = list(asked.actions)
        if asked.kind is EntryKind.SUPERVISION:
            on = as_date(given.get("on") or None) or desk.today
            texts += more_actions(on) if prompted and not given.get("cancelled") else []
        given, texts = _looked_through(asked, desk, given, texts)
        entry = new_entry(desk, about, asked.kind, **_values(asked, given, desk))
        actions = _actions(texts)
        rating = asked.rate or (_offered(desk, about, entry) if prompted else None)
        if rating:
            _refuse_rating(desk, about, entry)
        done = _done(carried) if prompted else []
    still_open = [action.handle for action in carried if action.handle not in done]
    (logged,) = add_entries(desk, [entry], actions, still_open)
    for handle in done:
        mark_action(desk, handle)
    said = [_told(logged, "" if mine else about.name, demo=asked.place.demo)]
    if rating:
        said += _rated(out, desk, about, entry.items[0], rating)
    out.result(logged, "\n".join(said))


def _looked_through(
    asked: Asked, desk: "Desk", given: Mapping[str, str], actions: Sequence[str]
) -> tuple[dict[str, str], list[str]]:
    """Return the words that may be kept: what could tell who a client is, is asked about first.

    Raises InvalidInput where nobody is there to ask.
    """
    care, found = detail.Care(desk, keep=asked.keep), dict(given)
    for each in FIELDS[asked.kind]:
        if each.free and each.option in given:
            found[each.option] = care.may(given[each.option], each.free) or ""
    return found, list(care.each(actions, "the action"))


def _values(asked: Asked, given: Mapping[str, str], desk: "Desk") -> dict[str, object]:
    """Return the values to keep: empty ones are left out, so that what is usual stands."""
    read = read_fields(asked.kind, given, desk.framework)
    return {name: value for name, value in read.items() if value not in (None, "")}


def _from_agenda(
    desk: "Desk", about: "Person", asked: Asked
) -> "tuple[Mapping[str, str], list[EntryShown]]":
    """Return what was given with the agenda's units, and the open actions that stand on it."""
    from ipsskills.usecases.supervision.agenda import agenda

    found = agenda(desk, about.thing)
    units = {} if "unit" in asked.given else {"unit": ";".join(found.units)}
    return {**asked.given, **units}, [action for action in found.actions if not action.done]


def _done(actions: "Sequence[EntryShown]") -> list[str]:
    """Ask which actions are done."""
    if not actions:
        return []
    choices = [(action.handle, action_words(action)) for action in actions]
    return ask.several("Which of these are done?", choices)


def _correct(asked: Asked, out: Output, desk: "Desk") -> None:
    handle, given, texts = str(asked.correct), asked.given, asked.actions
    with ask_all_or_none():
        if not given and not texts:
            given, texts = ask_changes(entry_meant(desk, handle, asked.kind), desk.framework)
        given, texts = _looked_through(asked, desk, given, texts)
    changes = read_fields(asked.kind, given, desk.framework)
    done = correct_entry(desk, handle, asked.kind, changes, _actions(texts))
    history = "What it said before stays in its history."
    out.result(
        done,
        f"{_told(done, demo=asked.place.demo)}\n{history}"
        if changes or texts
        else "Nothing was changed.",
    )


def _from_file(asked: Asked, out: Output, desk: "Desk", about: "Person") -> None:
    from ipsskills.cli.entries.file import ACTION, read_entries

    rows = read_entries(asked.from_file or Path(), asked.kind, desk, about)
    free = [each.option for each in FIELDS[asked.kind] if each.free]
    detail.refuse(
        (
            (f"{asked.from_file}, line {line} ({option})", cells[option])
            for line, _, _, cells in rows
            for option in (*free, ACTION)
            if option in cells
        ),
        keep=asked.keep,
        known=names_known(desk),
    )
    logged = add_rows(desk, [(entry, actions) for _, entry, actions, _ in rows])
    rows_kept = "1 row is" if len(logged) == 1 else f"{len(logged)} rows are"
    out.result(logged, f"{rows_kept} in the record now. See: ipsskills record")


def _told(logged: Logged, whose: str = "", *, demo: bool = False) -> str:
    """Return what was kept, in a few lines, with the word that names it."""
    entry = logged.entry
    about = f" about {whose}" if whose else ""
    lines = [f"Kept: {entry.kind}{about}, {day(entry.on)}. {entry_words(entry)}"]
    lines += [f"  [ ] {action_words(action)} ({action.handle})" for action in logged.actions]
    flag = " --demo" if demo else ""
    lines.append(f"To change it: ipsskills log {entry.kind} --correct {entry.handle}{flag}")
    return "\n".join(lines)


# A rating on the spot: what was seen, rated while it is fresh.


def _offered(desk: "Desk", about: "Person", entry: "Entry") -> str | None:
    """Offer a rating of the one unit that was watched; nothing is a fair answer."""
    if entry.kind is not EntryKind.OBSERVATION or about.thing == desk.me or len(entry.items) != 1:
        return None
    if entry.way == FieldWay.SHOWN:
        return None
    unit = desk.framework.by_id[entry.items[0]]
    anchors = desk.framework.scale.ways[unit.asked_as].anchors
    listed = "\n".join(f"  {code} {anchor.they}" for code, anchor in anchors.items())
    asked = f"Your view of {unit.id} {unit.short}, from what you saw?"
    question = f"{asked}\n{listed}\n0 to 3, or Enter for none:"
    return until_read(lambda: ask.maybe(question), read_rate) or None


def _refuse_rating(desk: "Desk", about: "Person", entry: "Entry") -> None:
    if about.thing == desk.me:
        raise UsageError(
            "--rate is for somebody you watched.", "Your own view: ipsskills assess --unit ID"
        )
    if entry.way == FieldWay.SHOWN:
        raise UsageError(
            "--rate is for work you watched or did together; this was shown.", "Leave it out."
        )
    if len(entry.items) != 1:
        raise UsageError("--rate rates one unit.", "Name it: --unit 3.13")


def _rated(out: Output, desk: "Desk", about: "Person", unit: str, rating: str) -> list[str]:
    from ipsskills.usecases.assessments.on_the_spot import rate_observed

    if rate_observed(desk, about, unit, rating):
        return [f"Your view of {unit} is kept too, as observed."]
    out.notice(
        f"You have an open view of {about.name}: the observation is kept, the rating is not. "
        "Give it there."
    )
    return []
