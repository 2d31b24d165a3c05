"""The full screen of the interview: one prompt_toolkit application for all of it."""

import asyncio
import gc
import os
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any

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
FOUND_MOST = 9
ENTRY_ROWS = 3
STATUS_ROWS = 1
_UNUSED = (
    *(Keys.Left, Keys.Right, Keys.Home, Keys.End, Keys.Insert, Keys.Delete, Keys.Tab, Keys.BackTab),
    *(Keys.F1, Keys.F2, Keys.F3, Keys.F4, Keys.F5, Keys.F6),
    *(Keys.F7, Keys.F8, Keys.F9, Keys.F10, Keys.F11, Keys.F12),
)
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
        self._panel: Callable[[int], list[layout.Line]] | None = None
        self._top = 0
        self._found: list[str] = []
        self._entry: Entry | None = None
        self._shared = False
        self._status = ""
        self._shown: object = None
        self._drawn_small = False
        self._failed: BaseException | None = None
        self._buffer = Buffer(multiline=False)
        self._window = Window(
            FormattedTextControl(self._fragments, focusable=True, show_cursor=False),
            wrap_lines=False,
        )
        self._app: Application[Ended] = self._application()

    def run(self) -> Ended:
        """Run until the person finishes or leaves."""
        gc.freeze()  # what is loaded by now stays: to go through it again would be felt at a key
        gc.enable()
        ended = self._app.run(pre_run=self._catch_faults, set_exception_handler=False)
        if self._failed:
            raise self._failed
        return ended

    def _catch_faults(self) -> None:
        """Have our own mistakes end the screen and be told like all others."""

        def broken(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            self._fail(context.get("exception") or RuntimeError(context["message"]))

        asyncio.get_running_loop().set_exception_handler(broken)

    def _fail(self, error: BaseException) -> None:
        self._failed = self._failed or error
        if self._app.is_running and not self._app.is_done:
            self._app.exit(result=Ended.LEAVE)

    def _application(self) -> Application[Ended]:
        typing = Condition(lambda: self._entry is not None)
        words = BufferControl(self._buffer, input_processors=[BeforeInput(layout.MARGIN)])
        entry = HSplit(
            [
                Window(FormattedTextControl(self._prompt), height=1),
                Window(words, height=ENTRY_ROWS - 1, wrap_lines=True),
            ]
        )
        status = Window(FormattedTextControl(self._status_fragments), height=STATUS_ROWS)
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
        app.key_processor.after_key_press += lambda _: self._pressed()
        return app

    # What is drawn

    @property
    def _size(self) -> tuple[int, int]:
        size = self._app.output.get_size()
        return size.columns, size.rows

    @property
    def _too_small(self) -> bool:
        return any(has < needs for has, needs in zip(self._size, layout.SMALLEST, strict=True))

    def _fragments(self) -> StyleAndTextTuples:
        lines = self._lines(*self._size)
        return [(f"class:{line.style}" if line.style else "", f"{line.text}\n") for line in lines]

    def _lines(self, columns: int, rows: int) -> list[layout.Line]:
        if self._too_small:
            return layout.too_small(columns, rows)
        if self._panel is not None:
            lines, room = self._panel(columns), rows - STATUS_ROWS
            top = min(self._top, max(0, len(lines) - room))
            return lines[top : top + room]
        room = rows - STATUS_ROWS - (ENTRY_ROWS if self._entry else 0)
        shown = view(self._session.state)
        if shown.mode is Mode.END:
            lines = layout.end_lines(shown, columns, areas_offered=self._areas_offered)
        else:
            lines = layout.unit_lines(shown, columns)
        return layout.fitted(lines, room)

    def _status_fragments(self) -> StyleAndTextTuples:
        columns, rows = self._size
        if self._too_small:
            return []
        shown = view(self._session.state)
        said = self._status or shown.status
        if not said and self._panel and len(self._panel(columns)) >= rows:
            said = "Arrow keys and Page Up or Down scroll. Any other key goes back."
        line = layout.shortened(said or f"saved {shown.saved}", columns - 2)
        return [("class:status" if said else "class:dim", f" {line} ")]

    def _prompt(self) -> str:
        item = self._session.state.item or ""
        prompts = {
            Entry.NOTE: f" Note on {item} ({'shared' if self._shared else 'private'}; Tab changes"
            " that, Enter keeps it, Esc leaves it):",
            Entry.JUMP: " Go to unit (Enter goes, Esc leaves it):",
            Entry.SEARCH: " Find (Enter looks, Esc leaves it):",
        }
        return prompts[self._entry] if self._entry else ""

    def _rendered(self) -> None:
        """Start the time for reading when something new stands on the screen."""
        self._drawn_small = self._too_small
        standing = self._standing()
        if standing != self._shown:
            self._shown = standing
            self._gate.drawn(self._clock())

    def _pressed(self) -> None:
        """Let no key answer what a key has just brought up and nobody has seen yet."""
        if self._standing() != self._shown:
            self._gate.changed()

    def _standing(self) -> object:
        """Return what tells one question, list or page from another."""
        state = self._session.state
        return state.index, state.mode, self._panel is None, self._too_small

    # What keys do

    def _bindings(self, typing: Condition) -> KeyBindings:
        keys = KeyBindings()
        acts = {Keys.Any: None, Keys.Enter: "\r", Keys.Backspace: "\x7f"}
        for key, data in (*acts.items(), *((unused, None) for unused in _UNUSED)):
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
                return
            columns, rows = self._size
            lowest = max(0, len(self._panel(columns)) - rows + STATUS_ROWS)
            self._top = min(max(0, self._top + lines), lowest)

        return scroll

    def _act(self, data: str) -> None:
        try:
            if self._drawn_small or self._too_small:
                self._in_small_window(data)
            elif self._panel is not None:
                self._in_panel(data)
            elif self._session.state.mode is Mode.END:
                self._at_end(data)
            elif view(self._session.state).choices:
                self._choose(data)
            else:
                self._on_question(data)
        except IpsSkillsError as error:
            self._fail(error)

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

    def _in_small_window(self, data: str) -> None:
        """Answer nothing that cannot be seen."""
        if data.lower() == "q":
            self._leave()

    def _perform(self, act: Act) -> None:
        shown = view(self._session.state)
        match act:
            case Act.STATEMENTS:
                self._open_panel(lambda width: layout.statement_lines(shown, width))
            case Act.HELP:
                self._open_panel(layout.help_lines)
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
        choices, key = view(self._session.state).choices, data.lower()
        keys = layout.choice_keys(choices)
        if key == "b":
            self._session.press(Choose(None))
        elif key in keys:
            self._session.press(Choose(choices[keys.index(key)].key))
        else:
            self._say(f"Choose one of {' '.join(keys)}, or press Esc.")

    def _in_panel(self, data: str) -> None:
        chosen = int(data) - 1 if data.isdecimal() else -1
        found = self._found
        self._close_panel()
        if 0 <= chosen < len(found):
            self._session.press(Jump(found[chosen]))

    def _open_panel(self, lines: Callable[[int], list[layout.Line]]) -> None:
        end = [layout.Line(), layout.Line(" Any key goes back.", "dim")]
        self._panel = lambda width: [*lines(width), *end]
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
        """Take what was typed; what cannot be kept stays there to be mended."""
        entry, text = self._entry, self._buffer.text.strip()
        self._status = ""
        try:
            if entry is Entry.NOTE:
                self._session.press(Write(NoteText(text, self._shared and bool(text))))
            elif entry is Entry.JUMP and text:
                self._session.press(Jump(text.upper()))
            elif entry is Entry.SEARCH and text:
                self._find(text)
        except IpsSkillsError as error:
            self._say(error.message)
        else:
            self._stop_typing()

    def _find(self, text: str) -> None:
        script = self._session.state.script
        hits = search(script.framework, text.split())
        units = list(dict.fromkeys(h.unit.id for h in hits if h.unit.id in script.items))
        self._found = units[:FOUND_MOST]
        if not self._found:
            self._say(f"Nothing found for '{text}'.")
            return
        titles = [(item, script.unit(item).title) for item in self._found]
        more = len(units) - len(titles)
        self._open_panel(lambda width: layout.found_lines(titles, width, more=more))

    def _leave(self) -> None:
        if self._entry is Entry.NOTE:
            self._entered()
            if self._entry:
                return
        self._app.exit(result=Ended.LEAVE)

    def _say(self, text: str) -> None:
        self._status = text
