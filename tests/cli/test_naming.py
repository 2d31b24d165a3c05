"""A file that nobody named is called who, what and the day, and takes nobody's place."""

from datetime import date
from pathlib import Path

import pytest

from ipsskills.cli.output.naming import find_free, name_file
from ipsskills.pages.document import About, Page

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("command", "page", "name"),
    [
        ("report", Page("T", about=About("Ada Example")), "ada-example-report"),
        ("plan show", Page("T", about=About("Zo\u00eb O'Brien-Lee")), "zo\u00eb-o-brien-lee-plan"),
        ("plan export", Page("T", about=About("../../etc")), "etc-plan"),
        ("team show", Page("T", about=About("A/B: \\C?", several=True)), "a-b-c-team"),
        ("team list", Page("T", about=About("", several=True)), "team"),
        ("due", Page("T", about=About("\u0645\u0631\u064a\u0645")), "\u0645\u0631\u064a\u0645-due"),
        ("framework show", Page("3.8  Discussing disclosure"), "3.8-discussing-disclosure"),
        ("explain", Page("\U0001f642"), "page"),
        ("explain", Page("x" * 300), "x" * 60),
    ],
)
def test_names(command: str, page: Page, name: str) -> None:
    assert name_file(command, page, DAY, ".pdf") == Path(f"{name}-2026-11-30.pdf")


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    first = tmp_path / "a.b.pdf"
    assert find_free(first) == first
    first.touch()
    assert find_free(first) == tmp_path / "a.b-2.pdf"
    (tmp_path / "a.b-2.pdf").symlink_to("nowhere")
    assert find_free(first) == tmp_path / "a.b-3.pdf"
