"""Tests of files that are exchanged."""
