"""Adding to the training record: what is kept, what is refused, how it is changed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code, EntryKind
from ipsskills.doing import do, marks_in
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.entries import Logged
from ipsskills.jsonable import to_json
from ipsskills.pages.compose.entries.record import compose_review
from ipsskills.pages.document import Table
from ipsskills.record.types import Assessment, Entry, Rating, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry, make_entry
from ipsskills.usecases.entries.handles import Named, find_entry, make_handles
from ipsskills.usecases.entries.log import (
    add_entries,
    correct_entry,
    mark_action,
    remove_entry,
    start_log,
)
from ipsskills.usecases.entries.training_record import list_record, read_coverage, read_review
from ipsskills.usecases.people.edit import edit_person, join_people
from ipsskills.usecases.people.people import find_person
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import LEE, at_desk_of, counted, draft, me, rate
from tests.usecases.lived import begin_once
from tests.words import wrote, wrote_values

TODAY = date(2026, 11, 24)


def log(desk: Desk, kind: EntryKind, whose: str | None = None, /, **fields: Any) -> Logged:
    """Add one entry."""
    actions = tuple(fields.pop("actions", ()))
    return add_entries(desk, whose, [NewEntry(kind, wrote_values(fields), actions)])[0]


def observe(desk: Desk, whose: str | None = None, /, **fields: Any) -> Logged:
    own: dict[str, Any] = {"title": "A first visit", "way": "watched", "items": ("3.13",)}
    return log(desk, EntryKind.OBSERVATION, whose, **own | fields)


def supervise(desk: Desk, **fields: Any) -> Logged:
    return log(desk, EntryKind.SUPERVISION, **{"way": "one-to-one", "minutes": 60} | fields)


def test_what_is_given_is_kept_and_the_day_is_today(desk: Desk) -> None:
    entry = log(
        desk,
        EntryKind.TRAINING,
        title='"Rent" & <b>money</b> 😀 שלום',
        items=("3.7",),
        hours=1.5,
        text="Ask about rent first.",
    ).entry
    assert (entry.kept.on, entry.kept.hours, entry.kept.items, entry.mine) == (
        TODAY,
        1.5,
        ("3.7",),
        True,
    )
    assert entry.kept.title == '"Rent" & <b>money</b> 😀 שלום'
    assert list_record(desk, None).entries == (entry,)


def test_a_supervisor_logs_about_somebody_else(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    entry = observe(lee, "Ada", next_step="Ask about the rush.").entry
    assert (entry.about, entry.by, entry.who, entry.mine) == ("Ada Example", LEE, LEE, False)
    assert list_record(desk, None).entries == (entry,)
    assert list_record(lee, None).entries == ()


def test_the_other_person_is_my_supervisor_where_that_is_known(desk: Desk) -> None:
    assert start_log(desk, None, EntryKind.OBSERVATION).other_on(date(2026, 11, 24)) is None
    lee = at_desk_of(desk, LEE).me
    edit_person(desk, None, supervisor=lee)
    assert start_log(desk, None, EntryKind.OBSERVATION).other_on(date(2026, 11, 24)) == LEE
    assert supervise(desk).entry.who == LEE
    assert observe(desk).entry.who is None, "a colleague may have been there as well"


@try_each(
    ("kind", "fields", "told"),
    [
        (EntryKind.TRAINING, {"title": ""}, "title"),
        (EntryKind.TRAINING, {"title": "two\nlines"}, "one line"),
        (EntryKind.TRAINING, {"title": "bell\a"}, "control"),
        (EntryKind.TRAINING, {"title": "T", "hours": 0}, "hours"),
        (EntryKind.TRAINING, {"title": "T", "hours": float("nan")}, "hours"),
        (EntryKind.TRAINING, {"title": "T", "on": date(2026, 11, 25)}, "not come yet"),
        (EntryKind.TRAINING, {"title": "T", "expires": date(2027, 11, 1)}, "none is named"),
        (
            EntryKind.TRAINING,
            {"title": "T", "certificate": "First aid", "expires": date(2026, 11, 1)},
            "before",
        ),
        (
            EntryKind.SUPERVISION,
            {"minutes": 60, "actions": (Action("Lee", wrote("Ring"), date(2026, 11, 23)),)},
            "before",
        ),
        (EntryKind.EVIDENCE, {"title": "E"}, "one to four"),
        (EntryKind.EVIDENCE, {"title": "E", "items": ("1.1",) * 5}, "one to four"),
        (EntryKind.SUPERVISION, {}, "held"),
        (EntryKind.SUPERVISION, {"minutes": 5, "cancelled": "ill"}, "held"),
        (EntryKind.SUPERVISION, {"minutes": 601}, "minutes"),
        (EntryKind.SUPERVISION, {"minutes": 60, "on": date(2026, 11, 25)}, "not come yet"),
        (EntryKind.SUPERVISION, {"minutes": 60, "next_on": date(2026, 11, 1)}, "before"),
    ],
)
def test_refused_and_nothing_kept(
    kind: EntryKind, fields: dict[str, Any], told: str, desk: Desk
) -> None:
    with pytest.raises(InvalidInput, match=told):
        log(desk, kind, **fields)
    assert counted(desk, "entry") == 0


def test_supervision_to_come_may_be_cancelled(desk: Desk) -> None:
    entry = supervise(desk, minutes=None, cancelled="leave", on=date(2026, 12, 1)).entry
    assert (entry.kept.minutes, entry.kept.cancelled) == (None, "leave")


def test_evidence_takes_four_units(desk: Desk) -> None:
    entry = log(desk, EntryKind.EVIDENCE, title="E", items=("1.1", "2.1", "3.1", "3.10")).entry
    assert entry.kept.items == ("1.1", "2.1", "3.1", "3.10")


def test_many_are_kept_or_none(desk: Desk) -> None:
    one, two, none = (
        NewEntry(EntryKind.TRAINING, {"title": wrote(title)}) for title in ("one", "two", "")
    )
    entries = [one, two]
    with pytest.raises(InvalidInput):
        add_entries(desk, None, [*entries, none])
    assert counted(desk, "entry") == 0
    assert [each.entry.kept.title for each in add_entries(desk, None, entries)] == ["one", "two"]


def test_a_correction_is_a_version_and_only_changes_what_is_given(desk: Desk) -> None:
    kept = log(desk, EntryKind.TRAINING, title="Money", hours=3).entry
    done = correct_entry(desk, kept.handle, EntryKind.TRAINING, {"hours": 4.0}).entry
    assert (done.kept.title, done.kept.hours, done.handle) == ("Money", 4, kept.handle)
    assert counted(desk, "entry") == 2
    assert list_record(desk, None).entries == (done,)
    with desk.reading() as work:
        thing = find_entry(work, Named(kept.handle)).thing
        assert [each.hours for each in work.history(Entry, thing)] == [3, 4]


def test_a_correction_is_held_to_the_same_rules(desk: Desk) -> None:
    kept = log(desk, EntryKind.EVIDENCE, title="E", items=("3.8",)).entry
    for changes in ({"items": ()}, {"title": None}, {"on": date(2027, 1, 1)}):
        with pytest.raises(InvalidInput):
            correct_entry(desk, kept.handle, EntryKind.EVIDENCE, wrote_values(changes))
    with pytest.raises(NotFound, match="about evidence") as told:
        correct_entry(desk, kept.handle, EntryKind.TRAINING, {"hours": 2})
    assert marks_in(told.value.hint) == (do("log evidence", "--correct", kept.handle),)
    assert counted(desk, "entry") == 1


def test_held_becomes_cancelled_and_held_again(desk: Desk) -> None:
    kept = supervise(desk).entry
    for changes, now in (
        ({"cancelled": "ill"}, (None, "ill")),
        ({"minutes": 50}, (50, None)),
        ({"minutes": 45, "cancelled": None}, (45, None)),
    ):
        done = correct_entry(desk, kept.handle, EntryKind.SUPERVISION, wrote_values(changes)).entry
        assert (done.kept.minutes, done.kept.cancelled) == now
    both = {"minutes": 50, "cancelled": "ill"}
    with pytest.raises(InvalidInput, match="either held"):
        correct_entry(desk, kept.handle, EntryKind.SUPERVISION, wrote_values(both))


def test_without_a_certificate_its_last_day_goes(desk: Desk) -> None:
    day = date(2027, 11, 1)
    kept = log(desk, EntryKind.TRAINING, title="T", certificate="First aid", expires=day).entry
    done = correct_entry(desk, kept.handle, EntryKind.TRAINING, {"certificate": None}).entry
    assert (done.kept.certificate, done.kept.expires) == (None, None)
    with pytest.raises(InvalidInput, match="1 Nov 2027 is the last day of a certificate"):
        correct_entry(desk, kept.handle, EntryKind.TRAINING, wrote_values({"expires": day}))


def carried_on(desk: Desk, clock: Clock, *actions: Action) -> tuple[Logged, Logged]:
    """Agree actions on 24 November and carry them all on to a supervision a week later."""
    first = supervise(desk, actions=actions)
    clock.forward(days=7)
    new = NewEntry(EntryKind.SUPERVISION, {"minutes": 30}, (Action(None, wrote("New")),))
    carried = [each.handle for each in first.actions]
    (later,) = add_entries(desk, None, [new], carried=carried)
    return first, later


def steps(desk: Desk) -> dict[str, str]:
    """What each supervision agreed or carried on, as the page for a reviewer says it."""
    (table,) = compose_review(read_review(desk, None)).blocks
    assert isinstance(table, Table)
    return {str(setting_day): str(step) for _, setting_day, _, step in table.rows}


def test_an_action_carried_on_belongs_to_both_supervisions(desk: Desk, clock: Clock) -> None:
    carried_on(
        desk,
        clock,
        Action("Lee", wrote("Book a ward"), date(2026, 12, 20)),
        Action(None, wrote("Ask")),
    )
    assert steps(desk) == {
        "24 Nov 2026": "Lee: Book a ward by 20 Dec 2026; Ask",
        "1 Dec 2026": "Lee: Book a ward by 20 Dec 2026; Ask; New",
    }


def test_an_action_carried_on_is_not_there_twice(desk: Desk, clock: Clock) -> None:
    first, later = carried_on(desk, clock, Action("Lee", wrote("Book")))
    assert [each.handle for each in later.actions][1:] == [first.actions[0].handle]
    assert later.alike == {}
    again = supervise(desk, title="Again", actions=[Action(None, wrote("new"))])
    assert list(again.alike) == [again.actions[0].handle], "what is agreed once more is"


def test_it_stays_where_it_was_agreed_when_the_later_one_is_taken_back(
    desk: Desk, clock: Clock
) -> None:
    first, later = carried_on(desk, clock, Action("Lee", wrote("Book")))
    clock.forward(days=1)
    mark_action(desk, first.actions[0].handle)
    remove_entry(desk, later.entry.handle)
    held, book = sorted(list_record(desk, None).entries, key=lambda each: each.kept.title)[::-1]
    assert (held.handle, book.kept.title) == (first.entry.handle, "Book")
    assert (book.part_of, book.kept.done) == (first.entry.handle, date(2026, 12, 2))
    assert steps(desk) == {"24 Nov 2026": "Lee: Book"}
    remove_entry(desk, first.entry.handle)
    assert list_record(desk, None).entries == ()


def test_it_stays_in_the_later_one_when_the_first_is_taken_back(desk: Desk, clock: Clock) -> None:
    first, later = carried_on(desk, clock, Action("Lee", wrote("Book")))
    remove_entry(desk, first.entry.handle)
    assert steps(desk) == {"1 Dec 2026": "Lee: Book; New"}
    remove_entry(desk, later.entry.handle)
    assert list_record(desk, None).entries == ()


def test_taken_back_with_its_actions_and_still_in_the_history(desk: Desk) -> None:
    kept = supervise(desk, actions=[Action("Ada Example", wrote("Visit a ward"))]).entry
    remove_entry(desk, kept.handle)
    assert list_record(desk, None).entries == ()
    assert counted(desk, "entry") == 4
    with pytest.raises(NotFound):
        remove_entry(desk, kept.handle)


def test_actions_belong_to_their_supervision_and_are_ticked(desk: Desk, clock: Clock) -> None:
    due = date(2026, 12, 12)
    logged = supervise(
        desk, actions=[Action("Ada", wrote("Visit a ward"), due), Action(None, wrote("Book it"))]
    )
    visit, book = logged.actions
    assert (visit.who, visit.kept.due, visit.part_of) == ("Ada Example", due, logged.entry.handle)
    assert (book.who, book.kept.due) == (None, None)
    clock.forward(days=3)
    assert mark_action(desk, visit.handle).kept.done == date(2026, 11, 27)
    assert mark_action(desk, visit.handle, undo=True).kept.done is None
    with pytest.raises(NotFound, match="not action"):
        mark_action(desk, logged.entry.handle)


def test_an_action_may_be_added_later(desk: Desk) -> None:
    kept = supervise(desk).entry
    found = correct_entry(
        desk, kept.handle, EntryKind.SUPERVISION, {}, [Action("Lee", wrote("Ring"))]
    )
    assert [each.part_of for each in found.actions] == [kept.handle]


@try_each("handle", ["", " ", "%", "zzzzzz", "'; DROP TABLE entry; --", "😀"])
def test_an_unknown_handle_is_not_found(handle: str, desk: Desk) -> None:
    observe(desk)
    with pytest.raises(NotFound):
        remove_entry(desk, handle)


def test_last_is_what_was_kept_last_of_a_kind(desk: Desk) -> None:
    with pytest.raises(NotFound):
        remove_entry(desk, "last")
    seen = observe(desk).entry
    action = supervise(desk, actions=[Action(None, wrote("Ring"))]).actions[0]
    assert mark_action(desk, "last").handle == action.handle
    done = correct_entry(desk, "last", EntryKind.OBSERVATION, wrote_values({"text": "More."})).entry
    assert (done.handle, done.kept.text) == (seen.handle, "More.")
    assert remove_entry(desk, "LAST ").kept.kind is EntryKind.OBSERVATION


def test_handles_tell_entries_apart() -> None:
    assert make_handles(["11aaaaaa", "22aaaaaa", "3bbbbbbb"]) == {
        "11aaaaaa": "1aaaaaa",
        "22aaaaaa": "2aaaaaa",
        "3bbbbbbb": "bbbbbb",
    }
    assert make_handles(["ab"]) == {"ab": "ab"}
    assert make_handles([]) == {}


def test_a_handle_that_fits_several_lists_them(desk: Desk) -> None:
    things = [f"00000000-0000-7000-8000-00000{n}abcdef" for n in (1, 2)]
    new = NewEntry(EntryKind.TRAINING, wrote_values({"title": "T"}))
    with desk.writing() as view:
        for thing in things:
            view.add(replace(make_entry(view, find_person(view, None, view.me), new), thing=thing))
    with pytest.raises(NotFound, match=r"could be: 1abcdef .*, 2abcdef "):
        remove_entry(desk, "abcdef")


# The record, listed and searched


def test_the_list_is_by_day_the_latest_first(desk: Desk) -> None:
    for on in ("2026-03-01", "2026-11-01", "2025-01-01"):
        log(desk, EntryKind.TRAINING, title=on, on=date.fromisoformat(on))
    titles = [entry.kept.title for entry in list_record(desk, None).entries]
    assert titles == ["2026-11-01", "2026-03-01", "2025-01-01"]


@try_each(
    ("chosen", "titles"),
    [
        ({"units": ("3.13",)}, ["A first visit"]),
        ({"units": ("3.1",)}, []),
        ({"units": ("3.13", "3.7")}, ["A first visit", "Rent"]),
        ({"kinds": (EntryKind.TRAINING,)}, ["Rent"]),
        ({"since": date(2026, 11, 2)}, ["A first visit"]),
        ({"until": date(2026, 11, 1)}, ["Rent"]),
        ({"words": "FIRST rush"}, ["A first visit"]),
        ({"words": "first rent"}, []),
        ({"units": ("3.7",), "words": "first"}, []),
    ],
)
def test_choices_narrow_the_list(chosen: dict[str, Any], titles: list[str], desk: Desk) -> None:
    begin_once(desk)  # anew for each case
    log(desk, EntryKind.TRAINING, title="Rent", items=("3.7",), on=date(2026, 11, 1))
    observe(desk, next_step="Ask about the spring rush.")
    found = list_record(desk, None, **chosen)
    assert [entry.kept.title for entry in found.entries] == titles
    assert found.chosen


def test_coverage_names_28_units_and_areas_only_where_something_is_recorded(desk: Desk) -> None:
    assert len(read_coverage(desk, None).units) == 28
    log(desk, EntryKind.TRAINING, title="Hope", items=("M3",))
    found = read_coverage(desk, None).units
    assert (found[-1].covered.unit, found[-1].section, len(found)) == ("M3", "Areas", 29)


def test_a_reviewer_sees_no_rating_and_nobodys_own_words(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    observe(lee, "Ada", text="secret seen", own_word="secret word", next_step="Ask about rush")
    rate(lee, me(desk), "1")
    supervise(desk, on=date(2025, 11, 23))
    supervise(
        desk, on=date(2025, 11, 24), text="secret agreed", actions=[Action("Lee", wrote("Book"))]
    )
    supervise(desk, minutes=None, cancelled="ill", on=date(2026, 2, 1))
    log(desk, EntryKind.TRAINING, title="not this", items=("3.8",))
    found = read_review(desk, None)
    (table,) = compose_review(found).blocks
    assert isinstance(table, Table)
    assert table.rows == (
        ("60 minutes", "24 Nov 2025", "supervision, one-to-one", "Lee Invented: Book"),
        ("cancelled: ill", "1 Feb 2026", "supervision, one-to-one", "-"),
        ("A first visit", "24 Nov 2026", "field mentoring, watched", "Ask about rush"),
        ("A garden centre", "24 Nov 2026", "field mentoring, watched", "-"),
    )
    assert "secret" not in str(found)
    assert "secret" not in to_json(found)


def test_somebody_met_under_two_names_has_one_record(desk: Desk) -> None:
    observe(desk)
    other = at_desk_of(desk, "Ada Sample")
    log(other, EntryKind.TRAINING, title="Rent")
    join_people(desk, "Ada Example", "Ada Sample")
    found = list_record(desk, None).entries
    assert {entry.kept.title for entry in found} == {"A first visit", "Rent"}
    assert {(entry.about, entry.by, entry.mine) for entry in found} == {
        ("Ada Example", "Ada Example", True)
    }


# Whom an entry names


def test_whoever_is_named_stands_under_the_name_of_today(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    logged = supervise(desk, who="lee", actions=[Action("Lee", wrote("Book a ward"))])
    edit_person(desk, LEE, name="Lee Renamed")
    action, held = list_record(desk, None).entries
    assert (held.handle, held.who, action.who) == (logged.entry.handle, *("Lee Renamed",) * 2)
    assert [e.handle for e in list_record(desk, None, words="renamed book").entries] == [
        action.handle
    ]
    assert '"who":"Lee Renamed"' in to_json(held)
    assert "invented" not in to_json(list_record(desk, None)).lower()


def test_a_correction_names_people_too(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    kept = supervise(desk).entry
    with pytest.raises(NotFound, match="nobody called 'a colleague'"):
        correct_entry(desk, kept.handle, EntryKind.SUPERVISION, {"who": "a colleague"})
    done = correct_entry(desk, kept.handle, EntryKind.SUPERVISION, {"who": "Lee"}).entry
    assert done.who == LEE
    done = correct_entry(desk, kept.handle, EntryKind.SUPERVISION, {"who": None}).entry
    assert done.who is None


# A view given on the spot


def test_a_rating_on_the_spot_is_a_finished_view_of_one_unit(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    assert rate(lee, me(desk), "2")
    with desk.reading() as work:
        (made,) = work.current(Assessment)
        (rating,) = work.current(Rating)
    assert (made.kind, made.state, made.scope) == (
        AssessmentKind.SUPERVISOR,
        State.FINISHED,
        ("3.13",),
    )
    assert (rating.code, rating.basis) == (Code.TWO, Basis.OBSERVED)


def test_an_open_view_is_not_disturbed(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    from ipsskills.usecases.assessments.assess import start

    start(lee, me(desk), ("3.1",), kind=AssessmentKind.SUPERVISOR)
    assert not rate(lee, me(desk), "2")
    assert counted(desk, "assessment") == 1
    draft(desk)


@try_each("code", ["", "4", "n", "u", "-1", "2.5", "٣"])
def test_only_0_to_3_rate_what_was_seen(code: str, desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        rate(at_desk_of(desk, LEE), me(desk), code)
