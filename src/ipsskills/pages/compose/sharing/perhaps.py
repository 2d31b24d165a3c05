"""What is said where whom a file is about may be somebody who was erased here since."""

from datetime import date

from ipsskills.pages.words import day


def say_perhaps(name: str, on: date) -> str:
    """Return that somebody was erased after a file was made; who it was nobody keeps."""
    return (
        f"Somebody was erased from this record on {day(on)}, after this file was made. It keeps no "
        f"name of whoever was erased, so {name} may be them."
    )
