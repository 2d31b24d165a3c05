"""``assess --given``, and forms by ``assess --from``: answers stay whoever's they are."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.prompts import ask
from ipsskills.codes import AssessmentKind
from ipsskills.formats.answers import Given
from ipsskills.formats.exchange.bundle import write_readable
from ipsskills.formats.exchange.sealed import seal
from ipsskills.formats.forms.filled import FilledForm, write_filled
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.conftest import NOON, Ran
from tests.formats.exchange.test_bundle import BUNDLE
from tests.usecases.builders import given

Run = Callable[..., Ran]
Typed = Callable[[str], None]


def told(ran: Ran) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(ran.out)["data"]
    return data


@pytest.fixture
def form(framework: Framework) -> FilledForm:
    """What Bo answered on a form on the day of the tests' clock."""
    return FilledForm(
        form="f",
        look="l",
        version=1,
        kind=AssessmentKind.SELF,
        about_id=None,
        about_name="Bo Sample",
        by_id=None,
        by_name=None,
        given_on=NOON.date(),
        period_months=3,
        scale=framework.scale.version,
        framework=framework.hash,
        framework_version=framework.version,
        scope=("3.8", "3.10"),
        answers=(given("3.8", "2"), given("3.10", "n")),
    )


def save(form: FilledForm, name: str = "bo.json") -> str:
    Path(name).write_text(
        json.dumps({"ipsskills": 1, "what": "form", "form": write_filled(form)}), encoding="utf-8"
    )
    return name


def test_what_somebody_filled_in_on_paper_is_typed_in_for_them(
    lived: Path, run: Run, typed: Typed
) -> None:
    typed("3.10 3\n3.8 2\n")
    units = ("--unit", "3.8", "--unit", "3.10")
    ran = run("assess", "Bo", "--given", "20 Nov 2026", "--plain", *units)
    assert ran.code == 0, ran.err
    assert ran.out.startswith(
        "Kept: answers by Bo Sample, given on 20 Nov 2026, entered by you.\n"
        'Next: ipsskills report "Bo Sample"'
    )
    assert "Bo Sample: own view on 20 Nov 2026" in run("report", "Bo").out


def test_a_day_to_come_is_refused(lived: Path, run: Run) -> None:
    ran = run("assess", "Bo", "--given", "2027-03-01", "--plain")
    assert (ran.code, "still to come" in ran.err) == (11, True)


def test_without_the_day_nobody_answers_for_somebody_else(lived: Path, run: Run) -> None:
    ran = run("assess", "Bo", "--plain")
    assert (ran.code, "--given" in ran.err) == (2, True)


def test_a_form_is_taken_in_once_and_again_after_a_change(
    lived: Path, run: Run, form: FilledForm
) -> None:
    ran = run("assess", "Bo", "--from", save(form))
    assert ran.code == 0, ran.err
    assert (
        "Kept: answers by Bo Sample, given on 24 Nov 2026, entered by you from a form." in ran.out
    )
    assert "Bo Sample's answers are kept apart until you have looked too." in ran.out
    ran = run("assess", "Bo", "--from", save(form))
    assert "This form was taken in already" in ran.out
    later = replace(form, version=2, answers=(given("3.8", "3"), given("3.10", "n")))
    assert told(run("assess", "Bo", "--from", save(later), "--json"))["outcome"] == "changed"
    assert "A later copy of this form is here" in run("assess", "Bo", "--from", save(form)).out


def test_ones_own_form_says_what_changed(lived: Path, run: Run, form: FilledForm) -> None:
    mine = replace(form, about_name="Ada Example")
    assert "your answers, given on 24 Nov 2026" in run("assess", "--from", save(mine)).out
    answers = (given("3.8", "3"), given("3.10", "2"))
    ran = run("assess", "--from", save(replace(mine, version=2, answers=answers)))
    said = "Two answers changed since the copy of 24 November 2026: 3.8, 3.10."
    assert said in ran.out


@try_each(
    ("args", "code", "said"),
    [
        ((), 11, "The form says that it is Bo Sample's, not Ada Example's."),
        (("Bo", "--as", "supervisor"), 11, "own practice"),
        (("Nobody",), 10, "Nobody"),
    ],
)
def test_a_form_is_taken_for_whom_it_is(
    lived: Path, run: Run, form: FilledForm, args: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("assess", *args, "--from", save(form))
    assert (ran.code, said in ran.err) == (code, True), ran.err


def test_a_form_in_doubt_is_refused_whole(lived: Path, run: Run, form: FilledForm) -> None:
    doubtful: Given = given("3.8", "2", note="Rang Sarah Okonkwo", shared=True)
    ran = run("assess", "Bo", "--from", save(replace(form, answers=(doubtful,))))
    assert (ran.code, "3.8" in ran.err) == (11, True)
    assert run("report", "Bo").code == 10


@pytest.mark.parametrize("name", ["answers.csv", "answers.yaml", "answers.json"])
def test_plain_answers_are_somebodys_once_it_is_said_whose_and_of_which_day(
    lived: Path, run: Run, name: str
) -> None:
    units = ("--unit", "3.8", "--unit", "3.10")
    assert run("assess", "--blank", name, *units).code == 0
    text = Path(name).read_text(encoding="utf-8")
    filled = text.replace("answer:\n", "answer: 2\n").replace('"answer": null', '"answer": "2"')
    if name.endswith(".csv"):
        head, *rows = csv.reader(io.StringIO(text))
        for row in rows:
            row[head.index("answer")] = "2"
        with Path(name).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([head, *rows])
    else:
        Path(name).write_text(filled, encoding="utf-8")
    refused = run("share", "in", name)
    assert (refused.code, "does not say whose" in refused.err) == (11, True)
    ran = run("assess", "Bo", "--from", name, "--given", "20 Nov 2026", *units)
    assert "Kept: answers by Bo Sample, given on 20 Nov 2026, entered by you." in ran.out, ran.err


def test_which_of_two_looks_counts_is_asked_with_the_later_one_first(
    lived: Path, run: Run, form: FilledForm, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def choose(_: str, choices: Sequence[tuple[str, str]], **also: object) -> str:
        asked.append([words for _, words in choices])
        assert also == {"default": False}, "Enter alone sets nobody's look aside"
        return choices[-1][0]

    typed("3.8 2\n3.10 3\n")
    units = ("--unit", "3.8", "--unit", "3.10")
    assert run("assess", "Bo", "--given", "20 Nov 2026", "--plain", *units).code == 0
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "select", choose)
    ran = run("assess", "Bo", "--from", save(form), "--keep")
    assert asked == [
        [
            "The one on the form, given on 24 Nov 2026",
            "The one given to the program on 20 Nov 2026",
        ]
    ]
    assert "Both are kept; the one of 20 Nov 2026 counts." in ran.out, ran.err


def test_a_strangers_form_is_nobody_elses_by_naming_them(
    lived: Path, run: Run, form: FilledForm
) -> None:
    strange = save(replace(form, about_name="Cy Stranger"))
    ran = run("assess", "--from", strange)
    assert (ran.code, "it is Cy Stranger's, not Ada Example's" in ran.err) == (11, True)
    ran = run("assess", "Bo", "--from", strange)
    assert (ran.code, "it is Cy Stranger's, not Bo Sample's" in ran.err) == (11, True)
    assert 'ipsskills people add "Cy Stranger"' in " ".join(ran.err.split())
    assert run("report", "Bo").code == 10, "nothing was kept"
    said = 'ipsskills share in bo.json --is "Bo Sample"'
    assert said in " ".join(ran.err.split())
    ran = run("share", "in", strange, "--is", "Bo Sample")
    assert "Kept: answers by Bo Sample" in ran.out, ran.err


def test_a_form_of_somebody_known_is_refused_with_the_way_that_takes_it_in(
    lived: Path, run: Run, form: FilledForm
) -> None:
    run("people", "add", "Eve Eff")
    eve = save(replace(form, about_name="eve  eff"), "ev.json")
    ran = run("assess", "Bo", "--from", eve)
    assert (ran.code, 'ipsskills share in ev.json --is "Eve Eff"' in ran.err) == (11, True), ran.err
    ran = run("share", "in", "ev.json", "--is", "Eve Eff")
    assert "Kept: answers by Eve Eff" in ran.out, ran.err


@pytest.mark.parametrize("kind", ["xlsx", "pdf", "docx"])
def test_a_form_without_a_name_says_how_it_comes_back_by_nobodys_name(
    kind: str, lived: Path, run: Run
) -> None:
    said = run("form", "-o", f"anon.{kind}", "--unit", "3.8").out
    back = "ipsskills share in anon.xlsx" if kind == "xlsx" else "ipsskills assess --help"
    assert back in said
    assert f"here is a form to look at your own practice before we meet:\nanon.{kind}\n" in said
    assert not any(f"assess {name}" in said for name in ("Ada", '"Ada', "Bo", '"Bo'))
    said = run("form", "-o", "view.pdf", "--supervisor", "--unit", "3.8").out
    assert "whoever it is about, --as supervisor, and the day on it" in said


def test_a_form_for_somebody_says_whose_it_comes_back_as(lived: Path, run: Run) -> None:
    said = run("form", "-o", "bo.xlsx", "--for", "Bo", "--unit", "3.8").out
    assert 'ipsskills assess "Bo Sample" --from bo.xlsx' in said
    said = run("form", "-o", "bo.pdf", "--for", "Bo", "--unit", "3.8").out
    assert 'ipsskills assess "Bo Sample" --given "25 Nov" --plain' in said


def test_what_a_form_sent_is_taken_in_as_it_came_with_the_mail(
    lived: Path, run: Run, form: FilledForm
) -> None:
    assert run("form", "--for", "Bo", "--unit", "3.8", "-o", "bo.html").code == 0
    key = Path("bo.html").read_text("utf-8").split('"key":"')[1].split('"')[0]
    who = {"id": "b", "name": "Bo Sample"}
    sent = {"ipsskills": 1, "what": "form", "made": "2026-11-24T09:30:00Z", "program": "1.0"}
    sent |= {"by": who, "about": who, "form": write_filled(form)}
    closed = seal(json.dumps(sent).encode(), keys=[key])
    mail = "".join(f"> {line}\n" for line in closed.splitlines())
    Path("mail.txt").write_text(f"Here it is.\n{mail}> Bo\n", encoding="utf-8")
    ran = run("assess", "Bo", "--from", "mail.txt")
    assert "Kept: answers by Bo Sample, given on 24 Nov 2026" in ran.out, ran.err
    assert "taken in already" in run("share", "in", "mail.txt", "--is", "Bo Sample").out
    Path("whole.txt").write_text(write_readable(BUNDLE), encoding="utf-8")
    ran = run("assess", "Bo", "--from", "whole.txt")
    assert (ran.code, "ipsskills share in whole.txt" in ran.err) == (11, True)
