"""Gets ready for the first answer while its question is read, so that it is as quick as others."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from prompt_toolkit.key_binding.key_processor import KeyPress, KeyProcessor
from prompt_toolkit.keys import Keys


class GettingReady:
    """Does what takes long in another thread, once, and what has to follow in the first one.

    What goes wrong in the other thread is not told: the first answer does what is missing, and
    tells it then.
    """

    def __init__(self, prepare: Callable[[], None], then: Callable[[], None]) -> None:
        self._prepare = prepare
        self._then = then
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, unless that was done before. Called in the loop that ``then`` is to run in."""
        if self._thread is None:
            loop = asyncio.get_running_loop()
            self._thread = Thread(target=self._work, args=(loop,), daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until the other thread has ended, if there is one."""
        if self._thread is not None:
            self._thread.join()

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        with suppress(Exception):
            self._prepare()
        with suppress(RuntimeError):  # the interview is over already
            loop.call_soon_threadsafe(self._then)


def press_nothing(keys: KeyProcessor) -> None:
    """Press the key that does nothing: at the first key the library puts all bindings together."""
    keys.feed(KeyPress(Keys.Ignore))
    keys.process_keys()
