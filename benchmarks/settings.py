"""What the product's own connection says of itself. No timing: a promise read back."""

from collections.abc import Iterator

from benchmarks.home import Home
from benchmarks.measure import Line
from benchmarks.records import one_assessment
from ipsskills.record.health import look_at

WANTED = {"synchronous": "2", "journal_mode": "delete", "foreign_keys": "1"}


def settings(home: Home) -> Iterator[Line]:
    """Yield the settings that keep answers safe."""
    one_assessment(home)
    read = dict(look_at(home.record).settings)
    found = {name: read[name] for name in WANTED}
    yield Line(
        "settings of the product's own connection", _told(WANTED), _told(found), "", found == WANTED
    )


def _told(values: dict[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())
