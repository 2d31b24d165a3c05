"""The report on the answers of a form, as the program itself makes it: what the form is held to."""

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ipsskills.codes import AskedAs
from ipsskills.facts.report import ReportFacts
from ipsskills.formats.answers import Given
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_json
from ipsskills.pages.compose.reports.report import NAMED, compose_report
from ipsskills.pages.document import Bullets, Entries, Heading, Page, Text
from ipsskills.pages.without_commands import leave_out_commands
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reports.report import report
from tests.browser.forms import Section
from tests.usecases.builders import UNITS, assess, given

Named = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
UNIT = re.compile(r"\b\d\.\d+\b")
LISTS = {
    "strengths": "Going well",
    "brings": "What you bring",
    "safety": "Safety, every time",
    "effort": "Where effort would pay first",
    "chances": "Chances to arrange",
    "for_the_service": "For the service",
    "not_answered": "Not answered",
    "outside": "Agreed outside this job",
}
LEANS = ("0123nx-", "333332n", "3333333", "2211000", "nnnx-3", "xxx", "3332", "22", "11-")
SAFETY = ("2.2", "2.3", "2.4")
NOTES = ("I freeze when they ask.", "Better now!", "Hard")
BEHIND = (None, None, None, "learn", "time", "team", "kit")


def draw_answers(
    framework: Framework, draw: random.Random, scope: Sequence[str] = UNITS
) -> dict[str, dict[str, Any]]:
    """Return answers to units or statements at random; each unit leans to some kind of answer."""
    leans: dict[str, str] = {}
    every = draw.choice((LEANS, LEANS[1:3], LEANS[3:]))
    for item in scope:
        leans.setdefault(item.partition("/")[0], draw.choice(every))
    many = len(scope) / len(leans)
    return {
        item: _draw(framework.asked_as(item), draw, leans[item.partition("/")[0]], many)
        for item in scope
    }


def _draw(asked_as: AskedAs, draw: random.Random, lean: str, many: float) -> dict[str, Any]:
    code = draw.choice(lean)
    if code == "-" or (code == "n" and asked_as is not AskedAs.SKILL):
        code = ""
    answer: dict[str, Any] = {
        "code": code or None,
        "reason": draw.choice(("colleague", "setting", "agreed")) if code == "x" else None,
        "behind": draw.choice(BEHIND) if draw.random() < 1 / many else None,
        "bring": draw.random() < 0.2 / many,
        "show": draw.random() < 0.2 / many,
    }
    if draw.random() < 0.15 / many:
        answer["note"] = {"text": draw.choice(NOTES), "shared": draw.random() < 0.5}
    return answer


def report_on(desk: Desk, answers: Mapping[str, Mapping[str, Any]]) -> ReportFacts:
    """Give the answers at a desk, and return the report on them."""
    rows = {unit: _give(unit, answer) for unit, answer in answers.items()}
    assess(desk, rows, tuple(answers))
    return report(desk, None)


def _give(unit: str, answer: Mapping[str, Any]) -> Given:
    also = {name: answer[name] for name in ("behind", "bring", "show")}
    if answer["reason"]:
        also["reason"] = answer["reason"]
    if "note" in answer:
        also |= {"note": answer["note"]["text"], "shared": answer["note"]["shared"]}
    return given(unit, answer["code"] or "", **also)


def list_sections(facts: ReportFacts) -> list[Section]:
    """Return the sections of a report as they stand on its page, without what is typed next."""
    page = leave_out_commands(compose_report(facts))
    assert isinstance(page, Page)
    found: list[tuple[str, str, list[Any]]] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            found.append((block.text, block.note, []))
        elif found and not (isinstance(block, Text) and "Not a score" in block.text):
            found[-1][2].extend(_list_parts(block))
    return [(title, note, tuple(parts)) for title, note, parts in found if title != "Next"]


def _list_parts(block: object) -> Iterator[Any]:
    match block:
        case Entries(rows=rows):
            yield from rows
        case Bullets(items=items):
            yield from items
        case Text(text=text, label=label):
            words = f"{label} {text}" if label else text
            yield words.replace("this tool", "this form")


def name_in_json(facts: ReportFacts) -> Named:
    """Return the units of each list of `report --json`, under the titles of a page.

    Those told in full in their order, then the rest by name: a page groups them by their answer.
    """
    lists = json.loads(to_json(facts))["lists"]
    return {title: _part(lists[name]) for name, title in LISTS.items() if lists[name]}


def name_on_page(sections: list[Section]) -> Named:
    """Return the units of each list that a page shows, as `name_in_json` does."""
    return {title: _part(_list_units(title, parts)) for title, _, parts in sections}


def _list_units(title: str, parts: tuple[Any, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, tuple):
            if title != LISTS["safety"] or part[0] in SAFETY:  # others stand there by statements
                yield part[0]
        elif title != LISTS["safety"]:
            yield from UNIT.findall(part)


def _part(units: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    every = tuple(units)
    return every[:NAMED], tuple(sorted(every[NAMED:]))
