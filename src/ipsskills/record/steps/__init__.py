"""The numbered steps by which a store came to its present form, oldest first.

A step is never changed after a release; a new form is a new step.
"""

from ipsskills.record.steps import (
    s0001_first,
    s0002_talked,
    s0003_visits,
    s0004_brought,
    s0005_exchange,
    s0006_found,
)
from ipsskills.record.steps.step import Step

STEPS: tuple[Step, ...] = (
    s0001_first.STEP,
    s0002_talked.STEP,
    s0003_visits.STEP,
    s0004_brought.STEP,
    s0005_exchange.STEP,
    s0006_found.STEP,
)
