"""A report as PDF without our program: ``bare_paper.py VALUES TEMPLATE INTO``.

It imports what a report is drawn and set with, draws as many words and lines as stand in the
report's pictures, and sets the report from the values and the template that were kept of it.
"""

import json
import re
import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import typst

FONTS = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique")


def draw_again(svg: str) -> None:
    """Draw a picture with as many words and lines as there are in this one."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    mpl.rcParams["svg.fonttype"] = "none"
    figure = Figure(figsize=(10, 10))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    for words in re.findall(r"<text[^>]*>([^<]*)</text>", svg):
        axes.text(0.5, 0.5, words, family="DejaVu Sans", parse_math=False)
    for _ in re.findall(r"<(?:path|use) ", svg):
        axes.add_line(Line2D((0, 1), (0, 1)))
    figure.savefig(BytesIO(), format="svg")


def set_again(values: dict[str, str], template: bytes) -> bytes:
    """Return the page set once more, as it was set last."""
    found = find_spec("matplotlib")
    assert found
    assert found.submodule_search_locations
    with TemporaryDirectory() as folder:
        for name in (*FONTS, "DejaVuSansMono"):
            place = Path(found.submodule_search_locations[0], "mpl-data", "fonts", "ttf")
            copyfile(place / f"{name}.ttf", Path(folder, f"{name}.ttf"))
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        made: bytes = typst.compile(
            template,
            font_paths=fonts,
            sys_inputs=values,
            pdf_standards=["ua-1"],
            format="pdf",
        )
    return made


def main() -> None:
    """Draw and set what was kept."""
    values = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for block in json.loads(values["page"])["blocks"]:
        if "svg" in block:
            draw_again(block["svg"])
    Path(sys.argv[3]).write_bytes(set_again(values, Path(sys.argv[2]).read_bytes()))


if __name__ == "__main__":
    main()
