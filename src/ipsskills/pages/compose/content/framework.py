"""Pages of the framework: its contents, one unit, what a search found."""

from collections.abc import Iterable, Sequence
from itertools import chain

from ipsskills.codes import Nation
from ipsskills.doing import Do, do
from ipsskills.facts.content import CheckedContent, ContentsFacts
from ipsskills.framework.background import Fidelity
from ipsskills.framework.content.releases import Changes
from ipsskills.framework.systems.links import UnitLinks
from ipsskills.framework.types import Framework, Statement, Unit, VersionEntry
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.activities import open_cases, write_activity
from ipsskills.pages.compose.content.asked import tell_own_words
from ipsskills.pages.compose.content.law import (
    compose_background,
    compose_law,
    lead_to_nation,
)
from ipsskills.pages.compose.content.links import compose_links
from ipsskills.pages.document import (
    Block,
    Bullets,
    Commands,
    Entries,
    Heading,
    Page,
    Rule,
    Table,
    Text,
)
from ipsskills.pages.words import day, join_words, say_in_practice

NO_LINKS = UnitLinks()
_WHAT_ITEMS_ARE = (
    "P1 and the like are the principles of IPS; bare numbers are items of the scale by which a "
    "service, not a person, is reviewed."
)
COUNTED = "A unit's statements are counted with their points, an area's without."


def compose_contents(facts: ContentsFacts, nations: Sequence[Nation]) -> Page:
    """Return the units by section, then the areas; ``nations`` are those whose law is kept to."""
    framework = facts.framework
    blocks: list[Block] = []
    for section in framework.sections:
        units = [u for u in framework.units if u.section == section.slug]
        blocks += [Heading(f"{section.id} {section.title}"), _name_units(units)]
    meta = [u for u in framework.units if u.is_area and u.domain == "meta"]
    support = [u for u in framework.units if u.is_area and u.domain != "meta"]
    blocks += [Heading("Meta-competences"), _name_units(meta)]
    blocks += [Heading("Supporting areas"), _name_units(support), Rule(), Heading("Next")]
    blocks.append(
        Commands(
            (
                (do("framework show", "3.8"), "one unit in full"),
                (do("framework map"), "how the domains fit together"),
                (do("framework vignette"), "the cases to think through, by unit"),
                (do("framework blank"), "pages to print and write on"),
                (do("framework show", "scale"), "how it is asked, and the answers"),
                (do("framework search", "benefits"), "find a word anywhere"),
                *lead_to_nation(nations),
            )
        )
    )
    lead = (f"Version {framework.version}, reviewed {day(framework.reviewed)}.",)
    return Page("The IPS competence framework", lead, tuple(blocks))


def compose_unit(
    framework: Framework,
    unit: Unit,
    fidelity: Fidelity,
    standpoint: Standpoint,
    links: UnitLinks = NO_LINKS,
    beside: Iterable[Block] = (),
    *,
    in_book: bool = False,
) -> Page:
    """Return one unit: statements, outcomes, activities, evidence, law, what it contributes to.

    The notes on law are those of the ``standpoint``, with their age on its day. The ``links`` name
    pages of facts and standards; what else is named ``beside`` it stands before those standards.
    What to do next stands last; a book has what that opens in it.
    """
    lesson = unit.curriculum
    return Page(
        f"{unit.id}  {unit.title}",
        (_domain(framework, unit), lesson.purpose, *_in_practice(unit)),
        (
            Heading("What this covers"),
            *_statements(unit.live_statements),
            *_local(framework, unit),
            Heading("What you would be able to do"),
            Bullets(lesson.outcomes),
            *tell_own_words(unit),
            *_list("Topics", lesson.topics),
            *_list_ways(unit, opening=not in_book),
            *_mixed_up(framework, unit),
            *_list("What you could bring to supervision", lesson.evidence),
            *_list("To think about", lesson.reflection),
            *compose_background(unit, standpoint.today, links.pages),
            *compose_law(unit, standpoint, do("framework show", unit.id, "--all-nations")),
            *_contributes(unit, fidelity),
            *beside,
            *compose_links(links),
            *(() if in_book else _say_next(unit, links)),
        ),
    )


def _list_ways(unit: Unit, *, opening: bool) -> list[Block]:
    activities = (write_activity(unit, a, opening=opening) for a in unit.curriculum.activities)
    return [Heading("Ways to learn it"), *chain.from_iterable(activities)]


def _say_next(unit: Unit, links: UnitLinks) -> tuple[Block, ...]:
    cases: tuple[tuple[Do, str], ...] = (
        (do("framework vignette", unit.id), "think a case through, then see the points"),
        (open_cases(unit.id), "its cases, with the points to look for"),
        (do("framework show", unit.id, "--handout"), "two sheets for a group"),
    )
    following = (
        *(cases if unit.curriculum.vignettes else ()),
        *((do("framework blank", page.name), "a page to write on") for page in links.blanks),
        (do("assess", "--unit", unit.id), "say where you stand"),
        (do("plan draft", "--unit", unit.id), "put it on your plan, with steps"),
    )
    return (Rule(), Heading("Next"), Commands(following))


def compose_changes(found: Changes) -> Page:
    """Return what changed between two versions of the statements."""
    blocks: list[Block] = []
    if found.added:
        rows = tuple((statement, "", found.texts[statement]) for statement in found.added)
        blocks += [Heading("Added"), Entries(rows)]
    if found.retired:
        rows = tuple((s, "", _name_instead(found.replaced.get(s))) for s in found.retired)
        blocks += [Heading("Retired"), Entries(rows)]
    if found.reworded:
        blocks.append(Heading("Reworded"))
        blocks.append(
            Entries(
                tuple(
                    row
                    for statement, old, new in found.reworded
                    for row in ((statement, "was", old), ("", "is", new))
                )
            )
        )
    if not blocks:
        blocks.append(Text("No statement changed."))
    return Page(f"From {found.before} to {found.after}", (), tuple(blocks))


def _name_instead(statement: str | None) -> str:
    return f"now {statement}" if statement else "no longer asked"


def compose_versions(versions: Iterable[VersionEntry]) -> Page:
    """Return what is new in each version, the newest first."""
    rows = tuple(
        row
        for v in versions
        for row in (
            (v.version, day(v.date), v.summary),
            *(("", "" if place else "new", line) for place, line in enumerate(v.new)),
        )
    )
    told = Entries(rows) if rows else Text("The files name no earlier version.")
    return Page("Versions of the content", (), (told,))


def compose_check(facts: CheckedContent) -> Page:
    """Return that the framework is sound, and how much there is of everything."""
    columns = (
        "unit",
        "statements",
        "points",
        "counted",
        "wanted",
        "outcomes",
        "activities",
        "cases",
    )
    rows = tuple(
        (
            c.id,
            *map(str, (c.statements, c.points, c.counted)),
            f"{c.wanted[0]}-{c.wanted[1]}" if c.wanted else "",
            *map(str, (c.outcomes, c.activities, c.vignettes)),
        )
        for c in facts.units
    )
    names = {"statements": "competences (statements)", "vignettes": "vignettes (cases)"}
    told = [
        f"{number} {names.get(field, field.replace('_', ' '))}"
        for field, number in vars(facts.totals).items()
    ]
    return Page(
        f"The framework is sound: version {facts.version}.",
        (f"In all: {join_words(told)}.",),
        (Table(columns, rows), Text(COUNTED)),
    )


def _name_units(units: Iterable[Unit]) -> Entries:
    return Entries(tuple((u.id, u.short, u.title) for u in units))


def _in_practice(unit: Unit) -> tuple[str, ...]:
    said = unit.curriculum.in_practice
    return (say_in_practice(said),) if said else ()


def _domain(framework: Framework, unit: Unit) -> str:
    names = {d.slug: d.name for d in framework.domains}
    also = [names[slug] for slug in unit.also_touches]
    own = next(d for d in framework.domains if d.slug == unit.domain)
    line = f"Domain: {own.name} ({own.id})."
    if len(also) == len(names) - 1 or len(also) > 4:  # noqa: PLR2004 - a long list says less
        return f"{line} It runs through all the others."
    return f"{line} Also touches: {join_words(also)}." if also else line


def _statements(statements: Iterable[Statement]) -> list[Block]:
    blocks: list[Block] = []
    for statement in statements:
        blocks.append(Text(statement.text))
        if statement.points:
            blocks.append(Bullets(statement.points))
    return blocks


def _local(framework: Framework, unit: Unit) -> list[Block]:
    own = [s for s in framework.local if s.unit == unit.id and not s.retired]
    return [Heading("Added by your service"), *_statements(own)] if own else []


def _tell_apart(framework: Framework, unit: Unit) -> tuple[str, ...]:
    """Return how this unit is told from others that hold nearly the same idea."""
    return tuple(each.text for each in framework.told_apart if unit.id in each.units)


def _mixed_up(framework: Framework, unit: Unit) -> list[Block]:
    """Return what tells the unit from its neighbours, after what a newcomer comes to learn."""
    told = _tell_apart(framework, unit)
    lead = "For whoever says which unit was seen: what belongs here, and what in another."
    return [Heading("Often mixed up with"), Text(lead), Bullets(told)] if told else []


def _list(title: str, items: tuple[str, ...]) -> list[Block]:
    return [Heading(title), Bullets(items)] if items else []


def _contributes(unit: Unit, fidelity: Fidelity) -> list[Block]:
    """Return the principles and items a unit contributes to, by name."""
    lesson = unit.curriculum
    principles = [(f"P{n}", fidelity.principle[n].name) for n in lesson.principles]
    items = [(str(n), fidelity.item[n].name_here) for n in lesson.fidelity_items]
    if not principles and not items:
        return []
    return [
        Heading("Contributes to", "never measures: a self-rating is no fidelity score"),
        Text(_WHAT_ITEMS_ARE),
        Entries(tuple(("", key, name) for key, name in (*principles, *items))),
    ]
