"""What somebody is told before their first look or form, or once another person adds them.

It says what the program does; what the service has to say itself is named, and left to fill in.
"""

EXPLAIN_NOTICE = (
    "You were added to a training record, or are sent a form for one. It is kept with a program "
    "for employment specialists (ipsskills). This page says what that is. It goes with the privacy "
    "notice of your service.\n"
    "What it is for. Supervision and learning: what goes well, what to learn next, and how.\n"
    "What is kept. Your name, role and team. How you do the work, in answers by you and by your "
    "supervisor, with notes. A plan for learning. Training, field visits and supervision. If "
    "somebody fills them in: hours, days of starting and leaving, caseload, time away and how you "
    "work best. You need not give anything about your health.\n"
    "Where, and who could see it. In a file on the computer of whoever gave you this, or in a "
    "folder of the service. Whoever works with that file can read it, and so can whoever looks "
    "after the computer. The program sends nothing by itself: others get what somebody sends them, "
    "and you may ask who did. The service may have to produce it if asked. The program decides "
    "nothing about you.\n"
    "What you may ask for. To see all of it and have a copy. To have it put right, or to have your "
    "own words beside what you see differently. To have it erased, to have it left unused until "
    "something is settled, or to object to its being used. Not all of it is granted in every case; "
    "you are told why. Ask whoever gave you this, or your data protection lead; by word of mouth "
    "will do. They have one month to answer, and may say within it that they need longer. You may "
    "complain to the service, and to the Information Commissioner (ico.org.uk).\n"
    "For the service to fill in:\n"
    "Who answers for this record: ______________________________\n"
    "Whom to ask, and the data protection officer: ______________________________\n"
    "The ground in law: ______________________________\n"
    "Who else gets any of it: ______________________________\n"
    "Whether any goes abroad, and what guards it: ______________________________\n"
    "How long it is kept: ______________________________"
)
