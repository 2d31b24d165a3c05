"""An agreed answer: a third record with its reason, beside the two views and never instead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import AssessmentKind, Code, offered
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.framework.types import Framework, Unit
from ipsskills.method.apart import VIEWS, units_of
from ipsskills.method.calendar import period
from ipsskills.method.state import state_of, state_words
from ipsskills.pages.words import listed
from ipsskills.record.types import (
    Assessment,
    Note,
    Person,
    Rating,
    Record,
    State,
    thing_of_note,
    thing_of_rating,
)
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.passes import finished, open_drafts, whose_view
from ipsskills.usecases.reading.view import ReaderView

OUTSIDE_REASON = "agreed"
"""The reason kept with an agreed ``x``: there is no other than that the two agreed it."""


@dataclass(frozen=True)
class Agreed:
    """An agreed answer as shown: what, in words, with whom, when and why."""

    person: str
    unit: str
    short: str
    words: str
    on: date
    reason: str
    with_whom: str


def may_agree(desk: Desk, who: str | None, unit: str) -> None:
    """Raise if the two cannot agree on a unit yet: each looks alone first.

    Raises NotFound where one of the two has no finished view that asks about it, and InvalidInput
    while either has a draft open that does.
    """
    with desk.reading() as work:
        _refuse_early(work, find_person(work, who, desk.me), unit)


def choices(framework: Framework, unit: Unit) -> tuple[tuple[Code, str], ...]:
    """Return the answers that may be agreed on a unit, with the words for each."""
    scale = framework.scale
    anchors = {**scale.other_answers, **scale.ways[unit.asked_as].anchors}
    return tuple(
        (code, anchors[code].they) for code in offered(unit.asked_as, AssessmentKind.AGREED)
    )


def agree(
    desk: Desk,
    who: str | None,
    unit: str,
    code: Code,
    because: str,
    *,
    with_whom: str | None = None,
) -> Agreed:
    """Keep what two people agreed about a unit, and why. The two views stay as they are.

    ``with_whom`` is the other of the two, by default the supervisor, or the person. The reason is
    kept as a shared note. Raises what `may_agree` does, and InvalidInput for an answer that is not
    offered or no reason.
    """
    asked = desk.framework.by_id[unit]
    _refuse_wrong(desk.framework, asked, code, because)
    with desk.writing() as work:
        person = find_person(work, who, desk.me)
        _refuse_early(work, person, unit)
        other = with_whom or _other(work, desk, person)
        work.keep_framework(as_kept(desk.framework))
        work.add(*_records(desk, person, asked, code, f"{because.strip()} (agreed with {other})"))
    words = state_words(
        state_of(asked.asked_as, code), desk.framework.scale, to_the_person=person.thing == desk.me
    )
    return Agreed(person.name, unit, asked.short, words, desk.today, because.strip(), other)


def _records(desk: Desk, person: Person, unit: Unit, code: Code, reason: str) -> Iterator[Record]:
    """Yield what is kept: an assessment of the one unit, its answer, and the reason as a note."""
    pen, about = desk.pen(), person.thing
    assessment = pen.first(
        Assessment,
        about=about,
        kind=AssessmentKind.AGREED,
        rater=pen.author,
        state=State.FINISHED,
        scope=(unit.id,),
        period_months=period(desk.today).months,
        scale=desk.framework.scale.version,
        framework=desk.framework.hash,
        began=desk.today,
        finished=desk.today,
    )
    thing = thing_of_rating(assessment.thing, unit.id)
    yield assessment
    yield pen.first(
        Rating,
        about=about,
        thing=thing,
        assessment=assessment.thing,
        item=unit.id,
        asked_as=unit.asked_as,
        code=code,
        reason=OUTSIDE_REASON if code is Code.OUTSIDE else None,
    )
    yield pen.first(
        Note, about=about, thing=thing_of_note(thing), subject=thing, text=reason, shared=True
    )


def _refuse_wrong(framework: Framework, unit: Unit, code: Code, because: str) -> None:
    codes = [each for each, _ in choices(framework, unit)]
    if code not in codes:
        raise InvalidInput(
            f"The answer {code} cannot be agreed on {unit.id}.", f"Use one of: {', '.join(codes)}."
        )
    if not because.strip():
        raise InvalidInput("An agreed answer has a reason.", "Say why: --because WORDS")


def _refuse_early(work: ReaderView, person: Person, unit: str) -> None:
    drafts = open_drafts(work, person.thing)
    open_on = [d for d in drafts if d.kind in VIEWS and unit in units_of(d.scope)]
    if open_on:
        whose = {find_person(work, draft.rater, None).name for draft in open_on}
        names = [f"{name}'s" for name in sorted(whose)]
        raise InvalidInput(
            f"Each looks alone first: {listed(names)} draft on {unit} is still open.",
            "Agree once it is finished or dropped.",
        )
    for kind, said in zip(VIEWS, (f"{person.name}'s own view", "a supervisor's view"), strict=True):
        if not any(unit in units_of(view.scope) for view in finished(work, person.thing, kind)):
            raise NotFound(
                f"Each looks alone first: {said} on {unit} is not finished yet.",
                "Both views come first: ipsskills explain views",
            )


def _other(work: ReaderView, desk: Desk, person: Person) -> str:
    """Return the name of the one the reader agrees with."""
    if person.thing != desk.me:
        return person.name
    views = finished(work, person.thing, AssessmentKind.SUPERVISOR)
    return find_person(work, whose_view(work, person.thing, views), None).name
