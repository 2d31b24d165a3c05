"""The report: every list on a record made by hand, who is shown what, and what never appears."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from markdown_it import MarkdownIt

from ipsskills.cli.output.spelling import spell_text
from ipsskills.codes import AssessmentKind, Behind, Code, EntryKind, Role
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.reports.answers import compose_answers
from ipsskills.pages.compose.reports.report import report_page
from ipsskills.pages.compose.reports.report_lines import UnitLine
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.sheet import to_csv
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.interview.commands import Give, NoteText, Write
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.introduce import introduce
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    ToldReport,
    assess,
    at_desk_of,
    draft,
    given,
    go_to,
    me,
    rate,
    row,
    supervise,
)
from tests.usecases.builders import told_report as report
from tests.usecases.lived import begin_once, live_once
from tests.words import wrote

AUGUST, NOVEMBER = date(2026, 8, 24), date(2026, 11, 24)
SECRET = "Nobody shall read this 4711."
BEFORE = row("332322 332123 32322322 32213n2n")
NOW = row("332322 332123 33322312 32213n-x") | {
    "1.1": given("1.1", "3", show=True),
    "3.8": given("3.8", "2", bring=True, note="I freeze.", shared=True),
    "3.10": given("3.10", "2", note=SECRET),
    "3.12": given("3.12", "1", behind=Behind.TIME),
}
LOWER = (
    "you would know to ask; Lee Invented's view, 25 Nov: "
    '"you would not know": talk to your team leader today, or whoever covers'
)
SEEN_3_12 = "Lee Invented saw a record of it, 25 Nov"
SEEN = {"2.2": "3O", "2.3": "2R", "2.4": "0M", "3.2": "3M", "3.9": "1F", "3.12": "3R", "3.13": "3O"}


def rows(entries: tuple[UnitLine, ...]) -> list[tuple[str, str]]:
    return [(entry.unit, entry.said) for entry in entries]


def units(entries: tuple[UnitLine, ...]) -> str:
    return " ".join(entry.unit for entry in entries)


def written(made: ToldReport) -> dict[str, str]:
    """The report in every form there is."""
    page = report_page(made)
    return {
        "text": to_text(page, 300),
        "markdown": to_markdown(page),
        "csv": to_csv(compose_answers(made.facts)),
        "json": envelope("report", made.facts, [], None),
    }


def live_ada(desk: Desk, clock: Clock) -> None:
    """Ada's two looks three months apart, and Lee's view a day after the second."""
    go_to(clock, AUGUST)
    assess(desk, BEFORE, UNITS)
    go_to(clock, NOVEMBER)
    assess(desk, NOW, UNITS)
    go_to(clock, date(2026, 11, 25))
    supervise(desk, SEEN)
    go_to(clock, date(2026, 11, 26))


@pytest.fixture
def ada(desk: Desk) -> Desk:
    return live_once(desk, live_ada)


# Every list.


def test_going_well_starts_with_what_one_could_show(ada: Desk) -> None:
    found = report(ada, None)
    assert rows(found.strengths)[:4] == [
        ("1.1", "shows under pressure; you could show a colleague"),
        ("3.13", "on your own; Lee Invented saw it, 25 Nov"),
        ("3.2", 'on your own; was "with a check"'),
        ("1.2", "you can explain it"),
    ]
    assert units(found.strengths) == "1.1 3.13 3.2 1.2 1.4 2.1 2.6 3.1 3.3 3.6 3.9"
    assert found.brings == ()


def test_each_safety_unit_has_its_line(ada: Desk) -> None:
    found = report(ada, None)
    assert rows(found.safety) == [
        ("2.2", "you know what to do"),
        ("2.3", "after a quick check: work through a vignette this month"),
        ("2.4", LOWER),
    ]
    assert found.worry_now == (
        "Worried about someone now? Use the duty or safeguarding route, not this tool."
    )


def test_effort_comes_in_the_order_of_the_method(ada: Desk) -> None:
    found = report(ada, None)
    assert rows(found.effort)[:4] == [
        ("3.8", "with a check; marked to talk about"),
        ("3.12", f'with someone; {SEEN_3_12}: "on your own"; see For the service'),
        ("3.7", "with someone"),
        ("1.3", "you would look something up"),
    ]
    assert units(found.effort) == "3.8 3.12 3.7 1.3 2.5 1.6 1.5 3.4 3.5 3.10 3.11"
    assert found.effort[0].note == "I freeze."


def test_the_other_lists(ada: Desk) -> None:
    found = report(ada, None)
    assert rows(found.chances) == [("3.14", "no chance yet")]
    assert rows(found.for_the_service) == [
        ("3.12", "time or caseload (see Where effort would pay first)")
    ]
    assert rows(found.not_answered) == [("3.15", "not answered")]
    assert rows(found.outside) == [("3.16", "It does not arise in the setting I work in")]
    assert rows(found.moved) == [
        ("3.2", "with a check → on your own"),
        ("3.7", "with a check → with someone"),
    ]
    since = "than on 24 Aug 2026"
    assert [entry.direction for entry in found.moved] == [
        f"less help needed {since}",
        f"more help needed {since} (a fair thing to notice, for example after training)",
    ]


def test_each_unit_stands_in_one_list(ada: Desk) -> None:
    found = report(ada, None)
    most = (*found.strengths, *found.safety, *found.effort, *found.chances)
    listed = [entry.unit for entry in (*most, *found.not_answered, *found.outside)]
    assert sorted(listed) == sorted(UNITS)


def test_what_it_is_about(ada: Desk) -> None:
    head = report(ada, None).head
    assert (head.person, head.role, head.on) == ("Ada Example", "employment specialist", NOVEMBER)
    assert (head.supervisor, head.supervisor_on) == (LEE, date(2026, 11, 25))
    assert (head.period, head.framework, head.mine) == ("the last three months", "2026.2", True)


def test_what_to_type_next(ada: Desk) -> None:
    assert [command for command, _ in report(ada, None).next] == [
        "ipsskills compare",
        "ipsskills assess --unit 3.15",
        "ipsskills chart radar -o radar.png",
        "ipsskills plan draft",
    ]


def test_evidence_that_is_not_old_is_part_of_what_one_brings(desk: Desk, clock: Clock) -> None:
    def keep(title: str, *units: str) -> None:
        add_entries(
            desk,
            None,
            [NewEntry(EntryKind.EVIDENCE, {"title": wrote(title), "items": units})],
        )

    keep("Too old by then", "3.7")
    clock.forward(days=400)
    keep("A telling plan.", "3.8", "3.9")
    keep("Another one", "3.8")
    assess(desk, {"3.2": "2", "3.3": "1"})
    found = report(desk, None).brings
    on = "29 Dec 2027"
    assert [(e.unit, e.said) for e in found] == [
        ("3.2", "with a check"),
        ("3.8", f"evidence: Another one ({on})"),
        ("3.9", f"evidence: A telling plan ({on})"),
    ]
    assess(desk, {"3.2": "3"})
    assert report(desk, None).brings == ()


def test_without_a_top_answer_it_says_what_one_brings(desk: Desk) -> None:
    assess(desk, row("111111 111111 12111111 21111111"), UNITS)
    found = report(desk, None)
    assert (found.strengths, units(found.brings)) == ((), "3.2 3.9")
    assert "WHAT YOU BRING" in written(found)["text"]


def test_a_seen_answer_below_the_top_makes_effort_of_a_strength(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    supervise(desk, {"3.1": "2O", "3.2": "2M"})
    found = report(desk, None)
    assert rows(found.effort) == [
        ("3.1", 'on your own; Lee Invented saw it, 24 Nov: "with a check"')
    ]
    assert "3.2" in units(found.strengths)


def test_a_safety_unit_never_asked_about_has_its_line(desk: Desk) -> None:
    assess(desk, {"3.1": "3"})
    said = "not answered: talk one case through"
    assert rows(report(desk, None).safety) == [("2.2", said), ("2.3", said), ("2.4", said)]


def test_a_safety_unit_outside_the_job_says_so_once(desk: Desk) -> None:
    assess(desk, {"2.3": "x"})
    assert rows(report(desk, None).safety)[1] == ("2.3", "agreed outside this job")


def test_a_shared_note_on_a_blank_safety_unit_is_shown(desk: Desk) -> None:
    assess(desk, {"2.3": given("2.3", note="Ask the lead.", shared=True), "3.1": "3"})
    assert report(desk, None).safety[1].note == "Ask the lead."


def test_areas_are_treated_as_units_are(desk: Desk) -> None:
    assess(desk, {"3.1": "3", "M1": "3", "M2": "1", "A1": "n"})
    found = report(desk, None)
    assert (units(found.strengths), units(found.effort)) == ("3.1 M1", "M2")
    assert units(found.chances) == "A1"
    assert "M3" not in units(found.not_answered)


# Earlier answers, and other days.


def test_earlier_answers_stand_with_their_date(ada: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 12, 3))
    assess(ada, {"3.15": "3", "3.4": "3"})
    found = report(ada, None)
    said = dict(rows(found.strengths + found.effort + found.chances))
    assert found.head.on == date(2026, 12, 3)
    assert said["3.15"] == "on your own"
    assert said["3.4"] == 'on your own; was "with a check"'
    assert said["3.1"] == "on your own (24 Nov 2026)"
    assert said["3.14"] == "no chance yet (24 Nov 2026)"
    assert rows(found.moved) == [("3.4", "with a check → on your own")]


def test_answers_older_than_a_year_are_called_old(ada: Desk, clock: Clock) -> None:
    go_to(clock, date(2027, 11, 24))
    assess(ada, {"3.15": "3"})
    assert dict(rows(report(ada, None).strengths))["3.1"] == "on your own (24 Nov 2026)"
    go_to(clock, date(2027, 11, 25))
    assert dict(rows(report(ada, None).strengths))["3.1"] == "on your own (24 Nov 2026, old)"


def test_safety_answers_older_than_six_months_are_talked_through(ada: Desk, clock: Clock) -> None:
    go_to(clock, date(2027, 6, 1))
    said = "you know what to do: talk one case through"
    why = "last answered in November; Lee Invented's view is from November"
    assert dict(rows(report(ada, None).safety))["2.2"] == f"{said} ({why})"


def test_a_blank_in_the_latest_look_is_not_answered(ada: Desk) -> None:
    """3.15 had an answer in August; a unit that was asked about again is not taken from there."""
    assert [a.answer for a in report(ada, None).answers if a.id == "3.15"] == [None]


def test_on_an_earlier_day(ada: Desk) -> None:
    found = report(ada, None, on=date(2026, 9, 1))
    assert (found.head.on, found.head.supervisor, found.moved) == (AUGUST, None, ())
    assert "3.2" in units(found.effort)
    assert units(found.chances) == "3.14 3.16"


def test_on_the_very_day(ada: Desk) -> None:
    assert report(ada, None, on=AUGUST).head.on == AUGUST
    assert report(ada, None, on=NOVEMBER).head.on == NOVEMBER


def test_before_the_first_look_there_is_nothing(ada: Desk) -> None:
    with pytest.raises(NotFound, match="no finished assessment on 23 Aug 2026 yet"):
        report(ada, None, on=date(2026, 8, 23))


def test_since_an_earlier_day(ada: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 12, 3))
    assess(ada, {"3.7": "3", "3.5": "3"})
    first = [("3.5", "with a check → on your own"), ("3.7", "with someone → on your own")]
    assert rows(report(ada, None).moved) == first
    since = report(ada, None, since=AUGUST)
    assert rows(since.moved) == [
        ("3.2", "with a check → on your own"),
        ("3.5", "with a check → on your own"),
        ("3.7", "with a check → on your own"),
    ]
    assert report(ada, None, since=date(2026, 8, 1)).moved == ()
    assert report(ada, None, since=date(2026, 12, 3)).moved == ()


def test_with_nothing_finished_it_says_what_to_type(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no finished assessment yet") as nothing:
        report(desk, None)
    assert spell_text(nothing.value.hint) == (
        "Begin one: ipsskills assess\n"
        "In your first weeks, a first look: ipsskills assess --first-look"
    )
    session = draft(desk)
    with pytest.raises(NotFound, match="no finished assessment yet"):
        report(desk, None)
    session.press(Give(Code.THREE))
    with pytest.raises(NotFound, match="not finished yet") as unfinished:
        report(desk, None)
    assert spell_text(unfinished.value.hint).endswith("Go on with it: ipsskills assess")


def test_a_supervisors_draft_is_not_taken_for_ones_own(desk: Desk) -> None:
    lee = at_desk_of(desk, LEE)
    start(lee, me(desk), UNITS, kind=AssessmentKind.SUPERVISOR)
    with pytest.raises(NotFound, match="no finished assessment yet"):
        report(desk, None)


def test_old_records_are_shown_in_their_old_words(ada: Desk, framework: Framework) -> None:
    units = tuple(replace(unit, short=f"New {unit.short}") for unit in framework.units)
    now = replace(ada, framework=replace(framework, units=units, version="2027.1"))
    found = report(now, None)
    assert found == report(ada, None)
    assert found.head.framework == "2026.2"
    assess(now, {"3.15": "3"})
    assert report(now, None).strengths[0].short == "New Stance and values"


# Two views.


@pytest.mark.parametrize(
    ("day", "near"),
    [(date(2027, 1, 23), True), (date(2027, 1, 24), False)],
    ids=["60 days", "61 days"],
)
def test_two_views_are_set_against_each_other_within_sixty_days(
    desk: Desk, clock: Clock, day: date, near: bool
) -> None:
    assess(desk, NOW, UNITS)
    go_to(clock, day)
    supervise(desk, SEEN)
    found = report(desk, None)
    assert found.head.supervisor == LEE, "shown with its day, whenever it was"
    assert (found.effort[1].unit == "3.12") is near, "far apart comes early only as a pair"


def test_one_new_answer_leaves_the_supervisors_view_where_it_was(desk: Desk, clock: Clock) -> None:
    assess(desk, row("3" * 28), UNITS)
    supervise(desk, {"2.2": "0O", "3.7": "0R", "3.8": "3O"})
    go_to(clock, date(2027, 2, 24))
    assess(desk, {"3.8": "2"})
    found = report(desk, None)
    assert [entry.unit for entry in found.effort] == ["3.7", "3.8"]
    said = next(entry.said for entry in found.safety if entry.unit == "2.2")
    assert said == (
        "you know what to do (24 Nov 2026); Lee Invented saw it, 24 Nov 2026: "
        '"you would not know": '
        "talk to your team leader today, or whoever covers"
    )
    go_to(clock, date(2027, 11, 25))
    found = report(desk, None)
    assert [entry.unit for entry in found.effort] == ["3.8"], "an old view orders nothing"
    assert '"you would not know"' in next(e.said for e in found.safety if e.unit == "2.2")


def test_a_colleagues_view_of_one_visit_does_not_displace_the_supervisors(desk: Desk) -> None:
    edit_person(desk, None, supervisor=at_desk_of(desk, LEE).me)
    assess(desk, row("3" * 28), UNITS)
    supervise(desk, {"2.2": "0O", "3.7": "0R", "3.13": "3O"})
    rate(at_desk_of(desk, "Peer Pretend"), me(desk), "1")
    found = report(desk, None)
    assert (found.head.supervisor, [e.unit for e in found.effort]) == (LEE, ["3.7"])
    edit_person(desk, None, clear=["supervisor"])
    found = report(desk, None)
    assert found.head.supervisor == "Peer Pretend", "the latest of anybody's is named first"
    assert [e.unit for e in found.effort] == ["3.7", "3.13"], "and each unit has whoever saw it"
    assert f"{LEE} saw a record of it" in found.effort[0].said
    assert "Peer Pretend saw it" in found.effort[1].said


def test_words_turn_with_the_reader(ada: Desk) -> None:
    found = report(at_desk_of(ada, LEE), "Ada")
    assert found.head.mine is False
    assert rows(found.strengths)[:2] == [
        ("1.1", "shows under pressure; could show a colleague"),
        ("3.13", "on their own; you saw it, 25 Nov"),
    ]
    assert written(found)["text"].startswith("Ada Example: own view on 24 Nov 2026\n")
    assert [command for command, _ in found.next] == [
        'ipsskills chart radar "Ada Example" -o ada-example-radar.png',
        'ipsskills plan draft "Ada Example"',
    ]


# What never appears.


def test_shared_notes_appear_and_private_ones_never(ada: Desk) -> None:
    for form, text in written(report(ada, None)).items():
        assert "I freeze." in text, form
        assert "4711" not in text, form


def test_a_note_that_is_no_longer_shared_disappears(desk: Desk) -> None:
    session = draft(desk, ("3.1",))
    session.press(Write(NoteText(wrote(SECRET), shared=True)))
    session.press(Write(NoteText(wrote(SECRET), shared=False)))
    session.finish()
    assert not [text for text in written(report(desk, None)).values() if "4711" in text]


def test_a_supervisors_private_note_never_appears(ada: Desk) -> None:
    lee = at_desk_of(ada, LEE)
    session = start(lee, me(ada), UNITS, kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given("3.13", "3", note=SECRET)])
    assert not [text for text in written(report(ada, None)).values() if "4711" in text]


def numbers(value: Any) -> Iterator[Any]:
    """Every number in a JSON value; true and false are none."""
    if isinstance(value, dict):
        yield from (n for each in value.values() for n in numbers(each))
    elif isinstance(value, list):
        yield from (n for each in value for n in numbers(each))
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value


def without_one_units_own(value: Any) -> Any:
    """Return facts but for what is counted inside one unit, and how far back was looked."""
    if isinstance(value, dict):
        inside = ("state", "period_months")
        return {k: without_one_units_own(v) for k, v in value.items() if k not in inside}
    return [without_one_units_own(each) for each in value] if isinstance(value, list) else value


def test_no_total_across_units_in_any_form(ada: Desk) -> None:
    found = written(report(ada, None))
    for form, text in found.items():
        assert not re.search(r"\d+ *(of|/|out of) *\d+|\d+ units|\d ?%|\btotal", text), form
    assert list(numbers(without_one_units_own(json.loads(found["json"])["data"]))) == []


def test_the_page_names_three_and_counts_none(ada: Desk) -> None:
    text = written(report(ada, None))["text"]
    well = text.split("GOING WELL\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in well] == ["1.1", "3.13", "3.2", "also:"]
    assert well[3].strip() == (
        "also: 1.2 Recovery model; 1.4 Principles; 2.1 Ethics and boundaries; "
        "2.6 Using supervision; 3.1 Clients and families; 3.3 Mental health team; "
        "3.6 Engaging clients; 3.9 Vocational profile"
    )


# Names of every kind.

NAMES = [
    'Ada "Ace" O\'Neil',
    "Zoë 😀 Ünal",
    "سارة بنت אברהם",
    "李小龍",
    "[red]Ada[/red]",
    "[/red] Ada",
    "[bold]",
    "*Ada* _E_ `x` ~~y~~",
    "# Ada",
    "1. Ada",
    "- Ada",
    "=== Ada",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[Ada](https://example.org)",
    "![Ada](x.png)",
    "Ada | Example",
    "A &amp; B &#35;",
    "A\\*B\\",
    "``Ada` <b>",
    ":smile: $x$",
    "=cmd()",
]
TAGS = {"h1", "h2", "p", "hr", "ul", "li", "strong", "code", "br"}


@try_each("name", NAMES)
def test_a_name_comes_through_every_writer(desk: Desk, name: str) -> None:
    """Ada has the name, her team leader nearly the same one, and it stands in a shared note."""
    begin_once(desk)  # anew for each case
    edit_person(desk, None, name=name)
    assess(desk, {"3.1": given("3.1", "2", note=name, shared=True), "3.13": "3"})
    lee = at_desk_of(desk, f"{name} II")
    start(lee, me(desk), ("3.13",), kind=AssessmentKind.SUPERVISOR).finish()
    found = written(report(lee, desk.me))
    _stands_in_text(found["text"], name)
    _stands_in_markdown(found["markdown"], name)
    data = json.loads(found["json"])["data"]
    head = data["head"]
    assert (head["person"]["name"], head["supervisor"]["name"]) == (name, f"{name} II")
    first = next(each for each in data["units"] if each["unit"] == data["lists"]["effort"][0])
    assert first["own"]["note"] == name
    lines = list(csv.DictReader(io.StringIO(found["csv"].removeprefix("\ufeff"))))
    assert lines[0]["note"] == (f"'{name}" if name[0] in "=-" else name)


def _stands_in_text(text: str, name: str) -> None:
    lines = text.splitlines()
    assert lines[0] == f"{name}: own view on 24 Nov 2026"
    assert f"{name} II's view: 24 Nov 2026." in lines
    assert f'  3.1  Clients and families  with a check. {name} wrote: "{name}"' in lines


def _stands_in_markdown(markdown: str, name: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [token for token in tokens if token.type == "inline"]
    texts = ["".join(c.content for c in token.children or ()) for token in inline]
    assert texts[0] == f"{name}: own view on 24 Nov 2026"
    assert f"{name} II's view: 24 Nov 2026.Two people's views" in texts[1]
    assert f'3.1 Clients and families: with a check. {name} wrote: "{name}"' in texts
    every = [each for token in tokens for each in (token, *(token.children or ()))]
    assert {token.tag for token in every} - {""} <= TAGS
    assert not {"html_block", "html_inline"} & {token.type for token in every}


def test_a_command_names_the_person_as_it_is_typed(desk: Desk) -> None:
    other = introduce(desk, 'A "B" $C `D` \\', Role.EMPLOYMENT_SPECIALIST)
    assess(replace(desk, me=other.id), {"3.1": "3"})
    assert report(desk, other.name).next[0][0] == (
        'ipsskills chart radar "A \\"B\\" \\$C \\`D\\` \\\\" -o a-b-c-d-radar.png'
    )


def test_the_csv_has_a_byte_order_mark_and_a_row_for_each_answer(ada: Desk) -> None:
    text = to_csv(compose_answers(report(ada, None).facts))
    assert text.startswith("\ufeffslug,id,title,answer,state,reason,basis,bring,show,behind,note,")
    found = {line["id"]: line for line in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}
    assert tuple(found) == UNITS
    assert found["3.8"] == {
        "slug": "disclosure",
        "id": "3.8",
        "title": "Discussing disclosure with client and employers",
        "answer": "2",
        "state": "with a check",
        "reason": "",
        "basis": "",
        "bring": "yes",
        "show": "",
        "behind": "",
        "note": "I freeze.",
        "shared": "yes",
        "entered": "",
    }
    assert (found["3.15"]["answer"], found["3.15"]["state"]) == ("", "not answered")
    assert (found["3.16"]["answer"], found["3.16"]["reason"]) == ("x", "setting")
    assert found["3.12"]["behind"] == "time"


def test_a_person_of_another_record_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        report(desk, "Somebody Else")


def test_the_person_may_be_named_by_part_of_the_name(ada: Desk) -> None:
    assert report(ada, "ada ex") == report(ada, None)
