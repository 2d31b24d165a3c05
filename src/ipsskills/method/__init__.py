"""The rules: states, order, change, goals. Pure functions with no files, no store and no clock.

Not answered is ``None`` and never 0; answers are ordinal and are never averaged or added up.
Each rule's explanation for users stands beside it; docs/method.md is the definition they follow.
"""
