"""An activity whole, and a case, as every page has them: on a unit, in a book, on a plan.

What to do stands first, then with whom, how long it takes, what it leaves to bring, and the case.
"""

from collections.abc import Iterable, Sequence

from ipsskills.doing import Do, do
from ipsskills.framework.cases import Case, list_cases_named
from ipsskills.framework.types import Activity, Unit
from ipsskills.pages.document import Block, Bullets, Entries, Heading, Text

_MARKS = '"“”'

KIND, WITH, TIME, BRING, CASE = "Kind", "With", "Takes", "To bring", "The case"


def write_activity(unit: Unit, activity: Activity, *, opening: bool = True) -> list[Block]:
    """Return an activity of a unit; where ``opening``, with the command that opens its case."""
    cases = list_cases_named(unit, activity)
    rows = (
        (KIND, activity.kind),
        (WITH, activity.with_whom),
        (TIME, activity.time),
        (BRING, activity.bring),
        *((CASE, name_case(case, opening=opening)) for case in cases),
    )
    return [
        Heading(activity.title, sentence=True, level=2),
        Text(activity.what),
        list_rows(rows),
    ]


def list_rows(rows: Iterable[tuple[str, str]]) -> Entries:
    """Return what is said of an activity, each with its name; what is empty is left out."""
    return Entries(tuple(("", name, said) for name, said in rows if said))


def name_case(case: Case, *, opening: bool) -> str:
    """Return the title of a case, with the command that opens it on a line of its own."""
    title = f"“{case.title.strip(_MARKS)}”"
    return f"{title}:\n{open_case(case)}" if opening else title


def open_case(case: Case) -> Do:
    """Return what asks a case as a colleague would; the first of its unit needs no number."""
    return do("framework vignette", case.unit, *([str(case.place)] if case.place > 1 else []))


def open_cases(unit: str) -> Do:
    """Return what opens the cases of a unit with the points to look for."""
    return do("framework show", unit, "--vignettes")


def write_case(case: Case, *, level: int = 1, numbered: bool = False) -> list[Block]:
    """Return a case and its questions; what should be known before it is read stands first."""
    title = f"{case.place}. {case.title}" if numbered else case.title
    return [
        Heading(title, sentence=True, level=level),
        *([Text(case.note, strong=True)] if case.note else []),
        Text(case.case),
        Bullets(case.questions, numbered=True),
    ]


def write_points(case: Case, *, level: int = 1) -> list[Block]:
    """Return what a facilitator hopes to hear."""
    title = f"Points to look for in “{case.title.strip(_MARKS)}”"
    return [Heading(title, sentence=True, level=level), Bullets(case.look_for)]


def write_cases(cases: Sequence[Case]) -> list[Block]:
    """Return cases one after the other, each with its points."""
    blocks: list[Block] = []
    for case in cases:
        blocks += [*write_case(case), *write_points(case)]
    return blocks
