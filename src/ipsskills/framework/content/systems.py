"""Checks of all that stands around the framework, as `framework check` makes them."""

from collections.abc import Iterator

from ipsskills.framework.content.quality import find_word_faults
from ipsskills.framework.faults import Fault
from ipsskills.framework.systems.checks import (
    CROSSWALKS,
    EXPLAINED,
    SYSTEMS,
    find_map_faults,
    find_section_faults,
    find_unit_faults,
)
from ipsskills.framework.systems.crosswalks import Crosswalks
from ipsskills.framework.systems.explained import Explained
from ipsskills.framework.systems.layout import Systems
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_jsonable


def find_system_faults(
    framework: Framework, systems: Systems, explained: Explained, crosswalks: Crosswalks
) -> list[Fault]:
    """Return what these files name that is not there, leave out, or say in words never used."""
    files = ((SYSTEMS, systems), (EXPLAINED, explained), (CROSSWALKS, crosswalks))
    return [
        *find_map_faults(framework, systems),
        *find_section_faults(framework, systems),
        *find_unit_faults(framework, explained, crosswalks),
        *(
            fault
            for file, whole in files
            for text in _list_texts(to_jsonable(whole))
            for fault in find_word_faults(file, text[:40], text)
        ),
    ]


def _list_texts(value: object) -> Iterator[str]:
    """Yield every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _list_texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _list_texts(each)
