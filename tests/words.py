"""Texts as they are once somebody wrote them and they were looked at, for tests."""

from collections.abc import Mapping
from typing import Any

from ipsskills.privacy.personal import personal_texts
from ipsskills.record.types import Entry, Record
from ipsskills.record.written import Decision, Written


def wrote(text: str) -> Written:
    """Return a text in which the check found nothing."""
    return Written(text, Decision.NOTHING_FOUND)


def meant(text: str) -> Written:
    """Return a text that its author kept on purpose."""
    return Written(text, Decision.KEPT_ON_PURPOSE)


def wrote_values(values: Mapping[str, Any], kind: type[Record] = Entry) -> dict[str, Any]:
    """Return the values of a record with those of its texts that people write looked at."""
    texts = personal_texts().get(kind, ())
    return {
        name: wrote(value) if name in texts and isinstance(value, str) else value
        for name, value in values.items()
    }
