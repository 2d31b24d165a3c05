"""The report: one person's view on one day, strengths first, and what to do next."""

from collections.abc import Iterator, Sequence

from ipsskills.doing import do
from ipsskills.facts.report import ReportFacts
from ipsskills.pages.compose.entries.entry import make_sentence
from ipsskills.pages.compose.notes import compose_private_notes
from ipsskills.pages.compose.reports.pictures import compose_pictures
from ipsskills.pages.compose.reports.report_lines import UnitLine
from ipsskills.pages.compose.reports.report_words import WordedReport, word_report
from ipsskills.pages.compose.safety_words import name_opened
from ipsskills.pages.document import About, Block, Commands, Entries, Heading, Page, Rule, Text
from ipsskills.pages.words import day, in_post, join_words, lower_first, upper_first

NAMED = 3
NOT_A_SCORE = "One person's view on one day. Not a score, not a pass, not a fidelity rating."


def compose_report(facts: ReportFacts, *, into_file: bool = False) -> Page:
    """Return a report as a page, in words turned to its reader; a file is read by anybody."""
    worded = word_report(facts, into_file=into_file)
    pictures = compose_pictures(facts.chart) if facts.chart else ()
    return report_page(worded, tuple(compose_private_notes(facts.private)), pictures)


def report_page(
    report: WordedReport, private: Sequence[Block] = (), pictures: Sequence[Block] = ()
) -> Page:
    """Return a report that is in words already as a page.

    ``private`` notes and ``pictures`` stand before its end.
    """
    head = report.head
    whom = "you" if head.mine else head.person
    post = in_post(head.role, head.months_in_post, head.hours)
    lead = [f"{post}." if report.first_look_only else f"{post}. Looking back: {head.period}."]
    if head.supervisor and head.supervisor_on:
        lead.append(f"{head.supervisor}'s view: {day(head.supervisor_on)}.")
    view = "first look" if report.first_look_only else "view"
    return Page(
        f"{head.person}: {'your' if head.mine else 'own'} {view} on {day(head.on)}",
        (*lead, *([report.apart_line] if report.apart_line else [])),
        (
            Rule(),
            *_well(report),
            *_safety(report),
            *_first("Where effort would pay first", report.effort, str(do("explain", "order"))),
            *_first("Chances to arrange", report.chances, f"not a mark against {whom}"),
            *_block("For the service", report.for_the_service, "what stands in the way"),
            *_moved(report),
            *_say_not_answered(report.not_answered),
            *_block("Agreed outside this job", report.outside),
            *_block("Agreed together", report.agreed, "beside both views, which stay as they are"),
            *_first_look(report.first_look, whom),
            *_block(f"{head.supervisor}'s view", report.theirs, "beside the first look"),
            *private,
            *pictures,
            Rule(),
            Text(NOT_A_SCORE),
            Heading("Next"),
            Commands(report.next),
        ),
        about=About(head.person),
    )


def _well(report: WordedReport) -> list[Block]:
    """Return what goes well, the rest by name alone: nothing has to be typed for those."""
    if report.strengths:
        return _first("Going well", report.strengths, numbered=False)
    brings = "What you bring" if report.head.mine else f"What {report.head.person} brings"
    return _first(brings, report.brings, numbered=False)


def _safety(report: WordedReport) -> list[Block]:
    """Return a line for each safety unit, then those of statements that are asked as they are."""
    rows = (*_rows(report.safety), *_low_rows(report))
    if not rows:
        return []
    today = [Text(report.today)] if report.today else []
    worry = [Text(report.worry_now)] if report.safety else []
    return [Heading("Safety, every time", lower_first(report.cases)), *today, Entries(rows), *worry]


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


def _first(
    title: str, entries: Sequence[UnitLine], note: str = "", *, numbered: bool = True
) -> list[Block]:
    """Return a list with its first few told in full and the rest named, with their numbers or not.

    Where statements of a unit are below the top answer they are named, so it is told in full.
    """
    blocks = _block(title, [*entries[:NAMED], *(e for e in entries[NAMED:] if e.below)], note)
    rest = [entry for entry in entries[NAMED:] if not entry.below]
    if any(entry.code for entry in rest):
        return [*blocks, *_group(rest)]
    names = _list(rest) if numbered else join_words([entry.short for entry in rest])
    return [*blocks, *([Text(f"also: {names}")] if rest else [])]


def _group(entries: Sequence[UnitLine]) -> Iterator[Block]:
    """Yield the units of each answer under its word, the lowest answer first.

    That word is the one most of them share; a unit with another, or more to say, keeps its own,
    which several share if they have nothing else to say.
    """
    for code in sorted({entry.code for entry in entries if entry.code}):
        alike = [entry for entry in entries if entry.code is code]
        words = [entry.word for entry in alike]
        head = max(words, key=words.count)
        own = [entry.parts for entry in alike if len(entry.parts) == 1 and entry.parts != (head,)]
        shared = [parts for parts in dict.fromkeys(own) if own.count(parts) > 1]
        rest = [_name_apart(entry, head) for entry in alike if entry.parts not in shared]
        told = [join_words(rest)] if rest else []
        told += [f"{each[0]}: {_list([e for e in alike if e.parts == each])}" for each in shared]
        yield Text("; ".join(told), label=f'also at "{head}":')


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
    said = f'{entry.said}{_stop(entry.said)} "{entry.note}"' if entry.note else entry.said
    return "\n".join([said, *(f"- {each.said}: {each.short}" for each in entry.below)])


def _stop(said: str) -> str:
    """Return what ends a sentence where it has no end: a word in quotes is none."""
    return "" if said.endswith((".", "!", "?", "…")) else "."


def _moved(report: WordedReport) -> list[Block]:
    """Return what changed: the units that moved alike on one line, each by name."""
    blocks: list[Block] = []
    for said in dict.fromkeys(entry.said for entry in report.moved):
        alike = [entry for entry in report.moved if entry.said == said]
        blocks.append(Text(_list(alike), label=f"{said}:"))
    return [Heading("What changed", report.moved_since), *blocks] if blocks else []


def _first_look(entries: Sequence[UnitLine], whom: str) -> list[Block]:
    """Return where somebody started from: the units of one answer on one line, with their notes."""
    if not entries:
        return []
    start = "you were" if whom == "you" else f"{whom} was"
    blocks: list[Block] = [Heading("First look", f"where {start} starting from")]
    for said in dict.fromkeys(entry.said for entry in entries):
        named = [_name(entry) for entry in entries if entry.said == said]
        blocks.append(Text(f"{upper_first(said)}: {join_words(named)}"))
    if marked := [entry for entry in entries if entry.marked]:
        blocks.append(Text(f"Marked to bring to supervision: {_list(marked)}"))
    return blocks


def _name(entry: UnitLine) -> str:
    name = f"{entry.unit} {entry.short}"
    return f'{name} ("{entry.note}")' if entry.note else name


def _say_not_answered(entries: Sequence[UnitLine]) -> list[Block]:
    """Return the units left blank by name, then those answered in part, with what is to go."""
    title = "Not answered"
    blank = [entry for entry in entries if entry.said == title.lower()]
    blocks: list[Block] = [Text(_list(blank))] if blank else []
    for said in sorted({entry.said for entry in entries} - {title.lower()}):
        alike = [entry for entry in entries if entry.said == said]
        blocks.append(Text(f"{upper_first(said)}: {_list(alike)}"))
    return [Heading(title), *blocks] if blocks else []


def _list(entries: Sequence[UnitLine]) -> str:
    return join_words([f"{entry.unit} {entry.short}" for entry in entries])
