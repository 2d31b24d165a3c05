"""What is said of the last change before it is undone, and after."""

from collections.abc import Iterable

from ipsskills.codes import AssessmentKind
from ipsskills.facts.exchange.undoing import AnswerBeside, Did, LastChange, ThingChanged
from ipsskills.method.state import find_state, format_state
from ipsskills.pages.words import day, join_words, upper_first

_LOOKS = {
    AssessmentKind.SELF: "look at your own practice",
    AssessmentKind.SUPERVISOR: "supervisor's view",
    AssessmentKind.AGREED: "agreed answer",
    AssessmentKind.FIRST_LOOK: "first look",
}
_STATES = {
    "draft": "begun",
    "finished": "finished",
    "dropped": "dropped",
    "agreed": "agreed",
    "done": "closed as done",
}


def compose_last_change(found: LastChange) -> str:
    """Return the last change in lines: when, about whom, and each thing that it did."""
    about = [person for person in found.about if not person.me and person.name]
    whom = f", about {join_words([person.name for person in about])}" if about else ""
    lines = (f"  {upper_first(_write(thing, found))}" for thing in found.things)
    return "\n".join([f"Your last change, on {day(found.on)}{whom}:", *lines])


def compose_undone(found: LastChange) -> str:
    """Return what is said once it is undone, and how it comes back."""
    stay = [thing.name for thing in found.things if thing.stays]
    lines = ["Undone: it is as it was before. Nothing was erased; undo again brings it back."]
    if stay:
        lines.append(f"In the record all the same: {join_words(stay)}.")
    return "\n".join(lines)


def _write(thing: ThingChanged, found: LastChange) -> str:
    what, name = _name(thing), f" {thing.name}" if thing.name else ""
    if thing.answer:
        return f"{what}{name}: {_write_answer(thing.answer, found, thing.fields)}"
    if thing.state and (thing.did is Did.CHANGED and "state" in thing.fields):
        return f"{what}{name}: {_STATES[thing.state]}"
    if thing.did is Did.ADDED:
        return f"{what}{name}: {_STATES[thing.state] if thing.sort and thing.state else 'added'}"
    return f"{what}{name}: changed"


def _name(thing: ThingChanged) -> str:
    if isinstance(thing.sort, AssessmentKind):
        return f"{_LOOKS[thing.sort]}{_of(thing)}"
    if thing.sort is not None:
        return f"{thing.sort}{_of(thing)},"
    return _NAMES[thing.table]


_NAMES = {
    "person": "details of",
    "rating": "answer to",
    "note": "note on",
    "goal": "goal",
    "goal_activity": "step",
    "objection": "that you see something differently",
}


def _of(thing: ThingChanged) -> str:
    return f" of {day(thing.on)}" if thing.on else ""


def _write_answer(answer: AnswerBeside, found: LastChange, changed: Iterable[str]) -> str:
    """Return an answer with what it was before; where the code is the same, what else changed."""
    you = all(person.me for person in found.about)
    now, was = (
        "not answered"
        if code is None
        else format_state(find_state(answer.asked_as, code), found.scale, to_the_person=you)
        for code in (answer.now, answer.was)
    )
    if answer.whole:
        return now
    if answer.now == answer.was:
        what = "a mark" if {"bring", "show"} & set(changed) else "what is behind it"
        return f"{now}; {what} changed"
    return f"{now} (before: {was})"
