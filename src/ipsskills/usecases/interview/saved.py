"""How much of an interview is kept, counted as the person who answers it counts: by questions."""

from collections.abc import Collection

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.method.apart import unit_of
from ipsskills.usecases.interview.state import InterviewState


@dataclass(frozen=True)
class Saved:
    """What is kept: questions answered, those left as not seen, and statements beside them.

    ``statements`` are those answered in units that are not answered yet; a unit whose statements
    all are is one question answered.
    """

    questions: int = 0
    not_seen: int = 0
    statements: int = 0


def count_saved(state: InterviewState, open_items: Collection[str] | None = None) -> Saved:
    """Return what is kept of an interview; ``open_items`` are its own, where they are known."""
    still_open = frozenset(state.open_items if open_items is None else open_items)
    asked = frozenset(state.script.items)
    given = [item for item, answer in state.answers.items() if answer.code is not None]
    unseen = sum(1 for item in given if item in asked and _is_unseen(state, item))
    return Saved(
        questions=len(asked) - len(still_open) - unseen,
        not_seen=unseen,
        statements=sum(1 for item in given if item not in asked and unit_of(item) in still_open),
    )


def _is_unseen(state: InterviewState, item: str) -> bool:
    return state.answers[item].code is Code.NOT_SEEN
