"""Collects what can be found in the framework and on the pages to write on: every text there."""

from collections.abc import Iterator

from ipsskills.framework.blanks import Blanks
from ipsskills.framework.finding.shapes import Findable, PlaceKind, Where
from ipsskills.framework.scale import ask_as_usual
from ipsskills.framework.systems.layout import Systems
from ipsskills.framework.types import Framework, Statement, Unit
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class PlaceText:
    """A text of a place, the part it is, and which statement, note or case (``number``, from 0).

    ``id`` is that of a statement.
    """

    part: Where
    text: str
    number: int | None = None
    id: str = ""


@dataclass(frozen=True)
class Collected:
    """A place with all of its texts, the one that says what it is first after its names."""

    place: Findable
    texts: tuple[PlaceText, ...]


def collect_framework(framework: Framework, systems: Systems) -> Iterator[Collected]:
    """Yield every unit, domain and section, and the map, with all that stands there."""
    for unit in framework.units:
        yield collect_unit(framework, unit)
    yield from _collect_domains(framework, systems)
    yield from _collect_sections(framework, systems)
    yield _collect_map(systems)


def collect_unit(framework: Framework, unit: Unit) -> Collected:
    """Return a unit or an area with all that stands there."""
    kind = PlaceKind.AREA if unit.is_area else PlaceKind.UNIT
    return Collected(_show(kind, unit.id, unit.short), tuple(_list_texts(framework, unit)))


def _show(kind: PlaceKind, name: str, title: str) -> Findable:
    return Findable(kind=kind, id=name, title=title, verb="framework show", words=(name,))


def _list_texts(framework: Framework, unit: Unit) -> Iterator[PlaceText]:
    lesson = unit.curriculum
    yield from (PlaceText(Where.NAME, name) for name in (unit.id, unit.title, unit.short))
    yield PlaceText(Where.PURPOSE, lesson.purpose)
    yield from (PlaceText(Where.IN_PRACTICE, text) for text in (lesson.in_practice,) if text)
    if unit.question:
        yield PlaceText(Where.QUESTION, ask_as_usual(unit.question))
    for number, statement in enumerate(unit.live_statements):
        yield PlaceText(Where.STATEMENT, _read(statement), number, statement.id)
    yield from (PlaceText(Where.STATEMENT, _read(each)) for each in _list_local(framework, unit))
    yield from (PlaceText(Where.OUTCOME, text) for text in lesson.outcomes)
    yield from (PlaceText(Where.TOPIC, text) for text in lesson.topics)
    yield from _list_lessons(unit)
    yield from (PlaceText(Where.EVIDENCE, text) for text in lesson.evidence)
    yield from (PlaceText(Where.REFLECTION, text) for text in lesson.reflection)
    yield from (
        PlaceText(Where.APART, each.text) for each in framework.told_apart if unit.id in each.units
    )
    yield from (PlaceText(Where.BACKGROUND, f"{b.topic}. {b.text}") for b in lesson.background)
    for number, note in enumerate(lesson.notes):
        yield PlaceText(Where.NOTE, f"{note.topic}. {note.text}", number)


def _read(statement: Statement) -> str:
    return " ".join((statement.text, *statement.points))


def _list_lessons(unit: Unit) -> Iterator[PlaceText]:
    """Yield the activities and the cases of a unit, with what goes with each."""
    for each in unit.curriculum.activities:
        told = (each.what, f"With {each.with_whom}, {each.time}.", each.bring)
        yield PlaceText(Where.ACTIVITY, f"{_end(each.title)} {' '.join(told)} ({each.kind})")
    for number, case in enumerate(unit.curriculum.vignettes):
        whole = " ".join(filter(None, (_end(case.title), case.note, case.case)))
        for text in (whole, *case.questions, *case.look_for):
            yield PlaceText(Where.VIGNETTE, text, number)


def _end(title: str) -> str:
    """Return a title as a sentence before others."""
    return title if title[-1:] in '?!.…\u201d"' else f"{title}."


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
                *(PlaceText(Where.NAME, name) for name in (domain.id, domain.name)),
                *(PlaceText(Where.TEXT, text) for text in (domain.covers, *texts)),
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
                *(PlaceText(Where.NAME, name) for name in (f"section {section.id}", section.title)),
                *(PlaceText(Where.TEXT, text) for text in texts),
            ),
        )


def collect_blanks(blanks: Blanks) -> Iterator[Collected]:
    """Yield the list of pages to write on, then every one of them with all that it asks."""
    if blanks.blanks:
        yield _collect_list(blanks)
    for page in blanks.blanks:
        items = (item for part in page.parts for item in part.items)
        asked = (" ".join((item.text, item.hint, *item.columns, *item.heads)) for item in items)
        yield Collected(
            Findable(
                kind=PlaceKind.BLANK,
                id=page.name,
                title=page.title,
                verb="framework blank",
                words=(page.name,),
            ),
            (
                *(PlaceText(Where.NAME, name) for name in (page.name, page.title, *page.also)),
                *(PlaceText(Where.TEXT, text) for text in (page.purpose, page.nobody_named)),
                *(PlaceText(Where.TEXT, text) for text in asked if text.strip()),
            ),
        )


def _collect_list(blanks: Blanks) -> Collected:
    title, listed = "Blank pages to write on", ", ".join(page.title for page in blanks.blanks)
    names = ("blank", "blank pages", title)
    return Collected(
        Findable(kind=PlaceKind.BLANK, id="pages", title=title, verb="framework blank"),
        (
            *(PlaceText(Where.NAME, name) for name in names),
            PlaceText(Where.TEXT, f"To print or to fill in: {listed}."),
        ),
    )


def _collect_map(systems: Systems) -> Collected:
    drawn = systems.map
    notes = (f"{place.name}: {place.note}." for place in drawn.places)
    return Collected(
        Findable(kind=PlaceKind.MAP, id="map", title="The map", verb="framework map"),
        (
            PlaceText(Where.NAME, "map"),
            *(PlaceText(Where.TEXT, text) for text in (drawn.lead, drawn.ours, *notes)),
        ),
    )
