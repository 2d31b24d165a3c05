"""Finds closed files in a text: a file, a mail with one pasted in or attached, a reply to a reply.

Mail programs quote, wrap lines anew and put signatures round it; none of that is in the alphabet
that closed files are written in, so it is taken off again. Anything else in between is damage.
"""

import re

from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.armour import BEGIN, END, wrap
from ipsskills.formats.exchange.sealed import refuse_too_large

# What quoting and wrapping put between two words or two lines.
_BETWEEN = r"[\s>|\u00a0\u200b\ufeff]"


def _loosely(marker: str) -> str:
    return (_BETWEEN + "+").join(map(re.escape, marker.split(" ")))


_STARTS = re.compile(_loosely(BEGIN))
_ENDS = re.compile(_loosely(END))
_PUT_BETWEEN = re.compile(_BETWEEN + "+")
_ARMOUR = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_HEADERS = re.compile(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\n")


def find_blocks(text: str) -> tuple[str, ...]:
    """Return each closed file in a text, once, as armoured text of its own; none is no fault.

    Raises InvalidInput for one that does not end, or that holds what does not belong there.
    """
    refuse_too_large(len(text))
    found = (block for part in list_texts(text) for block in _find_in(part))
    return tuple(dict.fromkeys(found))


def list_texts(text: str) -> tuple[str, ...]:
    """Return the texts in a mail that was saved as a file, or else the text itself."""
    return tuple(_parts_of_mail(text)) or (text,)


def _find_in(text: str) -> list[str]:
    found, place = list[str](), 0
    while start := _STARTS.search(text, place):
        end = _ENDS.search(text, start.end())
        if end is None:
            raise InvalidInput(
                "A part of it is missing: it has a beginning and no end. Nothing was changed.",
                "Copy it again, from the line with BEGIN to the line with END.",
            )
        found.append(_tidy(text[start.end() : end.start()]))
        place = end.end()
    return found


def _tidy(body: str) -> str:
    """Return a block as it was before a mail program had it."""
    plain = _PUT_BETWEEN.sub("", body)
    if not _ARMOUR.fullmatch(plain):
        raise InvalidInput(
            "Something stands in it that does not belong there. Nothing was changed.",
            "Ask for it as an attachment, or copy it again.",
        )
    return wrap(plain)


def _parts_of_mail(text: str) -> list[str]:
    """Return the texts in a mail that was saved as a file: its body, and what is attached."""
    tidy = text.lstrip("\ufeff \n\r\t").replace("\r\n", "\n")
    if not _HEADERS.match(tidy):
        return []
    import email
    import email.policy

    mail = email.message_from_string(tidy, policy=email.policy.compat32)
    payloads = (part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart())
    return [each.decode("utf-8", "replace") for each in payloads if isinstance(each, bytes)]
