"""Forms that somebody fills in without the program: what comes back of them, and their sheets."""
