"""Private notes are read again by whoever wrote them: which ones, where, and in which order."""

from datetime import date

import pytest

from ipsskills.codes import AssessmentKind, Code, EntryKind
from ipsskills.errors import NotFound, UsageError
from ipsskills.facts.assessment import AnswersReviewed
from ipsskills.formats.answers import Given
from ipsskills.pages.compose.assessments.reviewed import compose_answers_reviewed
from ipsskills.pages.document import Entries, Page
from ipsskills.pages.on_screen import keep_off_paper, show_on_screen
from ipsskills.record.types import State
from ipsskills.usecases.assessments.assess import drop_draft, start, take_answers
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.assessments.reviewed import review_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.training_record import list_record
from ipsskills.usecases.interview.commands import Give, Into, Jump, Mark, NoteText, Toggle, Write
from ipsskills.usecases.interview.machine import begin
from ipsskills.usecases.interview.state import Script
from ipsskills.usecases.interview.view import find_units
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.prepare import prepare
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, at_desk_of, draft, find_draft, go_to, me
from tests.words import wrote, wrote_values

SELF = AssessmentKind.SELF


def given(item: str, code: str, note: str = "", *, shared: bool = False) -> Given:
    return Given(item=item, code=Code(code), note=wrote(note) if note else note, shared=shared)


def look(desk: Desk, *answers: Given) -> None:
    """Give and finish a self-assessment of these units."""
    take_answers(draft(desk, tuple(each.item for each in answers)), answers)


def told(desk: Desk, who: str | None = None) -> list[tuple[str, str]]:
    found = report(desk, who, private=True)
    return [(note.number, note.text) for note in found.private or ()]


def found_by(desk: Desk, words: str, **chosen: object) -> list[str]:
    found = list_record(desk, None, words=words, **chosen)  # type: ignore[arg-type]
    return [note.text for note in found.private or ()]


def read_again(desk: Desk, who: str | None = None, kind: AssessmentKind = SELF) -> AnswersReviewed:
    return review_answers(desk, AskedFor(kind=kind, scope=UNITS, who=who))


def test_the_latest_note_on_each_question_is_in_the_report(desk: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 3, 2))
    look(desk, given("3.8", "1", "In March"), given("3.2", "2", "Only then"))
    go_to(clock, date(2026, 9, 1))
    look(desk, given("3.8", "2", "In September"), given("1.1", "3", "For all", shared=True))
    assert told(desk) == [("3.2", "Only then"), ("3.8", "In September")]
    assert report(desk, None).private is None


def test_a_search_finds_every_one_of_them_and_none_that_is_shared(desk: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 3, 2))
    look(desk, given("3.8", "1", "I freeze in March"), given("3.2", "2", "no such"))
    go_to(clock, date(2026, 9, 1))
    look(desk, given("3.8", "2", "I FREEZE less"), given("1.1", "3", "freeze", shared=True))
    assert found_by(desk, "freeze") == ["I FREEZE less", "I freeze in March"]
    assert found_by(desk, "march Freeze") == ["I freeze in March"]
    assert found_by(desk, "freeze", since=date(2026, 9, 1)) == ["I FREEZE less"]
    assert found_by(desk, "freeze", until=date(2026, 8, 31)) == ["I freeze in March"]
    assert found_by(desk, "freeze", units=("3.2",)) == []
    assert found_by(desk, "freeze", kinds=(EntryKind.TRAINING,)) == []
    assert list_record(desk, None).private is None


def test_a_note_on_an_open_draft_is_found_and_one_on_a_dropped_draft_is_not(desk: Desk) -> None:
    session = draft(desk, ("3.8",))
    session.press(Write(NoteText(wrote("Under way"))))
    assert found_by(desk, "under") == ["Under way"]
    open_one = find_draft(desk, me(desk), SELF, ("3.8",))
    assert open_one is not None
    assert drop_draft(desk, open_one).state is State.DROPPED
    assert found_by(desk, "under") == []


def test_a_statements_note_is_named_by_its_number(desk: Desk) -> None:
    session = draft(desk, ("3.8",))
    session.press_all([Into(), Write(NoteText(wrote("On the first"))), Give(Code.TWO)])
    session.finish()
    assert told(desk) == [("3.8/1", "On the first")]


def test_a_supervisor_reads_their_own_about_somebody_and_not_theirs(desk: Desk) -> None:
    look(desk, given("3.8", "1", "Ada's own"))
    lee, ada = at_desk_of(desk, LEE), me(desk)
    session = start(lee, ada, ("3.8",), kind=AssessmentKind.SUPERVISOR)
    session.press(Write(NoteText(wrote("Lee's own"))))
    session.press(Give(Code.NOT_SEEN))
    session.finish()
    assert told(lee, "Ada") == [("3.8", "Lee's own")]
    assert told(desk) == [("3.8", "Ada's own")]
    again = read_again(lee, "Ada", AssessmentKind.SUPERVISOR)
    assert [each.private for each in again.answers] == ["Lee's own"]
    with pytest.raises(UsageError):
        read_again(lee, "Ada")


def test_everything_answered_is_read_again_in_words(desk: Desk) -> None:
    session = draft(desk, ("1.1", "3.8", "3.10", "3.14"))
    session.press_all(
        [
            Toggle(Mark.BRING),
            Write(NoteText(wrote("Mine alone"))),
            Give(Code.TWO),
            Into(),
            Give(Code.ONE),
            Jump("3.10"),
            Write(NoteText(wrote("For both"), shared=True)),
            Give(Code.NO_CHANCE),
        ]
    )
    session.finish()
    page = show_on_screen(compose_answers_reviewed(read_again(desk)))
    assert isinstance(page, Page)
    (rows,) = (block.rows for block in page.blocks if isinstance(block, Entries))
    assert [(number, said) for number, _, said in rows] == [
        ("1.1", 'Mostly; to bring to supervision. Private note: "Mine alone"'),
        ("3.8", f"1 of {len(desk.framework.by_id['3.8'].live_statements)} statements."),
        ("3.8/1", "Main ideas."),
        ("3.10", 'No chance yet. Shared note: "For both"'),
        ("3.14", "Not answered."),
    ]


def test_a_page_for_anybody_else_has_none_of_it(desk: Desk) -> None:
    look(desk, given("3.8", "1", "Mine alone"))
    page = compose_answers_reviewed(read_again(desk))
    assert "Mine alone" in str(show_on_screen(page))
    assert "Mine alone" not in str(keep_off_paper(page))


def test_a_file_has_every_answer_and_the_shared_notes_without_the_private_ones(desk: Desk) -> None:
    look(
        desk,
        given("1.1", "2", "Mine alone"),
        given("3.8", "1", "For both", shared=True),
        given("3.10", "n"),
    )
    page = keep_off_paper(compose_answers_reviewed(read_again(desk)))
    assert isinstance(page, Page)
    (rows,) = (block.rows for block in page.blocks if isinstance(block, Entries))
    assert [(number, said) for number, _, said in rows if said != "Not answered."] == [
        ("1.1", "Mostly."),
        ("3.8", 'With someone. Shared note: "For both"'),
        ("3.10", "No chance yet."),
    ]


def test_without_private_notes_the_page_is_the_same_everywhere(desk: Desk) -> None:
    look(desk, given("3.8", "1"))
    page = compose_answers_reviewed(read_again(desk))
    assert keep_off_paper(page) == show_on_screen(page) == page


def test_without_anything_finished_there_is_nothing_to_read_again(desk: Desk) -> None:
    with pytest.raises(NotFound, match="nothing finished yet"):
        read_again(desk)


def test_words_of_a_note_find_its_unit_in_the_interview(desk: Desk) -> None:
    script = Script(desk.framework, SELF, UNITS, "three months")
    state = begin(script, {}, {"3.14": NoteText(wrote("The Zeppelin works"))})
    assert find_units(state, ["zeppelin"]) == ("3.14",)
    assert find_units(state, ["zeppelin", "nosuch"]) == ()
    assert find_units(state, []) == find_units(begin(script), [])


def test_preparation_is_on_nobodys_training_record_unless_asked_for(desk: Desk) -> None:
    prepare(desk, wrote_values({"went_well": "A trial shift."}))
    assert list_record(desk, None).entries == ()
    assert list_record(desk, None, words="trial").entries == ()
    asked = list_record(desk, None, kinds=(EntryKind.PREPARATION,))
    assert [entry.kept.went_well for entry in asked.entries] == ["A trial shift."]
    both = list_record(desk, None, kinds=(EntryKind.PREPARATION, EntryKind.TRAINING))
    assert len(both.entries) == 1
