"""Forms to fill in without the program: making them, and taking in what was filled in."""
