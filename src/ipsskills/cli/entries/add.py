"""Adds an entry: asks for what is not given, keeps all of it at once, and says so."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ipsskills.cli.entries.asked import Asked
from ipsskills.cli.entries.fields import read_fields, stand_beside
from ipsskills.cli.entries.names import check_names
from ipsskills.cli.entries.prompts import CheckName, ask_missing, ask_more_actions
from ipsskills.cli.entries.rating import offer_rating, refuse_rating
from ipsskills.cli.entries.readers import Frame
from ipsskills.cli.entries.texts import look_at_actions, look_through, say_kept, warn_alike
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.prompts.unkept import ask_all_or_none
from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.pages.compose.entries.entry import action_words
from ipsskills.pages.words import join_words
from ipsskills.usecases.entries.drafts import NewEntry, check_new
from ipsskills.usecases.entries.log import add_entries

if TYPE_CHECKING:
    from ipsskills.facts.entries import EntryFacts, Logged, LogStart
    from ipsskills.usecases.desk import Desk


def add(asked: Asked, out: Output, desk: "Desk", start: "LogStart") -> None:
    """Add one entry. Raises InvalidInput, NeedsTerminal, UsageError."""
    care, check = Care(start.known, keep=asked.keep), check_names(asked, start)
    frame = Frame(desk.framework, start.today)
    with ask_all_or_none():
        given, prompted = _complete(asked, frame, start, check)
        frame = stand_beside(frame, given)
        texts = list(asked.actions)
        if asked.kind is EntryKind.SUPERVISION and prompted and not given.get("cancelled"):
            texts += ask_more_actions(frame, check)
        new = NewEntry(
            asked.kind,
            _values(asked.kind, look_through(asked.kind, given, care), frame),
            look_at_actions(texts, care, frame),
        )
        entry = check_new(new, desk.now)
        rating = asked.rate or (offer_rating(desk.framework, start, entry) if prompted else None)
        if rating:
            refuse_rating(start, entry)
        done = _ask_done(start.actions) if prompted else []
    still_open = [each.handle for each in start.actions if each.handle not in done]
    (logged,) = add_entries(
        desk,
        start.person,
        [new],
        carried=still_open,
        done=done,
        rating=rating,
        new_person=asked.new_person,
    )
    _show(out, start, logged)


def _complete(
    asked: Asked, frame: Frame, start: "LogStart", check: CheckName
) -> tuple[dict[str, str], bool]:
    """Return what was given with what is asked and what the agenda adds; and whether it asked."""
    talk = [(e.unit, f"{e.unit} {e.short}") for e in (*start.talk, *start.also)]
    begun = dict(asked.given)
    given = ask_missing(asked.kind, begun, frame, start, talk=talk, check=check)
    prompted = given != begun
    if asked.agenda and not given.get("cancelled"):
        given.setdefault("talked", ";".join(each.unit for each in start.talk))
    return given, prompted


def _values(kind: EntryKind, given: Mapping[str, str], frame: Frame) -> dict[str, object]:
    """Return the values to keep: empty ones are left out, so that what is usual stands."""
    read = read_fields(kind, given, frame)
    return {name: value for name, value in read.items() if value not in (None, "")}


def _ask_done(actions: "Sequence[EntryFacts]") -> list[str]:
    """Ask which actions are done."""
    if not actions:
        return []
    choices = [(action.handle, action_words(action)) for action in actions]
    return ask.several("Which of these are done?", choices)


def _show(out: Output, start: "LogStart", logged: "Logged") -> None:
    said = [say_kept(logged, "" if start.mine else start.name)]
    if logged.rated:
        said.append(f"Your view of {logged.entry.kept.items[0]} is kept too, as observed.")
    if logged.rated is False:
        out.notice(
            f"You have an open view of {start.name}: the observation is kept, the rating is not. "
            "Give it there."
        )
    if left := logged.left_standing:
        named = join_words([f"{each.unit} {each.short}" for each in left])
        again = do("log supervision", "--correct", logged.entry.handle, "--talked", left[0].unit)
        said.append(f"Still to talk about: {named}. If you did: {again}")
    for told in warn_alike(logged):
        out.notice(told)
    out.result(logged, "\n".join(said))
