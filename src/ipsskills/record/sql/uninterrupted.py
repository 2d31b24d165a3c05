"""Lets Ctrl-C wait while something is being written: it counts once that is kept or refused."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back; if it came meanwhile, hand it on at the end.

    In the middle of a write it could strike where the libraries below us cannot pass it on, and
    would be lost. Only the main thread hears signals; in any other there is nothing to hold.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        signal.raise_signal(signal.SIGINT)
