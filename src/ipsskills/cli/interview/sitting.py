"""What keys do at the screen: panels, typing, the end. Knows the session, not the terminal."""

from collections.abc import Callable
from functools import partial

from ipsskills.cli.interview import layout
from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.keys import Act, TypingFor, command_for
from ipsskills.cli.interview.pace import Pace
from ipsskills.cli.prompts import detail
from ipsskills.errors import IpsSkillsError
from ipsskills.record.written import Written
from ipsskills.usecases.interview.commands import (
    Back,
    Choose,
    Command,
    Give,
    Into,
    Jump,
    Mode,
    NoteText,
    Out,
    Same,
    Skip,
    Write,
)
from ipsskills.usecases.interview.review import review
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import LastView, ScreenView, find_units

FOUND_MOST = 9
Panel = Callable[[int], list[layout.ScreenLine]]

_SPECIAL: dict[str, Command] = {"\x7f": Back(), " ": Skip()}
_AT_END = ("b", "\x7f", "r", "z", "j", "/", "?", "q")


class Sitting:
    """One person at one interview: the open panel, what is being typed, what was said last.

    ``panel`` gives the lines of a page to read for a width; ``top`` is its first line on screen.
    ``ended`` is set when the interview is over. Commands raise what keeping an answer raises.
    """

    def __init__(
        self,
        session: Session,
        *,
        areas_offered: bool,
        pace: Pace | None = None,
        check: detail.Check | None = None,
    ) -> None:
        self._session = session
        self._check = check or detail.Check()
        self._doubtful: str | None = None
        self._pace = pace or Pace()
        self._found: tuple[str, ...] = ()
        self.areas_offered = areas_offered
        self.panel: Panel | None = None
        self.top = 0
        self.entry: TypingFor | None = None
        self.first_text = ""
        self.shared = False
        self._told = ""
        self._last_view = LastView()
        self._before = session.state
        self._may_rate = False
        self.ended: Ended | None = None
        self.correcting = session.correcting
        if self.correcting:
            self._perform(Act.REVIEW)

    def prepare(self) -> None:
        """Do now what the first answer would wait for; may be called in another thread."""
        self._session.prepare()

    def begin(self) -> None:
        """Put the draft into the record unless it is there. Raises StoreError, InvalidInput."""
        self._session.begin()

    @property
    def view(self) -> ScreenView:
        """What the interview shows just now."""
        return self._last_view.compose(self._session.state, self._pace.seconds)

    @property
    def standing(self) -> tuple[object, ...]:
        """What distinguishes one question, list or page from another."""
        state = self._session.state
        return state.index, state.spot, state.mode, self.panel is None

    @property
    def status(self) -> str:
        """What the last key came to, in words; what an earlier one said is not said again."""
        state = self._session.state
        return self._told or ("" if state is self._before else state.status)

    @property
    def scroll_hint(self) -> str:
        """What to say of the keys where a page is longer than the screen."""
        rates = " d answers them." if self._may_rate else ""
        return f"Arrow keys, Page Up and Down scroll.{rates} Any other key goes back."

    def act(self, data: str) -> None:
        """Act on a key; ``data`` is its character, Enter a carriage return."""
        self._forget_status()
        shown = self.view
        if self._doubtful is not None:
            self._decide(data, self._doubtful)
        elif self.panel is not None:
            self._in_panel(data)
        elif shown.mode is Mode.END:
            self._at_end(data)
        elif shown.choices:
            self._choose(data, shown)
        else:
            self._on_question(data)

    def scroll(self, lines: int, lowest: int) -> None:
        """Move the open panel by lines, its first line staying between the top and ``lowest``."""
        if self.panel is None:
            self.say("That key does nothing here. ? shows the keys.")
        else:
            self.top = min(max(0, self.top + lines), lowest)

    def escape(self) -> None:
        """Close the panel, leave a short list as it was, or go back to typing a note in doubt."""
        self._forget_status()
        if self._doubtful is not None:
            self._decide("e", self._doubtful)
        elif self.panel is not None:
            self._close_panel()
        elif self.view.choices:
            self._session.press(Choose(None))
        elif self._session.state.spot is not None:
            self._session.press(Out())

    def take_text(self, text: str) -> None:
        """Take what was typed; what cannot be kept stays there to be corrected."""
        entry, words = self.entry, text.strip()
        self._forget_status()
        try:
            if entry is TypingFor.NOTE:
                self._note(words)
            elif entry is TypingFor.JUMP and words:
                self._session.press(Jump(self._session.state.script.find_item(words)))
            elif entry is TypingFor.SEARCH and words:
                self._find(words)
        except IpsSkillsError as error:
            self.say(error.message)
        else:
            self.entry = None

    def leave(self, typed: str) -> None:
        """Finish later; a note that is being typed is kept first."""
        if self.entry is TypingFor.NOTE:
            self.take_text(typed)
            if self.entry or self._doubtful is not None:
                return
        self.ended = Ended.LEAVE

    def say(self, text: str) -> None:
        """Say something on the status line until the next key."""
        self._told = text

    def _forget_status(self) -> None:
        self._told, self._before = "", self._session.state

    def _on_question(self, data: str) -> None:
        does = _SPECIAL.get(data) or command_for(data, self.view.kind)
        if does is None:
            named = data if data.isprintable() else "That key"
            self.say(f"{named} does nothing here. ? shows the keys.")
        elif isinstance(does, Act):
            self._perform(does)
        else:
            before = self._session.state.item
            self._session.press(does)
            if isinstance(does, Give) and self._session.state.item != before:
                self._pace.note_answer()

    def _perform(self, act: Act) -> None:
        shown = self.view
        match act:
            case Act.STATEMENTS:
                may_rate = shown.statement is None and shown.rateable
                lines = partial(layout.statement_lines, shown)
                self._open_panel(lines, may_rate=may_rate)
            case Act.REVIEW:
                given = review(self._session.state)
                self._open_panel(lambda width: layout.review_lines(given, width))
            case Act.HELP:
                self._open_panel(partial(layout.help_lines, shown))
            case Act.NOTE:
                self.shared = shown.note.shared
                self._type(TypingFor.NOTE, shown.note.text)
            case Act.JUMP:
                self._type(TypingFor.JUMP)
            case Act.SEARCH:
                self._type(TypingFor.SEARCH)
            case Act.LEAVE:
                self.ended = Ended.LEAVE

    def _note(self, words: str) -> None:
        """Keep a note, or ask first whether one may be kept that could tell who a client is."""
        kept = self.view.note.text
        if words == kept or not (found := self._check.find(words)):
            self._write(kept if words == kept else self._check.take(words))
            return
        self._doubtful = words
        named = detail.name_findings(found)
        ways = detail.WAYS_BY_KEY
        self.panel = lambda width: layout.doubt_lines(named, detail.WHY, ways, width)
        self.top = 0

    def _write(self, words: Written) -> None:
        self._session.press(Write(NoteText(words, self.shared and bool(words))))

    def _write_or_mend(self, words: str) -> None:
        try:
            self._write(self._check.take(words))
        except IpsSkillsError as error:
            self._type(TypingFor.NOTE, words)
            self.say(error.message)

    def _decide(self, key: str, words: str) -> None:
        """Keep the note in doubt, go on typing it, or leave it out."""
        way_out = detail.find_way_out(key)
        if way_out is None:
            self.say("e or Enter changes it. k keeps it. d leaves it out.")
            return
        self._doubtful = None
        self._close_panel()
        if way_out is detail.WayOut.EDIT:
            self._type(TypingFor.NOTE, words)
        elif way_out is detail.WayOut.DROP:
            self.say("Left out. None of it was kept.")
        else:
            self._write_or_mend(words)

    def _type(self, entry: TypingFor, text: str = "") -> None:
        self.entry, self.first_text = entry, text

    def _at_end(self, data: str) -> None:
        key = data.lower()
        if key in ("\r", "\n"):
            self.ended = Ended.FINISH
        elif key == "m" and self.areas_offered:
            self.ended = Ended.FINISH_AND_AREAS
        elif key in _AT_END:
            self._on_question(data)
        else:
            j = "j goes to an answer." if self.correcting else "q finishes later."
            self.say(f"Enter finishes. b goes back. {j}")

    def _choose(self, data: str, shown: ScreenView) -> None:
        key, keys = data.lower(), layout.choice_keys(shown.choices)
        if key in ("\r", "\n") and shown.same and shown.mode is Mode.BASIS:
            self._session.press(Same())
        elif key == "q":
            self.ended = Ended.LEAVE
        elif key == "b":
            self._session.press(Choose(None))
        elif key in keys:
            self._session.press(Choose(shown.choices[keys.index(key)].key))
        else:
            self.say(f"Choose one of {' '.join(keys)}, or press Esc.")

    def _in_panel(self, data: str) -> None:
        chosen = int(data) - 1 if data.isdecimal() else -1
        listed, may_rate = self._found, self._may_rate
        self._close_panel()
        if may_rate and data.lower() == "d":
            self._session.press(Into())
        elif 0 <= chosen < len(listed):
            self._session.press(Jump(listed[chosen]))
        elif data.lower() == "j":
            self._perform(Act.JUMP)

    def _open_panel(self, lines: Panel, *, may_rate: bool = False) -> None:
        self._may_rate, self.top = may_rate, 0
        said = " Any other key goes back." if may_rate else " Any key goes back."
        end = [layout.ScreenLine(), layout.ScreenLine(said, "dim")]
        self.panel = lambda width: [*lines(width), *end]

    def _close_panel(self) -> None:
        self.panel, self._found, self.top, self._may_rate = None, (), 0, False

    def _find(self, text: str) -> None:
        script = self._session.state.script
        units = find_units(self._session.state, text.split())
        self._found = units[:FOUND_MOST]
        if not self._found:
            self.say(f"Nothing found for '{text}'.")
            return
        titles = [(item, script.unit(item).title) for item in self._found]
        more = len(units) - len(titles)
        self._open_panel(lambda width: layout.found_lines(titles, width, more=more))
