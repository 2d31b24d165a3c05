"""What is kept from whom while a draft is open: the rule, row by row."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from ipsskills.codes import ApartEnd, AssessmentKind
from ipsskills.method.apart import (
    Apart,
    OpenDraft,
    find_kept_apart,
    find_still_alone,
    find_unlooked,
    leave_out,
    list_given_after_reading,
    unit_of,
    units_of,
    with_still_alone,
)
from ipsskills.record.types import AloneFirst, Assessment, State
from tests.cases import try_each
from tests.conftest import NOON
from tests.method.builders import DAY, assessed, rating

SELF, SUPERVISOR = AssessmentKind.SELF, AssessmentKind.SUPERVISOR
SCOPE = ("3.8/weigh-telling", "3.8/asked-outright", "3.13")
BOTH = {"3.8", "3.13"}


def draft(kind: AssessmentKind, author: str = "", scope: tuple[str, ...] = SCOPE) -> Assessment:
    made = assessed("draft", DAY, {}, scope=scope, kind=kind).assessment
    opened = replace(made, state=State.DRAFT, finished=None)
    return replace(opened, author=author or opened.rater)


@try_each(
    ("item", "unit"),
    [("3.8", "3.8"), ("3.8/weigh-telling", "3.8"), ("M1/x", "M1"), ("local/3.8/x", "3.8")],
)
def test_an_item_belongs_to_its_unit(item: str, unit: str) -> None:
    assert unit_of(item) == unit
    assert units_of([item, item]) == {unit}


@try_each(
    ("kind", "author", "reader", "own", "supervisor"),
    [
        (SELF, "ada", "ada", set(), BOTH),
        (SELF, "ada", "lee", BOTH, set()),
        (SELF, "ada", None, BOTH, set()),
        (SUPERVISOR, "lee", "ada", set(), BOTH),
        (SUPERVISOR, "lee", "lee", BOTH, BOTH),
        (SUPERVISOR, "lee", "kim", BOTH, set()),
        (SUPERVISOR, "ada", "ada", BOTH, BOTH),
        (SUPERVISOR, "ada", "lee", BOTH, set()),
        (AssessmentKind.FIRST_LOOK, "ada", "lee", set(), set()),
        (AssessmentKind.AGREED, "lee", "ada", set(), set()),
    ],
)
def test_who_is_not_shown_what(
    kind: AssessmentKind, author: str, reader: str | None, own: set[str], supervisor: set[str]
) -> None:
    found = find_kept_apart([draft(kind, author)], "ada", reader, seen=BOTH)
    assert (set(found.own), set(found.supervisor)) == (own, supervisor)
    assert found.units == (("3.8", "3.13") if own | supervisor else ())
    assert bool(found.raters) == bool(own | supervisor)


def test_beside_ones_own_draft_only_what_a_supervisor_has_a_view_on_is_kept_apart() -> None:
    assert find_kept_apart([draft(SELF)], "ada", "ada", seen=["3.8"]).units == ("3.8",)
    assert find_kept_apart([draft(SELF)], "ada", "ada") == Apart()
    assert find_kept_apart([draft(SELF)], "ada", "lee").units == ("3.8", "3.13")


def test_drafts_of_both_add_up() -> None:
    drafts = [draft(SELF, scope=("3.1",)), draft(SUPERVISOR, scope=("3.8",))]
    found = find_kept_apart(drafts, "ada", "ada", seen=["3.1"])
    assert (found.units, found.raters) == (("3.1", "3.8"), ("ada", "lee"))
    assert find_kept_apart([], "ada", "lee") == Apart()


def test_what_is_cut_was_never_asked() -> None:
    done = assessed("one", DAY, {"3.1": "3", "3.8": "1", "3.8/weigh-telling": "0"})
    (cut,) = leave_out([done], {"3.8"})
    assert cut.assessment.scope == ("3.1",)
    assert cut.ratings == {"3.1": rating("one", "3.1", done.ratings["3.1"].code)}
    assert leave_out([done], {"3.1", "3.8"}) == ()
    assert leave_out([done], set()) == (done,)


@try_each(
    ("days", "forgotten", "apart"),
    [(0, False, True), (13, False, True), (14, True, True), (60, True, True), (61, True, False)],
)
def test_a_draft_is_forgotten_after_fourteen_days_and_keeps_nothing_apart_after_sixty(
    days: int, *, forgotten: bool, apart: bool
) -> None:
    waiting = OpenDraft(draft(SELF), DAY - timedelta(days=days))
    assert waiting.is_forgotten(DAY) is forgotten
    assert waiting.keeps_apart(DAY) is apart


def test_a_clock_that_was_put_back_forgets_nothing() -> None:
    ahead = OpenDraft(draft(SELF), DAY + timedelta(days=3))
    assert (ahead.is_forgotten(DAY), ahead.keeps_apart(DAY)) == (False, True)


TODAY = DAY + timedelta(days=10)


def came(**changes: Any) -> AloneFirst:
    """What came from Ada for Lee on the day, on three units, kept at noon."""
    kept = AloneFirst(
        id="a1", thing="a1", about="ada", author="lee", at=NOON,
        rater="ada", reader="lee", units=("3.1", "3.8", "3.13"), since=DAY,
    )  # fmt: skip
    return replace(kept, **changes)


def looked(scope: tuple[str, ...], *, days: int = 0, minutes: int = 1) -> Assessment:
    """A finished view of Lee's, so many days after the day and minutes after what came."""
    on = DAY + timedelta(days=days)
    made = assessed("view", on, {}, scope=scope, kind=SUPERVISOR).assessment
    return replace(made, at=NOON + timedelta(days=days, minutes=minutes))


@try_each(
    ("kept", "views", "units"),
    [
        (came(), [], ("3.1", "3.8", "3.13")),
        (came(), [looked(("3.8/weigh-telling", "3.1"))], ("3.13",)),
        (came(), [looked(("3.8",), minutes=-1)], ("3.1", "3.8", "3.13")),
        (came(), [looked(("3.1",)), looked(("3.8", "3.13"), days=2)], None),
        (came(since=TODAY - timedelta(days=60)), [], ("3.1", "3.8", "3.13")),
        (came(since=TODAY - timedelta(days=61)), [], None),
        (came(ended=DAY, how=ApartEnd.TOGETHER), [], None),
    ],
)
def test_what_came_by_file_is_kept_apart_until_its_reader_has_looked(
    kept: AloneFirst, views: list[Assessment], units: tuple[str, ...] | None
) -> None:
    found = find_still_alone([kept], views, TODAY)
    assert [each.units for each in found] == ([units] if units else [])


def test_what_came_of_the_person_and_of_their_supervisor_stand_apart() -> None:
    own, theirs = came(), came(rater="lee", reader="ada", units=("3.2",))
    found = with_still_alone(Apart(), find_still_alone([own, theirs], [], TODAY), "ada")
    assert (set(found.own), set(found.supervisor)) == ({"3.1", "3.8", "3.13"}, {"3.2"})
    assert found.came[0].until == DAY + timedelta(days=60)


@try_each(
    ("view", "mine", "units"),
    [
        (looked(("3.10", "3.8/weigh-telling", "3.2")), [], ("3.2", "3.8", "3.10")),
        (looked(("3.10", "3.2")), [looked(("3.2",), days=-20)], ("3.10",)),
        (looked(("3.10", "3.2")), [looked(("3.2",), days=-51)], ("3.2", "3.10")),
        (looked(("3.10",), days=-51), [], ()),
        (draft(SUPERVISOR, scope=("3.10",)), [], ()),
    ],
)
def test_a_view_that_comes_is_kept_apart_where_ones_own_is_missing_or_old(
    view: Assessment, mine: list[Assessment], units: tuple[str, ...]
) -> None:
    assert find_unlooked(view, mine, TODAY) == units


@try_each(
    ("views", "units"),
    [
        ([looked(("3.8", "3.2"))], ("3.8",)),
        ([looked(("3.8",), minutes=-1)], ()),
        ([looked(("3.8",), days=60)], ("3.8",)),
        ([looked(("3.8",), days=61)], ()),
        ([looked(("3.13",)), looked(("3.1/a",), days=3)], ("3.1", "3.13")),
    ],
)
def test_a_view_given_after_reading_says_so_for_sixty_days(
    views: list[Assessment], units: tuple[str, ...]
) -> None:
    read = came(ended=DAY, how=ApartEnd.TOGETHER)
    assert list_given_after_reading(read, views) == units
