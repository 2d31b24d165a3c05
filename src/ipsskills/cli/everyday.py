"""Everyday words that are no command here, and the commands that somebody who types one means."""

from collections.abc import Mapping

_ERASING = ("data forget", "data redact", "log remove")
MEANT: Mapping[str, tuple[str, ...]] = {
    "erase": _ERASING,
    "delete": _ERASING,
    "remove": _ERASING,
    "forget": ("data forget",),
    "redact": ("data redact",),
    "export": ("data export",),
    "hold": ("data hold",),
    "rights": ("explain rights", "data export", "contest", "data hold"),
    "backup": ("data backup",),
    "restore": ("data restore",),
    "send": ("share out",),
    "receive": ("share in",),
    "import": ("share in", "assess --from"),
}
"""By the word; each command as it is typed, most likely first."""


def lead_on(word: str) -> str:
    """Return where an everyday word leads, "" for one that is not known."""
    commands = [f"ipsskills {each}" for each in MEANT.get(word.lower(), ())]
    return f"You may want: {', '.join(commands)}." if commands else ""
