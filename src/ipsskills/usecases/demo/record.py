"""What the invented service recorded: training, evidence, field visits, supervision, a preparation.

Everybody here is made up, and so is everything they did.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ipsskills.codes import Basis, EntryKind, FieldWay, SupervisionWay
from ipsskills.privacy.client_detail.written import check_words as say
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.supervision.prepare import prepare

LAST_SUPERVISION_DAYS_AGO = 32
SUPERVISED_DAYS = 280


def add_record(desk: Desk, leader: Person, people: Sequence[Person], today: date) -> None:
    """Record a year of the first person's learning, and a visit to each of the others.

    ``desk`` is anybody's, with a clock that shows ``today``.
    """
    by_leader, mine = replace(desk, me=leader.thing), replace(desk, me=people[0].thing)
    for person in people:
        since = today - timedelta(days=SUPERVISED_DAYS)
        edit_person(by_leader, person.name, supervisor=leader.name, supervised_since=since)
    edit_person(mine, None, hours=0.8, caseload=19, works_best=say("See it, try it, then talk."))
    _own_learning(mine, people[0], today)
    _add_supervision(by_leader, people[0], today)
    for number, person in enumerate(people[1:-1]):
        _add_visit(by_leader, person, today - timedelta(days=21 * (number + 1)))
    prepare(
        mine,
        {
            "went_well": say("The third visit to the garden centre led to a trial shift."),
            "text": say("An employer asked outright what was wrong, and I froze."),
            "own_word": say("Play the employer with me for ten minutes."),
            "items": ("3.8",),
        },
    )


def add_watched_visit(desk: Desk, person: Person, today: date) -> None:
    """Record the visit that stands behind an answer of the leader's, who works at the desk."""
    visit = NewEntry(
        EntryKind.OBSERVATION,
        {
            "on": today - timedelta(days=18),
            "title": say("A garden centre, third visit"),
            "way": FieldWay.WATCHED,
            "items": ("3.13",),
            "text": say("A manager with ten minutes before a delivery."),
            "went_well": say("Asked about the spring rush before our offer."),
            "next_step": say("Bring the same to a first visit."),
            "own_word": say("It felt like a talk, not a pitch."),
        },
    )
    add_entries(desk, person.name, [visit])


def _own_learning(desk: Desk, me: Person, today: date) -> None:
    training = NewEntry(
        EntryKind.TRAINING,
        {
            "on": today - timedelta(days=250),
            "title": say("Benefits and work: a first day"),
            "way": "skills workshop",
            "items": ("3.7",),
            "hours": 6,
            "provider": "Harbour Advice (invented)",
            "text": say("Ask for a better-off calculation before an offer, not after it."),
            "certificate": say("Day certificate"),
            "expires": today + timedelta(days=45),
        },
    )
    evidence = NewEntry(
        EntryKind.EVIDENCE,
        {
            "on": today - timedelta(days=20),
            "title": say("A visit plan for the week, and what came of each call"),
            "items": ("3.13", "3.12"),
            "basis": Basis.RECORD,
        },
    )
    add_entries(desk, me.name, [training, evidence])


def _add_supervision(desk: Desk, person: Person, today: date) -> None:
    """Record the last supervision, with what each promised."""
    held = today - timedelta(days=LAST_SUPERVISION_DAYS_AGO)
    actions = (
        Action(
            person.name,
            say("sit in on a money talk with the adviser"),
            held + timedelta(days=20),
        ),
        Action(_read_name(desk), say("find a ward visit to shadow"), held + timedelta(days=30)),
    )
    supervision = NewEntry(
        EntryKind.SUPERVISION,
        {
            "on": held,
            "way": SupervisionWay.ONE_TO_ONE,
            "minutes": 60,
            "talked": ("3.7", "2.3"),
            "text": say("Money talks before every offer; look for a first week to see."),
            "next_on": today + timedelta(days=4),
        },
        actions,
    )
    add_entries(desk, person.name, [supervision])


def _add_visit(desk: Desk, person: Person, on: date) -> None:
    visit = NewEntry(
        EntryKind.OBSERVATION,
        {
            "on": on,
            "title": say("A joint visit"),
            "way": FieldWay.TOGETHER,
            "items": ("3.13",),
            "went_well": say("Turned up prepared, and left with a next step."),
            "next_step": say("Go alone next time, and tell the group."),
        },
    )
    add_entries(desk, person.name, [visit])


def _read_name(desk: Desk) -> str:
    """Return the name of who works at a desk."""
    with desk.reading() as work:
        return next(p.name for p in work.current(Person, thing=desk.me or ""))
