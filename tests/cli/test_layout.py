"""The lines of the interview: they fit, they tell everything, and nothing by colour only."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from ipsskills.cli.interview import layout
from ipsskills.cli.interview.keys import KEYS
from ipsskills.cli.interview.layout import ScreenLine
from ipsskills.cli.output.cells import shorten
from ipsskills.codes import AssessmentKind, Basis, Behind, Code, list_offered
from ipsskills.framework.types import Framework, Unit
from ipsskills.usecases.interview.commands import Mode, NoteText
from ipsskills.usecases.interview.machine import Answer, InterviewState, Script
from ipsskills.usecases.interview.view import Option, ScreenView, compose_screen
from tests.cases import try_each
from tests.words import wrote

ROOM = 24 - 1  # the last line of the screen is the status
LONGEST_PERIOD = "twenty-four months (since 24 November 2026)"
FULL = Answer(Code.OUTSIDE, "agreed", Basis.RECORD, Behind.TIME, bring=True, show=True)
LONG_NOTE = "I freeze when they ask what my client's diagnosis is. " * 40
NOTES = (
    LONG_NOTE,
    "no-space-in-it" * 30,
    "😀👩‍👩‍👧🏽🇬🇧 emoji " * 20,
    "会議で話すこと、" * 30,
    "ملاحظة عن لقاء المشرف الأسبوعي " * 10,
    "הערה על פגישת ההדרכה " * 10,
    "lines\nand\ttabs\nin it " * 20,
    "é" * 200,
    "e\u0301" * 200,
)


def views(
    framework: Framework, answer: Answer = FULL, note: str = LONG_NOTE, mode: Mode = Mode.UNIT
) -> Iterator[ScreenView]:
    """Yield what is shown of every unit and area."""
    yield from (see(framework, unit, answer, note, mode) for unit in framework.units)


def see(
    framework: Framework,
    unit: Unit,
    answer: Answer = FULL,
    note: str = LONG_NOTE,
    mode: Mode = Mode.UNIT,
) -> ScreenView:
    """Return what is shown of a unit or an area."""
    script = Script(framework, AssessmentKind.SELF, (unit.id,), LONGEST_PERIOD)
    notes = {unit.id: NoteText(wrote(note), shared=True)} if note else {}
    return compose_screen(InterviewState(script, {unit.id: answer}, notes, mode=mode))


def one(framework: Framework, item: str = "3.8", **about: object) -> ScreenView:
    """Return what is shown of one unit, with something else about it."""
    script = Script(framework, AssessmentKind.SELF, (item,), "three months")
    return compose_screen(replace(InterviewState(script), **about))  # type: ignore[arg-type]


@try_each("mode", [m for m in Mode if m is not Mode.END])
def test_every_question_fits_with_all_marks_and_a_long_note(
    framework: Framework, mode: Mode
) -> None:
    screens = list(views(framework, mode=mode))
    assert len(screens) == 40
    for shown, width in product(screens, (80, 81, 100, 300)):
        lines = layout.unit_lines(shown, width)
        assert len(lines) <= ROOM, (shown.item, width)
        assert _widest(lines) <= min(width, layout.WIDEST) - 1, (shown.item, width)
        words = _joined(lines)
        assert _packed(shown.title) in words
        about = f"In practice: {shown.looks_like}" if shown.looks_like else shown.purpose
        assert _packed(about).lower() in words.lower()
        assert bool(shown.looks_like) == (shown.unit[0] not in "MA")
        asked = shown.choices or shown.options
        for option in asked:
            assert _packed(option.label + option.means) in words, (shown.item, width, option)


def test_every_mark_is_told_whole(framework: Framework) -> None:
    parts = ("! bring to supervision", "* could show a colleague", "shared note: I freeze")
    for shown in views(framework):
        words = _joined(layout.unit_lines(shown, 80))
        for part in (*parts, shown.behind, shown.basis):
            assert _packed(part) in words
        assert _packed("q finish later  ? all keys") in words
    assert shown.behind == "behind it: time or caseload"
    assert shown.basis == "rests on: record or work product"


def test_every_mark_fits(framework: Framework) -> None:
    """Each beside every question, and beside the one that takes most lines each with each."""
    heights: dict[str, int] = {}
    for marks in zip(Behind, Basis, strict=True):
        for unit in framework.units:
            heights[unit.id] = _count_lines(framework, unit, *marks)
            assert heights[unit.id] <= ROOM, (unit.id, marks)
    longest = max(framework.units, key=lambda unit: heights[unit.id])
    for marks in product(Behind, Basis):
        assert _count_lines(framework, longest, *marks) <= ROOM, marks


def _count_lines(framework: Framework, unit: Unit, behind: Behind, basis: Basis) -> int:
    answer = replace(FULL, behind=behind, basis=basis)
    return len(layout.unit_lines(see(framework, unit, answer), 80))


@try_each("note", NOTES)
def test_a_note_takes_one_line_however_wide_its_characters(framework: Framework, note: str) -> None:
    shown = one(framework, notes={"3.8": NoteText(wrote(note))})
    lines = layout.unit_lines(shown, 80)
    (told,) = [line for line in lines if "private note: " in line.text]
    assert 60 < get_cwidth(told.text) <= 79
    assert told.text.endswith("…")
    start = " ".join(note.split())[:20]
    assert told.text.startswith(f" private note: {start}")
    assert _widest(lines) <= 79


@given(st.text(max_size=60), st.integers(1, 60))
def test_shortening_keeps_the_start_and_says_that_it_cut(text: str, cells: int) -> None:
    short = shorten(text, cells)
    assert get_cwidth(short) <= cells
    if get_cwidth(text) <= cells:
        assert short == text
    else:
        assert short.endswith("…")
        assert text.startswith(short[:-1])


def test_a_short_note_is_told_whole(framework: Framework) -> None:
    shown = one(framework, notes={"3.8": NoteText(wrote("Ask Sam 😀"), shared=True)})
    assert " shared note: Ask Sam 😀" in [line.text for line in layout.unit_lines(shown, 80)]


def test_nothing_is_noted_where_there_is_nothing(framework: Framework) -> None:
    lines = layout.unit_lines(one(framework), 80)
    assert not [line for line in lines if line.style == "marks" or "note:" in line.text]


@try_each("code", list(Code))
def test_the_answer_given_is_told_by_a_sign_and_not_by_its_style_only(
    framework: Framework, code: Code
) -> None:
    for unit in framework.units:
        if code not in list_offered(unit.asked_as):
            continue
        shown = one(framework, unit.id, answers={unit.id: Answer(code, "agreed")})
        lines = layout.unit_lines(shown, 80)
        signed = [line for line in lines if line.text.startswith(" > ")]
        assert [line.text.split()[1] for line in signed] == [code.value]
        plain = layout.unit_lines(one(framework, unit.id), 80)
        assert not any(line.text.startswith(" > ") for line in plain)


def test_no_style_tells_what_the_words_do_not(framework: Framework) -> None:
    """Two screens that differ, differ in their words."""
    seen: dict[tuple[str, ...], InterviewState] = {}
    script = Script(framework, AssessmentKind.SELF, ("3.8",), "three months")
    codes = (None, *list_offered(framework.by_id["3.8"].asked_as))
    marks = list(product((False, True), (False, True), (None, False, True)))
    said = [*product(codes, (None, *Basis), (None, *Behind))]
    # The marks beside some of each answer: a step of six comes to every basis and what is behind.
    every = [*product(said, marks[:1]), *product(said[:: len(Behind) + 2], marks[1:])]
    for (code, basis, behind), (bring, show, shared) in every:
        reason = "agreed" if code is Code.OUTSIDE else None
        answer = Answer(code, reason, basis, behind, bring, show)
        notes = {} if shared is None else {"3.8": NoteText(wrote("words"), shared)}
        state = InterviewState(script, {"3.8": answer}, notes)
        texts = tuple(line.text for line in layout.unit_lines(compose_screen(state), 80))
        assert texts not in seen
        seen[texts] = state


def test_a_narrow_scale_is_laid_out_as_well(framework: Framework) -> None:
    """A service may leave out what answers mean, and may write long labels."""
    shown = one(framework)
    bare = replace(shown, options=tuple(replace(o, means="") for o in shown.options))
    assert len(layout.unit_lines(bare, 80)) == len(layout.unit_lines(shown, 80))
    long = Option(Code.THREE, "一人でできる", "wort " * 40, chosen=True)
    lines = layout.unit_lines(replace(shown, options=(long, *shown.options[1:])), 80)
    assert _joined(lines).count("wort") == 40
    assert _widest(lines) <= 79


@try_each("open_items", [0, 1, 28])
@try_each("areas_offered", [False, True])
def test_the_end_fits_and_names_what_is_open(
    framework: Framework, open_items: int, *, areas_offered: bool
) -> None:
    items = tuple(unit.id for unit in framework.asked())
    script = Script(framework, AssessmentKind.SELF, items, "three months")
    answers = {item: Answer(Code.THREE) for item in items[open_items:]}
    shown = compose_screen(InterviewState(script, answers, index=len(items)))
    lines = layout.end_lines(shown, 80, areas_offered=areas_offered)
    assert len(lines) <= 20 - 1
    assert _widest(lines) <= 79
    words = _joined(lines)
    for item in items[:open_items]:
        assert _packed(f"{item} {framework.by_id[item].short}") in words
    assert ("Notanswered" in words) == bool(open_items)
    assert ("tenshortquestions" in words) == areas_offered


def test_the_end_of_every_statement_fits(framework: Framework) -> None:
    items = tuple(s.id for unit in framework.asked() for s in unit.live_statements)
    script = Script(framework, AssessmentKind.SELF, items, "three months")
    lines = layout.end_lines(
        compose_screen(InterviewState(script, index=len(items))), 80, areas_offered=True
    )
    assert len(layout.fit_lines(lines, 20 - 1)) <= 20 - 1
    assert _widest(lines) <= 79
    count = len(framework.by_id["3.8"].live_statements)
    assert _packed(f"3.8 Disclosure ({count} of {count})") in _joined(lines)


@pytest.mark.parametrize("inside", [False, True])
def test_the_foot_names_escape_only_where_there_is_a_unit_to_go_back_to(
    framework: Framework, *, inside: bool
) -> None:
    statement = framework.by_id["3.8"].live_statements[0]
    shown = replace(one(framework), statement=statement, spot=1, spots=9, inside=inside)
    words = _joined(layout.unit_lines(shown, 80))
    assert ("Escbacktotheunit" in words) == inside
    assert "dreadall" in words


def test_help_lists_every_key_and_fits(framework: Framework) -> None:
    lines = layout.help_lines(one(framework), 80)
    assert len(lines) + 2 <= 20 - 1
    assert _widest(lines) <= 79
    for key in KEYS:
        assert any(line.text.startswith(f" {key.key} ") for line in lines)
        assert _packed(key.help) in _joined(lines)


@try_each(
    ("kind", "answers"),
    [
        (AssessmentKind.SELF, "0 1 2 3 n x"),
        (AssessmentKind.SUPERVISOR, "0 1 2 3 n x u"),
        (AssessmentKind.FIRST_LOOK, "0 1 2 3"),
    ],
)
def test_help_lists_every_answer(framework: Framework, kind: AssessmentKind, answers: str) -> None:
    lines = layout.help_lines(replace(one(framework), kind=kind), 80)
    assert lines[2].text == f" {answers:<13} answer, and go on at once"


@pytest.mark.parametrize("width", [80, 120])
def test_statements_are_told_whole(framework: Framework, width: int) -> None:
    for unit in framework.units:
        lines = layout.statement_lines(one(framework, unit.id), width)
        words = _joined(lines)
        for statement in unit.live_statements:
            for text in (statement.text, *statement.points):
                assert _packed(text) in words
        assert _widest(lines) < width


def test_the_purpose_stands_with_the_statements_and_no_more_with_the_question(
    framework: Framework,
) -> None:
    for unit in framework.asked():
        shown = one(framework, unit.id)
        purpose = _packed(unit.curriculum.purpose)
        assert purpose not in _joined(layout.unit_lines(shown, 80))
        assert purpose in _joined(layout.statement_lines(shown, 80))


def test_an_area_has_its_purpose_with_the_question_and_only_there(framework: Framework) -> None:
    for unit in framework.asked(areas=True):
        shown = one(framework, unit.id)
        purpose = _packed(unit.curriculum.purpose)
        assert purpose in _joined(layout.unit_lines(shown, 80))
        assert purpose not in _joined(layout.statement_lines(shown, 80))


def test_what_doing_it_looks_like_takes_at_most_two_lines(framework: Framework) -> None:
    """So that 80 by 20 holds the question with the longest title as well."""
    for unit in framework.asked():
        said = [line.text for line in layout.unit_lines(one(framework, unit.id), 80)]
        first = next(n for n, line in enumerate(said) if line.startswith(" In practice: "))
        assert "" in said[first + 1 : first + 3], unit.id


def test_what_a_search_found_is_numbered_and_fits(framework: Framework) -> None:
    titles = [(unit.id, unit.title) for unit in framework.units][:9]
    lines = layout.found_lines(titles, 80, more=3)
    assert _widest(lines) <= 79
    assert len(lines) <= 20 - 3
    for number, (item, title) in enumerate(titles, 1):
        assert _packed(f"{number}{item}{title}") in _joined(lines)
    assert "3morematch" in _joined(lines)
    assert "morehold" not in _joined(layout.found_lines(titles, 80, more=0))


@try_each(("columns", "rows"), [(79, 24), (80, 19), (40, 10), (24, 8)])
def test_a_window_that_is_too_small_is_told_so_in_what_room_there_is(
    columns: int, rows: int
) -> None:
    lines = layout.too_small(columns, rows)
    assert _widest(lines) < columns
    assert len(lines) <= rows
    words = " ".join(line.text for line in lines)
    assert f"{columns} by {rows}" in words
    assert "ipsskills assess --plain" in words


@try_each("room", [23, 20, 19, 16])
def test_a_low_window_loses_empty_lines_only(framework: Framework, room: int) -> None:
    for shown in views(framework):
        lines = layout.unit_lines(shown, 80)
        kept = layout.fit_lines(lines, room)
        assert [line for line in kept if line.text] == [line for line in lines if line.text]
        empty = sum(1 for line in lines if not line.text)
        assert len(kept) == max(min(len(lines), room), len(lines) - empty)


def test_80_by_20_shows_every_question_of_a_first_pass(framework: Framework) -> None:
    for shown in views(framework, Answer(), note=""):
        lines = layout.fit_lines(layout.unit_lines(shown, 80), layout.SMALLEST[1] - 1)
        assert len(lines) < layout.SMALLEST[1]


def test_lists_have_a_key_for_each_choice(framework: Framework) -> None:
    scale = framework.scale
    assert layout.choice_keys(scale.bases) == ["o", "r", "f", "m"]
    assert layout.choice_keys(scale.reasons) == ["1", "2", "3", "4", "5"]
    assert layout.choice_keys(scale.behind) == ["1", "2", "3", "4"]


def _widest(lines: list[ScreenLine]) -> int:
    return max(get_cwidth(line.text) for line in lines)


def _joined(lines: list[ScreenLine]) -> str:
    return _packed("".join(line.text for line in lines))


def _packed(text: str) -> str:
    return "".join(text.split())
