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
from ipsskills.doing import do
from ipsskills.errors import UsageError
from ipsskills.pages.compose.entries import action_words, entry_words
from ipsskills.pages.words import day
from ipsskills.usecases.entries.drafts import Action, NewEntry, check_new
from ipsskills.usecases.entries.log import add_entries, correct_entry, start_log

if TYPE_CHECKING:
    from ipsskills.facts.entries import EntryFacts, Logged, LogStart
    from ipsskills.record.types import Entry
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
        start = start_log(desk, asked.person, asked.kind, correct=asked.correct)
        if asked.from_file:
            _take_rows(asked, out, desk, start)
        elif asked.correct:
            _correct(asked, out, desk, start)
        else:
            _add(asked, out, desk, start)


def _refuse_mixed(asked: Asked) -> None:
    whole = [asked.correct, asked.rate, asked.agenda, *asked.actions] if asked.from_file else []
    if asked.from_file and (asked.given or any(whole)):
        raise UsageError(
            "--from takes everything from the file: leave the other options out.",
            f"See: {do(asked.command, '--help')}",
        )
    if asked.correct and asked.rate:
        raise UsageError(
            "--rate goes with a new observation.", f"Rate again: {do('assess', '--help')}"
        )
    if asked.correct and asked.agenda:
        raise UsageError("--agenda starts a new entry.", "Leave one of the two out.")
    if asked.correct and not (asked.given or asked.actions or ask.can_ask()):
        raise UsageError(
            "Say what to correct; without a terminal it cannot be asked.",
            f"As in: {do(asked.command, '--correct', asked.correct, EXAMPLES[asked.kind])}",
        )


def _actions(texts: Sequence[str]) -> list[Action]:
    return [Action(*read_action(text)) for text in texts]


def _add(asked: Asked, out: Output, desk: "Desk", start: "LogStart") -> None:
    given, carried = _from_agenda(desk, start, asked) if asked.agenda else (asked.given, [])
    begun = dict(given)
    with ask_all_or_none():
        given = ask_missing(
            asked.kind, begun, desk.framework, about_me=start.mine, other=start.other or ""
        )
        prompted = given != begun
        texts = list(asked.actions)
        if asked.kind is EntryKind.SUPERVISION:
            on = as_date(given.get("on") or None) or start.today
            texts += more_actions(on) if prompted and not given.get("cancelled") else []
        given, texts = _look_through(asked, start, given, texts)
        new = NewEntry(asked.kind, _values(asked, given, desk), tuple(_actions(texts)))
        entry = check_new(new, desk.now)
        rating = asked.rate or (_offer_rating(desk, start, entry) if prompted else None)
        if rating:
            _refuse_rating(start, entry)
        done = _ask_done(carried) if prompted else []
    still_open = [action.handle for action in carried if action.handle not in done]
    (logged,) = add_entries(desk, start.person, [new], carried=still_open, done=done, rating=rating)
    _show_added(out, start, logged)


def _show_added(out: Output, start: "LogStart", logged: "Logged") -> None:
    said = [_say_kept(logged, "" if start.mine else start.name)]
    if logged.rated:
        said.append(f"Your view of {logged.entry.kept.items[0]} is kept too, as observed.")
    if logged.rated is False:
        out.notice(
            f"You have an open view of {start.name}: the observation is kept, the rating is not. "
            "Give it there."
        )
    out.result(logged, "\n".join(said))


def _look_through(
    asked: Asked, start: "LogStart", given: Mapping[str, str], actions: Sequence[str]
) -> tuple[dict[str, str], list[str]]:
    """Return the words that may be kept: what could tell who a client is, is asked about first.

    Raises InvalidInput where nobody is there to ask.
    """
    care, found = detail.Care(start.known, keep=asked.keep), dict(given)
    for each in FIELDS[asked.kind]:
        if each.free and each.option in given:
            found[each.option] = care.may(given[each.option], each.free) or ""
    return found, list(care.each(actions, "the action"))


def _values(asked: Asked, given: Mapping[str, str], desk: "Desk") -> dict[str, object]:
    """Return the values to keep: empty ones are left out, so that what is usual stands."""
    read = read_fields(asked.kind, given, desk.framework)
    return {name: value for name, value in read.items() if value not in (None, "")}


def _from_agenda(
    desk: "Desk", start: "LogStart", asked: Asked
) -> "tuple[Mapping[str, str], list[EntryFacts]]":
    """Return what was given with the agenda's units, and the open actions that stand on it."""
    from ipsskills.usecases.supervision.agenda import agenda

    found = agenda(desk, start.person)
    units = {} if "unit" in asked.given else {"unit": ";".join(found.talked_about)}
    return {**asked.given, **units}, [each for each in found.actions if not each.kept.done]


def _ask_done(actions: "Sequence[EntryFacts]") -> list[str]:
    """Ask which actions are done."""
    if not actions:
        return []
    choices = [(action.handle, action_words(action)) for action in actions]
    return ask.several("Which of these are done?", choices)


def _correct(asked: Asked, out: Output, desk: "Desk", start: "LogStart") -> None:
    given, texts = asked.given, asked.actions
    with ask_all_or_none():
        if not given and not texts and start.entry:
            given, texts = ask_changes(start.entry, desk.framework)
        given, texts = _look_through(asked, start, given, texts)
    changes = read_fields(asked.kind, given, desk.framework)
    done = correct_entry(desk, str(asked.correct), asked.kind, changes, _actions(texts))
    history = "What it said before stays in its history."
    out.result(
        done,
        f"{_say_kept(done)}\n{history}" if changes or texts else "Nothing was changed.",
    )


def _take_rows(asked: Asked, out: Output, desk: "Desk", start: "LogStart") -> None:
    from ipsskills.cli.entries.file import ACTION, read_entries

    rows = read_entries(asked.from_file or Path(), asked.kind, desk.framework, desk.now)
    free = [each.option for each in FIELDS[asked.kind] if each.free]
    detail.refuse(
        (
            (f"{asked.from_file}, line {row.line} ({option})", row.cells[option])
            for row in rows
            for option in (*free, ACTION)
            if option in row.cells
        ),
        keep=asked.keep,
        known=start.known,
    )
    logged = add_entries(desk, start.person, [row.new for row in rows])
    rows_kept = "1 row is" if len(logged) == 1 else f"{len(logged)} rows are"
    out.result(logged, f"{rows_kept} in the record now. See: {do('record')}")


def _say_kept(logged: "Logged", whose: str = "") -> str:
    """Return what was kept, in a few lines, with the word that names it."""
    entry = logged.entry
    kind, about = entry.kept.kind, f" about {whose}" if whose else ""
    lines = [f"Kept: {kind}{about}, {day(entry.kept.on)}. {entry_words(entry)}"]
    lines += [f"  [ ] {action_words(action)} ({action.handle})" for action in logged.actions]
    lines.append(f"To change it: {do(f'log {kind}', '--correct', entry.handle)}")
    return "\n".join(lines)


# A rating on the spot: what was seen, rated while it is fresh.


def _offer_rating(desk: "Desk", start: "LogStart", entry: "Entry") -> str | None:
    """Offer a rating of the one unit that was watched; nothing is a fair answer."""
    if entry.kind is not EntryKind.OBSERVATION or start.mine or len(entry.items) != 1:
        return None
    if entry.way == FieldWay.SHOWN:
        return None
    unit = desk.framework.by_id[entry.items[0]]
    anchors = desk.framework.scale.ways[unit.asked_as].anchors
    listed = "\n".join(f"  {code} {anchor.they}" for code, anchor in anchors.items())
    asked = f"Your view of {unit.id} {unit.short}, from what you saw?"
    question = f"{asked}\n{listed}\n0 to 3, or Enter for none:"
    return until_read(lambda: ask.maybe(question), read_rate) or None


def _refuse_rating(start: "LogStart", entry: "Entry") -> None:
    if start.mine:
        raise UsageError(
            "--rate is for somebody you watched.", f"Your own view: {do('assess', '--unit', 'ID')}"
        )
    if entry.way == FieldWay.SHOWN:
        raise UsageError(
            "--rate is for work you watched or did together; this was shown.", "Leave it out."
        )
    if len(entry.items) != 1:
        raise UsageError("--rate rates one unit.", "Name it: --unit 3.13")
