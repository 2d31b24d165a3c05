"""A contested view stands beside its objection, orders nothing and makes no pair until settled."""

import html
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.charts.person import ChartFacts
from ipsskills.method.pairs import Alone
from ipsskills.pages.charts.profile.shown import Profile
from ipsskills.pages.charts.radar.shown import Radar
from ipsskills.pages.compose.contested import UNTIL
from ipsskills.pages.compose.entries.record import (
    compose_coverage,
    compose_record,
    compose_review,
)
from ipsskills.pages.compose.reports.compare import compose_comparison
from ipsskills.pages.compose.reports.every_answer import compose_every_answer
from ipsskills.pages.compose.reports.profile import compose_profile
from ipsskills.pages.compose.reports.radar import compose_radar
from ipsskills.pages.compose.reports.report import compose_report
from ipsskills.pages.compose.sharing.sent_page import compose_sent_page
from ipsskills.pages.compose.sheets.choosing import compose_sheets
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.writers.formats import DOCX, HTML, TEXT, Material
from ipsskills.pages.writers.sheet import to_csv
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.entries.training_record import list_record, read_coverage, read_review
from ipsskills.usecases.reports.chart import read_chart
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.rights.contesting import contest, settle
from ipsskills.usecases.sharing.sent_page import read_sent_page
from ipsskills.usecases.supervision.agenda import agenda
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, draft, supervise
from tests.usecases.lived import live_once
from tests.words import wrote

WORDS = "I led that visit myself."


def live_seen(desk: Desk, clock: Clock) -> None:
    """Give Ada's desk: she says on her own of 3.8 and 3.10, Lee saw 3.8 with someone."""
    assess(desk, {"3.8": "3", "3.10": "3"})
    clock.forward(days=1)
    supervise(desk, {"3.8": "1O", "3.10": "3O"})


@pytest.fixture
def seen(desk: Desk) -> Desk:
    return live_once(desk, live_seen)


def words_of(page: object) -> str:
    return " ".join(to_text(spell_page(page)).split())  # type: ignore[arg-type]


def test_a_contested_view_orders_nothing_and_pairs_nothing_until_it_is_settled(
    seen: Desk,
) -> None:
    assert report(seen, None).lists.effort == ("3.8",)
    assert {pair.unit for pair in compare(seen, None).pairs} == {"3.8", "3.10"}
    contest(seen, None, wrote(WORDS))
    assert report(seen, None).lists.effort == ()
    assert {"3.8", "3.10"} <= set(report(seen, None).lists.strengths)
    both = compare(seen, None)
    assert both.pairs == ()
    assert {each.why for each in both.alone if each.unit in ("3.8", "3.10")} == {Alone.CONTESTED}
    (unit,) = [each for each in report(seen, None).units if each.unit == "3.8"]
    assert unit.supervisor is not None  # what was said stands there all the same
    settle(seen, None)
    assert report(seen, None).lists.effort == ("3.8",)
    assert {pair.unit for pair in compare(seen, None).pairs} == {"3.8", "3.10"}


@pytest.mark.parametrize("compose", [compose_radar, compose_profile])
def test_a_contested_view_is_told_on_a_chart_and_not_drawn_with_the_words_beside_it(
    seen: Desk, compose: Callable[[ChartFacts], Radar | Profile]
) -> None:
    before = compose(read_chart(seen, None, both=True))
    assert "contested" not in before.layers[1].name
    assert "Both see it going well" in before.in_words()
    contest(seen, None, wrote(WORDS))
    chart = compose(read_chart(seen, None, both=True))
    told = " ".join(chart.in_words().split())
    assert ("Both see" in told, "furthest apart" in told) == (False, False)
    assert f"Contested, so told and not drawn. Ada Example sees {LEE}'s view of" in told
    assert (f'"{WORDS}"' in told, told.count("(contested)")) == (True, 28)
    assert chart.layers[1].name.endswith("(contested: not drawn)"), "the key says why it is not"
    rows = chart.spokes if isinstance(chart, Radar) else [r for s in chart.sections for r in s.rows]
    assert not [each for each in rows if each.unit in ("3.8", "3.10") and each.answers[1].rated]
    assert "Contested" not in compose(read_chart(seen, None)).in_words()
    settle(seen, None)
    assert compose(read_chart(seen, None, both=True)).in_words() == before.in_words()


def test_the_words_stand_beside_it_on_every_page_turned_to_the_reader(seen: Desk) -> None:
    contest(seen, None, wrote(WORDS))
    lee = at_desk_of(seen, LEE)
    mine = f'You see Lee Invented\'s view of 25 Nov 2026 differently: "{WORDS}"'
    theirs = f'Ada Example sees your view of 25 Nov 2026 differently: "{WORDS}"'
    for desk, said in ((seen, mine), (lee, theirs)):
        assert f"{said} {UNTIL}" in words_of(compose_report(report(desk, "Ada")))
        assert f"{said} {UNTIL}" in words_of(compose_comparison(compare(desk, "Ada")))
        assert said in words_of(compose_agenda(agenda(desk, "Ada")))
    file = words_of(compose_report(report(lee, "Ada"), into_file=True))
    assert f'Ada Example sees Lee Invented\'s view of 25 Nov 2026 differently: "{WORDS}"' in file


def test_while_each_looks_alone_the_words_are_kept_apart(seen: Desk) -> None:
    contest(seen, None, wrote(WORDS))
    draft(seen)
    told = words_of(compose_report(report(at_desk_of(seen, LEE), "Ada")))
    assert WORDS not in told
    assert "differently; the words are kept apart for now." in told


def test_an_entry_about_me_is_contested_and_the_words_stand_under_it(seen: Desk) -> None:
    lee = at_desk_of(seen, LEE)
    visit = NewEntry(EntryKind.OBSERVATION, {"title": wrote("A garden centre"), "way": "watched"})
    (logged,) = add_entries(lee, "Ada", [visit])
    handle = logged.entry.handle
    contest(seen, handle, wrote(WORDS))
    told = words_of(compose_record(list_record(seen, None)))
    assert f'You see Lee Invented\'s observation of 25 Nov 2026 differently: "{WORDS}"' in told
    settle(lee, handle)
    assert WORDS not in words_of(compose_record(list_record(seen, None)))


ENTRY = "It was raining, and nobody watched."
AGREED = "I never said I would."


@pytest.fixture
def contested(seen: Desk) -> Desk:
    """Give Ada's desk, where she contests Lee's view, his visit and an action that he wrote."""
    contest(seen, None, wrote(WORDS))
    lee = at_desk_of(seen, LEE)
    visit = {"title": wrote("A garden centre"), "way": "watched", "items": ("3.8",)}
    held = {"title": wrote("Supervision"), "way": "one-to-one", "minutes": 60}
    added = add_entries(
        lee, "Ada", [NewEntry(EntryKind.OBSERVATION, visit), NewEntry(EntryKind.SUPERVISION, held)]
    )
    told = {"title": wrote("Ring the cafe"), "part_of": added[1].entry.kept.thing}
    (action,) = add_entries(lee, "Ada", [NewEntry(EntryKind.ACTION, told)])
    contest(seen, added[0].entry.handle, wrote(ENTRY))
    contest(seen, action.entry.handle, wrote(AGREED))
    return seen


PAGES: Mapping[str, tuple[Callable[[Desk], Any], tuple[str, ...]]] = {
    "report": (lambda d: compose_report(report(d, "Ada"), into_file=True), (WORDS,)),
    "every answer": (lambda d: compose_every_answer(report(d, "Ada"), into_file=True), (WORDS,)),
    "compare": (lambda d: compose_comparison(compare(d, "Ada"), into_file=True), (WORDS,)),
    "agenda": (lambda d: compose_agenda(agenda(d, "Ada")), (WORDS,)),
    "record": (lambda d: compose_record(list_record(d, "Ada")), (ENTRY, AGREED)),
    "coverage": (lambda d: compose_coverage(read_coverage(d, "Ada")), (ENTRY,)),
    "for review": (lambda d: compose_review(read_review(d, "Ada")), (ENTRY, AGREED)),
}
SHEETS: Mapping[str, tuple[Callable[[Desk], Any], tuple[str, ...]]] = {
    "compare": (lambda d: compare(d, "Ada"), (WORDS,)),
    "record": (lambda d: list_record(d, "Ada"), (ENTRY, AGREED)),
    "coverage": (lambda d: read_coverage(d, "Ada"), (ENTRY,)),
    "for review": (lambda d: read_review(d, "Ada"), (ENTRY, AGREED)),
}


def read_docx(written: bytes) -> str:
    return "".join(Document(BytesIO(written)).element.body.itertext())


def test_every_page_that_shows_what_is_contested_has_the_words_in_every_format(
    contested: Desk,
) -> None:
    lee = at_desk_of(contested, LEE)
    for desk, to in ((contested, LEE), (lee, "Ada")):
        sent = compose_sent_page(read_sent_page(desk, "Ada", to))
        every = {name: (make(desk), words) for name, (make, words) in PAGES.items()}
        for name, (made, said) in {**every, "sent": (sent, (WORDS, AGREED))}.items():
            page = spell_page(made)
            for form in (TEXT, HTML, DOCX) if desk is lee else (TEXT,):
                written = form.write(Material(name, None, page, on=desk.today))
                told = read_docx(written) if form is DOCX else html.unescape(written.decode())
                for words in said:
                    assert words in " ".join(told.split()), (name, form.name, words)


def test_every_sheet_that_shows_what_is_contested_has_the_words_in_its_csv(
    contested: Desk,
) -> None:
    for name, (read, words) in SHEETS.items():
        told = to_csv(compose_sheets(read(contested))[0])
        assert all(f'differently: ""{each}""' in told for each in words), name
    answers, lists, differently = compose_sheets(report(contested, "Ada"))
    assert LEE not in to_csv(answers)  # those are her own alone, so nothing there is contested
    assert LEE in to_csv(lists)
    assert WORDS in to_csv(differently)


def test_only_whom_it_is_about_contests_and_only_the_two_settle(seen: Desk) -> None:
    lee, bo = at_desk_of(seen, LEE), at_desk_of(seen, "Bo Other")
    handle = contest(seen, None, wrote(WORDS)).subject
    with pytest.raises(InvalidInput, match="about somebody else"):
        contest(lee, handle, wrote("No."))
    with pytest.raises(InvalidInput, match="between two others"):
        settle(bo, handle)
    with pytest.raises(NotFound, match="no view or entry 'nosuch'"):
        contest(seen, "nosuch", wrote("No."))
    assert settle(lee, handle).settled == seen.today
    with pytest.raises(NotFound, match="Nobody contests"):
        settle(replace(seen), handle)


def test_ones_own_entry_is_put_right_and_not_contested(seen: Desk) -> None:
    told = {"title": wrote("Money"), "items": ("3.8",)}
    (added,) = add_entries(seen, None, [NewEntry(EntryKind.TRAINING, told)])
    with pytest.raises(InvalidInput, match="your own entry") as caught:
        contest(seen, added.entry.handle, wrote("No."))
    assert "--correct" in caught.value.hint
