"""Shell completion: units, people and formats. It must be quick and must never fail or write."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

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


def complete_nation(incomplete: str) -> list[str]:
    """Return the nations whose names begin like this."""
    from ipsskills.nations import NATION_NAMES

    return [name for name in NATION_NAMES if name.lower().startswith(incomplete.lower())]


def complete_blank(incomplete: str) -> list[tuple[str, str]]:
    """Return the names of blank pages that begin like this, with their titles."""
    from ipsskills.cli.setup.context import blanks
    from ipsskills.errors import IpsSkillsError

    try:
        pages = blanks().blanks
    except IpsSkillsError:
        return []
    return [(page.name, page.title) for page in pages if page.name.startswith(incomplete.lower())]


def complete_part(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of units, domains and sections that begin like this, with what they are called."""
    from ipsskills.cli.setup.context import framework
    from ipsskills.errors import IpsSkillsError

    try:
        whole = framework()
    except IpsSkillsError:
        return []
    named = {unit.id: unit.short for unit in whole.units}
    parts = [(part.id, part.name) for part in whole.domains if part.id not in named]
    parts += [(section.id, section.title) for section in whole.sections]
    parts.append(("scale", "how it is asked"))
    wanted = incomplete.lower()
    return [each for each in (*named.items(), *parts) if each[0].lower().startswith(wanted)]


def complete_person(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return names in the record of the command that go on from this; who has left is left out.

    Each is one word that means that person (`NameWords`), with the name where it differs. Asks the
    file directly, since a key press should not wait for the whole record room to load.
    """
    import sqlite3

    from ipsskills.cli.setup.context import Place
    from ipsskills.errors import IpsSkillsError

    query = (
        "SELECT thing, name, same_as, \"left\" IS NULL OR \"left\" > date('now', 'localtime') "
        "FROM person p WHERE NOT EXISTS (SELECT 1 FROM person n WHERE n.replaces = p.id) "
        "ORDER BY name"
    )
    try:
        path = Place(ctx.params.get("db"), bool(ctx.params.get("demo"))).record
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as record:
            people = [(str(who), str(name), *more) for who, name, *more in record.execute(query)]
    except (IpsSkillsError, OSError, sqlite3.Error):
        return []
    return list(_offer(people, incomplete))


def _offer(people: list[tuple[Any, ...]], incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the word for each of those people who are here, with the name where it differs."""
    from functools import partial

    from ipsskills.cli.completion.words import NameWords, say_whole
    from ipsskills.record.identity import survivor

    links = {who: same_as for who, _, same_as, _ in people if same_as}
    words = NameWords({who: name for who, name, *_ in people}, partial(survivor, links))
    for who, name, same_as, here in people:
        if here and not same_as and (word := words.offer(who, incomplete)):
            yield word, say_whole(name, word)
