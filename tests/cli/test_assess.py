"""Assessing from the command line: blank forms, files, pipes, and what to ask about."""

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipsskills.framework.load import load
from tests.cases import try_each
from tests.cli.begun import begin_home
from tests.conftest import Ran
from tests.service import answers, is_plain, record_file, spawn

Run = Callable[..., Ran]
Typed = Callable[[str], None]

KINDS = ("yaml", "yml", "json", "csv")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, warm_cache: Path) -> Path:
    return begin_home(tmp_path_factory.mktemp("begun"), warm_cache)


@pytest.fixture
def ada(home: Path, begun: Path) -> Path:
    """Let Ada Example be me, who has answered nothing yet."""
    shutil.copytree(begun, home, dirs_exist_ok=True)
    return home


def given(run: Run) -> dict[str, dict[str, Any]]:
    """Return the answers of the report by unit."""
    found = json.loads(run("report", "--json").out)["data"]["answers"]
    return {answer["id"]: answer for answer in found}


def drafts() -> list[dict[str, Any]]:
    """Return every assessment as it stands: its state, scope and period."""
    query = (
        "SELECT state, scope, period_months FROM assessment a WHERE NOT EXISTS "
        "(SELECT 1 FROM assessment n WHERE n.replaces = a.id) ORDER BY thing"
    )
    with closing(sqlite3.connect(record_file())) as opened:
        return [
            {"state": state, "scope": json.loads(scope), "months": months}
            for state, scope, months in opened.execute(query)
        ]


def filled(path: Path, told: Mapping[str, str]) -> None:
    """Fill a blank form in as a person would: by unit, the answer typed in its place."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        for row in rows:
            row["answer"] = told.get(row["id"], "")
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8")
    elif path.suffix == ".json":
        form = json.loads(text)
        for row in form["answers"]:
            row["answer"] = told.get(row["id"])
        path.write_text(json.dumps(form), encoding="utf-8")
    else:
        unit, lines = "", []
        for line in text.splitlines():
            unit = line.split('"')[1] if line.strip().startswith("id:") else unit
            asked = line.strip() == "answer:"
            lines.append(f"{line} {told.get(unit, '')}".rstrip() if asked else line)
        path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_form_filled_in_is_taken(kind: str, ada: Path, run: Run) -> None:
    ran = run("assess", "--blank", f"form.{kind}")
    assert (ran.code, ran.err) == (0, "")
    assert f"ipsskills assess --from form.{kind}" in ran.out
    told = {"1.1": "3", "3.1": "1", "3.10": "2", "3.14": "n"}
    filled(Path(f"form.{kind}"), told)
    ran = run("assess", "--from", f"form.{kind}")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ada Example: your view on ")
    assert {unit: each["answer"] for unit, each in given(run).items() if each["answer"]} == told
    assert [each["state"] for each in drafts()] == ["finished"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_form_as_it_is_leaves_everything_as_it_was(kind: str, ada: Path, run: Run) -> None:
    run("assess", "--blank", f"form.{kind}")
    ran = run("assess", "--from", f"form.{kind}")
    assert (ran.code, ran.out) == (11, "")
    assert ran.err.startswith("Nothing is filled in yet. Nothing was kept.")
    assert drafts() == []


@pytest.mark.parametrize(
    ("options", "again"),
    [
        ((), "ipsskills assess\n"),
        (("--unit", "3.8", "--unit", "3.10"), "ipsskills assess --unit 3.8 --unit 3.10\n"),
        (("--section", "2"), "ipsskills assess --section 2\n"),
        (("--full", "--section", "1"), "ipsskills assess --section 1 --full\n"),
        (("--first-look",), "ipsskills assess --first-look\n"),
    ],
)
def test_what_goes_on_with_a_draft_makes_the_same_choice(
    options: tuple[str, ...], again: str, ada: Path, run: Run, typed: Typed
) -> None:
    typed("2\n")
    assert run("assess", "--plain", *options).err.endswith(f"Go on with: {again}")
    typed("2\n")
    assert "1 answer was kept" in run("assess", "--plain", *again.split()[2:]).err


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_form_of_statements_filled_in_is_taken(kind: str, ada: Path, run: Run) -> None:
    ran = run("assess", "--blank", f"form.{kind}", "--full", "--unit", "1.1")
    assert (ran.code, ran.err) == (0, "")
    assert f"then: ipsskills assess --unit 1.1 --full --from form.{kind}" in ran.out
    told = {statement.id: "2" for statement in load().by_id["1.1"].live_statements}
    filled(Path(f"form.{kind}"), told)
    ran = run("assess", "--unit", "1.1", "--full", "--from", f"form.{kind}")
    assert (ran.code, ran.err) == (0, "")
    assert {item: each["answer"] for item, each in given(run).items() if each["answer"]} == told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--as", "supervisor"), "u Not seen"),
        (("--as", "supervisor"), "basis: O"),
        (("--first-look",), "3 Done it before"),
    ],
)
def test_a_blank_form_tells_the_answers_of_that_view(
    options: tuple[str, ...], told: str, home: Path, run: Run
) -> None:
    ran = run("assess", "--blank", "form.yaml", *options, "--unit", "3.8")
    assert ran.code == 0
    assert " ".join(options) in ran.out
    assert told in Path("form.yaml").read_text(encoding="utf-8")


def test_a_blank_form_goes_by_nobodys_answers(home: Path, run: Run) -> None:
    ran = run("assess", "--blank", "form.yaml", "--only", "effort")
    assert (ran.code, ran.out) == (2, "")
    assert "Leave out --only." in ran.err


def test_a_blank_form_needs_no_record(home: Path, run: Run) -> None:
    assert run("assess", "--blank", "form.csv").code == 0
    assert not record_file().exists()


def test_a_blank_table_ends_by_saying_what_its_columns_are(home: Path, run: Run) -> None:
    said = run("assess", "--blank", "form.csv", "--unit", "3.8").out
    with Path("form.csv").open(encoding="utf-8-sig", newline="") as file:
        head = next(csv.reader(file))
    for column in head[head.index("answer") + 1 :]:
        assert f"{column}: " in said
    assert "behind: " not in run("assess", "--blank", "form.yaml", "--unit", "3.8").out


def test_a_form_is_replaced_only_on_request(home: Path, run: Run) -> None:
    run("assess", "--blank", "form.csv")
    filled(Path("form.csv"), {"1.1": "3"})
    mine = Path("form.csv").read_bytes()
    assert run("assess", "--blank", "form.csv").code == 11
    assert Path("form.csv").read_bytes() == mine
    assert run("assess", "--blank", "form.csv", "--force").code == 0
    assert Path("form.csv").read_bytes() != mine


@pytest.mark.parametrize(
    ("chosen", "scope"),
    [
        (("--unit", "3.10"), ["3.10"]),
        (("--unit", "3.10", "--unit", "3.1"), ["3.1", "3.10"]),
        (("--unit", "disclosure"), ["3.8"]),
        (("--section", "1"), ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]),
    ],
    ids=str,
)
def test_what_is_asked(
    chosen: tuple[str, ...], scope: list[str], ada: Path, run: Run, typed: Typed
) -> None:
    run("assess", "--blank", "form.json", *chosen)
    form = json.loads(Path("form.json").read_text(encoding="utf-8"))["answers"]
    assert [row["id"] for row in form] == scope
    typed("3\n")
    assert run("assess", *chosen).code == 0
    assert drafts()[0]["scope"] == scope


def test_a_domain_by_its_name_or_letter(home: Path, run: Run) -> None:
    def ids(*chosen: str) -> list[str]:
        assert run("assess", "--blank", "form.json", "--force", *chosen).code == 0
        rows = json.loads(Path("form.json").read_text(encoding="utf-8"))["answers"]
        return [row["id"] for row in rows]

    whole = ids()
    assert len(whole) == 28
    assert 0 < len(ids("--domain", "employers")) < 28
    assert set(ids("--domain", "employers")) <= set(whole)
    assert ids("--domain", "EMPLOYERS") == ids("--domain", "employers")


def test_a_section_and_a_domain_narrow_together(home: Path, run: Run) -> None:
    ran = run("assess", "--blank", "form.csv", "--section", "3", "--domain", "employers")
    assert ran.code == 0
    for chosen in (("--section", "1", "--domain", "employers"), ("--section", "4")):
        ran = run("assess", "--blank", "none.csv", *chosen)
        assert ran.code == 11
        assert "ipsskills framework show" in ran.err
        assert not Path("none.csv").exists()


def test_the_period_is_kept_and_printed(ada: Path, run: Run) -> None:
    ran = run("assess", "--from", str(answers(Path("a.json"))), "--period", "6")
    assert "the last six months" in ran.out
    assert drafts()[0]["months"] == 6


def test_hours_and_start_set_the_period(ada: Path, run: Run) -> None:
    run("people", "edit", "--hours", "0.5")
    assert "six months" in run("assess", "--from", str(answers(Path("a.json")))).out


@try_each("period", ["0", "25", "-1", "three"])
def test_a_period_that_is_none(period: str, ada: Path, run: Run) -> None:
    ran = run("assess", "--period", period)
    assert ran.code == 11
    is_plain(ran.err)
    assert drafts() == []


def test_a_pipe_answers_line_by_line(ada: Path, run: Run, typed: Typed) -> None:
    typed("3\n" * 28)
    ran = run("assess")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ada Example: your view on ")
    assert {each["answer"] for each in given(run).values()} == {"3"}


def test_a_pipe_may_name_the_unit_and_write_a_note(ada: Path, run: Run, typed: Typed) -> None:
    typed("e! I freeze [/red] 😀\n3.10 1\nx colleague\n")
    ran = run("assess", "--unit", "3.8", "--unit", "3.10", "--unit", "3.11", "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["data"]["not_answered"] == ["3.8"]
    typed("3.8 2\n")
    assert run("assess", "--unit", "3.8", "--unit", "3.10", "--unit", "3.11").code == 0
    found = given(run)
    assert found["3.8"]["note"] == "I freeze [/red] 😀"
    assert (found["3.10"]["answer"], found["3.11"]["answer"]) == ("1", "x")


def test_what_is_left_can_be_gone_on_with(ada: Path, run: Run, typed: Typed) -> None:
    typed("3\n2\n")
    ran = run("assess")
    assert ran.code == 0
    assert "26 questions are left. Go on with: ipsskills assess" in ran.err
    typed("1\n")
    ran = run("assess")
    assert "Going on where you stopped; 2 answers were kept from before." in ran.err
    assert "25 questions are left." in ran.err
    assert [each["state"] for each in drafts()] == ["draft"]


def test_new_leaves_the_draft_and_begins_again(ada: Path, run: Run, typed: Typed) -> None:
    typed("3\n2\n")
    run("assess")
    typed("1\n")
    ran = run("assess", "--new")
    assert "27 questions are left." in ran.err
    assert [each["state"] for each in drafts()] == ["dropped", "draft"]


def test_a_draft_of_other_units_is_not_mixed_in(ada: Path, run: Run, typed: Typed) -> None:
    typed("3\n")
    run("assess")
    ran = run("assess", "--unit", "3.8")
    assert (ran.code, ran.out) == (11, "")
    assert "--new" in ran.err
    is_plain(ran.err)
    typed("2\n")
    assert run("assess", "--unit", "3.8", "--new").code == 0


def test_a_look_at_one_unit_keeps_the_others_as_they_were(
    lived: Path, run: Run, typed: Typed
) -> None:
    before = given(run)
    typed("3\n")
    assert run("assess", "--unit", "3.16").code == 0
    after = given(run)
    assert (before["3.16"]["answer"], after["3.16"]["answer"]) == (None, "3")
    assert {**after, "3.16": None} == {**before, "3.16": None}


def test_a_slip_in_a_pipe_stops_there_and_keeps_what_was_before(
    ada: Path, run: Run, typed: Typed
) -> None:
    typed("3\n2\nseven\n1\n")
    ran = run("assess")
    assert (ran.code, ran.out) == (11, "")
    assert ran.err.startswith("Line 3: ")
    is_plain(ran.err)
    typed("1\n")
    assert "2 answers were kept" in run("assess").err


def test_json_of_a_draft_and_of_a_finished_one(ada: Path, run: Run, typed: Typed) -> None:
    typed("3\n")
    told = json.loads(run("assess", "--unit", "3.8", "--unit", "3.9", "--json").out)["data"]
    assert (told["state"], told["not_answered"]) == ("draft", ["3.9"])
    typed("3\n")
    told = json.loads(run("assess", "--unit", "3.8", "--unit", "3.9", "--json").out)
    assert told["data"]["head"]["person"]["name"] == "Ada Example"
    assert told["notices"] == ["Going on where you stopped; 1 answer was kept from before."]


def test_assessing_somebody_else_is_not_my_own_practice(lived: Path, run: Run) -> None:
    ran = run("assess", "Bo")
    assert ran.code == 2
    is_plain(ran.err)
    assert run("assess", "Nobody").code == 10


def test_a_blank_form_and_answers_are_not_asked_for_together(home: Path, run: Run) -> None:
    assert run("assess", "--blank", "a.csv", "--from", "b.csv").code == 2


def test_in_the_invented_service(lived: Path, run: Run, typed: Typed) -> None:
    before = record_file().read_bytes()
    typed("3\n")
    assert run("assess", "--demo", "--unit", "3.15").code == 0
    assert record_file().read_bytes() == before


def test_answers_and_notes_in_a_real_pipe(ada: Path, run: Run) -> None:
    ran = spawn("assess", "--unit", "3.8", given="e! Zoë 😀 said yes\n3\n".encode())
    assert (ran.code, ran.err) == (0, "")
    assert given(run)["3.8"]["note"] == "Zoë 😀 said yes"
