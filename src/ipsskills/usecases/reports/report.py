"""The report on one person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ipsskills.errors import NotFound
from ipsskills.framework.ordering import id_key
from ipsskills.pages.compose.report import Answer, Head, Report
from ipsskills.pages.words import looking_back, typed
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import months_in_post
from ipsskills.usecases.reading.person import Reading, read_first_look, read_person
from ipsskills.usecases.reports.report_words import SERVICE, ReportWords


def report(
    desk: Desk, who: str | None, *, on: date | None = None, since: date | None = None
) -> Report:
    """Return the report on a person on a day; of a first look where nothing else is finished.

    Raises NotFound (see `read_person`).
    """
    reading = _reading(desk, who, on, since)
    writer = ReportWords(desk.framework, reading)
    found = reading.lists
    return Report(
        head=_head(reading),
        strengths=writer.entries(found.strengths, writer.strength, below=True),
        brings=(
            *writer.entries(found.brings, writer.strength, below=True),
            *writer.entries(found.evidence, writer.evidence),
            *writer.entries(found.elsewhere, writer.elsewhere),
        ),
        safety=writer.safety_block(desk.framework),
        worry_now=desk.framework.scale.safety.worry_now,
        effort=writer.entries(found.effort, writer.effort, below=True),
        chances=writer.entries(found.chances, writer.chance, below=True),
        for_the_service=writer.entries(_service_units(reading), writer.behind),
        moved=tuple(writer.move(move) for move in reading.moved),
        not_answered=writer.entries(found.not_answered, writer.state),
        outside=writer.entries(found.outside, writer.reason),
        answers=tuple(_answers(reading, writer)),
        next=_next(reading, demo=desk.store.demo),
        apart=reading.apart,
        apart_line=reading.apart_line,
        agreed=writer.lines(reading.agreed, writer.agreed),
        first_look=writer.lines(reading.first_look, writer.first_look),
        first_look_only=reading.first_look_only,
    )


def _reading(desk: Desk, who: str | None, on: date | None, since: date | None) -> Reading:
    try:
        return read_person(desk, who, on=on, since=since)
    except NotFound:
        if look := read_first_look(desk, who, on=on):
            return look
        raise


def _head(reading: Reading) -> Head:
    latest = reading.latest
    return Head(
        person=reading.person.name,
        role=reading.person.role,
        on=reading.on,
        period=f"the last {looking_back(latest.period_months, latest.period_from)}",
        framework=reading.framework.version,
        supervisor=reading.supervisor.name if reading.supervisor else None,
        supervisor_on=reading.supervisor_on,
        mine=reading.mine,
        months_in_post=months_in_post(reading.person, reading.on),
        hours=reading.person.hours,
    )


def _service_units(reading: Reading) -> list[str]:
    """Return the units where something other than learning stands in the way."""
    return [
        unit
        for unit in sorted(reading.own, key=id_key)
        if any(rating.behind in SERVICE for rating in reading.own[unit].ratings)
    ]


def _answers(reading: Reading, writer: ReportWords) -> Iterator[Answer]:
    """Yield the answers by unit; of a first look, which has a scale of its own, the words only."""
    for unit in sorted(reading.own, key=id_key):
        yield from writer.answers(reading.own[unit])
    if reading.first_look_only:
        for unit in sorted(reading.first_look, key=id_key):
            (row,) = writer.answers(reading.first_look[unit])
            state = writer.first_look(reading.first_look[unit])
            yield replace(row, answer=None, state=state)


def _next(reading: Reading, *, demo: bool) -> tuple[tuple[str, str], ...]:
    name = "" if reading.mine else f" {typed(reading.person.name)}"
    if reading.first_look_only:
        rows = [("ipsskills assess", "look at all of it, when you are ready")]
        rows = rows if reading.mine else [("ipsskills framework show", "what the units are")]
        return tuple((f"{command} --demo", why) for command, why in rows) if demo else tuple(rows)
    rows = [
        (f"ipsskills chart radar{name} -o radar.png", "the same as a picture"),
        (f"ipsskills plan draft{name}", "pick goals for a learning plan"),
    ]
    if reading.mine and reading.lists.not_answered:
        unit = reading.lists.not_answered[0]
        rows.insert(0, (f"ipsskills assess --unit {unit}", "answer what is still open"))
    return tuple((f"{command} --demo", why) for command, why in rows) if demo else tuple(rows)
