"""Pages: what is shown, first as a document without a format, then written in one.

Reads the results of the rules; knows nothing of the store, the terminal or commands.
"""
