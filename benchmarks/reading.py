"""Commands that read the record, when it is young and when it is old."""

from collections.abc import Iterator
from functools import partial

from benchmarks.home import Home
from benchmarks.measure import Line, at_most
from benchmarks.records import MANY, many_assessments, one_assessment

IMPORTS = "import typer, rich.table, sqlmodel, yaml"
LIMIT = 1.3
COMMANDS = (("report",), ("plan", "show"), ())


def reading(home: Home) -> Iterator[Line]:
    """Yield each reading command after one assessment, then after forty more."""
    one_assessment(home)
    yield from _lines(home, "after one assessment")
    answers = many_assessments(home)
    yield from _lines(home, f"after {MANY} more, {answers:,} answers")


def _lines(home: Home, when: str) -> Iterator[Line]:
    for words in COMMANDS:
        yield at_most(
            LIMIT,
            f"{' '.join(('ipsskills', *words))} {when}",
            partial(home.program, *words),
            partial(home.python, IMPORTS),
            f'python -c "{IMPORTS}"',
        )
