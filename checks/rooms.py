"""The rooms of the package, what each may import, and who may use which library.

A new room, or a new arrow between rooms, is written here and nowhere else.
"""

# What each room may import of ours: whole rooms, or single modules of them. A type that a room
# may know is named by its module, never the room: nobody reaches past the results into the work.
_BELOW: dict[str, tuple[str, ...]] = {
    "errors": (),
    "codes": (),
    "days": ("errors",),
    "doing": (),
    "durations": ("errors",),
    "files": ("errors",),
    "folding": (),
    "frozen": (),
    "visible": (),
    "jsonable": (),
    "nations": ("codes", "errors", "folding"),
    "framework": ("errors", "codes", "doing", "files", "folding", "jsonable", "nations"),
    "record": ("errors", "codes", "doing", "files"),
    "privacy": (
        *("codes", "errors", "folding", "framework.types", "record.columns", "record.types"),
        *("record.whom", "record.written"),
    ),
    "method": (
        *("codes", "doing", "framework.scale", "framework.types", "framework.ordering"),
        *("framework.noted", "record.types"),
    ),
    "formats": ("errors", "codes", "days", "doing", "framework"),
    "facts": (
        *("codes", "doing", "folding", "method", "framework.scale", "framework.types"),
        *("record.types", "record.entries", "framework.background", "framework.cases"),
        *("framework.content.counts", "framework.noted", "framework.systems", "framework.blanks"),
    ),
    "pages": (
        "errors",
        "codes",
        "doing",
        "jsonable",
        "nations",
        "visible",
        "facts",
        "method",
        "record.entries",
        "record.uses",
        "formats.table.mark_formula",
        "formats.answers.COLUMNS",
        "formats.forms.columns",
        "framework.blanks",
        "framework.noted",
        "framework.scale",
        "framework.types",
        "framework.cases",
        "framework.search",
        "framework.background.Fidelity",
        "framework.background.FidelityItem",
        "framework.background.Glossary",
        "framework.background.LookedAt",
        "framework.background.NameSeen",
        "framework.background.RestsWith",
        "framework.background.Term",
        "framework.systems",
        "framework.content.releases.Changes",
        "framework.content.counts.Totals",
        "framework.content.counts.UnitCount",
    ),
    "usecases": (
        *(
            "errors",
            "codes",
            "doing",
            "files",
            "folding",
            "jsonable",
            "framework",
            "record",
            "method",
        ),
        *("privacy", "formats", "facts", "pages"),
    ),
    "cli": (
        *("errors", "codes", "days", "doing", "durations", "files", "folding", "jsonable"),
        *("nations", "visible"),
        *("framework", "record", "method"),
        *("privacy", "formats", "facts", "pages", "usecases"),
    ),
    "__main__": ("cli.app",),
    "__init__": (),
}
BELOW = {room: ("frozen", *below) for room, below in _BELOW.items()}  # classes are made everywhere

# Who may import a library; whoever is not named here may not.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "yaml": ("framework",),
    "sqlmodel": ("record",),
    "sqlalchemy": ("record",),
    "alembic": ("record",),
    "sqlite3": ("record", "cli.complete"),
    "matplotlib": ("pages.charts",),
    "numpy": ("pages.charts",),
    "jinja2": ("pages.writers",),
    "icalendar": ("pages.writers.calendar",),
    "typst": ("pages.writers.pdf",),
    "docx": ("pages.writers",),
    "openpyxl": ("pages.writers", "formats.forms.cells"),
    "fontTools": ("pages.glyphs", "pages.system_fonts"),
    "pyrage": ("formats.exchange.sealed",),
    "cryptography": ("formats.exchange.by_words",),
    "typer": ("cli",),
    "questionary": ("cli",),
    "prompt_toolkit": ("cli",),
    "rich": ("cli", "pages.writers.text", "pages.writers.styled"),
    "pydantic": (
        *("framework.strict", "framework.reader", "formats.answer_rows", "formats.forms.shapes"),
        "record",
    ),
    "pydantic_core": ("framework.reader", "record"),
    "platformdirs": ("cli.setup.paths",),
}

# Kept in their room from the day they come.
NOT_YET = {"alembic", "numpy"}
