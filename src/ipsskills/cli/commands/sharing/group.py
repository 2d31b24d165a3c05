"""``ipsskills share``: records as files to and from others; each command is beside this."""

import typer

from ipsskills.cli.commands.sharing import listed, out, taking_in, together
from ipsskills.cli.options import examples

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills share out --to Lee", "ipsskills share in file.txt"))
def share() -> None:
    """Send your record to somebody as a file, and take in theirs."""


for each in (out, taking_in, together, listed):
    app.add_typer(each.app)
