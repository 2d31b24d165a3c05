"""A form that was written to a file."""

from pathlib import Path

from ipsskills.facts.forms.form import FormFacts
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class FormWritten:
    """A form, the file it is in, and the file's SHA-256 in hex, by which an IT desk knows it."""

    path: Path
    sha256: str
    form: FormFacts
