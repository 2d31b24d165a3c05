"""Whom a typed name means among many: the one rule, for every command and for completion.

Pure: names by id in, ids out. What is typed may be any part of a name, its words in any order.
"""

from collections.abc import Callable, Mapping, Sequence

from ipsskills.folding import fold_name, spell_same

Names = Mapping[str, str]
"""What people are called, by their ids."""

_CLOSE = 3


def match_names(names: Names, typed: str) -> list[str]:
    """Return the ids of those whom a typed name may mean; the closest kind of fit counts.

    That is: the id or the very name; the name in another spelling; its words in any order; a part
    of it as typed; parts of its words in any order; the same with blanks left out ("JR Ward" for
    "J. R. Ward").
    """
    if typed.strip() in names:
        return [typed.strip()]
    wanted = fold_name(typed)
    words = wanted.split()
    near = _list_near(names, lambda name: all(word in name for word in words)) or _list_near(
        names, lambda name: all(word in name.replace(" ", "") for word in words)
    )
    return (
        _match_exactly(names, near, typed)
        or [each for each in near if wanted and wanted in fold_name(names[each])]
        or (near if wanted else [])
    )


def match_words(names: Names, typed: str) -> list[str]:
    """Return the ids of those whose name holds every word that was typed, whole.

    For where other words may stand as well: "a colleague" is no part of anybody's name.
    """
    if typed.strip() in names:
        return [typed.strip()]
    words = set(fold_name(typed).split())
    near = _list_near(names, lambda name: words <= set(name.split()))
    return _match_exactly(names, near, typed) or (near if words else [])


def is_name_of(typed: str, name: str) -> bool:
    """Whether words may mean a full name: every one of them stands there, whole."""
    words = set(fold_name(typed).split())
    return bool(words) and words <= set(fold_name(name).split())


def find_same(names: Names, name: str) -> list[str]:
    """Return the ids of those who have this very name, however it is spelt; the same letters first.

    Neither case nor blanks nor signs that nobody sees tell two names apart.
    """
    wanted = spell_same(name)
    same = [each for each, known in names.items() if spell_same(known) == wanted]
    return sorted(same, key=lambda each: names[each] != name)


def find_close(names: Names, typed: str) -> list[str]:
    """Return up to three names that are spelt nearly like what was typed, the closest first."""
    from difflib import get_close_matches  # only where nobody was found

    spelt = {fold_name(name): name for name in names.values()}
    words = {word: name for folded, name in spelt.items() for word in folded.split()}
    near = get_close_matches(fold_name(typed), [*spelt, *words], n=_CLOSE)
    return list(dict.fromkeys((words | spelt)[each] for each in near))


def _list_near(names: Names, fits: Callable[[str], bool]) -> list[str]:
    """Return the ids of those whose folded name fits."""
    return [each for each, name in names.items() if fits(fold_name(name))]


def _match_exactly(names: Names, near: Sequence[str], typed: str) -> list[str]:
    """Return the ids of those ``near`` who are called just so: their whole name was typed."""
    asked = typed.strip()
    return (
        [each for each in near if asked and names[each] == asked]
        or _alike(names, near, typed, spell_same)
        or _alike(names, near, typed, fold_name)
        or _alike(names, near, typed, sort_words)
    )


def _alike(
    names: Names, among: Sequence[str], typed: str, spell: Callable[[str], str]
) -> list[str]:
    wanted = spell(typed)
    return [each for each in among if wanted and spell(names[each]) == wanted]


def sort_words(name: str) -> str:
    """Return the folded words of a name in the order of the alphabet: surname first or last."""
    return " ".join(sorted(fold_name(name).split()))
