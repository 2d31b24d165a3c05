"""A folder holds so few files that its list is read at a glance."""

from collections import Counter
from collections.abc import Iterator

from checks.rules.rule import Rule
from checks.source import PACKAGE, Finding, Source

MOST = 20
MOST_BY_FOLDER = {"cli/commands": 30}  # one file a command, named as it is typed


def find(source: Source) -> Iterator[Finding]:
    """Yield folders with too many modules; their `__init__.py` is counted too."""
    for folder, count in _count(source).items():
        most = MOST_BY_FOLDER.get(folder, MOST)
        if count > most:
            yield Finding(f"src/{PACKAGE}/{folder}", 1, f"{count} files, at most {most}")


def measure(source: Source) -> str:
    """Return the fullest folder."""
    folder, count = _count(source).most_common(1)[0]
    return f"{count} in {folder or PACKAGE}"


def _count(source: Source) -> Counter[str]:
    return Counter(module.folder for module in source.modules)


RULE = Rule("folders", f"at most {MOST} files in a folder, cli/commands 30", find, measure)
