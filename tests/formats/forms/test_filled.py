"""Filled forms: what is read, and that faults are named by place and never by what was written."""

import json
from datetime import date
from typing import Any

import pytest

from ipsskills.codes import AssessmentKind, Basis, Behind, Code
from ipsskills.errors import InvalidInput
from ipsskills.formats.answers import Given
from ipsskills.formats.forms.filled import FilledForm, read_filled, write_filled
from tests.cases import try_each

PLAIN = """{
  "form": "f-1", "look": "l-1", "version": 2, "kind": "self",
  "about_id": null, "about_name": "Ada Example", "by_id": null, "by_name": null,
  "given_on": "2026-11-25", "period_months": 3, "scale": "2026.1",
  "framework": "0123abcd", "framework_version": "2026.1",
  "scope": ["3.10", "3.8"],
  "answers": [
    {"item": "3.10", "code": "3", "basis": "O", "behind": "time", "bring": true, "show": true,
     "note": "two\\r\\nlines", "shared": true},
    {"item": "3.8", "code": "x", "reason": "setting"}
  ]
}"""


def form(**changes: Any) -> dict[str, Any]:
    return {**json.loads(PLAIN), **changes}


def refused(data: Any) -> str:
    with pytest.raises(InvalidInput) as told:
        read_filled(data, "ada.txt")
    assert told.value.message.endswith("Nothing was changed.")
    return told.value.message


def test_a_form_is_read_as_it_was_filled_in() -> None:
    read = read_filled(json.loads(PLAIN))
    assert read == FilledForm(
        form="f-1",
        look="l-1",
        version=2,
        kind=AssessmentKind.SELF,
        about_id=None,
        about_name="Ada Example",
        by_id=None,
        by_name=None,
        given_on=date(2026, 11, 25),
        period_months=3,
        scale="2026.1",
        framework="0123abcd",
        framework_version="2026.1",
        scope=("3.10", "3.8"),
        answers=(
            Given(
                item="3.10",
                code=Code.THREE,
                basis=Basis.OBSERVED,
                behind=Behind.TIME,
                bring=True,
                show=True,
                note="two\nlines",
                shared=True,
            ),
            Given(item="3.8", code=Code.OUTSIDE, reason="setting"),
        ),
    )


def test_what_is_written_is_read_back() -> None:
    read = read_filled(json.loads(PLAIN))
    assert read_filled(json.loads(json.dumps(write_filled(read)))) == read


@try_each(
    ("changes", "place"),
    [
        ({"version": "2"}, "version"),
        ({"version": True}, "version"),
        ({"version": 0}, "version"),
        ({"period_months": 25}, "period_months"),
        ({"given_on": "25.11.2026"}, "given_on"),
        ({"given_on": "2026-02-30"}, "given_on"),
        ({"given_on": 1764028800}, "given_on"),
        ({"kind": "agreed"}, "kind"),
        ({"kind": "supervisor"}, "by_name"),
        ({"about_name": "  "}, "about_name"),
        ({"about_name": "Ada\nExample"}, "about_name"),
        ({"about_name": "Ada\ud800"}, "about_name"),
        ({"look": "../l"}, "look"),
        ({"scope": []}, "scope"),
        ({"scope": ["3.8", "3.8"]}, "scope, number 2"),
        ({"answers": [{"item": "3.8", "code": 3}]}, "number 1, code"),
        ({"answers": [{"item": "3.8", "note": "a\x1b[2J"}]}, "number 1, note"),
        ({"answers": [{"item": "3.8", "shared": 1}]}, "number 1, shared"),
        ({"answers": [{"item": "3.8"}, {"item": "3.8"}]}, "answers, number 2"),
        ({"secret": "x"}, "secret"),
    ],
)
def test_a_fault_is_named_by_its_place(changes: dict[str, Any], place: str) -> None:
    assert f"as they should be: {place}." in refused(form(**changes))


@try_each("data", [None, [], "form", 3, {}])
def test_what_is_no_form_at_all_is_refused(data: Any) -> None:
    assert refused(data).startswith("ada.txt cannot be read as a filled form.")


def test_nothing_that_somebody_wrote_is_repeated() -> None:
    answers = [{"item": "3.8", "code": "He told me", "note": ["He told me"], "reason": {"He": 1}}]
    assert "He" not in refused(form(answers=answers, about_name=["He told me"]))


def test_many_faults_are_counted() -> None:
    assert ", and 80 more." in refused(form(answers=[{"item": ""}] * 100))
