"""Step 1: the first form of the store."""

from ipsskills.record.steps.step import Step

# What every table of versions begins with.
HEADER = """
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,"""

_VERSIONED = ("person", "assessment", "rating", "note", "goal", "goal_activity", "entry")

STEP = Step(
    1,
    "first form",
    (
        "CREATE TABLE store (name VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL)",
        """CREATE TABLE framework_text (
            hash VARCHAR NOT NULL PRIMARY KEY,
            version VARCHAR NOT NULL,
            text VARCHAR NOT NULL)""",
        f"""CREATE TABLE person ({HEADER}
            name VARCHAR NOT NULL,
            role VARCHAR NOT NULL,
            team VARCHAR,
            hours FLOAT,
            since DATE,
            supervisor VARCHAR,
            supervised_since DATE,
            "left" DATE,
            caseload INTEGER,
            leave VARCHAR,
            works_best VARCHAR NOT NULL,
            same_as VARCHAR,
            kept_on_purpose JSON NOT NULL)""",
        f"""CREATE TABLE assessment ({HEADER}
            kind VARCHAR NOT NULL,
            rater VARCHAR NOT NULL,
            state VARCHAR NOT NULL,
            scope JSON NOT NULL,
            period_months INTEGER NOT NULL,
            period_from DATE,
            scale VARCHAR NOT NULL,
            framework VARCHAR NOT NULL REFERENCES framework_text (hash),
            began DATE NOT NULL,
            finished DATE)""",
        f"""CREATE TABLE rating ({HEADER}
            assessment VARCHAR NOT NULL,
            item VARCHAR NOT NULL,
            asked_as VARCHAR NOT NULL,
            code VARCHAR,
            basis VARCHAR,
            reason VARCHAR,
            behind VARCHAR,
            bring BOOLEAN NOT NULL,
            show BOOLEAN NOT NULL)""",
        f"""CREATE TABLE note ({HEADER}
            subject VARCHAR NOT NULL,
            text VARCHAR NOT NULL,
            shared BOOLEAN NOT NULL,
            kept_on_purpose JSON NOT NULL)""",
        f"""CREATE TABLE goal ({HEADER}
            number INTEGER NOT NULL,
            title VARCHAR NOT NULL,
            why VARCHAR NOT NULL,
            items JSON NOT NULL,
            chance BOOLEAN NOT NULL,
            agreed_with VARCHAR,
            outcome VARCHAR NOT NULL,
            review DATE NOT NULL,
            close DATE NOT NULL,
            state VARCHAR NOT NULL,
            changed VARCHAR NOT NULL,
            arranged_by VARCHAR,
            agreed_on DATE,
            states JSON NOT NULL,
            reviewed DATE,
            review_note VARCHAR NOT NULL,
            kept_on_purpose JSON NOT NULL)""",
        f"""CREATE TABLE goal_activity ({HEADER}
            goal VARCHAR NOT NULL,
            place INTEGER NOT NULL,
            text VARCHAR NOT NULL,
            source VARCHAR,
            with_whom VARCHAR,
            due DATE NOT NULL,
            done DATE,
            dropped BOOLEAN NOT NULL,
            kept_on_purpose JSON NOT NULL)""",
        f"""CREATE TABLE entry ({HEADER}
            kind VARCHAR NOT NULL,
            "on" DATE NOT NULL,
            title VARCHAR NOT NULL,
            items JSON NOT NULL,
            way VARCHAR,
            hours FLOAT,
            minutes INTEGER,
            provider VARCHAR,
            who VARCHAR,
            basis VARCHAR,
            text VARCHAR NOT NULL,
            went_well VARCHAR NOT NULL,
            next_step VARCHAR NOT NULL,
            own_word VARCHAR NOT NULL,
            cancelled VARCHAR,
            certificate VARCHAR,
            expires DATE,
            next_on DATE,
            due DATE,
            done DATE,
            part_of VARCHAR,
            removed BOOLEAN NOT NULL,
            kept_on_purpose JSON NOT NULL)""",
        *(
            f"CREATE INDEX ix_{table}_{column} ON {table} ({column})"
            for table in _VERSIONED
            for column in ("thing", "replaces", "about")
        ),
        "CREATE INDEX ix_rating_assessment ON rating (assessment)",
        "CREATE INDEX ix_goal_activity_goal ON goal_activity (goal)",
        "CREATE INDEX ix_entry_done_kind_about ON entry (done, kind, about)",
    ),
)
