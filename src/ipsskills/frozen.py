"""Frozen dataclasses that cost next to nothing to declare; what rooms pass to each other is one.

The standard library writes and compiles six functions for each frozen class. A page needs a good
hundred classes, and compiling took a third of its time. Here the fields are still worked out by
`dataclasses`, so that `fields`, `replace` and pydantic know these classes, but one function of each
kind serves them all. Type checkers see the standard library's own decorator.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - said to be given on
else:

    def dataclass(*, frozen: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Return a class decorator: `dataclasses.dataclass`, for frozen classes only.

        Raises ValueError for a class that is not to be frozen; that is the library's business.
        """
        if not frozen:
            raise ValueError("only frozen classes are made here")
        return lambda cls: _freeze(cls, kw_only=kw_only)


def _freeze(cls: type, *, kw_only: bool) -> type:
    plain: type = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
    every = dataclasses.fields(plain)
    compared = [each.name for each in every if each.compare]
    shown = [each.name for each in every if each.repr]
    made: dict[str, Any] = {
        "__init__": _make_init(plain, every),
        "__repr__": lambda self: _show(self, shown),
        "__eq__": _make_eq(compared),
        "__hash__": _make_hash(compared),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    for name, method in made.items():
        if name not in vars(cls) or (name == "__hash__" and vars(cls)[name] is None):
            setattr(cls, name, method)
    return plain


def _make_init(cls: type, every: tuple[Any, ...]) -> Callable[..., None]:
    """Return what fills in the fields of a new object, as the library's own would."""
    taken = [each for each in every if each.init]
    names = tuple(each.name for each in taken)
    in_order = tuple(each.name for each in taken if not each.kw_only)
    missing = dataclasses.MISSING
    defaults = {each.name: each.default for each in every if each.default is not missing}
    factories = [(f.name, f.default_factory) for f in every if f.default_factory is not missing]
    known, finish = frozenset(names), getattr(cls, "__post_init__", None)

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807 - takes its place
        if args:
            given = _by_name(cls, in_order, args, given)
        values = {**defaults, **given} if defaults else given
        for name, make in factories:
            if name not in given:
                values[name] = make()
        if values.keys() != known:
            raise TypeError(_describe_wrong(cls, names, values))
        vars(self).update(values)
        if finish is not None:
            finish(self)

    return __init__


def _by_name(
    cls: type, in_order: tuple[str, ...], args: tuple[Any, ...], given: dict[str, Any]
) -> dict[str, Any]:
    """Return what was given, by name. Raises TypeError for too many values and for one twice."""
    if len(args) > len(in_order):
        raise TypeError(
            f"{cls.__qualname__} takes {len(in_order)} values in order, not {len(args)}"
        )
    first = dict(zip(in_order, args, strict=False))
    if twice := first.keys() & given.keys():
        raise TypeError(f"{cls.__qualname__} got {', '.join(sorted(twice))} twice")
    return first | given


def _describe_wrong(cls: type, names: tuple[str, ...], values: dict[str, Any]) -> str:
    missing = [name for name in names if name not in values]
    unknown = [name for name in values if name not in names]
    what = f"lacks {', '.join(missing)}" if missing else f"has no {', '.join(unknown)}"
    return f"{cls.__qualname__} {what}"


def _show(self: Any, names: list[str]) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{type(self).__qualname__}({told})"


def _make_eq(names: list[str]) -> Callable[[Any, object], bool]:
    values = attrgetter(*names) if names else type

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 - takes its place
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return __eq__


def _make_hash(names: list[str]) -> Callable[[Any], int]:
    values = attrgetter(*names) if names else type
    return lambda self: hash(values(self))


def _refuse_to_set(self: Any, name: str, value: object) -> None:  # noqa: ARG001 - a method's form
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:  # noqa: ARG001 - a method's form
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
