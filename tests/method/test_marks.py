"""Marks: from which look they count, since when, and what ends them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ipsskills.codes import Code, EntryKind
from ipsskills.method.current import Pass
from ipsskills.method.marks import find_marked_later, find_marks, list_standing
from ipsskills.method.moments import Held, Moment, find_moment
from ipsskills.record.types import Rating
from tests.cases import try_each
from tests.method.builders import assessed, entry, rating

MAR, APR = date(2026, 3, 2), date(2026, 4, 2)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
SET = find_moment(MAR, NINE)


def marked(done: Pass, *items: str) -> Pass:
    """The same look with marks on these items, answered or not."""
    name = done.assessment.thing
    old = {item: done.ratings.get(item) or rating(name, item, None) for item in items}
    return Pass(
        done.assessment, {**done.ratings, **{i: replace(r, bring=True) for i, r in old.items()}}
    )


def held(on: str, kept: datetime, *items: str, talked: tuple[str, ...] | None = ()) -> Held:
    met = entry(EntryKind.SUPERVISION, on, *items, talked=talked)
    return Held(entry=met, kept=kept, entered=kept.date())


def test_a_mark_counts_from_the_newest_look_that_asked_about_the_unit() -> None:
    old = marked(assessed("old", MAR, {"3.8": "2", "3.9": "2"}, at=NINE), "3.8", "3.9")
    new = assessed("new", APR, {"3.8": "2"}, at=NINE)
    assert find_marks([old, new], {}) == {"3.9": SET}
    assert find_marks([new, old], {}) == {"3.9": SET}, "in any order"


@try_each("letter", ["3", "n", "x", "u", "."])
def test_whatever_the_answer(letter: str) -> None:
    done = marked(assessed("a", MAR, {"3.8": letter}, at=NINE), "3.8")
    assert find_marks([done], {}) == {"3.8": SET}


def test_a_statements_mark_is_the_units_and_the_later_of_several_counts() -> None:
    done = marked(assessed("a", MAR, {"3.8/x": "2", "3.8/y": "2"}, at=NINE), "3.8/x", "3.8/y")
    later = find_moment(APR, NINE)
    assert find_marks([done], {}) == {"3.8": SET}
    assert find_marks([done], {done.ratings["3.8/y"].thing: later}) == {"3.8": later}


@try_each(
    ("met", "stands"),
    [
        (held("2026-03-01", NINE, talked=("3.8",)), True),
        (held("2026-03-02", NINE.replace(hour=8), talked=("3.8",)), True),
        (held("2026-03-02", NINE.replace(hour=10), talked=("3.8",)), False),
        (held("2026-03-02", NINE.replace(day=3), talked=("3.8",)), True),  # entered late
        (held("2026-03-03", NINE, talked=("3.9",)), True),
        (held("2026-03-03", NINE, "3.8"), False),  # the units it bears on
        (held("2026-03-03", NINE, "3.8", talked=None), False),  # of an older entry
    ],
)
def test_a_supervision_that_came_later_ends_it(met: Held, *, stands: bool) -> None:
    assert list_standing({"3.8": SET}, [met]) == ({"3.8"} if stands else set())


def test_an_early_supervision_beside_a_late_one_changes_nothing() -> None:
    early, late = held("2026-03-01", NINE, "3.8"), held("2026-03-05", NINE, "3.8")
    for order in ([early, late], [late, early]):
        assert list_standing({"3.8": SET, "3.7": SET}, order) == {"3.7"}


@try_each(
    ("at_finish", "later", "found"),
    [
        ("!", "!", None),  # marked ever since
        (".", "!", 0),
        (".", "!!", 0),  # a correction carried it on
        ("!", ".!", 1),  # taken off and set anew
        (".", "!.!", 2),
        (" ", "!", 0),  # not answered at the finish at all
    ],
)
def test_when_a_mark_was_set_after_the_finish(
    at_finish: str, later: str, found: int | None
) -> None:
    finished = None if at_finish == " " else version(at_finish)
    versions = [version(sign) for sign in later]
    assert find_marked_later(finished, versions) is (None if found is None else versions[found])


def version(sign: str) -> Rating:
    return rating("a", "3.8", Code.TWO, bring=sign == "!")


def test_moments_are_of_days_first() -> None:
    earlier: Moment = find_moment(MAR, NINE.replace(month=5))
    assert earlier < find_moment(APR, NINE)
