"""Looks at names in entries while they are typed, so that none is refused at the very end."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ipsskills.cli.entries.asked import Asked
from ipsskills.cli.entries.fields import FIELDS
from ipsskills.cli.entries.prompts import CheckName
from ipsskills.codes import EntryKind
from ipsskills.record.whom import Whom
from ipsskills.usecases.entries.log import check_name

if TYPE_CHECKING:
    from ipsskills.facts.entries import LogStart


def check_names(asked: Asked, start: "LogStart") -> CheckName:
    """Return what looks at a name in the entry that is started.

    Names given already are looked at now: raises NotFound or InvalidInput for one of them.
    """

    def check(kind: EntryKind, name: str) -> None:
        check_name(start, kind, name, new_person=asked.new_person)

    for name in _list_names(asked.kind, asked.given):
        check(asked.kind, name)
    return check


def _list_names(kind: EntryKind, given: Mapping[str, str]) -> list[str]:
    """Return the names that were given for fields that name somebody."""
    named = (given.get(field.option, "") for field in FIELDS[kind] if field.holds is Whom)
    return [name for name in named if name.strip()]
