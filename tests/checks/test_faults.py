"""The list of seeded faults: each can be planted, and no room or use case is without one."""

import pytest
from checks.faults.seeded import (
    NotToBePlanted,
    SeededFault,
    find_file,
    list_use_cases,
    plant,
    read_faults,
    select_faults,
)
from checks.rooms import BELOW
from checks.source import ROOT, Module, Source, read_source

from tests.cases import try_each

FAULTS = read_faults()
LEAST = 60
WITHOUT_CODE = {"__init__", "__main__"}


def made_up(name: str, use_case: str = "", find: str = "<") -> SeededFault:
    return SeededFault(
        name=name, file="method/a.py", find=find, replace="<=", tests=(), use_case=use_case
    )


def test_there_are_enough_each_with_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= LEAST


def test_each_can_be_planted_and_is_python() -> None:
    for fault in FAULTS:
        path = find_file(fault)
        spoilt = plant(fault, path.read_text(encoding="utf-8"))
        compile(spoilt, path.name, "exec")
        assert fault.tests, fault.name
        for test in fault.tests:
            assert (ROOT / test.split("::")[0]).exists(), (fault.name, test)


def test_every_room_has_one() -> None:
    assert set(BELOW) - WITHOUT_CODE - {fault.room for fault in FAULTS} == set()


def test_every_use_case_that_a_command_calls_has_one_in_it() -> None:
    assert list_use_cases(read_source()) - {fault.use_case for fault in FAULTS} == set()


def test_a_use_case_is_in_the_file_that_is_named() -> None:
    for fault in FAULTS:
        if fault.use_case:
            folder = fault.use_case.rpartition(".")[0].replace(".", "/")
            assert fault.file == f"usecases/{folder}.py", fault.name


@try_each(("text", "count"), [("a > b", 0), ("a < b < c", 2)])
def test_a_text_that_is_not_there_once_is_refused(text: str, count: int) -> None:
    with pytest.raises(NotToBePlanted, match=f"is {count} times in method/a.py"):
        plant(made_up("one"), text)


def test_faults_are_chosen_by_name_room_or_use_case() -> None:
    one, other = made_up("one", "reports.report.report"), made_up("other")
    assert select_faults([one, other], ["other"]) == [other]
    assert select_faults([one, other], ["method"]) == [one, other]
    assert select_faults([one, other], ["reports.report.report"]) == [one]
    assert select_faults([one, other], []) == [one, other]
    with pytest.raises(ValueError, match="no such"):
        select_faults([one], ["unheard-of"])


def test_a_use_case_is_a_function_that_cli_imports() -> None:
    use_case = "def report(): ...\ndef unused(): ...\nclass Report: ...\n"
    command = "def late():\n    from ipsskills.usecases.reports.report import Report, report\n"
    files = {"usecases/reports/report.py": use_case, "cli/commands/report.py": command}
    source = Source([Module(path, text) for path, text in files.items()])
    assert list_use_cases(source) == {"reports.report.report"}
