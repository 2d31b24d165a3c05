"""``ipsskills share out -o FILE.pdf``: a page for somebody who has no ipsskills."""

from collections.abc import Mapping
from pathlib import Path

from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

PAGE_ENDINGS = (".pdf", ".docx")
"""The endings of files that are read, and taken in nowhere."""


def refuse_for_page(given: Mapping[str, object]) -> None:
    """Raise UsageError where an option was given, by its name, that no page is made by."""
    if names := [name for name, value in given.items() if value]:
        raise UsageError(
            f"{names[0]} is for files that are taken in; a page cannot do it.",
            "Leave it out, or write a .txt file.",
        )


def send_page(
    place: context.Place,
    person: str | None,
    to: str | None,
    options: PageOptions,
    path: Path,
    *,
    with_details: bool,
) -> None:
    """Write a page about somebody for somebody, and keep that it was sent. Raises UsageError."""
    from hashlib import sha256

    from ipsskills.pages.compose.sharing.planned import say_on_hold
    from ipsskills.pages.compose.sharing.sent_page import compose_sent_page
    from ipsskills.usecases.sharing.sent_page import keep_page_sent, read_sent_page

    if to is None:
        raise UsageError("A page is for somebody.", "Say for whom, as in: --to Lee")
    with context.desk(place, write=True, begin=False) as desk:
        sent = read_sent_page(desk, person, to, with_details=with_details)
        notices = [said] if (said := say_on_hold(sent.on_hold)) else []
        show_page("share out", sent, compose_sent_page(sent), options, notices=notices)
        keep_page_sent(desk, sent, sha256(path.read_bytes()).hexdigest())
