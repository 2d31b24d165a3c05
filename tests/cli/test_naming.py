"""A file that nobody named is called who, what and the day, and takes nobody's place."""

from datetime import date
from pathlib import Path

from ipsskills.cli.output.naming import find_free, name_file
from ipsskills.cli.output.spelling import name_files_by, spell
from ipsskills.doing import do
from ipsskills.pages.document import About, Page
from tests.cases import try_each

DAY = date(2026, 11, 30)


@try_each(
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


def test_a_printed_command_names_its_file_by_whom_it_is_for_and_the_day() -> None:
    name_files_by(DAY)
    try:
        printed = {
            person: spell(do("share out", "-o", "page.pdf", person=person))
            for person in ("Eve Frome", "Fay Grant")
        }
        form = spell(do("form", "--for", "Eve Frome", "-o", "look.html"))
        own = spell(do("chart radar", "-o", "radar.png"))
        folder = spell(do("data export", "-o", "some/place.x", person="Eve Frome"))
    finally:
        name_files_by(None)
    assert printed == {
        "Eve Frome": 'ipsskills share out "Eve Frome" -o eve-frome-page-2026-11-30.pdf',
        "Fay Grant": 'ipsskills share out "Fay Grant" -o fay-grant-page-2026-11-30.pdf',
    }
    assert form == 'ipsskills form --for "Eve Frome" -o eve-frome-look-2026-11-30.html'
    assert own == "ipsskills chart radar -o radar.png"
    assert folder.endswith(" -o some/place.x"), "a place that somebody chose"
