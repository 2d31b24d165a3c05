"""The plan as a page: whole pages typed by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.doing import do
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.plan import PlanActivity, PlanFacts, PlanGoal
from ipsskills.pages.compose.plans.plan import compose_changed, compose_plan
from ipsskills.pages.document import BlankBoxes, Signatures
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import State


def _step(
    number: str, text: str, with_whom: str | None, due: date, done: date | None
) -> PlanActivity:
    return PlanActivity(number=number, text=text, with_whom=with_whom, due=due, done=done)


FIRST = PlanGoal(
    number=1,
    title="When an employer asks, my client and I have words ready",
    why="I freeze.",
    units=("3.8",),
    chance=False,
    outcome="I can lead a talk about telling that the client calls even-handed",
    review=date(2027, 1, 7),
    close=date(2027, 2, 18),
    state=State.AGREED,
    agreed_with="Lee Invented",
    activities=(
        _step("1.1", "Write my answers", "on my own", date(2026, 12, 3), date(2026, 12, 1)),
        _step("1.2", "Play both sides", None, date(2026, 12, 8), None),
    ),
    agreed_on=date(2026, 11, 26),
)
CHANCE = PlanGoal(
    number=2,
    title="See a first week at work",
    why="",
    units=("3.16",),
    chance=True,
    outcome="",
    review=date(2027, 1, 5),
    close=date(2027, 2, 16),
    state=State.DRAFT,
    agreed_with=None,
    activities=(
        _step("2.1", "Joint visit", "a colleague", date(2027, 1, 5), None),
        _step("2.2", "Tell the group", "group", date(2027, 1, 5), None),
    ),
    arranged_by="Lee Invented",
)
DONE = replace(
    FIRST,
    number=3,
    title="A money talk before an offer",
    state=State.DONE,
    changed="I ask about rent first now.",
    ended=date(2026, 11, 26),
    steps_dropped=1,
)
DROPPED = replace(
    CHANCE,
    number=4,
    title="A prison visit",
    state=State.DROPPED,
    changed="No such job here.",
    ended=date(2026, 11, 20),
)
ADA = PersonNamed(id="a", name="Ada Example", me=True)
PLAN = PlanFacts(
    person=ADA,
    on=date(2026, 11, 26),
    strengths=("Working alliance", "Rationale"),
    goals=(FIRST, CHANCE),
    finished=(DONE,),
    dropped=(DROPPED,),
    works_best="See it, try it, then talk.",
)
NOTHING = PlanFacts(person=ADA, on=date(2026, 11, 26), next=(do("plan draft"),))

MARKDOWN = """\
# Learning plan: Ada Example

Agreed with Lee Invented, 26 November 2026. Not agreed yet: goal 2.  
How I learn best: See it, try it, then talk.

**What I will lean on:** Working alliance and Rationale.

## 1. When an employer asks, my client and I have words ready

Look again 7 January 2027; close or renew 18 February 2027.

Why: I freeze. (Unit 3.8.)

| What I will do | With | By | Done |
| --- | --- | --- | --- |
| 1.1 Write my answers | on my own | 3 Dec 2026 | [x] 1 Dec 2026 |
| 1.2 Play both sides |  | 8 Dec 2026 | [ ] |

We will know when: I can lead a talk about telling that the client calls even-handed

## 2. See a first week at work (a chance to arrange, not a gap)

Look again 5 January 2027; close or renew 16 February 2027.

Unit 3.16.

| What happens | With | By | Done |
| --- | --- | --- | --- |
| 2.1 Joint visit | a colleague; **Lee Invented arranges it** | 5 Jan 2027 | [ ] |
| 2.2 Tell the group | group | 5 Jan 2027 | [ ] |

## Finished

- [x] A money talk before an offer. One step done, one dropped. I ask about rent first now. (goal 3, 26 Nov 2026)

## Dropped

- A prison visit. No such job here. (goal 4, 20 Nov 2026)

---

Ada Example ________________  
Lee Invented ________________  
Next look: 5 January 2027
"""  # noqa: W291, E501 - two spaces end a line in Markdown

TEXT = """\
Learning plan: Ada Example
Agreed with Lee Invented, 26 November 2026. Not agreed yet: goal 2.
How I learn best: See it, try it, then talk.
  What I will lean on: Working alliance and Rationale.

1. When an employer asks, my client and I have words ready
  Look again 7 January 2027; close or renew 18 February 2027.
  Why: I freeze. (Unit 3.8.)
"""


def test_the_whole_plan_as_markdown() -> None:
    assert to_markdown(compose_plan(PLAN)) == MARKDOWN


def test_the_beginning_of_the_plan_as_text() -> None:
    text = to_text(compose_plan(PLAN))
    assert text.startswith(TEXT)
    assert text.endswith(
        "  Ada Example ________________   Lee Invented ________________\n"
        "  Next look: 5 January 2027\n"
    )
    words = " ".join(text.split())
    assert "[x] A money talk before an offer. One step done, one dropped." in words
    assert "Lee Invented arranges it" in words


def test_a_plan_without_goals_says_what_to_do_and_leaves_nothing_to_sign() -> None:
    assert to_text(spell_page(compose_plan(NOTHING))) == (
        "Learning plan: Ada Example\n"
        "As it stands on 26 November 2026.\n"
        "  There is no open goal. Pick some: ipsskills plan draft\n"
    )


def test_each_goal_has_its_days_beside_it() -> None:
    text = to_text(compose_plan(PLAN))
    first, second = text.split("1. When")[1].split("2. See")
    assert "Look again 7 January 2027; close or renew 18 February 2027." in first
    assert "Look again 5 January 2027; close or renew 16 February 2027." in second
    told = to_text(compose_changed(replace(PLAN, on=date(2027, 1, 6)), {2}, do("plan show")))
    assert "Look again since 5 January 2027; close or renew 16 February 2027." in told
    assert "18 February" not in told


def test_a_day_that_is_past_says_since() -> None:
    text = to_text(compose_plan(replace(NOTHING, goals=(FIRST,), on=date(2027, 2, 19))))
    said = "Look again since 7 January 2027; close or renew since 18 February 2027."
    assert said in " ".join(text.split())
    assert "Next look: due since 7 January 2027" in text


def test_on_paper_there_is_room_to_write_and_nothing_to_type() -> None:
    plan = replace(PLAN, next=(do("plan agree", "2"),))
    paper, screen = compose_plan(plan, paper=True), compose_plan(plan)
    boxes = [block for block in paper.blocks if isinstance(block, BlankBoxes)]
    assert [block.choices for block in boxes] == [("keep", "change", "finish")] * 2
    (signed,) = (block for block in paper.blocks if isinstance(block, Signatures))
    assert signed.names == ("Ada Example", "Lee Invented", "Date")
    assert not any(isinstance(block, BlankBoxes) for block in screen.blocks)
    assert "ipsskills plan agree 2" in to_text(spell_page(screen))
    assert "ipsskills" not in to_text(spell_page(paper)), "what is typed stays on the screen"


def test_without_a_reason_only_the_units_are_named() -> None:
    plan = replace(NOTHING, goals=(replace(FIRST, why="", units=("3.8", "3.9")),))
    assert "2027.\n\nUnit 3.8 and 3.9.\n" in to_markdown(compose_plan(plan))
    assert "Why:" not in to_markdown(compose_plan(plan))


def test_a_goal_in_ones_own_words_has_no_unit_and_needs_no_steps() -> None:
    own = replace(CHANCE, units=(), chance=False, activities=(), title="Meet Sam")
    text = to_markdown(compose_plan(replace(NOTHING, goals=(own,))))
    assert "February 2027.\n\n**Lee Invented arranges it**\n\n---" in text


def test_a_finished_goal_is_one_line() -> None:
    cases = [
        ("Meet Sam", "- [x] Meet Sam. All well. (goal 3, 26 Nov 2026)"),
        ("Meet Sam.", "- [x] Meet Sam. All well. (goal 3, 26 Nov 2026)"),
        ("Meet whom?", "- [x] Meet whom? All well. (goal 3, 26 Nov 2026)"),
    ]
    for title, line in cases:
        plan = replace(NOTHING, finished=(_alone(title),))
        assert line in to_markdown(compose_plan(plan)).splitlines(), title


def _alone(title: str) -> PlanGoal:
    """A finished goal without steps."""
    return replace(DONE, title=title, changed="All well.", activities=(), steps_dropped=0)


def test_what_came_of_the_steps() -> None:
    cases = [
        (0, 0, "Meet Sam. All"),
        (1, 0, "Meet Sam. One step done. All"),
        (2, 1, "Meet Sam. Two steps done, one dropped. All"),
        (0, 1, "Meet Sam. One step dropped. All"),
        (0, 3, "Meet Sam. Three steps dropped. All"),
    ]
    for done, dropped, said in cases:
        steps = tuple(replace(FIRST.activities[0], number=f"3.{n}") for n in range(done))
        goal = replace(_alone("Meet Sam"), activities=steps, steps_dropped=dropped)
        assert said in to_markdown(compose_plan(replace(NOTHING, finished=(goal,)))), said


def test_who_arranges_it_is_in_bold() -> None:
    cases = [
        (True, "Lee", "a colleague", "a colleague; **Lee arranges it**"),
        (True, "Lee", None, "**Lee arranges it**"),
        (True, None, "a colleague", "a colleague; **who arranges it?**"),
        (False, "Lee", None, "**Lee arranges it**"),
        (False, None, "a colleague", "a colleague"),
        (True, "L*e|e", None, "**L\\*e\\|e arranges it**"),
    ]
    for chance, arranged_by, with_whom, cell in cases:
        step = replace(CHANCE.activities[0], with_whom=with_whom)
        goal = replace(CHANCE, chance=chance, arranged_by=arranged_by, activities=(step,))
        page = compose_plan(replace(PLAN, goals=(goal,)))
        assert f"| 2.1 Joint visit | {cell} |" in to_markdown(page), cell


@pytest.mark.parametrize("steps", [CHANCE.activities, ()])
def test_on_paper_there_is_a_line_to_write_who_arranges_it_where_that_stands_open(
    steps: tuple[PlanActivity, ...],
) -> None:
    asked = replace(CHANCE, chance=True, arranged_by=None, activities=steps)
    known = replace(asked, arranged_by="Lee Invented")
    pages = [
        to_markdown(compose_plan(replace(PLAN, goals=(goal,)), paper=True))
        for goal in (asked, known)
    ]
    assert "\n**Who arranges it?** ________________\n" in pages[0]
    assert "who arranges it" not in pages[0]
    assert "Who arranges it?" not in pages[1]
    assert "Lee Invented arranges it" in pages[1]


def test_who_arranges_a_chance_without_steps() -> None:
    goal = replace(CHANCE, activities=())
    assert "\n**Lee Invented arranges it**\n" in to_markdown(
        compose_plan(replace(PLAN, goals=(goal,)))
    )


def test_the_page_is_the_same_in_html() -> None:
    html = to_html(compose_plan(PLAN))
    assert (
        '<td data-head="With">a colleague; <strong>Lee Invented arranges it</strong></td>' in html
    )
    assert "<strong>What I will lean on:</strong> Working alliance and Rationale." in html


def test_what_was_seen_at_the_last_look() -> None:
    looked = replace(FIRST, reviewed=date(2027, 1, 7), review_note="Two talks so far.")
    assert "Looked at again on 7 Jan 2027: Two talks so far." in to_markdown(
        compose_plan(replace(PLAN, goals=(looked,)))
    )


def test_somebody_has_to_sign_beside_the_person() -> None:
    goal = replace(FIRST, agreed_with=None, agreed_on=None)
    plan = replace(NOTHING, goals=(goal,), supervisor=PersonNamed(id="b", name="Bo Sample"))
    assert "Bo Sample ________________" in to_text(compose_plan(plan))
    alone = to_text(compose_plan(replace(plan, supervisor=None)))
    assert "Team leader ________________" in alone


def test_who_agreed_and_when() -> None:
    cases = [
        ("12", "Agreed with Bo and Lee Invented, 30 November 2026."),
        ("1", "Agreed with Lee Invented, 26 November 2026. Not agreed yet: goal 2."),
        ("", "As it stands on 26 November 2026; not agreed yet."),
    ]
    for agreed, said in cases:
        bo: dict[str, Any] = {"agreed_with": "Bo", "agreed_on": date(2026, 11, 30)}
        nobody: dict[str, Any] = {"agreed_with": None, "agreed_on": None}
        goals = (
            FIRST if "1" in agreed else replace(FIRST, **nobody),
            replace(CHANCE, **(bo if "2" in agreed else nobody)),
        )
        assert compose_plan(replace(PLAN, goals=goals)).lead[0] == said, agreed


def test_goals_that_are_not_agreed_are_named() -> None:
    goals = (FIRST, CHANCE, replace(CHANCE, number=5))
    lead = compose_plan(replace(PLAN, goals=goals)).lead
    assert lead[0].endswith("Not agreed yet: goals 2 and 5.")


def test_everybody_who_agreed_is_named_once() -> None:
    goals = (FIRST, replace(FIRST, number=2))
    assert compose_plan(replace(PLAN, goals=goals)).lead[0] == (
        "Agreed with Lee Invented, 26 November 2026."
    )
