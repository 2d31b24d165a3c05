"""The report: one person's view on one day, strengths first, and what to do next."""

from collections.abc import Iterator, Sequence

from ipsskills.doing import do
from ipsskills.facts.report import ReportFacts
from ipsskills.pages.compose.entries.entry import make_sentence
from ipsskills.pages.compose.notes import compose_private_notes
from ipsskills.pages.compose.reports.pictures import compose_pictures
from ipsskills.pages.compose.reports.report_lines import (
    CHANCES,
    EFFORT,
    SAFETY,
    SERVICE,
    UnitLine,
)
from ipsskills.pages.compose.reports.report_words import WordedReport, word_report
from ipsskills.pages.compose.safety_words import name_opened
from ipsskills.pages.document import (
    About,
    Block,
    Bullets,
    Commands,
    Entries,
    Heading,
    Page,
    PageBreak,
    Rule,
    Text,
)
from ipsskills.pages.words import day, in_post, join_names, lower_first, upper_first

NAMED = 3
START = "First look"
ONE_VIEW = "One person's view on one day."
TWO_VIEWS = "Two people's views on the days named."
NEITHER = "Neither is the right one by itself."
NOT_A_SCORE = "Not a score, not a pass, not a fidelity rating."
OURS_TO_ARRANGE = "the service's job to arrange: not a mark against"


def compose_report(facts: ReportFacts, *, into_file: bool = False) -> Page:
    """Return a report as a page, in words turned to its reader; a file is read by anybody."""
    worded = word_report(facts, into_file=into_file)
    pictures = compose_pictures(facts.chart) if facts.chart else ()
    return report_page(worded, tuple(compose_private_notes(facts.private)), pictures)


def report_page(
    report: WordedReport, private: Sequence[Block] = (), pictures: Sequence[Block] = ()
) -> Page:
    """Return a report that is in words already as a page.

    What it is not stands in its lead, on the first sheet; ``private`` notes stand before what to do
    next, and ``pictures`` after them, on sheets of their own.
    """
    head = report.head
    whom = "you" if head.mine else head.person
    view = "first look" if report.first_look_only else "view"
    return Page(
        f"{head.person}: {'your' if head.mine else 'own'} {view} on {day(head.on)}",
        tuple(_lead(report)),
        (
            Rule(),
            *_well(report),
            *_safety(report),
            *_first(EFFORT, report.effort, str(do("explain", "order"))),
            *_first(CHANCES, report.chances, f"{OURS_TO_ARRANGE} {whom}"),
            *_block(SERVICE, report.for_the_service, "what stands in the way"),
            *_moved(report),
            *_say_not_answered(report.not_answered),
            *_block("Agreed outside this job", report.outside),
            *_block("Agreed together", report.agreed, "beside both views, which stay as they are"),
            *_first_look(report.first_look, whom, alone=report.first_look_only),
            *_block(f"{head.supervisor}'s view", report.theirs, "beside the first look"),
            *private,
            *([PageBreak(), *pictures] if pictures else [Rule()]),
            Heading("Next"),
            Commands(report.next),
        ),
        about=About(head.person),
    )


def _lead(report: WordedReport) -> Iterator[str]:
    """Yield who it is about, whose views stand on the page and what they are not."""
    head = report.head
    post = in_post(head.role, head.months_in_post, head.hours)
    yield f"{post}." if report.first_look_only else f"{post}. Looking back: {head.period}."
    if head.supervisor and head.supervisor_on:
        yield f"{head.supervisor}'s view: {day(head.supervisor_on)}."
    yield _say_whose(report)
    if report.apart_line:
        yield report.apart_line
    yield from report.contested


def _say_whose(report: WordedReport) -> str:
    """Return whose views stand on the page, and what they are not."""
    if not report.head.supervisor:
        return f"{ONE_VIEW} {NOT_A_SCORE}"
    return " ".join([TWO_VIEWS, *([NEITHER] if report.differ else []), NOT_A_SCORE])


_TWO_SCALES = (
    "A first look asks what was known before, the lists above how it goes in this job. So a unit "
    "may stand high here and still be where effort would pay; neither is compared with the other."
)


def _well(report: WordedReport) -> list[Block]:
    """Return what goes well, the rest by name alone."""
    if report.strengths:
        return _first("Going well", report.strengths)
    brings = "What you bring" if report.head.mine else f"What {report.head.person} brings"
    return _first(brings, report.brings)


def _safety(report: WordedReport) -> list[Block]:
    """Return a line for each safety unit, then those of statements that are asked as they are."""
    rows = (*_rows(report.safety), *_low_rows(report))
    if not rows:
        return []
    today = [Text(report.today)] if report.today else []
    worry = [Text(report.worry_now)] if report.safety else []
    return [Heading(SAFETY, report.cases), *today, Entries(rows), *worry]


def _low_rows(report: WordedReport) -> Iterator[tuple[str, str, str]]:
    """Yield the statements that ask for a talk today, each unit's last with the rest of it.

    That is where its unit would be going well but for them.
    """
    beside = {entry.unit: entry for entry in report.beside}
    last = {each.unit: each for each in report.low}
    for each in report.low:
        asked = f"{each.said}: {each.asks}" if each.asks else each.said
        said = f"{make_sentence(asked)} {name_opened(each.opens)}"
        if each.unit in beside and last[each.unit] is each:
            said += f"\nThe unit as a whole: {_say(beside[each.unit])}"
        yield each.unit, each.short, said


def _first(title: str, entries: Sequence[UnitLine], note: str = "") -> list[Block]:
    """Return a list with its first few told in full and the rest named.

    Where statements of a unit are below the top answer they are named, so it is told in full.
    """
    blocks = _block(title, [*entries[:NAMED], *(e for e in entries[NAMED:] if e.below)], note)
    rest = [entry for entry in entries[NAMED:] if not entry.below]
    if any(entry.code for entry in rest):
        return [*blocks, *_group(rest)]
    plain = [entry for entry in rest if not entry.beforehand]
    before = [entry for entry in rest if entry.beforehand]
    also = [Text(f"also: {_list(plain)}")] if plain else []
    also += [Text(f"also {before[0].said}: {_list(before)}")] if before else []
    return [*blocks, *also]


def _group(entries: Sequence[UnitLine]) -> Iterator[Block]:
    """Yield the units of each answer under its word, the lowest answer first, in their order.

    That is the word of most of them. A unit that is said in another, or has more to say, has that
    in brackets.
    """
    for code in sorted({entry.code for entry in entries if entry.code}):
        alike = [entry for entry in entries if entry.code is code]
        words = [entry.word for entry in alike]
        head = max(words, key=words.count)
        named = join_names([_name_apart(entry, head) for entry in alike])
        yield Text(named, label=f'also at "{head}":')


def _name_apart(entry: UnitLine, head: str) -> str:
    """Return a unit by name, with what is said of it beyond the word it stands under."""
    parts = entry.parts[1:] if entry.parts[:1] == (head,) else entry.parts
    name = f"{entry.unit} {entry.short}"
    return f"{name} ({'; '.join(parts)})" if parts else name


def _block(title: str, entries: Sequence[UnitLine], note: str = "") -> list[Block]:
    if not entries:
        return []
    return [Heading(title, note), Entries(_rows(entries))]


def _rows(entries: Sequence[UnitLine]) -> tuple[tuple[str, str, str], ...]:
    return tuple((e.unit, e.short, _say(e)) for e in entries)


def _say(entry: UnitLine) -> str:
    """Return what is said of a unit, then a line for each statement below the top answer."""
    said = f"{entry.said}{_stop(entry.said)} {_quote(entry)}" if entry.note else entry.said
    return "\n".join([said, *(f"- {each.said}: {each.short}" for each in entry.below)])


def _quote(entry: UnitLine) -> str:
    """Return the note on a unit with whose words it is in."""
    return f'{entry.note_by}: "{entry.note}"' if entry.note_by else f'"{entry.note}"'


def _stop(said: str) -> str:
    """Return what ends a sentence where it has no end: a word in quotes is none."""
    return "" if said.endswith((".", "!", "?", "…")) else "."


def _moved(report: WordedReport) -> list[Block]:
    """Return what changed: which way, then the units that moved alike on one line, by name."""
    blocks: list[Block] = []
    for direction in dict.fromkeys(entry.direction for entry in report.moved):
        alike = [entry for entry in report.moved if entry.direction == direction]
        lines = [
            f"{said}: {_list([entry for entry in alike if entry.said == said])}"
            for said in dict.fromkeys(entry.said for entry in alike)
        ]
        blocks += [Text(f"{upper_first(direction)}:", strong=True), Bullets(tuple(lines))]
    return [Heading("What changed"), *blocks] if blocks else []


def _first_look(entries: Sequence[UnitLine], whom: str, *, alone: bool) -> list[Block]:
    """Return where somebody started from: the units of one answer on one line, with their notes.

    Beside a later look it says why a unit may stand in both places (``alone``: there is none).
    """
    if not entries:
        return []
    start = "you were" if whom == "you" else f"{whom} was"
    blocks: list[Block] = [Heading(START, f"where {start} starting from")]
    for said in dict.fromkeys(entry.said for entry in entries):
        named = [_name(entry) for entry in entries if entry.said == said]
        blocks.append(Text(f"{upper_first(said)}: {join_names(named)}"))
    if marked := [entry for entry in entries if entry.marked]:
        blocks.append(Text(f"Marked to bring to supervision: {_list(marked)}"))
    return blocks if alone else [*blocks, Text(_TWO_SCALES)]


def _name(entry: UnitLine) -> str:
    name = f"{entry.unit} {entry.short}"
    return f"{name} ({lower_first(_quote(entry))})" if entry.note else name


def _say_not_answered(entries: Sequence[UnitLine]) -> list[Block]:
    """Return the units left blank by name, then those answered in part, with what is to go."""
    title = "Not answered"
    blank = [entry for entry in entries if entry.said == title.lower()]
    blocks: list[Block] = [Text(_list(blank))] if blank else []
    for said in sorted({entry.said for entry in entries} - {title.lower()}):
        alike = [entry for entry in entries if entry.said == said]
        blocks.append(Text(f"{upper_first(said)}: {_list(alike)}"))
    return [Heading(title, "nothing is assumed"), *blocks] if blocks else []


def _list(entries: Sequence[UnitLine]) -> str:
    return join_names([f"{entry.unit} {entry.short}" for entry in entries])
