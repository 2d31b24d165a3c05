"""What a page says comes out of every writer as it went in, and nothing in it is obeyed."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from ipsskills.cli.output.spelling import type_name
from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Bullets,
    Commands,
    Entries,
    Heading,
    Page,
    Rule,
    Signatures,
    Table,
    Text,
)
from ipsskills.pages.words import (
    columns,
    day,
    join_words,
    long_day,
    looking_back,
    months,
    short_day,
    upper_first,
)
from ipsskills.pages.writers.markdown import escape, to_markdown
from ipsskills.pages.writers.text import to_text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SPECIAL = "\\`*_{}[]()<>#+-.!|~&;:=\"'$@/ 1a"


def read(markdown: str) -> tuple[list[str], list[str]]:
    """What a reader of Markdown sees: the texts, and the tags, those inside of texts last."""
    tokens = READER.parse(markdown)
    texts = [
        "".join("\n" if c.type == "hardbreak" else c.content for c in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    inner = [child for token in tokens for child in token.children or ()]
    return texts, [token.tag for token in [*tokens, *inner] if token.tag and token.nesting >= 0]


def markdown(*blocks: Block, title: str = "T", lead: tuple[str, ...] = ()) -> str:
    return to_markdown(Page(title, lead, blocks))


# Markdown.


def test_escaped() -> None:
    cases = [
        ("Plain words, R&D, 50% (half).", "Plain words, R&D, 50% (half)."),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        ("[a](https://b.c)", r"\[a\](https://b.c)"),
        ("<b>a</b>", r"\<b\>a\</b\>"),
        ("a | b", r"a \| b"),
        ("# a", r"\# a"),
        ("~~a~~", r"\~\~a\~\~"),
        ("&lt;a&gt;", r"\&lt;a\&gt;"),
        ("back\\slash", r"back\\slash"),
        ("  two\n lines\tand  more ", "two lines and more"),
    ]
    for text, safe in cases:
        assert escape(text) == safe, text


STARTS = ["- a", "+ a", "* a", "1. a", "12) a", "# a", "> a", "---", "===", "- - -", "***", "| a |"]
STARTS += ["```", "~~~", "<div>", "[a]: b", "    a", "![a](b)", "-", "1.", "&amp;", "\\", "&#35;"]


@pytest.mark.parametrize(
    ("make", "tags"),
    [
        (lambda t: markdown(title=t), ["h1"]),
        (lambda t: markdown(lead=(t, t)), ["h1", "p", "br"]),
        (lambda t: markdown(Heading(t)), ["h1", "h2"]),
        (lambda t: markdown(Text(t)), ["h1", "p"]),
        (lambda t: markdown(Text(t, strong=True)), ["h1", "p", "strong"]),
        (lambda t: markdown(Bullets((t,))), ["h1", "ul", "li", "p"]),
        (lambda t: markdown(Bullets((t,), numbered=True)), ["h1", "ol", "li", "p"]),
        (lambda t: markdown(Entries((("3.8", t, t),))), ["h1", "ul", "li", "p", "strong"]),
        (
            lambda t: markdown(Table((t,), ((t,),))),
            ["h1", "table", "thead", "tr", "th", "tbody", "tr", "td"],
        ),
        (lambda t: markdown(Commands(((t, t),))), ["h1", "ul", "li", "p", "code"]),
        (lambda t: markdown(Signatures((t,), t)), ["h1", "p", "br"]),
        (lambda t: markdown(BlankFields((t,))), ["h1", "p", "strong"]),
        (lambda t: markdown(BlankLines(t, 1)), ["h1", "p", "hr", "strong"]),
        (lambda t: markdown(BlankBoxes((t,), t)), ["h1", "p", "ul", "li", "p", "strong"]),
    ],
    ids=[
        "title",
        "lead",
        "heading",
        "text",
        "strong",
        "bullet",
        "number",
        "entry",
        "table",
        "command",
        "signature",
        "field",
        "lines",
        "boxes",
    ],
)
def test_no_text_is_read_as_markdown(make: Any, tags: list[str]) -> None:
    for text in STARTS:
        texts, found = read(make(text))
        assert found == tags, text
        assert text.strip() in texts[-1]


@given(st.text(SPECIAL, min_size=1, max_size=12).filter(str.strip))
def test_any_text_comes_back_from_markdown(text: str) -> None:
    page = markdown(
        Heading("H", text),
        Text(text),
        Bullets((text,)),
        Table(("a", "b"), ((text, "end"),)),
        Commands(((f"ipsskills report {text}x", text),)),
        title=f"{text}: your view",
        lead=(text, "end"),
    )
    once = re.sub(" +", " ", text).strip(" ")
    texts, tags = read(page)
    assert texts == [
        re.sub(" +", " ", f"{text}: your view").strip(" "),
        f"{once}\nend",
        f"H ({once})",
        once,
        once,
        "a",
        "b",
        once,
        "end",
        f"ipsskills report {text}x: {once}",
    ]
    assert " ".join(tags) == (
        "h1 p h2 p ul li p table thead tr th th tbody tr td td ul li p br code"
    )


def test_html_tables_and_links_are_not_injected() -> None:
    evil = 'x|y|z <script>alert(1)</script> [a](javascript:b) ![c](d) <a href="e">f</a> &lt;g&gt;'
    html = READER.render(
        markdown(Table(("What", "With"), ((evil, "me"),)), Text(evil), Commands(((evil, evil),)))
    )
    assert not re.search(r"<(script|a|img)\b", html)
    assert html.count("<td>") == 2
    assert html.count("&lt;script&gt;") == 4
    assert html.count("&amp;lt;g&amp;gt;") == 4


def test_a_whole_page_in_markdown() -> None:
    page = Page(
        "Title",
        ("One.", "Two."),
        (
            Rule(),
            Heading("Head", "a note"),
            Entries((("3.8", "Disclosure", "with a check"), ("", "Other", ""))),
            Text("Plain."),
            Text("Strong.", strong=True),
            Bullets(("a", "b")),
            Bullets(("a", "b"), numbered=True),
            Table(("What", "By"), (("do it", "3 Dec"), ("again", ""))),
            Commands((("ipsskills report", "look"),)),
            Signatures(("Ada", "Lee"), "Next look: 7 Jan"),
        ),
    )
    assert to_markdown(page) == (
        "# Title\n\nOne.  \nTwo.\n\n---\n\n## Head (a note)\n\n"
        "- **3.8 Disclosure**: with a check\n- **Other**\n\nPlain.\n\n**Strong.**\n\n"
        "- a\n- b\n\n1. a\n2. b\n\n"
        "| What | By |\n| --- | --- |\n| do it | 3 Dec |\n| again |  |\n\n"
        "- `ipsskills report`: look\n\n"
        "Ada ________________  \nLee ________________  \nNext look: 7 Jan\n"
    )


# Text.

WIDE = "李小龍在找工作" * 8
PAGE = Page(
    f"A rather long title with wide letters {WIDE}",
    ("Employment specialist. Looking back: the last three months.", WIDE),
    (
        Rule(),
        Heading("Where effort would pay first", "ipsskills explain order"),
        Heading("3. Ich heiße Straße", sentence=True),
        Text(f"Worried about someone now? {WIDE}"),
        Text("Averyveryveryveryveryveryveryverylongwordwithoutanyspacesinitatall" * 2),
        Bullets((WIDE, "two", "the third of them is a little longer than a line may be")),
        Bullets(("one", WIDE), numbered=True),
        Entries(
            (
                ("3.8", "Disclosure", "with a check; marked to talk about"),
                ("3.16", WIDE, WIDE),
                ("M10", "Psychological strategies", "on your own"),
            )
        ),
        Table(
            ("What I will do", "With", "By", "Done"),
            (
                (
                    "1.1 Hunt for anything in my email that gives away",
                    "on my own",
                    "6 Dec 2026",
                    "",
                ),
                (f"1.2 {WIDE}", WIDE, "20 Dec 2026", "3 Jan 2027"),
            ),
        ),
        Commands(
            (
                ('ipsskills chart radar "Bola Sample" -o radar.png', "the same as a picture"),
                (f'ipsskills plan draft "{WIDE}"', "pick goals for a learning plan"),
            )
        ),
        Signatures(("Ada Example", WIDE), "Next look: 7 January 2027"),
        BlankFields(("Begun on", WIDE)),
        BlankLines(WIDE, 2, "Briefly."),
        BlankBoxes(("Before an interview", WIDE), "When?"),
        BlankTable(("", "Now", WIDE), ("Fares", ""), text="A week"),
    ),
)


def bare(text: str) -> str:
    return "".join(text.split())


def texts_of(page: Page) -> list[str]:
    """Every text of a page as it went in."""
    found = [page.title, *page.lead]
    for block in page.blocks:
        for value in vars(block).values():
            found += _strings(value)
    return found


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [s for each in value for s in _strings(each)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("width", [40, 80, 120])
def test_text_is_never_wider_than_asked(width: int) -> None:
    lines = to_text(PAGE, width).splitlines()
    assert [line for line in lines if wcswidth(line) > width] == []
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_letter_is_there_at_every_width(width: int) -> None:
    """Columns side by side mix their letters, so letters are counted."""
    shown, meant = bare(to_text(PAGE, width)), bare("".join(texts_of(PAGE)))
    for letter in set(meant.lower()):
        assert shown.lower().count(letter) >= meant.lower().count(letter), letter


@given(
    st.text("ab \u00e9李😀|[]/*_<>&\u0627\u05d0-", min_size=1, max_size=60).filter(str.strip),
    st.sampled_from([40, 80, 120]),
)
def test_any_text_fits(text: str, width: int) -> None:
    page = Page(
        text,
        (text,),
        (
            Text(text),
            Bullets((text,)),
            Entries((("3.8", text, text),)),
            Table(("a", "b", "c", "d"), ((text, text, text, text),)),
            Commands(((text, text),)),
            Signatures((text, text), text),
            BlankFields((text, text)),
            BlankLines(text, 2, text),
            BlankBoxes((text, text), text, text),
            BlankTable((text, text, text, text), (text, ""), row_lines=2, text=text, hint=text),
        ),
    )
    lines = to_text(page, width).splitlines()
    assert max(wcswidth(line) for line in lines) <= width


def test_nothing_is_read_as_markup() -> None:
    cases = ["[red]a[/red]", "[/red]", "[bold", ":smile:", "[link=x]y[/link]", "\\[a]"]
    for text in cases:
        page = Page(
            text,
            (text,),
            (Heading(text, text, sentence=True), Text(text), Entries((("1.1", text, text),))),
        )
        assert to_text(page).count(text) == 7, text


def test_headings_are_in_capitals_but_never_ones_own_words() -> None:
    page = Page("T", (), (Heading("Going well"), Heading("1. Straße und iPad", sentence=True)))
    assert to_text(page) == "T\n\nGOING WELL\n\n1. Straße und iPad\n"


def test_a_whole_page_as_text() -> None:
    page = Page(
        "Ada: your view",
        ("Team leader.",),
        (
            Rule(),
            Heading("Going well", "a note"),
            Entries((("1.1", "Stance", "shows under pressure"), ("3.10", "Plan", "on your own"))),
            Text("also: more"),
            Bullets(("a", "b")),
            Bullets(("a", "b"), numbered=True),
            Commands((("ipsskills", "begin"), ("ipsskills report", "look"))),
            Signatures(("Ada", "Lee"), "Next look: 7 Jan"),
        ),
    )
    assert to_text(page, 40) == (
        "Ada: your view\n"
        "Team leader.\n"
        "----------------------------------------\n"
        "GOING WELL   a note\n"
        "  1.1   Stance  shows under pressure\n"
        "  3.10  Plan    on your own\n"
        "  also: more\n"
        "  -  a\n"
        "  -  b\n"
        "  1.   a\n"
        "  2.   b\n"
        "  ipsskills         begin\n"
        "  ipsskills report  look\n"
        "  Ada ________________   Lee\n"
        "  ________________\n"
        "  Next look: 7 Jan\n"
    )


def test_words_stand_below_a_command_that_leaves_no_room_beside_it() -> None:
    rows = ((f'ipsskills plan draft "{"Ada " * 8}"', "pick goals"), ("ipsskills", "begin"))
    page = Page("T", (), (Commands(rows),))
    assert to_text(page, 80).splitlines()[1:] == [
        '  ipsskills plan draft "Ada Ada Ada Ada Ada Ada Ada Ada "  pick goals',
        "  ipsskills                                                begin",
    ]
    assert to_text(page, 70).splitlines()[1:] == [
        '  -  ipsskills plan draft "Ada Ada Ada Ada Ada Ada Ada Ada "',
        "     pick goals",
        "  -  ipsskills",
        "     begin",
    ]


def test_a_page_that_no_writer_knows_is_a_bug_of_ours() -> None:
    page = Page("T", (), ("not a block",))  # type: ignore[arg-type]
    for write in (to_text, to_markdown):
        with pytest.raises(TypeError):
            write(page)


# Words.


def test_dates() -> None:
    assert day(date(2026, 11, 4)) == "4 Nov 2026"
    assert long_day(date(2027, 1, 31)) == "31 January 2027"
    assert short_day(date(2027, 1, 31), date(2027, 12, 1)) == "31 Jan"
    assert short_day(date(2027, 1, 31), date(2026, 12, 1)) == "31 Jan 2027"


def test_a_wide_letter_takes_two_columns() -> None:
    cases = [("", 0), ("abc", 3), ("漢字", 4), ("a漢", 3), ("é", 1)]
    for text, width in cases:
        assert columns(text) == width, text


def test_the_first_letter_alone_becomes_a_capital() -> None:
    for text in ("in Jan, at the NHS", "In Jan, at the NHS"):
        assert upper_first(text) == "In Jan, at the NHS", text
    assert upper_first("") == ""


def test_names_as_a_phrase() -> None:
    cases: list[tuple[list[str], str]] = [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
    ]
    for names, phrase in cases:
        assert join_words(names) == phrase, names
    assert join_words(["a", "b"], "or") == "a or b"


def test_months() -> None:
    cases = [(1, "month"), (2, "two months"), (12, "twelve months"), (18, "18 months")]
    for count, words in cases:
        assert months(count) == words, count
        assert looking_back(count, None, date(2026, 11, 30)) == words, count


def test_who_started_not_long_ago_is_asked_about_the_time_since() -> None:
    cases = [
        ("2026-10-01", "day"),
        ("2026-10-02", "day"),
        ("2026-10-03", "two days"),
        ("2026-10-14", "13 days"),
        ("2026-10-15", "two weeks"),
        ("2026-10-22", "three weeks"),
        ("2026-11-30", "eight weeks"),
        ("2026-12-01", "two months"),
        ("2027-02-28", "four months"),
    ]
    for on, words in cases:
        began = date(2026, 10, 1)
        assert looking_back(6, began, date.fromisoformat(on)) == f"{words} (since 1 Oct 2026)", on


def test_a_name_as_it_is_typed() -> None:
    cases = [
        ("Ada Example", '"Ada Example"'),
        ("O'Neil", '"O\'Neil"'),
        ('Ada "Ace"', '"Ada \\"Ace\\""'),
        ("$(rm) `x` \\", '"\\$(rm) \\`x\\` \\\\"'),
    ]
    for name, command in cases:
        assert type_name(name) == command, name


def test_more_lines_of_an_entry_stand_under_it() -> None:
    page = Page("T", (), (Entries((("3.8", "Plan", "mostly\n- not yet: ask\nThe rest: fine"),)),))
    assert to_text(page).splitlines()[1:] == [
        "  3.8  Plan  mostly",
        "             - not yet: ask",
        "             The rest: fine",
    ]
    assert to_markdown(page).endswith(
        "- **3.8 Plan**: mostly\n  - not yet: ask  \n  The rest: fine\n"
    )
