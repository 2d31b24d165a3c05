"""Blank forms of answers, to be filled in an editor or a spreadsheet and read back."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from ipsskills.codes import AskedAs, offered
from ipsskills.errors import InvalidInput
from ipsskills.framework.answers import COLUMNS
from ipsskills.framework.types import Framework, Unit

_FIELDS = tuple(name for name in COLUMNS if name != "state")


def blank_form(framework: Framework, items: Sequence[str], ending: str) -> str:
    """Return an empty form for ``items`` in the format of ``ending`` (.yaml, .yml, .json, .csv).

    Raises InvalidInput for another ending.
    """
    units = [framework.by_id[item] for item in items]
    match ending.lower():
        case ".yaml" | ".yml":
            return _yaml(framework, units)
        case ".json":
            rows = [{"slug": u.slug, "id": u.id, "title": u.title, "answer": None} for u in units]
            return json.dumps({"answers": rows}, indent=2, ensure_ascii=False) + "\n"
        case ".csv":
            return _csv(units)
    raise InvalidInput("A blank form is written as .yaml, .json or .csv.", "Use one of these.")


def _yaml(framework: Framework, units: Iterable[Unit]) -> str:
    lines = [
        "# Write an answer after each 'answer:', or leave it empty. Nothing else is needed.",
        "# You may add lines to a unit: bring: yes | show: yes | note: your words | shared: yes",
        "# x needs a reason: " + ", ".join(c.key for c in framework.scale.reasons),
        "answers:",
    ]
    for unit in units:
        lines += [
            f"  - slug: {unit.slug}",
            f'    id: "{unit.id}"',
            f"    # {unit.title}",
            f"    # {_answers(framework, unit.asked_as)}",
            "    answer:",
        ]
    return "\n".join(lines) + "\n"


def _answers(framework: Framework, asked_as: AskedAs) -> str:
    scale = framework.scale
    anchors = {**scale.other_answers, **scale.ways[asked_as].anchors}
    return "; ".join(f"{code} {anchors[code].label}" for code in offered(asked_as))


def _csv(units: Iterable[Unit]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _FIELDS, restval="")
    writer.writeheader()
    writer.writerows({"slug": u.slug, "id": u.id, "title": u.title} for u in units)
    return "\ufeff" + out.getvalue()
