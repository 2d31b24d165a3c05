"""Records that cross the table: what goes, what stays, what comes of it, in any order."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import AssessmentKind, Code, EntryKind, ParcelKind, Role
from ipsskills.doing import do
from ipsskills.errors import DifferentContent, InvalidInput, IpsSkillsError, NotFound
from ipsskills.formats.exchange.bundle import Bundle
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_jsonable
from ipsskills.method.pairs import Alone
from ipsskills.pages.compose.sharing.taken import compose_taken
from ipsskills.pages.compose.sharing.told import compose_told
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.document import Heading
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Assessment, Entry, Goal, Note, Rating, State
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.interview.commands import Give
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import agree as agree_plan
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.sharing.alone import say_nothing_seen
from ipsskills.usecases.sharing.out import ToSend, prepare_parcel
from ipsskills.usecases.sharing.taking_in import look_in, take_in
from ipsskills.usecases.supervision.agenda import agenda
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import assess, draft, given
from tests.usecases.rights.erased import forget
from tests.usecases.sharing.homes import (
    ADA,
    LEE,
    list_kept,
    look_at,
    make_home,
    make_two,
    open_copies,
    pack,
    send,
)
from tests.words import wrote

Two = tuple[Desk, Desk]

LOOK = {
    "3.2": given("3.2", "2"),
    "3.8": given("3.8", "1", bring=True, note="I freeze.", shared=True),
    "3.13": given("3.13", "3", note="kestrel over the weir"),
}


@pytest.fixture(scope="module")
def made(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Ada's record, with a look, a plan and entries, and Lee's, in which nobody else is."""
    clock = Clock()
    ada, lee = make_two(framework, tmp_path_factory.mktemp("homes"), clock)
    fill(ada, clock)
    yield ada, lee
    ada.store.close()
    lee.store.close()


@pytest.fixture
def homes(made: Two, clock: Clock) -> Iterator[Two]:
    """Copies of both in memory, of this test's own."""
    with open_copies(made, clock) as copies:
        yield copies


def fill(ada: Desk, clock: Clock) -> None:
    assess(ada, LOOK)
    add_goals(ada, None, ["3.8"])
    add_entries(
        ada,
        None,
        [
            NewEntry(EntryKind.TRAINING, {"title": wrote("Money talks"), "items": ("3.8",)}),
            NewEntry(
                EntryKind.PREPARATION, {"title": wrote("Preparation"), "text": wrote("An old one")}
            ),
        ],
    )
    clock.forward(days=1)
    add_entries(
        ada,
        None,
        [
            NewEntry(
                EntryKind.PREPARATION, {"title": wrote("Preparation"), "text": wrote("The latest")}
            )
        ],
    )


def said(page: Any) -> Any:
    """What a page of both views tells, but for who reads it."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k not in ("me", "mine", "id", "next")}
        return [strip(each) for each in value] if isinstance(value, list) else value

    return strip(to_jsonable(page))


def test_each_looks_alone_and_both_pages_tell_the_same(homes: Two) -> None:
    ada, lee = homes
    came = send(ada, lee, to=LEE)
    assert came.apart == ("3.2", "3.8", "3.13")
    with pytest.raises(NotFound):
        compare(lee, ADA)
    look_at(lee, {"3.2": "3O", "3.8": "1M", "3.13": "u"})
    back = send(lee, ada, LEE, who=ADA)
    assert not back.apart
    assert [look.kind for look in back.met.new.looks] == ["supervisor"]
    assert said(compare(ada, None)) == said(compare(lee, ADA))


def test_who_opens_a_file_for_somebody_else_is_told_and_led_to_take_it_back(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, _ = homes
    dan = make_home(framework, tmp_path / "dan.db", clock, "Dan Other", Role.EMPLOYMENT_SPECIALIST)
    lees = add_person(dan, LEE, Role.TEAM_LEADER)
    (taken,) = take_in(dan, [pack(ada, to=LEE)], [LEE])
    assert taken.met.to
    assert taken.met.to.here
    assert taken.met.to.here.id == lees.id
    assert f"It says it is for {LEE}, not for you." in str(compose_taken(taken))
    assert taken.next == (do("share undo", "1"),)


def test_several_looks_and_answers_of_one_day_are_said_to_be_of_that_day(homes: Two) -> None:
    ada, _ = homes
    told = prepare_parcel(ada, ToSend(to=LEE)).goes
    (look,) = told.looks
    two = replace(told, looks=(look, look))
    assert "; and 1 earlier one of that day" in compose_told(two)[0]
    agreed = replace(look, kind=AssessmentKind.AGREED)
    assert compose_told(replace(told, looks=(agreed, agreed)))[0] == (
        "what was agreed on 24 Nov 2026"
    )
    before = replace(agreed, on=date(2026, 11, 20))
    assert compose_told(replace(told, looks=(agreed, before)))[0] == (
        "what was agreed on 24 Nov 2026; more since 20 Nov 2026"
    )


def test_both_views_are_offered_where_both_are_there_and_neither_is_apart(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    agree_plan(lee, ADA, with_whom=LEE)
    assert send(lee, ada, LEE, who=ADA).next == (do("report"), do("plan show"))
    look_at(lee, {"3.2": "3O", "3.8": "1M", "3.13": "u"})
    assert send(lee, ada, who=ADA).next == (do("compare"), do("plan show"))


def test_what_is_not_there_is_not_offered_next(
    framework: Framework, clock: Clock, tmp_path: Path
) -> None:
    ada, lee = make_two(framework, tmp_path, clock)
    assert send(ada, lee, to=LEE).next == (do("agenda", person=ADA),), "no look, no plan"
    training = {"title": wrote("Money talks"), "items": ("3.8",)}
    add_entries(lee, ADA, [NewEntry(EntryKind.TRAINING, training)])
    came = send(lee, ada, LEE, who=ADA)
    assert came.next == ()
    assert Heading("Next") not in compose_taken(came).blocks


def test_a_view_in_which_nothing_was_seen_yet_tells_the_same_on_both_sides(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    say_nothing_seen(lee, ADA)
    send(lee, ada, LEE, who=ADA)
    found = compare(ada, None)
    assert [(each.unit, each.why) for each in found.alone] == [
        ("3.2", Alone.NOT_SEEN),
        ("3.8", Alone.NOT_SEEN),
        ("3.13", Alone.NOT_SEEN),
    ]
    assert found.corrected == ()
    assert said(found) == said(compare(lee, ADA))


def test_what_goes_is_told_and_what_stays(homes: Two) -> None:
    ada, _ = homes
    draft(ada)
    planned = prepare_parcel(ada, ToSend(to=LEE))
    (look,) = planned.goes.looks
    assert (look.answers, look.marks, look.notes) == (3, 1, 1)
    assert planned.goes.goals == 1
    assert [(each.kind, each.count) for each in planned.goes.entries] == [
        (EntryKind.TRAINING, 1),
        (EntryKind.PREPARATION, 1),
    ]
    assert planned.stays.private_notes == 1
    assert planned.stays.drafts == 1
    assert not planned.by_key


def test_no_draft_private_note_or_old_preparation_is_in_the_file(homes: Two) -> None:
    ada, _ = homes
    session = draft(ada)
    session.press(Give(Code.ZERO))
    with ada.store.reading() as work:
        open_one = next(a for a in work.current(Assessment) if a.state == "draft")
    text = json.dumps(pack(ada, to=LEE).records)
    assert "I freeze." in text
    assert "The latest" in text
    for kept_back in ("kestrel", "An old one", open_one.thing):
        assert kept_back not in text


def test_a_view_that_its_sender_has_not_finished_is_not_in_the_file(
    homes: Two,
) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    content = pack(lee, who=ADA)
    assert "rating" not in content.records  # Ada's own are kept apart, and Lee has given none
    assert "assessment" not in content.records


def test_the_same_twice_adds_nothing(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    take_in(lee, [content])
    before = list_kept(lee, without=())
    (again,) = take_in(lee, [content])
    assert list_kept(lee, without=()) == before
    assert again.number is None
    assert again.met.new.nothing
    assert len(again.met.known.looks) == 1


def test_a_file_about_somebody_who_was_erased_brings_nobody_back(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    take_in(lee, [content])
    forget(lee, ADA)
    before = list_kept(lee, without=())
    for names in ([], [ADA], ["new"]):  # who is said to be meant changes nothing
        with pytest.raises(InvalidInput, match=f"{ADA} was erased from this record on 25 Nov"):
            take_in(lee, [content], names)
    with pytest.raises(InvalidInput, match="from before that"):
        look_in(lee, [content])
    assert list_kept(lee, without=()) == before
    assert pack(ada, to=LEE)  # her own record is not touched by it


def test_what_somebody_who_was_erased_wrote_about_others_comes_in_by_somebody(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    look_at(lee, {"3.8": "3O"})
    content = pack(lee, who=ADA)
    take_in(ada, [content])
    forget(ada, LEE)
    add_person(ada, LEE, Role.TEAM_LEADER)  # is not asked about: the file's is known by its id
    more = NewEntry(EntryKind.TRAINING, {"title": wrote("More"), "items": ()})
    add_entries(lee, ADA, [more])
    (taken,) = take_in(ada, [pack(lee, who=ADA)])
    assert [each.kind for each in taken.met.new.entries] == [EntryKind.TRAINING]
    with ada.reading() as view:
        assert lee.me not in view.names()


def test_authors_are_right_on_every_record(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    look_at(lee, {"3.2": "3O"})
    send(lee, ada, LEE, who=ADA)
    here, there = list_kept(ada), list_kept(lee)
    for kept in here.keys() & there.keys():
        assert here[kept] == there[kept]
    with lee.reading() as view:
        own = view.current(Assessment, kind=AssessmentKind.SELF)
        assert {view.survivor(each.author) for each in own} == {ada.me}


def test_a_correction_is_told_and_an_older_copy_that_comes_later_changes_nothing(
    homes: Two, clock: Clock
) -> None:
    ada, lee = homes
    first = pack(ada, to=LEE)
    clock.forward(days=1)
    with ada.writing() as view:
        (look,) = view.current(Assessment)
        for rating in view.current(Rating, assessment=look.thing):
            if rating.item != "3.13":
                view.add(view.next(rating, code="0"))
    second = pack(ada, to=LEE)
    take_in(lee, [first])
    (met,) = look_in(lee, [second])
    assert met.changed == ("3.2", "3.8")
    assert met.changed_since == look.finished
    take_in(lee, [second])
    take_in(lee, [first])
    look_at(lee, {"3.2": "3O", "3.8": "1M", "3.13": "2M"})
    with lee.reading() as view:
        (own,) = view.current(Assessment, kind=AssessmentKind.SELF)
        found = {each.item: each.code for each in view.current(Rating, assessment=own.thing)}
    assert found == {"3.2": "0", "3.8": "0", "3.13": "3"}


def test_a_look_that_was_open_again_for_a_while_goes_as_it_was_finished(homes: Two) -> None:
    ada, lee = homes
    with ada.writing() as view:
        (look,) = view.current(Assessment)
        opened = view.next(look, state=State.DRAFT, finished=None)
        again = view.next(opened, state=State.FINISHED, finished=look.finished)
        view.add(opened, again)
    send(ada, lee, to=LEE)
    with lee.reading() as view:
        ids = {each.id for each in view.history(Assessment, look.thing)}
    assert ids == {look.id, again.id}


def test_the_newer_file_alone_is_whole(homes: Two, clock: Clock) -> None:
    ada, lee = homes
    pack(ada, to=LEE)
    clock.forward(days=1)
    with ada.writing() as view:
        (goal,) = view.current(Goal)
        view.add(view.next(goal, title=wrote("In other words")))
    send(ada, lee, to=LEE)
    with lee.reading() as view:
        (goal,) = view.current(Goal)
        assert goal.title == "In other words"
        assert len(view.history(Goal, goal.thing)) == 1


def test_an_entry_taken_back_after_it_went_goes_as_taken_back(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    with ada.writing() as view:
        entry = next(e for e in view.current(Entry) if e.kind is EntryKind.TRAINING)
        view.add(view.next(entry, removed=True))
        never_sent = view.first(
            Entry, about=ada.me, kind="training", on=view.today, title=wrote("Oh"), removed=True
        )
        view.add(never_sent)
    content = pack(ada, to=LEE)
    take_in(lee, [content])
    assert never_sent.id not in json.dumps(content.records)
    with lee.reading() as view:
        assert [e.thing for e in view.current(Entry, removed=True)] == [entry.thing]


def test_a_shared_note_that_is_taken_back_is_gone_there_too(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    with ada.writing() as view:
        (note,) = (each for each in view.current(Note) if each.shared)
        view.add(view.next(note, text=wrote(""), shared=False))
    send(ada, lee, to=LEE)
    look_at(lee, {"3.8": "1M"})
    with lee.reading() as view:
        assert [each.text for each in view.current(Note)] == [""]


def test_somebody_of_the_same_name_is_asked_about_and_remembered(
    homes: Two, framework: Framework
) -> None:
    ada, lee = homes
    typed = add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST)
    edit_person(lee, ADA, supervisor=LEE, team="Harbour")
    content = pack(ada, to=LEE)
    (met,) = look_in(lee, [content])
    assert [(each.called, [p.name for p in each.like]) for each in met.doubts] == [(ADA, [ADA])]
    with pytest.raises(InvalidInput, match="not known who is meant"):
        take_in(lee, [content])
    take_in(lee, [content], [ADA])
    with lee.reading() as view:
        assert view.survivor(typed.id) == ada.me
        kept = view.people()[str(ada.me)]
        assert kept.team == "Harbour"
        assert view.survivor(str(kept.supervisor)) == lee.me
        assert view.survivor(content.to.id if content.to else "") == lee.me
    assert look_in(lee, [pack(ada, to=LEE)])[0].doubts == ()


def test_somebody_else_of_the_same_name_stays_somebody_else(homes: Two) -> None:
    ada, lee = homes
    typed = add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST)
    take_in(lee, [pack(ada, to=LEE)], ["new"])
    with lee.reading() as view:
        assert view.survivor(typed.id) != view.survivor(str(ada.me))


def test_what_comes_back_is_closed_by_the_key_that_came(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    back = prepare_parcel(lee, ToSend(who=ADA))
    assert back.by_key
    with ada.reading() as view:
        assert back.key == view.people()[str(ada.me)].key
    assert not prepare_parcel(lee, ToSend(who=ADA, by_words=True)).by_key
    assert not prepare_parcel(lee, ToSend(who=ADA, readable=True)).by_key


def test_a_changed_key_is_said_where_it_comes_and_where_it_is_used(
    homes: Two, clock: Clock
) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    pack(lee, who=ADA)
    clock.forward(days=1)
    with ada.writing() as view:
        view.add(view.next(view.people()[str(ada.me)], key="age1another"))
    content = pack_with_key(ada, "age1another")
    (met,) = look_in(lee, [content])
    assert met.new_key == (ADA,)
    take_in(lee, [content])
    with lee.reading() as view:
        today = view.today
    assert prepare_parcel(lee, ToSend(who=ADA)).new_key == today


def pack_with_key(desk: Desk, key: str) -> Bundle:
    """What goes from a record that has another key now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ipsskills.usecases.sharing.keys.public_of", lambda _: key)
        return pack(desk, to=LEE)


def test_a_handover_has_no_views_unless_the_person_says_so(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = homes
    agree_plan(ada, None, LEE)
    add_entries(
        ada,
        None,
        [NewEntry(EntryKind.SUPERVISION, {"minutes": 60}, (Action(LEE, wrote("find a ward")),))],
    )
    send(ada, lee, to=LEE)
    look_at(lee, {"3.2": "3O", "3.8": "1M", "3.13": "2M"})
    nia = make_home(framework, tmp_path / "nia.db", clock, "Nia New", Role.TEAM_LEADER)
    add_person(lee, "Nia New", Role.TEAM_LEADER)
    content = pack(lee, who=ADA, to="Nia", handover=True)
    assert content.what is ParcelKind.HANDOVER
    assert "assessment" not in content.records
    assert "note" not in content.records
    (taken,) = take_in(nia, [content])
    assert "Ada Example's looks were not sent." in str(compose_taken(taken))
    supervise = do("people edit", "--supervisor", "Nia New", person=ADA)
    assert taken.next == (do("plan show", person=ADA), supervise, do("agenda", person=ADA))
    with pytest.raises(NotFound, match="Ada Example's looks were not sent") as not_sent:
        report(nia, ADA)
    assert str(do("plan show", person=ADA)) in not_sent.value.hint
    page = " ".join(to_text(compose_agenda(agenda(nia, ADA))).split())
    assert "no finished look" not in page
    assert "not answered" not in page
    assert "Ada Example's looks are not here. They can send them:" in page
    assert "and 2.4 Sharing for safety, their answer is not here: talk one case through" in page
    with nia.reading() as view:
        assert {each.kind for each in view.current(Entry)} == {
            EntryKind.SUPERVISION,
            EntryKind.ACTION,
        }
        assert len(view.current(Goal)) == 1
    (taken,) = take_in(nia, [pack(lee, who=ADA, to="Nia", handover=True, views=True)])
    assert not agenda(nia, ADA).looks_elsewhere
    assert taken.raters == (ADA,)  # Lee's own view is nobody's secret from who comes after
    assert f"{ADA}'s answers on 3 units are kept apart" in str(compose_taken(taken))


def test_a_new_supervisor_says_so_by_file_and_it_is_for_the_person_to_say(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = homes
    edit_person(ada, None, supervisor=LEE)
    agree_plan(ada, None, LEE)
    send(ada, lee, to=LEE)
    look_at(lee, {"3.2": "3O", "3.8": "1M", "3.13": "2M"})
    mia = make_home(framework, tmp_path / "mia.db", clock, "Mia Nye", Role.TEAM_LEADER)
    add_person(lee, "Mia Nye", Role.TEAM_LEADER)
    send(lee, mia, who=ADA, to="Mia", handover=True)
    assert not pack(mia, who=ADA).supervises
    edit_person(mia, ADA, supervisor="Mia Nye")
    came = send(mia, ada, who=ADA)
    accept = do("people edit", "--supervisor", "Mia Nye", person=ADA)
    assert came.met.supervisor
    assert came.met.supervisor.accept == accept
    page = str(spell_page(compose_taken(came)))
    said = f"Mia Nye says that they supervise you now. Here it is {LEE}, until you say so too:"
    assert said in page
    assert f'ipsskills people edit "{ADA}" --supervisor "Mia Nye"' in page
    assert prepare_parcel(ada, ToSend()).to.name == LEE, "nothing is changed by a file"
    clock.forward(days=1)
    edit_person(ada, None, supervisor="Mia Nye")
    assert send(mia, ada, who=ADA).met.supervisor is None
    assert prepare_parcel(ada, ToSend()).to.name == "Mia Nye"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"to": ADA}, "for yourself"),
        ({"who": LEE, "to": "Bo"}, "to a new leader"),
        ({"who": LEE, "handover": True}, "goes to somebody else"),
        ({"who": "Bo"}, "nothing yet about Bo"),
        ({}, "Nobody is named"),
        ({"again": True}, "Nothing was sent yet"),
    ],
)
def test_what_may_not_be_sent_so(homes: Two, wanted: dict[str, Any], said: str) -> None:
    ada, _ = homes
    add_person(ada, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)
    with pytest.raises(IpsSkillsError, match=said):
        prepare_parcel(ada, ToSend(**wanted))


def test_again_repeats_what_went_last(homes: Two) -> None:
    ada, _ = homes
    pack(ada, to=LEE, readable=True)
    again = prepare_parcel(ada, ToSend(again=True))
    assert (again.to.name, again.readable, again.views) == (LEE, True, False)


def test_an_invented_service_sends_and_takes_nothing(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    with lee.store.writing() as work:
        work._database.run("UPDATE store SET value = 'yes' WHERE name = 'demo'")
    with pytest.raises(InvalidInput, match="invented service"):
        take_in(lee, [content])
    with pytest.raises(InvalidInput, match="invented service"):
        prepare_parcel(lee, ToSend(who=ADA))


Row = dict[str, Any]


def alter(kind: str, /, **changes: Any) -> Callable[[Row], None]:
    """A change to the first row of a kind."""

    def change(records: Row) -> None:
        records[kind][0] |= changes

    return change


OTHER = "01a22cf5-426c-7224-99c2-826740ce0fff"


@pytest.fixture
def packed(homes: Two) -> Bundle:
    return pack(homes[0], to=LEE)


@try_each(
    ("change", "said"),
    [
        (alter("assessment", state="draft", finished=None), "never sent"),
        (alter("note", shared=False), "never sent"),
        (alter("note", thing="note:else"), "not go together"),
        (alter("note", subject="else/3.8", thing="note:else/3.8"), "not go together"),
        (alter("rating", assessment=OTHER), "not go together"),
        (alter("rating", item="3.3"), "not go together"),
        (alter("goal", about=OTHER), "somebody else"),
        (alter("entry", about=OTHER), "somebody else"),
        (alter("person", key=None), "never sent"),
        (alter("person", thing=OTHER, about=OTHER, author=OTHER), "does not name"),
        (alter("person", author=OTHER), "never sent"),
        (alter("entry", at="2027-11-24T12:00:00.000000Z"), "date is ahead"),
        (alter("entry", kind="party"), "cannot be kept"),
        (alter("entry", colour="red"), "does not know"),
        (lambda records: records.update(hold=[{}]), "never sent"),
        (lambda records: records.update(parcel=[{}]), "never sent"),
        (lambda records: records.update(sqlite_master=[{}]), "never sent"),
    ],
)
def test_what_does_not_belong_in_a_file_is_refused_whole(
    homes: Two, packed: Bundle, change: Callable[[Row], None], said: str
) -> None:
    _, lee = homes
    records = deepcopy({kind: list(rows) for kind, rows in packed.records.items()})
    change(records)
    before = list_kept(lee, without=())
    with pytest.raises(InvalidInput, match=said) as caught:
        take_in(lee, [replace(packed, records={k: tuple(r) for k, r in records.items()})])
    assert "Nothing was changed." in caught.value.message
    assert list_kept(lee, without=()) == before


def test_a_version_that_is_known_with_other_content_is_named(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    take_in(lee, [content])
    records = deepcopy({kind: list(rows) for kind, rows in content.records.items()})
    records["goal"][0] = {**records["goal"][0], "title": "Changed by hand"}
    with pytest.raises(DifferentContent, match=f"goal {records['goal'][0]['id']}"):
        take_in(lee, [replace(content, records={k: tuple(r) for k, r in records.items()})])


def test_a_framework_that_is_not_what_its_name_says_is_refused(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    (text,) = content.frameworks
    with pytest.raises(InvalidInput, match="framework in it"):
        take_in(lee, [replace(content, frameworks=(replace(text, text="x"),))])


def test_people_are_named_by_ids_and_whatever_time_those_tell(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    far = replace(content.people[0], id="ffffffff-ffff-7fff-8fff-ffffffffffff")
    with pytest.raises(InvalidInput, match="no id"):
        take_in(lee, [replace(content, people=(replace(far, id="Ada"),))])
    with pytest.raises(InvalidInput, match="no id"):
        take_in(lee, [replace(content, people=(replace(far, also=("Ada",)),))])
    take_in(lee, [replace(content, people=(*content.people, far))])


def test_several_files_come_in_all_or_none(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    bad = replace(content, by=None)
    with pytest.raises(InvalidInput, match="does not say whom"):
        take_in(lee, [content, bad])
    assert len(list_kept(lee)) == 1


def test_a_file_says_nothing_of_a_colleague_but_name_and_role(
    homes: Two, framework: Framework
) -> None:
    ada, _ = homes
    edit_person(ada, LEE, team="Quayside", leave=wrote("Mondays"))
    agree_plan(ada, None, LEE)
    content = pack(ada, to=LEE)
    text = json.dumps([vars(each) for each in content.people])
    assert LEE in text
    assert "Quayside" not in text + json.dumps(content.records)
