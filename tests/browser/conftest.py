"""The browser, the pages it opens, and what has to be on a machine for it."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from ipsskills.framework.types import Framework
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.handbook import compose_handbook
from ipsskills.pages.writers.html import to_html
from tests.browser.hostile import HOSTILE, hostile_page
from tests.framework.shelf import fill_handbook
from tests.service import draw_once, made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, BrowserType

__all__ = ["draw_once", "made"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# The same without windows: it shows pages alike, and starts a tab for a fifth of the work.
BARE = ("chromium-headless-shell", "chrome-headless-shell")
CI = "IPSSKILLS_CI"

# Pages of the demo's people and of the framework, by the names of their files.
PAGES = {
    "report": ("report", "--demo"),
    "plan": ("plan", "show", "--demo"),
    "agenda": ("agenda", "--demo"),
    "compare": ("compare", "Ada", "--demo"),
    "record": ("record", "--demo"),
    "due": ("due", "--demo"),
    "team": ("team", "show", "Harbour", "--demo"),
    "unit": ("framework", "show", "3.8"),
    "blank": ("framework", "blank", "employment-plan"),
    "form": ("form", "--for", "Ada", "--demo"),
}


@dataclass(frozen=True)
class Chromium:
    """The browser before it is open: what opens it, its file, and the file of the bare one."""

    kind: "BrowserType"
    path: str
    bare: str

    def open_profile(self, folder: Path, *, bare: bool = False) -> "BrowserContext":
        """Open it as a person does, with a profile that stays in a folder when it is closed.

        The bare one keeps what a page keeps, too, but obeys no settings.
        """
        return self.kind.launch_persistent_context(
            folder, executable_path=self.bare if bare else self.path, args=["--no-sandbox"]
        )


def do_without(what: str) -> NoReturn:
    """Skip a test for want of something; where everything was to be installed, fail."""
    if os.environ.get(CI):
        pytest.fail(f"{what}, though {CI} says that it was to be installed")
    pytest.skip(what)


@pytest.fixture(scope="session")
def pages(
    made: Path, warm_cache: Path, framework: Framework, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return a folder with pages in HTML as the program writes them, and one of hostile words."""
    from ipsskills.cli.app import run
    from ipsskills.cli.output.spelling import spell_page

    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith(("IPSSKILLS_", "XDG_"))]:
            patch.delenv(name)
        patch.setenv("HOME", str(made))
        patch.setenv("XDG_CACHE_HOME", str(warm_cache))
        patch.chdir(folder)
        for name, words in PAGES.items():
            assert run([*words, "-o", f"{name}.html"]) == 0
    book = compose_handbook(fill_handbook(framework), Standpoint(date(2026, 11, 30)))
    some = replace(book, chapters=book.chapters[::30])  # the others are made of the same blocks
    (folder / "handbook.html").write_text(to_html(spell_page(some)), encoding="utf-8")
    page = to_html(spell_page(hostile_page()), HOSTILE, HOSTILE)
    (folder / "hostile.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Chromium]":
    """Return what opens the machine's own browser while a module's tests run.

    It keeps a loop of events running meanwhile, which other modules' tests would stumble over.
    """
    found = find_browser(NAMES)
    if found is None:
        do_without("there is no Chromium here to open pages with")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield Chromium(started.chromium, found, find_browser(BARE) or found)


def find_browser(names: Iterable[str]) -> str | None:
    """Return the first of these that is on the machine."""
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="module")
def browser(chromium: "Chromium") -> "Iterator[Browser]":
    """Return the browser for pages, open while a module's tests run."""
    opened = chromium.kind.launch(executable_path=chromium.bare, args=["--no-sandbox"])
    yield opened
    opened.close()
