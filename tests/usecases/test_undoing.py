"""Undo: the last change of each kind is told and put back; what others rest on it is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pytest

from ipsskills.codes import AssessmentKind, Code, EntryKind, HoldReason, ParcelKind, ParcelWay, Role
from ipsskills.errors import ChangedElsewhere, InvalidInput, NotFound
from ipsskills.facts.exchange.undoing import Did
from ipsskills.record.types import (
    Assessment,
    Entry,
    Forgotten,
    Goal,
    GoalActivity,
    Hold,
    Note,
    Objection,
    Parcel,
    Person,
    Rating,
    Record,
    Redacted,
    State,
)
from ipsskills.record.whom import Whom
from ipsskills.usecases.assessments.agree import agree
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.interview.commands import Give, NoteText, Write
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import drop_goal, mark_done
from ipsskills.usecases.rights.holding import end_hold, hold
from ipsskills.usecases.undoing.undo import read_last_change, undo_last_change
from tests.cases import try_each
from tests.usecases.builders import LEE, assess, at_desk_of, draft, me, ratings, supervise
from tests.usecases.lived import begin_once
from tests.words import meant, wrote

ADA = "Ada Example"
R = TypeVar("R", bound=Record)


def undo(desk: Desk) -> tuple[tuple[str, Did], ...]:
    """Undo the last change, and return what it did, thing by thing."""
    told = read_last_change(desk)
    assert undo_last_change(desk, told.key) == told
    return tuple((thing.table, thing.did) for thing in told.things)


def current(desk: Desk, kind: type[R]) -> tuple[R, ...]:
    with desk.store.reading() as work:
        return work.select(kind, {})


def test_an_answer_and_its_note_are_put_back_together(desk: Desk) -> None:
    session = draft(desk, ("3.8", "3.13"))
    session.press(Give(Code.TWO))
    session.press_all([Write(NoteText(wrote("Two visits."), shared=True)), Give(Code.ONE)])
    assert undo(desk) == (("note", Did.ADDED), ("rating", Did.ADDED))
    kept = ratings(desk, session.assessment)
    assert {item: rating.code for item, rating in kept.items()} == {"3.8": Code.TWO, "3.13": None}
    assert [(note.text, note.shared) for note in current(desk, Note)] == [("", False)]


def test_undone_twice_it_is_there_again(desk: Desk) -> None:
    add_goals(desk, None, ["3.8"])
    undo(desk)
    assert [goal.state for goal in current(desk, Goal)] == [State.DROPPED]
    assert all(step.dropped for step in current(desk, GoalActivity))
    assert {did for _, did in undo(desk)} == {Did.CHANGED}
    assert [goal.state for goal in current(desk, Goal)] == [State.DRAFT]
    assert not any(step.dropped for step in current(desk, GoalActivity))


def test_goals_that_were_added_together_go_together(desk: Desk) -> None:
    add_goals(desk, None, ["3.8", "3.13"])
    goals = [thing for thing in read_last_change(desk).things if thing.table == "goal"]
    assert [thing.name.split()[0] for thing in goals] == ["1", "2"]


def test_finishing_is_undone_to_a_draft(desk: Desk) -> None:
    done = assess(desk, {"3.8": "2"})
    assert done.finished
    told = read_last_change(desk)
    assert [thing.table for thing in told.things][-1] == "assessment"
    undo(desk)
    (kept,) = current(desk, Assessment)
    assert (kept.state, kept.finished) == (State.DRAFT, None)


def test_a_supervision_goes_with_its_actions(desk: Desk) -> None:
    new = NewEntry(EntryKind.SUPERVISION, {"minutes": 60}, (Action(ADA, wrote("ring")),))
    add_entries(desk, None, [new])
    assert undo(desk) == (("entry", Did.ADDED), ("entry", Did.ADDED))
    assert all(entry.removed for entry in current(desk, Entry))
    undo(desk)
    assert not any(entry.removed for entry in current(desk, Entry))
    assert {entry.entered for entry in current(desk, Entry)} != {None}


def test_a_step_a_goal_and_a_persons_details_say_again_what_they_said(desk: Desk) -> None:
    add_goals(desk, None, ["3.8"])
    mark_done(desk, None, "1.1")
    undo(desk)
    assert all(step.done is None for step in current(desk, GoalActivity))
    drop_goal(desk, None, "1", wrote("Not now."))
    undo(desk)
    assert [(goal.state, goal.changed) for goal in current(desk, Goal)] == [(State.DRAFT, "")]
    edit_person(desk, None, team="North")
    undo(desk)
    assert me(desk).team is None


def test_an_agreed_answer_is_taken_back_whole(desk: Desk) -> None:
    assess(desk, {"3.8": "1"})
    supervise(desk, {"3.8": "3O"})
    agree(desk, None, "3.8", Code.TWO, wrote("We both saw it."), with_whom=LEE)
    with desk.store.reading() as work:
        kept = {type(each): each.at for each in work.last_kept([desk.me or ""])}
    assert kept[Rating] < kept[Assessment], "what comes later counts as put right"
    undo(desk)
    agreed = [a for a in current(desk, Assessment) if a.kind is AssessmentKind.AGREED]
    assert [(a.state, a.finished) for a in agreed] == [(State.DROPPED, None)]
    assert [r.code for r in current(desk, Rating) if r.assessment == agreed[0].thing] == [None]


def test_what_ends_on_a_day_ends_today(desk: Desk) -> None:
    with desk.writing() as view:
        about = view.me
        seen = meant("I see it differently.")
        view.add(view.first(Objection, about=about, subject="view", text=seen))
    undo(desk)
    assert [each.settled for each in current(desk, Objection)] == [desk.today]


def test_a_hold_is_set_and_ended_by_its_own_command_alone(desk: Desk) -> None:
    hold(desk, None, HoldReason.REQUEST)
    with pytest.raises(InvalidInput, match="have nothing erased about somebody"):
        undo(desk)
    assert [each.ended for each in current(desk, Hold)] == [None]
    end_hold(desk, None, HoldReason.REQUEST)
    with pytest.raises(InvalidInput, match="to end a hold"):
        undo(desk)
    assert [each.ended for each in current(desk, Hold)] == [desk.today]


def test_each_undoes_their_own(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    add_goals(desk, None, ["3.8"])
    with pytest.raises(NotFound, match="You have changed nothing yet"):
        read_last_change(lee)
    edit_person(lee, ADA, team="North")
    assert undo(desk)[0] == ("goal", Did.ADDED)
    assert me(desk).team == "North"


def test_what_somebody_else_changed_since_is_refused(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    add_goals(desk, None, ["3.8"])
    drop_goal(lee, ADA, "1", wrote("Not now."))
    with pytest.raises(ChangedElsewhere, match="Nothing was undone"):
        read_last_change(desk)


def test_only_what_was_told_is_undone(desk: Desk) -> None:
    add_goals(desk, None, ["3.8"])
    told = read_last_change(desk)
    edit_person(desk, None, team="North")
    with pytest.raises(ChangedElsewhere, match="Nothing was undone"):
        undo_last_change(desk, told.key)
    assert me(desk).team == "North"


def add_parcel(way: ParcelWay, *, undone: bool = False) -> Callable[[Desk], None]:
    def add(desk: Desk) -> None:
        with desk.writing() as view:
            view.add(
                view.first(
                    Parcel,
                    about=view.me,
                    way=way,
                    kind=ParcelKind.RECORDS,
                    on=view.today,
                    digest="00",
                    undone=undone,
                )
            )

    return add


def forget(desk: Desk) -> None:
    with desk.writing() as view:
        view.add(view.first(Forgotten, about="gone", ids=("gone",), on=view.today))


def redact(desk: Desk, **told: Any) -> None:
    told = told or {"on": date(2026, 11, 24)}
    with desk.writing() as view:
        view.add(view.first(Redacted, about=view.me, subject="gone", table="entry", **told))


def ask_to_redact(desk: Desk) -> None:
    redact(desk, asked_of=Whom("Kim Other"))


def say_no_to_it(desk: Desk) -> None:
    redact(desk, asked_of=None)


def add_somebody(desk: Desk) -> None:
    add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)


@try_each(
    ("change", "said"),
    [
        (add_parcel(ParcelWay.OUT), "What was sent cannot be undone"),
        (add_parcel(ParcelWay.IN), "was to take in a file"),
        (add_parcel(ParcelWay.IN, undone=True), "was to take a file back"),
        (forget, "was to erase somebody"),
        (redact, "was to erase words"),
        (ask_to_redact, "was to ask somebody to erase words"),
        (say_no_to_it, "was to say no to erasing words"),
        (add_somebody, "Whoever is in the record stays"),
    ],
)
def test_what_no_version_takes_back_is_refused_and_says_the_way(
    desk: Desk, change: Callable[[Desk], None], said: str
) -> None:
    begin_once(desk)  # anew for each case
    change(desk)
    with pytest.raises(InvalidInput, match=said) as refused:
        read_last_change(desk)
    assert refused.value.hint


def test_somebody_who_came_with_an_entry_stays(desk: Desk) -> None:
    with desk.writing() as view:
        title = wrote("A plan")
        view.add(view.first(Person, name="Cy New", role=Role.EMPLOYMENT_SPECIALIST))
        own: dict[str, Any] = {
            "kind": EntryKind.EVIDENCE,
            "on": view.today,
            "title": title,
            "items": ("3.8",),
        }
        view.add(view.first(Entry, about=view.me, **own))
    told = read_last_change(desk)
    assert [(t.table, t.stays) for t in told.things] == [("person", True), ("entry", False)]
    undo(desk)
    assert "Cy New" in {person.name for person in current(desk, Person)}
    assert all(entry.removed for entry in current(desk, Entry))
