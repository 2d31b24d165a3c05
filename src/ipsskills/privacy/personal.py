"""Where in the record people write, and where it names them: read off the types of its fields.

Whatever looks through, exports or forgets what is personal goes by this list, so that a new field
is in it from the day it is declared.
"""

from collections.abc import Mapping

from ipsskills.record.columns import columns_of
from ipsskills.record.types import KINDS, Record
from ipsskills.record.whom import Whom
from ipsskills.record.written import Written

Fields = Mapping[type[Record], tuple[str, ...]]


def personal_texts() -> Fields:
    """Return for each kind of record the fields in which people write, by the record's names."""
    return _fields_of(Written)


def people_named() -> Fields:
    """Return for each kind of record the fields that name somebody, by id or in words."""
    return _fields_of(Whom)


def _fields_of(holds: type[str]) -> Fields:
    found = {
        kind: tuple(column.name for column in columns_of(kind) if issubclass(column.holds, holds))
        for kind in KINDS
    }
    return {kind: names for kind, names in found.items() if names}
