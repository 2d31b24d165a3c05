"""Drafts: the one that is open, the one that begins, and how a draft is left for good."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import Period, choose_period
from ipsskills.record.ids import new_id
from ipsskills.record.types import Assessment, Person, State
from ipsskills.record.work import Work
from ipsskills.usecases.interview.opened import OpenedAssessment, open_assessment
from ipsskills.usecases.interview.saved import Saved
from ipsskills.usecases.interview.visits import find_visits, make_links
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.passes import open_draft
from ipsskills.usecases.reading.view import ReaderView

ASK_AFTER_DAYS = 30


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An open draft with what it holds, and whether it is old or asks something else."""

    opened: OpenedAssessment
    other_scope: bool
    old: bool

    @property
    def assessment(self) -> Assessment:
        """The assessment that is open."""
        return self.opened.assessment

    @property
    def saved(self) -> Saved:
        """How much of it is answered."""
        return self.opened.saved

    @property
    def unclear(self) -> bool:
        """Whether the person should say what to do with it before going on."""
        return self.other_scope or self.old


@dataclass(frozen=True, kw_only=True)
class ToBegin:
    """An assessment that somebody wants to begin: about whom, whose view, of what.

    ``rater`` is the person id of whose view it is; ``asked_period`` how many months it looks back,
    if they said so; ``given_on`` the day its answers were given that are typed in now.
    """

    about: Person
    rater: str
    kind: AssessmentKind
    scope: tuple[str, ...]
    asked_period: int | None = None
    given_on: date | None = None


def find_draft(view: ReaderView, work: Work, wanted: ToBegin) -> Draft | None:
    """Return the open draft of the same person, rater and kind, if there is one."""
    found = open_draft(view, wanted.about.thing, wanted.rater, wanted.kind)
    if found is None:
        return None
    return Draft(
        opened=open_assessment(work, view.framework, found),
        other_scope=set(found.scope) != set(wanted.scope),
        old=(view.today - found.began).days > ASK_AFTER_DAYS,
    )


def make_draft(view: ReaderView, work: Work, wanted: ToBegin) -> OpenedAssessment:
    """Return an assessment that begins today, which is not in the record yet; see `keep_draft`.

    Raises InvalidInput if a supervisor would rate themselves.
    """
    if wanted.kind is AssessmentKind.SUPERVISOR and wanted.rater == wanted.about.thing:
        raise InvalidInput(
            "Nobody supervises themselves.", 'Say whose view it is: --by "Lee Sample"'
        )
    made = _make_assessment(view, wanted)
    opened, visits = open_assessment(work, view.framework, made), find_visits(view, made)
    return replace(opened, ratings=make_links(view, made, visits), visits=visits)


def keep_draft(
    view: ReaderView, work: Work, opened: OpenedAssessment, drop: Assessment | None = None
) -> None:
    """Put a draft that was made into the record; ``drop`` is an open one that is left for good.

    Raises InvalidInput if another draft is open after all.
    """
    made = opened.assessment
    if drop:
        work.add(view.pen().next(drop, state=State.DROPPED))
    if open_draft(view, made.about, made.rater, made.kind):
        raise InvalidInput("A draft is open already.", f"Go on with it: {do('assess')}")
    work.keep_framework(as_kept(view.framework))
    work.add(made, *opened.ratings)


def find_period(view: ReaderView, about: Person, asked: int | None) -> Period:
    """Return how far an assessment that begins today looks back."""
    return choose_period(view.today, asked=asked, hours=about.hours, since=about.since)


def list_scope_units(scope: Sequence[str]) -> tuple[str, ...]:
    """Return the units of a scope, each once, in its order."""
    return tuple(dict.fromkeys(item.partition("/")[0] for item in scope))


def _make_assessment(view: ReaderView, wanted: ToBegin) -> Assessment:
    """Return an assessment that begins today; what it asks and how is fixed from here on.

    It is validated when it is added: what validates takes long to load, and the first question
    does not wait for it.
    """
    looking = find_period(view, wanted.about, wanted.asked_period)
    pen, at = view.pen(), view.now()
    own_id = new_id(at)
    return Assessment(
        id=own_id,
        thing=own_id,
        about=wanted.about.thing,
        author=pen.author,
        at=at,
        kind=wanted.kind,
        rater=wanted.rater,
        state=State.DRAFT,
        scope=wanted.scope,
        period_months=looking.months,
        period_from=looking.start,
        scale=_name_scale(view.framework.scale, wanted.kind),
        framework=view.framework.hash,
        began=wanted.given_on or view.today,
    )


def _name_scale(scale: Scale, kind: AssessmentKind) -> str:
    """Return the version of the scale answers are given on; a first look has its own."""
    return scale.first_look.version if kind is AssessmentKind.FIRST_LOOK else scale.version
