"""What is sound in a filled form beyond its shape: texts that can be kept, days that exist.

Faults are named by place alone: what stands there may be somebody's note or name.
"""

import re
from collections.abc import Iterator
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.formats.forms.shapes import FormShape, GivenShape

_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
_ITEM = re.compile(r"[A-Za-z0-9._/-]{1,200}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE, _NOTE = 500, 10_000  # characters, as the record keeps them
_FIRST_YEAR = 2000
KINDS = (AssessmentKind.SELF, AssessmentKind.SUPERVISOR, AssessmentKind.FIRST_LOOK)


def find_unsound(form: FormShape) -> Iterator[str]:
    """Yield the place of each value that cannot be taken."""
    for name in ("form", "look", "framework"):
        if not _ID.fullmatch(getattr(form, name)):
            yield name
    for name in ("about_id", "by_id"):
        if getattr(form, name) is not None and not _ID.fullmatch(getattr(form, name)):
            yield name
    for name in ("about_name", "scale", "framework_version", "by_name"):
        if getattr(form, name) is not None and not _is_line(getattr(form, name)):
            yield name
    yield from _find_in_kind(form)
    if not _is_day(form.given_on):
        yield "given_on"
    yield from _find_in_items("scope", list(form.scope))
    yield from _find_in_items("answers", [each.item for each in form.answers])
    for place, each in enumerate(form.answers, 1):
        yield from (f"number {place}, {name}" for name in _find_in_answer(each))


def _find_in_kind(form: FormShape) -> Iterator[str]:
    if form.kind not in KINDS:
        yield "kind"
    elif form.kind == AssessmentKind.SUPERVISOR and form.by_name is None:
        yield "by_name"


def _find_in_items(where: str, items: list[str]) -> Iterator[str]:
    """Yield the places of items that no framework could have, and of those that stand twice."""
    seen: set[str] = set()
    for place, item in enumerate(items, 1):
        if item in seen or not _ITEM.fullmatch(item):
            yield f"{where}, number {place}"
        seen.add(item)


def _find_in_answer(given: GivenShape) -> Iterator[str]:
    if given.reason is not None and not _is_line(given.reason):
        yield "reason"
    if len(given.note) > _NOTE or _CONTROL.search(given.note):
        yield "note"


def _is_line(text: str) -> bool:
    fits = bool(text.strip()) and len(text) <= _LINE
    return fits and not _CONTROL.search(text) and not re.search(r"[\n\r\t]", text)


def _is_day(text: str) -> bool:
    """Whether a text is a day from 2000 on, written as 2026-11-25."""
    if not _DAY.fullmatch(text):
        return False
    try:
        return date.fromisoformat(text).year >= _FIRST_YEAR
    except ValueError:
        return False
