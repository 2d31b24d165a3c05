"""Frozen dataclasses that cost next to nothing to declare; what rooms pass to each other is one.

The standard library writes and compiles six functions for each frozen class. A page loads some two
hundred classes, and compiling took a third of its time. Here the fields are still worked out by
`dataclasses`, so that `fields`, `replace` and pydantic know these classes, but only when they are
needed, as half of the classes are never made, and one function of each kind serves them all. Type
checkers see the standard library's own decorator.
"""

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter, is_
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

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


T = TypeVar("T")

_FIELDS = "__dataclass_fields__"  # where the library keeps and looks for them
_ONE_AT_A_TIME = RLock()
_fill = object.__setattr__  # past the door that stays shut


def _freeze(cls: type, *, kw_only: bool) -> type:
    own = vars(cls)
    for name, method in {"__init__": _make_first_init(cls), **_OF_ALL}.items():
        if name not in own or (name == "__hash__" and own[name] is None):
            setattr(cls, name, method)
    setattr(cls, _FIELDS, _WorkedOutWhenAsked(cls, kw_only))
    return cls


def change_fields(made: Any, change: Callable[[Any], Any]) -> Any:
    """Return an object with what ``change`` makes of each field: itself where none is another."""
    kind: Any = type(made)
    found: dict[str, Any] = {}
    for name in _find_all(kind):
        value = getattr(made, name)
        if (changed := change(value)) is not value:
            found[name] = changed
    return dataclasses.replace(made, **found) if found else made


def change_each(values: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Return values with what ``change`` makes of each: themselves where none is another."""
    changed = tuple(map(change, values))
    return values if all(map(is_, changed, values)) else changed


@cache
def _find_all(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(kind))


class _WorkedOutWhenAsked:
    """Stands in a class for its fields until they are asked for, or the first object is made."""

    def __init__(self, cls: type, kw_only: bool) -> None:
        self._cls, self._kw_only = cls, kw_only

    def __get__(self, made: object, kind: type) -> Any:
        with _ONE_AT_A_TIME:  # what writing needs is loaded beside what is shown
            if vars(self._cls)[_FIELDS] is self:
                work_out = dataclasses.dataclass
                work_out(init=False, repr=False, eq=False, kw_only=self._kw_only)(self._cls)
        return getattr(kind, _FIELDS)


def _make_first_init(cls: Any) -> Callable[..., None]:
    """Return what makes the first object of a class, and leaves what makes the others."""

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807 - takes its place
        cls.__init__ = _make_init(cls, dataclasses.fields(cls))
        cls.__init__(self, *args, **given)

    return __init__


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
        _fill(self, "__dict__", values)
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
    if not given:
        return first
    if twice := first.keys() & given.keys():
        raise TypeError(f"{cls.__qualname__} got {', '.join(sorted(twice))} twice")
    return first | given


def _describe_wrong(cls: type, names: tuple[str, ...], values: dict[str, Any]) -> str:
    missing = [name for name in names if name not in values]
    unknown = [name for name in values if name not in names]
    what = f"lacks {', '.join(missing)}" if missing else f"has no {', '.join(unknown)}"
    return f"{cls.__qualname__} {what}"


def _show(self: Any) -> str:
    kind: Any = type(self)
    told = ", ".join([f"{name}={getattr(self, name)!r}" for name in _find_shown(kind)])
    return f"{kind.__qualname__}({told})"


@cache
def _find_shown(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(kind) if each.repr)


def _compared(made: Any) -> Any:
    """Return the values by which an object is compared."""
    kind: Any = type(made)
    return _find_compared(kind)(made)


@cache
def _find_compared(kind: Any) -> Callable[[Any], Any]:
    names = [each.name for each in dataclasses.fields(kind) if each.compare]
    return attrgetter(*names) if names else type


def _equal(self: Any, other: object) -> Any:
    return _compared(self) == _compared(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_compared(self))


def _refuse_to_set(self: Any, name: str, value: object) -> None:  # noqa: ARG001 - a method's form
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:  # noqa: ARG001 - a method's form
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


_OF_ALL: dict[str, Any] = {
    "__repr__": _show,
    "__eq__": _equal,
    "__hash__": _hash,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
}
