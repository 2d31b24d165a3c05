"""E-mail addresses, however they are written out. The shape is ours."""

import re
from collections.abc import Iterator

from ipsskills.privacy.client_detail.finding import DetailKind, Finding, find_all

_DOT = r"(?:\.|\s?[(\[]?\bdot\b[)\]]?\s?)"
_NAME = r"[\w.+\-]{1,64}"
_HOST = r"[\w\-]{1,63}"
_EMAIL = re.compile(
    rf"{_NAME}\s?(?:@|[(\[]\s?at\s?[)\]])\s?{_HOST}(?:{_DOT}{_HOST})+"
    rf"|{_NAME} at {_HOST}(?: ?\bdot\b ?{_HOST})+",
    re.IGNORECASE,
)


def find_emails(text: str) -> Iterator[Finding]:
    """Yield e-mail addresses, also with spaces, or where "at" and "dot" are written out."""
    return find_all(DetailKind.EMAIL, _EMAIL, text)
