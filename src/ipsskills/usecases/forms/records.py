"""Makes records of a filled form: a look in its giver's name, entered by whoever takes it in."""

from ipsskills.formats.answers import Given
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.types import Framework
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
from ipsskills.record.written import NO_WORDS, as_written
from ipsskills.usecases.forms.kept import KEPT, KeptLook, find_changed, look_of, name_scale


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
        changed = find_changed(self._filled, ratings, KEPT)
        return [
            *(self._make_rating(about, given.get(i) or Given(item=i, code=None)) for i in changed),
            *(note for each in given.values() for note in self._make_note(about, each)),
            self._make_look(about, rater),
        ]

    def _make_rating(self, about: str, given: Given) -> Rating:
        own = {name: getattr(given, name) for name in KEPT}
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
