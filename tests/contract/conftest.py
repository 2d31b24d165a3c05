"""What the contract's tests share."""

from tests.service import lived, made

__all__ = ["lived", "made"]
