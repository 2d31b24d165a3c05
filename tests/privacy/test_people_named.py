"""Which words may name somebody: in any spelling, by any word of a name, rather once too often."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.privacy.people_named import match_names
from tests.cases import try_each

BEA = "Bea O\u2019Hara"
DAN = "Dan N\u00fa\u00f1ez"
NAMES = (BEA, DAN, "Ann-Marie Hope", "Li Wu", "Ng Bo", "\u0141ukasz Le\u015bniak")
PLAIN = str.maketrans("\u00fa\u00f1\u0141\u015b", "unLs")
APOSTROPHES = ("\u2019", "'", "\u2018", "`", "\u00b4", "\u02bc", "\u2032", "\uff07", "")
POSSESSIVES = ("", "'s", "\u2019s", "\u2019S", "\u00b4s", "'")
WRITTEN: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.title,
    lambda each: each.translate(PLAIN),
)


@given(
    name=st.sampled_from(NAMES),
    written=st.sampled_from(WRITTEN),
    apostrophe=st.sampled_from(APOSTROPHES),
    possessive=st.sampled_from(POSSESSIVES),
    before=st.sampled_from(("", "as ", "Mr ", "Mrs. ", "(", "with Dr ", "\u201c")),
    part=st.sampled_from((None, 0, -1)),
    after=st.sampled_from(("", " came", ", who came", ".", "\n")),
)
def test_a_name_is_found_in_every_spelling_and_by_each_word_of_it(
    name: str,
    written: Callable[[str], str],
    apostrophe: str,
    possessive: str,
    before: str,
    part: int | None,
    after: str,
) -> None:
    shown = name if part is None else name.split()[part]
    text = before + written(shown.replace("\u2019", apostrophe)) + possessive + after
    assert match_names([name], text), text


@try_each("name", NAMES)
def test_a_whole_name_is_found_in_small_letters(name: str) -> None:
    assert match_names([name], f"then {name.lower()}'s friend came")


@try_each(
    ("name", "text", "others", "named"),
    [
        ("Ben Hope", "Mr Hope complained", ["Aisha Hope"], True),  # either of the two
        ("Aisha Hope", "Mr Hope complained", ["Ben Hope"], True),
        ("Ben Hope", "Aisha Hope complained", ["Aisha Hope"], False),  # who is whole there
        ("Ben Hope", "Aisha Hope complained of Mr Hope", ["Aisha Hope"], True),
        ("Ben Hope", "HOPE, BEN", ["Aisha Hope"], True),
        ("Ben Hope", "I hope so", [], False),  # an ordinary word in small letters
        ("Ben Hope", "ben hope came", [], True),
        (DAN, "ask nunez", [], True),  # small letters, and no ordinary word
        (DAN, "Ask Nu\u0301n\u0303ez", [], True),  # accents that stand apart
        ("Li Wu", "Li was there", [], True),
        ("Li Wu", "a list of wuthering heights, li", [], False),
        ("Li Wu", "Wu Li came", ["Wu Li"], True),  # it may be the surname that stands first
        ("Ada Sample", "Adam was late", [], False),
        (BEA, "Ms O. Hara", [], True),
        ("I Khan", "I was late", [], False),
        ("\u674e\u4f0d", "\u674e\u4f0d\u6765\u4e86", [], True),  # a script without blanks
        ("Ben Hope", "", [], False),
        ("", "Anybody", [], False),
    ],
)
def test_which_words_tell_of_whom(name: str, text: str, others: list[str], named: bool) -> None:
    assert match_names([name], text, others) is named
