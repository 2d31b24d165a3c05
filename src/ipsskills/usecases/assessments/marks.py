"""Marks to bring to supervision, set and ended without a new answer."""

from collections.abc import Iterator, Sequence

from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do, do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.assessment import MarksChanged
from ipsskills.method.apart import unit_of, units_of
from ipsskills.method.current import Pass, sort_latest_first
from ipsskills.method.marks import list_marked, list_standing
from ipsskills.record.types import Assessment, Person, Rating, thing_of_rating
from ipsskills.usecases.assessments.begin import AskedFor, find_wanted
from ipsskills.usecases.assessments.drafts import ToBegin
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.held import list_held
from ipsskills.usecases.reading.marks import read_marks
from ipsskills.usecases.reading.passes import open_draft, read_newest
from ipsskills.usecases.reading.view import ReaderView


def change_marks(
    desk: Desk, asked: AskedFor, *, mark: Sequence[str] = (), unmark: Sequence[str] = ()
) -> MarksChanged:
    """Set and end marks of one rater on units, all of them or none.

    A mark is kept with the rater's newest finished answer to the unit, whatever that was. Raises
    NotFound for a unit that no finished assessment of theirs asked about, and InvalidInput while
    they have a draft open that does.
    """
    with desk.writing() as view:
        wanted = find_wanted(view, asked)
        about = wanted.about
        newest = _find_newest(view, wanted, (*mark, *unmark))
        standing = _list_standing(view, about, list(newest.values()))
        new = tuple(unit for unit in dict.fromkeys(mark) if unit not in standing)
        gone = tuple(unit for unit in dict.fromkeys(unmark) if unit in standing)
        for unit in new:
            for version in _mark(view, newest[unit], unit):
                view.add(version)
        for unit in gone:
            view.add(*(view.next(r, bring=False) for r in list_marked(newest[unit], unit)))
        return MarksChanged(
            person=name_person(view, about),
            marked=new,
            unmarked=gone,
            unchanged=tuple(u for u in (*mark, *unmark) if u not in (*new, *gone)),
            names={unit.id: unit.short for unit in view.framework.units},
        )


def _find_newest(view: ReaderView, wanted: ToBegin, units: Sequence[str]) -> dict[str, Pass]:
    """Return for each unit the newest finished assessment of the rater that asked about it."""
    about, rater = wanted.about.thing, wanted.rater
    supervisor = wanted.kind is AssessmentKind.SUPERVISOR
    kinds = (wanted.kind,) if supervisor else (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)
    drafts = [draft for kind in kinds if (draft := open_draft(view, about, rater, kind))]
    busy = {unit: draft for draft in drafts for unit in units_of(draft.scope)}
    found = _read_newest(view, wanted, kinds, units)
    words = (wanted.about.name, "--as", "supervisor") if supervisor else ()
    for unit in units:
        if unit in busy:
            raise InvalidInput(
                f"There is an open draft that asks about {unit}.",
                f"Mark it there, with f: {_open_again(busy[unit], words)}",
            )
        if unit not in found:
            raise NotFound(
                f"Nothing that is finished asks about {unit} yet.",
                f"Answer it, and mark it with f: {do('assess', *words, '--unit', unit)}",
            )
    return found


def _open_again(draft: Assessment, words: tuple[str, ...]) -> Do:
    look = ("--first-look",) if draft.kind is AssessmentKind.FIRST_LOOK else ()
    return do("assess", *words, *look)


def _read_newest(
    view: ReaderView, wanted: ToBegin, kinds: Sequence[AssessmentKind], units: Sequence[str]
) -> dict[str, Pass]:
    """Return for each unit the newest finished assessment of any of these kinds, of one rater."""
    found: dict[str, Pass] = {}
    for kind in kinds:
        for unit, done in read_newest(view, wanted.about.thing, kind, wanted.rater, units).items():
            known = [found[unit]] if unit in found else []
            found[unit] = sort_latest_first([done, *known])[0]
    return found


def _list_standing(view: ReaderView, about: Person, passes: Sequence[Pass]) -> frozenset[str]:
    held = list_held(view, about.thing)
    return list_standing(read_marks(view, passes), held)


def _mark(view: ReaderView, done: Pass, unit: str) -> Iterator[Rating]:
    """Yield what marks a unit from now on; a mark that a supervision ended is taken off first."""
    ended = list_marked(done, unit)
    off = [view.next(rating, bring=False) for rating in ended]
    yield from off
    if off:
        yield view.next(off[0], bring=True)
        return
    item = next(i for i in done.assessment.scope if unit_of(i) == unit)
    if seen := done.ratings.get(item):
        yield view.next(seen, bring=True)
        return
    yield view.first(
        Rating,
        about=done.assessment.about,
        thing=thing_of_rating(done.assessment.thing, item),
        assessment=done.assessment.thing,
        item=item,
        asked_as=view.framework.asked_as(item),
        bring=True,
    )
