"""Each rule finds a fault that was planted for it, and leaves alone what is right."""

from collections.abc import Mapping

from checks.rules import (
    circles,
    class_names,
    commands,
    direction,
    folders,
    functions,
    modules,
    positional,
    private,
)
from checks.rules.all_rules import RULES
from checks.rules.rule import Rule
from checks.source import Module, Source

from tests.cases import try_each

APP = 'COMMANDS: dict[str, str] = {"assess": "", "record": "", "plan": ""}\n'


def source(files: Mapping[str, str], data: Mapping[str, str] | None = None) -> Source:
    return Source([Module(path, text) for path, text in files.items()], data or {})


def found(rule: Rule, files: Mapping[str, str]) -> list[str]:
    return [str(finding) for finding in rule.find(source(files))]


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) == 9


def test_a_full_folder_is_found_and_the_commands_may_be_thirty() -> None:
    twenty = {f"pages/m{n}.py": "" for n in range(20)}
    thirty = {f"cli/commands/m{n}.py": "" for n in range(30)}
    assert found(folders.RULE, {**twenty, **thirty}) == []
    assert found(folders.RULE, {**twenty, "pages/__init__.py": ""}) == [
        "src/ipsskills/pages:1: 21 files, at most 20"
    ]
    assert found(folders.RULE, {**thirty, "cli/commands/one.py": ""}) == [
        "src/ipsskills/cli/commands:1: 31 files, at most 30"
    ]
    assert folders.measure(source({**twenty, **thirty})) == "30 in cli/commands"


def test_a_long_module_and_a_high_median_are_found() -> None:
    files = {"a.py": "x\n" * 300, "b.py": "x\n" * 120, "c.py": "x\n" * 9}
    assert found(modules.RULE, files) == []
    assert found(modules.RULE, {**files, "a.py": "x\n" * 301}) == [
        "src/ipsskills/a.py:301: 301 lines, at most 300"
    ]
    assert found(modules.RULE, {**files, "b.py": "x\n" * 121}) == [
        "src/ipsskills:1: median of 121 lines, at most 120"
    ]


def test_packages_that_only_name_their_room_do_not_flatter_the_median() -> None:
    files = {"a.py": "x\n" * 130, "b/__init__.py": "x\n", "c/__init__.py": "x\n"}
    assert found(modules.RULE, files) == ["src/ipsskills:1: median of 130 lines, at most 120"]


def body(lines: int) -> str:
    return "".join(f"    x = {n}\n" for n in range(lines))


def test_a_long_function_is_found_wherever_it_stands() -> None:
    assert found(functions.RULE, {"a.py": f"def f():\n{body(39)}"}) == []
    assert found(functions.RULE, {"a.py": f"def f():\n{body(40)}"}) == [
        "src/ipsskills/a.py:1: f: 41 lines, at most 40"
    ]
    inner = f"class A:\n  async def f():\n{body(40)}"
    assert found(functions.RULE, {"a.py": inner}) == [
        "src/ipsskills/a.py:2: f: 41 lines, at most 40"
    ]


def test_the_parameters_of_a_command_are_not_counted_and_those_of_others_are() -> None:
    parameters = "".join(f"  p{n},\n" for n in range(30))
    command = f"@app.command()\ndef f(\n{parameters}):\n{body(40)}"
    helper = f"def f(\n{parameters}):\n{body(20)}"
    assert found(functions.RULE, {"cli/commands/a.py": command}) == []
    assert found(functions.RULE, {"cli/commands/a.py": command + "    x = 41\n"}) == [
        "src/ipsskills/cli/commands/a.py:2: f: 41 lines, at most 40"
    ]
    assert len(found(functions.RULE, {"cli/commands/a.py": helper})) == 1
    assert len(found(functions.RULE, {"pages/a.py": command})) == 1


def test_a_wrong_import_and_an_unknown_room_are_found() -> None:
    files = {"method/a.py": "def late():\n    import yaml\n", "attic/b.py": "x = 1\n"}
    assert found(direction.RULE, files) == [
        "src/ipsskills/method/a.py:2: imports yaml",
        "src/ipsskills/attic/b.py:1: attic is not in checks/rooms.py",
    ]


def test_a_circle_is_found_though_one_import_is_late() -> None:
    files = {
        "a.py": "from ipsskills.b import x",
        "b.py": "from ipsskills.c import x",
        "c.py": "def late():\n    from ipsskills import a\n",
    }
    [one] = found(circles.RULE, files)
    names = one.rpartition(": ")[2].split(" → ")
    assert names[0] == names[-1]
    assert set(names) == {"a", "b", "c"}
    assert [*names, *names].index("b") == [*names, *names].index("a") + 1, "each imports the next"


def test_two_circles_are_found() -> None:
    files = {
        "a.py": "from ipsskills.b import x",
        "b.py": "from ipsskills.a import x",
        "c/__init__.py": "from ipsskills.c.d import x",
        "c/d.py": "from ipsskills.c import x",
    }
    assert len(found(circles.RULE, files)) == 2


def test_a_circle_of_types_is_none() -> None:
    late = "if TYPE_CHECKING:\n    from ipsskills.a import x\n"
    assert found(circles.RULE, {"a.py": "from ipsskills.b import x", "b.py": late}) == []


@try_each(
    ("text", "what"),
    [
        ("from ipsskills.b import _x", "imports ipsskills.b._x"),
        ("from ipsskills._b import x", "imports ipsskills._b.x"),
        ("from ipsskills import b\nb._x()", "uses b._x"),
        ("def f(p):\n    return p.q._x", "uses p.q._x"),
    ],
)
def test_a_private_name_of_another_module_is_found(text: str, what: str) -> None:
    [one] = found(private.RULE, {"a.py": text, "b.py": ""})
    assert one.endswith(f": {what}")


@try_each(
    "text",
    [
        "class A:\n    def __init__(self):\n        self._x = 1\n    def f(self, o):\n        o._x",
        "class A:\n    _x: int\ndef f(a):\n    return a._x",
        "def f(row):\n    return row._asdict()",
        "def f(self):\n    return self.__class__.__name__",
        "from ipsskills import __version__",
    ],
)
def test_a_private_name_of_the_module_itself_is_not_found(text: str) -> None:
    assert found(private.RULE, {"a.py": text}) == []


def test_a_name_for_two_things_is_found() -> None:
    files = {
        "a.py": "class Entry: ...\nclass Only: ...\nKind = Literal['x']\nCLOSED = set[int]()\n",
        "b.py": "class Outer:\n    class Entry: ...\n\nKind = A | B\nCLOSED = frozenset()\n",
    }
    assert found(class_names.RULE, files) == [
        "src/ipsskills/b.py:2: Entry is also in a.py:1",
        "src/ipsskills/b.py:4: Kind is also in a.py:3",
    ]


def test_a_long_call_by_position_is_found() -> None:
    files = {
        "a.py": "@dataclass(frozen=True)\nclass A: ...\nclass B(NamedTuple): ...\nclass C: ...\n",
        "b.py": "A(1, 2, 3, 4)\nm.A(1, 2, 3, 4, 5)\nB(1, 2, 3, 4, *x)\nC(1, 2, 3, 4, 5)\n",
        "c.py": "A(1, 2, 3, 4, e=5)\nf(1, 2, 3, 4, 5)\n",
    }
    assert found(positional.RULE, files) == [
        "src/ipsskills/b.py:2: A(…) with 5 by position",
        "src/ipsskills/b.py:3: B(…) with 5 by position",
    ]


@try_each(
    "text",
    [
        'x = "see ipsskills record"',
        'x = f"ipsskills plan {unit}"',
        'x = "a line, and "\ny = ("ipsskills "\n     "assess")',
        'x = f"ipsskills {command}"',
        "def f():\n    return dict(a=['ipsskills plan draft'])",
    ],
)
def test_a_command_spelt_outside_cli_is_found(text: str) -> None:
    assert len(found(commands.RULE, {"cli/program.py": APP, "pages/a.py": text})) == 1
    assert found(commands.RULE, {"cli/program.py": APP, "cli/a.py": text}) == []


@try_each(
    "text",
    [
        '"""Docstring: ipsskills plan."""',
        'def f():\n    """Do what ipsskills plan does."""',
        "x = 1  # ipsskills plan",
        'x = "is not an ipsskills record"',
        'x = "ipsskills is a program"',
        'x = "ipsskills planned"',
        "import ipsskills",
    ],
)
def test_what_is_no_command_line_is_not_found(text: str) -> None:
    assert found(commands.RULE, {"cli/program.py": APP, "pages/a.py": text}) == []


def test_a_command_spelt_in_the_data_is_found_with_its_line() -> None:
    data = {"data/a.yaml": "# ipsskills plan\na: b\nc: see ipsskills plan draft\n"}
    files = source({"cli/program.py": APP}, data)
    assert [str(one) for one in commands.find(files)] == ["data/a.yaml:3: spells “ipsskills plan”"]
    assert commands.measure(files) == "1 in data"
