"""Random ids that sort by the time they were made: UUID version 7 (RFC 9562, section 5.7)."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id(at: datetime) -> str:
    """Return a new id: 48 bits of Unix milliseconds of ``at``, version 7, 74 random bits."""
    import secrets  # loads OpenSSL, which reading has no need of

    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1) & ((1 << 48) - 1)
    value = (milliseconds << 80) | secrets.randbits(80)
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    return str(UUID(int=value))
