"""Writes a form as one HTML file that a browser opens from a folder or an intranet page.

It needs nothing else: scripts, styles and tables stand in it, and it can reach no network.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from ipsskills.facts.forms.form import FormFacts
from ipsskills.pages.compose.forms.tables import compose_tables
from ipsskills.pages.words import day
from ipsskills.pages.writers.html import quote_for_style, read_template

STYLES = ("page.css", "lists.css", "print.css", "form.css")
# In the order in which each needs only those before it.
SCRIPTS = (
    "dom.js",
    "words.js",
    "look.js",
    "guard.js",
    "lasting.js",
    "store.js",
    "filled.js",
    "states.js",
    "given.js",
    "report.js",
    "starting.js",
    "theirs.js",
    "details.js",
    "sealing.js",
    "saving.js",
    "send.js",
    "note.js",
    "question.js",
    "radar.js",
    "ending.js",
    "first.js",
    "main.js",
)
# Nothing is fetched, nothing sent, and no script or style counts but those that stand here.
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {style}; base-uri 'none'; "
    "form-action 'none'"
)
_IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
CONFIDENTIAL = "Confidential: about a member of staff"


def write(facts: FormFacts) -> bytes:
    """Return a form as a file for a browser."""
    tables = compose_tables(facts)
    return write_page(tables, f"{tables['words']['title']}, {day(facts.made)}")


def write_page(tables: dict[str, Any], foot: str) -> bytes:
    """Return the form with these tables as a file; ``foot`` says what made it, and when."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ipsskills.pages"), autoescape=True, undefined=StrictUndefined
    )
    script, sealing = join_scripts(), read_sealing()
    style = "\n".join(read_template(name) for name in STYLES) + _name_sheets(foot)
    written = environment.get_template("form.html.j2").render(
        title=tables["words"]["title"],
        preview=tables["words"]["preview"],
        confidential=CONFIDENTIAL,
        foot=foot,
        style=style,
        tables=_embed(tables),
        sealing=sealing,
        script=script,
        policy=POLICY.format(
            scripts=f"{_name_hash(sealing)} {_name_hash(script)}", style=_name_hash(style)
        ),
    )
    return f"{written}\n".encode()


def join_scripts() -> str:
    """Return our own scripts as one, in a scope of its own: modules cannot stand in one file."""
    parts = [
        f"// {name}\n{_EXPORT.sub('', _IMPORT.sub('', read_template(f'form/{name}'))).strip()}\n"
        for name in SCRIPTS
    ]
    return '"use strict";\n(() => {\n\n' + "\n".join(parts) + "\n})();\n"


def read_sealing() -> str:
    """Return the age library, bundled, with its licences: docs/form.md says how it is made anew."""
    folder = files("ipsskills.pages").joinpath("vendored")
    licence, script = (
        folder.joinpath(name).read_text(encoding="utf-8") for name in ("age.LICENSE.txt", "age.js")
    )
    return f"/*\n{licence}*/\n{script}"


def _name_sheets(foot: str) -> str:
    """Return what stands at the head and foot of each printed sheet."""
    head = quote_for_style(CONFIDENTIAL)
    return f"\n:root {{ --head: {head}; --foot: {quote_for_style(foot)}; }}\n"


def _embed(tables: dict[str, Any]) -> str:
    """Return tables as JSON in which no sign can end the element that it stands in."""
    text = json.dumps(tables, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _name_hash(text: str) -> str:
    """Return the hash by which a browser knows what it may run or apply."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
