"""The shipped content against what it has to hold, typed here by hand and not read from it."""

import re
import textwrap
from collections import Counter
from datetime import date

from ipsskills.codes import RATED, AskedAs, Code, Kind
from ipsskills.framework.types import Framework, Unit
from tests.cases import try_each

SECTIONS = (
    ("1", "knowledge", "Underpinning areas of knowledge"),
    ("2", "professional", "Professional competences"),
    ("3", "practice", "Putting IPS into practice"),
)
DOMAINS = (
    ("D1", "stance", "Stance, values and style of interaction"),
    ("D2", "underpinning-knowledge", "Knowledge"),
    ("D3", "professional-competences", "Professional competences"),
    ("D4", "communication", "Communication"),
    ("D5", "engagement", "Engagement"),
    ("D6", "employers", "Working with employers"),
    ("D7", "employment", "Gaining, supporting and maintaining employment"),
    ("D8", "meta", "Meta-competences"),
    ("A1", "supervision", "Supervision of employment specialists"),
    ("A2", "implementation", "Implementing IPS and supporting staff"),
)
# Id, slug, exact title, domain, way of asking.
UNITS = (
    (
        "1.1",
        "stance-and-values",
        "Practitioner's stance, values and style of interaction in IPS",
        "stance",
        "value",
    ),
    (
        "1.2",
        "recovery-model",
        "Knowledge of the recovery model",
        "underpinning-knowledge",
        "knowledge",
    ),
    (
        "1.3",
        "rationale-for-ips",
        "Knowledge of the rationale for IPS",
        "underpinning-knowledge",
        "knowledge",
    ),
    (
        "1.4",
        "ips-principles",
        "Knowledge of IPS, its principles and their implementation in practice",
        "underpinning-knowledge",
        "knowledge",
    ),
    (
        "1.5",
        "mental-health-presentations",
        "Knowledge of mental health presentations and their impact on functioning",
        "underpinning-knowledge",
        "knowledge",
    ),
    (
        "1.6",
        "employment-legislation",
        "Knowledge of legislation relevant to employment",
        "underpinning-knowledge",
        "knowledge",
    ),
    (
        "2.1",
        "ethics",
        "Operating within professional and ethical guidelines",
        "professional-competences",
        "skill",
    ),
    (
        "2.2",
        "confidentiality-consent",
        "Working with issues of confidentiality and consent",
        "professional-competences",
        "safety",
    ),
    ("2.3", "assessing-capacity", "Assessing capacity", "professional-competences", "safety"),
    (
        "2.4",
        "sharing-for-safety",
        "Sharing information to maintain safety",
        "professional-competences",
        "safety",
    ),
    (
        "2.5",
        "working-with-difference",
        "Working with difference",
        "professional-competences",
        "value",
    ),
    (
        "2.6",
        "using-supervision",
        "Making use of supervision and support",
        "professional-competences",
        "skill",
    ),
    (
        "3.1",
        "client-family-communication",
        "Communication skills with clients and their families",
        "communication",
        "skill",
    ),
    (
        "3.2",
        "working-alliance",
        "Fostering and maintaining the working alliance",
        "communication",
        "skill",
    ),
    (
        "3.3",
        "team-communication",
        "Communication skills with the mental health team",
        "communication",
        "skill",
    ),
    (
        "3.4",
        "progress-notes",
        "Completing concurrent progress notes",
        "communication",
        "skill",
    ),
    (
        "3.5",
        "psychological-strategies",
        "Using psychological strategies to support IPS",
        "engagement",
        "skill",
    ),
    (
        "3.6",
        "engaging-clients",
        "Engaging service users with the IPS process",
        "engagement",
        "skill",
    ),
    (
        "3.7",
        "benefits-and-finances",
        "Providing information on the benefits system and the financial implications of employment",
        "employment",
        "skill",
    ),
    (
        "3.8",
        "disclosure",
        "Discussing disclosure with client and employers",
        "employment",
        "skill",
    ),
    ("3.9", "vocational-profile", "Constructing a vocational profile", "employment", "skill"),
    (
        "3.10",
        "employment-plan",
        "Constructing an individualised employment plan",
        "employment",
        "skill",
    ),
    (
        "3.11",
        "job-applications",
        "Providing support for job applications",
        "employment",
        "skill",
    ),
    (
        "3.12",
        "local-opportunities",
        "Gaining knowledge of local employment opportunities",
        "employers",
        "skill",
    ),
    ("3.13", "employer-engagement", "Employer engagement", "employers", "skill"),
    ("3.14", "job-setting-profile", "Profiling the job setting", "employers", "skill"),
    ("3.15", "job-search", "Conducting a job search", "employment", "skill"),
    ("3.16", "job-support", "Providing individualised job support", "employment", "skill"),
)
META_AREAS = (
    ("M1", "fidelity-flexibility"),
    ("M2", "pace-and-timing"),
    ("M3", "hope-and-honesty"),
    ("M4", "preference-and-market"),
    ("M5", "right-amount-of-help"),
    ("M6", "two-loyalties"),
    ("M7", "risk-and-rights"),
    ("M8", "using-time"),
    ("M9", "learning-from-events"),
    ("M10", "self-awareness"),
)
SUPPORTING_AREAS = (
    ("A1", "supervision", "Supervision of employment specialists"),
    ("A2", "implementation", "Implementing IPS and supporting staff"),
)
ALL_PRINCIPLES = (1, 2, 3, 4, 5, 6, 7, 8)
# Unit, principles, fidelity items it depends on or feeds; none where it only supports some.
CONTRIBUTES: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "1.1": ((2, 3, 7), (9, 16, 22, 25)),
    "1.2": ((1, 2, 7), (9, 10, 25)),
    "1.3": ((1, 2), (9, 10, 11)),
    "1.4": (ALL_PRINCIPLES, (2, 3, 15, 21)),
    "1.5": ((2, 5, 7), (5, 14, 22)),
    "1.6": ((1, 6, 7), (13, 18, 21, 22)),
    "2.1": ((2, 6), (2, 9, 13, 18)),
    "2.2": ((5, 6, 7), (5, 13, 14, 22)),
    "2.3": ((3, 8), ()),
    "2.4": ((5,), ()),
    "2.5": ((2, 3), (9, 14, 16, 19)),
    "2.6": (ALL_PRINCIPLES, (7, 8)),
    "3.1": ((3, 7), (14, 22, 25)),
    "3.2": ((3, 7), (3, 16, 25)),
    "3.3": ((5,), (4, 5, 9, 10)),
    "3.4": ((5,), (5, 14, 17, 25)),
    "3.5": ((2, 4, 7), (9, 22, 25)),
    "3.6": ((2, 4), (9, 15, 24, 25)),
    "3.7": ((8,), (6, 12)),
    "3.8": ((3, 6, 7), (13, 18)),
    "3.9": ((3, 4), (14, 16)),
    "3.10": ((3, 4), (14, 15, 16, 22)),
    "3.11": ((1, 4), (15, 16, 21)),
    "3.12": ((3, 6), (16, 17, 19, 20)),
    "3.13": ((6,), (16, 17, 18, 20, 24)),
    "3.14": ((3, 6, 7), (14, 18, 22)),
    "3.15": ((1, 3, 4), (15, 16, 17, 19, 20, 21, 22)),
    "3.16": ((5, 7), (5, 14, 22, 23, 24)),
    "A1": (ALL_PRINCIPLES, (1, 7, 8, 17)),
    "A2": ((1, 2, 5, 8), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 22, 23, 24, 25)),
}
SAFETY = {"2.2", "2.3", "2.4"}
# Statements about danger outside those units, each with the one whose place it took.
DANGER = {
    "1.5/change-passed-on": "1.5/not-their-usual-self",
    "2.1/safe-alone": "2.1/lone-working",
    "2.1/stop-at-exploitation": "2.1/refuse-exploitation",
    "2.1/speak-up-that-day": "2.1/speak-up",
    "3.4/worry-told-in-person": "3.4/say-it-too",
    "M7/once-it-is-danger": "M7/unease-or-danger",
    "M7/not-decided-alone": "M7/not-alone",
    "M10/risk-seen-otherwise": "M10/seek-challenge",
    "A1/when-safety-is-at-stake": "A1/within-reach",
}
ASKED_BY_KIND = {
    Kind.ABILITY: AskedAs.SKILL,
    Kind.KNOWLEDGE: AskedAs.KNOWLEDGE,
    Kind.VALUE: AskedAs.VALUE,
}
ACTIVITY_KINDS = {
    "skills workshop",
    "vignette",
    "self-directed study",
    "shadowing",
    "field mentoring",
    "supervised practice",
    "peer learning",
}
IDS = (
    *(unit[0] for unit in UNITS),
    *(area[0] for area in META_AREAS),
    *(area[0] for area in SUPPORTING_AREAS),
)
each_unit = try_each("unit_id", IDS)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def test_sections_and_domains_are_these(framework: Framework) -> None:
    assert tuple((s.id, s.slug, s.title) for s in framework.sections) == SECTIONS
    assert tuple((d.id, d.slug, d.name) for d in framework.domains) == DOMAINS


def test_the_28_units_are_these_in_curriculum_order(framework: Framework) -> None:
    assert len(UNITS) == 28
    shipped = tuple((u.id, u.slug, u.title, u.domain, u.asked_as) for u in framework.asked())
    assert shipped == UNITS


def test_the_areas_are_these_after_the_units(framework: Framework) -> None:
    areas = tuple(framework.asked(areas=True))
    assert tuple((a.id, a.slug) for a in areas[:10]) == META_AREAS
    assert tuple((a.id, a.slug, a.title) for a in areas[10:]) == SUPPORTING_AREAS
    assert [a.domain for a in areas] == ["meta"] * 10 + ["supervision", "implementation"]
    assert {a.asked_as for a in areas} == {AskedAs.SKILL}
    assert tuple(u.id for u in framework.units) == IDS


def test_curriculum_order_has_3_2_before_3_10(framework: Framework) -> None:
    ids = [unit.id for unit in framework.units]
    assert ids.index("3.2") < ids.index("3.9") < ids.index("3.10") < ids.index("3.16")


def test_sections_hold_six_six_and_sixteen_units_by_their_first_number(
    framework: Framework,
) -> None:
    count = Counter(unit.section for unit in framework.asked())
    assert count == {"knowledge": 6, "professional": 6, "practice": 16}
    by_number = {"1": "knowledge", "2": "professional", "3": "practice"}
    assert all(unit.section == by_number[unit.id[0]] for unit in framework.asked())


def test_the_safety_units_are_these_three(framework: Framework) -> None:
    assert {unit.id for unit in framework.units if unit.safety} == SAFETY
    assert {unit.id for unit in framework.units if unit.asked_as is AskedAs.SAFETY} == SAFETY


@each_unit
def test_statements_are_asked_by_their_kind_unless_they_are_about_danger(
    framework: Framework, unit_id: str
) -> None:
    for statement in framework.by_id[unit_id].statements:
        danger = unit_id in SAFETY or statement.id in DANGER
        wanted = AskedAs.SAFETY if danger else ASKED_BY_KIND[statement.kind]
        assert (statement.id, statement.asked_as) == (statement.id, wanted)


def test_statements_about_danger_took_the_place_of_others(framework: Framework) -> None:
    assert {s.id for _, s in framework.list_safety_statements()} == set(DANGER)
    for new, old in DANGER.items():
        unit, before = framework.statements[old]
        assert (before.retired, before.replaced_by) == (True, new)
        assert before.asked_as is not AskedAs.SAFETY
        assert unit.curriculum.vignettes, "its line opens a case"


@each_unit
def test_each_has_enough_to_ask_and_to_learn(framework: Framework, unit_id: str) -> None:
    unit = framework.by_id[unit_id]
    lesson = unit.curriculum
    assert len(unit.live_statements) >= 4
    assert len(lesson.outcomes) >= 2
    assert len(lesson.activities) >= 3
    assert len({activity.kind for activity in lesson.activities}) >= 3
    assert {activity.kind for activity in lesson.activities} <= ACTIVITY_KINDS
    assert lesson.evidence
    assert lesson.goal.strip()


@each_unit
def test_the_purpose_takes_at_most_two_lines(framework: Framework, unit_id: str) -> None:
    purpose = framework.by_id[unit_id].curriculum.purpose
    assert purpose.strip()
    assert len(textwrap.wrap(purpose, 78)) <= 2


@each_unit
def test_each_unit_says_in_a_sentence_what_doing_it_looks_like(
    framework: Framework, unit_id: str
) -> None:
    unit = framework.by_id[unit_id]
    said = unit.curriculum.in_practice or ""
    assert bool(said) != unit.is_area
    assert len(said.split()) <= 30
    if said:
        assert said[0].isupper()
        assert said.endswith(".")
        assert said.count(". ") == 0


@try_each("unit_id", CONTRIBUTES)
def test_principles_and_fidelity_items_are_these(framework: Framework, unit_id: str) -> None:
    lesson = framework.by_id[unit_id].curriculum
    assert (lesson.principles, lesson.fidelity_items) == CONTRIBUTES[unit_id]


def test_every_principle_is_met_by_at_least_three_units(framework: Framework) -> None:
    met = Counter(p for unit in framework.asked() for p in unit.curriculum.principles)
    assert set(met) == set(ALL_PRINCIPLES)
    assert min(met.values()) >= 3


def test_meta_areas_name_no_fidelity_items(framework: Framework) -> None:
    assert all(framework.by_id[area].curriculum.fidelity_items == () for area, _ in META_AREAS)


def test_short_labels_are_unique_and_at_most_24_characters(framework: Framework) -> None:
    labels = [unit.short for unit in framework.units]
    assert len(set(labels)) == len(labels) == 40
    assert max(map(len, labels)) <= 24
    assert all(label.strip() == label and label for label in labels)


def test_titles_are_unique_and_use_the_straight_apostrophe(framework: Framework) -> None:
    titles = [unit.title for unit in framework.units]
    assert len(set(titles)) == 40
    assert not any("\u2019" in title for title in titles)


def test_slugs_are_unique_across_everything_that_has_one(framework: Framework) -> None:
    slugs = [unit.slug for unit in framework.units]
    slugs += [section.slug for section in framework.sections]
    slugs += [domain.slug for domain in framework.domains if domain.id.startswith("D")]
    assert [slug for slug, count in Counter(slugs).items() if count > 1] == []
    assert all(SLUG.fullmatch(slug) for slug in slugs)


def test_statement_ids_are_unique_and_name_their_unit(framework: Framework) -> None:
    ids = [(unit.id, s.id) for unit in framework.units for s in unit.statements]
    assert len({statement for _, statement in ids}) == len(ids)
    for unit_id, statement in ids:
        before, _, after = statement.partition("/")
        assert before == unit_id
        assert SLUG.fullmatch(after)


def opening(unit: Unit) -> list[str]:
    return [s.id for s in unit.statements if not s.text.startswith("An ability to ")]


@each_unit
def test_statements_open_with_an_ability(framework: Framework, unit_id: str) -> None:
    assert opening(framework.by_id[unit_id]) == []


@each_unit
def test_knowledge_is_drawn_on_and_a_parent_reads_on_into_its_points(
    framework: Framework, unit_id: str
) -> None:
    for s in framework.by_id[unit_id].statements:
        assert bool(s.points) == s.text.endswith(":"), s.id
        if s.kind is Kind.KNOWLEDGE:
            assert s.text.startswith("An ability to draw on knowledge "), s.id


def test_no_word_stands_that_we_do_not_use(framework: Framework) -> None:
    banned = re.compile(
        r"job-ready|suitable for IPS|compliant|hard to help|failed placement", re.IGNORECASE
    )
    said = [" ".join([s.text, *s.points]) for u in framework.units for s in u.statements]
    assert [text for text in said if banned.search(text)] == []


def test_service_users_stand_in_the_title_of_3_6_only(framework: Framework) -> None:
    assert [u.id for u in framework.units if "service user" in u.title.lower()] == ["3.6"]
    said = [" ".join([s.text, *s.points]) for u in framework.units for s in u.statements]
    assert [text for text in said if "service user" in text.lower()] == []


def test_statements_name_no_money_and_no_shares(framework: Framework) -> None:
    said = [" ".join([s.text, *s.points]) for u in framework.units for s in u.statements]
    assert [text for text in said if re.search(r"[£€$%]|\d{4}", text)] == []


def test_what_is_built_on_comes_before_it(framework: Framework) -> None:
    """Nothing builds on itself, by any way round."""
    built_on = {unit.id: set(unit.curriculum.builds_on) for unit in framework.units}
    while built_on:
        free = {unit for unit, needs in built_on.items() if not needs & built_on.keys()}
        assert free, f"these build on one another: {sorted(built_on)}"
        built_on = {unit: needs for unit, needs in built_on.items() if unit not in free}


def test_activities_and_vignettes_have_slugs_of_their_own(framework: Framework) -> None:
    for unit in framework.units:
        lesson = unit.curriculum
        activities = [activity.slug for activity in lesson.activities]
        vignettes = [vignette.slug for vignette in lesson.vignettes]
        assert len(set(activities)) == len(activities), unit.id
        assert len(set(vignettes)) == len(vignettes), unit.id
        assert all(SLUG.fullmatch(slug) for slug in [*activities, *vignettes]), unit.id


def test_every_note_names_a_nation_a_source_and_when_it_was_checked(
    framework: Framework,
) -> None:
    for unit in framework.units:
        for note in unit.curriculum.notes:
            assert note.nations, unit.id
            assert note.source, unit.id
            assert note.checked is None or note.checked <= date(2026, 11, 30), unit.id


def test_the_scale_has_words_for_every_code_in_every_way(framework: Framework) -> None:
    ways = framework.scale.ways
    assert set(ways) == {"skill", "knowledge", "value", "safety"}
    assert all(set(way.anchors) == set(RATED) for way in ways.values())
    assert set(framework.scale.other_answers) == {Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN}


def test_the_choices_are_these(framework: Framework) -> None:
    scale = framework.scale
    assert [c.key for c in scale.bases] == ["O", "R", "F", "M"]
    assert [c.key for c in scale.behind] == ["learn", "time", "team", "kit"]
    assert [c.key for c in scale.reasons] == [
        "colleague",
        "setting",
        "not-yet-started",
        "adjustment",
        "agreed",
    ]


def test_the_words_of_the_answers_differ_within_each_way(framework: Framework) -> None:
    for way in framework.scale.ways.values():
        for words in ("label", "you", "they"):
            said = [getattr(anchor, words) for anchor in way.anchors.values()]
            assert len(set(said)) == 4


def test_a_units_own_anchors_cover_every_rated_code(framework: Framework) -> None:
    own = {unit.id: set(unit.anchors) for unit in framework.units if unit.anchors}
    assert own == {"2.6": set(RATED)}


def test_the_version_in_use_is_the_newest_that_is_told(framework: Framework) -> None:
    assert framework.version == "2026.2"
    assert [each.version for each in framework.changes] == ["2026.2", "2026.1"]


def test_what_is_new_in_a_version_is_told_a_line_each(framework: Framework) -> None:
    lines = framework.changes[0].new
    assert lines
    assert [line for line in lines if len(line.split()) > 30 or not line.endswith(".")] == []
