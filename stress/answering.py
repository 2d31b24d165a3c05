"""Somebody who answers question after question, as the interview does, acknowledging each."""

from collections.abc import Callable
from pathlib import Path

from ipsskills.cli.setup import context
from ipsskills.codes import AssessmentKind, Code, Role
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Give
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.people import find_person


def add_raters(record: Path, count: int) -> list[str]:
    """Put so many team leaders into a record and return their ids."""
    with context.desk(context.Place(record), write=True) as desk:
        return [add_person(desk, f"Leader {n} Sample", Role.TEAM_LEADER).id for n in range(count)]


def answer(record: Path, rater: str, most: int) -> Callable[[Callable[[], None]], int]:
    """Return what answers so many questions about Ada as a rater, each acknowledged."""

    def act(acknowledge: Callable[[], None]) -> int:
        with context.desk(context.Place(record), write=True) as desk:
            session = _begin(desk.as_person(rater))
            for _ in range(most):
                session.press(Give(Code.NOT_SEEN))
                acknowledge()
        return 0

    return act


def _begin(desk: Desk) -> Session:
    with desk.reading() as view:
        ada = find_person(view, "Ada Example", view.me)
    items = [s.id for unit in desk.framework.asked() for s in unit.live_statements]
    return start(desk, ada, tuple(items), kind=AssessmentKind.SUPERVISOR)
