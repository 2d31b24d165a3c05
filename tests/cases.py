"""Try many small cases as one test: pytest takes longer around a test than many a case takes."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any

import pytest

# What `pytest.raises` says when nothing was raised is no Exception.
FAILS = (Exception, pytest.fail.Exception)


def try_each(
    names: str | tuple[str, ...], cases: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what makes one test of a test and its cases, written as for `pytest.mark.parametrize`.

    It goes through all of them and tells each that fails, with its values and where it failed. The
    cases share what the test is given, so use it where none leaves anything behind for the next.
    """
    told = (names,) if isinstance(names, str) else names
    all_values = [(case,) if isinstance(names, str) else tuple(case) for case in cases]
    assert all_values, "there is no case to try"
    all_given = [dict(zip(told, values, strict=True)) for values in all_values]

    def join(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def try_all(**fixtures: Any) -> None:
            wrong: list[BaseException] = []
            for number, given in enumerate(all_given, 1):
                try:
                    test(**given, **fixtures)
                except FAILS as error:
                    error.add_note(f"Case {number} of {len(all_given)}: {_list_values(given)}")
                    wrong.append(error)
            if wrong:
                message = f"{len(wrong)} of {len(all_given)} cases"
                raise BaseExceptionGroup(message, wrong)

        whole = signature(test)
        kept = [one for name, one in whole.parameters.items() if name not in told]
        assert len(kept) + len(told) == len(whole.parameters), "a name that the test does not take"
        try_all.__signature__ = whole.replace(parameters=kept)  # type: ignore[attr-defined]
        return try_all

    return join


def _list_values(given: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in given.items())
