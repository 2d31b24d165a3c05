"""The one word that a name is completed to: safe in any shell, and meaning that person."""

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.cli.completion.words import NameWords, say_whole
from ipsskills.usecases.people.matching import match_names
from tests.cases import try_each

UNSAFE = set("$`\\\"'!*?[]{}()<>|&;#~=%^/:,@+ \t\n\0")


def words(*names: str) -> NameWords:
    return NameWords({name: name for name in names}, lambda person: person)


@try_each(
    ("name", "typed", "word"),
    [
        ("Ada Byron", "", "Ada-Byron"),
        ("Ada Byron", "ada", "Ada-Byron"),
        ("Ada Byron", "ada-b", "Ada-Byron"),
        ("Ada Byron", "Ada B", "Ada Byron"),
        ("Ada Byron", "by", "Byron-Ada"),
        ("Ada Byron", "Byron A", "Byron Ada"),
        ("Ada Byron", "x", None),
        ("Pat O'Brien", "pat", "Pat-OBrien"),
        ("Pat O’Brien", "Pat O'B", "Pat O'Brien"),
        ("Pat O’Brien", "Pat O’B", "Pat O’Brien"),
        ("Pat O'Brien", "OB", "OBrien-Pat"),
        ("Zoë Straße", "zo", "Zoë-Straße"),
        ("Zoë Straße", "zoe", "Zoe-Strasse"),
        ("İbrahim Ünal", "ibr", "Ibrahim-Unal"),
        ("J. R. Ward", "j", "J-R-Ward"),
        ("J.R. Ward", "jr", "JR-Ward"),
        ("Anne-Marie Dupont", "anne-m", "Anne-Marie-Dupont"),
        ("Anne-Marie Dupont", "Anne-Marie D", "Anne-Marie Dupont"),
        ("Byron, Ada", "by", "Byron-Ada"),
        ("李 明", "李", "李-明"),
        ("हिन्दी क", "ह", "हिन्दी-क"),
        ("Eve $(touch x)", "ev", "Eve"),
        ("Eve $(touch x)", "$", None),
        ("`touch x`", "", "touch-x"),
        ("$(reboot)", "", None),
        ("-rf Dash", "", "rf-Dash"),
        ("--help", "", "help"),
        ("😀 😀", "", None),
        ("A\u202eda Byron", "ada", "Ada-Byron"),
    ],
)
def test_the_word_for_a_name(name: str, typed: str, word: str | None) -> None:
    assert words(name, "Somebody Else").offer(name, typed) == word


def test_a_word_that_would_mean_another_is_not_offered() -> None:
    both = words("Lee Kim", "Kim Lee")
    assert (both.offer("Lee Kim", "lee"), both.offer("Kim Lee", "lee")) == ("Lee-Kim", None)
    alike = words("José Lima", "Jose Lima")
    assert (alike.offer("José Lima", "jos"), alike.offer("Jose Lima", "jos")) == (None, None)
    short = words("Sam", "Sam Example", "Samuel $x")
    assert (short.offer("Sam", "s"), short.offer("Sam Example", "s")) == ("Sam", "Sam-Example")
    assert short.offer("Samuel $x", "s") == "Samuel"
    assert words("Sam $x", "Sam $y").offer("Sam $x", "s") is None


def test_one_person_of_two_names_is_no_other() -> None:
    both = NameWords({"1": "Ada Byron", "2": "Byron, Ada"}, lambda _: "1")
    assert both.offer("1", "a") == "Ada-Byron"


@try_each(
    ("name", "word", "shown"),
    [
        ("Ada Byron", "Ada-Byron", ""),
        ("Ada Byron", "Byron-Ada", "Ada Byron"),
        ("Pat O’Brien", "Pat-OBrien", "Pat O’Brien"),
        ("Eve $(touch x)", "Eve", ""),
        ("Eve\x1b[2J", "Eve", ""),
    ],
)
def test_the_name_is_shown_where_it_tells_more_and_is_safe(
    name: str, word: str, shown: str
) -> None:
    assert say_whole(name, word) == shown


NAME = st.text(min_size=1, max_size=20) | st.text(
    alphabet=[*"abAB -'’.$`;!*", "é", "ß"], min_size=1, max_size=12
)


@given(st.lists(NAME, min_size=1, max_size=4, unique=True), st.data())
def test_whatever_they_are_called_the_word_is_safe_and_means_them(
    names: list[str], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(names))
    word = words(*names).offer(name, "")
    if word is not None:
        assert not UNSAFE & set(word), word
        assert word.isprintable()
        assert not word.startswith("-")
        assert match_names({each: each for each in names}, word) == [name]
