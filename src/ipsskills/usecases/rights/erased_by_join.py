"""What a second file of the record has erased here: told and asked about before it comes in."""

from collections.abc import Collection, Iterable

from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import ErasedByJoin, NothingAgainst, WordsKept
from ipsskills.facts.people import PersonNamed
from ipsskills.record.types import Forgotten
from ipsskills.record.union import Kept
from ipsskills.record.whom import SOMEBODY
from ipsskills.record.work import Work
from ipsskills.usecases.rights.carrying import list_left, refuse_erasing_held
from ipsskills.usecases.rights.named_held import goes_by
from ipsskills.usecases.rights.passages import Worded, list_worded
from ipsskills.usecases.rights.word_names import name_kind


def list_erased(work: Work, new: Collection[Kept]) -> ErasedByJoin:
    """Return who, and which words, are here and were erased by what new records say.

    Raises UnderHold where that is about somebody held, or names them.
    """
    refuse_erasing_held(work, new)
    people, words = _list_people(work, new), _list_words(work, new)
    about = {work.survivor(each.latest.about) for each in words}
    others = sorted(about - {each.id for each in people})
    return ErasedByJoin(
        people=people,
        words=tuple(_tell(work, each) for each in words),
        asked=(*people, *(_name(work, each) for each in others)),
    )


def refuse_unanswered(erased: ErasedByJoin, answered: Collection[NothingAgainst]) -> None:
    """Raise InvalidInput where the questions were not answered about each whom it is about."""
    known = {each.about for each in answered}
    if names := [each.name for each in erased.asked if each.id not in known]:
        what = "was erased" if names[0] in {e.name for e in erased.people} else "has words erased"
        raise InvalidInput(
            f"{names[0]} {what} in the other file, and would here too. Nothing was changed.",
            "What erases asks first whether anybody wants to see it.",
        )


def _list_people(work: Work, new: Iterable[Kept]) -> tuple[PersonNamed, ...]:
    ids = {own for each in new if isinstance(each, Forgotten) for own in each.ids}
    stands = {work.survivor(own) for own in ids if own in work.names()}
    return tuple(_name(work, each) for each in sorted(stands))


def _list_words(work: Work, new: Iterable[Kept]) -> list[Worded]:
    """Return what has words here that were erased there, but of people who are erased whole."""
    left = [each for each in list_left(new) if not isinstance(each, Forgotten)]
    if not left:
        return []
    goes, gone = goes_by(left), goes_by(e for e in new if isinstance(e, Forgotten))
    return [e for e in list_worded(work) if goes(e.latest) and not gone(e.latest)]


def _tell(work: Work, found: Worded) -> WordsKept:
    return WordsKept(
        handle=found.handle,
        kind=name_kind(found.latest),
        about=_name(work, work.survivor(found.latest.about)).name,
        author=_name(work, work.survivor(found.latest.author)).name,
        on=found.versions[0].at.astimezone().date(),
    )


def _name(work: Work, person: str) -> PersonNamed:
    return PersonNamed(id=person, name=work.names().get(person, SOMEBODY))
