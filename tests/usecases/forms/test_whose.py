"""Whose a form in a file is: an id met before, what is said, or a question; never a guess."""

from dataclasses import replace
from datetime import date

import pytest

from ipsskills.codes import AssessmentKind, Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.record.ids import renew_id
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.match_people import match_people
from ipsskills.usecases.forms.whose import (
    find_form_people,
    list_form_doubts,
    refuse_erased_form,
)
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.sharing.named_people import make_stub
from tests.conftest import Clock
from tests.usecases.builders import LEE
from tests.usecases.rights.erased import forget

FILLED = FilledForm(
    form="form-1",
    look="look-1",
    version=1,
    kind=AssessmentKind.SELF,
    about_id=None,
    about_name="Zoe Quite",
    by_id=None,
    by_name=None,
    given_on=date(2026, 11, 24),
    period_months=3,
    scale="1",
    framework="h",
    framework_version="2026.1",
    scope=("3.8",),
    answers=(),
)


def test_somebody_who_is_not_here_has_to_be_added_first(desk: Desk) -> None:
    assert list_form_doubts(desk, FILLED) == ()
    with pytest.raises(NotFound, match="nobody called 'Zoe Quite'"):
        find_form_people(desk, FILLED)


def test_a_name_alone_is_asked_about(desk: Desk) -> None:
    zoe = add_person(desk, "Zoe Quite", Role.EMPLOYMENT_SPECIALIST)
    (doubt,) = list_form_doubts(desk, FILLED)
    assert [each.name for each in doubt.like] == ["Zoe Quite"]
    with pytest.raises(InvalidInput, match="not known who is meant"):
        find_form_people(desk, FILLED)
    assert find_form_people(desk, FILLED, ["Zoe"]).about.thing == zoe.id
    assert find_form_people(desk, FILLED, (), {doubt.id: zoe.id}).about.thing == zoe.id


def test_an_id_met_before_needs_no_question(desk: Desk) -> None:
    lee = add_person(desk, LEE, Role.TEAM_LEADER)
    view = replace(
        FILLED, kind=AssessmentKind.SUPERVISOR, about_id=desk.me, by_id=lee.id, by_name=LEE
    )
    assert list_form_doubts(desk, view) == ()
    people = find_form_people(desk, view)
    assert people.about.thing == desk.me
    assert people.by is not None
    assert people.by.thing == lee.id


def test_a_form_of_somebody_who_was_erased_is_refused_every_way(desk: Desk) -> None:
    old = add_person(desk, "Zoe Quite", Role.EMPLOYMENT_SPECIALIST)
    form = replace(FILLED, about_id=old.id)
    forget(desk, "Zoe Quite")
    new = add_person(desk, "Zoe Quite", Role.EMPLOYMENT_SPECIALIST)
    for take in (
        lambda: refuse_erased_form(desk, form),
        lambda: find_form_people(desk, form, ["Zoe"]),
        lambda: match_people(
            desk, AskedFor(who="Zoe Quite", kind=AssessmentKind.SELF, scope=()), form, "z.xlsx"
        ),
    ):
        with pytest.raises(InvalidInput, match="Zoe Quite was erased from this record on 24 Nov"):
            take()
    made_since = replace(FILLED, about_id=new.id)
    assert find_form_people(desk, made_since).about.thing == new.id


def test_a_form_that_its_giver_filled_in_since_comes_in_and_one_from_before_never(
    desk: Desk, clock: Clock
) -> None:
    old = add_person(desk, "Zoe Quite", Role.EMPLOYMENT_SPECIALIST)
    before = replace(FILLED, about_id=old.id)
    since = replace(before, given_on=date(2026, 11, 26))
    forget(desk, "Zoe Quite")
    clock.forward(days=3)
    new = add_person(desk, "Zoe Quite", Role.EMPLOYMENT_SPECIALIST)
    assert [each.called for each in list_form_doubts(desk, since)] == ["Zoe Quite"]
    assert find_form_people(desk, since, ["Zoe"]).about.thing == new.id
    theirs = replace(since, kind=AssessmentKind.SUPERVISOR, by_id=desk.me, by_name=LEE)
    for form in (before, theirs):
        with pytest.raises(InvalidInput, match="not one that they gave since"):
            refuse_erased_form(desk, form)


def test_a_form_from_before_stays_out_though_its_giver_is_back_by_a_file(desk: Desk) -> None:
    old = add_person(desk, "Zoe Quite", Role.EMPLOYMENT_SPECIALIST)
    form = replace(FILLED, about_id=old.id)
    forget(desk, "Zoe Quite")
    back = PersonInFile(id=renew_id(old.id), name="Zoe Quite")
    with desk.writing() as view:
        view.merge([make_stub(back)])
    asked = AskedFor(who="Zoe Quite", kind=AssessmentKind.SELF, scope=())
    for take in (
        lambda: refuse_erased_form(desk, form),
        lambda: match_people(desk, asked, form, "z.xlsx"),
    ):
        with pytest.raises(InvalidInput, match="not one that they gave since"):
            take()
    since = replace(form, given_on=date(2026, 11, 25))
    assert find_form_people(desk, since).about.thing == back.id
    assert match_people(desk, asked, since, "z.xlsx").about.thing == back.id
