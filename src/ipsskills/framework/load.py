"""Loads the framework: from a cache when the files are as they were, else strictly from YAML."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ipsskills import __version__
from ipsskills.framework.faults import Fault, data_file_error
from ipsskills.framework.files import Source, content_hash, read_sources
from ipsskills.framework.merge import merge
from ipsskills.framework.reader import FaultsFound, read_yaml
from ipsskills.framework.types import CompetencesFile, CurriculumFile, Framework, LocalFile


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """Return pydantic's reader of a shape, built once a process."""
    return TypeAdapter(shape)


def load(folder: Path | None = None, cache_folder: Path | None = None) -> Framework:
    """Return the framework from a service's ``folder`` or, without one, as shipped.

    ``cache_folder`` holds JSON copies keyed by the files' content and the program's version; a copy
    that cannot be read or written is passed over. Raises DataFileError listing every fault.
    """
    sources = read_sources(folder)
    kept = cache_folder / f"framework-{_key(sources)}.json" if cache_folder else None
    if kept and (found := _from_cache(kept)):
        return found
    framework = parse(*sources)
    if kept:
        _to_cache(kept, framework)
    return framework


def parse(competences: Source, curriculum: Source, local: Source | None = None) -> Framework:
    """Return the framework from the texts of its files. Raises DataFileError with every fault."""
    faults: list[Fault] = []
    rated = _read(competences, CompetencesFile, faults)
    taught = _read(curriculum, CurriculumFile, faults)
    added = _read(local, LocalFile, faults) if local else None
    if faults:
        raise data_file_error(faults)
    try:
        return merge(
            (competences.name, rated),
            (curriculum.name, taught),
            (local.name, added) if local and added else None,
        )
    except FaultsFound as found:
        raise data_file_error(found.faults) from None


def from_text(text: str) -> Framework:
    """Return the framework from its `text`."""
    framework: Framework = adapter(Framework).validate_json(text)
    return framework


def _read(source: Source, shape: Any, faults: list[Fault]) -> Any:
    """Return a file's content, or None after adding its faults."""
    try:
        return read_yaml(Path(source.name).name, source.text, adapter(shape))
    except FaultsFound as found:
        faults += found.faults
        return None


def _key(sources: tuple[Source, Source, Source | None]) -> str:
    hashes = [content_hash(source.text) if source else "none" for source in sources]
    return content_hash(" ".join([__version__, *hashes]))[:32]


def _from_cache(path: Path) -> Framework | None:
    try:
        return from_text(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _to_cache(path: Path, framework: Framework) -> None:
    """Keep a copy for next time and drop those of earlier files; failing to is no fault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("framework-*.json"):
            old.unlink(missing_ok=True)
        part = path.with_suffix(".part")
        part.write_text(framework.text, encoding="utf-8")
        part.replace(path)
    except OSError:
        return
