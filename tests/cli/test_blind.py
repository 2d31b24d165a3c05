"""Each looks alone first: while a draft is open, no command in no format gives the other away.

Every command there is stands in one of the two tables below. A new one has to be put where it
belongs: whoever adds it has to think whether it speaks of anybody's answers.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ipsskills.cli.app import run as program
from ipsskills.cli.setup import context, settings
from ipsskills.codes import AssessmentKind
from ipsskills.framework.files import shipped_folder
from ipsskills.record.types import State
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import agree as agree_goals
from tests.conftest import Ran
from tests.service import at_home, commands, is_group
from tests.usecases.builders import LEE, UNITS, at_desk_of, find_draft, given, row
from tests.wordfile import read_word

Run = Callable[..., Ran]
ADA = "Ada Example"
APART = ("3.8", "3.13")
DRAFTED = ("3.8/weigh-telling", "3.13")

# A format by its name, and the ending that asks for it too: half of the cases ask by the one and
# half by the other, as both lead to the same writer (`tests/contract/test_formats.py`).
FORMS = {"text": ".txt", "md": ".md", "html": ".html", "json": ".json", "csv": ".csv"}

# What each command that speaks of a person is asked for, in every format it has. {who} is the
# person, {out} a new file. Each of them has to say what is kept apart.
SPEAKS: dict[str, list[tuple[str, ...]]] = {
    "": [(), ("--json",)],
    "report": [
        ("{who}",),
        ("{who}", "--json"),
        *[("{who}", "--format", form, "-o", "-") for form in FORMS],
        ("{who}", "--on", "{today}", "--since", "2020-01-01"),
    ],
    "chart radar": [
        *[("{who}", "-o", f"{{out}}{end}") for end in (".svg", ".png", ".pdf")],
        ("{who}", "-o", "{out}.svg", "--both", "--json"),
    ],
    "chart map": [
        ("{who}", "-o", "{out}.svg"),
        ("{who}", "-o", "{out}.svg", "--json"),
    ],
    "chart progress": [("{who}", "-o", "{out}.svg"), ("{who}", "-o", "{out}.svg", "--json")],
    "chart profile": [
        ("{who}",),
        ("{who}", "--plain"),
        ("{who}", "--json"),
        ("{who}", "-o", "{out}.svg"),
        ("{who}", "-o", "{out}.svg", "--both", "--json"),
    ],
    "compare": [
        ("{who}",),
        ("{who}", "--json"),
        *[("{who}", "--format", form, "-o", "-") for form in FORMS if form != "csv"],
        ("{who}", "--figures"),
        ("{who}", "--figures", "--json"),
        ("{who}", "--mine", "{today}", "--theirs", "{today}"),
    ],
    "agenda": [
        ("{who}",),
        ("{who}", "--json"),
        *[("{who}", "--format", form, "-o", "-") for form in FORMS if form != "csv"],
    ],
    "plan draft": [("{who}",), ("{who}", "--json")],
    "plan show": [
        ("{who}",),
        ("1", "{who}"),
        ("{who}", "--full"),
        ("{who}", "--json"),
        ("{who}", "--format", "html", "-o", "-"),
    ],
    "plan export": [("{who}",), ("{who}", "--json"), ("{who}", "-o", "{out}.md")],
    "plan history": [("{who}",), ("1", "{who}"), ("{who}", "--json")],
    "data export": [("{who}", "-o", "{out}.d")],
}
# Those that show nobody's answers, or only what the one at the keyboard is just typing.
SILENT = {
    *("demo", "init", "assess", "form", "explain", "settings", "agree"),
    *("plan add", "plan done", "plan edit", "plan agree", "plan review", "plan drop"),
    "plan reopen",
    *("prepare", "log training", "log evidence", "log observation", "log supervision"),
    *("log action", "log done", "log remove", "record", "due", "chart coverage"),
    *("people list", "people add", "people edit", "people supervision", "people join"),
    *("team list", "team show", "undo"),
    *("framework show", "framework handbook", "framework search", "framework check"),
    *("framework changes", "framework vignette", "framework blank"),
    *("framework map", "framework notes"),
    *("data where", "data backup", "data restore", "data join", "data check"),
    *("data hold", "data forget", "data redact", "data retention", "contest"),
    *("share out", "share in", "share list", "share undo", "share together"),
}

# Words that stand nowhere else: each answer of ours to 3.8 and 3.13 has its own.
WORDS = {"1": "QOWN1", "2": "QOWN2", "0": "QOWN0"}
OWN_NOTES, THEIR_NOTES = ("QNOTEONE",), ("QNOTETWO",)
OWN = row("3" * 28) | {
    "3.8": given("3.8", "1", bring=True, note="I freeze QNOTEONE.", shared=True),
    "3.13": given("3.13", "2", show=True),
}
THEIRS = {
    "3.8": given("3.8", "0", basis="O", note="Went quiet QNOTETWO.", shared=True),
    "3.13": given("3.13", "0", basis="R"),
    "3.1": given("3.1", "3", basis="O"),
}
OWN_WORDS = (*OWN_NOTES, WORDS["1"], WORDS["2"])
THEIR_WORDS = (*THEIR_NOTES, WORDS["0"])


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, warm_cache: Path) -> Path:
    """Make a home with both views of Ada, worded so that each answer can be told anywhere."""
    place = tmp_path_factory.mktemp("both")
    (place / "home").mkdir()
    shutil.copytree(shipped_folder(), place / "files")
    file = place / "files" / "competences.yaml"
    text = file.read_text(encoding="utf-8")
    skill, rest = text.split("    knowledge:\n", 1)
    for code, said in (("2", "with a check"), ("1", "with someone"), ("0", "not yet")):
        skill = skill.replace(f"you: {said}", f"you: {WORDS[code]}")
        skill = skill.replace(f"they: {said}", f"they: {WORDS[code]}")
    file.write_text(f"{skill}    knowledge:\n{rest}", encoding="utf-8")
    with at_home(place / "home", warm_cache), pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPSSKILLS_FRAMEWORK", str(place / "files"))
        with redirect_stdout(StringIO()):
            assert program(["init", "--name", ADA]) == 0
        with at_work() as desk:
            _views(desk)
    return place


@pytest.fixture
def two(home: Path, both: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Give a record with both views of Ada; return what gives a desk at it."""
    shutil.copytree(both / "home", home, dirs_exist_ok=True)
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", str(both / "files"))
    return at_work


@contextmanager
def at_work() -> Iterator[Desk]:
    with context.desk(context.Place(), write=True) as desk:
        with desk.reading() as view:
            me = view.me
        yield desk.as_person(me)


def _views(desk: Desk) -> None:
    with desk.reading() as work:
        ada = find_person(work, ADA, None)
    own = [a if not isinstance(a, str) else given(item, a) for item, a in OWN.items()]
    take_answers(start(desk, ada, UNITS), own)
    mine = desk.as_person(ada.thing)
    add_goals(mine, None, ("3.8",))
    lee = at_desk_of(desk, LEE)
    agree_goals(mine, None, LEE)
    unseen = [given(item, "u") for item in UNITS if item not in THEIRS]
    session = start(lee, ada, UNITS, kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [*THEIRS.values(), *unseen])


def opened(desk: Desk, whose: str, by: str) -> Session:
    """Open a draft on the two units: Ada's own or Lee's, Lee's by his own hand or by hers."""
    with desk.reading() as work:
        ada = find_person(work, ADA, None)
    if whose == "own":
        return start(desk.as_person(ada.thing), ada, DRAFTED)
    lee = at_desk_of(desk, LEE)
    session = start(lee, ada, DRAFTED, kind=AssessmentKind.SUPERVISOR)
    if by == ADA:
        with desk.store.writing() as work:
            pen = replace(lee.pen(), author=ada.thing)
            work.add(pen.next(session.assessment))
    return session


def be(name: str) -> None:
    """Let somebody be the one who works at this machine."""
    with at_work() as desk:
        person = at_desk_of(desk, name).me
        assert person
        known = settings.load()
        settings.save(replace(known, me={**known.me, desk.store.id: person}))


@pytest.fixture(scope="module")
def at_first() -> dict[str, list[str]]:
    """Keep what each reader sees before a draft: every case starts with the same record."""
    return {}


_PLACES = re.compile(r"^\d{10} \d{5} [nf] *$|^startxref\s+\d+", re.MULTILINE)  # in a PDF


def shown(run: Run, tmp_path: Path, command: str, args: tuple[str, ...], number: int) -> str:
    """Return everything a command shows and writes."""
    from datetime import date

    file = tmp_path / f"out{number}"
    names = {"who": ADA, "out": str(file), "today": date.today().isoformat()}  # noqa: DTZ011
    given_args = [arg.format(**names) for arg in args]
    ran = run(*command.split(), *given_args)
    assert ran.code == 0, (command, args, ran.err)
    written = list(tmp_path.glob(f"out{number}.*"))
    files = [each for path in written for each in (path, *path.rglob("*")) if each.is_file()]
    texts = [path.read_bytes().decode("utf-8", "replace") for path in files]
    for path in written:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    told = _PLACES.sub("", "\n".join([ran.out, ran.err, *texts]))
    return re.sub(r"<svg\b.*?</svg>", _leave_out_key, told, flags=re.DOTALL)


def _leave_out_key(picture: re.Match[str]) -> str:
    """Return a picture's words and marks, without the key: it has the word of every answer."""
    marks = re.findall(r'id="[^"]*unit-[^"]*"', picture[0])
    return "\n".join([*re.findall(r"<desc.*?</desc>", picture[0], re.DOTALL), *marks])


def answered(text: str) -> set[str]:
    """Return the units of ours to which a JSON or CSV text gives an answer's code."""
    csv = re.findall(r"^[a-z-]+,(3\.8|3\.13),", text, re.MULTILINE)
    found = set(csv)
    for start_ in (i for i, c in enumerate(text) if c == "{" and text[i - 1 : i] in ("", "\n")):
        try:
            data, _ = json.JSONDecoder().raw_decode(text[start_:])
        except ValueError:
            continue
        found |= set(_codes(data))
    return found


def _codes(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        unit = value.get("id", value.get("unit"))
        said = ("answer", "code", "own", "supervisor", "mine", "theirs", "agreed", "first_look")
        if unit in APART and any(value.get(name) is not None for name in said):
            yield unit
        for each in value.values():
            yield from _codes(each)
    elif isinstance(value, list):
        for each in value:
            yield from _codes(each)


def every() -> Iterator[tuple[str, tuple[str, ...]]]:
    for command, ways in SPEAKS.items():
        yield from ((command, way) for way in ways)


WAYS = list(every())
# What holds all that a command says; it has to be the same before a draft and after it is dropped.
WHOLE = [
    (command, ("{who}", *form))
    for command in ("report", "compare", "agenda", "plan history")
    for form in ((), ("--json",))
]

# Whose draft is open, by whose hand, who looks, and what that one may not be shown.
CASES = [
    ("own", ADA, ADA, THEIR_WORDS),
    ("own", ADA, LEE, OWN_WORDS),
    ("supervisor", LEE, ADA, THEIR_WORDS),
    ("supervisor", LEE, LEE, (*OWN_WORDS, *THEIR_WORDS)),
    ("supervisor", ADA, ADA, (*OWN_WORDS, *THEIR_WORDS)),
    ("supervisor", ADA, LEE, OWN_WORDS),
]


def test_every_command_is_in_one_of_the_tables() -> None:
    tables = [set(SPEAKS), SILENT]
    told = {" ".join(words) for words in commands() if not is_group(words)}
    assert set().union(*tables) == told
    assert sum(map(len, tables)) == len(told)


@pytest.mark.parametrize(("whose", "hand", "reader", "words"), CASES)
def test_no_command_gives_the_other_away(
    whose: str,
    hand: str,
    reader: str,
    words: tuple[str, ...],
    *,
    two: Callable[..., Any],
    at_first: dict[str, list[str]],
    run: Run,
    tmp_path: Path,
) -> None:
    be(reader)
    if reader not in at_first:
        at_first[reader] = [shown(run, tmp_path, c, w, n) for n, (c, w) in enumerate(WHOLE)]
    with two() as desk:
        session = opened(desk, whose, hand)
    for number, (command, way) in enumerate(_for(whose, hand, reader)):
        text = shown(run, tmp_path, command, way, number)
        given_away = [word for word in words if word in text]
        assert not given_away, (command, way, text)
        if set(OWN_WORDS) <= set(words):
            assert not answered(text), (command, way, text)
            assert 'unit-now-3.8"' not in text
        assert "Kept apart until" in text or _is_picture(way), (command, way, text)
    with two() as desk:
        _drop(desk, session)
    assert [shown(run, tmp_path, c, w, n) for n, (c, w) in enumerate(WHOLE)] == at_first[reader]


@pytest.mark.parametrize(("whose", "hand", "reader", "words"), CASES)
def test_a_file_that_is_sent_holds_nothing_that_its_sender_may_not_see_yet(
    whose: str,
    hand: str,
    reader: str,
    words: tuple[str, ...],
    two: Callable[..., Any],
    run: Run,
    tmp_path: Path,
) -> None:
    """Open, so that it can be read here; a page for somebody without the program likewise."""
    be(reader)
    run("people", "add", "Bo Sample")
    with two() as desk:
        session = opened(desk, whose, hand)
    receiver = "Bo Sample" if reader == ADA else ADA
    told = ""
    for way in (("--open-file", "-o", "sent.txt"), ("-o", "sent.docx")):
        ran = run("share", "out", ADA, "--to", receiver, *way[:-1], str(tmp_path / way[-1]))
        told += ran.out + ran.err
        assert ran.code in (0, 11), ran.err  # where all is kept apart, there is nothing to send
    if (sent := tmp_path / "sent.txt").exists():
        kinds = json.loads(sent.read_text(encoding="utf-8"))["records"].values()
        told += json.dumps([row for kind in kinds for row in kind])
    if (page := tmp_path / "sent.docx").exists():
        told += "\n".join(read_word(page.read_bytes()))
    assert told
    assert [word for word in words if word in told] == []
    with two() as desk:
        _drop(desk, session)


def _for(whose: str, hand: str, reader: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the ways to try: the first page is about oneself, and pictures take their time.

    A page on the screen, as JSON and as a table is asked for in every case. As other files it is
    the same page again, so that a case asks for each of those formats once, of one command.
    """
    number = [case[:3] for case in CASES].index((whose, hand, reader))
    by_ending = (whose == "own") != (reader == LEE)
    ways = [
        (command, _in_a_file(way) if by_ending else way)
        for command, way in WAYS
        if (command or reader == ADA) and _turn(command, way, number) == 0
    ]
    return [(c, w) for c, w in ways if not _is_drawn(w) or reader == hand == LEE]


def _turn(command: str, way: tuple[str, ...], number: int) -> int:
    """Return how many cases later than this one a way is tried; each is in every third at least."""
    form = dict(pairwise(way)).get("--format", "csv")
    if form == "csv":
        return 0
    paged = ("report", "compare", "agenda", "plan show")
    return (paged.index(command) + list(FORMS).index(form) + number) % 3


def _in_a_file(way: tuple[str, ...]) -> tuple[str, ...]:
    """Return a way that asks for a format by its name as one that does so by its ending."""
    if "--format" not in way:
        return way
    who, _, form, option, _ = way
    return (who, option, f"{{out}}{FORMS[form]}")


def _is_drawn(way: tuple[str, ...]) -> bool:
    return _is_picture(way) or "{out}.svg" in way


def _is_picture(way: tuple[str, ...]) -> bool:
    return any(end in " ".join(way) for end in (".png", ".pdf"))


def _drop(desk: Desk, session: Session) -> None:
    kept = session.assessment
    with desk.store.writing() as work:
        (now,) = work.current(type(kept), thing=kept.thing)
        work.add(desk.pen().next(now, state=State.DROPPED))


def test_the_words_are_there_when_nothing_is_open(
    two: Callable[..., Any], run: Run, tmp_path: Path
) -> None:
    """What the tests above look for is what the pages would say."""
    be(LEE)
    said = "".join(shown(run, tmp_path, c, w, n) for n, (c, w) in enumerate(WHOLE))
    assert [word for word in (*OWN_WORDS, *THEIR_WORDS) if word not in said] == []
    assert answered(shown(run, tmp_path, "report", ("{who}", "--json"), 1)) == set(APART)
    assert answered(shown(run, tmp_path, "report", ("{who}", "--format", "csv"), 1)) == set(APART)


def test_finishing_shows_everything_again(
    two: Callable[..., Any], run: Run, tmp_path: Path
) -> None:
    with two() as desk:
        session = opened(desk, "supervisor", LEE)
        lee = at_desk_of(desk, LEE)
        with desk.reading() as work:
            ada = find_person(work, ADA, None)
        assert find_draft(lee, ada, AssessmentKind.SUPERVISOR, DRAFTED)
        take_answers(session, [given("3.13", "0", basis="O")])
    be(ADA)
    text = shown(run, tmp_path, "report", ("{who}",), 1)
    assert WORDS["0"] in text
    assert "Kept apart" not in text
