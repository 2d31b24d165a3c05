"""Every way to end has its exit code, and only our own mistake ends with 1."""

import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipsskills import errors
from tests.conftest import Ran
from tests.service import ENDS_BY, is_plain, program, record_file, spawn, surroundings

CODES = {1, 2, 10, 11, 12, 13, 14, 130}
SECRET = "Sam told me about her diagnosis"


def test_every_class_of_error_has_one_of_the_codes() -> None:
    classes = [each for each in vars(errors).values() if isinstance(each, type)]
    ours = [each for each in classes if issubclass(each, errors.IpsSkillsError)]
    assert {each.exit_code for each in ours} == CODES
    assert len({each.name for each in ours}) == len(ours)
    assert [each.__name__ for each in ours if each.exit_code == 1] == ["IpsSkillsError"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--version",), 0),
        (("--help",), 0),
        ((), 0),
        (("report",), 0),
        (("framework", "show"), 0),
        (("nosuch",), 2),
        (("report", "--no-such"), 2),
        (("report", "--format", "xml"), 2),
        (("chart",), 2),
        (("plan", "done"), 2),
        (("assess", "--period", "25"), 11),
        (("people", "edit", "Bo"), 2),
        (("report", "--db", "x.db", "--demo"), 2),
        (("assess", "Bo"), 2),
        (("report", "Nobody"), 10),
        (("report", "Bo"), 10),
        (("framework", "show", "9.9"), 10),
        (("explain", "nosuch"), 10),
        (("assess", "--from", "nosuch.csv"), 10),
        (("data", "restore", "nosuch.db", "--yes"), 10),
        (("plan", "done", "8.8"), 10),
        (("report", "--on", "someday"), 11),
        (("people", "add", ""), 11),
        (("people", "edit", "Bo", "--hours", "3"), 11),
        (("chart", "radar", "-o", "radar.doc"), 11),
        (("report", "-o", "/nosuch/folder/report.md"), 11),
        (("settings", "nosuch"), 11),
        (("framework", "check", "nosuch.yaml", "nosuch.yaml"), 12),
        (("report", "--db", "."), 13),
        (("data", "restore", "some.db"), 10),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_code(args: tuple[str, ...], code: int, lived: Path, run: Callable[..., Ran]) -> None:
    ran = run(*args)
    assert ran.code == code
    if code:
        assert ran.out == ""
        is_plain(ran.err)
    else:
        assert ran.err == ""


def test_a_framework_with_a_fault_is_12(
    lived: Path, shipped_copy: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    (shipped_copy / "curriculum.yaml").write_text("version: [", encoding="utf-8")
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", str(shipped_copy))
    for args in (("report",), ("framework", "show"), ("plan", "show"), ()):
        ran = run(*args)
        assert ran.code == 12
        is_plain(ran.err)


def test_a_file_that_is_no_record_is_13(lived: Path, run: Callable[..., Ran]) -> None:
    record_file().write_bytes(b"a shopping list, not a record" * 100)
    for args in (("report",), ("data", "check"), ("people", "add", "Cy"), ()):
        ran = run(*args)
        assert ran.code == 13
        is_plain(ran.err)


def test_a_question_without_a_terminal_is_14(home: Path, run: Callable[..., Ran]) -> None:
    for args in (("init",), ("assess",)):
        ran = run(*args)
        assert ran.code == 14
        is_plain(ran.err)
        assert "ipsskills init --name" in ran.err


def test_nothing_happens_without_a_terminal_in_a_process_of_its_own(home: Path) -> None:
    assert spawn("init").code == 14


def test_our_own_mistake_is_1_and_keeps_what_somebody_wrote_to_itself(
    lived: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("ipsskills.usecases.reports.report.report", breaks)
    ran = run("report")
    assert (ran.code, ran.out) == (1, "")
    is_plain(ran.err)
    assert SECRET not in ran.err
    assert re.search(r"RuntimeError in test_exit_codes\.py, line \d+", ran.err)
    assert "our mistake" in ran.err


def test_our_own_mistake_shows_everything_to_a_developer(
    lived: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("ipsskills.usecases.reports.report.report", breaks)
    monkeypatch.setenv("IPSSKILLS_DEBUG", "1")
    with pytest.raises(RuntimeError, match=SECRET):
        run("report")


@pytest.mark.parametrize("raised", [KeyboardInterrupt, EOFError])
def test_an_interrupted_command_is_130(
    raised: type[BaseException],
    lived: Path,
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stops(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("ipsskills.usecases.reports.report.report", stops)
    ran = run("report")
    assert (ran.code, ran.out) == (130, "")
    assert "What was kept before is kept." in ran.err
    is_plain(ran.err)


def start(*args: str, before: str = "") -> subprocess.Popen[bytes]:
    """Start the program on pipes that hold little, so that a long page waits for its reader."""
    return subprocess.Popen(
        [*program(before), *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        pipesize=4096,
        env=surroundings(),
    )


def pipes(process: "subprocess.Popen[bytes]") -> tuple[Any, Any, Any]:
    return process.stdin, process.stdout, process.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to a whole group there")
def test_ctrl_c_in_an_interview_is_130_and_keeps_the_answers(lived: Path) -> None:
    # Whoever started us may ignore the signal, which children inherit.
    hears = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    assert spawn("assess", "--new", given=b"3\n").code == 0
    with start("assess", before=hears) as process:
        typed, out, err = pipes(process)
        assert b"1 answer was kept" in err.readline()
        typed.write(b"2\n")
        typed.flush()
        while len(answered(record_file())) < 2:
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(ENDS_BY) == 130
        assert out.read() == b""
        is_plain(err.read().decode())
    assert answered(record_file()) == ["3", "2"]


def answered(record: Path) -> list[str]:
    """Return the answers of the open draft, in order, as they are on the disk."""
    query = (
        "SELECT code FROM rating WHERE assessment = "
        "(SELECT thing FROM assessment WHERE state = 'draft' ORDER BY id DESC LIMIT 1) ORDER BY id"
    )
    with closing(sqlite3.connect(f"{record.as_uri()}?mode=ro", uri=True, timeout=10)) as opened:
        return [str(code) for (code,) in opened.execute(query)]


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
@pytest.mark.parametrize(
    "args",
    [
        ("framework", "search", "an", "--all"),
        ("nosuch", "--json"),
        ("--help",),
        ("--version",),
    ],
    ids=" ".join,
)
def test_a_pipe_that_closes_is_141_without_a_word(args: tuple[str, ...], home: Path) -> None:
    with start(*args) as process:
        _, out, err = pipes(process)
        out.close()
        assert process.wait(ENDS_BY) == 141
        assert err.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
def test_a_reader_who_has_seen_enough_is_141(home: Path) -> None:
    with start("framework", "search", "an", "--all") as process:
        _, out, err = pipes(process)
        assert out.readline() == b"Where 'an' stands\n"
        out.close()
        assert process.wait(ENDS_BY) == 141
        assert err.read() == b""


def test_talk_that_nobody_hears_does_not_change_the_code(home: Path) -> None:
    with start("nosuch") as process:
        _, _, err = pipes(process)
        err.close()
        assert process.wait(ENDS_BY) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("args", [("framework", "show"), ("--version",)], ids=" ".join)
def test_output_that_cannot_be_written_is_told(args: tuple[str, ...], home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program(), *args],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=ENDS_BY,
            check=False,
            env=surroundings(),
        )
    assert done.returncode == 11
    is_plain(done.stderr.decode())
    assert b"no space left" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that can close a stream")
@pytest.mark.parametrize(
    ("closed", "args", "code"),
    [
        (">&-", "framework show", 0),
        ("2>&-", "nosuch", 2),
        ("<&- 2>&-", "init", 14),
    ],
)
def test_streams_that_were_never_open(closed: str, args: str, code: int, home: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m ipsskills {args} {closed}',
        shell=True,
        capture_output=True,
        timeout=ENDS_BY,
        check=False,
        env=surroundings(),
    )
    assert done.returncode == code
    assert b"Something went wrong" not in done.stderr
    assert b"Traceback" not in done.stderr
