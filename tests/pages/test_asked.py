"""The page of questions and answers, and what a unit's page says of how it is asked."""

from datetime import date

from ipsskills.framework.scale import USUAL_PERIOD
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import choose_period
from ipsskills.pages.compose.content.asked import compose_scale, tell_own_words
from ipsskills.pages.document import Page
from ipsskills.pages.words import months
from ipsskills.pages.writers.text import to_text


def test_every_question_and_answer_stands_with_what_pages_say(framework: Framework) -> None:
    told = to_text(compose_scale(framework.scale), 200)
    longer = "(Six months for somebody who works less than 0.6 of full time.)"
    assert (
        "You are asked: In the last three months at work, how much help did you need? " + longer
    ) in told
    assert (
        "A supervisor is asked: From what you saw or checked in the last three months: "
        "how much help was needed? " + longer
    ) in told
    assert told.count(longer) == 2
    assert "3  On my own     as described, asking where the job says to ask. On pages: " in told
    assert "“on your own” to the person, “on their own” about them" in told
    assert "n  No chance yet" in told
    assert "-  Part answered (2 to go)" in told
    assert "{" not in told


def test_a_unit_says_its_goal_and_its_own_question(framework: Framework) -> None:
    def tell(unit: str) -> str:
        return to_text(Page("T", (), tuple(tell_own_words(framework.by_id[unit]))), 200)

    own = tell("2.6")
    assert "In the last three months" in own
    assert "how much prompting did you need to use supervision?" in own
    assert "3    bringing what is hard, and acting on it" in own
    assert tell("3.8") == f"T\n  On a learning plan: {framework.by_id['3.8'].curriculum.goal}\n"


def test_what_is_told_is_the_period_that_looks_have() -> None:
    assert months(choose_period(date(2026, 11, 30)).months) == USUAL_PERIOD
    assert choose_period(date(2026, 11, 30), hours=0.59).months == 6
    assert choose_period(date(2026, 11, 30), hours=0.6).months == 3
