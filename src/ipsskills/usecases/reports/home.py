"""The first page: a welcome, later where you are and what is next."""

from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.errors import NotFound
from ipsskills.facts.due import DueItem, DueKind
from ipsskills.frozen import dataclass
from ipsskills.record.types import Rating
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.show import open_goals
from ipsskills.usecases.reading.apart import hidden_from
from ipsskills.usecases.reading.passes import finished, open_draft
from ipsskills.usecases.supervision.due import find_due, find_next_look

DUE_SHOWN = 3


@dataclass(frozen=True)
class Home:
    """What the first page tells; ``person`` None is a first use."""

    person: str | None = None
    draft_begun: date | None = None
    draft_left: int = 0
    last_finished: date | None = None
    next_pass: date | None = None
    goals: tuple[str, ...] = ()
    next_due: tuple[tuple[date, str], ...] = ()
    apart_line: str = ""
    due: tuple[DueItem, ...] = ()


def home(desk: Desk) -> Home:
    """Return what the first page tells about me."""
    try:
        with desk.reading() as work:
            person = find_person(work, None, desk.me)
            done = finished(work, person.thing, AssessmentKind.SELF)
            draft = open_draft(work, person.thing, person.thing, AssessmentKind.SELF)
            ratings = work.current(Rating, assessment=draft.thing) if draft else ()
            hidden = hidden_from(work, desk, person)
            due = [each for each in find_due(work, person) if each.what is not DueKind.NEXT_LOOK]
    except NotFound:
        return Home()
    goals = open_goals(desk, None)
    open_steps = sorted(
        (a.due, f"{a.number} {a.text}") for g in goals for a in g.activities if not a.done
    )
    answered = sum(1 for r in ratings if r.code is not None)
    return Home(
        person=person.name,
        draft_begun=draft.began if draft else None,
        draft_left=len(draft.scope) - answered if draft else 0,
        last_finished=done[0].finished if done else None,
        next_pass=find_next_look(desk.framework, done),
        goals=tuple(goal.title for goal in goals),
        next_due=tuple(open_steps[:3]),
        apart_line=hidden.line,
        due=tuple(due[:DUE_SHOWN]),
    )
