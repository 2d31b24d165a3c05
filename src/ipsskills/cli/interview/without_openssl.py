"""Leaves OpenSSL out of what the screen's library loads; nothing on a screen needs it.

asyncio looks for TLS, and wcwidth for tokens drawn by chance: either links OpenSSL, which takes a
third as long as all of Typer, before the first question. Both are made to do without.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

_OPENSSL = ("ssl", "_hashlib")
_SHA2 = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
_OWN_HASHES = ("_md5", "_sha1", "_sha3", "_blake2", *_SHA2)


@contextmanager
def without_openssl() -> Iterator[None]:
    """Let imports go on as where Python was built without OpenSSL; afterwards it can be loaded.

    ``hashlib`` goes by Python's own hashes then, which give the same; where a system has left those
    out of its Python, nothing changes.
    """
    modules: Any = sys.modules  # None stands in it for what cannot be imported
    hidden = [name for name in _OPENSSL if name not in modules] if _has_own_hashes() else []
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del modules[name]


def _has_own_hashes() -> bool:
    return all(map(find_spec, _OWN_HASHES))
