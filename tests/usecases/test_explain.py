"""Anything on a page can be explained: rules first, then words, principles and fidelity items."""

from collections.abc import Callable
from datetime import date

import pytest

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.framework.background import (
    Fidelity,
    FidelityItem,
    Glossary,
    Principle,
    Term,
    load_fidelity,
    load_glossary,
)
from ipsskills.method.explain import Topic
from ipsskills.method.lists import EXPLAIN_ORDER
from ipsskills.usecases.explain import explain, list_topics

Find = Callable[[str], Topic]
GLOSSARY = Glossary(
    version="1",
    reviewed=date(2026, 11, 22),
    terms=(
        Term(term="Access to Work", also=("AtW",), text="A grant.", units=("3.7", "3.16")),
        Term(term="Place then train", text="A job first, then help in it."),
        Term(term="Order", text="Not this one: the rule of that name comes first."),
    ),
)
FIDELITY = Fidelity(
    version="1",
    reviewed=date(2026, 11, 22),
    principles=(
        Principle(
            number=3,
            name="Rapid job search",
            description="Soon.",
            in_practice="Within a month.",
            against="A course first.",
            units=("3.15",),
        ),
    ),
    groups=(),
    items=tuple(
        FidelityItem(
            number=number,
            name=name,
            group="services",
            organisation=organisation,
            description="Whether it is so.",
            here="Look at 3.8.",
            units=("3.8",),
        )
        for number, name, organisation in ((1, "Caseload size", True), (13, "Disclosure", False))
    ),
)

ORGANISATIONS = (
    "Whether it is so. Look at 3.8. It rests with the organisation. "
    "It rates a service, never a person."
)


@pytest.fixture
def find() -> Find:
    return lambda word: explain(word, GLOSSARY, FIDELITY)


@pytest.mark.parametrize("word", ["order", "ORDER", "  Order ", "where effort would pay first"])
def test_a_rule_is_found_by_its_word_or_title(find: Find, word: str) -> None:
    assert find(word).text == EXPLAIN_ORDER


@pytest.mark.parametrize("topic", list_topics(), ids=lambda topic: topic.name)
def test_every_rule_is_found_and_says_something(find: Find, topic: Topic) -> None:
    assert find(topic.name) is topic
    assert len(topic.text) > 80


def test_no_two_rules_have_one_name() -> None:
    names = [topic.name for topic in list_topics()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("word", ["access to work", "atw", "ATW "])
def test_a_word_is_found_by_any_of_its_names(find: Find, word: str) -> None:
    found = find(word)
    assert (found.title, found.text) == ("Access to Work", "A grant. See 3.7 and 3.16.")


def test_a_word_of_no_unit_names_none(find: Find) -> None:
    assert find("place then train").text == "A job first, then help in it."


@pytest.mark.parametrize("word", ["P3", "p3", "principle 3", "Rapid Job Search"])
def test_a_principle_is_found_by_number_or_name(find: Find, word: str) -> None:
    found = find(word)
    assert found.title == "Principle 3: Rapid job search"
    assert found.text == "Soon. In practice: Within a month. Against it: A course first."


@pytest.mark.parametrize(
    ("word", "title", "text"),
    [
        (
            "item 13",
            "Item 13: Disclosure",
            "Whether it is so. Look at 3.8. It rates a service, never a person.",
        ),
        ("caseload size", "Item 1: Caseload size", ORGANISATIONS),
    ],
)
def test_a_fidelity_item_is_never_held_against_a_person(
    find: Find, word: str, title: str, text: str
) -> None:
    found = find(word)
    assert (found.title, found.text) == (title, text)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("saftey", "Perhaps: safety."),
        ("strenghts", "Perhaps: strengths."),
        ("disclosur", "Perhaps: item 13."),
        ("field mentoring", "Perhaps: chances, coverage."),
        ("qwertz", f"See the list: {do('explain')}"),
        ("", f"See the list: {do('explain')}"),
    ],
)
def test_an_unknown_word_leads_to_what_is_near(find: Find, word: str, near: str) -> None:
    with pytest.raises(NotFound) as unknown:
        find(word)
    assert unknown.value.message == f"There is no explanation of '{word}'."
    assert unknown.value.hint == near


def test_everything_shipped_is_found_by_each_of_its_names() -> None:
    glossary, fidelity = load_glossary(), load_fidelity()
    rules = {name for topic in list_topics() for name in (topic.name, topic.title.casefold())}
    for term in glossary.terms:
        for name in (term.term, *term.also):
            if name.casefold() not in rules:
                assert explain(name, glossary, fidelity).title == term.term, name
    for number in range(1, 9):
        assert explain(f"P{number}", glossary, fidelity).title.startswith(f"Principle {number}: ")
    for number in range(1, 26):
        assert explain(f"item {number}", glossary, fidelity).title.startswith(f"Item {number}: ")


def test_the_check_for_details_is_explained_too_and_what_is_never_done_last() -> None:
    names = [topic.name for topic in list_topics()]
    assert "detail" in names
    assert names[-1] == "never"
    assert len(set(names)) == len(names)
