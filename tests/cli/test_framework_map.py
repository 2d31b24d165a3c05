"""The map, domains and sections at the command line, and pages of facts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]

PICTURE = "+-- STANCE"


def test_the_map_is_drawn_and_told(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    told = run("framework", "map").out
    assert PICTURE in told
    assert max(map(len, told.splitlines())) <= 80
    assert "THE MORTAR" in told


@pytest.mark.parametrize("how", ["--plain", "setting", "variable", "dumb"])
def test_whoever_reads_in_plain_lines_has_the_list_alone(
    how: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb" if how == "dumb" else "xterm")
    if how == "setting":
        run("settings", "plain", "yes")
    if how == "variable":
        monkeypatch.setenv("IPSSKILLS_PLAIN", "yes")
    told = run("framework", "map", *(["--plain"] if how == "--plain" else [])).out
    assert PICTURE not in told
    assert "THE MORTAR" in told


def test_json_has_the_map_as_a_list_outermost_first(home: Path, run: Run) -> None:
    data = json.loads(run("framework", "map", "--json").out)["data"]
    layers = [(layer["slug"], [part["id"] for part in layer["parts"]]) for layer in data["layers"]]
    assert layers == [
        ("frame", ["D1"]),
        ("roof", ["D8"]),
        ("work", ["D5", "D6", "D7"]),
        ("mortar", ["D4"]),
        ("floor", ["D3", "D2"]),
        ("supports", ["A1", "A2"]),
    ]


@try_each("name", ["D4", "d4", "communication", "Communication"])
def test_a_domain_by_id_slug_or_name(name: str, home: Path, run: Run) -> None:
    assert run("framework", "show", name).out.startswith("D4  Communication\n")


@try_each("name", ["3", "section 3", "Putting IPS into practice"])
def test_a_section_by_number_or_title(name: str, home: Path, run: Run) -> None:
    told = run("framework", "show", *([name])).out
    assert told.startswith("Section 3: Putting IPS into practice\n")


def test_a_supporting_area_says_how_it_leans_on_the_rest(home: Path, run: Run) -> None:
    told = " ".join(run("framework", "show", "A2").out.split())
    assert told.startswith("A2 Implementing IPS")
    assert "ON THE MAP what holds it up" in told
    assert "so nothing here counts against one" in told


@pytest.mark.parametrize("option", ["--vignettes", "--handout"])
def test_a_domain_has_no_cases_of_its_own(option: str, home: Path, run: Run) -> None:
    ran = run("framework", "show", "D4", option)
    assert (ran.code, ran.out) == (2, "")
    is_plain(ran.err)


@try_each(
    ("words", "said"),
    [
        ("evidence", "THE EUROPEAN TRIAL, EQOLISE"),
        ("fidelity", "BANDS OF THE TOTAL"),
        ("co-location", "EIGHT REASONS"),
        ("barriers", "WAYS OVER"),
        ("cost", "five of six centres"),
        ("indicators", "MHS116"),
        ("framework", "WHAT COMPETENCE MEANS"),
        ("teaching strategies", "ADDED HERE"),
        ("ST0663", "touches, never meets"),
        ("NOS", "Stage 4, engaging with"),
        ("Organisation 4", "Item 7: Vocational unit"),
    ],
)
def test_what_is_known_can_be_explained(words: str, said: str, home: Path, run: Run) -> None:
    ran = run("explain", *words.split())
    assert (ran.code, ran.err) == (0, "")
    assert said in " ".join(ran.out.split())


def test_json_of_a_page_has_each_fact_with_its_sources(home: Path, run: Run) -> None:
    data = json.loads(run("explain", "cost", "--json").out)["data"]
    facts = {fact["id"]: fact for part in data["parts"] for fact in part["facts"]}
    assert facts["cost-cooler"]["source"] == ["zheng-2022", "park-2022"]
    assert facts["quote-fairly"]["sure"] == "ours"
    assert {source["id"] for source in data["sources"]} >= {"knapp-2013", "park-2022"}


def test_the_list_names_rules_pages_and_words(home: Path, run: Run) -> None:
    told = run("explain").out
    for said in ("explain order", "explain evidence", "explain NOS", "Multidisciplinary team;"):
        assert said in " ".join(told.split())


@try_each(
    ("unit", "opens"),
    [
        ("1.3", ["explain evidence", "explain cost"]),
        ("3.8", ["explain ST0663", "explain NOS"]),
        ("3.9", ["explain principles", "explain NOS"]),
        ("A2", ["explain barriers", "explain co-location", "explain indicators"]),
    ],
)
def test_a_unit_opens_what_is_known_and_what_it_touches(
    unit: str, opens: list[str], home: Path, run: Run
) -> None:
    told = " ".join(run("framework", "show", unit).out.split())
    for command in opens:
        assert f"ipsskills {command}" in told
