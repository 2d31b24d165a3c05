"""What the tests of typed days share with those of the command line."""

from tests.service import lived, made

__all__ = ["lived", "made"]
