"""Reads a form that somebody filled in as a workbook."""

from pathlib import Path

from ipsskills.errors import InvalidInput
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.types import Framework


def read_workbook(path: Path, framework: Framework) -> FilledForm:
    """Return the form in a workbook of ours. Raises InvalidInput for any other."""
    raise InvalidInput(
        f"{path.name} is no form of {framework.version}.", "Save it as CSV, and take that in."
    )
