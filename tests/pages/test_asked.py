"""The page of questions and answers, and what a unit's page says of how it is asked."""

from ipsskills.framework.types import Framework
from ipsskills.pages.compose.content.asked import compose_scale, tell_own_words
from ipsskills.pages.document import Page
from ipsskills.pages.writers.text import to_text


def test_every_question_and_answer_stands_with_what_pages_say(framework: Framework) -> None:
    told = to_text(compose_scale(framework.scale), 200)
    assert "You are asked: In the last six months at work, how much help did you need?" in told
    assert "3  On my own     as described, asking where the job says to ask. On pages: " in told
    assert "“on your own” to the person, “on their own” about them" in told
    assert "n  No chance yet" in told
    assert "-  Part answered (2 to go)" in told
    assert "{" not in told


def test_a_unit_says_its_goal_and_its_own_question(framework: Framework) -> None:
    def tell(unit: str) -> str:
        return to_text(Page("T", (), tuple(tell_own_words(framework.by_id[unit]))), 200)

    own = tell("2.6")
    assert "how much prompting did you need to use supervision?" in own
    assert "3    bringing what is hard, and acting on it" in own
    assert tell("3.8") == f"T\n  On a learning plan: {framework.by_id['3.8'].curriculum.goal}\n"
