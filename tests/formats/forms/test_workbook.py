"""Forms as workbooks: what can be chosen and typed, and what is read back of them."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from ipsskills.codes import AssessmentKind, Basis, Behind, Code
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.formats.answers import Given
from ipsskills.formats.forms import columns as at
from ipsskills.formats.forms.files import is_form, is_table
from ipsskills.formats.forms.workbook import read_workbook
from ipsskills.pages.writers.forms import workbook
from ipsskills.usecases.desk import Desk
from tests.formats.forms.workbooks import DAY, FILLED, SAVED, Rows, fill, make

# What FILLED says, by hand.
ANSWERS = (
    Given(item="1.1", code=Code.THREE, bring=True, note='Grüße, ž; "so"\n2nd', shared=True),
    Given(item="2.2", code=Code.ZERO, behind=Behind.TIME),
    Given(item="3.8", code=Code.OUTSIDE, reason="colleague"),
    Given(item="3.10", code=Code.NO_CHANCE, show=True, note="=1+1", shared=True),
)


def test_what_is_filled_in_is_read_back(desk: Desk, tmp_path: Path) -> None:
    made = make(desk)
    read = read_workbook(fill(made, tmp_path / "ada.xlsx", FILLED), desk.framework)
    assert read.answers == ANSWERS
    assert (read.about_name, read.given_on, read.scope) == ("Ada Example", DAY, made.scope)
    assert (read.form, read.framework, read.kind) == (made.form, desk.framework.hash, "self")
    assert read.version == 6 * 365 * 86400 + 2 * 86400 + 328 * 86400 + 9 * 3600 + 1800


def test_it_is_locked_but_for_what_is_filled_in_and_has_no_macro(desk: Desk) -> None:
    packed = workbook.write(make(desk))
    paper, words = openpyxl.load_workbook(io.BytesIO(packed)).worksheets
    assert paper["A1"].value.startswith("Click Enable Editing")
    assert (paper.protection.sheet, words.sheet_state) == (True, "hidden")
    open_cells = {c.column for row in paper.iter_rows() for c in row if not c.protection.locked}
    heads = {c.value: c.column for row in paper.iter_rows() for c in row if c.value}
    asked = (at.ANSWER, at.REASON, at.BRING, at.SHOW, at.BEHIND, at.NOTE)
    assert open_cells == {2, *(heads[head] for head in asked)}
    assert paper.column_dimensions["J"].hidden
    assert heads[at.KEY] == 10
    assert not [name for name in ZipFile(io.BytesIO(packed)).namelist() if "vba" in name.lower()]
    assert workbook.write(replace(make(desk), form="f")) == workbook.write(
        replace(make(desk), form="f")
    )


def test_under_a_safety_unit_stands_what_to_do_and_a_low_answer_makes_it_stand_out(
    desk: Desk,
) -> None:
    paper = openpyxl.load_workbook(io.BytesIO(workbook.write(make(desk)))).worksheets[0]
    lines = {row[-1]: line for line, row in enumerate(paper.iter_rows(values_only=True), 1)}
    line = lines["row:2.2"]
    assert paper.cell(line + 1, 1).value == (
        "2.2  Worried about someone now? Use the duty or safeguarding route, not this form. "
        "If your answer is 0 or 1: talk to your team leader today, or whoever covers."
    )
    (place,) = paper.conditional_formatting
    (rule,) = place.rules
    assert str(place.sqref) == f"A{line + 1}:D{line + 1}"
    assert rule.formula == [f'(LEFT($C{line},1)="0") + (LEFT($C{line},1)="1")']
    assert (rule.dxf.font.b, rule.dxf.fill.bgColor.rgb) == (True, "FFFFF3C4")


def test_a_statement_stands_with_its_points_and_its_question(desk: Desk) -> None:
    made = make(desk, scope=("2.2",), full=True)
    paper = openpyxl.load_workbook(io.BytesIO(workbook.write(made))).worksheets[0]
    said = {str(row[-1].value): str(row[1].value) for row in paper.iter_rows()}
    asked = "If this came up tomorrow, would you know what to do?"
    for each in desk.framework.by_id["2.2"].live_statements:
        lines = [each.text, *(f"\N{EN DASH} {point}" for point in each.points), asked]
        assert said[f"row:{each.id}"].splitlines() == lines


def test_every_answer_that_is_offered_can_be_chosen_and_is_read(desk: Desk, tmp_path: Path) -> None:
    made = make(desk, scope=("3.8",))
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(made)))
    paper, words = book.worksheets
    (rule,) = [r for r in paper.data_validations.dataValidation if "Words!$A" in r.formula1]
    listed = [cell.value for cell in words["A"] if cell.value]
    assert rule.formula1 == f"Words!$A$1:$A${len(listed)}"
    reason = {at.REASON: "A colleague does this in our service"}
    for word in listed:
        also = reason if word.startswith("x") else {}
        path = fill(made, tmp_path / "a.xlsx", {"3.8": {at.ANSWER: word, **also}})
        (given,) = read_workbook(path, desk.framework).answers
        assert given.code == word[0]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (3, "3"),
        (3.0, "3"),
        ("3", "3"),
        ("3 ", "3"),
        ("3,0", "3"),
        ("3.0", "3"),
        ("3: On my own", "3"),
        ("2) with a check\u00a0", "2"),
        (" on my own. ", "3"),
        ("No chance yet", "n"),
        ("N", "n"),
    ],
)
def test_a_code_alone_or_words_alone_are_read(
    desk: Desk, tmp_path: Path, typed: object, code: str
) -> None:
    path = fill(make(desk), tmp_path / "a.xlsx", {"3.10": {at.ANSWER: typed}})
    assert read_workbook(path, desk.framework).answers[0].code == code


@pytest.mark.parametrize(
    ("day", "read"),
    [(None, date(2026, 11, 25)), (DAY, DAY), ("2026-11-20", DAY), ("20 November 2026", DAY)],
)
def test_the_day_is_read_as_it_stands_else_it_is_that_of_saving(
    desk: Desk, tmp_path: Path, day: object, read: date
) -> None:
    path = fill(make(desk), tmp_path / "a.xlsx", FILLED, day=day)
    assert read_workbook(path, desk.framework).given_on == read


def test_a_copy_saved_later_is_a_later_version_of_the_same_look(desk: Desk, tmp_path: Path) -> None:
    made, later = make(desk), SAVED + timedelta(minutes=1)
    one = read_workbook(fill(made, tmp_path / "a.xlsx", FILLED), desk.framework)
    two = read_workbook(fill(made, tmp_path / "b.xlsx", FILLED, saved=later), desk.framework)
    assert (two.look, two.version - one.version) == (one.look, 60)
    other = read_workbook(fill(made, tmp_path / "c.xlsx", FILLED, name="Bo"), desk.framework)
    assert other.look != one.look


def test_it_is_read_with_columns_moved_rows_sorted_or_hidden_and_a_sheet_before_it(
    desk: Desk, tmp_path: Path
) -> None:
    made = make(desk)
    filled = openpyxl.load_workbook(fill(made, tmp_path / "a.xlsx", FILLED)).worksheets[0]
    rows = [list(row) for row in filled.iter_rows(values_only=True)]
    head = next(place for place, row in enumerate(rows) if at.KEY in row)
    answer = rows[head].index(at.ANSWER)
    others = [place for place in range(len(rows[head])) if place != answer]
    order = [others[-1], answer, *reversed(others[:-1])]
    rows[head + 1 :] = sorted(rows[head + 1 :], key=lambda row: str(row[answer] or ""))
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "What I did in May"
    paper = book.create_sheet("Sheet2")
    for row in rows:
        cells = ("added", *(row[place] for place in order))
        paper.append([f"{cell}  " if isinstance(cell, str) else cell for cell in cells])
        for cell in paper[paper.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    paper.row_dimensions[head + 3].hidden = True
    moved = tmp_path / "moved.xlsx"
    book.save(moved)
    read = read_workbook(moved, desk.framework)
    assert (read.answers, read.scope) == (ANSWERS, made.scope)
    assert (read.about_name, read.given_on) == ("Ada Example", DAY)


def test_a_workbook_of_another_format_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "ada.ods"
    path.write_bytes(b"PK\x03\x04")
    for asks in (is_form, is_table):
        with pytest.raises(InvalidInput) as told:
            asks(path)
        assert "save it as .xlsx" in str(told.value.hint)


def test_two_sheets_of_the_form_are_refused(desk: Desk, tmp_path: Path) -> None:
    path = fill(make(desk), tmp_path / "a.xlsx", FILLED)
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.worksheets[0])
    book.save(path)
    with pytest.raises(InvalidInput, match="more than one sheet"):
        read_workbook(path, desk.framework)


def test_a_supervisors_form_says_whose_view_it_is(desk: Desk, tmp_path: Path) -> None:
    rows: Rows = {"1.1": {at.ANSWER: "2", at.BASIS: "Observed"}, "2.2": {at.ANSWER: "u"}}
    path = fill(make(desk, AssessmentKind.SUPERVISOR), tmp_path / "a.xlsx", rows)
    read = read_workbook(path, desk.framework)
    assert (read.by_name, read.kind) == ("Lee Invented", "supervisor")
    assert read.answers[0].basis is Basis.OBSERVED


def test_every_fault_is_told_with_its_place(desk: Desk, tmp_path: Path) -> None:
    rows: Rows = {"1.1": {at.ANSWER: "maybe"}, "2.2": {at.ANSWER: "3", at.BRING: "perhaps"}}
    path = fill(make(desk), tmp_path / "a.xlsx", rows, name=None, day="soon")
    with pytest.raises(InvalidInput) as told:
        read_workbook(path, desk.framework)
    for place in (at.NAME, at.DAY, "1.1, Your answer", "2.2, Bring to supervision"):
        assert f"({place})" in told.value.message
    assert "maybe" not in told.value.message


def test_what_is_no_form_of_ours_is_refused(desk: Desk, tmp_path: Path) -> None:
    book, empty = openpyxl.Workbook(), tmp_path / "empty.xlsx"
    book.save(empty)
    grows = tmp_path / "grows.xlsx"
    with ZipFile(grows, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    large = tmp_path / "large.xlsx"
    with ZipFile(large, "w", 8) as archive:
        archive.writestr("xl/workbook.xml", b" " * 13_000_000)
    text = tmp_path / "text.csv"
    text.write_text("slug,answer\n", encoding="utf-8")
    for path in (empty, grows, large, text, tmp_path / "none.xlsx"):
        with pytest.raises(IpsSkillsError):
            read_workbook(path, desk.framework)
