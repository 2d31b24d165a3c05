"""The shape of a file of answers as people write it; loaded with pydantic when one is read."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass


def _as_text(answer: Any) -> Any:
    """Return a number as text; yes and no as words too, so that they are not read as 1 and 0."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return str(answer) if isinstance(answer, (int, float)) else answer


def _left(value: Any) -> str | None:
    return None if value is None else str(value)


@dataclass(frozen=True, kw_only=True)
class AnswerRow(Strict):
    """One row as written by a person; ``id`` is whatever a spreadsheet has left of it.

    ``title``, ``state``, ``offered`` and ``entered`` are only to be read.
    """

    slug: str
    id: Annotated[str | None, BeforeValidator(_left)] = None
    title: str | None = None
    offered: str | None = None
    answer: Annotated[str | None, BeforeValidator(_as_text)] = None
    state: str | None = None
    reason: str | None = None
    basis: str | None = None
    bring: bool | None = None
    show: bool | None = None
    behind: str | None = None
    note: str | None = None
    shared: bool | None = None
    entered: str | None = None


@dataclass(frozen=True, kw_only=True)
class AnswersFile(Strict):
    """The whole of a file of answers."""

    answers: tuple[AnswerRow, ...]
