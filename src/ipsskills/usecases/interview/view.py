"""What an interview shows: ``compose_screen(state)``, in words but without a layout."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from ipsskills.codes import AssessmentKind, Code, list_offered
from ipsskills.framework.scale import Choice, Scale
from ipsskills.framework.search import search
from ipsskills.framework.types import Statement, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.apart import unit_of
from ipsskills.method.state import format_answer
from ipsskills.usecases.interview.commands import Mode, NoteText
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
    and ``spots`` are then its place within the unit and how many there are, and ``inside`` is
    whether there is a question about the whole unit to go back to. ``same`` is what the last answer
    rested on, in words. ``mine`` is whether the one who answers is the one it is about.
    """

    mode: Mode
    place: int
    total: int
    minutes: int
    saved: int
    status: str
    left_open: tuple[tuple[str, str], ...] = ()
    item: str | None = None
    unit: str = ""
    statement: Statement | None = None
    spot: int = 0
    spots: int = 0
    inside: bool = False
    title: str = ""
    section: str = ""
    purpose: str = ""
    question: str = ""
    options: tuple[Option, ...] = ()
    choices: tuple[Choice, ...] = ()
    behind: str = ""
    basis: str = ""
    same: str = ""
    statements: tuple[Statement, ...] = ()
    answer: Answer = field(default_factory=Answer)
    note: NoteText = field(default_factory=NoteText)
    mine: bool = True


@dataclass(frozen=True)
class ReviewedAnswer:
    """One line of the review: an item, its short name, its answer in words, and the one before.

    ``number`` is what a person types to go there.
    """

    item: str
    number: str
    short: str
    said: str
    before: str = ""
    bring: bool = False
    show: bool = False


def compose_screen(state: InterviewState, seconds: float = SECONDS_A_QUESTION) -> ScreenView:
    """Return what to show for a state; a question takes about so many ``seconds``."""
    open_items = state.open_items
    total = len(state.script.items)
    shown = ScreenView(
        mode=state.mode,
        place=min(state.index + 1, total),
        total=total,
        minutes=math.ceil(len(open_items) * seconds / 60),
        saved=sum(1 for answer in state.answers.values() if answer.code is not None),
        status=state.status,
        mine=state.script.kind is not AssessmentKind.SUPERVISOR,
        left_open=tuple(_list_open(state.script, open_items)),
    )
    return shown if state.item is None else _show_item(state, state.item, shown)


def _list_open(script: Script, open_items: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each unit that has open items, by id and in words."""
    units = {item: unit_of(item) for item in open_items}
    parts = Counter(unit for item, unit in units.items() if item != unit)
    for unit in dict.fromkeys(units.values()):
        part = f" ({parts[unit]} of {len(script.statements(unit))})" if parts[unit] else ""
        yield unit, f"{script.unit(unit).short}{part}"


def find_units(script: Script, words: Sequence[str]) -> tuple[str, ...]:
    """Return the units of an interview that contain these words, the best first."""
    hits = search(script.framework, words)
    return tuple(dict.fromkeys(hit.unit.id for hit in hits if script.covers(hit.unit.id)))


def review(state: InterviewState) -> tuple[ReviewedAnswer, ...]:
    """Return every item with its answer so far, and what it was the time before."""
    return tuple(_review_item(state, item) for item in state.script.items)


def _review_item(state: InterviewState, item: str) -> ReviewedAnswer:
    answer, unit = state.answer(item), state.script.unit(item)
    parts = [part for part in state.script.statements(unit.id) if state.answer(part).code]
    said = _say_answer(state, item, answer.code) if answer.code else ""
    if parts and item == unit.id:
        told = f"{len(parts)} of {len(state.script.statements(unit.id))} statements"
        said = f"{told}; as a whole: {said}" if said else told
    # Before a new answer the old one would anchor it; "not seen" leaves the question open.
    answered = answer.code is not Code.NOT_SEEN and not state.is_open(item)
    before = state.script.earlier.get(item, "") if answered else ""
    short = unit.short if item == unit.id else item.partition("/")[2].replace("-", " ")
    number = state.script.number(item)
    return ReviewedAnswer(
        item=item,
        number=number,
        short=short,
        said=said or "not answered",
        before=before,
        bring=answer.bring,
        show=answer.show,
    )


def _say_answer(state: InterviewState, item: str, code: Code) -> str:
    scale = state.script.framework.scale
    if state.script.kind is AssessmentKind.FIRST_LOOK:
        return scale.first_look.anchors[code].you
    to_the_person = state.script.kind is not AssessmentKind.SUPERVISOR
    return format_answer(scale, state.script.asked_as(item), code, to_the_person)


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
        inside=state.spot is not None,
        title=unit.title,
        section=state.script.heading or _name_section(state, unit),
        purpose=unit.curriculum.purpose,
        question=put_question(state, item),
        options=tuple(
            _make_option(state, item, code, chosen=code is answer.code)
            for code in list_offered(state.script.asked_as(item), state.script.kind)
        ),
        choices=_list_choices(scale, state.mode),
        behind=_say_choice("behind it", scale.behind, answer.behind),
        basis=_say_choice("rests on", scale.bases, answer.basis),
        same=_say_choice("", scale.bases, state.basis).removeprefix(": "),
        statements=unit.live_statements,
        answer=answer,
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
    return next((f"{what}: {c.label.lower()}" for c in choices if c.key == key), "")


def _list_choices(scale: Scale, mode: Mode) -> tuple[Choice, ...]:
    lists = {Mode.REASON: scale.reasons, Mode.BEHIND: scale.behind, Mode.BASIS: scale.bases}
    return lists.get(mode, ())
