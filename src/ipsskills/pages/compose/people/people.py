"""Pages about people: who is here, who supervises whom."""

from collections.abc import Collection, Sequence
from datetime import date

from ipsskills.doing import Do, do
from ipsskills.facts.people import PersonShown, Supervised
from ipsskills.pages.document import About, Block, Commands, Heading, Page, Table, Text
from ipsskills.pages.words import day, join_words

EVERYBODY = About("", several=True)


def name_supervisor(person: str) -> Do:
    """Return what says who supervises somebody."""
    return do("people edit", "--supervisor", "Lee Sample", person=person)


def compose_people(people: Sequence[PersonShown]) -> Page:
    """Return the page of people: name, role, team, who supervises them, a sign for who is you.

    Nobody who has left supervises anybody.
    """
    if not people:
        begin = Commands(((str(do("init")), "say who you are"),))
        return Page("Nobody is in the record yet", (), (Heading("Next"), begin))
    here = {person.name for person in people if not person.left}
    rows = tuple(
        (p.name, p.role.value, p.team or "", _name_above(p, here), _sign(p)) for p in people
    )
    table = Table(("Name", "Role", "Team", "Supervisor", ""), rows)
    return Page("People", (), (table,), about=EVERYBODY)


def _name_above(person: PersonShown, here: Collection[str]) -> str:
    return person.supervisor if person.supervisor and person.supervisor in here else ""


def compose_supervision(rows: Sequence[Supervised]) -> Page:
    """Return the page of who supervises whom, since when, and the day that a supervisor left."""
    supervised = tuple((r.supervisor, r.person, _since(r)) for r in rows if r.supervisor)
    alone = [row.person for row in rows if not row.supervisor]
    blocks: list[Block] = []
    if supervised:
        blocks.append(Table(("Supervisor", "Supervises", "Since"), supervised))
    if alone:
        blocks.append(Text(f"Nobody is named for {join_words(alone)}."))
        blocks.append(Commands(((str(name_supervisor(alone[0])), "say who does"),)))
    return Page("Who supervises whom", (), tuple(blocks), about=EVERYBODY)


def _sign(person: PersonShown) -> str:
    if person.me:
        return "you"
    return f"left {day(person.left)}" if person.left else ""


def _since(row: Supervised) -> str:
    later = _days(f"{row.later} from ", row.later_from)
    return "; ".join([*_days("", row.since), *_days("left ", row.gone), *later])


def _days(before: str, on: date | None) -> list[str]:
    return [f"{before}{day(on)}"] if on else []
