"""Finds every use case by walking the package, and ways to call each by its signature alone.

A use case is a public function whose first parameter is a desk. What stands for its other
parameters goes by their names and types; one that nothing here stands for cannot be called, which
fails the test that walks: say in `SAMPLES` or `MADE` what stands for it.
"""

import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any, get_args, get_origin

from ipsskills import usecases
from ipsskills.codes import AssessmentKind, Code, EntryKind, HoldReason, Role
from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import NothingAgainst
from ipsskills.facts.exchange.sent_page import SentPage
from ipsskills.formats.answers import Given
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.cases import list_cases
from ipsskills.record.types import Assessment, State
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.assessments.drafts import Draft, ToBegin, find_draft, make_draft
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.forms.make import AskedForm
from ipsskills.usecases.interview.opened import OpenedAssessment
from ipsskills.usecases.people.introduce import start_introduce
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import OwnGoal
from ipsskills.usecases.plans.edit import GoalChange, StepChange
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.exporting import export_held
from ipsskills.usecases.sharing.out import ToSend, prepare_parcel
from ipsskills.usecases.sharing.sent_page import read_sent_page
from ipsskills.usecases.undoing.undo import read_last_change
from tests.conftest import NOON
from tests.usecases.builders import LEE, REASON, UNITS

ADA = "Ada Example"

# The demo is apart: it makes a record of its own, of invented people and words that are ours.
NOT_WALKED = "ipsskills.usecases.demo"


@dataclass
class Stand:
    """Where a use case is called: the desk, the words that stand for all that people write.

    ``about`` is Ada's own view for Ada, and the supervisor's view of her for anybody else.
    """

    desk: Desk
    words: Any
    used: list[str] = field(default_factory=list)

    def write(self, where: str) -> Any:
        """Return the words, and remember that they were taken."""
        self.used.append(where)
        return self.words

    @property
    def is_ada(self) -> bool:
        """Whether it is Ada who works here."""
        with self.desk.reading() as view:
            return find_person(view, ADA, None).thing == view.me

    @property
    def wanted(self) -> ToBegin:
        """What whoever works at the desk could begin."""
        with self.desk.reading() as view:
            return self.wanted_in(view)

    @property
    def draft(self) -> Draft | None:
        """The draft of whoever works at the desk, if one is open."""
        with self.desk.interviewing() as (view, work):
            return find_draft(view, work, self.wanted_in(view))

    @property
    def to_send(self) -> ToSend:
        """What whoever works at the desk could send about Ada to the other of the two."""
        with self.desk.reading() as view:
            return ToSend(who=ADA, to=LEE if find_person(view, ADA, None).thing == view.me else ADA)

    def wanted_in(self, view: ReaderView) -> ToBegin:
        """Return what they could begin, inside a transaction."""
        ada, me = find_person(view, ADA, None), find_person(view, None, view.me)
        kind = AssessmentKind.SELF if me == ada else AssessmentKind.SUPERVISOR
        return ToBegin(about=ada, rater=me.thing, kind=kind, scope=UNITS)

    @property
    def made(self) -> OpenedAssessment:
        """A draft that is made and not kept yet."""
        with self.desk.interviewing() as (view, work):
            return make_draft(view, work, self.wanted_in(view))

    @property
    def assessment(self) -> Assessment:
        """The latest assessment of whoever works at the desk, an open one first."""
        with self.desk.interviewing() as (view, work):
            mine = work.current(Assessment, rater=view.me or "")
        return max(mine, key=lambda each: (each.state is State.DRAFT, each.at))


def page_to_send(at: Stand) -> list[SentPage]:
    """Return the page that goes to the other one, or none where it is refused for now."""
    try:
        return [read_sent_page(at.desk, ADA, LEE if at.is_ada else ADA)]
    except InvalidInput:
        return []


def fill_form(at: Stand, note: str) -> FilledForm:
    """Return a form on which Ada answered one unit, with a note that she shares."""
    return FilledForm(
        form="form",
        look="look",
        version=1,
        kind=AssessmentKind.SELF,
        about_id=None,
        about_name=ADA,
        by_id=None,
        by_name=None,
        given_on=NOON.date(),
        period_months=3,
        scale=at.desk.framework.scale.version,
        framework=at.desk.framework.hash,
        framework_version=at.desk.framework.version,
        scope=("3.8",),
        answers=(Given(item="3.8", code=Code.TWO, note=note, shared=True),),
    )


Samples = Mapping[Any, Callable[[Stand], Sequence[Any]]]

# By the name of a parameter; where it is not here, its type decides.
SAMPLES: Samples = {
    "closed": lambda _: ["a text that came in"],
    "who": lambda _: [ADA, None, LEE],
    "key": lambda at: [read_last_change(at.desk).key],
    "name": lambda _: [ADA, "North", "Cy New"],
    "text": lambda at: [export_held(at.desk, ADA).sealed or ""],
    "months": lambda _: [24],
    "whole_name": lambda _: [ADA, LEE],
    "other": lambda _: ["Bo Sample", LEE],
    "unit": lambda _: ["3.8", "3.13"],
    "units": lambda _: [("3.10",)],
    "mark": lambda _: [("3.8",)],
    "unmark": lambda _: [("3.13",)],
    "scope": lambda _: [UNITS],
    "number": lambda _: ["1", "1.1", "3"],
    "handle": lambda _: ["last"],
    "correct": lambda _: ["last"],
    "typed": lambda _: [LEE],
    "back": lambda _: [(ADA,)],
    "carried": lambda _: [("last",)],
    "done": lambda _: [("last",)],
    "ticked": lambda _: [("1.1",)],
    "clear": lambda _: [("team",)],
    "starting": lambda _: [()],
    "with_whom": lambda _: [LEE],
    "supervisor": lambda _: [LEE],
    "arranged_by": lambda _: [LEE],
    "team": lambda _: ["South", "mine"],
    "rating": lambda _: ["2"],
    "rater": lambda at: [at.desk.me],
    "words": lambda _: ["visit"],
    "arrived": lambda at: [fill_form(at, "")],
    "to": lambda _: [LEE, ADA],
    "digest": lambda _: ["0" * 64],
    "form_file": lambda _: ["form.xlsx"],
    "counts": lambda _: ["another look"],
    "asked_period": lambda _: [6],
    "about": lambda at: [at.wanted.about],
    "people": lambda at: [(at.wanted.about.thing,)],
    "changes": lambda at: [{"text": at.write("changes")}],
    "**changes": lambda at: [{"works_best": at.write("changes")}],
}

MADE: Samples = {
    "bool": lambda _: [True],
    "date": lambda _: [NOON.date()],
    "float": lambda _: [0.5],
    "int": lambda _: [1],
    "Case": lambda at: [list_cases(at.desk.framework.by_id["3.8"])[0]],
    "Code": lambda _: [Code.TWO],
    "HoldReason": lambda _: list(HoldReason),
    "Role": lambda _: [Role.EMPLOYMENT_SPECIALIST],
    "EntryKind": lambda _: list(EntryKind),
    "Sequence[EntryKind]": lambda _: [tuple(EntryKind)],
    "AssessmentKind": lambda at: [at.wanted.kind],
    "Person": lambda at: [at.wanted.about],
    "Acquainted": lambda at: [start_introduce(at.desk)],
    "Written": lambda at: [at.write("words")],
    "ToBegin": lambda at: [at.wanted],
    "Draft": lambda at: [at.draft] if at.draft else [],
    "OpenedAssessment": lambda at: [at.made],
    "Assessment": lambda at: [at.assessment],
    "Sequence[Record]": lambda _: [()],
    "AskedFor": lambda at: [
        AskedFor(kind=at.wanted.kind, scope=UNITS, who=at.wanted.about.thing),
        AskedFor(kind=AssessmentKind.SELF, scope=UNITS),
    ],
    "AskedForm": lambda _: [
        AskedForm(kind=kind, scope=UNITS[:8], about=ADA)  # each kind of answer is among these
        for kind in (AssessmentKind.SELF, AssessmentKind.SUPERVISOR)
    ],
    "NothingAgainst": lambda at: [NothingAgainst(about=at.wanted.about.thing)],
    "Collection[NothingAgainst]": lambda at: [[NothingAgainst(about=at.wanted.about.thing)]],
    "ToSend": lambda at: [at.to_send],
    "ParcelPlanned": lambda at: [prepare_parcel(at.desk, at.to_send)],
    "Sequence[Bundle]": lambda at: [(prepare_parcel(at.desk, at.to_send).content,)],
    "Sequence[str]": lambda _: [(LEE,)],
    "Mapping[str, str]": lambda _: [{}],
    "Sequence[NewEntry]": lambda at: [
        (NewEntry(EntryKind.EVIDENCE, {"title": at.write("entry"), "items": ("3.8",)}),),
        (
            NewEntry(
                EntryKind.SUPERVISION,
                {"minutes": 50, "text": at.write("entry")},
                (Action(LEE, at.write("action")),),
            ),
        ),
    ],
    "Sequence[Action]": lambda at: [(Action(LEE, at.write("action")),)],
    "Sequence[Given]": lambda at: [
        tuple(
            Given(item=unit, code=Code.OUTSIDE, reason=REASON, note=at.write("note"), shared=True)
            for unit in UNITS
        )
    ],
    "SentPage": page_to_send,
    "FilledForm": lambda at: [fill_form(at, at.write("note"))],
    "OwnGoal": lambda at: [
        OwnGoal(at.write("goal"), why=at.write("goal"), steps=(at.write("step"),))
    ],
    "GoalChange[Written]": lambda at: [
        GoalChange(title=at.write("goal")),
        GoalChange(add=(StepChange(text=at.write("step")),)),
    ],
}


def find_usecases() -> dict[str, Callable[..., Any]]:
    """Return every use case by its module and name."""
    found = {}
    for module in pkgutil.walk_packages(usecases.__path__, f"{usecases.__name__}."):
        if not module.name.startswith(NOT_WALKED):
            for name, function in vars(import_module(module.name)).items():
                if is_usecase(function, module.name, name):
                    found[f"{module.name.removeprefix(usecases.__name__ + '.')}.{name}"] = function
    return found


def is_usecase(function: object, module: str, name: str) -> bool:
    """Whether this is a public function of a module whose first parameter is a desk."""
    if not inspect.isfunction(function) or function.__module__ != module or name.startswith("_"):
        return False
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.annotation in (Desk, "Desk")


def list_calls(function: Callable[..., Any], at: Stand) -> Iterator[dict[str, Any]]:
    """Yield the arguments of every call: what has to be given in every way, then each choice.

    A choice is made beside each value once, not beside each way of giving all values together.
    Raises LookupError where nothing stands for a parameter.
    """
    params = list(inspect.signature(function).parameters.values())[1:]
    variable = [p for p in params if p.kind is inspect.Parameter.VAR_KEYWORD]
    needed = [p for p in params if p.default is p.empty and p not in variable]
    choices = [p for p in params if p.default is not p.empty]
    find_once = cache(lambda param: find_samples(param, at))
    names, samples = [p.name for p in needed], [find_samples(p, at) for p in needed]
    for values in product(*samples):
        given = dict(zip(names, values, strict=True))
        for each in variable:
            for several in find_once(each):
                yield given | several
        yield given
    for values in take_each(samples):
        given = dict(zip(names, values, strict=True))
        for choice in choices:
            yield from (given | {choice.name: one} for one in find_once(choice))


def take_each(samples: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """Yield one value of each sequence together, until each value was taken at least once."""
    most = max(map(len, samples), default=1) if all(samples) else 0
    for number in range(most):
        yield tuple(each[number % len(each)] for each in samples)


def find_samples(param: inspect.Parameter, at: Stand) -> Sequence[Any]:
    """Return what stands for a parameter. Raises LookupError."""
    name = f"**{param.name}" if param.kind is inspect.Parameter.VAR_KEYWORD else param.name
    if name in SAMPLES and spell_type(param.annotation) != "Written":
        return SAMPLES[name](at)
    if (spelt := spell_type(param.annotation)) in MADE:
        return MADE[spelt](at)
    raise LookupError(f"nothing stands for {name}: {spelt}")


def spell_type(kind: Any) -> str:
    """Return how a type is written, without None: ``Written``, ``Sequence[Given]``."""
    inner = [each for each in get_args(kind) if each is not type(None)]
    if len(inner) == 1 and type(None) in get_args(kind):
        return spell_type(inner[0])
    if (origin := get_origin(kind)) in (Sequence, Collection, Mapping) or inner:
        name = getattr(origin, "__name__", str(origin))
        return f"{name}[{', '.join(spell_type(each) for each in inner)}]"
    return str(getattr(kind, "__name__", kind))
