"""Section 3: where a unit stands in one assessment, whole or by its statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.independent.world import Book, Look, Version, World

RATED = ("0", "1", "2", "3")
SEEN = ("O", "R")


@dataclass(frozen=True)
class State:
    """Where a unit stands. ``kind`` is the row of the table that fits first; ``code`` its word.

    ``value`` is what stands for it where one value must: 0-3, n, x, u or None (not answered).
    ``lowest`` is the lowest rated answer of a unit by statements, ``below`` those under 3.
    """

    kind: str
    code: str | None
    value: str | None
    lowest: str | None = None
    below: tuple[str, ...] = ()
    by_statements: bool = False


def lower_median(codes: Sequence[str]) -> str:
    """Return the middle code, of two the lower one."""
    return sorted(codes)[(len(codes) - 1) // 2]


def state_of_whole(code: str | None) -> State:
    """Return where a unit stands that was rated as a whole."""
    if code in RATED:
        return State("answered", code, code, lowest=code)
    return State(_PLAIN[code], None, code)


_PLAIN = {None: "not answered", "n": "no chance", "x": "outside", "u": "not seen"}


def state_by_statements(
    answers: Sequence[tuple[str, str | None]], *, supervisor: bool, whole: str | None = None
) -> State:
    """Return where a unit stands by its statements: the first row of the table that fits.

    ``answers`` is every statement of the unit with its code; ``whole`` the whole-unit answer.
    """
    codes = [code for _, code in answers]
    kept = [code for code in codes if code != "x"]
    applicable = [code for code in kept if code != "u"] if supervisor else kept
    rated = sorted(code for code in applicable if code in RATED)
    chances = sum(code == "n" for code in applicable)
    to_go = sum(code is None for code in applicable)
    median = lower_median(rated) if rated else None
    low = sorted((code, item) for item, code in answers if code in ("0", "1", "2"))
    below = tuple(item for _, item in low)

    rows = (
        (not kept, "outside", None, "x"),
        (not applicable, "not seen", None, "u"),
        (supervisor and 2 * kept.count("u") > len(kept), "seen in part", median, None),
        (to_go * 5 > len(applicable), "part answered", None, whole),
        (not rated, "no chance", None, "n"),
        (2 * chances > len(applicable), "no chance for most", None, "n"),
        (True, "answered", median, median),
    )
    kind, code, value = next(row[1:] for row in rows if row[0])
    return State(kind, code, value, rated[0] if rated else None, below, by_statements=True)


@dataclass(frozen=True)
class Told:
    """What one assessment says of a unit: state, whether on seen work, its day and its visit."""

    look: Look
    unit: str
    state: State
    seen: bool
    day: date
    visit: str | None

    @property
    def bases(self) -> bool:
        """Whether it says anything that may be spoken of as an answer 0 to 3."""
        return self.state.code in RATED or self.state.value in RATED


def tell(world: World, look: Look, unit: str) -> Told:
    """Return what a finished assessment says of a unit in its scope."""
    assert look.finished is not None
    whole = look.versions[unit][-1] if unit in look.versions else None
    statements = _statements(world.book, look, unit)
    supervisor = look.kind == "supervisor"
    if any(version and version.answer.code is not None for _, version in statements):
        answers = [(item, v.answer.code if v else None) for item, v in statements]
        state = state_by_statements(
            answers, supervisor=supervisor, whole=whole.answer.code if whole else None
        )
        if state.kind != "part answered":
            return _tell_by_statements(world, look, unit, state, statements)
    else:
        state = state_of_whole(whole.answer.code if whole else None)
    seen = bool(whole and whole.answer.code in RATED and whole.answer.basis in SEEN)
    day, visit = look.finished.date(), None
    if whole and seen and whole.answer.basis == "O" and whole.visit:
        day, visit = _day_of_visit(world, look, unit, whole.visit)
    return Told(look, unit, state, seen, day, visit)


def _statements(book: Book, look: Look, unit: str) -> list[tuple[str, Version | None]]:
    found = []
    for item in book.statements[unit]:
        versions = look.versions.get(item)
        found.append((item, versions[-1] if versions else None))
    return found


def _tell_by_statements(
    world: World,
    look: Look,
    unit: str,
    state: State,
    statements: Sequence[tuple[str, Version | None]],
) -> Told:
    """Return what statements say: seen if most of the rated are, and then of their latest day."""
    assert look.finished is not None
    rated = [(item, v) for item, v in statements if v and v.answer.code in RATED]
    on_seen = [(item, v) for item, v in rated if v.answer.basis in SEEN]
    seen = 2 * len(on_seen) > len(rated)
    day, visit = look.finished.date(), None
    if seen:
        days = [
            _day_of_visit(world, look, item, v.visit)
            if v.answer.basis == "O" and v.visit
            else (look.finished.date(), None)
            for item, v in on_seen
        ]
        day, visit = max(days, key=lambda each: each[0])
    return Told(look, unit, state, seen, day, visit)


def _day_of_visit(world: World, look: Look, item: str, key: str) -> tuple[date, str | None]:
    """Return the day of a visit as it is now, or, where it was taken back, as it was then."""
    visit = world.visits[key]
    if visit.removed:
        return world.days[look.key, item], None
    return visit.on, visit.setting
