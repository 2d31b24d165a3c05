"""Erasing in tests: both questions answered with no beforehand, about whom it is."""

from ipsskills.facts.exchange.erased import NothingAgainst, PersonErased, WordsErased
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.rights import forgetting, redacting


def forget(desk: Desk, whole_name: str) -> PersonErased:
    """Erase a person."""
    person = forgetting.look_at_erasing(desk, whole_name).person
    return forgetting.forget(desk, NothingAgainst(about=person.id))


def redact(desk: Desk, handle: str) -> WordsErased:
    """Erase the words of what a handle names."""
    found = redacting.look_at_words(desk, handle)
    answered = [NothingAgainst(about=each.id) for each in (found.person, *found.named)]
    return redacting.redact(desk, handle, answered)
