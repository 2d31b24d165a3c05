"""The list of words and names: it is sorted, it is found in, and it is light."""

import zlib
from pathlib import Path

from ipsskills.privacy.client_detail.lists import lexicon
from ipsskills.privacy.client_detail.lists.lexicon import look_up
from tests.cases import try_each

LIST = Path(lexicon.__file__).with_name("words.z")


def read_lines() -> list[str]:
    return zlib.decompress(LIST.read_bytes()).decode().split("\n")


def test_it_is_sorted_and_every_mark_is_known() -> None:
    before, *lines, after = read_lines()
    assert (before, after) == ("", "")
    assert lines == sorted(lines)
    entries, marks = zip(*(line.split("\t") for line in lines), strict=True)
    assert len(set(entries)) == len(entries)
    assert set("".join(marks)) == set("GSbgpsvw")
    assert all(entry == entry.casefold() for entry in entries)


def test_every_hundredth_entry_and_the_first_and_last_are_found() -> None:
    lines = read_lines()[1:-1]
    for line in (*lines[::100], lines[-1]):
        entry, marks = line.split("\t")
        assert look_up(entry) == marks


@try_each(
    ("word", "marks"),
    [
        ("agnieszka", "G"),
        ("okonkwo", "S"),
        ("mason", "GSw"),
        ("although", "w"),
        ("milton keynes", "p"),
        ("tesco", "b"),
        ("xqzt", ""),
        ("", ""),
        ("okonkw", ""),
        ("okonkwoo", ""),
        ("\t", ""),
        ("\n", ""),
        ("zzzzzz", ""),
        ("é", ""),
    ],
)
def test_what_it_says(word: str, marks: str) -> None:
    assert look_up(word) == marks


def test_it_is_small_on_the_disk() -> None:
    assert LIST.stat().st_size < 600_000
