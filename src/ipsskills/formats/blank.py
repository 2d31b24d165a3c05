"""Blank forms of answers, to be filled in an editor or a spreadsheet and read back."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from ipsskills.codes import AskedAs, AssessmentKind, list_offered
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import COLUMNS
from ipsskills.framework.scale import Scale
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass

_FIELDS = tuple(name for name in COLUMNS if name != "state")


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
    rows = [_row(framework, item) for item in items]
    match ending.lower():
        case ".yaml" | ".yml":
            return _yaml(framework.scale, rows, kind)
        case ".json":
            keyed = [{"slug": r.slug, "id": r.id, "title": r.title, "answer": None} for r in rows]
            return json.dumps({"answers": keyed}, indent=2, ensure_ascii=False) + "\n"
        case ".csv":
            return _csv(rows)
    raise InvalidInput("A blank form is written as .yaml, .json or .csv.", "Use one of these.")


@dataclass(frozen=True)
class _Row:
    """One item to answer: what names it, for programs and for people, and its words."""

    slug: str
    id: str
    title: str
    asked_as: AskedAs


def _row(framework: Framework, item: str) -> _Row:
    if item in framework.statements:
        _, statement = framework.statements[item]
        return _Row(item, item, statement.text, statement.asked_as)
    unit = framework.by_id[item]
    return _Row(unit.slug, unit.id, unit.title, unit.asked_as)


def _yaml(scale: Scale, rows: Iterable[_Row], kind: AssessmentKind) -> str:
    lines = [
        "# Write an answer after each 'answer:', or leave it empty. Nothing else is needed.",
        "# You may add lines to a unit: bring: yes | show: yes | note: your words | shared: yes",
        "# x needs a reason: " + ", ".join(c.key for c in scale.reasons),
    ]
    if kind is AssessmentKind.FIRST_LOOK:
        del lines[2]
    if kind is AssessmentKind.SUPERVISOR:
        bases = "; ".join(f"{choice.key} {choice.label.lower()}" for choice in scale.bases)
        lines.append(f"# 3, 2, 1 and 0 need a line for what they rest on, as in basis: O. {bases}")
    lines.append("answers:")
    for row in rows:
        lines += [
            f"  - slug: {row.slug}",
            f'    id: "{row.id}"',
            f"    # {row.title}",
            f"    # {_list_answers(scale, row.asked_as, kind)}",
            "    answer:",
        ]
    return "\n".join(lines) + "\n"


def _list_answers(scale: Scale, asked_as: AskedAs, kind: AssessmentKind) -> str:
    anchors = {**scale.other_answers, **scale.ways[asked_as].anchors}
    if kind is AssessmentKind.FIRST_LOOK:
        anchors |= scale.first_look.anchors
    return "; ".join(f"{code} {anchors[code].label}" for code in list_offered(asked_as, kind))


def _csv(rows: Iterable[_Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _FIELDS, restval="")
    writer.writeheader()
    writer.writerows({"slug": r.slug, "id": r.id, "title": r.title} for r in rows)
    return "\ufeff" + out.getvalue()
