"""What a step is."""

from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Step:
    """One numbered change of the store's form: SQL statements that every database understands."""

    number: int
    name: str
    statements: tuple[str, ...]
