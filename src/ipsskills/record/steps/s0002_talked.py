"""Step 2: what was talked about in a supervision stands by itself, beside the units it bears on.

Of supervisions kept before it is not known (NULL), which is not the same as nothing.
"""

from ipsskills.record.steps.step import Step

STEP = Step(2, "what was talked about", ("ALTER TABLE entry ADD COLUMN talked JSON",))
