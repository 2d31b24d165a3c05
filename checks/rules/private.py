"""What a module names with a leading underscore is its own."""

import ast
from collections.abc import Iterator

from checks.rules.rule import Rule
from checks.source import Finding, Module, Source, list_imports

# Public by documentation though named with an underscore: methods of named tuples, os._exit.
PUBLIC = {"_asdict", "_replace", "_fields", "_make", "_exit", "_mapping"}


def find(source: Source) -> Iterator[Finding]:
    """Yield imports of another module's private names, and uses of such attributes.

    An attribute is the module's own where it is asked of `self` or `cls`, or where this module
    defines a name like it.
    """
    for module in source.modules:
        for one in list_imports(module.tree):
            if one.ours is not None and any(_is_private(part) for part in one.target.split(".")):
                yield module.found(one.node, f"imports {one.target}")
        own = _own_names(module)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and _is_foreign(node, own):
                yield module.found(node, f"uses {ast.unparse(node)}")


def _is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def _is_foreign(node: ast.Attribute, own: set[str]) -> bool:
    asked = node.value.id if isinstance(node.value, ast.Name) else None
    return (
        _is_private(node.attr)
        and node.attr not in PUBLIC
        and node.attr not in own
        and asked not in {"self", "cls"}
    )


def _own_names(module: Module) -> set[str]:
    """Return the names that a module defines, those of its classes' attributes among them."""
    names = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        ):
            names.add(node.attr)
    return names


RULE = Rule("private", "no private name of another module", find)
