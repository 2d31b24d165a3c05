"""Writes a page for each person of a team into a folder: all are made before one is written."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from ipsskills.cli.output.naming import find_free, name_file, name_folder
from ipsskills.cli.output.opening import open_file
from ipsskills.cli.output.pages import Made, PageOptions, prepare
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.errors import InvalidInput, NotFound, UsageError
from ipsskills.files import make_private_folder, write_bytes
from ipsskills.pages.words import join_words


def refuse_beside_team(person: str | None, **others: object) -> None:
    """Refuse what is about one person where a whole team is meant. Raises UsageError.

    ``others`` are options by their names in Python, and what was given for each.
    """
    if person:
        raise UsageError("--team is for several people.", f"Leave out '{person}', or --team.")
    for name, given in others.items():
        if given:
            option = f"--{name.replace('_', '-')}"
            raise UsageError(f"{option} is about one person.", f"Leave out {option}, or --team.")


def show_folder(
    command: str, team: str, every: Sequence[Made], options: PageOptions, without: Iterable[str]
) -> None:
    """Write a page for each person; ``without`` names those of whom there is nothing to write yet.

    The folder is the one asked for, or a new one named after the team, the page and the day. A
    file that is in it stays, but where it is to be replaced. Raises NotFound where nobody has
    anything to write, and InvalidInput for a folder that cannot be made or written in.
    """
    left = tuple(without)
    if not every:
        said = f"There is nothing to write yet for {join_words(left)}."
        raise NotFound(said, "No folder was made.")
    on, out = context.now().astimezone().date(), Output(command, options.json)
    chosen = options.find_format()
    made = [prepare(command, each, options, on) for each in every]
    written = [(chosen.write(each), each) for each in made]
    folder = _make_folder(options.output or find_free(name_folder(team, command, on)))
    files = []
    for content, each in written:
        path = folder / name_file(command, each.page, on, chosen.endings[0])
        path = path if options.force else find_free(path)
        files.append(write_bytes(path, content, replace=options.force))
        name = each.page.about.name if each.page.about else ""
        for notice in each.notices:
            out.notice(f"{name}: {notice}")
    if left:
        out.notice(f"Nothing to write yet for {join_words(left)}.")
    told = "\n".join(f"  {path.name}" for path in files)
    facts = {"path": folder, "files": [path.name for path in files], "without": left}
    out.result(facts, f"In {folder}:\n{told}")
    if options.opened:
        open_file(folder, out)


def _make_folder(path: Path) -> Path:
    """Return a folder that is there now, for this user alone where it is new."""
    try:
        make_private_folder(path)
    except OSError as error:
        said = os.strerror(error.errno).lower() if error.errno else "the place does not answer"
        raise InvalidInput(f"{path} cannot be a folder: {said}.", "Name another one.") from None
    return path.absolute()
