"""What an assessment asks: all 28 units unless something narrows it, or every statement."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import Only
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import older_than
from ipsskills.record.types import Person
from ipsskills.usecases.reading.person import find_first_look, find_reading
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.view import ReaderView

NOT_LOOKED_AT_MONTHS = 6
_NONE = {
    Only.EFFORT: "There is no unit where effort would pay first.",
    Only.FLAGGED: f"You have marked no unit to bring. To mark one: {do('assess', '--mark', '3.8')}",
    Only.OLD: f"No unit was last looked at over {NOT_LOOKED_AT_MONTHS} months ago.",
}


def choose_scope(
    framework: Framework,
    *,
    units: Sequence[str] = (),
    section: str | None = None,
    domain: str | None = None,
    areas: bool = False,
    supporting: bool = False,
) -> tuple[str, ...]:
    """Return the items an assessment asks, in order.

    ``areas`` are the ten meta-competence areas, ``supporting`` the two that team leaders are
    offered as well. Raises InvalidInput if nothing is left.
    """
    if units:
        chosen = tuple(u.id for u in framework.units if u.id in units)
    elif areas:
        chosen = tuple(
            u.id for u in framework.asked(areas=True) if supporting or u.domain == "meta"
        )
    else:
        chosen = _list_within(framework, section, domain)
    if not chosen:
        raise InvalidInput("No unit fits that choice.", f"See: {do('framework show')}")
    return chosen


def narrow_scope(
    view: ReaderView, about: Person, only: Only, scope: Sequence[str]
) -> tuple[str, ...]:
    """Return those of a scope where effort would pay, that are marked, or that are old.

    By the last finished self-assessment; a first look has marks, and nothing else of these.
    Raises InvalidInput if there is none, or nothing fits.
    """
    reading = find_reading(view, about)
    if reading is None and only is Only.FLAGGED:
        reading = find_first_look(view, about)
    if reading is None:
        nothing = nothing_finished(view, about)
        raise InvalidInput(nothing.message, nothing.hint)
    own, today = reading.own, view.today
    fitting = {
        Only.EFFORT: set(reading.lists.effort),
        Only.FLAGGED: reading.views.own_marks,
        Only.OLD: {unit for unit in scope if unit not in own or _is_old(own[unit].on, today)},
    }[only]
    chosen = tuple(unit for unit in scope if unit in fitting)
    if not chosen:
        raise InvalidInput(_NONE[only], "Leave --only out to be asked all of them.")
    return chosen


def list_statements(framework: Framework, scope: Sequence[str]) -> tuple[str, ...]:
    """Return the statements of the units of a scope, in order, to be asked one by one."""
    return tuple(s.id for item in scope for s in framework.by_id[item].live_statements)


def _is_old(on: date, today: date) -> bool:
    return older_than(on, NOT_LOOKED_AT_MONTHS, today)


def _list_within(framework: Framework, section: str | None, domain: str | None) -> tuple[str, ...]:
    pool = framework.units if domain else tuple(framework.asked())
    return tuple(
        u.id
        for u in pool
        if (section is None or _is_section(framework, u.section, section))
        and (domain is None or domain.lower() in (u.domain, _find_domain_id(framework, u.domain)))
    )


def _is_section(framework: Framework, slug: str | None, wanted: str) -> bool:
    return any(s.slug == slug and wanted.lower() in (s.slug, s.id) for s in framework.sections)


def _find_domain_id(framework: Framework, slug: str) -> str:
    return next(d.id.lower() for d in framework.domains if d.slug == slug)
