"""The state of a unit: every row of the table, its boundaries, its words, and what always holds."""

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from ipsskills.codes import AskedAs, Code
from ipsskills.framework.types import Framework
from ipsskills.method.state import StateKind, find_state, format_state, lower_median
from tests.cases import try_each
from tests.method.builders import Answers, as_a_whole, by_statements, code, statements

SKILL, KNOWLEDGE = AskedAs.SKILL, AskedAs.KNOWLEDGE
VALUE, SAFETY = AskedAs.VALUE, AskedAs.SAFETY

# Answers to the statements of a skill unit, in letters; what is said to the person about their own.
OWN = (
    # every statement x
    ("x", StateKind.OUTSIDE, "x", "agreed outside this job"),
    ("xxxxxxxx", StateKind.OUTSIDE, "x", "agreed outside this job"),
    # U / A above 0.2: one of four, two of nine, four of five, all that is left, n among A
    ("333.", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    ("3333333..", StateKind.PART_ANSWERED, ".", "part answered (2 to go)"),
    ("0....", StateKind.PART_ANSWERED, ".", "part answered (4 to go)"),
    ("333.xx", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    ("x.", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    ("n.", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    ("nnn.", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    # U / A of 0.2 exactly is not above it: one of five, two of ten, x apart, n among A
    ("3333.", StateKind.ANSWERED, "3", "on your own"),
    ("22222222..", StateKind.ANSWERED, "2", "with a check"),
    ("3333.xxxxx", StateKind.ANSWERED, "3", "on your own"),
    ("333n.", StateKind.SO_FAR, "3", "on your own so far (3 of 5 tried)"),
    # nothing rated
    ("n", StateKind.NO_CHANCE, "n", "no chance yet"),
    ("nnnn", StateKind.NO_CHANCE, "n", "no chance yet"),
    ("nnnn.", StateKind.NO_CHANCE, "n", "no chance yet"),
    ("nx", StateKind.NO_CHANCE, "n", "no chance yet"),
    # N above A / 2
    ("nn3", StateKind.NO_CHANCE_FOR_MOST, "n", "no chance yet for most (1 of 3 tried)"),
    ("nnn32", StateKind.NO_CHANCE_FOR_MOST, "n", "no chance yet for most (2 of 5 tried)"),
    ("nn0xx", StateKind.NO_CHANCE_FOR_MOST, "n", "no chance yet for most (1 of 3 tried)"),
    ("nnn3.", StateKind.NO_CHANCE_FOR_MOST, "n", "no chance yet for most (1 of 5 tried)"),
    # N of A / 2 exactly is not above it
    ("n3", StateKind.SO_FAR, "3", "on your own so far (1 of 2 tried)"),
    ("nn33", StateKind.SO_FAR, "3", "on your own so far (2 of 4 tried)"),
    ("nn32", StateKind.ANSWERED, "2", "with a check"),
    ("nnn33.", StateKind.SO_FAR, "3", "on your own so far (2 of 6 tried)"),
    ("nnn32.", StateKind.ANSWERED, "2", "with a check"),
    # all that were rated at 3, and no n
    ("3", StateKind.ANSWERED, "3", "on your own"),
    ("33333333", StateKind.ANSWERED, "3", "on your own"),
    ("33x", StateKind.ANSWERED, "3", "on your own"),
    # all that were rated at 3, with n
    ("333n", StateKind.SO_FAR, "3", "on your own so far (3 of 4 tried)"),
    ("33nx", StateKind.SO_FAR, "3", "on your own so far (2 of 3 tried)"),
    # otherwise: the lower median of an odd number is the middle one, of an even number the lower
    ("321", StateKind.ANSWERED, "2", "with a check"),
    ("32", StateKind.ANSWERED, "2", "with a check"),
    ("3322", StateKind.ANSWERED, "2", "with a check"),
    ("3311", StateKind.ANSWERED, "1", "with someone"),
    ("310", StateKind.ANSWERED, "1", "with someone"),
    ("1", StateKind.ANSWERED, "1", "with someone"),
    ("3200", StateKind.ANSWERED, "0", "not yet"),
    ("0", StateKind.ANSWERED, "0", "not yet"),
    ("30", StateKind.ANSWERED, "0", "not yet"),
    ("2222", StateKind.ANSWERED, "2", "with a check"),
    ("33221nx", StateKind.ANSWERED, "2", "with a check"),
    # otherwise, where the lower median is 3
    ("332", StateKind.IN_MOST, "3", "on your own in most"),
    ("33322", StateKind.IN_MOST, "3", "on your own in most"),
    ("3332", StateKind.IN_MOST, "3", "on your own in most"),
    ("3330", StateKind.IN_MOST, "3", "on your own in most"),
    ("332n", StateKind.IN_MOST, "3", "on your own in most"),
)

# The same for a supervisor's answers, as said about the person.
THEIRS = (
    # every statement x
    ("xxx", StateKind.OUTSIDE, "x", "agreed outside this job"),
    ("x", StateKind.OUTSIDE, "x", "agreed outside this job"),
    # A = 0 otherwise
    ("u", StateKind.NOT_SEEN, "u", "not seen yet"),
    ("uuuu", StateKind.NOT_SEEN, "u", "not seen yet"),
    ("uxx", StateKind.NOT_SEEN, "u", "not seen yet"),
    # more than half of K are u
    ("uu3", StateKind.SEEN_IN_PART, ".", "seen in part (1 of 3), on their own"),
    ("uuu32", StateKind.SEEN_IN_PART, ".", "seen in part (2 of 5), with a check"),
    ("uuuu013", StateKind.SEEN_IN_PART, ".", "seen in part (3 of 7), with someone"),
    ("uu3x", StateKind.SEEN_IN_PART, ".", "seen in part (1 of 3), on their own"),
    ("uu0xxxxx", StateKind.SEEN_IN_PART, ".", "seen in part (1 of 3), not yet"),
    ("uun", StateKind.SEEN_IN_PART, ".", "seen in part (0 of 3), nothing rated yet"),
    ("uu.", StateKind.SEEN_IN_PART, ".", "seen in part (0 of 3), nothing rated yet"),
    ("uuu3.", StateKind.SEEN_IN_PART, ".", "seen in part (1 of 5), on their own"),
    # half of K exactly is not more than half
    ("u3", StateKind.ANSWERED, "3", "on their own"),
    ("uu33", StateKind.ANSWERED, "3", "on their own"),
    ("uu32", StateKind.ANSWERED, "2", "with a check"),
    ("uu33x", StateKind.ANSWERED, "3", "on their own"),
    ("un", StateKind.NO_CHANCE, "n", "no chance yet"),
    # A leaves out u, so U / A does too
    ("333.u", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    ("uu3.", StateKind.PART_ANSWERED, ".", "part answered (1 to go)"),
    ("3333.u", StateKind.ANSWERED, "3", "on their own"),
    ("3333.uuuux", StateKind.ANSWERED, "3", "on their own"),
    # and so do "tried" and N above A / 2
    ("nn3u", StateKind.NO_CHANCE_FOR_MOST, "n", "no chance yet for most (1 of 3 tried)"),
    ("n33u", StateKind.SO_FAR, "3", "on their own so far (2 of 3 tried)"),
    ("nn33uu", StateKind.SO_FAR, "3", "on their own so far (2 of 4 tried)"),
    ("nnu", StateKind.NO_CHANCE, "n", "no chance yet"),
    # otherwise
    ("332u", StateKind.IN_MOST, "3", "on their own in most"),
    ("333333u2", StateKind.IN_MOST, "3", "on their own in most"),
    ("3210", StateKind.ANSWERED, "1", "with someone"),
)

WHOLE = (
    ("3", StateKind.ANSWERED, "3", "on your own", "on their own"),
    ("2", StateKind.ANSWERED, "2", "with a check", "with a check"),
    ("1", StateKind.ANSWERED, "1", "with someone", "with someone"),
    ("0", StateKind.ANSWERED, "0", "not yet", "not yet"),
    ("n", StateKind.NO_CHANCE, "n", "no chance yet", "no chance yet"),
    ("x", StateKind.OUTSIDE, "x", "agreed outside this job", "agreed outside this job"),
    ("u", StateKind.NOT_SEEN, "u", "not seen yet", "not seen yet"),
    (".", StateKind.NOT_ANSWERED, ".", "not answered", "not answered"),
)

# The word for each answer, to the person and about them.
WORDS = (
    (SKILL, "3", "on your own", "on their own"),
    (SKILL, "2", "with a check", "with a check"),
    (SKILL, "1", "with someone", "with someone"),
    (SKILL, "0", "not yet", "not yet"),
    (KNOWLEDGE, "3", "you can explain it", "can explain it"),
    (KNOWLEDGE, "2", "you would look something up", "would look something up"),
    (KNOWLEDGE, "1", "main ideas", "main ideas"),
    (KNOWLEDGE, "0", "new to you", "new to them"),
    (VALUE, "3", "shows under pressure", "shows under pressure"),
    (VALUE, "2", "mostly", "mostly"),
    (VALUE, "1", "when pointed out", "when pointed out"),
    (VALUE, "0", "you have doubts", "has doubts"),
    (SAFETY, "3", "you know what to do", "knows what to do"),
    (SAFETY, "2", "after a quick check", "after a quick check"),
    (SAFETY, "1", "you would know to ask", "would know to ask"),
    (SAFETY, "0", "you would not know", "would not know"),
)


@try_each(("letter", "kind", "value", "you", "they"), WHOLE)
def test_rated_as_a_whole_the_answer_is_the_state(
    framework: Framework, letter: str, kind: StateKind, value: str, you: str, they: str
) -> None:
    for state in (as_a_whole(letter), by_statements("....", letter), by_statements("", letter)):
        assert state.kind is kind
        assert state.value is code(value)
        assert not state.by_statements
        assert format_state(state, framework.scale) == you
        assert format_state(state, framework.scale, to_the_person=False) == they


@try_each(("row", "kind", "value", "words"), OWN)
def test_own_answers_to_statements_give_the_first_row_that_fits(
    framework: Framework, row: str, kind: StateKind, value: str, words: str
) -> None:
    state = by_statements(row)
    assert state.kind is kind
    assert state.value is code(value)
    assert state.by_statements
    assert format_state(state, framework.scale) == words


@try_each(("row", "kind", "value", "words"), THEIRS)
def test_a_supervisors_answers_to_statements_give_the_first_row_that_fits(
    framework: Framework, row: str, kind: StateKind, value: str, words: str
) -> None:
    state = by_statements(row, supervisor=True)
    assert state.kind is kind
    assert state.value is code(value)
    assert format_state(state, framework.scale, to_the_person=False) == words


def test_every_row_of_the_table_is_reached_by_two_inputs_or_more() -> None:
    kinds = [kind for _, kind, _, _ in OWN + THEIRS]
    wanted = set(StateKind) - {StateKind.NOT_ANSWERED}
    assert {kind for kind in kinds if kinds.count(kind) > 1} == wanted


@try_each(("asked_as", "letter", "you", "they"), WORDS)
def test_the_word_of_an_answer_is_that_of_the_units_way_of_asking(
    framework: Framework, asked_as: AskedAs, letter: str, you: str, they: str
) -> None:
    alike = letter * 3
    whole, stated = as_a_whole(letter, asked_as), by_statements(alike, asked_as=asked_as)
    in_part = by_statements(f"uuuu{alike}", asked_as=asked_as, supervisor=True)
    for state in (whole, stated):
        assert format_state(state, framework.scale) == you
        assert format_state(state, framework.scale, to_the_person=False) == they
    about = format_state(in_part, framework.scale, to_the_person=False)
    assert about == f"seen in part (3 of 7), {they}"
    assert format_state(in_part, framework.scale) == f"seen in part (3 of 7), {you}"


@try_each(
    ("asked_as", "row", "you", "they"),
    [
        (SKILL, "332", "on your own in most", "on their own in most"),
        (KNOWLEDGE, "332", "you can explain it in most", "can explain it in most"),
        (VALUE, "332", "shows under pressure in most", "shows under pressure in most"),
        (SAFETY, "332", "you know what to do in most", "knows what to do in most"),
        (SKILL, "33n", "on your own so far (2 of 3 tried)", "on their own so far (2 of 3 tried)"),
        (
            VALUE,
            "33n",
            "shows under pressure so far (2 of 3 tried)",
            "shows under pressure so far (2 of 3 tried)",
        ),
        (
            KNOWLEDGE,
            "33n",
            "you can explain it so far (2 of 3 tried)",
            "can explain it so far (2 of 3 tried)",
        ),
    ],
)
def test_in_most_and_so_far_follow_the_word_for_three(
    framework: Framework, asked_as: AskedAs, row: str, you: str, they: str
) -> None:
    state = by_statements(row, asked_as=asked_as)
    assert format_state(state, framework.scale) == you
    assert format_state(state, framework.scale, to_the_person=False) == they


@try_each("asked_as", AskedAs)
@try_each("to_the_person", [True, False])
def test_states_without_an_answers_word_read_the_same_in_every_way_of_asking(
    framework: Framework, asked_as: AskedAs, *, to_the_person: bool
) -> None:
    rows = {
        "xx": "agreed outside this job",
        "uu": "not seen yet",
        "uun": "seen in part (0 of 3), nothing rated yet",
        "3.": "part answered (1 to go)",
        "nn": "no chance yet",
        "nn3": "no chance yet for most (1 of 3 tried)",
    }
    for row, words in rows.items():
        state = by_statements(row, asked_as=asked_as, supervisor=True)
        assert format_state(state, framework.scale, to_the_person=to_the_person) == words


@try_each(
    ("whole", "value", "words"),
    [
        (".", ".", "part answered (2 to go)"),
        ("3", "3", "part answered (2 to go); as a whole: on your own"),
        ("0", "0", "part answered (2 to go); as a whole: not yet"),
        ("n", "n", "part answered (2 to go); as a whole: no chance yet"),
        ("x", "x", "part answered (2 to go); as a whole: agreed outside this job"),
    ],
)
def test_a_part_answered_unit_stands_for_its_whole_answer_shown_beside_it(
    framework: Framework, whole: str, value: str, words: str
) -> None:
    state = by_statements("22..", whole)
    assert state.kind is StateKind.PART_ANSWERED
    assert state.value is code(value)
    assert state.whole is code(whole)
    assert state.code is None
    assert format_state(state, framework.scale) == words


def test_the_whole_answer_beside_a_part_answered_unit_turns_with_the_reader(
    framework: Framework,
) -> None:
    state = by_statements("2...", "3", supervisor=True)
    said = format_state(state, framework.scale, to_the_person=False)
    assert said == "part answered (3 to go); as a whole: on their own"


@try_each(("row", "value"), [("222", "2"), ("nnn3", "n"), ("xx", "x"), ("3332", "3")])
def test_statements_count_before_the_whole_answer_once_any_was_answered(
    framework: Framework, row: str, value: str
) -> None:
    with_whole, without = by_statements(row, "0"), by_statements(row)
    assert with_whole.value is code(value)
    assert format_state(with_whole, framework.scale) == format_state(without, framework.scale)


def test_a_supervisors_part_seen_unit_is_not_paired_even_with_a_whole_answer() -> None:
    assert by_statements("uuu3", "2", supervisor=True).value is None


@try_each(
    ("row", "below"),
    [
        ("31020", "cebd"),
        ("3333", ""),
        ("2100", "cdab"),
        ("1n2x.0", "fac"),
        ("333.0", "e"),
        ("nn2", "c"),
    ],
)
def test_statements_below_three_are_named_those_at_zero_first(row: str, below: str) -> None:
    assert by_statements(row).below == tuple(below)


@try_each(
    ("row", "whole", "lowest"),
    [
        ("3323", ".", "2"),
        ("3330", ".", "0"),
        ("nx3", ".", "3"),
        ("nn", ".", "."),
        ("xx", ".", "."),
        ("33..", ".", "3"),
        ("33..", "1", "1"),
        ("11..", "3", "1"),
        ("33..", "n", "3"),
        ("3333", "0", "3"),
        ("....", "1", "1"),
        ("....", "x", "."),
    ],
)
def test_the_lowest_answer_is_one_that_counts(row: str, whole: str, lowest: str) -> None:
    assert by_statements(row, whole).lowest is code(lowest)


def test_the_counts_of_a_state_are_the_letters_of_the_method() -> None:
    state = by_statements("3320nn.xxuu", supervisor=True)
    counts = (state.rated, state.applicable, state.to_go, state.counted)
    assert counts == (4, 7, 1, 9)


@try_each(
    ("row", "median"),
    [
        ("", "."),
        ("2", "2"),
        ("12", "1"),
        ("03", "0"),
        ("013", "1"),
        ("0123", "1"),
        ("3210", "1"),
        ("33300", "3"),
        ("333000", "0"),
    ],
)
def test_the_lower_median_is_an_answer_that_was_given(row: str, median: str) -> None:
    assert lower_median(Code(letter) for letter in row) is code(median)


# What always holds. A row has at least one statement answered unless it says otherwise.

OWN_LETTERS = "0123nx."
THEIR_LETTERS = "0123nxu."


def _answered(row: str) -> bool:
    return bool(set(row) - {"."})


own_rows = st.text(OWN_LETTERS, min_size=1, max_size=15).filter(_answered)
their_rows = st.text(THEIR_LETTERS, min_size=1, max_size=15).filter(_answered)
raters = st.one_of(
    st.tuples(own_rows, st.just(value=False)), st.tuples(their_rows, st.just(value=True))
)
wholes = st.sampled_from("0123nx.")


def _row_of_the_table(row: str, *, supervisor: bool) -> StateKind:  # noqa: PLR0911 - a row each
    """The table of the method, counted out in letters."""
    x, u, n, unanswered = (row.count(letter) for letter in "xun.")
    rated, at_three = sum(row.count(letter) for letter in "0123"), row.count("3")
    k, a = len(row) - x, rated + n + unanswered
    if x == len(row):
        return StateKind.OUTSIDE
    if a == 0:
        return StateKind.NOT_SEEN
    if supervisor and u > k / 2:
        return StateKind.SEEN_IN_PART
    if 10 * unanswered > 2 * a:
        return StateKind.PART_ANSWERED
    if rated == 0:
        return StateKind.NO_CHANCE
    if n > a / 2:
        return StateKind.NO_CHANCE_FOR_MOST
    if at_three == rated:
        return StateKind.SO_FAR if n else StateKind.ANSWERED
    at_least_half_below = 2 * (rated - at_three) >= rated
    return StateKind.ANSWERED if at_least_half_below else StateKind.IN_MOST


@given(raters, wholes)
def test_any_answers_give_exactly_the_state_of_the_table(
    rater: tuple[str, bool], whole: str
) -> None:
    row, supervisor = rater
    state = by_statements(row, whole, supervisor=supervisor)
    assert state.kind is _row_of_the_table(row, supervisor=supervisor)


@given(raters, wholes, st.sampled_from(AskedAs), st.booleans())
def test_any_state_has_words_with_nothing_left_to_fill_in(
    framework: Framework,
    rater: tuple[str, bool],
    whole: str,
    asked_as: AskedAs,
    to_the_person: bool,
) -> None:
    row, supervisor = rater
    state = by_statements(row, whole, asked_as=asked_as, supervisor=supervisor)
    words = format_state(state, framework.scale, to_the_person=to_the_person)
    assert words.strip() == words != ""
    assert "{" not in words


def _shuffled(draw: st.DrawFn) -> tuple[Answers, Answers, bool]:
    row, supervisor = draw(raters)
    answers = statements(row)
    return answers, list(draw(st.permutations(answers))), supervisor


@given(st.composite(_shuffled)(), wholes)
def test_the_order_of_statements_changes_only_the_order_in_which_they_are_named(
    drawn: tuple[Answers, Answers, bool], whole: str
) -> None:
    answers, shuffled, supervisor = drawn
    one = find_state(SKILL, code(whole), answers, supervisor=supervisor)
    other = find_state(SKILL, code(whole), shuffled, supervisor=supervisor)
    assert sorted(one.below) == sorted(other.below)
    assert _without_below(one) == _without_below(other)


@given(raters, wholes, st.integers(1, 5))
def test_adding_an_x_never_changes_the_median_nor_anything_else(
    rater: tuple[str, bool], whole: str, more: int
) -> None:
    row, supervisor = rater
    one = by_statements(row, whole, supervisor=supervisor)
    other = by_statements(row + "x" * more, whole, supervisor=supervisor)
    assert other == one


@given(raters, wholes)
def test_a_value_is_an_answer_that_was_given_and_never_a_mean(
    rater: tuple[str, bool], whole: str
) -> None:
    row, supervisor = rater
    state = by_statements(row, whole, supervisor=supervisor)
    given_answers = {code(letter) for letter in row + whole} | {None}
    assert {state.value, state.code, state.lowest} <= given_answers


@given(raters, wholes)
def test_not_answered_never_becomes_zero(rater: tuple[str, bool], whole: str) -> None:
    row, supervisor = rater
    assume("0" not in row + whole)
    state = by_statements(row, whole, supervisor=supervisor)
    assert Code.ZERO not in (state.value, state.code, state.lowest)


@given(raters, wholes, st.integers(1, 5))
def test_leaving_more_open_never_changes_which_statements_are_named(
    rater: tuple[str, bool], whole: str, more: int
) -> None:
    row, supervisor = rater
    one = by_statements(row, whole, supervisor=supervisor)
    other = by_statements(row + "." * more, whole, supervisor=supervisor)
    assert other.below == one.below
    assert other.rated == one.rated
    assert other.to_go == one.to_go + more


@given(st.lists(st.sampled_from("0123"), min_size=1, max_size=15))
def test_fewer_than_half_are_below_the_lower_median_and_no_more_than_half_above(
    row: list[str],
) -> None:
    median = lower_median(Code(letter) for letter in row)
    assert median is not None
    assert 2 * sum(1 for letter in row if letter < median) < len(row)
    assert 2 * sum(1 for letter in row if letter > median) <= len(row)


def _without_below(state: object) -> Sequence[tuple[str, object]]:
    return [(name, value) for name, value in vars(state).items() if name != "below"]
