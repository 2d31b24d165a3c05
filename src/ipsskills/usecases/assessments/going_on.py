"""What to type to go on with a draft, with the same choice of items, or to leave it for good."""

from collections.abc import Sequence

from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do, do
from ipsskills.framework.types import Framework
from ipsskills.record.types import Assessment

_FEW = 4  # units that are named one by one in a command


def go_on_with(
    framework: Framework, assessment: Assessment, about: str, *, plain: bool = False
) -> Do:
    """Return what goes on with an assessment about a person of this name; as it was asked for.

    ``plain`` is whether plain lines were asked for this time.
    """
    words = _list_options(framework, assessment.scope) + (["--plain"] if plain else [])
    if assessment.kind is AssessmentKind.SUPERVISOR:
        return do("assess", "--as", "supervisor", *words, person=about)
    if assessment.author != assessment.rater:
        words += ["--given", assessment.began.isoformat()]
        first = ["--first-look"] if assessment.kind is AssessmentKind.FIRST_LOOK else []
        return do("assess", *first, *words, person=about)
    if assessment.kind is AssessmentKind.FIRST_LOOK:
        return do("assess", "--first-look", *words)
    return do("assess", *words)


def leave_for_good(assessment: Assessment, about: str) -> Do:
    """Return what drops an assessment about a person of this name."""
    if assessment.kind is AssessmentKind.SUPERVISOR:
        return do("assess", "--as", "supervisor", "--drop", person=about)
    if assessment.author != assessment.rater:
        given = ("--given", assessment.began.isoformat())
        first = ["--first-look"] if assessment.kind is AssessmentKind.FIRST_LOOK else []
        return do("assess", *first, *given, "--drop", person=about)
    if assessment.kind is AssessmentKind.FIRST_LOOK:
        return do("assess", "--first-look", "--drop")
    return do("assess", "--drop")


def _list_options(framework: Framework, scope: Sequence[str]) -> list[str]:
    """Return the options that choose the same items again, where a few words can."""
    units = list(dict.fromkeys(item.partition("/")[0] for item in scope))
    asked = list(framework.asked())
    full = ["--full"] if any("/" in item for item in scope) else []
    if units == [unit.id for unit in asked]:
        return full
    for section in framework.sections:
        if units == [unit.id for unit in asked if unit.section == section.slug]:
            return ["--section", section.id, *full]
    if len(units) > _FEW:
        return []
    return [word for unit in units for word in ("--unit", unit)] + full
