"""Records: each says for itself what it can hold, and never repeats what it was given."""

from collections.abc import Iterable
from dataclasses import FrozenInstanceError, fields
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeVar

import pytest

from ipsskills.codes import AskedAs
from ipsskills.errors import InvalidInput
from ipsskills.record.pen import Pen
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Person,
    Rating,
    Record,
    thing_of_note,
    thing_of_rating,
)
from ipsskills.record.validate import validate
from tests.cases import try_each
from tests.conftest import NOON, Clock
from tests.record.common import (
    ACTIVITY,
    ADA,
    ASSESSMENT,
    ENTRY,
    GOAL,
    NOTE,
    PERSON,
    RATING,
    SAMPLES,
    SECRET,
    header,
)
from tests.words import wrote, wrote_values

R = TypeVar("R", bound=Record)

SAMPLE_OF: dict[type[Record], Record] = {type(sample): sample for sample in SAMPLES}

# Each line: a kind, what is changed in a good record of it, why that cannot be kept.
REFUSED: tuple[tuple[type[Record], dict[str, Any], str], ...] = (
    (Person, {"name": ""}, "empty"),
    (Person, {"name": " \t "}, "blank"),
    (Person, {"name": f"{SECRET}\nsecond line"}, "two lines"),
    (Person, {"name": "q" * 501}, "too long"),
    (Person, {"name": f"{SECRET}\x1b[31m"}, "escape"),
    (Person, {"name": f"{SECRET}\x9b31m"}, "escape in one byte"),
    (Person, {"name": f"{SECRET}\x00"}, "zero byte"),
    (Person, {"name": f"{SECRET}\x7f."}, "delete"),
    (Person, {"name": f"{SECRET}\r."}, "carriage return"),
    (Person, {"name": f"{SECRET}\udcff"}, "half a character"),
    (Person, {"name": None}, "no name"),
    (Person, {"role": SECRET}, "no such role"),
    (Person, {"team": ""}, "empty team"),
    (Person, {"hours": 0}, "no hours"),
    (Person, {"hours": -0.5}, "negative hours"),
    (Person, {"hours": 1.01}, "more than full time"),
    (Person, {"hours": float("nan")}, "no number"),
    (Person, {"hours": SECRET}, "words for hours"),
    (Person, {"since": SECRET}, "no day"),
    (Person, {"since": "2026-02-30"}, "no such day"),
    (Person, {"shoe_size": SECRET}, "unknown field"),
    (Person, {"id": None}, "no id"),
    (Person, {"at": SECRET}, "no time"),
    (Person, {"at": None}, "time left out"),
    (Assessment, {"kind": SECRET}, "no such kind"),
    (Assessment, {"state": SECRET}, "no such state"),
    (Assessment, {"state": "finished"}, "finished without a date"),
    (Assessment, {"finished": date(2026, 11, 24)}, "a draft with a date"),
    (Assessment, {"period_months": 0}, "no period"),
    (Assessment, {"period_months": 25}, "over two years"),
    (Assessment, {"scope": ("3.2",) * 2001}, "too many items"),
    (Assessment, {"scope": (3.2,)}, "a number for an item"),
    (Assessment, {"framework": None}, "no framework"),
    (Assessment, {"began": SECRET}, "no day"),
    (Rating, {"code": SECRET}, "no such code"),
    (Rating, {"code": "4"}, "beyond the scale"),
    (Rating, {"code": 2}, "a number for a code"),
    (Rating, {"asked_as": SECRET}, "no such way of asking"),
    (Rating, {"asked_as": "knowledge", "code": "n"}, "no chance yet to know"),
    (Rating, {"asked_as": "value", "code": "n"}, "no chance yet to value"),
    (Rating, {"asked_as": "safety", "code": "n"}, "no chance yet to be safe"),
    (Rating, {"code": "x"}, "outside without a reason"),
    (Rating, {"code": "x", "reason": ""}, "outside with an empty reason"),
    (Rating, {"code": "2", "reason": SECRET}, "a reason with an ordinary code"),
    (Rating, {"code": None, "reason": SECRET}, "a reason without a code"),
    (Rating, {"basis": SECRET}, "no such basis"),
    (Rating, {"behind": SECRET}, "no such thing behind"),
    (Rating, {"bring": SECRET}, "neither yes nor no"),
    (Note, {"text": SECRET + "q" * 10_000}, "too long"),
    (Note, {"text": f"{SECRET}\x1b]0;title\x07"}, "escape"),
    (Note, {"text": f"{SECRET}\x85"}, "control character of one byte"),
    (Note, {"text": f"{SECRET}\udcff"}, "half a character"),
    (Note, {"text": None}, "no text"),
    (Note, {"shared": SECRET}, "neither yes nor no"),
    (Goal, {"number": 0}, "goals are numbered from one"),
    (Goal, {"number": None}, "no number"),
    (Goal, {"title": " "}, "blank"),
    (Goal, {"title": f"{SECRET}\nand more"}, "two lines"),
    (Goal, {"why": f"{SECRET}\x08"}, "backspace"),
    (Goal, {"outcome": SECRET * 1000}, "too long"),
    (Goal, {"agreed_with": f"{SECRET}\n."}, "two lines"),
    (Goal, {"state": SECRET}, "no such state"),
    (Goal, {"review": None}, "no review"),
    (Goal, {"close": SECRET}, "no day"),
    (GoalActivity, {"text": ""}, "empty"),
    (GoalActivity, {"text": f"{SECRET}\n."}, "two lines"),
    (GoalActivity, {"place": SECRET}, "no number"),
    (GoalActivity, {"due": SECRET}, "no day"),
    (GoalActivity, {"due": None}, "no day at all"),
    (GoalActivity, {"with_whom": "  "}, "nobody"),
)
GIVEN_BY_THE_PEN = {"id", "at"}
REFUSED_OF_THE_PEN = [case for case in REFUSED if not case[1].keys() & GIVEN_BY_THE_PEN]

TAKEN: tuple[tuple[type[Record], dict[str, Any]], ...] = (
    (Person, {"name": "q" * 500}),
    (Person, {"name": "Zoë 李 O'Brien-Ωmega 👩🏽\u200d💻"}),
    (Person, {"hours": 1}),
    (Person, {"hours": 0.01}),
    (Person, {"hours": None, "team": None, "since": None}),
    (Assessment, {"period_months": 1}),
    (Assessment, {"period_months": 24}),
    (Assessment, {"scope": ("3.2",) * 2000}),
    (Assessment, {"state": "finished", "finished": date(2026, 11, 24)}),
    (Rating, {"code": "n"}),
    (Rating, {"code": "x", "reason": "role"}),
    (Rating, {"code": "x", "reason": "role", "asked_as": "safety"}),
    (Rating, {"code": "u", "asked_as": "value"}),
    (Rating, {"code": None, "basis": None, "behind": None}),
    (Note, {"text": ""}),
    (Note, {"text": "q" * 10_000}),
    (Note, {"text": "one\n\ttwo\n"}),
    (Goal, {"why": "one\ntwo", "outcome": "", "agreed_with": None}),
    (GoalActivity, {"done": date(2026, 12, 1), "source": None, "with_whom": None}),
)


def named(cases: Iterable[tuple[type[Record], dict[str, Any], str]]) -> list[str]:
    return [f"{kind.__name__}: {why}" for kind, _, why in cases]


def values_of(sample: Record) -> dict[str, Any]:
    return {each.name: getattr(sample, each.name) for each in fields(sample)}


def kept(sample: R, **changes: Any) -> R:
    """Return a sample with other values, as it would be kept."""
    return validate(type(sample), **(values_of(sample) | wrote_values(changes, type(sample))))


@try_each(("kind", "changes", "why"), REFUSED)
def test_what_cannot_be_kept_is_refused_without_repeating_it(
    kind: type[Record], changes: dict[str, Any], why: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        validate(kind, **(values_of(SAMPLE_OF[kind]) | wrote_values(changes, kind)))
    assert SECRET not in str(caught.value)
    assert "qqq" not in str(caught.value)


@try_each(("kind", "changes", "why"), REFUSED_OF_THE_PEN)
def test_the_pen_tells_the_field_and_not_the_value(
    kind: type[Record], changes: dict[str, Any], why: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        Pen(ADA, Clock()).next(SAMPLE_OF[kind], **wrote_values(changes, kind))
    error = caught.value
    assert error.message.startswith("This cannot be kept: ")
    assert SECRET not in error.message + error.hint
    assert "qqq" not in error.message
    assert "\n" not in error.message
    assert error.__cause__ is None
    assert error.__suppress_context__


@try_each(("kind", "changes"), TAKEN)
def test_what_lies_at_the_limit_is_kept_as_given(
    kind: type[Record], changes: dict[str, Any]
) -> None:
    made = validate(kind, **(values_of(SAMPLE_OF[kind]) | wrote_values(changes, kind)))
    assert {name: getattr(made, name) for name in changes} == changes


@try_each("sample", SAMPLES)
def test_a_record_cannot_be_changed(sample: Record) -> None:
    for name in values_of(sample):
        with pytest.raises(FrozenInstanceError):
            setattr(sample, name, getattr(sample, name))


@try_each("sample", SAMPLES)
@try_each("name", ["id", "thing", "about", "author", "at"])
def test_no_record_goes_without_its_header(sample: Record, name: str) -> None:
    rest = {field: value for field, value in values_of(sample).items() if field != name}
    with pytest.raises(InvalidInput):
        validate(type(sample), **rest)
    with pytest.raises(TypeError):
        type(sample)(**rest)


def test_a_line_loses_the_blanks_around_it() -> None:
    assert (
        validate(Person, **(values_of(PERSON) | {"name": "  Ada Example\n"})).name == "Ada Example"
    )


def test_a_note_keeps_its_blanks() -> None:
    assert kept(NOTE, text="  words\n").text == "  words\n"


def test_times_are_taken_to_utc() -> None:
    east = timezone(timedelta(hours=2))
    moved = validate(
        Person, **(values_of(PERSON) | {"at": datetime(2026, 11, 24, 14, 0, tzinfo=east)})
    )
    assert moved.at == datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert moved.at.tzinfo is UTC
    zoneless = datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - as another program may give it
    bare = kept(PERSON, at=zoneless)
    assert bare.at == NOON
    assert bare.at.tzinfo is UTC


def test_private_is_what_a_note_is_unless_told() -> None:
    bare = {name: value for name, value in values_of(NOTE).items() if name != "shared"}
    assert Note(**bare).shared is False


def test_an_answer_not_given_is_none_and_nothing_is_marked() -> None:
    bare = Rating(**header("r"), assessment="a", item="i", asked_as=AskedAs.SKILL)
    assert bare.code is None
    assert (bare.basis, bare.reason, bare.behind) == (None, None, None)
    assert (bare.bring, bare.show) == (False, False)


def test_things_are_named_after_what_they_belong_to() -> None:
    assert thing_of_rating("a1", "3.8/weigh-telling") == "a1/3.8/weigh-telling"
    assert thing_of_note("a1/3.8") == "note:a1/3.8"


def test_a_first_version_is_about_itself_and_by_itself_where_nobody_is_named(clock: Clock) -> None:
    made = Pen("", clock).first(Person, name="Ada Example", role="team leader")
    assert made.thing == made.about == made.author == made.id
    assert made.replaces is None
    assert made.at == NOON + timedelta(seconds=1)


def test_a_first_version_is_of_the_thing_and_about_the_person_named(clock: Clock) -> None:
    made = Pen("me", clock).first(Note, about=ADA, thing="note:x", subject="x", text=wrote("words"))
    assert (made.thing, made.about, made.author) == ("note:x", ADA, "me")
    assert made.id not in {"note:x", ADA, "me"}


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_next_version_keeps_the_rest_and_names_what_it_replaces(
    sample: Record, clock: Clock
) -> None:
    made = Pen("somebody else", clock).next(sample)
    assert made.id != sample.id
    assert made.replaces == sample.id
    assert made.author == "somebody else"
    assert made.at == NOON + timedelta(seconds=1)
    same = values_of(sample) | {
        "id": made.id, "replaces": made.replaces, "author": made.author, "at": made.at
    } | ({"entered": NOON} if isinstance(sample, Entry) else {})  # fmt: skip
    assert values_of(made) == same


def test_a_next_version_changes_what_it_is_told_to(clock: Clock) -> None:
    made = Pen(ADA, clock).next(RATING, code="1", bring=False)
    assert (made.code, made.bring, made.basis) == ("1", False, RATING.basis)
    assert RATING.code == "2"


@try_each(
    ("sample", "changes", "told"),
    [
        (PERSON, {"name": ""}, "name: is empty"),
        (GOAL, {"title": "a\nb"}, "title: must stay on one line"),
        (NOTE, {"text": "\x1b"}, "text: control characters cannot be kept"),
        (ACTIVITY, {"with_whom": ""}, "with whom: is empty"),
        (GOAL, {"title": None}, "title: is empty"),
        (PERSON, {"name": "q" * 501}, "name: is longer than 500 characters"),
        (PERSON, {"name": "\udcff"}, "name: holds half a character"),
        (PERSON, {"hours": 0}, "hours: has to be more than 0"),
        (PERSON, {"hours": 1.5}, "hours: may be 1 at most"),
        (PERSON, {"caseload": -1}, "caseload: has to be 0 or more"),
        (ASSESSMENT, {"scope": ("3.2",) * 2001}, "scope: is more than 2000 of them"),
        (PERSON, {"since": "2026-02-30"}, "since: is not of a kind that fits here"),
        (
            ASSESSMENT,
            {"state": "finished"},
            "a finished assessment has a date, and only a finished one",
        ),
    ],
)
def test_the_pen_speaks_plainly(sample: Record, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Pen(ADA, Clock()).next(sample, **wrote_values(changes, type(sample)))
    assert caught.value.message == f"This cannot be kept: {told}."
    assert caught.value.hint == "Nothing was changed. Try again."


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        Pen(ADA, Clock()).next(PERSON, name="", team="a\nb")
    assert caught.value.message == (
        "This cannot be kept: name: is empty; team: must stay on one line."
    )


def test_a_next_version_is_later_than_the_one_it_replaces_though_the_clock_went_back() -> None:
    before = Pen(ADA, lambda: NOON - timedelta(days=3)).next(RATING, code="1")
    assert before.at == NOON + timedelta(microseconds=1)


def test_when_an_entry_was_first_kept_is_in_every_later_version(clock: Clock) -> None:
    second = Pen(ADA, clock).next(ENTRY, minutes=5)
    third = Pen(ADA, clock).next(second, minutes=6)
    assert (second.entered, third.entered) == (NOON, NOON)
