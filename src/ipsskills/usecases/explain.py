"""Explains where anything on a page comes from, any word, and what is known of IPS."""

import difflib
import re
from collections.abc import Callable, Iterator
from functools import partial

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.systems.explained import CrosswalkFacts, FactPageFacts, describe_page
from ipsskills.folding import fold
from ipsskills.framework.background import Fidelity, FidelityItem, Glossary, Principle, Term
from ipsskills.framework.finding.ranking import EXPLAIN_SEARCH
from ipsskills.framework.finding.shapes import PlaceKind
from ipsskills.framework.finding.stems import says_nothing
from ipsskills.framework.systems.crosswalks import Crosswalk, Crosswalks
from ipsskills.framework.systems.explained import Explained, FactPage
from ipsskills.framework.systems.layout import Strategies, Systems
from ipsskills.frozen import dataclass
from ipsskills.method.explain import EXPLAIN_RIGHTS, TOPICS, Topic
from ipsskills.pages.compose.content.explain import GLOSSARY_LEAD, GLOSSARY_TITLE, UNREAD
from ipsskills.pages.compose.content.items import say_whose_words, tell_form, tell_item
from ipsskills.pages.words import join_words
from ipsskills.privacy.client_detail.explained import EXPLAIN_DETAIL
from ipsskills.privacy.notice import EXPLAIN_NOTICE

Explanation = Topic | FactPageFacts | CrosswalkFacts | Strategies | Glossary

_DETAIL = Topic("detail", "Words that could tell who a client is", EXPLAIN_DETAIL)
_NOTICE = Topic("notice", "What is kept about you, for somebody who is added", EXPLAIN_NOTICE)
_RIGHTS = Topic(
    "rights",
    "What may be asked about what is kept",
    EXPLAIN_RIGHTS,
    (str(do("explain", "notice")),),
    also=("my rights", "data rights", "erase", "erasing", "hold", "contest", "redact", "forget"),
)
_SEARCH = Topic("search", "How a search puts its finds in order", EXPLAIN_SEARCH)

# Words that ask for an explanation, where others are about what is looked for.
_ASKING = {"define", "definition", "describe", "explain", "meaning", "stand", "stands", "tell"}

# How alike a word has to be, of 1, to be offered; it begins with the same letter.
_ALIKE = 0.8


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """All of the content that can be explained."""

    fidelity: Fidelity
    glossary: Glossary
    explained: Explained
    crosswalks: Crosswalks
    systems: Systems


@dataclass(frozen=True, kw_only=True)
class Explainable:
    """Something that can be explained: the word to ask by, all its names folded, and its texts.

    ``units`` are those in which there is more on it, by their ids.
    """

    kind: PlaceKind
    name: str
    title: str
    names: frozenset[str]
    texts: tuple[str, ...]
    make: Callable[[], Explanation]
    units: tuple[str, ...] = ()


def list_topics() -> tuple[Topic, ...]:
    """Return every rule that can be explained; "never" stands last."""
    return (*TOPICS[:-1], _DETAIL, _NOTICE, _RIGHTS, _SEARCH, TOPICS[-1])


def list_pages(shelf: Shelf) -> tuple[Topic, ...]:
    """Return the pages on IPS and the framework, each with what its page says first."""
    explained, strategies = shelf.explained, shelf.systems.strategies
    return (
        *(Topic(page.name, page.title, page.lead) for page in explained.pages),
        Topic(strategies.name, strategies.title, strategies.lead),
        *(Topic(each.name, each.title, each.about) for each in shelf.crosswalks.crosswalks),
        Topic("glossary", GLOSSARY_TITLE, GLOSSARY_LEAD),
    )


def explain_rule(word: str) -> Topic | None:
    """Return the explanation of one of the tool's own rules, or None if the word is not one's."""
    wanted = fold(word)
    return next((t for t in list_topics() if wanted in _fold_all(t.name, t.title, *t.also)), None)


def explain(word: str, shelf: Shelf) -> Explanation:
    """Return the explanation of a rule, a page, a word, a principle (P3) or an item (item 13).

    An item also goes by its place on the published form (Organisation 4). A question is taken for
    what it asks about ("what is IPS"). Raises NotFound, naming words that look alike.
    """
    known = list(list_explainable(shelf))
    for asked in _list_asked(word):
        for each in known:
            if asked in each.names:
                return each.make()
    wanted = fold(word)
    spelt = {name: each.name for each in reversed(known) for name in each.names}
    begun = [name for name in spelt if name[:1] == wanted[:1]]
    alike = difflib.get_close_matches(wanted, begun, n=4, cutoff=_ALIKE)
    held = [each.name for each in known if _holds(each, wanted)]
    near = list(dict.fromkeys([spelt[name] for name in alike] or held))[:4]
    hint = f"Perhaps: {', '.join(near)}." if near else f"See the list: {do('explain')}"
    raise NotFound(f"There is no explanation of '{word}'.", hint)


def _holds(each: Explainable, wanted: str) -> bool:
    """Whether an explanation has words in it as they were typed; a number says nothing there."""
    text = fold(f"{each.title} {' '.join(each.texts)}")
    return any(map(str.isalpha, wanted)) and bool(re.search(rf"\b{re.escape(wanted)}\b", text))


def _list_asked(word: str) -> Iterator[str]:
    """Yield what may be asked about, folded: all that was typed, then less and less of a question.

    Only words that say nothing are left out, and only before and after what they ask about.
    """
    wanted = fold(word)
    yield wanted
    words = wanted.rstrip("?! ").split()
    while words and _only_asks(words[-1]):
        words.pop()
    while words:
        yield " ".join(words)
        if not _only_asks(words[0]):
            return
        del words[0]


def _only_asks(word: str) -> bool:
    """Whether a word belongs to a question and not to what it asks about."""
    return word in _ASKING or says_nothing(word)


def list_explainable(shelf: Shelf) -> Iterator[Explainable]:
    """Yield everything that can be explained, rules first, then pages, words and the scale's."""
    for topic in list_topics():
        yield _from_topic(PlaceKind.RULE, topic, topic.name, topic.title, *topic.also)
    yield from _list_pages(shelf)
    for term in shelf.glossary.terms:
        topic = _explain_term(term)
        yield _from_topic(PlaceKind.WORD, topic, term.term, *term.also, units=term.units)
    for principle in shelf.fidelity.principles:
        yield _from_topic(
            PlaceKind.PRINCIPLE,
            _explain_principle(principle),
            f"P{principle.number}",
            f"principle {principle.number}",
            principle.name,
            units=principle.units,
        )
    for item in shelf.fidelity.items:
        place = shelf.fidelity.place.get(item.number, "")
        topic = _explain_item(shelf.fidelity, item)
        names = (item.name, item.name_here, place, *item.also)
        yield _from_topic(PlaceKind.ITEM, topic, topic.name, *names, units=item.units)


def _list_pages(shelf: Shelf) -> Iterator[Explainable]:
    titles = {topic.name: topic.title for topic in list_pages(shelf)}
    for page in shelf.explained.pages:
        facts = (shelf.explained.fact[fact].text for part in page.parts for fact in part.facts)
        yield Explainable(
            kind=PlaceKind.PAGE,
            name=page.name,
            title=page.title,
            names=_fold_all(page.name, page.title, *page.also),
            texts=(page.lead, *facts),
            make=partial(_describe_page, shelf, page, titles),
        )
    strategies = shelf.systems.strategies
    yield Explainable(
        kind=PlaceKind.PAGE,
        name=strategies.name,
        title=strategies.title,
        names=_fold_all(strategies.name, strategies.title, *strategies.also),
        texts=(strategies.lead, *(f"{way.purpose} {way.tip}" for way in strategies.ways)),
        make=lambda: strategies,
    )
    for crosswalk in shelf.crosswalks.crosswalks:
        yield Explainable(
            kind=PlaceKind.PAGE,
            name=crosswalk.name,
            title=crosswalk.title,
            names=_fold_all(crosswalk.name, crosswalk.title, *crosswalk.also),
            texts=(crosswalk.about, *(row.theme for row in crosswalk.rows)),
            make=partial(_describe_crosswalk, shelf, crosswalk),
        )
    yield Explainable(
        kind=PlaceKind.PAGE,
        name="glossary",
        title=GLOSSARY_TITLE,
        names=_fold_all("glossary", "words", "list of words", GLOSSARY_TITLE),
        texts=(GLOSSARY_LEAD,),
        make=lambda: shelf.glossary,
    )


def _describe_page(shelf: Shelf, page: FactPage, titles: dict[str, str]) -> FactPageFacts:
    """Return a page, with what the glossary says of a word of the same name."""
    name = fold(page.name)
    terms = shelf.glossary.terms
    word = next((t.text for t in terms if name in _fold_all(t.term, *t.also)), "")
    return describe_page(shelf.explained, page, titles, word)


def _describe_crosswalk(shelf: Shelf, crosswalk: Crosswalk) -> CrosswalkFacts:
    return CrosswalkFacts(crosswalk=crosswalk, reviewed=shelf.crosswalks.reviewed)


def _from_topic(
    kind: PlaceKind, topic: Topic, *names: str, units: tuple[str, ...] = ()
) -> Explainable:
    return Explainable(
        kind=kind,
        name=topic.name,
        title=topic.title,
        names=_fold_all(*names),
        texts=(topic.text,),
        make=lambda: topic,
        units=units,
    )


def _explain_term(term: Term) -> Topic:
    unread = "" if term.looked_up else UNREAD
    text = f"{term.text}{unread}{_see_units(term.units)}"
    return Topic(term.term, term.term, text, _open_units(term.units, term.see))


def _explain_principle(principle: Principle) -> Topic:
    text = (
        f"{principle.description}\nIn practice: {principle.in_practice}\n"
        f"Against it: {principle.against}{_see_units(principle.units)}"
    )
    name = f"P{principle.number}"
    title = f"Principle {principle.number}: {principle.name}"
    return Topic(name, title, text, _open_units(principle.units))


def _explain_item(fidelity: Fidelity, item: FidelityItem) -> Topic:
    rates = f"It rates a service, never a person.{_see_units(item.units)}"
    told = (*tell_item(item), rates, tell_form(fidelity, item), say_whose_words(item))
    text = "\n".join(line for line in told if line)
    title = f"Item {item.number}: {item.name_here}"
    return Topic(f"item {item.number}", title, text, _open_units(item.units))


def _see_units(units: tuple[str, ...]) -> str:
    return f" See {join_words(units)}." if units else ""


def _open_units(units: tuple[str, ...], see: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return what to open for more: the commands that are given, and each unit it says to see."""
    return tuple(dict.fromkeys((*see, *(str(do(f"framework show {unit}")) for unit in units))))


def _fold_all(*names: str) -> frozenset[str]:
    return frozenset(fold(name) for name in names if name)
