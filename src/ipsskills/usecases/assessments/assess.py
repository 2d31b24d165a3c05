"""Assessing: start or resume a draft, keep each answer as it is given, finish."""

from collections.abc import Sequence
from dataclasses import dataclass

from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import Given
from ipsskills.framework.scale import Scale
from ipsskills.method.apart import unit_of
from ipsskills.method.calendar import period
from ipsskills.record.types import Assessment, Person, Rating, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import (
    Choose,
    Command,
    Give,
    Jump,
    Mark,
    Mode,
    NoteText,
    Open,
    Toggle,
    Write,
)
from ipsskills.usecases.interview.machine import Answer
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.passes import open_draft

ASK_AFTER_DAYS = 30


@dataclass(frozen=True)
class Draft:
    """An open draft: the items it asks, how many it has, and when it was begun."""

    assessment: Assessment
    answered: int
    other_scope: bool
    old: bool

    @property
    def unclear(self) -> bool:
        """Whether the person should say what to do with it before going on."""
        return self.other_scope or self.old


def find_draft(
    desk: Desk,
    about: Person,
    kind: AssessmentKind,
    scope: Sequence[str],
    rater: str | None = None,
) -> Draft | None:
    """Return the open draft of a kind about a person by a rater (a person id; me), if any."""
    by = rater or desk.pen().author
    with desk.reading() as work:
        found = open_draft(work, about.thing, by, kind)
        if found is None:
            return None
        ratings = work.current(Rating, assessment=found.thing)
    answered = sum(1 for r in ratings if r.code is not None)
    old = (desk.today - found.began).days > ASK_AFTER_DAYS
    return Draft(found, answered, set(found.scope) != set(scope), old)


def drop(desk: Desk, draft: Draft) -> None:
    """Leave a draft for good: that is recorded, and what it holds stays in its history."""
    with desk.writing() as work:
        work.add(desk.pen().next(draft.assessment, state=State.DROPPED))


def start(
    desk: Desk,
    about: Person,
    scope: Sequence[str],
    *,
    kind: AssessmentKind = AssessmentKind.SELF,
    rater: str | None = None,
    asked_period: int | None = None,
    drop: Draft | None = None,
) -> Session:
    """Begin an assessment; ``drop`` is an open draft that the person leaves for good.

    ``rater`` is the person id of whose view it is; me if left out. Raises InvalidInput if another
    draft is open after all, or if a supervisor would rate themselves.
    """
    pen = desk.pen()
    by = rater or pen.author
    if kind is AssessmentKind.SUPERVISOR and by == about.thing:
        raise InvalidInput("Nobody supervises themselves.", "Say whose view it is with --by NAME.")
    with desk.writing() as work:
        if drop:
            work.add(pen.next(drop.assessment, state=State.DROPPED))
        if open_draft(work, about.thing, by, kind):
            raise InvalidInput("A draft is open already.", "Go on with it: ipsskills assess")
        assessment = _draft(desk, about, scope, kind, by, asked_period)
        work.keep_framework(as_kept(desk.framework))
        work.add(assessment)
    return Session(desk, assessment)


def _draft(
    desk: Desk,
    about: Person,
    scope: Sequence[str],
    kind: AssessmentKind,
    rater: str,
    asked_period: int | None,
) -> Assessment:
    """Return an assessment that begins today; what it asks and how is fixed from here on."""
    looking = period(desk.today, asked=asked_period, hours=about.hours, since=about.since)
    return desk.pen().first(
        Assessment,
        about=about.thing,
        kind=kind,
        rater=rater,
        state=State.DRAFT,
        scope=tuple(scope),
        period_months=looking.months,
        period_from=looking.start,
        scale=_scale(desk.framework.scale, kind),
        framework=desk.framework.hash,
        began=desk.today,
    )


def leave_unseen(session: Session, seen: Sequence[str]) -> None:
    """Answer all of a supervisor's items but those seen with "not seen", in one step."""
    items = session.assessment.scope
    unseen = [i for i in items if unit_of(i) not in seen and session.state.is_open(i)]
    commands: list[Command] = []
    for item in unseen:
        commands += [Jump(item), Give(Code.NOT_SEEN)]
    if seen:
        commands.append(Jump(next((i for i in items if unit_of(i) in seen), items[0])))
    session.press_all(commands)


def _scale(scale: Scale, kind: AssessmentKind) -> str:
    """Return the version of the scale answers are given on; a first look has its own."""
    return scale.first_look.version if kind is AssessmentKind.FIRST_LOOK else scale.version


def refuse_strange(given: Sequence[Given], scope: Sequence[str]) -> None:
    """Raise InvalidInput if an answer is outside a scope; nothing is begun or kept then.

    The statements of a unit in the scope are inside it.
    """
    strange = [g.item for g in given if g.item not in scope and unit_of(g.item) not in scope]
    if strange:
        raise InvalidInput(
            f"Not part of this assessment: {', '.join(strange)}. Nothing was kept.",
            "Take those rows out, or choose what to assess with --unit, --section or --domain.",
        )


def refuse_blank(given: Sequence[Given]) -> None:
    """Raise InvalidInput if a file holds no answer, mark or note: all would be left blank."""
    if not any(g.code or g.note or g.bring or g.show or g.behind or g.basis for g in given):
        raise InvalidInput(
            "Nothing is filled in yet. Nothing was kept.",
            "Write at least one answer into the form, then run the same command again.",
        )


def take_answers(session: Session, given: Sequence[Given]) -> Assessment:
    """Give a file's answers through the same interview, all or none, and finish.

    Raises InvalidInput if an answer is outside the scope of the assessment.
    """
    refuse_strange(given, session.assessment.scope)
    answers, kind = session.state.answer, session.assessment.kind
    session.press_all([c for each in given for c in _commands(each, answers(each.item), kind)])
    return session.finish()


def _commands(given: Given, known: Answer, kind: AssessmentKind) -> list[Command]:
    """Return the commands that a person who sees what is known would give for one row."""
    rated = given.code is not None and given.code.rated
    asked_for_basis = rated and kind is AssessmentKind.SUPERVISOR
    commands: list[Command] = [Jump(given.item)]
    if given.bring and not known.bring:
        commands.append(Toggle(Mark.BRING))
    if given.show and not known.show:
        commands.append(Toggle(Mark.SHOW))
    if given.behind:
        commands += [Open(Mode.BEHIND), Choose(given.behind)]
    if given.basis and not asked_for_basis:
        commands += [Open(Mode.BASIS), Choose(given.basis)]
    if given.note:
        commands.append(Write(NoteText(given.note, given.shared)))
    if given.code is not None:
        commands.append(Give(given.code))
    if given.code is Code.OUTSIDE:
        commands.append(Choose(given.reason))
    if asked_for_basis:
        commands.append(Choose(given.basis))
    return commands
