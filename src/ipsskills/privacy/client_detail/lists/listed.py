"""Reads the lists of words that stand in this folder's modules."""


def split_list(text: str, between: str | None = None) -> frozenset[str]:
    """Return the entries of a list that is written with spaces, or something else, between."""
    return frozenset(" ".join(entry.split()) for entry in text.split(between) if entry.strip())
