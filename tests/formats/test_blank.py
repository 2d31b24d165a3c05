"""Blank forms: how they look, that they read back as blank, and that filling one answers it."""

import csv
import io
import json
from pathlib import Path

import pytest

from ipsskills.codes import Basis, Code
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import Given
from ipsskills.formats.blank import make_blank_form
from ipsskills.framework.types import Framework
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
        "    # 3 On my own; 2 With a check; 1 With someone; 0 Not yet; n No chance yet; "
        "x Agreed outside this job\n"
        "    answer:\n"
        "  - slug: recovery-model\n"
        '    id: "1.2"\n'
        "    # Knowledge of the recovery model\n"
        "    # 3 I could explain it; 2 I would look something up; 1 I know the main ideas; "
        "0 New to me; x Agreed outside this job\n"
        "    answer:\n"
    )


def test_yml_is_yaml_and_capitals_do_not_matter(framework: Framework) -> None:
    assert make_blank_form(framework, UNITS, ".YML") == make_blank_form(framework, UNITS, ".yaml")


def test_the_json_form_holds_the_fields_to_read_and_the_one_to_fill(framework: Framework) -> None:
    form = make_blank_form(framework, ["3.10", "1.1"], ".json")
    assert json.loads(form) == {
        "answers": [
            {
                "slug": "employment-plan",
                "id": "3.10",
                "title": "Constructing an individualised employment plan",
                "answer": None,
            },
            {
                "slug": "stance-and-values",
                "id": "1.1",
                "title": "Practitioner's stance, values and style of interaction in IPS",
                "answer": None,
            },
        ]
    }


def test_the_csv_form_opens_as_utf8_in_a_spreadsheet(framework: Framework) -> None:
    assert make_blank_form(framework, ["3.10", "1.1"], ".csv") == (
        "\ufeffslug,id,title,answer,reason,basis,bring,show,behind,note,shared\r\n"
        "employment-plan,3.10,Constructing an individualised employment plan,,,,,,,,\r\n"
        'stance-and-values,1.1,"Practitioner\'s stance, values and style of interaction in IPS"'
        ",,,,,,,,\r\n"
    )


@pytest.mark.parametrize("ending", [".txt", ".xlsx", "", "csv"])
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


def test_a_form_that_a_spreadsheet_saved_with_3_1_is_refused(
    tmp_path: Path, framework: Framework
) -> None:
    form = make_blank_form(framework, UNITS, ".csv")
    saved = form.replace("employment-plan,3.10,", "employment-plan,3.1,")
    assert saved != form
    with pytest.raises(InvalidInput) as raised:
        answers_of(tmp_path, "form.csv", saved, framework)
    assert "form.csv, line 23 (employment-plan): The id is 3.1" in raised.value.message
    assert "dropped the nought" in raised.value.message
