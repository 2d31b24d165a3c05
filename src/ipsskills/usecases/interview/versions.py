"""Turns what an interview changed into versions of answers and notes to be recorded."""

from collections.abc import Sequence
from dataclasses import replace

from ipsskills.record.pen import Pen, in_one_go
from ipsskills.record.types import Note, Rating, thing_of_note, thing_of_rating
from ipsskills.usecases.interview.commands import NoteText
from ipsskills.usecases.interview.machine import Answer, Change, RatingChange
from ipsskills.usecases.interview.opened import OpenedAssessment


class Versions:
    """The current versions in one assessment; each new one replaces what its author saw."""

    def __init__(self, pen: Pen, opened: OpenedAssessment) -> None:
        self._pen = pen
        self._assessment = opened.assessment
        self._framework = opened.framework
        self._ratings = {rating.item: rating for rating in opened.ratings}
        own = f"{opened.assessment.thing}/"
        self._notes = {note.subject.removeprefix(own): note for note in opened.notes}

    def make(self, changes: Sequence[Change]) -> list[Rating | Note]:
        """Return what changes come to: for each item its last answer and last note.

        Raises InvalidInput for a note that cannot be kept.
        """
        last = {(type(change), change.item): change for change in changes}
        pen = replace(self._pen, now=in_one_go(self._pen.now))
        return [
            self._make_rating(pen, change.item, change.answer)
            if isinstance(change, RatingChange)
            else self._make_note(pen, change.item, change.note)
            for change in last.values()
        ]

    def list_kept(self) -> tuple[Rating | Note, ...]:
        """Return the versions that are on the disk."""
        return (*self._ratings.values(), *self._notes.values())

    def see(self, kept: Sequence[Rating | Note]) -> None:
        """Take note that these versions are on the disk now."""
        own = f"{self._assessment.thing}/"
        for version in kept:
            if isinstance(version, Rating):
                self._ratings[version.item] = version
            else:
                self._notes[version.subject.removeprefix(own)] = version

    def _make_rating(self, pen: Pen, item: str, answer: Answer) -> Rating:
        own = {
            "code": answer.code,
            "reason": answer.reason,
            "basis": answer.basis,
            "behind": answer.behind,
            "bring": answer.bring,
            "show": answer.show,
            "visit": answer.seen.visit if answer.seen else None,
            "seen_on": answer.seen.day if answer.seen else None,
        }
        if seen := self._ratings.get(item):
            return pen.next(seen, **own)
        assessment = self._assessment
        return pen.first(
            Rating,
            about=assessment.about,
            thing=thing_of_rating(assessment.thing, item),
            assessment=assessment.thing,
            item=item,
            asked_as=self._framework.asked_as(item),
            **own,
        )

    def _make_note(self, pen: Pen, item: str, note: NoteText) -> Note:
        if seen := self._notes.get(item):
            return pen.next(seen, text=note.text, shared=note.shared)
        subject = thing_of_rating(self._assessment.thing, item)
        return pen.first(
            Note,
            about=self._assessment.about,
            thing=thing_of_note(subject),
            subject=subject,
            text=note.text,
            shared=note.shared,
        )
