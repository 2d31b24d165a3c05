"""Step 4: what a step of a plan left to bring; of steps done before it nothing is known (empty)."""

from ipsskills.record.steps.step import Step

STEP = Step(
    4,
    "what was brought",
    ("ALTER TABLE goal_activity ADD COLUMN brought VARCHAR NOT NULL DEFAULT ''",),
)
