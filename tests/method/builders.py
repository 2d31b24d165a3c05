"""Small builders: answers, assessments and standings in as few words as a row of a table needs.

A row of answers is written as letters, "33n." for two at 3, one at n and one not answered.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from ipsskills.codes import AskedAs, AssessmentKind, Basis, Code, EntryKind, Kind
from ipsskills.framework.types import Activity, CurriculumEntry, Framework, Statement, Unit
from ipsskills.method.current import Pass, Standing
from ipsskills.method.state import UnitState, find_state
from ipsskills.record.types import Assessment, Entry, Rating, State, thing_of_rating

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
BLANK = "."
Answers = list[tuple[str, Code | None]]


def code(letter: str) -> Code | None:
    """Return one answer; "." is not answered."""
    return None if letter == BLANK else Code(letter)


def statements(row: str) -> Answers:
    """Return answers to statements called a, b, c and on, one letter each."""
    return list(zip("abcdefghijklmnopqrstuvwxyz", map(code, row), strict=False))


def by_statements(
    row: str, whole: str = BLANK, *, asked_as: AskedAs = AskedAs.SKILL, supervisor: bool = False
) -> UnitState:
    """Return the state of a unit whose statements have a row of answers."""
    return find_state(asked_as, code(whole), statements(row), supervisor=supervisor)


def as_a_whole(letter: str, asked_as: AskedAs = AskedAs.SKILL) -> UnitState:
    """Return the state of a unit rated as a whole."""
    return find_state(asked_as, code(letter))


def standing(
    unit: str,
    answer: str | UnitState,
    *,
    on: date = DAY,
    seen: bool = True,
    show: bool = False,
    scale: str = "1",
    asked_as: AskedAs = AskedAs.SKILL,
) -> Standing:
    """Return where a rater puts a unit: one answer to the whole, or a state built elsewhere."""
    state = as_a_whole(answer, asked_as) if isinstance(answer, str) else answer
    marked = rating("one", unit, state.whole or Code.ZERO, show=show)
    return Standing(unit, state, on, "one", scale, finished=on, seen=seen, rating=marked)


def standings_of(answers: Mapping[str, str], *, seen: bool = True) -> dict[str, Standing]:
    """Return standings by unit, each an answer to the whole unit."""
    return {unit: standing(unit, answer, seen=seen) for unit, answer in answers.items()}


def rating(
    assessment: str,
    item: str,
    answer: Code | None,
    *,
    asked_as: AskedAs = AskedAs.SKILL,
    basis: Basis | None = None,
    bring: bool = False,
    show: bool = False,
) -> Rating:
    """Return one answer as the record keeps it."""
    return Rating(
        id=f"{assessment}-{item}",
        thing=thing_of_rating(assessment, item),
        about="ada",
        author="ada",
        at=NOON,
        assessment=assessment,
        item=item,
        asked_as=asked_as,
        code=answer,
        basis=basis,
        reason="agreed" if answer is Code.OUTSIDE else None,
        bring=bring,
        show=show,
    )


def assessed(
    thing: str,
    on: date,
    answers: Mapping[str, str],
    *,
    scope: tuple[str, ...] | None = None,
    kind: AssessmentKind = AssessmentKind.SELF,
    basis: str = "",
    asked_as: AskedAs = AskedAs.SKILL,
    at: datetime = NOON,
    scale: str = "1",
) -> Pass:
    """Return a finished assessment; ``basis`` is that of every answer, or one letter for each.

    Its scope is what was answered, unless it is given. An answer of "." is left out.
    """
    bases = basis * len(answers) if len(basis) == 1 else basis.ljust(len(answers))
    given = [
        rating(
            thing, item, Code(letter), asked_as=asked_as, basis=Basis(why) if why != " " else None
        )
        for (item, letter), why in zip(answers.items(), bases, strict=True)
        if letter != BLANK
    ]
    assessment = Assessment(
        id=f"{thing}-finished",
        thing=thing,
        about="ada",
        author="ada",
        at=at,
        kind=kind,
        rater="ada" if kind is AssessmentKind.SELF else "lee",
        state=State.FINISHED,
        scope=tuple(answers) if scope is None else scope,
        period_months=3,
        scale=scale,
        framework="hash",
        began=on,
        finished=on,
    )
    return Pass(assessment, {each.item: each for each in given})


def unit_of(unit: str, count: int, asked_as: AskedAs = AskedAs.SKILL) -> Unit:
    """Return a unit with ``count`` statements called unit/a, unit/b and on."""
    return Unit(
        id=unit,
        slug=f"unit-{unit}",
        title=unit,
        short=unit,
        asked_as=asked_as,
        statements=tuple(
            Statement(id=f"{unit}/{letter}", kind=Kind.ABILITY, asked_as=asked_as, text=letter)
            for letter, _ in statements(BLANK * count)
        ),
        domain="domain",
        section="section",
        curriculum=CurriculumEntry(
            id=unit,
            slug=f"unit-{unit}",
            title=unit,
            purpose="",
            goal="",
            outcomes=(),
            activities=(),
            evidence=(),
            reflection=(),
        ),
    )


def small(framework: Framework, *units: Unit) -> Framework:
    """Return the framework with these units only."""
    return replace(framework, units=units)


def activity(kind: str, slug: str = "one") -> Activity:
    """Return a learning activity of a kind."""
    return Activity(slug=slug, kind=kind, title=slug, what="", with_whom="", time="", bring="")


def entry(kind: EntryKind, on: str, *units: str, **also: Any) -> Entry:
    """An entry about units on a day."""
    own: dict[str, Any] = {"id": f"{kind}{on}", "thing": f"{kind}{on}", "title": f"On {on}"}
    own |= {"about": "a", "author": "a", "at": datetime(2026, 11, 24, tzinfo=UTC)}
    return Entry(**own | {"kind": kind, "on": date.fromisoformat(on), "items": units} | also)
