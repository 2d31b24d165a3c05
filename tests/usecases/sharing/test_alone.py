"""What came by file before its reader had looked: kept apart, told, and ended in two ways."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.apart import LookedAlone, TogetherNow
from ipsskills.facts.due import DueKind
from ipsskills.facts.people import PersonNamed
from ipsskills.method.pairs import Alone
from ipsskills.pages.compose.sharing.alone import (
    compose_looked_alone,
    compose_together,
    say_came,
)
from ipsskills.pages.compose.supervision.agenda import agenda_page, compose_agenda
from ipsskills.pages.compose.supervision.agenda_words import word_agenda
from ipsskills.pages.compose.supervision.due import due_words
from ipsskills.pages.compose.undoing import compose_last_change
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import AloneFirst, Assessment
from ipsskills.usecases.assessments.answers_file import list_commands
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.home import read_home
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.sharing.alone import keep_apart, list_came, read_together, say_nothing_seen
from ipsskills.usecases.supervision.agenda import agenda
from ipsskills.usecases.supervision.due import list_due
from ipsskills.usecases.undoing.undo import read_last_change
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    apart_line,
    assess,
    at_desk_of,
    given,
    go_to,
    me,
    supervise,
)

ADA = "Ada Example"


def take_in(desk: Desk, *came: Assessment) -> tuple[AloneFirst, ...]:
    """Do with views what taking in a file does after it has put them into the record."""
    with desk.interviewing(write=True) as (view, work):
        return keep_apart(view, work, came)


@pytest.fixture
def lee(desk: Desk) -> Desk:
    """Lee's desk, at which Ada's answers to three units have just come in."""
    view = assess(desk, {"3.2": "2", "3.8": given("3.8", "1", bring=True), "3.13": "3"})
    opened = at_desk_of(desk, LEE)
    assert [kept.units for kept in take_in(opened, view)] == [("3.2", "3.8", "3.13")]
    return opened


def shown(desk: Desk, who: str | None = ADA) -> set[str]:
    """The units of which a report shows the person's own answer."""
    return {unit.unit for unit in report(desk, who).units if unit.own and unit.own.value}


def test_answers_that_came_are_there_and_kept_apart_with_the_names_of_marked_units(
    desk: Desk, lee: Desk
) -> None:
    assert shown(lee) == set()
    assert shown(desk, None) == {"3.2", "3.8", "3.13"}
    line = apart_line(lee, ADA)
    assert line.startswith("Ada Example's answers came on ")
    assert "until you have looked at Ada Example's work too" in line
    assert "Marked to bring to supervision: 3.8 " in line
    assert agenda(lee, ADA).apart.came[0].marked == ("3.8",)
    assert apart_line(desk, None) == ""


def test_ones_own_finish_ends_it_on_the_units_that_were_looked_at(desk: Desk, lee: Desk) -> None:
    supervise(desk, {"3.2": "1O"})
    assert shown(lee) == {"3.2", "3.8", "3.13"}
    assert apart_line(lee, ADA) == ""


def test_nothing_seen_yet_is_a_look_of_ones_own(lee: Desk) -> None:
    looked = say_nothing_seen(lee, ADA)
    assert looked.units == ("3.2", "3.8", "3.13")
    assert shown(lee) == {"3.2", "3.8", "3.13"}
    views = [unit.supervisor for unit in report(lee, ADA).units if unit.unit == "3.8"]
    assert [view.value for view in views if view] == ["u"]


def test_nothing_seen_yet_is_one_finish_with_its_answers_in_it(lee: Desk) -> None:
    say_nothing_seen(lee, ADA)
    found = compare(lee, ADA)
    assert found.corrected == ()
    alone = {each.unit: (each.why, each.supervisor.value) for each in found.alone}
    assert alone == dict.fromkeys(("3.2", "3.8", "3.13"), (Alone.NOT_SEEN, Code.NOT_SEEN))


def test_nothing_seen_yet_is_undone_as_one_view_of_which_nothing_was_before(lee: Desk) -> None:
    say_nothing_seen(lee, ADA)
    told = compose_last_change(read_last_change(lee))
    lines = [" ".join(line.split()) for line in told.splitlines()][1:]
    assert [line.partition(" ")[0] for line in lines] == [
        "Answer",
        "Answer",
        "Answer",
        "Supervisor's",
    ]
    assert all(line.endswith(": not seen yet") for line in lines[:3])
    assert lines[3].endswith(": finished")


def test_together_ends_it_and_a_view_given_later_says_so_to_both(desk: Desk, lee: Desk) -> None:
    together = read_together(lee, ADA)
    assert together.units == ("3.2", "3.8", "3.13")
    assert together.next == (do("report", person=ADA),), "there is no second view to compare with"
    assert "Read it: " in compose_together(together)
    assert shown(lee) == {"3.2", "3.8", "3.13"}
    assert apart_line(lee, ADA) == ""
    supervise(desk, {"3.2": "1O"})
    assert "your view was given after reading: 3.2, 3.8 and 3.13." in apart_line(lee, ADA)
    told = apart_line(desk, None)
    assert told.startswith(f"{LEE} read your answers on")
    assert "so their view was given after reading" in told


def test_it_ends_of_itself_after_sixty_days(lee: Desk, clock: Clock) -> None:
    since = lee.today
    go_to(clock, since + timedelta(days=60))
    assert shown(lee) == set()
    go_to(clock, since + timedelta(days=61))
    assert shown(lee) == {"3.2", "3.8", "3.13"}


def test_what_is_kept_apart_already_is_not_kept_twice(desk: Desk, lee: Desk) -> None:
    again = assess(desk, {"3.8": "2", "3.9": "3"})
    assert [kept.units for kept in take_in(lee, again)] == [("3.9",)]


def test_two_looks_of_one_person_wait_as_one(desk: Desk, clock: Clock) -> None:
    lee = at_desk_of(desk, LEE)
    first = assess(desk, {"3.2": "2", "3.8": "1"})
    go_to(clock, date(2026, 11, 25))
    second = assess(desk, {"3.8": "2", "3.13": "3"})
    assert [kept.units for kept in take_in(lee, first, second)] == [("3.2", "3.8"), ("3.13",)]
    assert apart_line(lee, ADA).count("are kept apart") == 1
    assert apart_line(lee, ADA).count("3.8") == 2, "the unit, and the command that asks about it"
    assert word_agenda(agenda(lee, ADA)).apart_line.count("are kept apart") == 1
    assert [each.what for each in list_due(lee, None).lines] == [DueKind.VIEW]
    (asked,) = list_came(lee, [desk.me or ""])
    assert asked.units == ("3.2", "3.8", "3.13")
    go_to(clock, date(2026, 11, 27))
    take_in(lee, assess(desk, {"3.9": "2"}))
    told = apart_line(lee, ADA)
    assert "answers came on 25 Nov 2026 and 27 Nov 2026 and are kept apart" in told
    assert "or at most until 26 Jan 2027: 3.2 " in told
    supervise(desk, {"3.2": "1O"})
    assert list_came(lee, [desk.me or ""]) == ()


def test_two_supervisors_views_are_each_kept_from_the_person_and_asked_about_once(
    desk: Desk,
) -> None:
    view, mias = supervise(desk, {"3.2": "1O"}), at_desk_of(desk, "Mia New")
    other = take_answers(
        start(mias, me(desk), ("3.2",), kind=AssessmentKind.SUPERVISOR), [given("3.2", "u")]
    )
    assert [len(kept.units) for kept in take_in(desk, view, other)] == [28, 1]
    (came,) = list_came(desk, [desk.me or ""])
    assert say_came(came).startswith(
        f"{LEE}'s and Mia New's answers about your work are here and kept apart"
    )


def test_a_supervisors_view_is_kept_from_the_person_who_has_not_looked(desk: Desk) -> None:
    view = supervise(desk, {"3.2": "1O"})
    assert [kept.units[0] for kept in take_in(desk, view)] == ["1.1"]
    assert "came on" in apart_line(desk, None)
    assess(desk, {"3.2": "2"})
    kept = report(desk, None).apart.came
    assert "3.2" not in kept[0].units
    assert "3.3" in kept[0].units


def test_where_nothing_came_there_is_nothing_to_end(desk: Desk) -> None:
    assess(desk, {"3.2": "2"})
    lee = at_desk_of(desk, LEE)
    for end in (read_together, say_nothing_seen):
        with pytest.raises(
            NotFound, match="Nothing that came about Ada Example is kept apart"
        ) as no:
            end(lee, ADA)
        assert spell_text(no.value.hint) == 'See what is there: ipsskills report "Ada Example"'
    supervise(desk, {"3.2": "2O"})
    with pytest.raises(NotFound) as none:
        read_together(lee, ADA)
    assert spell_text(none.value.hint) == 'See what is there: ipsskills compare "Ada Example"'


def test_what_waits_for_ones_view_is_due_and_the_agenda_names_what_was_marked(lee: Desk) -> None:
    (waiting,) = [each for each in list_due(lee, None).lines if each.what is DueKind.VIEW]
    assert waiting.on == lee.today + timedelta(days=60)
    said = due_words(waiting)
    assert said.startswith("View, 23 Jan 2027: Ada Example's answers came on 24 Nov 2026")
    assert 'assess "Ada Example" --as supervisor' in spell_text(said)
    line = word_agenda(agenda(lee, ADA)).apart_line
    assert line.startswith("Marked to bring to supervision: 3.8 Disclosure. Ada Example's answers")
    page = to_text(spell_page(compose_agenda(agenda(lee, ADA))))
    assert "until 23 Jan 2027 or your view." in " ".join(page.split())
    found = replace(word_agenda(agenda(lee, ADA)), apart_line="x" * 200)
    page = " ".join(to_text(spell_page(agenda_page(found))).split())
    assert "Kept apart until 23 Jan 2027 or your view. Marked to bring: 3.8." in page
    say_nothing_seen(lee, ADA)
    assert list_due(lee, None).lines == ()


def waiting(desk: Desk) -> list[str]:
    """What waits for the reader's own look, as `due` and the first page say it."""
    found = list_due(desk, None).lines
    assert [each for each in read_home(desk).due if each.came] == [e for e in found if e.came][:3]
    return [spell_text(due_words(each)) for each in found if each.what is DueKind.VIEW]


def test_what_waits_is_named_until_ones_own_look_is_finished(desk: Desk, lee: Desk) -> None:
    (before,) = waiting(lee)
    session = start(lee, me(desk), ("3.2", "3.8"), kind=AssessmentKind.SUPERVISOR)
    assert waiting(lee) == [before], "a look that was only opened is not begun"
    session.press_all(list_commands(session.state, [given("3.2", "1", basis=Basis.OBSERVED)]))
    (line,) = waiting(lee)
    assert "wait for your view, begun, 1 of 2 answered: ipsskills assess" in line
    assert line.endswith('"Ada Example" --as supervisor --unit 3.2 --unit 3.8')
    session.finish()
    assert waiting(lee) == [before], "3.13 is still apart"
    say_nothing_seen(lee, ADA)
    assert waiting(lee) == []


def test_what_was_not_looked_at_in_sixty_days_is_said_to_be_open(
    desk: Desk, lee: Desk, clock: Clock
) -> None:
    go_to(clock, lee.today + timedelta(days=61))
    (line,) = waiting(lee)
    assert line == (
        "View, past since 23 Jan 2027: Ada Example's answers came on 24 Nov 2026, not looked at "
        'in 60 days; they are open to you now: ipsskills assess "Ada Example" --as supervisor'
    )
    at_desk_of(desk, "Mia Invented")
    edit_person(desk, None, supervisor="Mia")
    assert waiting(lee) == [], "somebody else supervises her"
    edit_person(desk, None, supervisor="Lee")
    assert waiting(lee) == [line]
    assess(desk, {"3.2": "3"})
    assert waiting(lee) == [], "she has looked again"


def test_ones_own_look_ends_that_something_is_said_to_be_open(
    desk: Desk, lee: Desk, clock: Clock
) -> None:
    go_to(clock, lee.today + timedelta(days=61))
    supervise(desk, {"3.13": "3O"})
    assert waiting(lee) == []


def test_what_waits_for_others_is_not_due_for_the_person(desk: Desk, lee: Desk) -> None:
    assert lee
    assert [each for each in list_due(desk, None).lines if each.what is DueKind.VIEW] == []


def test_every_unit_is_said_in_two_words() -> None:
    lee = PersonNamed(id="lee", name=LEE, me=False)
    parts: Any = {"person": lee, "on": date(2026, 11, 24), "next": (do("compare"),)}
    units = tuple(f"3.{number}" for number in range(1, 15))
    whole = {"units": units, "every": True, **parts}
    assert " every unit." in compose_together(TogetherNow(**whole))
    assert " every unit." in compose_looked_alone(LookedAlone(**whole))
    assert "3.1, 3.2" in compose_together(TogetherNow(**{**whole, "every": False}))
