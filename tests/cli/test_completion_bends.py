"""What bends Typer's completion still fits it, and every shell gets a script of ours.

If the first tests fail, Typer names things differently now: look at ``cli/completion/bend.py``.
What the shells make of the scripts is tried in tests/terminal/test_shells.py.
"""

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from typer import _completion_shared
from typer._click import shell_completion

from ipsskills.cli.completion import bend
from ipsskills.cli.completion.scripts import SCRIPTS
from tests.cases import try_each
from tests.cli.test_typer_bends import ADVICE
from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test bend a Typer of its own."""
    for module, name in (
        (_completion_shared, "_completion_scripts"),
        (shell_completion, "_available_shells"),
    ):
        monkeypatch.setattr(module, name, dict(getattr(module, name)))


def test_typer_still_has_what_is_bent() -> None:
    assert set(_completion_shared._completion_scripts) == set(SCRIPTS), ADVICE
    assert list(inspect.signature(shell_completion.split_arg_string).parameters) == ["string"]
    takes = list(inspect.signature(shell_completion.ShellComplete.__init__).parameters)
    assert takes == ["self", "cli", "ctx_args", "prog_name", "complete_var"], ADVICE
    for name in ("get_completion_args", "format_completion", "complete", "get_completions"):
        assert callable(getattr(shell_completion.ShellComplete, name)), ADVICE


@try_each("shell", SCRIPTS)
def test_each_shell_gets_our_script_and_our_answers(shell: str) -> None:
    bend.bend_completion()
    script = _completion_shared.get_completion_script(
        prog_name="ipsskills", complete_var="_IPSSKILLS_COMPLETE", shell=shell
    )
    assert (
        script.strip()
        == (
            SCRIPTS[shell]
            % {
                "complete_func": "_ipsskills_completion",
                "prog_name": "ipsskills",
                "autocomplete_var": "_IPSSKILLS_COMPLETE",
            }
        ).strip()
    )
    assert "%" not in script.replace("%q", "").replace("%s", "").replace("| ForEach", "")
    kind = shell_completion.get_completion_class(shell)
    assert kind is not None
    assert kind.__module__ == bend.__name__


@try_each("shell", SCRIPTS)
def test_no_script_runs_what_comes_back(shell: str) -> None:
    script = SCRIPTS[shell]
    assert "eval" not in script
    assert "Invoke-Expression" not in script
    assert "iex" not in script


def test_powershell_quotes_and_is_told_the_line_to_the_cursor() -> None:
    script = SCRIPTS["powershell"]
    assert SCRIPTS["pwsh"] == script
    for part in (
        "Register-ArgumentCompleter -Native -CommandName %(prog_name)s",
        "$length = $cursorPosition - $commandAst.Extent.StartOffset",
        "$line = $commandAst.ToString().PadRight($length).Substring(0, $length)",
        '$word, $help = $_ -split "`t", 2',
        "if ($word -notmatch '^[\\w.-]+$') {",
        '$quoted = "\'" + $word.Replace("\'", "\'\'") + "\'"',
        "$quoted, $word, 'ParameterValue', $help)",
        "Remove-Item Env:%(autocomplete_var)s, Env:_IPSSKILLS_LINE",
    ):
        assert part in script, part


@pytest.fixture
def answer(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """Return what a shell is answered for a line up to the cursor."""

    def ask(shell: str, line: str, **more: str) -> list[str]:
        monkeypatch.setenv("_IPSSKILLS_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("_IPSSKILLS_LINE", line)
        for name, value in more.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        with pytest.raises(SystemExit):
            run()
        shown = capsys.readouterr()
        assert shown.err == ""
        return shown.out.split("\n")[:-1]

    return ask


@try_each(
    ("shell", "line", "words"),
    [
        ("bash", "ipsskills report a", ["Ada-Example"]),
        ("bash", "ipsskills report ", ["Ada-Example", "Bo-Sample"]),
        ("bash", 'ipsskills report "Ada E', ["Ada Example"]),
        ("bash", "ipsskills report Ada\\ E", ["Ada Example"]),
        ("bash", "ipsskills report 'Ada ", ["Ada Example"]),
        ("zsh", "ipsskills report sam", ["Sample-Bo\tBo Sample"]),
        ("zsh", "ipsskills people edit --supervisor=b", ["Bo-Sample"]),
        ("fish", "ipsskills people edit --supervisor=b", ["--supervisor=Bo-Sample"]),
        ("fish", "ipsskills people edit --supervisor b", ["Bo-Sample"]),
        ("powershell", "ipsskills agree --with b", ["Bo-Sample"]),
        ("pwsh", "ipsskills log supervision --with b", ["Bo-Sample"]),
        ("zsh", "ipsskills plan agree --with b", ["Bo-Sample"]),
        ("zsh", "ipsskills log evidence --who b", ["Bo-Sample"]),
        ("zsh", "ipsskills log remove last b", ["Bo-Sample"]),
        ("zsh", "ipsskills framework show 2.6", ["2.6\tSupervision"]),
    ],
)
def test_what_a_shell_is_answered(
    lived: Path, answer: Callable[..., list[str]], shell: str, line: str, words: list[str]
) -> None:
    found = answer(shell, line)
    assert [each.split("\t")[0] for each in found] == [each.split("\t")[0] for each in words]
    if "report" in line:
        assert found == words


@pytest.mark.parametrize(
    ("shell", "told"), [("zsh", "_files\n"), ("fish", "\n"), ("powershell", "\n")]
)
def test_an_old_script_of_typers_own_is_told_nothing_that_it_could_run(
    lived: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shell: str,
    told: str,
) -> None:
    assert run("people", "add", "reboot").code == 0
    monkeypatch.setenv("_IPSSKILLS_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "ipsskills report re")
    with pytest.raises(SystemExit):
        run()
    assert capsys.readouterr().out == told


def test_a_name_with_signs_of_a_shell_is_never_told(
    lived: Path, answer: Callable[..., list[str]], run: Run
) -> None:
    for name in ("$(touch pwned)", "`id`", "Zed $(touch pwned); rm -rf ~"):
        assert run("people", "add", "--", name).code == 0
    for shell in SCRIPTS:
        told = "\n".join(answer(shell, "ipsskills report "))
        assert "Zed" in told
        assert not set("$`;()~") & set(told)
