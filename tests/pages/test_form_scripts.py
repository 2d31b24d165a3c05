"""The scripts of the form in a browser: joined into one, each name stands for one thing."""

import re
from importlib.resources import files

from ipsskills.pages.writers.forms.browser import SCRIPTS, join_scripts, read_sealing

FOLDER = files("ipsskills.pages").joinpath("templates", "form")
NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) +(\w+)", re.MULTILINE)
IMPORT = re.compile(r'^import \{ ([^}]*) \} from "\./(\w+\.js)";$', re.MULTILINE)
MOST_LINES = 300


def read(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


def test_every_script_is_in_the_form() -> None:
    there = {each.name for each in FOLDER.iterdir() if each.name.endswith(".js")}
    assert set(SCRIPTS) == there


def test_no_name_stands_for_two_things() -> None:
    named = [name for script in SCRIPTS for name in NAMED.findall(read(script))]
    assert sorted(set(named)) == sorted(named)


def test_what_a_script_takes_of_another_is_there_and_given_out() -> None:
    taken = [
        (script, name, source)
        for script in SCRIPTS
        for names, source in IMPORT.findall(read(script))
        for name in names.split(", ")
    ]
    assert taken
    for script, name, source in taken:
        given = rf"^export (?:async )?(?:function|const) {name}\b"
        assert re.search(given, read(source), re.MULTILINE), (script, name, source)
        assert len(re.findall(rf"\b{name}\b", read(script))) > 1, (script, name)


def test_scripts_are_small_and_open_with_what_they_do() -> None:
    for script in SCRIPTS:
        text = read(script)
        assert text.startswith("// "), script
        assert len(text.splitlines()) <= MOST_LINES, script


def test_nothing_of_a_module_is_left_when_they_are_joined() -> None:
    joined = join_scripts()
    assert not re.search(r"^\s*(import|export)\b", joined, re.MULTILINE)
    for reaches in ("fetch(", "XMLHttpRequest", "WebSocket", "innerHTML", "eval(", "http:"):
        assert reaches not in joined.replace('"http://www.w3.org/2000/svg"', "")


def test_the_library_that_closes_answers_has_its_licences_with_it() -> None:
    text = read_sealing()
    assert "age-encryption 0.3.1 (BSD-3-Clause)" in text
    assert "Redistribution and use in source and binary forms" in text
    assert "</script" not in text
