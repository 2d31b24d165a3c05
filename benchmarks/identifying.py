"""How much the check for client-identifying detail finds, and how often it is wrong.

The sentences are frozen: they were written before the check. No timing here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.home import Home
from benchmarks.measure import Line
from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import DetailKind

SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "privacy" / "sentences.yaml"
FOUND, WRONG = 0.9, 2.0
ORDINARY = "ordinary"
_MARKED = re.compile(r"\[(.+?)\]")


def identifying(home: Home) -> Iterator[Line]:  # noqa: ARG001 - every part is given a home
    """Yield, for each kind, how many of its sentences are found out; then the false alarms."""
    sentences = frozen()
    for kind in DetailKind:
        marked = sentences[kind]
        found = sum(found_in(each, kind) for each in marked)
        share = found / len(marked)
        what = f"{kind.value.replace('-', ' ')}: {found} of {len(marked)} found"
        yield Line(what, "at least 90 %", f"{share:.0%}", "", share >= FOUND)
    notes = sentences[ORDINARY]
    wrong = sum(bool(find(note)) for note in notes)
    rate = 100 * wrong / len(notes)
    what = f"false alarms: {wrong} in {len(notes)} ordinary notes"
    yield Line(what, "at most 2 in 100", f"{rate:.1f}", "", rate <= WRONG)


def frozen() -> dict[str, list[str]]:
    """Return the frozen sentences by kind; what should be found stands in square brackets."""
    held = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return {kind: lines.splitlines() for kind, lines in held.items()}


def found_in(marked: str, kind: DetailKind) -> bool:
    """Whether something of the kind is found where a sentence has its square brackets."""
    place = _MARKED.search(marked)
    if place is None:
        raise ValueError(f"nothing is marked in: {marked}")
    start, end = place.start(), place.start() + len(place[1])
    found = find(_MARKED.sub(r"\1", marked))
    return any(f.kind is kind and f.start < end and start < f.end for f in found)
