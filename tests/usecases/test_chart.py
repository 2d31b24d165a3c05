"""What the radar chart holds: every unit by domain, each answer as it is."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from ipsskills.codes import Code
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.framework.types import Framework
from ipsskills.pages.charts.answers import ShownAnswer
from ipsskills.pages.charts.radar.shown import Radar, Spoke
from ipsskills.pages.compose.reports.profile import compose_profile
from ipsskills.pages.compose.reports.radar import compose_radar
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reports.chart import read_chart
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, go_to, row, supervise

BY_DOMAIN = {
    "Stance, values and style of interaction": "1.1",
    "Knowledge": "1.2 1.3 1.4 1.5 1.6",
    "Professional competences": "2.1 2.2 2.3 2.4 2.5 2.6",
    "Communication": "3.1 3.2 3.3 3.4",
    "Engagement": "3.5 3.6",
    "Working with employers": "3.12 3.13 3.14",
    "Gaining, supporting and maintaining employment": "3.7 3.8 3.9 3.10 3.11 3.15 3.16",
}
ANSWERS = row("321012 333333 3333333333 123n-x")


def chart(desk: Desk, on: date | None = None) -> Radar:
    return compose_radar(read_chart(desk, None, on=on))


def answered(desk: Desk) -> list[tuple[Spoke, ShownAnswer]]:
    return [(spoke, spoke.answers[0]) for spoke in chart(desk).spokes]


def test_28_spokes_by_domain_and_none_for_areas(desk: Desk) -> None:
    assess(desk, ANSWERS | {"M1": "1", "A2": "3"}, (*UNITS, "M1", "A2"))
    spokes = chart(desk).spokes
    assert [spoke.unit for spoke in spokes] == " ".join(BY_DOMAIN.values()).split()
    assert len(spokes) == 28
    counts = {name: len(units.split()) for name, units in BY_DOMAIN.items()}
    assert Counter(spoke.domain for spoke in spokes) == counts


def test_each_spoke_has_the_answer_and_its_own_word(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    found = {s.unit: (s.label, answer.value, answer.word) for s, answer in answered(desk)}
    assert found["1.1"] == ("Stance and values", Code.THREE, "shows under pressure")
    assert found["1.2"] == ("Recovery model", Code.TWO, "you would look something up")
    assert found["1.4"] == ("Principles", Code.ZERO, "new to you")
    assert found["2.2"] == ("Confidentiality", Code.THREE, "you know what to do")
    assert found["3.11"] == ("Job applications", Code.ONE, "with someone")
    assert found["3.14"] == ("Job setting profile", Code.NO_CHANCE, "no chance yet")
    assert found["3.15"] == ("Job search", None, "not answered")
    assert found["3.16"] == ("Job support", Code.OUTSIDE, "agreed outside this job")


def test_a_unit_never_asked_about_is_not_answered(desk: Desk) -> None:
    assess(desk, {"3.1": "0"})
    found = {spoke.unit: (answer.value, answer.word) for spoke, answer in answered(desk)}
    assert found.pop("3.1") == (Code.ZERO, "not yet")
    assert set(found.values()) == {(None, "not answered")}
    assert len(found) == 27


def test_it_is_ones_own_view_on_one_day(desk: Desk, clock: Clock) -> None:
    assess(desk, ANSWERS, UNITS)
    supervise(desk, {"1.1": "0O"})
    go_to(clock, date(2027, 2, 24))
    assess(desk, {"1.1": "1"})
    now, then = chart(desk), chart(desk, on=date(2026, 12, 1))
    assert now.subtitle == "Ada Example: employment specialist; your view on 24 Feb 2027"
    assert then.subtitle == "Ada Example: employment specialist; your view on 24 Nov 2026"
    first = [radar.spokes[0].answers[0].value for radar in (now, then)]
    assert first == [Code.ONE, Code.THREE]


def test_an_earlier_day_stands_beside_it(desk: Desk, clock: Clock) -> None:
    assess(desk, ANSWERS, UNITS)
    go_to(clock, date(2027, 2, 24))
    assess(desk, {"1.1": "1", "3.11": "3"})
    radar = compose_radar(read_chart(desk, None, since=date(2026, 12, 1)))
    assert [layer.name for layer in radar.layers] == [
        "you, view of 24 Feb 2027",
        "you, view of 24 Nov 2026",
    ]
    found = {spoke.unit: [answer.word for answer in spoke.answers] for spoke in radar.spokes}
    assert found["1.1"] == ["when pointed out", "shows under pressure"]
    assert found["3.14"] == ["no chance yet", "no chance yet"]
    assert radar.title == ("Further on since 24 Nov 2026: Job applications")


def test_both_views_stand_side_by_side(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    supervise(desk, {"2.2": "3O", "1.1": "3O", "3.2": "3R", "3.12": "3O", "3.3": "1M"})
    radar = compose_radar(read_chart(desk, None, both=True))
    assert [layer.name for layer in radar.layers] == [
        "you, view of 24 Nov 2026",
        f"seen by {LEE}, view of 24 Nov 2026",
    ]
    found = {spoke.unit: spoke.answers for spoke in radar.spokes}
    assert found["3.12"] == (
        ShownAnswer(Code.TWO, "with a check"), ShownAnswer(Code.THREE, "on your own"),
    )  # fmt: skip
    assert found["3.4"][1] == ShownAnswer(Code.NOT_SEEN, "not seen yet")
    assert radar.title == (
        "Both see it going well: Stance and values, Confidentiality and Working alliance"
    )


def test_an_old_view_is_told_and_not_drawn(desk: Desk, clock: Clock) -> None:
    supervise(desk, {"3.12": "3O"})
    go_to(clock, date(2028, 1, 10))
    assess(desk, ANSWERS, UNITS)
    found = {unit.unit: unit for unit in compose_radar(read_chart(desk, None, both=True)).spokes}
    assert found["3.12"].answers[1] == ShownAnswer(
        None, "on your own (24 Nov 2026, old)", left_out=True
    )


def test_what_there_is_nothing_to_set_beside_is_said(desk: Desk, clock: Clock) -> None:
    assess(desk, ANSWERS, UNITS)
    with pytest.raises(NotFound, match="no finished view of a supervisor"):
        read_chart(desk, None, both=True)
    with pytest.raises(NotFound, match="no finished assessment on 1 Jan 2026"):
        read_chart(desk, None, since=date(2026, 1, 1))
    with pytest.raises(NotFound, match="Nothing was finished after 24 Nov 2026"):
        read_chart(desk, None, since=date(2026, 11, 24))


def test_the_title_says_what_goes_well_and_counts_nothing(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    facts = read_chart(desk, None)
    assert compose_radar(facts).title == (
        "Going well: Stance and values, Ethics and boundaries, Difference and more"
    )
    assert compose_profile(facts).title == (
        "Going well: Stance and values, Ethics and boundaries and more. "
        "Effort would pay first: Principles, Rationale and more"
    )


def test_before_anything_is_at_the_top_it_says_what_somebody_brings(desk: Desk) -> None:
    assess(desk, {"3.1": "2", "3.2": "0"})
    assert chart(desk).title == "What you bring: Clients and families"


def test_the_key_explains_rings_and_signs_in_the_words_of_the_file(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    radar = chart(desk)
    assert radar.key.ways == ("Knowledge", "Values", "Safety", "Skills")
    assert [(ring.code.value, ring.words) for ring in radar.key.points] == [
        ("3", ("you can explain it", "shows under pressure", "you know what to do", "on your own")),
        ("2", ("you would look something up", "mostly", "after a quick check", "with a check")),
        ("1", ("main ideas", "when pointed out", "you would know to ask", "with someone")),
        ("0", ("new to you", "you have doubts", "you would not know", "not yet")),
    ]
    assert [(sign.value, sign.word) for sign in radar.key.signs] == [
        (Code.NO_CHANCE, "no chance yet"),
        (Code.OUTSIDE, "agreed outside this job"),
        (Code.NOT_SEEN, "not seen yet"),
        (None, "not answered"),
    ]


def test_an_old_record_is_drawn_in_its_old_words(desk: Desk, framework: Framework) -> None:
    assess(desk, ANSWERS, UNITS)
    units = tuple(replace(unit, short=f"New {unit.short}") for unit in framework.units)
    edited = replace(desk, framework=replace(framework, units=units))
    assert chart(edited) == chart(desk)


def test_it_is_told_in_words(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    assert "3.15 Job search: not answered" in chart(desk).in_words()


def test_before_the_first_look_there_is_none(desk: Desk) -> None:
    with pytest.raises(NotFound):
        read_chart(desk, None)


def test_what_cannot_be_drawn_is_refused(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    with pytest.raises(InvalidInput, match="gif"):
        chart(desk).draw(".gif")
