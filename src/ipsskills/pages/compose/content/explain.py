"""Pages of explanations: the list of what can be explained, and one explanation."""

from collections.abc import Iterable

from ipsskills.doing import do
from ipsskills.method.explain import Topic
from ipsskills.pages.document import Commands, Page, Text


def compose_topics(topics: Iterable[Topic]) -> Page:
    """Return what can be explained, each with what asks for it."""
    rows = tuple((do("explain", topic.name), topic.title) for topic in topics)
    return Page("What can be explained", (), (Commands(rows),))


def compose_topic(topic: Topic) -> Page:
    """Return one explanation."""
    return Page(topic.title, (), (Text(topic.text),))
