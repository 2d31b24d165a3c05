"""Levels are those of Unicode's algorithm: worked out by hand, and by another library."""

import random

from bidi import get_display

from ipsskills.pages.writers.directions.levels import LTR, RTL, find_levels

# Hebrew letters, an Arabic one, ours, numbers of both, and every sort of sign between them.
LETTERS = 'אבמدab1234٣٤  ()[]{},.-+%$/:"!\u05b0\u064b\u00a0\u200d😀'


def test_levels_of_a_line() -> None:
    cases = [
        ("ab אב", LTR, "00011"),
        ("אב ab", RTL, "11122"),
        ("אב, ab", LTR, "110000"),  # what stands between the two goes with the line
        ("אב 12 גד", LTR, "11122111"),
        ("אב 12-13", LTR, "11122222"),
        ("مر 12-13", LTR, "11122122"),  # after Arabic letters a hyphen parts two numbers
        ("אב 5%", LTR, "11122"),
        ("a (אב) b", LTR, "00011000"),
        ("אב (גד) b", LTR, "111111100"),  # both brackets go with the letters before them
        ("אב (b) ג", LTR, "11000001"),
        ("12 אב", LTR, "00011"),
        ("אב.", RTL, "111"),
        ("א\u200d\u05b0ב a", LTR, "111100"),
    ]
    for line, base, levels in cases:
        assert "".join(map(str, find_levels(line, base))) == levels, line


def turn(line: str, levels: list[int]) -> str:
    """Return a line as it is seen: stretches are turned around, the highest levels first."""
    seen = list(zip(line, levels, strict=True))
    for level in (2, 1):
        turned: list[tuple[str, int]] = []
        run: list[tuple[str, int]] = []
        for each in [*seen, ("", 0)]:
            if each[1] >= level:
                run.append(each)
            else:
                turned += [*reversed(run), each]
                run = []
        seen = turned[:-1]
    return "".join(letter for letter, _ in seen)


def test_lines_are_seen_as_another_library_has_them() -> None:
    chosen = random.Random(7)  # the same lines each time
    for _ in range(500):
        line = "".join(chosen.choices(LETTERS, k=chosen.randint(1, 16))) + "."
        for base, name in ((LTR, "L"), (RTL, "R")):
            assert turn(line, find_levels(line, base)) == get_display(line, base_dir=name), line
