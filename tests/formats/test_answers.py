"""Files of answers: what is taken, what is refused and with which words, and safe cells."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipsskills.cli.output.spelling import spell_text
from ipsskills.codes import AssessmentKind, Basis, Behind, Code
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.formats.answers import COLUMNS, Given, read_answers
from ipsskills.formats.table import mark_formula
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.framework.builders import ENDINGS, answer_faults, answers_of, answers_text

Row = dict[str, Any]
ALL_CODES = "0, 1, 2, 3, n, x, u"
REASONS = "colleague, setting, not-yet-started, adjustment, agreed"
SUPERVISOR = AssessmentKind.SUPERVISOR

each_ending = pytest.mark.parametrize("ending", ENDINGS)


def read_rows(
    folder: Path,
    ending: str,
    rows: list[Row],
    framework: Framework,
    kind: AssessmentKind = AssessmentKind.SELF,
) -> tuple[Given, ...]:
    return answers_of(folder, f"mine{ending}", answers_text(ending, rows), framework, kind)


def refused_rows(
    folder: Path,
    ending: str,
    rows: list[Row],
    framework: Framework,
    kind: AssessmentKind = AssessmentKind.SELF,
) -> list[str]:
    """Return the faults of rows without their file and line, which differ by format."""
    name = f"mine{ending}"
    told = answer_faults(folder, name, answers_text(ending, rows), framework, kind)
    assert all(line.startswith(name) for line in told)
    return [line[line.index("(") :] for line in told]


# What is taken.


@each_ending
def test_a_supervisors_answer_says_what_it_rests_on(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows: list[Row] = [{"slug": "working-alliance", "answer": "2"}]
    (told,) = refused_rows(tmp_path, ending, rows, framework, SUPERVISOR)
    assert told.startswith("(3.2): It does not say what it rests on.")
    assert read_rows(tmp_path, ending, rows, framework) == (Given(item="3.2", code=Code.TWO),)


@each_ending
def test_a_statement_is_named_by_its_id(tmp_path: Path, framework: Framework, ending: str) -> None:
    statement = framework.by_id["3.8"].statements[0].id
    rows: list[Row] = [{"slug": statement, "answer": "2"}]
    assert read_rows(tmp_path, ending, rows, framework) == (Given(item=statement, code=Code.TWO),)


@each_ending
def test_each_answer_stays_what_it_is(tmp_path: Path, framework: Framework, ending: str) -> None:
    rows: list[Row] = [
        {"slug": "working-alliance", "answer": "0", "basis": "O"},
        {"slug": "disclosure", "answer": "n"},
        {"slug": "vocational-profile", "answer": "x", "reason": "setting"},
        {"slug": "job-search", "answer": "u"},
        {"slug": "job-support", "answer": None},
        {"slug": "employment-plan", "answer": ""},
        {"slug": "recovery-model", "answer": "1", "basis": "O"},
        {"slug": "ethics", "answer": "2", "basis": "O"},
        {"slug": "two-loyalties", "answer": "3", "basis": "O"},
    ]
    taken = read_rows(tmp_path, ending, rows, framework, SUPERVISOR)
    assert taken == (
        Given(item="3.2", code=Code.ZERO, basis=Basis.OBSERVED),
        Given(item="3.8", code=Code.NO_CHANCE),
        Given(item="3.9", code=Code.OUTSIDE, reason="setting"),
        Given(item="3.15", code=Code.NOT_SEEN),
        Given(item="3.16", code=None),
        Given(item="3.10", code=None),
        Given(item="1.2", code=Code.ONE, basis=Basis.OBSERVED),
        Given(item="2.1", code=Code.TWO, basis=Basis.OBSERVED),
        Given(item="M6", code=Code.THREE, basis=Basis.OBSERVED),
    )


@each_ending
def test_everything_about_an_answer_is_taken(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    row = {
        "slug": "employment-plan",
        "id": "3.10",
        "title": "anything at all",
        "answer": "1",
        "state": "with someone",
        "reason": None,
        "basis": "r",
        "bring": True,
        "show": True,
        "behind": "team",
        "note": 'Ünïcode 🦊, "quoted"; عربي\nsecond line',
        "shared": True,
        "entered": "Answers by Ada Example, given on 20 Nov 2026, entered by Lee Invented.",
    }
    assert tuple(row) == COLUMNS
    assert read_rows(tmp_path, ending, [row], framework) == (
        Given(
            item="3.10",
            code=Code.ONE,
            basis=Basis.RECORD,
            bring=True,
            show=True,
            behind=Behind.TEAM,
            note='Ünïcode 🦊, "quoted"; عربي\nsecond line',
            shared=True,
        ),
    )


@each_ending
def test_a_slug_alone_is_enough_and_is_not_answered(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows = [{"slug": "job-search", "id": None}]
    assert read_rows(tmp_path, ending, rows, framework) == (Given(item="3.15", code=None),)


@each_ending
def test_capitals_and_spaces_around_an_answer_do_not_matter(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows = [{"slug": "disclosure", "answer": " N "}, {"slug": "job-search", "answer": "3 "}]
    taken = read_rows(tmp_path, ending, rows, framework)
    assert [each.code for each in taken] == [Code.NO_CHANCE, Code.THREE]


def test_numbers_without_quotes_are_answers_in_yaml_and_json(
    tmp_path: Path, framework: Framework
) -> None:
    in_yaml = "answers:\n  - slug: disclosure\n    answer: 0\n  - {slug: ethics, answer: 3}\n"
    in_json = '{"answers": [{"slug": "disclosure", "answer": 0}, {"slug": "ethics", "answer": 3}]}'
    expected = (Given(item="3.8", code=Code.ZERO), Given(item="2.1", code=Code.THREE))
    assert answers_of(tmp_path, "a.yaml", in_yaml, framework) == expected
    assert answers_of(tmp_path, "a.YML", in_yaml, framework) == expected
    assert answers_of(tmp_path, "a.json", in_json, framework) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "answers:\n  - slug: disclosure\n    answer: {}\n"),
        ("a.json", '{{"answers": [{{"slug": "disclosure", "answer": {}}}]}}'),
    ],
)
def test_yes_and_no_are_not_taken_for_1_and_0(
    tmp_path: Path, framework: Framework, name: str, text: str
) -> None:
    for written, word in (("true", "yes"), ("false", "no")):
        assert answer_faults(tmp_path, name, text.format(written), framework) == [
            f"{name} (disclosure): The answer '{word}' is not known. Use one of: {ALL_CODES}."
        ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_may_be_separated_as_the_spreadsheet_likes(
    tmp_path: Path, framework: Framework, delimiter: str
) -> None:
    rows: list[Row] = [
        {"slug": "employment-plan", "id": "3.10", "answer": 3, "note": "one, two; three"},
        {"slug": "job-search", "id": "3.15", "answer": "n", "note": ""},
    ]
    text = answers_text(".csv", rows, delimiter)
    assert text.startswith(f"slug{delimiter}id{delimiter}")
    assert answers_of(tmp_path, "mine.csv", text, framework) == (
        Given(item="3.10", code=Code.THREE, note="one, two; three"),
        Given(item="3.15", code=Code.NO_CHANCE),
    )


@each_ending
def test_a_byte_order_mark_changes_nothing(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    text = answers_text(ending, [{"slug": "disclosure", "answer": "2"}])
    taken = answers_of(tmp_path, f"mine{ending}", b"\xef\xbb\xbf" + text.encode(), framework)
    assert taken == (Given(item="3.8", code=Code.TWO),)


def test_empty_rows_and_empty_columns_of_a_spreadsheet_are_passed_over(
    tmp_path: Path, framework: Framework
) -> None:
    text = "\r\nslug;answer;;\r\n;;;\r\ndisclosure;2;;\r\n\r\nethics;1\r\n ; \r\n"
    assert answers_of(tmp_path, "mine.csv", text, framework) == (
        Given(item="3.8", code=Code.TWO),
        Given(item="2.1", code=Code.ONE),
    )


def test_the_envelope_of_a_report_is_taken(tmp_path: Path, framework: Framework) -> None:
    answer = {
        "slug": "disclosure",
        "id": "3.8",
        "title": "Discussing disclosure with client and employers",
        "answer": "x",
        "state": "agreed outside this job",
        "reason": "colleague",
        "basis": None,
        "bring": False,
        "show": True,
        "behind": None,
        "note": None,
        "shared": False,
    }
    blank = {"slug": "ethics", "id": "2.1", "answer": None, "state": "not answered"}
    envelope = {
        "ipsskills": 1,
        "command": "report",
        "data": {"head": {"person": "Ada Example"}, "answers": [answer, blank], "next": []},
        "notices": [],
        "error": None,
    }
    assert answers_of(tmp_path, "report.json", json.dumps(envelope), framework) == (
        Given(item="3.8", code=Code.OUTSIDE, reason="colleague", show=True),
        Given(item="2.1", code=None),
    )


def test_an_envelope_without_answers_is_refused(tmp_path: Path, framework: Framework) -> None:
    text = '{"ipsskills": 1, "command": "plan", "data": {"goals": []}, "notices": []}'
    assert answer_faults(tmp_path, "plan.json", text, framework) == [
        "plan.json (answers): This should be a list, but is empty. Start each line with '- '."
    ]


# What is refused.


@each_ending
def test_a_statement_that_was_replaced_is_refused_and_the_new_one_named(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows = [{"slug": "2.1/lone-working", "answer": "3"}, {"slug": "2.1/safe-alone", "answer": "3"}]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        (
            "(2.1/lone-working): This statement is not asked any more. "
            "Answer 2.1/safe-alone in its place."
        ),
    ]


@each_ending
def test_an_unknown_slug_is_refused(tmp_path: Path, framework: Framework, ending: str) -> None:
    rows = [{"slug": "fishing", "answer": "3"}, {"slug": "3.8", "answer": "3"}]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        "(fishing): There is no unit with this slug. See --blank.",
        "(3.8): There is no unit with this slug. See --blank.",
    ]


@each_ending
@pytest.mark.parametrize("wrong", ["4", "-1", "2.5", "03", "3.01", "y", "n/a", "2-3", "٣"])
def test_an_unknown_answer_is_refused(
    tmp_path: Path, framework: Framework, ending: str, wrong: str
) -> None:
    assert refused_rows(tmp_path, ending, [{"slug": "disclosure", "answer": wrong}], framework) == [
        f"(disclosure): The answer '{wrong}' is not known. Use one of: {ALL_CODES}."
    ]


def test_a_fraction_without_quotes_is_one_plain_fault(tmp_path: Path, framework: Framework) -> None:
    text = "answers:\n  - slug: disclosure\n    answer: 2.5\n"
    assert answer_faults(tmp_path, "a.yaml", text, framework) == [
        f"a.yaml (disclosure): The answer '2.5' is not known. Use one of: {ALL_CODES}."
    ]


@each_ending
@pytest.mark.parametrize(
    ("slug", "item"),
    [
        ("recovery-model", "1.2"),
        ("stance-and-values", "1.1"),
        ("sharing-for-safety", "2.4"),
    ],
)
def test_n_is_refused_where_it_is_not_offered(
    tmp_path: Path, framework: Framework, ending: str, slug: str, item: str
) -> None:
    assert refused_rows(tmp_path, ending, [{"slug": slug, "answer": "n"}], framework) == [
        f"({item}): The answer n is not offered for this unit. Use one of: 3, 2, 1, 0, x."
    ]


@each_ending
def test_u_is_for_supervisors_only(tmp_path: Path, framework: Framework, ending: str) -> None:
    rows = [{"slug": "disclosure", "answer": "u"}]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        "(3.8): The answer u is not offered for this unit. Use one of: 3, 2, 1, 0, n, x."
    ]
    taken = read_rows(tmp_path, ending, rows, framework, SUPERVISOR)
    assert taken == (Given(item="3.8", code=Code.NOT_SEEN),)


@each_ending
def test_x_needs_a_reason(tmp_path: Path, framework: Framework, ending: str) -> None:
    rows = [{"slug": "disclosure", "answer": "x", "note": "we do not"}]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        f"(3.8): The answer x needs a reason. One of: {REASONS}."
    ]


@each_ending
@pytest.mark.parametrize("answer", ["0", "3", "n", None])
def test_a_reason_without_x_is_refused(
    tmp_path: Path, framework: Framework, ending: str, answer: str | None
) -> None:
    rows: list[Row] = [{"slug": "disclosure", "answer": answer, "reason": "setting"}]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        "(3.8): A reason goes with x only. Take it out."
    ]


@each_ending
@pytest.mark.parametrize(
    ("column", "known"),
    [
        ("reason", REASONS),
        ("basis", "O, R, F, M"),
        ("behind", "learn, time, team, kit"),
    ],
)
def test_unknown_words_are_refused_with_the_known_ones(
    tmp_path: Path, framework: Framework, ending: str, column: str, known: str
) -> None:
    word = "Q" if column == "basis" else "boredom"
    rows = [{"slug": "disclosure", "answer": "x", "reason": "setting", column: word}]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        f"(disclosure): The {column} '{word}' is not known. Use one of: {known}."
    ]


@each_ending
def test_a_unit_answered_twice_is_refused(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows: list[Row] = [
        {"slug": "disclosure", "answer": "3"},
        {"slug": "ethics", "answer": "3"},
        {"slug": "disclosure", "answer": "3"},
        {"slug": "ethics", "answer": None},
    ]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        "(3.8): This unit is answered twice. Keep one of them.",
        "(2.1): This unit is answered twice. Keep one of them.",
    ]


@each_ending
def test_an_id_of_another_unit_is_refused(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows = [
        {"slug": "disclosure", "id": "3.9", "answer": "3"},
        {"slug": "employment-plan", "id": "3.9", "answer": "3"},
    ]
    assert refused_rows(tmp_path, ending, rows, framework) == [
        "(disclosure): The id is 3.9, but disclosure is 3.8. Clear the id, or correct it.",
        (
            "(employment-plan): The id is 3.9, but employment-plan is 3.10. "
            "Clear the id, or correct it."
        ),
    ]


@each_ending
@pytest.mark.parametrize("left", ["3.1", "3,1", "3,10", "03. Okt", "2026-10-03", "3.10 ", "#REF!"])
def test_what_is_left_of_an_id_is_no_reason_to_refuse(
    tmp_path: Path, framework: Framework, ending: str, left: str
) -> None:
    rows = [{"slug": "employment-plan", "id": left, "answer": "3"}]
    assert read_rows(tmp_path, ending, rows, framework) == (Given(item="3.10", code=Code.THREE),)


@each_ending
@pytest.mark.parametrize("left", ["3.0", "3,0", " 3. ", "3,00"])
def test_an_answer_that_became_a_number_is_taken(
    tmp_path: Path, framework: Framework, ending: str, left: str
) -> None:
    rows = [{"slug": "Employment-Plan ", "answer": left}]
    assert read_rows(tmp_path, ending, rows, framework) == (Given(item="3.10", code=Code.THREE),)


@each_ending
def test_the_word_beside_an_answer_may_be_in_any_case(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows: list[Row] = [
        {"slug": "ethics", "answer": "X", "reason": "Setting "},
        {"slug": "disclosure", "answer": "1", "basis": " r", "behind": "Team"},
    ]
    assert read_rows(tmp_path, ending, rows, framework) == (
        Given(item="2.1", code=Code.OUTSIDE, reason="setting"),
        Given(item="3.8", code=Code.ONE, basis=Basis.RECORD, behind=Behind.TEAM),
    )


def test_the_unit_whose_number_3_10_is_taken_for_keeps_it(
    tmp_path: Path, framework: Framework
) -> None:
    rows = [{"slug": "client-family-communication", "id": "3.1", "answer": "3"}]
    assert read_rows(tmp_path, ".csv", rows, framework) == (Given(item="3.1", code=Code.THREE),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "answers:\n  - slug: employment-plan\n    id: 3.10\n    answer: 3\n"),
        ("a.yaml", "answers:\n  - slug: employment-plan\n    id: 2026-10-03\n    answer: 3.0\n"),
        ("a.json", '{"answers": [{"slug": "employment-plan", "id": 3.10, "answer": 3.0}]}'),
    ],
)
def test_an_unquoted_id_is_no_reason_to_refuse(
    tmp_path: Path, framework: Framework, name: str, text: str
) -> None:
    assert answers_of(tmp_path, name, text, framework) == (Given(item="3.10", code=Code.THREE),)


def test_unknown_keys_are_refused(tmp_path: Path, framework: Framework) -> None:
    text = (
        "answers:\n  - slug: disclosure\n    answer: 3\n"
        "  - slug: ethics\n    anwser: 3\nextra: yes\n"
    )
    assert answer_faults(tmp_path, "a.yaml", text, framework) == [
        (
            "a.yaml, line 5 (ethics, anwser): The key 'anwser' is not known here. "
            "Did you mean 'answer'?"
        ),
        (
            "a.yaml, line 6 (extra): The key 'extra' is not known here. "
            "Take it out, or look at its spelling."
        ),
    ]


def test_unknown_columns_are_refused_once_on_the_line_of_the_heading(
    tmp_path: Path, framework: Framework
) -> None:
    text = "\nslug,anwser,mood\ndisclosure,3,good\nethics,2,bad\n"
    named = f"{', '.join(COLUMNS)}, offered"
    assert answer_faults(tmp_path, "a.csv", text, framework) == [
        f"a.csv, line 2: The columns 'anwser' and 'mood' are not known. Use: {named}."
    ]
    text = "slug,anwser\ndisclosure,3\nethics,2\n"
    assert answer_faults(tmp_path, "a.csv", text, framework) == [
        "a.csv, line 1: The column 'anwser' is not known. Did you mean 'answer'?"
    ]


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_a_key_that_every_row_has_and_nobody_knows_is_named_once(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows: list[Row] = [
        {"slug": "disclosure", "answer": "2", "mood": "good"},
        {"slug": "ethics", "answer": "2", "mood": "bad"},
        {"slug": "job-search", "answer": "2", "mood": "bad", "weather": "wet"},
    ]
    told = refused_rows(tmp_path, ending, rows, framework)
    assert [line.split(": ")[1] for line in told] == [
        "The key 'mood' is not known here. Take it out, or look at its spelling.",
        "The key 'weather' is not known here. Take it out, or look at its spelling.",
    ]


@try_each(
    "text",
    [
        "SLUG,Answer,Note\ndisclosure,2,well\n",
        "sep=;\nslug;answer;note\ndisclosure;2;well\n",
        '"sep=;"\r\nSlug;ANSWER;note\r\ndisclosure;2;well\r\n',
        "Answers of the spring\nslug,answer,note\ndisclosure,2,well\n",
        "Answers of the spring;;\n;;\nAda\nslug;answer;note\ndisclosure;2;well\n",
        "SEP=\t\nMine\nslug\tanswer\tnote\ndisclosure\t2\twell\n",
        " slug , answer , note\ndisclosure,2.0,well\n",
        "slug;answer;note\nDisclosure ;2,0;well\n",
        "slug;Id;answer;note\ndisclosure;03. Aug;2;well\n",
    ],
)
def test_a_table_is_read_as_spreadsheets_and_people_leave_it(
    tmp_path: Path, framework: Framework, text: str
) -> None:
    assert answers_of(tmp_path, "a.csv", text, framework) == (
        Given(item="3.8", code=Code.TWO, note="well"),
    )


def test_a_line_that_names_the_separator_or_a_title_moves_no_other(
    tmp_path: Path, framework: Framework
) -> None:
    text = "sep=;\nMine\nslug;answer\ndisclosure;2\nfishing;9\n"
    (told,) = answer_faults(tmp_path, "a.csv", text, framework)
    assert told.startswith("a.csv, line 5 (fishing)")


def test_two_cells_above_the_headings_are_no_title(tmp_path: Path, framework: Framework) -> None:
    text = "ethics,3\nslug,answer\ndisclosure,2\n"
    told = answer_faults(tmp_path, "a.csv", text, framework)
    assert told[-1] == "a.csv, line 1: The column 'slug' is missing. Add it."


def test_a_column_given_twice_is_refused(tmp_path: Path, framework: Framework) -> None:
    text = "slug,answer,answer\ndisclosure,3,1\n"
    assert answer_faults(tmp_path, "a.csv", text, framework) == [
        "a.csv, line 1: The column 'answer' appears twice. Keep one of them."
    ]


def test_a_key_given_twice_is_refused(tmp_path: Path, framework: Framework) -> None:
    in_json = '{"answers": [{"slug": "disclosure", "answer": 3, "answer": 1}]}'
    assert answer_faults(tmp_path, "a.json", in_json, framework) == [
        "a.json: This is not valid JSON. The key 'answer' appears twice."
    ]
    in_yaml = "answers:\n  - slug: disclosure\n    answer: 3\n    answer: 1\n"
    assert answer_faults(tmp_path, "a.yaml", in_yaml, framework) == [
        "a.yaml, line 4: The key 'answer' appears twice. Keep one of them."
    ]


def test_a_table_without_its_heading_is_refused(tmp_path: Path, framework: Framework) -> None:
    told = answer_faults(tmp_path, "a.csv", "disclosure,3\nethics,2\n", framework)
    assert told[-1] == "a.csv, line 1: The column 'slug' is missing. Add it."
    assert len(told) == 2


def test_one_cell_too_many_is_refused(tmp_path: Path, framework: Framework) -> None:
    text = "slug,answer,note\ndisclosure,3,good\nethics,2,slow, and careful\n"
    assert answer_faults(tmp_path, "a.csv", text, framework) == [
        (
            "a.csv, line 3: There is one cell too many: ' and careful'. "
            "Clear it, or put quotes around a text that holds the separator."
        )
    ]


def test_a_cell_under_no_heading_is_refused(tmp_path: Path, framework: Framework) -> None:
    text = "slug,,answer\ndisclosure,hello,3\n"
    (told,) = answer_faults(tmp_path, "a.csv", text, framework)
    assert told.startswith("a.csv, line 2: There is one cell too many: 'hello'.")


def test_a_quote_that_does_not_end_swallows_no_rows(tmp_path: Path, framework: Framework) -> None:
    text = 'slug,answer,note\ndisclosure,3,"open\nethics,2,\nrecovery-model,1,\n'
    (told,) = answer_faults(tmp_path, "a.csv", text, framework)
    assert told == (
        "a.csv, line 2: This row cannot be read: unexpected end of data. "
        "Look at its quotation marks: each one that opens has to close."
    )


def test_a_cell_without_measure_is_refused_without_a_traceback(
    tmp_path: Path, framework: Framework
) -> None:
    text = "slug,answer,note\ndisclosure,3," + "a" * 200_000 + "\n"
    (told,) = answer_faults(tmp_path, "a.csv", text, framework)
    assert told.startswith("a.csv, line 2: This row cannot be read: ")


def test_lines_are_those_of_the_file_with_empty_rows_and_long_notes(
    tmp_path: Path, framework: Framework
) -> None:
    text = (
        "slug,answer,note,bring\n"  # 1
        "\n"
        'disclosure,2,"one\ntwo\nthree",\n'  # 3 to 5
        ",,,\n"
        "ethics,9,,\n"  # 7
        "recovery-model,n,,\n"  # 8
        "fishing,1,,\n"  # 9
        "disclosure,1,,\n"  # 10
    )
    told = answer_faults(tmp_path, "a.csv", text, framework)
    assert [line.split(":")[0] for line in told] == [
        "a.csv, line 7 (ethics)",
        "a.csv, line 8 (1.2)",
        "a.csv, line 9 (fishing)",
        "a.csv, line 10 (3.8)",
    ]


def test_a_wrong_yes_or_no_in_a_table_is_told_with_its_line(
    tmp_path: Path, framework: Framework
) -> None:
    text = "slug,answer,bring,shared\ndisclosure,3,maybe,\n,3,,\nethics,2,yes,perhaps\n"
    assert answer_faults(tmp_path, "a.csv", text, framework) == [
        (
            "a.csv, line 2 (disclosure, bring): This should be yes or no, but is text. "
            "Write yes or no."
        ),
        "a.csv, line 3 (slug): This should be text, but is empty. Write it in quotes.",
        "a.csv, line 4 (ethics, shared): This should be yes or no, but is text. Write yes or no.",
    ]


@each_ending
def test_every_fault_is_told_and_nothing_is_half_taken(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    rows = [
        {"slug": "working-alliance", "answer": "3"},
        {"slug": "fishing", "answer": "3"},
        {"slug": "disclosure", "answer": "9", "basis": "Z"},
        {"slug": "employment-plan", "id": "3.9", "answer": "7"},
        {"slug": "job-search", "answer": "2"},
    ]
    told = refused_rows(tmp_path, ending, rows, framework)
    assert [line.split(":")[0] for line in told] == [
        "(fishing)",
        "(disclosure)",
        "(disclosure)",
        "(employment-plan)",
        "(employment-plan)",
    ]
    assert "The answer '9'" in told[1]
    assert "The basis 'Z'" in told[2]


def test_answers_are_refused_with_exit_code_and_what_to_do(
    tmp_path: Path, framework: Framework
) -> None:
    with pytest.raises(InvalidInput) as raised:
        answers_of(tmp_path, "a.csv", "slug,answer\ndisclosure,9\n", framework)
    assert raised.value.exit_code == 11
    assert raised.value.hint == "Correct the file and run the same command again."


# Files that are no files of answers.


def refusal(folder: Path, name: str, content: bytes, framework: Framework) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as raised:
        answers_of(folder, name, content, framework)
    return raised.value.message, raised.value.hint


def test_a_missing_file_is_not_found(tmp_path: Path, framework: Framework) -> None:
    with pytest.raises(NotFound) as raised:
        read_answers(tmp_path / "none.csv", framework)
    assert raised.value.message == f"There is no file {tmp_path / 'none.csv'}."
    assert raised.value.exit_code == 10


def test_a_folder_is_no_file_of_answers(tmp_path: Path, framework: Framework) -> None:
    place = tmp_path / "folder.csv"
    place.mkdir()
    with pytest.raises(InvalidInput, match="cannot be read: Is a directory"):
        read_answers(place, framework)


@each_ending
@pytest.mark.parametrize("content", [b"", b"\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(
    tmp_path: Path, framework: Framework, ending: str, content: bytes
) -> None:
    message, hint = refusal(tmp_path, f"a{ending}", content, framework)
    assert message == f"a{ending} is empty."
    assert spell_text(hint) == "Make a form: ipsskills assess --blank answers.csv"


def test_a_table_of_empty_cells_says_so(tmp_path: Path, framework: Framework) -> None:
    assert answer_faults(tmp_path, "a.csv", ",,\n,,\n", framework) == [
        "a.csv, line 1: The table is empty. Start from a blank form."
    ]


@each_ending
def test_a_utf16_file_is_refused_with_what_to_do(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    text = answers_text(ending, [{"slug": "disclosure", "answer": "3"}])
    assert refusal(tmp_path, f"a{ending}", text.encode("utf-16"), framework) == (
        f"a{ending} is not UTF-8 text.",
        'In a spreadsheet, save it as "CSV UTF-8".',
    )


@each_ending
def test_a_utf16_file_without_its_mark_is_refused(
    tmp_path: Path, framework: Framework, ending: str
) -> None:
    text = answers_text(ending, [{"slug": "disclosure", "answer": "3"}])
    assert answer_faults(tmp_path, f"a{ending}", text.encode("utf-16-le"), framework)


@try_each("name", ["a.txt", "a.xlsx", "a", "csv"])
def test_a_wrong_ending_is_refused(tmp_path: Path, framework: Framework, name: str) -> None:
    message, _ = refusal(tmp_path, name, b"slug,answer\ndisclosure,3\n", framework)
    assert message == f"{name}: answers are read from .yaml, .json or .csv."


def test_broken_json_is_refused_with_its_line(tmp_path: Path, framework: Framework) -> None:
    text = '{"answers": [\n  {"slug": "disclosure"\n   "answer": 3}\n]}'
    (told,) = answer_faults(tmp_path, "a.json", text, framework)
    assert told.startswith("a.json, line 3: This is not valid JSON. Expecting ',' delimiter")


def test_json_without_end_is_refused_without_a_traceback(
    tmp_path: Path, framework: Framework
) -> None:
    (told,) = answer_faults(tmp_path, "a.json", "[" * 100_000, framework)
    assert told.startswith("a.json: This is not valid JSON.")


@try_each("text", ["[]", "3", '"text"', "null", "{}", '{"answers": {}}'])
def test_json_of_another_shape_is_refused(tmp_path: Path, framework: Framework, text: str) -> None:
    assert len(answer_faults(tmp_path, "a.json", text, framework)) == 1


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path, framework: Framework) -> None:
    (told,) = answer_faults(
        tmp_path, "a.yaml", "answers:\n  - slug: disclosure\n  answer: 3\n", framework
    )
    assert told.startswith("a.yaml, line 3: This is not valid YAML: ")


# Cells that no spreadsheet runs.


@try_each(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("\n=1+1", "'\n=1+1"),
        ("\r=1+1", "'\r=1+1"),
        (" \n '=1+1", "' \n '=1+1"),
        ("\u3000=1+1", "'\u3000=1+1"),
        ("said\n- one\n- two", "said\n- one\n- two"),
        ("", ""),
        ("plain", "plain"),
        ("'quoted'", "'quoted'"),
        ("2 = 2", "2 = 2"),
        ("it's - fine", "it's - fine"),
    ],
)
def test_a_cell_that_looks_like_a_formula_is_marked(text: str, cell: str) -> None:
    assert mark_formula(text) == cell


SIGNS = "=+-@＝＠\u3000\t'\"\n ,;aZ0é🦊👩🏽‍💻\u202eعברא|\\#"
NOTES = st.one_of(
    st.text(alphabet=SIGNS, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30),
)


def table(rows: Sequence[Mapping[str, str]], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, ["slug", "answer", "note"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@given(NOTES, st.sampled_from(",;\t"))
@example("=cmd|' /C calc'!A0", ",")
@example("'=already marked", ";")
@example("''", ",")
@example('"', "\t")
@example("first\n\nlast", ",")
@example("שלום عالم \u202eabc", ";")
def test_any_note_comes_back_from_a_table_as_it_was(
    tmp_path: Path, framework: Framework, note: str, delimiter: str
) -> None:
    rows = [
        {"slug": "disclosure", "answer": "2", "note": mark_formula(note)},
        {"slug": "ethics", "answer": "", "note": ""},
    ]
    taken = answers_of(tmp_path, "a.csv", table(rows, delimiter), framework)
    assert taken == (Given(item="3.8", code=Code.TWO, note=note), Given(item="2.1", code=None))


@given(NOTES)
def test_no_cell_begins_as_a_formula(note: str) -> None:
    shown = mark_formula(note)
    assert shown[:1] == "'" or shown.lstrip()[:1] not in {*"=+-@", *"＝＋－＠"}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_any_note_comes_back_from_yaml_and_json_as_it_was(
    tmp_path: Path, framework: Framework, note: str
) -> None:
    for ending in (".yaml", ".json"):
        row = {"slug": "disclosure", "answer": "2", "note": note}
        taken = read_rows(tmp_path, ending, [row], framework)
        assert taken == (Given(item="3.8", code=Code.TWO, note=note),)


@given(
    st.sampled_from(ENDINGS),
    st.text(alphabet="slug,answer;\t\"'\n:-[]{}disclosure 3.1nxu0=", max_size=60),
)
def test_any_text_is_taken_or_refused_with_words(
    tmp_path: Path, framework: Framework, ending: str, text: str
) -> None:
    taken: tuple[Given, ...] = ()
    with suppress(InvalidInput):
        taken = answers_of(tmp_path, f"a{ending}", text, framework)
    assert all(each.item in framework.by_id for each in taken)
