"""How long a question takes this person in this sitting; never stored, never shown to others."""

import time
from collections.abc import Callable

from ipsskills.usecases.interview.view import SECONDS_A_QUESTION

AFTER = 10
LONGEST = 120.0  # somebody who went to fetch a coffee was not thinking all that time


class Pace:
    """Estimates the time a question takes: the middle one of all answers, at first with a guess.

    With each of ten answers the guess counts for less, so that the time left does not jump.
    ``clock`` returns seconds from any starting point.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._took: list[float] = []

    @property
    def seconds(self) -> float:
        """About how long the next question takes, in seconds."""
        if not self._took:
            return SECONDS_A_QUESTION
        known = min(len(self._took), AFTER)
        middle = sorted(self._took)[len(self._took) // 2]
        return (SECONDS_A_QUESTION * (AFTER - known) + middle * known) / AFTER

    def note_answer(self) -> None:
        """Note that a question was answered just now."""
        now = self._clock()
        self._took.append(min(now - self._last, LONGEST))
        self._last = now
