"""One search over everything that is shipped: what is typed finds its place, however typed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from checks.search import ask_all, load_library

from ipsskills.codes import Nation
from ipsskills.doing import do
from ipsskills.facts.systems.found import FoundPassage, SearchFacts
from ipsskills.framework.finding.asking import read_asked
from ipsskills.framework.finding.everyday import (
    SEARCH_WORDS,
    load_search_words,
)
from ipsskills.framework.finding.ranking import find_spot
from ipsskills.framework.finding.shapes import Index, PlaceKind, Where
from ipsskills.framework.finding.stems import list_stems
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.finding import EXCERPT, compose_found, cut
from ipsskills.usecases.finding import (
    Library,
    list_word_faults,
    load_index,
    make_whole_index,
    search,
)
from tests.cases import try_each

TODAY = date(2026, 11, 30)
QUESTIONS = Path(__file__).with_name("questions.csv")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def index(library: Library) -> Index:
    return make_whole_index(library)


@pytest.fixture(scope="module")
def small(library: Library) -> Library:
    """A library of two units, for what is made anew of words that a test lists."""
    units = tuple(each for each in library.framework.units if each.id in ("2.1", "3.8"))
    return replace(library, framework=replace(library.framework, units=units))


def test_every_text_that_can_be_found_is_filled_in(index: Index) -> None:
    unfilled = [each.text for each in index.passages if "{" in each.text or "}" in each.text]
    assert len(index.passages) > 1000
    assert unfilled == []
    assert [place.title for place in index.places if "{" in place.title] == []


def look(
    library: Library, index: Index, words: str, *nations: Nation, every: bool = False
) -> SearchFacts:
    return search(words, index, library.framework, Standpoint(TODAY, nations), every=every)


def first(library: Library, index: Index, words: str) -> list[str]:
    return list_first(look(library, index, words))


def list_first(found: SearchFacts) -> list[str]:
    return [f"{place.kind} {place.id}" for place in found.places[:3]]


def test_what_newcomers_ask_finds_its_place_among_the_first_three(
    library: Library, index: Index
) -> None:
    asked = list(ask_all(QUESTIONS, library, index))
    missed = [each.question for each in asked if not each.hit]
    assert len(asked) == 30
    assert len(missed) <= 2, missed


@try_each(
    ("words", "place"),
    [
        ("place and train", "word Place then train"),
        ("train and place", "word Place then train"),
        ("IAPT", "word Talking Therapies"),
        ("vocational unit", "item 7"),
        ("CMHT", "unit 3.3"),
        ("job ready", "unit 3.6"),
        ("sick note", "word Fit note"),
        ("crb check", "word Criminal record check"),
        ("body odour", "unit 3.1"),
        ("whatsapp", "unit 2.1"),
        ("tax credits", "unit 3.7"),
        ("apprenticship", "unit 3.15"),
        ("jobcentre", "word Jobcentre Plus"),
        ("job centre", "word Jobcentre Plus"),
        ("benefits counselor", "word Benefits advice"),
        ("zero-hours", "word Zero hours"),
        ("gaps in cv", "unit 3.11"),
        ("autism", "unit 2.5"),
        ("working tax credit", "unit 3.7"),
        ("driving license", "unit 3.12"),
        ("social security scotland", "unit 3.7"),
        ("power of attorney", "unit 2.3"),
        ("individualized job search", "item 16"),
        ("work incentives planning", "item 12"),
        ("how often supervision", "unit 2.6"),
        ("client stops answering", "unit 3.6"),
        ("he never replies to my messages", "unit 3.6"),
        ("text from my own phone", "unit 2.1"),
        ("self disclosure", "area M10"),
        ("my first client", "unit 3.6"),
        ("first visit with a client", "unit 3.6"),
        ("client keeps cancelling on me", "unit 3.6"),
        ("he got the job now what", "unit 3.16"),
        ("when do I stop seeing somebody", "unit 3.16"),
        ("failed placement", "unit 3.16"),
        ("job finder", "item 3"),
        ("hybrid post", "item 2"),
        ("trust vacancies", "item 20"),
        ("phone calls count as employer contact", "item 17"),
        ("time to first employer contact", "word First employer contact"),
        ("stage of change", "unit 3.5"),
        *(("where do I find employers", unit) for unit in ("unit 3.12", "unit 3.13", "unit 3.15")),
        ("fit to drive", "unit 2.4"),
        ("what if a client shouts at me", "unit 2.1"),
        ("I feel out of my depth", "unit 1.5"),
        ("lone working", "unit 2.4"),
    ],
)
def test_everyday_and_retired_words_lead_to_ours(
    library: Library, index: Index, words: str, place: str
) -> None:
    assert place in first(library, index, words)


def test_between_equals_words_as_they_were_typed_come_first(library: Library, index: Index) -> None:
    places = first(library, index, "how do I contact employers")
    assert "unit 3.13" in places
    assert "unit 3.8" not in places[: places.index("unit 3.13")]


def test_a_place_named_by_just_what_was_typed_comes_before_its_equals(
    library: Library, index: Index
) -> None:
    """ "No interviews" says as much, as "no" says nothing; the very word comes first."""
    assert first(library, index, "interview")[0] == "unit 3.11"


@try_each(
    ("typed", "same"),
    [
        ("pregnant", "pregnancy"),
        ("Disclosure", "DISCLOSURE"),
        ("client's disclosure", "clients disclosure"),
        ("client’s disclosure", "client's disclosure"),
        ("cafés", "cafes"),
        ("zero-hours", "zero hours"),
        ("what is disclosure", "disclosure"),
        ("job searches", "job search"),
    ],
)
def test_how_it_is_typed_makes_no_difference(
    library: Library, index: Index, typed: str, same: str
) -> None:
    found = first(library, index, typed)
    assert found
    assert found == first(library, index, same)


@try_each(
    ("typed", "near", "place"),
    [
        ("interpretter", "interpreter", "unit 2.5"),
        ("univeral credit", "universal", "word Universal Credit"),
        ("safegaurding", "safeguarding", "unit 2.4"),
        ("confidentialty", "confidentiality", "unit 2.2"),
        ("benifits", "benefits", "unit 3.7"),
    ],
)
def test_a_slip_of_the_keyboard_is_found_and_said(
    library: Library, index: Index, typed: str, near: str, place: str
) -> None:
    found = look(library, index, typed)
    assert near in found.taken_for[0].near
    assert place in list_first(found)


def test_the_beginning_of_a_word_finds_it_without_a_guess(library: Library, index: Index) -> None:
    found = look(library, index, "apprent")
    assert found.taken_for == ()
    assert "unit 3.15" in list_first(found)


def test_what_stands_nowhere_is_named(library: Library, index: Index) -> None:
    found = look(library, index, "zzzz disclosure")
    assert found.missing == ("zzzz",)
    assert list_first(found) == first(library, index, "disclosure")
    assert look(library, index, "zzzz").places == ()


@try_each("kind", PlaceKind)
def test_every_kind_of_place_can_be_found_by_its_title(
    library: Library, index: Index, kind: PlaceKind
) -> None:
    places = [each for each in index.places if each.kind is kind]
    assert places
    missed = [
        each.title
        for each in places[:: 1 + len(places) // 10]
        if not _finds(library, index, each.title, each.id)
    ]
    assert missed == []


def _finds(library: Library, index: Index, title: str, name: str) -> bool:
    return any(each.id == name for each in look(library, index, title).places)


def test_a_note_of_another_nation_is_folded(library: Library, index: Index) -> None:
    away = look(library, index, "tribunal", Nation.ENGLAND, every=True)
    shown = [p.note for place in away.places for p in place.passages if p.note]
    assert shown
    assert all(Nation.ENGLAND in note.nations for note in shown)
    assert Nation.NORTHERN_IRELAND in away.others[0].nations
    assert look(library, index, "tribunal", every=True).others == ()


def test_the_line_around_a_hit_holds_it(library: Library, index: Index) -> None:
    for place in look(library, index, "forklift").places:
        passage = place.passages[0]
        assert passage.text[passage.at :].lower().startswith("forklift")


def test_words_that_lead_nowhere_are_named_and_passed_over(
    library: Library, small: Library, tmp_path: Path
) -> None:
    (tmp_path / SEARCH_WORDS).write_text(
        "version: '1'\nreviewed: 2026-11-30\nsame: []\nplaces:\n"
        "  - at: unit 9.9\n    words: [xyzzy]\n  - at: unit 3.8\n    words: [frobble]\n",
        encoding="utf-8",
    )
    (fault,) = list_word_faults(library, tmp_path)
    assert fault.place == "unit 9.9"
    own = make_whole_index(small, tmp_path)
    assert first(small, own, "xyzzy") == []
    assert first(small, own, "frobble") == ["unit 3.8"]


def test_every_shipped_word_leads_to_a_place(library: Library) -> None:
    assert list_word_faults(library, None) == []


def test_each_place_has_its_words_once(library: Library) -> None:
    typed = load_search_words()
    places = [each.at for each in typed.places]
    assert sorted(set(places)) == sorted(places)
    for each in typed.places:
        folded = [word.casefold() for word in each.words]
        assert sorted(set(folded)) == sorted(folded), each.at


def test_every_unit_and_area_has_everyday_words(library: Library) -> None:
    known = {each.at.split()[1] for each in load_search_words().places}
    assert {unit.id for unit in library.framework.units} <= known


@try_each("unit", ["unit 1.6", "unit 3.7"])
def test_words_on_law_and_benefits_lead_only_to_what_holds_something_on_them(
    unit: str, library: Library, index: Index
) -> None:
    """A word of each, another for the same thing, or what the glossary says of that unit."""
    place = next(n for n, each in enumerate(index.places) if f"{each.kind.value} {each.id}" == unit)
    own = [p.text for p in index.passages if p.place == place and p.part is not Where.EVERYDAY]
    terms = [each for each in library.shelf.glossary.terms if unit.split()[1] in each.units]
    held = {
        stem
        for text in (*own, *(name for each in terms for name in (each.term, *each.also, each.text)))
        for stem in list_stems(text)
    }
    (typed,) = [each for each in load_search_words().places if each.at == unit]
    assert [
        words
        for words in typed.words
        if not any(held & term.stems.keys() for term in read_asked(index, words).terms)
    ] == []


@try_each(
    ("words", "unit", "topic"),
    [
        ("settled status", "unit 3.7", "EU citizens"),
        ("pre-settled", "unit 3.7", "EU citizens"),
        ("refugee", "unit 1.6", "Asylum, refugees"),
        ("minimum income floor", "unit 3.7", "self-employment"),
        ("Motability", "unit 3.7", "Motability"),
        ("deductions from wages", "unit 3.16", "A wage that looks wrong"),
        ("savings limit", "unit 3.7", "taper"),
        ("DLA", "unit 3.7", "Older benefits"),
        ("NICE guidelines", "unit 1.2", "NICE guidance"),
        ("national guidance", "unit 1.4", "National guidance"),
        ("parole", "unit 3.8", "On licence"),
        ("licence conditions", "unit 3.8", "On licence"),
        ("probation officer", "unit 3.8", "On licence"),
        ("prison release job", "unit 3.8", "On licence"),
        ("curfew", "unit 3.8", "On licence"),
        ("asylum seeker", "unit 1.6", "Asylum"),
        ("university", "unit 3.7", "Studying"),
        ("non-dependant", "unit 3.7", "somebody else's claim"),
        ("benefit cap", "unit 3.7", "Benefit cap and earnings"),
        ("how much is sick pay", "unit 1.6", "Statutory sick pay"),
    ],
)
def test_words_on_law_show_the_note_on_them(
    words: str, unit: str, topic: str, library: Library, index: Index
) -> None:
    best = look(library, index, words).places[0]
    note = best.passages[0].note
    assert f"{best.kind} {best.id}" == unit
    assert note
    assert topic in note.topic


@try_each(
    ("words", "nations", "unit", "topic"),
    [
        ("savings", "E W S", "unit 3.7", "Universal Credit, taper and allowances"),
        ("has savings", "W", "unit 3.7", "Universal Credit, taper and allowances"),
        ("admitted", "E W S", "unit 3.7", "A stay in hospital"),
        ("probation", "NI", "unit 1.6", "Rights at work and criminal records"),
        ("holiday pay", "NI", "unit 1.6", "Rights at work and criminal records"),
        ("holiday pay", "E", "unit 1.6", "Notice and holiday pay"),
        ("crisis", "", "unit 2.4", "Where to ring in a crisis"),
        ("999", "S", "unit 2.4", "Where to ring in a crisis"),
    ],
)
def test_an_everyday_word_for_a_note_puts_that_note_first(
    words: str, nations: str, unit: str, topic: str, library: Library, index: Index
) -> None:
    best = look(library, index, words, *map(Nation, nations.split())).places[0]
    assert f"{best.kind} {best.id}" == unit
    note = best.passages[0].note
    assert note
    assert note.topic == topic


def test_behind_a_word_of_the_glossary_its_note_is_first_too(
    library: Library, index: Index
) -> None:
    word, unit, *_ = look(library, index, "child benefit", Nation.ENGLAND).places
    assert (word.kind, unit.id) == ("word", "3.7")
    assert unit.passages[0].note
    assert unit.passages[0].note.topic == "A client who lives in somebody else's claim"


@try_each(
    ("words", "nations", "told"),
    [("savings", (), True), ("savings", (Nation.WALES,), False), ("racism", (), False)],
)
def test_who_never_said_where_they_work_is_told_how_beside_a_note(
    words: str, nations: tuple[Nation, ...], told: bool, library: Library, index: Index
) -> None:
    page = compose_found(look(library, index, words, *nations), Standpoint(TODAY, nations))
    assert (repr(do("settings", "nation")) in repr(page.blocks)) is told


@try_each("words", ["probation", "holiday pay"])
def test_a_note_of_one_nation_is_not_put_first_for_who_named_none(
    words: str, library: Library, index: Index
) -> None:
    note = look(library, index, words).places[0].passages[0].note
    assert note is None or note.topic == "Notice and holiday pay"


@try_each(
    ("words", "places", "says"),
    [
        ("complaint", ["unit 2.1", "unit 2.2", "unit 3.4"], "help a client to complain"),
        ("emailed wrong person", ["unit 2.2"], "stray email"),
        ("stopped taking his meds", ["unit 1.5", "unit 3.3"], "not their usual self"),
        ("seems unwell", ["unit 1.5", "unit 3.3"], "not their usual self"),
        ("text at weekend", ["unit 2.1"], "stay friendly"),
        ("facebook", ["unit 2.1"], "stay friendly"),
        ("add client on facebook", ["unit 2.1"], "stay friendly"),
        ("asks me out", ["unit 2.1"], "tell the team leader early of attraction"),
        ("cherry picking", ["unit 3.6", "principle P2", "item 9"], "the one way in"),
        ("relapse", ["unit 1.5", "unit 3.3"], "not their usual self"),
    ],
)
def test_everyday_words_lead_to_the_statement_they_are_about(
    words: str, places: list[str], says: str, library: Library, index: Index
) -> None:
    found = look(library, index, words)
    best = found.places[0].passages[0]
    assert list_first(found)[: len(places)] == places
    assert says in best.text
    assert best.part.startswith("statement")


@try_each(
    ("words", "unit", "opening"),
    [
        ("Right to Try", "unit 3.7", "Right to Try. "),
        ("on licence", "unit 3.8", "On licence, "),
        ("barred lists", "unit 3.8", "Barred lists. "),
        ("first bus", "unit 3.7", "The first bus. "),
    ],
)
def test_a_title_that_was_typed_is_shown_and_only_a_name_stands_before_it(
    words: str, unit: str, opening: str, library: Library, index: Index
) -> None:
    first, second = look(library, index, words).places[:2]
    titled = second if first.kind == "word" else first
    assert f"{titled.kind} {titled.id}" == unit
    assert titled.passages[0].text.startswith(opening)


def test_words_of_which_one_alone_tells_something_are_no_title(
    library: Library, index: Index
) -> None:
    """A note on law is called "Whom to ring", and not for somebody in danger."""
    assert first(library, index, "whom to ring")[0] == "unit 2.4"


def test_words_lead_to_a_note_by_its_topic(
    library: Library, small: Library, tmp_path: Path
) -> None:
    (tmp_path / SEARCH_WORDS).write_text(
        "version: '1'\nreviewed: 2026-11-30\nsame: []\nplaces: []\nnotes:\n"
        "  - at: unit 3.8\n    topic: Barred lists\n    words: [frobble]\n"
        "  - at: unit 3.8\n    topic: Barred\n    words: [xyzzy]\n"
        "statements:\n  - at: unit 2.1\n    statement: 2.1/lone-working\n    words: [plugh]\n",
        encoding="utf-8",
    )
    faults = list_word_faults(library, tmp_path)
    assert [(fault.place, fault.problem) for fault in faults] == [
        ("unit 3.8", "It has no note on 'Barred'."),
        ("unit 2.1", "It has no statement '2.1/lone-working'."),  # it is retired
    ]
    (found,) = look(small, make_whole_index(small, tmp_path), "frobble").places
    assert found.id == "3.8"
    assert found.passages[0].text.startswith("Barred lists. ")


@try_each(
    ("words", "word", "unit", "topic"),
    [
        ("minimum wage", "Minimum wage", "1.6", "Minimum wage"),
        ("how much is the minimum wage", "Minimum wage", "1.6", "Minimum wage"),
        ("universal credit", "Universal Credit", "3.7", "Universal Credit, taper and allowances"),
        ("work allowance", "Work allowance", "3.7", "Universal Credit, taper and allowances"),
    ],
)
def test_after_a_word_come_its_units_with_the_note_on_it(
    words: str, word: str, unit: str, topic: str, library: Library, index: Index
) -> None:
    name, more, *_ = look(library, index, words, Nation.ENGLAND).places
    assert (name.kind, name.id) == ("word", word)
    assert more.id == unit
    assert more.passages[0].note
    assert more.passages[0].note.topic == topic


def test_the_copy_is_made_anew_when_what_people_type_has_changed(
    small: Library, tmp_path: Path
) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    own.mkdir()
    words = own / SEARCH_WORDS
    for typed in ("wibble", "frobble"):
        words.write_text(
            "version: '1'\nreviewed: 2026-11-30\nsame: []\n"
            f"places:\n  - at: unit 3.8\n    words: [{typed}]\n",
            encoding="utf-8",
        )
        for _ in range(2):
            found = load_index(lambda: small, own, cache)
            assert first(small, found, typed) == ["unit 3.8"]


@try_each(
    ("words", "worried"),
    [
        ("client says suicidal", True),
        ("client says she wants to kill herself", True),
        ("overdose", True),
        ("self harm", True),
        ("domestic abuse", True),
        ("crisis line", True),
        ("111", True),
        ("payslip", False),
        ("smell of drink", False),
        *((words, True) for words in ("client relapse", "psychotic", "he seems unwell")),
        *((words, True) for words in ("hearing voices", "stopped taking his meds")),
        *((words, False) for words in ("interpreter", "lanyard", "no ID", "missed appointment")),
    ],
)
def test_what_may_be_asked_because_of_somebody_now_is_answered_first(
    library: Library, index: Index, words: str, worried: bool
) -> None:
    found = look(library, index, words)
    said = "Worried about someone now? Use the duty or safeguarding route, not this tool."
    assert (found.worry_now == said) is worried
    lead = compose_found(found, Standpoint(TODAY, ())).lead
    assert (lead[:1] == (said,)) is worried


@try_each(
    ("typed", "place"), [("benefit cap", "3.7"), ("racism", "2.5"), ("hearing voices", "1.5")]
)
def test_what_counts_little_beside_the_best_place_is_left_out(
    typed: str, place: str, library: Library, index: Index
) -> None:
    shown = look(library, index, typed)
    assert [each.id for each in shown.places] == [place]
    assert shown.more, "every place can be asked for"
    assert len(look(library, index, typed, every=True).places) > 1


@try_each("typed", ["blank", "template", "proforma", "worksheet", "form"])
def test_the_pages_to_write_on_are_found_by_what_people_call_them(
    library: Library, index: Index, typed: str
) -> None:
    found = look(library, index, typed)
    assert {place.kind for place in found.places} == {"blank"}
    assert found.more, "there are seven"
    best = found.places[0]
    assert (best.id, best.passages[0].opens) == ("pages", do("framework blank"))
    assert best.title == "Blank pages to write on"
    listed = {each.id for each in look(library, index, typed, every=True).places}
    assert {page.name for page in library.blanks.blanks} <= listed


@try_each(
    ("typed", "wanted"),
    [
        ("desk", {"area A2", "unit 3.3", "page co-location"}),
        ("log-in", {"area A2", "unit 3.3"}),
        ("discharge", {"unit 1.5", "unit 3.6", "unit 3.16"}),
        ("discharged by the team", {"unit 3.3", "unit 3.16"}),
        ("late first employer", {"unit 3.15"}),
        ("13 weeks", {"unit 3.16", "page indicators", "word Sustainment"}),
        ("career development", {"unit 3.16", "item 22"}),
        ("executive sponsor", {"item 11", "area A2"}),
        ("audit", {"page fidelity", "word Fidelity review"}),
    ],
)
def test_one_word_with_several_homes_leads_to_each_of_them(
    library: Library, index: Index, typed: str, wanted: set[str]
) -> None:
    assert wanted <= set(first(library, index, typed))


def test_everyday_words_that_lead_to_a_place_are_told_where_its_texts_hold_none_of_them(
    library: Library, index: Index
) -> None:
    best = look(library, index, "driving licence").places[0]
    assert (best.id, best.passages[0].part) == ("3.9", "everyday words")
    assert best.passages[0].text == "driving licence"
    assert best.passages[1].part == "purpose"


LONG = (
    "Ask first what is wanted, and write it down in the client's own words before anything else is "
    "done about it. Then ring the employer, unless the client would rather do that alone; either "
    "way, agree what is said about health, and to whom it may be said by them afterwards."
)


@try_each(
    ("word", "begins"),
    [("wanted", "Ask first"), ("ring", "… Then ring the"), ("health", "… unless the client would")],
)
def test_an_excerpt_begins_where_a_thought_does_and_holds_the_word(word: str, begins: str) -> None:
    passage = FoundPassage(part="says", text=LONG, at=LONG.index(word), opens=do("explain"))
    shown = cut(passage)
    assert shown.startswith(begins)
    assert word in shown
    assert len(shown) <= EXCERPT + 4


def test_the_word_that_was_typed_is_found_before_one_that_stands_for_it(index: Index) -> None:
    text = "A fit note comes from the doctor. In Wales some say sick note, and mean the same."
    assert text[find_spot(text, read_asked(index, "sick note")) :].startswith("sick note")
