"""What the screen does when something of ours breaks: it ends, and the fault is told as others."""

from collections.abc import Iterator
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from ipsskills.cli.interview import layout, screen
from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.screen import Screen, run_screen
from ipsskills.errors import StoreError
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import ScreenView


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    """Give the screen keys from here, and let it draw nowhere."""
    monkeypatch.setenv("IPSSKILLS_KEYS", "fast")
    with create_pipe_input() as pipe:
        monkeypatch.setattr(screen, "create_input", lambda **_: pipe)
        monkeypatch.setattr(screen, "create_output", lambda **_: DummyOutput())
        yield pipe


@pytest.fixture
def session(desk: Desk) -> Session:
    with desk.store.reading() as work:
        (me,) = work.current(Person, thing=desk.me or "")
    return start(desk, me, choose_scope(desk.framework))


@pytest.mark.parametrize("error", [ValueError("ours"), StoreError("The disk is full.")])
def test_a_fault_while_an_answer_is_kept_ends_the_screen_and_is_raised(
    session: Session, keys: PipeInput, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def breaks(*_: Any) -> None:
        raise error

    monkeypatch.setattr(session, "press", breaks)
    keys.send_text("3")
    with pytest.raises(type(error), match=str(error)):
        run_screen(session, areas_offered=False)


def test_a_fault_while_drawing_ends_the_screen_and_is_raised(
    session: Session, keys: PipeInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out = layout.unit_lines

    def breaks(view: ScreenView, width: int, rows: int) -> list[layout.ScreenLine]:
        return lay_out(view, width // max(0, 2 - view.place))

    monkeypatch.setattr(layout, "unit_lines", breaks)
    keys.send_text("333")  # more than it takes: for a key that does not come it would wait for ever
    with pytest.raises(ZeroDivisionError):
        run_screen(session, areas_offered=False)


def test_a_terminal_that_goes_away_ends_the_screen(session: Session, keys: PipeInput) -> None:
    keys.send_text("32")
    keys.close()
    with pytest.raises(EOFError):
        run_screen(session, areas_offered=False)
    assert [str(answer.code) for answer in session.state.answers.values()] == ["3", "2"]


def test_getting_ready_answers_nothing_and_says_nothing(
    session: Session, keys: PipeInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, seen = Screen._begin, list[tuple[str, bool, bool]]()

    def begin_and_look(shown: Screen) -> None:
        before = session.state
        begin(shown)
        seen.append((shown._sitting.status, session.state is before, shown._app.is_done))
        keys.send_text("q")

    monkeypatch.setattr(Screen, "_begin", begin_and_look)
    assert run_screen(session, areas_offered=False) is Ended.LEAVE
    assert seen == [("", True, False)]
