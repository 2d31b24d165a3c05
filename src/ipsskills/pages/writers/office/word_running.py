"""The head and foot of each sheet of a DOCX file: whom it is about, and the number of the page."""

from typing import TYPE_CHECKING

from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.office.manuscript import TAB, Manuscript, add_field_part
from ipsskills.pages.writers.running import write_confidential, write_imprint

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.section import _BaseHeaderFooter


def write_head_and_foot(paper: Manuscript, material: Material) -> None:
    """Write what stands at the head and foot of every sheet."""
    section = paper.document.sections[0]
    if said := write_confidential(material):
        paper.write(_begin(section.header), [said])
    foot = _begin(section.footer)
    paper.write(foot, [write_imprint(material), TAB, "page "])
    _add_number(paper, foot, " PAGE ")
    paper.write(foot, [" of "])
    _add_number(paper, foot, " NUMPAGES ")


def _begin(edge: "_BaseHeaderFooter") -> "CT_P":
    """Return the one paragraph that stands at an edge of every sheet."""
    edge.is_linked_to_previous = False
    paragraph: CT_P = edge.part.element.p_lst[0]
    return paragraph


def _add_number(paper: Manuscript, paragraph: "CT_P", field: str) -> None:
    """Add a number that is counted when the page is laid out; "1" stands there till then."""
    for part in ("begin", field, "separate"):
        add_field_part(paragraph, part)
    paper.write(paragraph, ["1"])
    add_field_part(paragraph, "end")
