"""How statements are written: the limits, the stems, and the words that must not appear.

docs/writing.md gives the reasons; ``framework check`` holds every statement against them.
"""

import re

STATEMENT_WORDS, POINT_WORDS, IN_PRACTICE_WORDS = 40, 25, 30
STEM = "An ability to "
KNOWLEDGE_STEM = "An ability to draw on knowledge "

# Amounts, shares and dates change within a year; they belong in notes with the day of checking.
NUMBERS = re.compile(r"[\d£€$%]|\bper cent\b", re.IGNORECASE)
MONTHS = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December)\b"
)
# Names of bodies, schemes, software and forms change or are foreign to one nation.
NAMES = (
    "Jobcentre",
    "DWP",
    "NHS",
    "IPS Grow",
    "Acas",
    "Universal Credit",
    "Access to Work",
    "Citizens Advice",
    "Disability Confident",
    "LinkedIn",
    "Facebook",
    "WhatsApp",
    "Excel",
    "Google",
    "ChatGPT",
)
FORM = re.compile(r"\b(?:[A-Z]{1,4}\d{1,4}[A-Z]?|form \d+)\b")

# Words that grade people, blame them, or say nothing.
NEVER = (
    "job-ready",
    "job ready",
    "work-ready",
    "work ready",
    "suitable for IPS",
    "compliant",
    "non-compliant",
    "hard to help",
    "hard to reach",
    "hard-to-reach",
    "failed placement",
    "sufferer",
    "suffers from",
    "suffering from",
    "mentally ill",
    "stakeholder",
    "holistic",
    "empower",
    "service user",
)
EXACT_TITLE_MAY_SAY = "Engaging service users with the IPS process"
