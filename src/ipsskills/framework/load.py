"""Loads the framework: from a cache while the files are unchanged, else strictly from YAML."""

import json
from pathlib import Path
from typing import Any

from ipsskills.doing import holds_written
from ipsskills.framework.cache import copy_place, from_json, keep_copy, read_copy
from ipsskills.framework.faults import Fault, data_file_error
from ipsskills.framework.files import Source, read_sources
from ipsskills.framework.lessons import from_lines, put_on_lines
from ipsskills.framework.types import CompetencesFile, CurriculumFile, Framework, LocalFile

_OLD_NOTE = '"nation":'  # the key by which notes named where they hold


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
        keep_copy(kept, put_on_lines(framework.text))
    return framework


def read_kept(path: Path) -> Framework | None:
    """Return the framework from a copy, or None if there is none that can be used."""
    copy = read_copy(path)
    try:
        framework = from_lines(copy.content) if copy else None
    except (ValueError, KeyError, TypeError):
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
    try:
        framework = from_json(Framework, _leave_out_old_notes(text))
    except (KeyError, TypeError, RecursionError):
        raise ValueError("no framework") from None
    vars(framework)["text"] = text  # the very text that its hash was made of
    return framework


def _leave_out_old_notes(text: str) -> str:
    """Return a framework's text without notes as they were up to version 2026.1, if it has any.

    Records keep the text that an assessment was begun with, to ask on in its words. No answer rests
    on a note, so one that cannot tell its age need not keep the rest from being read.
    """
    if _OLD_NOTE not in text:
        return text
    whole = json.loads(text, strict=False)
    for unit in whole["units"]:
        unit["curriculum"]["notes"] = [n for n in unit["curriculum"]["notes"] if "grade" in n]
    return json.dumps(whole, ensure_ascii=False)


def _read(source: Source, shape: Any, faults: list[Fault]) -> Any:
    """Return a file's content, or None after adding its faults."""
    from ipsskills.framework.reader import FaultsFound, read_yaml
    from ipsskills.framework.strict import adapter

    try:
        return read_yaml(Path(source.name).name, source.text, adapter(shape))
    except FaultsFound as found:
        faults += found.faults
        return None
