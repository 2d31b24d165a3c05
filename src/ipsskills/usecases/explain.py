"""Explains where anything on a page comes from, and any word of the glossary."""

import difflib
from collections.abc import Iterator

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.folding import fold
from ipsskills.framework.background import Fidelity, Glossary
from ipsskills.method.explain import TOPICS, Topic
from ipsskills.pages.words import join_words
from ipsskills.privacy.client_detail.explained import EXPLAIN_DETAIL

_DETAIL = Topic("detail", "Words that could tell who a client is", EXPLAIN_DETAIL)


def list_topics() -> tuple[Topic, ...]:
    """Return every rule that can be explained; "never" stands last."""
    return (*TOPICS[:-1], _DETAIL, TOPICS[-1])


def explain(word: str, glossary: Glossary, fidelity: Fidelity) -> Topic:
    """Return the explanation of a rule, a word, a principle (P3) or a fidelity item (item 13).

    Raises NotFound, naming words that look alike.
    """
    wanted = fold(word)
    known = list(_list_known(glossary, fidelity))
    for names, topic in known:
        if wanted in names:
            return topic
    spelt = {name: topic for names, topic in known for name in names}
    alike = difflib.get_close_matches(wanted, spelt, n=4, cutoff=0.7)
    held = [t.name for _, t in known if wanted and wanted in fold(f"{t.title} {t.text}")]
    near = list(dict.fromkeys([spelt[name].name for name in alike] or held))[:4]
    hint = f"Perhaps: {', '.join(near)}." if near else f"See the list: {do('explain')}"
    raise NotFound(f"There is no explanation of '{word}'.", hint)


def _list_known(glossary: Glossary, fidelity: Fidelity) -> Iterator[tuple[set[str], Topic]]:
    """Yield everything that can be explained with the names it answers to, rules first."""
    for topic in list_topics():
        yield {topic.name, fold(topic.title)}, topic
    for term in glossary.terms:
        names = {fold(name) for name in (term.term, *term.also)}
        where = f" See {join_words(term.units)}." if term.units else ""
        yield names, Topic(term.term, term.term, f"{term.text}{where}")
    for principle in fidelity.principles:
        number = principle.number
        text = (
            f"{principle.description} In practice: {principle.in_practice} "
            f"Against it: {principle.against}"
        )
        names = {f"p{number}", f"principle {number}", fold(principle.name)}
        yield names, Topic(f"P{number}", f"Principle {number}: {principle.name}", text)
    for item in fidelity.items:
        rests = " It rests with the organisation." if item.organisation else ""
        text = f"{item.description} {item.here}{rests} It rates a service, never a person."
        names = {f"item {item.number}", fold(item.name)}
        yield names, Topic(f"item {item.number}", f"Item {item.number}: {item.name}", text)
