"""Forms as the program writes them, and how a person would fill one in, in a real browser."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.codes import AssessmentKind, Role
from ipsskills.facts.forms.form import DetailShape, FormFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.pages.writers.forms.browser import write
from ipsskills.privacy.client_detail.explained import name_kind
from ipsskills.privacy.client_detail.shapes import SHAPES
from ipsskills.usecases.forms.make import foresee
from tests.usecases.builders import UNITS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

MADE = date(2026, 11, 30)
ADA = PersonNamed(id="0190-ada", name="Ada Example")
LEE = PersonNamed(id="0190-lee", name="Lee Sample")
# A clock that has always moved on, so that what waits for a person's pace does not wait here.
FAST = "(() => { let now = 0; performance.now = () => (now += 1000); })()"
# How many looks are on the disk, once what was written before is there.
ON_DISK = """() => new Promise((done) => { indexedDB.open("ipsskills form").onsuccess = (event) => {
  const reading = event.target.result.transaction("looks").objectStore("looks").count();
  reading.onsuccess = () => { event.target.result.close(); done(reading.result); } } })"""
Section = tuple[str, str, tuple[Any, ...]]


def make_facts(
    framework: Framework,
    kind: AssessmentKind = AssessmentKind.SELF,
    scope: Sequence[str] = UNITS,
    **also: Any,
) -> FormFacts:
    """Return a form for Ada made by Lee; ``also`` are fields that are otherwise."""
    made = FormFacts(
        form="form-1",
        made=MADE,
        kind=kind,
        about=ADA,
        maker=LEE,
        maker_role=Role.TEAM_LEADER,
        key=None,
        period_months=3,
        scope=tuple(scope),
        framework_hash=framework.hash,
        framework_version=framework.version,
        program="1.0",
        framework=framework,
        shapes=tuple(
            DetailShape(label=name_kind(s.kind), pattern=s.pattern, check_digit=s.check_digit)
            for s in SHAPES
        ),
    )
    found = replace(made, **also)
    units = tuple(dict.fromkeys(item.partition("/")[0] for item in scope))
    return foresee(found, units)


def save_form(folder: Path, facts: FormFacts, name: str = "form") -> Path:
    """Write a form into a folder and return its file."""
    path = folder / f"{name}.html"
    path.write_bytes(write(facts))
    return path


class FormTab:
    """A form in a tab, and what a person does with it; what it asks for and says is kept."""

    def __init__(self, tab: "Page", path: Path | str) -> None:
        self.tab = tab
        self.asked: list[str] = []
        self.said: list[str] = []
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.on("console", lambda message: self.said.append(message.text))
        tab.on("pageerror", lambda error: self.said.append(error.message))
        tab.on("dialog", lambda dialog: dialog.accept())
        self.go_to(path)

    def go_to(self, path: Path | str) -> None:
        """Open another form, or the same anew, in this tab."""
        self.tab.goto(path if isinstance(path, str) else path.as_uri())
        self.tab.wait_for_selector("main > *")

    def press(self, name: str) -> None:
        """Press a button by its name."""
        self.button(name).click()

    def button(self, name: str) -> "Locator":
        """Return a button by its name."""
        return self.tab.get_by_role("button", name=name)

    def type_keys(self, keys: Iterable[str]) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.tab.keyboard.press(key)

    def heading(self) -> str:
        """Return the heading that says where the form is."""
        return self.tab.locator("main h2").first.inner_text()

    def main(self) -> str:
        """Return everything that can be read of what is shown."""
        return self.tab.locator("main").inner_text()

    def kept(self) -> str:
        """Return what is said of how safe the answers are."""
        return self.tab.locator("#kept").inner_text()

    def open_copy(self, text: str) -> None:
        """Open the text of a copy."""
        self.tab.get_by_text("Open a copy", exact=True).click()
        self.tab.locator("#pasted").fill(text)
        self.press("Open the text")

    def take_copy(self) -> str:
        """Keep a copy as text, and say that it is safe."""
        self.press("Keep a copy")
        self.press("No file came")
        text = self.tab.locator("textarea").input_value()
        self.press("I have pasted it somewhere safe")
        return text

    def read_page(self) -> list[Section]:
        """Return the sections of the person's own page: title, note, and what stands there."""
        found: list[Section] = self.tab.evaluate(READ)
        return [(title, note, tuple(map(_freeze, parts))) for title, note, parts in found]


def open_form(browser: "Browser", path: Path, *scripts: str, **options: Any) -> FormTab:
    """Open a form in a profile of its own."""
    context = browser.new_context(**options)
    for script in (FAST, *scripts):
        context.add_init_script(script)
    return FormTab(context.new_page(), path)


def make_copy(facts: FormFacts, answers: Mapping[str, Mapping[str, Any]], **also: Any) -> str:
    """Return the text of a copy of a look with these answers, as a form would keep it."""
    empty = dict.fromkeys(("code", "reason", "basis", "behind")) | {"bring": False, "show": False}
    notes = {item: given["note"] for item, given in answers.items() if "note" in given}
    kept = {
        item: empty | {name: value for name, value in given.items() if name != "note"}
        for item, given in answers.items()
    }
    scale = facts.framework.scale
    look = {
        "form": facts.form,
        "look": "look-1",
        "version": len(kept),
        "kind": facts.kind,
        "scale": scale.version,
        "framework": facts.framework_hash,
        "about": {"id": ADA.id, "name": ADA.name},
        "by": None,
        "began": "2026-11-30",
        "touched": "2026-11-30",
        "finished": None,
        "sent": None,
        "answers": kept,
        "notes": notes,
        "uncopied": [],
        "before": None,
    }
    return json.dumps({"ipsskills": 1, "what": "copy", "copy": look | also})


def _freeze(part: Any) -> Any:
    return tuple(map(_freeze, part)) if isinstance(part, list) else part


READ = """() => [...document.querySelectorAll("main section:not(.radar)")].map((section) => {
  const head = section.querySelector("h3");
  const note = head.querySelector("small");
  const said = (element) => [...element.children].map((part) => part.textContent);
  const parts = [...section.children].slice(1).flatMap((part) => {
    if (part.matches(".rows")) return [...part.children].map(said);
    if (part.matches("ul")) return [...part.children].map((item) => item.textContent);
    return [part.textContent];
  });
  return [head.firstChild.textContent, note ? note.textContent : "", parts];
})"""
