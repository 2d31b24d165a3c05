"""Ids: random ones that sort by the time they were made (UUID version 7, RFC 9562, section 5.7).

Beside them those that follow from what they name, the same in every record, and those that an id
becomes for somebody who begins anew.
"""

import os
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOW, _HIGH = (1 << 62) - 1, 0xFFF  # the 62 and 12 bits of an id that tell neither time nor version
_FURTHER = 0x2A6_5D1B_93C7_4F08_E2B7  # an odd number of 74 bits, the same everywhere and for good


def draw_bits() -> int:
    """Return 80 bits by chance, from the system: `secrets` would load OpenSSL for them."""
    return int.from_bytes(os.urandom(10))


def new_id(at: datetime) -> str:
    """Return a new id: 48 bits of Unix milliseconds of ``at``, version 7, 74 random bits."""
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1) & ((1 << 48) - 1)
    value = (milliseconds << 80) | draw_bits()
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    return str(UUID(int=value))


def derive_id(*parts: str) -> str:
    """Return the id that follows from some texts, the same everywhere: UUID version 8.

    Whatever makes a record of the same thing elsewhere gives it the same id. The texts may not hold
    a line break, which parts them (RFC 9562, section 5.8).
    """
    from hashlib import sha256  # loads OpenSSL, which no answer waits for

    value = int.from_bytes(sha256("\n".join(parts).encode()).digest()[:16])
    value = value & ~(0xF << 76) | (0x8 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    return str(UUID(int=value))


def renew_id(own: str, steps: int = 1) -> str:
    """Return the id that another becomes, so many ``steps`` further; with fewer than 0, back again.

    Time and version stay, the other 74 bits go on by a number that never changes: every record
    goes the same way, no two ids become one, and the way back is as sure.
    """
    value = UUID(own).int
    bits = (value >> 64 & _HIGH) << 62 | value & _LOW
    bits = bits + steps * _FURTHER & (_HIGH << 62 | _LOW)
    kept = value & ~(_HIGH << 64 | _LOW)
    return str(UUID(int=kept | bits >> 62 << 64 | bits & _LOW))
