"""What happens before words are kept that look as if they could tell who a client is."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.interview.keys import TypingFor
from ipsskills.cli.interview.plain import run_plain
from ipsskills.cli.interview.sitting import Sitting
from ipsskills.cli.prompts import ask, detail
from ipsskills.errors import Interrupted, InvalidInput
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.colleagues import list_names
from tests.conftest import Ran
from tests.service import ANSWERS, answers, is_plain, snapshot

Run = Callable[..., Ran]
Typed = Callable[[str], None]
TOLD = "Rang Sarah Okonkwo on 07700 900123"


@pytest.fixture
def session(desk: Desk) -> Session:
    with desk.store.reading() as work:
        (me,) = work.current(Person, thing=desk.me or "")
    return start(desk, me, choose_scope(desk.framework))


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Let a person be there who chooses, and types other words: chosen("edit", text="Better")."""

    def choose(*choices: str, text: str = "") -> list[str]:
        given, said = list(choices), list[str]()
        monkeypatch.setattr(ask, "can_ask", lambda: True)
        monkeypatch.setattr(ask, "select", lambda *_, **__: given.pop(0))
        monkeypatch.setattr(ask, "text", lambda *_, **__: text)
        monkeypatch.setattr(detail, "say", said.append)
        return said

    return choose


def careful(text: str, **changes: Any) -> str | None:
    return detail.take_care(text, **{"what": "the note", "keep": False, **changes})


def note(session: Session, item: str = "1.1") -> str:
    return session.state.note(item).text


def test_ordinary_words_are_kept_without_a_question() -> None:
    assert careful("Rang Tesco on 4 Nov with Bo") == "Rang Tesco on 4 Nov with Bo"


def test_without_a_person_they_are_refused_with_what_was_found() -> None:
    with pytest.raises(InvalidInput) as refused:
        careful(TOLD)
    assert refused.value.message.splitlines()[1:] == [
        "- Sarah Okonkwo (probably somebody's name)",
        "- 07700 900123 (a phone number)",
    ]
    assert "--keep" in refused.value.hint


def test_keep_keeps_them() -> None:
    assert careful(TOLD, keep=True) == TOLD


def test_people_of_the_record_may_be_named(desk: Desk) -> None:
    assert careful("Watched Ada Example", known=list_names(desk)) == "Watched Ada Example"


def test_a_person_is_told_gently_and_decides(chosen: Callable[..., list[str]]) -> None:
    said = chosen("keep", "drop")
    assert careful(TOLD) == TOLD
    assert careful(TOLD) is None
    assert "- Sarah Okonkwo (probably somebody's name)" in said[0]
    assert "your own health" in said[0]
    assert "read out" in said[0]


def test_changed_words_are_looked_at_again(chosen: Callable[..., list[str]]) -> None:
    said = chosen("edit", text="Rang about the job")
    assert careful(TOLD) == "Rang about the job"
    assert len(said) == 1


def test_a_file_of_answers_is_refused_with_every_note_in_doubt(lived: Path, run: Run) -> None:
    given = answers(
        lived / "told.json",
        {**ANSWERS, "3.8": {"answer": "1", "note": TOLD}, "3.9": {"note": TOLD}},
    )
    before = snapshot(lived)
    ran = run("assess", "--from", str(given))
    assert (ran.code, ran.out) == (11, "")
    is_plain(ran.err)
    assert "- 3.8: Sarah Okonkwo (probably somebody's name)\n" in ran.err
    assert "- 3.9: 07700 900123 (a phone number)\n" in ran.err
    assert snapshot(lived) == before
    assert run("assess", "--from", str(given), "--keep").code == 0


def test_a_note_in_a_file_that_is_left_out(
    lived: Path, run: Run, chosen: Callable[..., list[str]]
) -> None:
    given = answers(lived / "told.json", {"3.8": {"answer": "1", "note": TOLD, "shared": True}})
    chosen("drop")
    ran = run("assess", "--from", str(given), "--json")
    assert ran.code == 0
    found = {row["id"]: row["note"] for row in json.loads(ran.out)["data"]["answers"]}
    assert not found["3.8"]


@pytest.mark.parametrize(
    ("choices", "text", "kept"),
    [
        (("keep",), "", [TOLD]),
        (("edit",), "Rang about the job", ["Rang about the job"]),
    ],
)
def test_a_table_of_entries_asks_as_a_file_of_answers_does(
    lived: Path,
    run: Run,
    chosen: Callable[..., list[str]],
    choices: tuple[str, ...],
    text: str,
    kept: list[str],
) -> None:
    table = lived / "evidence.csv"
    table.write_text(f"on,title,unit\n2026-11-02,{TOLD},3.8\n", encoding="utf-8")
    said = chosen(*choices, text=text)
    ran = run("log", "evidence", "--from", str(table), "--json")
    assert ran.code == 0
    assert "line 2 (title), this looks as if it could tell who a client is" in said[0]
    assert [each["entry"]["title"] for each in json.loads(ran.out)["data"]] == kept


def test_a_row_that_is_left_out_keeps_no_row(
    lived: Path, run: Run, chosen: Callable[..., list[str]]
) -> None:
    table = lived / "evidence.csv"
    table.write_text(
        f"on,title,unit\n2026-11-02,A letter,3.8\n2026-11-03,{TOLD},3.8\n", encoding="utf-8"
    )
    before = snapshot(lived)
    chosen("drop")
    assert run("log", "evidence", "--from", str(table)).code == 130
    assert snapshot(lived) == before


def test_a_pipe_is_refused_with_its_line(lived: Path, run: Run, typed: Typed) -> None:
    typed(f"2\ne {TOLD}\n3\n")
    ran = run("assess", "--plain")
    assert ran.code == 11
    is_plain(ran.err)
    assert "Line 2: " in ran.err
    assert "Sarah Okonkwo (probably somebody's name)" in ran.err
    assert "--keep" in ran.err
    typed(f"e {TOLD}\n")
    assert run("assess", "--plain", "--keep").code == 0


@pytest.mark.parametrize(("choice", "kept"), [("keep", TOLD), ("drop", ""), ("edit", "Rang Bo")])
def test_a_person_at_plain_lines_is_asked_on_the_spot(
    session: Session,
    chosen: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    kept: str,
) -> None:
    chosen(choice, text="Rang Bo")
    lines = StringIO(f"e {TOLD}\nq\n")
    lines.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stdin", lines)
    run_plain(session, areas_offered=False)
    assert note(session) == kept


def typing(session: Session, text: str) -> Sitting:
    """Return a sitting in which a note has been typed and entered."""
    sitting = Sitting(session, areas_offered=False)
    sitting.act("e")
    sitting.take_text(text)
    return sitting


def test_the_screen_shows_what_was_found_and_keeps_nothing_yet(session: Session) -> None:
    sitting = typing(session, TOLD)
    assert sitting.panel is not None
    shown = " ".join(line.text for line in sitting.panel(80))
    assert "Sarah Okonkwo (probably somebody's name)" in shown
    assert "your own health" in shown
    assert len(sitting.panel(80)) < 20
    sitting.act("3")
    ways_out = "e or Enter changes it. k keeps it. d leaves it out."
    assert (sitting.status, note(session)) == (ways_out, "")
    assert not session.state.answers


def test_k_keeps_it_and_does_not_ask_about_the_same_again(session: Session) -> None:
    sitting = typing(session, TOLD)
    sitting.act("K")
    assert (sitting.panel, note(session)) == (None, TOLD)
    sitting.act("e")
    sitting.take_text(TOLD)
    assert sitting.panel is None


def test_d_leaves_it_out(session: Session) -> None:
    sitting = typing(session, TOLD)
    sitting.act("D")
    assert (sitting.panel, sitting.entry, note(session)) == (None, None, "")


def test_enter_pressed_over_and_over_never_keeps_it(session: Session) -> None:
    sitting = typing(session, TOLD)
    for _ in range(5):
        sitting.act("\r")
        assert (sitting.entry, sitting.first_text) == (TypingFor.NOTE, TOLD)
        sitting.take_text(sitting.first_text)
    assert (sitting.panel is None, note(session)) == (False, "")


def test_enter_at_a_prompt_is_change_and_never_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    """In plain lines: twice Enter to change nothing, then words in which nothing is found."""
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", StringIO("\n\n\n\n1\nRang the employer\n"))
    assert careful(TOLD, plain=True) == "Rang the employer"


def test_a_line_that_ends_at_enter_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", StringIO("\n\n\n"))
    with pytest.raises(Interrupted):
        careful(TOLD, plain=True)


def test_the_ways_out_are_the_same_everywhere_and_begin_with_change() -> None:
    assert [words for _, words in detail.WAYS_BY_KEY] == [
        "Change it",
        "Keep it as it is",
        "Leave it out",
    ]
    assert detail.find_way_out("\r") is detail.find_way_out("e") is detail.WayOut.EDIT
    assert detail.find_way_out("k") is detail.WayOut.KEEP
    assert detail.find_way_out("x") is None


@pytest.mark.parametrize(
    "back", [lambda s: s.act("e"), lambda s: s.escape(), lambda s: s.act("\r")]
)
def test_e_enter_and_escape_go_on_typing_it(
    session: Session, back: Callable[[Sitting], None]
) -> None:
    sitting = typing(session, TOLD)
    back(sitting)
    assert (sitting.panel, sitting.entry, sitting.first_text) == (None, TypingFor.NOTE, TOLD)
    sitting.take_text("Rang about the job")
    assert note(session) == "Rang about the job"


def test_a_note_in_doubt_that_cannot_be_kept_stays_to_be_mended(session: Session) -> None:
    sitting = typing(session, f"{TOLD} {'x' * 10_000}")
    sitting.act("k")
    assert (sitting.entry, note(session)) == (TypingFor.NOTE, "")
    assert sitting.status


def test_ctrl_c_asks_first_and_then_leaves_it_out(session: Session) -> None:
    sitting = Sitting(session, areas_offered=False)
    sitting.act("e")
    sitting.leave(TOLD)
    assert (sitting.ended, sitting.panel is None) == (None, False)
    sitting.leave("")
    assert sitting.ended
    assert note(session) == ""


@pytest.mark.parametrize(
    "words",
    [
        ("add", TOLD),
        ("add", "See more employers", "--why", TOLD),
        ("add", "See more employers", "--do", "Ring", "--do", TOLD),
        ("done", "1", "--changed", TOLD),
        ("edit", "1", "--title", TOLD),
        ("edit", "1", "--outcome", TOLD),
        ("edit", "1", "--step", "1", "--do", TOLD),
        ("edit", "1", "--do", TOLD),
        ("review", "1", "--note", TOLD),
        ("drop", "1", "--because", TOLD),
    ],
    ids=" ".join,
)
def test_words_for_a_plan(lived: Path, run: Run, words: tuple[str, ...]) -> None:
    before = run("plan", "history", "--json").out
    ran = run("plan", *words)
    assert (ran.code, ran.out) == (11, "")
    is_plain(ran.err)
    assert "- Sarah Okonkwo (probably somebody's name)\n" in ran.err
    assert "--keep" in ran.err
    assert run("plan", "history", "--json").out == before
    assert run("plan", *words, "--keep").code == 0


def test_a_refusal_in_json(lived: Path, run: Run) -> None:
    told = json.loads(run("plan", "add", TOLD, "--json").out)
    assert told["error"]["exit_code"] == 11
    assert "Sarah Okonkwo" in told["error"]["message"]


def test_a_step_left_out_leaves_the_goal(
    lived: Path, run: Run, chosen: Callable[..., list[str]]
) -> None:
    chosen("drop")
    ran = run("plan", "add", "See employers", "--do", "Ring round", "--do", TOLD, "--json")
    steps = [g["activities"] for g in json.loads(ran.out)["data"]["goals"]][-1]
    assert [step["text"] for step in steps] == ["Ring round"]


def test_a_goal_left_out_is_no_goal(
    lived: Path, run: Run, chosen: Callable[..., list[str]]
) -> None:
    chosen("drop")
    ran = run("plan", "add", TOLD)
    assert (ran.code, ran.out, ran.err) == (130, "", "Left out, and so nothing was kept.\n")


def test_colleagues_may_stand_on_a_plan(lived: Path, run: Run) -> None:
    assert run("plan", "add", "Shadow Ada Example on a visit").code == 0


@pytest.mark.parametrize("option", ["--leave", "--works-best"])
def test_words_about_a_person(lived: Path, run: Run, option: str) -> None:
    ran = run("people", "edit", option, TOLD)
    assert ran.code == 11
    assert "- Sarah Okonkwo (probably somebody's name)\n" in ran.err
    assert run("people", "edit", option, TOLD, "--keep").code == 0
    assert run("people", "edit", option, "Two weeks in May").code == 0
