"""Compares the texts of the content with the pages: what stands on none, or not in the handbook."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.reach.pages import Printed, away_from_home, print_all, read
from checks.reach.texts import ASKED_BY, DataText, list_texts
from ipsskills.cli.setup import context
from ipsskills.folding import fold
from ipsskills.framework.files import shipped_folder

# Kinds that are no part of a book to read: where people meet them instead.
ONLY_ASKED = (
    "competences changes",  # what is new in a version: `framework changes`
    "blanks blanks name",  # what is typed for a page: `framework blank`
)


FILLED_IN = re.compile(r"\{\w+\}")  # a page fills it in with a few words; the rest stands there
GAP = r".{1,30}?"

# Kinds that name a unit to others: anywhere will do.
ANYWHERE = ("short",)


@dataclass(frozen=True)
class Kind:
    """How many texts there are of a kind, and how many of them are where they should be."""

    name: str
    are: int
    on_pages: int
    in_handbook: int


@dataclass(frozen=True)
class Reach:
    """What was found: a line for each kind, and one for each text that is missing somewhere."""

    kinds: tuple[Kind, ...]
    missing: tuple[str, ...]


def compare_all() -> Reach:
    """Return what people reach of the shipped content."""
    with away_from_home():
        texts = list(list_texts(shipped_folder(), context.framework().by_id))
        return compare(texts, print_all())


def compare(texts: Iterable[DataText], printed: Printed) -> Reach:
    """Return which texts stand on a page and in the handbook.

    A text of a unit has to stand on a page of that unit, and in its chapter; any other name for
    something has to lead to its page.
    """
    are, on_pages, in_book = Counter[str](), Counter[str](), Counter[str]()
    missing: list[str] = []
    every_page, every_chapter = (
        "\n".join(printed.pages.values()),
        "\n".join(printed.chapters.values()),
    )
    for each in texts:
        kind = f"{each.file} {each.kind}"
        unit = "" if kind.endswith(ANYWHERE) else each.unit
        pages = printed.unit_pages.get(unit, every_page)
        chapters = printed.unit_chapters.get(unit, every_chapter)
        shown = _is_found(each, pages, printed)
        told = _is_free(kind) or _is_found(each, chapters, printed)
        are[kind] += 1
        on_pages[kind] += shown
        in_book[kind] += told
        missing += _name_missing(each, shown=shown, told=told)
    kinds = tuple(Kind(kind, are[kind], on_pages[kind], in_book[kind]) for kind in sorted(are))
    return Reach(kinds, tuple(missing))


def _is_found(each: DataText, said: str, printed: Printed) -> bool:
    """Return whether a text stands on pages, whole; another name may lead to a page instead."""
    is_name = each.kind.split()[-1] == ASKED_BY
    return _stands(read(each.text), said) or (is_name and fold(each.text) in printed.names)


def _stands(text: str, said: str) -> bool:
    first, *rest = FILLED_IN.split(text)
    if rest:
        gaps = GAP.join(map(re.escape, (first, *rest)))
        if not first:  # any sign before it will do, and is found far sooner than a gap
            gaps = "(?<=.)" + gaps.removeprefix(GAP)
        return re.search(gaps, said) is not None
    at = said.find(text)
    while at >= 0:
        after = said[at + len(text) : at + len(text) + 1]
        if not (said[at - 1 : at].isalnum() or after.isalnum()):
            return True
        at = said.find(text, at + 1)
    return False


def _is_free(kind: str) -> bool:
    return kind.startswith(ONLY_ASKED)


def _name_missing(each: DataText, *, shown: bool, told: bool) -> Iterator[str]:
    where = [*([] if shown else ["on no page"]), *([] if told else ["not in the handbook"])]
    if where:
        yield f"{' and '.join(where)}: {each.place}: {each.text[:70]!r}"
