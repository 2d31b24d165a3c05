"""Reads the list of faults, and plants one in a copy of the source."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.rules.commands import CLI
from checks.source import PACKAGE, ROOT, Source, list_imports

LIST = Path(__file__).parent / "faults.toml"
USE_CASES = "usecases"


@dataclass(frozen=True, kw_only=True)
class SeededFault:
    """One fault: what to replace in which file, and the tests that should notice.

    ``file`` is below the package; ``use_case`` is the function, below usecases, that it is in.
    """

    name: str
    file: str
    find: str
    replace: str
    tests: tuple[str, ...]
    use_case: str = ""

    @property
    def room(self) -> str:
        """The room it is in."""
        return self.file.split("/")[0].removesuffix(".py")


class NotToBePlanted(ValueError):
    """The text that a fault replaces is not in its file, or is there more than once."""


def read_faults(path: Path = LIST) -> tuple[SeededFault, ...]:
    """Return the faults of the list, in its order."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["fault"]
    return tuple(SeededFault(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries)


def plant(fault: SeededFault, text: str) -> str:
    """Return the text of the fault's file with the fault in it. Raises NotToBePlanted."""
    if (count := text.count(fault.find)) != 1:
        raise NotToBePlanted(f"{fault.name}: its text is {count} times in {fault.file}")
    return text.replace(fault.find, fault.replace)


def find_file(fault: SeededFault, root: Path = ROOT) -> Path:
    """Return the file that a fault is planted in, in a checkout."""
    return root / "src" / PACKAGE / fault.file


def list_use_cases(source: Source) -> set[str]:
    """Return the functions of usecases that cli imports: "reports.report.report"."""
    functions = {
        f"{module.name}.{name}"
        for module in source.modules
        if module.room == USE_CASES
        for name in module.functions
    }
    return {
        name.removeprefix(f"{USE_CASES}.") for name in _imported_by_cli(source) if name in functions
    }


def _imported_by_cli(source: Source) -> Iterator[str]:
    for module in source.modules:
        if module.room == CLI:
            yield from (one.ours for one in list_imports(module.tree) if one.ours)


def select_faults(faults: Sequence[SeededFault], names: Sequence[str]) -> list[SeededFault]:
    """Return the faults whose name, room or use case is among the names; all without any.

    Raises ValueError for a name that fits none.
    """
    if not names:
        return list(faults)
    fits = {one for fault in faults for one in (fault.name, fault.room, fault.use_case)}
    if unknown := [name for name in names if name not in fits]:
        raise ValueError(f"no such fault, room or use case: {', '.join(unknown)}")
    return [one for one in faults if {one.name, one.room, one.use_case} & set(names)]
