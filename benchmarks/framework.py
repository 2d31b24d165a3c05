"""Loading the framework files, strictly and from the cache."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from benchmarks.home import Home
from benchmarks.measure import Line, at_most, time_of
from ipsskills.framework.decode import builder
from ipsskills.framework.files import read_sources
from ipsskills.framework.load import load
from ipsskills.framework.strict import adapter

THAN = "PyYAML's C loader"


def framework(home: Home) -> Iterator[Line]:
    """Yield loading without and with the cache, both as a fresh process would pay for it."""
    texts = [source.text for source in read_sources() if source]
    theirs = time_of(partial(_plain_yaml, texts))
    yield at_most(1.5, "loading the framework files", time_of(partial(_load, None)), theirs, THAN)
    cached = partial(_load, home.folder)
    cached()
    yield at_most(0.3, "loading them from the cache", time_of(cached), theirs, THAN)


def _load(cache_folder: Path | None) -> object:
    """Load as a process does that has loaded nothing before."""
    adapter.cache_clear()
    builder.cache_clear()
    return load(None, cache_folder)


def _plain_yaml(texts: list[str]) -> list[object]:
    return [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]
