"""The strict reader: each fault with its line, its place, what is wrong and what to do."""

from dataclasses import dataclass, field
from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ipsskills.codes import Kind
from ipsskills.framework.faults import Fault
from ipsskills.framework.faults import format_faults as told_faults
from ipsskills.framework.reader import FaultsFound, read_yaml, validate
from ipsskills.framework.strict import Strict
from tests.cases import try_each

TRAP = (
    "Without quotes, 3.10 is read as the number 3.1 and taken for unit 3.1. Put the id in quotes, "
    'like this: "3.10".'
)


@dataclass(frozen=True, kw_only=True)
class Leaf(Strict):
    id: str
    text: str = ""
    kind: Kind = Kind.ABILITY
    sizes: tuple[int, ...] = ()
    near: tuple[str, ...] = ()
    green: bool = False


@dataclass(frozen=True, kw_only=True)
class Tree(Strict):
    name: str
    planted: date
    leaves: tuple[Leaf, ...] = field(default=())


TREE = TypeAdapter(Tree)
GOOD = """\
name: Oak
planted: 2026-11-22
leaves:
  - id: "3.10"
    text: first
  - id: "3.2"
    kind: value
    sizes: [1, 2]
    green: yes
"""


def read(text: str) -> Tree:
    return read_yaml("tree.yaml", text, TREE)


def faults_in(text: str) -> list[Fault]:
    with pytest.raises(FaultsFound) as raised:
        read(text)
    return list(raised.value.faults)


def fault(line: int, place: str, problem: str, fix: str) -> Fault:
    return Fault("tree.yaml", place, problem, fix, line=line)


def leaf(line: str) -> str:
    """Return a tree with one leaf; ``line`` is the leaf's second line, the file's fifth."""
    return f'name: Oak\nplanted: 2026-11-22\nleaves:\n  - id: "3.8"\n    {line}\n'


def test_a_sound_text_is_read_as_its_shape() -> None:
    assert read(GOOD) == Tree(
        name="Oak",
        planted=date(2026, 11, 22),
        leaves=(
            Leaf(id="3.10", text="first"),
            Leaf(id="3.2", kind=Kind.VALUE, sizes=(1, 2), green=True),
        ),
    )


def test_an_unquoted_id_is_refused_with_its_cause() -> None:
    text = leaf("text: x") + "  - text: y\n    id: 3.10\n"
    problem = "This should be text, but is the number 3.1."
    assert faults_in(text) == [fault(7, "number 2, id", problem, TRAP)]


def test_an_unquoted_id_in_a_list_is_refused_with_its_cause() -> None:
    text = leaf('near: ["3.9", 3.10]')
    problem = "This should be text, but is the number 3.1."
    assert faults_in(text) == [fault(5, "3.8, number 2", problem, TRAP)]


def test_a_number_where_no_id_stands_is_not_told_about_ids() -> None:
    problem = "This should be text, but is the number 3.5."
    assert faults_in(leaf("text: 3.5")) == [fault(5, "3.8, text", problem, "Write it in quotes.")]


def test_broken_yaml_names_its_line() -> None:
    (only,) = faults_in("name: Oak\nplanted: 2026-11-22\nleaves: [\n  - a\n")
    assert (only.line, only.place) == (4, "")
    assert only.problem.startswith("This is not valid YAML: ")
    assert only.fix == (
        "Look at the indentation, quotes and colons on this line and the one before."
    )


def test_a_tab_for_indentation_names_its_line() -> None:
    (only,) = faults_in("name: Oak\nplanted: 2026-11-22\nleaves:\n\t- id: x\n")
    assert only.line == 4
    assert only.problem == ("This is not valid YAML: found character that cannot start any token.")


@try_each(
    "text",
    [
        "name: *nobody\n",
        "name: !!python/object:os.system [echo]\n",
        "{[name]: Oak}\n",
        'name: "Oak\n',
        "name: Oak\n---\nname: Elm\n",
        "name: Oak\x00\n",
        "name: Oak: Elm\n",
        "name: [Oak\n",
    ],
)
def test_text_that_is_no_yaml_is_one_fault(text: str) -> None:
    (only,) = faults_in(text)
    assert only.problem.startswith("This is not valid YAML: ")


@try_each("text", ["", "\n\n", "# nothing but a comment\n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert faults_in(text) == [fault(1, "", "The file is empty.", "Put the content back.")]


def test_a_date_that_cannot_be_is_not_blamed_on_the_encoding() -> None:
    (only,) = faults_in("name: Oak\nplanted: 2026-13-45\n")
    assert only.problem == "This is not valid YAML: month must be in 1..12."
    assert only.fix == "Look for an impossible date or number; a date is written 2026-11-22."


def test_a_sign_that_no_text_holds_is_blamed_on_the_encoding() -> None:
    (only,) = faults_in("name: Oak\x00\n")
    assert (only.line, only.place) == (0, "")
    assert only.problem.startswith("This is not valid YAML: ")
    assert only.fix == "Save the file as UTF-8 text."


def test_a_key_that_is_no_text_is_refused_with_its_line() -> None:
    (only,) = faults_in("name: Oak\nplanted: 2026-11-22\n1.5: high\n")
    assert only == fault(3, "1.5", "Keys should be strings.", "Correct it.")


def test_a_key_given_twice_is_refused_on_the_line_of_the_second() -> None:
    text = leaf("text: one") + "    text: two\n"
    problem = "The key 'text' appears twice."
    assert faults_in(text) == [fault(6, "", problem, "Keep one of them.")]


def test_every_key_given_twice_is_named() -> None:
    text = "name: Oak\nplanted: 2026-11-22\nname: Elm\nleaves: []\nname: Ash\nleaves: []\n"
    assert [(each.line, each.problem) for each in faults_in(text)] == [
        (3, "The key 'name' appears twice."),
        (5, "The key 'name' appears twice."),
        (6, "The key 'leaves' appears twice."),
    ]


def test_an_unknown_key_is_refused_with_the_sibling_it_looks_like() -> None:
    text = leaf("txet: one") + '  - id: "3.9"\n    text: two\n'
    assert faults_in(text) == [
        fault(5, "3.8, txet", "The key 'txet' is not known here.", "Did you mean 'text'?")
    ]


def test_an_unknown_key_like_no_other_is_refused_all_the_same() -> None:
    fix = "Take it out, or look at its spelling."
    assert faults_in(leaf("weather: wet")) == [
        fault(5, "3.8, weather", "The key 'weather' is not known here.", fix)
    ]


def test_an_unknown_key_at_the_top_is_refused() -> None:
    (only,) = faults_in(GOOD + "height: 3\n")
    assert (only.line, only.place) == (10, "height")
    assert only.problem == "The key 'height' is not known here."


def test_a_missing_key_is_told_where_its_group_starts() -> None:
    text = leaf("text: x") + "  - text: y\n"
    assert faults_in(text) == [
        fault(6, "number 2, id", "The key 'id' is missing.", "Add it."),
    ]


@try_each(
    ("line", "place", "problem", "fix"),
    [
        ("text: [a, b]", "text", "This should be text, but is a list.", "Write it in quotes."),
        (
            "text: {a: b}",
            "text",
            "This should be text, but is a group of keys.",
            "Write it in quotes.",
        ),
        ("text: 12", "text", "This should be text, but is a number.", "Write it in quotes."),
        ("text: no", "text", "This should be text, but is yes or no.", "Write it in quotes."),
        ("text:", "text", "This should be text, but is empty.", "Write it in quotes."),
        (
            "text: 2026-11-22",
            "text",
            "This should be text, but is something else.",
            "Write it in quotes.",
        ),
        ("near: one", "near", "This should be a list, but is text.", "Start each line with '- '."),
        (
            "sizes: [1, two]",
            "number 2",
            "This should be a whole number, but is text.",
            "Write digits only.",
        ),
        (
            "green: maybe",
            "green",
            "This should be yes or no, but is text.",
            "Write yes or no.",
        ),
        (
            "kind: habit",
            "kind",
            "'habit' is not one of the known words.",
            "Use 'ability', 'knowledge' or 'value'.",
        ),
    ],
)
def test_a_wrong_type_is_told_in_plain_words(line: str, place: str, problem: str, fix: str) -> None:
    assert faults_in(leaf(line)) == [fault(5, f"3.8, {place}", problem, fix)]


def test_text_where_a_group_should_be_is_refused() -> None:
    text = "name: Oak\nplanted: 2026-11-22\nleaves:\n  - just text\n"
    problem = "This should be a group of keys, but is text."
    assert faults_in(text) == [fault(4, "number 1", problem, "Write 'key: value' lines.")]
    assert faults_in("just text") == [fault(1, "", problem, "Write 'key: value' lines.")]


def test_a_fault_in_a_group_is_told_on_the_line_of_its_key() -> None:
    text = leaf("near:\n      a: b")
    problem = "This should be a list, but is a group of keys."
    assert faults_in(text) == [fault(5, "3.8, near", problem, "Start each line with '- '.")]


def test_a_date_in_words_is_told_as_one() -> None:
    assert faults_in("name: Oak\nplanted: last week\n") == [
        fault(
            2, "planted", "This should be a date, but is text.", "Write it like this: 2026-11-22."
        )
    ]


def test_every_fault_is_told_at_once_each_with_its_own_line() -> None:
    text = dedent("""\
        name: 7
        leaves:
          - id: "3.8"
            kind: habit
          - id: 3.10
          - text: no id
            text: again
            weather: wet
        """)
    assert [(each.line, each.place, each.problem) for each in faults_in(text)] == [
        (1, "name", "This should be text, but is a number."),
        (1, "planted", "The key 'planted' is missing."),
        (4, "3.8, kind", "'habit' is not one of the known words."),
        (5, "number 2, id", "This should be text, but is the number 3.1."),
        (6, "number 3, id", "The key 'id' is missing."),
        (7, "", "The key 'text' appears twice."),
        (8, "number 3, weather", "The key 'weather' is not known here."),
    ]


def test_plain_data_is_checked_without_lines() -> None:
    with pytest.raises(FaultsFound) as raised:
        validate("tree.json", {"name": "Oak", "planted": "2026-11-22", "leaves": [{}]}, TREE)
    assert raised.value.faults == (
        Fault("tree.json", "number 1, id", "The key 'id' is missing.", "Add it."),
    )


def test_a_fault_says_file_line_and_place_as_far_as_they_are_known() -> None:
    assert str(Fault("a.yaml", "3.8, text", "It is wrong.", "Correct it.", line=3)) == (
        "a.yaml, line 3 (3.8, text): It is wrong. Correct it."
    )
    assert str(Fault("a.yaml", "", "It is wrong.", "")) == "a.yaml: It is wrong."


def test_twenty_faults_are_told_and_the_rest_counted() -> None:
    many = [Fault("a.yaml", "", "Wrong.", "", line=line) for line in range(1, 24)]
    lines = told_faults(many).split("\n")
    assert lines[0] == "- a.yaml, line 1: Wrong."
    assert lines[19:] == ["- a.yaml, line 20: Wrong.", "- and 3 more"]
    assert told_faults(many[:20]).split("\n")[-1] == "- a.yaml, line 20: Wrong."


@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@`,? \n\t\r3.1~=<", max_size=40))
def test_any_text_that_is_no_tree_is_refused_with_faults(text: str) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        tree = read(text)
    except FaultsFound as found:
        faults = found.faults
    else:
        pytest.fail(f"nothing here can be a whole tree: {tree}")
    assert faults
    lines = len(text.splitlines()) + 1
    assert all(each.problem and each.fix and 0 <= each.line <= lines for each in faults)


TAGGED = (
    "!!timestamp soon",
    "!!bool perhaps",
    "!!int three",
    "!!float three",
    "!!binary 'é'",
    "!!null [1]",
    "!!set [1]",
    "!!omap {a: 1}",
    "!!pairs 7",
    "!!python/name:os.system x",
    "!!str {a: 1}",
    "!unknown x",
    "!!timestamp [2026]",
    "2026-13-45",
    "!!int ''",
)


@try_each("value", TAGGED)
@try_each("text", ["{}\n", "key: {}\n", "- a\n- {}\n", "{}: key\n"])
def test_a_tag_that_does_not_fit_is_a_fault_of_the_file(text: str, value: str) -> None:
    with pytest.raises(FaultsFound) as caught:
        read_yaml("f.yaml", text.format(value), TypeAdapter(dict[str, str]))
    assert caught.value.faults
    assert all("object" not in fault.problem for fault in caught.value.faults)


def test_a_tag_that_does_not_fit_is_told_with_its_line() -> None:
    with pytest.raises(FaultsFound) as caught:
        read_yaml("f.yaml", "a: b\nc: !!bool perhaps\n", TypeAdapter(dict[str, str]))
    (fault,) = caught.value.faults
    assert str(fault).startswith("f.yaml, line 2: This is not valid YAML: the value does not fit")
