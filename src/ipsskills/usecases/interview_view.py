"""What an interview shows: ``view(state)``, in words but without a layout."""

import math
from dataclasses import dataclass, field

from ipsskills.codes import AssessmentKind, Code, offered
from ipsskills.framework.scale import Choice, Scale
from ipsskills.framework.types import Statement, Unit
from ipsskills.usecases.interview import Answer, State
from ipsskills.usecases.interview_commands import Mode, NoteText

SECONDS_A_QUESTION = 30


@dataclass(frozen=True)
class Option:
    """One answer offered: its code, label, what it means, and whether it is this draft's answer."""

    code: Code
    label: str
    means: str
    chosen: bool


@dataclass(frozen=True)
class View:
    """One screen of the interview.

    ``place`` counts from 1; ``minutes`` is about how long the open questions take. At the end
    ``item`` is None and ``left_open`` names what was not answered.
    """

    mode: Mode
    place: int
    total: int
    minutes: int
    saved: int
    status: str
    left_open: tuple[tuple[str, str], ...] = ()
    item: str | None = None
    title: str = ""
    section: str = ""
    purpose: str = ""
    question: str = ""
    options: tuple[Option, ...] = ()
    choices: tuple[Choice, ...] = ()
    behind: str = ""
    basis: str = ""
    statements: tuple[Statement, ...] = ()
    answer: Answer = field(default_factory=Answer)
    note: NoteText = field(default_factory=NoteText)


def view(state: State) -> View:
    """Return what to show for a state."""
    open_items = state.open_items
    total = len(state.script.items)
    shown = View(
        mode=state.mode,
        place=min(state.index + 1, total),
        total=total,
        minutes=math.ceil(len(open_items) * SECONDS_A_QUESTION / 60),
        saved=total - len(open_items),
        status=state.status,
        left_open=tuple((i, state.script.unit(i).short) for i in open_items),
    )
    return shown if state.item is None else _unit(state, state.script.unit(state.item), shown)


def _unit(state: State, unit: Unit, shown: View) -> View:
    scale, answer = state.script.framework.scale, state.answer(unit.id)
    return View(
        **{
            name: getattr(shown, name)
            for name in ("mode", "place", "total", "minutes", "saved", "status", "left_open")
        },
        item=unit.id,
        title=unit.title,
        section=_section(state, unit),
        purpose=unit.curriculum.purpose,
        question=question(state, unit),
        options=tuple(
            _option(scale, unit, code, chosen=code is answer.code)
            for code in offered(unit.asked_as, state.script.kind)
        ),
        choices=_choices(scale, state.mode),
        behind=_label("behind it", scale.behind, answer.behind),
        basis=_label("rests on", scale.bases, answer.basis),
        statements=unit.live_statements,
        answer=answer,
        note=state.note(unit.id),
    )


def question(state: State, unit: Unit) -> str:
    """Return the question a unit is asked with, its own or the scale's."""
    way = state.script.framework.scale.ways[unit.asked_as]
    if state.script.kind is AssessmentKind.SUPERVISOR:
        asked = way.supervisor_question
    else:
        asked = unit.question or way.question
    return asked.format(period=state.script.period)


def _section(state: State, unit: Unit) -> str:
    sections = {s.slug: s.title for s in state.script.framework.sections}
    domains = {d.slug: d.name for d in state.script.framework.domains}
    return sections[unit.section] if unit.section else domains[unit.domain]


def _option(scale: Scale, unit: Unit, code: Code, *, chosen: bool) -> Option:
    if code in unit.anchors:
        return Option(code, unit.anchors[code], "", chosen)
    anchors = scale.ways[unit.asked_as].anchors
    anchor = anchors[code] if code in anchors else scale.other_answers[code]
    return Option(code, anchor.label, anchor.means, chosen)


def _label(what: str, choices: tuple[Choice, ...], key: str | None) -> str:
    """Return what was chosen in words, or nothing."""
    return next((f"{what}: {c.label.lower()}" for c in choices if c.key == key), "")


def _choices(scale: Scale, mode: Mode) -> tuple[Choice, ...]:
    lists = {Mode.REASON: scale.reasons, Mode.BEHIND: scale.behind, Mode.BASIS: scale.bases}
    return lists.get(mode, ())
