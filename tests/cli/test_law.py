"""Law and guidance as somebody in one nation meets it, and as whoever keeps it looks after it."""

import json
import re
import shlex
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ipsskills.cli.setup import context
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def on_the_day_of_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "now", lambda: datetime(2026, 11, 30, 12, tzinfo=UTC))


def test_a_nation_is_set_once_and_holds_everywhere(home: Path, run: Run) -> None:
    assert "Adults at risk, England" in run("framework", "show", "2.4").out
    assert run("settings", "nation", "northern", "ireland").code == 0
    for words in (("show", "2.4"), ("notes", "2.4"), ("handbook", "--format", "md")):
        told = run("framework", *words).out
        assert "Working Together" not in told, words
        assert "Other nations (England, " in told, words
        assert "Working Together" in run("framework", *words, "--all-nations").out or words[0] == (
            "notes"
        )
    run("settings", "nation", "--unset")
    assert "Other nations" not in run("framework", "show", "2.4").out


def test_a_search_folds_other_nations_and_keeps_the_warning(home: Path, run: Run) -> None:
    run("settings", "nation", "Wales")
    told = " ".join(run("framework", "search", "tribunal", "--all").out.split())
    assert "Moving (newest source seen June 2026): look it up before you use it." in told
    assert "note, Northern Ireland" not in told
    assert "Other nations (Scotland, Northern Ireland): " in told
    everywhere = run("framework", "search", "tribunal", "--all", "--all-nations").out
    assert "note, Northern Ireland" in " ".join(everywhere.split())


def test_the_folded_line_can_be_typed(home: Path, run: Run) -> None:
    run("settings", "nation", "England")
    told = " ".join(run("framework", "show", "2.4").out.split())
    (command,) = re.findall(r"Other nations \(.*?\): \d+ notes?, ipsskills (\S+ \S+ \S+ \S+)", told)
    opened = run(*shlex.split(command))
    assert opened.code == 0
    assert "Adults at risk, Scotland" in opened.out


def test_several_nations_and_the_variable(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("settings", "nation", "England", "and", "Wales")
    assert json.loads(run("settings", "nation", "--json").out)["data"]["nation"] == "England, Wales"
    told = run("framework", "show", "2.4").out
    assert "Adults at risk, England" in told
    assert "Adults at risk, Wales" in told
    assert "Adults at risk, Scotland" not in told
    monkeypatch.setenv("IPSSKILLS_NATION", "Scotland")
    assert "Adults at risk, Scotland" in run("framework", "show", "2.4").out


def test_no_nation_of_ours_is_refused(home: Path, run: Run) -> None:
    ran = run("settings", "nation", "France")
    assert ran.code == 11
    assert "Name one or several of: England, Wales, Scotland, Northern Ireland." in ran.err
    is_plain(ran.err)


def test_notes_are_listed_by_unit_nation_and_topic(home: Path, run: Run) -> None:
    found = json.loads(run("framework", "notes", "3.7", "--nation", "Scotland", "--json").out)
    notes = found["data"]["notes"]
    assert {note["unit"] for note in notes} == {"3.7"}
    assert all("S" in note["nations"] for note in notes)
    assert [note["stakes"] for note in notes] == sorted(
        (note["stakes"] for note in notes), key=["high", "middle", "low"].index
    )
    about = json.loads(run("framework", "notes", "--topic", "access to work", "--json").out)
    assert {note["unit"] for note in about["data"]["notes"]} >= {"3.7", "3.16"}
    assert run("framework", "notes", "--topic", "zzz").out.startswith("No such notes")


def test_what_somebody_must_look_at_is_what_is_overdue_or_changes_soon_then_the_oldest_first(
    home: Path, run: Run
) -> None:
    run("settings", "nation", "Wales")
    found = json.loads(run("framework", "notes", "--moving", "--json").out)["data"]
    assert found["nations"] == [], "whoever keeps the content looks after every nation"
    notes = found["notes"]
    assert {note["state"] for note in notes} == {"moving", "unread", "year over"}
    assert [note["topic"] for note in notes if note["state"] == "year over"] == [
        "Universal Credit, picking it up again",
        "Carer Support Payment and earnings",
    ], "figures of last year, for want of newer ones"
    assert [note["topic"] for note in notes[:6]] == [
        "Universal Credit, picking it up again",  # the year of these two ended in April
        "Carer Support Payment and earnings",
        "Skills plans and careers advice",  # these were planned for October
        "Right to work, checks widened",
        "Sexual harassment, the employer's duty",
        "Tips",
    ]
    soon = [note for note in notes if note["planned"] == "2027-01-01"]
    assert notes[6 : 6 + len(soon)] == soon != []
    rest = notes[6 + len(soon) :]
    ages = [note["seen"] or "" for note in rest if note["state"] == "moving"]
    assert ages == sorted(ages)
    states = [note["state"] for note in rest]
    assert states == sorted(states), "what is moving, then what was not read"
    told = run("framework", "notes", "--moving").out
    assert told.startswith("Notes that somebody must look at")
    heads = [
        "Overdue: ",
        "About to change",
        "Moving, the oldest source first",
        "Law from working knowledge",
        "Items of the scale",
    ]
    places = [told.upper().index(head.upper()) for head in heads]
    assert places == sorted(places)
    assert "change was planned for 1 Oct 2026, start not seen" in " ".join(told.split())
    assert all(note["topic"] in told for note in notes)
    assert "https://www.legislation.gov.uk/nia/2016/18/part/5" in told


def test_a_year_on_the_list_has_what_is_past_its_year_as_well(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "now", lambda: datetime(2027, 11, 30, 12, tzinfo=UTC))
    found = json.loads(run("framework", "notes", "--moving", "--json").out)["data"]["notes"]
    assert {note["state"] for note in found} == {"moving", "year over", "unread"}
    assert "Its year ended on 1 Apr 2027: look it up before you use it." in " ".join(
        run("framework", "show", "1.6").out.split()
    )


def test_notes_are_told_whole_for_a_handout(home: Path, run: Run) -> None:
    words = ("framework", "notes", "3.7", "--nation", "Scotland")
    notes = json.loads(run(*words, "--json").out)["data"]["notes"]
    assert notes
    told = " ".join(run(*words, "--full").out.split())
    listed = " ".join(run(*words).out.split())
    for note in notes:
        assert " ".join(note["text"].split()) in told, note["topic"]
        assert " ".join(note["text"].split()) not in listed
    assert told.count("Checked ") == len(notes)
    assert "Other nations (England, Wales, Northern Ireland): " in told
    assert "ipsskills framework notes 3.7 --full --all-nations" in told
    ran = run("framework", "notes", "--moving", "--full")
    assert (ran.code, "Leave out --full, or --moving." in ran.err) == (2, True)


def test_the_list_goes_to_a_file(home: Path, tmp_path: Path, run: Run) -> None:
    assert run("framework", "notes", "--moving", "-o", "look.md").code == 0
    written = (tmp_path / "look.md").read_text(encoding="utf-8")
    assert written.startswith("# Notes that somebody must look at")


@pytest.mark.parametrize("key", ["grade", "address", "nations"])
def test_check_refuses_a_note_without(key: str, shipped_copy: Path, run: Run) -> None:
    file = shipped_copy / "curriculum.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.strip() == "notes:")
    place = next(n for n in range(start, len(lines)) if f"{key}:" in lines[n])
    lines[place] = "          - # " if key == "nations" else "            # "
    file.write_text("\n".join(lines), encoding="utf-8")
    ran = run("framework", "check", str(shipped_copy / "competences.yaml"), str(file))
    assert ran.code == 12
    assert f"The key '{key}' is missing." in ran.err
    is_plain(ran.err)


def test_where_no_nation_is_named_it_is_asked_for_and_nobody_is_led_to_anothers_law(
    home: Path, run: Run
) -> None:
    pages = (("framework", "show"), ("framework", "notes", "2.4"))
    for words in pages:
        told = run(*words).out
        assert re.search(r"ipsskills settings nation +say where you work", told), words
    shown = run("settings", "nation").out
    for each in ("England", "Wales", "Scotland", '"Northern Ireland"'):
        assert f"ipsskills settings nation {each}" in shown
    run("settings", "nation", "Wales")
    for words in pages:
        assert "settings nation" not in run(*words).out, words
