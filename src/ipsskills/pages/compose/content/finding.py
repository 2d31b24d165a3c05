"""The page of what a search found: where it stands, a line around it, and what opens it."""

import re
from collections.abc import Iterator, Sequence

from ipsskills.doing import Do, do, leave_marks_whole
from ipsskills.facts.systems.found import FoundPassage, FoundPlace, SearchFacts, TakenFor
from ipsskills.method.law.ageing import Standpoint, find_state
from ipsskills.nations import name_nations
from ipsskills.pages.compose.content.law import fold_others, say_state
from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Rule
from ipsskills.pages.words import join_words

EXCERPT = 130
_BEFORE, _AFTER = 45, 40
_SENTENCE = re.compile(r"[.!?][\"”')]* +")
_CLAUSE = re.compile(r"[,;:.!?][\"”')]* +")
_OPENED_BY_ID = ("unit", "area", "domain", "section")


def compose_found(found: SearchFacts, standpoint: Standpoint, notice: tuple[str, ...] = ()) -> Page:
    """Return what a search found, place by place, with the notes of other nations folded."""
    lead = (*filter(None, (found.worry_now,)), *notice, *_list_taken(found))
    if not found.places and not found.others:
        return Page("Nothing found", (*lead, "Try fewer or other words."), _next(()))
    rows = tuple(row for place in found.places for row in _tell_place(place, standpoint))
    blocks = [
        *([Entries(rows)] if rows else []),
        *_tell_others(found, standpoint),
    ]
    more = tuple(_list_more(found, standpoint))
    return Page(f"Where '{found.words}' stands", lead, (*blocks, *_next(more)))


def _list_more(found: SearchFacts, standpoint: Standpoint) -> Iterator[tuple[Do, str]]:
    """Yield what shows more of it, or, to who never said where they work, less."""
    if found.more:
        yield do("framework search", found.words, "--all"), "every place"
    noted = any(passage.note for place in found.places for passage in place.passages)
    if noted and not standpoint.nations:
        yield do("settings", "nation"), "see first what holds where you work"


def _tell_others(found: SearchFacts, standpoint: Standpoint) -> list[Block]:
    """Return the notes of other nations, or the line that says that they are there."""
    if not found.unfolded:
        return fold_others(found.others, do("framework search", found.words, "--all-nations"))
    rows = tuple(row for place in found.unfolded for row in _tell_place(place, standpoint))
    return [Heading("Law and guidance of other nations"), Entries(rows)]


def _next(first: tuple[tuple[Do, str], ...]) -> tuple[Block, ...]:
    rows = (*first, (do("explain", "search"), "how finds are put in order"))
    return (Rule(), Heading("Next"), Commands(rows))


def _list_taken(found: SearchFacts) -> Iterator[str]:
    """Yield what was not found as it was typed, and what was taken for it."""
    yield from map(_say_taken, found.taken_for)
    if found.missing:
        named = join_words([f"'{word}'" for word in found.missing], "or")
        yield f"Nothing here holds {named}."


def _say_taken(taken: TakenFor) -> str:
    near = join_words([f"'{word}'" for word in taken.near], "or")
    return f"'{taken.word}' stands nowhere. Did you mean {near}? Here is where that stands."


def _tell_place(place: FoundPlace, standpoint: Standpoint) -> Iterator[tuple[str, str, str]]:
    """Yield a place with what opens it, and under it each of its passages."""
    key = place.id if place.kind in _OPENED_BY_ID else place.kind
    opened: Sequence[Do] = ()
    for passage in place.passages:
        if passage.opens not in opened:
            yield key if not opened else "", place.title if not opened else "", str(passage.opens)
            opened = (*opened, passage.opens)
        yield "", _name_part(passage), f"{_warn(passage, standpoint)}{cut(passage)}"


def _name_part(passage: FoundPassage) -> str:
    return f"{passage.part}, {name_nations(passage.note.nations)}" if passage.note else passage.part


def _warn(passage: FoundPassage, standpoint: Standpoint) -> str:
    """Return the warning that a note's words must not be read without, or nothing."""
    note = passage.note
    if not note or not find_state(note, standpoint.today).warns:
        return ""
    return f"{say_state(note, standpoint.today)} "


def cut(passage: FoundPassage) -> str:
    """Return the part of a passage that holds what was found, from where a thought begins.

    That is its sentence, or where that is long before the word, its clause, or else some words.
    """
    text = passage.text
    if len(text) <= EXCERPT:
        return text
    start = _find_start(text, passage.at)
    end = len(text) if start + EXCERPT >= len(text) else text.rfind(" ", start, start + EXCERPT)
    start, end = leave_marks_whole(text, start, end)
    return f"{'… ' if start else ''}{text[start:end]}{'' if end == len(text) else ' …'}"


def _find_start(text: str, at: int) -> int:
    """Return where to begin to read, so that what stands at a place is in the excerpt."""
    sentence = max((found.end() for found in _SENTENCE.finditer(text, 0, at)), default=0)
    clauses = (found.end() for found in _CLAUSE.finditer(text, 0, at))
    near = (start for start in (sentence, *clauses) if at - start < EXCERPT - _AFTER)
    return next(near, text.find(" ", at - _BEFORE) + 1)
