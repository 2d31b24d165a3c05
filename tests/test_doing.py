"""What to do next: a value, a mark inside a text, and what cli spells of it."""

from ipsskills.cli.output.spelling import spell, spell_page, spell_text, stay_in_demo
from ipsskills.doing import (
    do,
    lead_to,
    leave_marks_whole,
    leave_out_leads,
    mark_written,
    marks_in,
    spell_marks,
)
from ipsskills.pages.document import Commands, Page, Text
from tests.cases import try_each


def test_a_verb_a_person_and_words_are_typed_in_that_order() -> None:
    assert (
        spell(do("agree", "3.8", person='Bo "B" Sample'))
        == r'ipsskills agree "Bo \"B\" Sample" 3.8'
    )
    assert spell(do("plan draft")) == "ipsskills plan draft"


def test_marks_in_a_text_are_spelt_and_the_rest_is_left() -> None:
    text = f"Pick some: {do('plan draft')} or {do('agree', '3.8')}. {{do:no}}"
    assert spell_text(text) == "Pick some: ipsskills plan draft or ipsskills agree 3.8. {do:no}"
    assert marks_in(text) == (do("plan draft"), do("agree", "3.8"))


def test_a_mark_in_a_text_keeps_whom_it_is_about() -> None:
    agree = do("agree", "3.8", person="Bo Sample")
    assert marks_in(f"Next: {agree}") == (agree,)
    assert spell_text(f"Next: {agree}") == 'Next: ipsskills agree "Bo Sample" 3.8'


def test_a_placeholder_of_a_file_becomes_a_mark() -> None:
    assert spell_text(mark_written("See {do:explain order}.")) == "See ipsskills explain order."


def test_in_the_demo_commands_stay_there_but_for_those_that_know_none() -> None:
    stay_in_demo(stay=True)
    try:
        assert spell(do("report")) == "ipsskills report --demo"
        assert spell(do("explain", "order")) == "ipsskills explain order"
    finally:
        stay_in_demo(stay=False)
    assert spell(do("report")) == "ipsskills report"


@try_each("text", ["", "plain", "{do:report}"])
def test_a_text_without_marks_is_itself(text: str) -> None:
    assert spell_text(text) == text


def test_every_text_of_a_page_is_spelt() -> None:
    page = Page(f"{do('due')}", (), (Text(f"a {do('due')}"), Commands(((str(do("due")), "b"),))))
    spelt = spell_page(page)
    assert spelt == Page(
        "ipsskills due", (), (Text("a ipsskills due"), Commands((("ipsskills due", "b"),)))
    )


def test_what_only_leads_to_a_command_can_go_with_it() -> None:
    how = do("explain", "agenda")
    text = f"No names. {lead_to(f'How: {how}')}"
    assert leave_out_leads(text) == "No names."
    assert spell_marks(text, lambda doing: doing.verb) == "No names. How: explain"
    assert leave_out_leads(f"Pick some: {do('plan draft')}") == f"Pick some: {do('plan draft')}"


def test_a_text_is_never_cut_inside_a_mark() -> None:
    text = f"Read it: {do('framework show', '3.8')}, or {do('plan draft')} it."
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            begin, stop = leave_marks_whole(text, start, end)
            assert begin <= start
            assert stop >= end
            part = spell_marks(text[begin:stop], lambda _: "X")
            assert part.isprintable(), (start, end)
