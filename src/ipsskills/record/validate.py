"""Looks whether what is to be kept may be kept: the one place where records are validated.

It is asked when something is written or received; reading does without it. pydantic, which does
the looking from the types and their marks, is loaded by the first question.
"""

from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from ipsskills.errors import InvalidInput
from ipsskills.record.columns import once_each
from ipsskills.record.types import Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

R = TypeVar("R", bound=Record)

# What is wrong with a value, by pydantic's name for it; the limits stand in its context.
_PROBLEMS = {
    "string_unicode": "holds half a character",
    "too_long": "is more than {max_length} of them",
    "greater_than": "has to be more than {gt:g}",
    "greater_than_equal": "has to be {ge:g} or more",
    "less_than_equal": "may be {le:g} at most",
    "finite_number": "has to be a number",
    "value_error": "{error}",
}
_OTHERWISE = "is not of a kind that fits here"


def validate(kind: type[R], /, **values: Any) -> R:
    """Return a record of these values as it may be kept.

    Raises InvalidInput that names the fields and what is wrong, and never repeats a value.
    """
    from pydantic import ValidationError

    try:
        return adapter_of(kind).validate_python(values)
    except ValidationError as error:
        problems = [_problem(detail) for detail in error.errors(include_url=False)]
        raise InvalidInput(
            f"This cannot be kept: {'; '.join(problems)}.", "Nothing was changed. Try again."
        ) from None


@once_each
def adapter_of(kind: type[R]) -> "TypeAdapter[R]":
    """Return what takes the values of a type of record."""
    from pydantic import AfterValidator, TypeAdapter

    taken: Any = Annotated[kind, AfterValidator(_consistent)]
    return TypeAdapter(taken)


def _consistent(record: R) -> R:
    if problem := record.contradiction():
        raise ValueError(problem)
    return record


def _problem(fault: "ErrorDetails") -> str:
    """Return what is wrong with a value in plain words; the value itself is not repeated."""
    name = str(fault["loc"][0]).replace("_", " ") if fault["loc"] else ""
    plain = _PROBLEMS.get(fault["type"], _OTHERWISE).format(**fault.get("ctx", {}))
    if name and fault["input"] is None:
        plain = "is empty"
    return f"{name}: {plain}" if name else plain
