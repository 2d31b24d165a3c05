"""Tiny framework files for tests: plain data to change, written out as YAML and read back."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from ipsskills.codes import AssessmentKind
from ipsskills.errors import DataFileError, InvalidInput
from ipsskills.formats.answers import Given, read_answers
from ipsskills.framework.files import Source
from ipsskills.framework.load import parse
from ipsskills.framework.types import Framework

Data = dict[str, Any]
ENDINGS = (".yaml", ".json", ".csv")


def anchor(label: str) -> Data:
    return {"label": label, "means": f"{label} means", "you": f"you {label}", "they": label}


def way(question: str) -> Data:
    labels = {"3": "alone", "2": "checked", "1": "together", "0": "not yet"}
    return {
        "question": f"{question} in the last {{period}}?",
        "supervisor_question": f"{question}, as you saw it?",
        "anchors": {code: anchor(label) for code, label in labels.items()},
    }


def choices(*keys: str) -> list[Data]:
    return [{"key": key, "label": f"About {key}"} for key in keys]


def scale() -> Data:
    return {
        "version": "1",
        "ways": {name: way(name) for name in ("skill", "knowledge", "value", "safety")},
        "first_look": {
            "version": "first look 1",
            "question": "Where from?",
            "anchors": {code: anchor(f"first {code}") for code in "3210"},
        },
        "other_answers": {code: anchor(f"other {code}") for code in ("n", "x", "u")},
        "reasons": choices("colleague", "setting"),
        "behind": choices("learn", "time", "team", "kit"),
        "bases": choices("O", "R", "F", "M"),
        "states": {
            "outside": "outside",
            "not_seen": "not seen",
            "seen_in_part": "seen in part ({rated} of {counted}), {word}",
            "nothing_rated": "nothing rated",
            "part_answered": "part answered ({to_go} to go)",
            "no_chance": "no chance",
            "no_chance_for_most": "no chance for most ({rated} of {applicable})",
            "so_far": "{word} so far",
            "in_most": "{word} in most",
            "not_answered": "not answered",
        },
        "safety": {
            "talk_today": "today",
            "talk_through": "talk",
            "vignette": "a case",
            "nothing_more": "",
            "outside": "outside",
            "worry_now": "duty",
        },
    }


def statement(statement_id: str, **more: Any) -> Data:
    return {
        "id": statement_id,
        "kind": "ability",
        "asked_as": "skill",
        "text": f"An ability to do {statement_id}.",
        **more,
    }


def unit(unit_id: str, slug: str, **more: Any) -> Data:
    """One unit as competences.yaml holds it, with one statement."""
    return {
        "id": unit_id,
        "slug": slug,
        "title": f"Title of {slug}",
        "short": slug.capitalize(),
        "asked_as": "skill",
        "statements": [statement(f"{unit_id}/first")],
        **more,
    }


def lesson(unit_id: str, slug: str, **more: Any) -> Data:
    """The same unit as curriculum.yaml holds it."""
    return {
        "id": unit_id,
        "slug": slug,
        "title": f"Title of {slug}",
        "purpose": "To try things.",
        "goal": "Try",
        "outcomes": ["Say what was tried"],
        "activities": [],
        "evidence": [],
        "reflection": [],
        **more,
    }


def domain(domain_id: str, slug: str, *units: Data, **more: Any) -> Data:
    return {
        "id": domain_id,
        "slug": slug,
        "name": f"Name of {slug}",
        "covers": f"What {slug} covers.",
        "units": list(units),
        **more,
    }


def competences(**more: Any) -> Data:
    """Two domains; units 3.2 and 3.10, one area M1 and the supporting area A1."""
    return {
        "version": "2026.1",
        "reviewed": "2026-11-22",
        "scale": scale(),
        "domains": [
            domain("D1", "talking", unit("3.10", "planning"), unit("3.2", "listening")),
            domain("D2", "judging", areas=[unit("M1", "pacing")]),
        ],
        "supporting_areas": [unit("A1", "guiding", covers="What guiding covers.")],
        **more,
    }


def curriculum(**more: Any) -> Data:
    """The curriculum of the same units, in one section."""
    return {
        "version": "2026.1",
        "reviewed": "2026-11-22",
        "sections": [
            {
                "id": "3",
                "slug": "practice",
                "title": "Practice",
                "units": [lesson("3.2", "listening"), lesson("3.10", "planning")],
            }
        ],
        "areas": [lesson("M1", "pacing"), lesson("A1", "guiding")],
        **more,
    }


def guidance(**more: Any) -> Data:
    """A note on law as curriculum.yaml holds it."""
    return {
        "nations": ["E", "W"],
        "topic": "Fares",
        "grade": "yearly",
        "stakes": "high",
        "renews": "04-06",
        "text": "Fares may be met.",
        "source": "An Act",
        "address": "https://www.legislation.gov.uk/ukpga/2010/15",
        "seen": "2026-06",
        "checked": "2026-11-29",
        **more,
    }


def as_yaml(data: Data) -> str:
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True))


def parsed(rated: Data, taught: Data, local: Data | None = None) -> Framework:
    return parse(
        Source("competences.yaml", as_yaml(rated).encode()),
        Source("curriculum.yaml", as_yaml(taught).encode()),
        Source("local.yaml", as_yaml(local).encode()) if local is not None else None,
    )


def tiny() -> Framework:
    return parsed(competences(), curriculum())


def told(error: DataFileError | InvalidInput) -> list[str]:
    """Return the faults an error tells, one a line, without the line that opens the message."""
    return [line.removeprefix("- ") for line in error.message.split("\n")[1:]]


def data_faults(use: Callable[[], object]) -> list[str]:
    """Return the faults that framework files are refused with."""
    with pytest.raises(DataFileError) as raised:
        use()
    assert raised.value.message.startswith("The framework files cannot be used as they are:\n")
    return told(raised.value)


def merge_faults(rated: Data, taught: Data, local: Data | None = None) -> list[str]:
    return data_faults(lambda: parsed(rated, taught, local))


def write_files(folder: Path, rated: Data, taught: Data, local: Data | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "competences.yaml").write_text(as_yaml(rated), encoding="utf-8")
    (folder / "curriculum.yaml").write_text(as_yaml(taught), encoding="utf-8")
    if local is not None:
        (folder / "local.yaml").write_text(as_yaml(local), encoding="utf-8")
    return folder


def answers_text(ending: str, rows: Sequence[Mapping[str, Any]], delimiter: str = ",") -> str:
    """Return rows of answers as a person's editor or spreadsheet would write them."""
    if ending == ".yaml":
        return as_yaml({"answers": [dict(row) for row in rows]})
    if ending == ".json":
        return json.dumps({"answers": rows}, ensure_ascii=False)
    out = io.StringIO()
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(out, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(
        {name: "yes" if value is True else value for name, value in row.items()} for row in rows
    )
    return out.getvalue()


def answers_of(
    folder: Path,
    name: str,
    text: str | bytes,
    framework: Framework,
    kind: AssessmentKind = AssessmentKind.SELF,
) -> tuple[Given, ...]:
    """Write a file of answers and read it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_answers(path, framework, kind)


def answer_faults(
    folder: Path,
    name: str,
    text: str | bytes,
    framework: Framework,
    kind: AssessmentKind = AssessmentKind.SELF,
) -> list[str]:
    """Return the faults that a file of answers is refused with."""
    with pytest.raises(InvalidInput) as raised:
        answers_of(folder, name, text, framework, kind)
    assert raised.value.message.startswith("The answers were not taken; nothing was kept:\n")
    return told(raised.value)
