"""What is found, where it stands, and what is left alone."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ipsskills.privacy.client_detail.check import find
from ipsskills.privacy.client_detail.finding import DetailKind
from ipsskills.privacy.client_detail.numbers import has_right_check_digit, is_issued
from tests.cases import try_each

PIECES = (
    *("Sarah", "O'Dwyer", "van der", "Mr", "Mx.", "D.", "Łukasz", "e\u0301", "’s", "Al-", "-"),
    *("999", "526 0182", "07700 ", "+44", "(0)", "QQ", "12 34 56 C", "@", "a.b@c", "at x dot com"),
    *(
        "SW98",
        " 2GE",
        "14 ",
        "Road",
        "Flat 3,",
        "The ",
        "dob ",
        "1/1/",
        "1990",
        "May",
        " ",
        "\n",
        ".",
    ),
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.text) for found in find(text)]


def test_the_check_digit_worked_by_hand() -> None:
    # 943 476 591: 9*10+4*9+3*8+4*7+7*6+6*5+5*4+9*3+1*2 = 299; 299 = 27*11 + 2; 11 - 2 = 9.
    assert has_right_check_digit("9434765919")
    assert not any(has_right_check_digit(f"943476591{digit}") for digit in "012345678")
    # 999 016 613: 90+81+72+0+6+30+24+3+6 = 312; 312 = 28*11 + 4; 11 - 4 = 7.
    assert has_right_check_digit("9990166137")


def test_a_remainder_of_nothing_gives_the_check_digit_0() -> None:
    # 100 000 001: 1*10 + 1*2 = 12, remainder 1, check 10: there is no such number.
    assert not any(has_right_check_digit(f"100000001{digit}") for digit in "0123456789")
    # 400 000 002: 4*10 + 2*2 = 44, remainder 0, 11 - 0 = 11, which counts as 0.
    assert has_right_check_digit("4000000020")


@try_each("digits", ["", "123", "0000000000", "99901661370"])
def test_what_is_no_nhs_number(digits: str) -> None:
    assert not has_right_check_digit(digits)


@try_each(
    ("prefix", "can_be"),
    [("AB", True), ("ce", True), ("QQ", False), ("AO", False), ("GB", False), ("ZZ", False)],
)
def test_the_letters_that_begin_a_national_insurance_number(prefix: str, *, can_be: bool) -> None:
    assert is_issued(prefix) is can_be


@try_each(
    "text",
    [
        "",
        "Seen on 12 11 26 a client came late",
        "Order 9990166138 has not come",
        "ring 0800 328 5644 or 0345 300 3900",
        "On 04.11.2026 09.30 we met",
        "Ada and Bo",
        "Version 2026.1 of unit 3.13",
        "24 hour drive to a close friend",
        "Victoria Park and St George",
        "Start on 1/9/2026",
        "i am from s3 4th floor",
        "A trial shift at John Lewis on Monday",
        "Site visit to David Wilson Homes",
    ],
)
def test_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_what_is_found_is_told_with_its_place() -> None:
    text = "Rang Sarah Okonkwo on 07700 900123."
    assert [(f.kind, f.text) for f in find(text)] == [
        (DetailKind.NAME, "Sarah Okonkwo"),
        (DetailKind.PHONE, "07700 900123"),
    ]
    assert all(text[f.start : f.end] == f.text for f in find(text))


def test_a_name_and_a_domain_in_an_address_are_one_finding() -> None:
    assert kinds("sarah.okonkwo@example.com") == [("e-mail-address", "sarah.okonkwo@example.com")]


def test_people_of_the_record_may_be_named() -> None:
    known = ["Ada Example", "Bo Sample"]
    assert find("Visit with ADA Example", known) == ()
    assert find("Asked Ms Sample about it", known) == ()
    assert [f.text for f in find("Ada Example saw Sarah Okonkwo", known)] == ["Sarah Okonkwo"]
    assert find("Ada Okonkwo", known) != ()


@try_each(
    "written", ["ada example", "ADA EXAMPLE", "Example, Ada", "A. Example", "A Example", "Ada E"]
)
def test_people_of_the_record_may_be_named_however_they_are_written(written: str) -> None:
    assert find(f"Went with {written} to the bank", ["Ada Example"]) == ()


@try_each("written", ["sarah okonkwo", "Okonkwo, Sarah", "S. Okonkwo", "Sarah O"])
def test_colleagues_with_other_names_do_not_hide_a_client(written: str) -> None:
    known = ["Ada Example", "Sarah Sample", "Ama Okonkwo-Bell"]
    assert find(f"Went with {written} to the bank", ["Ada Example", "Simon Other"]) != ()
    assert find(f"Went with {written} to the bank", known[:1]) != ()


def test_people_of_the_record_may_be_named_without_their_accents() -> None:
    assert find("Watched Zoe Müller", ["Zoë Muller"]) == ()


@try_each(
    "name",
    [
        "Finn de Beer",
        "Thembeka Ncala",
        "Adekitan Aloba",
        "Jędrzej Straszak",
        "Maheen Tali",
        "Faith Ekwueme",
        "Sarah Hill",
        "SARAH OKONKWO",
        "Miss J. Penhaligon",
        "Siobha\u0301n O’Dwyer",
        "John Smith",
        "Sam Smith",
        "Samuel Smith",
        "Adam Smith",
        "David Wilson",
        "Jack Jones",
    ],
)
def test_names_that_no_frozen_sentence_has(name: str) -> None:
    assert [f.kind for f in find(f"Spoke to {name} about benefits")] == [DetailKind.NAME]


@pytest.mark.parametrize("text", ["Met John Smith at the gym", "met john smith at the gym"])
def test_the_commonest_name_of_all_is_found(text: str) -> None:
    assert [(f.kind, f.start, f.end) for f in find(text)] == [(DetailKind.NAME, 4, 14)]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
@example("Mr")
@example("D. ")
@example("\u0301Sarah \u0301")
@settings(deadline=None)
def test_it_takes_any_text_and_points_into_it(text: str) -> None:
    found = find(text)
    assert all(text[f.start : f.end] == f.text != "" for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_known_is_never_found_more(text: str) -> None:
    names = [f.text for f in find(text) if f.kind is DetailKind.NAME]
    assert [f for f in find(text, names) if f.kind is DetailKind.NAME] == []


@pytest.mark.parametrize(
    "piece", ["Ab ", "14 Ab ", "a", "a.b-", "0 ", "12/", "Lee-", "Rang Bo He", "lives at at ", "\n"]
)
def test_the_longest_note_is_read(piece: str) -> None:
    """A shape that tries everything over and over would not end in a day."""
    text = (piece * 10_000)[:10_000]
    assert all(text[each.start : each.end] == each.text for each in find(text))
