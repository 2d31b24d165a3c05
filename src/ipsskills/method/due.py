"""When what comes next is due: the next look at everything, certificates, what is near."""

from collections.abc import Iterable, Sequence
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.method.calendar import add_months
from ipsskills.record.types import Entry

# After the first look, after the second, and after every later one (docs/method.md, section 1).
NEXT_AFTER_MONTHS = (3, 3, 6)
NEAR_MONTHS = 3


def find_next_pass(done: Sequence[date]) -> date | None:
    """Return when to look at everything again, from the days of whole looks, the latest first.

    Three and six months after the first, then twice a year: three months after the first look and
    after the second, six after any later one. None where there was no whole look yet.
    """
    if not done:
        return None
    after = NEXT_AFTER_MONTHS[min(len(done), len(NEXT_AFTER_MONTHS)) - 1]
    return add_months(done[0], after)


def is_near(day: date, today: date) -> bool:
    """Whether a day is past or at most three calendar months away."""
    return day <= add_months(today, NEAR_MONTHS)


def list_certificates(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the training whose certificate runs out, by that day.

    A certificate that was renewed counts once, by the entry under which it holds longest, or not at
    all where one of them has no end.
    """
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind is EntryKind.TRAINING and entry.certificate and not entry.removed:
            by_name.setdefault(entry.certificate.casefold(), []).append(entry)
    ending = [held for held in by_name.values() if all(entry.expires for entry in held)]
    found = [max(held, key=lambda entry: entry.expires or date.min) for held in ending]
    return tuple(sorted(found, key=lambda entry: (entry.expires or date.min, entry.title)))


def find_planned(met: Sequence[Entry]) -> Entry | None:
    """Return the supervision that says when the next one is, of all that there are, latest first.

    None where none was planned, where that one was cancelled, and where one is kept on its day or
    later. A day that is past stays planned until then.
    """
    for each in met:
        if each.next_on:
            return None if any(one.on >= each.next_on for one in met) else each
        if each.cancelled:
            return None
    return None


EXPLAIN_DUE = (
    "Reviews of goals, actions agreed in supervision, certificates that run out and the next "
    "supervision are named when they are past or at most three months away; an action without a "
    "day is always named until it is done, and a supervision that is past until one is written "
    "down, held or cancelled. A team leader also finds what they owe to others, and "
    "when they meet those they supervise. A certificate that was renewed is named by the later "
    "one. The next look at all the units comes three and six months after the first, then twice "
    "a year; a look at a few units moves nothing. Before all of that stands a talk that your "
    "answers about safety ask for today, until it is in the record as a supervision or you answer "
    "again. Nothing is sent and nobody is reminded: it is here when you ask."
)
