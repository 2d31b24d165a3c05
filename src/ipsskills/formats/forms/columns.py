"""What stands where in a form to fill in as a workbook: for who writes it and who reads it back.

Everything that a spreadsheet could turn into a number or a day has letters in it.
"""

SHEET = "Form"
WORDS = "Words"

ITEM, ABOUT, ANSWER, MEANS = "Unit", "What it is", "Your answer", "What the answers mean"
REASON = "Why outside this job"
BASIS = "What it rests on"
BEHIND = "What is behind it"
BRING = "Bring to supervision"
SHOW = "Could show a colleague"
NOTE = "Note: whoever gets this form reads it"
KEY = "ipsskills"
"""The head of the hidden column: above it what the form is, below it what each row asks."""

NAME, BY, DAY = "Whose practice", "Whose view", "Day you give these answers"
"""What is filled in at the top of a form; the hidden column has a key beside each."""

NAME_KEY, BY_KEY, DAY_KEY, ROW_KEY = "of:name", "of:by", "of:day", "row:"
FIELDS = {NAME_KEY: NAME, BY_KEY: BY, DAY_KEY: DAY}
"""The label of each field at the top, by its key."""


def show_code(code: str, label: str) -> str:
    """Return an answer as it stands in a list to choose from: "3  On my own"."""
    return f"{code}  {label}"
