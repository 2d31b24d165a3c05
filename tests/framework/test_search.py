"""Finding a unit as people type it, and passages that hold words."""

import pytest

from ipsskills.cli.output.spelling import spell_text
from ipsskills.errors import NotFound
from ipsskills.framework.search import find_unit, search
from ipsskills.framework.types import Framework
from tests.framework.builders import competences, curriculum, guidance, parsed, statement, tiny

HINT = "Units are numbered 1.1 to 3.16, areas M1 to M10, A1 and A2: ipsskills framework show"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3.10", "3.10"),
        ("3.1", "3.1"),
        (" 3.2 ", "3.2"),
        ("m10", "M10"),
        ("M1", "M1"),
        ("a2", "A2"),
        ("disclosure", "3.8"),
        ("Employment-Plan", "3.10"),
        ("supervision", "A1"),
        ("assessing capacity", "2.3"),
        ("vocational prof", "3.9"),
        ("BENEFITS SYSTEM", "3.7"),
        ("Where the week goes", "M8"),
        ("Benefits and money", "3.7"),
    ],
)
def test_a_unit_is_found_by_number_slug_or_part_of_its_title(
    framework: Framework, typed: str, found: str
) -> None:
    assert find_unit(framework, typed).id == found


def test_a_part_of_several_titles_lists_the_candidates(framework: Framework) -> None:
    with pytest.raises(NotFound) as raised:
        find_unit(framework, "Constructing")
    assert raised.value.message == (
        "'Constructing' could be: 3.9 Vocational profile, 3.10 Employment plan."
    )
    assert raised.value.hint == "Type the number, for example 3.8."
    assert raised.value.exit_code == 10


@pytest.mark.parametrize("typed", ["3.17", "4.1", "3.100", "M11", "A3", "", "  ", "fishing", "3."])
def test_what_is_no_unit_is_not_found(framework: Framework, typed: str) -> None:
    with pytest.raises(NotFound) as raised:
        find_unit(framework, typed)
    assert raised.value.message == f"There is no unit '{typed}'."
    assert spell_text(raised.value.hint) == HINT


def where(framework: Framework, *words: str) -> list[tuple[str, str]]:
    return [(hit.unit.id, hit.where) for hit in search(framework, words)]


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


@pytest.mark.parametrize(
    ("word", "passage"),
    [
        ("planning", "title"),
        ("purple", "purpose"),
        ("orange", "outcome"),
        ("yellow", "topic"),
        ("green", "shadowing"),
        ("white", "vignette"),
        ("brown", "note, Wales"),
        ("rivers", "3.10/said"),
    ],
)
def test_every_kind_of_passage_is_searched_and_named(word: str, passage: str) -> None:
    assert where(searchable(), word) == [("3.10", passage)]


def test_all_words_have_to_stand_in_one_passage_in_any_order_and_case() -> None:
    whole = searchable()
    assert where(whole, "HILLS", "map") == [("3.10", "3.10/said"), ("3.10", "shadowing")]
    assert where(whole, "purple", "orange") == []


def test_a_word_is_found_from_its_beginning_only() -> None:
    whole = searchable()
    assert where(whole, "riv") == [("3.10", "3.10/said")]
    assert where(whole, "ivers") == []


def test_retired_statements_are_not_found() -> None:
    assert where(searchable(), "volcanoes") == []


def test_signs_are_taken_as_they_stand() -> None:
    whole = searchable()
    assert where(whole, "1:50") == [("3.10", "shadowing")]
    assert where(whole, "1.50") == []
    assert where(whole, "map)") == []
    assert where(whole, "m[a]p") == []


def test_without_words_nothing_is_found() -> None:
    assert search(tiny(), []) == ()


def test_hits_stand_in_curriculum_order_with_the_sentence_that_matched() -> None:
    hits = search(tiny(), ["title"])
    assert [(hit.unit.id, hit.where, hit.text) for hit in hits] == [
        ("3.2", "title", "Title of listening"),
        ("3.10", "title", "Title of planning"),
        ("M1", "title", "Title of pacing"),
        ("A1", "title", "Title of guiding"),
    ]


@pytest.mark.parametrize(
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
    found = search(parsed(competences(), taught), words)
    assert [hit.unit.id for hit in found] == passages


@pytest.mark.parametrize("typed", ["vocational’s", "Vocational  Profile", "VOCATIONAL PROFİLE"])
def test_a_unit_is_found_however_its_title_is_typed(framework: Framework, typed: str) -> None:
    if typed == "vocational’s":
        with pytest.raises(NotFound):
            find_unit(framework, typed)
    else:
        assert find_unit(framework, typed).id == "3.9"
