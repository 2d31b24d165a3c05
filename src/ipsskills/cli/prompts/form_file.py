"""The file that ``assess --from`` was given a form in: a workbook, a copy, or what a form sent."""

from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.doing import do
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.formats.forms.filled import FilledForm
    from ipsskills.usecases.desk import Desk

_SENT = (".txt", ".eml", ".age", ".asc")


def holds_form(path: Path) -> bool:
    """Whether a file holds a form that was filled in, and not plain answers.

    Raises as `is_form`, and InvalidInput for one that is damaged.
    """
    from ipsskills.formats.forms.files import is_form

    return _was_sent(path) or is_form(path)


def read_form(desk: "Desk", path: Path) -> "tuple[FilledForm, str]":
    """Return the form in a file, and the text that it was closed in ("" for one that was not).

    Raises as `read_form_file`, and InvalidInput for what `share in` has to ask about.
    """
    from ipsskills.formats.forms.files import read_form_file

    if not _was_sent(path):
        return read_form_file(path, desk.framework), ""
    from ipsskills.codes import ParcelKind
    from ipsskills.formats.exchange.arriving import open_arriving, read_arriving
    from ipsskills.formats.forms.filled import read_filled
    from ipsskills.usecases.sharing.keys import list_secrets

    first, *others = read_arriving(path)
    if others or first.by_words:
        raise _for_share_in(path, "holds more than one" if others else "is closed by words")
    bundle = open_arriving(first, secrets=list_secrets(desk))
    if bundle.what is not ParcelKind.FORM:
        raise _for_share_in(path, "is a file of a record and no form")
    return read_filled(bundle.form, path.name), first.text if first.closed else ""


def _was_sent(path: Path) -> bool:
    """Whether a file is, or holds, what somebody's form or record sent."""
    if path.suffix.lower() not in _SENT or not path.is_file():
        return False
    from ipsskills.formats.exchange.arriving import look_for_arriving

    return bool(look_for_arriving(path))


def _for_share_in(path: Path, why: str) -> InvalidInput:
    return InvalidInput(
        f"{path.name} {why}. Nothing was kept.", f"Take it in: {do('share in', str(path))}"
    )
