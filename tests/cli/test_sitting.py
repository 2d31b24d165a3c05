"""What keys come to at the screen, without a terminal: what is said, and how statements open."""

import pytest

from ipsskills.cli.interview import layout
from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.sitting import Sitting
from ipsskills.codes import AssessmentKind
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.desk import Desk


def sit(desk: Desk, kind: AssessmentKind = AssessmentKind.SELF) -> Sitting:
    """Return a sitting about all 28 units, at its first question."""
    with desk.store.reading() as work:
        (me,) = work.current(Person, thing=desk.me or "")
    session = start(desk, me, choose_scope(desk.framework), kind=kind)
    return Sitting(session, areas_offered=False)


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    return sit(desk)


def shown(sitting: Sitting) -> str:
    """Return the words on the screen."""
    lines = sitting.panel(80) if sitting.panel else layout.unit_lines(sitting.view, 80)
    return " ".join(" ".join(line.text for line in lines).split())


@pytest.mark.parametrize("said", ["Taken back.", "This is the first question.", "Note kept"])
def test_what_was_said_of_one_key_is_not_said_of_the_next(sitting: Sitting, said: str) -> None:
    if said == "Note kept":
        sitting.act("e")
        sitting.take_text("Ask Sam")
    elif said == "Taken back.":
        sitting.act("3")
        sitting.act("z")
    else:
        sitting.act("b")
    assert sitting.status.startswith(said)
    for key in ("d", "k", "j"):  # read the statements, go back, jump
        sitting.act(key)
        assert sitting.status == ""


def test_d_reads_the_statements_and_rating_is_a_second_step(sitting: Sitting) -> None:
    sitting.act("d")
    assert "1.1 Practitioner's stance" in shown(sitting)
    assert shown(sitting).endswith("d answer them one by one Any other key goes back.")
    sitting.act("k")
    assert (sitting.view.statement, sitting.panel) == (None, None)
    sitting.act("d")
    sitting.act("D")
    assert (sitting.view.spot, sitting.panel) == (1, None)
    sitting.act("d")
    assert "one by one" not in shown(sitting)
    sitting.act("d")
    assert (sitting.view.spot, sitting.panel) == (1, None)


def test_an_answer_key_in_the_statements_answers_nothing(sitting: Sitting) -> None:
    sitting.act("d")
    sitting.act("3")
    assert (sitting.view.place, sitting.view.saved.questions, sitting.panel) == (1, 0, None)


def test_the_statements_of_a_first_look_are_read_and_not_answered(desk: Desk) -> None:
    sitting = sit(desk, AssessmentKind.FIRST_LOOK)
    sitting.act("d")
    assert "one by one" not in shown(sitting)
    sitting.act("d")
    assert (sitting.view.statement, sitting.panel) == (None, None)


def test_a_question_says_that_statements_of_it_have_answers(sitting: Sitting) -> None:
    for key in ("d", "d", "3", "2"):
        sitting.act(key)
    sitting.escape()
    count = len(sitting.view.statements)
    assert f"2 of its {count} statements answered" in shown(sitting)
    sitting.act("s")
    assert "statements answered" not in shown(sitting)


def test_how_to_scroll_fits_on_its_line(sitting: Sitting) -> None:
    sitting.act("d")
    assert len(sitting.scroll_hint) <= 78


@pytest.mark.parametrize("key", ["o", "y", "O", "Y"])
def test_in_a_first_look_nothing_is_behind_an_answer(desk: Desk, key: str) -> None:
    sitting = sit(desk, AssessmentKind.FIRST_LOOK)
    sitting.act(key)
    assert sitting.view.choices == ()
    assert sitting.status == f"{key} does nothing here. ? shows the keys."


def test_the_keys_of_a_first_look_are_those_that_work_in_it(desk: Desk) -> None:
    sitting = sit(desk, AssessmentKind.FIRST_LOOK)
    sitting.act("?")
    said = shown(sitting)
    assert "0 1 2 3 answer, and go on at once" in " ".join(said.split())
    for other in ("n x", "one by one", "rests on", "what is behind it"):
        assert other not in said
    assert "read purpose and statements" in said


def test_other_interviews_keep_theirs(sitting: Sitting) -> None:
    sitting.act("?")
    for each in ("0 1 2 3 n x", "one by one", "rests on", "what is behind it"):
        assert each in shown(sitting)


@pytest.mark.parametrize("opened", ["o", "y", "x"])
@pytest.mark.parametrize("key", ["q", "Q"])
def test_a_short_list_is_left_like_any_question(sitting: Sitting, opened: str, key: str) -> None:
    sitting.act("s")
    sitting.act(opened)
    assert sitting.view.choices
    sitting.act(key)
    assert sitting.ended is Ended.LEAVE
    assert sitting.view.saved.questions == 0
