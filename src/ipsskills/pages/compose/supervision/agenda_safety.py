"""The safety point of an agenda: a line for what asks the same, however many units do."""

from collections.abc import Iterator, Sequence

from ipsskills.doing import do
from ipsskills.pages.compose.safety_words import open_safety_cases
from ipsskills.pages.compose.supervision.agenda_points import SafetyPoint
from ipsskills.pages.compose.supervision.agenda_words import WordedAgenda
from ipsskills.pages.words import join_words


def write_safety(agenda: WordedAgenda, *, low: bool, names: bool = False) -> list[str]:
    """Return what needs nothing more on one line, then what asks for something, then the cases.

    ``low`` is whether there is room to tell the statements of other units, and the cases; ``names``
    whether there is for those of the units.
    """
    nothing_more = [(_name(s, names), s.said) for s in agenda.safety if not s.ask and not s.today]
    fine = _group(nothing_more, between=": ")
    ordered = sorted(agenda.safety, key=lambda each: each.unit != agenda.case_first)
    units = [(s.opens, bool(s.ask) or s.today) for s in ordered]
    cases = open_safety_cases([each.opens for each in agenda.low], units)
    return [
        *([agenda.talk_today] if agenda.talk_today else []),
        *([fine] if fine else []),
        *_ask_once(agenda, names=names),
        *_low(agenda, low=low),
        *([cases] if low and cases else []),
    ]


def _ask_once(agenda: WordedAgenda, *, names: bool) -> Iterator[str]:
    """Yield the safety units that ask for something, those that ask for the same on one line.

    Where several ask for a case, it says which is first: there are two minutes for all of them.
    """
    between = ", " if names else " "
    asking = [each for each in agenda.safety if each.ask or each.today]
    for ask in dict.fromkeys(each.ask for each in asking):
        same = [each for each in asking if each.ask == ask]
        if not ask or not same[1:]:
            yield from (
                _add_asked(f"{_name(each, names)}{between}{each.said}", ask) for each in same
            )
            continue
        said = _group([(_name(each, names), each.said) for each in same], between)
        here = any(each.unit == agenda.case_first for each in same)
        yield f"{said}: {ask}{f', {agenda.case_first} first' if here else ''}"


def _name(point: SafetyPoint, names: bool) -> str:
    return f"{point.unit} {point.short}" if names and point.short else point.unit


def _group(said: Sequence[tuple[str, str]], between: str) -> str:
    """Return units with what is said of each, those of whom the same is said together."""
    words = dict.fromkeys(what for _, what in said)
    return "; ".join(
        f"{join_words([unit for unit, own in said if own == what])}{between}{what}"
        for what in words
    )


def _add_asked(said: str, asks: str) -> str:
    return f"{said}: {asks}" if asks else said


def _low(agenda: WordedAgenda, *, low: bool) -> list[str]:
    """Return the statements beside the safety units, or where room is short, their units."""
    if low or not agenda.low:
        return [_add_asked(f"{each.unit} {each.said}", each.asks) for each in agenda.low]
    units = join_words(list(dict.fromkeys(each.unit for each in agenda.low)))
    page = do("report", person=None if agenda.mine else agenda.person)
    asks = f"{agenda.low[0].asks}; " if agenda.low[0].asks else ""
    return [f"{units}: {asks}{page} says of what"]
