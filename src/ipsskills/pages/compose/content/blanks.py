"""Pages to print and write on, and the list of them."""

from collections.abc import Iterable, Iterator, Sequence

from ipsskills.doing import do
from ipsskills.facts.content import HandbookFacts
from ipsskills.facts.systems.blanks import BlankFacts, ListedBlank, describe_blank
from ipsskills.framework.blanks import BlankItem, BlankPart
from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Commands,
    Heading,
    Page,
    Rule,
    Text,
)
from ipsskills.pages.words import join_words


def compose_blank(facts: BlankFacts) -> Page:
    """Return one page to write on; why it names no client stands at its head."""
    blank = facts.blank
    blocks: list[Block] = [BlankFields(blank.head)]
    for part in blank.parts:
        blocks += [Heading(part.title, part.note), *_list_items(part)]
    named = [f"{unit.id} {unit.short}" for unit in facts.units]
    blocks += [
        Rule(),
        Text(f"This page goes with {_name_units(named)}."),
        Commands(
            (
                *((do("framework show", unit.id), unit.short) for unit in facts.units),
                *((do("framework blank", each.name), each.title) for each in facts.see),
            )
        ),
    ]
    return Page(blank.title, (blank.purpose, blank.nobody_named), tuple(blocks))


def compose_blanks(blanks: Iterable[ListedBlank]) -> Page:
    """Return the list of blank pages, each with what opens it and what it is for."""
    blocks: list[Block] = []
    for each in blanks:
        blocks += [
            Heading(each.title, level=2),
            Text(each.purpose),
            Commands(((do("framework blank", each.name), _name_units(each.units)),)),
        ]
    blocks += [Rule(), Heading("Next"), Commands((PRINT,))]
    return Page("Blank pages to write on", (LEAD,), tuple(blocks))


def compose_blank_chapters(facts: HandbookFacts) -> Iterator[tuple[str, Page]]:
    """Yield each page to write on as a chapter of the handbook, with the anchor of its place."""
    for blank in facts.blanks.blanks:
        described = describe_blank(facts.framework, facts.blanks, blank)
        yield f"blank-{blank.name}", compose_blank(described)


LEAD = "Pages that activities and plans ask for. None has room for a client's name."
PRINT = (do("framework blank", "employment-plan", "-o", "plan.html"), "a page to print on A4")


def _name_units(units: Sequence[str]) -> str:
    return f"{'unit' if len(units) == 1 else 'units'} {join_words(units)}"


def _list_items(part: BlankPart) -> Iterator[Block]:
    for item in part.items:
        yield _make_block(item)


def _make_block(item: BlankItem) -> Block:
    """Return what an item is on a page: by the one way in which it is answered, or a text."""
    if item.columns:
        heads = item.heads or ("",) * item.rows
        return BlankTable(
            item.columns, heads, row_lines=item.row_lines, text=item.text, hint=item.hint
        )
    if item.choices:
        return BlankBoxes(item.choices, item.text, item.hint)
    if item.lines:
        return BlankLines(item.text, item.lines, item.hint)
    if item.fields:
        return BlankFields(item.fields)
    return Text(f"{item.text} {item.hint}".strip())
