"""What is held about somebody as one page to hand over, and as tables, one for each kind.

The page says nothing of holds, nor what its maker has to look at first: that is in the work sheet.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from ipsskills.codes import ParcelWay
from ipsskills.facts.exchange.held import AllHeld, FilePassed, HeldThing
from ipsskills.pages.compose.rights.held_words import (
    list_rows,
    name_all,
    name_thing,
    say_how_entered,
    say_value,
)
from ipsskills.pages.data import Sheet, Value
from ipsskills.pages.document import (
    About,
    BlankLines,
    Block,
    Bullets,
    Entries,
    Heading,
    Page,
    Table,
    Text,
)
from ipsskills.pages.words import day, join_words

KINDS = {
    "person": "Details",
    "assessment": "Assessments",
    "rating": "Answers",
    "note": "Notes",
    "goal": "Goals",
    "goal_activity": "Steps of the plan",
    "entry": "Training record",
    "objection": "What is seen differently",
    "parcel": "Files sent and taken in",
    "alone_first": "Answers kept apart",
    "hold": "Holds",
    "forgotten": "Erasures of people",
    "redacted": "Erasures of words",
}
_NOT_TOLD = "hold"  # whether it may be told yet, whoever set it knows
_KEY = (
    "Of answers: 3, 2, 1 and 0 are as the question words them, from the described practice "
    "downwards; n is no chance yet, x agreed outside this job, u not seen, and nothing is not "
    "answered. What an answer rests on: O observed, R a record or work, F feedback, M memory."
)


def compose_held(found: AllHeld) -> Page:
    """Return the page: where it comes from, what it is for, who has it, and all of it."""
    name = found.person.name
    by = f" by {found.by.name}" if found.by else ""
    lead = [f"Made on {day(found.on)}{by}, from the record of ipsskills on this computer."]
    if found.apart:
        lead.append(
            f"Kept apart until both have looked alone: answers on {join_words(found.apart)}. "
            "They are in a part of their own, which is sealed."
        )
    return Page(
        title=f"What this record holds about {name}",
        lead=tuple(lead),
        blocks=(
            *_list_about(found),
            *(block for table in KINDS for block in _list_kind(found, table)),
        ),
        about=About(name),
    )


def compose_opened(found: AllHeld) -> Page:
    """Return the page of a sealed part that was opened: what was kept apart, and nothing else."""
    return Page(
        title=f"What was kept apart about {found.person.name}",
        lead=(
            f"From the export of {day(found.on)}.",
            "Whoever opened it has read this before looking alone, and both of you are told so.",
        ),
        blocks=(*(block for table in KINDS for block in _list_kind(found, table)),),
        about=About(found.person.name),
    )


def compose_tables(found: AllHeld) -> Mapping[str, Sheet]:
    """Return a table for each kind that there is something of: a row for each version."""
    return {
        table: _make_sheet(things)
        for table in KINDS
        if (things := [each for each in found.things if each.table == table])
    }


def _list_about(found: AllHeld) -> Iterator[Block]:
    yield Heading("What this is for")
    yield BlankLines("Purpose, and the basis in law", 2)
    yield BlankLines("Who is responsible for it, and whom to ask", 2)
    yield BlankLines("How long it is kept", 1)
    yield BlankLines("Whether any goes abroad, and what guards it", 1)
    yield from _list_rights(found.person.name)
    yield Heading("Where it comes from")
    authors = sorted({each.author for thing in found.things for each in thing.versions})
    yield Text(f"It was written by {join_words(authors)}.")
    came = [each for each in found.files if each.way is ParcelWay.IN]
    yield from _list_files("It came in files from:", came)
    yield Heading("Who has had it")
    sent = [each for each in found.files if each.way is ParcelWay.OUT]
    yield from _list_files("It went in files to:", sent)
    if not sent:
        yield Text("The record knows of no file that went to anybody.")
    yield Text(
        "Reports and plans that were written, printed, copied or mailed are not known to it."
    )


def _list_rights(name: str) -> Iterator[Block]:
    """Yield what the law has the page say (UK GDPR, Article 15(1)(e) and (f))."""
    yield Heading("Rights")
    yield Text(
        f"{name} may ask whoever is responsible to put right what is wrong, to erase it or to "
        "restrict what is done with it, and may object to its use. Not every request has to be "
        "met, but a refusal must give its reason. Where the basis is consent or a contract, they "
        "may take along what they gave; consent may be taken back at any time, for what comes "
        "after."
    )
    yield Text(
        "Whoever is not content may complain to those responsible, and to the Information "
        "Commissioner\u2019s Office (ico.org.uk)."
    )


def _list_files(said: str, files: Iterable[FilePassed]) -> Iterator[Block]:
    rows = tuple(
        f"{each.name}, {day(each.on)}{', taken back since' if each.undone else ''}"
        for each in files
    )
    if rows:
        yield Text(said)
        yield Bullets(rows)


def _list_kind(found: AllHeld, table: str) -> Iterator[Block]:
    things = [each for each in found.things if each.table == table]
    if not things or table == _NOT_TOLD:
        return
    yield Heading(KINDS[table])
    if table == "rating":
        yield Text(_KEY)
        yield _make_answers(things, found)
        return
    names = name_all(found)
    for thing in things:
        yield from _list_thing(thing, names)


def _make_answers(things: Iterable[HeldThing], found: AllHeld) -> Table:
    """Return a row for each version of each answer; it is by whose look it stands in."""
    columns = ("Unit", "Kept", "By", "Answer", "Rests on", "What else")
    people, raters = found.people, _list_raters(found)
    return Table(
        columns,
        tuple(
            (
                str(each.values["item"]),
                day(each.at.date()),
                raters.get(str(each.values["assessment"]), each.author),
                say_value(each.values["code"], people) or "-",
                say_value(each.values["basis"], people),
                _say_rest(each.values, people),
            )
            for thing in things
            for each in thing.versions
        ),
        row_heads=True,
    )


def _list_raters(found: AllHeld) -> dict[str, str]:
    """Return, by its thing, whose each look is that somebody else entered, and who that was."""
    looks = [each.versions[-1] for each in found.things if each.table == "assessment"]
    return {
        str(look.values["thing"]): f"{found.people.get(str(look.values['rater']), '')}, "
        f"entered by {look.author}"
        for look in looks
        if say_how_entered(look)
    }


def _say_rest(values: Mapping[str, Any], people: Mapping[str, str]) -> str:
    said = {"bring": "to bring", "show": "could show"}
    marks = [words for name, words in said.items() if values.get(name)]
    told = [
        say_value(values[name], people) for name in ("reason", "behind", "seen_on") if values[name]
    ]
    return ", ".join([*marks, *told])


def _list_thing(thing: HeldThing, names: Mapping[str, str]) -> Iterator[Block]:
    """Yield a thing: its latest version whole, and what earlier ones said otherwise."""
    latest = thing.versions[-1]
    yield Heading(
        name_thing(thing), note=f"{day(latest.at.date())}, {latest.author}",
        level=2, sentence=True,
    )  # fmt: skip
    yield Entries(tuple(_list_latest(thing, names)))
    later = latest
    for earlier in reversed(thing.versions[:-1]):
        rows = [row for row in list_rows(earlier, names) if row not in list_rows(later, names)]
        if rows:
            yield Text(f"Before, kept on {day(earlier.at.date())} by {earlier.author}:")
            yield Entries(tuple(rows))
        later = earlier


def _list_latest(thing: HeldThing, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what the latest version says, and of what another gave before, who and when.

    Whoever changes one field, or takes a file in, is the author of a version with all of them.
    """
    latest = thing.versions[-1]
    told = [(each, list_rows(each, names)) for each in reversed(thing.versions)]
    for row in told[0][1]:
        first = latest
        for version, rows in told:
            if row not in rows:
                break
            first = version
        given = f" (from {first.author}, {day(first.at.date())})"
        yield (*row[:2], row[2] + (given if first.author != latest.author else ""))


def _make_sheet(things: Iterable[HeldThing]) -> Sheet:
    """Return every version of things of one kind, with all its fields and who kept it."""
    rows = [(thing.handle, each) for thing in things for each in thing.versions]
    columns = tuple(rows[0][1].values)
    return Sheet(
        ("named", "kept by", *columns),
        tuple(
            (handle, each.author, *(_cell(each.values[column]) for column in columns))
            for handle, each in rows
        ),
    )


def _cell(value: Any) -> Value:
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    if isinstance(value, Enum):
        return str(value.value)
    return value if value is None or isinstance(value, (bool, int, float, date)) else str(value)
