"""Pages of cases: the list of all, those of a unit, and one as a colleague would ask it."""

from ipsskills.doing import Do, do
from ipsskills.framework.cases import Case, list_cases
from ipsskills.framework.types import Framework, Unit
from ipsskills.pages.compose.content.activities import (
    open_case,
    write_case,
    write_points,
)
from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Rule, Text

COMPARE = "Which of these did you not think of? Take that one to supervision or to a colleague."


def compose_case_list(framework: Framework) -> Page:
    """Return the titles of all cases, by unit."""
    rows = tuple((unit.id, unit.short, _name_all(unit)) for unit in framework.units)
    one, another = do("framework vignette", "2.3"), do("framework vignette", "2.3", "2")
    following = ((one, "the first of a unit"), (another, "another of its cases"))
    return Page(
        "Cases to think through, or to talk over",
        ("Invented people. First the case, then time to think, then points to look for.",),
        (
            Entries(tuple(row for row in rows if row[2])),
            Heading("Next"),
            Commands(following),
        ),
    )


def compose_cases(unit: Unit) -> Page:
    """Return a unit's cases with their questions and what to look for."""
    blocks: list[Block] = []
    for case in list_cases(unit):
        blocks += [*write_case(case, numbered=True), *write_points(case)]
    if not blocks:
        blocks = [Text("No case is written out for this one.")]
    return Page(
        f"{unit.id}  {unit.title}: cases to talk over",
        (),
        (*blocks, Rule(), Heading("Next"), Commands(_list_next(unit))),
    )


def compose_case(unit: Unit, case: Case) -> Page:
    """Return one case with its questions, before anybody has seen the points."""
    return Page(f"{unit.id}  {unit.title}", (), tuple(write_case(case)))


def compose_points(unit: Unit, case: Case) -> Page:
    """Return the points of a case that was thought about, and what to do next."""
    heading, points = write_points(case)
    title = heading.text if isinstance(heading, Heading) else case.title
    return Page(title, (), (points, Text(COMPARE), *_say_next(unit, case)))


def compose_whole_case(unit: Unit, case: Case) -> Page:
    """Return a case, then its points, for where nobody is there to think in between."""
    blocks = (*write_case(case), *write_points(case), *_say_next(unit, case))
    return Page(f"{unit.id}  {unit.title}", (), blocks)


def _say_next(unit: Unit, case: Case) -> tuple[Block, ...]:
    """Return the other cases of the unit, and the unit itself."""
    others = tuple((open_case(each), each.title) for each in list_cases(unit) if each != case)
    whole = (do("framework show", unit.id), "the whole unit")
    return (Rule(), Heading("Next"), Commands((*others, whole)))


def _list_next(unit: Unit) -> tuple[tuple[Do, str], ...]:
    one = (do("framework vignette", unit.id), "one at a time: think first, then see the points")
    whole = (do("framework show", unit.id), "the whole unit")
    return (one, whole) if unit.curriculum.vignettes else (whole,)


def _name_all(unit: Unit) -> str:
    cases = list_cases(unit)
    if len(cases) == 1:
        return cases[0].title
    return "; ".join(f"{case.place} {case.title}" for case in cases)
