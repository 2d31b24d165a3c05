"""Loads the framework: from a cache while the files are unchanged, else strictly from YAML."""

from pathlib import Path
from typing import Any

from ipsskills.doing import holds_written
from ipsskills.framework.cache import copy_place, from_json, keep_copy, read_copy
from ipsskills.framework.faults import Fault, data_file_error
from ipsskills.framework.files import Source, read_sources
from ipsskills.framework.types import CompetencesFile, CurriculumFile, Framework, LocalFile


def load(folder: Path | None = None, cache_folder: Path | None = None) -> Framework:
    """Return the framework from a service's ``folder`` or, without one, as shipped.

    ``cache_folder`` holds JSON copies (``framework/cache.py``). Raises DataFileError listing every
    fault.
    """
    sources = read_sources(folder)
    kept = copy_place(cache_folder, "framework", sources) if cache_folder else None
    if kept and (found := read_kept(kept)):
        return found
    framework = parse(*sources)
    if kept:
        keep_copy(kept, framework.text)
    return framework


def read_kept(path: Path) -> Framework | None:
    """Return the framework from a copy, or None if there is none that can be used."""
    copy = read_copy(path)
    try:
        framework = from_text(copy.text) if copy else None
    except ValueError:
        return None
    if copy and framework:
        vars(framework)["hash"] = copy.hash
    return framework


def parse(competences: Source, curriculum: Source, local: Source | None = None) -> Framework:
    """Return the framework from the texts of its files. Raises DataFileError with every fault."""
    from ipsskills.framework.merge import merge
    from ipsskills.framework.reader import FaultsFound

    faults: list[Fault] = []
    rated = _read(competences, CompetencesFile, faults)
    taught = _read(curriculum, CurriculumFile, faults)
    added = _read(local, LocalFile, faults) if local else None
    if faults:
        raise data_file_error(faults)
    try:
        whole = merge(
            (competences.name, rated),
            (curriculum.name, taught),
            (local.name, added) if local and added else None,
        )
    except FaultsFound as found:
        raise data_file_error(found.faults) from None
    return from_text(whole.text) if holds_written(whole.text) else whole


def from_text(text: str) -> Framework:
    """Return the framework from its `text`, which it keeps as it is: marks are in its fields only.

    Raises ValueError if it is none.
    """
    framework = from_json(Framework, text)
    vars(framework)["text"] = text  # the very text that its hash was made of
    return framework


def _read(source: Source, shape: Any, faults: list[Fault]) -> Any:
    """Return a file's content, or None after adding its faults."""
    from ipsskills.framework.reader import FaultsFound, read_yaml
    from ipsskills.framework.strict import adapter

    try:
        return read_yaml(Path(source.name).name, source.text, adapter(shape))
    except FaultsFound as found:
        faults += found.faults
        return None
