"""What a use case works at: the framework, the record, the clock, and who is working."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.record.pen import Pen
from ipsskills.record.reads import TellRenamed
from ipsskills.record.store import Store
from ipsskills.record.work import Work
from ipsskills.usecases.reading.view import ReaderView, known_author

WhoIsMe = Callable[[Work], str | None]


@dataclass(frozen=True)
class Desk:
    """``now`` tells the time in UTC; ``me`` is the person id set as me, or None.

    Where it has to be looked up in the record, ``find_me`` does so inside the transaction that is
    opened anyway. ``renamed`` is told where somebody was found by an earlier name. A use case
    opens one transaction, by `reading` or `writing`, and hands the view of the record that it gets
    there to its helpers. ``usual`` is where this user's record is unless another is chosen.
    """

    framework: Framework
    store: Store
    now: Callable[[], datetime]
    me: str | None = None
    find_me: WhoIsMe | None = None
    renamed: TellRenamed = lambda *_: None
    usual: Path | None = None

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.now().astimezone().date()

    @property
    def record(self) -> Path | None:
        """The file of the record; None for one that is not kept."""
        return self.store.path

    @contextmanager
    def reading(self) -> Iterator[ReaderView]:
        """Open one transaction and give the record as the one who works here may see it."""
        with self.store.reading() as work:
            yield self._view(work)

    @contextmanager
    def writing(self) -> Iterator[ReaderView]:
        """Open one transaction that keeps all or nothing, with the same view and a pen."""
        with self.store.writing() as work:
            yield self._view(work)

    @contextmanager
    def interviewing(self, *, write: bool = False) -> Iterator[tuple[ReaderView, Work]]:
        """Open one transaction and give the same view, and beside it the whole record.

        For the interview alone, which has to show a rater their own draft; with ``write`` to keep
        what they answer.
        """
        with self.store.writing() if write else self.store.reading() as work:
            yield self._view(work), work

    @contextmanager
    def entitled(self, *, write: bool = False) -> Iterator[tuple[ReaderView, Work]]:
        """Open one transaction and give the view, and beside it the whole record.

        For people's rights over what is kept about them: that is all of it, whoever wrote it and
        whatever is kept apart.
        """
        with self.store.writing() if write else self.store.reading() as work:
            yield self._view(work), work

    def pen(self) -> Pen:
        """Return a pen that writes as me. Raises NotFound if nobody is set as me."""
        return Pen(known_author(self.me), self.now)

    def as_person(self, me: str | None) -> "Desk":
        """Return the desk with somebody (a person id) set as me, whoever the record says it is."""
        return replace(self, me=me, find_me=None)

    def _view(self, work: Work) -> ReaderView:
        me = self.find_me(work) if self.find_me else self.me
        return ReaderView(work, self.framework, self.now, me, self.renamed)
