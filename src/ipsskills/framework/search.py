"""Finds units by number, slug or words, the way a person types them."""

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.folding import fold
from ipsskills.framework.types import Framework, Unit


def find_unit(framework: Framework, name: str) -> Unit:
    """Return the unit named by id, slug or a part of its title that no other title has.

    Raises NotFound, listing the candidates when there are several.
    """
    wanted = fold(name)
    for unit in framework.units:
        if wanted in (unit.id.lower(), unit.slug):
            return unit
    near = [u for u in framework.units if wanted and wanted in fold(f"{u.title} {u.short}")]
    if len(near) == 1:
        return near[0]
    if near:
        listed = ", ".join(f"{u.id} {u.short}" for u in near)
        raise NotFound(f"'{name}' could be: {listed}.", "Type the number, for example 3.8.")
    raise NotFound(
        f"There is no unit '{name}'.",
        f"Units are numbered 1.1 to 3.16, areas M1 to M10, A1 and A2: {do('framework show')}",
    )
