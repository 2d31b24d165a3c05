"""The explanations: there is one for every rule, it says the rule, and it counts nobody up."""

import re

from ipsskills.cli.output.spelling import spell_page
from ipsskills.method import explain
from ipsskills.method.explain import Topic
from tests.cases import try_each

TOPICS = spell_page(explain.TOPICS)  # as they are read
BY_NAME = {topic.name: topic for topic in TOPICS}
RULES = (
    *("answers", "period", "states", "current", "strengths", "safety", "order", "teaching"),
    *("chances", "change", "goals", "radar", "privacy", "never"),
    *("agenda", "coverage", "due", "views", "agreed", "figures"),
)
# Shares, totals and averages, in figures.
TOTALS = re.compile(
    r"\d+ (of|out of) \d+|\d+ ?%|\d+ (units|answers|statements)|\d+/\d+|\b\d+\.\d{2}"
)
TOPIC = try_each("topic", TOPICS)


def test_every_rule_is_explained() -> None:
    assert set(RULES) <= set(BY_NAME)


@TOPIC
def test_a_topic_has_a_word_to_ask_for_a_heading_and_a_text(topic: Topic) -> None:
    assert re.fullmatch(r"[a-z]+", topic.name)
    assert topic.title.strip() == topic.title != ""
    assert len(topic.text.split()) > 10
    assert topic.text.endswith((".", "where", "--period 6", "framework notes"))


@TOPIC
def test_a_text_is_whole_sentences_with_single_spaces(topic: Topic) -> None:
    assert topic.text == " ".join(topic.text.split())
    assert "{" not in topic.text + topic.title


@TOPIC
def test_no_text_holds_a_total(topic: Topic) -> None:
    assert not TOTALS.search(topic.text + topic.title)


@try_each("topic", [t for t in TOPICS if t.name != "never"])
def test_no_text_grades_anybody(topic: Topic) -> None:
    words = set(re.findall(r"[a-z]+", topic.text.casefold()))
    assert not words & {"poor", "weak", "weakness", "fail", "failed", "pass", "grade", "score"}


def test_names_and_titles_are_unique() -> None:
    assert len({topic.name for topic in TOPICS}) == len(TOPICS)
    assert len({topic.title.casefold() for topic in TOPICS}) == len(TOPICS)


@try_each(
    ("name", "steps"),
    [
        ("order", ("marked", "two or more steps apart", "lowest", "lower of the two", "teaching")),
        ("strengths", ("show a colleague", "supervisor saw", "new since", "teaching order")),
        ("teaching", ("1.1 to 1.4", "2.1 to 2.6", "1.6, 3.7, 3.8", "as numbered", "areas")),
        ("goals", ("safety unit", "effort", "chances to arrange", "six weeks", "twelve")),
        ("safety", ("today", "after a check", "vignette", "six months", "one case through")),
        ("period", ("three months", "0.6 of full time", "six", "started or came back")),
        ("current", ("latest finished", "its date", "twelve months", "not answered")),
        ("agenda", ("Going well", "safety", "marked", "two or more", "effort", "six months")),
        ("due", ("Reviews", "three months away", "three and six months", "twice a year")),
        ("views", ("alone", "sixty days", "strength", "would help", "a word", "which occasion")),
        ("agreed", ("finished first", "third record", "both views stay")),
        ("figures", ("same", "within one step", "higher", "six units", "twenty units", "2,000")),
        ("coverage", ("training", "evidence", "field mentoring", "twelve months", "four units")),
        ("states", ("lower of the two middle", "more than a fifth", "more than half", "never")),
    ],
)
def test_an_explanation_gives_its_rule_in_the_order_of_the_rule(
    name: str, steps: tuple[str, ...]
) -> None:
    found = [BY_NAME[name].text.find(step) for step in steps]
    assert -1 not in found
    assert found == sorted(found)
