"""Forms to print: a box for every answer that is offered, and a line for a note."""

import pytest

from ipsskills.codes import AssessmentKind
from ipsskills.pages.compose.forms.paper import compose_paper
from ipsskills.pages.document import BlankBoxes, BlankFields, Heading
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
