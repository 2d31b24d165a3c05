"""The end of an interview on one screen: the beginning of every list of the report."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from ipsskills.doing import do
from ipsskills.facts.report import ReportFacts
from ipsskills.frozen import dataclass
from ipsskills.pages.briefer import fit
from ipsskills.pages.compose.reports.report_lines import UnitLine
from ipsskills.pages.compose.reports.report_words import WordedReport, word_report
from ipsskills.pages.compose.safety_words import open_safety_cases
from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Text
from ipsskills.pages.words import clip, day, join_names, join_words, upper_first

WIDTH, MOST_LINES = 80, 23
_FEW = 3


@dataclass(frozen=True)
class _Form:
    """How many units of a list are told, and how many lines each may take.

    What else goes well is named; with ``rest`` all of it is no more than names, in so many lines.
    ``low`` is whether the statements that stand beside the safety units are told, or their units
    only; ``names`` how many lines the lists have that are no more than names, and ``cases`` whether
    there is room for what opens the cases of the safety units. What was just answered is told
    first; ``well`` is whether what goes well is told beside it.
    """

    named: int
    lines: int
    low: bool = True
    names: int = 1
    cases: bool = True
    rest: int = 0
    well: bool = True


_FORMS = (
    _Form(3, 2, names=4),
    _Form(3, 2, names=2),
    *(_Form(3, 2), _Form(3, 1), _Form(2, 1), _Form(1, 1), _Form(1, 1, names=0)),
    _Form(1, 1, low=False, names=0),
    _Form(1, 1, low=False, names=0, cases=False),
    _Form(1, 1, low=False, names=0, cases=False, rest=2),
    _Form(1, 1, low=False, names=0, cases=False, rest=1),
    _Form(1, 1, low=False, names=0, cases=False, rest=1, well=False),
)


def compose_summary(facts: ReportFacts, asked: Collection[str] = ()) -> Page:
    """Return the end of an interview on one screen, in words turned to the reader."""
    return summary_page(word_report(facts), asked)


def summary_page(report: WordedReport, asked: Collection[str] = ()) -> Page:
    """Return a page that fits a screen of 80 by 24.

    Safety units are told in full, every time. ``asked`` are the units that were just asked about;
    a few of them are told first.
    """
    return fit([partial(_page, report, form, asked) for form in _FORMS], MOST_LINES)


def _page(report: WordedReport, form: _Form, asked: Collection[str]) -> Page:
    just_now = _just_now(report, asked)
    following = (
        (str(do("report")), "the whole page; with --format pdf a file to send"),
        (str(do("plan draft")), "see which goals are offered, and pick"),
        *report.with_supervisor,
    )
    return Page(
        f"{report.head.person}: your view on {day(report.head.on)}, in short",
        tuple(_lead(report)),
        (
            *just_now,
            *(_well(report, form) if form.well or not just_now else []),
            *_block("Safety, every time", report.safety, None),
            *_low(report, form),
            *([Text(report.worry_now)] if report.safety else []),
            *(_open_safety(report) if form.cases else []),
            *_block("Where effort would pay first", report.effort, form),
            *_names("Chances to arrange", report.chances, form.names),
            *_names("Not answered", report.not_answered, form.names),
            Heading("Next"),
            Commands(following),
        ),
    )


def _open_safety(report: WordedReport) -> list[Block]:
    low = [each.opens for each in report.low]
    units = [(entry.opens, entry.asks) for entry in report.safety if entry.opens]
    said = open_safety_cases(low, units)
    return [Text(said, lines=1)] if said else []


def _lead(report: WordedReport) -> Iterator[str]:
    yield f"Looking back: {report.head.period}. All answers: {do('assess', '--review')}"
    if report.apart_line:
        yield clip(report.apart_line, 2 * WIDTH - 20)


def _just_now(report: WordedReport, asked: Collection[str]) -> list[Block]:
    lists = (report.strengths, report.brings, report.safety, report.effort, report.chances)
    every = (*lists, report.not_answered, report.outside)
    names = {entry.unit: entry.short for entries in every for entry in entries}
    rows = [
        (unit, names[unit], said) for unit, said in report.states if unit in names and unit in asked
    ]
    return [Heading("Just now"), Entries(tuple(rows))] if 0 < len(rows) <= _FEW else []


def _block(title: str, entries: Sequence[UnitLine], form: _Form | None) -> list[Block]:
    """Return the first few entries, each as long as the form lets it be; without one all of all."""
    shown = entries[: form.named] if form else entries
    if not shown:
        return []
    rows = tuple((entry.unit, entry.short, entry.said) for entry in shown)
    return [Heading(title), Entries(rows, lines=form.lines if form else 0)]


def _well(report: WordedReport, form: _Form) -> list[Block]:
    """Return the first strengths and every other by name; without any, what somebody brings."""
    entries = report.strengths or report.brings
    title = "Going well" if report.strengths else "What you bring"
    if form.rest and entries:
        return [Heading(title), Text(_list_names(entries), lines=form.rest)]
    rest = [entry for entry in entries[form.named :] if not entry.beforehand]
    before = [entry for entry in entries[form.named :] if entry.beforehand]
    also = [Text(f"also: {_list_names(rest)}")] if rest else []
    also += [Text(f"also by the first look: {_list_names(before)}")] if before else []
    return [*_block(title, entries, form), *also]


def _list_names(entries: Sequence[UnitLine]) -> str:
    """Return units by name alone: with their numbers they would not fit the screen."""
    return join_names([entry.short for entry in entries])


def _join(entries: Sequence[UnitLine]) -> str:
    return join_names([f"{entry.unit} {entry.short}" for entry in entries])


def _low(report: WordedReport, form: _Form) -> list[Block]:
    """Return what asks for a talk today beside the safety units; the report has a line for each."""
    if not report.low:
        return [Text(report.today)] if report.today else []
    asks = report.today or f"{upper_first(report.low[0].asks)}:"
    if form.low:
        return [Text(f"{asks} {'; '.join(f'{each.unit} {each.said}' for each in report.low)}.")]
    units = join_words(list(dict.fromkeys(each.unit for each in report.low)))
    return [Text(f"{asks} {'What' if report.today else 'what'} the report names of {units}.")]


def _names(title: str, entries: Sequence[UnitLine], lines: int) -> list[Block]:
    if not entries or not lines:
        return []
    return [Text(f"{title}: {_join(entries)}", lines=lines)]
