"""Two views side by side, unit by unit, and what to do about each; the figures for the curious."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ipsskills.doing import do
from ipsskills.facts.compare import CompareFacts, FiguresFacts
from ipsskills.method.figures import AC2_FROM, SIGN_TEST_FROM, Figures
from ipsskills.pages.compose.reports.compare_safety import SafetyBeside
from ipsskills.pages.compose.reports.compare_words import (
    AloneWords,
    CorrectedWords,
    PairWords,
    SidesWords,
    WordedComparison,
    figures_apart,
    word_comparison,
    word_sides,
)
from ipsskills.pages.compose.reports.pictures import compose_profile_picture
from ipsskills.pages.compose.reports.report_lines import SAFETY
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
from ipsskills.pages.words import day, join_names, say_view

NEITHER = "Neither view is the right one by itself. Not a score, not a pass."
NO_MARK = "not a mark against anybody"
FIRST_LOOK = "A first look has a scale of its own: nothing is compared, both stand as they are."
SMALLEST_P = 0.0001


def compose_comparison(facts: CompareFacts, *, into_file: bool = False) -> Page:
    """Return both views as a page, in words turned to the reader; a file is read by anybody."""
    worded = word_comparison(facts, into_file=into_file)
    return compare_page(worded, compose_profile_picture(facts.chart))


def compare_page(found: WordedComparison, pictures: Sequence[Block] = ()) -> Page:
    """Return both views, in words already, as a page; ``pictures`` stand on their own sheet.

    Every note that both may read stands beside the views it was written on: no other page has all.
    """
    own_name = found.sides.own_name
    blocks: list[Block] = [
        Rule(),
        *_group("Both see it", "name it as a strength", found.strengths, own_name),
        *_safety(found.safety),
        *_far(found),
        *_group("Seen differently", "a word about each", found.a_word, own_name),
        *_group("The same, and not there yet", "agree what would help", found.same_lower, own_name),
        *_marked(found),
        *_say_not_paired(found.not_paired, found.sides),
        *_say_corrected(found.corrected),
        *([PageBreak(), *pictures] if pictures else [Rule()]),
        Heading("Next"),
        Commands(found.next),
    ]
    apart = [found.apart_line] if found.apart_line else []
    lead = (*_days(found.sides), NEITHER, *apart, *found.contested)
    return Page(
        f"Two views of {found.sides.person}", lead, tuple(blocks), about=About(found.sides.person)
    )


def compose_figures(found: FiguresFacts) -> Page:
    """Return the figures as a page of their own."""
    shown, sides = found.figures, word_sides(found.sides)
    apart_line = figures_apart(found)
    rows = [
        ("Units that both answered", str(shown.pairs)),
        ("The same", str(shown.exact)),
        ("Within one step", str(shown.within_one)),
        ("Two or more apart", str(shown.two_or_more)),
        (f"{sides.person} higher", str(shown.higher)),
        (f"{sides.person} lower", str(shown.lower)),
        ("Middle of the steps between them", _number(shown.median)),
        ("Sign test", _sign(shown)),
        ("AC2, linear weights", _ac2(shown)),
    ]
    entries = Entries(tuple(("", name, said) for name, said in rows))
    blocks = (Rule(), entries, Rule(), Text("For the curious, and no measure of a person."))
    lead = (*_days(sides), *([apart_line] if apart_line else []))
    explain = Commands(((str(do("explain", "figures")), "what each of them means"),))
    return Page(
        f"Two views of {sides.person}: figures", lead, (*blocks, explain), about=About(sides.person)
    )


def _days(sides: SidesWords) -> tuple[str, ...]:
    views = (
        (sides.person, "first look" if sides.first_look else "view", sides.own_on),
        (sides.supervisor, "view", sides.supervisor_on),
    )
    said = [f"{name}'s {what}: {day(on)}." for name, what, on in views if on]
    own_scale = (FIRST_LOOK,) if sides.first_look else ()
    return ((" ".join(said),) if said else ()) + own_scale


def _group(title: str, what: str, pairs: Sequence[PairWords], own_name: str) -> list[Block]:
    if not pairs:
        return []
    rows = tuple((p.unit, p.short, _add_notes(p.said, p, own_name)) for p in pairs)
    return [Heading(title, what), Entries(rows)]


def _list_notes(unit: PairWords | AloneWords, own_name: str) -> list[str]:
    """Return what each of the two wrote on a unit for both to read, in words, the person first."""
    notes = ((own_name, unit.own_note), (unit.supervisor_name, unit.supervisor_note))
    return [f'{whose} wrote: "{note}"' for whose, note in notes if note]


def _add_notes(said: str, unit: PairWords | AloneWords, own_name: str) -> str:
    return "\n".join([said, *_list_notes(unit, own_name)])


def _safety(safety: SafetyBeside) -> list[Block]:
    if not safety.rows:
        return []
    today = [Text(safety.today)] if safety.today else []
    return [Heading(SAFETY), *today, Entries(safety.rows), Text(safety.worry_now)]


def _marked(found: WordedComparison) -> list[Block]:
    """Return what either marked to talk about; of what is no pair also what there is to say."""
    pairs = (*found.strengths, *found.far_apart, *found.a_word, *found.same_lower)
    rows = [(p.unit, p.short, f"{p.marked_by} marked it.") for p in pairs if p.marked_by]
    rows += [
        (lone.unit, lone.short, _say_marked(lone, found.sides.own_name))
        for lone in found.not_paired
        if lone.marked_by
    ]
    return [Heading("Marked to talk about"), Entries(tuple(rows))] if rows else []


def _say_marked(lone: AloneWords, own_name: str) -> str:
    said = lone.said or f"{say_view(own_name, lone.own)}. {lone.why}."
    return _add_notes(f"{lone.marked_by} marked it. {said}", lone, own_name)


def _far(found: WordedComparison) -> list[Block]:
    if not found.far_apart:
        return []
    what = "each says which occasion they had in mind"
    blocks: list[Block] = [Heading("Far apart, where the work was seen", what)]
    for pair in found.far_apart:
        blocks.append(Entries(((pair.unit, pair.short, pair.said),)))
        in_view = _list_notes(pair, found.sides.own_name)
        in_view += [f"What it is about: {text}" for text in pair.statements]
        in_view += [f"Agreed: {pair.agreed}."] if pair.agreed else []
        if in_view:
            blocks.append(Bullets(tuple(in_view)))
    return blocks


def _say_not_paired(alone: Sequence[AloneWords], sides: SidesWords) -> Iterator[Block]:
    """Name the units that are no pair: those with something to say of them, then by reason.

    What is marked to talk about is told above.
    """
    alone = [lone for lone in alone if not lone.marked_by]
    if not alone:
        return
    yield Heading("Unit by unit" if sides.first_look else "Not set side by side", NO_MARK)
    told = [lone for lone in alone if lone.said or _list_notes(lone, sides.own_name)]
    if told:
        said = [_add_notes(lone.said or f"{lone.why}.", lone, sides.own_name) for lone in told]
        names = [(lone.unit, lone.short) for lone in told]
        yield Entries(tuple((*name, each) for name, each in zip(names, said, strict=True)))
    ordered = sorted((lone for lone in alone if lone not in told), key=lambda lone: lone.why)
    for why, group in groupby(ordered, key=lambda lone: lone.why):
        yield Text(join_names([f"{each.unit} {each.short}" for each in group]), label=f"{why}:")


def _say_corrected(corrected: Sequence[CorrectedWords]) -> list[Block]:
    if not corrected:
        return []
    rows = tuple((c.unit, c.short, f"{c.whose}: {c.was} → {c.now}") for c in corrected)
    return [Heading("Put right since", "after the view was finished"), Entries(rows)]


def _number(value: int | None) -> str:
    return "none" if value is None else f"{value:+d}" if value else "0"


def _sign(shown: Figures) -> str:
    if shown.sign is None:
        return f"from {SIGN_TEST_FROM} units that differ"
    return f"p = {shown.sign:.3g}" if shown.sign >= SMALLEST_P else f"p below {SMALLEST_P:.4f}"


def _ac2(shown: Figures) -> str:
    if shown.ac2 is None or shown.ac2_low is None or shown.ac2_high is None:
        return f"from {AC2_FROM} units that both answered"
    return f"{shown.ac2:.6f} (range {shown.ac2_low:.2f} to {shown.ac2_high:.2f})"
