"""Every text in the files of the content, found by walking them, so that a new one is found too."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# What is no text to read but a code, a name in a list or a date; all else is a text.
CODES = {
    *("id", "slug", "version", "reviewed", "date", "checked", "seen", "renews", "nations"),
    *("grade", "stakes", "kind", "asked_as", "safety", "retired", "replaced_by", "units", "unit"),
    *("principles", "fidelity_items", "builds_on", "also_touches", "place", "drawn", "part"),
    *("group", "sure", "match", "see", "safety_units"),
}
CODE_KINDS = {
    "facts source",
    "parts facts",
    "bases key",
    "behind key",
    "reasons key",
    "statements case",
}
NOT_READ = {"search_words"}  # what people type, and where it leads: no page prints it
ASKED_BY = "also"  # other names people type for something


@dataclass(frozen=True)
class DataText:
    """A text, where it stands, what kind of text that makes it, and the unit it belongs to.

    ``file`` is the name of the file without its ending; ``kind`` the keys on the way, such as
    "activities what"; ``unit`` the id of the unit or area around it, or "".
    """

    file: str
    kind: str
    place: str
    unit: str
    text: str


def list_texts(folder: Path, units: Collection[str]) -> Iterator[DataText]:
    """Yield every text of the files in a folder; what is retired is kept for old records only."""
    for path in sorted(folder.glob("*.yaml")):
        if path.stem in NOT_READ:
            continue
        read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield from _walk(read, (), DataText(path.stem, "", path.name, "", ""), units)


def _holds_more(value: Any) -> bool:
    """Return whether a value is more than codes: the units of a section, not the ids of units."""
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)


def _walk(
    value: Any, keys: tuple[str, ...], around: DataText, units: Collection[str]
) -> Iterator[DataText]:
    """Yield the texts in a value; ``around`` holds what is known of them from further out."""
    if isinstance(value, Mapping):
        if value.get("retired") is True:
            return
        named = str(value.get("id") or value.get("slug") or value.get("name") or "")
        unit = named if named in units else around.unit
        place = f"{around.place}, {named}" if named else around.place
        inside = DataText(around.file, "", place, unit, "")
        for key, each in value.items():
            if key not in CODES or _holds_more(each):
                yield from _walk(each, (*keys, str(key)), inside, units)
    elif isinstance(value, list):
        for each in value:
            yield from _walk(each, keys, around, units)
    elif isinstance(value, str) and value.strip():
        kind = " ".join(key for key in keys[-2:] if not key.isdigit() and len(key) > 1)
        if kind not in CODE_KINDS:
            yield DataText(around.file, kind, f"{around.place}, {keys[-1]}", around.unit, value)
