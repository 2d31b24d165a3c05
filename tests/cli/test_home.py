"""The first page, the invented service, and saying who you are."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran
from tests.service import is_plain, record_file, snapshot

Run = Callable[..., Ran]


def test_welcome(home: Path, run: Run) -> None:
    ran = run()
    assert ran.out.startswith("Welcome to ipsskills\n")
    for line in ("ipsskills demo", "ipsskills assess", "ipsskills framework show"):
        assert line in ran.out
    assert "In your first weeks? It begins with a first look" in ran.out
    assert list(home.iterdir()) == []


def test_welcome_is_made_of_whole_lines(run: Run) -> None:
    told = [line for line in run().out.splitlines() if line]
    assert "you" not in told


def test_afterwards_it_says_where_you_are_and_what_is_next(lived: Path, run: Run) -> None:
    told = run().out
    assert told.startswith("Hello Ada Example\n")
    assert "Your last finished look:" in told
    assert "The next one is due around" in told
    assert re.search(r"Step 1\.1: .* \(by \d+ \w+ \d{4}\)", told.replace("\n     ", " "))
    assert "ipsskills plan show" in told
    assert "ipsskills report" in told


def test_with_an_open_draft_it_says_so(lived: Path, run: Run, typed: Callable[[str], None]) -> None:
    typed("3\n")
    assert run("assess").code == 0
    told = run().out
    assert "is waiting for you" in told
    assert "ipsskills assess  " in told


def test_of_somebody_who_has_not_begun(home: Path, run: Run) -> None:
    run("init", "--name", "Ada Example")
    told = run().out
    assert "Nothing finished yet." in told
    assert "ipsskills assess" in told


def test_in_the_invented_service_what_is_next_is_there_too(lived: Path, run: Run) -> None:
    told = run("--demo").out
    commands = re.findall(r"^  (ipsskills .*?)  ", told, re.MULTILINE)
    assert commands
    assert all(line.endswith(" --demo") for line in commands)
    assert "DUE   ipsskills due --demo\n" in told


def test_without_a_demo(home: Path, run: Run) -> None:
    ran = run("--demo")
    assert ran.code == 10
    assert "ipsskills demo" in ran.err


def test_it_makes_files_and_leaves_the_own_record_alone(
    lived: Path, tmp_path: Path, run: Run
) -> None:
    before = record_file().read_bytes()
    ran = run("demo")
    assert (ran.code, ran.err) == (0, "")
    folder = tmp_path / "ipsskills-demo"
    shown = {file.name for file in folder.iterdir() if not file.name.startswith(".")}
    assert shown == {"report.md", "radar.png", "plan.md", "agenda.md"}
    assert all(name in ran.out for name in shown)
    assert record_file().read_bytes() == before
    assert (folder / "report.md").read_text(encoding="utf-8").startswith("# Ada Example")


def test_everything_it_offers_works(lived: Path, run: Run) -> None:
    for args in (("report",), ("plan", "show"), ("people", "list")):
        assert run(*args, "--demo").code == 0


def test_what_to_type_in_its_files_stays_in_the_invented_service(home: Path, run: Run) -> None:
    assert run("demo", "-o", "shown").code == 0
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("shown").glob("*.md"))]
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", "".join(texts))
    typed = re.findall(r"`(ipsskills [^`]*)`", "".join(texts))
    assert typed
    assert [command for command in typed if not command.endswith(" --demo")] == []


def test_a_record_of_real_people_is_never_replaced(lived: Path, run: Run) -> None:
    from ipsskills.cli.setup.paths import demo_file

    demo_file().write_bytes(record_file().read_bytes())
    before = snapshot(lived)
    ran = run("demo", "-o", "shown")
    assert ran.code == 13
    is_plain(ran.err)
    assert snapshot(lived) == before
    assert not Path("shown").exists()


def test_the_invented_service_is_no_place_for_a_real_record(lived: Path, run: Run) -> None:
    from ipsskills.cli.setup.paths import demo_file

    record_file().write_bytes(demo_file().read_bytes())
    for args in (("report",), ("people", "add", "Cy"), ()):
        ran = run(*args)
        assert ran.code == 13
        is_plain(ran.err)
        assert "--demo" in ran.err
    assert run("report", "--db", str(record_file())).code == 0


def test_a_name_is_enough(home: Path, run: Run) -> None:
    ran = run("init", "--name", "Ada Example")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("You are Ada Example, employment specialist.")
    assert str(record_file()) in ran.out
    assert record_file().stat().st_mode & 0o077 == 0


def test_role(home: Path, run: Run) -> None:
    ran = run("init", "--name", "Lee", "--role", "team leader")
    assert ran.out.startswith("You are Lee, team leader.")


def test_again_is_the_same_person(home: Path, run: Run) -> None:
    run("init", "--name", "Ada Example")
    run("init", "--name", " ada EXAMPLE ")
    assert run("people", "list").out.count("Example") == 1


def test_another_role_is_not_passed_over_in_silence(home: Path, run: Run) -> None:
    run("init", "--name", "Ada")
    ran = run("init", "--name", "Ada", "--role", "team leader")
    assert ran.code == 0
    assert "You stay employment specialist." in ran.err


def test_each_record_knows_its_own_me(home: Path, run: Run) -> None:
    run("init", "--name", "Ada")
    run("init", "--name", "Bo", "--db", "other.db")
    assert re.search(r"Ada .* you", run("people", "list").out)
    assert re.search(r"Bo .* you", run("people", "list", "--db", "other.db").out)


def test_a_shared_computer_changes_who_is_me(lived: Path, run: Run) -> None:
    run("init", "--name", "Bo Sample")
    assert re.search(r"Bo Sample .* you", run("people", "list").out)
    assert run("assess", "Ada").code == 2


def test_init_takes_the_supervisor_and_the_first_weeks(home: Path, run: Run) -> None:
    ran = run("init", "--name", "Ada Example", "--supervisor", "Lee Sample", "--first-weeks")
    assert "Lee Sample supervises you." in ran.out
    assert "Lee Sample sees nothing of it: you bring or send what you choose" in ran.out
    assert ran.out.endswith("Next: ipsskills assess --first-look\n")
    shown = run().out
    assert shown.index("ipsskills assess --first-look") < shown.index("ipsskills assess  ")
    told = json.loads(run("people", "list", "--json").out)["data"]
    assert [(p["name"], p["role"], p["supervisor"]) for p in told] == [
        ("Ada Example", "employment specialist", "Lee Sample"),
        ("Lee Sample", "team leader", None),
    ]


def test_the_day_somebody_started_is_kept_once(home: Path, run: Run) -> None:
    run("init", "--name", "Ada Example", "--first-weeks", "--since", "9 Nov 2020")
    ran = run("init", "--name", "Ada Example", "--since", "1 Oct 2020")
    assert "The day you started stays as it is: ipsskills people edit --since" in ran.err
    told = json.loads(run("people", "list", "--json").out)["data"]
    assert [each["since"] for each in told] == ["2020-11-09"]
    assert run("init", "--name", "Bo Sample", "--since", "some day").code == 11


def test_a_leader_is_told_how_a_team_begins(home: Path, run: Run) -> None:
    told = run("init", "--name", "Lee Sample", "--role", "team leader").out
    for command in ("people add", "form --help", "share in --help", "assess"):
        assert f"ipsskills {command}" in told
    assert "Those with ipsskills of their own send you a file; for the others a form:" in told
    missing = run("form", "-o", "cat.html", "--for", "Cat Dunn").err
    assert 'ipsskills people add "Cat Dunn"' in missing


def test_without_a_terminal_init_asks_neither(home: Path, run: Run) -> None:
    ran = run("init", "--name", "Ada Example")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("Next: ipsskills assess\n")
    told = json.loads(run("people", "list", "--json").out)["data"]
    assert [(p["name"], p["supervisor"]) for p in told] == [("Ada Example", None)]


def test_somebody_known_keeps_their_supervisor(home: Path, run: Run) -> None:
    run("init", "--name", "Ada Example", "--supervisor", "Lee Sample")
    ran = run("init", "--name", "ada example", "--supervisor", "Bo Other")
    assert "Who supervises you stays as it is: ipsskills people edit --supervisor" in ran.err
    assert "Lee Sample supervises you." in ran.out
    told = json.loads(run("people", "list", "--json").out)["data"]
    assert len(told) == 2


def test_nobody_can_be_their_own_supervisor(home: Path, run: Run) -> None:
    ran = run("init", "--name", "Ada Example", "--supervisor", "ADA example")
    assert (ran.code, ran.err) == (11, "Nobody supervises themselves.\nName somebody else.\n")
    assert not list(home.rglob("*.db"))
