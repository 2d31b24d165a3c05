"""Finds the last change by whoever works here, and what of it cannot be undone."""

from functools import singledispatch

from ipsskills.codes import ParcelWay
from ipsskills.doing import do
from ipsskills.errors import ChangedElsewhere, InvalidInput, NotFound
from ipsskills.frozen import dataclass
from ipsskills.record.types import AloneFirst, Forgotten, Hold, Parcel, Person, Record, Redacted
from ipsskills.record.work import Work
from ipsskills.usecases.reading.view import ReaderView, known_author


@dataclass(frozen=True)
class ThingBeside:
    """One thing of the last change: as it is ``now`` and as it was ``before``, if it was there."""

    now: Record
    before: Record | None


def find_last(view: ReaderView, work: Work) -> tuple[ThingBeside, ...]:
    """Return what the last change did, thing by thing, in the order in which it was kept.

    Raises NotFound where the one who works here has changed nothing, InvalidInput for what no later
    version can take back, and ChangedElsewhere where somebody else has changed the same since.
    """
    kept = work.last_kept(work.ids_of(known_author(view.me)))
    if not kept:
        raise NotFound("You have changed nothing yet.", f"Begin: {do('assess')}")
    for each in kept:
        refuse(each)
    first: dict[str, Record] = {}
    for each in kept:
        first.setdefault(each.thing, each)
    last = {each.thing: each for each in kept}
    found = tuple(
        ThingBeside(_find_now(work, last[t]), _find_before(work, f)) for t, f in first.items()
    )
    if all(map(stays, found)):
        raise InvalidInput(
            "The last thing you did was to say who somebody is. Whoever is in the record stays.",
            f"To put a name or a role right: {do('people edit')}",
        )
    return found


def stays(change: ThingBeside) -> bool:
    """Whether undoing leaves a thing as it is: a person who is new stays in the record."""
    return change.before is None and isinstance(change.now, Person)


def _find_now(work: Work, last: Record) -> Record:
    """Return a version that is still the current one of its thing. Raises ChangedElsewhere."""
    current = work.current(type(last), thing=last.thing)
    if [version.id for version in current] != [last.id]:
        raise ChangedElsewhere(
            "Somebody else has changed the same since. Nothing was undone.",
            f"See where things are: {do('report')}",
        )
    return last


def _find_before(work: Work, first: Record) -> Record | None:
    """Return the version that the change replaced; None where the thing is new."""
    if first.replaces is None:
        return None
    versions = {each.id: each for each in work.history(type(first), first.thing)}
    if first.replaces not in versions:
        raise InvalidInput("What this said before is not in this record.", "Change it by hand.")
    return versions[first.replaces]


@singledispatch
def refuse(record: Record) -> None:
    """Raise InvalidInput for a version that no later version can take back."""


@refuse.register
def _(record: Parcel) -> None:
    if record.way is ParcelWay.OUT:
        raise InvalidInput(
            "The last thing you did was to make a file to send. What was sent cannot be undone.",
            f"See what went out: {do('share list')}",
        )
    if record.undone:
        raise InvalidInput(
            "The last thing you did was to take a file back. That cannot be undone.",
            "The file can be taken in again, as it came.",
        )
    raise InvalidInput(
        "The last thing you did was to take in a file.", f"To take it back: {do('share undo')}"
    )


@refuse.register
def _(record: Forgotten) -> None:  # noqa: ARG001 - whoever was erased
    raise InvalidInput(
        "The last thing you did was to erase somebody. That cannot be undone, from no copy either.",
        "Whoever comes back is added anew, and a file that they made since brings what they gave:"
        f" {do('people add', '--help')}",
    )


@refuse.register
def _(record: Redacted) -> None:
    if record.on is None and record.asked_of is None:
        raise InvalidInput(
            "The last thing you did was to say no to erasing words. That cannot be undone.",
            f"They can be erased all the same: {do('data redact', '--help')}",
        )
    if record.on is None:
        raise InvalidInput(
            "The last thing you did was to ask somebody to erase words. That cannot be undone.",
            "They erase nothing before they do so themselves: tell them to leave it.",
        )
    raise InvalidInput(
        "The last thing you did was to erase words. That cannot be undone, from no copy either.",
        f"Write them anew where they belong. What is there now: {do('record')}",
    )


@refuse.register
def _(record: Hold) -> None:
    if record.ended:
        raise InvalidInput(
            "The last thing you did was to end a hold. Both its days stay.",
            f"To hold it again from today: {do('data hold', '--help')}",
        )
    raise InvalidInput(
        "The last thing you did was to have nothing erased about somebody. That is not undone.",
        f"When it is over, end it by its reason; see which there are: {do('data hold')}",
    )


@refuse.register
def _(record: AloneFirst) -> None:  # noqa: ARG001 - what was read was read
    raise InvalidInput(
        "The last thing you did was to choose to read answers together. That cannot be undone.",
        "A view that you give now says that it was given after reading.",
    )
