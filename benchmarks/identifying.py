"""How much the check for client-identifying detail finds, and how often it is wrong.

Both sets of sentences are frozen: each was made before what it measures. No timing here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from benchmarks.home import Home
from benchmarks.measure import Line
from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import DetailKind

_HELD = Path(__file__).resolve().parents[1] / "tests" / "privacy"
SENTENCES, GROUPS = _HELD / "sentences.yaml", _HELD / "groups.yaml"
FOUND, OF_A_GROUP, IN_SMALL_LETTERS, WRONG = 0.9, 0.85, 0.75, 2.0
ORDINARY = "ordinary"
SMALL = "small"
_MARKED = re.compile(r"\[(.+?)\]")
_OF_NAMES = ("name", "initials-with-surname", "first-name-with-letter")


def identifying(home: Home) -> Iterator[Line]:  # noqa: ARG001 - every part is given a home
    """Yield, for each kind, how many of its sentences are found out; then the false alarms."""
    for path in (SENTENCES, GROUPS):
        held = frozen(path)
        for what, lines in gather(held).items():
            yield _found(what, lines, least(what))
        yield _wrong(held[ORDINARY])


def frozen(path: Path = SENTENCES) -> dict[str, list[str]]:
    """Return the frozen sentences by kind; what should be found stands in square brackets."""
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {kind: lines.splitlines() for kind, lines in held.items()}


def gather(held: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the sentences by kind, and those with names by their writing and by group as well.

    Sentences with names are held under "name/GROUP/WRITING".
    """
    gathered: dict[str, list[str]] = {}
    for kind, lines in held.items():
        if kind == ORDINARY:
            continue
        name, _, group_and_writing = kind.partition("/")
        if group_and_writing:
            writing = group_and_writing.partition("/")[2]
            gathered.setdefault(f"{name}/{writing}", []).extend(lines)
        gathered[kind] = list(lines)
    return dict(sorted(gathered.items(), key=lambda kind: kind[0].count("/")))


def least(kind: str) -> float:
    """Return the share of a kind that has to be found."""
    parts = kind.split("/")
    if parts[-1] == SMALL:
        return IN_SMALL_LETTERS
    return OF_A_GROUP if len(parts) > 2 else FOUND  # noqa: PLR2004 - name/GROUP/WRITING


def found_in(marked: str, kind: str) -> bool:
    """Whether something of the kind is found where a sentence has its square brackets."""
    place = _MARKED.search(marked)
    if place is None:
        raise ValueError(f"nothing is marked in: {marked}")
    start, end = place.start(), place.start() + len(place[1])
    found = find(_MARKED.sub(r"\1", marked))
    sought = DetailKind.NAME if kind.partition("/")[0] in _OF_NAMES else kind
    return any(f.kind == sought and f.start < end and start < f.end for f in found)


def _found(kind: str, lines: Sequence[str], least_share: float) -> Line:
    found = sum(found_in(each, kind) for each in lines)
    share = found / len(lines)
    what = f"{kind.replace('-', ' ').replace('/', ', ')}: {found} of {len(lines)} found"
    return Line(what, f"at least {least_share:.0%}", f"{share:.0%}", "", share >= least_share)


def _wrong(notes: Sequence[str]) -> Line:
    wrong = sum(bool(find(note)) for note in notes)
    rate = 100 * wrong / len(notes)
    what = f"false alarms: {wrong} in {len(notes)} ordinary notes"
    return Line(what, "at most 2 in 100", f"{rate:.1f}", "", rate <= WRONG)
