"""Modules do not import each other in a circle, not even from within a function.

An import counts wherever it stands, in a function too, since a late import only hides the circle.
One under `if TYPE_CHECKING` does not: it is never carried out, and two types may name each other.
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from checks.rules.rule import Rule
from checks.source import PACKAGE, Finding, Module, Source, list_imports


def find(source: Source) -> Iterator[Finding]:
    """Yield the circles, each once; the last arrow of one is taken away to find the next."""
    graph = {module.name: _imported_modules(module, source) for module in source.modules}
    paths = {module.name: module.path for module in source.modules}
    while circle := _find_circle(graph):
        yield Finding(f"src/{PACKAGE}/{paths[circle[0]]}", 1, " → ".join(circle))
        graph[circle[0]].discard(circle[1])


def _find_circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        # The sorter names what comes before; turned round, each imports the next.
        return list(reversed(error.args[1]))
    return []


def _imported_modules(module: Module, source: Source) -> set[str]:
    targets = (one.ours for one in list_imports(module.tree) if one.ours and not one.typing_only)
    return {
        target if target in source.names else target.rpartition(".")[0] for target in targets
    } & source.names - {module.name}


RULE = Rule("circles", "no import circles, late imports counted", find)
