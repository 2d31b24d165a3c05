"""Pages of explanations: the list of what can be explained, and one explanation."""

from collections.abc import Iterable

from ipsskills.doing import do
from ipsskills.framework.background import Glossary, Term
from ipsskills.method.explain import Topic
from ipsskills.pages.document import Block, Commands, Heading, Page, Text

LEAD = (
    "Ask for any of these by its name. A principle goes by P1 to P8, an item of the fidelity scale "
    "by its number (item 13), its name, or its place on the published form (Organisation 4)."
)

UNREAD = " (From working knowledge: check it before you rely on it.)"
GLOSSARY_TITLE = "Every word, and what it means"
GLOSSARY_LEAD = "What words of this work and of this tool mean, with the other names they go by."


def compose_topics(rules: Iterable[Topic], pages: Iterable[Topic], words: Iterable[str]) -> Page:
    """Return what can be explained: the tool's rules, pages on IPS, and every word."""
    return Page(
        "What can be explained",
        (LEAD,),
        (
            Heading("How this tool works"),
            _list_commands(rules),
            Heading("IPS and the framework"),
            _list_commands(pages),
            Heading("Words", f"what they mean: {do('explain', 'glossary')}"),
            Text(f"{'; '.join(words)}."),
        ),
    )


def compose_glossary(glossary: Glossary) -> Page:
    """Return every word of the glossary with what it means, in the order of the file."""
    return Page(
        GLOSSARY_TITLE,
        (GLOSSARY_LEAD, f"A word by itself, with where to read more: {do('explain', 'Caseload')}"),
        tuple(
            Text(
                term.text if term.looked_up else f"{term.text}{UNREAD}",
                label=f"{_name_term(term)}:",
            )
            for term in glossary.terms
        ),
    )


def _name_term(term: Term) -> str:
    return f"{term.term} ({', '.join(term.also)})" if term.also else term.term


def compose_topic(topic: Topic) -> Page:
    """Return one explanation."""
    blocks: list[Block] = [Text(line) for line in topic.text.split("\n")]
    if topic.see:
        blocks += [Heading("More"), Commands(tuple((each, "") for each in topic.see))]
    return Page(topic.title, (), tuple(blocks))


def _list_commands(topics: Iterable[Topic]) -> Commands:
    return Commands(tuple((do("explain", topic.name), topic.title) for topic in topics))
