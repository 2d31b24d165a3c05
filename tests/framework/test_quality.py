"""The house style: the shipped content keeps it, and each rule fails on a bad example."""

import re
from dataclasses import replace

import pytest

from ipsskills.codes import AskedAs, Kind
from ipsskills.framework.background import Fidelity, RestsWith, load_fidelity, load_glossary
from ipsskills.framework.content.counts import count_all, count_units, find_count_faults
from ipsskills.framework.content.quality import (
    find_content_faults,
    find_curriculum_faults,
    find_fidelity_faults,
    find_missing_kinds,
    find_near_duplicates,
    find_statement_faults,
)
from ipsskills.framework.files import shipped_folder
from ipsskills.framework.types import Framework, Statement
from tests.cases import try_each

GOOD = "An ability to ask a client which hours suit them, because mornings may be hard."


def statement(
    text: str = GOOD, kind: Kind = Kind.ABILITY, points: tuple[str, ...] = ()
) -> Statement:
    return Statement(id="3.8/x", kind=kind, asked_as=AskedAs.SKILL, text=text, points=points)


@pytest.fixture(scope="module")
def fidelity() -> Fidelity:
    return load_fidelity()


def problems(given: Statement) -> list[str]:
    return [fault.problem for fault in find_statement_faults(given)]


def test_the_shipped_content_keeps_the_house_style(
    framework: Framework, fidelity: Fidelity
) -> None:
    assert find_content_faults(framework, fidelity) == []


def test_a_good_statement_has_no_fault() -> None:
    assert problems(statement()) == []


@try_each(
    ("bad", "said"),
    [
        (statement("Ability to listen."), "It does not begin 'An ability to'."),
        (
            statement("An ability to know things.", Kind.KNOWLEDGE),
            "It does not begin 'An ability to draw on knowledge'.",
        ),
        (
            statement("An ability to draw on knowledge of law."),
            "It begins as knowledge does.",
        ),
        (statement("An ability to " + "go " * 38 + "on."), "It has 42 words."),
        (statement("An ability to act, by:", points=("go " * 26,)), "It has 26 words."),
        (statement("An ability to act, by:"), "A colon and points go together."),
        (statement("An ability to act.", points=("one",)), "A colon and points go together."),
        (statement("An ability to pay £12.71 an hour."), "It holds a number or a date."),
        (statement("An ability to reach 85% of clients."), "It holds a number or a date."),
        (statement("An ability to look again in April."), "It holds a number or a date."),
        (statement("An ability to ring the DWP."), "It names 'DWP'."),
        (statement("An ability to fill in a UC50 with a client."), "It names a form."),
        (statement("An ability to tell who is job-ready."), "It says 'job-ready'."),
        (statement("An ability to help service users."), "It says 'service user'."),
    ],
)
def test_each_rule_fails_on_a_bad_example(bad: Statement, said: str) -> None:
    assert said in problems(bad)


def test_a_unit_with_too_much_or_too_little_is_found(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    thin = replace(framework, units=(replace(unit, statements=unit.statements[:3]),))
    assert [fault.fix for fault in find_count_faults(thin)] == ["From 14 to 16."]
    assert list(find_count_faults(framework)) == []


def test_everything_is_counted(framework: Framework) -> None:
    """Counted here from the text of the file, past the program."""
    text = (shipped_folder() / "competences.yaml").read_text(encoding="utf-8")
    totals = count_all(framework, load_glossary())
    assert (totals.domains, totals.supporting_areas, totals.units, totals.areas) == (8, 2, 28, 12)
    every = len(re.findall(r"^ +- id: \S+/\S+$", text, re.MULTILINE))
    assert totals.statements == every - text.count("retired: true")
    assert totals.vignettes == sum(len(u.curriculum.vignettes) for u in framework.units)
    by_id = {each.id: each for each in count_units(framework)}
    assert by_id["3.8"].counted == by_id["3.8"].statements + by_id["3.8"].points
    assert by_id["A1"].counted == by_id["A1"].statements


def test_two_statements_that_say_the_same_are_found() -> None:
    pair = [
        ("3.8/a", "An ability to ask a client which hours of the day suit them best."),
        ("3.9/b", "An ability to ask a client which hours of a day would suit them best."),
        ("3.9/c", "An ability to write a note that a colleague could act on tomorrow."),
    ]
    assert [fault.place for fault in find_near_duplicates(pair)] == ["3.9/b"]


def test_an_unknown_kind_of_activity_is_found(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    odd = replace(unit.curriculum.activities[0], kind="quiz")
    spoilt = replace(unit, curriculum=replace(unit.curriculum, activities=(odd,)))
    assert [f.problem for f in find_curriculum_faults(spoilt)] == [
        "'quiz' is not a kind of activity."
    ]


@try_each(
    ("said", "problems"),
    [
        (None, ["It does not say what doing this looks like."]),
        (" ", ["It does not say what doing this looks like."]),
        (" ".join(["asks"] * 30), []),
        (" ".join(["asks"] * 31), ["It has 31 words."]),
        ("Asks who is job-ready.", ["It says 'job-ready'."]),
    ],
)
def test_a_unit_says_in_thirty_words_what_doing_it_looks_like(
    framework: Framework, said: str | None, problems: list[str]
) -> None:
    unit = framework.by_id["3.8"]
    spoilt = replace(unit, curriculum=replace(unit.curriculum, in_practice=said))
    assert [fault.problem for fault in find_curriculum_faults(spoilt)] == problems


@try_each(("unit_id", "faults"), [("2.2", 1), ("2.1", 1), ("M7", 1), ("3.8", 0)])
def test_what_asks_about_safety_has_a_case(framework: Framework, unit_id: str, faults: int) -> None:
    unit = framework.by_id[unit_id]
    bare = replace(unit, curriculum=replace(unit.curriculum, vignettes=()))
    found = [fault.place for fault in find_curriculum_faults(bare)]
    assert [place for place in found if "/" not in place] == [f"{unit_id}, vignettes"] * faults


def test_a_statement_about_danger_names_a_case_of_its_unit(framework: Framework) -> None:
    unit = framework.by_id["2.1"]
    alone = next(s for s in unit.live_statements if s.id == "2.1/safe-alone")
    for case in (None, "nosuch", "just-tired"):
        changed = tuple(replace(s, case=case) if s is alone else s for s in unit.statements)
        found = [fault.place for fault in find_curriculum_faults(replace(unit, statements=changed))]
        assert found == [alone.id], case
    other = framework.by_id["3.8"]
    first = other.live_statements[0]
    changed = tuple(replace(s, case="nosuch") if s is first else s for s in other.statements)
    found = [fault.place for fault in find_curriculum_faults(replace(other, statements=changed))]
    assert found == [first.id]
    assert list(find_curriculum_faults(unit)) == []


def test_an_area_need_not_say_what_doing_it_looks_like(framework: Framework) -> None:
    assert list(find_curriculum_faults(framework.by_id["M7"])) == []


def test_a_kind_that_no_unit_uses_is_found(framework: Framework) -> None:
    bare = replace(framework, units=())
    assert len(list(find_missing_kinds(bare))) == 7
    assert list(find_missing_kinds(framework)) == []


def test_principles_and_items_that_do_not_exist_are_found(
    framework: Framework, fidelity: Fidelity
) -> None:
    unit = framework.by_id["3.8"]
    odd = replace(unit.curriculum, principles=(9,), fidelity_items=(26,))
    spoilt = replace(framework, units=(replace(unit, curriculum=odd),))
    found = [fault.problem for fault in find_fidelity_faults(spoilt, fidelity)]
    assert "There is no principle 9." in found
    assert "There is no item 26." in found


def test_units_that_differ_between_the_files_are_found(
    framework: Framework, fidelity: Fidelity
) -> None:
    first = replace(fidelity.principles[0], units=("1.1",))
    spoilt = replace(fidelity, principles=(first, *fidelity.principles[1:]))
    assert [f.place for f in find_fidelity_faults(framework, spoilt)] == ["principle 1"]


def test_the_scale_has_eight_principles_and_25_items(fidelity: Fidelity) -> None:
    assert [p.number for p in fidelity.principles] == list(range(1, 9))
    assert [i.number for i in fidelity.items] == list(range(1, 26))
    mine = {
        whose: [item.number for item in fidelity.items if item.rests_with is whose]
        for whose in RestsWith
    }
    assert mine[RestsWith.ORGANISATION] == [1, 2, 4, 6, 7, 8, 10, 11]
    assert mine[RestsWith.BOTH] == [3, 5, 9, 12, 15, 22, 23, 24, 25]


def test_those_who_answer_for_the_organisation_are_asked_about_each_item_that_it_shares(
    framework: Framework,
) -> None:
    area = framework.by_id["A2"].curriculum
    [what] = [each.what for each in area.activities if each.slug == "name-and-next-step"]
    assert "share of items 3, 5, 9, 12, 15, 22, 23, 24 and 25." in " ".join(what.split())


def test_the_glossary_is_in_order_and_answers_to_each_name_once() -> None:
    terms = load_glossary().terms
    names = [name.casefold() for term in terms for name in (term.term, *term.also)]
    assert len(names) == len(set(names))
    assert [t.term.casefold() for t in terms] == sorted(t.term.casefold() for t in terms)
    assert len(terms) >= 60
