"""Anything on a page can be explained: rules first, then words, principles and fidelity items."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from ipsskills.cli.output.spelling import spell_text
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.systems.explained import CrosswalkFacts, FactPageFacts
from ipsskills.folding import fold
from ipsskills.framework.background import (
    Fidelity,
    FidelityItem,
    Glossary,
    ItemGroup,
    LookedAt,
    NameSeen,
    Principle,
    RestsWith,
    Term,
)
from ipsskills.framework.systems.layout import Strategies
from ipsskills.method.explain import Topic
from ipsskills.method.lists import EXPLAIN_ORDER
from ipsskills.pages.compose.content.explain import compose_glossary
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.explain import (
    Shelf,
    explain,
    explain_rule,
    list_explainable,
    list_pages,
    list_topics,
)
from tests.cases import try_each
from tests.framework.shelf import fill_shelf

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
            rests_with=whose,
            description="Whether it is so.",
            here="Look at 3.8.",
            units=("3.8",),
        )
        for number, name, whose in (
            (1, "Caseload size", RestsWith.ORGANISATION),
            (13, "Disclosure", RestsWith.SPECIALISTS),
        )
    ),
)

FORM_DECIDES = "What it looks for is told here in our words; the form decides."
ORGANISATIONS = (
    "Whether it is so.\nLook at 3.8.\nIt rests mainly with the organisation.\n"
    f"It rates a service, never a person. See 3.8.\n{FORM_DECIDES}"
)

SPECIALISTS = ORGANISATIONS.replace("with the organisation", "on what specialists do")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Return what is shipped."""
    return fill_shelf()


@pytest.fixture
def find(shelf: Shelf) -> Find:
    """Return what explains words on a shelf with a few of them, and no pages."""
    few = replace(
        shelf,
        glossary=GLOSSARY,
        fidelity=FIDELITY,
        explained=replace(shelf.explained, pages=()),
        crosswalks=replace(shelf.crosswalks, crosswalks=()),
    )

    def explain_topic(word: str) -> Topic:
        found = explain(word, few)
        assert isinstance(found, Topic)
        return found

    return explain_topic


@try_each("word", ["order", "ORDER", "  Order ", "where effort would pay first"])
def test_a_rule_is_found_by_its_word_or_title(find: Find, word: str) -> None:
    assert find(word).text == EXPLAIN_ORDER


@try_each("topic", list_topics())
def test_every_rule_is_found_and_says_something(find: Find, topic: Topic) -> None:
    assert find(topic.name) is topic
    assert len(topic.text) > 80


@try_each("word", ["order", " ORDER ", "Where effort would pay first"])
def test_a_rule_is_explained_without_any_of_the_content(word: str) -> None:
    found = explain_rule(word)
    assert found is not None
    assert found.text == EXPLAIN_ORDER
    assert explain_rule("evidence") is None
    assert explain_rule("") is None


def test_what_may_be_asked_is_explained_by_everyday_words_with_its_commands() -> None:
    found = {explain_rule(word) for word in ("rights", "erase", "Hold", "contest", "my rights")}
    (topic,) = found
    assert topic is not None
    assert topic.name == "rights"
    for command in ("data export", "data hold", "data forget", "data redact", "contest"):
        assert f"ipsskills {command}" in spell_text(topic.text), command
    privacy = explain_rule("privacy")
    assert privacy is not None
    assert [spell_text(each) for each in privacy.see] == ["ipsskills explain rights"]


def test_no_two_rules_have_one_name() -> None:
    names = [topic.name for topic in list_topics()]
    assert len(set(names)) == len(names)


@try_each(
    "word",
    [
        "what is Access to Work?",
        "What's access to work",
        "what does ATW stand for",
        "tell me about Access to Work",
        "how do I get Access to Work?",
    ],
)
def test_a_question_is_taken_for_what_it_asks_about(find: Find, word: str) -> None:
    assert find(word).title == "Access to Work"


@try_each("word", ["what is", "how do I", "who does what", "is work good"])
def test_what_asks_about_nothing_known_is_not_guessed_at(find: Find, word: str) -> None:
    with pytest.raises(NotFound):
        find(word)


@try_each("word", ["access to work", "atw", "ATW "])
def test_a_word_is_found_by_any_of_its_names(find: Find, word: str) -> None:
    found = find(word)
    assert (found.title, found.text) == ("Access to Work", "A grant. See 3.7 and 3.16.")


def test_a_word_of_no_unit_names_none(find: Find) -> None:
    assert find("place then train").text == "A job first, then help in it."


@try_each("word", ["P3", "p3", "principle 3", "Rapid Job Search"])
def test_a_principle_is_found_by_number_or_name(find: Find, word: str) -> None:
    found = find(word)
    assert found.title == "Principle 3: Rapid job search"
    assert (
        found.text == "Soon.\nIn practice: Within a month.\nAgainst it: A course first. See 3.15."
    )


@try_each(
    ("word", "title", "text"),
    [
        (
            "item 13",
            "Item 13: Disclosure",
            SPECIALISTS,
        ),
        ("caseload size", "Item 1: Caseload size", ORGANISATIONS),
    ],
)
def test_a_fidelity_item_is_never_held_against_a_person(
    find: Find, word: str, title: str, text: str
) -> None:
    found = find(word)
    assert (found.title, found.text) == (title, text)


@try_each(
    ("word", "near"),
    [
        ("saftey", "Perhaps: safety."),
        ("strenghts", "Perhaps: strengths."),
        ("disclosur", "Perhaps: item 13."),
        ("field mentoring", "Perhaps: chances, coverage."),
        *(
            (word, f"See the list: {do('explain')}")
            for word in ("induction", "999", "ates")  # "sanction" is not near; parts of words
        ),
        ("qwertz", f"See the list: {do('explain')}"),
        ("", f"See the list: {do('explain')}"),
    ],
)
def test_an_unknown_word_leads_to_what_is_near(find: Find, word: str, near: str) -> None:
    with pytest.raises(NotFound) as unknown:
        find(word)
    assert unknown.value.message == f"There is no explanation of '{word}'."
    assert unknown.value.hint == near


def title_of(word: str, shelf: Shelf) -> str:
    found = explain(word, shelf)
    assert not isinstance(found, Glossary)
    return found.crosswalk.title if isinstance(found, CrosswalkFacts) else found.title


def list_page_names(shelf: Shelf) -> Iterator[str]:
    """Yield every name a rule or a page answers to, folded; each of them its own names once."""
    for topic in list_topics():
        yield from {fold(topic.name), fold(topic.title)}
    for page in shelf.explained.pages:
        yield from {*map(fold, (page.name, page.title, *page.also))}
    for standard in shelf.crosswalks.crosswalks:
        yield from {*map(fold, (standard.name, standard.title, *standard.also))}
    ways = shelf.systems.strategies
    yield from {*map(fold, (ways.name, ways.title, *ways.also))}


def test_everything_shipped_is_found_by_each_of_its_names(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = list(list_explainable(shelf))  # listed once, and not at each of hundreds of names
    monkeypatch.setattr("ipsskills.usecases.explain.list_explainable", lambda _: known)
    pages = set(list_page_names(shelf))
    for term in shelf.glossary.terms:
        for name in (term.term, *term.also):
            if fold(name) not in pages:
                assert title_of(name, shelf) == term.term, name
    for number in range(1, 9):
        assert title_of(f"P{number}", shelf).startswith(f"Principle {number}: ")
    words = {fold(name) for term in shelf.glossary.terms for name in (term.term, *term.also)}
    for item in shelf.fidelity.items:
        title = f"Item {item.number}: {item.name_here}"
        assert title_of(f"item {item.number}", shelf) == title
        for name in (item.name, *item.also):
            if fold(name) not in pages | words:
                assert title_of(name, shelf) == title, name


def test_no_two_pages_answer_to_one_name(shelf: Shelf) -> None:
    names = list(list_page_names(shelf))
    assert len(names) == len(set(names))


def test_no_word_is_hidden_by_a_page(shelf: Shelf) -> None:
    """A page that has a word's name gives what the glossary says of it first."""
    rules = {fold(name) for topic in list_topics() for name in (topic.name, topic.title)}
    pages = set(list_page_names(shelf)) - rules
    for term in shelf.glossary.terms:
        if fold(term.term) in pages:
            found = explain(term.term, shelf)
            assert isinstance(found, FactPageFacts)
            assert found.word == term.text


# The published form counts afresh in each of its parts: 3 items, then 8, then 14.
@try_each(
    ("place", "number"),
    [
        ("Staffing 1", 1),
        ("Staffing 3", 3),
        ("Organisation 1", 4),
        ("organisation 4", 7),
        ("Organisation 8", 11),
        ("Services 1", 12),
        ("services 14", 25),
    ],
)
def test_an_item_goes_by_its_place_on_the_published_form(
    shelf: Shelf, place: str, number: int
) -> None:
    assert title_of(place, shelf).startswith(f"Item {number}: ")


@try_each(
    ("word", "number"),
    [
        ("vocational unit", 7),
        ("employment unit", 7),
        ("Job development - frequent employer contact", 17),
        ("Employer contact: quality", 18),
        ("individualized job search", 16),
        ("INDIVIDUALISED JOB SEARCH", 16),
        ("Executive team support", 11),
        ("agency focus on competitive work", 10),
    ],
)
def test_an_item_goes_by_published_names_and_by_ours(shelf: Shelf, word: str, number: int) -> None:
    assert title_of(word, shelf).startswith(f"Item {number}: ")


def test_what_was_not_seen_of_an_item_says_so(shelf: Shelf) -> None:
    group = ItemGroup(slug="services", name="Services")
    seen = replace(
        FIDELITY.items[1],
        also=("Telling", "Saying so"),
        name_seen=NameSeen.EARLIER_FORM,
        looked_at=(LookedAt.DOCUMENTS, LookedAt.PLANS),
        looked_at_seen=False,
    )
    unseen = replace(
        seen,
        number=14,
        name="Other",
        rests_with=RestsWith.BOTH,
        looked_at=(LookedAt.WATCHED,),
        name_seen=NameSeen.UNSEEN,
        description_seen=False,
        level="nine in ten of them",
    )
    few = replace(shelf, fidelity=replace(FIDELITY, groups=(group,), items=(seen, unseen)))
    found = explain("item 13", few)
    assert isinstance(found, Topic)
    assert found.text.split("\n") == [
        "Whether it is so.",
        "Look at 3.8.",
        "It rests mainly on what specialists do.",
        "It rates a service, never a person. See 3.8.",
        (
            "On the published form, as far as we know: Services 1. Also called: Telling; "
            "Saying so. Reviewers look at documents and clients' plans. The name is as on the "
            "earlier form of 15 items. What reviewers look at: from working knowledge of the form."
        ),
        FORM_DECIDES,
    ]
    other = explain("services 2", few)
    assert isinstance(other, Topic)
    assert other.text.split("\n")[1:] == [
        "Level looked for: nine in ten of them (working knowledge).",
        "Look at 3.8.",
        "It needs both: what the organisation provides and what specialists do.",
        "It rates a service, never a person. See 3.8.",
        (
            "On the published form, as far as we know: Services 2. Also called: Telling; "
            "Saying so. Reviewers look at what they watch (a team meeting, supervision, work with "
            "employers). Its name and what reviewers look at: from working knowledge of the form."
        ),
        "What it looks for is told here in our words, from working knowledge; the form decides.",
    ]


@try_each("number", range(1, 26))
def test_only_the_first_three_are_told_as_read_on_the_form(shelf: Shelf, number: int) -> None:
    found = explain(f"item {number}", shelf)
    assert isinstance(found, Topic)
    assert found.text.endswith("the form decides.")
    assert (", from working knowledge; the form decides." in found.text) == (number > 3)
    level = next((line for line in found.text.split("\n") if line.startswith("Level ")), "")
    assert bool(level) == (number in (2, 4, 5, 6, 7, 11, 15, 17, 19, 20, 21, 23, 24))
    assert not level or level.endswith(" (working knowledge).") == (number > 3)


@try_each(
    ("number", "named"),
    [
        (1, "Caseload size"),
        (16, "Individualised job search"),
        (22, "Individualised follow-along supports"),
        (
            6,
            (
                "Collaboration with Jobcentre Plus (on the form: Collaboration between employment "
                "specialists and Vocational Rehabilitation counselors)"
            ),
        ),
        (
            11,
            (
                "Executive team support for supported employment (on the form: Executive team "
                "support for SE)"
            ),
        ),
    ],
)
def test_an_american_name_is_said_as_people_here_say_it(
    shelf: Shelf, number: int, named: str
) -> None:
    assert shelf.fidelity.item[number].name_here == named


def test_a_word_that_was_not_looked_up_says_so(shelf: Shelf) -> None:
    term = Term(term="Depot", text="An injection.", looked_up=False, see=("x",))
    found = explain("depot", replace(shelf, glossary=replace(GLOSSARY, terms=(term,))))
    assert isinstance(found, Topic)
    assert found.text == "An injection. (From working knowledge: check it before you rely on it.)"
    assert found.see == ("x",)


@try_each(
    ("word", "page"),
    [
        ("evidence", "evidence"),
        ("research", "evidence"),
        ("FIDELITY", "fidelity"),
        ("high fidelity", "fidelity"),
        ("co-location", "co-location"),
        ("key performance indicators", "indicators"),
        ("how the framework was made", "framework"),
        ("value for money", "cost"),
        ("drivers", "barriers"),
        ("seven principles", "principles"),
    ],
)
def test_a_page_of_facts_goes_by_its_names(shelf: Shelf, word: str, page: str) -> None:
    found = explain(word, shelf)
    assert isinstance(found, FactPageFacts)
    assert found.name == page


def test_ways_of_teaching_and_crosswalks_are_explained_too(shelf: Shelf) -> None:
    assert isinstance(explain("teaching strategies", shelf), Strategies)
    for word, name in (("ST0663", "ST0663"), ("st0663", "ST0663"), ("nos", "NOS")):
        found = explain(word, shelf)
        assert isinstance(found, CrosswalkFacts)
        assert found.crosswalk.name == name


def test_the_list_names_every_page(shelf: Shelf) -> None:
    assert [topic.name for topic in list_pages(shelf)] == [
        *("framework", "principles", "evidence", "fidelity", "co-location", "barriers", "cost"),
        *("indicators", "strategies", "ST0663", "NOS", "glossary"),
    ]
    named = {each.name for each in list_explainable(shelf)}
    assert {topic.name for topic in list_pages(shelf)} <= named


def test_a_slip_in_the_name_of_a_page_leads_to_it(shelf: Shelf) -> None:
    with pytest.raises(NotFound) as unknown:
        explain("indicatrs", shelf)
    assert unknown.value.hint.startswith("Perhaps: indicators")


def test_the_check_for_details_is_explained_too_and_what_is_never_done_last() -> None:
    names = [topic.name for topic in list_topics()]
    assert "detail" in names
    assert names[-1] == "never"
    assert len(set(names)) == len(names)


@try_each("word", ["glossary", "Words", "list of words"])
def test_the_glossary_is_every_word_with_what_it_means(word: str, shelf: Shelf) -> None:
    found = explain(word, shelf)
    assert isinstance(found, Glossary)
    told = to_text(compose_glossary(found), 10_000)
    assert all(f"  {term.term}" in told and term.text in told for term in found.terms)
    assert told.count("(From working knowledge") == sum(not t.looked_up for t in found.terms) > 0


@try_each(("word", "units"), [("Minimum wage", ("1.6", "3.15")), ("Capacity", ("2.3",))])
def test_each_unit_that_an_explanation_says_to_see_is_opened_below_it(
    word: str, units: tuple[str, ...], shelf: Shelf
) -> None:
    found = explain(word, shelf)
    assert isinstance(found, Topic)
    assert found.text.endswith(f"See {' and '.join(units)}.")
    assert found.see == tuple(str(do(f"framework show {unit}")) for unit in units)
