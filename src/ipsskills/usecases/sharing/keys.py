"""The key by which others close files for this record, and theirs, as far as they are known.

It is made when it is first needed and lies in the record itself: so it has the record's mode, and
goes wherever the record goes. A lost one means only that things are sent again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field

from ipsskills.codes import Role
from ipsskills.doing import Do, do
from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.sealed import make_secret, public_of
from ipsskills.frozen import dataclass
from ipsskills.record.types import Person, Record
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.reading.view import ReaderView

_KEPT_AS = "key"


@dataclass(frozen=True, kw_only=True)
class OwnKey:
    """The key of this record: the public half is for everybody, the secret one for nobody.

    ``new`` is whether it is not kept yet. ``person`` are the reader's details as they go out, with
    the public half, and ``person_new`` whether that version is not kept yet.
    """

    public: str
    secret: str = field(repr=False, metadata={"json": False})
    new: bool
    person: Person
    person_new: bool


def find_own_key(view: ReaderView) -> OwnKey:
    """Return the key of this record, made now if there is none; nothing is kept.

    Raises NotFound where nobody is set as me, and InvalidInput for an invented service.
    """
    refuse_demo(view)
    me = find_person(view, None, view.me)
    kept = view.named(_KEPT_AS)
    secret = kept or make_secret()
    public = public_of(secret)
    outdated = me.key != public
    return OwnKey(
        public=public,
        secret=secret,
        new=kept is None,
        person=view.next(me, key=public) if outdated else me,
        person_new=outdated,
    )


def keep_own_key(view: ReaderView, key: OwnKey) -> None:
    """Keep a key, and its public half with the reader as a person, unless that is done."""
    if key.new:
        view.name_once(_KEPT_AS, key.secret)
    if key.person_new:
        view.add(key.person)


def own_key(view: ReaderView) -> OwnKey:
    """Return the key of this record, made and kept now if there is none; raises as above."""
    key = find_own_key(view)
    keep_own_key(view, key)
    return key


def list_secrets(desk: Desk) -> tuple[str, ...]:
    """Return the secret key of the record at a desk, if it has one yet."""
    secret = desk.store.named(_KEPT_AS)
    return (secret,) if secret else ()


def ask_anew(desk: Desk) -> Do:
    """Return what whoever sent a file types to send it again, for a reader who has a new key.

    Somebody's leader sends what is about them; to a leader each sends their own.
    """
    with desk.reading() as view:
        me = find_person(view, None, view.me)
    to_leader = me.role is Role.TEAM_LEADER
    whom = ("--to", me.name) if to_leader else ()
    return do("share out", *whom, "--passphrase", person=None if to_leader else me.name)


def find_key(view: ReaderView, person: str) -> str | None:
    """Return the public key of a person (an id), or None where none is known."""
    return get_person(view, person).key


def key_since(view: ReaderView, person: Person) -> Person | None:
    """Return the version of a person with which their key of today came, if they have one."""
    found: Person | None = None
    for version in view.history(Person, person.thing):
        if version.key != (found.key if found else None):
            found = version if version.key else None
    return found if person.key else None


def list_new_keys(
    view: ReaderView, new: Iterable[Record], here: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the names of those of whom a file brings another key than the one known here.

    ``here`` is who people in it are, by their id there: whoever begins anew on another computer
    comes by a new one.
    """
    people, found = view.people(), []
    for each in new:
        stands = here.get(each.thing) if isinstance(each, Person) else None
        known = people[view.survivor(stands)] if stands else None
        if not isinstance(each, Person) or known is None or not (known.key and each.key):
            continue
        if each.key != known.key and each.at > known.at:
            found.append(each.name)
    return tuple(found)


def refuse_demo(view: ReaderView) -> None:
    """Raise InvalidInput for an invented service: nothing of it goes out, and nothing comes in."""
    if view.named("demo") == "yes":
        raise InvalidInput(
            "This is the invented service: nothing of it is sent, and nothing is taken in.",
            f"Begin a record of your own: {do('init')}",
        )
