"""What the program says to do next can be typed, and no mark of it is ever shown."""

import ast
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
import typer
from checks.source import PACKAGE, read_source

from ipsskills.cli.output.spelling import spell, spell_text, stay_in_demo
from ipsskills.cli.program import make_program
from ipsskills.doing import Do, do, mark_written, marks_in
from ipsskills.errors import IpsSkillsError
from tests.cases import try_each
from tests.conftest import Ran
from tests.contract.marks import MARKS, refuse_marks
from tests.contract.ways import ABOUT_CONTENT, BEFORE, SUCCEEDS, WORKING
from tests.service import command

SOURCE = read_source()
DATA = Path(__file__).parents[2] / "data"

# What stands for a value in a verb or a word, by the last name in it; a number fits most others.
SAMPLES = {
    "kind": "training",
    "command": "log training",
    "verb": "assess",
    "unit": "3.8",
    "unit_id": "3.8",
    "name": "ada",
    "why": "request",
}
NUMBER = "1"

NOT_TEXT = (".db", ".png", ".pdf", ".docx")


def list_doings(module: str, tree: ast.Module) -> Iterator[tuple[str, Do]]:
    """Yield each ``do(...)`` of a source with where it stands, its values filled in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "do":
            verb, *words = node.args
            given = [fill(each) for each in words if not isinstance(each, ast.Starred)]
            about = [key for key in node.keywords if key.arg == "person"]
            person = "Ada Example" if about else None
            yield f"{module}:{node.lineno}", do(fill(verb), *given, person=person)


def fill(part: ast.expr) -> str:
    """Return a text with a plausible value wherever it has one."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    if isinstance(part, ast.JoinedStr):
        return "".join(fill(each) for each in part.values)
    names = [each for each in ast.walk(part) if isinstance(each, ast.Name | ast.Attribute)]
    last = names[0] if names else None
    name = last.attr if isinstance(last, ast.Attribute) else last.id if last else ""
    return SAMPLES.get(name, NUMBER)


def list_written() -> Iterator[tuple[str, Do]]:
    """Yield what the shipped files of the framework say could be done."""
    for path in sorted(DATA.rglob("*.yaml")):
        for doing in marks_in(mark_written(path.read_text(encoding="utf-8"))):
            yield path.name, doing


_program = cache(make_program)


@cache
def parse(typed: str) -> None:
    """Parse a command as the program would, without running it. Raises typer's usage errors.

    One that only shows its help is fine as well. What was parsed once is not parsed again.
    """
    program, *rest = shlex.split(typed)
    assert program == PACKAGE
    found, name, ctx = _program(), PACKAGE, None
    while found is not None:
        try:
            ctx = found.make_context(name, list(rest), parent=ctx)
        except typer.Exit:  # it shows its help
            return
        if not getattr(found, "commands", {}):
            return
        name, found, rest = found.resolve_command(ctx, [*ctx._protected_args, *ctx.args])


@cache
def list_every() -> list[tuple[str, Do]]:
    """Return all that the program may ever say to do next, and where it does."""
    return [
        *(
            each
            for module in SOURCE.modules
            if module.path != "doing.py" and "do(" in module.text
            for each in list_doings(module.path, module.tree)
        ),
        *list_written(),
    ]


def test_there_is_something_to_do_next_in_many_places() -> None:
    assert len({place for place, _ in list_every()}) > 200


@pytest.mark.parametrize("demo", [False, True], ids=["own", "demo"])
def test_what_to_do_next_can_be_typed(demo: bool) -> None:
    refused = []
    stay_in_demo(stay=demo)
    try:
        for place, doing in list_every():
            try:
                parse(spell(doing))
            except (typer.TyperException, IpsSkillsError) as error:
                refused.append((place, spell(doing), str(error)))
    finally:
        stay_in_demo(stay=False)
    assert refused == []


def test_what_to_do_next_shows_an_example_and_no_word_to_be_replaced() -> None:
    found = [
        (place, word)
        for place, doing in list_every()
        for word in shlex.split(spell(doing))
        if word.isupper() and word.isalpha() and word != "NOS"  # which is a name
    ]
    assert found == []


@try_each(
    "source",
    [
        'do("plan nosuch")',
        'do("nosuch")',
        'do("report", "--no-such")',
        'do("plan done")',
        'do("assess", "--only", "soon")',
        "f\"Type: {do(f'plan {what}')}\"",
        'do("log done", "3", "--with", name)',
    ],
)
def test_what_cannot_be_typed_is_found(source: str) -> None:
    [(_, doing)] = list_doings("planted", ast.parse(source))
    with pytest.raises(typer.TyperException):
        parse(spell(doing))


def test_values_are_filled_in() -> None:
    source = 'do(f"log {entry.kind}", "--unit", goal.unit, f"{number}.1", person=person.name)'
    [(_, doing)] = list_doings("planted", ast.parse(source))
    assert doing == do("log training", "--unit", "3.8", "1.1", person="Ada Example")


def test_a_command_of_a_file_is_marked_and_what_is_kept_stays_the_text_of_the_file(
    shipped_copy: Path,
) -> None:
    from ipsskills.framework.load import load

    file, plain = shipped_copy / "curriculum.yaml", load(shipped_copy)
    before = plain.units[0].curriculum.purpose
    text = file.read_text(encoding="utf-8")
    last = before.split()[-1]
    file.write_text(text.replace(last, f"{last} See {{do:explain order}}.", 1), encoding="utf-8")
    for _ in ("read from YAML", "read from the copy"):
        found = load(shipped_copy, shipped_copy / "cache")
        purpose = found.units[0].curriculum.purpose
        assert spell_text(purpose) == f"{before} See ipsskills explain order."
        assert f"{before} See {{do:explain order}}." in found.text
        assert not any(mark in found.text for mark in MARKS)
        assert found.hash != plain.hash
    assert "{do:explain order}" not in plain.text


def in_demo(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the option with which a command looks around in the demo, where it has one."""
    options = {opt for param in command(words).params for opt in param.opts}
    return ("--demo",) if "--demo" in options else ()


def refuse_marks_in(ran: Ran, folder: Path) -> None:
    """Assert that no mark was shown, or written to a file of text in a folder."""
    refuse_marks(ran.out, ran.err)
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in NOT_TEXT and "home" not in path.parts:
            refuse_marks(path.read_text(encoding="utf-8"), escaped=path.suffix != ".html")


@pytest.mark.parametrize("words", WORKING, ids=" ".join)
def test_no_mark_is_shown_or_written(
    words: tuple[str, ...], files: Path, tmp_path: Path, run: Callable[..., Ran]
) -> None:
    """In the demo, as text; `test_json.py` looks at JSON and at what a refused command says."""
    name = " ".join(words)
    if name in BEFORE:
        run(*BEFORE[name], *in_demo(words))
    given = [arg for arg in SUCCEEDS[name] if arg != "--demo"]
    refuse_marks_in(run(*words, *given, *in_demo(words)), tmp_path)


PAPERS = [
    words
    for words in WORKING
    if {"-o", "--output"} & {opt for param in command(words).params for opt in param.opts}
    and words != ("demo",)  # a folder of files, which the test above looks through
]
ENDINGS = (".md", ".html", ".txt", ".json", ".csv", ".svg")


@pytest.mark.parametrize("words", PAPERS, ids=" ".join)
def test_no_mark_stands_in_a_file(
    words: tuple[str, ...], files: Path, tmp_path: Path, run: Callable[..., Ran]
) -> None:
    """Papers of somebody's own record are looked at in every format by `test_private.py`."""
    given = [arg for arg in SUCCEEDS[" ".join(words)] if arg != "--demo"]
    given = given[: given.index("-o")] if "-o" in given else given
    endings = ENDINGS if words[0] in ABOUT_CONTENT else ENDINGS[:1]
    whose = cycle([("Bo",), in_demo(words), ()])
    for ending, about in zip(endings, whose, strict=False):
        ran = run(*words, *given, *about, "-o", f"page{ending}")
        refuse_marks_in(ran, tmp_path)


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_what_the_documentation_tells_people_to_type(page: str) -> None:
    text = (DATA.parent / page).read_text(encoding="utf-8")
    typed = [line for line in text.splitlines() if line.startswith("ipsskills ")]
    assert len(typed) > 15
    for line in typed:
        parse(shlex.join(shlex.split(line, comments=True)))
