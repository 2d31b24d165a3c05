"""``python -m checks.bounds`` prints the oldest allowed version of each dependency, as constraints.

They are the lower bounds of pyproject.toml, made exact: `typer>=0.29` becomes `typer==0.29`.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from checks.source import ROOT

BOUND = re.compile(r"(?P<name>[A-Za-z0-9._-]+)>=(?P<version>[0-9.]+)(?P<marker>\s*;.*)?")


def list_oldest(path: Path = ROOT / "pyproject.toml") -> Iterator[str]:
    """Yield a line for each dependency, those for development too.

    Raises ValueError for a dependency without a lower bound, or with more than that.
    """
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    for dependency in (*project["dependencies"], *(one for extra in extras for one in extra)):
        match = BOUND.fullmatch(dependency)
        if match is None:
            raise ValueError(f"{dependency}: a name and a lower bound, such as typer>=0.29")
        yield f"{match['name']}=={match['version']}{match['marker'] or ''}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in list_oldest())
