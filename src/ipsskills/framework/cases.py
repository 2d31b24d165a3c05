"""The cases (vignettes) of units: each with its place, by which it is asked for and named.

An activity names a case by its title in quotation marks, as a reader would look for it.
"""

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.folding import fold
from ipsskills.framework.types import Activity, Unit
from ipsskills.frozen import dataclass

_MARKS = '"“”'
_FIRST = "1"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A case of a unit (by id); ``place`` is its number among the unit's cases, from 1."""

    unit: str
    place: int
    slug: str
    title: str
    case: str
    questions: tuple[str, ...]
    look_for: tuple[str, ...]
    note: str = ""


def list_cases(unit: Unit) -> tuple[Case, ...]:
    """Return the cases of a unit or area, in their order."""
    return tuple(
        Case(
            unit=unit.id,
            place=place,
            slug=each.slug,
            title=each.title,
            case=each.case,
            questions=each.questions,
            look_for=each.look_for,
            note=each.note,
        )
        for place, each in enumerate(unit.curriculum.vignettes, 1)
    )


def list_cases_named(unit: Unit, activity: Activity) -> tuple[Case, ...]:
    """Return the cases of its unit whose title stands in quotation marks in an activity."""
    said = _fold_marks(f"{activity.title} {activity.what}")
    return tuple(
        case for case in list_cases(unit) if f'"{_fold_marks(case.title).strip(_MARKS)}"' in said
    )


def find_case(unit: Unit, which: str | None = None) -> Case:
    """Return the case of a unit by its number, its id or a part of its title; else the first.

    Raises NotFound, naming the cases there are.
    """
    cases = list_cases(unit)
    if not cases:
        every = do("framework vignette")
        raise NotFound(f"No case is written out for {unit.id}.", f"See those there are: {every}")
    wanted = fold(_FIRST if which is None else which)
    for case in cases:
        if wanted in (str(case.place), case.slug):
            return case
    near = [case for case in cases if wanted and wanted in fold(case.title)]
    if len(near) == 1:
        return near[0]
    listed = ", ".join(f"{case.place} {case.title}" for case in cases)
    raise NotFound(f"{unit.id} has no case '{which}'.", f"Its cases are: {listed}.")


def _fold_marks(text: str) -> str:
    """Return a text to be compared, with one kind of quotation mark."""
    return fold(text.translate(dict.fromkeys(map(ord, "“”"), '"')))
