"""Holds the form to the report on many looks drawn at random: python -m tests.browser --looks 500.

Every look is opened in a real browser, and its page compared with that of the program, section by
section and word by word, and its lists with `report --json`; with --statements each statement is
answered, and a page tells in full of units that a list only names.
"""

import random
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ipsskills.codes import Role
from ipsskills.facts.report import ReportFacts
from ipsskills.framework.load import load
from ipsskills.framework.types import Framework
from ipsskills.record.store import open_store
from ipsskills.usecases.assessments.scope import list_statements
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.introduce import introduce
from tests.browser.conftest import BARE, NAMES, find_browser
from tests.browser.form_reports import (
    draw_answers,
    list_sections,
    name_in_json,
    name_on_page,
    report_on,
)
from tests.browser.forms import Section, make_copy, make_facts, open_form, save_form
from tests.conftest import Clock
from tests.usecases.builders import UNITS

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def main() -> int:
    """Compare looks, print the first that differs, and return 1 if any does."""
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--looks", type=int, default=500)
    asked.add_argument("--first", type=int, default=0, help="The number of the first.")
    asked.add_argument("--statements", action="store_true", help="Answer statement by statement.")
    given = asked.parse_args()
    from playwright.sync_api import sync_playwright

    found = find_browser((*BARE, *NAMES))
    framework, differ = load(), 0
    scope = list_statements(framework, UNITS) if given.statements else UNITS
    made = make_facts(framework, scope=scope)
    with sync_playwright() as started, TemporaryDirectory() as folder:
        opened = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        form = save_form(Path(folder), made)
        for number in range(given.first, given.first + given.looks):
            answers = draw_answers(framework, random.Random(number), scope)
            facts = _report(framework, answers)
            expected, lists = list_sections(facts), name_in_json(facts)
            shown = _show(opened, form, make_copy(made, answers, finished=DAY))
            same_lists = given.statements or name_on_page(shown) == lists
            if shown != expected or not same_lists:
                differ += 1
                here = [each for each in shown if each not in expected]
                there = [each for each in expected if each not in shown]
                _say(f"look {number}:\n  form   {here}\n  report {there}\n  lists  {lists}")
        opened.close()
    _say(f"{given.looks} looks: {differ} differ")
    return 1 if differ else 0


DAY = "2026-11-30"


def _report(framework: Framework, answers: Mapping[str, Mapping[str, Any]]) -> ReportFacts:
    """Return the report on a record in memory that holds nothing else."""
    clock = Clock()
    with open_store(Path("there is no such file"), clock(), write=False) as store:
        desk = Desk(framework, store, clock)
        ada = introduce(desk, "Ada Example", Role.EMPLOYMENT_SPECIALIST)
        return report_on(desk.as_person(ada.id), answers)


def _show(browser: "Browser", form: Path, copy: str) -> list[Section]:
    tab = open_form(browser, form)
    tab.open_copy(copy)
    shown = tab.read_page()
    tab.tab.context.close()
    return shown


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
