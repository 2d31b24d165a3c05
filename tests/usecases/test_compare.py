"""Both views side by side: the groups, the words for each reader, what may not be compared."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.errors import NotFound
from ipsskills.formats.answers import Given
from ipsskills.pages.compose.reports.compare import (
    compare_page,
    compose_comparison,
    compose_figures,
)
from ipsskills.pages.compose.reports.compare_words import (
    PairWords,
    WordedComparison,
    word_comparison,
)
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.assessments.agree import agree
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Choose, Give, Jump
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reports.compare import compare as compare_facts
from ipsskills.usecases.reports.compare import compare_figures
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, given, go_to, me, row
from tests.usecases.lived import live_once
from tests.words import wrote

NOVEMBER, DAY_AFTER = date(2026, 11, 24), date(2026, 11, 25)
SECRET = "Nobody shall read this 4711."
OWN: dict[str, str | Given] = {
    **row("332322 332123 33322312 32213n-x"),
    "3.12": given("3.12", "1", note="A slow month.", shared=True),
    "3.10": given("3.10", "2", note=SECRET),
}
THEIRS: dict[str, Given] = {
    "1.1": given("1.1", "3", basis=Basis.OBSERVED),
    "2.3": given("2.3", "2", basis=Basis.RECORD),
    "3.2": given("3.2", "1", basis=Basis.MEMORY),
    "3.9": given("3.9", "2", basis=Basis.FEEDBACK),
    "3.12": given("3.12", "3", basis=Basis.OBSERVED, note="Four walks I was on.", shared=True),
    "3.14": given("3.14", "2", basis=Basis.OBSERVED, note=SECRET),
    "3.16": given("3.16", "2", basis=Basis.OBSERVED),
}


def view(desk: Desk, answers: Mapping[str, Given], scope: tuple[str, ...] = UNITS) -> Session:
    """Give and finish Lee's view of Ada; what is left out was not seen."""
    session = start(at_desk_of(desk, LEE), me(desk), scope, kind=AssessmentKind.SUPERVISOR)
    unseen = [given(item, "u") for item in scope if item not in answers]
    take_answers(session, [*answers.values(), *unseen])
    return session


def live_both(desk: Desk, clock: Clock) -> None:
    go_to(clock, NOVEMBER)
    assess(desk, OWN, UNITS)
    go_to(clock, DAY_AFTER)
    view(desk, THEIRS)


@pytest.fixture
def both(desk: Desk) -> Desk:
    return live_once(desk, live_both)


def compare(desk: Desk, who: str | None, **days: Any) -> WordedComparison:
    return spell_page(word_comparison(compare_facts(desk, who, **days)))


def units(pairs: tuple[PairWords, ...]) -> str:
    return " ".join(pair.unit for pair in pairs)


def text(found: WordedComparison) -> str:
    return to_text(compare_page(found), 300)


def test_each_pair_stands_where_something_is_to_be_done(both: Desk) -> None:
    found = compare(both, None)
    assert units(found.strengths) == "1.1"
    assert units(found.far_apart) == "3.12"
    assert units(found.a_word) == "3.2 3.9"
    assert units(found.same_lower) == "2.3"
    why = {lone.unit: lone.why for lone in found.not_paired}
    assert why["3.14"] == "No chance yet"
    assert why["3.16"] == "Agreed outside this job"
    assert why["3.8"] == "Not seen yet by Lee Invented"
    assert why["3.15"] == "Not answered by you, and not seen yet by Lee Invented"
    every = (*found.strengths, *found.far_apart, *found.a_word, *found.same_lower)
    assert {pair.unit for pair in every} | set(why) == set(UNITS)


def test_memory_and_feedback_never_make_it_far_apart(both: Desk) -> None:
    (memory, feedback) = compare(both, None).a_word
    assert (memory.own, memory.supervisor, memory.basis) == (
        "on your own",
        "with someone",
        "from memory",
    )
    assert feedback.basis == "feedback"


def test_words_to_the_person(both: Desk) -> None:
    found = compare(both, None)
    assert found.far_apart[0].said == ("You: with someone. Lee Invented: on your own (observed).")
    assert (found.sides.own_name, found.sides.supervisor_name) == ("You", LEE)
    assert (found.sides.own_on, found.sides.supervisor_on) == (NOVEMBER, DAY_AFTER)


def test_words_to_the_supervisor_and_to_somebody_else(both: Desk) -> None:
    assert compare(at_desk_of(both, LEE), "Ada").far_apart[0].said == (
        "Ada Example: with someone. You: on their own (observed)."
    )
    assert compare(at_desk_of(both, "Kim Other"), "Ada").far_apart[0].said == (
        "Ada Example: with someone. Lee Invented: on their own (observed)."
    )
    lone = {each.unit: each.why for each in compare(at_desk_of(both, LEE), "Ada").not_paired}
    assert lone["3.8"] == "Not seen yet by you"


def test_far_apart_has_both_shared_notes_and_the_practice_in_view(both: Desk) -> None:
    (far,) = compare(both, None).far_apart
    assert (far.own_note, far.supervisor_note) == ("A slow month.", "Four walks I was on.")
    assert far.statements == (both.framework.by_id["3.12"].curriculum.purpose,)
    page = text(compare(both, None))
    assert page.count("Neither view is the right one by itself.") == 1, "once for all of them"
    assert 'You wrote: "A slow month."' in page
    assert 'Lee Invented wrote: "Four walks I was on."' in page


def test_rated_by_statements_those_that_differ_are_in_view(desk: Desk) -> None:
    first, second, third, *rest = [s.id for s in desk.framework.by_id["3.12"].live_statements]
    scope = (first, second, third, *rest)
    session = start(desk, me(desk), scope)
    own = {first: "0", second: "1"} | dict.fromkeys((third, *rest), "1")
    take_answers(session, [given(item, answer) for item, answer in own.items()])
    seen = dict.fromkeys(scope, "3") | {second: "1"}
    answers = {i: given(i, a, basis=Basis.RECORD) for i, a in seen.items()}
    view(desk, answers, scope)
    (far,) = compare(desk, None).far_apart
    texts = {s.id: s.text for s in desk.framework.by_id["3.12"].live_statements}
    assert far.statements == tuple(texts[item] for item in (first, third, *rest))
    assert far.basis == "record or work product"


def test_a_unit_seen_in_part_says_how_much_and_the_middle_of_it(desk: Desk) -> None:
    scope = tuple(s.id for s in desk.framework.by_id["3.12"].live_statements)
    assess(desk, {"3.12": "2"})
    seen = {scope[0]: given(scope[0], "1", basis=Basis.OBSERVED)}
    view(desk, seen | {item: given(item, "u") for item in scope[1:]}, scope)
    (lone,) = compare(desk, None).not_paired
    said = f"You: with a check. Lee Invented: seen in part (1 of {len(scope)}), with someone"
    said += " (observed)."
    assert (lone.why, lone.said) == ("Seen in part by Lee Invented", said)
    assert said in " ".join(text(compare(desk, None)).split())


def test_the_page_in_the_order_of_the_method(both: Desk) -> None:
    page = text(compare(both, None))
    titles = [line.split("   ")[0] for line in page.splitlines() if line[:3].strip().isupper()]
    titles = [title for title in titles if title.isupper()]
    assert titles == [
        "BOTH SEE IT",
        "SAFETY, EVERY TIME",
        "FAR APART, WHERE THE WORK WAS SEEN",
        "SEEN DIFFERENTLY",
        "THE SAME, AND NOT THERE YET",
        "NOT SET SIDE BY SIDE",
        "NEXT",
    ]
    for what in ("name it as a strength", "which occasion", "a word", "agree what would help"):
        assert what in page


def test_a_safety_unit_has_its_line_there_too(both: Desk) -> None:
    assert "you would know to ask: talk to your team leader today" in text(compare(both, None))
    lee = at_desk_of(both, LEE)
    facts = compare_facts(lee, "Ada")
    assert "talk to Ada Example today" in to_text(compose_comparison(facts), 300)
    filed = to_text(compose_comparison(facts, into_file=True), 300)
    assert "Ada Example and Lee Invented, or whoever covers: talk today" in filed
    assert "not seen by Lee Invented yet" in filed


def test_what_was_marked_is_told_once_though_it_is_no_pair(desk: Desk, clock: Clock) -> None:
    marked = {
        "3.8": given("3.8", "2", bring=True, note="I freeze.", shared=True),
        "3.12": given("3.12", "1", bring=True),
    }
    go_to(clock, NOVEMBER)
    assess(desk, OWN | marked, UNITS)
    view(desk, THEIRS)
    page = text(compare(desk, None))
    told = page.split("MARKED TO TALK ABOUT\n")[1].split("\n\n")[0].splitlines()
    far, unseen, wrote = (" ".join(line.split()) for line in told)
    assert far == "3.12 Local opportunities You marked it."
    assert unseen == (
        "3.8 Disclosure You marked it. You: with a check. Not seen yet by Lee Invented."
    )
    assert wrote == 'You wrote: "I freeze."'
    assert "3.8" not in page.split("NOT SET SIDE BY SIDE")[1]


def test_no_codes_no_totals_no_private_notes(both: Desk) -> None:
    found = compare(both, None)
    for page in (text(found), to_markdown(compare_page(found))):
        bare = re.sub(r"\d+\.\d+|\d+ \w{3} \d{4}", "", page)
        assert not re.search(r"\d", bare), bare
        assert "4711" not in page
    told = envelope("compare", compare_facts(both, None), [], None)
    assert "4711" not in told
    pairs = {pair["unit"]: pair["talk"] for pair in json.loads(told)["data"]["pairs"]}
    assert pairs["3.12"] == "say which occasion"


def test_what_to_type_next(both: Desk) -> None:
    assert [command for command, _ in compare(both, None).next] == [
        "ipsskills agree 3.12",
        "ipsskills report",
        "ipsskills explain views",
    ]
    assert compare(at_desk_of(both, LEE), "Ada").next[0][0] == 'ipsskills agree "Ada Example" 3.12'


def test_what_was_agreed_since_stands_with_the_pair_and_is_not_offered_again(both: Desk) -> None:
    before = compare(both, None)
    agree(both, None, "3.12", Code.TWO, wrote("The log shows it"))
    found = compare(both, None)
    assert found.far_apart[0].agreed == f"with a check, 25 Nov 2026, with {LEE}"
    assert f"Agreed: with a check, 25 Nov 2026, with {LEE}." in " ".join(text(found).split())
    assert replace(found.far_apart[0], agreed=None) == before.far_apart[0]
    assert next(command for command, _ in found.next) == "ipsskills report"


# As they were when finished.


def test_answers_are_as_they_were_at_finish_and_corrections_stand_apart(
    both: Desk, clock: Clock
) -> None:
    with both.reading() as work:
        lees = list_finished(work, both.me or "", AssessmentKind.SUPERVISOR)[0]
    session = Session(at_desk_of(both, LEE), lees, correcting=True)
    session.press_all([Jump("3.12"), Give(Code.ONE), Choose("O")])
    found = compare(both, None)
    assert units(found.far_apart) == "3.12"
    assert found.far_apart[0].supervisor == "on your own"
    (since,) = found.corrected
    assert (since.unit, since.whose, since.was, since.now) == (
        "3.12",
        LEE,
        "on your own",
        "with someone",
    )
    assert "PUT RIGHT SINCE" in text(found)


# Which may be set side by side.


@pytest.mark.parametrize(("days", "paired"), [(60, True), (61, False)])
def test_at_most_sixty_days_apart(desk: Desk, clock: Clock, days: int, paired: bool) -> None:
    go_to(clock, NOVEMBER)
    assess(desk, {"3.1": "3"})
    go_to(clock, later := NOVEMBER + timedelta(days=days))
    view(desk, {"3.1": given("3.1", "3", basis=Basis.OBSERVED)}, ("3.1",))
    if paired:
        assert units(compare(desk, None).strengths) == "3.1"
        return
    with pytest.raises(NotFound, match="more than 60 days apart") as far:
        compare(desk, None)
    assert spell_text(far.value.hint).endswith(
        f"ipsskills compare --mine 2026-11-24 --theirs {later}"
    )
    named = compare(desk, None, mine=NOVEMBER, theirs=later)
    assert units(named.strengths) == "3.1"


def test_views_are_refused_as_far_apart_by_the_days_that_are_named(
    desk: Desk, clock: Clock
) -> None:
    go_to(clock, NOVEMBER)
    view(desk, {"3.1": given("3.1", "3", basis=Basis.OBSERVED)}, ("3.1",))
    mia = at_desk_of(desk, "Mia New")
    edit_person(desk, None, supervisor="Mia New")
    go_to(clock, date(2026, 12, 26))
    unseen = start(mia, me(desk), ("3.1",), kind=AssessmentKind.SUPERVISOR)
    take_answers(unseen, [given("3.1", "u")])
    go_to(clock, date(2027, 1, 24))
    assess(desk, {"3.1": "3"})
    for reader in (desk, mia):
        (lone,) = compare(reader, "Ada").not_paired
        assert lone.why == "Too far apart in time"


def test_two_views_of_the_same_days_that_are_old_are_not_called_far_apart(
    desk: Desk, clock: Clock
) -> None:
    go_to(clock, NOVEMBER)
    assess(desk, {"3.1": "3"})
    view(desk, {"3.1": given("3.1", "3", basis=Basis.OBSERVED)}, ("3.1",))
    go_to(clock, date(2027, 11, 25))
    with pytest.raises(NotFound, match="Lee Invented's view of 24 Nov 2026 is more than 12 months"):
        compare(desk, None)
    named = compare(desk, None, mine=NOVEMBER, theirs=NOVEMBER)
    assert units(named.strengths) == "3.1"


def test_named_days_are_each_side_of_the_reader(both: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 12, 20))
    assess(both, {"3.12": "3"})
    assert units(compare(both, None).far_apart) == ""
    for desk, mine, theirs in (
        (both, NOVEMBER, DAY_AFTER),
        (at_desk_of(both, LEE), DAY_AFTER, NOVEMBER),
    ):
        found = compare(desk, "Ada", mine=mine, theirs=theirs)
        assert units(found.far_apart) == "3.12"
        assert found.sides.own_on == NOVEMBER


def test_a_day_on_which_nothing_was_finished(both: Desk) -> None:
    with pytest.raises(
        NotFound, match="No own view of Ada Example was finished on 1 Nov"
    ) as nothing:
        compare(both, None, mine=date(2026, 11, 1))
    assert spell_text(nothing.value.hint) == "There is one of: 2026-11-24."
    with pytest.raises(NotFound, match="No supervisor's view"):
        compare(both, None, theirs=date(2026, 11, 1))


def test_without_both_views_it_says_whose_is_missing(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no finished assessment yet"):
        compare(desk, None)
    assess(desk, {"3.1": "3"})
    with pytest.raises(NotFound, match="no finished view of a supervisor on you") as nothing:
        compare(desk, None)
    assert spell_text(nothing.value.hint) == (
        "Whoever supervises you can give it here, on a form, or in ipsskills of their own.\n"
        "Here, at this computer, with --by: ipsskills assess --help\n"
        'On a form: ipsskills form -o ada-example-view.html --for "Ada Example" --supervisor\n'
        "What they send back comes in by: ipsskills share in Downloads"
    )
    with pytest.raises(NotFound, match="no finished view of a supervisor on Ada Example"):
        compare(at_desk_of(desk, LEE), "Ada")


def test_earlier_answers_are_paired_with_their_own_date(both: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 12, 3))
    assess(both, {"3.15": "3"})
    (far,) = compare(both, None).far_apart
    assert far.said.startswith("You: with someone (24 Nov 2026). Lee Invented:")


def test_the_day_of_an_earlier_view_is_not_told_as_that_of_what_was_seen(
    both: Desk, clock: Clock
) -> None:
    go_to(clock, date(2026, 12, 3))
    view(both, {"3.15": given("3.15", "3", basis=Basis.OBSERVED)}, ("3.15",))
    (far,) = compare(both, None).far_apart
    assert far.said == (
        "You: with someone. Lee Invented: on your own (observed, view of 25 Nov 2026)."
    )


# Each looks alone first.


@pytest.mark.parametrize("kind", [AssessmentKind.SELF, AssessmentKind.SUPERVISOR])
def test_while_a_draft_is_open_its_units_are_in_no_group(both: Desk, kind: AssessmentKind) -> None:
    by = both if kind is AssessmentKind.SELF else at_desk_of(both, LEE)
    start(by, me(both), ("3.12",), kind=kind)
    for reader in (both, at_desk_of(both, LEE)):
        found = compare(reader, "Ada")
        assert compare_facts(reader, "Ada").apart.units == ("3.12",)
        assert found.far_apart == ()
        assert "3.12" not in {lone.unit for lone in found.not_paired}
        assert found.apart_line in text(found)
        assert "Four walks" not in text(found)


def test_with_every_unit_apart_only_the_line_is_left(both: Desk) -> None:
    start(at_desk_of(both, LEE), me(both), UNITS, kind=AssessmentKind.SUPERVISOR)
    found = compare(both, None)
    assert (found.strengths, found.not_paired, found.sides.supervisor_on) == ((), (), None)
    assert "Kept apart until Lee Invented's view is finished: every unit." in text(found)
    assert "25 Nov 2026" not in text(found)


# Figures.


def test_figures_are_of_units_that_both_answered(both: Desk, clock: Clock) -> None:
    assess(both, {"M1": "3"})
    view(both, {"M1": given("M1", "3", basis=Basis.OBSERVED)}, ("M1",))
    found = compare_figures(both, None).figures
    assert (found.pairs, found.exact, found.within_one, found.two_or_more) == (5, 2, 3, 2)
    assert (found.higher, found.lower, found.median, found.sign, found.ac2) == (2, 1, 0, None, None)


def test_the_page_of_figures(desk: Desk) -> None:
    assess(desk, row("332321 332223 33231233 32213232"), UNITS)
    answers = row("322311 322233 22311332 20132233")
    view(desk, {i: given(i, a, basis=Basis.OBSERVED) for i, a in answers.items()})
    found = compare_figures(desk, None)
    page = to_text(compose_figures(found))
    assert f"AC2, linear weights       {found.figures.ac2:.6f} (range 0." in page
    assert "p = " in page
    assert "substantial" not in page
    few = replace(found, figures=replace(found.figures, ac2=None, sign=None))
    page = to_text(compose_figures(few))
    assert "from 20 units that both answered" in page
    assert "from 6 units that differ" in page
    tiny = to_text(compose_figures(replace(found, figures=replace(found.figures, sign=1e-9))))
    assert "p below 0.0001" in tiny
