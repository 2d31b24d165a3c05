"""Turns a reading into facts, unit by unit: what both said, and what the rules say of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ipsskills.doing import Do, do
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.report import UnitsOfDomain
from ipsskills.facts.units import (
    LowAnswer,
    StatementAnswer,
    UnitAnswer,
    UnitEvidence,
    UnitFacts,
)
from ipsskills.facts.wording import Wording
from ipsskills.framework.ordering import id_key
from ipsskills.framework.types import Framework, Statement, Unit
from ipsskills.method.current import Standing
from ipsskills.method.lists import find_list
from ipsskills.method.safety import LowStatement, SafetyLine
from ipsskills.record.types import Entry, thing_of_rating
from ipsskills.usecases.reading.person import Reading

if TYPE_CHECKING:
    from ipsskills.usecases.reading.two_views import BothViews

# What is no domain and has areas of its own.
SUPPORTING, SUPPORTING_NAME = "supporting", "Supporting areas"


def known_units(ours: Framework, theirs: Framework) -> Mapping[str, Unit]:
    """Return units by id as they were when they were answered; else as they are now."""
    return {**ours.by_id, **theirs.by_id}


def wording_of(ours: Framework, theirs: Framework) -> Wording:
    """Return the words in which answers given with ``theirs`` are told today."""
    names = {unit.id: unit.short for unit in known_units(ours, theirs).values()}
    return Wording(scale=theirs.scale, safety=ours.scale.safety, names=names)


def collect_units(ours: Framework, reading: Reading) -> tuple[UnitFacts, ...]:
    """Return every unit and area that anything is known of or is asked, in curriculum order."""
    units, views = known_units(ours, reading.framework), reading.views
    said = {*views.own, *views.supervisor, *reading.agreed, *reading.first_look}
    said |= {*views.evidence, *(unit.id for unit in ours.asked())}
    safety = {line.unit: line for line in reading.lists.safety}
    moved = {move.unit: move for move in reading.moved}
    facts = []
    for unit in sorted(said & units.keys(), key=id_key):
        if unit in views.apart:  # in no list, and nothing is told of it
            facts.append(UnitFacts(unit=unit, short=units[unit].short, stands_in=None))
            continue
        own, theirs = views.own.get(unit), views.supervisor.get(unit)
        marked, look = unit in views.own_marks, reading.first_look.get(unit)
        move, line = moved.get(unit), safety.get(unit)
        known = unit in ours.by_id and unit not in views.apart
        facts.append(
            UnitFacts(
                unit=unit,
                short=units[unit].short,
                stands_in=find_list(ours, unit, views) if known else None,
                own=_answer(units, reading, own, bring=marked),
                supervisor=_answer(units, reading, theirs, bring=_has_marked(reading, theirs)),
                agreed=_answer(units, reading, reading.agreed.get(unit)),
                first_look=_answer(units, reading, look, bring=marked and own is None),
                before=_answer(units, reading, move.before if move else None),
                moved_up=move is not None and move.up,
                own_code=views.mine(unit),
                seen_code=views.seen(unit),
                lower_code=views.lowest(unit),
                marked=views.marked(unit),
                marked_by=_name_markers(reading, unit),
                far_apart=views.far_apart(unit),
                safety=line.case if line else None,
                safety_why=line.why if line else (),
                supervisor_lower=_lower(line),
                evidence=_evidence(views.evidence.get(unit)),
            )
        )
    return tuple(facts)


def group_by_domain(
    ours: Framework, theirs: Framework, units: Iterable[UnitFacts]
) -> tuple[UnitsOfDomain, ...]:
    """Return units by domain, in the order of the framework; supporting areas come last."""
    known, names = known_units(ours, theirs), {each.slug: each.name for each in ours.domains}
    grouped: dict[str, list[str]] = {slug: [] for slug in (*names, SUPPORTING)}
    for unit in units:
        slug = known[unit.unit].domain
        grouped[slug if slug in names else SUPPORTING].append(unit.unit)
    return tuple(
        UnitsOfDomain(domain=slug, name=names.get(slug, SUPPORTING_NAME), units=tuple(found))
        for slug, found in grouped.items()
        if found
    )


def collect_low(ours: Framework, reading: Reading) -> tuple[LowAnswer, ...]:
    """Return the statements that have a line beside those of the safety units."""
    return tuple(_low(ours, reading, each) for each in reading.lists.low)


def _low(ours: Framework, reading: Reading, low: LowStatement) -> LowAnswer:
    unit, statement = ours.statements[low.statement]
    theirs = reading.views.supervisor.get(unit.id) if low.supervisor else None
    return LowAnswer(
        id=statement.id,
        text=statement.text,
        unit=unit.id,
        short=unit.short,
        own=low.own,
        supervisor=low.supervisor,
        by=reading.raters.get(theirs.rater) if theirs else None,
        opens=_open_fitting(unit, statement),
    )


def _open_fitting(unit: Unit, statement: Statement) -> Do:
    """Return what opens the case that fits a statement, or every case of its unit."""
    for place, case in enumerate(unit.curriculum.vignettes, 1):
        if case.slug == statement.case:
            return do("framework vignette", unit.id, str(place))
    cases = ("--vignettes",) if unit.curriculum.vignettes else ()
    return do("framework show", unit.id, *cases)


def _has_marked(reading: Reading, theirs: Standing | None) -> bool:
    """Whether the supervisor whose answer this is has a mark on the unit that still stands."""
    return theirs is not None and theirs.rater in reading.markers.get(theirs.unit, ())


def _name_markers(reading: Reading, unit: str) -> tuple[PersonNamed, ...]:
    """Return whose mark on a unit still stands, the person first."""
    person = reading.person
    named = PersonNamed(id=person.thing, name=person.name, me=reading.mine)
    own = (named,) if unit in reading.views.own_marks else ()
    others = (reading.raters.get(each) for each in reading.markers.get(unit, ()))
    return (*own, *(each for each in others if each))


def answer_facts(
    units: Mapping[str, Unit],
    read: "Reading | BothViews",
    standing: Standing,
    *,
    bring: bool = False,
) -> UnitAnswer:
    """Return one rater's answer to one unit, with what was read along with it.

    ``bring`` is whether that rater has a mark on it that still stands.
    """
    return UnitAnswer(
        state=standing.state,
        on=standing.on,
        finished=standing.finished,
        setting=standing.setting,
        by=read.raters.get(standing.rater) if standing.supervisor else None,
        with_whom=read.agreed_with.get(standing.assessment) or None,
        earlier=standing.earlier,
        old=standing.old,
        seen=standing.seen,
        bases=tuple(dict.fromkeys(r.basis for r in standing.rests_on if r.basis)),
        bring=bring,
        show=standing.show,
        behind=tuple(dict.fromkeys(r.behind for r in standing.ratings if r.behind)),
        reasons=tuple(dict.fromkeys(r.reason for r in standing.ratings if r.reason)),
        below=tuple(_below(units, standing)),
        note=note_on_unit(read.notes, standing),
    )


def note_on_unit(notes: Mapping[str, str], standing: Standing) -> str | None:
    """Return the shared notes on a unit and on its statements as one, or None."""
    items = (standing.unit, *(rating.item for rating in standing.statements))
    things = [thing_of_rating(standing.assessment, item) for item in items]
    return " / ".join(notes[thing] for thing in things if thing in notes) or None


def statement_texts(unit: Unit, items: Iterable[str]) -> dict[str, str]:
    """Return the texts of statements by id; one that is not there any more is told by its id."""
    texts = {statement.id: statement.text for statement in unit.statements}
    return {item: texts.get(item, item) for item in items}


def _answer(
    units: Mapping[str, Unit], reading: Reading, standing: Standing | None, *, bring: bool = False
) -> UnitAnswer | None:
    return answer_facts(units, reading, standing, bring=bring) if standing else None


def _below(units: Mapping[str, Unit], standing: Standing) -> Iterator[StatementAnswer]:
    """Yield the statements of a unit that are below the top answer, those at 0 first."""
    given = {rating.item: rating for rating in standing.statements}
    texts = statement_texts(units[standing.unit], standing.state.below)
    for item in standing.state.below:
        rating = given[item]
        yield StatementAnswer(id=item, text=texts[item], asked_as=rating.asked_as, code=rating.code)


def _lower(line: SafetyLine | None) -> bool:
    return line is not None and line.supervisor_lower is not None


def _evidence(entry: Entry | None) -> UnitEvidence | None:
    return UnitEvidence(title=entry.title, on=entry.on) if entry else None
