"""How a field of the training record says of itself which kinds of entry use it, and how."""

from dataclasses import Field
from typing import Any

from ipsskills.codes import EntryKind
from ipsskills.frozen import dataclass

_USES = "uses"


@dataclass(frozen=True)
class Use:
    """How one kind of entry uses a field.

    ``option`` names it to the program (and heads its column in a table) and ``place`` is its turn
    among the questions; "" is for what is never typed by itself. ``question`` asks for it,
    ``label`` stands before it on a page, ``named`` names a text in a sentence ("the title").
    ``choices`` are all that may stand there; ``needed`` is what an entry cannot be without.
    ``help`` explains the option, and ``holder`` stands in the help for what is typed; without them
    the label explains it and the kind of value stands there.
    """

    option: str
    place: int
    question: str
    label: str
    needed: bool = False
    named: str = ""
    choices: tuple[str, ...] = ()
    help: str = ""
    holder: str = ""


def used_by(**kinds: Use) -> dict[str, Any]:
    """Return what a field says of itself, by the kinds of entry that use it."""
    return {_USES: {EntryKind(kind): use for kind, use in kinds.items()}}


def find_use(declared: Field[Any], kind: EntryKind) -> Use | None:
    """Return how a kind of entry uses a field, or None if it does not."""
    use: Use | None = declared.metadata.get(_USES, {}).get(kind)
    return use
