"""Pages of explanations: the list of what can be explained, and one explanation."""

from collections.abc import Iterable

from ipsskills.doing import do
from ipsskills.method.explain import Topic
from ipsskills.pages.document import Block, Commands, Heading, Page, Text

LEAD = (
    "Ask for any of these by its name. A principle goes by P1 to P8, an item of the fidelity scale "
    "by its number (item 13), its name, or its place on the published form (Organisation 4)."
)


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
            Heading("Words"),
            Text(f"{'; '.join(words)}."),
        ),
    )


def compose_topic(topic: Topic) -> Page:
    """Return one explanation."""
    blocks: list[Block] = [Text(line) for line in topic.text.split("\n")]
    if topic.see:
        blocks += [Heading("More"), Commands(tuple((each, "") for each in topic.see))]
    return Page(topic.title, (), tuple(blocks))


def _list_commands(topics: Iterable[Topic]) -> Commands:
    return Commands(tuple((do("explain", topic.name), topic.title) for topic in topics))
