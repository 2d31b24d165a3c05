"""The screen is loaded without OpenSSL, and whoever needs it later has it."""

import subprocess
import sys

from tests.service import surroundings

# The digest is that of FIPS 180-2, appendix B.1.
SCREEN = """
import sys
from ipsskills.cli.interview.without_openssl import without_openssl
with without_openssl():
    import ipsskills.cli.interview.screen
assert not {"ssl", "_ssl", "_hashlib"} & set(sys.modules), "OpenSSL is loaded"
import hashlib, hmac, secrets, ssl
digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
assert hashlib.sha256(b"abc").hexdigest() == digest
assert len(secrets.token_hex(4)) == 8
assert ssl.create_default_context()
"""
WHERE_PYTHON_HAS_NO_HASHES = """
import importlib.util, sys
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "_sha1" else found(name, *rest)
from ipsskills.cli.interview.without_openssl import without_openssl
with without_openssl():
    import ssl
    assert "ssl" in sys.modules
"""
ALREADY_THERE = """
import ssl, sys
from ipsskills.cli.interview.without_openssl import without_openssl
with without_openssl():
    import asyncio
assert sys.modules["ssl"] is ssl
"""


def passes(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""


def test_the_screen_is_loaded_without_it_and_afterwards_it_can_be_had() -> None:
    passes(SCREEN)


def test_where_python_has_no_hashes_of_its_own_nothing_changes() -> None:
    passes(WHERE_PYTHON_HAS_NO_HASHES)


def test_what_is_loaded_already_stays() -> None:
    passes(ALREADY_THERE)
