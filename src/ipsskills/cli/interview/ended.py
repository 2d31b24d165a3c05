"""How an interview can end."""

from enum import StrEnum


class Ended(StrEnum):
    """What the person chose at the end, or on the way."""

    FINISH = "finish"
    FINISH_AND_AREAS = "finish, then the areas"
    LEAVE = "leave"
