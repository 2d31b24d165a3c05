"""Steps: what a goal starts with, and the outcome of its unit that they show."""

from dataclasses import replace

from ipsskills.framework.types import Activity, CurriculumEntry
from ipsskills.method.goals import suggest_activities, suggest_steps
from tests.cases import try_each
from tests.method.builders import activity

EVERY_KIND = (
    "self-directed study",
    "vignette",
    "skills workshop",
    "peer learning",
    "supervised practice",
    "field mentoring",
    "shadowing",
)


@try_each(
    ("kinds", "chance", "wanted"),
    [
        (EVERY_KIND, False, ["self-directed study", "skills workshop", "supervised practice"]),
        (
            EVERY_KIND[::-1],
            False,
            ["self-directed study", "skills workshop", "supervised practice"],
        ),
        (
            ("shadowing", "peer learning", "vignette"),
            False,
            ["vignette", "peer learning", "shadowing"],
        ),
        (("shadowing", "field mentoring"), False, ["field mentoring"]),
        ((), False, []),
        (EVERY_KIND, True, ["shadowing", "skills workshop"]),
        (
            ("peer learning", "field mentoring", "supervised practice"),
            True,
            ["field mentoring", "peer learning"],
        ),
        (("supervised practice", "vignette"), True, ["supervised practice"]),
        (("self-directed study", "vignette"), True, []),
    ],
)
def test_a_goal_starts_alone_goes_on_with_others_and_ends_at_work(
    kinds: tuple[str, ...], chance: bool, wanted: list[str]
) -> None:
    found = suggest_activities([activity(kind) for kind in kinds], chance=chance)
    assert [each.kind for each in found] == wanted


@try_each(
    ("kinds", "wanted"),
    [
        (EVERY_KIND, ["vignette", "shadowing", "skills workshop", "field mentoring"]),
        (EVERY_KIND[::-1], ["vignette", "shadowing", "skills workshop", "field mentoring"]),
        (
            ("supervised practice", "shadowing", "peer learning", "vignette"),
            ["vignette", "shadowing", "peer learning", "supervised practice"],
        ),
        (("self-directed study", "field mentoring"), ["self-directed study", "field mentoring"]),
    ],
)
@try_each("chance", [False, True])
def test_somebody_new_has_a_case_then_watches_and_last_is_watched(
    kinds: tuple[str, ...], wanted: list[str], *, chance: bool
) -> None:
    found = suggest_activities([activity(kind) for kind in kinds], chance=chance, new=True)
    assert [each.kind for each in found] == wanted


def test_what_is_for_later_is_set_to_nobody_new() -> None:
    later = replace(activity("skills workshop", "invite them"), later=True)
    both = [later, activity("peer learning", "swap")]
    assert [a.slug for a in suggest_activities(both, chance=False, new=True)] == ["swap"]
    assert suggest_activities([later], chance=False, new=True) == ()


def test_what_is_for_later_is_done_with_others_only_where_nothing_else_is_and_then_last() -> None:
    later = replace(activity("skills workshop", "invite them"), later=True)
    read, swap, do = (
        activity("vignette", "read"),
        activity("peer learning", "swap"),
        activity("supervised practice", "do"),
    )
    found = suggest_activities([later, read, swap, do], chance=False)
    assert [each.slug for each in found] == ["read", "swap", "do"]
    found = suggest_activities([later, read, do], chance=False)
    assert [each.slug for each in found] == ["read", "do", "invite them"]
    later_work = replace(do, later=True)
    found = suggest_activities([later_work, activity("shadowing", "watch")], chance=False)
    assert [each.slug for each in found] == ["do"]


def test_of_activities_of_one_kind_the_first_as_written_is_suggested() -> None:
    found = suggest_activities(
        [activity("vignette", "one"), activity("vignette", "two")], chance=False
    )
    assert [each.slug for each in found] == ["one"]


def showing(kind: str, slug: str, *shows: int) -> Activity:
    return replace(activity(kind, slug), shows=shows)


ALONE = showing("self-directed study", "read", 3)
CASE = showing("vignette", "case", 1)
TOGETHER = showing("skills workshop", "play", 2)
TALK = showing("peer learning", "talk")
WATCH = showing("shadowing", "watch")
DO = showing("supervised practice", "do")
WATCHED = showing("field mentoring", "be-watched", 1)


def suggested(
    activities: list[Activity], *, chance: bool = False, new: bool = False
) -> tuple[list[str], str]:
    lesson = CurriculumEntry(
        id="3.8",
        slug="telling",
        title="Telling",
        purpose="",
        goal="",
        outcomes=("first", "second", "third"),
        activities=tuple(activities),
        evidence=(),
        reflection=(),
    )
    found = suggest_steps(lesson, chance=chance, new=new)
    return [each.slug for each in found.activities], found.outcome


def test_one_that_shows_the_first_outcome_takes_the_place_of_its_like() -> None:
    steps = [ALONE, TOGETHER, DO, WATCHED]
    assert suggested(steps) == (["read", "play", "be-watched"], "first")
    assert suggested([ALONE, CASE, TOGETHER, DO]) == (["case", "play", "do"], "first")


def test_for_a_chance_what_is_done_beside_somebody_stays_and_what_shows_it_comes_behind() -> None:
    doing = replace(DO, shows=(1,))
    assert suggested([doing, WATCH, TALK, WATCHED], chance=True) == (
        ["watch", "talk", "be-watched"],
        "first",
    )
    assert suggested([doing, WATCH, TALK, WATCHED, CASE], chance=True) == (
        ["watch", "talk", "case"],
        "first",
    )
    talking = showing("peer learning", "swap", 1)
    assert suggested([WATCH, TOGETHER, CASE, talking], chance=True) == (["watch", "swap"], "first")
    assert suggested([WATCH, TOGETHER, doing], chance=True) == (["watch", "play"], "second")
    assert suggested([WATCH, TALK, doing, ALONE], chance=True) == (
        ["watch", "talk", "read"],
        "third",
    )
    assert suggested([TALK, doing], chance=True) == (["do", "talk"], "first")


def test_where_a_step_shows_it_all_stay_as_they_are() -> None:
    shown = replace(ALONE, shows=(2, 1))
    assert suggested([shown, TOGETHER, DO, WATCHED]) == (["read", "play", "do"], "first")


def test_what_somebody_new_reads_and_watches_first_stays() -> None:
    first = replace(CASE, shows=())
    another = showing("vignette", "another", 1)
    assert suggested([first, another, WATCH, TOGETHER, DO], new=True) == (
        ["case", "watch", "play", "do"],
        "second",
    )
    mentored = replace(WATCHED, shows=())
    doing = replace(DO, shows=(1,))
    assert suggested([first, WATCH, TOGETHER, mentored, doing], new=True) == (
        ["case", "watch", "play", "do"],
        "first",
    )
    later = replace(doing, later=True)
    assert suggested([first, WATCH, TOGETHER, mentored, later], new=True) == (
        ["case", "watch", "play", "be-watched"],
        "second",
    )


def test_where_none_can_show_the_first_another_outcome_is_looked_for() -> None:
    third = showing("field mentoring", "third", 3)
    assert suggested([WATCH, TALK, third], chance=True) == (["watch", "talk", "third"], "third")
    assert suggested([ALONE, TOGETHER, DO]) == (["read", "play", "do"], "second")


def test_where_no_activity_says_what_it_shows_the_first_outcome_is_named() -> None:
    assert suggested([activity("vignette", "one")]) == (["one"], "first")
    assert suggested([]) == ([], "first")
