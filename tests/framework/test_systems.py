"""The map, pages of facts and crosswalks: what is shipped is whole, and faults are found."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from ipsskills.errors import DataFileError
from ipsskills.framework.blanks import load_blanks
from ipsskills.framework.cache import from_json
from ipsskills.framework.content.systems import find_system_faults
from ipsskills.framework.faults import Fault
from ipsskills.framework.files import shipped_folder
from ipsskills.framework.systems.checks import (
    find_crosswalk_faults,
    find_fact_faults,
    find_map_faults,
    find_section_faults,
    find_unit_faults,
    match_systems,
)
from ipsskills.framework.systems.crosswalks import Certainty, Crosswalks, Match, load_crosswalks
from ipsskills.framework.systems.explained import Explained, Sureness, load_explained
from ipsskills.framework.systems.finding import find_part
from ipsskills.framework.systems.layout import Begin, Systems
from ipsskills.framework.systems.links import Links, load_links, make_links
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_json
from ipsskills.method.order import EXPLAIN_TEACHING_ORDER
from ipsskills.usecases.explain import Shelf
from tests.cases import try_each
from tests.framework.shelf import fill_shelf


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return fill_shelf()


def told(faults: Iterable[Fault]) -> list[str]:
    return [f"{fault.place}: {fault.problem}" for fault in faults]


def test_what_is_shipped_has_no_fault_and_is_of_one_version(
    framework: Framework, shelf: Shelf
) -> None:
    files = (shelf.systems, shelf.explained, shelf.crosswalks)
    assert find_system_faults(framework, *files) == []
    versions = {each.version for each in (*files, shelf.fidelity, shelf.glossary)}
    assert versions == {framework.version}


def test_what_is_shipped_comes_back_from_its_copies(shelf: Shelf) -> None:
    assert from_json(Systems, to_json(shelf.systems)) == shelf.systems
    assert from_json(Explained, to_json(shelf.explained)) == shelf.explained
    assert from_json(Crosswalks, to_json(shelf.crosswalks)) == shelf.crosswalks
    links = make_links(shelf.explained, shelf.crosswalks, load_blanks())
    assert from_json(Links, to_json(links)) == links


# From the guide: a frame, judgement over the rest, work with employers beside the road to a job,
# knowledge and professional practice beneath, and two areas that the service owes.
def test_the_map_puts_each_domain_where_the_guide_suggests(shelf: Shelf) -> None:
    places: dict[str, list[str]] = {place.slug: [] for place in shelf.systems.map.places}
    for text in shelf.systems.domains:
        places[text.place].append(text.id)
    assert places == {
        "frame": ["D1"],
        "roof": ["D8"],
        "work": ["D5", "D6", "D7"],
        "mortar": ["D4"],
        "floor": ["D3", "D2"],
        "supports": ["A1", "A2"],
    }


def test_the_guide_names_four_ways_of_teaching(shelf: Shelf) -> None:
    named = [way.kind for way in shelf.systems.strategies.ways if way.named]
    assert named == ["skills workshop", "vignette", "self-directed study", "supervised practice"]


@try_each(
    ("name", "found"),
    [
        ("D4", "D4"),
        ("d4", "D4"),
        ("communication", "D4"),
        ("Working with employers", "D6"),
        ("meta", "D8"),
        ("professional competences", "D3"),
        ("2", "2"),
        ("Section 2", "2"),
        ("putting ips into practice", "3"),
        ("3.8", None),
        ("A1", None),
        ("supervision", None),
        ("nosuch", None),
    ],
)
def test_a_part_is_found_by_what_people_type(
    framework: Framework, name: str, found: str | None
) -> None:
    part = find_part(framework, name)
    assert (part.id if part else None) == found


def test_faults_of_the_map_are_found(framework: Framework, shelf: Shelf) -> None:
    first, *others = shelf.systems.domains
    lean = replace(first.leans[0], part=first.id)
    spoilt = replace(first, place="cellar", leans=(lean,))
    odd = replace(shelf.systems, domains=(spoilt, *others))
    found = told(find_map_faults(framework, odd))
    assert found == ["D1: There is no place 'cellar'.", "D1: There is no other part 'D1'."]
    missing = replace(shelf.systems, domains=tuple(others))
    found = told(find_map_faults(framework, missing))
    assert found == ["domains: 'D1' is in one place only."]


@try_each(
    ("begin", "problem"),
    [
        (Begin(kind="vignette", unit="2.1"), "There is no unit of this section '2.1'."),
        (Begin(kind="vignette", unit="9.9"), "There is no unit of this section '9.9'."),
        (Begin(kind="nap", unit="1.1"), "There is no activity in 1.1 of the kind 'nap'."),
    ],
)
def test_a_section_begins_with_what_is_there(
    framework: Framework, shelf: Shelf, begin: Begin, problem: str
) -> None:
    first, *others = shelf.systems.sections
    spoilt = replace(shelf.systems, sections=(replace(first, begin=(begin,)), *others))
    assert told(find_section_faults(framework, spoilt)) == [f"section 1: {problem}"]


def test_faults_of_facts_are_found(framework: Framework, shelf: Shelf) -> None:
    first, *others = shelf.explained.facts
    spoilt = replace(first, id="lost", units=("9.9",), source=("nobody",))
    page, *pages = shelf.explained.pages
    explained = replace(
        shelf.explained,
        facts=(spoilt, *others),
        pages=(replace(page, see=("nowhere",)), *pages),
    )
    assert told(find_fact_faults(explained)) == [
        f"facts: '{first.id}' is in one place only.",
        "facts: 'lost' is in one place only.",
        "sources: 'nobody' is in one place only.",
        "framework: There is no page 'nowhere'.",
    ]
    found = told(find_unit_faults(framework, explained, shelf.crosswalks))
    assert found == ["lost: There is no unit '9.9'."]


def test_a_unit_cannot_touch_a_standard_and_stand_outside_it(shelf: Shelf) -> None:
    first, *others = shelf.crosswalks.crosswalks
    apart = replace(first.apart, units=("3.16",))
    spoilt = replace(shelf.crosswalks, crosswalks=(replace(first, apart=apart), *others))
    found = told(find_crosswalk_faults(spoilt))
    assert found == ["ST0663: 3.16 touches it and does not."]


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("explained", "- id: swan\n", "- id: swann\n", "'swan' is in one place only."),
        ("explained", "source: [knapp-2013]", "source: [knap]", "'knap' is in one place only."),
        ("explained", "see: [evidence, indicators]", "see: [proof]", "There is no page 'proof'."),
        ("crosswalks", 'units: ["3.11"]', 'units: ["2.3"]', "2.3 touches it and does not."),
    ],
)
def test_a_file_that_names_what_it_does_not_have_is_refused_when_read(
    shipped_copy: Path, tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    file = shipped_copy / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    load = load_explained if name == "explained" else load_crosswalks
    for _ in ("read", "read again"):  # no copy is kept of it
        with pytest.raises(DataFileError, match=re.escape(problem)):
            load(shipped_copy, tmp_path / "cache")


def test_a_map_of_another_framework_is_refused(framework: Framework, shelf: Shelf) -> None:
    match_systems(framework, shelf.systems)
    first = replace(framework.domains[0], id="D9")
    other = replace(framework, domains=(first, *framework.domains[1:]))
    with pytest.raises(DataFileError, match="'D9' is in one place only"):
        match_systems(other, shelf.systems)


def test_words_that_grade_people_are_found_in_these_files_too(
    framework: Framework, shelf: Shelf
) -> None:
    first, *others = shelf.explained.facts
    spoilt = replace(shelf.explained, facts=(replace(first, text="Job-ready people."), *others))
    found = find_system_faults(framework, shelf.systems, spoilt, shelf.crosswalks)
    assert [fault.problem for fault in found] == ["It says 'job-ready'."]


# From the published facts: what could not be confirmed has to say so.
@try_each(
    "fact",
    [
        *("band-exemplary", "band-not-ips", "scale-numbers", "scale-uk-form", "sustainment-26"),
        *("access-now", "review-how-often", "measuring-matters"),
    ],
)
def test_what_was_not_confirmed_says_so(shelf: Shelf, fact: str) -> None:
    assert shelf.explained.fact[fact].sure is Sureness.UNCONFIRMED


def test_all_seven_findings_of_the_european_trial_stand_on_one_page(shelf: Shelf) -> None:
    [page] = [page for page in shelf.explained.pages if page.name == "evidence"]
    [part] = [part for part in page.parts if "EQOLISE" in part.heading]
    assert part.facts == (
        *("eqolise-work", "eqolise-lasting", "eqolise-in-full", "eqolise-partners"),
        *("eqolise-market", "eqolise-health", "eqolise-nobody-sorted", "eqolise-count"),
    )


# Section 2's rule is the one there is: 2.2 and 2.4 on a case, and nothing else.
def test_what_comes_before_meeting_clients_alone_is_the_same_everywhere(shelf: Shelf) -> None:
    systems = shelf.systems
    told = [
        *(place.note for place in systems.map.places),
        *(domain.about for domain in systems.domains),
        *(line for section in systems.sections for line in section.also),
        EXPLAIN_TEACHING_ORDER,
    ]
    rules = [
        text for text in told if re.search(r"\b(anybody|nobody|anyone|no one)\b.*\balone\b", text)
    ]
    assert len(rules) == 3
    for text in rules:
        assert "confidentiality (2.2) and sharing for safety (2.4)" in text
        assert "on a case" in text


def test_hopes_and_arguments_of_the_briefing_are_not_told_as_findings(shelf: Shelf) -> None:
    headings = {
        fact: part.heading
        for page in shelf.explained.pages
        for part in page.parts
        for fact in part.facts
    }
    assert headings["high-for-health"] == "What briefing 37 hoped for in 2009 from a high score"
    assert "arguments, not trial findings" in headings["colocation-8"]
    assert "2009" in headings["barrier-commissioning"]
    assert "no finding" in shelf.explained.fact["high-for-commissioners"].text
    assert "leave it open" in shelf.explained.fact["high-for-health"].text


def test_a_crosswalk_gives_no_numbers_but_the_one_that_was_seen(shelf: Shelf) -> None:
    themes = {row.theme for each in shelf.crosswalks.crosswalks for row in each.rows}
    numbered = {theme for theme in themes if any(sign.isdigit() for sign in theme)}
    assert numbered == {theme for theme in themes if theme.startswith(("Stage ", "SKA SE01,"))}
    [ours, nos] = shelf.crosswalks.crosswalks
    assert {row.match for row in ours.rows} == {Match.OURS}
    ours_alone = {row.theme for row in nos.rows if row.sure is not Certainty.CERTAIN}
    assert ours_alone == {row.theme for row in nos.rows} - numbered


@try_each(
    ("unit", "pages", "standards"),
    [
        ("1.3", {"evidence", "cost", "fidelity"}, set()),
        ("3.8", {"principles"}, {"ST0663", "NOS"}),
        ("A2", {"barriers", "co-location", "fidelity", "indicators"}, set()),
        ("M8", set(), {"ST0663"}),
        ("M2", set(), set()),
    ],
)
def test_units_name_the_pages_and_standards_that_bear_on_them(
    shelf: Shelf, unit: str, pages: set[str], standards: set[str]
) -> None:
    links = make_links(shelf.explained, shelf.crosswalks, load_blanks()).find(unit)
    assert pages <= {page.name for page in links.pages}
    assert {each.standard for each in links.touches} == standards


def test_links_are_kept_apart_and_made_anew_when_a_file_changes(
    shipped_copy: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    before = load_links(shipped_copy, cache)
    assert load_links(shipped_copy, cache) == before
    [kept] = cache.iterdir()
    file = shipped_copy / "crosswalks.yaml"
    text = file.read_text(encoding="utf-8").replace("name: ST0663", "name: ST9999")
    file.write_text(text, encoding="utf-8")
    after = load_links(shipped_copy, cache)
    assert {each.standard for each in after.find("3.8").touches} == {"ST9999", "NOS"}
    assert not kept.exists()


@try_each(
    "figure", ["61%", "55%", "2.07", "1,687", "913 people", "42.7%", "421 jobs", "74.2%", "40% of"]
)
def test_a_figure_of_research_stands_among_the_facts_and_nowhere_else(
    shelf: Shelf, figure: str
) -> None:
    assert any(figure in fact.text for fact in shelf.explained.facts)
    others = ("competences", "curriculum", "glossary", "fidelity", "systems", "crosswalks")
    for name in others:
        assert figure not in (shipped_folder() / f"{name}.yaml").read_text(encoding="utf-8"), name
