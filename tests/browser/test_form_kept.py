"""What a browser keeps of a form by its own settings, and what is left where it is killed."""

import json
import os
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from ipsskills.facts.forms.form import FormFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from tests.browser.conftest import Chromium
from tests.browser.forms import FAST, ON_DISK, FormTab, make_facts, save_form

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

BLOCKED, EMPTIED = "http://blocked.form.example/form", "http://emptied.form.example/form"
# As a person sets it: "never allowed to keep data", and "delete data when the browser is closed".
SETTINGS = {f"{BLOCKED.removesuffix('/form')},*": 2, f"{EMPTIED.removesuffix('/form')},*": 4}
BO = PersonNamed(id="0190-bo", name="Bo Sample")


def set_up_profile(folder: Path) -> None:
    """Write the settings of a browser that was never opened."""
    rules = {site: {"setting": chosen} for site, chosen in SETTINGS.items()}
    chosen = {"profile": {"content_settings": {"exceptions": {"cookies": rules}}}}
    (folder / "Default").mkdir(parents=True)
    (folder / "Default" / "Preferences").write_text(json.dumps(chosen), encoding="utf-8")


def open_browser(chromium: Chromium, folder: Path, form: Path) -> "BrowserContext":
    """Open the browser with its profile; the form stands on the intranet too."""
    opened = chromium.open_profile(folder)
    opened.add_init_script(FAST)
    opened.route(
        "http://*.form.example/form",
        lambda route: route.fulfill(body=form.read_bytes(), content_type="text/html"),
    )
    return opened


def begin(tab: FormTab) -> None:
    """Begin a look, and give two answers."""
    tab.press("Begin")
    tab.type_keys("33")


def kill(opened: "BrowserContext") -> None:
    """Kill a browser, as a power cut would."""
    assert opened.browser is not None
    told = opened.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    (found,) = [each["id"] for each in told["processInfo"] if each["type"] == "browser"]
    os.kill(found, signal.SIGKILL)
    with suppress(Error):  # it may be told that it is gone while it closes what it was told of
        opened.close()


@pytest.fixture(scope="module")
def facts(framework: Framework) -> FormFacts:
    """What a form of four units is made of."""
    return make_facts(framework, scope=("1.1", "2.3", "3.8", "3.10"))


def test_nothing_is_lost_unsaid_in_a_browser_that_keeps_nothing_or_is_emptied(
    chromium: Chromium, facts: FormFacts, tmp_path: Path
) -> None:
    form = save_form(tmp_path, facts)
    profile = tmp_path / "profile"
    set_up_profile(profile)
    opened = open_browser(chromium, profile, form)
    tab = FormTab(opened.pages[0], BLOCKED)
    begin(tab)
    open_still = "Not safe until you press Keep a copy. 2 answers are in no copy yet."
    assert tab.kept() == f"This browser keeps nothing of this page. {open_still}"
    copy = tab.take_copy()
    assert tab.kept() == "Everything so far is in your copy."
    assert tab.said == []
    tab.go_to(EMPTIED)
    begin(tab)
    assert tab.kept() == f"Kept in this browser for now. {open_still}"
    tab.go_to(form)
    begin(tab)
    opened.close()

    opened = open_browser(chromium, profile, form)
    tab = FormTab(opened.pages[0], form)
    tab.press("Go on")
    for where in (BLOCKED, EMPTIED):
        tab.go_to(where)
        assert tab.button("Go on").count() == 0
        tab.open_copy(copy)
        assert tab.heading().startswith("3.8"), "it goes on where the copy stopped"
    opened.close()


def test_nothing_is_lost_in_a_browser_that_is_killed(
    chromium: Chromium, facts: FormFacts, tmp_path: Path
) -> None:
    form = save_form(tmp_path, facts)
    other = save_form(tmp_path, replace(facts, form="form-2", about=BO), "other")
    opened = chromium.open_profile(tmp_path / "profile", bare=True)
    opened.add_init_script(FAST)
    tab = FormTab(opened.pages[0], form)
    begin(tab)
    begin(FormTab(opened.new_page(), other))
    tab.type_keys("2")
    assert tab.tab.evaluate(ON_DISK) == 2
    kill(opened)

    opened = chromium.open_profile(tmp_path / "profile", bare=True)
    opened.add_init_script(FAST)
    tab = FormTab(opened.pages[0], form)
    assert "3 questions answered" in tab.main(), "the last before it was killed is there too"
    tab.press("Go on")
    assert tab.heading().startswith("3.10")
    tab.go_to(other)
    assert "2 questions answered" in tab.main(), "neither knows anything of the other"
    opened.close()
