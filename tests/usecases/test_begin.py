"""Before the first question: read at once, and kept while the question is read."""

from datetime import date
from typing import Any

import pytest

from ipsskills.codes import AssessmentKind, Code, Only
from ipsskills.errors import InvalidInput, NotFound, StoreError, UsageError
from ipsskills.record.store import Store
from ipsskills.record.types import Assessment, State
from ipsskills.usecases.assessments.assess import (
    begin_draft,
    drop_draft,
    open_new,
    take_file,
)
from ipsskills.usecases.assessments.begin import (
    AskedFor,
    Beginning,
    read_beginning,
    read_finished,
)
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Give
from ipsskills.usecases.interview.saved import Saved
from ipsskills.usecases.people.edit import edit_person
from tests.cases import try_each
from tests.usecases.builders import (
    LEE,
    UNITS,
    assess,
    at_desk_of,
    count_transactions,
    counted,
    draft,
    given,
    ratings,
    supervise,
)

SELF, SUPERVISOR = AssessmentKind.SELF, AssessmentKind.SUPERVISOR
SCOPE = ("3.1", "3.2")


def begin(desk: Desk, scope: tuple[str, ...] = SCOPE, **also: Any) -> Beginning:
    found = read_beginning(desk, AskedFor(**({"kind": SELF, "scope": scope} | also)))
    assert found is not None
    return found


def states(desk: Desk) -> list[State]:
    with desk.store.reading() as work:
        return [each.state for each in work.current(Assessment)]


def test_everything_is_read_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_desk_of(desk, LEE)
    draft(desk, SCOPE).press(Give(Code.TWO))
    opened = count_transactions(monkeypatch)
    there = begin(desk)
    assert opened == ["reading"]
    assert there.draft is not None
    assert (there.draft.saved, there.draft.unclear) == (Saved(1), False)
    assert set(there.known) == {"Ada Example", LEE}
    assert (there.wanted.about.name, there.wanted.rater) == ("Ada Example", desk.me)


def test_a_new_draft_is_kept_after_it_was_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = begin(desk)
    opened = count_transactions(monkeypatch)
    session = open_new(desk, there.made)
    assert session.state.item == "3.1"
    assert opened == []
    session.prepare()
    session.begin()
    session.begin()
    assert opened == ["writing"]
    session.press(Give(Code.TWO))
    assert opened == ["writing", "writing"]
    assert states(desk) == [State.DRAFT]
    assert ratings(desk, session.assessment)["3.1"].code is Code.TWO


def test_an_answer_that_is_quicker_takes_the_draft_with_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_new(desk, begin(desk).made)
    opened = count_transactions(monkeypatch)
    session.press(Give(Code.TWO))
    session.begin()
    assert opened == ["writing"]
    assert states(desk) == [State.DRAFT]
    assert ratings(desk, session.assessment)["3.1"].code is Code.TWO


def test_a_draft_that_could_not_be_kept_is_kept_with_the_next_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_new(desk, begin(desk).made)
    with monkeypatch.context() as full:
        full.setattr(Store, "writing", _fails)
        with pytest.raises(StoreError):
            session.begin()
        with pytest.raises(StoreError):
            session.press(Give(Code.ONE))
    assert session.state.item == "3.1"
    session.press(Give(Code.TWO))
    assert ratings(desk, session.assessment)["3.1"].code is Code.TWO


def _fails(_: Store) -> Any:
    raise StoreError("The disk is full.")


def test_finishing_at_once_keeps_a_finished_assessment(desk: Desk) -> None:
    done = open_new(desk, begin(desk).made).finish()
    assert (done.state, done.finished) == (State.FINISHED, date(2026, 11, 24))
    assert states(desk) == [State.FINISHED]


def test_one_begun_in_another_window_meanwhile_is_not_doubled(desk: Desk) -> None:
    session = open_new(desk, begin(desk).made)
    draft(desk, SCOPE)
    with pytest.raises(InvalidInput, match="open already"):
        session.begin()
    with pytest.raises(InvalidInput, match="open already"):
        session.press(Give(Code.TWO))
    assert states(desk) == [State.DRAFT]
    assert counted(desk, "rating") == 0


def test_beginning_again_leaves_the_open_draft(desk: Desk) -> None:
    old = draft(desk, SCOPE).assessment
    there = begin(desk, ("3.3",))
    assert there.draft is not None
    assert there.draft.other_scope
    session = open_new(desk, there.made, drop=there.draft)
    session.begin()
    with desk.store.reading() as work:
        found = {each.thing: each.state for each in work.current(Assessment)}
    assert found == {old.thing: State.DROPPED, session.assessment.thing: State.DRAFT}


def test_leaving_a_draft_is_one_transaction(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    draft(desk, SCOPE)
    found = begin(desk).draft
    assert found is not None
    opened = count_transactions(monkeypatch)
    assert drop_draft(desk, found).state is State.DROPPED
    assert opened == ["writing"]


@pytest.mark.parametrize("open_before", [False, True])
def test_a_file_is_kept_with_its_assessment_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, open_before: bool
) -> None:
    if open_before:
        draft(desk, SCOPE).press(Give(Code.ONE))
    there = begin(desk)
    before = counted(desk, "assessment")
    with pytest.raises(InvalidInput, match=r"3\.9"):
        take_file(desk, there.wanted, [given("3.9", "2")], draft=there.draft)
    assert counted(desk, "assessment") == before
    opened = count_transactions(monkeypatch)
    done = take_file(desk, there.wanted, [given("3.2", "3")], draft=there.draft)
    assert opened == ["writing"]
    assert states(desk) == [State.FINISHED]
    codes = {item: rating.code for item, rating in ratings(desk, done).items()}
    assert codes == {"3.2": Code.THREE} | ({"3.1": Code.ONE} if open_before else {})


def test_the_last_finished_one_of_the_same_rater_is_corrected(desk: Desk) -> None:
    first = assess(desk, {"3.1": "1"})
    supervise(desk, {"3.1": "2O"})
    found = read_finished(desk, AskedFor(kind=SELF, scope=SCOPE))
    assert found is not None
    assert found.opened.assessment.thing == first.thing
    lee = at_desk_of(desk, LEE)
    asked = AskedFor(kind=SUPERVISOR, scope=SCOPE, who="Ada")
    found = read_finished(lee, asked)
    assert found is not None
    assert found.opened.saved == Saved(1, not_seen=27)
    with pytest.raises(NotFound, match="nothing finished"):
        read_finished(lee, AskedFor(kind=SELF, scope=SCOPE))


def test_a_supervisor_goes_on_with_what_the_rule_keeps_from_pages(desk: Desk) -> None:
    assess(desk, dict.fromkeys(UNITS, "3"))
    lee = at_desk_of(desk, LEE)
    wanted = begin(lee, kind=SUPERVISOR, who="Ada").wanted
    begin_draft(lee, wanted).press(Give(Code.NOT_SEEN))
    there = begin(lee, kind=SUPERVISOR, who="Ada")
    assert there.draft is not None
    assert [rating.code for rating in there.draft.opened.ratings] == [Code.NOT_SEEN]


@try_each(
    ("asked", "error"),
    [
        ({"who": "Nobody"}, NotFound),
        ({"who": LEE}, UsageError),  # their own view
        ({"kind": SUPERVISOR}, InvalidInput),  # of oneself
        ({"only": Only.EFFORT}, InvalidInput),  # with no answers to go by
    ],
)
def test_what_cannot_begin_is_refused(
    desk: Desk, asked: dict[str, Any], error: type[Exception]
) -> None:
    at_desk_of(desk, LEE)
    with pytest.raises(error):
        begin(desk, **asked)
    assert states(desk) == []


def test_what_is_asked_is_narrowed_and_deepened(desk: Desk) -> None:
    assess(desk, {"3.1": "1", "3.2": "3"})
    assert begin(desk, only=Only.EFFORT).wanted.scope == ("3.1",)
    parts = tuple(s.id for s in desk.framework.by_id["3.1"].live_statements)
    assert begin(desk, ("3.1",), full=True).wanted.scope == parts


def test_a_period_that_was_asked_for_is_kept(desk: Desk) -> None:
    edit_person(desk, None, hours=0.5)
    assert begin(desk).made.assessment.period_months == 6
    assert begin(desk, period=2).made.assessment.period_months == 2


def test_whoever_is_not_known_yet_is_told_apart(desk: Desk) -> None:
    nobody = desk.as_person(None)
    asked = AskedFor(kind=SELF, scope=SCOPE)
    assert read_beginning(nobody, asked) is None
    assert read_finished(nobody, asked) is None
    assert begin(desk).me == desk.me
    with pytest.raises(NotFound, match="who you are"):
        begin(nobody, kind=SUPERVISOR, who="Ada")
