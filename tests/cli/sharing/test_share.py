"""Two homes, by the printed commands alone; files, mails and folders; what is asked and refused."""

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest

from ipsskills.cli.prompts import ask
from ipsskills.codes import ParcelKind
from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.parcels import ParcelWritten
from ipsskills.facts.people import PersonNamed
from ipsskills.formats.exchange.armour import armour
from ipsskills.formats.exchange.passphrase import list_words, make_passphrase
from ipsskills.pages.compose.sharing.planned import compose_written
from tests.cli.sharing.conftest import ADA, LEE
from tests.conftest import Ran
from tests.service import answers
from tests.usecases.builders import UNITS

Run = Callable[..., Ran]


class Homes:
    """Two homes on one machine, in one folder; `be` says whose one works in."""

    def __init__(self, run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run, self._place, self._patch = run, place, monkeypatch
        monkeypatch.chdir(place)

    def be(self, name: str) -> "Homes":
        self._patch.setenv("HOME", str(self._place / name))
        return self

    def do(self, *typed: str) -> Ran:
        ran = self._run(*typed)
        assert (ran.code, ran.err if ran.code else "") == (0, "")
        return ran

    def try_(self, *typed: str) -> Ran:
        return self._run(*typed)

    def pipe(self, data: str) -> None:
        monkey = io.TextIOWrapper(io.BytesIO(data.encode()), encoding="utf-8")
        self._patch.setattr(sys, "stdin", monkey)


@pytest.fixture
def homes(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, both_homes: Path) -> Homes:
    shutil.copytree(both_homes, tmp_path, dirs_exist_ok=True)
    return Homes(run, tmp_path, monkeypatch).be("ada")


def next_commands(told: str) -> list[list[str]]:
    """The commands a page ends with, as they would be typed."""
    import shlex

    lines = [line.strip() for line in told.splitlines()]
    at = [line[line.index("ipsskills ") :] for line in lines if "ipsskills " in line]
    return [shlex.split(line.split("  ")[0])[1:] for line in at]


def test_from_nothing_by_the_printed_commands_both_pages_tell_the_same(
    homes: Homes, tmp_path: Path
) -> None:
    written = homes.do("share", "out", "--open-file")
    assert "For Lee Sample, from Ada Example" in written.err
    (take,) = (each for each in next_commands(written.out) if each[:2] == ["share", "in"])
    came = homes.be("lee").do(*take)
    assert "Says it is from Ada Example" in came.out
    assert "kept apart from you until you have looked" in " ".join(came.out.split())
    seen = {unit: {"answer": "3", "basis": "O"} for unit in UNITS} | {"3.10": {"answer": "u"}}
    answers(tmp_path / "seen.json", seen)
    homes.do("assess", ADA, "--as", "supervisor", "--from", "seen.json")
    back = homes.do("share", "out", "Ada")
    assert "by the key that came from them" in " ".join(back.err.split())
    (take,) = (each for each in next_commands(back.out) if each[:2] == ["share", "in"])
    homes.be("ada").do(*take)
    pages = [said(homes.be(who).do("compare", *whom, "--json")) for who, whom in BOTH]
    assert pages[0] == pages[1]
    assert "3.8" in json.dumps(pages[0])


BOTH = (("ada", ()), ("lee", ("Ada",)))


def said(page: Ran) -> Any:
    """What a page of both views tells, but for who reads it and what they may type next."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k not in READERS_OWN}
        return [strip(each) for each in value] if isinstance(value, list) else value

    return strip(json.loads(page.out)["data"])


READERS_OWN = ("me", "mine", "next", "private_notes")


def test_a_mail_that_is_piped_in_is_taken_in(homes: Homes, tmp_path: Path) -> None:
    homes.do("share", "out", "--open-file", "-o", "first.txt")
    homes.be("lee").do("share", "in", "first.txt")
    homes.do(
        "log", "observation", "Ada", "--setting", "A visit", "--way", "watched", "--unit", "3.8"
    )
    homes.do("share", "out", "Ada", "-o", "for-ada.txt")
    block = (tmp_path / "for-ada.txt").read_text()
    quoted = "".join(f"> {line}\r\n" for line in f"Hello,\n{block}\n-- \nLee".splitlines())
    homes.be("ada").pipe(f"Thanks!\r\n{quoted}")
    assert "1 field visit" in homes.do("share", "in", "-").out


def test_looking_takes_nothing_in_and_a_folder_is_taken_in_whole(
    homes: Homes, tmp_path: Path
) -> None:
    (tmp_path / "sent").mkdir()
    homes.do("share", "out", "--open-file", "-o", "sent/one.txt")
    homes.be("lee").do("share", "in", "sent", "--look")
    assert homes.do("people", "list").out.count("Ada") == 0
    told = json.loads(homes.do("share", "in", "sent", "--json").out)["data"]
    assert [each["met"]["by"]["called"] for each in told["files"]] == [ADA]
    assert ADA in homes.do("people", "list").out
    homes.do("share", "together", ADA)
    homes.do("share", "out", ADA, "--to", ADA, "-o", "page.docx")
    named = "ada-example-look-2026-12-01.html"
    pasted = homes.do("form", "-o", named).out.splitlines()
    note = pasted[pasted.index("A message to send with it:") :]
    assert max(map(len, note)) < 80, "a terminal would break words, as these lines are not wrapped"
    told = " ".join(" ".join(pasted).partition("A message")[0].split())
    assert "A form is no privacy notice." in told
    assert "send this page with it: ipsskills explain notice --format docx" in told
    assert any(e.startswith("At the end press") and e.endswith("that it makes.") for e in pasted)
    listed = homes.do("share", "list").out.splitlines()
    (out,), (came,) = (
        [line for line in listed if f" {way} " in line] for way in ("to", "says from")
    )
    assert (out.split()[-1], came.split()[-1]) == ("page", "file")
    assert max(map(len, listed)) <= 80
    assert "Taken back" in homes.do("share", "undo", "--yes").out


def test_without_a_terminal_nothing_is_asked(homes: Homes, run: Run) -> None:
    homes.pipe("")
    ran = run("share", "out")
    assert ran.code == 14
    assert "--passphrase-file" in ran.err
    homes.be("lee").do("people", "add", "Ada Other")
    homes.be("ada").do("share", "out", "--open-file", "-o", "one.txt")
    homes.be("lee").do("people", "add", ADA)
    refused = run("share", "in", "one.txt")
    assert refused.code == 11
    assert f'--is "{ADA}"' in refused.err
    homes.do("share", "in", "one.txt", "--is", ADA)


def test_at_a_terminal_it_is_asked_who_somebody_is(
    homes: Homes, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes.do("share", "out", "--open-file", "-o", "one.txt")
    homes.be("lee").do("people", "add", ADA)
    asked: list[str] = []

    def choose(question: str, choices: Any, **_: Any) -> str:
        asked.append(question)
        return str(choices[0][0])

    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "select", choose)
    homes.do("share", "in", "one.txt")
    assert asked[0] == "The file names Ada Example. Who is that?"
    homes.do("share", "in", "one.txt")
    assert asked.count(asked[0]) == 1


def test_who_was_erased_comes_back_after_a_question_or_by_an_option(
    homes: Homes, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes.do("share", "out", "--open-file", "-o", "one.txt")
    homes.be("lee").do("share", "in", "one.txt")
    homes.do("data", "forget", ADA, "--yes")
    for option in ([], ["--look"], ["--back", ADA]):  # it is from before the erasing
        refused = run("share", "in", "one.txt", *option)
        assert refused.code == 11
        assert "Ada Example was erased from this record on" in refused.err
        assert "--back" not in refused.err
    homes.be("ada").do("share", "out", "--open-file", "-o", "one.txt", "--force")
    homes.be("lee")
    refused = run("share", "in", "one.txt")
    assert refused.code == 11
    assert '--back "Ada Example"' in refused.err
    asked: list[str] = []
    said = ["no", "yes"]

    def choose(question: str, choices: Any, *, default: bool = True) -> str:
        asked.append(question)
        return "look" if default else said.pop(0)

    with monkeypatch.context() as patch:
        patch.setattr(ask, "can_ask", lambda: True)
        patch.setattr(ask, "select", choose)
        said_no = run("share", "in", "one.txt").err
        assert "Ada" not in homes.do("people", "list").out
        told = " ".join(homes.do("share", "in", "one.txt").out.split())
    assert asked[:2] == ["Take it in?", "Take it in?"]
    assert said_no.startswith("This says it is from Ada Example.\nWhat was kept here about")
    assert said_no.endswith("with what this file holds.\nNothing was taken in.\n")
    assert "They begin anew here. What others had written stays erased." in told
    assert "is here already" in " ".join(homes.do("share", "in", "one.txt").out.split())
    homes.do("data", "forget", ADA, "--yes")
    homes.be("ada").do("share", "out", "--open-file", "-o", "one.txt", "--force")
    homes.be("lee").do("share", "in", "one.txt", "--back", ADA)
    assert ADA in homes.do("people", "list").out


@pytest.mark.parametrize("typed", ["my own words", ""])
def test_a_passphrase_is_asked_for_or_made_and_told_once(
    homes: Homes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    used: list[str | None] = []

    def close(data: bytes, *, keys: Any, passphrase: str | None) -> str:
        used.append(passphrase)
        assert (data[:2], keys) == (b"\x1f\x8b", ())
        return "closed"

    monkeypatch.setattr("ipsskills.formats.exchange.sealed.seal", close)
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "maybe", lambda _: typed)
    told = homes.do("share", "out", "-o", "one.txt")
    (words,) = used
    assert words
    assert f"The words that open it: {words}" in told.out
    if not typed:
        assert len(words.split("-")) == 4
        assert set(words.split("-")) <= set(list_words())
    (tmp_path / "words.txt").write_text("words of a file\n")
    told = homes.do("share", "out", "-o", "two.txt", "--passphrase-file", "words.txt")
    assert "By a passphrase, as you asked." in told.err
    assert used[1] == "words of a file"


def test_a_passphrase_that_does_not_open_is_asked_for_three_times(
    homes: Homes, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text(CLOSED)
    asked: list[str] = []

    def type_words(question: str) -> str:
        asked.append(question)
        return "wrong"

    def refuse(*_: Any, **__: Any) -> None:
        raise InvalidInput("These words do not open it.", "Nothing was changed.")

    monkeypatch.setattr("ipsskills.formats.exchange.arriving.open_sealed", refuse)
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "text", type_words)
    ran = run("share", "in", "one.txt")
    assert ran.code == 11
    assert len(asked) == 3
    assert "2 more tries. Ctrl-C stops, and nothing is changed." in ran.err
    assert ran.err.count("These words do not open it.") == 3


# The beginning of a file that opens by a passphrase; what is in it nobody reads here.
HEADER = b"age-encryption.org/v1\n-> scrypt bQ8QhB4BTrbwCbC6kD/SZQ 10\nAAAA\n--- AAAA\n"
CLOSED = armour(HEADER)


def test_words_are_plain_many_and_drawn() -> None:
    words = list_words()
    assert len(words) == len(set(words)) == 1450
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 8 for word in words)
    assert make_passphrase() != make_passphrase()


def test_a_handover_gives_the_person_the_same_page(homes: Homes, tmp_path: Path) -> None:
    homes.do("share", "out", "--open-file", "-o", "one.txt")
    homes.be("lee").do("share", "in", "one.txt")
    homes.do("people", "add", "Nia New", "--role", "team leader")
    homes.do("log", "supervision", "Ada", "--minutes", "50")
    homes.do("data", "hold", "Ada", "--why", "investigation")
    done = homes.do("share", "out", "Ada", "--to", "Nia", "--handover", "--open-file")
    on_hold = "A hold is on for Ada Example. Ask whoever set it before you send this."
    assert done.err.splitlines()[0] == on_hold
    (page,) = tmp_path.glob("ada-example-what-went-to-nia-new-*.txt")
    assert str(page) in done.out
    assert "For Nia New, from Lee Sample" in page.read_text()
    told = page.read_text().partition("FOR ADA EXAMPLE")[0]
    assert not re.search(r"\byours?\b|\byou\b", told)  # nobody is "you" but whom it is for
    assert "Lee Sample's details: " in page.read_text()
    assert "hold" not in page.read_text()  # that is for whoever sends it
    take_over = f'ipsskills people edit "{ADA}" --supervisor "Nia New"'
    assert any(take_over in line for line in page.read_text().splitlines())
    file = next(tmp_path.glob("ada-example-for-nia-new-*.txt")).read_text()
    assert "investigation" not in file
    assert f'ipsskills people edit "{ADA}" --supervisor "Nia New"' in done.out


@pytest.mark.parametrize(("size", "how"), [(50_000, "or paste"), (50_001, "Attach it to a mail.")])
def test_what_no_mail_takes_as_text_is_to_be_attached(size: int, how: str) -> None:
    person = PersonNamed(id="a", name=ADA, me=True)
    planned = SimpleNamespace(to=person, about=person, by=person, kind=ParcelKind.RECORDS)
    written = ParcelWritten(planned=planned, path=Path("a.txt"), size=size)  # type: ignore[arg-type]
    assert how in compose_written(written, None).splitlines()[0]


def test_a_file_that_is_there_is_not_written_over(homes: Homes, run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("mine")
    assert run("share", "out", "--open-file", "-o", "one.txt").code == 11
    assert (tmp_path / "one.txt").read_text() == "mine"
    homes.do("share", "out", "--open-file", "-o", "one.txt", "--force")
    assert "Anybody can read this file" in (tmp_path / "one.txt").read_text().splitlines()[0]


def test_a_page_that_is_sent_says_nothing_of_a_hold_and_whoever_sends_it_hears(
    homes: Homes, tmp_path: Path
) -> None:
    homes.be("lee").do("people", "add", ADA)
    homes.do("log", "supervision", "Ada", "--minutes", "50")
    homes.do("data", "hold", "Ada", "--why", "dispute")
    assert "NOT CLOSED" in homes.do("share", "out", ADA, "--to", ADA, "-o", "a.pdf").err
    sent = json.loads(homes.do("share", "out", ADA, "--to", ADA, "-o", "a.docx", "--json").out)
    (said,) = sent["notices"]
    assert said == "A hold is on for Ada Example. Ask whoever set it before you send this."
    with ZipFile(tmp_path / "a.docx") as page:
        assert b"hold is on" not in page.read("word/document.xml")


def test_letters_say_where_they_lie_and_whom_they_name(homes: Homes, tmp_path: Path) -> None:
    homes.do("share", "out", "--open-file", "-o", "one.txt")
    done = homes.do("data", "forget", ADA, "--yes", "-o", "letter.docx").out
    assert f"  Lee Sample: {tmp_path / 'letter.docx'}" in done.splitlines()
    assert done.splitlines()[-1] == f"It names {ADA}: delete it here once it is sent."


def test_what_is_for_files_alone_is_refused_of_a_page(home: Path, run: Run) -> None:
    run("init", "--name", ADA, "--supervisor", LEE)
    for option in ("--handover", "--views", "--again", "--open-file"):
        ran = run("share", "out", "--to", "Lee", "-o", str(home / "a.pdf"), option)
        assert (ran.code, ran.err.partition(" ")[0]) == (2, option)
        assert not (home / "a.pdf").exists()
