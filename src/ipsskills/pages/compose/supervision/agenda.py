"""The supervision hour on one page: at most forty lines of eighty columns, to talk over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ipsskills.doing import do, lead_to
from ipsskills.facts.agenda import AgendaFacts, AgendaGoal, NotLookedAt
from ipsskills.facts.entries import EntryFacts
from ipsskills.pages.briefer import fit
from ipsskills.pages.compose.entries.entry import make_sentence
from ipsskills.pages.compose.supervision.agenda_points import ChancePoint, GoodPoint, TalkPoint
from ipsskills.pages.compose.supervision.agenda_rooms import ROOMS, Room
from ipsskills.pages.compose.supervision.agenda_safety import write_safety
from ipsskills.pages.compose.supervision.agenda_words import WordedAgenda, word_agenda
from ipsskills.pages.document import (
    About,
    BlankFields,
    BlankTable,
    Block,
    Page,
    Point,
    Rule,
    Text,
    Tick,
)
from ipsskills.pages.words import clip, day, join_names, join_words, long_day, say_view, short_day

MOST_LINES, WIDTH = 40, 80
FILL = "_" * 16  # on paper, room for a name
_TIED = "\N{NO-BREAK SPACE}"  # what is asked stays with the line to write on
_NAME = 16
# A point of the page: what it says, its minutes, its lines.
_Matter = tuple[str, int, list[Tick | str]]
FAR_APART = "Far apart: each say which occasion you had in mind."
NEITHER = "Neither view wins."
_TO_SEND = f"To bring or send: {do('agenda', '--format', 'pdf')}"
_NO_NAMES = "No client names on paper."
_HOW_CHOSEN = lead_to(f"How this was chosen: {do('explain', 'agenda')}")


def compose_agenda(facts: AgendaFacts, *, into_file: bool = False) -> Page:
    """Return an agenda as a page, in words turned to its reader; a file is read by anybody."""
    worded = word_agenda(facts, into_file=into_file)
    return agenda_page(worded, to_send=facts.person.me and not into_file)


def agenda_page(agenda: WordedAgenda, *, to_send: bool = False) -> Page:
    """Return the agenda as a page that fits forty lines.

    With ``to_send`` it says how to send it, where there is room for that too.
    """
    pages = [partial(_page, agenda, room) for room in ROOMS]
    if to_send:
        pages.insert(0, partial(_say_how_to_send, pages[0]))
    return fit(pages, MOST_LINES)


def _say_how_to_send(make: Callable[[], Page]) -> Page:
    whole = make()
    return replace(whole, blocks=(*whole.blocks, Text(_TO_SEND, lines=1)))


def _page(agenda: WordedAgenda, room: Room) -> Page:
    points: tuple[_Matter, ...] = (
        ("How is the work sitting with you? (Nothing is written unless you ask.)", 0, []),
        ("What went well", 5, _good(agenda, room)),
        ("What we said we would do", 3, _actions(agenda, room)),
        ("Safety: a line every time", 2, [*write_safety(agenda, low=room.low, names=room.names)]),
        ("Talk about first", 10, _talk(agenda, room)),
        (
            "Chances to arrange: the service's job, not a mark against anyone",
            2,
            _chances(agenda, room),
        ),
        (_plan_title(agenda), 3, _goals(agenda, room)),
    )
    points = tuple(_leave_out_empty(points))
    whole = sum(minutes for _, minutes, _ in points)
    return Page(
        f"Supervision: the learning part of the hour, {long_day(agenda.on)} ({whole} min)",
        tuple(_lead(agenda, WIDTH if room.spare is False else 2 * WIDTH - 20)),
        (
            Rule(),
            *(
                Point(number, text, minutes, tuple(lines))
                for number, (text, minutes, lines) in enumerate(points)
            ),
            Rule(),
            *_ask_agreed(room),
        ),
        about=About(agenda.person),
    )


def _ask_agreed(room: Room) -> list[Block]:
    """Return where the two write what they agree: a table of three, or what one line holds.

    What is not to be written stands before it.
    """
    visit = ("Next field visit", "please watch for")
    if not room.table:
        said = Text(f"{_NO_NAMES} {_HOW_CHOSEN}")
        return [said, BlankFields(("We agreed: who", "what", "by", *visit))]
    columns = ("We agreed: who", "what will be done", "by")
    table = BlankTable(columns, ("", "", ""), shares=(22, 38, 16))
    return [Text(_NO_NAMES), table, BlankFields(visit), Text(_HOW_CHOSEN)]


def _leave_out_empty(points: Sequence[_Matter]) -> list[_Matter]:
    """Return the points that have anything under them, and the first, which needs nothing."""
    return [point for place, point in enumerate(points) if point[2] or not place]


def _lead(agenda: WordedAgenda, width: int) -> Iterator[str]:
    both = clip(agenda.person, 40)
    if agenda.supervisor:
        both += f" with {clip(agenda.supervisor, 30)}"
    room = f" For the room: {'; '.join(agenda.room)}." if agenda.room else ""
    yield clip(f"{both}.{room}", width)
    if agenda.apart_line:
        yield clip(agenda.fit_apart(width), width)
    for said in agenda.contested[:1]:
        yield clip(said, width)


def _good(agenda: WordedAgenda, room: Room) -> list[Tick | str]:
    """Return what was finished, then what else went well; where room is short, less of each."""
    finished = [clip(each, room.words) for each in agenda.finished[: room.good]]
    return [*finished, *(clip(_good_line(e, agenda), room.words) for e in agenda.good[: room.good])]


def _good_line(good: GoodPoint, agenda: WordedAgenda) -> str:
    parts = [join_words(good.units), good.title]
    said = " ".join(part for part in parts if part)
    if good.who and good.on:
        there = f"{clip(good.who, 30)} was there, {day(good.on)}"
        said = f"{said}. {there}" if said else there
    elif good.on:
        said = f"Prepared {short_day(good.on, agenda.on)}"
    return f"{said}: {good.text}" if said and good.text else said or good.text


def _actions(agenda: WordedAgenda, room: Room) -> list[Tick | str]:
    lines: list[Tick | str] = []
    for action in agenda.actions[: room.actions]:
        when, who = _when(action, agenda), clip(action.who or "", _NAME)
        said = f"{who}: {action.kept.title}" if who else action.kept.title
        said = clip(said, room.action - len(when) - 2)
        lines.append(Tick(bool(action.kept.done), f"{said}, {when}"))
    if agenda.actions[room.actions :]:
        lines.append(f"and more: {do('due')}")
    return lines


def _when(action: EntryFacts, agenda: WordedAgenda) -> str:
    """Return what day stands beside an action; the words of what was agreed need the room."""
    kept, beside = action.kept, agenda.on
    if kept.done:
        return f"done {short_day(kept.done, beside)}"
    if kept.due:
        when = short_day(kept.due, beside)
        return f"due since {when}" if kept.due < agenda.today else f"by {when}"
    return f"asked {short_day(kept.on, beside)}"


def _talk(agenda: WordedAgenda, room: Room) -> list[Tick | str]:
    who = "You" if agenda.mine else clip(agenda.person, 20)
    lines: list[Tick | str] = []
    when = f" ({short_day(agenda.prepared, agenda.on)})" if agenda.prepared else ""
    said = [
        *([f"{who} got stuck{when}: {agenda.stuck}"] if agenda.stuck else []),
        *([f"One thing wanted{when}: {agenda.wants}"] if agenda.wants else []),
    ]
    if room.low or not agenda.low:
        lines += [clip(each, room.words) for each in said]
    elif said:
        lines.append(" / ".join(clip(each, room.words // len(said)) for each in said))
    far = next((talk for talk in agenda.talk if talk.far_apart), None)
    lines += [_talk_line(agenda, talk, who, room, first_far=talk is far) for talk in agenda.talk]
    talked = {talk.unit for talk in agenda.talk}
    if look_at := [f"{n.unit} {n.short}" for n in agenda.look_at if n.unit not in talked]:
        lines.append(clip(f"To look at together: {join_names(look_at)}", 72))
    if agenda.not_looked_at and room.spare:
        lines.append(_not_looked_at(agenda.not_looked_at))
    if agenda.first_look:
        lines.append(agenda.first_look)
    elif agenda.under_way:
        lines.append(agenda.under_way)
    elif agenda.looks_elsewhere:
        lines.append(f"{agenda.person}'s looks are not here. They can send them: {do('share out')}")
    elif not agenda.looked:
        start = str(do("assess"))
        start = start if agenda.mine else f"they begin one with {start}"
        lines.append(f"There is no finished look at the units yet: {start}")
    return lines


def _talk_line(
    agenda: WordedAgenda, talk: TalkPoint, who: str, room: Room, *, first_far: bool
) -> str:
    """Return one unit: who marked it and the shared note, then both views below.

    Where they are far apart what to do about it stands right under them; that neither wins is said
    with the first of these.
    """
    supervisor = clip(talk.rater or agenda.supervisor or "Supervisor", 20)
    first = f"{talk.unit} {talk.short}."
    if talk.marked_by:
        marked = clip(talk.marked_by, 40)
        first += f" {marked} marked it{':' if talk.note_by == talk.marked_by else '.'}"
    if talk.note and talk.note_by not in ("", talk.marked_by):
        first += f" {clip(talk.note_by, 20)}:"
    if talk.note:
        first += f' "{clip(talk.note, max(room.words - len(first) - 3, 12))}"'
    views = [f"{say_view(who, talk.own)}."] if talk.own else []
    views += [f"{supervisor}: {talk.supervisor}."] if talk.supervisor else []
    views += [f"{talk.agreed[:1].upper()}{talk.agreed[1:]}."] if talk.agreed else []
    views += [f"Talked about {short_day(talk.talked, agenda.on)}."] if talk.talked else []
    below = "\n" if talk.marked_by or talk.note else " "
    said = f"{first}{below}{' '.join(views)}".strip()
    if not talk.far_apart:
        return said
    return f"{said}\n{FAR_APART} {NEITHER}" if first_far else f"{said}\n{FAR_APART}"


def _not_looked_at(units: Sequence[NotLookedAt]) -> str:
    """Return the units that nobody has looked at for a while; those never answered apart."""
    since = [f"{n.unit} {n.short} (since {n.since:%b %Y})" for n in units if n.since]
    never = [f"{n.unit} {n.short}" for n in units if not n.since]
    said = [f"Not looked at for a while: {join_names(since)}"] if since else []
    said += [f"{'not' if said else 'Not'} answered: {join_names(never)}"] if never else []
    return "; ".join(said)


def _chances(agenda: WordedAgenda, room: Room) -> list[Tick | str]:
    named = [_chance(c) for c in agenda.chances[: room.chances]]
    lines: list[Tick | str] = [
        f"{make_sentence(clip(each, room.title + 12))} {_ask('Who books?')}" for each in named
    ]
    if room.spare and (rest := agenda.chances[room.chances :]):
        lines.append(clip("also: " + join_names([f"{c.unit} {c.short}" for c in rest]), 72))
    return lines


def _chance(chance: ChancePoint) -> str:
    agreed = f" ({chance.agreed})" if chance.agreed else ""
    return f"{chance.unit} {chance.short}{agreed}: {chance.how}"


def _plan_title(agenda: WordedAgenda) -> str:
    if agenda.review is None:
        return "Plan"
    since = "since " if agenda.review < agenda.today else ""
    return f"Plan, look again {since}{day(agenda.review)}"


def _goals(agenda: WordedAgenda, room: Room) -> list[Tick | str]:
    dated = len({goal.review for goal in agenda.goals}) > 1
    lines: list[Tick | str] = [
        f"{make_sentence(_name_goal(g, room.title))} {_steps(g, agenda, dated=dated)}"
        for g in agenda.goals[: room.goals]
    ]
    if room.spare and (rest := agenda.goals[room.goals :]):
        lines.append("also: " + clip(join_words([_name_goal(g, room.title) for g in rest]), 66))
    return lines or [_pick_goals(agenda)]


def _name_goal(goal: AgendaGoal, width: int) -> str:
    return f"Goal {goal.number}: {clip(goal.title, width)}"


def _pick_goals(agenda: WordedAgenda) -> str:
    """Return what is said without a goal; a unit is named where none is offered."""
    person = None if agenda.mine else agenda.person
    if not agenda.to_choose:
        return f"No open goal. Pick some together: {do('plan draft', person=person)}"
    draft = do("plan draft", "--unit", agenda.to_choose, person=person)
    return f"No open goal. Choose a unit: {draft}"


def _steps(goal: AgendaGoal, agenda: WordedAgenda, *, dated: bool) -> str:
    """Return how far a goal is and what is to be said of it; ``dated`` is with its own day."""
    told = [f"{goal.done} of {goal.steps} steps done"] if goal.steps else []
    if goal.close < agenda.today:
        told.append(f"to finish or renew since {short_day(goal.close, agenda.on)}")
    elif dated:
        since = "since " if goal.review < agenda.today else ""
        told.append(f"look again {since}{short_day(goal.review, agenda.on)}")
    begun = goal.done or not goal.steps or goal.close < agenda.today
    return "; ".join([*told, _ask("keep, change or finish?" if begun else "start today, or when?")])


def _ask(question: str) -> str:
    """Return a question with a line to write the answer on."""
    return _TIED.join([*question.split(), FILL])
