"""A supervisor's view of one unit, given while the work that was watched is fresh."""

from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import Given
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.assess import find_draft, start, take_answers
from ipsskills.usecases.desk import Desk


def rate_observed(desk: Desk, about: Person, unit: str, code: str) -> bool:
    """Keep my view of one unit with basis observed, as an assessment of its own, finished.

    Return False, and keep nothing, where I have an open view of that person. Raises InvalidInput
    for a code other than 0 to 3.
    """
    if code not in ("0", "1", "2", "3"):
        raise InvalidInput(f"'{code}' is no rating.", "Type 0, 1, 2 or 3.")
    kind = AssessmentKind.SUPERVISOR
    if find_draft(desk, about, kind, (unit,)):
        return False
    session = start(desk, about, (unit,), kind=kind)
    take_answers(session, [Given(item=unit, code=Code(code), basis=Basis.OBSERVED)])
    return True
