"""What the contract's tests share."""

from tests.contract.ways import files, kept_files, only_read, shared, stocked, undrawn
from tests.service import draw_dots_once, draw_once, lived, made

__all__ = [
    "draw_dots_once",
    "draw_once",
    "files",
    "kept_files",
    "lived",
    "made",
    "only_read",
    "shared",
    "stocked",
    "undrawn",
]
