"""What is said of one item of the fidelity scale, wherever it stands."""

from ipsskills.framework.background import Fidelity, FidelityItem, NameSeen
from ipsskills.pages.words import join_words


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
        told.append(f"On the published form, as far as we know: {place}.")
    if item.also:
        told.append(f"Also called: {'; '.join(item.also)}.")
    if item.looked_at:
        told.append(f"Reviewers look at {join_words([each.value for each in item.looked_at])}.")
    if item.name_seen is NameSeen.EARLIER_FORM:
        told.append("The name is as on the earlier form of 15 items.")
    if unseen := _list_unseen(item):
        told.append(f"From working knowledge of the form: {join_words(unseen)}.")
    return " ".join(told)


def _list_unseen(item: FidelityItem) -> list[str]:
    seen = (
        ("its name", item.name_seen is not NameSeen.UNSEEN),
        ("what reviewers look at", item.looked_at_seen),
        ("this description", item.description_seen),
    )
    return [what for what, known in seen if not known]
