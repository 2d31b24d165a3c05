"""How long a question takes this person in this sitting; never stored, never shown to others."""

import time
from collections.abc import Callable

from ipsskills.usecases.interview.view import SECONDS_A_QUESTION

AFTER = 10
LONGEST = 120.0  # somebody who went to fetch a coffee was not thinking all that time


class Pace:
    """Estimates the time a question takes: a guess until ten answers, then the middle one of all.

    ``clock`` returns seconds from any starting point.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._took: list[float] = []

    @property
    def seconds(self) -> float:
        """About how long the next question takes, in seconds."""
        if len(self._took) < AFTER:
            return SECONDS_A_QUESTION
        return sorted(self._took)[len(self._took) // 2]

    def note_answer(self) -> None:
        """Note that a question was answered just now."""
        now = self._clock()
        self._took.append(min(now - self._last, LONGEST))
        self._last = now
