"""The background to the framework: its principles, the fidelity scale's items, the glossary.

Loaded only by the commands that show them; pages of answers never wait for these files.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ipsskills.folding import fold
from ipsskills.framework.single import load_single
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass

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


class NameSeen(StrEnum):
    """Where an item's published name was seen: the form of 2008, the earlier one, or neither."""

    FORM_OF_2008 = "2008"
    EARLIER_FORM = "earlier"
    UNSEEN = "unseen"


class LookedAt(StrEnum):
    """The kinds of material that reviewers draw on for an item."""

    FIGURES = "figures"
    DOCUMENTS = "documents"
    INTERVIEWS = "interviews"
    WATCHED = "watched"
    PLANS = "plans"


class RestsWith(StrEnum):
    """Whose an item mainly is: the organisation's, the specialists', or both's."""

    ORGANISATION = "organisation"
    SPECIALISTS = "specialists"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True)
class FidelityItem(Strict):
    """One item of the fidelity scale, by its published name; ``also`` are other names for it.

    ``rests_with`` says whose it mainly is, ``level`` what a high score is said to take, and
    ``called`` its name on pages for people here, where the published one is American.
    ``looked_at_seen`` is false where what reviewers look at was not read on the form, and
    ``description_seen`` where what the item is about, and its level, were not.
    """

    number: int
    name: str
    group: str
    rests_with: RestsWith
    description: str
    here: str
    units: tuple[str, ...]
    level: str = ""
    called: str | None = None
    also: tuple[str, ...] = ()
    name_seen: NameSeen = NameSeen.FORM_OF_2008
    looked_at: tuple[LookedAt, ...] = ()
    looked_at_seen: bool = True
    description_seen: bool = True

    @property
    def name_here(self) -> str:
        """The name for people who work here, with the form's where more than spelling differs."""
        if self.called is None:
            return self.name
        only_spelling = fold(self.name).replace("z", "s") == fold(self.called)
        return self.called if only_spelling else f"{self.called} (on the form: {self.name})"


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

    @cached_property
    def place(self) -> Mapping[int, str]:
        """What the published form calls each item, counting afresh in each of its parts.

        Item 7 is "Organisation 4".
        """
        told: dict[int, str] = {}
        for group in self.groups:
            numbers = sorted(item.number for item in self.items if item.group == group.slug)
            told |= {number: f"{group.name} {place}" for place, number in enumerate(numbers, 1)}
        return told


@dataclass(frozen=True, kw_only=True)
class Term(Strict):
    """One word of the glossary; ``also`` are other names people type for it.

    ``see`` is what to open for more. ``looked_up`` is false where the text was written from working
    knowledge alone.
    """

    term: str
    text: str
    also: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    looked_up: bool = True


@dataclass(frozen=True, kw_only=True)
class Glossary(Strict):
    """The whole of ``glossary.yaml``."""

    version: str
    reviewed: date
    terms: tuple[Term, ...]


def load_fidelity(folder: Path | None = None, cache_folder: Path | None = None) -> Fidelity:
    """Return the principles and items. Raises DataFileError with every fault."""
    return load_single(FIDELITY, Fidelity, folder, cache_folder)


def load_glossary(folder: Path | None = None, cache_folder: Path | None = None) -> Glossary:
    """Return the glossary. Raises DataFileError with every fault."""
    return load_single(GLOSSARY, Glossary, folder, cache_folder)
