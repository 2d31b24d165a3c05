"""What leaves the program never speaks to a terminal, wherever it came from."""

import json

from ipsskills.visible import escape_in_json, make_visible
from tests.cases import try_each

HIDDEN = {
    "\x1b[31mred": "\\x1b[31mred",
    "bell\x07": "bell\\x07",
    "\x9b2J": "\\x9b2J",
    "one\rtwo": "one\\x0dtwo",
    "\u202egnp.exe": "\\u202egnp.exe",
    "\u2066in\u2069": "\\u2066in\\u2069",
    "del\x7f": "del\\x7f",
    "nul\x00": "nul\\x00",
}
PLAIN = ("Zoë, 李, 👩🏽\u200d💻", "one\n\ttwo", "שלום", "سلام", "soft\u00adhyphen", "")


@try_each(("text", "shown"), HIDDEN.items())
def test_what_is_hidden_is_written_out(text: str, shown: str) -> None:
    assert make_visible(text) == shown
    assert make_visible(shown) == shown


@try_each("text", PLAIN)
def test_what_people_write_stays(text: str) -> None:
    assert make_visible(text) == text
    assert escape_in_json(text) == text


@try_each("text", [*HIDDEN, *PLAIN])
def test_json_says_the_same_without_it(text: str) -> None:
    shown = escape_in_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(shown) == [text]
    assert make_visible(shown) == shown
