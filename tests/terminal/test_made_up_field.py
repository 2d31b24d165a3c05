"""A field that nobody has thought of yet takes one place, a step of migration and nothing else.

The program is copied, a ``cost`` of training is declared in the copy, and the copy is run.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ipsskills
from ipsskills.framework.files import shipped_folder
from ipsskills.record.steps import STEPS
from tests.terminal.conftest import Start
from tests.terminal.terminal import ENTER, PATIENCE, environment, rows

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


def of_copy(program: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(program)}


def ask(program: Path, home: Path, *args: str, code: int = 0) -> str:
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
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def run(program: Path, home: Path, *args: str, code: int = 0) -> str:
    return ask(program, home, "-m", "ipsskills", *args, code=code)


def costs(program: Path, home: Path) -> list[object]:
    """Return the costs that programs are given, the latest entry first."""
    told = json.loads(run(program, home, "record", "--json"))
    return [entry["cost"] for entry in told["data"]["entries"]]


def test_the_copy_is_what_runs(program: Path, ada: Path) -> None:
    told = ask(program, ada, "-c", "import ipsskills; print(ipsskills.__file__)")
    assert told.strip() == os.fspath(program / "ipsskills" / "__init__.py")


def test_it_is_an_option_kept_listed_found_and_corrected(program: Path, ada: Path) -> None:
    assert "--cost WORDS" in run(program, ada, "log", "training", "--help")
    assert "--cost" not in run(program, ada, "log", "evidence", "--help")
    given = ("log", "training", "--title", "Money", "--cost", "£120, the service")
    assert "Cost: £120, the service." in run(program, ada, *given)
    assert "Cost: £120, the service." in " ".join(run(program, ada, "record").split())
    assert costs(program, ada) == ["£120, the service"]
    assert "Money" in run(program, ada, "record", "--search", "the service")
    run(program, ada, "log", "training", "--correct", "last", "--cost", "£90")
    assert costs(program, ada) == ["£90"]
    run(program, ada, "log", "training", "--correct", "last", "--cost", "")
    assert costs(program, ada) == [None]


def test_it_is_a_column_of_a_table(program: Path, ada: Path) -> None:
    (ada / "t.csv").write_text(
        "title,on,cost\nMoney,2 Mar 2026,£120\nRent,3 Mar 2026,\n", encoding="utf-8"
    )
    run(program, ada, "log", "training", "--from", "t.csv")
    assert sorted(costs(program, ada), key=str) == [None, "£120"]
    (ada / "e.csv").write_text("title,on,unit,cost\nA plan,2 Mar 2026,3.8,£1\n", encoding="utf-8")
    refused = run(program, ada, "log", "evidence", "--from", "e.csv", code=11)
    assert "The column 'cost' is not known." in refused


def test_it_is_looked_through_and_listed_as_personal(program: Path, ada: Path) -> None:
    given = ("log", "training", "--title", "Money", "--cost", "Paid by 07700 900123")
    refused = run(program, ada, *given, code=11)
    assert "In what it cost, this looks as if it could tell who a client is" in refused
    assert costs(program, ada) == []
    listed = "from ipsskills.privacy.personal import personal_texts as p; print(list(p().values()))"
    assert "'cost'" in ask(program, ada, "-c", listed)


def test_it_is_asked_and_asked_again(program: Path, ada: Path, start: Start) -> None:
    terminal = start(ada, "log", "training", anew=True, env=of_copy(program))
    for question, answer in (
        ("What was it?", "Money"),
        *((question, "") for question in ("Which day?", "Which units?", "What kind of learning")),
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
