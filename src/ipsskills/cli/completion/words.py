"""Names as words that can be completed: one word, free of anything a shell would act on.

A name is somebody's input, perhaps a colleague's in a shared record. Its words are joined by
hyphens, which `match_names` reads as blanks; words with other signs in them are left out. What
remains is offered only where it means that one person.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from ipsskills.folding import drop_apostrophes, drop_invisible, fold_name, is_in_word, unaccent
from ipsskills.usecases.people.matching import match_names, sort_words


class NameWords:
    """Everybody's names by id; ``survivor`` returns the id that stands for a person."""

    def __init__(self, names: Mapping[str, str], survivor: Callable[[str], str]) -> None:
        self._names = names
        self._survivor = survivor
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        for each, name in names.items():
            self._whole[fold_name(name)].add(survivor(each))
            self._words[sort_words(name)].add(survivor(each))

    def offer(self, person: str, typed: str) -> str | None:
        """Return the word that goes on from what was typed and means this person, or None."""
        for word in _go_on(self._names[person], typed):
            if self._find(word) == {self._survivor(person)}:
                return word
        return None

    def _find(self, word: str) -> set[str]:
        """Return whom a word means, as `match_names` says; a whole name is looked up."""
        return (
            self._whole.get(fold_name(word))
            or self._words.get(sort_words(word))
            or set(map(self._survivor, match_names(self._names, word)))
        )


def say_whole(name: str, word: str) -> str:
    """Return a name to show beside the word it was completed to; "" where it tells nothing more.

    Nor is one shown that holds signs a shell would act on.
    """
    clear = all(sign in " '\u2019.,-" or is_in_word(sign) for sign in name)
    return name if clear and name != word.replace("-", " ") else ""


def _go_on(name: str, typed: str) -> Iterator[str]:
    """Yield the words that a name can be completed to, begun with any word of it.

    Where a blank was typed, within quotes, blanks stand for hyphens; where accents were left out,
    they stay out. What was typed otherwise than the word has it (an apostrophe) stays as it is.
    """
    words = _safe_words(name)
    glue = " " if " " in typed else "-"
    begun = drop_apostrophes(typed).casefold().replace(" ", "-")
    for at in range(len(words)):
        whole = glue.join(words[at:] + words[:at])
        for spelt in (whole, unaccent(whole)):
            if spelt.casefold().replace(" ", "-").startswith(begun):
                goes_on = spelt.casefold().startswith(typed.casefold())
                yield spelt if goes_on else typed + spelt[len(begun) :]
                break


def _safe_words(name: str) -> list[str]:
    """Return the words of a name that hold nothing but letters and digits, parted at hyphens."""
    plain = unicodedata.normalize("NFC", drop_apostrophes(drop_invisible(name)))
    words = (word.rstrip(",").replace(".", "") for word in plain.split())
    safe = (word for word in words if all(sign == "-" or is_in_word(sign) for sign in word))
    return [part for word in safe for part in word.split("-") if part[:1].isalnum()]
