"""How what is to be written on is drawn: lines, boxes and rows, wide enough and never too wide."""

from ipsskills.pages.document import BlankBoxes, BlankLines, BlankTable, Block, Page
from ipsskills.pages.writers.blank import share_columns
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text


def text(block: Block, width: int = 40) -> str:
    return to_text(Page("T", (), (block,)), width).removeprefix("T\n")


def test_a_line_to_write_on_has_room_above_it() -> None:
    line = "  " + "_" * 38
    assert text(BlankLines("Why?", 2, "In a word.")) == (
        f"\n  Why? In a word.\n\n{line}\n\n{line}\n"
    )


def test_choices_stand_side_by_side_and_none_is_broken() -> None:
    assert text(BlankBoxes(("At an offer", "Before it", "If trouble comes"))) == (
        "\n  [ ] At an offer   [ ] Before it\n  [ ] If trouble comes\n"
    )


def test_a_row_has_a_head_and_lines_to_write_on() -> None:
    table = BlankTable(("", "Now", "Later"), ("Fares", ""))
    assert text(table) == (
        "\n"
        "          Now             Later\n"
        "\n"
        "  Fares   ______________  ______________\n"
        "\n"
        "  ______  ______________  ______________\n"
    )


def test_a_high_row_has_its_line_at_the_bottom() -> None:
    lines = text(BlankTable(("", "Now"), ("Fares",), row_lines=3)).splitlines()
    assert [line.strip()[:5] for line in lines[2:]] == ["", "Fares", "", "", "", "_____"]


def test_columns_share_the_whole_room() -> None:
    tables = (
        BlankTable(("Date", "What came of it"), ("", "")),
        BlankTable(("", "What we agreed"), ("Keeping in touch, and how often we do",)),
        BlankTable(("", "Now", "This offer", "Fewer hours", "More hours"), ("Fares",)),
        BlankTable(("One",), ("",)),
    )
    for table in tables:
        for room in (30, 60, 76, 100):
            shares = share_columns(table, room)
            assert len(shares) == len(table.columns), (table.columns, room)
            assert sum(shares) == room, (table.columns, room)
            assert min(shares) >= 6, (table.columns, room)


def test_a_long_head_of_a_row_takes_no_more_than_its_share() -> None:
    heads = BlankTable(("", "What we agreed"), ("word " * 20,))
    assert share_columns(heads, 76) == [28, 48]


def test_in_html_a_row_is_as_high_as_it_has_lines_and_heads_are_heads() -> None:
    page = to_html(Page("T", (), (BlankTable(("", "Now"), ("Fares", ""), row_lines=2),)))
    assert '<tr class="high-2"><th scope="row">Fares</th><td></td></tr>' in page
    assert '<tr class="high-2"><td></td><td></td></tr>' in page
    assert '<th scope="col">Now</th>' in page
    assert page.count("<col style") == 2


def test_in_markdown_a_line_to_write_on_is_a_rule() -> None:
    told = to_markdown(Page("T", (), (BlankLines("Why?", 2),)))
    assert told == f"# T\n\n**Why?**\n\n{'_' * 40}\n\n{'_' * 40}\n"
