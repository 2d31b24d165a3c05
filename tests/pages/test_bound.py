"""Where a writer's program breaks lines, a number stays with the name it stands before."""

import re

from ipsskills.pages.document import Bullets, Entries, Heading, Page, Table, Tick
from ipsskills.pages.writers.bound import bind_numbers, split_unbound
from ipsskills.pages.writers.formats import FORMATS, Material


def test_which_spaces_never_break() -> None:
    cases = [
        ("3.8 Disclosure", "3.8~Disclosure"),
        ("also 3.10 Employment plan, 1.2 Recovery model", None),
        ("M3 Using help; A1 Finding one's feet", "M3~Using help; A1~Finding one's feet"),
        ("Why: I freeze. (Unit 3.8)", "Why: I freeze. (Unit~3.8)"),
        ("from units 3.8 and 3.9", "from units~3.8 and 3.9"),
        ("0.8 of full time; 12.5 hours; 3 steps", "0.8 of full time; 12.5 hours; 3 steps"),
        ("26 Nov 2026, due 4 December 2026", "26~Nov~2026, due 4~December~2026"),
        ("In May 2026; 12 Maybe", "In May 2026; 12 Maybe"),
        ("version 1.10.3 Beta, £3.50 Lunch", "version 1.10.3 Beta, £3.50~Lunch"),
    ]
    for text, bound in cases:
        wanted = bound or "also 3.10~Employment plan, 1.2~Recovery model"
        assert bind_numbers(text) == wanted.replace("~", "\u00a0"), text


def test_every_text_of_a_page_is_bound_wherever_it_stands() -> None:
    page = Page(
        "3.8 Disclosure",
        ("See 3.9 Vocational profile",),
        (
            Heading("1.1 Stance"),
            Bullets(("1.2 Recovery",)),
            Entries((("", "1.3 Rationale", "goes with 1.4 Principles"),)),
            Table(("Unit",), (("1.5 Mental health",), (Tick(done=True, text="2.1 Ethics"),))),
        ),
    )
    told = repr(bind_numbers(page))
    assert told.count("\\xa0") == 8
    assert not re.search(r"\d [A-Z]", told)


def test_text_and_markdown_keep_common_spaces_and_papers_do_not() -> None:
    page = Page("Title", (), (Bullets(("3.8 Disclosure",)),))
    written = {
        each.name: each.write(Material("report", None, page)).decode()
        for each in FORMATS
        if each.name in ("text", "md", "html")
    }
    assert [name for name, text in written.items() if "3.8 Disclosure" in text] == ["text", "md"]
    assert "3.8\u00a0Disclosure" in written["html"]


def test_a_column_is_as_wide_as_what_is_never_parted() -> None:
    assert split_unbound("See 3.8\u00a0Disclosure\nthere") == [
        "See",
        "3.8\u00a0Disclosure",
        "there",
    ]
