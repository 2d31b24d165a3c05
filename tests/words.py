"""Texts as they are once somebody wrote them and they were looked at, for tests."""

from ipsskills.record.written import Decision, Written


def wrote(text: str) -> Written:
    """Return a text in which the check found nothing."""
    return Written(text, Decision.NOTHING_FOUND)


def meant(text: str) -> Written:
    """Return a text that its author kept on purpose."""
    return Written(text, Decision.KEPT_ON_PURPOSE)
