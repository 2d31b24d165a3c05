"""Writes the pages of ``docs/`` that come from the program, and checks that they are current.

``python docs/generate.py`` writes them, ``--check`` only looks, ``--pictures`` makes the pictures
of the README as well.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path

from pictures import list_old, make_pictures

HERE = Path(__file__).resolve().parent
MADE = "<!-- Made by docs/generate.py from the program itself; edit the program, not this page. -->"


def cli_page() -> str:
    """Return the reference of every command, from its own help."""
    parts = ["# Commands", MADE, _help()]
    for words in commands():
        parts += [f"## ipsskills {' '.join(words)}", _help(*words)]
    return "\n\n".join(parts) + "\n"


def commands() -> Iterator[tuple[str, ...]]:
    """Yield every command and sub-command, in the order of the help."""
    from ipsskills.cli.program import COMMANDS, load

    for name in COMMANDS:
        yield (name,)
        for inner in getattr(load(name), "commands", {}):
            yield (name, inner)


def exit_codes_page() -> str:
    """Return the table of exit codes, from the classes of errors."""
    from ipsskills import errors
    from ipsskills.cli.errors import CLOSED_PIPE

    classes = [
        c
        for c in vars(errors).values()
        if isinstance(c, type) and issubclass(c, errors.IpsSkillsError)
    ]
    rows = [(0, "", "Done.")]
    rows += [(c.exit_code, c.name, (c.__doc__ or "").splitlines()[0]) for c in classes[1:]]
    rows += [
        (1, "bug", "Our own mistake; nothing else ends like this."),
        (CLOSED_PIPE, "", "What read our output stopped reading."),
    ]
    table = "\n".join(f"| {code} | {name} | {said} |" for code, name, said in sorted(rows))
    return (
        f"# Exit codes\n\n{MADE}\n\nThe name is what `error.name` says with `--json`.\n\n"
        f"| Code | Name | Meaning |\n| --- | --- | --- |\n{table}\n"
    )


def settings_page() -> str:
    """Return the table of settings, from their list."""
    from ipsskills.cli.setup.settings import SETTINGS

    rows = "\n".join(
        f"| `{s.name}` | `{s.variable}` | {_default(s.default, s.unset)} | {s.help} |"
        for s in SETTINGS
    )
    return (
        f"# Settings\n\n{MADE}\n\nA variable of the environment wins over what is set. "
        "`NO_COLOR` is obeyed everywhere.\n\n"
        f"| Setting | Variable | Without it | What it does |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def explain_page() -> str:
    """Return every explanation the program gives."""
    from ipsskills.cli.output.spelling import spell_text
    from ipsskills.cli.setup import context
    from ipsskills.usecases.explain import list_pages, list_topics

    topics = (*list_topics(), *list_pages(context.shelf()))
    parts = [f"## {t.title}\n\n{t.text}\n\n`ipsskills explain {t.name}`" for t in topics]
    return spell_text("\n\n".join(["# What the program explains", MADE, *parts])) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "exit-codes.md": exit_codes_page,
    "settings.md": settings_page,
    "explain.md": explain_page,
}


def _default(value: object, unset: str) -> str:
    return "no" if value is False else str(value or unset)


def _help(*words: str) -> str:
    from ipsskills.cli.app import run

    shown = io.StringIO()
    with redirect_stdout(shown):
        run([*words, "--help"])
    return f"```text\n{shown.getvalue().rstrip()}\n```"


def main(args: list[str]) -> int:
    """Write or check the pages; return 1 if a checked page is not current."""
    os.environ["COLUMNS"] = "80"
    stale = []
    for name, make in PAGES.items():
        path, text = HERE / name, make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in args:
            path.write_text(text, encoding="utf-8")
    if "--pictures" in args:
        make_pictures()
    if old := list_old():
        print(f"old pictures: {', '.join(old)}; make them: python docs/generate.py --pictures")
    if stale:
        print(f"{'not current' if '--check' in args else 'written'}: {', '.join(stale)}")
    return 1 if (stale or old) and "--check" in args else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
