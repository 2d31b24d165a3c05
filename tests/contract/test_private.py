"""Over a full record: no private note in any output, no code on a plan, no total across units."""

import json
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from ipsskills.pages.writers.formats import FORMATS, Format, Material
from tests.conftest import Ran
from tests.contract.marks import refuse_marks
from tests.contract.ways import ABOUT_CONTENT, BEFORE, SUCCEEDS
from tests.service import _job, answers, command
from tests.written import read_written

Run = Callable[..., Ran]

SECRET = "kestrel"  # a word in every private note, and nowhere else
TOTAL = re.compile(
    r"\b\d+ (?:of|out of|/) (?:28|40|the 28|\d+ units)\b|\b\d+ (?:strengths|gaps|chances)\b"
    r"|\b(?:total|overall|average|mean score|per cent)\b|\d ?%",
    re.IGNORECASE,
)
# How wide a column is, and what a script works out.
STYLE = re.compile('<style>.*?</style>|<script>.*?</script>| style="[^"]*"', re.DOTALL)


@pytest.fixture(scope="module")
def filled(made: Path, warm_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a lived-in home once: private notes everywhere, two views, entries, a plan agreed."""
    place = tmp_path_factory.mktemp("full")
    home = shutil.copytree(made, place / "home")
    private: dict[str, dict[str, object]] = {
        "3.8": {"answer": "1", "bring": True, "note": f"A {SECRET} I keep to myself."},
        "3.2": {"answer": "3", "note": f"The {SECRET} again."},
        "2.3": {"answer": "0", "note": f"No {SECRET} here.", "shared": False},
        "3.14": {"answer": "n", "note": f"Chance of a {SECRET}."},
    }
    own = answers(place / "own.json", private)
    theirs = answers(place / "theirs.json", {"3.8": {"answer": "3", "note": f"Lee's {SECRET}."}})
    rows = json.loads(theirs.read_text(encoding="utf-8"))
    for row in rows["answers"]:
        row["basis"] = "O"
    theirs.write_text(json.dumps(rows), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(warm_cache))
        _job("assess", "--from", str(own), "--new")
        _job("people", "add", "Lee Invented", "--role", "team leader")
        _job("assess", "Ada", "--as", "supervisor", "--by", "Lee", "--from", str(theirs))
        _job("log", "observation", "--setting", "A visit", "--way", "watched")
        _job("log", "supervision", "--minutes", "50", "--action", "Ada: ring a shop")
        _job("plan", "agree", "--with", "Lee")
        _job("agree", "3.8", "2", "--because", "We went through it.")
    return home


@pytest.fixture
def full(home: Path, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the full record's home, with nobody at the keyboard."""
    monkeypatch.setattr("sys.stdin", StringIO(""))
    return shutil.copytree(filled, home, dirs_exist_ok=True)


def said(ran: Ran, where: Path) -> str:
    """Return all that a run gave: what it printed, and the files it wrote beside the home."""
    endings = {ending for each in FORMATS for ending in each.endings if ending} | {".svg"}
    written = [path for path in where.iterdir() if path.suffix in endings - {".json"}]
    told = [ran.out, ran.err, *map(read_written, written)]
    for path in written:
        path.unlink()
    return "\n".join(told)


def made_of(form: Format) -> tuple[str, bool, bool]:
    """Return what decides what a format is written from: where it is the same, so is all that is.

    JSON on the screen is written from the facts at once: it is asked for by its own option.
    """
    return form.needs, form.shows_commands, form.shows_pictures


# One of all formats that are written from the same.
ONE_OF_EACH = list({made_of(form): form for form in reversed(FORMATS)}.values())
ABOUT_PEOPLE = [words for words in SUCCEEDS if not words.startswith(ABOUT_CONTENT)]


def options_of(words: str) -> set[str]:
    """Return every option of a command."""
    return {option for param in command(tuple(words.split())).params for option in param.opts}


def list_pages() -> list[str]:
    """Return the commands about people that write their page in a format that is asked for."""
    return [words for words in ABOUT_PEOPLE if "--format" in options_of(words)]


def take_turns(number: int) -> list[str]:
    """Return the formats that the so many-th page is read in: one of all written from the same.

    Each has its turn; that a page says the same in all of them is held by `test_formats.py` and
    `test_read_back.py`.
    """
    same = [[f for f in FORMATS if made_of(f) == made_of(one)] for one in ONE_OF_EACH]
    return [group[number % len(group)].name for group in same if group[0].needs != "facts"]


@pytest.fixture
def in_each_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what has each page from then on written in all formats made of the same as its own."""
    really = Format.write

    def write(form: Format, material: Material) -> bytes:
        for other in FORMATS:
            if other is not form and made_of(other) == made_of(form):
                (tmp_path / f"page-{other.name}{other.endings[0]}").write_bytes(
                    really(other, material)
                )
        return really(form, material)

    return lambda: monkeypatch.setattr(Format, "write", write)


def test_formats_are_in_groups_by_what_they_are_made_of() -> None:
    groups = [{f.name for f in FORMATS if made_of(f) == made_of(one)} for one in ONE_OF_EACH]
    assert {"html", "pdf", "docx"} in groups
    assert {"csv", "xlsx"} in groups
    assert set().union(*groups) == {form.name for form in FORMATS}


def test_the_notes_are_there_to_be_kept_back(full: Path) -> None:
    with closing(sqlite3.connect(next(full.rglob("ipsskills.db")))) as opened:
        query = "SELECT count(*) FROM note WHERE text LIKE ? AND NOT shared"
        assert opened.execute(query, (f"%{SECRET}%",)).fetchone() == (5,)


def test_each_format_has_its_turn() -> None:
    taken = {name for number in range(len(list_pages())) for name in take_turns(number)}
    assert taken == {form.name for form in FORMATS if form.needs != "facts"}


@pytest.mark.parametrize("words", ABOUT_PEOPLE)
def test_no_private_note_is_in_any_output(words: str, full: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "copy.db").write_bytes(next(full.rglob("ipsskills.db")).read_bytes())
    answers(tmp_path / "answers.json")
    if before := BEFORE.get(words):
        run(*before)
    args = tuple(a for a in SUCCEEDS[words] if a != "--demo")
    pages = list_pages()
    known = take_turns(pages.index(words)) if words in pages else []
    forms = [["--format", name] for name in known] or [[]]
    for form in [*forms, ["--json"]]:
        ran = run(*words.split(), *args, *form)
        told = said(ran, tmp_path)
        not_its_form = form[-1:] in (["csv"], ["xlsx"], ["ics"]) and ran.code == 2
        assert ran.code in (0, 10, 11, 12, 13) or not_its_form, (words, form, ran.err)
        assert SECRET not in told, (words, form)
        refuse_marks(told, escaped=False)
        if words != "share out":  # its file holds the framework, which speaks of per cent
            assert not TOTAL.findall(STYLE.sub("", told)), (words, form)


# Where the one who wrote them reads private notes again, on the screen; each is tried in all ways.
READ_AGAIN: Mapping[str, tuple[str, ...]] = {
    "report, mine only": ("report", "--mine-only"),
    "report, mine only, earlier": ("report", "--mine-only", "--since", "2026-01-01"),
    "record, searched": ("record", "--search", SECRET),
    "record, searched, in a unit": ("record", "--search", SECRET, "--unit", "3.8"),
    "assess, reviewed": ("assess", "--review"),
}


@pytest.mark.parametrize("way", READ_AGAIN)
def test_the_screen_alone_shows_private_notes_to_their_writer(
    way: str, full: Path, tmp_path: Path, run: Run, in_each_form: Callable[[], None]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.stdout, "isatty", lambda: True)
        ran = run(*READ_AGAIN[way])
    assert (ran.code, SECRET in ran.out) == (0, True)
    assert f"Lee's {SECRET}" not in ran.out
    args = READ_AGAIN[way]
    known = ONE_OF_EACH if "--format" in options_of(args[0]) else ()
    in_each_form()
    shown_too = [["--format", each.name] for each in known if not each.opened]
    files = [["-o", str(tmp_path / f"page{each.endings[0]}")] for each in known]
    for form in [[], *shown_too, *files, ["--json"], *([*f, "--json"] for f in files[:1])]:
        ran = run(*args, *form)
        written = [p for p in tmp_path.iterdir() if p.is_file() and p.name.startswith("page")]
        pages = [*map(read_written, written)] or [""]
        for page in written:
            page.unlink()
        for told in (f"{ran.out} {ran.err} {page}" for page in pages):
            assert SECRET not in told.replace(f"'{SECRET}'", ""), (way, form)
            if ran.code == 0:
                assert "Private notes are shown on the screen only" in told, (way, form)


@pytest.mark.parametrize("way", READ_AGAIN)
def test_nobody_else_reads_them(way: str, full: Path, tmp_path: Path, run: Run) -> None:
    """Lee at the same computer asks for the same about Ada, and is shown Lee's own at most."""
    run("init", "--name", "Lee Invented")
    name, *rest = READ_AGAIN[way]
    if name == "assess":
        rest = [*rest, "--as", "supervisor"]
    ran = run(name, "Ada", *rest)
    assert ran.code == 0, ran.err
    for own in ("keep to myself", "again", "here", "Chance of"):
        assert f"{SECRET} {own}" not in ran.out
        assert f"{own} a {SECRET}" not in ran.out


def test_a_view_is_read_again_by_nobody_but_who_gave_it(full: Path, run: Run) -> None:
    ran = run("assess", "Ada", "--as", "supervisor", "--by", "Lee", "--review")
    assert (ran.code, SECRET in ran.out) == (2, False)
    assert "Whoever gave the answers reads them again." in ran.err
    assert run("assess", "Lee", "--review").code == 2


@pytest.mark.parametrize("form", ["text", "md"])
def test_no_code_stands_on_a_plan(full: Path, run: Run, form: str) -> None:
    """Goals and steps have numbers; an answer's digit or letter alone is on no line."""
    args = ("plan", "show") if form == "text" else ("plan", "export")
    told = run(*args).out
    assert "Learning plan" in told
    for word in ("with a check", "with someone", "on your own", "not yet", "code"):
        assert word not in told
    assert not re.search(r"(?:answer|rating|scale)\W+[0-3nxu]\b|\([0-3nxu]\)", told, re.IGNORECASE)
