"""Assessing: start or resume a draft, keep each answer as it is given, finish."""

from collections.abc import Sequence
from dataclasses import dataclass

from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import InvalidInput
from ipsskills.framework.answers import Given
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import period
from ipsskills.record.pen import Pen
from ipsskills.record.types import Assessment, Person, Rating, State
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.frameworks import as_kept
from ipsskills.usecases.interview import Answer
from ipsskills.usecases.interview_commands import (
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
from ipsskills.usecases.passes import open_draft
from ipsskills.usecases.session import Session

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


def scope_of(
    framework: Framework,
    *,
    units: Sequence[str] = (),
    section: str | None = None,
    domain: str | None = None,
    areas: bool = False,
) -> tuple[str, ...]:
    """Return the items an assessment asks, in order: all 28 units unless something narrows it.

    Raises InvalidInput if nothing is left.
    """
    if units:
        chosen = tuple(u.id for u in framework.units if u.id in units)
    elif areas:
        chosen = tuple(u.id for u in framework.asked(areas=True) if u.domain == "meta")
    else:
        chosen = _within(framework, section, domain)
    if not chosen:
        raise InvalidInput("No unit fits that choice.", "See: ipsskills framework show")
    return chosen


def _within(framework: Framework, section: str | None, domain: str | None) -> tuple[str, ...]:
    pool = framework.units if domain else tuple(framework.asked())
    return tuple(
        u.id
        for u in pool
        if (section is None or _is(framework, u.section, section))
        and (domain is None or domain.lower() in (u.domain, _domain_id(framework, u.domain)))
    )


def _is(framework: Framework, slug: str | None, wanted: str) -> bool:
    return any(s.slug == slug and wanted.lower() in (s.slug, s.id) for s in framework.sections)


def _domain_id(framework: Framework, slug: str) -> str:
    return next(d.id.lower() for d in framework.domains if d.slug == slug)


def find_draft(
    desk: Desk, about: Person, kind: AssessmentKind, scope: Sequence[str]
) -> Draft | None:
    """Return the open draft of this person by me, if there is one."""
    rater = desk.pen().author
    with desk.store.reading() as work:
        found = open_draft(work, about.thing, rater, kind)
        if found is None:
            return None
        ratings = work.current(Rating, assessment=found.thing)
    answered = sum(1 for r in ratings if r.code is not None)
    old = (desk.today - found.began).days > ASK_AFTER_DAYS
    return Draft(found, answered, set(found.scope) != set(scope), old)


def start(
    desk: Desk,
    about: Person,
    scope: Sequence[str],
    *,
    kind: AssessmentKind = AssessmentKind.SELF,
    asked_period: int | None = None,
    drop: Draft | None = None,
) -> Session:
    """Begin an assessment; ``drop`` is an open draft that the person leaves for good.

    Raises InvalidInput if another draft is open after all.
    """
    pen = desk.pen()
    with desk.store.writing() as work:
        if drop:
            work.add(pen.next(drop.assessment, state=State.DROPPED))
        if open_draft(work, about.thing, pen.author, kind):
            raise InvalidInput("A draft is open already.", "Go on with it: ipsskills assess")
        assessment = new_assessment(
            desk, work, pen, about, scope, kind=kind, asked_period=asked_period
        )
        work.add(assessment)
    return Session(desk, assessment)


def new_assessment(
    desk: Desk,
    work: Work,
    pen: Pen,
    about: Person,
    scope: Sequence[str],
    *,
    kind: AssessmentKind,
    asked_period: int | None,
) -> Assessment:
    """Return a new draft, after keeping the framework text it speaks of."""
    kept = as_kept(desk.framework)
    work.keep_framework(kept)
    looking = period(desk.today, asked=asked_period, hours=about.hours, since=about.since)
    return pen.first(
        Assessment,
        about=about.thing,
        kind=kind,
        rater=pen.author,
        state=State.DRAFT,
        scope=tuple(scope),
        period_months=looking.months,
        period_from=looking.start,
        scale=desk.framework.scale.version,
        framework=kept.hash,
        began=desk.today,
    )


def refuse_strange(given: Sequence[Given], scope: Sequence[str]) -> None:
    """Raise InvalidInput if an answer is outside a scope; nothing is begun or kept then."""
    strange = [each.item for each in given if each.item not in scope]
    if strange:
        raise InvalidInput(
            f"Not part of this assessment: {', '.join(strange)}. Nothing was kept.",
            "Take those rows out, or choose what to assess with --unit, --section or --domain.",
        )


def take_answers(session: Session, given: Sequence[Given]) -> Assessment:
    """Give a file's answers through the same interview, all or none, and finish.

    Raises InvalidInput if an answer is outside the scope of the assessment.
    """
    refuse_strange(given, session.assessment.scope)
    answers = session.state.answer
    session.press_all([c for each in given for c in _commands(each, answers(each.item))])
    return session.finish()


def _commands(given: Given, known: Answer) -> list[Command]:
    """Return the commands that a person who sees what is known would give for one row."""
    commands: list[Command] = [Jump(given.item)]
    if given.bring and not known.bring:
        commands.append(Toggle(Mark.BRING))
    if given.show and not known.show:
        commands.append(Toggle(Mark.SHOW))
    for mode, value in ((Mode.BEHIND, given.behind), (Mode.BASIS, given.basis)):
        if value:
            commands += [Open(mode), Choose(value)]
    if given.note:
        commands.append(Write(NoteText(given.note, given.shared)))
    if given.code is not None:
        commands.append(Give(given.code))
    if given.code is Code.OUTSIDE:
        commands.append(Choose(given.reason))
    return commands
