"""Tests of forms that somebody fills in without the program."""
