"""The marks by which texts say what to do next; the program spells them, and shows none."""

# As they are, and as JSON escapes them.
RAW = ("\x02", "\x03", "\x1f")
MARKS = (*RAW, "\\u0002", "\\u0003", "\\u001f")


def refuse_marks(*texts: str, escaped: bool = True) -> None:
    """Assert that no mark stands in a text; ``escaped`` ones are looked for as well.

    A script in a page may name control characters to look for them; no page ever holds one.
    """
    for text in texts:
        assert not any(mark in text for mark in (MARKS if escaped else RAW))
