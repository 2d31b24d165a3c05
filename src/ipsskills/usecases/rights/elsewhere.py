"""Who else has something about a person: a hold, as erasing, goes for this record alone."""

from ipsskills.facts.exchange.holds import CopiesElsewhere
from ipsskills.record.types import Record
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.rights.passages import list_others


def list_elsewhere(desk: Desk, who: str | None) -> CopiesElsewhere:
    """Return who has what went out about a person, or came in. Raises NotFound."""
    with desk.entitled() as (view, work):
        person = find_person(view, who, view.me)
        ids = view.ids_of(person.thing)
        every = [e for e in work.everything() if isinstance(e, Record) and e.about in ids]
        me = view.people().get(view.me or "")
        return CopiesElsewhere(
            person=name_person(view, person),
            by=name_person(view, me) if me else None,
            on=view.today,
            others=list_others(view, every, ids, ids),
        )
