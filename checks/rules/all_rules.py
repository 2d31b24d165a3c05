"""The list of rules, in the order in which they are shown."""

from checks.rules import (
    circles,
    class_names,
    commands,
    direction,
    folders,
    functions,
    modules,
    positional,
    private,
)

RULES = (
    folders.RULE,
    modules.RULE,
    functions.RULE,
    direction.RULE,
    circles.RULE,
    private.RULE,
    class_names.RULE,
    positional.RULE,
    commands.RULE,
)
