"""Opens a file that was written, in whatever this computer opens such files with."""

from pathlib import Path

import typer

from ipsskills.cli.output.show import Output


def open_file(path: Path, out: Output) -> None:
    """Open a file beside the program; where nothing opens it, say so: the file is there."""
    if typer.launch(str(path)) != 0:
        out.notice("Nothing here opens such a file by itself. Open it from its folder.")
