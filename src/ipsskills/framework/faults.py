"""Faults in a file that people edit: collected, each with its place and what to do about it."""

from collections.abc import Sequence

from ipsskills.doing import do
from ipsskills.errors import DataFileError, InvalidInput
from ipsskills.frozen import dataclass

SHOWN = 20


@dataclass(frozen=True)
class Fault:
    """One fault: file name, place, what is wrong, what to do; the line from 1, 0 where unknown."""

    file: str
    place: str
    problem: str
    fix: str
    line: int = 0

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        place = f" ({self.place})" if self.place else ""
        return f"{where}{place}: {self.problem} {self.fix}".rstrip()


def format_faults(faults: Sequence[Fault]) -> str:
    """Return the faults as lines, the first twenty of them, in the order of the files."""
    lines = [f"- {fault}" for fault in faults[:SHOWN]]
    if len(faults) > SHOWN:
        lines.append(f"- and {len(faults) - SHOWN} more")
    return "\n".join(lines)


def data_file_error(faults: Sequence[Fault]) -> DataFileError:
    """Return the error that reports faults in the framework's own files."""
    return DataFileError(
        "The framework files cannot be used as they are:\n" + format_faults(faults),
        f"Correct the file, then try: {do('framework check')}",
    )


def answers_error(faults: Sequence[Fault]) -> InvalidInput:
    """Return the error that reports faults in a file of answers. Nothing was kept."""
    return InvalidInput(
        "The answers were not taken; nothing was kept:\n" + format_faults(faults),
        "Correct the file and run the same command again.",
    )
