"""Logging by options in one line, by prompts, from a table; corrected, ticked, taken back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain, snapshot

Run = Callable[..., Ran]
Typed = Callable[[str], None]


def entries(run: Run, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("record", "--json", *args).out)["data"]["entries"]
    return found


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch, typed: Typed) -> Callable[..., None]:
    """Let somebody answer prompts, a line each; running out of lines stops the program."""

    def give(*lines: str) -> None:
        typed("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr("ipsskills.cli.prompts.ask.can_ask", lambda: True)

    return give


def test_an_observation_in_one_line(lived: Path, run: Run) -> None:
    ran = run(
        *("log", "observation", "Bo", "--setting", "A first visit", "--way", "watched"),
        *("--unit", "3.13", "--next-step", "Ask about the rush", "--on", "04/11/2025"),
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kept: observation about Bo Sample, 4 Nov 2025. A first visit.")
    (entry,) = entries(run, "Bo")
    assert (entry["way"], entry["units"], entry["who"]) == ("watched", ["3.13"], "Ada Example")
    assert f"--correct {entry['handle']}" in ran.out


def test_an_observation_takes_eight_answers_at_most(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("A visit", "3", "3.13", "He asked first.", "The pace", "Ask", "I froze", "2")
    ran = run("log", "observation", "Bo")
    assert ran.code == 0, ran.err
    (entry,) = entries(run, "Bo")
    assert (entry["title"], entry["way"], entry["own_word"]) == ("A visit", "watched", "I froze")
    assert "Your view of 3.13 is kept too, as observed." in ran.out


def test_my_own_observation_takes_eight_answers_and_most_may_be_empty(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("A visit", "1", "", "", "", "", "", "")
    assert run("log", "observation").code == 0
    (entry,) = entries(run)
    assert (entry["way"], entry["units"], entry["who"]) == ("shown", [], None)


def test_what_cannot_be_read_is_asked_again(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("", "Money", "spring", "", "9.9", "3.7", "8", "ages", "2", "", "", "")
    ran = run("log", "training")
    assert ran.code == 0, ran.err
    assert "'spring' is not a date." in ran.err
    assert "There is no unit '9.9'." in ran.err
    assert "'ages' is not a number" in ran.err
    assert entries(run)[0]["hours"] == 2


def test_supervision_by_prompts_with_actions(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal(
        *("", "1", "60", "Lee", "1 4", "Ring first.", "2050-01-01"),
        *("Ada: ring by 2020-01-01", "Ada: ring by the weekend", "Ada: ring by 2050-01-01", ""),
    )
    run("people", "add", "Lee")
    ran = run("log", "supervision")
    assert ran.code == 0, ran.err
    assert "1 Jan 2020 is before" in ran.err
    assert "'the weekend' is not a date." in ran.err
    action, held = entries(run)
    assert (held["way"], held["minutes"], held["who"], held["next_on"]) == (
        *("one-to-one", 60, "Lee"),
        "2050-01-01",
    )
    assert (held["talked"], held["units"]) == (["3.8", "2.2"], [])
    assert (action["who"], action["title"], action["due"]) == (
        *("Ada Example", "ring"),
        "2050-01-01",
    )


def test_a_rating_on_the_spot(lived: Path, run: Run) -> None:
    seen = ("log", "observation", "Bo", "--setting", "A call", "--way", "together")
    ran = run(*seen, "--unit", "3.13", "--rate", "2")
    assert "Your view of 3.13 is kept too" in ran.out
    assert run(*seen, "--rate", "2").code == 2
    assert run(*seen, "--unit", "3.13", "--unit", "3.1", "--rate", "2").code == 2
    assert run(*seen, "--unit", "3.13", "--rate", "5").code == 11
    assert run("log", "observation", *seen[3:], "--unit", "3.1", "--rate", "2").code == 2
    shown = ("log", "observation", "Bo", "--setting", "A call", "--way", "shown", "--unit", "3.13")
    assert run(*shown, "--rate", "2").code == 2, "what was shown to Bo says nothing about Bo"
    assert len(entries(run, "Bo")) == 1


@try_each(
    ("args", "code", "told"),
    [
        (("training",), 14, "--title"),
        (("training", "--title", "  "), 14, "--title"),
        (("evidence", "--title", "x"), 14, "--unit"),
        (("evidence", "--title", "x", "--unit", "9.9"), 10, "9.9"),
        (
            ("evidence", "--title", "x", *("--unit", "1.1") * 1, "--basis", "hearsay"),
            11,
            "observed",
        ),
        (("evidence", "--title", "x", "--unit", "1.1,1.2,1.3,1.4,1.5"), 11, "four"),
        (("observation", "--setting", "x"), 14, "--way"),
        (("observation", "--setting", "x", "--way", "flying"), 11, "watched"),
        (("supervision",), 14, "--minutes"),
        (("supervision", "--minutes", "1e2"), 11, "minutes"),
        (("supervision", "--minutes", "60", "--kind", "o"), 11, "one-to-one"),
        (("supervision", "--minutes", "60", "--action", " "), 11, "action"),
        (("supervision", "--minutes", "60", "--action", ": nothing"), 11, "before the colon"),
        (("supervision", "--minutes", "60", "--action", "A: b by next week"), 11, "'next week'"),
        (("supervision", "--minutes", "60", "--action", "A: b by 31/31/2026"), 11, "no month 31"),
        (("training", "--title", "x", "--on", "soon"), 11, "date"),
        (("training", "--title", "x", "--on", "31 April"), 11, "There is no 31 April."),
        (("training", "--title", "x", "--on", "2026-03"), 11, "is a month"),
        (("training", "--title", "x", "--on", "2099-01-01"), 11, "not come yet"),
        (("training", "--title", "x", "--hours", "inf"), 11, "hours"),
        (("training", "--title", "x", "--hours", "-3"), 11, "not a number of hours"),
        (("training", "--title", "x", "--expires", "2050-01-01"), 11, "Name it: --certificate"),
        (("training", "--title", "x" * 501), 11, "title"),
        (("training", "--title", "x\ny"), 11, "title"),
        (("training", "Nobody", "--title", "x"), 10, "Nobody"),
        (("training", "--correct", "nosuch", "--title", "x"), 10, "nosuch"),
        (("training", "--correct", "last"), 2, "ipsskills log training --correct last --hours 2"),
        (("training", "--title", "x", "--from", "a.csv"), 2, "--from"),
        (("training", "--from", "nosuch.csv"), 10, "nosuch.csv"),
        (("done", "nosuch"), 10, "nosuch"),
        (("remove", ""), 10, "no entry"),
    ],
)
def test_refused_and_nothing_written(
    args: tuple[str, ...], code: int, told: str, same: Callable[[], None], run: Run
) -> None:
    ran = run("log", *args)
    assert (ran.code, ran.out) == (code, ""), ran.err
    is_plain(ran.err)
    assert told in ran.err
    same()


@pytest.mark.parametrize("title", ['"quoted"', "O'Brien; DROP TABLE", "😀 🇬🇧", "שלום עולם", "<b>"])
def test_words_of_all_kinds_are_kept_as_they_are(title: str, lived: Path, run: Run) -> None:
    assert run("log", "training", "--title", title).code == 0
    assert entries(run)[0]["title"] == title


def test_nobody_set_as_me(home: Path, run: Run) -> None:
    ran = run("log", "training", "--title", "x")
    assert (ran.code, ran.out) == (10, "")
    assert "ipsskills init" in ran.err
    assert list(home.rglob("*.db")) == []


def test_corrected_ticked_and_taken_back(lived: Path, run: Run) -> None:
    run("log", "supervision", "--minutes", "60", "--action", "Lee: find a ward by 2050-01-01")
    action, held = entries(run)
    ran = run("log", "supervision", "--correct", held["handle"], "--minutes", "45")
    assert (ran.code, "45 minutes" in ran.out, "history" in ran.out) == (0, True, True)
    assert run("log", "done", action["handle"]).out == (
        "Done: Lee: find a ward by 1 Jan 2050\n"
        f"To take it back: ipsskills log done {action['handle']} --undo\n"
    )
    assert entries(run)[0]["done"]
    assert run("log", "done", "last", "--undo").out.startswith("Open again: ")
    assert run("log", "training", "--correct", held["handle"], "--hours", "1").code == 10
    ran = run("log", "remove", held["handle"])
    assert "Its history stays." in ran.out
    assert entries(run) == []


def test_a_correction_may_empty_what_need_not_be_there(lived: Path, run: Run) -> None:
    run("log", "training", "--title", "Money", "--hours", "3", "--took", "A lot.")
    assert run("log", "training", "--correct", "last", "--hours", "", "--took", "").code == 0
    entry = entries(run)[0]
    assert (entry["title"], entry["hours"], entry["text"]) == ("Money", None, "")
    assert run("log", "training", "--correct", "last", "--title", "").code == 11


def test_held_is_corrected_to_cancelled_and_back(lived: Path, run: Run) -> None:
    run("log", "supervision", "--minutes", "60")
    assert (
        "cancelled: ill" in run("log", "supervision", "--correct", "last", "--cancelled", "ill").out
    )
    assert "50 minutes" in run("log", "supervision", "--correct", "last", "--minutes", "50").out


@pytest.mark.parametrize(
    ("args", "example"),
    [
        (("training", "--title", "x"), "--hours 2"),
        (("evidence", "--title", "x", "--unit", "1.1"), "--unit 3.8"),
        (("observation", "--setting", "x", "--way", "shown"), "--unit 3.8"),
        (("supervision", "--cancelled", "ill"), "--minutes 60"),
    ],
)
def test_the_command_to_change_it_works_as_it_is_printed(
    args: tuple[str, ...], example: str, lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    printed = (
        run("log", *args).out.rpartition("To change it: ipsskills ")[2].splitlines()[0].split()
    )
    refused = run(*printed)
    assert (refused.code, refused.out) == (2, "")
    assert f"{' '.join(printed)} {example}" in " ".join(refused.err.split())
    assert run(*printed, *example.split()).code == 0, "what the hint names can be typed"
    at_terminal("1", "2026-02-03" if args[0] == "supervision" else "Other words")
    assert run(*printed).code == 0
    assert {entries(run)[0]["title"], entries(run)[0]["on"]} & {"Other words", "2026-02-03"}


def test_what_is_there_now_stands_beside_what_may_be_changed(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    given = ("--unit", "3.8", "--hours", "1.5", "--kind", "vignette", "--on", "2026-01-05")
    run("log", "training", "--title", "Money", *given)
    at_terminal("1 3 5", "", "3.8, 3.10", "2")
    ran = run("log", "training", "--correct", "last")
    assert ran.code == 0, ran.err
    for now in ("What was it? Money", "2026-01-05", "3.13) 3.8", "vignette", "How many hours? 1.5"):
        assert now in ran.err
    (entry,) = entries(run)
    assert (entry["title"], entry["units"], entry["hours"], entry["on"]) == (
        *("Money", ["3.8", "3.10"], 2),
        "2026-01-05",
    )


def test_nothing_chosen_changes_nothing(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    run("log", "supervision", "--minutes", "60")
    at_terminal("")
    assert run("log", "supervision", "--correct", "last").out == "Nothing was changed.\n"
    at_terminal("10", "Lee: ring", "")
    assert "[ ] Lee: ring" in run("log", "supervision", "--correct", "last").out


def test_stopping_says_that_nothing_was_kept(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    for command in (("observation",), ("supervision",), ("training",)):
        at_terminal("A visit")
        ran = run("log", *command)
        assert (ran.code, ran.out) == (130, "")
        assert "What you answered just now was not kept" in ran.err
    assert entries(run) == []


def test_a_last_day_asks_for_the_certificate(
    lived: Path, run: Run, at_terminal: Callable[..., None]
) -> None:
    at_terminal("First aid", "", "", "8", "", "", "", "", "Basics")
    assert run("log", "training", "--expires", "2050-01-01").code == 0
    (entry,) = entries(run)
    assert (entry["certificate"], entry["expires"]) == ("Basics", "2050-01-01")


@pytest.mark.parametrize("none", ["no", "None.", "n/a"])
def test_no_certificate_is_none(
    lived: Path, run: Run, at_terminal: Callable[..., None], none: str
) -> None:
    at_terminal("First aid", "", "", "8", "", "", "", "", none)
    assert run("log", "training").code == 0
    (entry,) = entries(run)
    assert (entry["certificate"], entry["expires"]) == (None, None)


# Words that could tell who a client is

CLIENT = "Rang 07700 900123 about her rent"


@pytest.mark.parametrize(
    "args",
    [
        ("training", "--title", "x", "--took", CLIENT),
        ("evidence", "--unit", "3.8", "--title", CLIENT),
        ("observation", "--setting", "x", "--way", "shown", "--next-step", CLIENT),
        ("supervision", "--minutes", "60", "--action", f"Ada: {CLIENT}"),
        ("training", "--from", "t.csv"),
        ("supervision", "--from", "s.csv"),
    ],
    ids=" ".join,
)
def test_they_are_kept_only_where_somebody_says_so(
    args: tuple[str, ...], lived: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "t.csv").write_text(f"title,on,took\nx,1 Mar 2026,{CLIENT}\n")
    (tmp_path / "s.csv").write_text(f"on,minutes,action\n2026-01-05,60,{CLIENT}\n")
    ran = run("log", *args)
    assert (ran.code, ran.out) == (11, "")
    assert "07700 900123 (a phone number)" in ran.err
    assert "--keep" in ran.err
    assert entries(run) == []
    assert run("log", *args, "--keep").code == 0
    assert CLIENT in str(entries(run))


def test_a_correction_is_looked_through_too(lived: Path, run: Run) -> None:
    run("log", "training", "--title", "x")
    assert run("log", "training", "--correct", "last", "--took", CLIENT).code == 11


# From a table


TABLE = """title,on,unit,kind,hours,took
Benefits basics,2026-02-03,3.7,skills workshop,3,"Rent, then hours"
"Telling: ""when"" 😀",03/03/2026,"3.8, 3.10",vignette,"1,5",
שלום,2026-04-01,employment-plan,,,
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_rows_are_taken(
    encoding: str, separator: str, lived: Path, tmp_path: Path, run: Run
) -> None:
    text = TABLE if separator == "," else "Title;ON;unit\nBenefits;2026-02-03;3.7\n"
    (tmp_path / "t.csv").write_text(text, encoding=encoding)
    ran = run("log", "training", "--from", "t.csv")
    assert (ran.code, ran.err) == (0, "")
    found = entries(run)
    if separator == ",":
        assert [e["title"] for e in found] == ["שלום", 'Telling: "when" 😀', "Benefits basics"]
        assert [e["units"] for e in found] == [["3.10"], ["3.8", "3.10"], ["3.7"]]
        assert [e["hours"] for e in found] == [None, 1.5, 3]


@try_each(
    ("kind", "text", "told"),
    [
        ("training", "", ["empty"]),
        ("training", "title,on\n", ["no rows"]),
        ("training", "title\nx\n", ["'on' is missing"]),
        ("training", "title,on\nx,\ny, \n", ["line 2 (on): No day is given.", "line 3 (on)"]),
        ("evidence", "title,on,unit\nx,,3.8\n", ["line 2 (on): No day is given."]),
        ("observation", "setting,on,way\nx,,shown\n", ["line 2 (on): No day is given."]),
        ("supervision", "on,minutes\n,60\n", ["line 2 (on): No day is given."]),
        ("training", "title,on\nx,yesterday\n", ["line 2 (on)", "goes by the day on which"]),
        ("training", "title,on\nx,12/25/2025\n", ["line 2 (on)", "There is no month 25."]),
        ("training", "title,on\nx,31 April 2026\n", ["line 2 (on)", "There is no 31 April 2026."]),
        ("training", "on,unit\n2026-01-01,3.7\n", ["'title' is missing"]),
        ("training", "title,on,colour\nx,1/1/2026,red\n", ["'colour' is not known"]),
        ("training", "title,on,title\nx,1/1/2026,y\n", ["appears twice"]),
        ("training", 'title,on\n"x\n', ["quotation marks"]),
        (
            "training",
            "title,on,unit,hours\nfine,2026-01-01,3.7,1\n,spring,9.9,ages\nx,,3.1,\n",
            ["line 3 (title)", "line 3 (on)", "line 3 (unit)", "line 3 (hours)", "line 4 (unit)"],
        ),
        (
            "training",
            "title,on,unit\nx,1/1/2026,3.1\n",
            ["may be 3.10", "client-family-communication"],
        ),
        ("training", "title,on\nx,2099-01-01\n", ["line 2", "not come yet"]),
        ("training", "title,on,hours\nx,1/1/2026,5000\n", ["line 2", "hours"]),
        ("evidence", "title,on,unit\nx,1/1/2026,1.1;1.2;1.3;1.4;1.5\n", ["line 2", "four"]),
        ("observation", "setting,on,way\nx,1/1/2026,by bus\n", ["line 2 (way)"]),
        ("supervision", "on,minutes\n2026-01-01,\n", ["line 2", "held"]),
        (
            "supervision",
            "on,minutes,action\n2026-01-05,60,Ada: x;: y\n2026-01-05,60,x by 2026-01-04\n",
            ["line 2 (action)", "before the colon", "line 3", "before the day itself"],
        ),
        ("observation", "setting,on,way,rate\nx,1/1/2026,watched,2\n", ["'rate' is not known"]),
        ("training", "title,on,expires\nx,1/1/2026,2050-01-01\n", ["line 2", "--certificate"]),
    ],
)
def test_a_table_with_faults_is_refused_whole(
    kind: str, text: str, told: list[str], same: Callable[[], None], tmp_path: Path, run: Run
) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    ran = run("log", kind, "--from", "t.csv")
    assert (ran.code, ran.out) == (11, "")
    is_plain(ran.err)
    assert [words for words in told if words not in ran.err] == []
    same()


@try_each("content", [b"\xff\xfe\x00", b"title\n\x00\x01\n", "title\nZoë".encode("latin-1")])
def test_bytes_that_are_no_table(content: bytes, lived: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    ran = run("log", "training", "--from", "t.csv")
    assert (ran.code, ran.out) == (11, "")
    is_plain(ran.err)


@pytest.mark.parametrize(
    "cell", ["3.1 Clients and families", "client-family-communication", "3.1, 3.8"]
)
def test_a_unit_that_says_what_it_is_is_taken(
    cell: str, lived: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "t.csv").write_text(f'title,on,unit\nx,1/1/2026,"{cell}"\n', encoding="utf-8")
    assert run("log", "training", "--from", "t.csv").code == 0
    assert entries(run)[0]["units"][0] == "3.1"


def test_supervision_from_a_table_about_somebody_else(
    lived: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "t.csv").write_text(
        "on,kind,minutes,cancelled,talked,agreed\n"
        '2026-01-05,,50,,"3.8; 2.2",Ring first\n2026-01-12,group,,ill,,\n'
    )
    assert run("log", "supervision", "Bo", "--from", "t.csv").code == 0
    late, early = entries(run, "Bo")
    assert (early["way"], early["minutes"], early["who"]) == ("one-to-one", 50, "Ada Example")
    assert (late["way"], late["cancelled"]) == ("group", "ill")
    assert (early["talked"], late["talked"]) == (["3.8", "2.2"], [])


def test_a_table_of_supervision_brings_its_actions(lived: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text(
        "on,minutes,action\n2026-01-05,50,\n"
        '2026-01-12,60,"Ada: ring by 2026-02-01; Lee: find a ward"\n'
    )
    assert run("log", "supervision", "--from", "t.csv").code == 0
    _, late = reversed(entries(run, "--kind", "supervision"))
    actions = entries(run, "--kind", "action")
    assert sorted((a["who"], a["title"], a["due"], a["part_of"]) for a in actions) == [
        ("Ada Example", "ring", "2026-02-01", late["handle"]),
        ("Lee", "find a ward", None, late["handle"]),
    ]
    assert {action["on"] for action in actions} == {"2026-01-12"}


def test_an_action_is_changed_and_keeps_what_it_said(lived: Path, run: Run) -> None:
    run("log", "supervision", "--minutes", "60", "--action", "Ada: visit a ward by 2027-01-31")
    (before,) = entries(run, "--kind", "action")
    ran = run("log", "action", before["handle"], "--by", "2027-02-14", "--who", "Lee Invented")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Changed: Lee Invented: visit a ward by 14 Feb 2027\n"
        "It was: Ada Example: visit a ward by 31 Jan 2027\n"
    )
    (after,) = entries(run, "--kind", "action")
    assert (after["title"], after["who"], after["due"]) == (
        "visit a ward",
        "Lee Invented",
        "2027-02-14",
    )
    assert after["part_of"] == before["part_of"]


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        ((), 2, "Say what to change."),
        (("--by", "soon"), 11, "soon"),
        (("--by", "2020-01-01"), 11, "before the day itself"),
        (("--what", "Ring 07700 900123"), 11, "a phone number"),
        (("--what", " "), 11, "is empty"),
    ],
)
def test_an_action_that_cannot_be_kept(
    args: tuple[str, ...], code: int, told: str, lived: Path, run: Run
) -> None:
    run("log", "supervision", "--minutes", "60", "--action", "Ada: visit a ward by 2027-01-31")
    before = snapshot(lived)
    ran = run("log", "action", "last", *args)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert snapshot(lived) == before


def test_only_an_action_is_changed_as_one(lived: Path, run: Run) -> None:
    run("log", "training", "--title", "Money")
    (entry,) = entries(run, "--kind", "training")
    ran = run("log", "action", entry["handle"], "--who", "Lee")
    assert (ran.code, ran.out) == (10, "")
    assert f"ipsskills log training --correct {entry['handle']}" in ran.err
