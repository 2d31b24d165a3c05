"""A page for somebody without the program: own answers, what was agreed, the plan, whose words.

It is read by anybody who is handed it, so nobody is "you" in it, and each note says who wrote it.
"""

from collections.abc import Iterator
from dataclasses import replace

from ipsskills.facts.apart import KeptApart
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.exchange.sent_page import SentPage
from ipsskills.facts.report import ReportFacts
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.pages.compose.contested import say_contested
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.compose.reports.every_answer import compose_every_answer
from ipsskills.pages.compose.reports.report_words import word_report
from ipsskills.pages.compose.sharing.by_name import name_everybody
from ipsskills.pages.document import (
    About,
    Block,
    Bullets,
    Commands,
    Entries,
    Heading,
    Page,
    Rule,
    Text,
    lower,
)
from ipsskills.pages.words import day, long_day

NOTHING_YET = "No look at the units is finished yet."
NEITHER = "Neither view is the right one by itself. Not a score, not a pass."


def compose_sent_page(sent: SentPage) -> Page:
    """Return what is sent as a page, in words for whoever reads it."""
    sent, name = name_everybody(sent), sent.about.name
    blocks: list[Block] = [*_tell_answers(sent), *_tell_agreed(sent)]
    if sent.plan.goals or sent.plan.finished:
        plan = compose_plan(sent.plan, paper=True)
        blocks += [Heading("Learning plan"), *(Text(line) for line in plan.lead)]
        blocks += [lower(b) for b in plan.blocks if not isinstance(b, Commands | Rule)]
    lead = (f"For {sent.to.name}, from {sent.by.name}, {long_day(sent.on)}.", NEITHER)
    return Page(
        f"{name}: answers, what was agreed, and the plan", lead, tuple(blocks), about=About(name)
    )


def _tell_answers(sent: SentPage) -> Iterator[Block]:
    if sent.report is None:
        yield Text(NOTHING_YET)
        return
    page = compose_every_answer(_without_ways_out(sent.report), into_file=True)
    yield Heading(f"Answers of {day(sent.report.head.on)}")
    yield from (Text(line) for line in page.lead)
    for block in page.blocks:
        if isinstance(block, Heading) and block.text == "Next":
            break
        yield lower(block)
    if notes := tuple(list_notes(sent.report)):
        yield Heading("In their own words", "notes that were shared")
        yield Entries(notes)


def _without_ways_out(report: ReportFacts) -> ReportFacts:
    """Return a report that says of what is kept apart only that it is: its reader types nothing."""
    kept = report.apart
    shown = KeptApart(together=kept.together, entered=kept.entered, aside=kept.aside)
    return replace(report, apart=shown)


def list_notes(report: ReportFacts) -> Iterator[tuple[str, str, str]]:
    """Yield each shared note on an answer with who wrote it."""
    for unit in report.units:
        for answer, whose in _list_written(report, unit):
            yield unit.unit, unit.short, f'{whose} wrote: "{answer.note}"'


def _list_written(report: ReportFacts, unit: UnitFacts) -> Iterator[tuple[UnitAnswer, str]]:
    own = unit.own or unit.first_look
    if own and own.note:
        yield own, report.head.person.name
    if unit.supervisor and unit.supervisor.note:
        by = unit.supervisor.by or report.head.supervisor
        yield unit.supervisor, f"{by.name} (supervisor)" if by else "The supervisor"


def _tell_agreed(sent: SentPage) -> Iterator[Block]:
    """Yield what both agreed: answers beside their views, and what each said they would do."""
    agreed = word_report(sent.report, into_file=True).agreed if sent.report else ()
    if agreed:
        yield Heading("Agreed together", "beside both views, which stay as they are")
        yield Entries(tuple((each.unit, each.short, each.said) for each in agreed))
    if sent.actions:
        yield Heading("What was agreed to do")
        differently = {each.subject: f". {say_contested(each)}" for each in sent.contested}
        yield Bullets(
            tuple(_say_action(e) + differently.get(e.kept.thing, "") for e in sent.actions)
        )


def _say_action(action: EntryFacts) -> str:
    who = f"{action.who}: " if action.who else ""
    due = f", by {day(action.kept.due)}" if action.kept.due else ""
    return f"{who}{action.kept.title}{due} (written by {action.by}, {day(action.kept.on)})"
