"""Makes a form for somebody to fill in without the program."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC

from ipsskills import __version__
from ipsskills.codes import AssessmentKind
from ipsskills.facts.forms.form import DetailShape, FormFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import choose_period
from ipsskills.privacy.client_detail.explained import name_kind
from ipsskills.privacy.client_detail.shapes import SHAPES
from ipsskills.record.ids import new_id
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.scope import list_statements
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.cases import list_cases, list_statement_cases
from ipsskills.usecases.forms.states import list_states
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.sharing.keys import own_key


@dataclass(frozen=True, kw_only=True)
class AskedForm:
    """The form somebody asks for: of which kind, ``about`` whom (a name, or nobody yet), of what.

    ``scope`` are units; with ``full`` their statements are asked one by one.
    """

    kind: AssessmentKind
    scope: tuple[str, ...]
    about: str | None = None
    full: bool = False


def make_form(desk: Desk, asked: AskedForm) -> FormFacts:
    """Return a form, and keep the words it asks in, by which what comes back is read.

    Raises NotFound where nobody is set as me, and for an unknown name.
    """
    with desk.writing() as view:
        maker = find_person(view, None, view.me)
        about = find_person(view, asked.about, view.me) if asked.about else None
        kept = as_kept(view.framework)
        view.keep_framework(kept)
        today, framework = view.today, view.framework
        key = None if view.named("demo") == "yes" else own_key(view).public
    period = choose_period(
        today, hours=about.hours if about else None, since=about.since if about else None
    )
    scope = list_statements(framework, asked.scope) if asked.full else asked.scope
    made = FormFacts(
        form=new_id(desk.now().astimezone(UTC)),
        made=today,
        kind=asked.kind,
        about=_name(about, desk.me) if about else None,
        maker=_name(maker, desk.me),
        maker_role=maker.role,
        key=key,
        period_months=period.months,
        scope=scope,
        framework_hash=kept.hash,
        framework_version=kept.version,
        program=__version__,
        framework=framework,
        shapes=tuple(_list_shapes()),
    )
    return foresee(made, asked.scope)


def foresee(made: FormFacts, units: Sequence[str]) -> FormFacts:
    """Return a form with what every answer to its ``units`` comes to."""
    framework = made.framework
    if made.scope == tuple(units):
        return replace(made, cases=list_cases(framework, units, made.made, made.kind))
    many = tuple(len(framework.by_id[unit].live_statements) for unit in units)
    states = list_states(many, supervisor=made.kind is AssessmentKind.SUPERVISOR)
    cases = list_statement_cases(framework, units, made.made, made.kind, states)
    return replace(made, cases=cases, states=states)


def _list_shapes() -> Iterator[DetailShape]:
    for each in SHAPES:
        label = name_kind(each.kind)
        yield DetailShape(label=label, pattern=each.pattern, check_digit=each.check_digit)


def _name(person: Person, me: str | None) -> PersonNamed:
    return PersonNamed(id=person.thing, name=person.name, me=person.thing == me)
