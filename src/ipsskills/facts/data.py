"""What is told of the record as a file."""

from pathlib import Path

from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class RecordPlaces:
    """Where things are kept; ``exists`` is whether there is a record yet."""

    record: Path
    exists: bool
    backups: Path
    copies: tuple[Path, ...]
    settings: Path
    framework: Path


@dataclass(frozen=True, kw_only=True)
class RecordChecked:
    """Whether a record is sound: problems, and things with two current versions after a join."""

    record: Path
    sound: bool
    problems: tuple[str, ...]
    forks: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
