"""Every page command writes every format, says the same in each, and refuses in the same words."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import pytest

from ipsskills.pages.document import Block, Book, Figure, Heading, Page
from ipsskills.pages.without_commands import leave_out_commands
from ipsskills.pages.writers.formats import FORMATS, Format, Material
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.running import write_imprint
from ipsskills.pages.writers.text import to_text
from tests.conftest import Ran
from tests.contract.ways import WORKING
from tests.service import command
from tests.webpage import read_webpage

Run = Callable[..., Ran]


def options(words: tuple[str, ...]) -> set[str]:
    """Return every option of a command."""
    return {option for param in command(words).params for option in param.opts}


PAGES = [words for words in WORKING if "--format" in options(words)]
# What a command needs besides --demo to show its page in the demo.
NEEDED = {
    "compare": ("Ada",),
    "team show": ("Harbour",),
    "framework show": ("3.8",),
    "framework search": ("disclosure",),
    "explain": ("order",),
}
OPTIONS = {"--output", "-o", "--format", "--force", "--json"}
# What some pages have besides words and facts, for spreadsheets and for calendars.
WITH_SHEETS = {
    *(("report",), ("compare",), ("record",), ("due",), ("team", "list"), ("team", "show")),
    *(("plan", "show"), ("plan", "export"), ("plan", "history"), ("framework", "show")),
    *(("people", "list"), ("people", "supervision")),
}
WITH_EVENTS = {("due",), ("plan", "show"), ("plan", "export")}
LINES_ENOUGH = 10_000  # for the fullest of what a page may say
ENDINGS = ("txt", "markdown", "HTM", "JSON")


def in_demo(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a page command as it is typed to see the demo's page."""
    demo = ("--demo",) if "--demo" in options(words) else ()
    return (*words, *NEEDED.get(" ".join(words), ()), *demo)


@pytest.fixture
def materials(monkeypatch: pytest.MonkeyPatch) -> dict[str, Material]:
    """Collect what each format is written from, by the format's name."""
    really, seen = Format.write, {}

    def write(form: Format, material: Material) -> bytes:
        seen[form.name] = material
        return really(form, material)

    monkeypatch.setattr(Format, "write", write)
    return seen


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order; the number of a point is no word of it."""
    text = text.replace(r"\_", "_")  # a line to write on, as Markdown has it
    bare = re.sub(r"^(?:(?:#+ | *)\d+\. |\d+ {2})|_{3,}|\[[x ]\]|\\", " ", text, flags=re.MULTILINE)
    return re.findall(r"\w+", bare.casefold())


def read_markdown(page: Page | Book) -> list[str]:
    """Return the words of a page in the order in which they stand in Markdown."""
    text = re.sub(r'<a id="[^"]*"></a>|\]\(#[^)]*\)', " ", to_markdown(page))
    return words_of(text)


def read_html(page: Page | Book) -> list[str]:
    """Return the words of a page in the order in which they stand in HTML."""
    return words_of(read_webpage(to_html(page)))


def beside_pictures(page: Page | Book) -> Page | Book:
    """Return a page without its pictures and what heads them: other forms tell that in words."""
    if isinstance(page, Book):
        return page
    kept: list[Block] = []
    for block in page.blocks:
        if not isinstance(block, Figure):
            kept.append(block)
        elif kept and isinstance(kept[-1], Heading):
            kept.pop()
    return replace(page, blocks=tuple(kept))


def test_every_page_command_takes_the_same_options() -> None:
    assert len(PAGES) > 15
    for words in PAGES:
        assert options(words) >= OPTIONS, words


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_a_page_says_the_same_in_every_format_and_whom_it_is_about(
    words: tuple[str, ...], only_read: Path, run: Run, materials: dict[str, Material]
) -> None:
    typed = in_demo(words)
    for ending in ENDINGS:
        ran = run(*typed, "-o", f"page.{ending}")
        assert (ran.code, ran.out) == (0, f"It is in {Path.cwd() / f'page.{ending}'}\n"), ran.err
    page = materials["md"].page
    assert materials["text"].page == page
    fullest = replace(page, lines=LINES_ENOUGH) if isinstance(page, Page) else page
    whole = read_markdown(page)
    assert Counter(words_of(to_text(fullest, 2000))) == Counter(whole)
    shown = beside_pictures(materials["html"].page)
    kept = read_markdown(shown)
    assert read_html(shown) == kept
    assert len(kept) <= len(whole)
    only_what_is_there_to_be_typed_is_left_out(shown, kept, whole)
    says_whom_it_is_about(words, materials["md"])
    told = run(*typed, "--json")
    assert Path("page.JSON").read_text(encoding="utf-8") == told.out
    assert run(*typed, "--format", "json") == told


def only_what_is_there_to_be_typed_is_left_out(
    shown: Page | Book, kept: list[str], whole: list[str]
) -> None:
    """Assert it of a page for people who type no commands: its words, and those of the whole."""
    assert leave_out_commands(shown) == shown
    left_out = Counter(whole) - Counter(kept)
    assert not left_out or "ipsskills" in left_out
    assert not Counter(kept) - Counter(whole)


def says_whom_it_is_about(words: tuple[str, ...], written: Material) -> None:
    """Assert it of a page from the record, and of its last line in Markdown.

    The paper is confidential then: a page that forgets it would go out without a word.
    """
    foot = Path("page.markdown").read_text(encoding="utf-8").splitlines()[-1]
    if "--demo" not in options(words) or words in {("explain",), ("framework", "search")}:
        assert written.page.about is None
        assert not foot.startswith("Confidential")
    else:
        assert written.page.about
        assert foot.startswith("Confidential: about ")
        assert foot.endswith(" of staff. " + write_imprint(written) + ".")


# A command and a way to refuse it: each once with some command, and each command with some way.
WAYS = {
    ("-o", "page.xyz"): (11, ".xyz"),
    ("-o", "PAGE.ODT"): (11, ".ODT"),
    ("--format", "xyz"): (2, "xyz"),
    ("--format", "xyz", "-o", "page.md"): (2, "xyz"),
    ("--format", "xyz", "--json"): (2, "xyz"),
}


def test_one_wording_refuses_before_anything_is_read(home: Path, run: Run) -> None:
    for words, way in zip(PAGES, cycle(WAYS), strict=False):
        code, named = WAYS[way]
        ran = run(*words, *NEEDED.get(" ".join(words), ()), *way)
        told = json.loads(ran.out)["error"]["message"] if "--json" in way else ran.err
        assert ran.code == code, words
        said = " ".join(told.split())
        assert f"This page cannot be written as {named}. It can be: " in said, words
        assert "text (.txt), md (.md, .markdown), " in said, words
        listed = {form.name for form in FORMATS if f" {form.name} (" in told}
        assert listed == {form.name for form in FORMATS if can_have(words, form)}, words
    assert list(Path().glob("*.*")) == []


def can_have(words: tuple[str, ...], form: Format) -> bool:
    """Whether a page command can give a format, by the lists above."""
    has = {"sheets": words in WITH_SHEETS, "events": words in WITH_EVENTS}
    return has.get(form.needs, True)


def test_the_help_names_the_formats_that_a_page_can_have() -> None:
    for words in PAGES:
        (asked,) = (param for param in command(words).params if "--format" in param.opts)
        able = ", ".join(form.name for form in FORMATS if can_have(words, form))
        assert f"How to write it: {able}; by" in asked.help, words


def test_a_page_without_a_table_is_no_csv(home: Path, run: Run) -> None:
    for words in PAGES:
        if words not in WITH_SHEETS:
            ran = run(*words, *NEEDED.get(" ".join(words), ()), "-o", "a.csv")
            assert ran.code == 11, words
            assert "cannot be written as .csv" in ran.err, words


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_format_beats_the_ending(form: Format, only_read: Path, run: Run) -> None:
    run("due", "--format", form.name.upper(), "-o", "a.xyz")  # a page with sheets and with events
    run("due", "-o", f"b.{form.name}" if form.name != "text" else "b")
    written = [path.read_bytes() for path in sorted(Path().glob("[ab]*"))]
    assert len(written) == 2
    assert written[0] == written[1]


def test_json_with_a_file_tells_where_it_is(only_read: Path, run: Run) -> None:
    ran = run("plan", "show", "-o", "plan.html", "--json")
    assert json.loads(ran.out)["data"] == {"path": str(Path.cwd() / "plan.html")}
    assert Path("plan.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["folder", "folder.md"])
def test_a_folder_is_no_file(name: str, only_read: Path, run: Run) -> None:
    Path(name).mkdir()
    for force in ((), ("--force",)):
        ran = run("report", "-o", name, *force)
        assert (ran.code, ran.out) == (11, "")
        assert ran.err == f"{name} is a folder. Nothing was changed.\nName a file in it.\n"


def test_what_is_opened_names_its_file_itself(
    only_read: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    monkeypatch.setattr("ipsskills.cli.setup.context.now", lambda: noon)
    named = ["ada-example-report-2026-12-01.html", "ada-example-report-2026-12-01-2.html"]
    for name in (*named, None):
        ran = run("report", "--format", "html", *(() if name else ("--force",)))
        assert ran.out == f"It is in {Path.cwd() / (name or named[0])}\n"
    assert sorted(path.name for path in Path().glob("ada*")) == sorted(named)
    assert run("framework", "handbook").code == 0
    assert Path("the-ips-competence-framework-and-curriculum-2026-12-01.html").exists()
    assert run("framework", "handbook", "--format", "md").out.startswith("# The IPS competence")


def test_a_lone_hyphen_is_stdout(only_read: Path, run: Run) -> None:
    assert run("report", "--format", "html", "-o", "-").out.startswith("<!doctype html>")
    assert run("report", "-o", "-").out == run("report").out
    ran = run("report", "-o", "-", "--open")
    assert (ran.code, ran.out) == (2, "")
    assert list(Path().glob("*.*")) == []


@pytest.mark.parametrize("opens", [True, False])
def test_a_file_is_opened(
    opens: bool, only_read: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def launch(path: str) -> int:
        tried.append(path)
        return 0 if opens else 1

    monkeypatch.setattr("typer.launch", launch)
    ran = run("due", "--open")
    assert tried == [str(next(Path.cwd().glob("ada-example-due-*")))]
    assert ran.out == f"It is in {tried[0]}\n"
    assert ("Open it from its folder." in ran.err) != opens
    assert run("due", "-o", "due.md", "--open").code == 0
    assert tried[1:] == [str(Path.cwd() / "due.md")]


def test_completion_of_formats() -> None:
    from ipsskills.cli.complete import complete_format

    assert {"text", "md", "html", "pdf", "json", "csv", "ics"} <= set(complete_format(""))
    assert complete_format("H") == ["html"]
