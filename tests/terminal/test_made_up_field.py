"""A field that nobody has thought of yet takes one place, a step of migration and nothing else.

The program is copied, a ``cost`` of training is declared in the copy, and the copy is run. Most
commands are run by processes forked from one that has read the copy's modules already.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import ipsskills
from ipsskills.framework.files import shipped_folder
from ipsskills.record.steps import STEPS
from tests.terminal.conftest import Start
from tests.terminal.terminal import DOWN, ENTER, PATIENCE, environment, rows

PACKAGE = Path(ipsskills.__file__).parent
ABOVE = "    part_of: str | None = None\n"
FIELD = """    cost: WrittenLine | None = field(
        default=None,
        metadata=used_by(
            training=Use(
                "cost", 10, "What did it cost, and who paid?", "Cost", named="what it cost"
            )
        ),
    )
"""
NUMBER = STEPS[-1].number + 1
STEP = f'''"""The cost of training."""

from ipsskills.record.steps.step import Step

STEP = Step({NUMBER}, "cost", ("ALTER TABLE entry ADD COLUMN cost VARCHAR",))
'''
LISTED = f"""
from ipsskills.record.steps import s{NUMBER:04}_cost

STEPS = (*STEPS, s{NUMBER:04}_cost.STEP)
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a copy of the program with the field in it."""
    place = tmp_path_factory.mktemp("program")
    shutil.copytree(PACKAGE, place / "src" / "ipsskills")  # with what was compiled of it
    shutil.copytree(shipped_folder(), place / "data")
    record = place / "src" / "ipsskills" / "record"
    declared = (record / "entries.py").read_text(encoding="utf-8")
    assert declared.count(ABOVE) == 1
    (record / "entries.py").write_text(declared.replace(ABOVE, FIELD + ABOVE), encoding="utf-8")
    (record / "steps" / f"s{NUMBER:04}_cost.py").write_text(STEP, encoding="utf-8")
    with (record / "steps" / "__init__.py").open("a", encoding="utf-8") as steps:
        steps.write(LISTED)
    return place / "src"


Run = Callable[..., str]


def of_copy(program: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(program)}


def ask(program: Path, home: Path, *args: str) -> str:
    """Run the copy with these arguments and return what it printed."""
    done = subprocess.run(
        [sys.executable, *args],
        env=environment(home) | of_copy(program),
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


# Forks for each line that says what to run, where, and what becomes of what it prints.
FORKS = """
import json, os, sys
from ipsskills.cli import app, running
from ipsskills.cli.commands import log, record
from ipsskills.pages.compose.entries import record
from ipsskills.record.sql import tables
from ipsskills.usecases.entries import take, training_record
for line in sys.stdin:
    words, home, env, told = json.loads(line)
    if (child := os.fork()) == 0:
        for stream, place in enumerate((os.devnull, told, told)):
            os.dup2(os.open(place, os.O_RDWR | os.O_CREAT | os.O_APPEND), stream)
        os.chdir(home)
        os.environ.clear()
        os.environ.update(env)
        sys.stdin, sys.argv = open(0), ["ipsskills", *words]
        app.main()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture(scope="module")
def run(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Return what runs the copy in a home with these words, and gives what it printed."""
    told = tmp_path_factory.mktemp("told") / "told"
    with subprocess.Popen(
        [sys.executable, "-c", FORKS],
        env=environment(program) | of_copy(program),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as forking:

        def ran(home: Path, *words: str, code: int = 0) -> str:
            assert forking.stdin
            assert forking.stdout
            told.unlink(missing_ok=True)
            env = environment(home) | of_copy(program)
            line = json.dumps([words, str(home), env, str(told)])
            print(line, file=forking.stdin, flush=True)
            ended, said = forking.stdout.readline(), told.read_text(encoding="utf-8")
            assert int(ended) == code, said
            return said

        yield ran


def costs(run: Run, home: Path) -> list[object]:
    """Return the costs that programs are given, the latest entry first."""
    told = json.loads(run(home, "record", "--json"))
    return [entry["cost"] for entry in told["data"]["entries"]]


def test_the_copy_is_what_runs(program: Path, ada: Path) -> None:
    told = ask(program, ada, "-c", "import ipsskills; print(ipsskills.__file__)")
    assert told.strip() == os.fspath(program / "ipsskills" / "__init__.py")


def test_it_is_an_option_kept_listed_found_and_corrected(run: Run, ada: Path) -> None:
    assert "--cost WORDS" in run(ada, "log", "training", "--help")
    assert "--cost" not in run(ada, "log", "evidence", "--help")
    given = ("log", "training", "--title", "Money", "--cost", "£120, the service")
    assert "Cost: £120, the service." in run(ada, *given)
    assert "Cost: £120, the service." in " ".join(run(ada, "record").split())
    assert costs(run, ada) == ["£120, the service"]
    assert "Money" in run(ada, "record", "--search", "the service")
    run(ada, "log", "training", "--correct", "last", "--cost", "£90")
    assert costs(run, ada) == ["£90"]
    run(ada, "log", "training", "--correct", "last", "--cost", "")
    assert costs(run, ada) == [None]


def test_it_is_a_column_of_a_table(run: Run, ada: Path) -> None:
    (ada / "t.csv").write_text(
        "title,on,cost\nMoney,2 Mar 2026,£120\nRent,3 Mar 2026,\n", encoding="utf-8"
    )
    run(ada, "log", "training", "--from", "t.csv")
    assert sorted(costs(run, ada), key=str) == [None, "£120"]
    (ada / "e.csv").write_text("title,on,unit,cost\nA plan,2 Mar 2026,3.8,£1\n", encoding="utf-8")
    refused = run(ada, "log", "evidence", "--from", "e.csv", code=11)
    assert "The column 'cost' is not known." in refused


def test_it_is_looked_through_and_listed_as_personal(program: Path, run: Run, ada: Path) -> None:
    given = ("log", "training", "--title", "Money", "--cost", "Paid by 07700 900123")
    refused = run(ada, *given, code=11)
    assert "In what it cost, this looks as if it could tell who a client is" in refused
    assert costs(run, ada) == []
    listed = "from ipsskills.privacy.personal import personal_texts as p; print(list(p().values()))"
    assert "'cost'" in ask(program, ada, "-c", listed)


def test_it_is_asked_and_asked_again(program: Path, ada: Path, start: Start) -> None:
    terminal = start(ada, "log", "training", anew=True, env=of_copy(program))
    for question, answer in (
        ("What was it?", "Money"),
        *((question, "") for question in ("Which day?", "Which units?")),
        ("What kind of learning", f"{ENTER}{DOWN}"),  # Enter takes none unasked
        *((question, "") for question in ("How many hours?", "Who gave it?", "What did you take")),
        ("Is there a certificate?", ""),
        ("What did it cost, and who paid?", "£120"),
    ):
        terminal.until(question)
        terminal.press(answer)
        terminal.press(ENTER)
    terminal.until_said("Cost: £120.")
    assert terminal.ended() == 0
    again = start(ada, "log", "training", "--correct", "last", anew=True, env=of_copy(program))
    again.until("What would you like to change?", "What did it cost, and who paid? £120")
    again.press("\x1b[A \r")
    again.until("who paid? £120")
    again.press(f" in all{ENTER}")
    again.until_said("Cost: £120 in all.")
    assert again.ended() == 0
    kept = "SELECT cost FROM entry ORDER BY at"
    assert rows(ada, kept) == [("£120",), ("£120 in all",)]
