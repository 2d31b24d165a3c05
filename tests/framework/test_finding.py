"""Words as a search compares them, and places in the order that the rule gives them."""

from datetime import date

from ipsskills.doing import do
from ipsskills.framework.finding.asking import read_asked
from ipsskills.framework.finding.collecting import Collected, PlaceText
from ipsskills.framework.finding.everyday import Everyday, SearchWords, StatementWords
from ipsskills.framework.finding.index import make_index
from ipsskills.framework.finding.ranking import find_spot, rank
from ipsskills.framework.finding.shapes import Findable, Index, PlaceKind, Where, open_passage
from ipsskills.framework.finding.stems import join_pairs, list_told, stem
from tests.cases import try_each


@try_each(
    ("words", "root"),
    [
        (("worries", "worried", "worry"), "worri"),
        (("visit", "visits", "visited", "visiting"), "visit"),
        (("disclose", "discloses", "disclosed", "disclosing"), "disclos"),
        (("stop", "stops", "stopped", "stopping"), "stop"),
        (("lose", "lost", "losing"), "los"),
        (("local", "locally"), "local"),
        (("box", "boxes"), "box"),
        (("stress", "stresses", "stressed"), "stress"),
        (("bus", "buses"), "bus"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...], root: str) -> None:
    assert {stem(word) for word in words} == {root}


@try_each("word", ["is", "pip", "3.8", "this", "status", "king", "red", "early"])
def test_short_words_and_no_words_keep_their_ends(word: str) -> None:
    assert stem(word).startswith(word[:4].rstrip("y"))


def test_words_that_say_nothing_are_left_out_if_others_do() -> None:
    assert list_told("What does the fit note mean?") == ["fit", "note"]
    assert list_told("what is it") == ["what", "is", "it"]
    assert join_pairs(["job", "centre", "and", "wage"]) == ["jobcentre"]


def place(name: str, *texts: tuple[Where, str]) -> Collected:
    found = Findable(kind=PlaceKind.UNIT, id=name, title=name, verb="framework show", words=(name,))
    return Collected(found, tuple(PlaceText(part, text) for part, text in texts))


def index_of(*places: Collected, same: tuple[tuple[str, ...], ...] = ()) -> Index:
    typed = SearchWords(
        version="1",
        reviewed=date(2026, 11, 30),
        same=same,
        places=(Everyday(at="unit A", words=("gaffer talk",)),),
    )
    return make_index(places, typed)


WORDS = index_of(
    place("A", (Where.NAME, "Telling an employer"), (Where.STATEMENT, "Weigh who is told.")),
    place("B", (Where.NAME, "Lunch"), (Where.STATEMENT, "Telling an employer about lunch breaks.")),
    place("C", (Where.NAME, "Breaks"), (Where.REFLECTION, "When did an employer hear of lunch?")),
    place("D", (Where.NAME, "Else"), (Where.STATEMENT, "Forklifts."), (Where.TOPIC, "wages")),
    same=(("boss", "employer"), ("rest hours", "breaks")),
)


def order(typed: str) -> list[str]:
    found = rank(WORDS, read_asked(WORDS, typed), lambda passage: passage.part is Where.TOPIC)
    return [WORDS.places[each.place].id for each in found]


@try_each(
    ("typed", "places"),
    [
        ("telling an employer", ["A", "B", "C"]),  # its name, a statement, a mention of one word
        ("breaks", ["C", "B"]),
        ("lunch breaks", ["B", "C"]),  # both stand together in a statement; else one in a name
        ("gaffer", ["A"]),  # an everyday word
        ("boss", ["A", "B", "C"]),  # another word for the same thing
        ("rest hours", ["C", "B"]),
        ("forklift", ["D"]),
        ("forklfit", ["D"]),
        ("fork", ["D"]),
        ("wages", []),  # left out
        ("nothing", []),
        ("", []),
    ],
)
def test_places_stand_by_the_rule(typed: str, places: list[str]) -> None:
    assert order(typed) == places


def test_a_small_verb_says_little_beside_another_word() -> None:
    index = index_of(
        place("A", (Where.NAME, "Else"), (Where.STATEMENT, "Find words for an employer.")),
        place("B", (Where.NAME, "Employers"), (Where.STATEMENT, "Go out.")),
        place("C", (Where.NAME, "Lunch"), (Where.STATEMENT, "Find breaks.")),
    )

    def order_of(typed: str) -> list[str]:
        found = rank(index, read_asked(index, typed), lambda _: False)
        return [index.places[each.place].id for each in found]

    assert order_of("how do I find employers")[:2] == ["B", "A"]
    assert order_of("find") == ["A", "C"]


def test_what_everyday_words_lead_to_is_shown_first_where_it_may_be() -> None:
    text = (Where.STATEMENT, "Weigh the gaffer's lunch talk.")
    told = Collected(
        place("A").place,
        (PlaceText(*text), PlaceText(Where.STATEMENT, "Say no.", 1, "A/no"), PlaceText(*text)),
    )
    words = StatementWords(at="unit A", statement="A/no", words=("gaffer talk",))
    typed = SearchWords(
        version="1", reviewed=date(2026, 11, 30), same=(), places=(), statements=(words,)
    )
    index = make_index([place("Z", (Where.STATEMENT, "Lunch.")), told], typed)

    def shown(asked: str, *, may: bool = True) -> list[int]:
        (found,) = rank(index, read_asked(index, asked), lambda _: False, lambda _: may)
        return [*found.passages]

    assert shown("gaffer talk") == [2, 1, 3]
    assert shown("a gaffer talks") == [2, 1, 3], "forms and small words make no difference"
    assert shown("gaffer talk", may=False)[:1] != [2]
    assert shown("weigh gaffer talk")[:2] == [1, 3], "only where it is just what was typed"


def test_the_spot_is_where_most_stands_together() -> None:
    text = f"Lunch. {'And so on. ' * 20}An employer talks of lunch."
    assert find_spot(text, read_asked(WORDS, "lunch employer")) == text.index("employer")
    assert find_spot(text, read_asked(WORDS, "forklift")) == 0


def test_a_place_opens_with_its_command() -> None:
    assert open_passage(WORDS.places[0], WORDS.passages[0]) == do("framework show", "A")
