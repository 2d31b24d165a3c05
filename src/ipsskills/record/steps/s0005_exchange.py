"""Step 5: files that go from one record to another, and people's rights over what is kept."""

from ipsskills.record.steps.s0001_first import HEADER
from ipsskills.record.steps.step import Step

_TABLES = {
    "parcel": """
            way VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            with_whom VARCHAR,
            "on" DATE NOT NULL,
            digest VARCHAR NOT NULL,
            held JSON NOT NULL,
            asked JSON NOT NULL,
            undone BOOLEAN NOT NULL""",
    "alone_first": """
            rater VARCHAR NOT NULL,
            reader VARCHAR NOT NULL,
            units JSON NOT NULL,
            since DATE NOT NULL,
            ended DATE,
            how VARCHAR""",
    "objection": """
            subject VARCHAR NOT NULL,
            text VARCHAR NOT NULL,
            settled DATE,
            kept_on_purpose JSON NOT NULL""",
    "hold": """
            why VARCHAR NOT NULL,
            began DATE NOT NULL,
            ended DATE""",
    "forgotten": """
            ids JSON NOT NULL,
            "on" DATE NOT NULL""",
    "redacted": """
            subject VARCHAR NOT NULL,
            "table" VARCHAR NOT NULL,
            "on" DATE,
            asked_of VARCHAR""",
}

STEP = Step(
    5,
    "exchange and rights",
    (
        "ALTER TABLE person ADD COLUMN key VARCHAR",
        "ALTER TABLE assessment ADD COLUMN form_version INTEGER",
        "ALTER TABLE assessment ADD COLUMN set_aside DATE",
        "ALTER TABLE entry ADD COLUMN entered TIMESTAMP",
        *(f"CREATE TABLE {table} ({HEADER}{columns})" for table, columns in _TABLES.items()),
        *(
            f"CREATE INDEX ix_{table}_{column} ON {table} ({column})"
            for table in _TABLES
            for column in ("thing", "replaces", "about")
        ),
        "CREATE INDEX ix_objection_subject ON objection (subject)",
        "CREATE INDEX ix_redacted_subject ON redacted (subject)",
    ),
)
