"""The first page: a welcome, later where you are and what is next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ipsskills.doing import Do, do
from ipsskills.facts.home import HomeFacts, Supervisee
from ipsskills.pages.compose.apart import apart_words, forgotten_words
from ipsskills.pages.compose.reports.report_words import A_UNITS_GOAL, SEND_BACK, WITH_SUPERVISOR
from ipsskills.pages.compose.safety_words import remind_to_talk
from ipsskills.pages.compose.supervision.due import due_words
from ipsskills.pages.document import Block, Bullets, Commands, Heading, Page, Table, Text
from ipsskills.pages.words import day

_PROMISE = (
    "Look at your own practice before supervision, keep a record, leave with goals you chose. "
    "28 questions, 28 key presses, about fifteen minutes the first time."
)
_FIRST_WEEKS = "In your first weeks? It begins with a first look: where are you starting from?"
_WELCOME = {
    "demo": "see the whole job done for an invented service",
    "assess": "begin your own; stop and go on whenever you like",
    "framework show": "read what the 28 units are",
}
_NEXT = {
    "report": "see where you are",
    "plan show": "look at your plan",
    "plan draft": "see which goals are offered, and pick",
    "prepare": "five short questions before supervision",
    "agenda": "the supervision hour on one page, with what you prepared",
    "framework vignette": "a case to think through",
    "people add": "add those you supervise, each with --supervisor",
    "share in": "take in what somebody sent you",
    **WITH_SUPERVISOR,
    "form": "where there is no ipsskills: a form to fill in and send back",
}
_ABOUT_OTHERS = {
    "assess": "your own look; their answers stay apart until it is finished",
    "agenda": "the hour with them on one page",
    "share out": SEND_BACK,
}
_BESIDE_A_FIRST_LOOK = "your own look; theirs is a first look, which is shown already"
_MOST = 12  # people who are listed one by one

_WITH_WORDS = {
    "plan show": "how to do the step that is due first",
    "plan draft": A_UNITS_GOAL,
}


def compose_home(found: HomeFacts) -> Page:
    """Return the first page: a welcome to whoever the record does not know."""
    if not found.person:
        return _welcome(found)
    rows = tuple((str(each), _say_next(found, each)) for each in found.next)
    following = (Heading("Next"), Commands(rows))
    blocks = (
        *_say_safety(found),
        *_say_where(found),
        *_say_supervisees(found.supervisees),
        *_say_due(found),
        *following,
    )
    return Page(f"Hello {found.person}", (), blocks)


def _say_safety(found: HomeFacts) -> list[Block]:
    return [Heading("Safety"), *remind_to_talk(found.talk_today)] if found.talk_today else []


def _welcome(found: HomeFacts) -> Page:
    kept = f"Everything stays on this computer unless you send it: {do('explain', 'privacy')}"
    begin = Commands(tuple((str(each), _WELCOME[each.verb]) for each in found.next))
    return Page(
        "Welcome to ipsskills",
        (_PROMISE,),
        (Text(_FIRST_WEEKS), Text(kept), Heading("Start"), begin),
    )


def _say_where(found: HomeFacts) -> Iterator[Block]:
    yield Heading("Where you are")
    if found.draft_begun:
        yield Text(_say_waiting("An assessment", found.draft_begun, found.draft_left))
    if found.look_begun:
        yield Text(_say_waiting("A first look", found.look_begun, found.look_left))
    if found.looked:
        yield Text(f"Your first look, where you were starting from: {day(found.looked)}.")
    if found.last_finished:
        yield Text(f"Your last finished look: {day(found.last_finished)}.")
    if found.next_pass:
        yield Text(f"The next one is due around {day(found.next_pass)}.")
    if apart := apart_words(replace(found.apart, forgotten=()), found.names):
        yield Text(apart)
    for draft in found.forgotten:
        yield Text(forgotten_words(draft))
    if not (found.draft_begun or found.look_begun or found.last_finished or found.looked):
        yield Text("Nothing finished yet.")


def _say_supervisees(people: Sequence[Supervisee]) -> Iterator[Block]:
    """Yield whom the reader supervises; of many, those come first who wait for a look."""
    if not people:
        return
    shown = sorted(people, key=lambda each: not each.waits)[:_MOST]
    yield Heading("People you supervise", str(do("people supervision")))
    yield Table(("Name", "Their look", "Yours"), tuple(_make_row(each) for each in shown))
    if more := len(people) - len(shown):
        yield Text(_say_more(more))


def _say_more(number: int) -> str:
    return f"And {number} more."


def _make_row(person: Supervisee) -> tuple[str, str, str]:
    theirs = day(person.looked) if person.looked else "none here"
    mine = day(person.viewed) if person.viewed else ""
    begun = "begun" if person.viewing else ""
    return (person.name, theirs, "; ".join(filter(None, (mine, begun))) or "not begun")


def _say_going_on(found: HomeFacts) -> str:
    return "go on with your first look" if found.look_left else "finish your first look"


def _say_waiting(what: str, begun: date, left: int) -> str:
    """Return how far a look is; one that is answered whole may be thought finished."""
    if not left:
        return (
            f"{what} begun on {day(begun)} is answered and not finished: Enter on its last page "
            "finishes it."
        )
    noun = "question is" if left == 1 else "questions are"
    return f"{what} begun on {day(begun)} is waiting for you: {left} {noun} left."


def _say_due(found: HomeFacts) -> Iterator[Block]:
    if found.goals:
        yield Heading("On your plan")
        yield Bullets(found.goals)
    if found.next_due:
        yield Heading("Next to do")
        steps = (f"Step {step.number}: {step.text} (by {day(step.due)})" for step in found.next_due)
        yield Bullets(tuple(steps))
    if found.due:
        yield Heading("Due", str(do("due")))
        yield Bullets(tuple(due_words(item) for item in found.due))
    if found.due_more:
        yield Text(_say_more(found.due_more))


def _say_next(found: HomeFacts, doing: Do) -> str:
    if doing.person:
        begun = {each.name for each in found.supervisees if each.first_look}
        if doing.verb == "assess" and doing.person in begun:
            return _BESIDE_A_FIRST_LOOK
        return _ABOUT_OTHERS[doing.verb]
    if doing.words and doing.verb in _WITH_WORDS:
        return _WITH_WORDS[doing.verb]
    return _NEXT.get(doing.verb) or _say_look(found, doing)


def _say_look(found: HomeFacts, doing: Do) -> str:
    """Return what is said of one's own look."""
    if "--first-look" in doing.words:
        return _say_going_on(found) if found.look_begun else "in your first weeks: where you start"
    if found.draft_begun:
        return "go on where you stopped" if found.draft_left else "finish it"
    if found.looked:
        return "look at all of it, when you are ready"
    return "begin: 28 questions, about fifteen minutes"
