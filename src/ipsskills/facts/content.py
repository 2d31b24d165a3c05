"""What the pages of the content are made of: the units, a check, the handbook, lists of notes."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from ipsskills.codes import Nation, NoteGrade, Stakes
from ipsskills.folding import fold
from ipsskills.framework.background import Fidelity, Glossary
from ipsskills.framework.content.counts import Totals, UnitCount
from ipsskills.framework.noted import BackgroundFact, GuidanceNote
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.law.ageing import (
    NoteState,
    Standpoint,
    find_state,
    find_year_end,
    look_at_key,
    order_notes,
    part_by_nation,
)

if TYPE_CHECKING:  # a page of the contents does without them
    from ipsskills.framework.blanks import Blanks
    from ipsskills.framework.systems.crosswalks import Crosswalks
    from ipsskills.framework.systems.explained import Explained
    from ipsskills.framework.systems.layout import Systems


@dataclass(frozen=True, kw_only=True)
class ListedUnit:
    """A unit or an area by its names, and where it belongs."""

    id: str
    slug: str
    title: str
    domain: str
    section: str | None


@dataclass(frozen=True, kw_only=True)
class ContentsFacts:
    """Every unit and area of a version, in its order."""

    version: str
    units: tuple[ListedUnit, ...]
    framework: Framework = field(metadata={"json": False})


def list_contents(framework: Framework) -> ContentsFacts:
    """Return every unit and area of a framework."""
    units = tuple(
        ListedUnit(id=u.id, slug=u.slug, title=u.title, domain=u.domain, section=u.section)
        for u in framework.units
    )
    return ContentsFacts(version=framework.version, units=units, framework=framework)


@dataclass(frozen=True, kw_only=True)
class CheckedContent:
    """That files are sound: their version and names, and how much there is of everything."""

    version: str
    files: tuple[str, ...]
    units: tuple[UnitCount, ...]
    totals: Totals


@dataclass(frozen=True, kw_only=True)
class HandbookFacts:
    """Everything there is: each file of the content."""

    framework: Framework
    fidelity: Fidelity
    glossary: Glossary
    systems: "Systems"
    explained: "Explained"
    crosswalks: "Crosswalks"
    blanks: "Blanks"


@dataclass(frozen=True, kw_only=True)
class ListedNote:
    """A note with the unit it stands in; ``stakes`` are None for background, which is not law.

    ``year_ends`` is the day on which a yearly one is set anew, ``planned`` that on which something
    that moves is to change, ``state`` what a reader should know
    of its age on the day of the list, and ``warns`` whether it has to be looked up before use.
    """

    unit: str
    topic: str
    nations: tuple[Nation, ...]
    grade: NoteGrade
    state: NoteState
    warns: bool
    stakes: Stakes | None
    text: str
    source: str
    address: str | None
    seen: str | None
    checked: date | None
    year_ends: date | None
    planned: date | None


@dataclass(frozen=True, kw_only=True)
class NoteList:
    """The notes that were asked for; ``others`` are those of other nations, which are folded."""

    today: date
    nations: tuple[Nation, ...]
    notes: tuple[ListedNote, ...]
    others: tuple[ListedNote, ...] = ()


def list_notes(units: Iterable[Unit], standpoint: Standpoint, topic: str = "") -> NoteList:
    """Return the notes on law of some units, unit by unit, the most costly mistakes first.

    With a ``topic``, only those in whose topic it stands.
    """
    own: list[ListedNote] = []
    others: list[ListedNote] = []
    for unit in units:
        for notes, into in zip(
            part_by_nation(order_notes(unit.curriculum.notes), standpoint),
            (own, others),
            strict=True,
        ):
            about = [note for note in notes if fold(topic) in fold(note.topic)]
            into += [_list_note(unit, note, standpoint.today) for note in about]
    return NoteList(
        today=standpoint.today,
        nations=standpoint.nations,
        notes=tuple(own),
        others=tuple(others),
    )


def list_to_look_at(units: Iterable[Unit], standpoint: Standpoint, topic: str = "") -> NoteList:
    """Return what somebody must look at, law or background.

    First what is overdue, then what is about to change, each by its day; then the rest with the
    oldest source first, and last what was not read, law before the rest. With a ``topic``, only
    that in whose topic it stands.
    """
    found = [
        (unit, noted)
        for unit in units
        for noted in _list_noted(unit)
        if standpoint.matters(noted)
        and find_state(noted, standpoint.today).to_look_at
        and fold(topic) in fold(noted.topic)
    ]
    in_order = sorted(found, key=lambda each: look_at_key(each[1], standpoint.today))
    return NoteList(
        today=standpoint.today,
        nations=standpoint.nations,
        notes=tuple(_list_note(unit, noted, standpoint.today) for unit, noted in in_order),
    )


def _list_noted(unit: Unit) -> Iterator[GuidanceNote | BackgroundFact]:
    yield from unit.curriculum.notes
    yield from unit.curriculum.background


def _list_note(unit: Unit, noted: GuidanceNote | BackgroundFact, today: date) -> ListedNote:
    state = find_state(noted, today)
    return ListedNote(
        unit=unit.id,
        topic=noted.topic,
        nations=noted.nations,
        grade=noted.grade,
        state=state,
        warns=state.warns,
        stakes=noted.stakes if isinstance(noted, GuidanceNote) else None,
        text=noted.text,
        source=noted.source,
        address=noted.address,
        seen=noted.seen,
        checked=noted.checked,
        year_ends=find_year_end(noted),
        planned=noted.planned,
    )
