"""The shipped notes on law: how many warn and when, official addresses, evidence set apart."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from ipsskills.facts.content import list_to_look_at
from ipsskills.framework.systems.explained import load_explained
from ipsskills.framework.types import Framework, Unit
from ipsskills.method.law.ageing import NoteState, Standpoint, find_state, find_year_end
from tests.cases import try_each

REVIEWED = date(2026, 11, 30)
A_YEAR_ON = date(2027, 11, 30)
DATA = Path(__file__).parents[2] / "data"

# Bodies that make the law, publish it, or answer for what a note says.
OFFICIAL = (
    *("legislation.gov.uk", "gov.uk", "gov.scot", "gov.wales", "nhs.uk", "niassembly.gov.uk"),
    *(
        "supremecourt.uk",
        "parliament.uk",
        "nidirect.gov.uk",
        "acas.org.uk",
        "ico.org.uk",
        "lra.org.uk",
    ),
    *("equalityni.org", "equalityhumanrights.com", "gmc-uk.org", "safeguarding.wales"),
    *("rcpsych.ac.uk", "mygov.scot", "skillsdevelopmentscotland.co.uk", "adviceni.net"),
    "eani.org.uk",
)
# What was read only as somebody else tells it: the source says so, and the address is theirs.
TOLD_BY_OTHERS = {"What the NHS plans for IPS": "centreformentalhealth.org.uk"}


@pytest.fixture(scope="module")
def typed() -> list[dict[str, Any]]:
    """Every note on law as it was typed, read without the program."""
    file = yaml.load((DATA / "curriculum.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    units = [unit for section in file["sections"] for unit in section["units"]]
    return [note for unit in (*units, *file["areas"]) for note in unit.get("notes", [])]


def list_notes(framework: Framework) -> Iterator[tuple[Unit, Any]]:
    return ((unit, note) for unit in framework.units for note in unit.curriculum.notes)


def warning_on(framework: Framework, day: date) -> set[tuple[str, str]]:
    return {(u.id, n.text) for u, n in list_notes(framework) if find_state(n, day).warns}


def test_at_most_a_quarter_warn_on_the_day_of_review(framework: Framework) -> None:
    every = list(list_notes(framework))
    assert len(every) >= 140
    assert 0 < len(warning_on(framework, REVIEWED)) <= len(every) / 4


def test_on_the_day_of_review_no_year_is_over(framework: Framework) -> None:
    """But for figures that are marked as last year's, for want of a newer one."""
    told = {note.topic for _, note in list_notes(framework) if note.year is not None}
    states = {
        find_state(note, REVIEWED) for _, note in list_notes(framework) if note.topic not in told
    }
    usual = {NoteState.SETTLED, NoteState.IN_ITS_YEAR, NoteState.MOVING}
    assert states - {NoteState.UNREAD} == usual


def test_a_year_on_each_note_warns_by_its_grade(
    framework: Framework, typed: list[dict[str, Any]]
) -> None:
    wanted = {"settled": False, "yearly": True, "moving": True, "unread": False}
    found = [find_state(note, A_YEAR_ON).warns for _, note in list_notes(framework)]
    assert found == [wanted[note["grade"]] for note in typed]
    assert {note["grade"] for note in typed} == set(wanted)


def test_each_year_is_over_on_its_day_and_not_the_day_before(framework: Framework) -> None:
    yearly = [note for _, note in list_notes(framework) if note.renews and note.year is None]
    assert yearly
    for note in yearly:
        month, day = (int(part) for part in note.renews.split("-"))
        ends = date(2027 if (month, day) <= (11, 29) else 2026, month, day)
        assert find_state(note, ends) is NoteState.YEAR_OVER, note.topic
        assert find_state(note, ends - timedelta(days=1)) is NoteState.IN_ITS_YEAR, note.topic


def test_a_yearly_sum_ends_with_the_newest_year_it_names(framework: Framework) -> None:
    """However lately somebody looked: the figure of 2025/26 is over from April 2026."""
    named = [
        (note, max(int(year) for year in years))
        for _, note in list_notes(framework)
        if note.renews and "£" in note.text and (years := re.findall(r"(20\d\d)/\d\d", note.text))
    ]
    assert {year for _, year in named} == {2025, 2026}
    for note, year in named:
        month, day = (int(part) for part in note.renews.split("-"))
        assert find_year_end(note) == date(year + 1, month, day), note.topic


def test_what_is_overdue_leads_what_must_be_looked_at_then_what_changes_soon(
    framework: Framework,
) -> None:
    found = list_to_look_at(framework.units, Standpoint(REVIEWED)).notes
    over = [n for n in found if n.year_ends and n.year_ends <= REVIEWED]
    past = [n for n in found if n.planned and n.planned <= REVIEWED]
    assert ("1.6", "Sexual harassment, the employer's duty") in {(n.unit, n.topic) for n in past}
    soon = [n for n in found if n.planned and REVIEWED < n.planned <= date(2027, 1, 29)]
    assert ("1.6", "Unfair dismissal") in {(n.unit, n.topic) for n in soon}
    overdue = sorted([*over, *past], key=lambda n: n.planned or n.year_ends or REVIEWED)
    urgent = [*overdue, *sorted(soon, key=lambda n: n.planned or REVIEWED)]
    assert list(found[: len(urgent)]) == urgent


def test_what_is_not_law_and_was_not_read_ends_what_must_be_looked_at(
    framework: Framework,
) -> None:
    found = list_to_look_at(framework.units, Standpoint(REVIEWED)).notes
    unread = [n for n in found if n.state is NoteState.UNREAD]
    assert list(found[-len(unread) :]) == unread != []
    law, rest = ([n for n in unread if (n.stakes is None) is known] for known in (False, True))
    assert unread == [*law, *rest]
    assert law
    assert any("25-item IPS fidelity scale" in n.source for n in rest)


def test_a_costly_note_was_looked_up(framework: Framework) -> None:
    told = [n.topic for _, n in list_notes(framework) if n.checked is None]
    assert told
    assert [n.topic for _, n in list_notes(framework) if not n.checked and n.stakes == "high"] == []


def test_addresses_are_those_of_official_bodies(typed: list[dict[str, Any]]) -> None:
    for note in typed:
        address = urlsplit(note["address"])
        host = address.netloc.removeprefix("www.")
        assert address.scheme == "https", note["address"]
        assert any(host == each or host.endswith(f".{each}") for each in OFFICIAL) or (
            host == TOLD_BY_OTHERS.get(note["topic"])
        ), host


def test_research_and_the_scale_stand_under_evidence(framework: Framework) -> None:
    law = {note.text for _, note in list_notes(framework)}
    for words in (
        "EQOLISE",
        "fidelity scale",
        "SWAN",
        "CHIME",
        "correlation",
        "item 17",
        "in a review",
    ):
        assert not [text for text in law if words.lower() in text.lower()], words
    known = " ".join(f.text for unit in framework.units for f in unit.curriculum.background)
    for words in ("CHIME", "six or more face-to-face", "85 in 100", "same day"):
        assert words in known, words


@try_each("words", ["2.07", "913 people", "1,687", "benchmark is that 40%", "779"])
def test_a_finding_is_carried_once_among_the_facts(words: str, framework: Framework) -> None:
    told = " ".join(fact.text for fact in load_explained().facts)
    noted = [n for u in framework.units for n in (*u.curriculum.notes, *u.curriculum.background)]
    assert words in told
    assert not [each for each in noted if words in each.text]


@try_each(
    ("unit", "topics"),
    [
        ("3.7", {"Right to Try", "New Style ESA and paid work", "Carer's Allowance and earnings"}),
        ("3.7", {"Benefit cap and earnings", "Universal Credit and self-employment"}),
        ("1.6", {"Tribunal time limits", "Right to work", "Unfair dismissal"}),
        ("2.4", {"Duty to report child sexual abuse", "Serious crime and the police"}),
        ("3.16", {"A wage that looks wrong"}),
        ("2.4", {"Adults at risk", "Child safeguarding", "Domestic abuse", "Drivers and health"}),
        ("3.8", {"When a sentence is spent", "What a check shows", "Barred lists"}),
        ("3.11", {"Right to work, checking all alike"}),
    ],
)
def test_what_is_costly_to_get_wrong_is_marked_so(
    unit: str, topics: set[str], framework: Framework
) -> None:
    notes = framework.by_id[unit].curriculum.notes
    high = {note.topic for note in notes if note.stakes == "high"}
    assert topics <= high


def test_every_nation_has_law_of_its_own(typed: list[dict[str, Any]]) -> None:
    for nation in ("S", "W", "NI"):
        assert [note for note in typed if note["nations"] == [nation]], nation


@try_each("nation", ["S", "NI"])
def test_capacity_is_taught_in_the_law_of_each_nation(nation: str, framework: Framework) -> None:
    own = [
        note for note in framework.by_id["2.3"].curriculum.notes if list(note.nations) == [nation]
    ]
    topics = " ".join(note.topic for note in own)
    assert all(word in topics for word in ("principles", "test", "Who may decide"))


@try_each("unit", ["2.3", "2.4"])
def test_statements_on_capacity_and_safeguarding_hold_in_every_nation(
    unit: str, framework: Framework
) -> None:
    for statement in framework.by_id[unit].live_statements:
        said = " ".join((statement.text, *statement.points)).lower()
        for word in ("england", "best interests", "deputy", "under section", "2005"):
            assert word not in said, statement.id


@try_each(
    ("unit", "topic", "nations"),
    [
        ("2.2", "Confidentiality", ["E", "NI", "S", "W"]),
        ("2.3", "Who may decide for someone", ["E W", "NI", "S"]),
        ("2.4", "Adults at risk", ["E", "NI", "S", "W"]),
        ("2.4", "Drivers and health", ["E W S", "NI"]),
        ("3.8", "When a sentence is spent", ["E W", "NI", "S"]),
    ],
)
def test_where_the_law_differs_each_nation_has_a_note(
    unit: str, topic: str, nations: list[str], framework: Framework
) -> None:
    notes = [note for note in framework.by_id[unit].curriculum.notes if note.topic == topic]
    assert sorted(" ".join(note.nations) for note in notes) == nations


# What an adviser found missing or wrong, by unit, topic, nation and the words that must stand.
PUT_RIGHT = [
    ("3.7", "Universal Credit, health element", "E", "asked for an assessment"),
    ("3.7", "Universal Credit, health element", "S", "support group of income-related ESA"),
    ("3.7", "Universal Credit, health element", "NI", "£217.26 for others"),
    ("3.7", "Scottish Child Payment", "S", "however small"),
    ("3.7", "Job Start Payment", "S", "up to six months after the offer"),
    ("3.7", "Challenging a decision", "W", "within one month"),
    ("3.7", "Challenging a decision", "E", "can go down as well as up"),
    ("3.7", "Challenging Social Security Scotland", "S", "42 days"),
    ("3.7", "Challenging Social Security Scotland", "S", "no appeal"),
    ("3.7", "Job Start Payment", "S", "asked for within 31 days"),
    ("3.7", "Housing Benefit and earnings", "W", "while any Universal Credit is paid"),
    ("3.7", "Universal Credit, taper and allowances", "E", "or in temporary housing; £710"),
    ("3.7", "Telling each office about a job", "E", "even though the employer reports"),
    ("3.7", "Telling each office about a job", "S", "Social Security Scotland"),
    ("3.7", "Telling each office about a job", "NI", "Land & Property Services"),
    ("3.7", "Help before the first wage", "NI", "Adviser Discretion Fund"),
    ("3.7", "Access to Work, how long it takes", "W", "before the award"),
    ("3.7", "School meals and clothing", "W", "with the council before hours"),
    ("3.7", "School meals and clothing", "S", "with the council before hours"),
    ("3.7", "School meals and clothing", "NI", "with the Education Authority"),
    ("3.7", "Five rules to have confirmed before a start", "NI", "within six months"),
    ("3.7", "Sanction for refusing or leaving work", "E", "choosing fewer hours"),
    ("3.8", "When fines and cautions are spent", "E", "endorsed a driving licence: five years"),
    ("3.8", "When fines and cautions are spent", "W", "lasts longest decides"),
    ("3.8", "When fines and other outcomes are spent", "S", "order: twelve months"),
    ("3.8", "Suspended sentences and second convictions", "E", "end of the term that was passed"),
    ("3.8", "What a check shows", "W", "Youth cautions are not shown automatically"),
    ("3.8", "PVG membership, how long it lasts", "S", "member for five years"),
    ("1.6", "Paternity, parental leave, whistleblowing", "S", "still needs 26 weeks' service"),
    ("1.6", "When sick pay ends", "NI", "28 weeks at most"),
    ("1.6", "When sick pay ends", "E", "by the start of week 23"),
    ("1.6", "When sick pay ends", "S", "as soon as pay falls to sick pay"),
    ("1.6", "Unfair dismissal", "E", "the day the job ends, any notice included"),
    ("1.6", "Fair Work Agency", "NI", "in all four nations"),
    ("1.6", "What the Employment Rights Act changes", "NI", "unlawful here already"),
    ("1.6", "Harassment and adjustments", "NI", "three months to claim"),
    ("3.12", "An employer who may be underpaying", "NI", "Labour Relations Agency"),
    ("3.15", "Employee, worker or self-employed", "W", "often sick pay"),
    ("3.16", "Workplace pension", "NI", "the same in Northern Ireland"),
    ("1.6", "Rights at work and criminal records", "NI", "whistleblowing, need none"),
    ("1.6", "Tribunal time limits", "E", "Only claims for breach of contract"),
    ("1.6", "Early conciliation", "E", "told in time, and only once"),
    ("1.6", "Notice and holiday pay", "E", "a week for each full year, up to twelve"),
    ("2.2", "Confidentiality", "W", "a law, a court or an overriding public interest"),
    ("2.2", "Confidentiality", "S", "a law, a court or an overriding public interest"),
    ("2.3", "Mental capacity, principles and test", "NI", "disturbance of mind or brain"),
    ("2.3", "Who may decide for someone", "E", "before October 2007"),
    ("2.4", "Adults at risk", "E", "999 if life is at risk"),
    ("2.4", "Adults at risk", "W", "emergency duty team"),
    ("2.4", "Not driving while unwell", "NI", "should not drive"),
    ("3.16", "A wage that looks wrong", "E", "except from the last wage"),
    ("3.16", "Rights by name", "NI", "payslips (for employees)"),
    ("1.6", "Unfair dismissal", "W", "for the six months but not for the cap"),
    ("1.5", "What counts as disability", "NI", "likely to last, at least twelve months"),
    ("3.7", "EU citizens, settled and pre-settled status", "NI", "not enough by itself"),
    ("1.6", "Tribunal time limits", "S", "by the day of what happened"),
    ("1.6", "When sick pay ends", "W", "or from self-employment (Class 2)"),
    ("3.7", "New Style ESA and paid work", "S", "or from self-employment (Class 2)"),
    ("3.7", "Challenging Social Security Scotland", "S", "has to be asked for each time"),
    ("3.7", "Council tax and severe mental impairment", "S", "all of it but the quarter"),
    ("3.7", "Telling each office about a job", "S", "a job by itself need not be told"),
    ("3.7", "Telling each office about a job", "NI", "a job by itself need not be told"),
    ("3.7", "Universal Credit and self-employment", "E", "minimum income floor"),
    ("3.7", "Studying and Universal Credit", "NI", "A finding made after the start is too late"),
    ("3.8", "On licence, or serving a sentence at home", "S", "supervising officer's approval"),
    ("3.8", "On licence, or serving a sentence at home", "NI", "the officer who supervises them"),
    ("1.5", "What counts as disability", "E", "has got over it is protected"),
    ("1.5", "What counts as disability", "NI", "has got over it is protected"),
    ("1.5", "What counts as disability", "NI", "Addiction alone is left out"),
    ("1.6", "Asylum, refugees and work", "E", "Since March 2026 it opens fewer jobs"),
    ("1.6", "Asylum, refugees and work", "NI", "given for 30 months"),
    ("1.6", "Right to work", "S", "keeps the right to work going"),
    ("3.7", "EU citizens, settled and pre-settled status", "W", "Since 16 July 2025"),
    ("3.7", "EU citizens, settled and pre-settled status", "NI", "Irish citizens need neither"),
    ("3.7", "EU citizens, settled and pre-settled status", "S", "nor do Adult Disability Payment"),
    ("1.6", "Right to work", "E", "20 hours a week in term"),
    ("3.7", "Universal Credit, picking it up again", "W", "by law £300 since then"),
    ("3.7", "A stay in hospital", "E", "from prison while serving a sentence"),
    ("3.7", "Telling each office about a job", "NI", "a job that starts from the ward"),
    ("3.7", "A spare room in a social home", "E", "Crisis and Resilience Fund"),
    ("3.7", "Two-child limit removed", "S", "so may a transitional element"),
    ("3.15", "Status, terms and pregnancy", "NI", "however short her service"),
    ("3.16", "Time off after a death", "W", "up to 52 weeks' leave, unpaid"),
    ("3.16", "Time off after a death", "NI", "civil partner"),
]


@try_each(("unit", "topic", "nation", "words"), PUT_RIGHT)
def test_what_an_adviser_put_right_stays_so(
    unit: str, topic: str, nation: str, words: str, framework: Framework
) -> None:
    notes = framework.by_id[unit].curriculum.notes
    (text,) = [n.text for n in notes if n.topic == topic and nation in n.nations]
    assert words in text


# What was planned for a day after the newest source that anybody read, by unit and topic.
PLANNED = [
    ("1.6", "Sexual harassment, the employer's duty", "October 2026"),
    ("1.6", "Other changes on the way", "October 2026"),
    ("1.6", "Tribunal time limits", "October 2026"),
    ("1.6", "Unfair dismissal", "January 2027"),
    ("1.6", "Flexible working and guaranteed hours", "2027"),
    ("2.4", "Duty to report child sexual abuse", "July 2026"),
    ("3.7", "School meals", "September 2026"),
    ("3.7", "Housing Benefit and earnings", "autumn 2026"),
    ("3.7", "Right to Try", "April 2026"),
    ("3.11", "Right to work, checks widened", "October 2026"),
    ("3.12", "Skills plans and careers advice", "October 2026"),
    ("3.16", "Tips", "October 2026"),
]


@try_each(("unit", "topic", "when"), PLANNED)
def test_what_nobody_saw_begin_is_told_as_planned(
    unit: str, topic: str, when: str, framework: Framework
) -> None:
    (note,) = [n for n in framework.by_id[unit].curriculum.notes if n.topic == topic]
    assert note.grade == "moving"
    assert when in note.text
    assert re.search(r"[Cc]heck (whether|that|with|where)|until an adviser|Ask Acas", note.text)


def test_no_sum_of_money_stands_without_its_year(typed: list[dict[str, Any]]) -> None:
    sums = [note["text"] for note in typed if re.search(r"£\d\d", note["text"])]
    assert len(sums) >= 10
    assert [text for text in sums if not re.search(r"20\d\d/\d\d|\d April 2026|2026", text)] == []
