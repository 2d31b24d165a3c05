"""The contents of a book in DOCX: links to its chapters, which Word can bring up to date."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipsskills.pages.writers.office.manuscript import Manuscript, add_field_part, make

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

_FIELD = ' TOC \\o "1-1" \\h \\z \\u '


def write_contents(paper: Manuscript, titles: Sequence[str]) -> None:
    """Write the titles of chapters as links; updated in Word they have the numbers of pages."""
    paper.add("ContentsHeading", "Contents")
    lines = [paper.add("TOC1") for _ in titles]
    for place, (line, title) in enumerate(zip(lines, titles, strict=True)):
        if place == 0:
            add_field_part(line, "begin")
            add_field_part(line, _FIELD)
            add_field_part(line, "separate")
        _add_link(paper, line, title, place)
        if place == len(lines) - 1:
            add_field_part(line, "end")


def mark_chapter(heading: "CT_P", place: int) -> None:
    """Mark the heading of a chapter as what the link in its place leads to."""
    begin = make("w:bookmarkStart", id=place, name=_name_chapter(place))
    heading.insert_element_before(begin, "w:r")
    heading.append(make("w:bookmarkEnd", id=place))


def _add_link(paper: Manuscript, line: "CT_P", title: str, place: int) -> None:
    link = make("w:hyperlink", anchor=_name_chapter(place), history=1)
    paper.write(line, [title])
    link.extend(line.r_lst[-1:])
    line.append(link)


def _name_chapter(place: int) -> str:
    return f"_Chapter_{place + 1}"
