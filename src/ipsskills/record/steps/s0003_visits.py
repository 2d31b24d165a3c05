"""Step 3: which visit an observed answer was given on, and with whom an answer was agreed."""

from ipsskills.record.steps.step import Step

STEP = Step(
    3,
    "visits",
    (
        "ALTER TABLE rating ADD COLUMN visit VARCHAR",
        "ALTER TABLE rating ADD COLUMN seen_on DATE",
        "ALTER TABLE assessment ADD COLUMN agreed_with VARCHAR",
    ),
)
