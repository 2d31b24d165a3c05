"""A page that is to take so many lines: what says the same in less is made only if it is needed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipsskills.pages.document import Page


class Briefer:
    """Pages that say the same in less, each made only when whoever writes lines comes to it."""

    def __init__(self, makers: "Sequence[Callable[[], Page]]") -> None:
        self._makers = tuple(makers)

    def __iter__(self) -> "Iterator[Page]":
        return (make() for make in self._makers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Briefer) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return len(self._makers)

    def change(self, change: "Callable[[Page], Page]") -> "Briefer":
        """Return the same pages, each changed when it is made."""
        return Briefer([partial(_make_changed, make, change) for make in self._makers])


def _make_changed(make: "Callable[[], Page]", change: "Callable[[Page], Page]") -> "Page":
    return change(make())


def fit(makers: "Sequence[Callable[[], Page]]", lines: int) -> "Page":
    """Return what makes pages that say the same, the fullest first, as a page of so many lines.

    Whoever writes it in lines takes the fullest that fits, or the last; all others the first.
    """
    return replace(makers[0](), lines=lines, briefer=Briefer(makers[1:]))
