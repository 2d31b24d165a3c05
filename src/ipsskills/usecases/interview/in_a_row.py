"""Notices, once a sitting, that many answers in a row are the same; it never stands in the way.

Twelve equal answers may well be right, and may be a key that was pressed without reading.
"""

from dataclasses import replace

from ipsskills.codes import Code
from ipsskills.usecases.interview.state import InRow, InterviewState

MANY = 12
SAID = "The last twelve answers are the same. That may be right; if not, b goes back."


def count_answer(state: InterviewState, code: Code | None) -> InterviewState:
    """Return the state after an answer, with the one line where twelve in a row are the same.

    "Not seen" and "outside this job" are no judgement of one's own and end a row.
    """
    row = state.in_row
    if code is None or code in (Code.NOT_SEEN, Code.OUTSIDE):
        return replace(state, in_row=replace(row, code=None, length=0))
    length = row.length + 1 if code is row.code else 1
    tells = length == MANY and not row.told
    counted = replace(state, in_row=InRow(code, length, row.told or tells))
    return replace(counted, status=SAID) if tells else counted


def take_back(state: InterviewState) -> InterviewState:
    """Return the state with one answer fewer in its row, for one that is taken back."""
    return replace(state, in_row=replace(state.in_row, length=max(0, state.in_row.length - 1)))
