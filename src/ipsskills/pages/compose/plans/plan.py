"""The learning plan: goals the person chose, what they will do, and what is finished."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ipsskills.doing import Do, do
from ipsskills.facts.plan import PlanActivity, PlanFacts, PlanGoal
from ipsskills.method.goal_history import Happened
from ipsskills.pages.compose.content.activities import open_case
from ipsskills.pages.compose.plans.company import (
    asks_who_arranges,
    describe_arranger,
    describe_company,
)
from ipsskills.pages.compose.plans.happened import is_about_ticks, list_ways_back, tell_happened
from ipsskills.pages.compose.plans.offers import CHOOSE, list_ways
from ipsskills.pages.compose.plans.steps import name_reader, write_appendix
from ipsskills.pages.document import (
    About,
    BlankBoxes,
    BlankFields,
    Block,
    Bullets,
    Cell,
    Commands,
    Entries,
    Heading,
    Page,
    Rule,
    Signatures,
    Table,
    Text,
    Tick,
)
from ipsskills.pages.words import day, in_post, in_words, join_words, long_day, lower_first


def compose_plan(plan: PlanFacts, *, whole: bool = False, paper: bool = False) -> Page:
    """Return the plan as a page: each step on a line, ``whole`` with how each is done at the end.

    Without that, what opens it stands under each goal. On ``paper`` there is room to write what
    becomes of each goal, and what to type next is left to the screen.
    """
    blocks: list[Block] = []
    if plan.strengths:
        blocks.append(Text(f"{join_words(plan.strengths)}.", label="What I will lean on:"))
    for goal in plan.goals:
        blocks += [*_make_goal(goal, plan.on, paper=paper), *(_ask_again() if paper else [])]
        opening = () if whole else _open_steps(plan, goal)
        blocks += [Commands(opening)] if opening else []
    if not plan.goals:
        blocks += _say_none(plan, paper=paper)
    if plan.finished:
        blocks += [Heading("Finished"), Bullets(_list_ended(plan.finished), ticked=True)]
    if plan.dropped:
        blocks += [Heading("Dropped"), Bullets(_list_ended(plan.dropped))]
    if plan.goals:
        blocks += [Rule(), _make_signatures(plan, paper=paper)]
    blocks += [] if paper else _list_next(plan)
    blocks += write_appendix(plan.goals) if whole else []
    return _page(plan, tuple(_write_lead(plan)), blocks)


def compose_changed(plan: PlanFacts, numbers: Collection[int], whole: Do) -> Page:
    """Return the goals of these numbers as they stand; ``whole`` is what shows the whole plan.

    Where steps were ticked and nothing else, how far the goal is says enough. What was done stands
    last, above what takes it back, where it is seen on a screen that the page is too long for.
    """
    blocks: list[Block] = []
    opening: list[tuple[Do, str]] = [*list_ways_back(plan)]
    for goal in plan.goals:
        if goal.number in numbers:
            opening += _go_on(plan, goal)
            if is_about_ticks(plan, goal.number):
                blocks.append(Text(f"Goal {goal.number}, {goal.title}: {_tell_ticked(goal)}"))
                continue
            blocks += _make_goal(goal, plan.on)
            opening += _open_steps(plan, goal)
    for title, ended in (("Finished", plan.finished), ("Dropped", plan.dropped)):
        if told := [goal for goal in ended if goal.number in numbers]:
            blocks += [Heading(title), Bullets(_list_ended(told), ticked=title == "Finished")]
    blocks += [Text(each, strong=True) for each in tell_happened(plan)]
    blocks.append(Commands((*opening, (whole, "the whole plan"), *_list_signing(plan))))
    lead = (_describe_agreement(plan),) if _may_be_agreed(plan) else ()
    return _page(plan, lead, blocks)


def _list_signing(plan: PlanFacts) -> list[tuple[str, str]]:
    """Return what comes after goals were agreed: the plan on paper."""
    agreed = any(each.what is Happened.AGREED for told in plan.happened for each in told.lines)
    return [(str(each), _NEXT[each.verb]) for each in plan.next if agreed]


def _page(plan: PlanFacts, lead: tuple[str, ...], blocks: Sequence[Block]) -> Page:
    name = plan.person.name
    return Page(f"Learning plan: {name}", lead, tuple(blocks), about=About(name))


def _may_be_agreed(plan: PlanFacts) -> bool:
    """Whether what was done is more than making goals, which nobody can have agreed yet."""
    return any(each.what is not Happened.MADE for told in plan.happened for each in told.lines)


def _tell_ticked(goal: PlanGoal) -> str:
    """Return how far a goal is: "two of three steps done", "none of three steps done"."""
    done = sum(1 for each in goal.activities if each.done)
    steps = len(goal.activities)
    noun = "step" if steps == 1 else "steps"
    return f"{in_words(done) if done else 'none'} of {in_words(steps)} {noun} done."


def _go_on(plan: PlanFacts, goal: PlanGoal) -> Iterator[tuple[Do, str]]:
    """Yield what comes after a step that was just ticked: the next one, or the end of its goal."""
    events = [event for told in plan.happened for event in told.lines if told.number == goal.number]
    if all(event.what is not Happened.STEP_DONE for event in events):
        return
    person = name_reader(plan)
    if left := next((each for each in goal.activities if not each.done), None):
        yield do("plan show", left.number, person=person), f"next: {left.text}"
    else:
        changed = ("--changed", "I ask about rent first now")
        yield do("plan done", str(goal.number), *changed, person=person), "finish the goal"


def _open_steps(plan: PlanFacts, goal: PlanGoal) -> tuple[tuple[Do, str], ...]:
    """Return what opens how the steps of a goal are done, and the cases they name."""
    if not any(activity.what for activity in goal.activities):
        return ()
    steps = do("plan show", str(goal.number), person=name_reader(plan))
    named = dict.fromkeys(case for each in goal.activities for case in each.cases)
    cases = ((open_case(case), "think the case through first") for case in named)
    return ((steps, "how to do each step"), *cases)


def _say_none(plan: PlanFacts, *, paper: bool) -> list[Block]:
    """Return what stands in place of goals, and what leads to one.

    Before a look at all the units none is offered: then it is how to choose by hand.
    """
    none = "There is no open goal."
    if plan.next and not plan.by_hand:
        return [Text(f"{none} Pick some: {plan.next[0]}")]
    if paper or not plan.next:
        return [Text(none)]
    said = f"{none} Goals are offered once a look at all the units is finished."
    ways = list_ways(plan.next, plan.by_hand)
    return [Text(f"{said} Until then: {lower_first(CHOOSE)}"), Commands(ways)]


# What each thing to do next is good for, by its verb.
_NEXT = {
    "plan agree": "keep that it is agreed, with whom, and where things stand today",
    "plan draft": "pick more goals",
    "plan show": "the plan on paper, to sign and to write on",
}


def _list_next(plan: PlanFacts) -> list[Block]:
    """Return what to do next with a plan that has goals; without any it is said in their place."""
    rows = tuple((str(each), _NEXT[each.verb]) for each in plan.next) if plan.goals else ()
    return [Heading("Next"), Commands(rows)] if rows else []


def _write_lead(plan: PlanFacts) -> Iterator[str]:
    yield _describe_agreement(plan)
    if plan.since or plan.hours:
        yield f"{in_post(plan.role, plan.months_in_post, plan.hours)}."
    if plan.works_best:
        yield f"How I learn best: {plan.works_best}"


def _describe_dates(goal: PlanGoal, today: date) -> str:
    """Return when to look again and when to close, or since when that is past."""
    again, end = ("since " if each < today else "" for each in (goal.review, goal.close))
    return f"Look again {again}{long_day(goal.review)}; close or renew {end}{long_day(goal.close)}."


def _ask_again() -> list[Block]:
    """Return what is written on a plan by hand when the two look again."""
    return [BlankBoxes(("keep", "change", "finish"), "When we look again:")]


def _describe_agreement(plan: PlanFacts) -> str:
    """Say who agreed it and when, and which goals are not agreed yet."""
    agreed = [goal for goal in plan.goals if goal.agreed_with and goal.agreed_on]
    if not agreed:
        return f"As it stands on {long_day(plan.on)}{'; not agreed yet' if plan.goals else ''}."
    days = [goal.agreed_on for goal in agreed if goal.agreed_on]
    names = join_words(sorted({goal.agreed_with for goal in agreed if goal.agreed_with}))
    open_ = [str(goal.number) for goal in plan.goals if goal not in agreed]
    rest = f" Not agreed yet: goal{'s' if open_[1:] else ''} {join_words(open_)}." if open_ else ""
    return f"Agreed with {names}, {long_day(max(days))}.{rest}"


def _make_goal(goal: PlanGoal, today: date, *, paper: bool = False) -> list[Block]:
    """Return a goal; its days stand right under it."""
    asked = paper and asks_who_arranges(goal)
    note = "a chance to arrange, not a gap" if goal.chance else ""
    blocks: list[Block] = [Heading(f"{goal.number}. {goal.title}", note, sentence=True)]
    blocks.append(Text(_describe_dates(goal, today)))
    units = f"Unit {join_words(goal.units)}." if goal.units else ""
    if goal.why:
        blocks.append(Text(f"Why: {goal.why}{f' ({units})' if units else ''}"))
    elif units:
        blocks.append(Text(units))
    if goal.activities:
        blocks += [_make_table(goal, paper=paper), *_list_brought(goal)]
    elif not asked and (arranged := describe_arranger(goal)):
        blocks.append(Text(arranged, strong=True))
    if asked:
        blocks.append(BlankFields(("Who arranges it?",)))
    if goal.outcome:
        blocks.append(Text(f"We will know when: {goal.outcome}"))
    if goal.reviewed:
        said = f": {goal.review_note}" if goal.review_note else ""
        blocks.append(Text(f"Looked at again on {day(goal.reviewed)}{said}"))
    return blocks


def _make_table(goal: PlanGoal, *, paper: bool) -> Table:
    what = "What happens" if goal.chance else "What I will do"
    rows = tuple(_make_row(goal, activity, paper=paper) for activity in goal.activities)
    return Table((what, "With", "By", "Done"), rows)


def _list_brought(goal: PlanGoal) -> list[Block]:
    """Return what was brought from steps, in the person's own words."""
    rows = tuple((each.number, "Brought", each.brought) for each in goal.activities if each.brought)
    return [Entries(rows)] if rows else []


def _make_row(goal: PlanGoal, activity: PlanActivity, *, paper: bool) -> tuple[Cell, ...]:
    done = Tick(activity.done is not None, day(activity.done) if activity.done else "")
    what = f"{activity.number} {activity.text}"
    return what, describe_company(goal, activity, paper=paper), day(activity.due), done


def _list_ended(goals: Sequence[PlanGoal]) -> tuple[str, ...]:
    return tuple(_describe_end(goal) for goal in goals)


def _describe_end(goal: PlanGoal) -> str:
    """Return a goal that has ended: what came of its steps, what changed or why, and when."""
    stop = "" if goal.title.endswith((".", "!", "?")) else "."
    day_ended = f", {day(goal.ended)}" if goal.ended else ""
    which = f"(goal {goal.number}{day_ended})"
    said = (f"{goal.title}{stop}", _count_steps(goal), goal.changed, which)
    return " ".join(part for part in said if part)


def _count_steps(goal: PlanGoal) -> str:
    """Return "Two steps done, one dropped.", or as much of it as there is to say."""
    done = sum(1 for activity in goal.activities if activity.done)
    counts = ((done, "done"), (goal.steps_dropped, "dropped"))
    told = [f"{in_words(count)} {what}" for count, what in counts if count]
    if not told:
        return ""
    first = done or goal.steps_dropped
    noun = "step" if first == 1 else "steps"
    number, _, rest = told[0].partition(" ")
    return f"{', '.join([f'{number.capitalize()} {noun} {rest}', *told[1:]])}."


def _make_signatures(plan: PlanFacts, *, paper: bool) -> Signatures:
    """Return where the two sign, on ``paper`` with the day, and when they look next."""
    review = min((goal.review for goal in plan.goals), default=None)
    names = sorted({goal.agreed_with for goal in plan.goals if goal.agreed_with})
    supervisor = plan.supervisor.name if plan.supervisor else "Team leader"
    since = "due since " if review and review < plan.on else ""
    return Signatures(
        (plan.person.name, *(names or [supervisor]), *(["Date"] if paper else [])),
        f"Next look: {since}{long_day(review)}" if review else "",
    )
