"""The source as the rules read it: parsed once, never imported."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "ipsskills"
INIT = "__init__"


@dataclass(frozen=True)
class Finding:
    """One place where a rule is broken: the file, the line in it, and what is wrong there."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Module:
    """One module of the package: its path below the package, with "/" between, and its text."""

    path: str
    text: str

    @cached_property
    def name(self) -> str:
        """The dotted name without the package's: "cli.commands.plan"; a package's is its own."""
        parts = self.path.removesuffix(".py").split("/")
        return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == INIT else parts)

    @cached_property
    def room(self) -> str:
        """The room it lives in: "cli"; a module beside the rooms is a room of its own."""
        return self.name.split(".", 1)[0]

    @cached_property
    def folder(self) -> str:
        """The folder it lies in, below the package: "cli/commands"."""
        return self.path.rpartition("/")[0]

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> frozenset[str]:
        """The names of the functions it defines at its top level."""
        return frozenset(n.name for n in self.tree.body if isinstance(n, ast.FunctionDef))

    @cached_property
    def lines(self) -> int:
        """How many lines it has, blank lines and comments among them."""
        return len(self.text.splitlines())

    def found(self, node: ast.stmt | ast.expr, what: str) -> Finding:
        """Return a finding at a place in this module."""
        return Finding(f"src/{PACKAGE}/{self.path}", node.lineno, what)


@dataclass(frozen=True)
class Source:
    """All that the rules look at: the modules of the package, and the texts of data/*.yaml."""

    modules: Sequence[Module]
    data: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all modules, to tell a module from a name inside one."""
        return frozenset(module.name for module in self.modules)


@cache
def read_source(root: Path = ROOT) -> Source:
    """Read the package and the data files of a checkout, once a process."""
    package = root / "src" / PACKAGE
    return Source(
        [
            Module(path.relative_to(package).as_posix(), path.read_text(encoding="utf-8"))
            for path in sorted(package.rglob("*.py"))
        ],
        {
            f"data/{path.name}": path.read_text(encoding="utf-8")
            for path in sorted((root / "data").glob("*.yaml"))
        },
    )


@dataclass(frozen=True)
class Import:
    """One name that a module imports: "ipsskills.errors.NotFound", and where it says so."""

    target: str
    node: ast.Import | ast.ImportFrom
    typing_only: bool

    @property
    def ours(self) -> str | None:
        """The name below the package, or None where another package is imported."""
        top, _, rest = self.target.partition(".")
        return rest if top == PACKAGE else None


def list_imports(tree: ast.Module) -> Iterator[Import]:
    """Yield what a module imports anywhere: in functions and under `if TYPE_CHECKING` as well.

    Raises ValueError for an import that does not name its module in full.
    """
    yield from _imports(tree, typing_only=False)


def _imports(parent: ast.AST, *, typing_only: bool) -> Iterator[Import]:
    if isinstance(parent, ast.If) and _asks_whether_typing(parent.test):
        for node in parent.body:
            yield from _imports_of(node, typing_only=True)
        for node in parent.orelse:
            yield from _imports_of(node, typing_only=typing_only)
        return
    for child in _statements_in(parent):
        yield from _imports_of(child, typing_only=typing_only)


def _asks_whether_typing(test: ast.expr) -> bool:
    names = (getattr(node, "id", getattr(node, "attr", "")) for node in ast.walk(test))
    return "TYPE_CHECKING" in names


def _statements_in(parent: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in the blocks of a statement: an import is part of no expression."""
    for block in ("body", "orelse", "finalbody", "handlers", "cases"):
        yield from getattr(parent, block, ())


def _imports_of(node: ast.AST, *, typing_only: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, node, typing_only) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        if node.level:
            raise ValueError(f"line {node.lineno}: an import names its module in full")
        for alias in node.names:
            yield Import(f"{node.module}.{alias.name}", node, typing_only)
    else:
        yield from _imports(node, typing_only=typing_only)


def list_docstrings(tree: ast.Module) -> set[int]:
    """Return the ids of the nodes that are docstrings, of attributes too: texts nobody is shown."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
