"""Says where things stand once an assessment is finished, however it was given."""

from typing import TYPE_CHECKING

from ipsskills.cli.output.show import Output
from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do, do

if TYPE_CHECKING:
    from ipsskills.record.types import Assessment
    from ipsskills.usecases.assessments.drafts import ToBegin
    from ipsskills.usecases.desk import Desk


def say_closed(out: Output, desk: "Desk", done: "Assessment", wanted: "ToBegin") -> None:
    """Say where things are now that an assessment is finished, and what to do next."""
    if wanted.kind is AssessmentKind.SELF and wanted.about.thing == desk.me:
        from ipsskills.pages.compose.assessments.summary import compose_summary
        from ipsskills.usecases.assessments.drafts import list_scope_units
        from ipsskills.usecases.reports.report import report

        found = report(desk, wanted.about.thing)
        out.result(found, compose_summary(found, list_scope_units(done.scope)))
        return
    from ipsskills.facts.assessment import AssessmentClosed
    from ipsskills.record.types import State

    kept, following, send = _word_closed(desk, done, wanted)
    closed = AssessmentClosed(state=State.FINISHED, assessment=done.thing, next=(following,))
    out.result(closed, f"{kept}\nNext: {following}{send}")


def _word_closed(desk: "Desk", done: "Assessment", wanted: "ToBegin") -> tuple[str, Do, str]:
    name = wanted.about.name
    if wanted.kind is AssessmentKind.SUPERVISOR:
        again = do("assess", "--as", "supervisor", "--review", person=name)
        review = f"\nTo read every answer again, or put one right: {again}"
        return "Your view is kept.", do("compare", person=name), review
    if wanted.about.thing != desk.me:
        from ipsskills.pages.words import day

        said = f"Kept: answers by {name}, given on {day(done.began)}, entered by you."
        return said, do("report", person=name), ""
    return "Your first look is kept.", do("report"), _say_ways_on(desk, wanted.about.thing)


def _say_ways_on(desk: "Desk", me: str) -> str:
    """Return where a first look is read again, and how it reaches whoever supervises the reader."""
    from ipsskills.pages.compose.reports.report_words import WITH_SUPERVISOR
    from ipsskills.pages.words import upper_first
    from ipsskills.usecases.reports.report import report

    following = [each for each in report(desk, me).next if each.verb in WITH_SUPERVISOR]
    lines = [
        f"To read every answer again: {do('assess', '--first-look', '--review')}",
        *(f"{upper_first(WITH_SUPERVISOR[each.verb])}: {each}" for each in following),
        f"To bring it on paper: {do('report', '--format', 'pdf')}",
    ]
    return "".join(f"\n{line}" for line in lines)
