"""What stands at the head and the foot of every paper, the same in each form that is sent."""

from ipsskills.pages.words import day
from ipsskills.pages.writers.formats import Material


def write_confidential(material: Material) -> str:
    """Return the line that says a paper is about a member of staff; "" where it is about nobody."""
    about = material.page.about
    if about is None:
        return ""
    return f"Confidential: about {'members' if about.several else 'a member'} of staff"


def list_imprint(material: Material) -> list[str]:
    """Return whom a paper is about, or else what it is, and the day on which it was made."""
    about = material.page.about
    name = about.name if about else material.page.title
    return [part for part in (name, day(material.on) if material.on else "") if part]


def write_imprint(material: Material) -> str:
    """Return the same as a line."""
    return ", ".join(list_imprint(material))


def write_foot(material: Material) -> str:
    """Return the line that ends a paper without sheets; "" where it is about nobody."""
    confidential = write_confidential(material)
    return f"{confidential}. {write_imprint(material)}." if confidential else ""
