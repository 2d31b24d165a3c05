"""What stands under the points of an agenda, in words; the page lays it out."""

from datetime import date

from ipsskills.doing import Do
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class GoodPoint:
    """Something that went well: in whose words, about which units, seen by whom and when."""

    text: str
    units: tuple[str, ...] = ()
    title: str = ""
    who: str = ""
    on: date | None = None


@dataclass(frozen=True)
class SafetyPoint:
    """One safety unit by name: where it stands in words, what that asks for, what opens its cases.

    ``today`` is whether that is a talk today, which may be said once for several.
    """

    unit: str
    short: str
    said: str
    ask: str
    opens: Do
    today: bool = False


@dataclass(frozen=True, kw_only=True)
class TalkPoint:
    """One unit to talk about first: who marked it, a shared note and whose, both views in words.

    ``rater`` is whose view the second is; who supervises now may be somebody else. ``agreed`` is
    what the two agreed, and when; ``talked`` the day it was last talked about, if it rests.
    """

    unit: str
    short: str
    marked_by: str
    note: str
    note_by: str
    own: str
    supervisor: str
    far_apart: bool
    rater: str = ""
    agreed: str = ""
    talked: date | None = None


@dataclass(frozen=True)
class UnitName:
    """A unit by id and short name."""

    unit: str
    short: str


@dataclass(frozen=True)
class ChancePoint:
    """A chance to arrange: the unit, one way to do it, and what the two agreed of it, if so."""

    unit: str
    short: str
    how: str
    agreed: str = ""
