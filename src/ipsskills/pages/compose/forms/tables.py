"""All that a form in a browser holds, as plain data: what it asks, and what answers come to."""

from typing import Any

from ipsskills.codes import AssessmentKind, Basis
from ipsskills.facts.forms.cases import AnswerCase, StatementStates
from ipsskills.facts.forms.form import FormFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.method.lists import BRINGS
from ipsskills.pages.compose.forms.lines import tabulate_lines, tabulate_moves
from ipsskills.pages.compose.forms.questions import list_choices, list_questions, list_units
from ipsskills.pages.compose.forms.words import tell_form
from ipsskills.pages.compose.reports.report import NAMED


def compose_tables(facts: FormFacts) -> dict[str, Any]:
    """Return what a form holds, ready to be written as JSON."""
    scale, first = facts.framework.scale, facts.kind is AssessmentKind.FIRST_LOOK
    return {
        "form": facts.form,
        "made": facts.made.isoformat(),
        "program": facts.program,
        "kind": facts.kind,
        "about": _name(facts.about),
        "maker": {**_name(facts.maker), "role": facts.maker_role},
        "key": facts.key,
        "periodMonths": facts.period_months,
        "scale": name_scale(scale, facts.kind),
        "framework": facts.framework_hash,
        "frameworkVersion": facts.framework_version,
        "questions": list_questions(facts),
        "units": list_units(facts),
        "choices": {
            "reason": list_choices(scale.reasons),
            "behind": list_choices(scale.behind),
            "basis": list_choices(scale.bases),
        },
        "words": tell_form(facts),
        "named": NAMED,
        "bringsFrom": list(BRINGS),
        "cases": [_name_case(each) for each in facts.cases],
        "states": _spell_states(facts.states) if facts.states else None,
        "belowRank": {"0": 0, "1": 1, "2": 1},
        "seenBases": [each.value for each in Basis if each.seen],
        **tabulate_lines(facts),
        "moves": {} if first else tabulate_moves(facts),
        "shapes": [vars(each) for each in facts.shapes],
    }


def name_scale(scale: Scale, kind: AssessmentKind) -> str:
    """Return the version of the answers that a form of this kind offers."""
    return scale.first_look.version if kind is AssessmentKind.FIRST_LOOK else scale.version


def _name(person: PersonNamed | None) -> dict[str, str]:
    return {"id": person.id, "name": person.name} if person else {"id": "", "name": ""}


def _name_case(case: AnswerCase) -> str:
    """Return the key of an answer with its marks: code or state, "!", "*", what is behind it."""
    bring, show = "!" if case.bring else "", "*" if case.show else ""
    given = case.code or "" if case.state is None else _letter(case.state)
    return f"{given}{bring}{show}{case.behind or ''}"


def _spell_states(states: StatementStates) -> dict[str, Any]:
    """Return the states as strings, a letter for each number."""
    by_many = {str(many): "".join(map(_letter, found)) for many, found in states.by_many.items()}
    by_rated = "".join(map(_letter, states.by_rated))
    values = {_letter(number): state.value for number, state in enumerate(states.states)}
    return {
        "middles": states.middles,
        "others": list(states.others),
        "byRated": by_rated,
        "byMany": by_many,
        "values": values,
    }


def _letter(number: int) -> str:
    return "-" if number < 0 else chr(ord("a") + number)
