"""Forms to print: a box for every answer that is offered, and a line for a note."""

import pytest

from ipsskills.codes import AssessmentKind
from ipsskills.pages.compose.forms.paper import compose_paper
from ipsskills.pages.document import BlankBoxes, BlankFields, Bullets, Heading, Text
from ipsskills.usecases.desk import Desk
from tests.formats.forms.workbooks import make

OFFERED = {  # by hand, of docs/method.md: how a rating is asked
    AssessmentKind.SELF: {"1.1": "3210x", "2.2": "3210x", "3.8": "3210nx", "3.10": "3210nx"},
    AssessmentKind.SUPERVISOR: {"1.1": "3210xu", "2.2": "3210xu", "3.8": "3210nxu"},
    AssessmentKind.FIRST_LOOK: {"1.1": "3210", "3.8": "3210"},
}


@pytest.mark.parametrize("kind", OFFERED)
def test_each_unit_has_a_box_an_answer(desk: Desk, kind: AssessmentKind) -> None:
    offered = OFFERED[kind]
    page = compose_paper(make(desk, kind, scope=tuple(offered)))
    boxes = [b for b in page.blocks if isinstance(b, BlankBoxes) and b.text]
    assert ["".join(choice[0] for choice in b.choices) for b in boxes] == list(offered.values())
    named = [b.text.split()[0] for b in page.blocks if isinstance(b, Heading) and b.level > 1]
    assert named == list(offered)
    fields = [b.labels for b in page.blocks if isinstance(b, BlankFields)]
    assert fields[0][-1] == "Day you give these answers"
    assert {labels[-1] for labels in fields[1:]} == {"Note"}
    assert page.about is not None


WORRY = "Worried about someone now? Use the duty or safeguarding route, not this form."
AT_LOW = "If your answer is 0 or 1: talk to your team leader today, or whoever covers."
THEIRS_AT_LOW = "If your answer is 0 or 1: talk to them today."


@pytest.mark.parametrize(
    ("kind", "low"),
    [
        (AssessmentKind.SELF, AT_LOW),
        (AssessmentKind.SUPERVISOR, THEIRS_AT_LOW),
        (AssessmentKind.FIRST_LOOK, ""),
    ],
)
def test_under_each_safety_unit_stands_where_to_turn_and_what_a_low_answer_asks_for(
    desk: Desk, kind: AssessmentKind, low: str
) -> None:
    page = compose_paper(make(desk, kind, scope=("2.1", "2.2", "2.3", "2.4", "2.5")))
    under: dict[str, list[tuple[str, str]]] = {}
    for block in page.blocks:
        if isinstance(block, Heading):
            unit = block.text.split()[0]
        elif isinstance(block, Text) and unit.startswith("2."):
            under.setdefault(unit, []).append((block.label, block.text))
    assert under == {unit: [(WORRY, low)] for unit in ("2.2", "2.3", "2.4")}


def test_a_statement_has_its_points_and_a_safety_unit_says_once_where_to_turn(desk: Desk) -> None:
    unit = desk.framework.by_id["2.2"]
    page = compose_paper(make(desk, scope=("2.2",), full=True))
    points = [block.items for block in page.blocks if isinstance(block, Bullets)]
    assert points == [each.points for each in unit.live_statements if each.points]
    told = [(b.label, b.text) for b in page.blocks if isinstance(b, Text) and b.text == AT_LOW]
    assert told == [(WORRY, AT_LOW)] + [("", AT_LOW)] * (len(unit.live_statements) - 1)
