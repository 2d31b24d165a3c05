"""The training record: what is added, corrected, taken back and listed."""
