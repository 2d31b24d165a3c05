"""The report: one person's view on one day, strengths first, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Rule, Text
from ipsskills.pages.words import day, in_post, listed, upper_first

NAMED = 3
NOT_A_SCORE = "One person's view on one day. Not a score, not a pass, not a fidelity rating."


@dataclass(frozen=True)
class Below:
    """One statement below the top answer: in few words and whole, and its answer in words."""

    id: str
    short: str
    text: str
    said: str


@dataclass(frozen=True)
class Entry:
    """One unit in a list: what is said about it, and its shared note if there is one.

    ``below`` are its statements below the top answer, those at 0 first.
    """

    unit: str
    short: str
    said: str
    note: str = ""
    below: tuple[Below, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One answer as files of answers hold it; ``answer`` None is not answered."""

    slug: str
    id: str
    title: str
    answer: str | None
    state: str
    reason: str | None
    basis: str | None
    bring: bool
    show: bool
    behind: str | None
    note: str | None
    shared: bool


@dataclass(frozen=True)
class Head:
    """Who and when a report is about; ``mine`` is whether its reader is that person.

    ``months_in_post`` are whole months on that day, ``hours`` the share of full time, if given.
    """

    person: str
    role: str
    on: date
    period: str
    framework: str
    supervisor: str | None = None
    supervisor_on: date | None = None
    mine: bool = True
    months_in_post: int | None = None
    hours: float | None = None


@dataclass(frozen=True)
class Report:
    """A whole report. Lists hold units in their order; ``answers`` are all answers it rests on.

    ``apart`` are the units on which something is kept from this reader, ``apart_line`` says so.
    ``agreed`` and ``first_look`` are lines of their own; with ``first_look_only`` there is no more.
    """

    head: Head
    strengths: tuple[Entry, ...]
    brings: tuple[Entry, ...]
    safety: tuple[Entry, ...]
    worry_now: str
    effort: tuple[Entry, ...]
    chances: tuple[Entry, ...]
    for_the_service: tuple[Entry, ...]
    moved: tuple[Entry, ...]
    not_answered: tuple[Entry, ...]
    outside: tuple[Entry, ...]
    answers: tuple[Answer, ...]
    next: tuple[tuple[str, str], ...]
    apart: tuple[str, ...] = ()
    apart_line: str = ""
    agreed: tuple[Entry, ...] = ()
    first_look: tuple[Entry, ...] = ()
    first_look_only: bool = False


def report_page(report: Report) -> Page:
    """Return the report as a page."""
    head = report.head
    post = in_post(head.role, head.months_in_post, head.hours)
    lead = [f"{post}." if report.first_look_only else f"{post}. Looking back: {head.period}."]
    if head.supervisor and head.supervisor_on:
        lead.append(f"{head.supervisor}'s view: {day(head.supervisor_on)}.")
    view = "first look" if report.first_look_only else "view"
    return Page(
        f"{head.person}: {'your' if head.mine else 'own'} {view} on {day(head.on)}",
        (*lead, *([report.apart_line] if report.apart_line else [])),
        (
            Rule(),
            *_well(report),
            *_block("Safety, every time", report.safety),
            *([Text(report.worry_now)] if report.safety else []),
            *_first("Where effort would pay first", report.effort, "ipsskills explain order"),
            *_first("Chances to arrange", report.chances, "not a mark against you"),
            *_block("For the service", report.for_the_service, "what stands in the way"),
            *_block("What changed", report.moved),
            *_not_answered(report.not_answered),
            *_block("Agreed outside this job", report.outside),
            *_block("Agreed together", report.agreed, "beside both views, which stay as they are"),
            *_first_look(report.first_look),
            Rule(),
            Text(NOT_A_SCORE),
            Heading("Next"),
            Commands(report.next),
        ),
    )


def _well(report: Report) -> list[Block]:
    if report.strengths:
        return _first("Going well", report.strengths)
    return _first("What you bring", report.brings)


def _first(title: str, entries: Sequence[Entry], note: str = "") -> list[Block]:
    """Return a list with its first few told in full and the rest named.

    Where statements of a unit are below the top answer they are named, so it is told in full.
    """
    blocks = _block(title, [*entries[:NAMED], *(e for e in entries[NAMED:] if e.below)], note)
    if rest := [entry for entry in entries[NAMED:] if not entry.below]:
        blocks.append(Text(f"also: {_listed(rest)}"))
    return blocks


def _block(title: str, entries: Sequence[Entry], note: str = "") -> list[Block]:
    if not entries:
        return []
    rows = tuple((e.unit, e.short, _said(e)) for e in entries)
    return [Heading(title, note), Entries(rows)]


def _said(entry: Entry) -> str:
    below = "; ".join(f"{each.short} ({each.said})" for each in entry.below)
    said = f"{entry.said}. In it: {below}" if below else entry.said
    return f'{said}. "{entry.note}"' if entry.note else said


def _first_look(entries: Sequence[Entry]) -> list[Block]:
    """Return where somebody started from: the units of one answer on one line, with their notes."""
    if not entries:
        return []
    blocks: list[Block] = [Heading("First look", "where you were starting from")]
    for said in dict.fromkeys(entry.said for entry in entries):
        named = [_named(entry) for entry in entries if entry.said == said]
        blocks.append(Text(f"{upper_first(said)}: {listed(named)}"))
    return blocks


def _named(entry: Entry) -> str:
    name = f"{entry.unit} {entry.short}"
    return f'{name} ("{entry.note}")' if entry.note else name


def _not_answered(entries: Sequence[Entry]) -> list[Block]:
    """Return the units left blank by name, then those answered in part, with what is to go."""
    title = "Not answered"
    blank = [entry for entry in entries if entry.said == title.lower()]
    blocks: list[Block] = [Text(_listed(blank))] if blank else []
    for said in sorted({entry.said for entry in entries} - {title.lower()}):
        alike = [entry for entry in entries if entry.said == said]
        blocks.append(Text(f"{upper_first(said)}: {_listed(alike)}"))
    return [Heading(title), *blocks] if blocks else []


def _listed(entries: Sequence[Entry]) -> str:
    return listed([f"{entry.unit} {entry.short}" for entry in entries])
