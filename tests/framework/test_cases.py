"""Cases: which of them an activity names, which is asked for, and one that is not there."""

from dataclasses import replace

import pytest

from ipsskills.errors import NotFound
from ipsskills.framework.cases import find_case, list_cases, list_cases_named
from ipsskills.framework.content.named_cases import find_case_faults
from ipsskills.framework.types import Activity, Framework, Unit, Vignette
from tests.cases import try_each


def case(title: str, slug: str) -> Vignette:
    return Vignette(slug=slug, title=title, case="Once.", questions=("What?",), look_for=("It",))


def activity(what: str, title: str = "Think it through") -> Activity:
    return Activity(
        slug="a",
        kind="vignette",
        title=title,
        what=what,
        with_whom="on my own",
        time="20 minutes",
        bring="A line",
    )


CASES = (case("All fine", "all-fine"), case('"It\'s easier"', "easier"), case("Settled", "settled"))


@pytest.fixture
def unit(framework: Framework) -> Unit:
    """Return a unit with three cases of our own."""
    some = framework.by_id["2.3"]
    return replace(some, curriculum=replace(some.curriculum, vignettes=CASES))


@try_each(
    ("what", "named"),
    [
        ('Read "All fine" twice.', ["all-fine"]),
        ("Read “All fine” twice.", ["all-fine"]),
        ('Take the "all fine" case and go on to "Settled".', ["all-fine", "settled"]),
        ('Read "It\'s easier" aloud.', ["easier"]),
        ("Read “It’s easier” aloud.", ["easier"]),
        ("Once all fine and settled, stop.", []),
        ('Say "all fine, thanks" to it.', []),
    ],
)
def test_an_activity_names_a_case_by_its_title_in_quotation_marks(
    unit: Unit, what: str, named: list[str]
) -> None:
    assert [each.slug for each in list_cases_named(unit, activity(what))] == named


def test_a_case_that_stands_in_the_title_of_an_activity_is_named(unit: Unit) -> None:
    found = list_cases_named(unit, activity("Write.", 'Plan the week in the "Settled" case'))
    assert [(each.unit, each.place) for each in found] == [("2.3", 3)]


@try_each(
    ("which", "slug"),
    [
        (None, "all-fine"),
        ("1", "all-fine"),
        ("2", "easier"),
        ("settled", "settled"),
        ("EASIER", "easier"),
        ("its easier", "easier"),
        ("fine", "all-fine"),
    ],
)
def test_a_case_is_asked_for_by_number_id_or_words(
    unit: Unit, which: str | None, slug: str
) -> None:
    assert find_case(unit, which).slug == slug


@try_each("which", ["0", "4", "-1", "nosuch", "", "e"])
def test_a_case_that_is_not_there_names_those_that_are(unit: Unit, which: str) -> None:
    with pytest.raises(NotFound) as missing:
        find_case(unit, which)
    assert "1 All fine" in missing.value.hint
    assert "3 Settled" in missing.value.hint


def test_a_unit_without_cases_says_where_there_are_some(unit: Unit) -> None:
    bare = replace(unit, curriculum=replace(unit.curriculum, vignettes=()))
    assert list_cases(bare) == ()
    with pytest.raises(NotFound, match=r"No case is written out for 2\.3\."):
        find_case(bare)


@try_each(
    ("what", "missing"),
    [
        ('Read "All fine". Then stop.', []),
        ('Read "All good". Then stop.', ["All good"]),
        ('Take the "All good" case.', ["All good"]),
        ('Go through the case "All good," and stop.', ["All good"]),
        ('Say "All good" out loud.', []),
    ],
)
def test_an_activity_may_not_send_people_to_a_case_that_is_not_there(
    unit: Unit, what: str, missing: list[str]
) -> None:
    lesson = replace(unit.curriculum, activities=(activity(what),))
    faults = list(find_case_faults(replace(unit, curriculum=lesson)))
    assert [title in fault.problem for fault, title in zip(faults, missing, strict=True)] == [
        True for _ in missing
    ]


@try_each(
    ("note", "with_whom", "faults"),
    [
        ("About suicide.", "on my own", 1),
        ("About suicide.", "a colleague", 0),
        ("", "on my own", 0),
    ],
)
def test_a_case_that_warns_its_reader_is_not_set_to_somebody_alone(
    unit: Unit, note: str, with_whom: str, faults: int
) -> None:
    hard = replace(case("All fine", "all-fine"), note=note)
    asked = replace(activity('Read "All fine".'), with_whom=with_whom)
    lesson = replace(unit.curriculum, vignettes=(hard,), activities=(asked,))
    assert len(list(find_case_faults(replace(unit, curriculum=lesson)))) == faults


def test_none_of_ours_does(framework: Framework) -> None:
    assert [fault for unit in framework.units for fault in find_case_faults(unit)] == []
