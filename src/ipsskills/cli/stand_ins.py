"""Words that the help prints in place of one's own, as WORDS or NAME: refused where they are typed.

What somebody copies from a page letter by letter would otherwise be kept as what they said, or name
a file or a person called so. An example from the command's own help is shown instead.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ipsskills.errors import UsageError

# What each stands for, and an example where the command's help has none.
_STANDS_FOR: Mapping[str, tuple[str, str]] = {
    "WORDS": ("words of your own", '"In words of your own"'),
    "NAME": ("a name", '"Lee Sample"'),
    "DATE": ("a day", '"12 Jan 2027"'),
    "FILE": ("the name of a file", "answers.csv"),
}
_OTHER = ("something of your own", "")
_SHORTEST = 2  # people join A B: somebody may well be called by one letter


def refuse_stand_ins(value: Any, param: Any, ctx: Any) -> None:
    """Raise UsageError, with an example, if a parameter was given what only stands for a value.

    That is one of the words above, or the word that the help has for this parameter.
    """
    if not value:
        return
    named = {word for word in re.findall("[A-Z]+", param.metavar or "") if len(word) >= _SHORTEST}
    for word in value if isinstance(value, list | tuple) else (value,):
        if word in _STANDS_FOR or word in named:
            what, own = _STANDS_FOR.get(word, _OTHER)
            example = _find_example(param, ctx, own)
            raise UsageError(
                f"{word} stands here for {what}; nothing was kept.", f"For example: {example}"
            )


def _find_example(param: Any, ctx: Any, own: str) -> str:
    """Return a line of the command's help that shows this parameter, or one that is made up."""
    lines = [line.strip() for line in (ctx.command.epilog or "").splitlines()[2:]]
    if param.param_type_name == "argument":
        return next(iter(lines), ctx.command_path)
    return next(
        (line for line in lines if set(line.split()) & set(param.opts)),
        f"{ctx.command_path} {_longest(param.opts)} {own}".strip(),
    )


def _longest(opts: Iterable[str]) -> str:
    return max(opts, key=len)
