"""A page for somebody without the program: what stands on it, whose words, and what does not go."""

from datetime import date

import pytest

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.pages.compose.sharing.going import compose_going
from ipsskills.pages.compose.sharing.sent_page import compose_sent_page
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Parcel
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.sharing.out import ToSend, prepare_parcel
from ipsskills.usecases.sharing.sent_page import keep_page_sent, read_sent_page
from tests.usecases.builders import LEE, assess, at_desk_of, given, me, supervise
from tests.usecases.forms.test_take import form
from tests.words import wrote

PRIVATE, SHARED = "Mine alone", "I freeze when they ask outright"


@pytest.fixture
def lee(desk: Desk) -> Desk:
    """Lee, where both have looked, Ada has notes, and there is a goal."""
    answers = {
        "3.8": given("3.8", "2", note=SHARED, shared=True),
        "3.10": given("3.10", "1", note=PRIVATE),
    }
    assess(desk, answers)
    supervise(desk, {"3.8": "1O"})
    return at_desk_of(desk, LEE)


def read(desk: Desk, who: str | None, to: str) -> str:
    return to_text(compose_sent_page(read_sent_page(desk, who, to)))


def test_it_holds_answers_and_whose_words_are_whose(desk: Desk, lee: Desk) -> None:
    for page in (read(desk, None, LEE), read(lee, "Ada", "Ada")):
        assert f'Ada Example wrote: "{SHARED}"' in " ".join(page.split())
        assert "3.8 Disclosure" in page
        assert PRIVATE not in page
        words = page.replace("\n", " ").split(" ")
        assert not {"you", "You", "your", "Your"} & set(words)


def test_nothing_goes_about_somebody_to_a_third_person(desk: Desk, lee: Desk) -> None:
    at_desk_of(desk, "Bo Sample")
    for who, to in (("Ada", LEE), ("Ada", "Bo")):
        with pytest.raises(InvalidInput):
            read_sent_page(lee, who, to)


def test_that_it_went_is_kept(desk: Desk, lee: Desk) -> None:
    keep_page_sent(desk, read_sent_page(desk, None, LEE), "0" * 64)
    with desk.store.reading() as work:
        (parcel,) = work.current(Parcel)
    assert (parcel.about, parcel.with_whom, parcel.held) == (desk.me, lee.me, ())


def test_before_any_look_it_says_so(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    assert "No look at the units is finished yet." in read(desk, None, LEE)


def test_a_page_is_not_what_is_sent_again_as_a_file(desk: Desk, lee: Desk) -> None:
    keep_page_sent(desk, read_sent_page(desk, None, LEE), "0" * 64)
    with pytest.raises(NotFound):
        prepare_parcel(desk, ToSend(again=True))


def test_no_page_says_kept_apart_to_somebody_of_their_own_answers(desk: Desk) -> None:
    at = at_desk_of(desk, LEE)
    take_form(at, form(desk, {"3.8": "2"}), me(desk))
    with pytest.raises(InvalidInput, match="Ada Example's look is here, kept apart"):
        read(at, "Ada", "Ada")


def test_without_details_it_says_nothing_of_how_somebody_works(desk: Desk, lee: Desk) -> None:
    works_best = wrote("See it, try it, then talk.")
    edit_person(desk, None, hours=0.5, since=date(2026, 3, 2), works_best=works_best)
    add_goals(desk, None, ["3.8"])
    for told in ("8 months, 0.5 of full time", "See it, try it"):
        assert told in _page(desk, with_details=True)
        assert told not in _page(desk, with_details=False)


def _page(desk: Desk, *, with_details: bool) -> str:
    sent = read_sent_page(desk, None, LEE, with_details=with_details)
    return " ".join(to_text(compose_sent_page(sent)).split())


def test_a_page_that_names_nobody_goes_where_a_file_would(desk: Desk, lee: Desk) -> None:
    edit_person(desk, None, supervisor=LEE)
    assert read_sent_page(desk, None).to.id == lee.me
    assert read_sent_page(lee, "Ada").to.id == desk.me
    edit_person(desk, None, clear=["supervisor"])
    with pytest.raises(InvalidInput, match="Nobody is named to send it to"):
        read_sent_page(desk, None)


def test_it_is_said_first_what_goes_on_a_page(desk: Desk, lee: Desk) -> None:
    edit_person(desk, None, hours=0.5, works_best=wrote("See it, then talk."))
    add_goals(desk, None, ["3.8"])
    told = _going(desk, with_details=True)
    goes, _, rest = told.partition("STAYS HERE")
    for said in (
        "Ada Example's answers of 24 Nov 2026",
        "Lee Invented's view of 24 Nov 2026",
        "1 shared note",
        "the plan: 1 goal",
        "Ada Example's details: hours and what works best",
    ):
        assert said in goes
    assert "NOT CLOSED Anybody who has the file can read it." in rest
    assert "details" not in _going(desk, with_details=False)
    assert "has finished no look yet" in _going(at_desk_of(desk, "Bo Sample"), with_details=True)


def _going(desk: Desk, *, with_details: bool) -> str:
    sent = read_sent_page(desk, None, LEE, with_details=with_details)
    return " ".join(to_text(compose_going(sent)).split())
