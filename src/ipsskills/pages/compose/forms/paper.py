"""A form to print and fill in by hand: what the answers mean, then a box an answer, by unit."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ipsskills.codes import AssessmentKind
from ipsskills.facts.forms.form import FormFacts
from ipsskills.pages.compose.forms.questions import list_questions, list_units
from ipsskills.pages.compose.forms.words import list_beside, name_form, tell_form
from ipsskills.pages.document import (
    About,
    BlankBoxes,
    BlankFields,
    Block,
    Bullets,
    Entries,
    Heading,
    Page,
    Text,
)

_HOW = "Tick one box for each; leave out what you do not want to answer."
_KEPT = (
    "What you hand in is kept in the service's training record, and your employer may have to "
    "produce it if asked: write nothing you would not want read out."
)
_MARKS = ("Bring to supervision", "Could show a colleague")


def compose_paper(facts: FormFacts) -> Page:
    """Return a form as a page to print; who types it in reads the codes before the answers."""
    words, units = tell_form(facts), {each["id"]: each for each in list_units(facts)}
    asked = list_questions(facts)
    name = facts.about.name if facts.about else ""
    before, beside = dict(words["before"]), list_beside(facts, asked)
    blocks: list[Block] = [
        BlankFields(tuple(_list_fields(facts))),
        Heading("What the answers mean"),
        *_tell_answers(facts, asked),
    ]
    for domain, rows in groupby(asked, key=lambda row: units[row["unit"]]["domain"]):
        blocks.append(Heading(domain))
        for row in rows:
            told = beside.get(row["item"], ("", ""))
            blocks += _ask(facts, row, units[row["unit"]], told)
    lead = (
        f"{say_purpose(facts)} {words['lead']} {_HOW}",
        f"Give it to {facts.maker.name}. {_KEPT} {before['Names']}",
        words["worry"],
    )
    return Page(name_form(facts), lead, tuple(blocks), about=About(name))


def _list_fields(facts: FormFacts) -> Iterator[str]:
    if facts.about is None:
        yield "Whose practice"
    if facts.kind is AssessmentKind.SUPERVISOR:
        yield "Whose view"
    yield "Day you give these answers"


def say_purpose(facts: FormFacts) -> str:
    """Return what a form is for that ends in no page of its own."""
    if facts.kind is AssessmentKind.SUPERVISOR:
        whom = facts.about.name if facts.about else "somebody"
        return (
            f"Your view of {whom}'s practice, so that the two of you can talk it over. Neither "
            "view is the right one by itself."
        )
    if facts.kind is AssessmentKind.FIRST_LOOK:
        return "Where you are starting from, in your first weeks. It is no test."
    return (
        "Your own practice, looked at before supervision, strengths first. It is no test, no score "
        "and no pass."
    )


def _tell_answers(facts: FormFacts, asked: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    """Yield what the answers mean, once for each question that is asked in a way of its own."""
    told: dict[tuple[tuple[str, str, str], ...], str] = {}
    for row in asked:
        if means := tuple(
            (e["code"], e["label"], e["means"]) for e in row["options"] if e["means"]
        ):
            told.setdefault(means, row["question"])
    if facts.kind is AssessmentKind.SUPERVISOR:
        yield Entries(tuple(dict.fromkeys(each for means in told for each in means)))
        told = {}
    for means, question in told.items():
        yield Text(question, strong=True)
        yield Entries(means)
    if facts.kind is not AssessmentKind.FIRST_LOOK:
        reasons = [each.label for each in facts.framework.scale.reasons]
        yield Text(f"{'; '.join(reasons)}.", label="With x write in the note which it is:")
    if facts.kind is AssessmentKind.SUPERVISOR:
        bases = "; ".join(f"{each.key} {each.label}" for each in facts.framework.scale.bases)
        yield Text(f"{bases}.", label="What it rests on:")


def _ask(
    facts: FormFacts, row: Mapping[str, Any], unit: Mapping[str, Any], told: tuple[str, str]
) -> Iterator[Block]:
    """Yield an item, a box an answer, a line for a note."""
    yield Heading(f"{row['number']}  {row['text'] or unit['title']}", level=2)
    if row["points"]:
        yield Bullets(tuple(row["points"]))
    boxes = tuple(f"{each['code']}  {each['label']}" for each in row["options"])
    yield BlankBoxes(boxes, row["question"])
    worry, low = told
    if worry or low:
        yield Text(low, label=worry)
    if facts.kind is AssessmentKind.SELF:
        yield BlankBoxes(_MARKS)
    by = facts.kind is AssessmentKind.SUPERVISOR
    yield BlankFields(("Rests on", "Note") if by else ("Note",))
