"""What is checked across the files, and how they come together."""

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ipsskills.codes import AskedAs
from ipsskills.framework.types import Domain, Section
from tests.cases import try_each
from tests.framework.builders import (
    Data,
    competences,
    curriculum,
    domain,
    lesson,
    merge_faults,
    parsed,
    statement,
    tiny,
    unit,
)


def planning(rated: Data) -> Data:
    """Return unit 3.10 in the competences."""
    found: Data = rated["domains"][0]["units"][0]
    assert found["id"] == "3.10"
    return found


def listening(taught: Data) -> Data:
    """Return unit 3.2 in the curriculum."""
    found: Data = taught["sections"][0]["units"][0]
    assert found["id"] == "3.2"
    return found


def with_unit(**more: Any) -> Data:
    rated = competences()
    planning(rated).update(more)
    return rated


def with_lesson(**more: Any) -> Data:
    taught = curriculum()
    listening(taught).update(more)
    return taught


# How the files come together.


def test_units_stand_in_curriculum_order_whatever_the_order_of_the_file() -> None:
    rated, taught = competences(), curriculum()
    assert [each["id"] for each in rated["domains"][0]["units"]] == ["3.10", "3.2"]
    rated["domains"].reverse()
    taught["areas"].reverse()
    assert [each.id for each in parsed(rated, taught).units] == ["3.2", "3.10", "M1", "A1"]


def test_a_unit_has_the_parts_of_both_files() -> None:
    whole = parsed(with_unit(short="Plan"), with_lesson(purpose="To hear."))
    assert whole.by_id["3.10"].short == "Plan"
    assert whole.by_id["3.2"].curriculum.purpose == "To hear."
    assert whole.by_id["3.10"].curriculum.id == "3.10"


def test_units_areas_and_supporting_areas_know_their_domain_and_section() -> None:
    assert [(each.id, each.domain, each.section, each.is_area) for each in tiny().units] == [
        ("3.2", "talking", "practice", False),
        ("3.10", "talking", "practice", False),
        ("M1", "judging", None, True),
        ("A1", "guiding", None, True),
    ]


def test_supporting_areas_are_domains_of_their_own_and_come_last() -> None:
    assert tiny().domains == (
        Domain(id="D1", slug="talking", name="Name of talking", covers="What talking covers."),
        Domain(id="D2", slug="judging", name="Name of judging", covers="What judging covers."),
        Domain(id="A1", slug="guiding", name="Title of guiding", covers="What guiding covers."),
    )


def test_version_date_and_sections_are_taken_over() -> None:
    whole = tiny()
    assert (whole.version, whole.reviewed) == ("2026.1", date(2026, 11, 22))
    assert whole.sections == (Section(id="3", slug="practice", title="Practice"),)


def test_the_28_asked_are_units_and_areas_are_asked_apart() -> None:
    whole = tiny()
    assert [each.id for each in whole.asked()] == ["3.2", "3.10"]
    assert [each.id for each in whole.asked(areas=True)] == ["M1", "A1"]


def test_statements_are_found_with_their_unit_and_way_of_asking() -> None:
    asked = statement("3.10/known", kind="knowledge", asked_as="knowledge")
    whole = parsed(with_unit(asked_as="value", statements=[asked]), curriculum())
    found, its = whole.statements["3.10/known"]
    assert (found.id, its.id) == ("3.10", "3.10/known")
    assert whole.asked_as("3.10/known") is AskedAs.KNOWLEDGE
    assert whole.asked_as("3.10") is AskedAs.VALUE
    with pytest.raises(KeyError):
        whole.asked_as("3.10/nothing")


# References and agreement.


def test_a_unit_in_the_competences_only_is_told() -> None:
    rated = competences()
    rated["domains"][1]["units"].append(unit("3.3", "asking"))
    assert merge_faults(rated, curriculum()) == [
        "curriculum.yaml (3.3): Unit 3.3 is missing here. List it in both files."
    ]


def test_a_unit_in_the_curriculum_only_is_told() -> None:
    taught = curriculum()
    taught["areas"].append(lesson("M2", "timing"))
    assert merge_faults(competences(), taught) == [
        "competences.yaml (M2): Unit M2 is missing here. List it in both files."
    ]


@try_each("change", [{"title": "Title of Listening"}, {"slug": "hearing"}])
def test_titles_and_slugs_that_differ_are_told(change: Data) -> None:
    assert merge_faults(competences(), with_lesson(**change)) == [
        (
            "curriculum.yaml (3.2): The slug or title of 3.2 differs between the two files. "
            "Use 'listening', 'Title of listening'."
        )
    ]


def test_another_apostrophe_in_a_title_is_another_title() -> None:
    straight, curly = "A unit's title", "A unit\u2019s title"
    rated, taught = competences(), with_lesson(title=curly)
    rated["domains"][0]["units"][1]["title"] = straight
    assert merge_faults(rated, taught) == [
        (
            "curriculum.yaml (3.2): The slug or title of 3.2 differs between the two files. "
            "Use 'listening', 'A unit's title'."
        )
    ]


def test_versions_that_differ_are_told() -> None:
    assert merge_faults(competences(), curriculum(version="2026.2")) == [
        (
            "curriculum.yaml (version): The version is 2026.2, but competences.yaml has another. "
            "Give both files the same version."
        )
    ]


def test_a_domain_that_is_not_there_is_told() -> None:
    assert merge_faults(with_unit(also_touches=["judging", "guiding", "joy"]), curriculum()) == [
        "competences.yaml (3.10): There is no domain 'joy'. See also_touches."
    ]


def test_a_unit_that_is_not_there_cannot_be_built_on() -> None:
    assert merge_faults(competences(), with_lesson(builds_on=["3.10", "M1", "3.1"])) == [
        "curriculum.yaml (3.2): There is no unit 3.1. See builds_on."
    ]


@try_each("wrong", ["3.1/first", "3.2/first-one", "first", "3.10-first"])
def test_a_statement_whose_id_names_another_unit_is_told(wrong: str) -> None:
    assert merge_faults(with_unit(statements=[statement(wrong)]), curriculum()) == [
        (
            f"competences.yaml ({wrong}): This statement's id names another unit. "
            "It starts with '3.10/'."
        )
    ]


def test_a_retired_statement_may_name_what_replaced_it() -> None:
    old = statement("3.10/old", retired=True, replaced_by="3.10/new")
    whole = parsed(with_unit(statements=[old, statement("3.10/new")]), curriculum())
    kept = whole.by_id["3.10"]
    assert [each.id for each in kept.statements] == ["3.10/old", "3.10/new"]
    assert [each.id for each in kept.live_statements] == ["3.10/new"]
    assert whole.statements["3.10/old"][1].replaced_by == "3.10/new"


def test_a_statement_replaced_by_nothing_there_is_told() -> None:
    old = statement("3.10/old", retired=True, replaced_by="3.10/new")
    assert merge_faults(with_unit(statements=[old]), curriculum()) == [
        "competences.yaml (3.10/old): There is no '3.10/new'. See replaced_by."
    ]


# Each id and slug is used once.


@try_each(
    ("spoil", "place", "name"),
    [
        (lambda r, _: r["domains"][1]["units"].append(unit("3.4", "planning")), "3.4", "planning"),
        (lambda r, _: r["domains"][1].update(slug="talking"), "D2", "talking"),
        (lambda r, _: r["domains"][1].update(id="D1"), "D2", "D1"),
        (lambda r, _: planning(r).update(slug="talking"), "3.10", "talking"),
        (
            lambda r, _: planning(r)["statements"].append(statement("3.10/first")),
            "3.10",
            "3.10/first",
        ),
    ],
)
def test_a_name_used_twice_in_the_competences_is_told(
    spoil: Callable[[Data, Data], None], place: str, name: str
) -> None:
    rated, taught = competences(), curriculum()
    spoil(rated, taught)
    told = [line for line in merge_faults(rated, taught) if "used twice" in line]
    place = "D1" if name == "D1" else place
    assert told == [f"competences.yaml ({place}): '{name}' is used twice. Use each id once."]


def test_a_unit_listed_twice_is_told_with_each_name_it_repeats() -> None:
    rated = competences()
    rated["domains"][1]["units"].append(copy.deepcopy(planning(rated)))
    assert merge_faults(rated, curriculum()) == [
        "competences.yaml (3.10): '3.10' is used twice. Use each id once.",
        "competences.yaml (3.10): 'planning' is used twice. Use each id once.",
        "competences.yaml (3.10): '3.10/first' is used twice. Use each id once.",
    ]


def test_a_unit_taught_twice_is_told() -> None:
    taught = curriculum()
    taught["sections"].append(
        {"id": "4", "slug": "more", "title": "More", "units": [lesson("3.2", "listening")]}
    )
    assert merge_faults(competences(), taught) == [
        "curriculum.yaml (3.2): '3.2' is used twice. Use each id once.",
        "curriculum.yaml (3.2): 'listening' is used twice. Use each id once.",
    ]


def test_two_sections_of_one_name_are_told() -> None:
    taught = curriculum()
    taught["sections"].append({"id": "4", "slug": "practice", "title": "More", "units": []})
    assert merge_faults(competences(), taught) == [
        "curriculum.yaml (4): 'practice' is used twice. Use each id once."
    ]


# The scale's wording.


def without(what: Data, key: str) -> None:
    del what[key]


def put(what: Data, key: str, value: Any) -> None:
    what[key] = value


MISSING = "The words for '{}' are missing. Put them back."
PERIOD = "Use {period}, or none."


@try_each(
    ("spoil", "told"),
    [
        (lambda s: without(s["ways"], "safety"), "(ways): " + MISSING.format("safety")),
        (
            lambda s: without(s["ways"]["skill"]["anchors"], "2"),
            "(skill, anchors): " + MISSING.format("2"),
        ),
        (lambda s: without(s["other_answers"], "n"), "(other_answers): " + MISSING.format("n")),
        (lambda s: s["behind"].pop(1), "(behind): " + MISSING.format("time")),
        (lambda s: s["bases"].pop(0), "(bases): " + MISSING.format("O")),
        (
            lambda s: s["behind"].append({"key": "luck", "label": "Luck"}),
            "(behind): The key 'luck' is not known. The keys are fixed: learn, time, team, kit.",
        ),
        (
            lambda s: put(s["ways"]["value"], "question", "In the last {perod}?"),
            f"(value, question): '{{perod}}' cannot be filled in. {PERIOD}",
        ),
        (
            lambda s: put(s["ways"]["value"], "supervisor_question", "Seen {}?"),
            f"(value, supervisor_question): '{{}}' cannot be filled in. {PERIOD}",
        ),
        (
            lambda s: put(s["ways"]["value"], "question", "In the last {period?"),
            f"(value, question): A curly bracket has no partner. {PERIOD}",
        ),
        (
            lambda s: put(s["states"], "so_far", "{words} so far"),
            (
                "(states, so_far): '{words}' cannot be filled in. "
                "Use {word}, {rated}, {applicable}, {counted}, {to_go}, or none."
            ),
        ),
    ],
)
def test_wording_the_program_could_not_use_is_told(
    spoil: Callable[[Data], None], told: str
) -> None:
    rated = competences()
    spoil(rated["scale"])
    assert merge_faults(rated, curriculum()) == [f"competences.yaml {told}"]


def test_a_units_own_question_is_looked_at_too() -> None:
    assert merge_faults(with_unit(question="How was {it}?"), curriculum()) == [
        f"competences.yaml (3.10, question): '{{it}}' cannot be filled in. {PERIOD}"
    ]
    own = with_unit(question="In the last {period}, how was it?")
    assert parsed(own, curriculum()).by_id["3.10"].question == "In the last {period}, how was it?"


def test_a_code_we_do_not_know_is_no_anchor() -> None:
    rated = competences()
    rated["scale"]["ways"]["skill"]["anchors"]["4"] = {
        "label": "a",
        "means": "b",
        "you": "c",
        "they": "d",
    }
    (told,) = merge_faults(rated, curriculum())
    assert "'4' is not one of the known words." in told
    assert told.startswith("competences.yaml, line ")


# A service's own file.


def test_a_local_file_adds_statements_apart() -> None:
    added = statement("local/3.2/our-form", unit="3.2")
    whole = parsed(competences(), curriculum(), {"statements": [added]})
    assert [(each.id, each.unit) for each in whole.local] == [("local/3.2/our-form", "3.2")]
    assert [each.id for each in whole.by_id["3.2"].statements] == ["3.2/first"]
    assert "local/3.2/our-form" not in whole.statements
    assert whole.units == tiny().units


def test_a_local_file_may_name_more_safety_units() -> None:
    whole = parsed(with_unit(safety=True), curriculum(), {"safety_units": ["3.2"]})
    assert [each.id for each in whole.units if whole.is_safety(each.id)] == ["3.2", "3.10"]
    assert not whole.by_id["3.2"].safety


def test_a_local_statement_for_a_unit_that_is_not_there_is_told() -> None:
    added = statement("local/3.1/our-form", unit="3.1")
    assert merge_faults(competences(), curriculum(), {"statements": [added]}) == [
        "local.yaml (local/3.1/our-form): There is no unit 3.1. Name one of the framework's units."
    ]


@try_each("wrong", ["3.2/our-form", "local/3.10/our-form", "local/3.2"])
def test_a_local_statement_needs_an_id_of_its_own_form(wrong: str) -> None:
    added = statement(wrong, unit="3.2")
    assert merge_faults(competences(), curriculum(), {"statements": [added]}) == [
        f"local.yaml ({wrong}): A local statement has an id of its own. Start it with 'local/3.2/'."
    ]


def test_a_local_statement_given_twice_is_told() -> None:
    added = [statement("local/3.2/ours", unit="3.2", text=text) for text in ("one", "two")]
    assert merge_faults(competences(), curriculum(), {"statements": added}) == [
        "local.yaml (local/3.2/ours): 'local/3.2/ours' is used twice. Use each id once."
    ]


def test_a_local_safety_unit_that_is_not_there_is_told() -> None:
    assert merge_faults(competences(), curriculum(), {"safety_units": ["3.2", "9.9"]}) == [
        "local.yaml (safety_units): There is no unit 9.9."
    ]


def test_a_local_file_cannot_hold_units_of_its_own() -> None:
    (told,) = merge_faults(competences(), curriculum(), {"units": []})
    assert told.startswith("local.yaml, line 1 (units): The key 'units' is not known here.")


# All at once.


def test_faults_across_the_files_are_told_together_in_a_steady_order() -> None:
    rated = with_unit(also_touches=["joy"], statements=[statement("3.1/first")])
    rated["domains"].append(domain("D3", "extra", unit("3.4", "ending")))
    taught = with_lesson(title="Other", builds_on=["9.9"])
    taught["version"] = "2027.1"
    taught["sections"][0]["units"][1]["title"] = "Another"
    assert merge_faults(rated, taught, {"safety_units": ["8.8"]}) == [
        (
            "curriculum.yaml (version): The version is 2027.1, but competences.yaml has another. "
            "Give both files the same version."
        ),
        "curriculum.yaml (3.4): Unit 3.4 is missing here. List it in both files.",
        (
            "curriculum.yaml (3.2): The slug or title of 3.2 differs between the two files. "
            "Use 'listening', 'Title of listening'."
        ),
        (
            "curriculum.yaml (3.10): The slug or title of 3.10 differs between the two files. "
            "Use 'planning', 'Title of planning'."
        ),
        "competences.yaml (3.10): There is no domain 'joy'. See also_touches.",
        (
            "competences.yaml (3.1/first): This statement's id names another unit. "
            "It starts with '3.10/'."
        ),
        "curriculum.yaml (3.2): There is no unit 9.9. See builds_on.",
        "local.yaml (safety_units): There is no unit 8.8.",
    ]
