"""``ipsskills chart``: pictures of where somebody is; each chart is a command beside this."""

import typer

from ipsskills.cli.commands.charts import coverage, profile, progress, radar
from ipsskills.cli.commands.charts import map as map_chart
from ipsskills.cli.options import examples

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills chart radar -o radar.png", "ipsskills chart coverage"))
def chart() -> None:
    """Draw charts of where somebody is."""


for each in (radar, map_chart, profile, progress, coverage):
    app.add_typer(each.app)
