"""A terminal input that lets no noise through: it asks the gate about every key that arrives."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import zip_longest

from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from ipsskills.cli.interview.gate import Gate, opens_sequence

_ENTERS = (Keys.Enter, Keys.ControlJ)


class QuietInput(Input):
    """Wraps a terminal's input; ``typing`` says whether words are being typed just now."""

    def __init__(
        self, inner: Input, gate: Gate, clock: Callable[[], float], typing: Callable[[], bool]
    ) -> None:
        self._inner = inner
        self._gate = gate
        self._clock = clock
        self._typing = typing

    def read_keys(self) -> list[KeyPress]:
        """Return the keys that have arrived, without those that nobody meant."""
        return self._sift(self._inner.read_keys())

    def flush_keys(self) -> list[KeyPress]:
        """Return keys held back in the hope of more, a lone Escape for example."""
        return self._sift(self._inner.flush_keys())

    def _sift(self, keys: list[KeyPress]) -> list[KeyPress]:
        at, together, typing = self._clock(), len(keys) > 1, self._typing()
        if typing:
            keys = _on_one_line(keys)
        return [
            key
            for key, following in zip_longest(keys, keys[1:])
            if self._passes(key, at, together=together, typing=typing)
            and not _begins_noise(key, following, typing=typing)
        ]

    def _passes(self, press: KeyPress, at: float, *, together: bool, typing: bool) -> bool:
        if press.key == Keys.ControlC:
            return True
        if press.key == Keys.Escape and press.data == "\x1b":
            return self._gate.escape(at)
        if press.key == Keys.BracketedPaste or press.data[:1] in ("", "\x1b"):
            self._gate.sequence(at)
            return press.key != Keys.Escape
        if typing:
            return self._gate.types(press.data, at)
        return self._gate.passes(press.data, at, burst=together)

    def fileno(self) -> int:
        """Return the terminal's file number."""
        return self._inner.fileno()

    def typeahead_hash(self) -> str:
        """Return what names this terminal; keys left over elsewhere never passed the gate."""
        return f"quiet-{self._inner.typeahead_hash()}"

    def flush(self) -> None:
        """Flush the terminal."""
        self._inner.flush()

    @property
    def closed(self) -> bool:
        """Whether the terminal has gone away."""
        return self._inner.closed

    def raw_mode(self) -> AbstractContextManager[None]:
        """Return a context in which keys arrive one by one."""
        return self._inner.raw_mode()

    def cooked_mode(self) -> AbstractContextManager[None]:
        """Return a context in which lines arrive."""
        return self._inner.cooked_mode()

    def attach(self, input_ready_callback: Callable[[], None]) -> AbstractContextManager[None]:
        """Return a context in which the callback hears of keys."""
        return self._inner.attach(input_ready_callback)

    def detach(self) -> AbstractContextManager[None]:
        """Return a context in which nobody hears of keys."""
        return self._inner.detach()

    def close(self) -> None:
        """Close the terminal."""
        self._inner.close()


def _begins_noise(press: KeyPress, following: KeyPress | None, *, typing: bool) -> bool:
    """Whether what came with an ESC shows that no person pressed it alone."""
    if press.key != Keys.Escape or following is None:
        return False
    return typing or following.data[:1] == "\x1b" or opens_sequence(following.data)


def _on_one_line(keys: list[KeyPress]) -> list[KeyPress]:
    """Return typed keys with line ends inside a paste as spaces: what follows is not an answer."""
    last = len(keys) - 1
    return [
        KeyPress(" ", " ") if key.key in _ENTERS and place < last else key
        for place, key in enumerate(keys)
    ]
