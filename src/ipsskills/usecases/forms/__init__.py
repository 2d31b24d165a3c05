"""Making forms that somebody fills in without the program."""
