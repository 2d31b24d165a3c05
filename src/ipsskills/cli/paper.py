"""Shows a page as text, Markdown or JSON, on the screen or in a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.cli.show import Output, envelope
from ipsskills.errors import InvalidInput

if TYPE_CHECKING:
    from ipsskills.pages.document import Page

_ENDINGS = {".md": "md", ".json": "json", ".txt": "text", "": "text"}


def show(
    command: str,
    data: Any,
    page: "Page",
    *,
    form: str | None,
    output: Path | None,
    force: bool,
    json: bool,
) -> None:
    """Show a command's page: ``form`` is text, md or json; a file's ending decides without it.

    Raises InvalidInput for an ending that cannot be written, or a file that is there already.
    """
    out = Output(command, json or (form == "json" and output is None))
    chosen = str(form) if form else _by_ending(output)
    if output:
        from ipsskills.usecases.files import write_text

        write_text(output, _written(command, chosen, data, page), replace=force)
        out.result({"path": output}, f"It is in {output}")
    elif chosen == "md":
        out.result(data, _written(command, chosen, data, page))
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


def _written(command: str, form: str, data: Any, page: "Page") -> str:
    from ipsskills.pages.writers.markdown import to_markdown
    from ipsskills.pages.writers.text import to_text

    if form == "json":
        return envelope(command, data, [], None) + "\n"
    return to_markdown(page) if form == "md" else to_text(page)
