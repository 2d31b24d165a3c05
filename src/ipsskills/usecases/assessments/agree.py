"""An agreed answer: a third record with its reason, beside the two views and never instead."""

from collections.abc import Iterator, Mapping, Sequence

from ipsskills.codes import AssessmentKind, Code, list_offered
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.assessment import AgreedAnswer, AnswersOffered
from ipsskills.framework.types import Framework, Unit
from ipsskills.method.apart import VIEWS, units_of
from ipsskills.pages.words import join_words
from ipsskills.record.types import (
    Assessment,
    Note,
    Person,
    Record,
    thing_of_note,
)
from ipsskills.record.whom import Whom
from ipsskills.record.written import Written
from ipsskills.usecases.assessments.at_once import make_answer, make_at_once
from ipsskills.usecases.assessments.going_on import go_on_with
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.colleagues import read_names
from ipsskills.usecases.people.other import find_other_of
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.people.whom import name_person, name_whom
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.raters import read_raters
from ipsskills.usecases.reading.view import ReaderView

OUTSIDE_REASON = "agreed"
"""The reason kept with an agreed ``x``: there is no other than that the two agreed it."""


def offer_answers(desk: Desk, who: str | None, unit: str) -> AnswersOffered:
    """Return the answers that two people may agree on a unit, by its id.

    Raises NotFound where one of the two has no finished view that asks about it, and InvalidInput
    while either has a draft open that does: each looks alone first.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        _refuse_early(view, person, unit)
        asked = view.framework.by_id[unit]
        return AnswersOffered(
            person=name_person(view, person),
            unit=unit,
            short=asked.short,
            answers=list_answers(view.framework, asked),
            known=read_names(view),
        )


def list_answers(framework: Framework, unit: Unit) -> Mapping[Code, str]:
    """Return the answers that may be agreed on a unit, with the words for each."""
    scale = framework.scale
    anchors = {**scale.other_answers, **scale.ways[unit.asked_as].anchors}
    codes = list_offered(unit.asked_as, AssessmentKind.AGREED)
    return {code: anchors[code].they for code in codes}


def agree(
    desk: Desk,
    who: str | None,
    unit: str,
    code: Code,
    because: Written,
    *,
    with_whom: str | None = None,
    new_person: bool = False,
) -> AgreedAnswer:
    """Keep what two people agreed about a unit, and why. The two views stay as they are.

    ``with_whom`` is the other of the two, by default the supervisor, or the person; found as
    `find_other_of` says. The reason is kept as a shared note. Raises what `offer_answers` and
    `find_other_of` do, and InvalidInput for an answer that is not offered or no reason.
    """
    with desk.writing() as view:
        asked, reason = view.framework.by_id[unit], because.strip()
        _refuse_wrong(view.framework, asked, code, reason)
        person = find_person(view, who, view.me)
        _refuse_early(view, person, unit)
        other = _find_other(view, person, unit, with_whom, new_person=new_person)
        view.keep_framework(as_kept(view.framework))
        view.add(*_make_records(view, person, asked, code, reason, other))
        return AgreedAnswer(
            person=name_person(view, person),
            unit=unit,
            short=asked.short,
            answer=code,
            on=view.today,
            reason=reason,
            with_whom=name_whom(view, other),
            next=(do("compare", person=person.name),),
            asked_as=asked.asked_as,
            scale=view.framework.scale,
        )


def _make_records(
    view: ReaderView, person: Person, unit: Unit, code: Code, reason: Written, other: Whom
) -> Iterator[Record]:
    """Return what is kept: the answer, the reason as a note, and the assessment of the one unit."""

    def answer(assessment: str) -> Iterator[Record]:
        outside = OUTSIDE_REASON if code is Code.OUTSIDE else None
        given = make_answer(view, person, assessment, unit.id, code=code, reason=outside)
        yield given
        yield view.first(
            Note,
            about=person.thing,
            thing=thing_of_note(given.thing),
            subject=given.thing,
            text=reason,
            shared=True,
        )

    return make_at_once(view, person, AssessmentKind.AGREED, [unit.id], answer, agreed_with=other)


def _refuse_wrong(framework: Framework, unit: Unit, code: Code, reason: str) -> None:
    codes = list_answers(framework, unit)
    if code not in codes:
        raise InvalidInput(
            f"The answer {code} cannot be agreed on {unit.id}.", f"Use one of: {', '.join(codes)}."
        )
    if not reason:
        raise InvalidInput(
            "An agreed answer needs a reason.", 'Say why: --because "We both saw the visit"'
        )


def _refuse_early(view: ReaderView, person: Person, unit: str) -> None:
    drafts = [d.assessment for d in view.drafts_about(person.thing) if d.keeps_apart(view.today)]
    open_on = [d for d in drafts if d.kind in VIEWS and unit in units_of(d.scope)]
    if open_on:
        whose = {get_person(view, draft.rater).name for draft in open_on}
        names = [f"{name}'s" for name in sorted(whose)]
        raise InvalidInput(
            f"Each looks alone first: {join_words(names)} draft on {unit} is still open.",
            _say_finish(view, person, open_on),
        )
    for kind, said in zip(VIEWS, (f"{person.name}'s own view", "a supervisor's view"), strict=True):
        if not any(
            unit in units_of(done.scope) for done in list_finished(view, person.thing, kind)
        ):
            raise NotFound(
                f"Each looks alone first: {said} on {unit} is not finished yet.",
                f"{_say_how(view, person, kind, unit)}\nWhy: {do('explain', 'views')}",
            )


def _say_finish(view: ReaderView, person: Person, drafts: Sequence[Assessment]) -> str:
    """Return what to do about open drafts: to one's own, what to type."""
    own = [draft for draft in drafts if view.survivor(draft.rater) == view.me]
    if not own:
        return "Agree once it is finished or dropped."
    go_on = go_on_with(view.framework, own[0], person.name)
    return f"Agree once it is finished or dropped. Go on with yours: {go_on}"


def _say_how(view: ReaderView, person: Person, kind: AssessmentKind, unit: str) -> str:
    """Return what gives the view that is missing."""
    mine = person.thing == view.me
    if kind is AssessmentKind.SELF:
        begin = do("assess", "--unit", unit)
        return f"Look at it first: {begin}" if mine else f"They look at it first: {begin}"
    begin = do("assess", "--as", "supervisor", "--unit", unit, person=person.name)
    return f"They give it with: {begin}" if mine else f"Give it with: {begin}"


def _find_other(
    view: ReaderView, person: Person, unit: str, with_whom: str | None, *, new_person: bool
) -> Whom:
    """Return the one the reader agrees with; by default whose view of the unit counts, or whom."""
    if with_whom is not None:
        me = find_person(view, None, view.me)
        return Whom(find_other_of(view, me, with_whom, new_person=new_person).thing)
    if person.thing != view.me:
        return Whom(person.thing)
    standings = read_raters(view, person, view.today).find_standings(view.framework, view.today)
    return Whom(standings[unit].rater)
