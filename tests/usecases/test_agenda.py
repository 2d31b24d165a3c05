"""The agenda: one page from both views, the record, the plan and the preparation."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_page, stay_in_demo
from ipsskills.codes import AssessmentKind, Basis, EntryKind, Role
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import add_months
from ipsskills.pages.compose.safety_words import LowLine
from ipsskills.pages.compose.supervision.agenda import FAR_APART, agenda_page
from ipsskills.pages.compose.supervision.agenda_words import WordedAgenda, word_agenda
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import clip
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text
from ipsskills.record.store import open_store
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.supervision.agenda import agenda as agenda_facts
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, given, go_to, me, row, supervise
from tests.usecases.test_log import log, observe
from tests.usecases.test_log import supervise as held
from tests.words import wrote

TODAY = date(2026, 11, 24)
STRONG = row("3" * 28)
LOW = tuple(
    LowLine(
        unit=unit,
        short="Risk and rights",
        said="spot a decision that should not be made alone (you would not know)",
        asks="talk to your team leader today",
        opens=do("framework show", unit, "--vignettes"),
    )
    for unit in ("1.5", "2.1", "2.1", "3.4", "M7", "M7", "M10")
)


def agenda(desk: Desk, who: str | None) -> WordedAgenda:
    """The agenda in words, as its reader gets it."""
    return word_agenda(agenda_facts(desk, who))


def text(found: WordedAgenda) -> str:
    return to_text(spell_page(agenda_page(found)))


def test_somebody_unknown_has_none(desk: Desk) -> None:
    with pytest.raises(NotFound):
        agenda(desk, "Nobody")


def test_somebody_who_has_not_looked_yet_has_one(desk: Desk) -> None:
    found = agenda(desk, None)
    assert (found.looked, found.talk, found.supervisor) == (False, (), None)
    assert "There is no finished look at the units yet: ipsskills assess" in text(found)
    assert [point.unit for point in found.safety] == ["2.2", "2.3", "2.4"], "every time"
    line = (
        "- 2.2 Confidentiality, 2.3 Capacity and 2.4 Sharing for safety, not answered: "
        "talk one case through, 2.2 first"
    )
    assert line in " ".join(text(found).split()), "once, as there are two minutes for all three"


def test_the_head_says_who_and_what_to_have_in_mind(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE).me
    leave = "two weeks away in October"
    edit_person(
        desk,
        None,
        supervisor=lee,
        caseload=19,
        leave=wrote(leave),
        works_best=wrote("see it first"),
    )
    held(desk, next_on=date(2026, 12, 1))
    shown = text(agenda(desk, None))
    assert "1 December 2026" in shown.splitlines()[0]
    assert " ".join(shown.split()).startswith(
        "Supervision: the learning part of the hour, 1 December 2026 (15 min)"
        " Ada Example with Lee Invented."
        " For the room: caseload 19; two weeks away in October; works best: see it first."
    )


def test_only_shared_notes_and_words_for_answers(desk: Desk) -> None:
    assess(
        desk,
        STRONG
        | {
            "3.8": given("3.8", "1", bring=True, note="I freeze.", shared=True),
            "3.9": given("3.9", "0", bring=True, note="A secret."),
        },
    )
    found = agenda(desk, None)
    assert [(t.unit, t.marked_by, t.note, t.own) for t in found.talk] == [
        ("3.9", "You", "", "not yet"),
        ("3.8", "You", "I freeze.", "with someone"),
    ]
    assert "secret" not in str(found)
    assert not re.search(r"['\"][0-3]['\"]", str(found)), "no answer stands on it as a code"


def test_a_note_says_whose_it_is(desk: Desk) -> None:
    assess(desk, STRONG | {"3.8": given("3.8", "1", bring=True)})
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), ("3.8",), kind=AssessmentKind.SUPERVISOR)
    said = given("3.8", "2", basis=Basis.OBSERVED, note="Close now.", shared=True)
    take_answers(session, [said])
    shown = " ".join(text(agenda(desk, None)).split())
    assert '3.8 Disclosure. You marked it. Lee Invented: "Close now."' in shown


def test_a_view_is_in_the_mouth_of_whoever_gave_it(desk: Desk) -> None:
    assess(desk, STRONG | {"3.8": "1"})
    supervise(desk, {"3.8": "3O", "2.2": "0O"})
    edit_person(desk, None, supervisor=at_desk_of(desk, "Zed Pretend").me)
    found = agenda(desk, None)
    assert (found.supervisor, found.talk[0].rater) == ("Zed Pretend", LEE)
    shown = " ".join(text(found).split())
    assert "Ada Example with Zed Pretend." in shown
    assert "You: with someone. Lee Invented: on your own (observed, 24 Nov)." in shown
    assert "Lee Invented: you would not know (observed, 24 Nov): talk to your team leader" in shown


def test_nobody_who_has_left_heads_it(desk: Desk, clock: Clock) -> None:
    edit_person(desk, None, supervisor=at_desk_of(desk, LEE).me)
    assess(desk, STRONG)
    supervise(desk, {"3.8": "3O"})
    held(desk)
    edit_person(desk, LEE, left=date(2026, 12, 31))
    assert agenda(desk, None).supervisor == LEE, "still here"
    go_to(clock, date(2027, 1, 4))
    assert agenda(desk, None).supervisor is None
    assert held(desk, on=date(2026, 12, 30)).entry.who == LEE, "who was here that day"
    assert held(desk).entry.who is None
    add_person(desk, "Somebody Outside", Role.TEAM_LEADER)
    held(desk, who="Somebody Outside")
    assert agenda(desk, None).supervisor == "Somebody Outside"


def test_a_unit_by_statements_brings_its_notes_and_what_is_below(desk: Desk) -> None:
    live = desk.framework.by_id["3.8"].live_statements
    answers = [given(each.id, "2") for each in live]
    answers[0] = given(live[0].id, "1", bring=True, note="The form.", shared=True)
    take_answers(start(desk, me(desk), tuple(s.id for s in live)), answers)
    (talk,) = agenda(desk, None).talk
    first, second = short_form(live[0].text), short_form(live[1].text)
    assert (talk.unit, talk.note, talk.note_by) == ("3.8", "The form.", "You")
    assert talk.own == f"with a check (below that: {first}; {second}; and more)"


def test_far_apart_gives_both_views_and_says_what_to_do(desk: Desk) -> None:
    assess(desk, STRONG | {"3.12": "1"})
    supervise(desk, {"3.12": "3O"})
    shown = " ".join(text(agenda(desk, None)).split())
    assert "You: with someone. Lee Invented: on your own (observed, 24 Nov)." in shown
    assert FAR_APART in shown
    theirs = " ".join(text(agenda(at_desk_of(desk, LEE), "Ada")).split())
    assert "Ada Example: with someone. Lee Invented: on their own" in theirs


def test_what_to_do_stands_right_under_each_unit_that_is_far_apart(desk: Desk) -> None:
    assess(desk, STRONG | {"3.12": "1", "3.8": given("3.8", "1", bring=True), "3.7": "1"})
    supervise(desk, {"3.12": "3O", "3.8": "3O"})
    lines = [line.strip() for line in text(agenda(desk, None)).splitlines()]
    start = lines.index("- 3.8 Disclosure. You marked it.")
    assert lines[start + 1 : start + 7] == [
        "You: with someone. Lee Invented: on your own (observed, 24 Nov).",
        f"{FAR_APART} Neither view wins.",
        "- 3.12 Local opportunities. You: with someone. Lee Invented: on your own",
        "(observed, 24 Nov).",
        FAR_APART,
        "- 3.7 Benefits and money. You: with someone. Lee Invented: not seen yet.",
    ]


def test_a_unit_nobody_ever_looked_at_is_named_in_the_words_of_the_report(desk: Desk) -> None:
    assess(desk, {unit: code for unit, code in STRONG.items() if unit != "3.15"})
    assert "Not answered: 3.15 Job search" in text(agenda(desk, None))


def test_what_was_agreed_has_more_room_than_its_name_and_day(desk: Desk) -> None:
    what = "write out the two 'asked outright' vignettes and bring them to the next group"
    long_name = "Wilhelmina-Alexandrina van der Something-Long"
    held(
        desk,
        actions=[
            Action("Bo", wrote(what), date(2026, 12, 1)),
            Action(long_name, wrote("book the ward"), date(2027, 2, 20)),
        ],
    )
    shown = " ".join(text(agenda(desk, None)).split())
    assert f"[ ] Bo: {what}, by 1 Dec [ ] Wil" in shown
    assert "[ ] Wilhelmina-Alex…: book the ward, by 20 Feb 2027" in shown


def test_an_action_has_two_lines_also_beside_three_years_of_record(lived: Desk) -> None:
    long_ago = date(2023, 11, 21)
    held(lived, on=long_ago, actions=[Action("Wilhelmina-Alexandrina", wrote(LONG), long_ago)])
    lines = text(agenda(lived, None)).splitlines()
    start = next(n for n, line in enumerate(lines) if "Wilhelmina" in line)
    told = " ".join(" ".join(lines[start : start + 2]).split())
    # Of 140 columns the name and its colon take 18 and the day 17: LONG is told past its first 72.
    assert told.startswith(f"[ ] Wilhelmina-Alex…: {LONG[:72]}")
    assert told.endswith("…, due since 21 Nov 2023")


def test_in_the_invented_service_what_to_type_stays_there(desk: Desk) -> None:
    stay_in_demo(stay=True)
    try:
        page = text(agenda(desk, None))
    finally:
        stay_in_demo(stay=False)
    assert "ipsskills assess --demo" in page
    assert "ipsskills plan draft --unit 3.8 --demo" in page


def test_what_is_kept_apart_is_not_on_it_and_the_page_says_so(desk: Desk) -> None:
    assess(desk, STRONG | {"3.12": "1"})
    supervise(desk, {"3.12": "3O"})
    start(desk, me(desk), ("3.12",), kind=AssessmentKind.SELF)
    found = agenda(desk, None)
    assert found.apart_line
    assert found.apart_line.split()[0] in text(found)
    assert all(not talk.supervisor for talk in found.talk if talk.unit == "3.12")


def test_every_safety_unit_has_a_line_and_my_own_answers_stay_mine(desk: Desk) -> None:
    assess(desk, STRONG | {"3.12": "1"})
    supervise(desk, {"3.12": "3O", "2.2": "3O"})
    start(desk, me(desk), ("2.2", "3.12"), kind=AssessmentKind.SELF)
    theirs = agenda(at_desk_of(desk, LEE), "Ada")
    assert [line.unit for line in theirs.safety] == ["2.2", "2.3", "2.4"]
    assert theirs.safety[0].said == "kept apart for now"
    assert "3.12" not in [talk.unit for talk in theirs.talk]
    mine = agenda(desk, None)
    assert [(t.unit, t.own, t.supervisor) for t in mine.talk] == [("3.12", "with someone", "")]


def test_the_preparation_is_on_it_until_supervision_was_held(desk: Desk, clock: Clock) -> None:
    log(
        desk,
        EntryKind.PREPARATION,
        title="Before",
        went_well="A trial shift.",
        text="Telling.",
        own_word="Watch me once.",
        items=("3.8",),
    )
    shown = text(agenda(desk, None))
    for words in (
        *("- Prepared 24 Nov: A trial shift.", "You got stuck (24 Nov): Telling."),
        "One thing wanted (24 Nov): Watch me",
    ):
        assert words in shown
    assert "To look at together: 3.8 Disclosure" in shown
    clock.forward(days=1)
    held(desk)
    assert agenda(desk, None).stuck == ""


def test_actions_are_carried_until_done(desk: Desk, clock: Clock) -> None:
    from ipsskills.usecases.entries.log import mark_action

    held(desk, actions=[Action("Ada", wrote("Sit in on a money talk"), date(2026, 12, 12))])
    clock.forward(days=14)
    later = held(desk, actions=[Action("Lee", wrote("Find a ward"))]).entry
    found = agenda(desk, None)
    assert [a.kept.title for a in found.actions] == ["Sit in on a money talk", "Find a ward"]
    assert "[ ] Ada Example: Sit in on a money talk, by 12 Dec" in text(found)
    mark_action(desk, found.actions[0].handle)
    assert "[x] Ada Example: Sit in on a money talk, done 8 Dec" in text(agenda(desk, None))
    clock.forward(days=14)
    held(desk)
    assert [a.kept.title for a in agenda(desk, None).actions] == ["Find a ward"]
    assert later.kept.on == date(2026, 12, 8)


def test_what_was_seen_in_the_field_goes_well_with_who_was_there(desk: Desk) -> None:
    observe(at_desk_of(desk, LEE), "Ada", went_well="asked about his spring rush first.")
    shown = " ".join(text(agenda(desk, None)).split())
    assert (
        '3.13 A first visit. Lee Invented was there, 24 Nov 2026: "asked about his spring rush'
        in shown
    )


# Three years of record


@pytest.fixture(scope="module")
def made_in_three_years(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a record of three years once, to be copied."""
    path = tmp_path_factory.mktemp("three-years") / "record.db"
    clock = Clock()
    with open_store(path, clock(), write=True) as store:
        nobody = Desk(framework, store, clock)
        ada = introduce(nobody, "Ada Example", Role.EMPLOYMENT_SPECIALIST)
        live_three_years(replace(nobody, me=ada.id), clock)
    return path


@pytest.fixture
def lived(
    made_in_three_years: Path, framework: Framework, clock: Clock, tmp_path: Path
) -> Iterator[Desk]:
    """Return a desk at which Ada works on the last day of three years."""
    path = tmp_path / "record.db"
    shutil.copy(made_in_three_years, path)
    go_to(clock, TODAY)
    with open_store(path, clock(), write=True) as store:
        with store.reading() as work:
            ada = next(each for each in work.people().values() if each.name == "Ada Example")
        yield Desk(framework, store, clock, ada.thing)


def live_three_years(desk: Desk, clock: Clock) -> None:
    """Give Ada three years: passes in each, and much written down about supervision.

    It is as much as fills each part of the page: a month of each half-year, and every second one
    of the last year.
    """
    lee = at_desk_of(desk, LEE)
    edit_person(
        desk,
        None,
        supervisor=lee.me,
        caseload=19,
        leave=wrote("away in October"),
        works_best=wrote("see it"),
    )
    begin = add_months(TODAY, -36)
    for half in (0, 2, 4, 6):
        go_to(clock, add_months(begin, 6 * half))
        told = {"3.8": given("3.8", "1", bring=True, note=LONG, shared=True)}
        marked = {"3.9": given("3.9", "2", bring=True, note=LONG, shared=True)}
        assess(desk, row("3321 3332 2303 3n21 0123 nn12 x-33") | told | marked)
        supervise(desk, {"3.8": "3O", "3.9": "0O", "1.3": "0O", "2.3": "1O"})
    for month in (*range(0, 24, 6), *range(24, 36, 2)):
        day = add_months(begin, month) + timedelta(days=3)
        go_to(clock, day)
        held(
            desk,
            actions=[Action("Ada Example", wrote(LONG), day), Action(LEE, wrote(LONG))],
            text=LONG,
        )
        held(desk, on=day - timedelta(days=14)) if month else None
        observe(lee, "Ada", title=LONG, went_well=LONG, text=LONG, next_step=LONG)
        log(desk, EntryKind.TRAINING, title=LONG, items=("3.7",), text=LONG)
        log(desk, EntryKind.EVIDENCE, title=LONG, items=("3.7", "3.8"))
    go_to(clock, TODAY)
    prepared: dict[str, Any] = {"went_well": LONG, "text": LONG, "own_word": LONG}
    log(desk, EntryKind.PREPARATION, title="Before", items=("3.8",), **prepared)
    add_goals(desk, None, ("3.9", "3.10", "3.7", "3.11"))


LONG = ("What was said at some length about a thing that went this way and that " * 4).strip()


def test_three_years_of_record_fit_on_forty_lines(lived: Desk) -> None:
    for whose in (lived, at_desk_of(lived, LEE)):
        found = agenda(whose, "Ada")
        lines = text(found).splitlines()
        assert len(lines) <= 40, "\n".join(lines)
        assert max(map(len, lines)) <= 80
        assert len(found.talk) == 3
        assert len(found.not_looked_at) <= 2
        for number in range(7):
            assert any(line.startswith(f"{number}  ") for line in lines), number
        page = "\n".join(lines)
        assert not re.search(r"\d ?%|\btotal\b|\b\d+ of 28\b", page)
        assert to_markdown(agenda_page(found)).count("\n## ") == 7
        assert "<h2>" in to_html(agenda_page(found))


def test_whatever_asks_for_a_talk_beside_the_safety_units_fits_on_forty_lines(lived: Desk) -> None:
    every = range(len(LOW) + 1)
    for whose, counts in ((lived, every), (at_desk_of(lived, LEE), every[-1:])):
        found = agenda(whose, "Ada")
        for count in counts:
            lines = text(replace(found, low=LOW[:count])).splitlines()
            assert len(lines) <= 40, "\n".join(lines)
            assert max(map(len, lines)) <= 80
            safety = "".join(lines[lines.index(next(x for x in lines if "Safety: a" in x)) :])
            assert [each.unit for each in LOW[:count] if each.unit not in safety] == []


def test_where_there_is_room_each_that_asks_for_a_talk_has_a_line(desk: Desk) -> None:
    lines = text(replace(agenda(desk, None), low=LOW)).splitlines()
    assert len(lines) <= 40
    page = " ".join(" ".join(lines).split())
    assert page.count("(you would not know): talk to your team leader today") == 7
    opens = "Cases (2.1, 3.4, M7, M10, 2.2, 2.3, 2.4 likewise): "
    assert f"{opens}ipsskills framework show 1.5 --vignettes" in page


@pytest.mark.parametrize("words", ["x" * 480, "漢字" * 240, "😀" * 200, "שלום " * 90])
def test_words_of_any_kind_and_length_fit(words: str, desk: Desk, clock: Clock) -> None:
    edit_person(desk, None, name=words[:60], leave=wrote(words), works_best=wrote(words))
    assess(desk, STRONG | {u: given(u, "1", note=words, shared=True) for u in ("3.8", "3.9")})
    held(desk, actions=[Action(words, wrote(words))] * 8)
    add_person(desk, words, Role.TEAM_LEADER)
    observe(desk, went_well=words, title=words, who=words)
    log(desk, EntryKind.PREPARATION, title="B", went_well=words, text=words, own_word=words)
    assert len(text(agenda(desk, None)).splitlines()) <= 40


@try_each(
    ("given_text", "width", "wanted"),
    [
        ("short", 10, "short"),
        ("two  \n words", 20, "two words"),
        ("one two three", 9, "one two…"),
        ("abcdefghij", 5, "abcd…"),
        ("漢字漢字", 5, "漢字…"),
        ("", 5, ""),
    ],
)
def test_clipped(given_text: str, width: int, wanted: str) -> None:
    assert clip(given_text, width) == wanted


def test_the_page_tries_the_fuller_form_first(desk: Desk) -> None:
    found = agenda(desk, None)
    good = replace(found, good=(), actions=())
    assert "What went well" not in text(good)
