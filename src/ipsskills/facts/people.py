"""People as pages and programs see them: an id that stays, and the name of today."""

from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class PersonNamed:
    """A person by id and by the name they have now; ``me`` is whether they are the reader."""

    id: str
    name: str
    me: bool = False
