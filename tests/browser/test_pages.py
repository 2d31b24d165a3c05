"""Pages in HTML as a browser shows them: to everybody, at any width, and to nobody else."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.conftest import PAGES, do_without
from tests.browser.hostile import HOSTILE, LONG, WORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EVERY = (*PAGES, "handbook", "hostile")
JUDGED = ("report", "plan", "agenda", "compare", "record", "handbook", "blank", "hostile")
WIDTHS = {320: "a telephone", 640: "a screen of 1280 at 200 %", 1280: "a screen"}


@pytest.fixture
def tab(browser: "Browser") -> "Iterator[Page]":
    """Return a tab of the browser."""
    opened = browser.new_page()
    yield opened
    opened.close()


def visit(tab: "Page", pages: Path, name: str) -> None:
    """Open one of the pages."""
    tab.goto((pages / f"{name}.html").as_uri())


def list_shown(tab: "Page") -> list[str]:
    """Return the headings of the sections that are to be seen."""
    return [
        section.inner_text()
        for section in tab.locator("section > h2").all()
        if section.is_visible()
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_judge_of_accessibility_finds_nothing(
    tab: "Page", pages: Path, scheme: Literal["light", "dark"]
) -> None:
    try:
        judge = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    except ModuleNotFoundError:
        do_without("there is no axe-core here to judge pages with")
    # In the dark nothing but the colours is another.
    rules = '{runOnly: ["color-contrast"]}' if scheme == "dark" else ""
    tab.emulate_media(color_scheme=scheme)
    found: dict[str, list[tuple[str, str]]] = {}
    for name in JUDGED:
        visit(tab, pages, name)
        tab.evaluate(judge)
        told = tab.evaluate(f"axe.run({rules})")["violations"]
        found[name] = [(each["id"], each["nodes"][0]["html"]) for each in told]
    assert found == {name: [] for name in JUDGED}


def test_nothing_is_asked_of_another_place_and_no_words_are_obeyed(
    tab: "Page", pages: Path
) -> None:
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    for name in EVERY:
        visit(tab, pages, name)
    assert asked == [(pages / f"{name}.html").as_uri() for name in EVERY]
    assert said == []
    assert tab.evaluate("window.hit") is None
    assert tab.locator("img, script:not(head > script)").count() == 0
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(29, 39, 51)"


def test_hostile_words_are_there_as_they_were_written(tab: "Page", pages: Path) -> None:
    visit(tab, pages, "hostile")
    first = tab.locator("section").first
    for part in ("h2", "p", "li", ".name", ".said", "dt", "dd"):
        assert HOSTILE in (first.locator(part).first.text_content() or "")
    assert LONG.strip() in (first.text_content() or "")
    assert WORD in (first.text_content() or "")
    places = [first.locator(f".rows > li > .{part}").first for part in ("key", "name", "said")]
    boxes = [place.bounding_box() for place in places]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts), "words from right to left turned the columns round"


@pytest.mark.parametrize("width", WIDTHS, ids=WIDTHS.get)
def test_no_page_has_to_be_moved_sideways(tab: "Page", pages: Path, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    wider = {}
    for name in EVERY:
        visit(tab, pages, name)
        taken = tab.evaluate("document.documentElement.scrollWidth")
        if taken > width:
            wider[name] = taken
    assert wider == {}


def test_sections_are_chosen_by_keyboard_and_the_choice_is_said(tab: "Page", pages: Path) -> None:
    visit(tab, pages, "report")
    every = list_shown(tab)
    assert len(every) > 3
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.labels[0].textContent") == "Show"
    said = tab.get_by_role("status")
    for chosen in every[:2]:
        tab.keyboard.press("ArrowDown")
        assert len(list_shown(tab)) == 1
        assert chosen.startswith(str(said.text_content()).split("“")[1].split("”")[0])
        assert list_shown(tab) == [chosen]
    tab.emulate_media(media="print")
    assert list_shown(tab) == every, "paper holds the whole page"
    assert not said.is_visible()
    tab.emulate_media(media="screen")
    for _ in range(3):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert list_shown(tab) == every
    assert said.text_content() == "The whole page is shown."


def test_without_scripts_the_whole_page_is_there_and_no_control(
    browser: "Browser", pages: Path
) -> None:
    bare = browser.new_context(java_script_enabled=False)
    tab = bare.new_page()
    visit(tab, pages, "report")
    assert tab.locator("select").count() == 0
    assert len(list_shown(tab)) == tab.locator("nav a").count() > 3
    bare.close()
