"""Tests of the files that people exchange."""
