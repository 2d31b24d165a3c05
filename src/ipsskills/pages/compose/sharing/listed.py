"""The list of files that went out and came in, and what taking one back comes to."""

from ipsskills.codes import OpenMatter, ParcelKind, ParcelWay
from ipsskills.doing import do
from ipsskills.facts.exchange.parcels import ParcelShown, ParcelsShown, ParcelUndone
from ipsskills.pages.compose.sharing.told import compose_told
from ipsskills.pages.document import Block, Commands, Heading, Page, Table
from ipsskills.pages.words import day, join_words

_KINDS = {
    ParcelKind.RECORDS: "file",
    ParcelKind.HANDOVER: "handover",
    ParcelKind.FORM: "form",
}
_OPEN = {
    OpenMatter.LOOK: "awaits your view",
    OpenMatter.ERASING: "asks to erase words: unanswered",
}
_NOTHING = "Nothing went out, and nothing came in."


def compose_parcels(found: ParcelsShown) -> Page:
    """Return the page of every file, the latest first."""
    if not found.parcels:
        rows = ((do("share out"), "send your record to somebody"),)
        nothing = _NOTHING if found.of is None else f"None has to do with {found.of.name}."
        return Page("Files sent and taken in", (nothing,), (Heading("Next"), Commands(rows)))
    table = Table(
        columns=("No.", "Day", "Way", "With", "About", "What"),
        rows=tuple(_row(each) for each in found.parcels),
    )
    blocks: list[Block] = [table]
    if any(each.way is ParcelWay.IN and not each.undone for each in found.parcels):
        blocks += [Heading("Next"), Commands(((do("share undo"), "take back the last that came"),))]
    return Page("Files sent and taken in", (), tuple(blocks))


_COPIES = (
    "Our copies of earlier days keep it. To have words out of those too, erase them before you "
    f"take the file back: {do('data redact', '--help')}"
)


def compose_outlook_of_undo(found: ParcelUndone) -> str:
    """Return what taking a file back would take with it."""
    gone = f"This would go: {_say_gone(found)}. It came on {_on(found)}, as {_name(found.parcel)}."
    return f"{gone}\n{_COPIES}{_say_read(found)}{_say_staying(found)}"


def compose_undone(found: ParcelUndone) -> str:
    """Return what went with a file that was taken back."""
    whom = found.parcel.with_whom or "somebody"
    return (
        f"Taken back: {_name(found.parcel)}, which said it was from {whom}, of {_on(found)}.\n"
        f"Gone with it: {_say_gone(found)}.{_say_read(found)}{_say_staying(found)}"
    )


def _say_read(found: ParcelUndone) -> str:
    """Return that answers were read before their reader looked, which nothing takes back."""
    if found.read_on is None:
        return ""
    read = f"That you read its answers on {day(found.read_on)} stays"
    return f"\n{read}: a view that you give after it says so."


def _say_staying(found: ParcelUndone) -> str:
    """Return who came into the record by it and stays: what is kept of the file names them."""
    if not found.people:
        return ""
    names = join_words([each.name for each in found.people])
    stays = "stays" if len(found.people) == 1 else "stay"
    return f"\n{names} {stays} in the list of people: {do('people list')}"


def _say_gone(found: ParcelUndone) -> str:
    return "; ".join(compose_told(found.gone)) or "nothing but names"


def _on(found: ParcelUndone) -> str:
    return day(found.parcel.on)


def _name(parcel: ParcelShown) -> str:
    return f"file {parcel.number}"


def _row(parcel: ParcelShown) -> tuple[str, ...]:
    way = "to" if parcel.way is ParcelWay.OUT else "says from"
    what = "page" if parcel.page else _KINDS[parcel.kind]
    beside = [what, "taken back" if parcel.undone else "", *(_OPEN[each] for each in parcel.open)]
    return (
        str(parcel.number),
        day(parcel.on),
        way,
        parcel.with_whom or "",
        parcel.about,
        ", ".join(filter(None, beside)),
    )
