"""Collects what can be found in the framework: every text of its units, domains and sections."""

from collections.abc import Iterator

from ipsskills.framework.finding.shapes import Part, Place, PlaceKind
from ipsskills.framework.systems.layout import Systems
from ipsskills.framework.types import Framework, Statement, Unit
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Text:
    """A text and which part of its place it is; ``number`` tells which note or case, from 0."""

    part: Part
    text: str
    number: int | None = None


@dataclass(frozen=True)
class Collected:
    """A place with all of its texts, the one that says what it is first after its names."""

    place: Place
    texts: tuple[Text, ...]


def collect_framework(framework: Framework, systems: Systems) -> Iterator[Collected]:
    """Yield every unit, domain and section, and the map, with all that stands there."""
    for unit in framework.units:
        kind = PlaceKind.AREA if unit.is_area else PlaceKind.UNIT
        place = _show(kind, unit.id, unit.short)
        yield Collected(place, tuple(_list_texts(framework, unit)))
    yield from _collect_domains(framework, systems)
    yield from _collect_sections(framework, systems)
    yield _collect_map(systems)


def _show(kind: PlaceKind, name: str, title: str) -> Place:
    return Place(kind=kind, id=name, title=title, verb="framework show", words=(name,))


def _list_texts(framework: Framework, unit: Unit) -> Iterator[Text]:
    lesson = unit.curriculum
    yield from (Text(Part.NAME, name) for name in (unit.id, unit.title, unit.short))
    yield Text(Part.TEXT, lesson.purpose)
    yield from (Text(Part.IN_PRACTICE, text) for text in (lesson.in_practice,) if text)
    yield from (Text(Part.QUESTION, text) for text in (unit.question,) if text)
    for statement in (*unit.live_statements, *_list_local(framework, unit)):
        yield Text(Part.STATEMENT, " ".join((statement.text, *statement.points)))
    yield from (Text(Part.OUTCOME, text) for text in lesson.outcomes)
    yield from (Text(Part.TOPIC, text) for text in lesson.topics)
    yield from _list_lessons(unit)
    yield from (Text(Part.EVIDENCE, text) for text in lesson.evidence)
    yield from (Text(Part.REFLECTION, text) for text in lesson.reflection)
    yield from (
        Text(Part.TEXT, each.text) for each in framework.told_apart if unit.id in each.units
    )
    yield from (Text(Part.BACKGROUND, f"{b.topic}. {b.text}") for b in lesson.background)
    for number, note in enumerate(lesson.notes):
        yield Text(Part.NOTE, f"{note.topic}. {note.text}", number)


def _list_lessons(unit: Unit) -> Iterator[Text]:
    """Yield the activities and the cases of a unit, with what goes with each."""
    for each in unit.curriculum.activities:
        told = (each.what, f"With {each.with_whom}, {each.time}.", each.bring)
        yield Text(Part.ACTIVITY, f"{each.title}. {' '.join(told)} ({each.kind})")
    for number, case in enumerate(unit.curriculum.vignettes):
        for text in (f"{case.title}. {case.case}", *case.questions, *case.look_for):
            yield Text(Part.VIGNETTE, text, number)


def _list_local(framework: Framework, unit: Unit) -> Iterator[Statement]:
    return (each for each in framework.local if each.unit == unit.id and not each.retired)


def _collect_domains(framework: Framework, systems: Systems) -> Iterator[Collected]:
    for domain in framework.domains:
        said = systems.domain.get(domain.id)
        if domain.id in framework.by_id:
            continue
        texts = (said.about, *(lean.how for lean in said.leans)) if said else ()
        yield Collected(
            _show(PlaceKind.DOMAIN, domain.id, domain.name),
            (
                *(Text(Part.NAME, name) for name in (domain.id, domain.name)),
                *(Text(Part.TEXT, text) for text in (domain.covers, *texts)),
            ),
        )


def _collect_sections(framework: Framework, systems: Systems) -> Iterator[Collected]:
    for section in framework.sections:
        said = systems.section.get(section.id)
        texts = (
            (said.character, *said.gives, *(lean.how for lean in said.leans), *said.also)
            if said
            else ()
        )
        yield Collected(
            _show(PlaceKind.SECTION, section.id, section.title),
            (
                *(Text(Part.NAME, name) for name in (f"section {section.id}", section.title)),
                *(Text(Part.TEXT, text) for text in texts),
            ),
        )


def _collect_map(systems: Systems) -> Collected:
    drawn = systems.map
    notes = (f"{place.name}: {place.note}." for place in drawn.places)
    return Collected(
        Place(kind=PlaceKind.MAP, id="map", title="The map", verb="framework map"),
        (
            Text(Part.NAME, "map"),
            *(Text(Part.TEXT, text) for text in (drawn.lead, drawn.ours, *notes)),
        ),
    )
