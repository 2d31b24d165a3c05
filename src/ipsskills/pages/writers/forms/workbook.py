"""Writes a form as a workbook: lists to choose from, what answers mean beside, all else locked.

There are no macros in it, and nothing that a spreadsheet could turn into a number or a day.
"""

import io
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from ipsskills.codes import AssessmentKind
from ipsskills.facts.forms.form import FormFacts
from ipsskills.formats.forms import columns as at
from ipsskills.pages.compose.forms.paper import say_purpose
from ipsskills.pages.compose.forms.questions import list_choices, list_questions, list_units
from ipsskills.pages.compose.forms.words import list_beside, name_form, tell_form
from ipsskills.pages.writers.forms.workbook_looks import (
    BAND,
    FILL_IN,
    FIRST,
    HEAD,
    TEXT,
    TITLE,
    WIDTHS,
    WordLists,
    add_styles,
    choose_from,
    fit_row,
    lock,
    put,
    set_up_print,
    stand_out,
)
from ipsskills.pages.writers.office.packing import LANGUAGE, PROGRAM, clean, pack_again, start_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ENABLE = "Click Enable Editing above, if your program asks. Then choose an answer on each row."
_TOP = 4  # columns that the sentences at the top reach across
_YES = ("yes",)


def write(facts: FormFacts) -> bytes:
    """Return a form as the bytes of an XLSX file."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    paper = book.worksheets[0]
    paper.title = at.SHEET
    add_styles(book)
    _FormSheet(facts, paper, WordLists(book.create_sheet(at.WORDS))).write()
    told = book.properties
    told.title, told.language = clean(name_form(facts))[:255], LANGUAGE
    told.creator = told.lastModifiedBy = PROGRAM
    told.created = told.modified = start_of(facts.made)
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()  # `save` would put the time of day in
    return pack_again(out.getvalue())


class _FormSheet:
    """The sheet that is filled in."""

    def __init__(self, facts: FormFacts, paper: "Worksheet", lists: WordLists) -> None:
        self._facts = facts
        self._paper = paper
        self._lists = lists
        self._heads = list(_list_heads(facts.kind))
        self._key = len(self._heads) + 1

    def write(self) -> None:
        """Write everything that stands on it."""
        line = self._write_top()
        self._write_head(line)
        self._paper.freeze_panes = f"B{line + 1}"
        self._paper.print_title_rows = f"{line}:{line}"
        units = {each["id"]: each for each in list_units(self._facts)}
        asked = list_questions(self._facts)
        beside = list_beside(self._facts, asked)
        for domain, rows in groupby(asked, key=lambda row: units[row["unit"]]["domain"]):
            line += 1
            for place in range(1, self._key):
                put(self._paper, line, place, domain if place == 1 else "", BAND)
            self._paper.merge_cells(None, line, 1, line, _TOP)
            for row in rows:
                line += 1
                self._write_row(line, row, units[row["unit"]])
                if told := " ".join(filter(None, beside.get(row["item"], ()))):
                    line += 1
                    self._write_beside(line, f"{row['number']}  {told}")
        choose_from(self._paper, self._lists.cells)
        lock(self._paper, self._heads)
        set_up_print(self._paper)

    def _write_top(self) -> int:
        """Write what is said and filled in before the rows; return the line of their heads."""
        words = tell_form(self._facts)
        said = dict(words["before"])
        reads = said["Who reads it"].rpartition("What you send")
        tops = (
            (ENABLE, FIRST),
            (words["title"], TITLE),
            (f"{say_purpose(self._facts)} {words['lead']}", TEXT),
            (f"{reads[1]}{reads[2]} {said['What becomes of it']} {said['Names']}", TEXT),
            (words["worry"], TEXT),
        )
        for line, (text, style) in enumerate(tops, 1):
            put(self._paper, line, 1, text, style)
            self._reach(line, text)
        line = len(tops)
        for key, label, given in self._list_fields():
            line += 1
            put(self._paper, line, 1, label, HEAD)
            put(self._paper, line, 2, given, TEXT if given else FILL_IN)
            put(self._paper, line, self._key, key, TEXT)
        put(self._paper, 1, self._key, self._tell_hidden(), TEXT)
        return line + 1

    def _tell_hidden(self) -> str:
        """Return what a form is, for the program that reads it back."""
        facts = self._facts
        told = {
            "form": facts.form,
            "kind": facts.kind.value,
            "period": f"{facts.period_months} months",
            "scale": facts.framework.scale.version,
            "framework": facts.framework_hash,
            "version": facts.framework_version,
            **({"about": facts.about.id} if facts.about else {}),
        }
        return " ".join(f"{name}:{value}".replace(" ", "_") for name, value in told.items())

    def _list_fields(self) -> Iterator[tuple[str, str, str]]:
        """Yield what is filled in at the top: its key, its label, and what stands there already."""
        yield at.NAME_KEY, at.NAME, self._facts.about.name if self._facts.about else ""
        if self._facts.kind is AssessmentKind.SUPERVISOR:
            yield at.BY_KEY, at.BY, ""
        yield at.DAY_KEY, at.DAY, ""

    def _write_head(self, line: int) -> None:
        for place, head in enumerate(self._heads, 1):
            put(self._paper, line, place, head, HEAD)
        put(self._paper, line, self._key, at.KEY, HEAD)
        fit_row(self._paper, line, [(head, WIDTHS[head]) for head in self._heads])

    def _write_row(self, line: int, row: Mapping[str, Any], unit: Mapping[str, Any]) -> None:
        means = [
            at.show_code(each["code"], ": ".join(filter(None, (each["label"], each["means"]))))
            for each in row["options"]
        ]
        said = {
            at.ITEM: f"{row['number']}  {unit['short']}",
            at.ABOUT: _tell_asked(row, unit),
            at.MEANS: "\n".join(means),
        }
        for place, head in enumerate(self._heads, 1):
            put(self._paper, line, place, said.get(head, ""), TEXT if head in said else FILL_IN)
            if head not in said:
                cell = self._paper.cell(line, place).coordinate
                self._lists.add(self._list_words(head, row), cell)
        put(self._paper, line, self._key, f"{at.ROW_KEY}{row['item']}", TEXT)
        fit_row(self._paper, line, [(text, WIDTHS[head]) for head, text in said.items()])

    def _write_beside(self, line: int, said: str) -> None:
        """Write what stands under a row on safety; a low answer there makes it stand out."""
        answer = self._heads.index(at.ANSWER) + 1
        for place in range(1, self._key):
            put(self._paper, line, place, said if place == 1 else "", TEXT)
        self._reach(line, said)
        if self._facts.kind is not AssessmentKind.FIRST_LOOK:
            stand_out(self._paper, line, _TOP, self._paper.cell(line - 1, answer).coordinate)

    def _reach(self, line: int, text: str) -> None:
        """Let the first cell of a line reach across the first columns, and fit its text."""
        self._paper.merge_cells(None, line, 1, line, _TOP)
        fit_row(self._paper, line, [(text, sum(WIDTHS[head] for head in self._heads[:_TOP]))])

    def _list_words(self, head: str, row: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what a cell under a head chooses from; nothing where words are written."""
        scale = self._facts.framework.scale
        choices = {at.REASON: scale.reasons, at.BASIS: scale.bases, at.BEHIND: scale.behind}
        if head == at.ANSWER:
            return tuple(at.show_code(each["code"], each["label"]) for each in row["options"])
        if head in choices:
            return tuple(each["label"] for each in list_choices(choices[head]))
        return _YES if head in (at.BRING, at.SHOW) else ()


def _tell_asked(row: Mapping[str, Any], unit: Mapping[str, Any]) -> str:
    """Return what a row asks: of a statement, with its points, or of a unit."""
    if not row["text"]:
        return f"{unit['title']}. {row['question']}"
    points = (f"\N{EN DASH} {point}" for point in row["points"])
    return "\n".join([row["text"], *points, row["question"]])


def _list_heads(kind: AssessmentKind) -> Iterator[str]:
    """Yield the heads of the columns; the hidden one comes after them."""
    yield from (at.ITEM, at.ABOUT, at.ANSWER, at.MEANS)
    if kind is not AssessmentKind.FIRST_LOOK:
        yield at.REASON
    if kind is AssessmentKind.SUPERVISOR:
        yield at.BASIS
    yield at.BRING
    if kind is AssessmentKind.SELF:
        yield from (at.SHOW, at.BEHIND)
    yield at.NOTE
