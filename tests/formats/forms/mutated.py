"""Spoils filled forms by chance: each is read whole or refused plainly, and nothing else happens.

``python -m tests.formats.forms.mutated --forms 500`` prints what became of that many, the longest
time that one took, and the most memory.
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from ipsskills.codes import Role
from ipsskills.errors import IpsSkillsError
from ipsskills.formats.forms.files import read_form_file
from ipsskills.formats.forms.filled import write_filled
from ipsskills.framework.load import load
from ipsskills.record.store import open_store
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.people.introduce import introduce
from tests.conftest import Clock
from tests.formats.forms.workbooks import FILLED, fill, make
from tests.usecases.builders import me
from tests.words import meant

_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1e308,
    "",
    "\x00",
    "\ud800",
    "x" * 100_000,
    [],
    {},
    [[]],
    "=1+1",
    "3.1",
)


def mutate_bytes(kept: bytes, draw: random.Random) -> bytes:
    """Return bytes with some changed, cut off, doubled, or put in."""
    spoilt = bytearray(kept)
    for _ in range(draw.choice((1, 3, 20))):
        at = draw.randrange(len(spoilt) or 1)
        match draw.randrange(4):
            case 0:
                spoilt[at : at + 1] = bytes([draw.randrange(256)])
            case 1:
                del spoilt[at : at + draw.randrange(1, 200)]
            case 2:
                spoilt[at:at] = spoilt[at : at + draw.randrange(1, 200)]
            case _:
                spoilt[at:at] = draw.randbytes(draw.randrange(1, 40))
    return bytes(spoilt)


def mutate_data(data: Any, draw: random.Random) -> Any:
    """Return plain data with one value of it, anywhere, put in another's place or taken out."""
    places = list(_list_places(data))
    parent, key = draw.choice(places)
    match draw.randrange(3):
        case 0:
            del parent[key]
        case 1:
            parent[key] = draw.choice(_ODD)
        case _:
            other, its = draw.choice(places)
            parent[key] = json.loads(json.dumps(other[its])) if its in _keys(other) else None
    return data


def _keys(parent: Any) -> Any:
    return parent if isinstance(parent, dict) else range(len(parent))


def _list_places(data: Any) -> Iterator[tuple[Any, Any]]:
    for key in list(_keys(data)) if isinstance(data, dict | list) else ():
        yield data, key
        yield from _list_places(data[key])


def mutate_parts(packed: bytes, draw: random.Random) -> bytes:
    """Return a workbook of which one part is spoilt, while the packing is sound."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = draw.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutate_bytes(part, draw) if name == chosen else part)
    return out.getvalue()


def list_spoilt(folder: Path, desk: Desk, count: int, seed: int) -> Iterator[Path]:
    """Write so many spoilt forms, of each kind in turn, and yield where each is."""
    draw = random.Random(seed)
    book = fill(make(desk), folder / "whole.xlsx", FILLED).read_bytes()
    whole = read_form_file(folder / "whole.xlsx", desk.framework)
    plain = {"ipsskills": 1, "what": "form", "form": write_filled(replace(whole, version=1))}
    text = json.dumps(plain)
    ways: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("xlsx", lambda: mutate_bytes(book, draw)),
        ("xlsx", lambda: mutate_parts(book, draw)),
        ("json", lambda: json.dumps(mutate_data(json.loads(text), draw)).encode()),
        ("json", lambda: mutate_bytes(text.encode(), draw)),
    )
    for number in range(count):
        ending, spoil = ways[number % len(ways)]
        path = folder / f"{number}.{ending}"
        path.write_bytes(spoil())
        yield path


def try_forms(desk: Desk, folder: Path, count: int, seed: int = 0) -> tuple[Counter[str], float]:
    """Take spoilt forms in; return what became of them, and the longest time in seconds.

    Raises AssertionError where a form that was refused has changed the record.
    """
    ada, told, longest = me(desk), Counter[str](), 0.0
    for path in list_spoilt(folder, desk, count, seed):
        before, began = _count(desk), time.perf_counter()
        try:
            read = read_form_file(path, desk.framework)
            looked_at = [replace(each, note=meant(each.note)) for each in read.answers]
            taken = take_form(desk, replace(read, answers=tuple(looked_at)), ada)
            told[taken.outcome] += 1
        except IpsSkillsError:
            told["refused"] += 1
            assert _count(desk) == before, path
        longest = max(longest, time.perf_counter() - began)
        path.unlink()
    return told, longest


def _count(desk: Desk) -> int:
    with desk.store.reading() as work:
        return len(work.everything())


def main() -> None:
    """Try as many forms as are asked for, and print what became of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--forms", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    asked, clock = parser.parse_args(), Clock()
    with (
        tempfile.TemporaryDirectory() as name,
        open_store(Path(name) / "record.db", clock(), write=True) as store,
    ):
        nobody = Desk(load(), store, clock)
        ada = introduce(nobody, "Ada Example", Role.EMPLOYMENT_SPECIALIST)
        told, longest = try_forms(replace(nobody, me=ada.id), Path(name), asked.forms, asked.seed)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{dict(told)}; longest {longest:.2f} s; {most:.0f} MB at most\n")


if __name__ == "__main__":
    main()
