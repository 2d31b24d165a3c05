"""Forms that somebody fills in without the program, made and taken in."""
