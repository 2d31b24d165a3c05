"""Records that were damaged on purpose, and what the program makes of them."""
