"""Shows a chart, as a picture in a file or in letters: the one way for every command with one."""

import os
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.pages import STDOUT, may_page
from ipsskills.cli.output.show import Output, print_page, write_raw
from ipsskills.cli.output.spelling import spell_text
from ipsskills.cli.setup import context, settings
from ipsskills.errors import UsageError
from ipsskills.frozen import dataclass
from ipsskills.pages.charts.chart import ENDINGS, check_ending

if TYPE_CHECKING:
    from ipsskills.pages.charts.chart import Chart
    from ipsskills.pages.document import Page

USUAL_ROOM = 80


@dataclass(frozen=True, kw_only=True)
class PictureOptions:
    """How a chart is wanted, as every command that draws one takes it.

    Raises InvalidInput for a file in which no chart can be saved, before anything is read for it,
    and UsageError for one that is to be opened and goes to stdout.
    """

    output: Path | None = None
    force: bool = False
    json: bool = False
    opened: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be done."""
        check_ending(self.ending)
        if self.opened and self.output == STDOUT:
            raise UsageError("--open opens a file, and -o - makes none.", "Leave one of them out.")

    @property
    def ending(self) -> str:
        """The ending of the file; of one that nobody named, and on stdout, it is that of a PNG."""
        named = self.output is not None and self.output != STDOUT
        return self.output.suffix if named and self.output else ENDINGS[0]

    @property
    def wanted(self) -> bool:
        """Whether a picture is wanted of a chart that is else shown on the screen."""
        return self.output is not None or self.opened

    def find_file(self, command: str, about: str, on: date) -> Path | None:
        """Return the file to write, None for stdout; one that nobody named says who and what."""
        if self.output:
            return None if self.output == STDOUT else self.output
        from ipsskills.cli.output.naming import find_free, name_file
        from ipsskills.pages.document import About, Page

        who = About(about) if about else None
        named = name_file(command, Page(command, about=who), on, self.ending)
        return named if self.force else find_free(named)


def show_picture(
    command: str,
    facts: Any,
    chart: "Chart",
    options: PictureOptions,
    *,
    about: str = "",
    notices: Iterable[str] = (),
) -> None:
    """Write a chart to its file and say where that is; JSON has the ``facts`` it shows, too.

    ``about`` is the name of whom it is about. Raises InvalidInput for a file that is there or
    cannot be written.
    """
    from ipsskills.files import write_bytes

    out = Output(command, options.json)
    for notice in notices:
        out.notice_if(spell_text(notice))
    path = options.find_file(command, about, context.now().astimezone().date())
    drawn = chart.draw(options.ending)
    if path is None:
        write_raw(drawn)
        return
    whole = write_bytes(path, drawn, replace=options.force).absolute()
    out.result({"path": whole, "shown": facts}, f"The chart is in {whole}")
    if options.opened:
        from ipsskills.cli.output.opening import open_file

        open_file(whole, out)


def show_drawn(
    command: str,
    facts: Any,
    page: "Page",
    options: PictureOptions,
    *,
    notices: Iterable[str] = (),
) -> None:
    """Show a chart on the screen as a page, which may be read in a pager; or as JSON."""
    out = Output(command, options.json)
    if out.json:
        for notice in notices:
            out.notice_if(spell_text(notice))
        out.result({"path": None, "shown": facts})
    else:
        print_page(page, paged=may_page())


def find_room(*, plain: bool) -> int:
    """Return how many columns there are for a drawing in letters; 0 for whoever reads plainly."""
    if plain or reads_plainly():
        return 0
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else USUAL_ROOM


def reads_plainly() -> bool:
    """Whether whoever reads here has no drawings: by the settings, or by the terminal."""
    return bool(settings.load().get("plain")) or os.environ.get("TERM") == "dumb"
