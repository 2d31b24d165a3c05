"""A lost computer: what its record had sent comes back, led by what the screens of both print."""

import json
from pathlib import Path

import pytest

from tests.cli.sharing.conftest import ADA, LEE
from tests.cli.sharing.test_folder import little_work  # noqa: F401 - a fixture
from tests.cli.sharing.test_share import Homes, homes, next_commands  # noqa: F401
from tests.conftest import Ran
from tests.usecases.builders import UNITS

WORDS = "words for one file\n"
pytestmark = pytest.mark.usefixtures("little_work")


@pytest.fixture
def lost(homes: Homes) -> Homes:  # noqa: F811
    """Ada has a new computer, and a file that Lee closed for the key she lost."""
    homes.do("share", "out", "--open-file", "-o", "first.txt")
    homes.be("lee").do("share", "in", "first.txt")
    homes.do("share", "together", ADA)
    homes.do("log", "observation", ADA, "--setting", "A visit", "--way", "watched", "--unit", "3.8")
    homes.do("share", "out", ADA, "-o", "for-ada.txt")
    homes.be("new").do("init", "--name", ADA, "--supervisor", LEE)
    return homes


def refuse(homes: Homes) -> Ran:  # noqa: F811
    """What Ada is told of that file on her new computer."""
    ran = homes.try_("share", "in", "for-ada.txt")
    assert ran.code == 11
    return ran


def list_people(homes: Homes) -> list[str]:  # noqa: F811
    """Return the names of everybody in a record, as often as they are in it."""
    return [each["name"] for each in json.loads(homes.do("people", "list", "--json").out)["data"]]


def read_back(homes: Homes) -> None:  # noqa: F811
    """Ada has again what she had sent and what Lee kept, once, and both go on with keys alone."""
    report = json.loads(homes.be("new").do("report", "--json").out)["data"]
    assert {each["id"] for each in report["answers"]} == set(UNITS)
    assert "A visit" in homes.do("record").out
    assert list_people(homes) == [ADA, LEE]
    sent = homes.do("share", "out", "-o", "once-more.txt")
    assert "It needs no passphrase." in sent.err
    came = homes.be("lee").do("share", "in", "once-more.txt").out
    assert "answers changed" not in came
    assert list_people(homes) == [ADA, LEE]
    homes.do("share", "out", ADA, "-o", "new-key.txt")
    told = homes.be("new").do("share", "in", "new-key.txt").out
    assert "Everything in it is here already." in told


def test_it_is_sent_once_more_by_a_passphrase_as_both_screens_say(lost: Homes) -> None:
    (again,) = next_commands(refuse(lost).err.replace("type: ", "type:\n"))
    assert again == ["share", "out", ADA, "--passphrase"]
    lost.be("lee").pipe(WORDS)
    sent = lost.do(*again, "-o", "by-words.txt")
    assert "By a passphrase, as you asked." in sent.err
    lost.be("new").pipe(WORDS)
    lost.do("share", "in", "by-words.txt", "--is", LEE)
    read_back(lost)


def test_the_leaders_page_of_what_goes_names_the_way(lost: Homes) -> None:
    shown = " ".join(lost.be("lee").do("share", "out", ADA, "-o", "more.txt").err.split())
    assert f'lost their computer, that key is lost too: ipsskills share out "{ADA}" --pass' in shown


def test_a_record_with_nothing_in_it_sends_its_key_and_gets_back_what_it_had(lost: Homes) -> None:
    Path("words.txt").write_text(WORDS)
    sent = lost.do("share", "out", "-o", "key.txt", "--passphrase-file", "words.txt")
    told = " ".join(sent.err.split())
    assert "Your key, and nothing else yet. With it Lee Sample can send you what they" in told
    assert "has no ipsskills" not in told
    opened = ("share", "in", "key.txt", "--passphrase-file", "words.txt", "--is", ADA)
    came = lost.be("lee").do(*opened)
    assert "Ada Example has a new key. Ask them." in came.out
    back = next(each for each in next_commands(came.out) if each[:2] == ["share", "out"])
    assert back == ["share", "out", ADA]
    sent = lost.do(*back, "-o", "closed-for-new.txt")
    assert "has a new key since" in sent.err
    lost.be("new").do("share", "in", "closed-for-new.txt")
    read_back(lost)
