"""The door for what people write: who may make a written text, and that nothing else is kept."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ipsskills
from ipsskills.errors import InvalidInput
from ipsskills.framework.types import Framework
from ipsskills.privacy.client_detail.written import (
    DetailFound,
    check_words,
    keep_on_purpose,
    quote_framework,
    title_of_ours,
)
from ipsskills.privacy.personal import personal_texts
from ipsskills.record.pen import Pen
from ipsskills.record.store import Store
from ipsskills.record.written import NO_WORDS, Decision
from tests.cases import try_each
from tests.conftest import Clock
from tests.record.common import FRAMEWORK, SAMPLES, values_of

PACKAGE = Path(ipsskills.__file__).parent
MAKERS = {
    "record/written.py",
    "record/sql/rows.py",
    "record/custody/as_data.py",  # what its author decided is in the file, as it is in a row
    "privacy/client_detail/written.py",
}
TOLD = "Rang Sarah Okonkwo, NHS number 943 476 5919"


def makings(source: str) -> Iterator[int]:
    """Yield the lines where a source calls Written or hands it to something that may."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        names = [called, *node.args]
        if isinstance(called, ast.Name) and called.id in {"isinstance", "issubclass"}:
            continue
        for each in names:
            name = each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", None)
            if name == "Written":
                yield node.lineno


def test_only_the_check_and_the_stores_reader_make_a_written_text() -> None:
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "Written" in (source := path.read_text(encoding="utf-8")) and any(makings(source))
    }
    assert found - {"privacy/personal.py"} == MAKERS


@try_each(
    "source",
    [
        "Written(text, decision)",
        "written.Written(text, Decision.NOTHING_FOUND)",
        "str.__new__(Written, text)",
        "cast(Written, text)",
        "def late():\n    return map(Written, texts)",
    ],
)
def test_a_planted_making_is_found(source: str) -> None:
    assert list(makings(source))


def test_what_only_looks_is_not_found() -> None:
    assert not list(makings("isinstance(text, Written)\ndef f(text: Written) -> Written: ..."))


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind, names in personal_texts().items() for name in names],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_a_text_that_was_not_looked_at_is_no_way_kept(
    store: Store, clock: Clock, kind: type, name: str
) -> None:
    sample = next(each for each in SAMPLES if type(each) is kind)
    with pytest.raises(TypeError, match="looked at"):
        Pen("ada", clock).next(sample, **{name: TOLD})
    past_the_pen = kind(**(values_of(sample) | {name: TOLD}))
    with store.writing() as work:
        work.keep_framework(FRAMEWORK)
    with pytest.raises(TypeError, match="looked at"), store.writing() as work:
        work.add(past_the_pen)
    with pytest.raises(TypeError, match="looked at"), store.writing() as work:
        work.merge([past_the_pen])
    with store.reading() as work:
        assert work.current(kind) == ()


def test_words_in_which_nothing_is_found_may_be_kept() -> None:
    kept = check_words("It came up twice.")
    assert kept == "It came up twice."
    assert kept.decision is Decision.NOTHING_FOUND
    assert check_words(" \n") is NO_WORDS
    assert check_words("Watched Ada Example", {"Ada Example"}).decision is Decision.NOTHING_FOUND


def test_what_is_found_is_said_and_not_repeated() -> None:
    with pytest.raises(DetailFound) as caught:
        check_words(TOLD)
    assert [found.text for found in caught.value.findings] == ["Sarah Okonkwo", "943 476 5919"]
    assert isinstance(caught.value, InvalidInput)
    assert "Okonkwo" not in caught.value.message + caught.value.hint


def test_what_is_kept_on_purpose_says_so() -> None:
    assert keep_on_purpose(TOLD).decision is Decision.KEPT_ON_PURPOSE
    assert keep_on_purpose("It came up twice.").decision is Decision.NOTHING_FOUND
    again = keep_on_purpose(TOLD)
    assert check_words(again) is again


def test_only_what_stands_in_the_framework_is_quoted_from_it(framework: Framework) -> None:
    lesson = framework.by_id["3.8"].curriculum
    assert quote_framework(framework, lesson.goal) == lesson.goal
    said = quote_framework(framework, lesson.outcomes[0], after="I can ")
    assert said == f"I can {lesson.outcomes[0][0].lower()}{lesson.outcomes[0][1:]}"
    with pytest.raises(ValueError, match="framework"):
        quote_framework(framework, TOLD)


def test_only_the_programs_own_titles_need_no_look() -> None:
    assert title_of_ours("Supervision").decision is Decision.NOTHING_FOUND
    with pytest.raises(ValueError, match="own titles"):
        title_of_ours(TOLD)
