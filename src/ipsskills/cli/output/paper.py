"""Shows a page as text, Markdown or JSON, on the screen or in a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.show import Output, envelope
from ipsskills.cli.output.spelling import spell_page
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.pages.document import Page

_ENDINGS = {".md": "md", ".json": "json", ".txt": "text", "": "text"}


@dataclass(frozen=True)
class Paper:
    """How a page is wanted: ``form`` is text, md or json; a file's ending decides without it."""

    form: str | None
    output: Path | None
    force: bool
    json: bool


def show(command: str, data: Any, page: "Page", paper: Paper, notice: str = "") -> None:
    """Show a command's page on the screen or write it to a file.

    ``notice`` is said where the data are shown without the page, which says it itself.
    Raises InvalidInput for an ending that cannot be written, or a file that is there already.
    """
    output, page = paper.output, spell_page(page)
    out = Output(command, paper.json or (paper.form == "json" and output is None))
    chosen = "json" if paper.json else str(paper.form or _by_ending(output))
    notices = [notice] if notice and chosen == "json" else []
    for each in notices:
        out.notice(each)
    if output:
        from ipsskills.files import write_text

        write_text(output, _written(command, chosen, data, page, notices), replace=paper.force)
        out.result({"path": output}, f"It is in {output}")
    elif chosen == "md":
        out.result(data, _written(command, chosen, data, page, notices))
    else:
        out.result(data, page)


def _by_ending(output: Path | None) -> str:
    ending = output.suffix.lower() if output else ""
    if ending not in _ENDINGS:
        raise InvalidInput(
            f"This page cannot be written as {ending}.",
            "Give the file a name ending in .txt, .md or .json, or add --format",
        )
    return _ENDINGS[ending]


def _written(command: str, form: str, data: Any, page: "Page", notices: list[str]) -> str:
    from ipsskills.pages.writers.markdown import to_markdown
    from ipsskills.pages.writers.text import to_text

    if form == "json":
        return envelope(command, data, notices, None) + "\n"
    return to_markdown(page) if form == "md" else to_text(page)
