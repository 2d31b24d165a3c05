"""Pages of facts with their sources, and of crosswalks; what is not confirmed says so."""

from collections.abc import Mapping

from ipsskills.doing import do
from ipsskills.facts.systems.explained import CrosswalkFacts, FactPageFacts
from ipsskills.framework.systems.crosswalks import CrosswalkRow
from ipsskills.framework.systems.explained import Citation, Fact, Sureness
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.content.links import say_match
from ipsskills.pages.document import Block, Bullets, Commands, Entries, Heading, Page, Rule, Text
from ipsskills.pages.words import day, join_words

OUR_OWN = "project"
_SURE = {
    Sureness.SEEN: "",
    Sureness.UNCONFIRMED: "not confirmed",
    Sureness.OURS: "our reading",
}
_TOUCHES = "touches, never meets"


def compose_fact_page(facts: FactPageFacts) -> Page:
    """Return a page of facts, each with the numbers of its sources, which stand at the end."""
    sources = [source for source in facts.sources if source.id != OUR_OWN]
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    blocks: list[Block] = []
    for part in facts.parts:
        told = tuple(f"{fact.text} {_mark(fact, numbers)}" for fact in part.facts)
        blocks += [Heading(part.heading), Bullets(told)]
    blocks += [
        Heading("Sources", f"looked up by {day(facts.reviewed)}"),
        Bullets(tuple(_tell_source(source) for source in sources), numbered=True),
    ]
    if facts.see:
        rows = tuple((do("explain", name), title) for name, title in facts.see)
        blocks += [Rule(), Heading("See also"), Commands(rows)]
    lead = tuple(line for line in (facts.word, facts.lead) if line)
    return Page(facts.title, lead, tuple(blocks))


def compose_crosswalk(framework: Framework, facts: CrosswalkFacts) -> Page:
    """Return a standard with its themes and the units that touch each, by their names."""
    told = facts.crosswalk
    names = {unit.id: f"{unit.id} {unit.short}" for unit in framework.units}
    rows = tuple(("", row.theme, _tell_row(row, names)) for row in told.rows)
    apart = join_words([names.get(unit, unit) for unit in told.apart.units])
    note = [Text(told.note)] if told.note else []
    return Page(
        told.title,
        (told.about, f"{told.nation}. Source: {told.source} ({told.address})."),
        (
            Heading("Which units touch it", _TOUCHES),
            Entries(rows),
            Heading("Which do not"),
            Text(f"{told.apart.text} {apart}. (Our reading.)"),
            *note,
            Heading("What was not read"),
            Text(f"{told.unread} Looked up by {day(facts.reviewed)}."),
        ),
    )


def _tell_row(row: CrosswalkRow, names: Mapping[str, str]) -> str:
    units = join_words([names.get(unit, unit) for unit in row.units])
    return f"{units} ({say_match(row.named.value, row.sure.value, row.match.value)})"


def _mark(fact: Fact, numbers: Mapping[str, int]) -> str:
    """Return where a fact comes from and how sure it is: "[1, 3; not confirmed]"."""
    cited = ", ".join(str(numbers[source]) for source in fact.source if source in numbers)
    return f"[{'; '.join(part for part in (cited, _SURE[fact.sure]) if part)}]"


def _tell_source(source: Citation) -> str:
    return f"{source.name}: {', '.join(source.addresses)}" if source.addresses else source.name
