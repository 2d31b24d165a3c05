"""Loads what only some commands show, each part of the content with a copy of its own in the cache.

What is read is the same whether it comes from the copy or strictly from the file.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ipsskills.doing import holds_written
from ipsskills.framework.cache import copy_place, from_json, keep_copy, read_copy
from ipsskills.framework.faults import Fault, data_file_error
from ipsskills.framework.files import Source, find_source
from ipsskills.jsonable import to_json

T = TypeVar("T")


def load_single(
    name: str,
    shape: type[T],
    folder: Path | None,
    cache_folder: Path | None,
    check: Callable[[T], Iterable[Fault]] = lambda _: (),
) -> T:
    """Return what a file says, from a copy if there is one of just this text.

    ``folder`` is a service's own; a file that is not there is taken from the shipped ones. What is
    read has to pass a ``check`` of its own before a copy is kept. Raises DataFileError with every
    fault.
    """
    source = find_source(name, folder)
    kept = copy_place(cache_folder, Path(name).stem, [source]) if cache_folder else None
    return load_kept(shape, kept, lambda: _parse(source, name, shape, check))


def load_made(
    stem: str,
    shape: type[T],
    sources: Sequence[Source],
    cache_folder: Path | None,
    make: Callable[[], T],
) -> T:
    """Return what is made from several files, from the copy of a name (``stem``) if it is theirs.

    Raises whatever ``make`` does.
    """
    kept = copy_place(cache_folder, stem, sources) if cache_folder else None
    return load_kept(shape, kept, make)


def load_kept(shape: type[T], kept: Path | None, read: Callable[[], T]) -> T:
    """Return a shape from its copy at ``kept``, or else read it and keep a copy there."""
    if kept and (found := _read_kept(shape, kept)):
        return found
    made = read()
    text = to_json(made)
    if kept:
        keep_copy(kept, text)
    return from_json(shape, text) if holds_written(text) else made


def _read_kept(shape: type[T], path: Path) -> T | None:
    copy = read_copy(path)
    try:
        return from_json(shape, copy.content) if copy else None
    except ValueError:
        return None


def _parse(source: Source, name: str, shape: Any, check: Callable[[Any], Iterable[Fault]]) -> Any:
    from ipsskills.framework.reader import FaultsFound, read_yaml
    from ipsskills.framework.strict import adapter

    try:
        read = read_yaml(name, source.text, adapter(shape))
    except FaultsFound as found:
        raise data_file_error(found.faults) from None
    if faults := list(check(read)):
        raise data_file_error(faults)
    return read
