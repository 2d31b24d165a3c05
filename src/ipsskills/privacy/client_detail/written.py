"""The door for what people write: only what was looked at here may be kept.

Records take nothing but `Written` texts where people write, and the functions of this module are
the only ones that make them, beside the store's own reader, which gives back what an author decided
before. So no command, form or file that is added later can go round the check.
"""

from collections.abc import Collection, Iterator

from ipsskills.errors import InvalidInput
from ipsskills.framework.types import Framework
from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import Finding
from ipsskills.record.written import NO_WORDS, Decision, Written, leave_out_turns

# Titles that the program itself gives to what it keeps.
_TITLES = ("Supervision", "Before supervision")


class DetailFound(InvalidInput):
    """A text looks as if it could tell who a client is; ``findings`` say by what."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            "This looks as if it could tell who a client is. Nothing was kept.",
            "Change the words, or keep them on purpose.",
        )
        self.findings = findings


def check_words(text: str, known: Collection[str] = ()) -> Written:
    """Return a text in which nothing was found. Raises DetailFound, which does not repeat it.

    ``known`` are full names that may stand there: those of colleagues.
    """
    if isinstance(text, Written) or not text.strip():
        return text if isinstance(text, Written) else NO_WORDS
    text = leave_out_turns(text)
    if findings := find(text, known):
        raise DetailFound(findings)
    return Written(text, Decision.NOTHING_FOUND)


def keep_on_purpose(text: str, known: Collection[str] = ()) -> Written:
    """Return a text whose author keeps it whatever is found in it; that is kept with it."""
    try:
        return check_words(text, known)
    except DetailFound:
        return Written(leave_out_turns(text), Decision.KEPT_ON_PURPOSE)


def quote_framework(framework: Framework, text: str, *, after: str = "") -> Written:
    """Return a text of the curriculum: chosen for a plan, or the title of a case thought through.

    ``after`` is what it is said after, in one sentence with it: "I can ". Raises ValueError if the
    framework does not hold the text.
    """
    if text not in _curriculum_texts(framework):
        raise ValueError("only what stands in the framework is quoted from it")
    said = f"{after}{_as_it_goes_on(text)}" if after else text
    return Written(said, Decision.NOTHING_FOUND)


def _as_it_goes_on(text: str) -> str:
    """Return a text as it stands inside a sentence: a name in capitals (IPS) stays one."""
    first, _, _ = text.partition(" ")
    return text if first[1:] != first[1:].lower() else f"{text[:1].lower()}{text[1:]}"


def title_of_ours(title: str) -> Written:
    """Return a title that the program itself gives. Raises ValueError for any other."""
    if title not in _TITLES:
        raise ValueError("only the program's own titles need no look")
    return Written(title, Decision.NOTHING_FOUND)


def _curriculum_texts(framework: Framework) -> Iterator[str]:
    """Yield what the curriculum says of each unit that may come to stand in a record."""
    for unit in framework.units:
        lesson = unit.curriculum
        yield from (lesson.goal, lesson.purpose, *lesson.outcomes)
        yield from (activity.title for activity in lesson.activities)
        yield from (case.title for case in lesson.vignettes)
