"""The report as a page: whole pages typed by hand, and what is left out when it is empty."""

from dataclasses import replace
from datetime import date
from typing import Any

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import Code
from ipsskills.doing import do
from ipsskills.pages.compose.reports.report import report_page
from ipsskills.pages.compose.reports.report_lines import UnitLine
from ipsskills.pages.compose.reports.report_words import HeadWords, WordedReport
from ipsskills.pages.compose.safety_words import LowLine
from ipsskills.pages.document import Heading, Page
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.text import to_text

HEAD = HeadWords(
    person="Ada Example",
    role="employment specialist",
    on=date(2026, 11, 24),
    period="the last three months",
    framework="2026.1",
    supervisor="Lee Invented",
    supervisor_on=date(2026, 11, 25),
)
WORRY = "Worried about someone now? Use the duty or safeguarding route, not this tool."
NEXT = (
    ("ipsskills assess --unit 3.15", "answer what is still open"),
    ("ipsskills plan draft", "pick goals for a learning plan"),
)
EMPTY = WordedReport(
    head=replace(HEAD, supervisor=None, supervisor_on=None),
    strengths=(),
    brings=(),
    safety=(),
    worry_now=WORRY,
    effort=(),
    chances=(),
    for_the_service=(),
    moved=(),
    not_answered=(),
    outside=(),
    next=NEXT,
)
SKILL = {Code.ZERO: "not yet", Code.ONE: "with someone", Code.TWO: "with a check"}
LOW = LowLine(
    unit="M7",
    short="Risk and rights",
    said="spot a decision that should not be made alone (you would not know)",
    asks="talk to your team leader today",
    opens=do("framework show", "M7", "--vignettes"),
)
WHOLE = replace(
    EMPTY,
    head=HEAD,
    strengths=(
        UnitLine("1.1", "Stance and values", "shows under pressure; you could show a colleague"),
        UnitLine("3.13", "Employer engagement", "on your own", "A trial shift."),
        UnitLine("3.2", "Working alliance", 'on your own; was "with a check"'),
        UnitLine("1.3", "Rationale", "you can explain it"),
        UnitLine("2.1", "Ethics and boundaries", "on your own"),
    ),
    safety=(
        UnitLine("2.2", "Confidentiality", "you know what to do"),
        UnitLine(
            "2.3",
            "Capacity",
            "after a quick check: work through a vignette this month",
            asks=True,
        ),
    ),
    effort=(UnitLine("3.8", "Disclosure", "with a check; marked to talk about", "I freeze."),),
    chances=(UnitLine("3.14", "Job setting profile", "no chance yet"),),
    for_the_service=(UnitLine("3.12", "Local opportunities", "time or caseload"),),
    moved=(
        UnitLine(
            "3.2",
            "Working alliance",
            "with a check → on your own",
            direction="less help needed than on 4 May 2026",
        ),
    ),
    not_answered=(
        UnitLine("3.15", "Job search", "not answered"),
        UnitLine("3.4", "Progress notes", "not answered"),
    ),
    outside=(UnitLine("3.16", "Job support", "It does not arise in the setting I work in"),),
)

TEXT = """\
Ada Example: your view on 24 Nov 2026
Employment specialist. Looking back: the last three months.
Lee Invented's view: 25 Nov 2026.
Two people's views on the days named. Not a score, not a pass, not a fidelity
rating.
--------------------------------------------------------------------------------
GOING WELL
  1.1   Stance and values    shows under pressure; you could show a colleague
  3.13  Employer engagement  on your own. "A trial shift."
  3.2   Working alliance     on your own; was "with a check"
  also: 1.3 Rationale; 2.1 Ethics and boundaries

SAFETY, EVERY TIME
  2.2  Confidentiality  you know what to do
  2.3  Capacity         after a quick check: work through a vignette this month
  Worried about someone now? Use the duty or safeguarding route, not this tool.

WHERE EFFORT WOULD PAY FIRST   ipsskills explain order
  3.8  Disclosure  with a check; marked to talk about. "I freeze."

CHANCES TO ARRANGE   the service's job to arrange: not a mark against you
  3.14  Job setting profile  no chance yet

FOR THE SERVICE   what stands in the way
  3.12  Local opportunities  time or caseload

WHAT CHANGED
  Less help needed than on 4 May 2026:
  -  with a check → on your own: 3.2 Working alliance

NOT ANSWERED   nothing is assumed
  3.15 Job search and 3.4 Progress notes

AGREED OUTSIDE THIS JOB
  3.16  Job support  It does not arise in the setting I work in
--------------------------------------------------------------------------------
NEXT
  ipsskills assess --unit 3.15  answer what is still open
  ipsskills plan draft          pick goals for a learning plan
"""

MARKDOWN = """\
# Ada Example: your view on 24 Nov 2026

Employment specialist. Looking back: the last three months.  
Lee Invented's view: 25 Nov 2026.  
Two people's views on the days named. Not a score, not a pass, not a fidelity rating.

---

## Going well

- **1.1 Stance and values**: shows under pressure; you could show a colleague
- **3.13 Employer engagement**: on your own. "A trial shift."
- **3.2 Working alliance**: on your own; was "with a check"

also: 1.3 Rationale; 2.1 Ethics and boundaries

## Safety, every time

- **2.2 Confidentiality**: you know what to do
- **2.3 Capacity**: after a quick check: work through a vignette this month

Worried about someone now? Use the duty or safeguarding route, not this tool.

## Where effort would pay first (ipsskills explain order)

- **3.8 Disclosure**: with a check; marked to talk about. "I freeze."

## Chances to arrange (the service's job to arrange: not a mark against you)

- **3.14 Job setting profile**: no chance yet

## For the service (what stands in the way)

- **3.12 Local opportunities**: time or caseload

## What changed

**Less help needed than on 4 May 2026:**

- with a check → on your own: 3.2 Working alliance

## Not answered (nothing is assumed)

3.15 Job search and 3.4 Progress notes

## Agreed outside this job

- **3.16 Job support**: It does not arise in the setting I work in

---

## Next

- `ipsskills assess --unit 3.15`: answer what is still open
- `ipsskills plan draft`: pick goals for a learning plan
"""  # noqa: W291 - two spaces end a line in Markdown


def headings(report: WordedReport) -> list[str]:
    return [block.text for block in _page(report).blocks if isinstance(block, Heading)]


def _page(report: WordedReport) -> Page:
    return spell_page(report_page(report))


def test_the_whole_report_as_text() -> None:
    assert to_text(_page(WHOLE)) == TEXT


def test_the_whole_report_as_markdown() -> None:
    assert to_markdown(_page(WHOLE)) == MARKDOWN


def test_what_there_is_nothing_of_has_no_heading() -> None:
    assert to_text(_page(EMPTY)) == (
        "Ada Example: your view on 24 Nov 2026\n"
        "Employment specialist. Looking back: the last three months.\n"
        "One person's view on one day. Not a score, not a pass, not a fidelity rating.\n"
        f"{'-' * 80}\n"
        f"{'-' * 80}\n"
        "NEXT\n"
        "  ipsskills assess --unit 3.15  answer what is still open\n"
        "  ipsskills plan draft          pick goals for a learning plan\n"
    )


def test_the_order_is_strengths_safety_effort_chances_and_the_rest() -> None:
    assert headings(WHOLE) == [
        "Going well",
        "Safety, every time",
        "Where effort would pay first",
        "Chances to arrange",
        "For the service",
        "What changed",
        "Not answered",
        "Agreed outside this job",
        "Next",
    ]


def test_a_statement_that_asks_for_a_talk_has_a_line_after_the_safety_units() -> None:
    page = to_text(_page(replace(EMPTY, safety=WHOLE.safety, low=(LOW,))))
    assert (
        "SAFETY, EVERY TIME\n"
        "  2.2  Confidentiality  you know what to do\n"
        "  2.3  Capacity         after a quick check: work through a vignette this month\n"
        "  M7   Risk and rights  spot a decision that should not be made alone (you would\n"
        "                        not know): talk to your team leader today. Cases:\n"
        "                        ipsskills framework show M7 --vignettes\n"
        "  Worried about someone now?"
    ) in page


def test_what_one_brings_stands_where_there_is_no_strength() -> None:
    brings = (UnitLine("3.2", "Working alliance", "with a check"),)
    assert headings(replace(WHOLE, strengths=(), brings=brings))[0] == "What you bring"


def test_three_are_told_in_full_and_the_rest_named() -> None:
    cases = [
        (1, 1, None),
        (3, 3, None),
        (4, 3, "also: u4 U"),
        (6, 3, "also: u4 U, u5 U and u6 U"),
    ]
    for name in ("strengths", "effort", "chances"):
        for count, named, also in cases:
            entries = tuple(UnitLine(f"u{n}", "U", f"said {n}") for n in range(1, count + 1))
            lines = to_text(_page(replace(EMPTY, **dict[str, Any]({name: entries})))).splitlines()
            assert sum("said" in line for line in lines) == named, (name, count)
            others = [line.strip() for line in lines if "also" in line]
            assert others == ([also] if also else []), (name, count)


def test_only_the_first_letter_of_what_is_said_becomes_a_capital() -> None:
    blank = (UnitLine("3.15", "Job search", "not answered (5 Jan 2026)"),)
    look = (UnitLine("3.8", "Disclosure", "done elsewhere, in the NHS"),)
    text = to_text(_page(replace(EMPTY, not_answered=blank, first_look=look)))
    assert "  Not answered (5 Jan 2026): 3.15 Job search\n" in text
    assert "  Done elsewhere, in the NHS: 3.8 Disclosure\n" in text


def test_all_safety_lines_are_told_in_full() -> None:
    entries = tuple(UnitLine(f"2.{n}", "U", f"said {n}") for n in range(1, 6))
    text = to_text(_page(replace(EMPTY, safety=entries)))
    assert text.count("said") == 5
    assert "also" not in text


def test_the_page_says_whose_views_it_shows_and_once_that_neither_is_right() -> None:
    assert "One person's view on one day." in to_text(_page(EMPTY))
    alike, apart = (
        " ".join(to_text(_page(replace(WHOLE, differ=bool(d)))).split()) for d in (0, 1)
    )
    assert "Two people's views on the days named. Not a score" in alike
    assert apart.count("Neither is the right one by itself.") == 1


def test_which_way_units_moved_is_said_before_from_what_to_what() -> None:
    up, down = "surer of what to do than before", "more to look up than before"
    moved = (
        UnitLine("1.2", "Recovery model", "main ideas → new to you", direction=down),
        UnitLine("1.4", "Principles", "main ideas → new to you", direction=down),
        UnitLine("2.2", "Confidentiality", "x → y", direction=up),
    )
    assert to_markdown(_page(replace(EMPTY, moved=moved))).split("## What changed\n\n")[1].split(
        "\n\n---"
    )[0] == (
        "**More to look up than before:**\n\n"
        "- main ideas → new to you: 1.2 Recovery model and 1.4 Principles\n\n"
        "**Surer of what to do than before:**\n\n"
        "- x → y: 2.2 Confidentiality"
    )


def test_to_somebody_else_it_is_their_own_view() -> None:
    page = _page(replace(WHOLE, head=replace(HEAD, mine=False)))
    assert page.title == "Ada Example: own view on 24 Nov 2026"


def test_the_first_screen_is_no_wider_than_eighty() -> None:
    assert max(len(line) for line in TEXT.splitlines()) == 80


def test_the_rest_stands_under_its_word_and_each_keeps_its_own() -> None:
    def unit(number: int, *parts: str, code: Code = Code.TWO, word: str = "") -> UnitLine:
        word, said = word or SKILL[code], "; ".join(parts)
        return UnitLine(f"u{number}", "U", said, code=code, word=word, parts=parts)

    lower = unit(9, "on your own", 'Lee saw it, 4 Nov: "with a check"')
    entries = (
        *(unit(number, "not yet", code=Code.ZERO) for number in range(3)),
        *(
            unit(4, "mostly", word="mostly"),
            unit(3, "with a check"),
            unit(5, "with a check", "marked"),
            lower,
        ),
        *(
            unit(6, "main ideas", code=Code.ONE, word="main ideas"),
            unit(7, "you know it"),
            unit(8, "you know it"),
        ),
    )
    text = " ".join(to_text(_page(replace(EMPTY, effort=entries))).split())
    assert 'also at "main ideas": u6 U also at "with a check": u4 U (mostly); u3 U; u5' in text
    assert 'u3 U; u5 U (marked); u9 U (on your own; Lee saw it, 4 Nov: "with a ' in text
    assert '"with a check"); u7 U (you know it); u8 U (you know it)' in text, "in their order"
