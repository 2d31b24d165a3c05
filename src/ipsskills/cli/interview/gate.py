"""Keeps terminal noise from becoming answers: escape sequences, held keys, pastes, late keys.

Pure: it is given each key and the time. Digits are answers here, and terminals send digits of
their own, so a key that might not be a person's is dropped rather than taken.
"""

import math

QUIET_AFTER_ESCAPE = 0.150
QUIET_AFTER_BURST = 0.150
SEQUENCE_GAP = 0.300
BURST_GAP = 0.010
READ_FIRST = 0.080
HELD_GAP = 0.150
HELD_TWICE = 2

_START, _BRACKET, _STRING, _SHORT = "start", "csi", "string", "short"
_STRING_OPENERS = "]P^_X"
_STRING_END = "\\"
_AFTER_ESCAPE = f"[O{_STRING_OPENERS}{_STRING_END}"
_FINAL_BYTES = range(0x40, 0x7F)


def opens_sequence(key: str) -> bool:
    """Whether a key right after ESC shows that the ESC came from the terminal, not a person."""
    return key != "" and key in _AFTER_ESCAPE


class Gate:
    """Says of each key whether it may act. Times are seconds of one steady clock.

    ``fast`` lifts what depends on a person's pace (reading first, held keys, bursts), for tests
    that press keys by program; escape sequences and pastes stay out all the same.
    """

    def __init__(self, *, fast: bool = False) -> None:
        self._fast = fast
        self._drawn = 0.0
        self._escape = -1.0
        self._last_byte = -1.0
        self._inside = ""
        self._last_key = ""
        self._last_at = -1.0
        self._run = 0
        self._in_burst = False

    def note_change(self) -> None:
        """Note that the screen is out of date: no key answers until the next question is drawn."""
        self._drawn = math.inf

    def note_drawn(self, at: float) -> None:
        """Note that a new question has just been drawn."""
        self._drawn = at

    def sequence(self, at: float) -> None:
        """Note a whole escape sequence that the terminal library understood (an arrow, say)."""
        self._escape, self._inside = at, ""

    def escape(self, at: float) -> bool:
        """Note a lone ESC, the start of a sequence or a person's key; return which may act.

        An ESC that ends a string the terminal sent is nobody's key.
        """
        ends_string = self._inside == _STRING and at - self._last_byte <= SEQUENCE_GAP
        self._escape = self._last_byte = at
        self._inside = _START
        return not ends_string

    def passes(self, key: str, at: float, *, burst: bool = False) -> bool:
        """Return whether a printable key may act. ``burst`` is whether others came with it."""
        return not (
            self._in_sequence(key, at)
            or self._soon_after_escape(at)
            or (not self._fast and self._is_hasty(key, at, burst=burst))
        )

    def types(self, key: str, at: float) -> bool:
        """Return whether a printable key may go into words being typed."""
        self._last_at = at
        return not self._in_sequence(key, at)

    def _soon_after_escape(self, at: float) -> bool:
        return 0 <= at - self._escape < QUIET_AFTER_ESCAPE

    def _is_hasty(self, key: str, at: float, *, burst: bool) -> bool:
        """Whether a person cannot have meant this key: too soon, held down, or one of many."""
        with_others = self._is_with_others(at, burst=burst)
        held = self._is_held(key, at)
        return with_others or held or at - self._drawn < READ_FIRST

    def _is_with_others(self, at: float, *, burst: bool) -> bool:
        """Whether a key came together with others, or is the late rest of such a burst."""
        gap = at - self._last_at
        rest = self._in_burst and gap < QUIET_AFTER_BURST
        self._in_burst = burst or gap < BURST_GAP or rest
        return self._in_burst

    def _in_sequence(self, key: str, at: float) -> bool:
        """Follow an unknown sequence to its end, however it is split in time."""
        alone = self._inside == _START and at > self._last_byte and not opens_sequence(key)
        if alone or at - self._last_byte > SEQUENCE_GAP:
            self._inside = ""
        if not self._inside:
            return False
        self._escape = self._last_byte = at
        self._inside = self._next_state(key)
        return True

    def _next_state(self, key: str) -> str:
        """Return where a sequence is after one more key; empty when it is over."""
        if self._inside == _START:
            opened = {"[": _BRACKET, "O": _SHORT}
            return opened.get(key, _STRING if key in _STRING_OPENERS else "")
        if self._inside == _BRACKET:
            return "" if ord(key[0]) in _FINAL_BYTES else _BRACKET
        return _STRING if self._inside == _STRING and key != "\x07" else ""

    def _is_held(self, key: str, at: float) -> bool:
        """Whether a key is held: from its second repeat on it is ignored until there is quiet.

        A held key comes once, then after a first wait (which may be long), then quickly; a
        person's own repeats are slower than the quick ones.
        """
        gap = at - self._last_at
        self._run = self._run + 1 if key == self._last_key else 1
        self._last_key, self._last_at = key, at
        return self._run > HELD_TWICE and gap < HELD_GAP
