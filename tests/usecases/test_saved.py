"""What is kept is counted in questions, as the person counts who answers them."""

from ipsskills.cli.interview.wording import say_saved
from ipsskills.codes import AssessmentKind, Code
from ipsskills.framework.types import Framework
from ipsskills.usecases.interview.machine import Answer, begin
from ipsskills.usecases.interview.saved import Saved, count_saved
from ipsskills.usecases.interview.state import InterviewState, Script
from tests.cases import try_each

UNITS = ("1.1", "1.2", "3.8")


def kept(framework: Framework, *given: str, items: tuple[str, ...] = UNITS) -> InterviewState:
    """Return an interview with answers: "1.1 3" is a unit's, "3.8/2 u" a second statement's."""
    script = Script(framework, AssessmentKind.SUPERVISOR, items, "three months")
    answers = {}
    for each in given:
        item, code = each.split()
        answers[script.find_item(item)] = Answer(Code(code))
    return begin(script, answers)


@try_each(
    ("given", "saved", "words"),
    [
        ((), Saved(), "0"),
        (("1.1 3", "1.2 n"), Saved(2), "2"),
        (("1.1 3", "1.2 u", "3.8 u"), Saved(1, not_seen=2), "1, not seen 2"),
        (("3.8/1 2",), Saved(0, statements=1), "0 and 1 statement"),
        (("1.1 x", "3.8/1 2", "3.8/2 0"), Saved(1, statements=2), "1 and 2 statements"),
        (("3.8 2", "3.8/1 2"), Saved(1), "1"),
        (("1.2 u", "3.8/1 2"), Saved(0, 1, 1), "0 and 1 statement, not seen 1"),
    ],
)
def test_questions_are_counted(
    framework: Framework, given: tuple[str, ...], saved: Saved, words: str
) -> None:
    found = count_saved(kept(framework, *given))
    assert (found, say_saved(found)) == (saved, words)


def test_a_unit_whose_statements_all_have_an_answer_is_one_question(framework: Framework) -> None:
    count = len(framework.by_id["1.1"].live_statements)
    given = [f"1.1/{place} 2" for place in range(1, count + 1)]
    assert count_saved(kept(framework, *given)) == Saved(1)
    assert count_saved(kept(framework, *given[1:])) == Saved(0, statements=count - 1)


def test_where_every_statement_is_asked_each_is_a_question(framework: Framework) -> None:
    parts = tuple(s.id for s in framework.by_id["1.1"].live_statements)
    assert count_saved(kept(framework, "1.1/1 2", "1.1/2 3", items=parts)) == Saved(2)
