"""Step 6: whose a look is and who supervises somebody are found without reading everybody's."""

from ipsskills.record.steps.step import Step

STEP = Step(
    6,
    "found by person",
    (
        "CREATE INDEX ix_assessment_rater ON assessment (rater)",
        "CREATE INDEX ix_person_supervisor ON person (supervisor)",
    ),
)
