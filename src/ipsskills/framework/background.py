"""The background to the framework: its principles, the fidelity scale's items, the glossary.

Loaded only by the commands that show them; pages of answers never wait for these files.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from ipsskills.doing import holds_written
from ipsskills.framework.cache import copy_place, from_json, keep_copy, read_copy
from ipsskills.framework.faults import data_file_error
from ipsskills.framework.files import Source, find_source
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass
from ipsskills.jsonable import to_json

T = TypeVar("T")

FIDELITY, GLOSSARY = "fidelity.yaml", "glossary.yaml"


@dataclass(frozen=True, kw_only=True)
class Principle(Strict):
    """One of the eight principles of IPS."""

    number: int
    name: str
    description: str
    in_practice: str
    against: str
    units: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ItemGroup(Strict):
    """A group of fidelity items."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class FidelityItem(Strict):
    """One item of the fidelity scale, by name; ``organisation`` if it is the organisation's own."""

    number: int
    name: str
    group: str
    organisation: bool
    description: str
    here: str
    units: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Fidelity(Strict):
    """The whole of ``fidelity.yaml``. It rates a service, never a person."""

    version: str
    reviewed: date
    principles: tuple[Principle, ...]
    groups: tuple[ItemGroup, ...]
    items: tuple[FidelityItem, ...]

    @cached_property
    def principle(self) -> Mapping[int, Principle]:
        """The principles by number."""
        return {principle.number: principle for principle in self.principles}

    @cached_property
    def item(self) -> Mapping[int, FidelityItem]:
        """The items by number."""
        return {item.number: item for item in self.items}


@dataclass(frozen=True, kw_only=True)
class Term(Strict):
    """One word of the glossary; ``also`` are other names people type for it."""

    term: str
    text: str
    also: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Glossary(Strict):
    """The whole of ``glossary.yaml``."""

    version: str
    reviewed: date
    terms: tuple[Term, ...]


def load_fidelity(folder: Path | None = None, cache_folder: Path | None = None) -> Fidelity:
    """Return the principles and items. Raises DataFileError with every fault."""
    return _load(FIDELITY, Fidelity, folder, cache_folder)


def load_glossary(folder: Path | None = None, cache_folder: Path | None = None) -> Glossary:
    """Return the glossary. Raises DataFileError with every fault."""
    return _load(GLOSSARY, Glossary, folder, cache_folder)


def _load(name: str, shape: type[T], folder: Path | None, cache_folder: Path | None) -> T:
    """Return what a file says, from a copy if there is one of just this text."""
    source = find_source(name, folder)
    kept = copy_place(cache_folder, Path(name).stem, [source]) if cache_folder else None
    if kept and (found := _read_kept(shape, kept)):
        return found
    read: T = _parse(source, name, shape)
    text = to_json(read)
    if kept:
        keep_copy(kept, text)
    return from_json(shape, text) if holds_written(text) else read


def _read_kept(shape: type[T], path: Path) -> T | None:
    copy = read_copy(path)
    try:
        return from_json(shape, copy.text) if copy else None
    except ValueError:
        return None


def _parse(source: Source, name: str, shape: Any) -> Any:
    from ipsskills.framework.reader import FaultsFound, read_yaml
    from ipsskills.framework.strict import adapter

    try:
        return read_yaml(name, source.text, adapter(shape))
    except FaultsFound as faults:
        raise data_file_error(faults.faults) from None
