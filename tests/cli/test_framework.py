"""Reading, searching and checking the framework; explanations."""

import csv
import json
import re
import shlex
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain

Run = Callable[..., Ran]


def test_the_list_names_every_unit_by_id(home: Path, run: Run) -> None:
    told = run("framework", "show").out
    ids = re.findall(r"^ +(\d\.\d+|M\d+|A\d) ", told, re.MULTILINE)
    assert len(ids) == len(set(ids)) >= 40
    assert ids.index("3.2") < ids.index("3.10")


@try_each("name", ["3.8", "disclosure", "DISCLOSURE", "Disclos"])
def test_a_unit_by_id_slug_or_words(name: str, home: Path, run: Run) -> None:
    assert run("framework", "show", name).out.startswith("3.8")


def test_3_10_is_not_3_1(home: Path, run: Run) -> None:
    assert run("framework", "show", "3.10").out != run("framework", "show", "3.1").out


def test_several_are_named(home: Path, run: Run) -> None:
    ran = run("framework", "show", "job")
    assert ran.code == 10
    assert "could be" in ran.err
    is_plain(ran.err)


def test_a_workbook_of_the_scale_holds_answers_and_one_of_cases_the_cases(
    home: Path, run: Run
) -> None:
    rows = list(csv.reader(StringIO(run("framework", "show", "scale", "--format", "csv").out)))
    assert rows[0] == ["asked_as", "code", "label", "means", "you", "they"]
    assert [
        "knowledge",
        "0",
        "New to me",
        "a fair place to start",
        "new to you",
        "new to them",
    ] in rows
    assert [row[0] for row in rows[1:]] == [
        *(way for way in ("skill", "knowledge", "value", "safety", "first look") for _ in "3210"),
        *["always there"] * 3,
    ]
    run("framework", "show", "scale", "-o", "scale.xlsx")
    assert openpyxl.load_workbook("scale.xlsx").sheetnames == [
        "Answers", "Questions", "Choices", "Words",
    ]  # fmt: skip
    told = run("framework", "show", "3.8", "--vignettes", "--format", "csv").out
    assert told.startswith("unit,slug,title,")
    assert run("framework", "show", "scale", "--vignettes").code == 2


def test_search(home: Path, run: Run) -> None:
    assert "3.7" in run("framework", "search", "benefits").out
    assert run("framework", "search", "zzzz").out.startswith("Nothing found")
    told = run("framework", "search", "lone working").out
    assert re.search(
        r"^  2\.1 +Ethics and boundaries +ipsskills framework show 2\.1$", told, re.MULTILINE
    )
    assert re.search(
        r"^ +statement \d+ ", run("framework", "search", "lone", "--all").out, re.MULTILINE
    )
    assert "1.1/" not in told, "a statement goes by its place"


def test_search_for_nothing_is_no_search(home: Path, run: Run) -> None:
    assert run("framework", "search", "", " ").code == 2


def test_check_of_ours(home: Path, run: Run) -> None:
    told = run("framework", "check").out
    assert told.startswith("The framework is sound: version ")
    assert "8 domains, 2 supporting areas, 28 units" in told
    assert re.search(r"^  3\.10 .* 10-14 ", told, re.MULTILINE)


def test_check_of_files_in_any_order(shipped_copy: Path, run: Run) -> None:
    one, other = shipped_copy / "competences.yaml", shipped_copy / "curriculum.yaml"
    assert run("framework", "check", str(other), str(one)).code == 0


def test_check_with_a_local_file(shipped_copy: Path, run: Run) -> None:
    local = shipped_copy / "local.yaml"
    local.write_text("statements: []\nsafety_units: ['9.9']\n", encoding="utf-8")
    names = ("competences.yaml", "curriculum.yaml", "local.yaml")
    ran = run("framework", "check", *(str(shipped_copy / name) for name in names))
    assert ran.code == 12
    assert "There is no unit 9.9." in ran.err
    assert "local.yaml" in ran.err


def test_check_names_every_fault_with_its_line(shipped_copy: Path, run: Run) -> None:
    file = shipped_copy / "competences.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    spoilt = [n for n, line in enumerate(lines) if line.strip() == "kind: ability"][:2]
    for number in spoilt:
        lines[number] = lines[number].replace("kind", "kynd")
    file.write_text("\n".join(lines), encoding="utf-8")
    ran = run("framework", "check", str(file), str(shipped_copy / "curriculum.yaml"))
    assert (ran.code, ran.out) == (12, "")
    for number in spoilt:
        assert f"competences.yaml, line {number + 1} " in ran.err
    is_plain(ran.err)


def test_check_of_one_file_is_a_slip(shipped_copy: Path, run: Run) -> None:
    assert run("framework", "check", str(shipped_copy / "competences.yaml")).code == 2


def test_a_service_has_its_own_words(
    shipped_copy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = shipped_copy / "competences.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("short: Disclosure", "short: Telling employers"), "utf-8")
    assert run("settings", "framework", str(shipped_copy)).code == 0
    assert "Telling employers" in run("framework", "show").out
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", "")
    assert "Telling employers" not in run("framework", "show").out


def test_a_service_whose_folder_is_gone_is_told(shipped_copy: Path, run: Run) -> None:
    run("settings", "framework", str(shipped_copy))
    shipped_copy.rename(shipped_copy.with_name("elsewhere"))
    ran = run("framework", "show")
    assert ran.code == 12
    assert "ipsskills settings framework --unset" in ran.err
    assert run("settings", "framework", "--unset").code == 0
    assert run("framework", "show").code == 0


def test_every_topic_of_the_list_can_be_explained(home: Path, run: Run) -> None:
    listed = re.findall(r"ipsskills explain (\S+)", run("explain").out)
    assert len(listed) > 5
    for topic in listed:
        assert len(run("explain", topic).out) > 100


def test_a_word_that_looks_alike_is_suggested(home: Path, run: Run) -> None:
    told = run("explain", "ordr").out
    assert "There is no explanation of 'ordr'." in told
    assert "Perhaps: order" in told


def test_what_is_no_topic_is_searched_for(home: Path, run: Run) -> None:
    told = run("explain", "lone", "working").out
    assert "There is no explanation of 'lone working'. Here is where it stands." in told
    assert "ipsskills framework show 2.1" in told
    nothing = run("explain", "zzzz")
    assert (nothing.code, nothing.out) == (10, "")


def test_a_search_shows_a_few_places_and_all_when_asked(home: Path, run: Run) -> None:
    few, every = (
        run("framework", "search", "consent"),
        run("framework", "search", "consent", "--all"),
    )
    assert "ipsskills framework search consent --all" in few.out
    assert "--all" not in every.out
    assert len(every.out) > 2 * len(few.out)
    found = json.loads(run("framework", "search", "consent", "--json").out)["data"]
    assert (len(found["places"]), found["more"]) == (5, True)
    assert {"kind", "id", "title", "passages"} == set(found["places"][0])


@try_each(
    "words",
    [
        "consent",
        "iapt",
        "who wrote this",
        "kpis",
        "forklift",
        "map",
        "section 2",
        "three cups",
        "P3",
    ],
)
def test_every_hit_opens_with_the_command_that_it_names(words: str, home: Path, run: Run) -> None:
    told = run("framework", "search", *words.split()).out
    named = re.findall(
        r"ipsskills (framework (?:show|map|vignette).*|explain .*)$", told, re.MULTILINE
    )
    assert named
    for command in named:
        assert run(*command.split("  ")[0].split()).code == 0, command


@pytest.mark.parametrize(
    ("args", "holds"),
    [
        (("show", "3.8", "-o", "unit.md"), "Disclos"),
        (("show", "3.8", "--vignettes", "-o", "cases.txt"), "3.8"),
        (("show", "3.8", "--handout", "-o", "sheet.html"), "<html"),
        (("show", "-o", "all.md"), "3.16"),
        (("handbook", "-o", "book.md"), "3.16"),
        (("handbook", "-o", "book.html"), "<html"),
    ],
    ids=str,
)
def test_written_to_a_file(args: tuple[str, ...], holds: str, home: Path, run: Run) -> None:
    ran = run("framework", *args)
    assert (ran.code, ran.err) == (0, "")
    assert args[-1] in ran.out
    assert holds in Path(args[-1]).read_text(encoding="utf-8")
    assert run("framework", *args).code == 11
    if args[-1] != "book.html":  # it takes longest, and the other handbook is written over
        assert run("framework", *args, "--force").code == 0


@try_each(
    ("args", "code"),
    [
        (("show", "--vignettes"), 2),
        (("show", "--handout"), 2),
        (("show", "9.9", "--handout"), 10),
        (("show", "3.8", "-o", "unit.odt"), 11),
        (("handbook", "-o", "book.odt"), 11),
        (("changes", "1999.1"), 10),
        (("changes", "nosuch.yaml"), 10),
    ],
)
def test_reading_refused(args: tuple[str, ...], code: int, home: Path, run: Run) -> None:
    ran = run("framework", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)


def test_changes_alone_tells_every_version(home: Path, run: Run) -> None:
    told = run("framework", "changes").out
    assert re.search(r"(?ms)^  2026\.2 +30 Nov 2026 .*^  2026\.1 +22 Nov 2026 ", told)
    assert re.search(r"^ +new +Each version says under 'new' ", told, re.MULTILINE)


def test_the_newest_change_is_of_this_version(shipped_copy: Path, run: Run) -> None:
    ours = shipped_copy / "competences.yaml"
    text = ours.read_text(encoding="utf-8")
    ours.write_text(text.replace('- version: "2026.2"', '- version: "2025.9"'), encoding="utf-8")
    ran = run("framework", "check", str(ours), str(shipped_copy / "curriculum.yaml"))
    assert ran.code == 12
    assert "The newest version under 'changes' is 2025.9." in ran.err


def test_check_refuses_units_that_do_not_say_what_doing_it_looks_like(
    shipped_copy: Path, run: Run
) -> None:
    say_in_practice(shipped_copy, "3.8", "")
    say_in_practice(shipped_copy, "3.10", "        in_practice: " + "asks " * 31 + "\n")
    told = check_spoilt(shipped_copy, run)
    missing = "It does not say what doing this looks like. Say in one sentence what a colleague"
    assert re.search(rf"3\.8, in_practice\)[^)]*{re.escape(missing)}", told), told
    assert re.search(r"3\.10, in_practice\)[^)]*It has 31 words\. At most 30\.", told), told


def test_check_refuses_a_number_where_a_unit_says_what_doing_it_looks_like(
    shipped_copy: Path, run: Run
) -> None:
    say_in_practice(shipped_copy, "3.8", "        in_practice: 31\n")
    told = check_spoilt(shipped_copy, run)
    assert "3.8, in_practice)" in told
    assert "This should be text, but is a number." in told


def say_in_practice(copy: Path, unit: str, said: str) -> None:
    """Let a unit of a copy say something else, or nothing, of what doing it looks like."""
    ours = copy / "curriculum.yaml"
    text = ours.read_text(encoding="utf-8")
    start = text.index("        in_practice: >-", text.index(f'id: "{unit}"'))
    end = text.index("        goal:", start)
    ours.write_text(text[:start] + said + text[end:], encoding="utf-8")


def check_spoilt(copy: Path, run: Run) -> str:
    """Return what the check of a spoilt copy says."""
    ran = run("framework", "check", str(copy / "competences.yaml"), str(copy / "curriculum.yaml"))
    assert (ran.code, ran.out) == (12, "")
    return " ".join(ran.err.split())


def test_changes_between_two_files(shipped_copy: Path, run: Run) -> None:
    before = shipped_copy / "competences.yaml"
    text = before.read_text(encoding="utf-8")
    ours = shipped_copy / "ours.yaml"
    ours.write_text(text.replace("An ability to", "A way to", 1), encoding="utf-8")
    assert run("framework", "changes", str(before), str(before)).code == 0
    ran = run("framework", "changes", str(before), str(ours))
    assert (ran.code, ran.err) == (0, "")
    assert "A way to" in " ".join(ran.out.split())


@try_each("words", ["P3", "item 13", "fidelity", "where effort would pay first"])
def test_words_of_the_guide_can_be_explained(words: str, home: Path, run: Run) -> None:
    ran = run("explain", *words.split())
    assert (ran.code, ran.err) == (0, "")


@try_each(
    "words",
    [
        "minimum wage",
        "reasonable adjustments",
        "universal credit",
        "tribunal",
        "sick pay",
        "PIP",
        "fit note",
        "criminal record",
        "find a tribunal",
    ],
)
def test_what_is_printed_for_other_nations_shows_each_note_that_was_counted(
    home: Path, run: Run, words: str
) -> None:
    run("settings", "nation", "England")
    said = " ".join(run("framework", "search", *words.split()).out.split())
    told = re.search(r"Other nations \([^)]+\): (\d+) notes?, ipsskills (.*? --all-nations)", said)
    assert told
    shown = run(*shlex.split(told[2])).out
    others = shown.partition("LAW AND GUIDANCE OF OTHER NATIONS")[2]
    assert len(re.findall(r"^ +note, ", others, re.MULTILINE)) == int(told[1])
