"""The order of ids: 3.2 before 3.10, units before meta-competence areas before supporting areas."""

import re
from functools import lru_cache

_UNIT = r"(\d+)\.(\d+)"
_AREA = r"([MA])(\d+)"


@lru_cache(maxsize=1024)  # a page sorts the same few ids thousands of times
def id_key(unit_id: str) -> tuple[int, int]:
    """Return the sort key of a unit or area id (curriculum order). Unknown forms come last."""
    if match := re.fullmatch(_UNIT, unit_id):
        return int(match[1]), int(match[2])
    if match := re.fullmatch(_AREA, unit_id):
        return (1000 if match[1] == "M" else 2000), int(match[2])
    return 9000, 0
