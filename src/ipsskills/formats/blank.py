"""Blank forms of answers, to be filled in an editor or a spreadsheet and read back."""

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from ipsskills.codes import AssessmentKind, list_offered
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import COLUMNS, ENTERED, OFFERED
from ipsskills.framework.scale import Scale
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass

_NAMED = ("slug", "id", "title", OFFERED)
_FIELDS = (*_NAMED, *(name for name in COLUMNS if name not in (*_NAMED, "state", ENTERED)))
_BETWEEN = " | "
_WIDE = 94


def make_blank_form(
    framework: Framework,
    items: Sequence[str],
    ending: str,
    kind: AssessmentKind = AssessmentKind.SELF,
) -> str:
    """Return an empty form for ``items`` in the format of ``ending`` (.yaml, .yml, .json, .csv).

    Items are units, areas or statements; ``kind`` decides what may be answered. Raises InvalidInput
    for another ending.
    """
    rows = [_row(framework, item, kind) for item in items]
    beside = tuple(_list_beside(framework.scale, kind))
    match ending.lower():
        case ".yaml" | ".yml":
            return _yaml(rows, beside)
        case ".json":
            keyed = [_name_parts(row, beside) | {"answer": None} for row in rows]
            return json.dumps({"answers": keyed}, indent=2, ensure_ascii=False) + "\n"
        case ".csv":
            return _csv(rows, beside)
    raise InvalidInput("A blank form is written as .yaml, .json or .csv.", "Use one of these.")


@dataclass(frozen=True)
class _Row:
    """One item to answer: what names it, for programs and for people, its words, its answers.

    ``looks_like`` is what a colleague would see somebody do who does a unit as described.
    """

    slug: str
    id: str
    title: str
    offered: tuple[str, ...]
    looks_like: str = ""


def _row(framework: Framework, item: str, kind: AssessmentKind) -> _Row:
    offered = tuple(_list_answers(framework, item, kind))
    if item in framework.statements:
        return _Row(item, item, framework.statements[item][1].text, offered)
    unit = framework.by_id[item]
    seen = unit.curriculum.in_practice or ""
    return _Row(unit.slug, unit.id, unit.title, offered, looks_like=seen)


def _name_parts(row: _Row, beside: Iterable[str]) -> dict[str, str | None]:
    """Return what a row says before it is filled in; ``beside`` is what some answers need."""
    named = (row.slug, row.id, row.title, _BETWEEN.join((*row.offered, *beside)))
    return dict(zip(_NAMED, named, strict=True))


def _yaml(rows: Iterable[_Row], beside: Iterable[str]) -> str:
    lines = [
        "# Write an answer after each 'answer:', or leave it empty. Nothing else is needed.",
        "# You may add lines to a unit: bring: yes | show: yes | note: your words | shared: yes",
    ]
    lines += [f"# {line}" for line in beside]
    lines.append("answers:")
    for row in rows:
        lines += [
            f"  - slug: {row.slug}",
            f'    id: "{row.id}"',
            f"    # {row.title}",
            *(f"    # {line}" for line in textwrap.wrap(row.looks_like, _WIDE)),
            *(f"    # {each}" for each in row.offered),
            "    answer:",
        ]
    return "\n".join(lines) + "\n"


def _list_beside(scale: Scale, kind: AssessmentKind) -> Iterator[str]:
    """Yield what some answers need beside them."""
    if kind is not AssessmentKind.FIRST_LOOK:
        yield "x needs a reason: " + ", ".join(choice.key for choice in scale.reasons)
    if kind is AssessmentKind.SUPERVISOR:
        bases = ", ".join(f"{choice.key} {choice.label.lower()}" for choice in scale.bases)
        yield f"3, 2, 1 and 0 need a basis: {bases}"


def _list_answers(framework: Framework, item: str, kind: AssessmentKind) -> Iterator[str]:
    """Yield each answer that is offered, with what it means, as the interview says it."""
    scale, asked_as = framework.scale, framework.asked_as(item)
    anchors = {**scale.other_answers, **scale.ways[asked_as].anchors}
    if kind is AssessmentKind.FIRST_LOOK:
        anchors |= scale.first_look.anchors
    own = {} if item in framework.statements else framework.by_id[item].anchors
    for code in list_offered(asked_as, kind):
        anchor = anchors[code]
        if kind is AssessmentKind.SUPERVISOR and code.rated:
            yield f"{code} {anchor.they}"
        else:
            means = (kind is AssessmentKind.SELF and own.get(code)) or anchor.means
            yield f"{code} {anchor.label}: {means}"


def _csv(rows: Iterable[_Row], beside: Iterable[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _FIELDS, restval="")
    writer.writeheader()
    writer.writerows(_name_parts(row, beside) for row in rows)
    return "\ufeff" + out.getvalue()
