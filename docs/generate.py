"""Writes the pages of ``docs/`` that come from the program, and checks that they are current.

``python docs/generate.py`` writes them, ``--check`` only looks, ``--pictures`` makes the pictures
of the README as well.
"""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

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


def pictures() -> None:
    """Draw the README's pictures: the interview as it stands, the radar chart of the demo."""
    from ipsskills.cli.output.spelling import spell_page
    from ipsskills.framework.load import load
    from ipsskills.usecases.demo.make import make_demo

    place = HERE / "images"
    place.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        work = Path(folder)
        at = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
        make_demo(load(), work / "demo.db", work, lambda: at, spell=spell_page)
        (place / "radar.png").write_bytes((work / "radar.png").read_bytes())
    (place / "interview.svg").write_text(_interview(), encoding="utf-8")


def _interview() -> str:
    """Return one question of the interview as an SVG, laid out as on the screen."""
    from rich.console import Console
    from rich.text import Text

    from ipsskills.cli.interview.layout import unit_lines
    from ipsskills.codes import AssessmentKind
    from ipsskills.framework.load import load
    from ipsskills.usecases.interview.commands import Jump, Mark, Toggle
    from ipsskills.usecases.interview.machine import Script, begin, press
    from ipsskills.usecases.interview.view import compose_screen

    framework = load()
    items = tuple(unit.id for unit in framework.asked())
    state = begin(Script(framework, AssessmentKind.SELF, items, "three months"))
    for command in (Jump("3.8"), Toggle(Mark.BRING)):
        state, _ = press(state, command)
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    styles = {"title": "bold", "question": "bold", "dim": "dim", "marks": "italic"}
    for line in unit_lines(compose_screen(state), 80):
        console.print(Text(line.text, style=styles.get(line.style, "")))
    drawn = console.export_svg(title="ipsskills assess", unique_id="interview")
    # A picture in a README asks no other server for its letters.
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


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
        pictures()
    if stale:
        print(f"{'not current' if '--check' in args else 'written'}: {', '.join(stale)}")
    return 1 if stale and "--check" in args else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
