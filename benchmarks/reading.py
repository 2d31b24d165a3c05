"""Commands that read, when the record is young and when it is old, and the way to a question."""

from collections.abc import Iterator
from functools import partial

from benchmarks.home import PROGRAM, Home
from benchmarks.measure import Cost, Line, Watched, at_most, memory_at_most
from benchmarks.records import MANY, many_assessments, one_assessment

THAN = 'CPU of python -c "import typer"'
LIMIT, MEGABYTES = 2.3, 35
FRAMEWORK_LIMIT, QUESTION_LIMIT = 2.0, 3.0
FIRST_QUESTION = "unit 1 of 28"
COMMANDS = (
    ("report",),
    ("agenda",),
    ("due",),
    ("plan", "show"),
    ("record", "--coverage"),
    ("compare",),
    (),
)


def reading(home: Home) -> Iterator[Line]:
    """Yield each reading command after one look, then after forty more; then the other two."""
    typer = Watched(partial(home.spend_python, "import typer"))
    one_assessment(home)
    yield from _lines(home, typer, "after one look")
    answers = many_assessments(home)
    yield from _lines(home, typer, f"after {MANY} more, {answers:,} answers")
    shown = Watched(partial(home.spend_program, "framework", "show"))
    yield at_most(FRAMEWORK_LIMIT, "ipsskills framework show", shown, typer, THAN)
    asked = Watched(partial(home.spend_until, FIRST_QUESTION, PROGRAM, "assess", "--new"))
    yield at_most(QUESTION_LIMIT, "ipsskills assess, to the first question", asked, typer, THAN)


def _lines(home: Home, typer: Cost, when: str) -> Iterator[Line]:
    for words in COMMANDS:
        what = f"{' '.join(('ipsskills', *words))} {when}"
        ours = Watched(partial(home.spend_program, *words))
        yield at_most(LIMIT, what, ours, typer, THAN)
        yield memory_at_most(MEGABYTES, what, ours)
