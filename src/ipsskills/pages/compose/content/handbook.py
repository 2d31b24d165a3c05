"""The framework and curriculum as a handbook, and one unit as a handout for a group."""

from collections.abc import Iterable
from itertools import chain

from ipsskills.facts.content import HandbookFacts
from ipsskills.framework.background import Fidelity, Glossary, Term
from ipsskills.framework.cases import list_cases
from ipsskills.framework.systems.links import Links, make_links
from ipsskills.framework.types import Unit
from ipsskills.method.goals import suggest_activities
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.activities import (
    write_activity,
    write_case,
    write_cases,
    write_points,
)
from ipsskills.pages.compose.content.asked import compose_scale
from ipsskills.pages.compose.content.blanks import compose_blank_chapters
from ipsskills.pages.compose.content.framework import compose_unit
from ipsskills.pages.compose.content.items import (
    say_whose_words_of_all,
    tell_form,
    tell_item,
)
from ipsskills.pages.compose.content.law import compose_law_beforehand
from ipsskills.pages.compose.content.outline import compose_beside, compose_outline, compose_pages
from ipsskills.pages.compose.content.provenance import PROVENANCE
from ipsskills.pages.document import (
    Block,
    Book,
    Bullets,
    Entries,
    Heading,
    Page,
    PageBreak,
    Text,
)
from ipsskills.pages.words import day

MINUTES = 45


NOBODY_NAMED = "Invented people only. Nobody tells a client's story in a way that names them."
OWNED = (
    "The scale belongs to its authors; only the names are theirs. It rates a service, never a "
    "person. A unit contributes to an item and measures nothing."
)
TIMETABLE = (
    "Read the purpose aloud, and say why it was chosen today (5 minutes).",
    "Read the case, each for themselves; then the questions in threes (15 minutes).",
    "Hear one answer from each three; bring in the points that nobody named (15 minutes).",
    "Everybody takes one of the two questions to think about and writes a line (5 minutes).",
    "Each says one thing they will try before the next group (5 minutes).",
)


def compose_handbook(facts: HandbookFacts, standpoint: Standpoint) -> Book:
    """Return everything as one book: the map, units and areas, the scale, facts, blanks, words.

    The notes on law are those of the ``standpoint``, with their age on its day.
    """
    framework, fidelity = facts.framework, facts.fidelity
    links = make_links(facts.explained, facts.crosswalks, facts.blanks)
    units = [(anchor(unit), _chapter(facts, unit, links, standpoint)) for unit in framework.units]
    return Book(
        "The IPS competence framework and curriculum",
        (f"Version {framework.version}, reviewed {day(framework.reviewed)}.", PROVENANCE),
        (
            *compose_outline(facts),
            *units,
            ("scale", compose_scale(framework.scale)),
            ("principles", _principles(fidelity)),
            ("fidelity", _items(fidelity)),
            *compose_pages(facts),
            *compose_blank_chapters(facts),
            ("glossary", _glossary(facts.glossary)),
        ),
    )


def anchor(unit: Unit) -> str:
    """Return the name of a unit's place in the handbook."""
    return f"unit-{unit.id.replace('.', '-').lower()}"


def compose_handout(unit: Unit, standpoint: Standpoint) -> Page:
    """Return a unit as a handout of two sheets for a group: the case, then the facilitator's.

    The second names the law to look up beforehand, for the nations and the day of the standpoint.
    """
    lesson = unit.curriculum
    case = list_cases(unit)[0]
    go_on = suggest_activities(lesson.activities, chance=False)
    return Page(
        f"{unit.id}  {unit.title}",
        (lesson.purpose, f"A handout for a group of {MINUTES} minutes."),
        (
            *write_case(case),
            Heading("To think about"),
            Bullets(lesson.reflection),
            Heading("To go on with"),
            *chain.from_iterable(write_activity(unit, each, opening=False) for each in go_on),
            PageBreak(),
            Heading("For whoever leads the group"),
            Bullets(TIMETABLE, numbered=True),
            *write_points(case),
            Heading("What people would be able to do"),
            Bullets(lesson.outcomes),
            *compose_law_beforehand(unit, standpoint),
            Text(NOBODY_NAMED),
        ),
    )


def _chapter(facts: HandbookFacts, unit: Unit, links: Links, standpoint: Standpoint) -> Page:
    beside, own = compose_beside(facts, unit), links.find(unit.id)
    page = compose_unit(
        facts.framework, unit, facts.fidelity, standpoint, own, beside, in_book=True
    )
    return Page(page.title, page.lead, (*page.blocks, *write_cases(list_cases(unit))))


def _principles(fidelity: Fidelity) -> Page:
    blocks: list[Block] = []
    for principle in fidelity.principles:
        blocks += [
            Heading(f"{principle.number}. {principle.name}", sentence=True),
            Text(principle.description),
            Entries(
                (
                    ("", "In practice", principle.in_practice),
                    ("", "Against", principle.against),
                    ("", "Units", ", ".join(principle.units)),
                )
            ),
        ]
    return Page("The eight principles", (), tuple(blocks))


def _items(fidelity: Fidelity) -> Page:
    blocks: list[Block] = []
    for group in fidelity.groups:
        blocks.append(Heading(group.name))
        blocks.append(Entries(tuple(_item_rows(fidelity, group.slug))))
    lead = (OWNED, say_whose_words_of_all(fidelity))
    return Page("The 25 items of the fidelity scale", lead, tuple(blocks))


def _item_rows(fidelity: Fidelity, group: str) -> Iterable[tuple[str, str, str]]:
    for item in fidelity.items:
        if item.group == group:
            told = " ".join((*tell_item(item), tell_form(fidelity, item)))
            yield str(item.number), item.name_here, told


def _glossary(glossary: Glossary) -> Page:
    rows = tuple(("", term.term, _tell_term(term)) for term in glossary.terms)
    return Page("Words", (), (Entries(rows),))


def _tell_term(term: Term) -> str:
    also = f" Also: {', '.join(term.also)}." if term.also else ""
    return f"{term.text}{also}{'' if term.looked_up else ' (From working knowledge.)'}"
