"""Writes forms to be filled in without the program: a writer each, and the list of them."""
