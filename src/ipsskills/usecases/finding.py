"""Finds where words stand, anywhere in the content: units, pages, words, rules and the scale."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from ipsskills.facts.systems.found import FoundPassage, FoundPlace, SearchFacts, TakenFor
from ipsskills.framework.background import FIDELITY, GLOSSARY
from ipsskills.framework.blanks import Blanks
from ipsskills.framework.faults import Fault
from ipsskills.framework.files import Source, find_source, read_sources
from ipsskills.framework.finding.asking import Query, read_asked
from ipsskills.framework.finding.collecting import (
    Collected,
    PlaceText,
    collect_blanks,
    collect_framework,
)
from ipsskills.framework.finding.everyday import SEARCH_WORDS, load_search_words
from ipsskills.framework.finding.index import find_word_faults, make_index
from ipsskills.framework.finding.ranking import (
    Ranked,
    find_spot,
    hold_all,
    is_named,
    leave_out_weak,
    rank,
)
from ipsskills.framework.finding.shapes import (
    Findable,
    Index,
    Passage,
    PlaceKind,
    Where,
    name_passage,
    open_passage,
)
from ipsskills.framework.noted import GuidanceNote
from ipsskills.framework.single import load_made
from ipsskills.framework.systems.blank_checks import BLANKS
from ipsskills.framework.systems.checks import CROSSWALKS, EXPLAINED, SYSTEMS
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.law.ageing import Standpoint
from ipsskills.usecases.explain import Explainable, Shelf, list_explainable, list_topics

FEW = 5
_NEAREST = 3  # places among which one of danger means that it may be asked because of somebody now
_BESIDE = (FIDELITY, GLOSSARY, EXPLAINED, CROSSWALKS, SYSTEMS, SEARCH_WORDS, BLANKS)


@dataclass(frozen=True, kw_only=True)
class Library:
    """All of the content: the framework, what stands around it, and the pages to write on."""

    framework: Framework
    shelf: Shelf
    blanks: Blanks


def load_index(fill: Callable[[], Library], folder: Path | None, cache: Path | None) -> Index:
    """Return the index of all the content, from its copy if there is one of just this content.

    ``folder`` is a service's own, ``cache`` where copies are kept; a library is
    only filled where there is none. Raises DataFileError with every fault of a file.
    """
    sources = [each for each in read_sources(folder) if each]
    sources += [find_source(name, folder) for name in _BESIDE]
    rules = Source("rules", " ".join(topic.text for topic in list_topics()).encode())
    return load_made(
        "search", Index, [*sources, rules], cache, lambda: make_whole_index(fill(), folder)
    )


def make_whole_index(library: Library, folder: Path | None = None) -> Index:
    """Return the index of a whole library. Raises DataFileError."""
    return make_index(collect(library), load_search_words(folder))


def list_word_faults(library: Library, folder: Path | None) -> list[Fault]:
    """Return the words that people type which lead to no place. Raises DataFileError."""
    return list(find_word_faults(collect(library), load_search_words(folder)))


def search(
    words: str,
    index: Index,
    framework: Framework,
    standpoint: Standpoint,
    *,
    every: bool = False,
    unfold: bool = False,
) -> SearchFacts:
    """Return where words stand, the best places first: a few of them, or ``every`` one.

    Notes on law are those of the ``standpoint``. Those of other nations that hold all of the words
    are told apart: that they are there or, to ``unfold`` them, each with its words.
    """
    asked = read_asked(index, words)
    find_note = partial(_find_note, index, framework)

    def leave_out(passage: Passage) -> bool:
        note = find_note(passage)
        return note is not None and not standpoint.matters(note)

    def may_lead(passage: Passage) -> bool:
        note = find_note(passage)
        return note is None or standpoint.may_come_first(note)

    found = rank(index, asked, leave_out, may_lead)
    shown = found if every else _choose(index, asked, found)
    notes = (each for each in index.passages if each.part is Where.NOTE)
    others = [each for each in notes if leave_out(each) and hold_all(each, asked)]
    worried = _may_be_worried(index, asked, found)
    return SearchFacts(
        words=words,
        worry_now=framework.scale.safety.worry_now if worried else "",
        places=tuple(_tell(index, asked, each, find_note, every=every) for each in shown),
        more=len(found) > len(shown),
        taken_for=tuple(TakenFor(word=t.word, near=t.near) for t in asked.terms if t.near),
        missing=tuple(term.word for term in asked.terms if not term.stems),
        others=tuple(note for note in map(find_note, others) if note),
        unfolded=tuple(_unfold(index, asked, others, find_note)) if unfold else (),
    )


def _find_note(index: Index, framework: Framework, passage: Passage) -> GuidanceNote | None:
    """Return the note that a passage is, or None where it is none."""
    if passage.part is not Where.NOTE or passage.number is None:
        return None
    return framework.by_id[index.places[passage.place].id].curriculum.notes[passage.number]


def _may_be_worried(index: Index, asked: Query, found: Sequence[Ranked]) -> bool:
    """Whether it may be asked because of somebody now: by the places nearest to it, or a word."""
    if any(each.place in index.worried_at for each in found[:_NEAREST]):
        return True
    return any(asked.told.issuperset(phrase.split()) for phrase in index.worried)


def _choose(index: Index, asked: Query, found: Sequence[Ranked]) -> Sequence[Ranked]:
    """Return a few places: what is worth telling beside the best one.

    Where that one's name is just what was typed, next come the units in which there is more on it,
    however little they count beside a name.
    """
    kept = leave_out_weak(found)
    if not kept or not is_named(index, kept[0].place, asked):
        return kept[:FEW]
    see = index.places[kept[0].place].see
    units = [each for each in found if _is_unit(index.places[each.place], see)]
    return [kept[0], *units, *(each for each in kept[1:] if each not in units)][:FEW]


def _is_unit(place: Findable, ids: Sequence[str]) -> bool:
    return place.kind in (PlaceKind.UNIT, PlaceKind.AREA) and place.id in ids


def _unfold(
    index: Index,
    asked: Query,
    passages: Sequence[Passage],
    find_note: Callable[[Passage], GuidanceNote | None],
) -> Iterator[FoundPlace]:
    """Yield each place of some passages with these; passages stand together by place."""
    for number, held in groupby(passages, key=lambda passage: passage.place):
        yield _write(index, asked, number, list(held), find_note)


def _tell(
    index: Index,
    asked: Query,
    found: Ranked,
    find_note: Callable[[Passage], GuidanceNote | None],
    *,
    every: bool,
) -> FoundPlace:
    """Return a place with its best passage, or every one; its first text if only its name fits.

    Where everyday words led to it, those stand before that text, which holds none of them.
    """
    passages = [index.passages[number] for number in found.passages]
    led = [] if found.everyday is None else [index.passages[found.everyday]]
    if not passages:
        passages, every = [*led, index.first(found.place)], True
    return _write(index, asked, found.place, passages if every else passages[:1], find_note)


def _write(
    index: Index,
    asked: Query,
    number: int,
    passages: Sequence[Passage],
    find_note: Callable[[Passage], GuidanceNote | None],
) -> FoundPlace:
    """Return a place, by its number, with these of its passages."""
    place = index.places[number]
    return FoundPlace(
        kind=place.kind.value,
        id=place.id,
        title=place.title,
        passages=tuple(
            FoundPassage(
                part=name_passage(passage),
                text=passage.text,
                at=find_spot(passage.text, asked),
                opens=open_passage(place, passage),
                note=find_note(passage),
            )
            for passage in passages
        ),
    )


def collect(library: Library) -> Iterator[Collected]:
    """Yield every place that one command opens, with all of its texts."""
    yield from collect_framework(library.framework, library.shelf.systems)
    yield from (_collect_explained(each) for each in list_explainable(library.shelf))
    yield from collect_blanks(library.blanks)


def _collect_explained(each: Explainable) -> Collected:
    words, name = tuple(each.name.split()), each.name.removeprefix(f"{each.kind.value} ")
    return Collected(
        Findable(
            kind=each.kind,
            id=name,
            title=each.title,
            verb="explain",
            words=words,
            see=each.units,
        ),
        (
            *(PlaceText(Where.NAME, text) for text in sorted({each.name, each.title, *each.names})),
            *(PlaceText(Where.TEXT, text) for text in each.texts),
        ),
    )
