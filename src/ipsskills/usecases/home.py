"""The first page: a welcome, later where you are and what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import add_months
from ipsskills.record.types import Assessment, Rating
from ipsskills.usecases.apart import hidden_from
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.passes import finished, open_draft
from ipsskills.usecases.people import find_person
from ipsskills.usecases.plan import open_goals

# The next pass comes after three and six months, then twice a year.
_NEXT_AFTER_MONTHS = (3, 3, 6)


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


def home(desk: Desk) -> Home:
    """Return what the first page tells about me."""
    try:
        with desk.store.reading() as work:
            person = find_person(work, None, desk.me)
            done = finished(work, person.thing, AssessmentKind.SELF)
            draft = open_draft(work, person.thing, person.thing, AssessmentKind.SELF)
            ratings = work.current(Rating, assessment=draft.thing) if draft else ()
            hidden = hidden_from(work, desk, person)
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
        next_pass=_next_pass(desk.framework, done),
        goals=tuple(goal.title for goal in goals),
        next_due=tuple(open_steps[:3]),
        apart_line=hidden.line,
    )


def _next_pass(framework: Framework, done: Sequence[Assessment]) -> date | None:
    """Return when to look at everything again; a look at a few units moves nothing."""
    everything = {unit.id for unit in framework.asked()}
    full = [a.finished for a in done if a.finished and everything <= set(a.scope)]
    after = _NEXT_AFTER_MONTHS[min(len(full), len(_NEXT_AFTER_MONTHS)) - 1]
    return add_months(full[0], after) if full else None
