"""Whether a form can be taken at all: asked by a framework that is here, in answers it knows."""

from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import find_not_offered
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.faults import Fault, answers_error
from ipsskills.framework.load import from_text
from ipsskills.framework.types import Framework
from ipsskills.usecases.assessments.answers_file import refuse_blank, refuse_strange
from ipsskills.usecases.forms.kept import name_scale
from ipsskills.usecases.reading.view import ReaderView


def refuse_unfit(view: ReaderView, filled: FilledForm) -> Framework:
    """Return the framework a form asked by. Raises InvalidInput for answers it does not know."""
    framework = _find_framework(view, filled)
    known = {unit.id for unit in framework.units} | set(framework.statements)
    items = [*filled.scope, *(each.item for each in filled.answers)]
    strange = [item for item in items if item not in known]
    faults = [Fault("The form", item, "It is not known.", "") for item in dict.fromkeys(strange)]
    if not strange:
        rows = [(0, each) for each in filled.answers]
        faults += find_not_offered("The form", rows, framework, filled.kind)
        reasons = {choice.key for choice in framework.scale.reasons}
        faults += [
            Fault("The form", each.item, "The reason is not known.", "")
            for each in filled.answers
            if each.reason and each.reason not in reasons
        ]
    if filled.scale != name_scale(framework, filled.kind):
        faults.append(Fault("The form", "scale", "It is not the one of its framework.", ""))
    if faults:
        raise answers_error(faults)
    refuse_strange(filled.answers, filled.scope)
    refuse_blank(filled.answers)
    return framework


def _find_framework(view: ReaderView, filled: FilledForm) -> Framework:
    """Return the framework in whose words a form asked. Raises InvalidInput if it is not here."""
    if filled.framework == view.framework.hash:
        return view.framework
    try:
        return from_text(view.framework_text(filled.framework) or "")
    except ValueError:
        raise InvalidInput(
            f"The form asked by a framework that is not here (version {filled.framework_version}). "
            "Nothing was changed.",
            "Take it in where the form was made, or ask for that record's file first.",
        ) from None
