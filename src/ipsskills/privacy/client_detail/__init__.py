"""The check for words by which a client could be known. It is ours, small, and finds not all.

Start at ``check.find``.
"""
