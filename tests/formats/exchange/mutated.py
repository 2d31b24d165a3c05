"""Spoils files that are exchanged by chance: each is taken whole or refused plainly, nothing else.

``python -m tests.formats.exchange.mutated --files 1000`` prints what became of that many, the
longest time that one took, and the most memory.
"""

import argparse
import gzip
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ipsskills.errors import IpsSkillsError
from ipsskills.formats.exchange.arriving import find_arriving, open_arriving
from ipsskills.formats.exchange.bundle import Bundle, write_bundle
from ipsskills.formats.exchange.sealed import make_secret, public_of, seal
from ipsskills.framework.load import load
from ipsskills.record.columns import table_of
from ipsskills.record.types import KINDS
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.sharing.taking_in import take_in
from ipsskills.usecases.sharing.undo import undo_parcel
from tests.conftest import Clock
from tests.formats.forms.mutated import mutate_bytes, mutate_data
from tests.usecases.builders import assess, given
from tests.usecases.sharing.homes import LEE, make_two, pack

LONGEST_SECONDS = 5
MOST_MEGABYTES = 600

SECRET = make_secret()


def list_spoilt(content: Bundle, count: int, seed: int) -> Iterator[bytes]:
    """Yield so many spoilt files, each spoilt at another layer in turn: the armour, what is closed,
    what is packed, the JSON as bytes, and its values.
    """
    draw = random.Random(seed)
    whole = write_bundle(content)
    plain = gzip.decompress(whole)
    closed = seal(whole, keys=[public_of(SECRET)]).encode()

    def close(data: bytes) -> bytes:
        return seal(data, keys=[public_of(SECRET)]).encode()

    ways: tuple[Callable[[], bytes], ...] = (
        lambda: mutate_bytes(closed, draw),
        lambda: close(mutate_bytes(whole, draw)),
        lambda: close(mutate_bytes(plain, draw)),
        lambda: close(json.dumps(mutate_data(json.loads(plain), draw)).encode()),
        lambda: json.dumps(mutate_data(json.loads(plain), draw)).encode(),
    )
    for number in range(count):
        yield ways[number % len(ways)]()


def try_files(ada: Desk, lee: Desk, count: int, seed: int = 0) -> tuple[Counter[str], float]:
    """Take spoilt files in; return what became of them, and the longest time in seconds.

    Raises AssertionError where a file that was refused has changed the record.
    """
    told, longest = Counter[str](), 0.0
    content = pack(ada, to=LEE)
    take_in(lee, [content])
    undo_parcel(lee)  # the framework stays: nearly all of a file is its text
    for data in list_spoilt(replace(content, frameworks=()), count, seed):
        before, began = _count(lee), time.perf_counter()
        try:
            arrived = find_arriving(data, "file.txt")
            take_in(lee, [open_arriving(each, secrets=[SECRET]) for each in arrived])
            told["taken in"] += 1
            undo_parcel(lee)
        except IpsSkillsError:
            told["refused"] += 1
            assert _count(lee) == before
        longest = max(longest, time.perf_counter() - began)
    return told, longest


def _count(desk: Desk) -> Counter[str]:
    with desk.store.reading() as work:
        return Counter({table_of(kind): len(work.every(kind, {})) for kind in KINDS})


def main() -> int:
    """Try as many files as are asked for, and print what became of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        ada, lee = make_two(load(), Path(name), Clock())
        assess(ada, {"3.8": given("3.8", "1", note="I freeze.", shared=True)})
        told, longest = try_files(ada, lee, asked.files, asked.seed)
        ada.store.close()
        lee.store.close()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{dict(told)}; longest {longest:.2f} s; {most:.0f} MB at most\n")
    return 1 if longest > LONGEST_SECONDS or most > MOST_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
