"""What the contract's tests share."""

from tests.contract.ways import files, stocked
from tests.service import lived, made

__all__ = ["files", "lived", "made", "stocked"]
