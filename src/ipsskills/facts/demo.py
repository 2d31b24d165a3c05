"""What the invented service is made of."""

from enum import StrEnum
from pathlib import Path

from ipsskills.frozen import dataclass


class DemoFileKind(StrEnum):
    """What a file of the demo holds."""

    REPORT = "report"
    RADAR = "radar"
    PLAN = "plan"
    AGENDA = "agenda"


@dataclass(frozen=True, kw_only=True)
class DemoFile:
    """A file that the demo left, and what it holds."""

    path: Path
    what: DemoFileKind


@dataclass(frozen=True, kw_only=True)
class DemoMade:
    """What the demo made: its people, its record, and the files in its folder."""

    person: str
    team_leader: str
    specialists: tuple[str, ...]
    record: Path
    folder: Path
    files: tuple[DemoFile, ...]
