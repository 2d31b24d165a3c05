"""Pages in HTML as a browser shows them: to everybody, at any width, and to nobody else."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from pypdfium2 import PdfDocument

from ipsskills.frozen import dataclass
from tests.browser.conftest import PAGES
from tests.browser.hostile import HOSTILE, LONG, WORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EVERY = (*PAGES, "handbook", "hostile")
JUDGED = ("report", "plan", "agenda", "compare", "record", "handbook", "hostile")
BROKEN = "(judged) => judged.violations.map((each) => [each.id, each.nodes[0].html])"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (320, 640, 1280)  # a telephone; a screen of 1280 at 200 %; a screen


@dataclass(frozen=True)
class Visit:
    """What was seen of a page that was opened once, for several tests to look at.

    ``asked`` are the addresses it asked for, ``said`` what it told the browser, ``wider`` how wide
    it is where that is more than a screen, ``light`` and ``dark`` what axe-core found in it.
    """

    asked: tuple[str, ...]
    said: tuple[str, ...]
    wider: Mapping[int, int]
    light: tuple[tuple[str, str], ...] = ()
    dark: tuple[tuple[str, str], ...] = ()


@pytest.fixture(scope="module")
def tab(browser: "Browser") -> "Page":
    """Return one tab for page after page, as a new one takes longer to open than a page."""
    return browser.new_page()


@pytest.fixture(scope="module")
def visits(tab: "Page", pages: Path) -> Mapping[str, Visit]:
    """Open every page once, and return what was seen of each."""
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(error.message))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    seen = {}
    for name in EVERY:
        asked.clear()
        said.clear()
        found = visit(tab, pages, name)
        seen[name] = replace(found, asked=tuple(asked), said=tuple(said))
    return seen


def visit(tab: "Page", pages: Path, name: str) -> Visit:
    """Open a page, at each width, and have it judged in light and dark."""
    open_page(tab, pages, name)
    wider = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        taken = tab.evaluate("document.documentElement.scrollWidth")
        if taken > width:
            wider[width] = taken
    found = [judge(tab, scheme) if name in JUDGED else () for scheme in ("light", "dark")]
    return Visit((), (), wider, *found)


def judge(tab: "Page", scheme: str) -> tuple[tuple[str, str], ...]:
    """Return what axe-core finds in a page: the rule, and the first place that breaks it."""
    asked = ['{exclude: ["svg > *"]}']  # charts have tests of their own colours
    if scheme == "dark":  # nothing but the colours is another
        tab.emulate_media(color_scheme="dark")
        asked.append('{runOnly: ["color-contrast", "link-in-text-block", "target-size"]}')
    elif not tab.evaluate("'axe' in window"):
        tab.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    # What is right is not told either: it is much the most.
    found = tab.evaluate(f"axe.run({', '.join(asked)}).then({BROKEN})")
    return tuple(map(tuple, found))


def open_page(tab: "Page", pages: Path, name: str) -> None:
    """Open a page in a tab, in the light and in a window of the usual size."""
    tab.emulate_media(media="null", color_scheme="light")
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.goto((pages / f"{name}.html").as_uri())


def list_shown(tab: "Page") -> list[str]:
    """Return the headings of the sections that are to be seen."""
    heads = tab.locator("section > h2").all()
    return [head.inner_text() for head in heads if head.is_visible()]


def test_axe_core_finds_nothing_in_the_light_or_in_the_dark(visits: Mapping[str, Visit]) -> None:
    assert {name: (seen.light, seen.dark) for name, seen in visits.items()} == dict.fromkeys(
        EVERY, ((), ())
    )


def test_no_page_has_to_be_moved_sideways(visits: Mapping[str, Visit]) -> None:
    assert {name: seen.wider for name, seen in visits.items() if seen.wider} == {}


def test_nothing_is_asked_of_another_place(visits: Mapping[str, Visit], pages: Path) -> None:
    for name, seen in visits.items():
        assert seen.asked == ((pages / f"{name}.html").as_uri(),)
        assert seen.said == ()


def test_hostile_words_are_there_as_they_were_written_and_nothing_is_obeyed(
    tab: "Page", pages: Path
) -> None:
    open_page(tab, pages, "hostile")
    first = tab.locator("section").first
    # What nobody can see is written out, whatever the form.
    shown = HOSTILE.replace("\u202e", r"\u202e").replace("\u2066", r"\u2066")
    for part in ("h2", "p", "li", ".name", ".said", "dt", "dd"):
        assert shown in (first.locator(part).first.text_content() or "")
    assert LONG.strip() in (first.text_content() or "")
    assert WORD in (first.text_content() or "")
    assert tab.evaluate("window.hit") is None
    assert tab.locator("img, script:not(head > script)").count() == 0
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(29, 39, 51)"


def test_sections_are_chosen_by_keyboard_and_the_choice_is_said(tab: "Page", pages: Path) -> None:
    open_page(tab, pages, "report")
    every = list_shown(tab)
    assert len(every) > 3
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.labels[0].textContent") == "Show"
    said = tab.get_by_role("status")
    for chosen in every[:2]:
        tab.keyboard.press("ArrowDown")
        assert list_shown(tab) == [chosen]
        assert chosen.startswith(str(said.text_content()).split("“")[1].split("”")[0])
    tab.emulate_media(media="print")
    assert list_shown(tab) == every, "paper holds the whole page"
    assert not said.is_visible()
    tab.emulate_media(media="screen")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert list_shown(tab) == every, "a link to what is left out shows the whole page"
    assert said.text_content() == "The whole page is shown."


def test_without_scripts_the_whole_page_is_there_and_no_control(
    browser: "Browser", pages: Path
) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    open_page(tab, pages, "report")
    assert tab.locator("select").count() == 0
    assert len(list_shown(tab)) == tab.locator("nav a").count() > 3


def test_every_sheet_of_paper_says_what_it_is_and_which(tab: "Page", pages: Path) -> None:
    open_page(tab, pages, "report")
    printed = PdfDocument(tab.pdf(prefer_css_page_size=True))
    assert len(printed) > 1
    for number, sheet in enumerate(printed, 1):
        assert [round(length / 72 * 25.4) for length in sheet.get_size()] == [210, 297]
        said = sheet.get_textpage().get_text_bounded()
        assert said.count("Confidential: about a member of staff") == 1
        assert said.count("Ada Example, ") == 1
        assert f"page {number} of {len(printed)}" in said
        assert "Show" not in said
    assert "Views of two people on the days named." in said
