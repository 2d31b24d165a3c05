"""Explains where anything on a page comes from."""

import difflib

from ipsskills.errors import NotFound
from ipsskills.method.explain import TOPICS, Topic


def topics() -> tuple[Topic, ...]:
    """Return everything that can be explained."""
    return TOPICS


def explain(word: str) -> Topic:
    """Return the explanation of a word. Raises NotFound, naming words that look alike."""
    wanted = word.strip().casefold()
    for topic in TOPICS:
        if wanted in (topic.name, topic.title.casefold()):
            return topic
    held = [t.name for t in TOPICS if wanted and wanted in f"{t.title} {t.text}".casefold()]
    near = difflib.get_close_matches(wanted, [t.name for t in TOPICS], n=3) or held[:4]
    hint = f"Perhaps: {', '.join(near)}." if near else "See the list: ipsskills explain"
    raise NotFound(f"There is no explanation of '{word}'.", hint)
