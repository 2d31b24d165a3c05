"""Facts for a page that anybody reads who is handed it: nobody is "you" in it."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from ipsskills.facts.people import PersonNamed

_FACTS = "ipsskills.facts."
Facts = TypeVar("Facts")


def name_everybody(facts: Facts) -> Facts:
    """Return facts in which nobody is the reader, so that everybody is called by name."""
    if isinstance(facts, PersonNamed):
        return cast("Facts", replace(facts, me=False))
    if isinstance(facts, tuple):
        return cast("Facts", tuple(map(name_everybody, facts)))
    if not is_dataclass(facts) or not type(facts).__module__.startswith(_FACTS):
        return facts
    named = {each.name: name_everybody(getattr(facts, each.name)) for each in fields(facts)}
    return cast("Facts", replace(cast("Any", facts), **named))
