"""A closed file found again in what mail programs made of it."""

import textwrap
from email.message import EmailMessage
from itertools import count

import pytest

from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.block import find_blocks
from ipsskills.formats.exchange.sealed import make_secret, public_of, seal
from tests.cases import try_each

PUBLIC = public_of(make_secret())
BLOCK = seal(bytes(range(256)) * 3, keys=[PUBLIC])
OTHER = seal(b"a second one", keys=[PUBLIC])
SIGNATURE = "-- \nAda Example\nEmployment specialist > Harbour team | 01632 960000\n"


def quote(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


def fill(text: str) -> str:
    """Fill lines up to 76 characters, as a mail program does that knows only words."""
    return "\n".join(textwrap.wrap(text, 76, break_on_hyphens=False))


def mail(*, attach: bool) -> str:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "ada@example.org", "lee@example.org", "My look"
    if attach:
        made.set_content("Here it is.\n")
        made.add_attachment(BLOCK.encode(), maintype="text", subtype="plain", filename="a.txt")
    else:
        made.set_content(f"Here it is.\n\n{BLOCK}\n{SIGNATURE}", cte="quoted-printable")
    return made.as_string()


@try_each(
    "text",
    [
        BLOCK,
        BLOCK.replace("\n", "\r\n"),
        "\ufeff" + BLOCK,
        f"Dear Lee,\n\n{BLOCK}\n{SIGNATURE}",
        quote(quote(f"Dear Lee,\n{BLOCK}\n{SIGNATURE}")),
        f"Thanks!\n{quote(f'Did it come?{chr(10)}{quote(BLOCK)}')}{SIGNATURE}",
        fill(BLOCK),
        quote(fill(f"Dear Lee, {BLOCK} {SIGNATURE}")),
        fill(quote(BLOCK)),
        quote(BLOCK).replace("> ", ">"),
        quote(BLOCK).replace("> ", "| "),
        BLOCK.replace("\n", "\n\n"),
        textwrap.indent(BLOCK, "\u00a0\t "),
        f"{BLOCK}{SIGNATURE}{quote(BLOCK)}",
        f"From: Ada\nSent: Monday\n\n{BLOCK}",
        mail(attach=False),
        mail(attach=True),
        mail(attach=True).replace("\n", "\r\n"),
    ],
)
def test_it_is_found_as_it_was(text: str) -> None:
    assert find_blocks(text) == (BLOCK,)


def test_several_are_found_each_once() -> None:
    assert find_blocks(f"{BLOCK}\nand\n{OTHER}\n{quote(BLOCK)}") == (BLOCK, OTHER)


def test_none_is_no_fault() -> None:
    assert find_blocks("Dear Lee, I forgot to attach it.") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BLOCK[:300], "a beginning and no end"),
        (BLOCK.replace("\n", "\nOn Monday, Lee wrote:\n", 4), "does not belong there"),
        (BLOCK[:120] + BLOCK, "does not belong there"),
    ],
    ids=count(),
)
def test_what_is_cut_or_mixed_is_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        find_blocks(text)
