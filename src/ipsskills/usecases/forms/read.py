"""What a form comes to beside what is here: new, changed, the same or older, and whose look it is.

Nothing is kept. A look of the same two weeks that came another way is found here too: both are
kept, and somebody says which of them counts.
"""

from datetime import timedelta

from ipsskills.codes import AssessmentKind
from ipsskills.errors import DifferentContent, InvalidInput
from ipsskills.facts.exchange.forms import FormMet, FormOutcome, LookBeside
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.formats.forms.workbook import is_undated
from ipsskills.pages.words import day
from ipsskills.record.types import Person
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.fit import refuse_unfit
from ipsskills.usecases.forms.kept import KeptLook, as_taken, find_kept, look_of, says_the_same
from ipsskills.usecases.people.whom import name_known
from ipsskills.usecases.reading.given import SAME_DAYS
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView

_NO_DAY = "this one does not say when it was saved: a CSV never does"


def read_form(desk: Desk, arrived: FilledForm, about: Person, by: Person | None = None) -> FormMet:
    """Return what a form comes to beside what is here, before anything is asked or kept.

    ``about`` is whose practice it is about, and ``by`` whose view it is where that is a
    supervisor's. Raises InvalidInput for a form that cannot be taken, and
    DifferentContent for one of which another copy with the same number is here.
    """
    with desk.interviewing() as (view, work):
        refuse_unfit(view, arrived)
        kept = find_same_look(view, work, arrived, about)
        outcome = find_outcome(work, arrived, kept)
        rater = find_rater(view, arrived, about, by)
        new = outcome is FormOutcome.NEW
        return FormMet(
            form=look_of(arrived),
            about=name_known(view, about.thing),
            by=name_known(view, rater.thing),
            given_on=arrived.given_on,
            outcome=outcome,
            future=arrived.given_on > view.today,
            beside=find_beside(work, arrived, about, rater.thing) if new else (),
            names=tuple(work.names().values()),
        )


def find_same_look(
    view: ReaderView, work: Work, filled: FilledForm, about: Person
) -> KeptLook | None:
    """Return the look of a form as it is here. Raises InvalidInput where it is somebody else's."""
    kept = find_kept(work, filled)
    if kept and view.survivor(kept.assessment.about) != view.survivor(about.thing):
        name = name_known(view, kept.assessment.about).name
        raise InvalidInput(
            f"This look is here already, and it is about {name}. Nothing was changed.",
            "Take it in for the same person, or ask for a new form.",
        )
    return kept


def find_rater(view: ReaderView, filled: FilledForm, about: Person, by: Person | None) -> Person:
    """Return whose view a form is. Raises InvalidInput where nobody could have given it.

    A look at one's own practice is by the person it is about, whoever enters it.
    """
    if filled.kind is not AssessmentKind.SUPERVISOR:
        return about
    if by is None or view.survivor(by.thing) == view.survivor(about.thing):
        raise InvalidInput(
            "The form is a supervisor's view, and it does not say whose. Nothing was changed.",
            "Say who gave it.",
        )
    return by


def find_outcome(work: Work, filled: FilledForm, kept: KeptLook | None) -> FormOutcome:
    """Return what a form comes to. Raises DifferentContent where nobody can tell which is later.

    That is another copy of the same number, or one that does not say when it was saved.
    """
    if kept is None:
        return FormOutcome.NEW
    here, undated = kept.assessment.form_version or 0, is_undated(filled)
    if filled.version != here and not undated:
        return FormOutcome.OLDER if filled.version < here else FormOutcome.CHANGED
    if says_the_same(filled, as_taken(work, kept)):
        return FormOutcome.SAME
    raise DifferentContent(
        f"Another copy of this form is here, given on {day(kept.assessment.began)}, with other "
        f"answers, and {_NO_DAY if undated else 'neither is the later one'}. Nothing was changed.",
        "Ask which of the two is meant, and for that one to be "
        f"{'saved as .xlsx' if undated else 'kept'} and sent once more.",
    )


def find_beside(
    work: Work, filled: FilledForm, about: Person, rater: str
) -> tuple[LookBeside, ...]:
    """Return looks by the same person of the same two weeks that came no form's way."""
    near = timedelta(days=SAME_DAYS)
    return tuple(
        LookBeside(id=each.thing, on=each.finished)
        for each in list_finished(work, about.thing, filled.kind)
        if each.rater == work.survivor(rater) and each.form_version is None
        if each.finished and abs(each.finished - filled.given_on) <= near
    )
