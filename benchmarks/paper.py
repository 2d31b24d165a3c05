"""A report as PDF, beside drawing and setting the same without the program."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import bare_paper
from benchmarks.home import Home
from benchmarks.measure import Line, Watched, at_most
from benchmarks.records import one_assessment

LIMIT = 1.5
THAN = "CPU of drawing and setting the same bare"
VALUES, TEMPLATE = "page.json", "page.typ"
# Runs the program once, and keeps what it hands over to be set.
KEEP = f"""
import json, typst
from pathlib import Path
from ipsskills.cli.app import run
really = typst.compile
def keep(template, **more):
    Path("{VALUES}").write_text(json.dumps(more["sys_inputs"]), encoding="utf-8")
    Path("{TEMPLATE}").write_bytes(template)
    return really(template, **more)
typst.compile = keep
run(["report", "-o", "kept.pdf"])
"""


def paper(home: Home) -> Iterator[Line]:
    """Yield the report of somebody with both views, an hour and a plan on record."""
    one_assessment(home)
    home.python(KEEP)
    ours = partial(home.spend_program, "report", "-o", "ours.pdf", "--force")
    bare = (sys.executable, bare_paper.__file__, VALUES, TEMPLATE, Path("bare.pdf"))
    theirs = Watched(partial(home.spend, *bare))
    yield at_most(LIMIT, "ipsskills report -o report.pdf", Watched(ours), theirs, THAN)
