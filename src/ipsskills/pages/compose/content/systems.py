"""Pages of the map, of domains and of sections: how the framework hangs together."""

from collections.abc import Iterable

from ipsskills.doing import do
from ipsskills.facts.systems.layout import (
    DomainFacts,
    LeansOn,
    MapFacts,
    MapPart,
    NamedUnit,
    SectionFacts,
)
from ipsskills.framework.systems.layout import Strategies, TeachingWay
from ipsskills.pages.compose.content.drawn_map import draw_map
from ipsskills.pages.document import (
    Block,
    Bullets,
    Commands,
    Drawing,
    Entries,
    Figure,
    Heading,
    Page,
    Rule,
    Text,
)
from ipsskills.pages.words import join_words, upper_first

_WITH_SOMEONE = (
    "A case may be close to something in your own life. Where a line before it says what it is "
    "about, do it with a colleague or in supervision."
)


def compose_map(facts: MapFacts, *, drawn: bool, pictured: bool = False) -> Page:
    """Return the map as a list, outermost first.

    ``drawn`` puts a picture of the same in letters above it, and ``pictured`` a real one.
    """
    blocks: list[Block] = [Drawing(draw_map(facts))] if drawn and not pictured else []
    if pictured:
        from ipsskills.pages.compose.content.map_chart import compose_empty_map

        chart = compose_empty_map(facts)
        blocks.append(Figure(chart, chart.in_words()))
    for layer in facts.layers:
        blocks.append(Heading(layer.name, layer.note))
        blocks.append(Entries(tuple((p.id, p.name, _tell_part(p)) for p in layer.parts)))
    blocks += [Text(facts.ours), Rule(), Heading("Next")]
    blocks.append(
        Commands(
            (
                (do("framework show", "D4"), "one domain, and how it leans on others"),
                (do("framework show", "1"), "one section of the curriculum"),
                (do("explain", "framework"), "how the framework was made"),
            )
        )
    )
    return Page("The map of the framework", (facts.lead,), tuple(blocks))


def compose_domain(facts: DomainFacts) -> Page:
    """Return one domain: what it is, its units, how it leans on the others."""
    part = facts.part
    blocks: list[Block] = [
        Text(facts.about),
        Heading("Its areas" if _holds_areas(part) else "Its units"),
        Entries(tuple((u.id, u.short, _tell_unit(u)) for u in part.units)),
        *_tell_leaning(facts),
        Rule(),
        Heading("Next"),
        Commands(
            (
                (do("framework show", part.units[0].id), f"{part.units[0].short}, in full"),
                (do("framework map"), "where it stands among the others"),
            )
        ),
    ]
    return Page(f"{part.id}  {part.name}", (part.covers, _tell_place(facts)), tuple(blocks))


def tell_domain(facts: DomainFacts) -> list[Block]:
    """Return the same of a supporting area, to stand on its page as a unit."""
    return [
        Heading("On the map", f"{facts.place.lower()}: {facts.place_note}"),
        Text(facts.part.covers),
        Text(facts.about),
        *_tell_leaning(facts),
    ]


def _tell_place(facts: DomainFacts) -> str:
    return f"On the map: {facts.place[:1].lower()}{facts.place[1:]}, {facts.place_note}."


def _tell_leaning(facts: DomainFacts) -> list[Block]:
    blocks = _lean("How it leans on the others", facts.leans)
    if facts.leaned_on_by:
        verb = "leans" if len(facts.leaned_on_by) == 1 else "lean"
        blocks.append(Text(f"{join_words(facts.leaned_on_by)} {verb} on it."))
    return blocks


def compose_section(facts: SectionFacts) -> Page:
    """Return one section: what it gives, its units, where to begin, how it leans on the others."""
    begin = tuple((step.unit, upper_first(step.kind), step.activity) for step in facts.begin)
    return Page(
        f"Section {facts.id}: {facts.title}",
        (facts.character,),
        (
            Heading("What you will be able to do"),
            Bullets(facts.gives),
            Heading("Its units", "what each builds on"),
            Entries(tuple((u.id, u.short, _tell_building(u)) for u in facts.units)),
            Heading("Where to begin this week", "one activity for each way of teaching"),
            Entries(begin),
            Text(_WITH_SOMEONE),
            *_lean("How it leans on the others", facts.leans, before="Section "),
            Heading("Worth knowing"),
            Bullets(facts.also),
            Rule(),
            Heading("Next"),
            Commands(
                (
                    (do("framework show", facts.units[0].id), "its first unit in full"),
                    (do("explain", "strategies"), "ways of teaching, and what each is for"),
                    (do("record", "--coverage"), "what your record shows of these units"),
                )
            ),
        ),
    )


def compose_strategies(strategies: Strategies) -> Page:
    """Return the ways of teaching, those that the guide names first."""
    blocks: list[Block] = []
    for title, named in (("Named in the guide", True), ("Added here", False)):
        ways = [way for way in strategies.ways if way.named == named]
        blocks += [Heading(title), Entries(tuple(_tell_way(way) for way in ways))]
    blocks += [
        Rule(),
        Heading("Next"),
        Commands(
            tuple(
                (do("framework show", number), f"section {number}, and where to begin in it")
                for number in ("1", "2", "3")
            )
        ),
    ]
    return Page(strategies.title, (strategies.lead,), tuple(blocks))


def _tell_way(way: TeachingWay) -> tuple[str, str, str]:
    return "", upper_first(way.kind), f"{way.purpose} {way.tip}"


def _tell_part(part: MapPart) -> str:
    names = ", ".join(f"{unit.id} {unit.short}" for unit in part.units)
    return part.covers if _is_unit(part) else f"{part.covers} ({names})"


def _tell_unit(unit: NamedUnit) -> str:
    return "" if unit.title == unit.short else unit.title


def _tell_building(unit: NamedUnit) -> str:
    return f"builds on {join_words(unit.builds_on)}" if unit.builds_on else "stands by itself"


def _lean(title: str, leans: Iterable[LeansOn], before: str = "") -> list[Block]:
    rows = tuple((f"{before}{lean.part}", lean.name, lean.how) for lean in leans)
    return [Heading(title), Entries(rows)] if rows else []


def _holds_areas(part: MapPart) -> bool:
    return all(not unit.id[0].isdigit() for unit in part.units)


def _is_unit(part: MapPart) -> bool:
    """Whether a part is a supporting area, which is its own one unit."""
    return [unit.id for unit in part.units] == [part.id]
