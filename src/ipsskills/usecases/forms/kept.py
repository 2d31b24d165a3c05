"""A look that a form gave before, as it is here, and what a copy of the form says otherwise."""

from collections.abc import Mapping, Sequence

from ipsskills.codes import AssessmentKind
from ipsskills.formats.answers import Given
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.record.ids import derive_id
from ipsskills.record.types import Assessment, Note, Rating, thing_of_note, thing_of_rating
from ipsskills.record.work import Work

ANSWER = ("code", "reason", "basis", "behind")
KEPT = (*ANSWER, "bring", "show")


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
    return not find_changed(filled, ratings, KEPT)


def _values(of: Rating | Given, fields: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(of, name) or None for name in fields)
