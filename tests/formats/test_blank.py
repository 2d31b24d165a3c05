"""Blank forms: how they look, that they read back as blank, and that filling one answers it."""

import csv
import io
import json
from pathlib import Path

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import Given
from ipsskills.formats.blank import make_blank_form
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.framework.builders import ENDINGS, answers_of

UNITS = [
    f"{section}.{n}" for section, last in ((1, 6), (2, 6), (3, 16)) for n in range(1, last + 1)
]
AREAS = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "A1", "A2"]
each_ending = pytest.mark.parametrize("ending", ENDINGS)


@each_ending
def test_a_form_reads_back_as_all_blank(tmp_path: Path, framework: Framework, ending: str) -> None:
    form = make_blank_form(framework, UNITS, ending)
    taken = answers_of(tmp_path, f"form{ending}", form, framework)
    assert taken == tuple(Given(item=item, code=None) for item in UNITS)
    assert len(taken) == 28


@each_ending
def test_areas_have_a_form_too_and_the_order_is_as_asked(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    items = [*reversed(AREAS), "3.10", "3.2"]
    taken = answers_of(
        tmp_path, f"form{ending}", make_blank_form(framework, items, ending), framework
    )
    assert [each.item for each in taken] == items


def test_the_yaml_form_tells_each_unit_its_answers(framework: Framework) -> None:
    assert make_blank_form(framework, ["3.10", "1.2"], ".yaml") == (
        "# Write an answer after each 'answer:', or leave it empty. Nothing else is needed.\n"
        "# You may add lines to a unit: "
        "bring: yes | show: yes | note: your words | shared: yes\n"
        "# x needs a reason: colleague, setting, not-yet-started, adjustment, agreed\n"
        "answers:\n"
        "  - slug: employment-plan\n"
        '    id: "3.10"\n'
        "    # Constructing an individualised employment plan\n"
        "    # Ends the meeting with a short page in the client's words that says what each will"
        " do, and by\n    # which day.\n"
        "    # 3 On my own: as described, asking where the job says to ask\n"
        "    # 2 With a check: I do it and want a second look\n"
        "    # 1 With someone: beside me, or step by step\n"
        "    # 0 Not yet: the chance came, and I have not done it\n"
        "    # n No chance yet: the chance has not come; this is no gap\n"
        "    # x Agreed outside this job: with a reason from a short list\n"
        "    answer:\n"
        "  - slug: recovery-model\n"
        '    id: "1.2"\n'
        "    # Knowledge of the recovery model\n"
        "    # Asks what a job would change in the client's life before talking about symptoms, and"
        " never\n    # makes feeling well a condition.\n"
        "    # 3 I could explain it: plainly, and say how I have used it\n"
        "    # 2 I would look something up: I know it, and would check a detail first\n"
        "    # 1 I know the main ideas: the outline, not how to use it\n"
        "    # 0 New to me: a fair place to start\n"
        "    # x Agreed outside this job: with a reason from a short list\n"
        "    answer:\n"
    )


def test_yml_is_yaml_and_capitals_do_not_matter(framework: Framework) -> None:
    assert make_blank_form(framework, UNITS, ".YML") == make_blank_form(framework, UNITS, ".yaml")


def test_the_json_form_holds_the_fields_to_read_and_the_one_to_fill(framework: Framework) -> None:
    form = make_blank_form(framework, ["3.10", "1.1"], ".json", AssessmentKind.FIRST_LOOK)
    offered = (
        "3 Done it before: or something like it, here or elsewhere; a note can say where | "
        "2 Know it: I could say what it is about, and have not done it | "
        "1 Heard of it: the words are not new | 0 New to me: the usual answer in a first week"
    )
    assert json.loads(form) == {
        "answers": [
            {
                "slug": "employment-plan",
                "id": "3.10",
                "title": "Constructing an individualised employment plan",
                "offered": offered,
                "answer": None,
            },
            {
                "slug": "stance-and-values",
                "id": "1.1",
                "title": "Practitioner's stance, values and style of interaction in IPS",
                "offered": offered,
                "answer": None,
            },
        ]
    }


def test_the_csv_form_opens_as_utf8_in_a_spreadsheet(framework: Framework) -> None:
    assert make_blank_form(framework, ["1.2"], ".csv") == (
        "\ufeffslug,id,title,offered,answer,reason,basis,bring,show,behind,note,shared\r\n"
        'recovery-model,1.2,Knowledge of the recovery model,"3 I could explain it: plainly, and '
        "say how I have used it | 2 I would look something up: I know it, and would check a "
        "detail first | 1 I know the main ideas: the outline, not how to use it | 0 New to me: "
        "a fair place to "
        "start | x Agreed outside this job: with a reason from a short list | x needs a reason: "
        'colleague, setting, not-yet-started, adjustment, agreed",,,,,,,,\r\n'
    )


@each_ending
@pytest.mark.parametrize("kind", [AssessmentKind.SELF, AssessmentKind.SUPERVISOR])
def test_every_form_says_what_each_unit_and_statement_is_offered(
    framework: Framework, ending: str, kind: AssessmentKind
) -> None:
    """A skill is offered "no chance yet", what one knows is not; a supervisor "not seen" too."""
    knowledge = next(s.id for s in framework.by_id["2.6"].statements if s.kind == "knowledge")
    for item, chance in (("3.10", True), ("1.2", False), (knowledge, False)):
        form = make_blank_form(framework, [item], ending, kind)
        assert ("n No chance yet: the chance has not come" in form) is chance
        assert ("u Not seen: I have not seen or checked this" in form) is (kind != "self")
        assert "x needs a reason: colleague, setting" in form
        assert ("3, 2, 1 and 0 need a basis: O observed" in form) is (kind != "self")


def test_a_unit_with_words_of_its_own_is_offered_them(framework: Framework) -> None:
    form = make_blank_form(framework, ["2.6"], ".csv")
    assert "3 On my own: bringing what is hard, and acting on it | " in form


@try_each("ending", [".txt", ".xlsx", "", "csv"])
def test_a_form_of_another_ending_is_refused(framework: Framework, ending: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        make_blank_form(framework, UNITS, ending)
    assert raised.value.message == "A blank form is written as .yaml, .json or .csv."


FILLED = (
    Given(item="3.2", code=Code.THREE),
    Given(item="3.8", code=Code.NO_CHANCE, bring=True, note="none\nyet 🦊", shared=True),
    Given(item="3.9", code=Code.OUTSIDE, reason="colleague"),
    Given(item="3.10", code=Code.ZERO, basis=Basis.OBSERVED),
    Given(item="3.11", code=None),
)
ITEMS = ("3.2", "3.8", "3.9", "3.10", "3.11")


def test_a_filled_yaml_form_gives_those_answers(tmp_path: Path, framework: Framework) -> None:
    form = make_blank_form(framework, ITEMS, ".yaml")
    fills = (
        " 3",
        ' n\n    bring: yes\n    note: "none\\nyet 🦊"\n    shared: yes',
        " x\n    reason: colleague",
        " 0\n    basis: O",
        "",
    )
    parts = form.split("    answer:\n")
    assert len(parts) == 6
    filled = parts[0] + "".join(
        f"    answer:{fill}\n{rest}" for fill, rest in zip(fills, parts[1:], strict=True)
    )
    assert answers_of(tmp_path, "form.yaml", filled, framework) == FILLED


def test_a_filled_json_form_gives_those_answers(tmp_path: Path, framework: Framework) -> None:
    form = json.loads(make_blank_form(framework, ITEMS, ".json"))
    rows = form["answers"]
    rows[0]["answer"] = 3
    rows[1] |= {"answer": "n", "bring": True, "note": "none\nyet 🦊", "shared": True}
    rows[2] |= {"answer": "x", "reason": "colleague"}
    rows[3] |= {"answer": "0", "basis": "O"}
    assert answers_of(tmp_path, "form.json", json.dumps(form), framework) == FILLED


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_filled_csv_form_gives_those_answers(
    tmp_path: Path, framework: Framework, delimiter: str
) -> None:
    form = make_blank_form(framework, ITEMS, ".csv").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(form)))
    rows[0]["answer"] = "3"
    rows[1] |= {"answer": "n", "bring": "yes", "note": "none\nyet 🦊", "shared": "yes"}
    rows[2] |= {"answer": "x", "reason": "colleague"}
    rows[3] |= {"answer": "0", "basis": "o"}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    assert answers_of(tmp_path, "form.csv", out.getvalue(), framework) == FILLED


@try_each(
    ("unit", "left"),
    [
        ("employment-plan,3.10,", "employment-plan,3.1,"),
        ("employment-plan,3.10,", 'employment-plan,"3,1",'),
        ("employment-plan,3.10,", "employment-plan,03. Okt,"),
        ("stance-and-values,1.1,", "stance-and-values,01. Jan,"),
        ("stance-and-values,1.1,", "stance-and-values,2026-01-01,"),
        ("recovery-model,1.2,", "Recovery-Model ,,"),
    ],
)
def test_what_a_spreadsheet_left_of_an_id_is_no_reason_to_refuse(
    tmp_path: Path, framework: Framework, unit: str, left: str
) -> None:
    form = make_blank_form(framework, UNITS, ".csv")
    saved = form.replace(unit, left)
    assert saved != form
    taken = answers_of(tmp_path, "form.csv", saved, framework)
    assert [each.item for each in taken] == UNITS
