"""The gate with a clock of the test's own: what passes, to the millisecond."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.cli.interview.gate import Gate, opens_sequence
from tests.cases import try_each

ESC = "esc"
KNOWN = "known sequence"
DRAWN = "drawn"
CHANGED = "changed"
LONG_AGO = -10.0


@dataclass(frozen=True)
class Burst:
    """A key that came in one read with others."""

    key: str


# A step is milliseconds since the start and what happened: a key, or one of the words above.
Step = tuple[float, str | Burst]


def passed(steps: Sequence[Step], *, fast: bool = False) -> str:
    """Return the keys that may act, of what happened when; the question has long been drawn."""
    gate = Gate(fast=fast)
    gate.note_drawn(LONG_AGO)
    keys = ""
    for at, what in steps:
        keys += _step(gate, at / 1000, what)
    return keys


def _step(gate: Gate, at: float, what: str | Burst) -> str:
    if isinstance(what, Burst):
        return what.key if gate.passes(what.key, at, burst=True) else ""
    match what:
        case "drawn":
            gate.note_drawn(at)
        case "changed":
            gate.note_change()
        case "known sequence":
            gate.sequence(at)
        case "esc":
            gate.escape(at)
        case key if gate.passes(key, at):
            return key
    return ""


def spread(text: str, gap: float, start: float = 0) -> list[Step]:
    """Return a step for each key of a text; ``~`` stands for ESC."""
    return [(start + n * gap, ESC if key == "~" else key) for n, key in enumerate(text)]


@try_each(
    ("steps", "keys"),
    [
        ([(0, "3")], "3"),
        ([(0, "x")], "x"),
        # a question has to stand for 80 ms before a key may answer it
        ([(0, DRAWN), (79.9, "3")], ""),
        ([(0, DRAWN), (80.1, "3")], "3"),
        ([(0, DRAWN), (50, DRAWN), (129.9, "3")], ""),
        # what is not on the screen yet cannot be answered, however long that takes
        ([(0, "3"), (1, CHANGED), (5000, "2")], "3"),
        ([(0, "3"), (1, CHANGED), (5000, DRAWN), (5079, "2"), (5300, "1")], "31"),
    ],
)
def test_a_key_counts_only_when_its_question_could_be_read(steps: list[Step], keys: str) -> None:
    assert passed(steps) == keys


@try_each(
    ("steps", "keys"),
    [
        # a person's Esc, then a key
        ([(0, ESC), (149.9, "3")], ""),
        ([(0, ESC), (150.1, "3")], "3"),
        ([(0, ESC), (0, "3"), (149.9, "2"), (450, "1")], "1"),
        # a sequence that the terminal library knew
        ([(0, KNOWN), (149.9, "3")], ""),
        ([(0, KNOWN), (150.1, "3")], "3"),
        # a sequence that it did not know, however far apart its bytes come
        (spread("~[3z", 0), ""),
        (spread("~[3z", 1), ""),
        (spread("~[3z", 150), ""),
        (spread("~[3z", 299.9), ""),
        (spread("~[?1;2c", 299), ""),
        (spread("~[12;34;56z", 100), ""),
        (spread("~O2", 100), ""),
        # its last byte begins another quiet time
        ([*spread("~[3z", 10), (179.9, "2")], ""),
        ([*spread("~[3z", 10), (180.1, "2")], "2"),
        # replies that are strings: to their end, which is BEL or ESC and a backslash
        (spread("~]11;rgb:ffff/3333/0000\x07", 30), ""),
        (spread("~]11;rgb:ffff/3333/0000~\\", 30), ""),
        (spread("~P>|xterm(370)~\\", 200), ""),
        (spread("~_Gi=31;OK~\\", 5), ""),
        (spread("~^2~\\", 5), ""),
        (spread("~X2~\\", 5), ""),
        ([*spread("~]4;1~\\", 10), (209.9, "3"), (361, "2")], "2"),
        # one that never ends lets keys through again
        ([*spread("~]11", 10), (300, "2"), (601, "3")], "3"),
        ([*spread("~[1", 10), (321, "3")], "3"),
    ],
)
@try_each("fast", [False, True])
def test_escape_sequences_answer_nothing(steps: list[Step], keys: str, *, fast: bool) -> None:
    assert passed(steps, fast=fast) == keys


@given(
    parameters=st.text("0123456789;?<=>:", max_size=12),
    last=st.sampled_from("ABCHRZacmnqtuxyz~@`{"),
    gaps=st.lists(st.floats(0, 299), min_size=15, max_size=15),
)
def test_no_control_sequence_answers_anything(
    parameters: str, last: str, gaps: list[float]
) -> None:
    at, steps = 0.0, [(0.0, ESC)]
    for key, gap in zip(f"[{parameters}{last}", gaps, strict=False):
        at += gap
        steps.append((at, key))
    assert passed(steps) == ""
    assert passed([*steps, (at + 151, "3")]) == "3"


@given(
    opener=st.sampled_from("]P^_X"),
    body=st.text("0123n;:/x", max_size=20),
    end=st.sampled_from(["\x07", "~\\"]),
    gap=st.floats(0, 299),
)
def test_no_string_of_a_terminal_answers_anything(
    opener: str, body: str, end: str, gap: float
) -> None:
    steps = spread(f"~{opener}{body}{end}", gap)
    assert passed(steps) == ""
    assert passed([*steps, (steps[-1][0] + 151, "3")]) == "3"


def test_an_esc_that_ends_a_string_is_nobodys_key() -> None:
    gate = Gate()
    assert gate.escape(0.0)
    assert not gate.passes("]", 0.01)
    assert not gate.escape(0.02)
    assert not gate.passes("\\", 0.03)
    assert gate.escape(0.04)


@try_each(
    ("steps", "keys"),
    [
        # held: once, again after the first wait, and no more
        ([(0, "3"), *spread("3" * 60, 30, start=400)], "33"),
        ([(0, "3"), *spread("3" * 20, 100, start=400)], "33"),
        ([(0, "3"), *spread("3" * 20, 149.9, start=400)], "33"),
        ([(0, "3"), *spread("3" * 20, 100, start=250)], "33"),
        # the first wait may be long, or the key was the answer before as well
        ([(0, "3"), *spread("3" * 20, 100, start=1000)], "33"),
        ([(0, "3"), *spread("3" * 20, 100, start=1800)], "33"),
        ([(0, "3"), (9000, "3"), *spread("3" * 20, 100, start=9400)], "333"),
        # until there is quiet
        ([(0, "3"), *spread("333", 100, start=400), (749.9, "3")], "33"),
        ([(0, "3"), *spread("333", 100, start=400), (750.1, "3")], "333"),
        # another key ends it
        ([(0, "3"), *spread("333", 100, start=400), (700, "2")], "332"),
        # a person's own repeats
        (spread("33333", 150.1), "33333"),
        (spread("33333", 250), "33333"),
        (spread("32323", 100), "32323"),
        ([(0, "3"), (100, "3")], "33"),
    ],
)
def test_a_held_key_answers_at_most_twice(steps: list[Step], keys: str) -> None:
    assert passed(steps) == keys


@try_each(
    ("steps", "keys"),
    [
        ([(0, Burst(key)) for key in "2.3 and n"], ""),
        # in parts; the late rest belongs to it
        ([(0, Burst("2")), (0, Burst(".")), (5, "3")], ""),
        ([(0, Burst("2")), (0, Burst(".")), (149.9, "3")], ""),
        ([(0, Burst("2")), (0, Burst(".")), (150.1, "3")], "3"),
        ([(0, Burst("2")), (0, Burst(".")), (100, "3"), (200, "1"), (350.1, "0")], "0"),
        # keys nearer than fingers are
        ([(0, "2"), (9.9, "3")], "2"),
        ([(0, "2"), (10.1, "3")], "23"),
    ],
)
def test_a_paste_answers_nothing(steps: list[Step], keys: str) -> None:
    assert passed(steps) == keys


def test_fast_lifts_what_depends_on_a_persons_pace() -> None:
    steps: list[Step] = [(0, DRAWN), *spread("333222", 0.5), (3, Burst("1")), (3, Burst("1"))]
    assert passed(steps, fast=True) == "33322211"
    assert passed([(0, "3"), (1, CHANGED), (2, "2")], fast=True) == "32"


@try_each(
    ("steps", "words"),
    [
        (spread("hello 23", 1), "hello 23"),
        (spread("a~[3zb", 1), "ab"),
        (spread("a~]11;rgb:0/0/0~\\b", 1), "ab"),
        (spread("~2b", 0), "b"),
        (spread("aaaaaa", 30), "aaaaaa"),
    ],
)
def test_words_being_typed_lose_only_noise(steps: list[Step], words: str) -> None:
    gate, kept = Gate(), ""
    for at, what in steps:
        assert isinstance(what, str)
        if what == ESC:
            gate.escape(at / 1000)
        elif gate.types(what, at / 1000):
            kept += what
    assert kept == words


def test_words_that_were_typed_are_followed_by_no_answer_at_once() -> None:
    gate = Gate()
    gate.note_drawn(LONG_AGO)
    assert gate.types("a", 0.0)
    assert not gate.passes("3", 0.009)
    assert gate.passes("3", 0.2)


@try_each(
    ("key", "opens"),
    [("[", True), ("]", True), ("P", True), ("\\", True), ("2", False), ("", False)],
)
def test_what_follows_esc_tells_whose_it_was(key: str, *, opens: bool) -> None:
    assert opens_sequence(key) is opens
