"""The strict reader: YAML text to a frozen shape, or every fault at once with its line.

PyYAML finds the lines, pydantic checks the shape; this module puts both into plain words.
"""

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ipsskills.framework.faults import Fault

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails
    from yaml.nodes import Node

T = TypeVar("T")
Loc = Sequence[int | str]

_ID_TRAP = (
    "Without quotes, 3.10 is read as the number 3.1 and taken for unit 3.1. Put the id in quotes, "
    'like this: "3.10".'
)
_WANTED = {
    "string_type": ("text", "Write it in quotes."),
    "tuple_type": ("a list", "Start each line with '- '."),
    "list_type": ("a list", "Start each line with '- '."),
    "dataclass_type": ("a group of keys", "Write 'key: value' lines."),
    "dict_type": ("a group of keys", "Write 'key: value' lines."),
    "mapping_type": ("a group of keys", "Write 'key: value' lines."),
    "bool_parsing": ("yes or no", "Write yes or no."),
    "bool_type": ("yes or no", "Write yes or no."),
    "int_parsing": ("a whole number", "Write digits only."),
    "int_from_float": ("a whole number", "Write digits only."),
    "int_type": ("a whole number", "Write digits only."),
    "date_type": ("a date", "Write it like this: 2026-11-22."),
    "date_from_datetime_parsing": ("a date", "Write it like this: 2026-11-22."),
}


# What PyYAML lets through where a tag (!!bool, !!timestamp) stands before something else.
_NO_VALUE = (AttributeError, LookupError, TypeError, ArithmeticError, RecursionError)
_UNFIT = ("This is not valid YAML: a value does not fit its tag.", "Take the tag (!!) out.")


class FaultsFound(Exception):
    """The text has faults; ``faults`` lists every one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


def read_yaml(file: str, text: str, adapter: "TypeAdapter[T]") -> T:
    """Return the YAML ``text`` of ``file`` as the shape of ``adapter``.

    Raises FaultsFound with all faults: broken YAML, duplicate keys, unknown or missing keys,
    wrong types.
    """
    node, data, repeated = _parse(file, text)
    try:
        whole = validate(file, data, adapter, node)
    except FaultsFound as found:
        both = sorted([*repeated, *found.faults], key=lambda fault: fault.line)
        raise FaultsFound(both) from None
    if repeated:
        raise FaultsFound(repeated)
    return whole


def validate(file: str, data: Any, adapter: "TypeAdapter[T]", node: "Node | None" = None) -> T:
    """Return plain ``data`` as the shape of ``adapter``; ``node`` gives the lines if there are any.

    Raises FaultsFound.
    """
    from pydantic import ValidationError

    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        raise FaultsFound([_fault(file, data, node, each) for each in details]) from None


def _parse(file: str, text: str) -> tuple["Node", Any, list[Fault]]:
    """Return the text's nodes, its plain data, and a fault for each key given twice."""
    import yaml

    loader = _loader(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise FaultsFound(
            [
                Fault(
                    file,
                    "",
                    f"This is not valid YAML: {error.problem or 'it cannot be read'}.",
                    "Look at the indentation, quotes and colons on this line and the one before.",
                    line=mark.line + 1 if mark else 0,
                )
            ]
        ) from None
    except _NO_VALUE:
        raise FaultsFound([Fault(file, "", *_UNFIT)]) from None
    except (yaml.YAMLError, ValueError) as error:
        problem = f"This is not valid YAML: {str(error).splitlines()[0]}."
        fix = "Save the file as UTF-8 text."
        if not isinstance(error, yaml.YAMLError):
            fix = "Look for an impossible date or number; a date is written 2026-11-22."
        raise FaultsFound([Fault(file, "", problem, fix)]) from None
    if node is None:
        raise FaultsFound([Fault(file, "", "The file is empty.", "Put the content back.", line=1)])
    return node, data, [_find_repeated(file, key) for key in loader.repeated]


def _loader(text: str) -> Any:
    """Return PyYAML's fastest safe loader, made to notice keys given twice, which it would drop."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        def __init__(self, stream: str) -> None:
            super().__init__(stream)
            self.repeated: list[Node] = []

        def construct_object(self, node: Any, deep: bool = False) -> Any:
            try:
                return super().construct_object(node, deep)
            except _NO_VALUE:
                raise yaml.MarkedYAMLError(
                    problem=f"the value does not fit its tag {node.tag}",
                    problem_mark=node.start_mark,
                ) from None

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            found = super().construct_mapping(node, deep)
            if len(found) != len(node.value):
                names = [key.value for key, _ in node.value]
                self.repeated += [
                    key for place, (key, _) in enumerate(node.value) if key.value in names[:place]
                ]
            return found

    return Loader(text)


def _find_repeated(file: str, key: Any) -> Fault:
    problem = f"The key '{key.value}' appears twice."
    return Fault(file, "", problem, "Keep one of them.", line=key.start_mark.line + 1)


def _fault(file: str, data: Any, node: "Node | None", detail: "ErrorDetails") -> Fault:
    loc = [part for part in detail["loc"] if part != "[key]"]
    problem, fix = _word_fault(detail, data, loc)
    return Fault(file, _place(data, loc), problem, fix, line=_line(node, loc))


def _word_fault(detail: "ErrorDetails", data: Any, loc: Loc) -> tuple[str, str]:
    """Put one pydantic error into plain words: what is wrong, what to do."""
    given, kind, last = detail["input"], detail["type"], loc[-1] if loc else ""
    if kind.startswith("missing"):
        return f"The key '{last}' is missing.", "Add it."
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"The key '{last}' is not known here.", _did_you_mean(str(last), data, loc)
    if kind == "enum":
        expected = (detail.get("ctx") or {}).get("expected", "one of the known words")
        return f"{given!r} is not one of the known words.", f"Use {expected}."
    if kind in _WANTED:
        what, fix = _WANTED[kind]
        an_id = last in {"id", "unit"} or isinstance(last, int)
        trap = kind == "string_type" and isinstance(given, float) and an_id
        return f"This should be {what}, but is {_name_type(given)}.", _ID_TRAP if trap else fix
    return f"{detail['msg'].rstrip('.')}.", "Correct it."


def _name_type(value: Any) -> str:
    if isinstance(value, float):
        return f"the number {value}"
    names = {
        bool: "yes or no",
        int: "a number",
        str: "text",
        list: "a list",
        dict: "a group of keys",
        type(None): "empty",
    }
    return names.get(type(value), "something else")


def _did_you_mean(key: str, data: Any, loc: Loc) -> str:
    """Suggest a sibling's key when one looks alike, for a slip of the keyboard."""
    parent = _at(data, loc[:-2])
    siblings = parent if isinstance(parent, list) else []
    known = {k for s in siblings if isinstance(s, dict) for k in s if k != key}
    close = difflib.get_close_matches(key, sorted(known), n=1)
    return f"Did you mean '{close[0]}'?" if close else "Take it out, or look at its spelling."


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _place(data: Any, loc: Loc) -> str:
    """Name the place by the ids on the way to it, for example '3.8, 3.8/weigh-telling, text'."""
    names: list[str] = []
    for depth, part in enumerate(loc):
        if isinstance(part, int):
            item = _at(data, loc[: depth + 1])
            known = (item.get("id"), item.get("slug")) if isinstance(item, dict) else ()
            name = next((text for text in known if text and isinstance(text, str)), None)
            names.append(name or f"number {part + 1}")
        elif depth == len(loc) - 1:
            names.append(part)
    return ", ".join(names)


def _line(node: "Node | None", loc: Loc) -> int:
    """Return the line (from 1) of the deepest node on the way to ``loc``; 0 without a node."""
    from yaml.nodes import MappingNode, SequenceNode

    if node is None:
        return 0
    line = node.start_mark.line
    for part in loc:
        if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line
        elif isinstance(node, MappingNode):
            pair = next((p for p in node.value if p[0].value == str(part)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
    return int(line) + 1
