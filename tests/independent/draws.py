"""What is drawn within a history: scopes, answers, and how a unit is rated by its statements."""

from dataclasses import dataclass
from random import Random

from tests.independent.happenings import Answer
from tests.independent.world import Book


def share(random: Random, of_one: float) -> bool:
    """Whether this is one of the share of cases in which something happens."""
    return random.random() < of_one


@dataclass(frozen=True)
class Temper:
    """What answers are like in a history: how often all is asked, and what is drawn from."""

    everything: float
    own: str
    theirs: str


TEMPERS = {
    "usual": Temper(0.3, "00111222223333333nnnx-", "001223333nxuuuuuuu--"),
    "strong": Temper(0.03, "333333333333333333012nx-", "33333333333333301uuuuux-"),
    "new here": Temper(0.3, "00001111112222nnnnx-", "0112223nxuuuuuuu--"),
}


def draw_scope(random: Random, book: Book, pool: tuple[str, ...], temper: str) -> tuple[str, ...]:
    """Return what an assessment asks: everything, some units that matter here, or statements."""
    if share(random, TEMPERS[temper].everything):
        return tuple(book.units)
    units = set(random.sample(pool, random.randint(1, len(pool))))
    units |= set(random.sample(list(book.units), random.randint(0, 2)))
    ordered = [unit for unit in (*book.units, *book.areas) if unit in units]
    if share(random, 0.1):
        return tuple(item for unit in ordered[:3] for item in book.statements[unit])
    return tuple(ordered)


def draw_answers(
    random: Random, book: Book, scope: tuple[str, ...], kind: str, temper: str
) -> dict[str, Answer]:
    """Return answers to a scope; some units are rated by statements as well, or instead."""
    if kind == "first look":
        return {item: Answer(random.choice("0123"), bring=share(random, 0.1)) for item in scope}
    codes = TEMPERS[temper].own if kind == "self" else TEMPERS[temper].theirs
    found = {item: _draw_answer(random, book, item, kind, codes) for item in scope}
    for unit in scope:
        if unit in book.statements and share(random, 0.15):
            found |= _draw_statements(random, book, unit, kind, codes)
            if share(random, 0.6):
                found.pop(unit)
    return {item: answer for item, answer in found.items() if answer != Answer(None)}


def _draw_statements(
    random: Random, book: Book, unit: str, kind: str, codes: str
) -> dict[str, Answer]:
    """Return answers to the statements of a unit, drawn so that each row of the table comes up."""
    statements = book.statements[unit]
    usual = random.choice([*codes[::4], "n", "x", None, "u"])
    usual = None if usual == "-" else usual
    loyalty = random.choice((0.4, 0.7, 0.9, 1))
    found = {}
    for item in statements:
        answer = _draw_answer(random, book, item, kind, codes)
        if share(random, loyalty) and _is_offered(book, item, kind, usual):
            basis = answer.basis or random.choice("ORF") if usual in tuple("0123") else None
            basis = basis if kind == "supervisor" else None
            answer = Answer(usual, basis, bring=answer.bring, show=answer.show)
        found[item] = answer
    return found


def _is_offered(book: Book, item: str, kind: str, code: str | None) -> bool:
    if code == "n":
        return book.asked_as[item] == "skill"
    return code != "u" or kind == "supervisor"


def _draw_answer(random: Random, book: Book, item: str, kind: str, codes: str) -> Answer:
    code = random.choice(codes)
    answered = code if code != "-" and _is_offered(book, item, kind, code) else None
    rated = answered is not None and answered in "0123"
    basis = random.choice("OOOORRFM") if kind == "supervisor" and rated else None
    return Answer(answered, basis, bring=share(random, 0.04), show=share(random, 0.08))
