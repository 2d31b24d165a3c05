"""What is compared as the same text, and what tells two names apart."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.folding import (
    fold,
    fold_name,
    is_control,
    is_in_word,
    spell_same,
    tidy_name,
    unaccent,
)
from tests.cases import try_each


@try_each(
    ("text", "folded"),
    [
        ("Siobhán O’Neill", "siobhan oneill"),
        ("O'Brien", "obrien"),
        ("OʼBrien", "obrien"),
        ("O`Brien", "obrien"),
        ("İbrahim Işık", "ibrahim isik"),
        ("ıbrahim", "ibrahim"),
        ("J.R. Ward", "jr ward"),
        ("Łukasz Żak", "lukasz zak"),
        ("Øystein Ås", "oystein as"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        (unicodedata.normalize("NFD", "Zoë"), "zoe"),
        ("Ｚｏｅ", "zoe"),
        ("two  \t blanks", "two blanks"),
        ("no\u200bwidth", "nowidth"),
        ("3.8", "3.8"),
        ("1:50)", "1:50)"),
        ("one-to-one", "one-to-one"),
        ("हिन्दी", "हिन्दी"),
        ("李 明", "李 明"),
        ("", ""),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@try_each(
    ("name", "folded"),
    [
        ("Byron, Ada", "byron ada"),
        ("Anne-Marie Dupont", "anne marie dupont"),
        ("Anne–Marie", "anne marie"),
        ("D'Arcy (Deputy)", "darcy deputy"),
        ("हिन्दी-क", "हिन्दी क"),
        ("😀", ""),
        ("a\x07b", "a\x07b"),
        ("é\x07b", "e\x07b"),
    ],
)
def test_a_name_is_its_words(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@try_each(
    ("one", "two"),
    [
        ("Ada Byron", "ADA BYRON"),
        ("Ada Byron", "Ada  Byron "),
        ("Ada Byron", "Ada\u00a0Byron"),
        ("Ada Byron", "A\u200bda Byron\ufeff"),
        ("Ada Byron", "Ada\tByron"),
        ("Pat O'Brien", "Pat O’Brien"),
        ("İbrahim", "ibrahim"),
        ("Zoë", unicodedata.normalize("NFD", "zoë")),
        ("Ａｄａ", "ada"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert spell_same(one) == spell_same(two)


@try_each(
    ("one", "two"), [("José", "Jose"), ("Ada Byron", "AdaByron"), ("Ada", "Ada B."), ("Al", "A l")]
)
def test_names_of_two(one: str, two: str) -> None:
    assert spell_same(one) != spell_same(two)


@try_each(
    ("typed", "kept"),
    [
        ("  Ada \u00a0 Byron ", "Ada Byron"),
        ("Ada\u200b \u202eByron", "Ada Byron"),
        ("نیک\u200cپی", "نیک\u200cپی"),
        ("👩🏽\u200d💻", "👩🏽\u200d💻"),
        ("two\nlines", "two\nlines"),
        ("O’Brien", "O’Brien"),
    ],
)
def test_a_name_is_kept_tidy(typed: str, kept: str) -> None:
    assert tidy_name(typed) == kept


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)
    assert spell_same(tidy_name(text)) == spell_same(text)
    assert all(sign == " " or is_in_word(sign) or is_control(sign) for sign in fold_name(text))
    assert unaccent(unaccent(text)) == unaccent(text)
