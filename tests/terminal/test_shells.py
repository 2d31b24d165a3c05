"""Completion in the shells themselves: a word that means one person, whatever they are called.

Each shell is a real one at a terminal of its own. The program they find answers completions as it
does, and writes down what it is started with otherwise. To many names in a row it answers from the
process that runs the tests, as starting Python is not what they try. A shell that is not installed
is skipped; ``.ci/run`` installs all three.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout, suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pexpect
import pytest

from ipsskills.cli.app import run
from ipsskills.cli.completion.scripts import SCRIPTS
from ipsskills.codes import Role
from ipsskills.framework.load import load
from ipsskills.record.store import open_store
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.people.matching import match_names
from tests.conftest import NOON
from tests.terminal.terminal import PATIENCE, environment

# What is typed before Tab, and who it means.
NAMES = {
    "ada": "Ada Byron",
    "pat": "Pat O'Brien",
    "sio": "Siobhán O’Neill",
    "zoe": "Zoë Straße",
    "jr": "J.R. Ward",
    "anne-m": "Anne-Marie Dupont-Jones",
    "ibr": "İbrahim Ünal",
    "李": "李 明",
    "Ev": "Eve $(touch pwned)",
    "touchs": "`touch pwned` Touchstone",
    "Mali": "Malik Mal; touch pwned",
    "Smi": '"Quote" Smith',
    "bo": "Back\\slash Bo",
    "Tabi": "Tabitha & Amp|Pipe > pwned",
    "das": "-rf Dash",
    "glo": "Gloria *?[a]",
    "samu": "Samuel Example",
    "ban": "Ha!ng Bang",
    "dar": "D'Arcy (Deputy) Fitz",
    "envi": "${HOME} Envirn",
    # Another word of the name, accents as they are, within quotes, escaped.
    "obr": "Pat O'Brien",
    "Zoë": "Zoë Straße",
    "'Ada B": "Ada Byron",
    "\"Pat O'B": "Pat O'Brien",
    "Ada\\ B": "Ada Byron",
}
EVERYBODY = (*dict.fromkeys(NAMES.values()), "Sam Example")
RECORD = "record.db"
START = {
    "bash": ("bash", ["--norc", "--noprofile", "-i"], "source {script}; echo rea''dy"),
    "zsh": (
        *("zsh", ["-f", "-i"]),
        "autoload -Uz compinit; compinit -u -D; source {script}; echo rea''dy",
    ),
    "fish": ("fish", ["--no-config", "--private"], "source {script}; echo rea''dy"),
}
PROGRAM = """#!/bin/sh
if [ -n "$_IPSSKILLS_COMPLETE" ]; then
    [ -p "$HOME/answer" ] || exec {python} -m ipsskills "$@"
    printf '%s\\0' "$_IPSSKILLS_COMPLETE" "$_IPSSKILLS_LINE" > "$HOME/asked.new"
    mv "$HOME/asked.new" "$HOME/asked"
    exec cat "$HOME/answer"
fi
for each; do printf '%s\\0' "$each"; done > "$HOME/words.new"
mv "$HOME/words.new" "$HOME/words"
"""

Complete = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in whose record all of them are, with the program on its way."""
    home = tmp_path_factory.mktemp("service")
    (home / "bin").mkdir()
    program = home / "bin" / "ipsskills"
    program.write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    with open_store(home / RECORD, NOON, write=True) as store:
        nobody = Desk(load(), store, lambda: NOON)
        me = introduce(nobody, "Me Myself", Role.TEAM_LEADER)
        for name in EVERYBODY:
            add_person(replace(nobody, me=me.id), name, Role.EMPLOYMENT_SPECIALIST)
    return home


@pytest.fixture(scope="module", params=list(START))
def complete(request: pytest.FixtureRequest, service: Path) -> Iterator[Complete]:
    """Return what types a line, presses Tab and Enter, and gives the words the program got."""
    shell, options, begin = START[request.param]
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    filled = {
        "complete_func": "_ipsskills_completion",
        "prog_name": "ipsskills",
        "autocomplete_var": "_IPSSKILLS_COMPLETE",
    }
    script = service / f"completion.{shell}"
    script.write_text(SCRIPTS[shell] % filled, encoding="utf-8")
    env = environment(service) | {"LC_ALL": "C.UTF-8", "TERM": "xterm"}
    env["IPSSKILLS_DB"] = str(service / RECORD)
    env["PATH"] = os.pathsep.join([str(service / "bin"), "/usr/bin", "/bin"])
    child = pexpect.spawn(
        found, options, env=env, cwd=str(service), timeout=PATIENCE, encoding="utf-8"
    )
    child.delaybeforesend = None
    child.sendline(begin.format(script=script))
    child.expect("ready")
    words = service / "words"

    def ask(line: str) -> list[str]:
        words.unlink(missing_ok=True)
        child.send(f"{line}\t\r")
        ends = time.monotonic() + PATIENCE
        while not words.exists() and time.monotonic() < ends:
            child.expect([pexpect.TIMEOUT, ".+"], timeout=0.02)
            answer(service, env)
        return words.read_text(encoding="utf-8").split("\0")[:-1]

    yield ask
    child.close(force=True)


def answer(service: Path, env: Mapping[str, str]) -> None:
    """Answer a shell, if it asks for completions here, with what the program says to that."""
    asked, said = service / "asked", StringIO()
    if not asked.exists():
        return
    shell, line, _ = map(os.fsdecode, asked.read_bytes().split(b"\0"))
    asked.unlink()
    told = {"_IPSSKILLS_COMPLETE": shell, "_IPSSKILLS_LINE": line}
    surroundings = patch.dict(os.environ, {**env, **told}, clear=True)
    with surroundings, redirect_stdout(said), suppress(SystemExit):
        run([])
    (service / "answer").write_bytes(os.fsencode(said.getvalue()))


@pytest.fixture
def _answered_here(service: Path) -> Iterator[None]:
    """Let shells be answered by `answer`, and not by a process that is started for it."""
    os.mkfifo(service / "answer")
    yield
    (service / "answer").unlink()


def means(word: str) -> list[str]:
    """Return whom a word means among all of them."""
    return match_names({name: name for name in (*EVERYBODY, "Me Myself")}, word)


@pytest.mark.usefixtures("_answered_here")
def test_a_name_becomes_one_word_that_means_them(complete: Complete, service: Path) -> None:
    wrong = {}
    for typed, name in NAMES.items():
        got = complete(f"ipsskills report {typed}")
        if len(got) != 2 or means(got[1]) != [name] or got[1] == typed:
            wrong[typed] = got
    assert wrong == {}
    assert not (service / "pwned").exists()


def test_behind_an_equals_sign_and_what_is_no_name(complete: Complete) -> None:
    got = complete("ipsskills people edit ada --supervisor=ibr")
    assert got == ["people", "edit", "ada", "--supervisor=Ibrahim-Unal"]
    assert complete("ipsskills agend") == ["agenda"]
