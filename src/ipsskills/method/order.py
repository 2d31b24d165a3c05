"""The orders that units stand in: curriculum order and teaching order."""

from ipsskills.framework.ordering import id_key

_FIRST = ("1.1", "1.2", "1.3", "1.4")
_EARLY = ("1.6", "3.7", "3.8")
BEFORE_MEETING_CLIENTS = ("2.2", "2.4")
"""What is talked through on a case before anybody meets clients alone."""


def teaching_key(unit_id: str) -> tuple[int, int, int]:
    """Return the sort key of teaching order (docs/method.md, section 4).

    1.1 to 1.4, then section 2, then 1.6, 3.7 and 3.8 (needed before a first job offer), then the
    rest as numbered, then the areas.
    """
    if unit_id in _FIRST:
        group = 0
    elif unit_id.startswith("2."):
        group = 1
    elif unit_id in _EARLY:
        group = 2
    else:
        group = 3
    return (group, *id_key(unit_id))


EXPLAIN_TEACHING_ORDER = (
    "The stance, recovery, rationale and principles units (1.1 to 1.4) come first; then "
    "professional practice (2.1 to 2.6), because confidentiality (2.2) and sharing for safety "
    "(2.4) are talked through on a case before anybody meets clients alone; then law, money and "
    "disclosure (1.6, 3.7, 3.8), needed before a first job offer; then the rest as numbered; then "
    "the meta-competence and supporting areas."
)
