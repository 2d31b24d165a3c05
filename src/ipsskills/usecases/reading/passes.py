"""Reads the assessments a page needs, and no more: histories grow, pages must stay quick."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.framework.types import Framework
from ipsskills.method.apart import unit_of, units_of
from ipsskills.method.current import Pass, Visit
from ipsskills.record.reads import Reads
from ipsskills.record.types import Assessment, Entry, Note, Objection, Rating, State, thing_of_note
from ipsskills.usecases.reading.view import ReaderView

DEPTH = 2


def read_passes(
    work: ReaderView,
    framework: Framework,
    about: str,
    until: date | None = None,
) -> tuple[Pass, ...]:
    """Return finished self-assessments of a person, the latest first.

    For each unit the last two that asked about it are read, which is what a page needs to tell
    where things are and what changed; where all of it is kept apart, the latest, with nothing in
    it.
    """
    done = list_finished(work, about, AssessmentKind.SELF, until)
    return _with_ratings(work, _find_needed(framework, done) or done[:1])


def list_finished(
    work: Reads, about: str, kind: AssessmentKind, until: date | None = None
) -> list[Assessment]:
    """Return the finished assessments of a kind about a person, the latest first.

    One that was set aside for another of the same days is not among them.
    """
    found = [each for each in _read_finished(work, about, kind) if each.set_aside is None]
    dated = [
        _by_one_id(work, a) for a in found if until is None or (a.finished or a.began) <= until
    ]
    return sorted(dated, key=lambda a: (a.finished or a.began, a.at, a.id), reverse=True)


def list_set_aside(work: Reads, about: str, kind: AssessmentKind) -> list[Assessment]:
    """Return the finished assessments of a kind that were set aside for another."""
    return [_by_one_id(work, a) for a in _read_finished(work, about, kind) if a.set_aside]


def _read_finished(work: Reads, about: str, kind: AssessmentKind) -> tuple[Assessment, ...]:
    return work.current(Assessment, about=about, kind=kind, state=State.FINISHED)


def read_all(
    work: ReaderView, about: str, kind: AssessmentKind, until: date | None = None
) -> tuple[Pass, ...]:
    """Return every finished assessment of a kind about a person, whoever's, the latest first."""
    return _with_ratings(work, list_finished(work, about, kind, until))


def read_earlier(
    work: ReaderView, about: str, units: Collection[str], known: Collection[str]
) -> tuple[Pass, ...]:
    """Return a person's own finished assessments of these units, but for those ``known`` by thing.

    Only the answers to these units are in them.
    """
    done = [a for a in list_finished(work, about, AssessmentKind.SELF) if a.thing not in known]
    asked = {a.thing: [i for i in a.scope if unit_of(i) in units] for a in done}
    done = [a for a in done if asked[a.thing]]
    items = {*units, *(item for each in done for item in asked[each.thing])}
    return _with_ratings(work, done, item=sorted(items))


def read_newest(
    work: ReaderView, about: str, kind: AssessmentKind, rater: str, units: Collection[str]
) -> dict[str, Pass]:
    """Return for each of the units a rater's newest finished assessment that asked about it.

    Units that none asked about are left out.
    """
    newest: dict[str, Assessment] = {}
    for done in list_finished(work, about, kind):
        if done.rater == rater:
            for unit in units_of(done.scope) & frozenset(units):
                newest.setdefault(unit, done)
    read = _with_ratings(work, list({a.thing: a for a in newest.values()}.values()))
    by_thing = {each.assessment.thing: each for each in read}
    return {unit: by_thing[done.thing] for unit, done in newest.items()}


def read_pass(work: ReaderView, about: str, kind: AssessmentKind, on: date) -> tuple[Pass, ...]:
    """Return the assessment of a kind about a person that was finished on a day, if there is one.

    Of several on one day it is the last.
    """
    return _with_ratings(
        work, [a for a in list_finished(work, about, kind) if a.finished == on][:1]
    )


def at_finish(work: ReaderView, done: Pass) -> Pass:
    """Return an assessment with its answers as they were when it was finished.

    What was put right later is a later version of an answer; only those are looked into.
    """
    closed = done.assessment.at
    later = tuple(rating.thing for rating in done.ratings.values() if rating.at > closed)
    if not later:
        return done
    then = {v.thing: v for v in work.every(Rating, {"thing": later}) if v.at <= closed}
    was = {i: then.get(r.thing) if r.at > closed else r for i, r in done.ratings.items()}
    ratings = {item: rating for item, rating in was.items() if rating}
    return replace(done, ratings=ratings, visits=_read_visits(work, ratings.values()))


def open_draft(work: ReaderView, about: str, rater: str, kind: AssessmentKind) -> Assessment | None:
    """Return the one open draft of a person, rater and kind, or None."""
    found = work.current(Assessment, about=about, rater=rater, kind=kind, state=State.DRAFT)
    return found[-1] if found else None


def shared_notes(work: ReaderView, about: str) -> dict[str, str]:
    """Return the shared notes about a person by the thing each is about."""
    notes = work.current(Note, about=about)
    return {note.subject: note.text for note in notes if note.shared and note.text}


def note_on(rating: Rating) -> str:
    """Return the thing of the note on an answer."""
    return thing_of_note(rating.thing)


def _by_one_id(work: Reads, kept: Assessment) -> Assessment:
    """Return an assessment whose rater and author are named by the id that stands for them.

    To be compared and shown, never to be kept: what a record said stays as it was said.
    """
    rater, author = work.survivor(kept.rater), work.survivor(kept.author)
    if (rater, author) == (kept.rater, kept.author):
        return kept
    return replace(kept, rater=rater, author=author)


def _find_needed(framework: Framework, done: Sequence[Assessment]) -> list[Assessment]:
    to_find = {unit.id: DEPTH for unit in framework.units}
    units = {scope: units_of(scope) for scope in {assessment.scope for assessment in done}}
    needed = []
    for assessment in done:
        if not any(to_find.values()):
            break
        wanted = [unit for unit in units[assessment.scope] if to_find.get(unit, 0) > 0]
        if wanted:
            needed.append(assessment)
        for unit in wanted:
            to_find[unit] -= 1
    return needed


def _with_ratings(
    work: ReaderView, done: Sequence[Assessment], **only: Sequence[str]
) -> tuple[Pass, ...]:
    """Return assessments with their answers, or ``only`` those that fit."""
    things = [a.thing for a in done]
    ratings: dict[str, dict[str, Rating]] = {thing: {} for thing in things}
    if things:
        for rating in work.select(Rating, {"assessment": things, **only}):
            ratings[rating.assessment][rating.item] = rating
    visits = _read_visits(work, (r for given in ratings.values() for r in given.values()))
    contested = list_contested(work, {a.about for a in done})
    return tuple(Pass(a, ratings[a.thing], visits, a.thing in contested) for a in done)


def list_contested(work: Reads, people: Collection[str]) -> frozenset[str]:
    """Return the things about these people (ids) that they contest, and that are not settled."""
    found = work.select(Objection, {"about": sorted(people)}) if people else ()
    return frozenset(each.subject for each in found if each.settled is None)


def _read_visits(work: ReaderView, ratings: Iterable[Rating]) -> Mapping[str, Visit]:
    """Return the observations that answers name, as they are kept now; none that was taken back."""
    named = {rating.visit for rating in ratings if rating.visit}
    found = work.current(Entry, thing=tuple(named), removed=False) if named else ()
    return {entry.thing: Visit(entry.on, entry.title) for entry in found}
