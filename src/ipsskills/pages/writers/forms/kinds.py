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

    Its ``write`` takes the facts and returns the bytes of a file.
    """

    name: str
    endings: tuple[str, ...]
    writer: str

    def write(self, facts: FormFacts) -> bytes:
        """Return a form as the bytes of a file."""
        written: bytes = import_module(f"{__package__}.{self.writer}").write(facts)
        return written


FORM_KINDS = (
    FormKind("a page for any browser", (".html", ".htm"), writer="browser"),
    FormKind("a workbook", (".xlsx",), writer="workbook"),
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
