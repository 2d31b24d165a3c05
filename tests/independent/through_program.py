"""Reads what the program says on its pages, from their facts or their JSON, as plain data."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ipsskills.errors import NotFound
from ipsskills.jsonable import to_json
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.plans.add import offer_goals
from ipsskills.usecases.reports.compare import compare, compare_figures
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.agenda import agenda
from tests.independent.asked import Asked

Page = Mapping[str, Any]

LISTS = ("strengths", "effort", "chances", "not_answered", "outside", "brings", "moved")


def ask_pages(desk: Desk, about: str, asked: Asked) -> dict[str, Any]:
    """Return what the program says of a person now, through its use cases."""
    own, theirs = asked.named or (None, None)
    pages: dict[str, Any] = {
        "agenda": partial(agenda, desk, about),
        "goals": partial(offer_goals, desk, about),
        "report": partial(report, desk, about),
        "report on": partial(report, desk, about, on=asked.on),
        "report since": partial(report, desk, about, since=asked.since),
        "pairs": partial(compare, desk, about),
        "figures": partial(compare_figures, desk, about),
    }
    if asked.named:
        pages["named"] = partial(compare, desk, about, mine=own, theirs=theirs)
    return read_pages({name: _ask(page) for name, page in pages.items()})


def list_commands(about: str, asked: Asked) -> dict[str, tuple[str, ...]]:
    """Return the commands that give the same pages, by name."""
    on, since = asked.on.isoformat(), asked.since.isoformat()
    commands: dict[str, tuple[str, ...]] = {
        "agenda": ("agenda", about),
        "goals": ("plan", "draft", about),
        "report": ("report", about),
        "report on": ("report", about, "--on", on),
        "report since": ("report", about, "--since", since),
        "pairs": ("compare", about),
        "figures": ("compare", about, "--figures"),
    }
    if asked.named:
        own, theirs = (day.isoformat() for day in asked.named)
        commands["named"] = ("compare", about, "--mine", own, "--theirs", theirs)
    return commands


def _ask(page: Callable[[], Any]) -> Page | None:
    """Return the facts of a page as plain data, or None where it says there is nothing yet."""
    try:
        plain: Page = json.loads(to_json(page()))
    except NotFound:
        return None
    return plain


def read_pages(pages: Mapping[str, Page | None]) -> dict[str, Any]:
    """Return what pages say, by name, from their data; None for one that there is not."""
    return {name: READS[name](page) if page else None for name, page in pages.items()}


def read_report(page: Page) -> dict[str, Any] | None:
    """Return the lists of a report in their order, and what is said of each unit.

    None where it tells of a first look alone.
    """
    if page["first_look_only"]:
        return None
    lists = page["lists"]
    found: dict[str, Any] = {name: lists[name] for name in LISTS}
    found["low"] = _read_low(page)
    for unit in page["units"]:
        found[f"own {unit['unit']}"] = _read_view(unit["own"])
        found[f"theirs {unit['unit']}"] = _read_view(unit["supervisor"])
        if unit["safety"]:
            found[f"safety {unit['unit']}"] = unit["safety"]
    return found


def _read_low(page: Page) -> list[tuple[str, str | None, str | None]]:
    """Return the statements beside the safety units, with both answers."""
    return [(each["id"], each["own"], each["supervisor"]) for each in page["low"]]


def _read_view(view: Page | None) -> tuple[Any, ...] | None:
    """Return of one view: what stands for it, its day, whether old and seen, where, and whose."""
    if view is None:
        return None
    by = view["by"]["name"] if view.get("by") else None
    return view["state"]["value"], view["on"], view["old"], view["seen"], view.get("setting"), by


def read_pairs(page: Page) -> dict[str, Any] | None:
    """Return the pairs by unit: both answers, and what to do about them; None without any."""
    found = {
        pair["unit"]: (
            pair["own"]["state"]["value"],
            pair["supervisor"]["state"]["value"],
            pair["talk"],
        )
        for pair in page["pairs"]
    }
    return found or None


def read_agenda(page: Page) -> dict[str, Any]:
    """Return what stands on an agenda."""
    return {
        "talk": page["talk"],
        "chances": [chance["unit"] for chance in page["chances"]],
        "goals finished": [goal["title"] for goal in page.get("finished", [])],
        "prepared": (page["prepared"] or {}).get("well") or None,
        "low": _read_low(page),
    }


def read_goals(page: Any) -> dict[str, Any] | None:
    """Return the units that goals are offered for; a command prints the list alone."""
    offers = page if isinstance(page, list) else page["offers"]
    return {"units": [goal["unit"] for goal in offers]} if offers else None


def read_since(page: Page) -> dict[str, Any] | None:
    """Return what moved since a day; None where a first look is all there is."""
    if page["first_look_only"]:
        return None
    return {"moved": page["lists"]["moved"]}


def read_figures(page: Page) -> dict[str, Any] | None:
    """Return the figures of both views; None without a pair."""
    if not page["figures"]["pairs"]:
        return None
    return {name: _rounded(value) for name, value in page["figures"].items()}


def _rounded(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else value


READS: Mapping[str, Callable[[Any], dict[str, Any] | None]] = {
    "agenda": read_agenda,
    "goals": read_goals,
    "report": read_report,
    "report on": read_report,
    "report since": read_since,
    "pairs": read_pairs,
    "named": read_pairs,
    "figures": read_figures,
}
