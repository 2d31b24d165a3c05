"""The pages to write on: found by what people type, refused where they cannot be filled in."""

import re
from dataclasses import replace

import pytest

from ipsskills.errors import NotFound
from ipsskills.framework.blanks import BlankItem, BlankPage, Blanks, find_blank, load_blanks
from ipsskills.framework.content.blanks import find_blank_faults
from ipsskills.framework.files import shipped_folder
from ipsskills.framework.systems.blank_checks import find_page_faults
from ipsskills.framework.types import Framework
from tests.cases import try_each


@pytest.fixture(scope="module")
def blanks() -> Blanks:
    return load_blanks()


@try_each(
    ("typed", "name"),
    [
        ("vocational-profile", "vocational-profile"),
        ("Vocational Profile", "vocational-profile"),
        ("career profile", "vocational-profile"),
        ("plan", "employment-plan"),
        ("employment", "employment-plan"),
        ("DISCLOSURE", "disclosure-plan"),
        ("support plan", "in-work-support-plan"),
        ("in work", "in-work-support-plan"),
        ("log", "employer-contact-log"),
        ("better off", "better-off-sheet"),
        ("job-setting profile", "job-setting-profile"),
    ],
)
def test_a_page_is_found_by_what_people_type(blanks: Blanks, typed: str, name: str) -> None:
    assert find_blank(blanks, typed).name == name


@try_each(
    ("typed", "hint"),
    [
        ("disclosrue plan", "Perhaps: disclosure-plan."),
        ("work", "Perhaps: in-work-support-plan, job-setting-profile."),
        ("zzz", "framework blank"),
        ("", "framework blank"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(blanks: Blanks, typed: str, hint: str) -> None:
    with pytest.raises(NotFound) as told:
        find_blank(blanks, typed)
    assert hint in told.value.hint


def test_what_is_shipped_has_no_fault(framework: Framework, blanks: Blanks) -> None:
    assert told(framework, blanks) == []
    assert [(page.name, page.units[0]) for page in blanks.blanks] == [
        ("vocational-profile", "3.9"),
        ("employment-plan", "3.10"),
        ("disclosure-plan", "3.8"),
        ("in-work-support-plan", "3.16"),
        ("employer-contact-log", "3.13"),
        ("better-off-sheet", "3.7"),
        ("job-setting-profile", "3.14"),
    ]


def test_each_page_says_at_its_head_why_it_has_no_name(blanks: Blanks) -> None:
    for page in blanks.blanks:
        said = page.nobody_named
        assert "initials" in said.lower() or "number" in said.lower(), page.name
        assert len(said.split()) >= 15, f"{page.name} gives no reason"


def test_activities_name_each_page_and_no_other(blanks: Blanks) -> None:
    curriculum = (shipped_folder() / "curriculum.yaml").read_text(encoding="utf-8")
    named = set(re.findall(r"\{do:framework blank ([a-z-]+)\}", curriculum))
    assert named == {page.name for page in blanks.blanks}


def spoil(blanks: Blanks, **changed: object) -> Blanks:
    """Return the pages with some of the first one's fields changed."""
    first, *others = blanks.blanks
    return replace(blanks, blanks=(replace(first, **changed), *others))  # type: ignore[arg-type]


def ask(blanks: Blanks, **given: object) -> Blanks:
    """Return the pages with one item alone in the first part of the first one."""
    page: BlankPage = blanks.blanks[0]
    part = replace(page.parts[0], items=(BlankItem(**given),))  # type: ignore[arg-type]
    return spoil(blanks, parts=(part,))


def told(framework: Framework, blanks: Blanks) -> list[str]:
    found = (*find_page_faults(blanks), *find_blank_faults(framework, blanks))
    return [f"{fault.place}: {fault.problem}" for fault in found]


@try_each(
    ("changed", "problem"),
    [
        ({"name": "Vocational"}, "'Vocational' is no name to type."),
        ({"nobody_named": " "}, "Its nobody_named is empty."),
        ({"units": ()}, "It has no unit, or no parts."),
        ({"units": ("9.9",)}, "There is no unit '9.9'."),
        ({"see": ("nowhere",)}, "There is no other page 'nowhere'."),
        ({"see": ("vocational-profile",)}, "There is no other page 'vocational-profile'."),
        ({"head": ("Client's name",)}, "It asks for what tells who somebody is: 'Client's name'."),
        ({"head": ("Your date of birth",)}, "who somebody is: 'date of birth'."),
        ({"purpose": "For whoever is job-ready."}, "It says 'job-ready'."),
        ({"also": ("log",)}, "Two pages go by this name."),
    ],
)
def test_faults_of_a_page(
    framework: Framework, blanks: Blanks, changed: dict[str, object], problem: str
) -> None:
    assert any(problem in fault for fault in told(framework, spoil(blanks, **changed)))


@try_each(
    ("given", "problem"),
    [
        ({}, "It asks nothing."),
        ({"text": "What?", "lines": 2, "choices": ("a",)}, "in several ways: lines, choices."),
        ({"columns": ("a", "b")}, "Columns and rows go together."),
        ({"text": "What?", "rows": 3}, "Columns and rows go together."),
        ({"columns": ("a",), "rows": 2, "heads": ("b",)}, "It has rows and heads."),
        ({"text": "What?", "lines": 40}, "Its lines are 40."),
        ({"columns": ("a",) * 9, "rows": 2}, "Its columns are 9."),
        ({"columns": ("a",), "rows": 2, "row_lines": 0}, "Its row_lines are 0."),
    ],
)
def test_faults_of_an_item(
    framework: Framework, blanks: Blanks, given: dict[str, object], problem: str
) -> None:
    (fault,) = told(framework, ask(blanks, **given))
    assert fault.startswith("vocational-profile, What you want, number 1: ")
    assert problem in fault
