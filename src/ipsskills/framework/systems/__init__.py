"""What holds the framework together: its map, pages of explained facts, crosswalks.

Each is a file of its own with a copy of its own, so that pages of answers never wait for them.
"""
