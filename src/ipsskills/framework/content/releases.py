"""Released versions of the statements: what was added, reworded or retired; ids stay."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from ipsskills.doing import write_marks
from ipsskills.errors import NotFound
from ipsskills.framework.faults import Fault, data_file_error
from ipsskills.framework.files import COMPETENCES, read_source, shipped_folder
from ipsskills.framework.ordering import id_key
from ipsskills.framework.reader import FaultsFound, read_yaml
from ipsskills.framework.strict import Strict, adapter
from ipsskills.framework.types import CompetencesFile, Framework, Statement, UnitEntry
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class Released(Strict):
    """One released version: its statements by id, each with its points as one text.

    ``replaced`` names what took the place of retired ones, where something did.
    """

    version: str
    statements: Mapping[str, str]
    retired: tuple[str, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Changes:
    """What changed between two versions, as statement ids in curriculum order.

    ``texts`` are what those added say, ``replaced`` what took the place of those retired.
    """

    before: str
    after: str
    added: tuple[str, ...]
    reworded: tuple[tuple[str, str, str], ...]
    retired: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)


def list_releases() -> list[str]:
    """Return the released versions, oldest first."""
    return sorted(path.stem for path in (shipped_folder() / "released").glob("*.yaml"))


def read_release(name: str) -> Released:
    """Return a released version by its name, or the version in a ``competences.yaml`` file.

    Raises NotFound for neither, and DataFileError for a file with faults.
    """
    path = shipped_folder() / "released" / f"{name}.yaml"
    if name in list_releases():
        found: Released = _read(path, Released)
        return found
    if Path(name).is_file():
        return describe_file(_read(Path(name), CompetencesFile))
    known = ", ".join(list_releases()) or "none yet"
    raise NotFound(
        f"There is no version '{name}'.", f"Released: {known}; or name a competences.yaml file."
    )


def describe_framework(framework: Framework) -> Released:
    """Return the framework in use as a version."""
    return _of(framework.version, framework.units)


def describe_file(file: CompetencesFile) -> Released:
    """Return a ``competences.yaml`` as a version."""
    units = [u for d in file.domains for u in (*d.units, *d.areas)]
    return _of(file.version, (*units, *file.supporting_areas))


def list_changes(before: Released, after: Released) -> Changes:
    """Return what was added, reworded and retired from one version to another."""
    old, new = before.statements, after.statements
    live = {s for s in new if s not in after.retired}
    was_live = {s for s in old if s not in before.retired}
    reworded = [(s, old[s], new[s]) for s in _order(was_live & live) if old[s] != new[s]]
    added, retired = _order(live - set(old)), _order(was_live - live)
    return Changes(
        before=before.version,
        after=after.version,
        added=tuple(added),
        reworded=tuple(reworded),
        retired=tuple(retired),
        texts={s: new[s] for s in added},
        replaced={s: after.replaced[s] for s in retired if s in after.replaced},
    )


def find_permanence_faults(framework: Framework) -> Iterator[Fault]:
    """Yield every id of the last release that is gone: retired statements stay, marked."""
    if not (names := list_releases()):
        return
    last = read_release(names[-1])
    for statement in last.statements:
        if statement not in framework.statements:
            yield Fault(
                COMPETENCES,
                statement,
                f"This id of version {last.version} is gone; ids are permanent.",
                "Put it back with 'retired: true'.",
            )


def _of(version: str, units: tuple[UnitEntry, ...]) -> Released:
    statements = [s for unit in units for s in unit.statements]
    return Released(
        version=version,
        statements={s.id: _whole(s) for s in statements},
        retired=tuple(s.id for s in statements if s.retired),
        replaced={s.id: s.replaced_by for s in statements if s.retired and s.replaced_by},
    )


def _whole(statement: Statement) -> str:
    return write_marks("\n- ".join([statement.text, *statement.points]))


def _order(ids: set[str]) -> list[str]:
    return sorted(ids, key=lambda s: (id_key(s.split("/")[0]), s))


def _read(path: Path, shape: Any) -> Any:
    try:
        return read_yaml(path.name, read_source(path).text, adapter(shape))
    except FaultsFound as faults:
        raise data_file_error(faults.faults) from None
