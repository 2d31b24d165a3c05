"""What is kept from a reader while somebody looks alone, and drafts that were forgotten."""

from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class ForgottenDraft:
    """A draft in which nothing was answered for fourteen days.

    ``rater`` is whose view it is and ``about`` of whom; ``touched`` is the day of the last answer.
    ``keeps_apart`` is whether it still keeps answers apart. ``go_on`` and ``drop`` are the two ways
    out, as its rater types them.
    """

    kind: AssessmentKind
    rater: PersonNamed
    about: PersonNamed
    began: date
    touched: date
    keeps_apart: bool
    go_on: Do
    drop: Do


@dataclass(frozen=True, kw_only=True)
class KeptApart:
    """The units kept apart, in curriculum order, and whose views have to be finished first.

    ``every`` is whether all units of the three sections are among them. ``forgotten`` are those of
    the drafts behind it that nobody has gone on with.
    """

    units: tuple[str, ...] = ()
    raters: tuple[PersonNamed, ...] = ()
    every: bool = False
    forgotten: tuple[ForgottenDraft, ...] = ()
