"""What an interview shows: ``compose_screen(state)``, in words but without a layout."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from ipsskills.codes import AssessmentKind, Code, list_offered
from ipsskills.framework.scale import Choice, Scale
from ipsskills.framework.types import Statement, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.apart import unit_of
from ipsskills.usecases.interview.commands import Mode, NoteText
from ipsskills.usecases.interview.review import find_label, say_answer
from ipsskills.usecases.interview.saved import Saved, count_saved
from ipsskills.usecases.interview.state import Answer, InterviewState, Script

SECONDS_A_QUESTION = 30


@dataclass(frozen=True)
class Option:
    """One answer offered: its code, label, what it means, and whether it is this draft's answer."""

    code: Code
    label: str
    means: str
    chosen: bool


@dataclass(frozen=True)
class ScreenView:
    """One screen of the interview.

    ``place`` counts from 1; ``minutes`` is about how long the open questions take. At the end
    ``item`` is None and ``left_open`` names the units not answered, and of how many of its
    statements that is so. ``unit`` is the unit's id, also where ``item`` is a statement; ``spot``
    is then its place within the unit, and ``inside`` is whether there is a question about the whole
    unit to go back to. ``spots`` is how many statements the unit has and ``rated`` how many of them
    have an answer; ``rateable`` is whether they may be answered one by one. ``said`` is the answer
    in words, and ``same`` what the last one rested on. ``looks_like`` is what a colleague would see
    somebody do who does the unit as described; ``purpose`` is what the unit is for. ``mine`` is
    whether the one who answers is the one it is about; ``kind`` is whose view it is.
    """

    mode: Mode
    place: int
    total: int
    minutes: int
    saved: Saved
    status: str
    left_open: tuple[tuple[str, str], ...] = ()
    item: str | None = None
    unit: str = ""
    statement: Statement | None = None
    spot: int = 0
    spots: int = 0
    rated: int = 0
    rateable: bool = False
    inside: bool = False
    title: str = ""
    section: str = ""
    looks_like: str = ""
    purpose: str = ""
    question: str = ""
    options: tuple[Option, ...] = ()
    choices: tuple[Choice, ...] = ()
    behind: str = ""
    basis: str = ""
    said: str = ""
    same: str = ""
    statements: tuple[Statement, ...] = ()
    answer: Answer = field(default_factory=Answer)
    note: NoteText = field(default_factory=NoteText)
    mine: bool = True
    kind: AssessmentKind = AssessmentKind.SELF


def compose_screen(state: InterviewState, seconds: float = SECONDS_A_QUESTION) -> ScreenView:
    """Return what to show for a state; a question takes about so many ``seconds``."""
    open_items = state.open_items
    total = len(state.script.items)
    shown = ScreenView(
        mode=state.mode,
        place=min(state.index + 1, total),
        total=total,
        minutes=math.ceil(len(open_items) * seconds / 60),
        saved=count_saved(state, open_items),
        status=state.status,
        mine=state.script.kind is not AssessmentKind.SUPERVISOR,
        kind=state.script.kind,
        left_open=tuple(_list_open(state.script, open_items)),
    )
    return shown if state.item is None else _show_item(state, state.item, shown)


class LastView:
    """Composes what to show of a state, once: whoever draws asks for it several times a key."""

    def __init__(self) -> None:
        self._known: tuple[InterviewState, float, ScreenView] | None = None

    def compose(self, state: InterviewState, seconds: float) -> ScreenView:
        """Return what `compose_screen` does. A state is never changed, so the same one will do."""
        if self._known is None or self._known[0] is not state or self._known[1] != seconds:
            self._known = state, seconds, compose_screen(state, seconds)
        return self._known[2]


def _list_open(script: Script, open_items: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each unit that has open items, by id and in words."""
    units = {item: unit_of(item) for item in open_items}
    parts = Counter(unit for item, unit in units.items() if item != unit)
    for unit in dict.fromkeys(units.values()):
        part = f" ({parts[unit]} of {len(script.statements(unit))})" if parts[unit] else ""
        yield unit, f"{script.unit(unit).short}{part}"


def find_units(state: InterviewState, words: Sequence[str]) -> tuple[str, ...]:
    """Return the units of an interview that contain these words, the best first.

    Those whose notes do come before all others. Where none does, these are the units that everyday
    words lead to.
    """
    from ipsskills.framework.finding.holding import (  # few look for a unit
        list_everyday,
        list_holding,
    )

    script, wanted = state.script, [word.casefold() for word in words]
    noted = (
        unit_of(item)
        for item, note in state.notes.items()
        if wanted and all(word in note.text.casefold() for word in wanted)
    )
    hits = [unit.id for unit in list_holding(script.framework, words)]
    found = tuple(dict.fromkeys(unit for unit in (*noted, *hits) if script.covers(unit)))
    led = () if found else list_everyday(script.framework, words)
    return found or tuple(unit.id for unit in led if script.covers(unit.id))


def _show_item(state: InterviewState, item: str, shown: ScreenView) -> ScreenView:
    scale, answer, unit = state.script.framework.scale, state.answer(item), state.script.unit(item)
    statement = state.script.statement(item)
    parts = state.script.statements(unit.id)
    return replace(
        shown,
        item=item,
        unit=unit.id,
        statement=statement,
        spot=parts.index(item) + 1 if statement else 0,
        spots=len(parts),
        rated=sum(1 for part in parts if part in state.answers and state.answers[part].code),
        rateable=bool(parts) and state.script.kind is not AssessmentKind.FIRST_LOOK,
        inside=state.spot is not None,
        title=unit.title,
        section=state.script.heading or _name_section(state, unit),
        looks_like=unit.curriculum.in_practice or "",
        purpose=unit.curriculum.purpose,
        question=put_question(state, item),
        options=tuple(
            _make_option(state, item, code, chosen=code is answer.code)
            for code in list_offered(state.script.asked_as(item), state.script.kind)
        ),
        choices=_list_choices(scale, state.mode),
        behind=_say_choice("behind it", scale.behind, answer.behind),
        basis=_say_choice("rests on", scale.bases, answer.basis),
        same=find_label(scale.bases, state.basis),
        statements=unit.live_statements,
        answer=answer,
        said=say_answer(state, item),
        note=state.note(item),
    )


def put_question(state: InterviewState, item: str) -> str:
    """Return the question an item is asked with: a unit's own, or the scale's."""
    scale, unit = state.script.framework.scale, state.script.unit(item)
    if state.script.kind is AssessmentKind.FIRST_LOOK:
        return scale.first_look.question
    way = scale.ways[state.script.asked_as(item)]
    own = unit.question if item == unit.id else None
    if state.script.kind is AssessmentKind.SUPERVISOR:
        asked = way.supervisor_question
    else:
        asked = own or way.question
    return asked.format(period=state.script.period)


def _name_section(state: InterviewState, unit: Unit) -> str:
    sections = {s.slug: s.title for s in state.script.framework.sections}
    domains = {d.slug: d.name for d in state.script.framework.domains}
    return sections[unit.section] if unit.section else domains[unit.domain]


def _make_option(state: InterviewState, item: str, code: Code, *, chosen: bool) -> Option:
    """Return an answer offered, in words about the person where a supervisor is asked.

    A unit's own words say what an answer means there, to the person.
    """
    script, unit = state.script, state.script.unit(item)
    if script.kind is AssessmentKind.FIRST_LOOK:
        anchors = script.framework.scale.first_look.anchors
    else:
        anchors = script.framework.scale.ways[script.asked_as(item)].anchors
    anchor = anchors.get(code) or script.framework.scale.other_answers[code]
    if script.kind is AssessmentKind.SUPERVISOR and code.rated:
        return Option(code, anchor.they[:1].upper() + anchor.they[1:], "", chosen)
    own = item == unit.id and script.kind is AssessmentKind.SELF
    return Option(code, anchor.label, (own and unit.anchors.get(code)) or anchor.means, chosen)


def _say_choice(what: str, choices: tuple[Choice, ...], key: str | None) -> str:
    """Return what was chosen in words, or nothing."""
    label = find_label(choices, key)
    return f"{what}: {label}" if label else ""


def _list_choices(scale: Scale, mode: Mode) -> tuple[Choice, ...]:
    lists = {Mode.REASON: scale.reasons, Mode.BEHIND: scale.behind, Mode.BASIS: scale.bases}
    return lists.get(mode, ())
