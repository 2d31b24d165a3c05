"""Looks after what could tell who somebody is. Text, names and lists only: no clock, no files."""
