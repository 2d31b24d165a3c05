"""The shape of a filled form as it stands in a file; loaded with pydantic when one is read."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from ipsskills.codes import Basis, Behind, Code
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass

_MOST = 2000  # items in one look: the whole framework has some three hundred


@dataclass(frozen=True, kw_only=True)
class GivenShape(Strict):
    """One answer as a form keeps it."""

    item: str
    code: Code | None = None
    reason: str | None = None
    basis: Basis | None = None
    behind: Behind | None = None
    bring: StrictBool = False
    show: StrictBool = False
    note: str = ""
    shared: StrictBool = False


@dataclass(frozen=True, kw_only=True)
class FormShape(Strict):
    """The whole of a filled form."""

    form: str
    look: str
    version: Annotated[StrictInt, Field(ge=1, le=1_000_000_000)]
    kind: str
    about_id: str | None = None
    about_name: str
    by_id: str | None = None
    by_name: str | None = None
    given_on: str
    period_months: Annotated[StrictInt, Field(ge=1, le=24)]
    scale: str
    framework: str
    framework_version: str
    scope: Annotated[tuple[str, ...], Field(min_length=1, max_length=_MOST)]
    answers: Annotated[tuple[GivenShape, ...], Field(max_length=_MOST)]
