"""The ceilings of the rules, the table, and the list of gates."""

import sys
from pathlib import Path

import pytest
from checks.gates import GATES, run_gates
from checks.rules import class_names
from checks.run import Result, print_results, read_ceilings
from checks.source import ROOT, Finding

from tests.cases import try_each


def result(found: int, ceiling: int) -> Result:
    findings = tuple(Finding("src/a.py", n, "A is also in b.py:1") for n in range(found))
    return Result(class_names.RULE, findings, str(found), ceiling)


@try_each(
    ("found", "ceiling", "broken", "verdict"),
    [
        (0, 0, False, "holds"),
        (1, 0, True, "BROKEN, 0 allowed"),
        (3, 2, True, "BROKEN, 2 allowed"),
        (2, 2, False, "2 still allowed; 0 is the bar"),
        (1, 2, False, "lower the ceiling from 2 to 1"),
    ],
)
def test_a_ceiling_is_held(found: int, ceiling: int, broken: bool, verdict: str) -> None:
    one = result(found, ceiling)
    assert (one.broken, one.verdict) == (broken, verdict)


def test_findings_are_shown_where_a_rule_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    print_results([result(1, 0)])
    broken = capsys.readouterr().out
    print_results([result(1, 1)])
    allowed = capsys.readouterr().out
    assert "src/a.py:0: A is also in b.py:1" in broken
    assert "src/a.py:0" not in allowed


@pytest.mark.parametrize("text", ["class-names = 0", 'class-names = "3"', "unheard-of = 3"])
def test_a_ceiling_that_means_nothing_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "allowed.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="above 0"):
        read_ceilings(path)


def test_a_failing_gate_is_named_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(GATES, "lint", (sys.executable, "-c", "raise SystemExit(3)"))
    monkeypatch.setitem(GATES, "types", (sys.executable, "-c", ""))
    assert run_gates(["lint", "types"]) == 1
    shown = capsys.readouterr().out
    assert "== types ==" in shown
    assert shown.endswith("failed: lint\n")
    assert run_gates(["types"]) == 0


def test_ci_runs_the_same_list_of_gates() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python -m checks --all" in ci
    for tool in ("ruff", "mypy", "generate.py", "readability.py", "framework check"):
        assert tool not in ci, f"{tool} is listed in checks/gates.py"
