"""By what the text of a closed file is known again, so that it need not be opened twice."""

from hashlib import sha256

CLOSED = "closed:"
"""What begins that by which a closed text is known again (`mark_closed`)."""


def mark_closed(text: str) -> tuple[str, ...]:
    """Return by what the text of a closed file is known again; nothing for one that is open."""
    return (f"{CLOSED}{sha256(text.encode()).hexdigest()}",) if text else ()
