"""What goes on a page for somebody without the program, and what stays: said before it is made."""

from collections.abc import Iterator

from ipsskills.facts.exchange.sent_page import SentPage
from ipsskills.facts.plan import PlanFacts
from ipsskills.pages.compose.sharing.planned import say_naming
from ipsskills.pages.compose.sharing.sent_page import list_notes
from ipsskills.pages.compose.sharing.told import count
from ipsskills.pages.document import About, Bullets, Heading, Page, Text
from ipsskills.pages.words import day, join_words, long_day

_STAYS = (
    "private notes, looks that are not finished, and the training record",
    "what is kept about others",
)
_OPEN = "Anybody who has the file can read it. Send it only where such a page may go."


def compose_going(sent: SentPage) -> Page:
    """Return the page of what goes, what stays, and that the file is not closed."""
    return Page(
        title=f"A page for {sent.to.name}, from {sent.by.name}",
        lead=(long_day(sent.on),),
        blocks=(
            Heading("Goes"),
            Bullets((*_list_going(sent), *say_naming(sent.naming))),
            Heading("Stays here"),
            Bullets((*_list_asked(sent), *_STAYS)),
            Heading("Not closed"),
            Text(_OPEN),
        ),
        about=About(sent.about.name),
    )


def _list_asked(sent: SentPage) -> Iterator[str]:
    """Yield which words stay, as somebody asks to have them erased."""
    if sent.asked:
        which = join_words([f"{each.handle} ({each.kind})" for each in sent.asked])
        yield f"{count(len(sent.asked), 'text')} that you are asked to erase: {which}"


def _list_going(sent: SentPage) -> Iterator[str]:
    name, report = sent.about.name, sent.report
    if report is None:
        yield f"that {name} has finished no look yet"
    else:
        first = any(unit.own for unit in report.units)
        look = "answers" if first else "first look"
        yield f"{name}'s {look} of {day(report.head.on)}"
        if report.head.supervisor and report.head.supervisor_on:
            yield f"{report.head.supervisor.name}'s view of {day(report.head.supervisor_on)}"
        if notes := len(list(list_notes(report))):
            yield count(notes, "shared note")
        if agreed := sum(unit.agreed is not None for unit in report.units):
            yield f"{count(agreed, 'answer')} agreed together"
    if sent.actions:
        yield count(len(sent.actions), "open action")
    if goals := len(sent.plan.goals) + len(sent.plan.finished):
        yield f"the plan: {count(goals, 'goal')}"
        if details := list(_name_details(sent.plan)):
            yield f"{name}'s details: {join_words(details)}"


def _name_details(plan: PlanFacts) -> Iterator[str]:
    """Yield which details the head of the plan tells."""
    if plan.since:
        yield "time in post"
    if plan.hours:
        yield "hours"
    if plan.works_best:
        yield "what works best"
