"""Units that hold all of some words, as an interview looks for a question."""

from functools import cache

from ipsskills.framework.finding.holding import list_everyday, list_holding
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.framework.builders import competences, curriculum, guidance, parsed, statement, tiny


def holding(framework: Framework, *words: str) -> list[str]:
    return [unit.id for unit in list_holding(framework, words)]


@cache
def searchable() -> Framework:
    """Return a framework in which each kind of passage holds a word of its own."""
    rated, taught = competences(), curriculum()
    rated["domains"][0]["units"][0]["statements"] = [
        statement("3.10/said", text="An ability to map:", points=["rivers", "tall hills"]),
        statement("3.10/old", text="An ability to map volcanoes.", retired=True),
    ]
    taught["sections"][0]["units"][1] |= {
        "purpose": "To draw purple maps.",
        "outcomes": ["Draw an orange map"],
        "topics": ["yellow maps"],
        "activities": [
            {
                "slug": "walk",
                "kind": "shadowing",
                "title": "Walk the green hills",
                "what": "Take a map (1:50).",
                "with_whom": "a guide",
                "time": "a day",
                "bring": "a stick",
            }
        ],
        "vignettes": [
            {
                "slug": "lost",
                "title": "Lost",
                "case": "A white fog.",
                "questions": ["Where?"],
                "look_for": ["calm"],
            }
        ],
        "notes": [
            guidance(nations=["W"], text="A brown act."),
        ],
    }
    return parsed(rated, taught)


@try_each(
    "word",
    [
        "planning",
        "purple",
        "orange",
        "yellow",
        "green",
        "white",
        "calm",
        "brown",
        "rivers",
        "stick",
    ],
)
def test_every_kind_of_passage_is_searched(word: str) -> None:
    assert holding(searchable(), word) == ["3.10"]


def test_all_words_have_to_stand_in_one_passage_in_any_order_and_case() -> None:
    whole = searchable()
    assert holding(whole, "HILLS", "map") == ["3.10"]
    assert holding(whole, "purple", "orange") == []


def test_a_word_is_found_from_its_beginning_only() -> None:
    whole = searchable()
    assert holding(whole, "riv") == ["3.10"]
    assert holding(whole, "ivers") == []


def test_retired_statements_are_not_found() -> None:
    assert holding(searchable(), "volcanoes") == []


def test_signs_are_taken_as_they_stand() -> None:
    whole = searchable()
    assert holding(whole, "1:50") == ["3.10"]
    assert holding(whole, "1.50") == []
    assert holding(whole, "map)") == []
    assert holding(whole, "m[a]p") == []


def test_without_words_nothing_is_found() -> None:
    assert holding(tiny()) == []
    assert holding(tiny(), "") == []


def test_units_stand_in_curriculum_order() -> None:
    assert holding(tiny(), "title") == ["3.2", "3.10", "M1", "A1"]


@try_each(
    ("words", "passages"),
    [
        (["PENALITE"], ["3.10"]),
        (["pénalité"], ["3.10"]),
        (["client's"], ["3.10"]),
        (["CLIENT’S", "penalite"], ["3.10"]),
        (["clients"], ["3.10"]),
        (["istanbul"], ["3.10"]),
        (["enalite"], []),
    ],
)
def test_accents_apostrophes_and_capitals_make_no_difference(
    words: list[str], passages: list[str]
) -> None:
    taught = curriculum()
    taught["sections"][0]["units"][1]["purpose"] = "A client’s pénalité in İstanbul."
    assert holding(parsed(competences(), taught), *words) == passages


@try_each(
    ("words", "units"),
    [("facebook", ["2.1", "3.12"]), ("fancies me", ["2.1"]), ("xyzzy", []), ("", [])],
)
def test_what_stands_nowhere_may_be_an_everyday_word(
    words: str, units: list[str], framework: Framework
) -> None:
    assert holding(framework, *words.split()) == []
    assert [unit.id for unit in list_everyday(framework, words.split())] == units
