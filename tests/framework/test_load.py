"""Loading: from the right folder, through the cache, and faults told with file and line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from ipsskills.cli.output.spelling import spell_text
from ipsskills.errors import DataFileError
from ipsskills.framework import cache as cache_module
from ipsskills.framework import files, load
from ipsskills.framework.files import (
    Source,
    content_hash,
    read_source,
    read_sources,
    shipped_folder,
)
from ipsskills.framework.load import from_text, parse
from ipsskills.framework.types import Framework
from tests.cases import try_each
from tests.framework.builders import (
    as_yaml,
    competences,
    curriculum,
    data_faults,
    guidance,
    lesson,
    merge_faults,
    parsed,
    statement,
    tiny,
    unit,
    write_files,
)

COMPETENCES = as_yaml(competences())
CURRICULUM = as_yaml(curriculum())
TRAP = (
    "This should be text, but is the number 3.1. Without quotes, 3.10 is read as the number 3.1 "
    'and taken for unit 3.1. Put the id in quotes, like this: "3.10".'
)


def of_texts(rated: str, taught: str) -> Framework:
    return parse(
        Source("competences.yaml", rated.encode()), Source("curriculum.yaml", taught.encode())
    )


def line_of(text: str, part: str) -> int:
    """Return the line, counted from 1, on which ``part`` stands, which is there once."""
    assert text.count(part) == 1
    return text[: text.index(part)].count("\n") + 1


def spoil(path: Path, part: str, instead: str) -> int:
    """Replace a part of a file that stands there once; return its line."""
    text = path.read_text(encoding="utf-8")
    line = line_of(text, part)
    path.write_text(text.replace(part, instead), encoding="utf-8")
    return line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path / "ours", competences(), curriculum())


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a switch after which reading YAML fails, so that only the cache can answer."""

    def parse_no_more(*_: object) -> Framework:
        raise AssertionError("the YAML was read again")

    return lambda: monkeypatch.setattr(load, "parse", parse_no_more)


def nothing_shipped(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(files, "shipped_folder", lambda: folder)


# Which files are read.


def test_without_a_folder_the_shipped_files_are_read() -> None:
    assert [Path(each.name).name for each in read_sources() if each] == [
        "competences.yaml",
        "curriculum.yaml",
    ]
    assert len(tuple(load.load().asked())) == 28


@try_each("path", sorted(files.shipped_folder().glob("*.yaml")))
def test_a_shipped_file_can_be_read_where_there_is_no_c_parser(path: Path) -> None:
    """The two parsers differ on a few signs: what only one of them takes has to be quoted."""
    text = path.read_text(encoding="utf-8")
    with_c = [type(event) for event in yaml.parse(text, Loader=yaml.CSafeLoader)]
    assert [type(event) for event in yaml.parse(text, Loader=yaml.SafeLoader)] == with_c


def test_a_folder_with_both_files_is_read_alone(folder: Path) -> None:
    whole = load.load(folder)
    assert [each.id for each in whole.units] == ["3.2", "3.10", "M1", "A1"]
    assert whole == tiny()


@pytest.mark.parametrize(
    ("held", "other"),
    [("competences.yaml", "curriculum.yaml"), ("curriculum.yaml", "competences.yaml")],
)
def test_a_folder_that_holds_one_file_takes_the_other_from_the_shipped_ones(
    shipped_copy: Path, held: str, other: str
) -> None:
    (shipped_copy / other).unlink()
    mine = shipped_copy / held
    text = mine.read_text(encoding="utf-8")
    mine.write_text(text.replace("2026-11-30", "2026-12-01", 1), encoding="utf-8")
    rated, taught, local = read_sources(shipped_copy)
    assert {rated.name, taught.name} == {str(mine), str(shipped_folder() / other)}
    assert local is None
    changed = load.load(shipped_copy)
    assert len(changed.units) == 40
    assert changed.reviewed.isoformat() == (
        "2026-12-01" if held == "competences.yaml" else "2026-11-30"
    )


def test_a_folder_with_only_a_local_file_adds_to_the_shipped_framework(tmp_path: Path) -> None:
    added = {"statements": [statement("local/3.8/our-form", unit="3.8")]}
    (tmp_path / "local.yaml").write_text(as_yaml(added), encoding="utf-8")
    whole = load.load(tmp_path)
    assert [each.id for each in whole.local] == ["local/3.8/our-form"]
    assert len(whole.units) == 40


def test_a_missing_file_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing_shipped(monkeypatch, tmp_path)
    with pytest.raises(DataFileError) as raised:
        load.load()
    missing = tmp_path / "competences.yaml"
    assert raised.value.message == f"{missing} cannot be read: No such file or directory."
    assert raised.value.hint == "Put the file back, or install again."
    assert raised.value.exit_code == 12


def test_a_folder_in_place_of_a_file_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read: Is a directory"):
        read_source(tmp_path)


@pytest.mark.parametrize("name", ["competences.yaml", "curriculum.yaml", "local.yaml"])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_that_is_not_utf8_is_named(folder: Path, name: str, encoding: str) -> None:
    (folder / name).write_bytes("# café\n".encode(encoding))
    with pytest.raises(DataFileError) as raised:
        load.load(folder)
    assert raised.value.message == f"{folder / name} is not UTF-8 text."
    assert raised.value.hint == "Save it again as UTF-8 in your editor."


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(folder: Path) -> None:
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load.load(folder) == tiny()


# Faults are told with file and line.


@pytest.mark.parametrize(("name", "where"), [("competences.yaml", "D7"), ("curriculum.yaml", "3")])
def test_an_unquoted_id_is_told_with_its_file_and_line(
    shipped_copy: Path, name: str, where: str
) -> None:
    line = spoil(shipped_copy / name, '- id: "3.10"', "- id: 3.10")
    assert data_faults(lambda: load.load(shipped_copy)) == [
        f"{name}, line {line} ({where}, employment-plan, id): {TRAP}"
    ]


def test_a_slip_in_a_key_of_the_shipped_file_is_told_with_the_right_spelling(
    shipped_copy: Path,
) -> None:
    good = "title: Constructing an individualised employment plan"
    line = spoil(shipped_copy / "competences.yaml", good, good.replace("title", "titel"))
    told = data_faults(lambda: load.load(shipped_copy))
    assert told == [
        f"competences.yaml, line {line - 2} (D7, 3.10, title): The key 'title' is missing. Add it.",
        (
            f"competences.yaml, line {line} (D7, 3.10, titel): The key 'titel' is not known here. "
            "Did you mean 'title'?"
        ),
    ]


def test_the_faults_of_all_files_are_told_at_once(shipped_copy: Path) -> None:
    one = spoil(shipped_copy / "competences.yaml", "short: Disclosure\n", "short: 12\n")
    other = spoil(shipped_copy / "curriculum.yaml", 'version: "2026.2"', "version: 2026.2")
    (shipped_copy / "local.yaml").write_text("safety_units: 3\n", encoding="utf-8")
    assert data_faults(lambda: load.load(shipped_copy)) == [
        (
            f"competences.yaml, line {one} (D7, 3.8, short): This should be text, but is a number. "
            "Write it in quotes."
        ),
        (
            f"curriculum.yaml, line {other} (version): This should be text, but is the number "
            "2026.2. Write it in quotes."
        ),
        (
            "local.yaml, line 1 (safety_units): This should be a list, but is a number. "
            "Start each line with '- '."
        ),
    ]


def test_broken_yaml_in_one_file_does_not_hide_the_faults_of_the_other() -> None:
    told = data_faults(lambda: of_texts("version: [\n", "# nothing\n"))
    assert len(told) == 2
    assert told[0].startswith("competences.yaml, line 2: This is not valid YAML: ")
    assert told[1] == "curriculum.yaml, line 1: The file is empty. Put the content back."


def test_a_key_given_twice_in_the_shipped_file_is_refused(shipped_copy: Path) -> None:
    line = spoil(
        shipped_copy / "competences.yaml",
        "        short: Disclosure\n",
        "        short: Disclosure\n        short: Telling\n",
    )
    assert data_faults(lambda: load.load(shipped_copy)) == [
        f"competences.yaml, line {line + 1}: The key 'short' appears twice. Keep one of them."
    ]


def test_faults_in_the_files_are_told_with_how_to_check_them() -> None:
    with pytest.raises(DataFileError) as raised:
        of_texts("", CURRICULUM)
    assert spell_text(raised.value.hint) == "Correct the file, then try: ipsskills framework check"


# The cache.


def test_a_cached_framework_equals_a_strictly_read_one(
    folder: Path, cache: Path, unread: Callable[[], None]
) -> None:
    strict = load.load(folder, cache)
    unread()
    assert load.load(folder, cache) == strict == tiny()


def test_the_shipped_framework_comes_back_equal_from_the_cache(
    framework: Framework, cache: Path, unread: Callable[[], None]
) -> None:
    load.load(cache_folder=cache)
    unread()
    found = load.load(cache_folder=cache)
    assert found == framework
    assert found.text == framework.text
    assert found.hash == framework.hash == content_hash(framework.text)


def test_what_a_cached_framework_works_out_is_the_same(
    framework: Framework, cache: Path, unread: Callable[[], None]
) -> None:
    load.load(cache_folder=cache)
    unread()
    found = load.load(cache_folder=cache)
    assert found.by_id["3.10"].title == "Constructing an individualised employment plan"
    assert found.is_safety("2.2")
    assert not found.is_safety("3.8")
    assert list(found.statements) == list(framework.statements)


def test_a_local_file_is_cached_with_the_rest(
    folder: Path, cache: Path, unread: Callable[[], None]
) -> None:
    local = {"statements": [statement("local/3.2/ours", unit="3.2")], "safety_units": ["3.10"]}
    write_files(folder, competences(), curriculum(), local)
    strict = load.load(folder, cache)
    unread()
    found = load.load(folder, cache)
    assert found == strict
    assert found.is_safety("3.10")


def test_a_changed_file_is_read_anew(folder: Path, cache: Path) -> None:
    load.load(folder, cache)
    spoil(folder / "competences.yaml", "short: Listening", "short: Hearing")
    assert load.load(folder, cache).by_id["3.2"].short == "Hearing"


def test_a_local_file_added_later_is_noticed(folder: Path, cache: Path) -> None:
    assert load.load(folder, cache).local_safety == ()
    (folder / "local.yaml").write_text('safety_units: ["3.2"]\n', encoding="utf-8")
    assert load.load(folder, cache).local_safety == ("3.2",)


def test_faults_put_into_a_cached_file_are_told(folder: Path, cache: Path) -> None:
    load.load(folder, cache)
    spoil(folder / "competences.yaml", "short: Listening", "short: [Listening]")
    assert len(data_faults(lambda: load.load(folder, cache))) == 1


def test_another_version_of_the_program_reads_anew(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, unread: Callable[[], None]
) -> None:
    monkeypatch.setattr(load, "copy_place", cache_module.copy_place)  # as it is, not as remembered
    load.load(folder, cache)
    monkeypatch.setattr(cache_module, "__version__", "999.0")
    unread()
    with pytest.raises(AssertionError, match="read again"):
        load.load(folder, cache)


def test_a_new_copy_takes_the_place_of_the_old_one(folder: Path, cache: Path) -> None:
    load.load(folder, cache)
    (first,) = cache.iterdir()
    spoil(folder / "competences.yaml", "short: Listening", "short: Hearing")
    load.load(folder, cache)
    (second,) = cache.iterdir()
    assert first.name != second.name
    assert second.suffix == ".json"


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"null", b"[]", b'{"version": "2026.1"', b"\xff\xfe\x00", b"no json at all"],
)
def test_a_corrupt_copy_is_passed_over_and_made_again(
    folder: Path, cache: Path, content: bytes, unread: Callable[[], None]
) -> None:
    load.load(folder, cache)
    (copy,) = cache.iterdir()
    copy.write_bytes(content)
    assert load.load(folder, cache) == tiny()
    unread()
    assert load.load(folder, cache) == tiny()


def test_a_copy_with_a_key_we_do_not_know_is_passed_over(folder: Path, cache: Path) -> None:
    load.load(folder, cache)
    (copy,) = cache.iterdir()
    spoil(copy, '"version":"2026.1"', '"version":"1999.9","colour":"red"')
    assert load.load(folder, cache).version == "2026.1"


def test_a_copy_that_somebody_edited_is_passed_over(folder: Path, cache: Path) -> None:
    load.load(folder, cache)
    (copy,) = cache.iterdir()
    text = copy.read_text(encoding="utf-8")
    copy.write_text(text.replace('"version":"2026.1"', '"version":"1999.9"'), encoding="utf-8")
    assert load.load(folder, cache).version == "2026.1"


def test_a_cache_folder_that_cannot_be_made_is_no_fault(folder: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("here first", encoding="utf-8")
    assert load.load(folder, in_the_way / "cache") == tiny()
    assert load.load(folder, in_the_way) == tiny()
    assert in_the_way.read_text(encoding="utf-8") == "here first"


def test_a_full_disk_while_the_copy_is_written_is_no_fault(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert load.load(folder, cache) == tiny()


def test_without_a_cache_folder_nothing_is_written(folder: Path) -> None:
    load.load(folder)
    assert {file.name for file in folder.iterdir()} == {"competences.yaml", "curriculum.yaml"}


# The text that is kept, and its hash.


def test_a_framework_comes_back_from_its_text(framework: Framework) -> None:
    text = framework.text
    assert from_text(text) == framework
    assert from_text(text).text == text


def test_every_kind_of_content_comes_back_from_its_text() -> None:
    rated, taught = competences(), curriculum()
    rated["domains"][0]["units"][0] |= {
        "title": "Žluťoučký 🦊 عربي \"quoted\" 'so'\nand on",
        "question": "Well, in the last {period}?",
        "anchors": {"3": "yes", "0": "no"},
        "safety": True,
        "also_touches": ["judging"],
        "statements": [statement("3.10/old", retired=True, points=["a", "b"])],
    }
    taught["sections"][0]["units"][1] |= {
        "title": "Žluťoučký 🦊 عربي \"quoted\" 'so'\nand on",
        "notes": [guidance(), guidance(grade="settled", renews=None, seen=None)],
        "background": [
            {key: value for key, value in guidance().items() if key not in ("address", "stakes")}
        ],
    }
    local = {"statements": [statement("local/3.2/ours", unit="3.2")], "safety_units": ["3.2"]}
    whole = parsed(rated, taught, local)
    assert whole.by_id["3.10"].title == "Žluťoučký 🦊 عربي \"quoted\" 'so'\nand on"
    assert from_text(whole.text) == whole


def test_a_text_that_the_first_version_kept_is_read_as_it_was() -> None:
    """Records hold it: what was answered with it is shown in its words, whatever came since."""
    kept = Path(__file__).with_name("kept_2026_1.json").read_text(encoding="utf-8").rstrip()
    found = from_text(kept)
    assert (found.version, found.text) == ("2026.1", kept)
    assert found.hash == "2d0291b47777e8b14768980be6b82f5bfd6e6c8c4957ac2d6f542e4ca0673b81"
    lesson = found.by_id["3.10"].curriculum
    assert (lesson.purpose, lesson.in_practice) == ("To try things.", None)
    assert [each.title for each in lesson.activities] == ["Walk"]
    assert [each.title for each in lesson.vignettes] == ["The door"]
    assert [s.id for s in found.by_id["3.10"].live_statements] == ["3.10/first"]
    assert found.is_safety("3.2")


def test_a_text_from_before_notes_told_their_age_is_read_without_them() -> None:
    kept = json.loads(tiny().text)
    kept["units"][0]["curriculum"]["notes"] = [
        {
            "nation": "Wales",
            "text": "A brown act.",
            "checked": "2026-01-02",
            "source": "An Act",
            "to_be_checked": True,
        }
    ]
    del kept["units"][0]["curriculum"]["background"]
    text = json.dumps(kept)
    read = from_text(text)
    assert read.units == tiny().units
    assert read.text == text, "the record knows it by this text"


@try_each("text", ['{"nation":1}', '{"units":[],"nation":1}', '{"units":[{"nation":1}]}'])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"no framework|not a Framework"):
        from_text(text)


def test_the_hash_is_sha256() -> None:
    assert content_hash("abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


def hash_of(rated: str, taught: str = CURRICULUM) -> str:
    return content_hash(of_texts(rated, taught).text)


def test_the_hash_stays_when_the_yaml_is_only_laid_out_anew() -> None:
    commented = "# ours\n" + COMPETENCES.replace("\nscale:", "  # a remark\n\n\nscale:")
    requoted = COMPETENCES.replace("id: '3.10'", 'id: "3.10"').replace(
        "short: Listening", "short: 'Listening'"
    )
    backwards = yaml.safe_dump(dict(reversed(competences().items())), sort_keys=False)
    flow = yaml.safe_dump(competences(), default_flow_style=True, sort_keys=False, width=60)
    texts = {COMPETENCES, commented, requoted, backwards, flow}
    assert len(texts) == 5
    assert {hash_of(text) for text in texts} == {hash_of(COMPETENCES)}


def test_the_hash_changes_with_a_word_in_either_file() -> None:
    words = COMPETENCES.replace("do 3.2/first", "try 3.2/first")
    assert words != COMPETENCES
    taught = CURRICULUM.replace("Say what was tried", "Tell what was tried", 1)
    assert taught != CURRICULUM
    assert len({hash_of(COMPETENCES), hash_of(words), hash_of(COMPETENCES, taught)}) == 3


def test_the_hash_changes_with_a_local_file() -> None:
    plain = tiny().text
    added = parsed(competences(), curriculum(), {"safety_units": ["3.2"]}).text
    assert content_hash(plain) != content_hash(added)


def test_where_the_files_lie_is_no_part_of_the_text(folder: Path, tmp_path: Path) -> None:
    elsewhere = write_files(tmp_path / "elsewhere", competences(), curriculum())
    assert load.load(folder).text == load.load(elsewhere).text


def test_the_small_framework_of_these_tests_has_no_faults() -> None:
    extra = unit("3.3", "asking")
    rated = competences()
    rated["domains"][0]["units"].append(extra)
    assert merge_faults(rated, curriculum()) == [
        "curriculum.yaml (3.3): Unit 3.3 is missing here. List it in both files."
    ]
    taught = curriculum()
    taught["sections"][0]["units"].append(lesson("3.3", "asking"))
    assert parsed(rated, taught).by_id["3.3"].slug == "asking"
