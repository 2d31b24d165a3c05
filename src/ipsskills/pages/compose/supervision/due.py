"""What is due, as a page without reproach: days and what they are for."""

from collections.abc import Iterator
from datetime import timedelta

from ipsskills.doing import do
from ipsskills.facts.due import DueFacts, DueItem, DueKind
from ipsskills.pages.compose.apart import forgotten_words, waiting_words
from ipsskills.pages.compose.rights.asked_words import list_answers, say_asked
from ipsskills.pages.compose.safety_words import remind_to_talk
from ipsskills.pages.document import About, Block, Commands, Entries, Heading, Page, Text
from ipsskills.pages.words import day

_LATER = timedelta(weeks=2)  # the day in the example of giving an action another one


def compose_due(due: DueFacts, *, into_file: bool = False) -> Page:
    """Return what is due: a talk that is to be today, what is past, what is near, what has no day.

    What goes ``into_file`` is read by anybody.
    """
    groups = (
        ("Past", [e for e in due.lines if e.on and e.on < due.on]),
        ("Coming up", [e for e in due.lines if e.on and e.on >= due.on]),
        ("Without a day", [e for e in due.lines if not e.on]),
    )
    blocks: list[Block] = []
    if due.talk_today:
        blocks += [Heading("Safety"), *remind_to_talk(due.talk_today, into_file=into_file)]
    for title, items in groups:
        if items:
            blocks += [Heading(title), Entries(tuple(_row(item) for item in items))]
    if not due.lines:
        blocks.append(Text("Nothing is due in the next three months."))
    if rows := tuple(_list_next(due)):
        blocks += [Heading("Next"), Commands(rows)]
    return Page(
        f"What is due: {due.person}",
        (f"On {day(due.on)}.",),
        tuple(blocks),
        about=About(due.person),
    )


def _list_next(due: DueFacts) -> Iterator[tuple[str, str]]:
    """Yield what to type next, and what for."""
    if actions := [item for item in due.lines if item.what is DueKind.ACTION]:
        name = actions[0].name
        yield str(do("log done", name)), "tick an action"
        yield str(do("log action", name, "--by", str(due.on + _LATER))), "give it another day"
    if over := [item for item in due.lines if item.write_down and item.past]:
        yield str(over[0].write_down), "write down a supervision that is past; --cancelled if so"
    for item in due.lines:
        if item.asked:
            yield from ((str(each), what) for each, what in list_answers(item.asked))
    person = None if due.mine else due.person
    if steps := [item for item in due.lines if item.what is DueKind.STEP]:
        yield str(do("plan show", steps[0].name, person=person)), "how to do a step"
        yield str(do("plan show", person=person)), "the whole plan"


def due_words(item: DueItem) -> str:
    """Return one thing that is due on one line: "Review, 3 Jan 2027: Goal 1: ..."."""
    past = "past since " if item.past else ""
    when = f", {past}{day(item.on)}" if item.on else ""
    return f"{item.what.capitalize()}{when}: {_say(item)}".rstrip(": ")


def _row(item: DueItem) -> tuple[str, str, str]:
    step = "step " if item.what is DueKind.STEP else ""
    name = f" ({step}{item.name})" if item.name else ""
    return (day(item.on) if item.on else "", str(item.what), f"{_say(item)}{name}")


def _say(item: DueItem) -> str:
    """Return what it is that is due, in a few words."""
    if item.what is DueKind.NEXT_LOOK:
        return f"All the units again: {do('assess')}"
    if item.what is DueKind.SUPERVISION:
        return f"with {item.who}" if item.who else ""
    if item.draft is not None:
        return forgotten_words(item.draft)
    if item.came is not None:
        return waiting_words(item.came)
    if item.asked is not None:
        return say_asked(item.asked)
    return _name(item)


def _name(item: DueItem) -> str:
    """Return what a goal, an action, a step or a certificate is called, and whose it is."""
    if item.goal is not None:
        return f"Goal {item.goal}: {item.title}"
    if item.owed_to is not None:
        return f"for {item.owed_to}: {item.title}"
    return f"{item.who}: {item.title}" if item.who else item.title
