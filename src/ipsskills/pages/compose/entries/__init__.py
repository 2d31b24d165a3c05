"""The training record: one entry in words, lists, coverage, review."""
