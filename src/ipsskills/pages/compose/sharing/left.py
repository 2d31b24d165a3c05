"""What is said of the files that were not taken in, after those that were."""

import re
from collections.abc import Iterator, Sequence

from ipsskills.facts.exchange.arrived import CameBefore, LeftOut
from ipsskills.pages.words import day

_SHOWN = 5
# Of one file that is true; beside others that came in it would be read of all.
_OF_ONE = re.compile(r" Nothing was (?:changed|kept|taken in)\.")


def compose_left(
    left: Sequence[LeftOut], before: Sequence[CameBefore], passed: Sequence[str]
) -> str:
    """Return what is said of those left out, those that came before, and workbooks passed over."""
    return "\n".join(_list_lines(left, before, passed))


def _list_lines(
    left: Sequence[LeftOut], before: Sequence[CameBefore], passed: Sequence[str]
) -> Iterator[str]:
    for each in before:
        yield f"{each.name} came in already, on {day(each.on)}. It was not opened again."
    if passed:
        more = f" and {len(passed) - _SHOWN} more" if len(passed) > _SHOWN else ""
        yield f"Passed over, as no forms of ours: {', '.join(passed[:_SHOWN])}{more}."
    if left:
        yield "Not taken in:"
    for one in sorted(left, key=lambda one: one.name):
        why = _OF_ONE.sub("", one.reason.removeprefix(f"{one.name}: "))
        yield f"  {one.name}: {why}" if not why.startswith(one.name) else f"  {why}"
        if one.todo:
            yield f"    {one.todo}"
