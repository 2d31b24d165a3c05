"""What is done before the first command and after the last: streams that never fail, no delays."""

import gc
import os
import sys

# What becomes of characters that a stream's encoding does not know: words that cannot be read
# are refused by the record later, words that cannot be shown are shown as far as they can be.
_STREAMS = (
    ("stdin", "r", "surrogateescape"),
    ("stdout", "w", "replace"),
    ("stderr", "w", "replace"),
)


def prepare() -> None:
    """Make ready for a command: leave out what only delays one that is over in a moment.

    That is looking for garbage among what is being imported; the screen, which stays, looks for it
    again. And no plugin for pydantic has any business with what is kept here.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    for name, mode, errors in _STREAMS:
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
        if hasattr(stream := getattr(sys, name), "reconfigure"):
            stream.reconfigure(errors=errors)


def leave() -> None:
    """Keep anybody from looking through what is left, which ends with the program."""
    gc.freeze()
