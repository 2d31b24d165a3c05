"""Small builders: people and assessments in as few words as a test needs."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import AssessmentKind, Basis, Code, EntryKind, FieldWay, Role
from ipsskills.facts.report import AnswerGiven, ReportFacts
from ipsskills.formats.answers import Given
from ipsskills.frozen import dataclass
from ipsskills.pages.compose.apart import apart_words
from ipsskills.pages.compose.reports.report_words import WordedReport, word_report
from ipsskills.record.store import Store
from ipsskills.record.types import Assessment, Note, Person, Rating
from ipsskills.usecases.assessments import drafts
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.assessments.drafts import Draft, ToBegin
from ipsskills.usecases.assessments.on_the_spot import rate_observed
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry, make_entry
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.person import Reading, get_reading
from ipsskills.usecases.reports.report import report
from tests.conftest import Clock
from tests.words import wrote

LEE = "Lee Invented"
REASON = "setting"
UNITS = tuple(
    [f"1.{n}" for n in range(1, 7)]
    + [f"2.{n}" for n in range(1, 7)]
    + [f"3.{n}" for n in range(1, 17)]
)


def given(item: str, answer: str = "", **also: Any) -> Given:
    """One answer; "" is not answered, and x gets a reason."""
    code = Code(answer) if answer else None
    reason = {"reason": REASON} if code is Code.OUTSIDE else {}
    note = {"note": wrote(also["note"])} if "note" in also else {}
    return Given(item=item, code=code, **(reason | also | note))


def row(letters: str) -> dict[str, str]:
    """Answers to the 28 units in order, a letter each; "-" is not answered."""
    answers = letters.replace(" ", "")
    return {unit: answer for unit, answer in zip(UNITS, answers, strict=True) if answer != "-"}


def draft(desk: Desk, scope: tuple[str, ...] = UNITS, **also: Any) -> Session:
    """Begin an assessment of the person set as me."""
    return start(desk, me(desk), scope, **also)


def assess(
    desk: Desk, answers: Mapping[str, str | Given], scope: tuple[str, ...] | None = None
) -> Assessment:
    """Give and finish a self-assessment; without a scope it asks what is answered."""
    session = draft(desk, scope or choose_scope(desk.framework, units=tuple(answers)))
    return take_answers(session, [_given(item, answer) for item, answer in answers.items()])


def _given(item: str, answer: str | Given) -> Given:
    return answer if isinstance(answer, Given) else given(item, answer)


def supervise(desk: Desk, answers: Mapping[str, str]) -> Assessment:
    """Give and finish Lee's view of the person set as me: "3O" is 3, observed; the rest unseen."""
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), UNITS, kind=AssessmentKind.SUPERVISOR)
    seen = [given(i, a[0], basis=Basis(a[1]) if a[1:] else None) for i, a in answers.items()]
    unseen = [given(item, "u") for item in UNITS if item not in answers]
    return take_answers(session, [*seen, *unseen])


def rate(desk: Desk, about: Person, code: str) -> bool:
    """Keep a view of 3.13 of who works at a desk, given on the spot."""
    visit = {"title": wrote("A garden centre"), "way": FieldWay.WATCHED, "items": ("3.13",)}
    with desk.writing() as view:
        entry = make_entry(view, about, NewEntry(EntryKind.OBSERVATION, visit))
        view.add(entry)
        return rate_observed(view, about, entry, code)


def me(desk: Desk) -> Person:
    with desk.reading() as work:
        return find_person(work, None, desk.me)


def at_desk_of(desk: Desk, name: str) -> Desk:
    """A desk at which somebody else works, who is added if need be."""
    with desk.reading() as work:
        known = {person.name: person.thing for person in work.current(Person)}
    found = known.get(name) or add_person(desk, name, Role.TEAM_LEADER).id
    return replace(desk, me=found)


def find_draft(
    desk: Desk, about: Person, kind: AssessmentKind, scope: Sequence[str]
) -> Draft | None:
    """The open draft of a kind about somebody, by whoever works at the desk."""
    wanted = ToBegin(about=about, rater=str(desk.me), kind=kind, scope=tuple(scope))
    with desk.interviewing() as (view, work):
        return drafts.find_draft(view, work, wanted)


def ratings(desk: Desk, assessment: Assessment) -> dict[str, Rating]:
    """The current ratings of an assessment by item."""
    with desk.store.reading() as work:
        found = work.current(Rating, assessment=assessment.thing)
    return {rating.item: rating for rating in found}


def notes(desk: Desk) -> dict[str, Note]:
    """All current notes by subject."""
    with desk.store.reading() as work:
        return {note.subject: note for note in work.current(Note)}


def on_disk(desk: Desk, query: str) -> list[Any]:
    """What another program sees in the file; rows of one column as a list of values."""
    assert desk.store.path is not None
    other = sqlite3.connect(desk.store.path)
    try:
        found = other.execute(query).fetchall()
    finally:
        other.close()
    return [each[0] if len(each) == 1 else each for each in found]


def counted(desk: Desk, table: str) -> int:
    """How many versions a table holds, current or not."""
    with desk.store.reading() as work:
        ((found,),) = work._database.run(f"SELECT count(*) FROM {table}")
        return int(found)


def go_to(clock: Clock, day: date) -> None:
    """Make it noon on a day."""
    clock.at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def read_person(desk: Desk, who: str | None) -> Reading:
    """What is known about a person, as the one who works at the desk may see it."""
    with desk.reading() as view:
        return get_reading(view, find_person(view, who, view.me))


def apart_line(desk: Desk, who: str | None) -> str:
    """What is said of what is kept apart from the one who works at the desk."""
    with desk.reading() as view:
        kept = tell_apart(view, find_person(view, who, view.me))
    return apart_words(kept, {unit.id: unit.short for unit in desk.framework.units})


@dataclass(frozen=True, kw_only=True)
class ToldReport(WordedReport):
    """A report as a reader gets it, and the facts it was composed from."""

    facts: ReportFacts

    @property
    def answers(self) -> tuple[AnswerGiven, ...]:
        """All answers it rests on."""
        return self.facts.answers


def told_report(desk: Desk, who: str | None, **how: Any) -> ToldReport:
    """The report in words, with its commands spelt."""
    facts = report(desk, who, **how)
    worded = spell_page(word_report(facts))
    return ToldReport(facts=facts, **{f.name: getattr(worded, f.name) for f in fields(worded)})


def count_transactions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by "reading" or "writing" with each transaction that is opened."""
    opened: list[str] = []
    for name in ("reading", "writing"):
        _count_at(monkeypatch, name, opened)
    return opened


def _count_at(monkeypatch: pytest.MonkeyPatch, name: str, opened: list[str]) -> None:
    real = getattr(Store, name)

    def counted(store: Store) -> Any:
        opened.append(name)
        return real(store)

    monkeypatch.setattr(Store, name, counted)
