"""The command line: the only room that prints or asks, and the only one that knows the time."""
