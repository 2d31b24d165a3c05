"""A filled form: one look as somebody gave it without the program, read strictly from plain data.

Whether its units and answers are ones that the framework knows is asked where it is taken in: only
there are the words known in which it was asked.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from ipsskills.codes import AssessmentKind
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import Given
from ipsskills.formats.forms.shapes import FormShape, GivenShape
from ipsskills.formats.forms.sound import find_unsound
from ipsskills.framework.faults import SHOWN
from ipsskills.framework.reader import FaultsFound, validate
from ipsskills.framework.strict import adapter
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class FilledForm:
    """One look given on a form.

    ``form`` is the random id of the form that was made, ``look`` the one the form gave this look
    when it was begun, and ``version`` counts how often it was kept. ``about`` is whose practice it
    is about and ``by`` whose view it is where that is a supervisor's; their ids are None where the
    form was made for nobody in particular. ``framework`` is the hash of the framework it asked by,
    ``scope`` the items it asked about, ``scale`` the version of its answers.
    """

    form: str
    look: str
    version: int
    kind: AssessmentKind
    about_id: str | None
    about_name: str
    by_id: str | None
    by_name: str | None
    given_on: date
    period_months: int
    scale: str
    framework: str
    framework_version: str
    scope: tuple[str, ...]
    answers: tuple[Given, ...]


def read_filled(data: Any, name: str = "The form") -> FilledForm:
    """Return the filled form in plain data, as it stands under ``form`` in a file's envelope.

    ``name`` is what messages call the file. Raises InvalidInput, which lists the places of every
    fault (at most twenty) and repeats nothing that somebody wrote.
    """
    try:
        shape: FormShape = validate(name, data, adapter(FormShape))
    except FaultsFound as found:
        raise _refuse(name, [fault.place[:80] or "the whole" for fault in found.faults]) from None
    if unsound := list(find_unsound(shape)):
        raise _refuse(name, unsound)
    return _make(shape)


def write_filled(filled: FilledForm) -> dict[str, Any]:
    """Return a filled form as the plain data that `read_filled` reads."""
    plain = {**vars(filled), "kind": filled.kind.value, "given_on": filled.given_on.isoformat()}
    plain["scope"] = list(filled.scope)
    plain["answers"] = [dict(vars(each)) for each in filled.answers]
    return plain


def digest_of_form(filled: FilledForm) -> str:
    """Return the SHA-256 of what a form says, in hexadecimal."""
    from hashlib import sha256  # loads OpenSSL, which only taking in waits for

    text = json.dumps(write_filled(filled), sort_keys=True)
    return sha256(text.encode()).hexdigest()


def _make(shape: FormShape) -> FilledForm:
    fields = dict(vars(shape))
    fields["kind"] = AssessmentKind(shape.kind)
    fields["given_on"] = date.fromisoformat(shape.given_on)
    fields["answers"] = tuple(_make_given(each) for each in shape.answers)
    return FilledForm(**fields)


def _make_given(shape: GivenShape) -> Given:
    fields: Mapping[str, Any] = vars(shape)
    return Given(**{**fields, "note": shape.note.replace("\r\n", "\n").replace("\r", "\n")})


def _refuse(name: str, places: list[str]) -> InvalidInput:
    more = f", and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    wrong = ", ".join(dict.fromkeys(places[:SHOWN]))
    return InvalidInput(
        f"{name} cannot be read as a filled form. These places are not as they should be: "
        f"{wrong}{more}. Nothing was changed.",
        "Ask for it to be saved and sent once more.",
    )
