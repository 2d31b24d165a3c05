"""What a form asks: each item with its words, its question, and the answers that are offered."""

from collections.abc import Iterator
from typing import Any

from ipsskills.codes import AssessmentKind, list_offered
from ipsskills.facts.forms.form import FormFacts
from ipsskills.framework.scale import Choice
from ipsskills.framework.types import Framework, Statement, Unit
from ipsskills.pages.compose.forms.lines import list_asked_units
from ipsskills.pages.statements import ON_A_LINE, short_form
from ipsskills.pages.words import months, say_in_practice, upper_first


def list_questions(facts: FormFacts) -> list[dict[str, Any]]:
    """Return everything that is asked, in order, as plain data."""
    return [_put(facts, item) for item in facts.scope]


def list_units(facts: FormFacts) -> list[dict[str, Any]]:
    """Return the units that are asked about, each once, with what they cover."""
    units = list_asked_units(facts)
    return [_show_unit(facts.framework, facts.framework.by_id[unit]) for unit in units]


def list_choices(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    """Return a short list to choose from as plain data."""
    return [{"key": each.key, "label": each.label, "means": each.means} for each in choices]


def _show_unit(framework: Framework, unit: Unit) -> dict[str, Any]:
    looks_like = unit.curriculum.in_practice
    return {
        "id": unit.id,
        "short": unit.short,
        "title": unit.title,
        "domain": next((d.name for d in framework.domains if d.slug == unit.domain), ""),
        "askedAs": unit.asked_as,
        "safety": framework.is_safety(unit.id),
        "words": _list_words(framework, unit),
        "about": say_in_practice(looks_like) if looks_like else unit.curriculum.purpose,
        "purpose": unit.curriculum.purpose if looks_like else "",
        "statements": [
            {"id": each.id, "text": each.text, "points": list(each.points)}
            for each in unit.live_statements
        ],
    }


def _put(facts: FormFacts, item: str) -> dict[str, Any]:
    framework = facts.framework
    unit = framework.by_id[item.partition("/")[0]]
    statement = framework.statements[item][1] if item in framework.statements else None
    asked_as = framework.asked_as(item)
    return {
        "item": item,
        "unit": unit.id,
        "number": _number(unit, statement),
        "text": statement.text if statement else "",
        "points": list(statement.points) if statement else [],
        "short": short_form(statement.text, ON_A_LINE) if statement else "",
        "low": _tell_low(framework, statement),
        "askedAs": asked_as,
        "question": _ask(facts, unit, statement),
        "options": list(_list_options(facts, unit, statement)),
    }


def _tell_low(framework: Framework, statement: Statement | None) -> str:
    """Return a statement as its line beside those of the safety units has it; "" where it has none.

    A low answer to it has one where it is asked the safety way in another unit.
    """
    told = [each for _, each in framework.list_safety_statements() if each == statement]
    return short_form(told[0].text) if told else ""


def _list_words(framework: Framework, unit: Unit) -> dict[str, str]:
    """Return the word for each answer that can stand for a unit."""
    scale = framework.scale
    anchors = {**scale.other_answers, **scale.ways[unit.asked_as].anchors}
    return {code: anchors[code].you for code in list_offered(unit.asked_as)}


def _number(unit: Unit, statement: Statement | None) -> str:
    if statement is None:
        return unit.id
    return f"{unit.id}/{unit.live_statements.index(statement) + 1}"


def _ask(facts: FormFacts, unit: Unit, statement: Statement | None) -> str:
    scale = facts.framework.scale
    if facts.kind is AssessmentKind.FIRST_LOOK:
        return scale.first_look.question
    way = scale.ways[statement.asked_as if statement else unit.asked_as]
    own = None if statement else unit.question
    if facts.kind is AssessmentKind.SUPERVISOR:
        asked = way.supervisor_question
    else:
        asked = own or way.question
    return asked.format(period=months(facts.period_months))


def _list_options(
    facts: FormFacts, unit: Unit, statement: Statement | None
) -> Iterator[dict[str, str]]:
    """Yield the answers offered, as the interview words them."""
    scale = facts.framework.scale
    asked_as = statement.asked_as if statement else unit.asked_as
    first = facts.kind is AssessmentKind.FIRST_LOOK
    anchors = scale.first_look.anchors if first else scale.ways[asked_as].anchors
    own = unit.anchors if facts.kind is AssessmentKind.SELF and statement is None else {}
    for code in list_offered(asked_as, facts.kind):
        anchor = anchors.get(code) or scale.other_answers[code]
        if facts.kind is AssessmentKind.SUPERVISOR and code.rated:
            yield {
                "code": code,
                "label": upper_first(anchor.they),
                "means": "",
                "said": anchor.they,
            }
        else:
            means = own.get(code) or anchor.means
            said = anchor.they if facts.kind is AssessmentKind.SUPERVISOR else anchor.you
            yield {"code": code, "label": anchor.label, "means": means, "said": said}
