"""What is said of one item of the fidelity scale, wherever it stands."""

from ipsskills.framework.background import (
    Fidelity,
    FidelityItem,
    LookedAt,
    NameSeen,
    RestsWith,
)
from ipsskills.pages.words import join_words, upper_first

_RESTS = {
    RestsWith.ORGANISATION: "It rests mainly with the organisation.",
    RestsWith.SPECIALISTS: "It rests mainly on what specialists do.",
    RestsWith.BOTH: "It needs both: what the organisation provides and what specialists do.",
}
_MATERIAL = {
    LookedAt.WATCHED: "what they watch (a team meeting, supervision, work with employers)",
    LookedAt.PLANS: "clients' plans",
}
_LEVEL_UNREAD = " (working knowledge)"


def tell_item(item: FidelityItem) -> tuple[str, ...]:
    """Return what an item is about, the level it looks for, its reading here and whose it is."""
    told = [item.description]
    if item.level:
        unread = "" if item.description_seen else _LEVEL_UNREAD
        told.append(f"Level looked for: {item.level}{unread}.")
    return (*told, item.here, _RESTS[item.rests_with])


def tell_form(fidelity: Fidelity, item: FidelityItem) -> str:
    """Return where an item stands on the published form, its other names, and what is looked at.

    What was not seen there says so.
    """
    told = []
    if place := fidelity.place.get(item.number):
        told.append(f"On the published form, as far as we know: {place}.")
    if item.name not in item.name_here:
        told.append(f"Spelt on the form: {item.name}.")
    if also := [name for name in item.also if name != item.called]:
        told.append(f"Also called: {'; '.join(also)}.")
    if item.looked_at:
        material = join_words([_MATERIAL.get(each, each.value) for each in item.looked_at])
        told.append(f"Reviewers look at {material}.")
    if item.name_seen is NameSeen.EARLIER_FORM:
        told.append("The name is as on the earlier form of 15 items.")
    if unseen := _list_unseen(item):
        told.append(f"{upper_first(join_words(unseen))}: from working knowledge of the form.")
    return " ".join(told)


def say_whose_words(item: FidelityItem) -> str:
    """Return what to know before an item's description is relied on."""
    unread = "" if item.description_seen else ", from working knowledge"
    return f"What it looks for is told here in our words{unread}; the form decides."


def say_whose_words_of_all(fidelity: Fidelity) -> str:
    """Return the same to stand once at the head of the list of items."""
    read = [str(item.number) for item in fidelity.items if item.description_seen]
    but = f", but for item{'s' if len(read) > 1 else ''} {join_words(read)}" if read else ""
    return (
        "What each item looks for is told here in our words and, like the levels that are given, "
        f"from working knowledge{but}; the form decides."
    )


def _list_unseen(item: FidelityItem) -> list[str]:
    seen = (
        ("its name", item.name_seen is not NameSeen.UNSEEN),
        ("what reviewers look at", item.looked_at_seen),
    )
    return [what for what, known in seen if not known]
