"""What is left of a scope with ``--only``: the units that stand where somebody asked for."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import Only
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
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


def _is_old(on: date, today: date) -> bool:
    return older_than(on, NOT_LOOKED_AT_MONTHS, today)
