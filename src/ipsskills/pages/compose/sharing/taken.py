"""What a file that came holds, and what became of it.

Who can open a file may not have written it: it *says* whom it is from.
"""

from collections.abc import Iterator
from itertools import groupby

from ipsskills.doing import do
from ipsskills.facts.exchange.parcels import NewSupervisor, ParcelMet, ParcelTaken
from ipsskills.pages.compose.rights.asked_words import list_answers, say_answered, say_asked
from ipsskills.pages.compose.sharing.perhaps import say_perhaps
from ipsskills.pages.compose.sharing.told import compose_told, count
from ipsskills.pages.document import About, Block, Bullets, Commands, Heading, Page, Text
from ipsskills.pages.words import day, join_words, long_day

_WHAT = {
    "assess": "look first, then read theirs",
    "agenda": "the hour, on one page",
    "report": "where they are",
    "compare": "both views, side by side",
    "plan show": "the plan as it is now",
    "share undo": "take it back",
    "share out": "a new computer? Send them what is here of their record",
    "people edit": "from now on it is you who supervises them",
}

# The same where a file is about whoever took it in.
_OWN = {"assess": "your own look; what came stays apart until then", "report": "where you are"}


def compose_met(met: ParcelMet) -> Page:
    """Return the page of what a file brings, before anything of it is kept."""
    blocks = tuple(_list_blocks(met, "New here"))
    erased = _say_erased(met, "Asked about when it is taken in")
    return _compose(met, (*_say_for_another(met), *erased, *blocks))


def compose_taken(taken: ParcelTaken) -> Page:
    """Return the page of what came in."""
    met = taken.met
    erased = _say_erased(met, "They begin anew here")
    blocks = [*_say_for_another(met), *erased, *_list_blocks(met, "New")]
    if taken.no_look:
        blocks.append(Text(f"{met.about.called}'s looks were not sent."))
    if taken.apart:
        blocks.append(Text(_say_apart(taken)))
    what = _WHAT if met.about.here is None or not met.about.here.me else _WHAT | _OWN
    rows = tuple((each, what.get(each.verb, "")) for each in taken.next)
    if rows:
        blocks += [Heading("Next"), Commands(rows)]
    return _compose(met, tuple(blocks))


def say_back(met: ParcelMet) -> str:
    """Return what has to be known of a file of somebody who was erased here, to say yes or no."""
    by, about = met.by.called, met.about.called
    whose = f"from {about}" if met.by.id == met.about.id else f"about {about}, from {by}"
    lines = [f"This says it is {whose}."]
    if met.erased_on:
        lines.append(f"What was kept here about {about} was erased on {day(met.erased_on)}.")
    if met.erased_perhaps:
        lines.append(say_perhaps(about, met.erased_perhaps))
    return "\n".join([*lines, "They begin anew here, with what this file holds."])


def _compose(met: ParcelMet, blocks: tuple[Block, ...]) -> Page:
    to = f" For {met.to.called}." if met.to else ""
    about = "" if met.about.id == met.by.id else f" About {met.about.called}."
    return Page(
        title=f"Says it is from {met.by.called}",
        lead=(f"Made {long_day(met.made)}.{to}{about}",),
        blocks=blocks,
        about=About(met.about.called),
    )


def _say_for_another(met: ParcelMet) -> Iterator[Text]:
    """Yield that a file is not for the one who opened it, where that is so."""
    if met.for_another and met.to:
        yield Text(f"It says it is for {met.to.called}, not for you.", strong=True)


def _say_erased(met: ParcelMet, now: str) -> Iterator[Text]:
    """Yield that whom a file is about was erased here, and what comes of it."""
    if met.erased_on:
        yield Text(
            f"What was kept about {met.about.called} was erased on {day(met.erased_on)}. {now}."
            " What others had written stays erased."
        )


def _list_blocks(met: ParcelMet, heading: str) -> Iterator[Block]:
    if met.supervisor:
        yield Text(_say_new_supervisor(met.supervisor), strong=True)
        yield Commands(((str(met.supervisor.accept), "if that is so"),))
    yield from _list_erased_there(met)
    for answer in met.answered:
        yield Text(say_answered(answer), strong=True)
    for asked in met.asked:
        yield Text(f"You are asked to erase words: the {say_asked(asked)}.", strong=True)
        yield Commands(tuple((str(command), what) for command, what in list_answers(asked)))
    for name in met.new_key:
        yield Text(f"{name} has a new key. Ask them.", strong=True)
    new, known = compose_told(met.new), compose_told(met.known)
    if new:
        yield Heading(heading)
        yield Bullets(new)
    if met.changed and met.changed_since:
        since = f"{met.changed_since.day} {met.changed_since:%B}"
        answers = count(len(met.changed), "answer")
        yield Text(f"{answers} changed since the copy of {since}: {', '.join(met.changed)}")
    if not new:
        yield Text("Everything in it is here already. Nothing was changed.")
    elif known:
        yield Heading("Here already")
        yield Bullets(known)
    for each in met.doubts:
        like = " or ".join(person.name for person in each.like)
        yield Text(f"Asked about when it is taken in: is {each.called} in it {like} here?")


def _list_erased_there(met: ParcelMet) -> Iterator[Block]:
    """Yield which words that are here were erased elsewhere, and how to erase them here too."""
    for (by, on), found in groupby(met.erased_there, key=lambda each: (each.by, each.on)):
        here = list(found)
        were = "was" if len(here) == 1 else "were"
        told = f"{count(len(here), 'text')} {were} erased by {by} on {day(on)}."
        yield Text(f"{told} You still have {'it' if len(here) == 1 else 'them'}:", strong=True)
        yield Commands(
            tuple((str(do("data redact", e.handle)), f"erases it here too: {e.kind}") for e in here)
        )


def _say_new_supervisor(new: NewSupervisor) -> str:
    here = f"Here it is {new.here.name}" if new.here else "Here it is nobody"
    return f"{new.called} says that they supervise you now. {here}, until you say so too:"


def _say_apart(taken: ParcelTaken) -> str:
    whose = join_words(list(taken.raters))
    units = "every unit" if taken.every else count(len(taken.apart), "unit")
    return f"{whose}'s answers on {units} are kept apart from you until you have looked yourself."
