"""What stands before a case that may be close to somebody, and what tells units from neighbours."""

from datetime import date

from ipsskills.codes import Nation
from ipsskills.doing import do
from ipsskills.framework.background import load_fidelity
from ipsskills.framework.cases import list_cases
from ipsskills.framework.types import Framework
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.cases import compose_case, compose_cases, compose_whole_case
from ipsskills.pages.compose.content.framework import compose_unit
from ipsskills.pages.document import Heading, Page
from ipsskills.pages.writers.markdown import to_markdown

TODAY = date(2026, 11, 30)
CLOSE = {
    ("2.1", "what-everybody-knows"): "abuse",
    ("2.4", "borrowed-jacket"): "suicide",
    ("2.4", "half-past-ten"): "a child",
    ("2.4", "bus-stop"): "control",
    ("M7", "coat-kept-on"): "violence",
    ("M10", "just-peter"): "suicide",
}


def test_a_case_that_may_be_close_says_so_first(framework: Framework) -> None:
    for (unit, slug), said in CLOSE.items():
        whole = framework.by_id[unit]
        case = next(each for each in list_cases(whole) if each.slug == slug)
        for page in (
            compose_case(whole, case),
            compose_whole_case(whole, case),
            compose_cases(whole),
        ):
            told = to_markdown(page)
            assert said in case.note, (unit, slug)
            assert told.index(case.note) < told.index(case.case.strip()[:40]), (unit, slug)


def test_other_cases_begin_at_once(framework: Framework) -> None:
    (case,) = (each for each in list_cases(framework.by_id["2.3"]) if each.slug == "door-to-door")
    assert case.note == ""
    page = to_markdown(compose_case(framework.by_id["2.3"], case))
    assert "choose your moment" not in page


def shown(framework: Framework, unit: str, *nations: Nation) -> Page:
    standpoint = Standpoint(TODAY, nations)
    return compose_unit(framework, framework.by_id[unit], load_fidelity(), standpoint)


def test_neighbours_stand_after_what_there_is_to_learn(framework: Framework) -> None:
    heads = [b.text for b in shown(framework, "3.8").blocks if isinstance(b, Heading)]
    assert heads.index("Often mixed up with") > heads.index("Ways to learn it")
    assert "Which one was seen" not in heads


def test_one_nation_is_offered_where_none_is_set(framework: Framework) -> None:
    offer = f"For one nation: {do('settings', 'nation')}"
    assert any(getattr(block, "text", "") == offer for block in shown(framework, "2.4").blocks)
    kept = shown(framework, "2.4", Nation.SCOTLAND)
    assert all(getattr(block, "text", "") != offer for block in kept.blocks)
