"""Copies come back as what they were made of, and what is no such copy is refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipsskills.codes import AskedAs, Code
from ipsskills.framework.background import Fidelity, Glossary, load_fidelity, load_glossary
from ipsskills.framework.cache import Copy, from_json, keep_copy, read_copy
from ipsskills.framework.decode import NotOfThisShape, decode
from ipsskills.framework.files import content_hash
from ipsskills.framework.load import from_text
from ipsskills.framework.strict import adapter
from ipsskills.framework.types import Framework, Vignette
from ipsskills.jsonable import to_json
from tests.cases import try_each
from tests.framework.builders import competences, curriculum, parsed, statement


@dataclass(frozen=True, kw_only=True)
class Leaf:
    name: str
    asked_as: AskedAs = AskedAs.SKILL


@dataclass(frozen=True, kw_only=True)
class Tree:
    planted: date
    rings: int
    evergreen: bool
    leaves: tuple[Leaf, ...] = ()
    words: Mapping[Code, str]
    best: Leaf | None = None


OAK: Mapping[str, Any] = {
    "planted": "2026-11-22",
    "rings": 3,
    "evergreen": False,
    "leaves": [{"name": "a"}, {"name": "b", "asked_as": "value"}],
    "words": {"3": "tall", "n": "not yet"},
}


def test_every_kind_of_value_comes_back() -> None:
    assert decode(Tree, OAK) == Tree(
        planted=date(2026, 11, 22),
        rings=3,
        evergreen=False,
        leaves=(Leaf(name="a"), Leaf(name="b", asked_as=AskedAs.VALUE)),
        words={Code.THREE: "tall", Code.NO_CHANCE: "not yet"},
    )
    assert decode(Tree, {**OAK, "best": {"name": "c"}}).best == Leaf(name="c")


@try_each(
    "other",
    [
        {"planted": "tomorrow"},
        {"planted": 3},
        {"planted": None},
        {"rings": "3"},
        {"rings": 3.0},
        {"rings": True},
        {"evergreen": 0},
        {"leaves": {}},
        {"leaves": "ab"},
        {"leaves": [{}]},
        {"leaves": [None]},
        {"leaves": [{"name": 1}]},
        {"leaves": [{"name": "a", "asked_as": "riddle"}]},
        {"words": []},
        {"words": {"7": "no such code"}},
        {"words": {"3": None}},
        {"colour": "green"},
    ],
)
def test_what_cannot_have_been_such_a_tree_is_refused(other: Mapping[str, Any]) -> None:
    with pytest.raises(NotOfThisShape):
        decode(Tree, {**OAK, **other})


@try_each("missing", ["planted", "rings", "evergreen", "words"])
def test_what_lacks_a_key_is_refused(missing: str) -> None:
    with pytest.raises(NotOfThisShape):
        decode(Tree, {name: value for name, value in OAK.items() if name != missing})


@try_each("data", [None, [], "Tree", 1])
def test_what_is_no_group_of_keys_is_refused(data: object) -> None:
    with pytest.raises(NotOfThisShape):
        decode(Tree, data)


def test_a_kind_of_value_that_is_not_known_is_our_own_mistake() -> None:
    @dataclass
    class Odd:
        bits: bytes

    with pytest.raises(NotImplementedError, match="bytes"):
        decode(Odd, {"bits": "x"})


# As strictly as pydantic: the shipped files and local ones.


def test_the_shipped_files_come_back_as_strict_reading_gives_them(framework: Framework) -> None:
    assert from_text(framework.text) == framework
    as_written = decode(Framework, json.loads(framework.text))  # with no command marked in it
    assert as_written == adapter(Framework).validate_json(framework.text)
    glossary, fidelity = load_glossary(), load_fidelity()
    assert from_json(Glossary, to_json(glossary)) == glossary
    assert from_json(Fidelity, to_json(fidelity)) == fidelity


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@example("{do:", [], False, AskedAs.SKILL)
@given(TEXT, st.lists(TEXT), st.booleans(), st.sampled_from(AskedAs))
def test_any_local_file_comes_back_as_strict_reading_gives_it(
    text: str, points: list[str], retired: bool, asked_as: AskedAs
) -> None:
    added = statement(
        "local/3.2/ours",
        unit="3.2",
        text=text,
        points=points,
        retired=retired,
        asked_as=asked_as.value,
    )
    whole = parsed(competences(), curriculum(), {"statements": [added], "safety_units": ["3.2"]})
    assert from_text(whole.text) == whole
    assert from_text(whole.text) == adapter(Framework).validate_json(whole.text)
    assert whole.local[0].text == text


@given(st.data())
def test_a_text_is_refused_or_read_just_as_pydantic_reads_it(data: st.DataObject) -> None:
    whole = json.loads(parsed(competences(), curriculum()).text)
    place = whole
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            place[key] = data.draw(st.sampled_from([None, 1, True, "x", [], {}, ["x"], {"x": "x"}]))
            break
        place = place[key]
    text = json.dumps(whole)
    try:
        ours = from_text(text)
    except ValueError:
        return
    assert ours == adapter(Framework).validate_json(text)


# Copies in files.


def test_a_copy_is_read_as_it_was_kept(tmp_path: Any) -> None:
    path = tmp_path / "deeper" / "framework-1.json"
    assert read_copy(path) is None
    keep_copy(path, '{"a":"é"}')
    assert read_copy(path) == Copy('{"a":"é"}'.encode(), content_hash('{"a":"é"}'))
    assert json.loads(path.read_text(encoding="utf-8"))["content"] == {"a": "é"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: text + " ",
        lambda text: text.replace("1", "2", 1),
        lambda text: text.replace('"a"', '"b"'),
        lambda _: "",
    ],
)
def test_a_copy_that_was_changed_is_passed_over(tmp_path: Any, spoil: Any) -> None:
    path = tmp_path / "framework-1.json"
    keep_copy(path, '{"a":"1"}')
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert read_copy(path) is None


def test_a_new_copy_leaves_those_of_other_files_alone(tmp_path: Any) -> None:
    for name in ("framework-1", "framework-2", "glossary-1"):
        keep_copy(tmp_path / f"{name}.json", "{}")
    assert {file.name for file in tmp_path.iterdir()} == {"framework-2.json", "glossary-1.json"}


def test_lists_without_end_are_refused() -> None:
    with pytest.raises(ValueError, match=r"without end|not a Vignette"):
        from_json(Vignette, "[" * 100_000 + "]" * 100_000)
