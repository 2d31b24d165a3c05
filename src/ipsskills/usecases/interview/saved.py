"""How much of an interview is kept, counted as the person who answers it counts: by questions."""

from collections.abc import Collection

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.usecases.interview.state import InterviewState, Script


@dataclass(frozen=True)
class Saved:
    """What is kept: questions answered, those left as not seen, and statements beside them.

    ``statements`` are those answered in units that are not answered yet; a unit whose statements
    all are is one question answered.
    """

    questions: int = 0
    not_seen: int = 0
    statements: int = 0


def count_saved(state: InterviewState) -> Saved:
    """Return what is kept of an interview."""
    script, open_items = state.script, frozenset(state.open_items)
    answered = [item for item in script.items if item not in open_items]
    unseen = sum(1 for item in answered if state.answer(item).code is Code.NOT_SEEN)
    parts = (part for item in open_items for part in _list_parts(script, item))
    return Saved(
        questions=len(answered) - unseen,
        not_seen=unseen,
        statements=sum(1 for part in parts if state.answer(part).code is not None),
    )


def _list_parts(script: Script, item: str) -> Collection[str]:
    """Return the statements of an item that is a unit."""
    return script.statements(item) if item in script.framework.by_id else ()
