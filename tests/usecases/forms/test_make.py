"""Making a form: what it asks, whom it is for, and what is kept so that it can be read again."""

from ipsskills.codes import AssessmentKind, Code, Role
from ipsskills.formats.exchange.sealed import open_sealed, seal
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.make import AskedForm, make_form
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.sharing.keys import find_key, list_secrets
from tests.usecases.builders import LEE, UNITS, at_desk_of


def test_the_words_it_asks_in_are_kept_where_it_was_made(desk: Desk) -> None:
    made = make_form(at_desk_of(desk, LEE), AskedForm(kind=AssessmentKind.SELF, scope=UNITS))
    with desk.reading() as view:
        assert view.framework_text(made.framework_hash) == desk.framework.text
    assert (made.maker.name, made.about, made.scope) == (LEE, None, UNITS)


def test_it_is_for_whoever_is_named(desk: Desk) -> None:
    bo = add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)
    asked = AskedForm(kind=AssessmentKind.SELF, scope=UNITS, about="Bo")
    made = make_form(desk, asked)
    assert made.about is not None
    assert (made.about.id, made.about.name) == (bo.id, "Bo Sample")
    assert make_form(desk, asked).form != made.form, "each form has an id of its own"


def test_statements_are_asked_one_by_one_where_that_is_wanted(desk: Desk) -> None:
    made = make_form(desk, AskedForm(kind=AssessmentKind.SELF, scope=("2.2",), full=True))
    assert made.scope == tuple(s.id for s in desk.framework.by_id["2.2"].live_statements)


def test_what_an_answer_would_come_to_is_worked_out_by_the_rules(desk: Desk) -> None:
    made = make_form(desk, AskedForm(kind=AssessmentKind.SELF, scope=("1.1", "2.3", "3.8")))
    lists = {
        (case.code, placed.unit.unit): placed.unit.stands_in
        for case in made.cases
        for placed in case.units
        if placed
    }
    assert lists[Code.THREE, "3.8"] == "strengths"
    assert lists[Code.TWO, "3.8"] == "effort"
    assert lists[Code.NO_CHANCE, "3.8"] == "chances"
    assert lists[Code.OUTSIDE, "1.1"] == "outside"
    assert lists[None, "1.1"] == "not answered"
    assert lists[Code.THREE, "2.3"] == "safety"
    assert (Code.NO_CHANCE, "1.1") not in lists, "is not offered for a value"


def test_what_comes_back_is_closed_for_who_made_it(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    made = make_form(lee, AskedForm(kind=AssessmentKind.SELF, scope=("3.8",)))
    with desk.reading() as view:
        assert made.key == find_key(view, str(lee.me))
    (secret,) = list_secrets(desk)
    closed = seal(b"three", keys=[str(made.key)])
    assert open_sealed(closed, secrets=[secret]) == b"three"
