"""Whether the one who typed a command said beforehand that today's date is right."""

OPTION = "--yes"

# Commands that ask something themselves, which it answers too: each declares it as its own.
OWN_QUESTION = (
    "data restore",
    "data join",
    "data forget",
    "data redact",
    "share undo",
    "undo",
)

_said = [False]


def say_yes(*, yes: bool) -> None:
    """Remember it for this run."""
    _said[0] = yes


def is_said() -> bool:
    """Whether it was said."""
    return _said[0]
