"""The record as one reader may see it now: each looks alone first, and nothing goes round it.

While a draft is open, what its two people must not see of each other is gone from everything that
is read here (docs/method.md, section 6), so a use case that never heard of the rule cannot show it.
Everything about people is read and written through this, but for the interview itself, which has
to show a rater their own draft, and what copies or checks the whole record.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar, cast

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.apart import Apart, OpenDraft
from ipsskills.record.custody.erasing import NOTHING, Erased
from ipsskills.record.pen import Pen, in_one_go
from ipsskills.record.reads import Reads, TellRenamed
from ipsskills.record.types import (
    Assessment,
    FrameworkText,
    Goal,
    Note,
    Objection,
    Person,
    Rating,
    Record,
    State,
)
from ipsskills.record.union import Kept
from ipsskills.record.work import Work
from ipsskills.usecases.reading.hiding import (
    Hidden,
    MayHide,
    WhoReads,
    as_key,
    by_one_id,
    cut,
    find_hidden,
    leave_out,
    leave_out_of,
    list_marked_apart,
)

R = TypeVar("R", bound=Record)

_MAY_HIDE = (Assessment, Rating, Note, Goal, Objection)


class ReaderView(Reads):
    """What one reader may see of the record inside one transaction, and a pen that writes as them.

    ``me`` is the reader's person id, or None where the record does not know them; ``renamed`` is
    told of earlier names by which they found somebody.
    """

    def __init__(
        self,
        work: Work,
        framework: Framework,
        now: Callable[[], datetime],
        me: str | None,
        renamed: TellRenamed = lambda *_: None,
    ) -> None:
        self.framework = framework
        self.now = in_one_go(now)
        self.me = me
        self._renamed = renamed
        self._work = work
        self._hidden: dict[str, Hidden] = {}
        self._as_kept: dict[str, Record] = {}
        self._selected: dict[object, tuple[Record, ...]] = {}
        self._left_out = NOTHING

    def leaving_out(self, asked: Erased) -> "ReaderView":
        """Return the same view to read by, never to write: without words that are asked for."""
        without = ReaderView(self._work, self.framework, self.now, self.me, self._renamed)
        without._left_out = asked
        return without

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.day_of(self.now())

    def day_of(self, at: datetime) -> date:
        """Return the day it was here at a time."""
        return at.astimezone().date()

    def first_kept(self, records: Iterable[Record]) -> Mapping[str, datetime]:
        """Return when the first version of each of these was kept, by thing (`Work.first_kept`)."""
        return self._work.first_kept(records)

    def select(self, kind: type[R], where: Mapping[str, Any]) -> tuple[R, ...]:
        """Return the current versions of a kind that this reader may see (`Reads.current`).

        What several helpers of a page ask for is read once.
        """
        asked = (kind, tuple((name, as_key(where[name])) for name in sorted(where)))
        if asked not in self._selected:
            self._selected[asked] = self._show_all(self._work.select(kind, where))
        return cast("tuple[R, ...]", self._selected[asked])

    def history(self, kind: type[R], thing: str) -> tuple[R, ...]:
        """Return every version of one thing that this reader may see, oldest first."""
        return self._show_all(self._work.history(kind, thing))

    def people(self) -> Mapping[str, Person]:
        """Return everybody by id; nobody is kept apart, only what is said of them."""
        every, left = self._work.people(), self._left_out
        return {i: leave_out(e, left) or e for i, e in every.items()} if left.things else every

    def names(self) -> Mapping[str, str]:
        """Return what everybody is called, by id; names are kept from nobody."""
        return self._work.names()

    def earlier_names(self) -> tuple[tuple[str, str], ...]:
        """Return what people were called before, with their ids."""
        return self._work.earlier_names()

    def tell_renamed(self, earlier: str, name: str) -> None:
        """Tell the reader what somebody is called now whom they named as before."""
        self._renamed(earlier, name)

    def team_names(self) -> tuple[str, ...]:
        """Return the names of teams in every spelling there has been."""
        return self._work.team_names()

    def ever_supervised_by(self, person: str) -> tuple[str, ...]:
        """Return whom it was ever said that somebody supervises (`Work.ever_supervised_by`)."""
        return self._work.ever_supervised_by(person)

    def ids_of(self, people: str | Iterable[str]) -> tuple[str, ...]:
        """Return every id of a person, or of several."""
        return self._work.ids_of(people)

    def survivor(self, person: str) -> str:
        """Return the id that stands for a person."""
        return self._work.survivor(person)

    def named(self, name: str) -> str | None:
        """Return one of the store's own values (`Work.named`)."""
        return self._work.named(name)

    def framework_text(self, content_hash: str) -> str | None:
        """Return the framework text of a hash, or None."""
        return self._work.framework_text(content_hash)

    def framework_kept(self, content_hash: str) -> FrameworkText | None:
        """Return the framework of a hash as it is kept, with its version, or None."""
        return self._work.framework_kept(content_hash)

    def apart(self, person: str) -> Apart:
        """Return what this reader is not shown of a person (an id) now."""
        return self._hidden_of(person).apart

    def marked_apart(self, person: str) -> tuple[str, ...]:
        """Return the units a person marked to bring, in answers that came by file and are apart.

        A mark is addressed to whoever reads it. In curriculum order.
        """
        return list_marked_apart(self._work, person, self.apart(person))

    def drafts_about(self, person: str) -> tuple[OpenDraft, ...]:
        """Return the open drafts about a person (an id), whoever's, and when each was last used."""
        return self._find_drafts(about=person)

    def drafts_by(self, person: str) -> tuple[OpenDraft, ...]:
        """Return the open drafts of a person's views, of themselves and of others."""
        return self._find_drafts(rater=person)

    def count_answered(self, draft: Assessment) -> int:
        """Return how many questions of an open draft are answered; not how.

        A unit is answered, too, where each of its statements is.
        """
        ratings = self._work.current(Rating, assessment=draft.thing)
        answered = {rating.item for rating in ratings if rating.code is not None}
        return sum(1 for item in draft.scope if item in answered or self._all_in(item, answered))

    def is_only_opened(self, draft: Assessment) -> bool:
        """Whether nothing was answered, marked or noted in an open draft."""
        ratings = self._work.current(Rating, assessment=draft.thing)
        if any(each.code is not None or each.bring or each.show for each in ratings):
            return False
        notes = self._work.current(Note, about=draft.about)
        return not any(n.text and n.subject.startswith(f"{draft.thing}/") for n in notes)

    def _all_in(self, item: str, answered: Collection[str]) -> bool:
        """Whether all statements of an item that is a unit are among those answered."""
        unit = self.framework.by_id.get(item)
        parts = unit.list_asked(answered) if unit else ()
        return bool(parts) and all(part in answered for part in parts)

    def first(
        self, kind: type[R], /, *, about: str | None = None, thing: str = "", **own: Any
    ) -> R:
        """Return the first version of a new thing, written as the reader (`Pen.first`).

        Raises NotFound where the record does not know the reader, InvalidInput for a value that
        cannot be kept.
        """
        return self.pen().first(kind, about=about, thing=thing, **own)

    def next(self, seen: R, /, **changes: Any) -> R:
        """Return a version that replaces the one seen, whole: what the reader was not shown stays.

        Raises as `first`.
        """
        kept = cast("R", self._as_kept.get(seen.id, seen))
        return self.pen().next(kept, **changes)

    def pen(self) -> Pen:
        """Return a pen that writes as the reader. Raises NotFound if nobody is set as me."""
        return Pen(known_author(self.me), self.now)

    def add(self, *records: Record) -> None:
        """Add record versions (`Work.add`). Raises ChangedElsewhere."""
        self._work.add(*records)
        self._hidden.clear()
        self._selected.clear()

    def keep_framework(self, text: FrameworkText) -> None:
        """Keep a framework text unless it is there already."""
        self._work.keep_framework(text)

    def merge(self, records: Iterable[Kept]) -> None:
        """Take in records that come from elsewhere (`Work.merge`)."""
        self._work.merge(records)
        self._hidden.clear()
        self._selected.clear()

    def name_once(self, name: str, value: str) -> None:
        """Set one of the store's own values for good (`Work.name_once`)."""
        self._work.name_once(name, value)

    def every(self, kind: type[R], where: Mapping[str, Any]) -> tuple[R, ...]:
        """Return every version that fits and that this reader may see, oldest first."""
        return self._show_all(self._work.every(kind, where))

    def is_cut(self, record: Record) -> bool:
        """Whether something of a record is kept from this reader, who was given the rest of it."""
        return record.id in self._as_kept

    def _show_all(self, records: tuple[R, ...]) -> tuple[R, ...]:
        """Return records of one kind without what is kept apart from the reader."""
        records = leave_out_of(records, self._left_out) if self._left_out.things else records
        if not records or not isinstance(records[0], _MAY_HIDE):
            return records
        people = {record.about for record in records}
        if not any(self._hidden_of(person).apart.units for person in people):
            return records
        shown = (self.show(record) for record in records)
        return tuple(record for record in shown if record is not None)

    def show(self, record: R) -> R | None:
        """Return any version as this reader may see it: whole, without a part, or None."""
        if not isinstance(record, _MAY_HIDE):
            return record
        hidden = self._hidden_of(record.about)
        return cast("R | None", self._cut(record, hidden)) if hidden.apart.units else record

    def _cut(self, record: MayHide, hidden: Hidden) -> MayHide | None:
        """Return a record as the reader may see it, or None; what is cut is remembered whole."""
        shown = cut(record, hidden)
        if shown is not None and shown is not record:
            self._as_kept[record.id] = record
        return shown

    def _hidden_of(self, person: str) -> Hidden:
        person = self._work.survivor(person)
        if person not in self._hidden:
            self._hidden[person] = self._look(person)
        return self._hidden[person]

    def _find_drafts(self, **whose: str) -> tuple[OpenDraft, ...]:
        found = self._work.select(Assessment, {"state": State.DRAFT, **whose})
        days = {draft.thing: draft.began for draft in found}
        for rating in self._work.current(Rating, assessment=tuple(days)) if days else ():
            used = self.day_of(rating.at)
            days[rating.assessment] = max(used, days[rating.assessment])
        return tuple(OpenDraft(by_one_id(self._work, each), days[each.thing]) for each in found)

    def _look(self, person: str) -> Hidden:
        drafts = [each for each in self.drafts_about(person) if each.keeps_apart(self.today)]
        mine = self.ids_of(self.me) if self.me else ()
        return find_hidden(self._work, person, drafts, WhoReads(self.me, mine, self.today))


def known_author(me: str | None) -> str:
    """Return the person id set as me. Raises NotFound if nobody is."""
    if me is None:
        raise reader_unknown()
    return me


def reader_unknown() -> NotFound:
    """Return what is said to somebody whom the record does not know."""
    return NotFound("The record does not know who you are yet.", f"Type: {do('init')}")
