"""The rules of the method once more, written from its description alone, to hold the program to."""
