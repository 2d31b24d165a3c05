"""What changed between two dates: named units and what they moved from and to."""

from collections.abc import Mapping

from ipsskills.codes import Code
from ipsskills.framework.ordering import id_key
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing


@dataclass(frozen=True)
class Move:
    """One unit that moved between two answers 0 to 3."""

    unit: str
    before: Standing
    after: Standing

    @property
    def up(self) -> bool:
        """Whether less help is needed than before."""
        return str(self.after.value) > str(self.before.value)


def list_moves(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> tuple[Move, ...]:
    """Return the units that moved, in curriculum order (docs/method.md, section 5).

    Only where scale version and way of asking are the same, and only between answers 0 to 3.
    """
    return tuple(
        Move(unit, before[unit], after[unit])
        for unit in sorted(before.keys() & after.keys(), key=id_key)
        if _are_comparable(before[unit], after[unit]) and before[unit].value != after[unit].value
    )


def _are_comparable(one: Standing, other: Standing) -> bool:
    def is_rated(code: Code | None) -> bool:
        return code is not None and code.rated

    return one.same_question(other) and is_rated(one.value) and is_rated(other.value)


EXPLAIN_CHANGE = (
    "A change is shown unit by unit: what it was and what it is. Only answers to the same question "
    "on the same scale are set side by side. An answer that is lower than before may be better "
    "insight, for example after training; it is not a step back by itself."
)
