"""Reads what a page speaks of: both views, the words they were given in, what is kept apart."""
