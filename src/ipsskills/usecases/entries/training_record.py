"""The training record: listed and searched, set against the curriculum, shown to a reviewer."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.method.calendar import add_months
from ipsskills.method.coverage import Covered, coverage
from ipsskills.pages.compose.entries import EntryShown
from ipsskills.pages.compose.record import (
    Coverage,
    CoveredUnit,
    Review,
    ReviewRow,
    TrainingRecord,
    review_row,
)
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.carried import supervisions_of
from ipsskills.usecases.entries.log import shown_entries
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.view import ReaderView

REVIEW_MONTHS = 12
_MENTORING = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)


def training_record(
    desk: Desk,
    who: str | None,
    *,
    units: Sequence[str] = (),
    kinds: Sequence[EntryKind] = (),
    since: date | None = None,
    until: date | None = None,
    words: str = "",
) -> TrainingRecord:
    """Return a person's entries, the latest first, as far as they fit every choice made.

    ``words`` must all stand somewhere in an entry, in any case. Raises NotFound.
    """
    person, entries = _read(desk, who)
    fits = [
        entry
        for entry in shown_entries(desk, entries)
        if (not units or set(units) & set(entry.units))
        and (not kinds or entry.kind in kinds)
        and (since is None or entry.on >= since)
        and (until is None or entry.on <= until)
        and _holds(entry, words)
    ]
    chosen = bool(units or kinds or since or until or words)
    mine = person.thing == desk.me
    return TrainingRecord(person.name, mine, tuple(fits), chosen, desk.store.demo)


def covered(desk: Desk, who: str | None) -> Coverage:
    """Return the 28 units against what is recorded, and areas for which anything is.

    Raises NotFound.
    """
    person, entries = _read(desk, who)
    found = coverage([unit.id for unit in desk.framework.units], entries, desk.today)
    return Coverage(
        person.name,
        desk.today,
        tuple(
            CoveredUnit(each, _section(desk, each.unit), desk.framework.by_id[each.unit].short)
            for each in found
            if not desk.framework.by_id[each.unit].is_area or _anything(each)
        ),
    )


def for_review(desk: Desk, who: str | None) -> Review:
    """Return twelve months of supervision and field mentoring by date, without any rating.

    Raises NotFound.
    """
    since = add_months(desk.today, -REVIEW_MONTHS)
    person, entries = _read(desk, who)
    by_date = list(reversed(entries))
    shown = dict(zip((e.thing for e in by_date), shown_entries(desk, by_date), strict=True))
    agreed = _agreed(desk, by_date)
    rows: list[ReviewRow] = [
        review_row(shown[entry.thing], [shown[action] for action in agreed.get(entry.thing, ())])
        for entry in by_date
        if entry.kind in _MENTORING and since <= entry.on <= desk.today
    ]
    return Review(person.name, since, desk.today, tuple(rows))


def _agreed(desk: Desk, entries: Sequence[Entry]) -> dict[str, list[str]]:
    """Return for each supervision the actions it agreed or carried on, in the order given."""
    found: dict[str, list[str]] = {}
    with desk.reading() as work:
        for action in (each for each in entries if each.kind is EntryKind.ACTION):
            for supervision in supervisions_of(work, action):
                found.setdefault(supervision, []).append(action.thing)
    return found


def entries_of(work: ReaderView, about: str) -> list[Entry]:
    """Return a person's entries that are not taken back, the latest first."""
    found = work.current(Entry, about=about, removed=False)
    return sorted(found, key=lambda e: (e.on, e.at, e.thing), reverse=True)


def _read(desk: Desk, who: str | None) -> tuple[Person, list[Entry]]:
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        return person, entries_of(work, person.thing)


def _section(desk: Desk, unit: str) -> str:
    slug = desk.framework.by_id[unit].section
    return next((s.title for s in desk.framework.sections if s.slug == slug), "Areas")


def _anything(each: Covered) -> bool:
    return bool(each.training or each.evidence or each.observation)


def _holds(entry: EntryShown, words: str) -> bool:
    fields = (entry.title, entry.text, entry.went_well, entry.next_step, entry.own_word)
    others = (entry.way, entry.provider, entry.who, entry.cancelled, entry.certificate, entry.by)
    text = "\n".join(part for part in (*fields, *others) if part).casefold()
    return all(word in text for word in words.casefold().split())
