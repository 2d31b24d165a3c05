"""The full screen of the interview: one prompt_toolkit application for all of it."""

import os
import time
from collections.abc import Callable
from enum import StrEnum

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.styles import Style

from ipsskills.cli import layout
from ipsskills.cli.ended import Ended
from ipsskills.cli.gate import Gate
from ipsskills.cli.keys import Act, command_for
from ipsskills.cli.quiet_input import QuietInput
from ipsskills.errors import IpsSkillsError
from ipsskills.framework.search import search
from ipsskills.usecases.interview import Back, Choose, Command, Jump, Mode, NoteText, Skip, Write
from ipsskills.usecases.interview_view import view
from ipsskills.usecases.session import Session

ESCAPE_WAIT = 0.3
_STYLE = Style.from_dict(
    {
        "title": "bold",
        "question": "bold",
        "dim": "ansibrightblack",
        "chosen": "reverse",
        "marks": "italic",
        "status": "reverse",
    }
)


class Entry(StrEnum):
    """What is being typed at the foot of the screen."""

    NOTE = "note"
    JUMP = "jump"
    SEARCH = "search"


def run_screen(session: Session, *, areas_offered: bool) -> Ended:
    """Ask every question of a session on a full screen. Raises what keeping an answer raises."""
    return Screen(session, areas_offered=areas_offered).run()


class Screen:
    """The screen: which panel is open, what is being typed, and the gate that keys pass."""

    def __init__(
        self, session: Session, *, areas_offered: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._session = session
        self._areas_offered = areas_offered
        self._clock = clock
        self._gate = Gate(fast=os.environ.get("IPSSKILLS_KEYS") == "fast")
        self._panel: list[layout.Line] | None = None
        self._top = 0
        self._found: list[str] = []
        self._entry: Entry | None = None
        self._shared = False
        self._status = ""
        self._shown: object = None
        self._failed: IpsSkillsError | None = None
        self._buffer = Buffer(multiline=False)
        self._window = Window(
            FormattedTextControl(self._fragments, focusable=True, show_cursor=False),
            wrap_lines=False,
        )
        self._app: Application[Ended] = self._application()

    def run(self) -> Ended:
        """Run until the person finishes or leaves."""
        ended = self._app.run()
        if self._failed:
            raise self._failed
        return ended

    def _application(self) -> Application[Ended]:
        typing = Condition(lambda: self._entry is not None)
        entry = Window(
            BufferControl(self._buffer, input_processors=[BeforeInput(self._prompt)]),
            height=3,
            wrap_lines=True,
        )
        status = Window(FormattedTextControl(self._status_fragments), height=1)
        app: Application[Ended] = Application(
            layout=Layout(
                HSplit([self._window, ConditionalContainer(entry, typing), status]),
                focused_element=self._window,
            ),
            key_bindings=self._bindings(typing),
            style=_STYLE,
            full_screen=True,
            mouse_support=False,
            input=QuietInput(
                create_input(always_prefer_tty=True),
                self._gate,
                self._clock,
                lambda: self._entry is not None,
            ),
            output=create_output(always_prefer_tty=True),
            color_depth=ColorDepth.DEPTH_1_BIT if "NO_COLOR" in os.environ else None,
            after_render=lambda _: self._rendered(),
        )
        app.ttimeoutlen = ESCAPE_WAIT
        app.timeoutlen = ESCAPE_WAIT
        return app

    # What is drawn

    def _fragments(self) -> StyleAndTextTuples:
        size = self._app.output.get_size()
        lines = self._lines(size.columns, size.rows)
        return [(f"class:{line.style}" if line.style else "", f"{line.text}\n") for line in lines]

    def _lines(self, columns: int, rows: int) -> list[layout.Line]:
        if columns < layout.SMALLEST[0] or rows < layout.SMALLEST[1]:
            return layout.too_small(columns, rows)
        if self._panel is not None:
            self._top = min(self._top, max(0, len(self._panel) - rows + 2))
            return self._panel[self._top : self._top + rows - 1]
        shown = view(self._session.state)
        if shown.mode is Mode.END:
            return layout.end_lines(shown, columns, areas_offered=self._areas_offered)
        return layout.unit_lines(shown, columns)

    def _status_fragments(self) -> StyleAndTextTuples:
        shown = view(self._session.state)
        said = self._status or shown.status or f"saved {shown.saved}"
        return [("class:status" if self._status or shown.status else "class:dim", f" {said} ")]

    def _prompt(self) -> str:
        item = self._session.state.item or ""
        prompts = {
            Entry.NOTE: f" Note on {item} ({'shared' if self._shared else 'private'}; Tab changes"
            " that, Enter keeps it, Esc leaves it): ",
            Entry.JUMP: " Go to unit: ",
            Entry.SEARCH: " Find: ",
        }
        return prompts[self._entry] if self._entry else ""

    def _rendered(self) -> None:
        """Start the time for reading when something new stands on the screen."""
        state = self._session.state
        shown = (state.index, state.mode, self._panel is None)
        if shown != self._shown:
            self._shown = shown
            self._gate.drawn(self._clock())

    # What keys do

    def _bindings(self, typing: Condition) -> KeyBindings:
        keys = KeyBindings()
        acts = {Keys.Any: None, Keys.Enter: "\r", Keys.Backspace: "\x7f"}
        for key, data in acts.items():
            keys.add(key, filter=~typing)(self._acting(data))
        for key, lines in ((Keys.Down, 1), (Keys.Up, -1), (Keys.PageDown, 10), (Keys.PageUp, -10)):
            keys.add(key, filter=~typing)(self._scrolling(lines))
        keys.add(Keys.BracketedPaste, filter=~typing)(
            lambda _: self._say("A paste answers nothing. Press one key at a time.")
        )
        keys.add(Keys.Escape, filter=~typing)(lambda _: self._escape())
        keys.add(Keys.Enter, filter=typing)(lambda _: self._entered())
        keys.add(Keys.Tab, filter=typing)(lambda _: self._toggle_shared())
        keys.add(Keys.Escape, filter=typing)(lambda _: self._stop_typing())
        keys.add(Keys.ControlC)(lambda _: self._leave())
        return keys

    def _acting(self, data: str | None) -> Callable[[KeyPressEvent], None]:
        def act(event: KeyPressEvent) -> None:
            self._status = ""
            self._act(data or event.data)

        return act

    def _scrolling(self, lines: int) -> Callable[[KeyPressEvent], None]:
        def scroll(_: KeyPressEvent) -> None:
            if self._panel is None:
                self._say("That key does nothing here. ? shows the keys.")
            self._top = max(0, self._top + lines)

        return scroll

    def _act(self, data: str) -> None:
        try:
            if self._panel is not None:
                self._in_panel(data)
            elif self._session.state.mode is Mode.END:
                self._at_end(data)
            elif view(self._session.state).choices:
                self._choose(data)
            else:
                self._on_question(data)
        except IpsSkillsError as error:
            self._failed = error
            self._app.exit(result=Ended.LEAVE)

    def _on_question(self, data: str) -> None:
        special: dict[str, Command] = {"\x7f": Back(), " ": Skip()}
        does = special.get(data) or command_for(data)
        if does is None:
            self._say(
                f"{data if data.isprintable() else 'That key'} does nothing here. ? shows the keys."
            )
        elif isinstance(does, Act):
            self._perform(does)
        else:
            self._session.press(does)

    def _perform(self, act: Act) -> None:
        shown, width = view(self._session.state), self._app.output.get_size().columns
        match act:
            case Act.STATEMENTS:
                self._open_panel(layout.statement_lines(shown, width))
            case Act.HELP:
                self._open_panel(layout.help_lines(width))
            case Act.NOTE:
                self._shared = shown.note.shared
                self._type(Entry.NOTE, shown.note.text)
            case Act.JUMP:
                self._type(Entry.JUMP)
            case Act.SEARCH:
                self._type(Entry.SEARCH)
            case Act.LEAVE:
                self._leave()

    def _at_end(self, data: str) -> None:
        key = data.lower()
        if key in ("\r", "\n"):
            self._app.exit(result=Ended.FINISH)
        elif key == "m" and self._areas_offered:
            self._app.exit(result=Ended.FINISH_AND_AREAS)
        elif key in ("b", "\x7f", "z", "j", "/", "?", "q"):
            self._on_question(data)
        else:
            self._say("Enter finishes. b goes back. q finishes later.")

    def _choose(self, data: str) -> None:
        choices = view(self._session.state).choices
        if data.lower() == "b":
            self._session.press(Choose(None))
        elif data.isdecimal() and 0 < int(data) <= len(choices):
            self._session.press(Choose(choices[int(data) - 1].key))
        else:
            self._say(f"Choose 1 to {len(choices)}, or Esc.")

    def _in_panel(self, data: str) -> None:
        chosen = int(data) - 1 if data.isdecimal() else -1
        found = self._found
        self._close_panel()
        if 0 <= chosen < len(found):
            self._session.press(Jump(found[chosen]))

    def _open_panel(self, lines: list[layout.Line]) -> None:
        self._panel = [*lines, layout.Line(), layout.Line(" Any key goes back.", "dim")]
        self._top = 0

    def _close_panel(self) -> None:
        self._panel, self._found = None, []
        self._top = 0

    def _escape(self) -> None:
        if self._panel is not None:
            self._close_panel()
        elif view(self._session.state).choices:
            self._session.press(Choose(None))

    # What is typed

    def _type(self, entry: Entry, text: str = "") -> None:
        self._entry = entry
        self._buffer.text = text
        self._buffer.cursor_position = len(text)
        self._app.layout.focus(self._buffer)

    def _toggle_shared(self) -> None:
        self._shared = not self._shared

    def _stop_typing(self) -> None:
        self._entry = None
        self._app.layout.focus(self._window)

    def _entered(self) -> None:
        entry, text = self._entry, self._buffer.text.strip()
        self._stop_typing()
        try:
            match entry:
                case Entry.NOTE:
                    self._session.press(Write(NoteText(text, self._shared and bool(text))))
                case Entry.JUMP:
                    self._session.press(Jump(text.upper()))
                case Entry.SEARCH:
                    self._find(text)
        except IpsSkillsError as error:
            self._say(error.message)

    def _find(self, text: str) -> None:
        script = self._session.state.script
        hits = search(script.framework, text.split()) if text else ()
        units = dict.fromkeys(h.unit.id for h in hits if h.unit.id in script.items)
        self._found = list(units)[:9]
        if not self._found:
            self._say(f"Nothing found for '{text}'.")
            return
        lines = [
            layout.Line(f" {n}  {item:<5}{script.unit(item).title}")
            for n, item in enumerate(self._found, 1)
        ]
        self._open_panel([layout.Line(" Press a number to go there.", "title"), *lines])

    def _leave(self) -> None:
        if self._entry is Entry.NOTE:
            self._entered()
        self._app.exit(result=Ended.LEAVE)

    def _say(self, text: str) -> None:
        self._status = text
