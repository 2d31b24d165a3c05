"""What the contract's tests share."""

from tests.contract.ways import files, stocked, undrawn
from tests.service import draw_dots_once, draw_once, lived, made

__all__ = ["draw_dots_once", "draw_once", "files", "lived", "made", "stocked", "undrawn"]
