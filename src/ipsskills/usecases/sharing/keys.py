"""The key by which others close files for this record, and theirs, as far as they are known.

It is made when it is first needed and lies in the record itself: so it has the record's mode, and
goes wherever the record goes. A lost one means only that things are sent again.
"""

from dataclasses import field

from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.sealed import make_secret, public_of
from ipsskills.frozen import dataclass
from ipsskills.record.types import Person
from ipsskills.usecases.people.people import find_person, get_person
from ipsskills.usecases.reading.view import ReaderView

_KEPT_AS = "key"


@dataclass(frozen=True)
class OwnKey:
    """The key of this record: the public half is for everybody, the secret one for nobody."""

    public: str
    secret: str = field(repr=False, metadata={"json": False})


def own_key(view: ReaderView) -> OwnKey:
    """Return the key of this record, made now if there is none, in a writing transaction.

    Its public half is kept with the reader as a person, so that it goes out with what they send.
    Raises NotFound where nobody is set as me, and InvalidInput for an invented service.
    """
    refuse_demo(view)
    me = find_person(view, None, view.me)
    secret = view.named(_KEPT_AS)
    if secret is None:
        secret = make_secret()
        view.name_once(_KEPT_AS, secret)
    key = OwnKey(public=public_of(secret), secret=secret)
    if me.key != key.public:
        view.add(view.next(me, key=key.public))
    return key


def list_secrets(view: ReaderView) -> tuple[str, ...]:
    """Return the secret key of this record, if it has one yet."""
    secret = view.named(_KEPT_AS)
    return (secret,) if secret else ()


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


def refuse_demo(view: ReaderView) -> None:
    """Raise InvalidInput for an invented service: nothing of it goes out, and nothing comes in."""
    if view.named("demo") == "yes":
        raise InvalidInput(
            "This is the invented service: nothing of it is sent, and nothing is taken in.",
            f"Begin a record of your own: {do('init')}",
        )
