"""Finds units by number, slug or words, the way a person types them."""

import re
from collections.abc import Iterator, Sequence

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.folding import fold
from ipsskills.framework.noted import GuidanceNote
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.nations import name_nations


@dataclass(frozen=True)
class Hit:
    """A unit that matched, and the sentence in it that did (its title when that matched).

    ``note`` is the note on law that it stands in, if it does.
    """

    unit: Unit
    where: str
    text: str
    note: GuidanceNote | None = None


def find_unit(framework: Framework, name: str) -> Unit:
    """Return the unit named by id, slug or a part of its title that no other title has.

    Raises NotFound, listing the candidates when there are several.
    """
    wanted = fold(name)
    for unit in framework.units:
        if wanted in (unit.id.lower(), unit.slug):
            return unit
    near = [u for u in framework.units if wanted and wanted in fold(f"{u.title} {u.short}")]
    if len(near) == 1:
        return near[0]
    if near:
        listed = ", ".join(f"{u.id} {u.short}" for u in near)
        raise NotFound(f"'{name}' could be: {listed}.", "Type the number, for example 3.8.")
    raise NotFound(
        f"There is no unit '{name}'.",
        f"Units are numbered 1.1 to 3.16, areas M1 to M10, A1 and A2: {do('framework show')}",
    )


def search(framework: Framework, words: Sequence[str]) -> tuple[Hit, ...]:
    """Return, in curriculum order, the passages that hold every one of ``words``, folded."""
    patterns = [re.compile(rf"\b{re.escape(word)}") for word in map(fold, words) if word]
    return tuple(
        hit
        for unit in framework.units
        for hit in (*_list_passages(unit), *_list_notes(unit))
        if patterns and _holds(fold(hit.text), patterns)
    )


def _holds(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def _list_notes(unit: Unit) -> Iterator[Hit]:
    for note in unit.curriculum.notes:
        yield Hit(unit, f"note, {name_nations(note.nations)}", f"{note.topic}. {note.text}", note)


def _list_passages(unit: Unit) -> Iterator[Hit]:
    lesson = unit.curriculum
    passages = [
        ("title", unit.title),
        ("purpose", lesson.purpose),
        *([("in practice", lesson.in_practice)] if lesson.in_practice else ()),
        *((s.id, " ".join([s.text, *s.points])) for s in unit.live_statements),
        *(("outcome", text) for text in lesson.outcomes),
        *(("topic", text) for text in lesson.topics),
        *((f"{a.kind}", f"{a.title}. {a.what}") for a in lesson.activities),
        *(("vignette", f"{v.title}. {v.case}") for v in lesson.vignettes),
        *(("evidence", f"{b.topic}. {b.text}") for b in lesson.background),
    ]
    return (Hit(unit, where, text) for where, text in passages)
