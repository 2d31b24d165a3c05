"""What somebody wrote about a case they thought through is kept as training of that kind."""

from dataclasses import replace
from datetime import date

import pytest

from ipsskills.codes import EntryKind
from ipsskills.errors import NotFound
from ipsskills.framework.cases import list_cases
from ipsskills.record.written import Decision
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.case_practice import keep_case
from ipsskills.usecases.entries.training_record import list_record
from tests.usecases.builders import counted
from tests.words import meant, wrote


def test_it_is_training_with_its_words_its_unit_and_its_time(desk: Desk) -> None:
    case = list_cases(desk.framework.by_id["2.3"])[1]
    words = "I would ask what she was told.\nThen ring the ward."
    entry = keep_case(desk, case, wrote(words), 0.25).entry.kept
    assert (entry.kind, entry.way, entry.on) == (
        EntryKind.TRAINING, "vignette", date(2026, 11, 24),
    )  # fmt: skip
    assert (entry.title, entry.items, entry.hours) == ("Sign by five", ("2.3",), 0.25)
    assert (entry.text, entry.about) == (words, desk.me)
    (listed,) = list_record(desk, None).entries
    assert listed.kept == entry


def test_what_was_kept_on_purpose_stays_known_as_that(desk: Desk) -> None:
    case = list_cases(desk.framework.by_id["3.8"])[0]
    entry = keep_case(desk, case, meant("Rang Sarah Okonkwo")).entry.kept
    assert (entry.text.decision, entry.hours) == (Decision.KEPT_ON_PURPOSE, None)
    assert entry.title.decision is Decision.NOTHING_FOUND


def test_the_same_case_again_is_told(desk: Desk) -> None:
    case = list_cases(desk.framework.by_id["3.8"])[0]
    assert keep_case(desk, case, wrote("First.")).alike == {}
    assert len(keep_case(desk, case, wrote("Second.")).alike) == 1


def test_nothing_is_kept_for_nobody(desk: Desk) -> None:
    case = list_cases(desk.framework.by_id["3.8"])[0]
    with pytest.raises(NotFound):
        keep_case(replace(desk, me=None), case, wrote("Mine."))
    assert counted(desk, "entry") == 0
