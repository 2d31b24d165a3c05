"""What is raised where something that was kept cannot be read: which value, never the value itself.

It is told to a user as `DamagedRecord`, with the file and the way back, by whoever opened the file.
"""

LONGEST_KEY = 80


class Unreadable(Exception):
    """A part of the record cannot be read; the message says which, as the object of "cannot"."""


class NotOurs(Exception):
    """What is in the record's place was not made by this program."""


def name_value(table: str, key: object, column: str) -> str:
    """Return how a value is named: its column, row and table. A key may be damaged itself."""
    known = isinstance(key, str) and key.isprintable() and 0 < len(key) <= LONGEST_KEY
    return f"{column} of {key if known else 'a row'} in {table}"
