"""The answers that a report rests on as a table, in the columns that files of answers have."""

from dataclasses import asdict

from ipsskills.facts.report import ReportFacts
from ipsskills.formats.answers import COLUMNS
from ipsskills.pages.compose.apart import entered_words
from ipsskills.pages.compose.reports.report_words import word_report
from ipsskills.pages.data import Sheet


def compose_answers(report: ReportFacts) -> Sheet:
    """Return the report's answers, one a row, with the state of each in words."""
    states = dict(word_report(report).states)
    also = {"entered": _say_entered(report)}
    answers = [asdict(answer) | also | {"state": states[answer.id]} for answer in report.answers]
    return Sheet(COLUMNS, tuple(tuple(row[name] for name in COLUMNS) for row in answers), "Answers")


def _say_entered(report: ReportFacts) -> str:
    """Return who entered the person's own answers, if that was somebody else; else ""."""
    own = (e for e in report.apart.entered if e.by.id == report.head.person.id)
    return next((entered_words(each) for each in own if each.on == report.head.on), "")
