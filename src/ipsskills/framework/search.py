"""Finds units by number, slug or words, the way a person types them."""

import re
from collections.abc import Sequence

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.folding import fold
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Hit:
    """A unit that matched, and the sentence in it that did (its title when that matched)."""

    unit: Unit
    where: str
    text: str


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
        Hit(unit, where, text)
        for unit in framework.units
        for where, text in _list_passages(unit)
        if patterns and _holds(fold(text), patterns)
    )


def _holds(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def _list_passages(unit: Unit) -> list[tuple[str, str]]:
    lesson = unit.curriculum
    return [
        ("title", unit.title),
        ("purpose", lesson.purpose),
        *((s.id, " ".join([s.text, *s.points])) for s in unit.live_statements),
        *(("outcome", text) for text in lesson.outcomes),
        *(("topic", text) for text in lesson.topics),
        *((f"{a.kind}", f"{a.title}. {a.what}") for a in lesson.activities),
        *(("vignette", f"{v.title}. {v.case}") for v in lesson.vignettes),
        *((f"note, {n.nation}", n.text) for n in lesson.notes),
    ]
