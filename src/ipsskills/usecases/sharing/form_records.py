"""Makes records of a filled form: a look in its giver's name, entered by whoever takes it in."""

from collections.abc import Mapping, Sequence

from ipsskills.codes import AssessmentKind
from ipsskills.formats.answers import Given
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.record.ids import derive_id
from ipsskills.record.pen import Pen
from ipsskills.record.types import (
    Assessment,
    Note,
    Rating,
    Record,
    State,
    thing_of_note,
    thing_of_rating,
)
from ipsskills.record.work import Work
from ipsskills.record.written import NO_WORDS, as_written

ANSWER = ("code", "reason", "basis", "behind")
_KEPT = (*ANSWER, "bring", "show")


@dataclass(frozen=True, kw_only=True)
class KeptLook:
    """A look that a form gave before: its assessment, and the answers and notes it holds now."""

    assessment: Assessment
    ratings: Mapping[str, Rating]
    notes: Mapping[str, Note]


def look_of(filled: FilledForm) -> str:
    """Return the thing of the look that a form gives: the same wherever it is taken in."""
    return derive_id("look", filled.form, filled.look)


def name_scale(framework: Framework, kind: AssessmentKind) -> str:
    """Return the version of the scale that a kind of look is given on."""
    scale = framework.scale
    return scale.first_look.version if kind is AssessmentKind.FIRST_LOOK else scale.version


def find_kept(work: Work, filled: FilledForm) -> KeptLook | None:
    """Return the look of a form as it is here, or None where it never came."""
    thing = look_of(filled)
    found = work.current(Assessment, thing=thing)
    if not found:
        return None
    ratings = {each.item: each for each in work.current(Rating, assessment=thing)}
    on = [thing_of_note(thing_of_rating(thing, item)) for item in list_items(filled, ratings)]
    notes = {each.subject.removeprefix(f"{thing}/"): each for each in work.current(Note, thing=on)}
    return KeptLook(assessment=found[0], ratings=ratings, notes=notes)


def list_items(filled: FilledForm, ratings: Mapping[str, Rating]) -> tuple[str, ...]:
    """Return every item that a form answers or that was answered before, each once."""
    return tuple(dict.fromkeys([*(each.item for each in filled.answers), *ratings]))


def as_taken(work: Work, kept: KeptLook) -> dict[str, Rating]:
    """Return the answers as they were when the form was taken in: what was put right is later."""
    closed, found = kept.assessment.at, {}
    for item, rating in kept.ratings.items():
        before = [rating] if rating.at <= closed else work.history(Rating, rating.thing)
        then = [each for each in before if each.at <= closed]
        if then:
            found[item] = then[-1]
    return found


def find_changed(
    filled: FilledForm, ratings: Mapping[str, Rating], fields: Sequence[str] = ANSWER
) -> tuple[str, ...]:
    """Return the items of which a form says something else than answers that are here."""
    given = {each.item: each for each in filled.answers}
    return tuple(
        item
        for item in list_items(filled, ratings)
        if _values(given.get(item) or Given(item=item, code=None), fields)
        != _values(ratings.get(item) or Given(item=item, code=None), fields)
    )


def says_the_same(filled: FilledForm, ratings: Mapping[str, Rating]) -> bool:
    """Whether a form gives the very answers and marks that are here."""
    return not find_changed(filled, ratings, _KEPT)


class FormRecords:
    """Makes the versions that a form comes to; ``kept`` is what its look holds already."""

    def __init__(
        self, pen: Pen, framework: Framework, filled: FilledForm, kept: KeptLook | None
    ) -> None:
        self._pen = pen
        self._framework = framework
        self._filled = filled
        self._kept = kept
        self._thing = look_of(filled)

    def make(self, about: str, rater: str) -> list[Record]:
        """Return answers, notes and, last, the look itself; ``about`` and ``rater`` are person ids.

        Raises InvalidInput for what cannot be kept.
        """
        ratings = self._kept.ratings if self._kept else {}
        given = {each.item: each for each in self._filled.answers}
        changed = find_changed(self._filled, ratings, _KEPT)
        return [
            *(self._make_rating(about, given.get(i) or Given(item=i, code=None)) for i in changed),
            *(note for each in given.values() for note in self._make_note(about, each)),
            self._make_look(about, rater),
        ]

    def _make_rating(self, about: str, given: Given) -> Rating:
        own = {name: getattr(given, name) for name in _KEPT}
        if self._kept and (seen := self._kept.ratings.get(given.item)):
            return self._pen.next(seen, visit=None, seen_on=None, **own)
        return self._pen.first(
            Rating,
            about=about,
            thing=thing_of_rating(self._thing, given.item),
            assessment=self._thing,
            item=given.item,
            asked_as=self._framework.asked_as(given.item),
            **own,
        )

    def _make_note(self, about: str, given: Given) -> list[Note]:
        """Return the note on an answer, if it is new, was changed or was taken back."""
        seen = self._kept.notes.get(given.item) if self._kept else None
        text = as_written(given.note) if given.note else NO_WORDS
        if (text, given.shared and bool(text)) == (
            (seen.text, seen.shared) if seen else ("", False)
        ):
            return []
        if seen:
            return [self._pen.next(seen, text=text, shared=given.shared)]
        subject = thing_of_rating(self._thing, given.item)
        return [
            self._pen.first(
                Note,
                about=about,
                thing=thing_of_note(subject),
                subject=subject,
                text=text,
                shared=given.shared,
            )
        ]

    def _make_look(self, about: str, rater: str) -> Assessment:
        filled, given_on = self._filled, self._filled.given_on
        if self._kept:
            own = {"scope": filled.scope, "began": given_on, "finished": given_on}
            return self._pen.next(self._kept.assessment, form_version=filled.version, **own)
        return self._pen.first(
            Assessment,
            about=about,
            thing=self._thing,
            kind=filled.kind,
            rater=rater,
            state=State.FINISHED,
            scope=filled.scope,
            period_months=filled.period_months,
            scale=name_scale(self._framework, filled.kind),
            framework=self._framework.hash,
            began=given_on,
            finished=given_on,
            form_version=filled.version,
        )


def _values(of: Rating | Given, fields: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(of, name) or None for name in fields)
