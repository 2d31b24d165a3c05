"""A note names no nation in which it is not shown, since whoever it sends there never reads it."""

import re
from collections.abc import Iterator
from typing import Any

from ipsskills.codes import Nation
from ipsskills.framework.types import Framework
from tests.cases import try_each

# Each nation's name, and the bodies that only its readers are sent to.
NAMES = {
    Nation.ENGLAND: r"England|English",
    Nation.WALES: r"Wales|Welsh",
    Nation.SCOTLAND: r"Scotland|Scottish|mygov\.scot",
    Nation.NORTHERN_IRELAND: (
        r"Northern Ireland|Advice NI|AccessNI|NIACRO|nidirect|Labour Relations Agency"
        r"|Jobs and Benefits|Probation Board"
    ),
}
# Said to the reader it is shown to: that the rules over there are no rules of theirs.
DIFFERS = {
    ("1.6", "Criminal records", Nation.ENGLAND): "like those in England",
    ("2.3", "Adults with incapacity, principles", Nation.ENGLAND): "English principles out of",
    (
        "2.3",
        "Adults with incapacity, the test",
        Nation.ENGLAND,
    ): "no two-stage test like the English",
    ("2.4", "Adults at risk", Nation.ENGLAND): "none asks for care needs as English law does",
    ("3.8", "When a sentence is spent", Nation.ENGLAND): "no table made for England and Wales",
    ("3.8", "When a sentence is spent", Nation.WALES): "no table made for England and Wales",
}


def list_named(framework: Framework) -> Iterator[tuple[str, Any, Nation]]:
    """Each nation that a note or a fact names and in which nobody is shown it."""
    for unit in framework.units:
        for note in (*unit.curriculum.notes, *unit.curriculum.background):
            for nation, names in NAMES.items():
                if nation not in note.nations and re.search(rf"\b(?:{names})\b", note.text):
                    yield unit.id, note, nation


def test_a_note_names_no_nation_in_which_it_is_not_shown(framework: Framework) -> None:
    named = {(unit, note.topic, nation): note.text for unit, note, nation in list_named(framework)}
    assert set(named) == set(DIFFERS)
    for key, words in DIFFERS.items():
        assert words in named[key]


@try_each("body", ["Acas", "Citizens Advice", "Jobcentre"])
def test_a_note_shown_in_northern_ireland_sends_nobody_to_a_body_of_great_britain_alone(
    body: str, framework: Framework
) -> None:
    own = re.compile(NAMES[Nation.NORTHERN_IRELAND])
    for unit in framework.units:
        for note in unit.curriculum.notes:
            if Nation.NORTHERN_IRELAND in note.nations and body in note.text:
                assert own.search(note.text), (unit.id, note.topic)


@try_each(
    ("benefit", "own"),
    [
        ("PIP", "Adult Disability Payment|Scotland's payments"),
        ("Carer's Allowance", "Carer Support Payment"),
    ],
)
def test_a_note_shown_in_scotland_names_its_payment_beside_the_one_it_replaced(
    benefit: str, own: str, framework: Framework
) -> None:
    for unit in framework.units:
        for note in unit.curriculum.notes:
            if Nation.SCOTLAND in note.nations and re.search(rf"\b{benefit}\b", note.text):
                assert re.search(own, note.text), (unit.id, note.topic)
