"""Every page of the framework says whose framework it is, in whatever command it is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.contract.ways import SUCCEEDS, WORKING

# A sheet to fill in with somebody is this project's own, and shows nothing of the framework.
OURS = {("framework", "blank")}
FRAMEWORK = [words for words in WORKING if words[:1] == ("framework",) and words not in OURS]


@pytest.mark.parametrize("words", FRAMEWORK, ids=" ".join)
def test_a_page_of_the_framework_names_both_owners_and_what_is_ours(
    words: tuple[str, ...], files: Path, tmp_path: Path, run: Callable[..., Ran]
) -> None:
    given = [each for each in SUCCEEDS[" ".join(words)] if each not in ("-o", "book.md")]
    ran = run(*words, *given, "-o", "page.txt")
    assert ran.code == 0, ran.err
    told = " ".join(Path("page.txt").read_text(encoding="utf-8").split())
    assert "www.ucl.ac.uk/CORE/competence-frameworks" in told
    assert "www.rcpsych.ac.uk/improving-care/nccmh/competence-frameworks/ips" in told
    assert "titles of the ten meta areas" in told
