"""``python -m checks.search FILE`` prints how many questions find a right place among the first.

FILE is a CSV with the columns ``question`` and ``places``; right places stand as "unit 3.8",
"area M4", "domain D4", "section 1", "explain cost", "glossary Disclosure", "principle 2",
"fidelity 17", "rule due" or "blank employment-plan", with " | " between them. The index is made
anew from the content of this checkout.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ipsskills.folding import fold
from ipsskills.framework.background import load_fidelity, load_glossary
from ipsskills.framework.blanks import load_blanks
from ipsskills.framework.finding.asking import read_asked
from ipsskills.framework.finding.ranking import leave_out_weak, rank
from ipsskills.framework.finding.shapes import Findable, Index, Passage, PlaceKind
from ipsskills.framework.load import load
from ipsskills.framework.systems.crosswalks import load_crosswalks
from ipsskills.framework.systems.explained import load_explained
from ipsskills.framework.systems.layout import load_systems
from ipsskills.usecases.explain import Shelf, list_explainable
from ipsskills.usecases.finding import Library, make_whole_index

FIRST = 3
_EXPLAINED = {"glossary": PlaceKind.WORD, "fidelity": PlaceKind.ITEM, "explain": PlaceKind.PAGE}


@dataclass(frozen=True)
class Answer:
    """A question, its right places, and what the search put first."""

    question: str
    right: tuple[str, ...]
    found: tuple[str, ...]
    hit: bool


def load_library() -> Library:
    """Return all of the shipped content."""
    shelf = Shelf(
        fidelity=load_fidelity(),
        glossary=load_glossary(),
        explained=load_explained(),
        crosswalks=load_crosswalks(),
        systems=load_systems(),
    )
    return Library(framework=load(), shelf=shelf, blanks=load_blanks())


def ask_all(path: Path, library: Library, index: Index) -> Iterator[Answer]:
    """Yield every question of a file with what is found for it in a library, by its index."""
    names = {
        (each.kind, name): each.name
        for each in list_explainable(library.shelf)
        for name in each.names
    }
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            right = tuple(row["places"].split(" | "))
            first = _ask(index, row["question"])[:FIRST]
            hit = any(_is_place(place, each, names) for place in first for each in right)
            found = tuple(f"{place.kind.value} {place.id}" for place in first)
            yield Answer(row["question"], right, found, hit)


def _keep(_: Passage) -> bool:
    return False


def _ask(index: Index, question: str) -> list[Findable]:
    found = leave_out_weak(rank(index, read_asked(index, question), _keep))
    return [index.places[each.place] for each in found]


def _is_place(place: Findable, right: str, names: dict[tuple[PlaceKind, str], str]) -> bool:
    kind, _, name = right.strip().partition(" ")
    name = name.strip('"')
    if kind in _EXPLAINED:
        wanted = _EXPLAINED[kind]
        alias = names.get((wanted, fold(f"item {name}" if kind == "fidelity" else name)))
        return place.kind is wanted and place.id == (alias or name).removeprefix("item ")
    if kind == "blank":
        return place.kind is PlaceKind.BLANK and place.id == name
    told = f"P{name}" if kind == "principle" else name
    return place.kind.value == kind and place.id == told


def main() -> int:
    """Print each question that finds none of its places, and how many find one."""
    library = load_library()
    asked = list(ask_all(Path(sys.argv[1]), library, make_whole_index(library)))
    for each in asked:
        if not each.hit:
            told = ", ".join(each.found) or "nothing"
            sys.stdout.write(f"{each.question}: {told}; right: {' | '.join(each.right)}\n")
    hits = sum(each.hit for each in asked)
    sys.stdout.write(f"{hits} of {len(asked)} find a right place in the first {FIRST}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
