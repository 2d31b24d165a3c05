"""Asks the five questions before supervision, keeps the answers, and offers to look at a unit."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ipsskills.cli.entries.fields import FIELDS, Field, read_fields
from ipsskills.cli.entries.prompts import until_read
from ipsskills.cli.entries.readers import Frame
from ipsskills.cli.entries.texts import look_through
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.prompts.unkept import ask_all_or_none, say_before_questions
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.pages.compose.entries.entry import entry_words
from ipsskills.pages.words import day
from ipsskills.usecases.supervision.prepare import prepare, start_prepare

if TYPE_CHECKING:
    from ipsskills.facts.entries import Prepared, PrepareStart
    from ipsskills.usecases.desk import Desk

_EXAMPLE = (
    *("--well", "She chose it herself", "--stuck", "I froze when he asked"),
    *("--want", "Play him with me", "--unit", "3.8"),
)
_TICK_THIRD = 2  # after so many questions comes the one about what was promised


def run(
    given: Mapping[str, str],
    done: Sequence[str],
    place: context.Place,
    *,
    keep: bool,
    json: bool,
) -> None:
    """Keep a preparation; where nothing is given, ask for it.

    Raises NotFound, InvalidInput, NeedsTerminal.
    """
    asking = not given and not done
    if asking:
        ask.need_terminal(f"Say it in one line: {do('prepare', *_EXAMPLE)}")
    with context.desk(place, write=True, begin=False) as desk:
        start = start_prepare(desk, asking=asking)
        care, ticked = Care(start.known, keep=keep), list(done)
        if asking:
            with ask_all_or_none():
                given, ticked = _ask_questions(desk, start, care)
        else:
            given = look_through(EntryKind.PREPARATION, given, care)
        changes = read_fields(EntryKind.PREPARATION, given, Frame(desk.framework, desk.today))
        found = prepare(desk, changes, ticked=ticked)
        Output("prepare", json).result(found, _say_kept(found))
        units = found.entry.kept.items if found.entry and "items" in changes else ()
        if asking and not json and units and ask.sure(f"Look at {units[0]} on your own now?"):
            from ipsskills.cli.interview.assessing import look_at

            look_at(desk, units)


def _ask_questions(
    desk: "Desk", start: "PrepareStart", care: Care
) -> tuple[dict[str, str], list[str]]:
    """Ask the questions; any may be left empty, and then what was said before stays.

    Words that could tell who a client is are asked about on the spot.
    """
    given: dict[str, str] = {}
    ticked: list[str] = []
    say_before_questions()
    if start.stands:
        said = entry_words(start.stands)
        say(f"So far: {said} A question left empty stays as it is.")
    for place, field in enumerate(FIELDS[EntryKind.PREPARATION]):
        number = place + 1 + (place >= _TICK_THIRD and bool(start.promises))
        if place == _TICK_THIRD:
            ticked = _ask_done(start)
        if field.holds is tuple and start.near:
            units = [f"  {unit} {short}" for unit, short in start.near]
            say("\n".join(["Perhaps one of these:", *units]))
        if answer := _ask_one(desk, field, number, care):
            given[field.option] = answer
    return given, ticked


def _ask_one(desk: "Desk", field: Field, number: int, care: Care) -> str:
    question = f"{number} {field.use.question}"
    frame = Frame(desk.framework, desk.today)
    answer = until_read(lambda: ask.maybe(question), lambda text: field.read(text, frame))
    return (care.may(answer, field.use.named) or "") if field.is_written else answer


def _ask_done(start: "PrepareStart") -> list[str]:
    """Ask which promises are kept."""
    said = [(p.name, f"{f'by {day(p.due)}: ' if p.due else ''}{p.text}") for p in start.promises]
    return ask.several("3 What I said I would do: which is done?", said) if said else []


def _say_kept(found: "Prepared") -> str:
    if found.entry is None:
        said = "Nothing was said, so nothing new was kept for the agenda."
        lines = [] if found.ticked else [said]
    elif found.entry.kept.removed:
        lines = ["None of it is left, so it is taken back. What it said stays in its history."]
    else:
        lines = [f"Kept for the agenda. {entry_words(found.entry)}"]
    for each in found.promises:
        step, action = do("plan done", each.name, "--undo"), do("log done", each.name, "--undo")
        lines.append(f"Ticked: {each.name} {each.text}")
        lines.append(f"To take that back: {step if '.' in each.name else action}")
    if steps := [name for name in found.ticked if "." in name]:
        lines.append(
            f"What it left you: {do('plan done', steps[0], '--brought', 'What I noticed')}"
        )
    if found.entry and not found.entry.kept.removed:
        lines.append(f"To change it: {do('prepare')}")
    return "\n".join([*lines, f"Next: {do('agenda')}"])
