"""Undo: the last change by whoever works here, told first, then put back by new versions."""
