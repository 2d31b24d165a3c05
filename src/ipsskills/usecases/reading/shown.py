"""The assessments a page draws on, as far as its reader may see them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass, Standing, find_standings
from ipsskills.method.lists import Views
from ipsskills.usecases.reading.marks import BothMarks, read_marks
from ipsskills.usecases.reading.passes import at_finish
from ipsskills.usecases.reading.raters import NO_RATERS, Raters
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True, kw_only=True)
class ShownPasses:
    """The assessments a reader may see: own, those before, supervisors', agreed, first look."""

    own: tuple[Pass, ...] = ()
    before: tuple[Pass, ...] = ()
    raters: Raters = NO_RATERS
    agreed: tuple[Pass, ...] = ()
    looks: tuple[Pass, ...] = ()

    @property
    def theirs(self) -> tuple[Pass, ...]:
        """All that supervisors gave."""
        return self.raters.passes

    @property
    def every(self) -> tuple[Pass, ...]:
        """All that is spoken of, but what was before."""
        return (*self.own, *self.theirs, *self.agreed, *self.looks)

    def read_marks(self, view: ReaderView, on: date | None) -> BothMarks:
        """Return what is marked to bring to supervision, or was on a day.

        A mark given in a first look counts like any other, until a newer assessment asks.
        """
        own = read_marks(view, (*self.own, *self.looks), on)
        return BothMarks(own=own, by_rater=self.raters.read_marks(view, on))

    def find_standings(
        self, framework: Framework, today: date
    ) -> tuple[Mapping[str, Standing], Mapping[str, Standing]]:
        """Return where both views put each unit."""
        own = find_standings(framework, self.own, today)
        return own, self.raters.find_standings(framework, today)


def view_as_finished(view: ReaderView, shown: ShownPasses, today: date) -> Views | None:
    """Return both views as they were when each was finished, where one was put right since."""
    own = tuple(at_finish(view, done) for done in shown.own)
    theirs = tuple(at_finish(view, done) for done in shown.raters.passes)
    if (own, theirs) == (shown.own, shown.raters.passes):
        return None
    then = replace(shown, own=own, raters=replace(shown.raters, passes=theirs))
    return Views(*then.find_standings(view.framework, today))
