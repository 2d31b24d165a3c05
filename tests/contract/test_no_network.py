"""The program opens no connection: nothing of ours imports what could, and pages do without."""

import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from checks.source import list_imports, read_source

from tests.conftest import Ran

COULD = {
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
    *("requests", "httpx", "aiohttp", "urllib3"),
}
NAMED = re.compile(rf"\b(?:{'|'.join(COULD)})\b")
HARMLESS = {"urllib.parse"}


def test_nothing_of_ours_imports_what_could_open_one() -> None:
    found = {
        (module.name, each.target)
        for module in read_source().modules
        if NAMED.search(module.text)
        for each in list_imports(module.tree)
        if each.target.split(".")[0] in COULD and not each.target.startswith(tuple(HARMLESS))
    }
    assert found == set()


@pytest.mark.parametrize(
    "words",
    [
        ("report", "-o", "page.html"),
        ("report", "-o", "page.pdf"),
        ("data", "export", "-o", "all"),
        ("framework", "check"),
    ],
    ids=" ".join,
)
def test_pages_are_made_with_every_connection_refused(
    words: tuple[str, ...], files: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a connection was tried")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert run(*words).code == 0
