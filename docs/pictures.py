"""Makes the pictures of the README and the guide from the program itself, and says which are old.

What a picture is made of is kept as a digest beside it, in ``sources.json``: the words of the page,
and the code that sets or draws it. The pictures' own bytes tell nothing, as they change with every
release of a font or a library.
"""

import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

HERE = Path(__file__).parent / "images"
SOURCES = HERE / "sources.json"
CODE = Path(__file__).parents[1] / "src" / "ipsskills" / "pages"
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DOTS = 96 / 72  # for each point of a page
SHADES = 48
HANDLE = r"\b[0-9a-f]{6}\b"


@dataclass(frozen=True)
class Shot:
    """A picture: the name of its file, what is typed for it, and the code that its look rests on.

    ``make`` returns its bytes from the words typed. A screen shows at most ``lines`` of a page. The
    ``page`` is one that says what a chart shows; otherwise it is what is typed.
    """

    name: str
    typed: tuple[str, ...]
    make: "Callable[[Shot], bytes]"
    code: tuple[str, ...] = ()
    lines: int = 0
    page: tuple[str, ...] = ()

    def digest(self) -> str:
        """Return what the picture is made of, as a digest."""
        words = re.sub(HANDLE, "", self.said())  # made by chance, and new each time
        parts = [words.encode()]
        for pattern in self.code:
            parts += [path.read_bytes() for path in sorted(CODE.glob(pattern))]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def said(self) -> str:
        """Return the words of the page, as on a screen of 80 columns."""
        if not self.typed:
            return ask_question()
        whole = _run(*(self.page or self.typed)).splitlines()
        return "\n".join([*whole[: self.lines], "..."] if self.lines else whole)


def draw_screen(shot: Shot) -> bytes:
    """Return what is typed and what the screen shows then, as an SVG."""
    return _draw(f"ipsskills {' '.join(shot.typed)}", shot.said().splitlines())


def draw_question(_: Shot) -> bytes:
    """Return one question of the interview as an SVG, laid out as on the screen."""
    return _draw("ipsskills assess", ask_question().splitlines())


def draw_paper(shot: Shot) -> bytes:
    """Return the first sheet of a page as it is printed."""
    import pypdfium2

    _run(*shot.typed, "-o", "page.pdf", "--force")
    with pypdfium2.PdfDocument(Path("page.pdf").read_bytes()) as document:
        image = document[0].render(scale=DOTS).to_pil()
    return _pack(image)


def draw_chart(shot: Shot) -> bytes:
    """Return a chart, at a size that suits a page of text."""
    from PIL import Image

    _run(*shot.typed, "-o", "chart.png", "--force")
    with Image.open("chart.png") as image:
        return _pack(image.convert("RGB").resize((image.width // 2, image.height // 2)))


PAPER = ("templates/page.typ", "writers/pdf*.py")
CHART = ("charts/*.py", "charts/radar/*.py")
ANSWERS = ("report", "--answers", "--demo")
SHOTS = (
    Shot("interview.svg", (), draw_question),
    Shot("radar.png", ("chart", "radar", "--demo"), draw_chart, CHART, page=ANSWERS),
    Shot("report.svg", ("report", "--demo"), draw_screen, lines=34),
    Shot("report.png", ("report", "--demo"), draw_paper, PAPER),
    Shot("agenda.png", ("agenda", "--demo"), draw_paper, PAPER),
    Shot("plan.png", ("plan", "show", "--demo"), draw_paper, PAPER),
    Shot("compare.svg", ("compare", "--demo"), draw_screen, lines=30),
    Shot("due.svg", ("due", "--demo"), draw_screen),
)


def make_pictures() -> None:
    """Make every picture anew, and keep what each is made of."""
    HERE.mkdir(exist_ok=True)
    with _demo():
        for shot in SHOTS:
            (HERE / shot.name).write_bytes(shot.make(shot))
        digests = {shot.name: shot.digest() for shot in SHOTS}
    SOURCES.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


def list_old() -> list[str]:
    """Return the names of the pictures that are not there or show what is no longer so."""
    kept = json.loads(SOURCES.read_text(encoding="utf-8")) if SOURCES.exists() else {}
    with _demo():
        now = {shot.name: shot.digest() for shot in SHOTS}
    return [
        name
        for name, digest in now.items()
        if kept.get(name) != digest or not (HERE / name).exists()
    ]


def ask_question() -> str:
    """Return one question of the interview, as on the screen."""
    from ipsskills.cli.interview.layout import unit_lines
    from ipsskills.codes import AssessmentKind
    from ipsskills.framework.load import load
    from ipsskills.usecases.interview.commands import Jump, Mark, Toggle
    from ipsskills.usecases.interview.machine import Script, begin, press
    from ipsskills.usecases.interview.view import compose_screen

    framework = load()
    items = tuple(unit.id for unit in framework.asked())
    state = begin(Script(framework, AssessmentKind.SELF, items, "three months"))
    for command in (Jump("3.8"), Toggle(Mark.BRING)):
        state, _ = press(state, command)
    return "\n".join(line.text for line in unit_lines(compose_screen(state), 80))


def _draw(title: str, lines: list[str]) -> bytes:
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    for place, line in enumerate(lines):
        heading = not place or (line.isupper() and not line.startswith(" "))
        console.print(Text(line, style="bold" if heading else ""))
    drawn = console.export_svg(title=title, unique_id=re.sub(r"\W+", "-", title))
    # A picture in a README asks no other server for its letters.
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL).encode()


def _pack(image: "Image") -> bytes:
    """Return a picture of text as a small PNG: so many shades are enough for it."""
    packed = io.BytesIO()
    image.quantize(SHADES).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _run(*typed: str) -> str:
    """Return what the program shows for what is typed."""
    from ipsskills.cli.app import run

    shown = io.StringIO()
    with redirect_stdout(shown):
        run(list(typed))
    return shown.getvalue()


@contextmanager
def _demo() -> Iterator[None]:
    """Have the invented service, always on the same day, in a place of its own."""
    from ipsskills.cli.setup import context

    before, clock, folder = os.environ.copy(), context.now, Path.cwd()
    with TemporaryDirectory() as home:
        places = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")
        os.environ |= dict.fromkeys((*places, "LOCALAPPDATA"), home) | {"COLUMNS": "80"}
        context.now = lambda: AT
        os.chdir(home)
        try:
            _run("demo")
            yield
        finally:
            os.chdir(folder)
            context.now = clock
            os.environ.clear()
            os.environ |= before
