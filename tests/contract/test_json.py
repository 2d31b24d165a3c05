"""With --json every command gives one envelope on stdout, when it does its work and when not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsskills import errors
from ipsskills.cli.running import name_obvious
from tests.cases import try_each
from tests.conftest import Ran
from tests.contract.marks import refuse_marks
from tests.contract.ways import BEFORE, FAILS, SUCCEEDS, WORKING
from tests.service import command, commands, is_group, record_file, spawn

KEYS = ["ipsskills", "command", "data", "notices", "error"]
ERROR_KEYS = ["name", "message", "hint", "exit_code"]


def envelope(ran: Ran) -> dict[str, Any]:
    """Return the envelope on stdout after asserting that it is one, alone there, in its form."""
    assert ran.out.endswith("}\n")
    told: dict[str, Any] = json.loads(ran.out)
    assert list(told) == KEYS
    assert told["ipsskills"] == 1
    assert isinstance(told["command"], str)
    assert all(isinstance(notice, str) for notice in told["notices"])
    assert (told["data"] is None) == (told["error"] is not None)
    if told["error"] is not None:
        assert list(told["error"]) == ERROR_KEYS
        assert told["error"]["exit_code"] == ran.code
        assert told["error"]["message"]
    else:
        assert ran.code == 0
    return told


def test_every_command_is_tried_both_ways() -> None:
    told = {" ".join(words) for words in WORKING}
    assert set(SUCCEEDS) == told
    assert set(FAILS) == told


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("words", WORKING, ids=" ".join)
def test_success(words: tuple[str, ...], files: Path, run: Callable[..., Ran]) -> None:
    if before := BEFORE.get(" ".join(words)):
        assert run(*before).code == 0
    ran = run(*words, *SUCCEEDS[" ".join(words)], "--json")
    told = envelope(ran)
    assert told["error"] is None
    assert told["command"] == " ".join(words)
    assert ran.err == ""
    refuse_marks(ran.out)


@pytest.mark.parametrize("words", WORKING, ids=" ".join)
def test_failure_in_an_envelope_and_in_words(
    words: tuple[str, ...], kept_files: Path, run: Callable[..., Ran]
) -> None:
    given, expected = FAILS[" ".join(words)]
    ran = run(*words, *given, "--json")
    told = envelope(ran)
    assert told["command"] == " ".join(words)
    assert (told["error"]["name"], ran.code) == (expected.name, expected.exit_code)
    assert ran.err == ""
    plain = run(*words, *given)
    assert (plain.code, plain.out) == (expected.exit_code, "")
    refuse_marks(ran.out, plain.err)
    assert plain.err.split() == f"{told['error']['message']} {told['error']['hint']}".split()


@try_each("words", commands())
def test_a_usage_error_is_an_envelope_too(
    words: tuple[str, ...], home: Path, run: Callable[..., Ran]
) -> None:
    ran = run(*words, "--no-such-option", "--json")
    told = envelope(ran)
    assert told["command"] == " ".join(words)
    assert told["error"]["name"] == "usage"
    assert ran.code == 2
    meant = name_obvious(words)  # a group alone stands for its page
    assert told["error"]["hint"] == f"See: {' '.join(['ipsskills', *meant])} --help"


@try_each("words", [w for w in commands() if is_group(w) and name_obvious(w) == list(w)])
def test_a_group_without_a_command_is_refused(
    words: tuple[str, ...], home: Path, run: Callable[..., Ran]
) -> None:
    assert envelope(run("--json", *words))["error"]["name"] == "usage"


@pytest.mark.parametrize("given", ["", "report", "plan show", "plan add Goal", "data where"])
def test_json_may_stand_before_the_command(
    given: str, lived: Path, run: Callable[..., Ran]
) -> None:
    told = envelope(run("--json", *given.split()))
    assert told["error"] is None
    assert told["command"] == " ".join(given.split()[:2])


@pytest.mark.parametrize(
    "given", ["", "report", "plan show", "plan export", "people list", "explain", "settings"]
)
def test_without_json_there_is_no_envelope(
    given: str, lived: Path, run: Callable[..., Ran]
) -> None:
    ran = run(*given.split())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()
    assert "{" not in ran.out


@try_each("words", WORKING)
def test_every_command_has_the_option(words: tuple[str, ...]) -> None:
    assert "--json" in {opt for param in command(words).params for opt in param.opts}


@pytest.mark.parametrize(
    "given", [(), ("Bo",), ("--demo",), ("Nobody",), ("--on", "soon"), ("--bad",)], ids=" ".join
)
@pytest.mark.parametrize("asked", [("--format", "json"), ("--format=json",)], ids=" ".join)
def test_json_is_format_json_byte_for_byte(
    given: tuple[str, ...], asked: tuple[str, ...], only_read: Path, run: Callable[..., Ran]
) -> None:
    assert run("report", *given, "--json") == run("report", *given, *asked)


def test_the_file_of_a_report_holds_the_same_envelope(
    only_read: Path, tmp_path: Path, run: Callable[..., Ran]
) -> None:
    shown = run("report", "--json").out
    told = envelope(run("report", "--json", "-o", "a.json"))
    assert told["data"] == {"path": str(Path.cwd() / "a.json")}
    assert run("report", "-o", "b.json").out == f"It is in {Path.cwd() / 'b.json'}\n"
    assert run("report", "--format", "json", "-o", "c.md").code == 0
    for name in ("a.json", "b.json", "c.md"):
        assert (tmp_path / name).read_text(encoding="utf-8") == shown


def test_notices_are_in_the_envelope_and_not_on_stderr(
    lived: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPSSKILLS_PLAIN", "no")
    ran = run("settings", "plain", "yes", "--json")
    assert len(envelope(ran)["notices"]) == 1
    assert ran.err == ""
    ran = run("settings", "plain", "yes")
    assert "IPSSKILLS_PLAIN" in ran.err
    assert "IPSSKILLS_PLAIN" not in ran.out


@pytest.mark.parametrize(
    ("raised", "name", "code"),
    [
        (errors.ChangedElsewhere("Changed.", "Again."), "changed-elsewhere", 13),
        (errors.StoreError("Gone."), "store", 13),
        (KeyboardInterrupt(), "interrupted", 130),
        (EOFError(), "interrupted", 130),
        (RuntimeError("a private note"), "bug", 1),
        (PermissionError(13, "Permission denied", "/somewhere"), "invalid-input", 11),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_whatever_ends_a_command_is_told_in_the_envelope(
    raised: BaseException,
    name: str,
    code: int,
    only_read: Path,
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ends(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("ipsskills.usecases.reports.report.report", ends)
    ran = run("report", "--json")
    assert (envelope(ran)["error"]["name"], ran.code) == (name, code)
    assert ran.err == ""
    assert "private" not in ran.out


def test_missing_terminal_on_first_use(home: Path, run: Callable[..., Ran]) -> None:
    for asked in (("init",), ("assess",)):
        ran = run(*asked, "--json")
        assert (envelope(ran)["error"]["name"], ran.code) == ("needs-terminal", 14)


def test_a_broken_framework_is_told_with_every_fault(
    lived: Path, shipped_copy: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = shipped_copy / "competences.yaml"
    spoilt = file.read_text(encoding="utf-8").replace("kind: ability", "kynd: ability", 2)
    file.write_text(spoilt, encoding="utf-8")
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", str(shipped_copy))
    ran = run("report", "--json")
    told = envelope(ran)["error"]
    assert (told["name"], ran.code) == ("data-file", 12)
    assert told["message"].count("competences.yaml, line") >= 2


def test_json_after_two_dashes_is_a_word(lived: Path, run: Callable[..., Ran]) -> None:
    ran = run("people", "add", "--", "--json")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "--json is in the record now.")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_loses_nothing_where_the_encoding_is_small(
    encoding: str, lived: Path, run: Callable[..., Ran]
) -> None:
    name = "Zoë 😀 שרה"
    assert run("people", "edit", "Bo", "--name", name).code == 0
    ran = spawn("people", "list", "--json", env={"PYTHONIOENCODING": encoding})
    assert name in [person["name"] for person in envelope(ran)["data"]]


def test_a_real_process_gives_the_same_bytes(lived: Path, run: Callable[..., Ran]) -> None:
    assert record_file().exists()
    assert spawn("plan", "show", "--json") == run("plan", "show", "--json")
    assert spawn("plan", "show", "Nobody", "--json") == run("plan", "show", "Nobody", "--json")
