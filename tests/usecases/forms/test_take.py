"""Looks given on forms: kept in the giver's name, once, as later versions, by the day given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import DifferentContent, InvalidInput
from ipsskills.facts.exchange.forms import FormOutcome
from ipsskills.formats.answers import Given
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.record.types import AloneFirst, Assessment, Note, Parcel, Rating, Record
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.read import read_form
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.sharing.undo import undo_parcel
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, given, me

NOT_LATER = date(2026, 11, 24)  # the day of the tests' clock


def form(desk: Desk, answers: Mapping[str, str | Given], **also: Any) -> FilledForm:
    """A form that Ada filled in, given on 20 November unless said otherwise."""
    rows = tuple(each if isinstance(each, Given) else given(i, each) for i, each in answers.items())
    told: dict[str, Any] = {
        "form": "f",
        "look": "l",
        "version": 1,
        "kind": AssessmentKind.SELF,
        "by_name": None,
        "given_on": date(2026, 11, 20),
        "scope": tuple(answers),
    }
    return FilledForm(
        about_id=None,
        about_name="Ada Example",
        by_id=None,
        period_months=3,
        scale=desk.framework.scale.version,
        framework=desk.framework.hash,
        framework_version=desk.framework.version,
        answers=rows,
        **(told | also),
    )


@pytest.fixture
def lee(desk: Desk) -> Desk:
    """The desk of Lee, who enters what Ada filled in."""
    return at_desk_of(desk, LEE)


def everything(desk: Desk, kind: type[Record]) -> tuple[Any, ...]:
    with desk.store.reading() as work:
        return work.current(kind)


def history(desk: Desk) -> int:
    with desk.store.reading() as work:
        return len(work.everything())


def test_a_form_is_its_givers_and_counts_by_the_day_it_was_given(desk: Desk, lee: Desk) -> None:
    ada = me(desk)
    taken = take_form(lee, form(desk, {"3.8": "2", "3.10": "n"}), ada)
    (look,) = everything(desk, Assessment)
    assert (look.rater, look.about, look.author) == (ada.thing, ada.thing, lee.me)
    assert (look.began, look.finished, look.form_version) == (
        date(2026, 11, 20),
        date(2026, 11, 20),
        1,
    )
    assert {r.item: (r.code, r.author) for r in everything(desk, Rating)} == {
        "3.8": (Code.TWO, lee.me),
        "3.10": (Code.NO_CHANCE, lee.me),
    }
    assert (taken.outcome, taken.by.name, taken.entered_by.name) == ("new", "Ada Example", LEE)
    assert report(desk, None).head.on == date(2026, 11, 20)


def test_a_leader_who_has_not_looked_is_kept_from_what_came_by_form(desk: Desk, lee: Desk) -> None:
    assert take_form(lee, form(desk, {"3.8": "2"}), me(desk)).apart
    assert not take_form(desk, form(desk, {"3.8": "1"}, look="own"), me(desk)).apart


def test_the_same_form_twice_adds_nothing(desk: Desk, lee: Desk) -> None:
    take_form(lee, form(desk, {"3.8": "2"}), me(desk))
    before = history(desk)
    assert take_form(lee, form(desk, {"3.8": "2"}), me(desk)).outcome is FormOutcome.SAME
    assert history(desk) == before


def test_given_again_after_a_change_it_is_a_later_version_of_the_same_look(
    desk: Desk, lee: Desk
) -> None:
    first = form(desk, {"3.8": "2", "3.12": "1", "3.10": "3"})
    later = form(
        desk,
        {"3.8": "3", "3.12": "2", "3.10": "3"},
        version=2,
        given_on=date(2026, 11, 22),
    )
    ada = me(desk)
    take_form(desk, first, ada)
    again = take_form(desk, later, ada)
    assert (again.outcome, again.changed, again.changed_since) == (
        FormOutcome.CHANGED,
        ("3.8", "3.12"),
        date(2026, 11, 20),
    )
    (look,) = everything(desk, Assessment)
    assert (look.form_version, look.finished) == (2, date(2026, 11, 22))
    before = history(desk)
    assert take_form(desk, first, ada).outcome is FormOutcome.OLDER
    assert history(desk) == before
    assert {r.item: r.code for r in everything(desk, Rating)} == {
        "3.8": Code.THREE,
        "3.12": Code.TWO,
        "3.10": Code.THREE,
    }


def test_what_was_kept_apart_is_not_told_by_what_changed(desk: Desk, lee: Desk) -> None:
    take_form(lee, form(desk, {"3.8": "2"}), me(desk))
    again = take_form(lee, form(desk, {"3.8": "3"}, version=2), me(desk))
    assert (again.outcome, again.changed) == (FormOutcome.CHANGED, ())


def test_an_answer_put_right_here_stays_right_when_its_form_comes_again(desk: Desk) -> None:
    ada = me(desk)
    take_form(desk, form(desk, {"3.8": "2"}), ada)
    (kept,) = everything(desk, Rating)
    with desk.writing() as view:
        view.add(view.next(kept, code=Code.ONE))
    assert take_form(desk, form(desk, {"3.8": "2"}), ada).outcome is FormOutcome.SAME
    assert everything(desk, Rating)[0].code is Code.ONE


def test_two_copies_of_one_number_are_refused(desk: Desk) -> None:
    ada = me(desk)
    take_form(desk, form(desk, {"3.8": "2"}), ada)
    before = history(desk)
    with pytest.raises(DifferentContent):
        take_form(desk, form(desk, {"3.8": "1"}), ada)
    assert history(desk) == before


def test_private_notes_come_with_ones_own_form_only(desk: Desk, lee: Desk) -> None:
    notes = {
        "3.8": given("3.8", "2", note="For us both", shared=True),
        "3.10": given("3.10", "2", note="For me"),
    }
    taken = take_form(lee, form(desk, notes), me(desk))
    assert taken.left_out
    assert [n.text for n in everything(desk, Note)] == ["For us both"]
    assert not take_form(desk, form(desk, notes, look="own"), me(desk)).left_out
    assert sorted(n.text for n in everything(desk, Note)) == [
        "For me",
        "For us both",
        "For us both",
    ]


@try_each(
    "changes",
    [
        {"given_on": date(2026, 11, 25)},
        {"framework": "elsewhere"},
        {"scale": "another"},
        {"scope": ("3.8", "9.9")},
        {"scope": ("3.10",)},
        {"answers": ()},
        {"answers": (Given(item="3.8", code=Code.NOT_SEEN),)},
        {"answers": (Given(item="3.8", code=Code.OUTSIDE, reason="because"),)},
        {"kind": AssessmentKind.SUPERVISOR},
    ],
)
def test_what_cannot_be_taken_changes_nothing(desk: Desk, lee: Desk, changes: Any) -> None:
    before = history(desk)
    with pytest.raises(InvalidInput):
        take_form(lee, replace(form(desk, {"3.8": "2"}), **changes), me(desk))
    assert history(desk) == before


def test_a_look_is_nobody_elses(desk: Desk, lee: Desk) -> None:
    take_form(lee, form(desk, {"3.8": "2"}), me(desk))
    with pytest.raises(InvalidInput):
        take_form(lee, form(desk, {"3.8": "2"}), me(lee))


def test_a_supervisors_form_is_the_supervisors(desk: Desk, lee: Desk) -> None:
    seen = {"3.8": given("3.8", "2", basis="O")}
    theirs = form(desk, seen, kind=AssessmentKind.SUPERVISOR, by_name=LEE)
    taken = take_form(desk, theirs, me(desk), me(lee))
    (look,) = everything(desk, Assessment)
    assert (look.rater, look.author, taken.by.name) == (lee.me, desk.me, LEE)


def test_of_two_looks_of_the_same_days_both_are_kept_and_one_is_chosen(
    desk: Desk, clock: Clock
) -> None:
    ada, typed = me(desk), assess(desk, {"3.8": "1"})
    filled = form(desk, {"3.8": "3"})
    (beside,) = read_form(desk, filled, ada).beside
    assert (beside.id, beside.on) == (typed.thing, NOT_LATER)
    taken = take_form(desk, filled, ada)
    assert (taken.counts, taken.beside) == (NOT_LATER, NOT_LATER)
    assert report(desk, None).unit("3.8").own_code is Code.ONE
    clock.forward(days=60)
    assert read_form(desk, form(desk, {"3.8": "3"}, look="later"), ada).outcome is FormOutcome.NEW


def test_the_look_that_is_chosen_counts_and_the_other_is_kept_set_aside(desk: Desk) -> None:
    ada, typed = me(desk), assess(desk, {"3.8": "1"})
    filled = form(desk, {"3.8": "3"})
    taken = take_form(desk, filled, ada, counts=read_form(desk, filled, ada).form)
    assert (taken.counts, taken.beside) == (date(2026, 11, 20), NOT_LATER)
    assert report(desk, None).unit("3.8").own_code is Code.THREE
    aside = {each.thing: each.set_aside for each in everything(desk, Assessment)}
    assert aside == {typed.thing: NOT_LATER, taken.assessment: None}
    undone = undo_parcel(desk)
    assert [(each.on, each.answers) for each in undone.gone.looks] == [(date(2026, 11, 20), 1)]
    assert report(desk, None).unit("3.8").own_code is Code.ONE


def test_a_wrong_form_is_taken_back_whole(desk: Desk, lee: Desk) -> None:
    kept = len(everything(desk, Rating)), len(everything(desk, Assessment))
    take_form(lee, form(desk, {"3.8": given("3.8", "2", note="Ours", shared=True)}), me(desk))
    (parcel,) = everything(desk, Parcel)
    assert (parcel.way, parcel.kind, parcel.with_whom) == ("in", "form", desk.me)
    undo_parcel(lee)
    assert (len(everything(desk, Rating)), len(everything(desk, Assessment))) == kept
    assert everything(desk, Note) == everything(desk, AloneFirst) == ()
    assert take_form(lee, form(desk, {"3.8": "2"}), me(desk)).outcome is FormOutcome.NEW


def test_a_table_that_does_not_say_when_it_was_saved_is_not_taken_for_the_older(
    desk: Desk, lee: Desk
) -> None:
    ada, look = me(desk), "2026-11-20-ab"  # as a workbook names a look, by its day
    saved = form(desk, {"3.8": "2"}, look=look, version=218_000_000)
    take_form(lee, saved, ada)
    undated = replace(saved, version=1)
    assert take_form(lee, undated, ada).outcome is FormOutcome.SAME
    with pytest.raises(DifferentContent, match="a CSV never does"):
        take_form(lee, form(desk, {"3.8": "3"}, look=look), ada)
