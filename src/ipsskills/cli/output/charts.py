"""Shows a chart: as a picture in a file, or on the screen in letters or words."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.pages import may_page
from ipsskills.cli.output.show import Output, print_page
from ipsskills.cli.setup import settings

if TYPE_CHECKING:
    from ipsskills.pages.charts.chart import Chart
    from ipsskills.pages.document import Page

USUAL = 80


def save_chart(out: Output, path: Path, chart: "Chart", found: Any, *, force: bool) -> None:
    """Write a chart to a file by its ending, and tell where it is.

    Raises InvalidInput for an ending that no chart has, and for a file that is there or cannot be
    written.
    """
    from ipsskills.files import write_bytes

    whole = write_bytes(path, chart.draw(path.suffix), replace=force).absolute()
    out.result({"path": whole, "shown": found}, f"The chart is in {whole}")


def show_chart(out: Output, found: Any, page: "Page") -> None:
    """Show a chart on the screen as a page, which may be read in a pager; or as JSON."""
    if out.json:
        out.result({"path": None, "shown": found})
    else:
        print_page(page, paged=may_page())


def find_room(*, plain: bool) -> int:
    """Return how many columns there are for a drawing in letters; 0 for whoever reads plainly."""
    if plain or reads_plainly():
        return 0
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else USUAL


def reads_plainly() -> bool:
    """Whether whoever reads here has no drawings: by the settings, or by the terminal."""
    return bool(settings.load().get("plain")) or os.environ.get("TERM") == "dumb"
