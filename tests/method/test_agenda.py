"""What an agenda talks about first, and what was not looked at for a while."""

from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.framework.types import Framework
from ipsskills.method.agenda import Looked, choose_talk_first, find_not_looked_at
from ipsskills.method.current import Standing
from ipsskills.method.lists import Views, make_lists
from ipsskills.record.types import Entry
from tests.cases import try_each
from tests.method.builders import DAY, entry, standing, standings_of
from tests.method.test_lists import UNITS

LONG_AGO = date(2026, 5, 23)


def first(framework: Framework, views: Views) -> tuple[str, ...]:
    return choose_talk_first(framework, make_lists(framework, views, DAY), views)


def own(**also: str) -> dict[str, Standing]:
    """Answers to every unit: 3, or what is said (u3_8="1")."""
    told = {name[1:].replace("_", "."): answer for name, answer in also.items()}
    return standings_of({**dict.fromkeys(UNITS, "3"), **told})


def test_nothing_below_the_top_and_nothing_marked_is_nothing_to_talk_about(
    framework: Framework,
) -> None:
    assert first(framework, Views(own())) == ()
    assert first(framework, Views({})) == ()


def test_effort_in_its_order_and_three_at_most(framework: Framework) -> None:
    views = Views(own(u3_10="1", u3_9="2", u1_1="2", u3_16="0"))
    assert first(framework, views) == ("3.16", "3.10", "1.1")


@try_each("answer", ["3", "n", "x", "."])
def test_marked_comes_first_whatever_the_answer(framework: Framework, answer: str) -> None:
    mine = own(u3_16="0") | {"3.5": standing("3.5", answer)}
    assert first(framework, Views(mine, own_marks={"3.5"})) == ("3.5", "3.16")


def test_the_supervisors_mark_counts_as_much(framework: Framework) -> None:
    theirs = {"3.5": standing("3.5", "u")}
    views = Views(own(u3_16="0"), theirs, their_marks={"3.5"})
    assert first(framework, views) == ("3.5", "3.16")


def test_a_mark_on_a_unit_that_is_gone_from_the_framework_names_nothing(
    framework: Framework,
) -> None:
    assert first(framework, Views(own(), own_marks={"9.9", "3.5"})) == ("3.5",)


def test_then_two_or_more_apart_where_it_was_seen(framework: Framework) -> None:
    mine = own(u3_16="0", u3_9="1", u3_10="1")
    theirs = {"3.9": standing("3.9", "3"), "3.10": standing("3.10", "3", seen=False)}
    assert first(framework, Views(mine, theirs)) == ("3.9", "3.16", "3.10")


def test_a_safety_unit_stands_here_only_where_it_was_marked(framework: Framework) -> None:
    far = {"2.2": standing("2.2", "0")}
    assert first(framework, Views(own(u2_3="0"), far)) == ()
    marked = own() | {"2.2": standing("2.2", "0")}
    assert first(framework, Views(marked, own_marks={"2.2"})) == ("2.2",)


def test_what_is_kept_apart_is_not_named(framework: Framework) -> None:
    theirs = {"3.5": standing("3.5", "u")}
    views = Views({}, theirs, apart=frozenset({"3.5"}), their_marks={"3.5"})
    assert first(framework, views) == ()


# Not looked at for a while


def old(*units: str) -> dict[str, Standing]:
    """Answers of today but for these units, which were answered long ago."""
    mine = own()
    return mine | {unit: standing(unit, "3", on=LONG_AGO) for unit in units}


def looked(
    framework: Framework, views: Views, *entries: Entry, already: tuple[str, ...] = ()
) -> tuple[Looked, ...]:
    return find_not_looked_at(framework, views, entries, DAY, already)


def test_all_answered_lately_is_nothing(framework: Framework) -> None:
    assert looked(framework, Views(own())) == ()


def test_two_at_most_in_teaching_order(framework: Framework) -> None:
    found = looked(framework, Views(old("3.10", "3.7", "3.5")))
    assert found == (Looked("3.7", LONG_AGO), Looked("3.5", LONG_AGO))


def test_never_comes_before_long_ago(framework: Framework) -> None:
    mine = old("3.5") | {"3.16": standing("3.16", ".")}
    assert looked(framework, Views(mine)) == (Looked("3.16", None), Looked("3.5", LONG_AGO))


@try_each(("on", "found"), [(date(2026, 5, 23), True), (date(2026, 5, 24), False)])
def test_a_while_is_six_calendar_months(framework: Framework, on: date, *, found: bool) -> None:
    mine = own() | {"3.5": standing("3.5", "3", on=on)}
    assert bool(looked(framework, Views(mine))) is found


@try_each(
    ("kind", "is_a_look"),
    [
        (EntryKind.TRAINING, True),
        (EntryKind.EVIDENCE, True),
        (EntryKind.OBSERVATION, True),
        (EntryKind.SUPERVISION, True),
        (EntryKind.ACTION, False),
        (EntryKind.PREPARATION, False),
    ],
)
def test_what_is_a_look(framework: Framework, kind: EntryKind, *, is_a_look: bool) -> None:
    views = Views(old("3.5"))
    assert (looked(framework, views, entry(kind, "2026-11-01", "3.5")) == ()) is is_a_look


def test_a_supervisors_answer_is_a_look_and_not_seen_is_none(framework: Framework) -> None:
    theirs = {"3.5": standing("3.5", "2"), "3.7": standing("3.7", "u")}
    assert looked(framework, Views(old("3.5", "3.7"), theirs)) == (Looked("3.7", LONG_AGO),)


def test_left_out(framework: Framework) -> None:
    mine = old("2.2", "3.5", "3.7") | {"3.9": standing("3.9", "x", on=LONG_AGO)}
    views = Views(mine, apart=frozenset({"3.7"}))
    assert looked(framework, views, already=("3.5",)) == ()
