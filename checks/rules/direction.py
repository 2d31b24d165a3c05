"""Imports go one way, and a library stays in the room that needs it."""

from collections.abc import Iterator

from checks.rooms import BELOW, LIBRARIES
from checks.rules.rule import Rule
from checks.source import Finding, Import, Module, Source, list_imports


def find(source: Source) -> Iterator[Finding]:
    """Yield imports that the table of rooms does not allow, and modules in no room of it."""
    for module in source.modules:
        if module.room not in BELOW:
            yield module.found(module.tree.body[0], f"{module.room} is not in checks/rooms.py")
        else:
            for one in find_wrong_imports(module):
                yield module.found(one.node, f"imports {one.target}")


def find_wrong_imports(module: Module) -> Iterator[Import]:
    """Yield what a module of a known room imports and must not, wherever it does so."""
    for one in list_imports(module.tree):
        library = one.target.split(".")[0]
        if one.ours is not None:
            own = _within(one.ours, (module.room,)) or one.ours == "__version__"
            if not own and not _within(one.ours, BELOW[module.room]):
                yield one
        elif library in LIBRARIES and not _within(module.name, LIBRARIES[library]):
            yield one


def _within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


RULE = Rule("direction", "imports as checks/rooms.py allows", find)
