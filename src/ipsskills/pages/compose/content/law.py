"""Law and guidance as it stands on pages, apart from evidence; each note tells its age."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import Nation
from ipsskills.doing import Do, do
from ipsskills.facts.content import ListedNote, NoteList
from ipsskills.framework.noted import BackgroundFact, GuidanceNote, Noted
from ipsskills.framework.systems.links import PageLink
from ipsskills.framework.types import Unit
from ipsskills.method.law.ageing import (
    NoteState,
    Standpoint,
    Urgency,
    find_state,
    find_urgency,
    find_year_end,
    order_notes,
    part_by_nation,
)
from ipsskills.nations import list_names, name_nations
from ipsskills.pages.document import Block, Bullets, Commands, Entries, Heading, Page, Rule, Text
from ipsskills.pages.words import day

COSTLY_FIRST = "the most costly mistakes first"
TO_LOOK_AT = {
    Urgency.OVERDUE: "Overdue: a planned day is past, or a year is over",
    Urgency.SOON: "About to change",
    Urgency.OLD: "Moving, the oldest source first",
    Urgency.UNREAD_LAW: "Law from working knowledge, not read in its source",
    Urgency.UNREAD: "Items of the scale and usual practice, not read there; not law",
}
NOT_LAW = "research, the scale and usual practice; not law"
_NONE = Text("None for these nations.")


def compose_law(unit: Unit, standpoint: Standpoint, unfold: Do) -> list[Block]:
    """Return a unit's notes on law for a reader; ``unfold`` shows those of other nations too."""
    own, others = part_by_nation(order_notes(unit.curriculum.notes), standpoint)
    if not own and not others:
        return []
    return [
        Heading("Law and guidance", COSTLY_FIRST if len(own) > 1 else ""),
        *_offer_one(own, standpoint),
        *fold_others(others, unfold),
        *(block for note in own for block in _write_note(note, standpoint.today)),
    ]


def _offer_one(notes: Sequence[GuidanceNote], standpoint: Standpoint) -> list[Block]:
    """Return how to keep to one nation, where notes of several stand and none is set."""
    if standpoint.nations or len({note.nations for note in notes}) <= 1:
        return []
    return [Text(f"For one nation: {do('settings', 'nation')}")]


def compose_law_beforehand(unit: Unit, standpoint: Standpoint) -> list[Block]:
    """Return, for whoever leads a group, where the notes on law are and which to look up before."""
    own, others = part_by_nation(order_notes(unit.curriculum.notes), standpoint)
    if not own and not others:
        return []
    warned = [note for note in own if find_state(note, standpoint.today).warns]
    names = tuple(f"{note.topic}, {name_nations(note.nations)}" for note in warned)
    read = f"Read this unit's notes on law before the group: {do('framework show', unit.id)}."
    return [
        Heading("Law and guidance"),
        Text(f"{read} Look these up as well:" if names else read),
        *([Bullets(names)] if names else []),
        *fold_others(others, do("framework show", unit.id, "--all-nations")),
    ]


def compose_background(unit: Unit, today: date, pages: Sequence[PageLink]) -> list[Block]:
    """Return what is known that bears on a unit, and the pages of facts that tell more of it."""
    facts = unit.curriculum.background
    if not facts and not pages:
        return []
    written = [block for fact in facts for block in _write_note(fact, today)]
    named = tuple(f"{page.title}: {do('explain', page.name)}" for page in pages)
    told: list[Block] = [Heading("Evidence", NOT_LAW), *written]
    if named:
        told += [Heading("Pages that tell more", level=2), Bullets(named)]
    return told


def fold_others(others: Sequence[Noted | ListedNote], unfold: Do) -> list[Block]:
    """Return the one line that stands for the notes of other nations, if there are any."""
    if not others:
        return []
    names = list_names(nation for note in others for nation in note.nations)
    count = "1 note" if len(others) == 1 else f"{len(others)} notes"
    return [Text(f"Other nations ({', '.join(names)}): {count}, {unfold}")]


def say_state(noted: Noted, today: date) -> str:
    """Return what a reader should know of a note's age, in the one wording there is for it."""
    change = _say_change(noted.planned, today)
    return _say(find_state(noted, today), noted.seen, find_year_end(noted), change)


def _say_change(planned: date | None, today: date) -> str:
    """Return what is known of a planned change; one whose day is past was not seen to begin."""
    if planned is None:
        return ""
    if planned <= today:
        return f"; change was planned for {day(planned)}, start not seen"
    return f"; change planned for {day(planned)}"


def _say(state: NoteState, seen: str | None, year_ends: date | None, change: str) -> str:
    if state is NoteState.MOVING:
        newest = f"newest source seen {say_month(seen)}" if seen else "no source with a date seen"
        return f"Moving ({newest}{change}): look it up before you use it."
    if state is NoteState.YEAR_OVER and year_ends:
        return f"Its year ended on {day(year_ends)}: look it up before you use it."
    if state is NoteState.UNREAD:
        return "From working knowledge, not read in its source: check it before you quote it."
    if year_ends:
        return f"Look again by {day(year_ends)}."
    return "Settled."


def say_month(seen: str) -> str:
    """Return a month as it stands in the files as people write it: June 2026; a year as it is."""
    if "-" not in seen:
        return seen
    year, month = seen.split("-")
    return f"{date(int(year), int(month), 1):%B} {year}"


def _write_note(noted: GuidanceNote | BackgroundFact, today: date) -> list[Block]:
    """Return a note under its topic; a warning stands before its words, any other age after."""
    return _write_whole(noted, say_state(noted, today), warns=find_state(noted, today).warns)


def _write_whole(
    noted: GuidanceNote | BackgroundFact | ListedNote, said: str, *, warns: bool
) -> list[Block]:
    address = f", {noted.address}" if noted.address else ""
    named = "Source to check" if noted.checked is None else "Source"
    source = f"{named}: {noted.source}{address}."
    told = [source, *([] if warns else [said]), *_say_checked(noted.checked)]
    return [
        Heading(f"{noted.topic}, {name_nations(noted.nations)}", sentence=True, level=2),
        *([Text(said, strong=True)] if warns else []),
        Text(noted.text),
        Text(" ".join(told)),
    ]


def _say_checked(checked: date | None) -> list[str]:
    return [f"Checked {day(checked)}."] if checked else []


def compose_notes(found: NoteList, unfold: Do) -> Page:
    """Return a list of notes on law by unit, each in a line with what its age means."""
    rows = tuple(
        (note.unit, note.topic, f"{name_nations(note.nations)}. {_say_listed(note, found.today)}")
        for note in found.notes
    )
    told: list[Block] = [Entries(rows)] if rows else [_NONE]
    told += fold_others(found.others, unfold)
    return _compose_notes(found, told, "--full", "a unit's notes, each whole")


def compose_whole_notes(found: NoteList, units: Sequence[Unit], unfold: Do) -> Page:
    """Return notes on law whole, under the name of each unit, to read in one go or hand out."""
    told: list[Block] = [*([] if found.notes else [_NONE]), *fold_others(found.others, unfold)]
    for unit in units:
        notes = [note for note in found.notes if note.unit == unit.id]
        if notes:
            told.append(Heading(f"{unit.id}  {unit.short}"))
        for note in notes:
            told += _write_whole(note, _say_listed(note, found.today), warns=note.warns)
    return _compose_notes(found, told, "", "a unit's notes, one line each")


def _compose_notes(found: NoteList, told: list[Block], other_way: str, what: str) -> Page:
    """Return a page of notes; ``other_way`` is the option that shows them the other way."""
    lead = (f"As on {day(found.today)}. {_for_whom(found.nations)}",)
    if not found.notes and not found.others:
        return Page("No such notes", lead)
    unit = (found.notes or found.others)[0].unit
    ways = [other_way] if other_way else []
    after = (
        (do("framework notes", unit, *ways), what),
        (do("framework notes", "--moving"), "what somebody must look at"),
        *lead_to_nation(found.nations),
    )
    told += [Rule(), Heading("Next"), Commands(after)]
    return Page("Notes on law and guidance", lead, tuple(told))


def lead_to_nation(nations: Sequence[Nation]) -> tuple[tuple[Do, str], ...]:
    """Return what to type to keep to one nation's law, for whoever has named none."""
    if nations:
        return ()
    return ((do("settings", "nation"), "say where you work, and keep to its law"),)


def compose_to_look_at(found: NoteList) -> Page:
    """Return what somebody who keeps the content must look at, in the order of the list."""
    lead = (f"As on {day(found.today)}, the most urgent first. {_for_whom(found.nations)}",)
    if not found.notes:
        return Page("Nothing has to be looked at", lead)
    blocks: list[Block] = []
    for urgency, title in TO_LOOK_AT.items():
        notes = [note for note in found.notes if _find_urgency(note, found.today) is urgency]
        if notes:
            blocks.append(Heading(title))
        for note in notes:
            blocks += _write_to_look_at(note, found.today)
    return Page("Notes that somebody must look at", lead, tuple(blocks))


def _find_urgency(note: ListedNote, today: date) -> Urgency:
    return find_urgency(note.state, note.planned, today, law=note.stakes is not None)


def _write_to_look_at(note: ListedNote, today: date) -> list[Block]:
    head = f"{note.unit}  {note.topic}, {name_nations(note.nations)}"
    source = f"{note.source}: {note.address or 'no address'}"
    told = (_say_listed(note, today), source, *_say_checked(note.checked))
    return [Heading(head, sentence=True, level=2), Bullets(told)]


def _say_listed(note: ListedNote, today: date) -> str:
    return _say(note.state, note.seen, note.year_ends, _say_change(note.planned, today))


def _for_whom(nations: Sequence[Nation]) -> str:
    return f"For {name_nations(nations)}." if nations else "All four nations."
