"""Holds the program to the rules on many histories: python -m tests.independent --histories 300."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ipsskills.framework.load import load
from ipsskills.framework.types import Framework
from tests.independent.comparing import (
    Difference,
    describe_history,
    play_by_commands,
    play_in_process,
)
from tests.independent.happenings import History
from tests.independent.histories import draw_history
from tests.independent.shipped import make_book


def main() -> int:
    """Play histories, print what differs, and return 1 if anything does."""
    asked = _read_arguments()
    framework = load()
    book = make_book(framework)
    found = 0
    for how, number in (("use cases", asked.histories), ("commands", asked.commands)):
        histories = [draw_history(asked.first + n, book) for n in range(number)]
        differences = []
        for history in histories:
            here = list(_play(history, framework, how))
            _show(history, here, asked)
            differences += here
        _sum_up(differences, number, how)
        found += len(differences)
    return 1 if found else 0


def _play(history: History, framework: Framework, how: str) -> Iterator[Difference]:
    if how == "use cases":
        yield from play_in_process(history, framework)
        return
    with TemporaryDirectory() as folder:
        yield from play_by_commands(history, framework, Path(folder))


def _show(history: History, differences: Sequence[Difference], asked: Namespace) -> None:
    for each in differences[: asked.show]:
        _say(each)
        if asked.history:
            _say(describe_history(history, each.moment, _unit_in(each.what)))


def _sum_up(differences: Sequence[Difference], number: int, how: str) -> None:
    _say(f"{number} histories through {how}: {len(differences)} differences")
    rules = Counter(f"{each.page}, {each.what.split()[0]}" for each in differences)
    for rule, times in rules.most_common():
        _say(f"  {rule}: {times}")


def _say(what: object) -> None:
    sys.stdout.write(f"{what}\n")


def _unit_in(what: str) -> str | None:
    last = what.rsplit(maxsplit=1)[-1]
    return last if last[0].isdigit() or last[1:].isdigit() else None


def _read_arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=300, help="how many in this process")
    parser.add_argument("--commands", type=int, default=30, help="how many through commands")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--show", type=int, default=3, help="how many differences of a history")
    parser.add_argument("--history", action="store_true", help="print what happened as well")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
