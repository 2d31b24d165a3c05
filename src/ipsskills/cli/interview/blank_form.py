"""Writes the empty form of an assessment, and says by which command it comes back filled."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.show import Output
from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do, do

if TYPE_CHECKING:
    from ipsskills.framework.scale import Scale
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.assessments.begin import AskedFor


def write_blank(
    out: Output,
    path: Path,
    framework: "Framework",
    asked: "AskedFor",
    chosen: Mapping[str, Any],
    *,
    replace: bool,
) -> None:
    """Write an empty form for what is asked, and say how to take it in filled.

    ``chosen`` are the ``units``, ``section`` and ``domain`` that were asked for.
    Raises InvalidInput for a file that cannot be written.
    """
    from ipsskills.files import write_text
    from ipsskills.formats.blank import make_blank_form
    from ipsskills.usecases.assessments.scope import list_statements

    again = _repeat(path, asked, chosen)
    items = list_statements(framework, asked.scope) if asked.full else asked.scope
    form = make_blank_form(framework, items, path.suffix, asked.kind)
    write_text(path, form, replace=replace)
    said = [f"An empty form is in {path}"]
    if path.suffix.lower() == ".csv":
        said.append(_explain_columns(framework.scale))
    said.append(f"Fill it in, then: {again}")
    out.result({"path": path, "next": (again,)}, "\n".join(said))


def _explain_columns(scale: "Scale") -> str:
    """Return what goes into the columns of a table whose heads alone do not say it."""
    bases, behind = (
        ", ".join(f"{each.key} ({each.label.lower()})" for each in choices)
        for choices in (scale.bases, scale.behind)
    )
    return (
        "The column 'offered' says what may be answered, and what some answers need beside them. "
        "All else may stay empty:\n"
        "  reason: why it is x\n"
        f"  basis: what it rests on: {bases}\n"
        "  bring: yes, to bring it to supervision\n"
        "  show: yes, if you could show a colleague\n"
        f"  behind: what is behind it: {behind}\n"
        "  note: your words; private unless shared\n"
        "  shared: yes, to share the note"
    )


def _repeat(filled: Path, asked: "AskedFor", chosen: Mapping[str, Any]) -> Do:
    """Return what takes a filled form, with the same choice once more."""
    words = {
        AssessmentKind.SUPERVISOR: ["NAME", "--as", "supervisor"],
        AssessmentKind.FIRST_LOOK: ["--first-look"],
    }.get(asked.kind, [])
    for unit in chosen["units"]:
        words += ["--unit", unit]
    for name in ("section", "domain"):
        words += [f"--{name}", chosen[name]] if chosen[name] else []
    words += ["--full"] if asked.full else []
    return do("assess", *words, "--from", str(filled))
