"""A filled record of each form there has been, as SQL text; a form that was released never changes.

``python -m tests.record.forms`` writes that of the present form anew, for as long as it is not
released.
"""
