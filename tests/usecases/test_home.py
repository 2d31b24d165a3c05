"""The first page: where I am, and what is next."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ipsskills.codes import AssessmentKind, Code, EntryKind, ParcelKind, ParcelWay, Role
from ipsskills.doing import do
from ipsskills.facts.home import HomeFacts, Supervisee
from ipsskills.pages.compose.reports.home import compose_home
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Parcel
from ipsskills.record.whom import Whom
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.interview.commands import (
    Give,
    Into,
    Mark,
    NoteText,
    Toggle,
    Undo,
    Write,
)
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import OwnGoal, add_goals, add_own_goal
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.home import read_home
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.reports.supervisees import lead_supervisor
from ipsskills.usecases.sharing.alone import say_nothing_seen
from ipsskills.usecases.sharing.out import ToSend, keep_sent, prepare_parcel
from ipsskills.usecases.supervision.prepare import prepare
from tests.cases import try_each
from tests.conftest import Clock, shipped
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, draft, go_to, me, row, supervise
from tests.usecases.forms.test_take import form
from tests.usecases.lived import begin_once
from tests.usecases.sharing.homes import ADA, look_at, make_two, send
from tests.usecases.test_log import log as write_down
from tests.usecases.test_log import supervise as hold_supervision
from tests.words import wrote

NAMES = {unit.id: unit.short for unit in shipped().units}
NOTHING_YET = HomeFacts(
    person="Ada Example", next=(do("assess"), do("assess", "--first-look")), names=NAMES
)
FULL = row("3" * 27 + "1")


def test_a_first_use_knows_nobody(desk: Desk) -> None:
    begin = HomeFacts(next=(do("demo"), do("assess"), do("framework show")))
    assert read_home(replace(desk, me=None)) == begin
    assert read_home(replace(desk, me="somebody of another record")) == begin


def test_somebody_without_anything(desk: Desk) -> None:
    assert read_home(desk) == NOTHING_YET


def test_in_somebodys_first_weeks_the_first_look_comes_first(desk: Desk) -> None:
    found = read_home(desk, starting={me(desk).thing: "2026-11-24"})
    assert found.next == (do("assess", "--first-look"), do("assess"))
    assert read_home(desk, starting={"somebody else": "2026-11-24"}) == NOTHING_YET


def test_a_draft_waits(desk: Desk, clock: Clock) -> None:
    session = draft(desk)
    session.press_all([Give(Code.THREE), Give(Code.TWO)])
    session.press(Toggle(Mark.BRING))
    clock.forward(days=2)
    found = read_home(desk)
    assert (found.draft_begun, found.draft_left) == (date(2026, 11, 24), 26)
    assert (found.last_finished, found.next_pass) == (None, None)
    assert found.next == (do("assess"),)


def test_a_draft_that_was_only_opened_does_not_wait(desk: Desk) -> None:
    session = draft(desk)
    assert read_home(desk) == NOTHING_YET
    session.press_all([Give(Code.THREE), Undo()])
    assert read_home(desk) == NOTHING_YET, "nothing is answered once it was taken back"
    session.press(Toggle(Mark.BRING))
    assert read_home(desk).draft_begun == date(2026, 11, 24), "a mark is something"


def test_a_note_or_a_statement_makes_a_draft_wait(desk: Desk) -> None:
    session = draft(desk)
    session.press(Write(NoteText(wrote("Ask about this."))))
    assert read_home(desk).draft_left == 28
    session.press_all([Write(NoteText()), Into()])
    assert read_home(desk) == NOTHING_YET
    session.press(Give(Code.TWO))
    assert read_home(desk).draft_left == 28


@try_each(
    ("days", "last", "next_pass"),
    [
        (["2026-11-24"], "2026-11-24", "2027-02-24"),
        (["2026-11-24", "2027-03-01"], "2027-03-01", "2027-06-01"),
        (["2026-11-24", "2027-02-24", "2027-05-24"], "2027-05-24", "2027-11-24"),
        (
            ["2026-11-24", "2027-02-24", "2027-05-24", "2027-11-30"],
            "2027-11-30",
            "2028-05-30",
        ),
        (["2026-11-30"], "2026-11-30", "2027-02-28"),
    ],
)
def test_the_next_pass_comes_after_three_and_six_months_then_twice_a_year(
    desk: Desk, clock: Clock, days: list[str], last: str, next_pass: str
) -> None:
    begin_once(desk)  # anew for each case
    for day in days:
        go_to(clock, date.fromisoformat(day))
        assess(desk, FULL, UNITS)
    found = read_home(desk)
    assert (str(found.last_finished), str(found.next_pass)) == (last, next_pass)


def test_a_look_at_one_unit_does_not_move_the_next_pass(desk: Desk, clock: Clock) -> None:
    assess(desk, FULL, UNITS)
    go_to(clock, date(2026, 12, 10))
    assess(desk, {"3.16": "2"})
    assess(desk, {"M1": "2"})
    found = read_home(desk)
    assert found.last_finished == date(2026, 12, 10)
    assert found.next_pass == date(2027, 2, 24)


def test_a_look_at_one_unit_alone_makes_no_next_pass(desk: Desk) -> None:
    assess(desk, {"3.16": "2"})
    assert read_home(desk).next_pass is None


def test_a_supervisors_view_is_not_mine(desk: Desk) -> None:
    supervise(desk, {"3.1": "3O"})
    assert read_home(desk) == NOTHING_YET


def test_goals_and_what_is_due_first(desk: Desk) -> None:
    assess(desk, FULL, UNITS)
    add_own_goal(desk, None, OwnGoal(wrote("Late"), steps=(wrote("last"),), due=date(2027, 3, 1)))
    soon = OwnGoal(
        wrote("Soon"), steps=tuple(map(wrote, ("one", "two", "three"))), due=date(2026, 12, 1)
    )
    add_own_goal(desk, None, soon)
    found = read_home(desk)
    assert found.goals == ("Late", "Soon")
    assert [(step.due, step.number, step.text) for step in found.next_due] == [
        (date(2026, 12, 1), "2.1", "one"),
        (date(2026, 12, 1), "2.2", "two"),
        (date(2026, 12, 1), "2.3", "three"),
    ]
    assert found.next == (do("report"), do("plan show"), do("prepare"))
    prepare(desk, {"text": wrote("I froze.")})
    assert found.next[:2] == read_home(desk).next[:2]
    assert read_home(desk).next[2:] == (do("agenda"),), "what was prepared is on it"
    mark_done(desk, None, "2.1")
    last = read_home(desk).next_due[-1]
    assert (last.due, last.number, last.text) == (date(2027, 3, 1), "1.1", "last")
    add_goals(desk, None, ["3.16"])
    assert len(read_home(desk).goals) == 3


def test_more_that_is_due_than_is_named_is_said(desk: Desk) -> None:
    assess(desk, FULL, UNITS)
    add_goals(desk, None, ["3.8", "3.12", "3.16"])
    found = read_home(desk)
    assert (len(found.due), found.due_more) == (3, 0), "a review of each goal"
    assert "more." not in to_text(compose_home(found))
    add_goals(desk, None, ["3.1", "3.2"])
    found = read_home(desk)
    assert (len(found.due), found.due_more) == (3, 2)
    assert "And 2 more." in to_text(compose_home(found))


def test_a_step_from_the_curriculum_that_is_due_first_says_what_opens_how_it_is_done(
    desk: Desk,
) -> None:
    assess(desk, FULL, UNITS)
    add_goals(desk, None, ["3.8"])
    assert [each for each in read_home(desk).next if each.words] == [do("plan show", "1.1")]
    add_own_goal(desk, None, OwnGoal(wrote("Soon"), steps=(wrote("one"),), due=date(2026, 11, 25)))
    assert [each for each in read_home(desk).next if each.words] == []


def test_whoever_leads_nobody_yet_is_told_how_to_begin(desk: Desk) -> None:
    found = read_home(at_desk_of(desk, LEE))
    assert found.supervisees == ()
    assert found.next[:2] == (do("people add", "--help"), do("share in", "--help"))


def test_a_supervisor_sees_by_name_when_each_of_the_two_looked(desk: Desk, clock: Clock) -> None:
    at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    for name in ("Cy Sample", "Bo Sample"):
        add_person(desk, name, Role.EMPLOYMENT_SPECIALIST, supervisor=LEE)
    add_person(desk, "Di Sample", Role.EMPLOYMENT_SPECIALIST)
    assess(desk, FULL, UNITS)
    lee = at_desk_of(desk, LEE)
    untouched = (Supervisee(name="Bo Sample"), Supervisee(name="Cy Sample"))
    assert read_home(lee).supervisees == (
        Supervisee(name="Ada Example", looked=date(2026, 11, 24)),
        *untouched,
    )
    assert read_home(lee).next[:2] == (
        do("assess", "--as", "supervisor", person="Ada Example"),
        do("form", "--for", "Bo Sample", "-o", "look.html"),
    )
    go_to(clock, date(2026, 11, 26))
    supervise(desk, {"3.1": "3O"})
    kept = Supervisee(name="Ada Example", looked=date(2026, 11, 24), viewed=date(2026, 11, 26))
    assert read_home(lee).supervisees == (kept, *untouched)
    assert read_home(lee).next[0].verb == "form", "nobody waits for a look"
    assert read_home(desk).supervisees == (), "who is supervised sees nobody"


def test_a_look_begun_at_somebody_waits_and_the_coming_hour_is_named(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    lee = at_desk_of(desk, LEE)
    start(lee, me(desk), UNITS, kind=AssessmentKind.SUPERVISOR).press(Give(Code.NOT_SEEN))
    hold_supervision(desk, next_on=date(2026, 12, 1))
    found = read_home(lee)
    assert found.supervisees == (Supervisee(name="Ada Example", viewing=True),)
    assert found.next[:2] == (
        do("assess", "--as", "supervisor", person="Ada Example"),
        do("agenda", person="Ada Example"),
    )


def test_after_a_look_it_goes_to_the_supervisor_once(desk: Desk, clock: Clock) -> None:
    at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    assess(desk, FULL, UNITS)
    sending = do("share out", "--to", LEE)
    assert read_home(desk).next[:2] == (do("report"), sending)
    go_to(clock, date(2027, 1, 24))
    assert sending not in read_home(desk).next, "more than sixty days ago"
    assess(desk, FULL, UNITS)
    assert sending in read_home(desk).next
    keep_sent(desk, prepare_parcel(desk, ToSend(to="Lee")))
    assert sending not in read_home(desk).next
    go_to(clock, date(2027, 3, 1))
    assess(desk, FULL, UNITS)
    assert sending in read_home(desk).next, "what was sent is the look before"


def test_a_view_of_the_same_weeks_is_set_beside(desk: Desk, clock: Clock) -> None:
    at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    assess(desk, FULL, UNITS)
    go_to(clock, date(2026, 12, 1))
    supervise(desk, {"3.1": "3O"})
    assert read_home(desk).next[:2] == (do("report"), do("compare"))
    go_to(clock, date(2027, 6, 1))
    assess(desk, FULL, UNITS)
    assert do("compare") not in read_home(desk).next


def test_what_a_supervisor_kept_goes_back_to_whoever_sends_their_own(
    tmp_path: Path, clock: Clock
) -> None:
    ada, lee = make_two(shipped(), tmp_path, clock)
    edit_person(ada, None, supervisor=LEE)
    assess(ada, FULL, UNITS)
    send(ada, lee, to=LEE)
    assert _read_ada(lee).send is None, "nothing was kept yet"
    look_at(lee, {"3.1": "3O"})
    back = do("share out", person=ADA)
    assert _read_ada(lee).send == back
    assert back in read_home(lee).next
    assert back in compare(lee, ADA).next
    send(lee, ada, who=ADA)
    assert _read_ada(lee).send is None
    assert read_home(ada).next[:2] == (do("report"), do("compare"))


def _read_ada(lee: Desk) -> Supervisee:
    (ada,) = read_home(lee).supervisees
    return ada


def test_to_whoever_has_sent_forms_alone_a_page_goes_back(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor=LEE)
    with lee.writing() as view:
        form = {"way": ParcelWay.IN, "kind": ParcelKind.FORM, "with_whom": Whom(desk.me or "")}
        view.add(view.first(Parcel, about=desk.me, on=view.today, digest="0", **form))
    supervise(desk, {"3.1": "3O"})
    assert _read_ada(lee).send == do("share out", "-o", "page.pdf", person=ADA)


def test_nothing_is_offered_to_go_back_that_would_not_go(desk: Desk, clock: Clock) -> None:
    lee = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor=LEE)
    take_form(lee, form(desk, {"3.8": "2"}), me(desk))
    assert _read_ada(lee).send is None, "her own form, which Lee took in, is nothing of Lee's"
    go_to(clock, date(2026, 11, 25))
    write_down(lee, EntryKind.SUPERVISION, ADA, way="one-to-one", minutes=60)
    assert _read_ada(lee).send is None, "a page is refused until Lee has looked"
    say_nothing_seen(lee, "Ada")
    assert _read_ada(lee).send == do("share out", "-o", "page.pdf", person=ADA)


def test_a_second_look_goes_too_although_the_view_of_before_stands_beside_it(
    tmp_path: Path, clock: Clock
) -> None:
    ada, lee = make_two(shipped(), tmp_path, clock)
    edit_person(ada, None, supervisor=LEE)
    assess(ada, FULL, UNITS)
    send(ada, lee, to=LEE)
    look_at(lee, {"3.1": "3O"})
    send(lee, ada, who=ADA)
    go_to(clock, date(2027, 1, 6))
    assess(ada, FULL, UNITS)
    sending, both = do("share out", "--to", LEE), do("compare")
    assert read_home(ada).next[:3] == (do("report"), sending, both)
    assert report(ada, None).next[:2] == (sending, both)
    send(ada, lee, to=LEE)
    assert read_home(ada).next[:2] == (do("report"), both)


def test_of_two_looks_of_one_day_the_second_has_to_go_too(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor="Lee")
    assess(desk, FULL, UNITS)
    keep_sent(desk, prepare_parcel(desk, ToSend(to="Lee")))
    assess(desk, FULL, UNITS)
    assert do("share out", "--to", LEE) in read_home(desk).next


def test_whose_answers_wait_comes_before_a_first_look_that_is_shown(desk: Desk) -> None:
    looked = date(2026, 11, 24)
    cat = Supervisee(name="Cat Doyle", looked=looked, first_look=True)
    hal = Supervisee(name="Hal Sample", looked=looked)
    assert next(lead_supervisor(me(desk), (cat, hal), ())).person == "Hal Sample"
    first = next(lead_supervisor(me(desk), (cat,), ()))
    page = to_text(compose_home(HomeFacts(person=LEE, supervisees=(cat,), next=(first,))), 200)
    assert "your own look; theirs is a first look, which is shown already" in page
    assert "stay apart" not in page


def test_a_leader_who_is_not_new_is_offered_no_first_look(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    edit_person(lee, None, role=Role.TEAM_LEADER)
    offered = do("assess", "--first-look")
    assert offered not in read_home(lee).next
    assert offered in read_home(lee, starting={me(lee).thing: "2026-11-24"}).next
