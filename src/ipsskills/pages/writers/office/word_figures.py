"""Pictures of a DOCX file, each with the words that stand for it where it cannot be seen."""

import io

from ipsskills.pages.document import Drawing, Figure
from ipsskills.pages.words import columns
from ipsskills.pages.writers.office.manuscript import BREAK, TEXT_WIDTH, Manuscript, Span, make
from ipsskills.pages.writers.office.packing import clean

_HIGHEST = 13324  # twentieths of a point: 235 mm, so that its caption stands on the same sheet
_TWENTIETHS = 20
_OF_SIZE = 0.6  # how wide a letter of a typewriter is, of its size
_LARGEST = 18  # half points


def write_figure(paper: Manuscript, block: Figure) -> None:
    """Write a picture as wide as the text at most, with its caption above it."""
    from docx.shared import Emu, Twips

    if block.caption:
        paper.add("Caption", block.caption).get_or_add_pPr().keepNext_val = True
    paragraph = paper.add("Picture")
    held = io.BytesIO(block.picture.draw(".png"))
    shape = paper.document.part.new_pic_inline(held, None, None)
    sizes = (shape.extent, shape.graphic.graphicData.pic.spPr)
    wide, high = shape.extent.cx, shape.extent.cy
    scale = min(1.0, Twips(TEXT_WIDTH) / wide, Twips(_HIGHEST) / high)
    for size in sizes:
        size.cx, size.cy = Emu(int(wide * scale)), Emu(int(high * scale))
    for side in "TBLR":  # else some programs keep it away from the margin
        shape.set(f"dist{side}", "0")
    shape.docPr.set("descr", clean(block.alternative))
    shape.docPr.set("title", clean(block.picture.title))
    paragraph.add_r().add_drawing(shape)


def write_drawing(paper: Manuscript, block: Drawing) -> None:
    """Write a drawing of letters so small that its widest line fits."""
    widest = max(map(columns, block.lines), default=1)
    spans: list[Span] = []
    for line in block.lines:
        spans += [*([BREAK] if spans else []), line]
    size = min(_LARGEST, int(TEXT_WIDTH / _TWENTIETHS / (widest * _OF_SIZE) * 2))
    for run in paper.add("Drawing", *spans).r_lst:
        run.get_or_add_rPr().append(make("w:sz", val=size))
