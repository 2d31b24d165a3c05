"""The full screen of the interview: one prompt_toolkit application for all of it."""

import asyncio
import gc
import os
import time
from collections.abc import Callable
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

from ipsskills.cli.interview import layout
from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.gate import Gate
from ipsskills.cli.interview.keys import TypingFor
from ipsskills.cli.interview.quiet_input import QuietInput
from ipsskills.cli.interview.ready import GettingReady, press_nothing
from ipsskills.cli.interview.sitting import Sitting
from ipsskills.cli.interview.wording import say_saved
from ipsskills.cli.output.cells import shorten
from ipsskills.cli.output.working import asking
from ipsskills.cli.prompts import detail
from ipsskills.errors import IpsSkillsError
from ipsskills.usecases.interview.commands import Mode
from ipsskills.usecases.interview.session import Session

ESCAPE_WAIT = 0.3
ENTRY_ROWS = 3
STATUS_ROWS = 1
_UNUSED = (
    *(Keys.Left, Keys.Right, Keys.Home, Keys.End, Keys.Insert, Keys.Delete, Keys.Tab, Keys.BackTab),
    *(Keys.F1, Keys.F2, Keys.F3, Keys.F4, Keys.F5, Keys.F6),
    *(Keys.F7, Keys.F8, Keys.F9, Keys.F10, Keys.F11, Keys.F12),
)
_SCROLL = ((Keys.Down, 1), (Keys.Up, -1), (Keys.PageDown, 10), (Keys.PageUp, -10))
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


def run_screen(
    session: Session, *, areas_offered: bool, check: detail.Check | None = None
) -> Ended:
    """Ask every question of a session on a full screen. Raises what keeping an answer raises.

    ``check`` looks for client-identifying detail in notes.
    """
    return Screen(Sitting(session, areas_offered=areas_offered, check=check)).run()


class Screen:
    """Draws a sitting on the terminal and hands it the keys that pass the gate."""

    def __init__(self, sitting: Sitting, clock: Callable[[], float] = time.monotonic) -> None:
        self._sitting = sitting
        self._clock = clock
        self._gate = Gate(fast=os.environ.get("IPSSKILLS_KEYS") == "fast")
        self._shown: object = None
        self._drawn_small = False
        self._failed: BaseException | None = None
        self._ready = GettingReady(sitting.prepare, self._begin)
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
        try:
            with asking():
                ended = self._app.run(
                    pre_run=self._catch_faults, set_exception_handler=False, handle_sigint=False
                )
        finally:
            self._ready.wait()
        if self._failed:
            raise self._failed
        return ended

    def _begin(self) -> None:
        """Keep the draft, now that what writes is loaded, while the first question is read."""
        if self._app.is_running and not self._app.is_done:
            self._carry(self._sitting.begin)
            press_nothing(self._app.key_processor)
            gc.freeze()

    def _catch_faults(self) -> None:
        """Make our own mistakes end the screen and be reported like any other."""

        def broken(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            self._fail(context.get("exception") or RuntimeError(context["message"]))

        asyncio.get_running_loop().set_exception_handler(broken)

    def _fail(self, error: BaseException) -> None:
        self._failed = self._failed or error
        self._exit(Ended.LEAVE)

    def _exit(self, ended: Ended) -> None:
        if self._app.is_running and not self._app.is_done:
            self._app.exit(result=ended)

    def _application(self) -> Application[Ended]:
        typing = Condition(lambda: self._sitting.entry is not None)
        app: Application[Ended] = Application(
            layout=Layout(self._container(typing), focused_element=self._window),
            key_bindings=self._bindings(typing),
            style=_STYLE,
            include_default_pygments_style=False,
            full_screen=True,
            mouse_support=False,
            input=QuietInput(create_input(always_prefer_tty=True), self._gate, self._clock, typing),
            output=create_output(always_prefer_tty=True),
            color_depth=ColorDepth.DEPTH_1_BIT if "NO_COLOR" in os.environ else None,
            after_render=lambda _: self._note_render(),
        )
        app.ttimeoutlen = ESCAPE_WAIT
        app.timeoutlen = ESCAPE_WAIT
        app.key_processor.after_key_press += lambda _: self._hold_unseen()
        return app

    def _container(self, typing: Condition) -> HSplit:
        words = BufferControl(self._buffer, input_processors=[BeforeInput(layout.MARGIN)])
        entry = HSplit(
            [
                Window(FormattedTextControl(self._prompt), height=1),
                Window(words, height=ENTRY_ROWS - 1, wrap_lines=True),
            ]
        )
        status = Window(FormattedTextControl(self._status_fragments), height=STATUS_ROWS)
        return HSplit([self._window, ConditionalContainer(entry, typing), status])

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

    def _lines(self, columns: int, rows: int) -> list[layout.ScreenLine]:
        sitting = self._sitting
        if self._too_small:
            return layout.too_small(columns, rows)
        if sitting.panel is not None:
            top = min(sitting.top, self._lowest())
            return sitting.panel(columns)[top : top + rows - STATUS_ROWS]
        room = rows - STATUS_ROWS - (ENTRY_ROWS if sitting.entry else 0)
        shown = sitting.view
        if shown.mode is Mode.END:
            offered, correcting = sitting.areas_offered, sitting.correcting
            lines = layout.end_lines(shown, columns, areas_offered=offered, correcting=correcting)
        else:
            lines = layout.unit_lines(shown, columns, room)
        return layout.fit_lines(lines, room)

    def _lowest(self) -> int:
        """Return the last line that the open panel may begin with."""
        columns, rows = self._size
        lines = self._sitting.panel(columns) if self._sitting.panel else ()
        return max(0, len(lines) - rows + STATUS_ROWS)

    def _status_fragments(self) -> StyleAndTextTuples:
        if self._too_small:
            return []
        shown = self._sitting.view
        said = self._sitting.status
        if not said and self._sitting.entry is TypingFor.NOTE:
            said = detail.NO_CLIENT
        if not said and self._lowest():
            said = self._sitting.scroll_hint
        line = shorten(said or f"saved {say_saved(shown.saved)}", self._size[0] - 2)
        return [("class:status" if said else "class:dim", f" {line} ")]

    def _prompt(self) -> str:
        shown, kinds = self._sitting.view, ("private", "shared")
        item = f"statement {shown.spot}" if shown.statement else shown.unit
        now, other = reversed(kinds) if self._sitting.shared else kinds
        prompts = {
            TypingFor.NOTE: f" Note on {item}, {now} (Tab: make it {other}, Enter: keep, Esc: leave"
            " it):",
            TypingFor.JUMP: " Go to unit (Enter goes, Esc leaves it):",
            TypingFor.SEARCH: " Find (Enter looks, Esc leaves it):",
        }
        return prompts[self._sitting.entry] if self._sitting.entry else ""

    def _note_render(self) -> None:
        """Start the time for reading when something new stands on the screen."""
        self._drawn_small = self._too_small
        standing = (*self._sitting.standing, self._too_small)
        if standing != self._shown:
            self._shown = standing
            self._gate.note_drawn(self._clock())
        self._ready.start()

    def _hold_unseen(self) -> None:
        """Let no key answer a question that a key has just brought up and nobody has seen yet."""
        if (*self._sitting.standing, self._too_small) != self._shown:
            self._gate.note_change()

    # What keys do

    def _bindings(self, typing: Condition) -> KeyBindings:
        keys = KeyBindings()
        sitting = self._sitting
        acts = {Keys.Any: None, Keys.Enter: "\r", Keys.Backspace: "\x7f"}
        for key, data in (*acts.items(), *((unused, None) for unused in _UNUSED)):
            keys.add(key, filter=~typing)(self._acting(data))
        for key, lines in _SCROLL:
            keys.add(key, filter=~typing)(self._scrolling(lines))
        keys.add(Keys.BracketedPaste, filter=~typing)(
            lambda _: sitting.say("A paste answers nothing. Press one key at a time.")
        )
        keys.add(Keys.Ignore)(lambda _: None)
        keys.add(Keys.Escape, filter=~typing)(lambda _: sitting.escape())
        keys.add(Keys.Enter, filter=typing)(lambda _: self._carry(self._enter))
        keys.add(Keys.Tab, filter=typing)(lambda _: self._toggle_shared())
        keys.add(Keys.Escape, filter=typing)(lambda _: self._carry(self._stop_typing))
        keys.add(Keys.ControlC)(lambda _: self._carry(lambda: sitting.leave(self._buffer.text)))
        return keys

    def _acting(self, data: str | None) -> Callable[[KeyPressEvent], None]:
        def act(event: KeyPressEvent) -> None:
            key = data or event.data
            if self._drawn_small or self._too_small:  # nothing unseen is answered
                if key.lower() == "q":
                    self._exit(Ended.LEAVE)
            else:
                self._carry(lambda: self._sitting.act(key))

        return act

    def _scrolling(self, lines: int) -> Callable[[KeyPressEvent], None]:
        return lambda _: self._sitting.scroll(lines, self._lowest())

    def _carry(self, out: Callable[[], None]) -> None:
        """Run an action; then start typing if the sitting wants words, or end if it has ended."""
        before = self._sitting.entry
        try:
            out()
        except IpsSkillsError as error:
            self._fail(error)
            return
        if self._sitting.ended:
            self._exit(self._sitting.ended)
        elif self._sitting.entry is not before:
            self._focus()

    def _focus(self) -> None:
        if self._sitting.entry is None:
            self._app.layout.focus(self._window)
            return
        self._buffer.text = self._sitting.first_text
        self._buffer.cursor_position = len(self._buffer.text)
        self._app.layout.focus(self._buffer)

    def _enter(self) -> None:
        self._sitting.take_text(self._buffer.text)

    def _stop_typing(self) -> None:
        self._sitting.entry = None

    def _toggle_shared(self) -> None:
        self._sitting.shared = not self._sitting.shared
