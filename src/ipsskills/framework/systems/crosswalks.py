"""The shapes of ``crosswalks.yaml``: where units touch other descriptions of the work.

To touch is all that is said: nothing here knows of meeting a standard, or of its numbers.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path

from ipsskills.framework.single import load_single
from ipsskills.framework.strict import Strict
from ipsskills.framework.systems.checks import CROSSWALKS, find_crosswalk_faults
from ipsskills.frozen import dataclass


class Certainty(StrEnum):
    """Whether something is known to stand in a standard, or only taken to."""

    CERTAIN = "certain"
    UNCERTAIN = "uncertain"


class RowName(StrEnum):
    """What the rows of a standard go by here: its themes, or the names of its stages."""

    THEME = "theme"
    STAGE_NAME = "stage name"
    TITLE = "title"


class Match(StrEnum):
    """How units were put to a theme: every match is our own, and some are close."""

    OURS = "ours"
    CLOSE = "close"


@dataclass(frozen=True, kw_only=True)
class CrosswalkRow(Strict):
    """A theme of a standard, whether it is known to stand there, and the units that touch it.

    ``named`` tells what of the standard the theme's words are.
    """

    theme: str
    units: tuple[str, ...]
    sure: Certainty
    match: Match = Match.OURS
    named: RowName = RowName.THEME


@dataclass(frozen=True, kw_only=True)
class CrosswalkRest(Strict):
    """The units that touch no theme of a standard, and what can be said of that."""

    text: str
    units: tuple[str, ...]
    sure: Certainty


@dataclass(frozen=True, kw_only=True)
class Crosswalk(Strict):
    """One standard: what it is, what of it was not read, its themes, and what lies outside it."""

    name: str
    title: str
    also: tuple[str, ...]
    nation: str
    about: str
    source: str
    address: str
    unread: str
    note: str = ""
    rows: tuple[CrosswalkRow, ...]
    apart: CrosswalkRest

    def list_touched(self, unit_id: str) -> tuple[CrosswalkRow, ...]:
        """Return the themes that a unit touches."""
        return tuple(row for row in self.rows if unit_id in row.units)


@dataclass(frozen=True, kw_only=True)
class Crosswalks(Strict):
    """The whole of ``crosswalks.yaml``."""

    version: str
    reviewed: date
    crosswalks: tuple[Crosswalk, ...]


def load_crosswalks(folder: Path | None = None, cache_folder: Path | None = None) -> Crosswalks:
    """Return the crosswalks. Raises DataFileError with every fault."""
    return load_single(CROSSWALKS, Crosswalks, folder, cache_folder, find_crosswalk_faults)
