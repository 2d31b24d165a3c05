"""Entries of the training record: what is kept of each, and how each kind of entry uses a field.

A field is declared here once, for everything that asks, takes, lists, shows or looks through it.
"""

from collections.abc import Mapping
from dataclasses import field, fields
from datetime import date
from typing import Annotated, Any

from ipsskills.codes import ACTIVITY_KINDS, Basis, EntryKind, FieldWay, SupervisionWay
from ipsskills.frozen import dataclass
from ipsskills.record.base import Items, Line, NamedPerson, Record, Utc, WrittenLine, WrittenText
from ipsskills.record.limits import Length, NumberLimit
from ipsskills.record.uses import Use, find_use, used_by
from ipsskills.record.written import NO_WORDS

_BEARS_ON = "A unit it bears on; may be given again."


def _day(place: int) -> Use:
    return Use(
        "on",
        place,
        "Which day? Today, if left empty.",
        "Day",
        help="The day, such as 2 Mar 2026; today if left out.",
    )


def _units(place: int) -> Use:
    return Use("unit", place, "Which units? (such as 3.8, 3.13)", "Units", help=_BEARS_ON)


_KINDS_OF_LEARNING = (
    "Skills workshop, vignette, self-directed study, shadowing, field mentoring, supervised "
    "practice or peer learning; a part of it will do."
)
_FIELD_WAYS = tuple(way.value for way in FieldWay)
_SUPERVISION_WAYS = tuple(way.value for way in SupervisionWay)


@dataclass(frozen=True, kw_only=True)
class Entry(Record):
    """One entry of the training record, on one day; docs/record.md tells which kind uses what.

    ``items`` are the ids of units it bears on; ``talked`` those that were talked about in a
    supervision, None where it was kept before that was asked. ``who`` is the other person: who saw
    the evidence, watched or supervised; for an action, who does it. ``part_of`` is the supervision
    an action comes from. ``removed`` takes an entry back; its history stays. ``entered`` is when
    its first version was kept, None in that version and in what was kept before this was.
    """

    INDEXES = (*Record.INDEXES, ("done", "kind", "about"))

    kind: EntryKind
    on: date = field(
        metadata=used_by(
            training=_day(2),
            evidence=_day(3),
            observation=_day(9),
            supervision=_day(1),
        )
    )
    title: WrittenLine = field(
        metadata=used_by(
            training=Use(
                "title", 1, "What was it?", "Title", needed=True, named="the title",
                help="What it was.",
            ),
            evidence=Use(
                "title", 1, "What is it?", "Title", needed=True, named="the title",
                help="What it is; nothing that names a client.",
            ),
            observation=Use(
                "setting", 1, "Where was it, doing what?", "Setting", needed=True,
                named="the setting", help="Where, doing what.",
            ),
            action=Use("", 1, "", "Action", needed=True, named="the action"),
        )
    )  # fmt: skip
    items: Items = field(
        default=(),
        metadata=used_by(
            training=_units(3),
            evidence=Use(
                "unit", 2, "Which units does it show? One to four.", "Units", needed=True,
                help=_BEARS_ON,
            ),
            observation=_units(3),
            supervision=_units(7),
            preparation=Use(
                "unit", 4, "Shall we look at one unit? Its number, such as 3.8", "To look at",
                help="A unit to look at together.",
            ),
        ),
    )  # fmt: skip
    talked: Items | None = field(
        default=None,
        metadata=used_by(
            supervision=Use(
                "talked", 6, "What did you talk about?", "Talked about",
                help="A unit that was talked about; may be given again.",
            )
        ),
    )  # fmt: skip
    way: Line | None = field(
        default=None,
        metadata=used_by(
            training=Use(
                "kind", 4, "What kind of learning was it?", "Kind of learning",
                choices=ACTIVITY_KINDS, help=_KINDS_OF_LEARNING, holder="KIND",
            ),
            observation=Use(
                "way", 2, "How was it done?", "How", needed=True, choices=_FIELD_WAYS,
                help="Shown, did together or watched.", holder="WAY",
            ),
            supervision=Use(
                "kind", 2, "What kind was it?", "Kind", choices=_SUPERVISION_WAYS,
                help="One-to-one (usual), group or field.", holder="KIND",
            ),
        ),
    )  # fmt: skip
    hours: Annotated[float, NumberLimit(1000, above=0, length=Length.HOURS)] | None = field(
        default=None,
        metadata=used_by(
            training=Use("hours", 5, "How many hours?", "Hours", help="How long it took.")
        ),
    )
    minutes: Annotated[int, NumberLimit(600, above=0, length=Length.MINUTES)] | None = field(
        default=None,
        metadata=used_by(
            supervision=Use(
                "minutes", 3, "How many minutes? (Nothing: it was cancelled.)", "Minutes",
                help="How long it was.",
            )
        ),
    )  # fmt: skip
    provider: Line | None = field(
        default=None,
        metadata=used_by(
            training=Use(
                "provider", 6, "Who gave it?", "Provider", help="Who gave it.", holder="NAME"
            )
        ),
    )
    who: NamedPerson | None = field(
        default=None,
        metadata=used_by(
            evidence=Use("who", 4, "Who saw it?", "Seen by", help="Who saw it."),
            observation=Use(
                "with", 8, "Who was the other person?", "With", help="The other person."
            ),
            supervision=Use("with", 5, "Who was it with?", "With", help="The other person."),
            action=Use("", 2, "", "Who does it"),
        ),
    )
    basis: Basis | None = field(
        default=None,
        metadata=used_by(
            evidence=Use(
                "basis", 5, "How: observed, record, feedback or memory?", "Basis",
                help="Observed, record, feedback or memory.", holder="HOW",
            )
        ),
    )  # fmt: skip
    text: WrittenText = field(
        default=NO_WORDS,
        metadata=used_by(
            training=Use(
                "took", 7, "What did you take from it?", "Took from it",
                named="what was taken from it", help="What I took from it.",
            ),
            evidence=Use(
                "more", 6, "Anything to add?", "Added", named="what was added",
                help="Anything to add.",
            ),
            observation=Use(
                "seen", 4, "What was seen?", "Seen", named="what was seen", help="What was seen."
            ),
            supervision=Use(
                "agreed", 8, "What was agreed?", "Agreed", named="what was agreed",
                help="What was agreed.",
            ),
            preparation=Use(
                "stuck", 2, "Where did I get stuck?", "Stuck", named="where you got stuck",
                help="Where you got stuck.",
            ),
        ),
    )  # fmt: skip
    went_well: WrittenText = field(
        default=NO_WORDS,
        metadata=used_by(
            observation=Use(
                "well", 5, "What went well?", "Went well", named="what went well",
                help="What went well.",
            ),
            preparation=Use(
                "well", 1, "What went well since we last met?", "Went well",
                named="what went well", help="What went well since you last met.",
            ),
        ),
    )  # fmt: skip
    next_step: WrittenText = field(
        default=NO_WORDS,
        metadata=used_by(
            observation=Use(
                "next-step", 6, "What is the next step?", "Next step", named="the next step",
                help="The next step.",
            )
        ),
    )  # fmt: skip
    own_word: WrittenText = field(
        default=NO_WORDS,
        metadata=used_by(
            observation=Use(
                "own-word", 7, "The other person's own word?", "Own word", named="the own word",
                help="The other person's own word.",
            ),
            preparation=Use(
                "want", 3, "One thing I want from you?", "Wants", named="what you want",
                help="One thing you want from your supervisor.",
            ),
        ),
    )  # fmt: skip
    cancelled: WrittenLine | None = field(
        default=None,
        metadata=used_by(
            supervision=Use(
                "cancelled", 4, "Why was it cancelled?", "Cancelled", named="why it was cancelled",
                help="It was cancelled, and why.", holder="WHY",
            )
        ),
    )  # fmt: skip
    certificate: WrittenLine | None = field(
        default=None,
        metadata=used_by(
            training=Use(
                "certificate", 8, "Is there a certificate? Its name:", "Certificate",
                named="the certificate",
                help="A certificate.", holder="NAME",
            )
        ),
    )  # fmt: skip
    expires: date | None = field(
        default=None,
        metadata=used_by(
            training=Use(
                "expires", 9, "Until when does it hold?", "Holds until",
                help="Until when the certificate holds.",
            )
        ),
    )  # fmt: skip
    next_on: date | None = field(
        default=None,
        metadata=used_by(
            supervision=Use(
                "next", 9, "When is the next one?", "Next on", help="When the next one is."
            )
        ),
    )
    due: date | None = field(default=None, metadata=used_by(action=Use("", 3, "", "Due")))
    done: date | None = field(default=None, metadata=used_by(action=Use("", 4, "", "Done")))
    part_of: str | None = None
    removed: bool = False
    entered: Utc | None = None

    def carry_on(self) -> Mapping[str, Any]:
        """Return when the first version was kept: a record may hold only later ones."""
        return {"entered": self.entered or self.at}


def uses_of(kind: EntryKind) -> Mapping[str, Use]:
    """Return how a kind of entry uses its fields, by field, in the order of the questions."""
    found = {each.name: find_use(each, kind) for each in fields(Entry)}
    used = {name: use for name, use in found.items() if use is not None}
    return dict(sorted(used.items(), key=lambda each: each[1].place))
