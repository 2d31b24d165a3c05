"""What is due and the plan as calendars, by the commands that write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.mark.parametrize("words", [("due",), ("plan", "show"), ("plan", "export")], ids=" ".join)
def test_a_calendar_names_people_only_if_that_is_wanted(
    words: tuple[str, ...], lived: Path, run: Run
) -> None:
    nameless, naming = "--names says what and who", (*words, "--demo", "-o", "b.ics", "--names")
    ran = run(*words, "--demo", "-o", "a.ics")
    assert (ran.code, nameless in ran.err) == (0, True)
    ran = run(*naming)
    assert (ran.code, nameless in ran.err) == (0, False)
    open_to_all, named = (Path(f"{name}.ics").read_text(encoding="utf-8") for name in "ab")
    titles = {line for line in open_to_all.splitlines() if line.startswith("SUMMARY")}
    assert "SUMMARY:Learning plan" in titles
    assert titles <= {"SUMMARY:Learning plan", "SUMMARY:Supervision"}
    assert "Ada" not in open_to_all
    assert "SUMMARY:Learning plan: Ada Example\\," in named
    assert open_to_all.count("UID:") == named.count("UID:") > 1


def test_written_again_the_same_days_keep_their_ids(lived: Path, run: Run) -> None:
    run("plan", "draft", "--unit", "3.10")
    for name in "ab":
        assert run("plan", "show", "1", "-o", f"{name}.ics").code == 0
    texts = [Path(f"{name}.ics").read_bytes() for name in "ab"]
    assert texts[0] == texts[1]
    assert texts[0].count(b"UID:") > 2


def test_names_are_for_calendars_and_not_every_page_is_one(lived: Path, run: Run) -> None:
    ran = run("due", "--names")
    assert (ran.code, ran.out) == (2, "")
    assert "calendar" in ran.err
    ran = run("report", "-o", "a.ics")
    assert ran.code == 11
    assert not Path("a.ics").exists()
