"""People: listed, added, changed, found by the names people type."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain, record_file

Run = Callable[..., Ran]


def listed(run: Run, *args: str) -> dict[str, dict[str, Any]]:
    """Return everybody by name."""
    found = json.loads(run("people", "list", "--json", *args).out)["data"]
    return {person["name"]: person for person in found}


def test_nobody_yet(home: Path, run: Run) -> None:
    assert "ipsskills init" in run("people", "list").out
    assert list(home.iterdir()) == []


def test_the_list_is_by_name_and_says_who_is_you(lived: Path, run: Run) -> None:
    run("people", "add", "aaron Late")
    told = run("people", "list").out
    assert told.index("aaron Late") < told.index("Ada Example") < told.index("Bo Sample")
    assert re.search(r"Ada Example .*you$", told, re.MULTILINE)
    assert re.search(r"Bo Sample .*North", told)
    assert told.count("you") == 1


def test_the_list_says_who_supervises_each(lived: Path, run: Run) -> None:
    run("people", "add", "Lee Lead", "--role", "team leader")
    run("people", "add", "Cy New", "--supervisor", "Lee Lead")
    told = run("people", "list").out
    assert re.search(r"^ *Cy New .* Lee Lead *$", told, re.MULTILINE)


def test_add(lived: Path, run: Run) -> None:
    ran = run("people", "add", "Cy New", "--role", "team leader", "--team", "South")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Cy New is in the record now.\nTo say more of them: ")
    notice = run(*ran.out.splitlines()[-1].partition(": ipsskills ")[2].split()[:2]).out
    told = " ".join(notice.split())
    assert "You need not give anything about your health." in told
    assert "You may complain to the service, and to the Information Commissioner" in told
    added = listed(run)["Cy New"]
    assert (added["role"], added["team"], added["me"]) == ("team leader", "South", False)


def test_add_begins_a_record(home: Path, run: Run) -> None:
    assert run("people", "add", "Cy", "--db", "team.db").code == 0
    assert list(listed(run, "--db", "team.db")) == ["Cy"]
    assert not record_file().exists()


@try_each("name", ["Bo Sample", "bo sample", " BO SAMPLE ", "Ｂｏ Sample"])
def test_one_name_is_one_person(name: str, lived: Path, run: Run) -> None:
    ran = run("people", "add", name)
    assert ran.code == 11
    assert "already" in ran.err
    assert len(listed(run)) == 2


def test_edit_changes_what_is_given_and_nothing_else(lived: Path, run: Run) -> None:
    ran = run("people", "edit", "bo", "--hours", "0.5", "--since", "01/09/2026")
    assert ran.code == 0
    assert ran.out == (
        "Bo Sample is changed. Share of full time: 0.5 (was: nothing); "
        "started: 1 Sep 2026 (was: nothing).\n"
        'To take it back: ipsskills people edit "Bo Sample" --clear hours --clear since\n'
    )
    changed = listed(run)["Bo Sample"]
    assert (changed["hours"], changed["since"]) == (0.5, "2026-09-01")
    assert (changed["team"], changed["role"]) == ("North", "employment specialist")


def test_edit_of_myself(lived: Path, run: Run) -> None:
    ran = run("people", "edit", "--name", "Ada Newname", "--role", "team leader")
    assert ran.out.startswith("Ada Newname is changed. Name: Ada Newname (was: Ada Example); ")
    assert listed(run)["Ada Newname"]["me"]
    assert run("report").out.startswith("Ada Newname: your view")


def test_edit_of_a_names_case_is_no_clash(lived: Path, run: Run) -> None:
    assert run("people", "edit", "Bo", "--name", "BO SAMPLE").code == 0


@try_each(
    ("args", "code"),
    [
        (("Bo",), 2),
        (("Nobody", "--team", "x"), 10),
        (("a", "--team", "x"), 10),
        (("", "--team", "x"), 10),
        (("Bo", "--name", "Ada Example"), 11),
        (("Bo", "--name", ""), 11),
        (("Bo", "--team", "  "), 11),
        (("Bo", "--hours", "0"), 11),
        (("Bo", "--hours", "1.5"), 11),
        (("Bo", "--hours", "nan"), 11),
        (("Bo", "--hours", "half"), 11),
        (("Bo", "--hours", "1e-1"), 11),
        (("Bo", "--role", "boss"), 2),
        (("Bo", "--since", "spring"), 11),
        (("Bo", "--since", "0001-01-01"), 11),
    ],
)
def test_refused(args: tuple[str, ...], code: int, same: Callable[[], None], run: Run) -> None:
    ran = run("people", "edit", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
    assert "Value error" not in ran.err
    same()


def test_roles_are_named_where_another_is_typed(lived: Path, run: Run) -> None:
    ran = run("people", "edit", "Bo", "--role", "boss")
    assert "'employment specialist', 'team leader'" in ran.err


def test_an_older_version_of_a_person_is_kept(lived: Path, run: Run) -> None:
    import sqlite3

    run("people", "edit", "Bo", "--name", "Bo Renamed")
    opened = sqlite3.connect(record_file())
    names = [name for (name,) in opened.execute("SELECT name FROM person ORDER BY id")]
    opened.close()
    assert names == ["Ada Example", "Bo Sample", "Bo Renamed"]


def test_supervision(lived: Path, run: Run) -> None:
    ran = run("people", "edit", "--supervisor", "bo", "--since-supervised", "01/09/2026")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ada Example is changed. Supervisor: Bo Sample (was: nothing); ")
    assert ran.out.endswith('ipsskills people edit "Ada Example" --clear supervisor\n')
    told = " ".join(run("people", "supervision").out.split())
    assert "Bo Sample Ada Example 1 Sep 2026" in told
    assert "Nobody is named for Bo Sample." in told
    (first, second) = json.loads(run("people", "supervision", "--json").out)["data"]
    assert (first["person"], first["supervisor"]) == ("Ada Example", "Bo Sample")
    assert second["supervisor"] is None
    assert "--demo" not in told


def test_in_the_invented_service_what_is_next_is_there_too(lived: Path, run: Run) -> None:
    run("people", "add", "Kim Invented", "--demo")
    told = run("people", "supervision", "--demo").out
    assert 'ipsskills people edit "Kim Invented" --supervisor "Lee Sample" --demo' in told
    ran = run("people", "edit", "Lee", "--left", "2026-10-31", "--demo")
    assert 'ipsskills people edit "Ada Example" --supervisor "Lee Sample" --demo' in ran.err


def test_leaving_and_coming_back(lived: Path, run: Run) -> None:
    run("people", "edit", "--supervisor", "bo")
    ran = run("people", "edit", "Bo", "--left", "2026-10-31")
    assert ran.code == 0
    assert ran.out.startswith("Bo Sample is changed. Left: 31 Oct 2026 (was: nothing).\n")
    assert "Nobody who is here supervises Ada Example now." in ran.err
    assert "Bo Sample" not in run("people", "list").out
    assert "left 31 Oct 2026" in run("people", "list", "--all").out
    assert run("plan", "show", "Bo").code == 0, "all is kept"
    assert run("people", "edit", "Bo", "--back", "--since", "2026-11-01").code == 0
    assert listed(run)["Bo Sample"]["since"] == "2026-11-01"


def test_what_is_ones_own_is_given_and_taken_back(lived: Path, run: Run) -> None:
    run(
        *("people", "edit", "--caseload", "19", "--leave", "October", "--hours", "0.8"),
        *("--works-best", "See it, try it, then talk", "--since", "2020-01-01"),
    )
    me = listed(run)["Ada Example"]
    assert (me["caseload"], me["leave"], me["works_best"]) == (
        19,
        "October",
        "See it, try it, then talk",
    )
    assert "years, 0.8 of full time. Looking back" in run("report").out
    assert "How I learn best: See it, try it, then talk" in run("plan", "export").out
    clear = [word for name in ("caseload", "leave", "works-best") for word in ("--clear", name)]
    assert run("people", "edit", *clear, "--clear", "Hours").code == 0
    me = listed(run)["Ada Example"]
    assert (me["caseload"], me["leave"], me["works_best"], me["hours"]) == (None, None, "", None)


def test_what_may_tell_who_a_client_is_needs_a_second_word(lived: Path, run: Run) -> None:
    words = ("people", "edit", "--leave", "May; ring 07700 900123")
    ran = run(*words)
    assert (ran.code, ran.out) == (11, "")
    assert listed(run)["Ada Example"]["leave"] is None
    assert run(*words, "--keep").code == 0
    assert listed(run)["Ada Example"]["leave"] == "May; ring 07700 900123"


def test_join_and_undo(lived: Path, run: Run) -> None:
    run("plan", "add", "Of the other name", "Bo")
    ran = run("people", "join", "Ada", "Bo")
    assert ran.code == 0
    assert ran.out == (
        "Ada Example is one person with two names now.\n"
        'To take it back: ipsskills people join "Ada Example" "Bo Sample" --undo\n'
    )
    assert list(listed(run)) == ["Ada Example"]
    assert listed(run)["Ada Example"]["also"] == ["Bo Sample"]
    assert "Of the other name" in run("plan", "show").out
    assert run("report", "Bo").out.startswith("Ada Example: your view")
    assert run("people", "join", "Ada", "Bo Sample", "--undo").code == 0
    assert list(listed(run)) == ["Ada Example", "Bo Sample"]
    assert "Of the other name" not in run("plan", "show").out


def test_whoever_i_am_joined_to_is_me(lived: Path, run: Run) -> None:
    assert run("people", "join", "Bo", "Ada").code == 0
    assert listed(run)["Bo Sample"]["me"]
    assert run("report").out.startswith("Bo Sample: your view")
    assert run("plan", "done", "1.1").code == 0
    assert run("people", "join", "Bo", "Ada Example", "--undo").code == 0
    assert listed(run)["Ada Example"]["me"]


@try_each(
    ("args", "code"),
    [
        (("edit", "--supervisor", "Nobody"), 10),
        (("edit", "--supervisor", "Ada"), 11),
        (("edit", "--since-supervised", "2026-01-01"), 11),
        (("edit", "--since-supervised", "spring"), 11),
        (("edit", "Bo", "--left", "spring"), 11),
        (("edit", "Bo", "--since", "2026-05-01", "--left", "2026-04-30"), 11),
        (("edit", "Bo", "--left", "2026-04-30", "--back"), 2),
        (("edit", "Bo", "--back"), 11),
        (("edit", "--caseload", "many"), 2),
        (("edit", "--caseload", "-3"), 11),
        (("edit", "--leave", ""), 11),
        (("edit", "--clear", "name"), 2),
        (("edit", "--clear", "leave", "--leave", "May"), 2),
        (("join", "Ada"), 2),
        (("join", "Ada", "ada"), 11),
        (("join", "Ada", "Nobody"), 10),
        (("join", "Ada", "Bo Sample", "--undo"), 11),
    ],
)
def test_a_change_that_cannot_be_is_refused(
    args: tuple[str, ...], code: int, same: Callable[[], None], run: Run
) -> None:
    ran = run("people", *args)
    assert (ran.code, ran.out) == (code, ""), ran.err
    is_plain(ran.err)
    assert "Value error" not in ran.err
    same()
