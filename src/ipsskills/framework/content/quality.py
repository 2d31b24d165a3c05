"""Checks that keep the content good; too slow for every load, so `framework check` makes them.

The two files are sound when they load; they are *good* when nothing is found here.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from ipsskills.codes import ACTIVITY_KINDS, AskedAs, Kind
from ipsskills.framework.background import FIDELITY, Fidelity
from ipsskills.framework.content import house_style as style
from ipsskills.framework.content.activities import find_activity_faults
from ipsskills.framework.content.counts import find_count_faults
from ipsskills.framework.content.named_cases import find_case_faults
from ipsskills.framework.faults import Fault
from ipsskills.framework.files import COMPETENCES, CURRICULUM
from ipsskills.framework.types import Framework, Statement, Unit

# A text that says one of these anywhere is looked at word by word; most say none.
_NEVER = re.compile(rf"\b(?:{'|'.join(re.escape(word.lower()) for word in style.NEVER)})")
ALIKE = 0.8
SHARED_WORDS = 0.5


def find_content_faults(framework: Framework, fidelity: Fidelity) -> list[Fault]:
    """Return everything in the content that breaks the house style or names what is not there."""
    return [
        *(fault for s in _list_statements(framework) for fault in find_statement_faults(s)),
        *(fault for unit in framework.units for fault in find_curriculum_faults(unit)),
        *(fault for unit in framework.units for fault in find_case_faults(unit)),
        *(fault for unit in framework.units for fault in find_activity_faults(unit)),
        *find_near_duplicates(_list_passages(framework)),
        *find_missing_kinds(framework),
        *find_count_faults(framework),
        *find_fidelity_faults(framework, fidelity),
    ]


def find_statement_faults(statement: Statement) -> Iterator[Fault]:
    """Yield what is wrong with one statement and its points."""
    text = statement.text
    stem = style.KNOWLEDGE_STEM if statement.kind is Kind.KNOWLEDGE else style.STEM
    if not text.startswith(stem):
        yield _fault(
            statement.id, f"It does not begin '{stem.strip()}'.", "Begin it with these words."
        )
    if statement.kind is not Kind.KNOWLEDGE and text.startswith(style.KNOWLEDGE_STEM):
        yield _fault(statement.id, "It begins as knowledge does.", "Change its kind or its stem.")
    if text.endswith(":") != bool(statement.points):
        yield _fault(statement.id, "A colon and points go together.", "End it with a full stop.")
    yield from _passage_faults(statement.id, text, style.STATEMENT_WORDS)
    for number, point in enumerate(statement.points, 1):
        yield from _passage_faults(f"{statement.id}, point {number}", point, style.POINT_WORDS)


def _passage_faults(place: str, text: str, limit: int) -> Iterator[Fault]:
    if (length := len(text.split())) > limit:
        yield _fault(place, f"It has {length} words.", f"At most {limit}.")
    if style.NUMBERS.search(text) or style.MONTHS.search(text):
        yield _fault(place, "It holds a number or a date.", "Put that in a note of the unit.")
    if style.FORM.search(text):
        yield _fault(place, "It names a form.", "Say what the form is for.")
    for name in style.NAMES:
        if re.search(rf"\b{re.escape(name)}\b", text):
            yield _fault(place, f"It names '{name}'.", "Say what it does; names belong in notes.")
    yield from find_word_faults(COMPETENCES, place, text)


def find_curriculum_faults(unit: Unit) -> Iterator[Fault]:
    """Yield what is wrong with how one unit is taught: words, kinds of activity, goal."""
    lesson = unit.curriculum
    yield from _find_in_practice_faults(unit)
    yield from _find_case_faults(unit)
    for activity in lesson.activities:
        if activity.kind not in ACTIVITY_KINDS:
            yield Fault(
                CURRICULUM,
                f"{unit.id}, {activity.slug}",
                f"'{activity.kind}' is not a kind of activity.",
                f"Use one of: {', '.join(ACTIVITY_KINDS)}.",
            )
    passages = [
        lesson.purpose,
        lesson.in_practice or "",
        lesson.goal,
        *lesson.outcomes,
        *lesson.topics,
        *lesson.evidence,
        *lesson.reflection,
        *(text for n in (*lesson.background, *lesson.notes) for text in (n.topic, n.text)),
        *(text for a in lesson.activities for text in (a.title, a.what, a.bring)),
        *(text for v in lesson.vignettes for text in (v.title, v.note, v.case)),
        *(text for v in lesson.vignettes for text in (*v.questions, *v.look_for)),
    ]
    for text in passages:
        yield from find_word_faults(CURRICULUM, unit.id, text)


def _find_case_faults(unit: Unit) -> Iterator[Fault]:
    """Yield where something is asked the safety way and no case is there to talk over.

    A statement about danger in another unit says itself which of its unit's cases that is.
    """
    asked = any(s.asked_as is AskedAs.SAFETY for s in unit.live_statements)
    if (unit.safety or asked) and not unit.curriculum.vignettes:
        problem = "It asks about safety, but has no case for a low answer to open."
        yield Fault(CURRICULUM, f"{unit.id}, vignettes", problem, "Write one.")
    slugs = [case.slug for case in unit.curriculum.vignettes]
    for each in unit.live_statements:
        wanted = each.asked_as is AskedAs.SAFETY and not unit.safety
        if each.case not in slugs and (wanted or each.case is not None):
            problem = f"It opens no case of {unit.id}."
            yield _fault(each.id, problem, f"Name one as 'case': {', '.join(slugs)}.")


def _find_in_practice_faults(unit: Unit) -> Iterator[Fault]:
    """Yield where a unit does not say, in few enough words, what doing it looks like."""
    said, place = (unit.curriculum.in_practice or "").strip(), f"{unit.id}, in_practice"
    if not said and not unit.is_area:
        fix = "Say in one sentence what a colleague would see."
        yield Fault(CURRICULUM, place, "It does not say what doing this looks like.", fix)
    if (length := len(said.split())) > style.IN_PRACTICE_WORDS:
        fix = f"At most {style.IN_PRACTICE_WORDS}."
        yield Fault(CURRICULUM, place, f"It has {length} words.", fix)


def find_word_faults(file: str, place: str, text: str) -> Iterator[Fault]:
    """Yield each word in a text that grades people, blames them, or says nothing."""
    lower = text.replace(style.EXACT_TITLE_MAY_SAY, "").lower()
    if not _NEVER.search(lower):
        return
    for word in style.NEVER:
        if re.search(rf"\b{re.escape(word.lower())}", lower):
            yield Fault(file, place, f"It says '{word}'.", "Find a fairer or plainer word.")


def find_near_duplicates(passages: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    """Yield pairs of passages, given as (place, text), that say nearly the same."""
    told = [
        (place, _normalise(text), frozenset(_normalise(text).split())) for place, text in passages
    ]
    for (one, text, words), (other, again, same) in combinations(told, 2):
        shared = len(words & same) / max(1, min(len(words), len(same)))
        if shared >= SHARED_WORDS and _is_alike(text, again):
            yield _fault(other, f"It says nearly the same as {one}.", "Say each thing once.")


def _is_alike(text: str, again: str) -> bool:
    """Whether two texts are alike, sign by sign."""
    matcher = SequenceMatcher(None, text, again)
    # The first two are quickly told and never less than the third, which takes its time.
    ways = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(each() > ALIKE for each in ways)


def find_missing_kinds(framework: Framework) -> Iterator[Fault]:
    """Yield the kinds of activity that the whole curriculum never uses."""
    used = {a.kind for unit in framework.units for a in unit.curriculum.activities}
    for kind in ACTIVITY_KINDS:
        if kind not in used:
            yield Fault(CURRICULUM, "", f"No unit has a '{kind}'.", "Add one where it fits.")


def find_fidelity_faults(framework: Framework, fidelity: Fidelity) -> Iterator[Fault]:
    """Yield principles, items and units that one file names and another does not have."""
    for unit in framework.units:
        for number in unit.curriculum.principles:
            if number not in fidelity.principle:
                yield Fault(CURRICULUM, unit.id, f"There is no principle {number}.", "1 to 8.")
        for number in unit.curriculum.fidelity_items:
            if number not in fidelity.item:
                yield Fault(CURRICULUM, unit.id, f"There is no item {number}.", "1 to 25.")
    groups = {group.slug for group in fidelity.groups}
    for item in fidelity.items:
        if item.group not in groups:
            yield Fault(
                FIDELITY, f"item {item.number}", f"There is no group '{item.group}'.", "Correct it."
            )
    for principle in fidelity.principles:
        wanted = _find_units(framework, "principles", principle.number)
        yield from _same_units(f"principle {principle.number}", principle.units, wanted)
    for item in fidelity.items:
        wanted = _find_units(framework, "fidelity_items", item.number)
        yield from _same_units(f"item {item.number}", item.units, wanted)


def _find_units(framework: Framework, field: str, number: int) -> set[str]:
    return {u.id for u in framework.units if number in getattr(u.curriculum, field)}


def _same_units(place: str, named: Sequence[str], wanted: set[str]) -> Iterator[Fault]:
    if set(named) != wanted:
        apart = ", ".join(sorted(set(named) ^ wanted))
        problem = f"Its units are not those of {CURRICULUM} ({apart})."
        yield Fault(FIDELITY, place, problem, "Name the same units in both.")


def _list_statements(framework: Framework) -> Iterator[Statement]:
    return (s for unit in framework.units for s in unit.live_statements)


def _list_passages(framework: Framework) -> list[tuple[str, str]]:
    found = []
    for s in _list_statements(framework):
        found.append((s.id, s.text))
        found += [(f"{s.id}, point {n}", point) for n, point in enumerate(s.points, 1)]
    return found


def _normalise(text: str) -> str:
    """Return a passage without its stem and its punctuation, to be compared."""
    bare = text.removeprefix(style.KNOWLEDGE_STEM).removeprefix(style.STEM).lower()
    return re.sub(r"[^\w\s]", "", bare)


def _fault(place: str, problem: str, fix: str) -> Fault:
    return Fault(COMPETENCES, place, problem, fix)
