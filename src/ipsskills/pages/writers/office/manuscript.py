"""A DOCX file while it is written: python-docx with styles, lists and settings of our own.

Every look is a style of `pages/templates/word/styles.xml`, so that whoever edits the file changes
one and all follow. What a page needs beyond that is a length: tabs, and widths of columns.
"""

import io
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from ipsskills.pages.writers.office.packing import LANGUAGE, PROGRAM, clean, pack_again, start_of

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

TEXT_WIDTH = 9638  # twentieths of a point between the margins of A4: 170 mm
_A4 = (11906, 16838)
_MARGIN, _BELOW, _EDGE = 1134, 1021, 567
_CLOSE_MARGIN, _CLOSE_EDGE = 794, 397
_BELOW_GROUP = 140
_FEW = 8
# Styles of a page to be filled in, with the points above and below them.
_CLOSER = (
    ("Title", 0, 2),
    ("Lead", 0, 1),
    ("Heading 1", 9, 1),
    ("Question", 4, 0),
    ("Fill In", 4, 1),
    ("Rule", 0, 4),
    ("Choices", 1, 1),
    ("Sign Here", 18, 3),
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OURS = "ipsskills.pages.templates.word"
_UNUSED = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties", "webSettings")

Leader = Literal["none", "underscore"]
Span = str | tuple[str, str]  # a text, or a text and the id of its style
TAB: Span = ("\t", "")
BREAK: Span = ("\n", "")
DONE: Span = ("☑", "box")  # boxes that can be ticked on a screen
NOT_DONE: Span = ("☐", "box")


_BOX = """
<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>
  <w:alias w:val="done"/>
  <w14:checkbox><w14:checked w14:val="{value}"/>
    <w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>
    <w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>
</w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>
"""


class Manuscript:
    """A document that grows at its end; ``document`` is python-docx's own.

    ``entry_places`` and ``column_widths`` are the places on the line that all entries of a page,
    and all its tables with the same columns, have in common.
    """

    def __init__(self, title: str, day: "date | None") -> None:
        import docx

        self.document: Document = docx.Document()
        self.entry_places: dict[bool, tuple[int, int]] = {}
        self.column_widths: dict[tuple[str, ...], list[int]] = {}
        self._last: CT_P | None = None
        self._break_next = False
        self._end: BaseOxmlElement = self.document.element.body.sectPr
        self._drop_parts()
        self._take_ours()
        self._styles = {each.styleId for each in self.document.styles.element.style_lst}
        self._set_paper()
        self._set_properties(title, day)

    def add(self, style: str, *spans: Span) -> "CT_P":
        """Add a paragraph in a style: plain texts, and texts with a style of their own.

        Styles are named by their id. The library's own way looks through the whole document for
        each paragraph, which a book of three hundred pages would feel.
        """
        from docx.oxml.parser import OxmlElement

        paragraph: CT_P = OxmlElement("w:p")
        self.append(paragraph)
        self.dress(paragraph, style)
        if self._break_next:
            paragraph.get_or_add_pPr().pageBreakBefore_val = True
            self._break_next = False
        self.write(paragraph, spans)
        self._last = paragraph
        return paragraph

    def append(self, element: "BaseOxmlElement") -> None:
        """Add a paragraph or a table at the end."""
        self._end.addprevious(element)

    def dress(self, paragraph: "CT_P", style: str) -> None:
        """Give a paragraph the style of an id."""
        paragraph.style = self._find_style(style)

    def write(self, paragraph: "CT_P", spans: Iterable[Span]) -> None:
        """Add texts to a paragraph, each plain or with the id of its style."""
        for span in spans:
            if span in (DONE, NOT_DONE):
                paragraph.append(make_box(done=span == DONE))
                continue
            text, style = span if isinstance(span, tuple) else (span, "")
            if text:
                run = paragraph.add_r()
                run.text = text if span in (TAB, BREAK) else clean(text)
                run.style = self._find_style(style) if style else None

    def keep_last_with_next(self) -> None:
        """Keep what was added last on one sheet with what comes after it."""
        if self._last is not None:
            self._last.get_or_add_pPr().keepNext_val = True

    def end_group(self) -> None:
        """Leave room below what was added last: a list or the lines of a head end with it."""
        from docx.shared import Twips

        if self._last is not None:
            self._last.get_or_add_pPr().spacing_after = Twips(_BELOW_GROUP)

    def make_room(self) -> None:
        """Set a page to be filled in closer, so that it takes one sheet of paper, or two."""
        from docx.shared import Pt, Twips

        section = self.document.sections[0]
        section.top_margin = section.bottom_margin = Twips(_CLOSE_MARGIN)
        section.header_distance = section.footer_distance = Twips(_CLOSE_EDGE)
        for name, before, after in _CLOSER:
            spacing = self.document.styles[name].element.get_or_add_pPr()
            spacing.spacing_before, spacing.spacing_after = Pt(before), Pt(after)

    def break_page(self) -> None:
        """Let the next paragraph begin a new sheet."""
        self._break_next = True

    def begin_list(self) -> int:
        """Return the number of a new numbered list, which begins at 1."""
        numbering = self.document.part.numbering_part.element
        number = 1 + len(numbering.num_lst)
        new, again = make("w:num", numId=number), make("w:lvlOverride", ilvl=0)
        again.append(make("w:startOverride", val=1))
        new.extend([make("w:abstractNumId", val=1), again])
        numbering.append(new)
        return number

    def save(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self.document.save(out)
        return pack_again(out.getvalue())

    def _find_style(self, style: str) -> str:
        """Return the id of a style. Raises KeyError for one that no page has."""
        if style not in self._styles:
            raise KeyError(style)
        return style

    def _drop_parts(self) -> None:
        """Leave out what the library's empty file brings along and nobody asked for."""
        for holder in (self.document.part.package, self.document.part):
            for key, rel in list(holder.rels.items()):
                if rel.reltype.endswith(_UNUSED):
                    holder.rels.pop(key)

    def _take_ours(self) -> None:
        """Put our styles, lists and settings in place of the library's."""
        from docx.oxml.parser import parse_xml

        mine = (
            ("styles.xml", self.document.styles.element),
            ("numbering.xml", self.document.part.numbering_part.element),
            ("settings.xml", self.document.settings.element),
        )
        for name, element in mine:
            ours = parse_xml((files(_OURS) / name).read_bytes())
            element[:] = [each for each in ours if isinstance(each.tag, str)]

    def _set_paper(self) -> None:
        from docx.shared import Twips

        section = self.document.sections[0]
        section.page_width, section.page_height = map(Twips, _A4)
        section.left_margin = section.right_margin = Twips(_MARGIN)
        section.top_margin, section.bottom_margin = Twips(_MARGIN), Twips(_BELOW)
        section.header_distance = section.footer_distance = Twips(_EDGE)

    def _set_properties(self, title: str, day: "date | None") -> None:
        told = self.document.core_properties
        told.title = clean(title)[:255]
        told.author = told.last_modified_by = PROGRAM
        told.comments = ""
        told.language = LANGUAGE
        told.created = told.modified = start_of(day)


def keep_together(paragraphs: Sequence["CT_P"]) -> None:
    """Keep a few paragraphs on one sheet: one of them alone on the next would be lost there."""
    if len(paragraphs) <= _FEW:
        for paragraph in paragraphs[:-1]:
            paragraph.get_or_add_pPr().keepNext_val = True


def make_box(*, done: bool) -> "BaseOxmlElement":
    """Return a box that a click ticks and clears; what knows no such boxes shows its sign."""
    from docx.oxml.parser import parse_xml

    return parse_xml(_BOX.format(value=int(done), sign=(DONE if done else NOT_DONE)[0]))


def put_in_list(paragraph: "CT_P", number: int) -> None:
    """Make a paragraph an item of a numbered list."""
    numbered = make("w:numPr")
    numbered.extend([make("w:ilvl", val=0), make("w:numId", val=number)])
    paragraph.get_or_add_pPr().insert_element_before(numbered, "w:spacing", "w:ind")


def add_field_part(paragraph: "CT_P", part: str) -> None:
    """Add what begins, parts or ends a field, or says what is counted in it."""
    run = paragraph.add_r()
    if part in ("begin", "separate", "end"):
        run.append(make("w:fldChar", fldCharType=part))
        return
    said = make("w:instrText")
    said.set(_SPACE, "preserve")
    said.text = part
    run.append(said)


def set_tabs(paragraph: "CT_P", stops: Sequence[tuple[int, Leader]]) -> None:
    """Set the places that tabs lead to, and whether a line to write on leads there."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Twips

    if not stops:
        return
    leaders = {"none": WD_TAB_LEADER.SPACES, "underscore": WD_TAB_LEADER.LINES}
    tabs = paragraph.get_or_add_pPr().get_or_add_tabs()
    for place, leader in stops:
        tabs.insert_tab_in_order(Twips(place), WD_TAB_ALIGNMENT.LEFT, leaders[leader])


def hang(paragraph: "CT_P", place: int) -> None:
    """Let every line of a paragraph but the first begin at a place."""
    from docx.shared import Twips

    looks = paragraph.get_or_add_pPr()
    looks.ind_left, looks.first_line_indent = Twips(place), Twips(-place)


def make(tag: str, **values: str | int) -> "BaseOxmlElement":
    """Return an element of WordprocessingML, such as "w:tab", with values of its namespace."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    return OxmlElement(tag, {qn(f"w:{key}"): str(value) for key, value in values.items()})
