"""Numbers of people and of their documents, however they are grouped. All are invented."""

import pytest

from ipsskills.privacy.client_detail.check import find
from tests.cases import try_each

# 999 016 613: the check digit is 7, worked by hand in `test_find`.
NHS = "9990166137"
NHS_FORMS = [
    "999 016 6137",
    "999-016-6137",
    "999–016–6137",
    "999‑016‑6137",
    "999—016—6137",
    "999 016 6137".replace(" ", "\N{NO-BREAK SPACE}"),
    "9990166137",
    "99 90 16 61 37",
    "99901 66137",
    "9990 166 137",
    "999/016/6137",
    "999 - 016 - 6137",
    "9 990 166 137",
]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.text) for found in find(text)]


@try_each("number", NHS_FORMS)
def test_nhs_numbers_in_any_grouping(number: str) -> None:
    assert kinds(f"Found under {number} at last") == [("nhs-number", number)]


@try_each(
    "text",
    [
        "999 016 6138",  # a wrong check digit
        "999 016-61 37",  # one number is grouped with one sign
        "99901661370",
        "£9990166137",
        "sections 1.2 1.3 1.4 1.5 1.6",
    ],
)
def test_what_is_no_nhs_number(text: str) -> None:
    assert kinds(f"Seen: {text} on the page") == []


@try_each(
    "number",
    [
        "QQ 12 34 56 C",
        "QQ123456C",
        "QQ 123 456 C",
        "QQ123 456C",
        "QQ/12/34/56/C",
        "QQ.12.34.56.C",
        "QQ–12–34–56–C",
        "Q Q 12 34 56 C",
        "JG 12 34 56",
        "JG-12-34-56",
        "qq 12 34 56 c",
    ],
)
def test_national_insurance_numbers(number: str) -> None:
    assert kinds(f"He gave me {number} today") == [("national-insurance-number", number)]


@try_each("said", ["NI", "nino:", "HMRC asked for", "P45 had", "Payroll needs"])
def test_without_their_last_letter_where_it_is_said(said: str) -> None:
    assert kinds(f"{said} QQ123456 today") == [("national-insurance-number", "QQ123456")]


@pytest.mark.parametrize("text", ["Job ref JG123456", "on 12 11 26 a client came", "QQ 1234 56"])
def test_what_is_no_national_insurance_number(text: str) -> None:
    assert kinds(text) == []


@try_each(
    ("kind", "said", "number"),
    [
        ("passport-number", "Right to work: passport", "123456789"),
        ("passport-number", "Passport no.", "123 456 789"),
        ("passport-number", "her Irish passport is", "PA1234567"),
        ("passport-number", "passport, number", "12AB34567"),
        ("driving-licence-number", "Took a copy of", "MORGA657054SM9IJ"),
        ("driving-licence-number", "Seen:", "OKAFO 852099 A99CD"),
        ("driving-licence-number", "Seen:", "lee99-701010-jq9ab"),
        ("driving-licence-number", "Northern Irish licence", "12345678"),
        ("number-plate", "Parked:", "AB51 CDE"),
        ("number-plate", "Parked:", "AB51CDE"),
        ("number-plate", "Parked:", "NO57 XYZ"),
        ("number-plate", "Parked:", "P123 XYZ"),
        ("number-plate", "Parked:", "XYZ 123P"),
        ("number-plate", "Parked:", "AIZ 4821"),
        ("number-plate", "Car reg", "ab51 cde"),
        ("number-plate", "car reg", "ABC 12"),
        ("postcode", "Lives near", "GIR 0AA"),
        ("postcode", "Lives near", "gir0aa"),
        ("phone-number", "New mobile", "07700/900123"),
        ("date-of-birth", "dob", "14031981"),
        ("e-mail-address", "Write to", "sarah@example.com"),
        ("e-mail-address", "Write to", "sarah @ example.com"),
        ("e-mail-address", "Write to", "sarah(at)example.com"),
        ("e-mail-address", "Write to", "sarah at example dot com"),
    ],
)
def test_other_numbers_and_addresses(kind: str, said: str, number: str) -> None:
    assert kinds(f"{said} {number} for the job") == [(kind, number)]


@try_each(
    "text",
    [
        "Order 123456789 for the boots",  # nothing says that it is a passport's
        "Invoice 12345678 was paid",
        "BUS 12A to the depot",
        "Care Act 2014 and the A454 and M6",
        "Room B12 and unit 3.13",
        "12 NOV to 18 DEC",
        "at12 and then by bus",
        "AT12 AND 14",
        "Applied at indeed.com",
        "Version 14031981 of the form",
    ],
)
def test_numbers_that_are_nobodys(text: str) -> None:
    assert kinds(text) == []
