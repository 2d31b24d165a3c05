"""Cases that are tried as one test are all tried, and whichever fails is named."""

import inspect

import pytest

from tests.cases import try_each


def test_every_case_is_tried_and_each_that_fails_is_named() -> None:
    tried: list[int] = []

    @try_each(("number", "half"), [(2, 1), (4, 1), (6, 3), (8, 1)])
    def halve(number: int, half: int) -> None:
        tried.append(number)
        assert half == number // 2

    with pytest.raises(ExceptionGroup, match="2 of 4 cases") as raised:
        halve()
    assert tried == [2, 4, 6, 8]
    assert [error.__notes__ for error in raised.value.exceptions] == [
        ["Case 2 of 4: number=4, half=1"],
        ["Case 4 of 4: number=8, half=1"],
    ]


def test_what_should_have_been_refused_and_was_not_is_named_too() -> None:
    @try_each("text", ["one", "1"])
    def refuse(text: str) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            int(text)

    with pytest.raises(BaseExceptionGroup, match="1 of 2 cases") as raised:
        refuse()
    assert [error.__notes__ for error in raised.value.exceptions] == [["Case 2 of 2: text='1'"]]


def test_two_lists_are_tried_each_with_each_and_the_rest_is_given() -> None:
    tried: list[str] = []

    @try_each("one", "ab")
    @try_each("other", "cd")
    def pair(one: str, other: str, given: list[str]) -> None:
        given.append(one + other)

    assert list(inspect.signature(pair).parameters) == ["given"]
    pair(given=tried)
    assert tried == ["ac", "ad", "bc", "bd"]


def test_no_case_and_a_name_that_is_not_taken_are_mistakes() -> None:
    def take(number: int) -> None:
        """Take one."""

    with pytest.raises(AssertionError, match="no case"):
        try_each("number", [])
    with pytest.raises(AssertionError, match="does not take"):
        try_each("count", [1])(take)
