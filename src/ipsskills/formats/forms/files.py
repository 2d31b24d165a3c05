"""Files that a filled form comes in, and what each is by its ending."""

import json
from pathlib import Path
from typing import Any

from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.formats.forms.columns import KEY
from ipsskills.formats.forms.filled import FilledForm, read_filled
from ipsskills.formats.table import read_text
from ipsskills.framework.types import Framework

_LARGEST = 5_000_000  # bytes: a form with every statement and long notes takes a fifth of it
_FORM = "form"


def is_form(path: Path) -> bool:
    """Whether a file says itself whose answers it holds: a workbook, or a form's own copy.

    A JSON or a CSV is looked into: it may as well be a file of answers. Raises as `read_text`, and
    InvalidInput for a workbook that was saved in a format of another kind.
    """
    match path.suffix.lower():
        case ".xlsx":
            return True
        case ".ods" | ".xls" | ".xlsm" | ".xlsb" | ".numbers" if path.is_file():
            raise InvalidInput(
                f"{path.name} is a workbook in a format that is not read here. Nothing was kept.",
                "Open it in a spreadsheet, save it as .xlsx, and take that in.",
            )
        case ".csv":
            return KEY in read_text(path)
        case ".json":
            data = _load(path)
            return isinstance(data, dict) and data.get("what") == _FORM
    return False


def is_table(path: Path) -> bool:
    """Whether a file is a form as a spreadsheet has it: a workbook, or a CSV made of one.

    Raises as `is_form`.
    """
    return path.suffix.lower() != ".json" and is_form(path)


def refuse_answers(path: Path) -> None:
    """Raise InvalidInput for a file of plain answers: it does not say whose, or of which day."""
    match path.suffix.lower():
        case ".yaml" | ".yml":
            plain = True
        case ".csv":
            plain = not is_form(path)
        case ".json":
            data = _load(path)
            plain = isinstance(data, dict) and "answers" in data
        case _:
            plain = False
    if plain:
        raise InvalidInput(
            f"{path.name} holds answers, and does not say whose or of which day. Nothing was kept.",
            "Take it in by the person's name, with --from and the day after --given: "
            f"{do('assess', '--help')}",
        )


def read_form_file(path: Path, framework: Framework) -> FilledForm:
    """Return the filled form in a file: a workbook of ours, or a form's own copy.

    ``framework`` is the one in use, in whose words a workbook is read. Raises NotFound (no such
    file) and InvalidInput for what cannot be read.
    """
    if path.suffix.lower() in (".xlsx", ".csv"):
        from ipsskills.formats.forms.workbook import read_workbook

        return read_workbook(path, framework)
    data = _load(path)
    if not isinstance(data, dict) or data.get("what") != _FORM:
        raise InvalidInput(f"{path.name} is no filled form. Nothing was changed.")
    return read_filled(data.get(_FORM), path.name)


def _load(path: Path) -> Any:
    """Return the data of a JSON file, or None for what is no JSON or too large to be a form."""
    text = read_text(path)
    if len(text) > _LARGEST:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
