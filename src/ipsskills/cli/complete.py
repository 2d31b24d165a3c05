"""Shell completion: units, people and formats. It must be quick and must never fail or write."""

from contextlib import closing

import typer


def complete_format(incomplete: str) -> list[str]:
    """Return the names of formats that begin like this."""
    from ipsskills.pages.writers.formats import FORMATS

    return [each.name for each in FORMATS if each.name.startswith(incomplete.lower())]


def complete_unit(incomplete: str) -> list[tuple[str, str]]:
    """Return unit ids that begin like this, with their short titles."""
    from ipsskills.cli.setup.context import framework
    from ipsskills.errors import IpsSkillsError

    try:
        units = framework().units
    except IpsSkillsError:
        return []
    return [(u.id, u.short) for u in units if u.id.lower().startswith(incomplete.lower())]


def complete_person(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return names in the record of the command that begin like this; who has left is left out.

    Asks the file directly, since a key press should not wait for the whole record room to load.
    """
    import sqlite3

    from ipsskills.cli.setup.context import Place
    from ipsskills.errors import IpsSkillsError

    query = (
        "SELECT name FROM person p WHERE NOT EXISTS "
        "(SELECT 1 FROM person n WHERE n.replaces = p.id) "
        "AND same_as IS NULL AND (\"left\" IS NULL OR \"left\" > date('now', 'localtime')) "
        "ORDER BY name"
    )
    try:
        path = Place(ctx.params.get("db"), bool(ctx.params.get("demo"))).record
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as record:
            names = [str(row[0]) for row in record.execute(query)]
    except (IpsSkillsError, OSError, sqlite3.Error):
        return []
    return [name for name in names if name.casefold().startswith(incomplete.casefold())]
