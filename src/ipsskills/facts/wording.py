"""The words that answers were given in: they turn codes into what a person reads."""

from ipsskills.framework.scale import SafetyWords, Scale
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The scale of the framework an assessment was made with, and today's words on safety.

    ``names`` are the short names of units, by id.
    """

    scale: Scale
    safety: SafetyWords
    names: dict[str, str]
