"""Reports and charts: what they say, in which form, where they are written."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from ipsskills.cli.app import run as program
from ipsskills.cli.setup import context
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]


def test_text(lived: Path, run: Run) -> None:
    told = run("report").out
    assert told.startswith("Ada Example: your view on ")
    assert told.index("GOING WELL") < told.index("SAFETY") < told.index("EFFORT")
    assert "I freeze when they ask." in " ".join(told.split())
    assert "3.14" in told.partition("CHANCES TO ARRANGE")[2]
    assert "3.16" in told.partition("NOT ANSWERED")[2]
    assert "ipsskills plan draft" in told.partition("NEXT")[2]


def test_somebody_else_by_a_part_of_the_name(lived: Path, run: Run) -> None:
    told = run("report", "cerys", "--demo").out
    assert told.startswith("Cerys Pretend")
    following = told.partition("NEXT")[2].split()
    assert following.count("ipsskills") > 0
    assert following.count("ipsskills") == following.count("--demo"), "what is next stays in it"


def test_a_name_that_could_be_several(lived: Path, run: Run) -> None:
    ran = run("report", "a", "--demo")
    assert ran.code == 10
    assert "could be: Ada Example, " in ran.err


@try_each(
    ("form", "begins"),
    [
        ("md", "# Ada Example"),
        ("html", "<!doctype html>"),
        ("csv", "slug,id,title,answer"),
        ("text", "Ada Example: your"),
    ],
)
def test_formats_on_the_screen(form: str, begins: str, lived: Path, run: Run) -> None:
    ran = run("report", "--format", form, "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(begins)


@pytest.mark.parametrize(
    "ending", [".txt", ".md", ".markdown", ".html", ".htm", ".json", ".csv", ".CSV", ""]
)
def test_a_file_by_its_ending(
    ending: str, lived: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    monkeypatch.setattr("ipsskills.cli.setup.context.now", lambda: noon)
    file = tmp_path / f"report{ending}"
    ran = run("report", "-o", str(file))
    assert (ran.code, ran.out) == (0, f"It is in {Path.cwd() / file}\n")
    forms = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
    forms |= {".csv": "csv", ".json": "json"}
    form = forms.get(ending.lower(), "text")
    shown = run("report", "--format", form, "-o", "-").out
    foot = "\nConfidential: about a member of staff. Ada Example, 1 Dec 2026.\n"
    shown += foot if form == "text" else ""
    assert file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") == shown
    assert file.stat().st_mode & 0o077 == 0


def test_a_spreadsheet_gets_its_byte_order_mark(lived: Path, run: Run) -> None:
    run("report", "-o", "answers.csv")
    assert Path("answers.csv").read_bytes().startswith(b"\xef\xbb\xbfslug,")


def test_what_it_writes_as_csv_it_reads_again(lived: Path, run: Run) -> None:
    shown = run("report", "--format", "csv").out
    run("report", "-o", "answers.csv")
    assert run("assess", "--from", "answers.csv").code == 0
    assert run("report", "--format", "csv").out == shown


@pytest.mark.parametrize("ending", [".rtf", ".odt", ".ics"])
def test_another_ending_is_no_report(ending: str, lived: Path, run: Run) -> None:
    ran = run("report", "-o", f"report{ending}")
    assert ran.code == 11
    assert ending in ran.err
    assert not Path(f"report{ending}").exists()


def test_a_file_is_replaced_only_on_request(lived: Path, run: Run) -> None:
    Path("mine.md").write_text("mine", encoding="utf-8")
    ran = run("report", "-o", "mine.md")
    assert ran.code == 11
    assert "--force" in ran.err
    assert Path("mine.md").read_text(encoding="utf-8") == "mine"
    assert run("report", "-o", "mine.md", "--force").code == 0
    assert Path("mine.md").read_text(encoding="utf-8").startswith("# Ada")


def test_on_a_day(lived: Path, run: Run) -> None:
    early = (date.today() - timedelta(days=100)).isoformat()  # noqa: DTZ011 - as people count
    told = run("report", "--demo", "--on", early).out
    assert told != run("report", "--demo").out
    assert run("report", "--on", "2020-01-01").code == 10


def test_since_a_day(lived: Path, run: Run) -> None:
    today = date.today()  # noqa: DTZ011 - as people count
    slashed = f"{today:%d/%m/%Y}"
    assert "WHAT CHANGED" not in run("report", "--demo", "--since", slashed).out


@try_each("day", ["soon", "2026-13-01", "1", "", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none(day: str, lived: Path, run: Run) -> None:
    for option in ("--on", "--since"):
        ran = run("report", option, day)
        assert ran.code == 11
        is_plain(ran.err)


@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<?xml"), ("a.PDF", b"%PDF")])
def test_by_ending(name: str, begins: bytes, lived: Path, run: Run) -> None:
    ran = run("chart", "radar", "-o", name)
    assert (ran.code, ran.err, ran.out) == (0, "", f"The chart is in {Path(name).absolute()}\n")
    assert Path(name).read_bytes().startswith(begins)


def test_without_a_name_it_is_here(lived: Path, run: Run) -> None:
    today = context.now().astimezone().date().isoformat()
    for name in (f"ada-example-radar-{today}.png", f"ada-example-radar-{today}-2.png"):
        assert run("chart", "radar").out == f"The chart is in {Path(name).absolute()}\n"
        assert Path(name).read_bytes().startswith(b"\x89PNG")


def test_on_stdout_it_is_a_picture_and_nothing_else(
    lived: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("chart", "profile", "-o", "-", "--open").code == 2
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stdout", out)
    assert program(["chart", "profile", "-o", "-"]) == 0
    out.flush()
    written = out.buffer.getvalue()
    assert written.startswith(b"\x89PNG")
    assert written.endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize("name", ["a.gif", "a", "nosuch/a.png"])
def test_elsewhere_or_otherwise(name: str, lived: Path, run: Run) -> None:
    ran = run("chart", "radar", "-o", name)
    assert ran.code == 11
    is_plain(ran.err)
