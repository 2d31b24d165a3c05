"""The plan as a page: whole pages typed by hand."""

from dataclasses import replace
from datetime import date

import pytest

from ipsskills.pages.plan import Plan, PlanActivity, PlanGoal, plan_page
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text

FIRST = PlanGoal(
    number=1,
    title="When an employer asks, my client and I have words ready",
    why="I freeze.",
    units=("3.8",),
    chance=False,
    outcome="Lead a talk about telling that the client calls even-handed",
    review=date(2027, 1, 7),
    close=date(2027, 2, 18),
    state="agreed",
    agreed_with="Lee Invented",
    activities=(
        PlanActivity("1.1", "Write my answers", "on my own", date(2026, 12, 3), date(2026, 12, 1)),
        PlanActivity("1.2", "Play both sides", None, date(2026, 12, 8), None),
    ),
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
    state="draft",
    agreed_with=None,
    activities=(PlanActivity("2.1", "Joint visit", "a colleague", date(2027, 1, 5), None),),
)
DONE = replace(
    FIRST,
    number=0,
    title="A money talk before an offer",
    state="done",
    changed="I ask about rent first now.",
    ended=date(2026, 11, 26),
)
PLAN = Plan(
    "Ada Example", date(2026, 11, 26), ("Working alliance", "Rationale"), (FIRST, CHANCE), (DONE,)
)
NOTHING = Plan("Ada Example", date(2026, 11, 26), (), (), ())

MARKDOWN = """\
# Learning plan: Ada Example

Agreed with Lee Invented. As it stands on 26 November 2026.  
Look again 5 January 2027; close or renew 18 February 2027.

What I will lean on: Working alliance and Rationale.

## 1. When an employer asks, my client and I have words ready

Why: I freeze. (Unit 3.8.)

| What I will do | With | By | Done |
| --- | --- | --- | --- |
| 1.1 Write my answers | on my own | 3 Dec 2026 | 1 Dec 2026 |
| 1.2 Play both sides |  | 8 Dec 2026 |  |

We will know when I can: lead a talk about telling that the client calls even-handed

## 2. See a first week at work (a chance to arrange, not a gap)

Why: (Unit 3.16.)

| What happens | With | By | Done |
| --- | --- | --- | --- |
| 2.1 Joint visit | a colleague | 5 Jan 2027 |  |

## Finished

- A money talk before an offer. I ask about rent first now. (26 Nov 2026)

---

Ada Example ________________  
Team leader ________________  
Next look: 5 January 2027
"""  # noqa: W291 - two spaces end a line in Markdown

TEXT = """\
Learning plan: Ada Example
Agreed with Lee Invented. As it stands on 26 November 2026.
Look again 5 January 2027; close or renew 18 February 2027.
  What I will lean on: Working alliance and Rationale.

1. When an employer asks, my client and I have words ready
  Why: I freeze. (Unit 3.8.)
"""


def test_the_whole_plan_as_markdown() -> None:
    assert to_markdown(plan_page(PLAN)) == MARKDOWN


def test_the_beginning_of_the_plan_as_text() -> None:
    text = to_text(plan_page(PLAN))
    assert text.startswith(TEXT)
    assert text.endswith(
        "  Ada Example ________________   Team leader ________________\n"
        "  Next look: 5 January 2027\n"
    )


def test_a_plan_without_goals_says_what_to_type() -> None:
    assert to_text(plan_page(NOTHING)) == (
        "Learning plan: Ada Example\n"
        "As it stands on 26 November 2026.\n"
        "  There is no open goal. Pick some: ipsskills plan draft\n"
        f"{'-' * 80}\n"
        "  Ada Example ________________   Team leader ________________\n"
    )


def test_a_goal_in_ones_own_words_has_no_unit_and_needs_no_steps() -> None:
    own = replace(CHANCE, units=(), chance=False, activities=(), title="Meet Sam")
    text = to_markdown(plan_page(replace(NOTHING, goals=(own,))))
    assert "## 2. Meet Sam\n\n---" in text


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Meet Sam", "- Meet Sam. All well. (26 Nov 2026)"),
        ("Meet Sam.", "- Meet Sam. All well. (26 Nov 2026)"),
        ("Meet whom?", "- Meet whom? All well. (26 Nov 2026)"),
    ],
)
def test_a_finished_goal_is_one_line(title: str, line: str) -> None:
    plan = replace(NOTHING, finished=(replace(DONE, title=title, changed="All well."),))
    assert line in to_markdown(plan_page(plan)).splitlines()


def test_everybody_who_agreed_is_named_once() -> None:
    goals = (FIRST, replace(FIRST, number=2), replace(CHANCE, agreed_with="Bo"))
    assert plan_page(replace(PLAN, goals=goals)).lead[0] == (
        "Agreed with Bo and Lee Invented. As it stands on 26 November 2026."
    )
