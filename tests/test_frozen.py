"""Our frozen classes do what the standard library's do, as far as anybody here asks."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ipsskills import frozen
from tests.cases import try_each

SRC = Path(__file__).parents[1] / "src" / "ipsskills"


@frozen.dataclass(frozen=True)
class Ours:
    """Some fields."""

    KIND: ClassVar[str] = "no field"

    name: str
    number: int = 3
    words: tuple[str, ...] = ()
    by_name: Mapping[str, int] = field(default_factory=dict)
    unsaid: str = field(default="", compare=False, repr=False)
    aside: str = field(default="", compare=False)

    @cached_property
    def twice(self) -> str:
        """The name two times."""
        return self.name * 2


@dataclass(frozen=True)
class Theirs:
    """The same, made by the standard library."""

    KIND: ClassVar[str] = "no field"

    name: str
    number: int = 3
    words: tuple[str, ...] = ()
    by_name: Mapping[str, int] = field(default_factory=dict)
    unsaid: str = field(default="", compare=False, repr=False)
    aside: str = field(default="", compare=False)


def test_what_is_not_compared_makes_no_two_of_one() -> None:
    one, other = Ours("a", aside="x"), Ours("a", aside="y")
    assert one == other
    assert repr(one) != repr(other)


@frozen.dataclass(frozen=True, kw_only=True)
class Base:
    """Named fields only."""

    first: int
    maybe: str = "m"


@frozen.dataclass(frozen=True, kw_only=True)
class Below(Base):
    """More of them after one that may be left out."""

    second: int


@frozen.dataclass(frozen=True)
class Worked:
    """A field that is worked out."""

    words: str
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.words.split()))


@frozen.dataclass(frozen=True)
class Empty:
    """No field at all."""


GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("a",), {}),
    (("a", 1), {}),
    (("a",), {"words": ("x",)}),
    ((), {"name": "a", "number": 4}),
    (("a", 1, ("x",), {"y": 1}, "z"), {}),
)


@try_each(("args", "named"), GIVEN)
def test_it_holds_and_shows_what_it_was_given(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Ours(*args, **named), Theirs(*args, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours).replace("Ours", "Theirs") == repr(theirs)
    assert vars(ours) == vars(theirs)


@try_each(
    ("args", "named"),
    [
        ((), {}),
        ((), {"number": 1}),
        (("a",), {"name": "a"}),
        (("a",), {"colour": "red"}),
        (("a", 1, (), {}, "", "", "too many"), {}),
    ],
)
def test_it_refuses_what_the_library_refuses(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*args, **named)


def test_what_is_wrong_is_named_without_values() -> None:
    make: Any = Ours
    make_below: Any = Below
    with pytest.raises(TypeError, match=r"^Ours lacks name$"):
        make(number="private")
    with pytest.raises(TypeError, match=r"^Ours has no colour$"):
        make("private", colour="private")
    with pytest.raises(TypeError, match=r"^Ours got name twice$"):
        make("private", name="private")
    with pytest.raises(TypeError, match=r"^Below takes 0 values in order, not 1$"):
        make_below(1)


VALUES = st.tuples(st.text(max_size=2), st.integers(0, 3), st.lists(st.text(max_size=1)).map(tuple))


@given(VALUES, VALUES)
def test_equality_and_hashes_are_the_librarys(one: Any, other: Any) -> None:
    assert (Ours(*one) == Ours(*other)) == (Theirs(*one) == Theirs(*other))
    if one == other:
        name, number, words = one
        assert Ours(name, number, words, unsaid="x") == Ours(name, number, words, unsaid="y")
    first, second = Base(first=one[1], maybe=one[0]), Base(first=other[1], maybe=other[0])
    assert first != second or hash(first) == hash(second)


def test_another_class_is_never_equal() -> None:
    made: object = Ours("a")
    assert Base(first=1) != Below(first=1, second=2)
    assert made != Theirs("a")
    assert made != "a"
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_nothing_can_be_set_or_deleted() -> None:
    for made in (Ours("a"), Below(first=1, second=2)):
        unguarded: Any = made
        for name in ("name", "first", "new"):
            with pytest.raises(FrozenInstanceError):
                setattr(unguarded, name, "b")
            with pytest.raises(FrozenInstanceError):
                delattr(unguarded, name)


def test_what_is_worked_out_once_is_kept() -> None:
    made = Ours("ab")
    assert made.twice == "abab"
    assert vars(made)["twice"] == "abab"
    assert made == Ours("ab")


def test_fields_are_inherited_and_may_follow_one_with_a_default() -> None:
    assert [each.name for each in fields(Below)] == ["first", "maybe", "second"]
    assert Below(first=1, second=2) == Below(first=1, maybe="m", second=2)
    assert repr(Below(first=1, second=2)) == "Below(first=1, maybe='m', second=2)"


def test_a_field_can_be_worked_out_when_it_is_made() -> None:
    assert Worked("a b c").count == 3
    assert repr(Worked("a")) == "Worked(words='a', count=1)"
    assert Worked("a") != Worked("b")


def test_each_object_has_a_default_of_its_own() -> None:
    assert Ours("a").by_name is not Ours("a").by_name


def test_it_is_replaced_copied_and_pickled_like_the_librarys() -> None:
    made = Ours("a", 1)
    assert replace(made, number=2) == Ours("a", 2)
    assert replace(Worked("a"), words="a b").count == 2
    assert copy.deepcopy(made) == copy.copy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made


def test_it_can_be_matched() -> None:
    match Ours("a", 1):
        case Ours(name, number):
            assert (name, number) == ("a", 1)


def test_pydantic_knows_it() -> None:
    found = TypeAdapter(Ours).validate_python({"name": "a", "words": ["x"]})
    assert found == Ours("a", words=("x",))


def test_methods_of_the_class_itself_stay() -> None:
    @frozen.dataclass(frozen=True)
    class Own:
        """Says itself what it is."""

        name: str

        def __repr__(self) -> str:
            return "own"

        def __hash__(self) -> int:
            return 7

    assert (repr(Own("a")), hash(Own("a"))) == ("own", 7)


def test_what_is_changed_in_a_copy_is_only_what_is_another() -> None:
    def shout(value: Any) -> Any:
        return value.upper() if isinstance(value, str) and value != value.upper() else value

    quiet, loud = Ours("a", words=("b", "C")), Ours("A", words=("b", "C"))
    assert frozen.change_fields(quiet, shout) == loud
    assert frozen.change_fields(loud, shout) is loud
    assert frozen.change_each(quiet.words, shout) == ("B", "C")
    assert frozen.change_each(words := ("B", "C"), shout) is words
    assert quiet == Ours("a", words=("b", "C")), "nothing is changed where it stands"


def test_other_classes_are_the_librarys_business() -> None:
    make: Any = frozen.dataclass
    with pytest.raises(ValueError, match="frozen"):
        make(frozen=False)


def test_every_frozen_class_is_made_here() -> None:
    made_elsewhere = [
        str(path.relative_to(SRC))
        for path in sorted(SRC.rglob("*.py"))
        if "@dataclass(frozen=True" in (text := path.read_text(encoding="utf-8"))
        and "from ipsskills.frozen import dataclass\n" not in text
    ]
    assert made_elsewhere == [], "from ipsskills.frozen import dataclass"
