"""``ipsskills share out -o FILE.pdf``: a page for somebody who has no ipsskills."""

from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.output.show import say_page
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.usecases.sharing.out import ToSend

PAGE_ENDINGS = (".pdf", ".docx")
"""The endings of files that are read, and taken in nowhere."""


def send_page(place: context.Place, wanted: "ToSend", options: PageOptions, path: Path) -> None:
    """Write a page about somebody for somebody, and keep that it was sent.

    Raises UsageError where something is wanted that only files go by which are taken in.
    """
    from hashlib import sha256

    from ipsskills.pages.compose.sharing.going import compose_going
    from ipsskills.pages.compose.sharing.planned import say_on_hold
    from ipsskills.pages.compose.sharing.sent_page import compose_sent_page
    from ipsskills.usecases.sharing.sent_page import keep_page_sent, read_sent_page

    _refuse_for_page(wanted)
    with context.desk(place, write=True, begin=False) as desk:
        sent = read_sent_page(desk, wanted.who, wanted.to, with_details=wanted.details is not False)
        if not options.json:
            say_page(compose_going(sent))
        notices = [said] if (said := say_on_hold(sent.on_hold)) else []
        show_page("share out", sent, compose_sent_page(sent), options, notices=notices)
        keep_page_sent(desk, sent, sha256(path.read_bytes()).hexdigest())


def _refuse_for_page(wanted: "ToSend") -> None:
    for_files = {
        "--handover": wanted.handover,
        "--views": wanted.views,
        "--again": wanted.again,
        "--open-file": wanted.readable,
        "--passphrase": wanted.by_words,
    }
    if names := [name for name, given in for_files.items() if given]:
        raise UsageError(
            f"{names[0]} is for files that are taken in; a page cannot do it.",
            "Leave it out, or write a .txt file.",
        )
