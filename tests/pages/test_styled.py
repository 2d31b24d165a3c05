"""Text is broken where Rich itself breaks it, and keeps its styles."""

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from ipsskills.pages.writers.styled import Styled


@given(st.text("ab cd  e\u00e9李😀-\u0301\xa0\n\u200d\ufe0f", max_size=60), st.integers(2, 20))
def test_lines_end_where_rich_ends_them(text: str, width: int) -> None:
    theirs = Text(text).wrap(None, width, overflow="fold")  # type: ignore[arg-type]
    ours = [line for part in Styled(text).split() for line in part.break_at(width)]
    assert [line.plain.rstrip() for line in ours] == [line.plain.rstrip() for line in theirs]


def test_pieces_keep_their_style_when_they_are_broken() -> None:
    text = Styled("one two ", "bold") + Styled("three\nfour") + Styled(" five", "dim")
    lines = [line.pieces for part in text.split() for line in part.break_at(7)]
    assert [[piece for piece in line if piece[0]] for line in lines] == [
        [("one two", "bold")],
        [("three", "")],
        [("four", "")],
        [("five", "dim")],
    ]


def test_a_text_is_padded_by_columns() -> None:
    assert (Styled("李").pad(4) + Styled("|")).plain == "李  |"
    assert Styled("long").pad(2).plain == "long"
    assert Styled("a").embolden().pieces == (("a", "bold"),)


def test_an_address_is_not_folded_but_in_a_narrow_column() -> None:
    address = f"https://www.gov.uk/{'a' * 90}."
    text = Styled(f"Source: the department, {address} Checked today.")
    lines = [line.plain for line in text.break_at(80)]
    assert lines == ["Source: the department,", address, "Checked today."]
    assert all(len(line.plain) <= 30 for line in text.break_at(30))
