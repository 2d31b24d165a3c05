"""The one list of kinds of forms: a new one is a module here with ``write``, and a line.

A writer's module is imported when a form of its kind is written, and not before.
"""

from importlib import import_module

from ipsskills.errors import InvalidInput
from ipsskills.facts.forms.form import FormFacts
from ipsskills.frozen import dataclass
from ipsskills.pages.words import join_words


@dataclass(frozen=True)
class FormKind:
    """A kind of form: its name, the endings of its files, and the module that writes it.

    Its ``function`` takes the facts and returns the bytes of a file.
    """

    name: str
    endings: tuple[str, ...]
    writer: str
    function: str = "write"

    def write(self, facts: FormFacts) -> bytes:
        """Return a form as the bytes of a file."""
        module = import_module(f"{__package__}.{self.writer}")
        written: bytes = getattr(module, self.function)(facts)
        return written


FORM_KINDS = (
    FormKind("a page for any browser", (".html", ".htm"), writer="browser"),
    FormKind("a workbook", (".xlsx",), writer="workbook"),
    FormKind("a page to print", (".pdf",), writer="printed", function="write_pdf"),
    FormKind("a page to print or type into", (".docx",), writer="printed", function="write_docx"),
)


def find_form_kind(ending: str) -> FormKind:
    """Return the kind of form that a file's ending asks for. Raises InvalidInput for another."""
    for each in FORM_KINDS:
        if ending.lower() in each.endings:
            return each
    possible = [f"{each.name} ({each.endings[0]})" for each in FORM_KINDS]
    raise InvalidInput(
        f"A form cannot be written as {ending or 'a file without an ending'}.",
        f"It can be {join_words(possible, 'or')}: give the file that ending.",
    )
