"""What is said of one item of the fidelity scale, wherever it stands."""

from ipsskills.framework.background import Fidelity, FidelityItem, NameSeen
from ipsskills.pages.words import join_words

_BY_NAME = {
    NameSeen.FORM_OF_2008: "by this name",
    NameSeen.EARLIER_FORM: "its name as on the earlier form of 15 items",
    NameSeen.UNSEEN: "its name from working knowledge",
}


def tell_item(item: FidelityItem) -> str:
    """Return what an item is about, and whether it rests with the organisation."""
    rests = " It rests with the organisation." if item.organisation else ""
    return f"{item.description} {item.here}{rests}"


def tell_form(fidelity: Fidelity, item: FidelityItem) -> str:
    """Return where an item stands on the published form, its other names, and what is looked at.

    What was not seen there says so.
    """
    told = []
    if place := fidelity.place.get(item.number):
        told.append(f"On the published form: {place}, {_BY_NAME[item.name_seen]}.")
    if item.also:
        told.append(f"Also called: {'; '.join(item.also)}.")
    if item.looked_at:
        unseen = "" if item.looked_at_seen else " (from working knowledge)"
        kinds = join_words([each.value for each in item.looked_at])
        told.append(f"Reviewers look at {kinds}{unseen}.")
    return " ".join(told)
