"""What the product's own connection says of itself. No timing: a promise read back."""

from collections.abc import Iterator

from benchmarks.home import Home
from benchmarks.measure import Line
from benchmarks.records import one_assessment
from ipsskills.record.sqlite.health import look_at

WANTED = {"synchronous": "2", "journal_mode": "delete", "foreign_keys": "1"}


def settings(home: Home) -> Iterator[Line]:
    """Yield the settings that keep answers safe."""
    one_assessment(home)
    found = dict(look_at(home.record).settings)
    for name, wanted in WANTED.items():
        read = found[name]
        yield Line(f"the product's own connection: {name}", wanted, read, "", read == wanted)
