"""A page for somebody without the program, and that it was sent."""

from collections.abc import Iterator
from dataclasses import replace

from ipsskills.codes import EntryKind, ParcelKind, ParcelWay
from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.sent_page import SentPage
from ipsskills.facts.report import ReportFacts
from ipsskills.record.types import Entry, Goal, GoalActivity, Note, Parcel, Person
from ipsskills.record.whom import Whom
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.showing import describe_entries
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.plans.show import read_plan
from ipsskills.usecases.reading.objections import list_contested_entries
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.reports.report import read_report
from ipsskills.usecases.rights.asked_words import find_asked, list_asked
from ipsskills.usecases.rights.holding import list_on_hold
from ipsskills.usecases.rights.naming import list_naming
from ipsskills.usecases.sharing.listed import AS_PAGE
from ipsskills.usecases.sharing.out import find_receiver, say_apart


def read_sent_page(
    desk: Desk, who: str | None, to: str | None = None, *, with_details: bool = True
) -> SentPage:
    """Return what goes on a page about a person for somebody: one of the two is who works here.

    ``to`` None is their supervisor, or the person it is about. What the reader is not shown does
    not go, nor do private notes, nor words that somebody asks to have erased; without details
    neither do their time in post, their hours and how they learn best. Raises NotFound for an
    unknown name, and InvalidInput for a page to oneself, about somebody it is not for, or to
    somebody whose own answers are kept apart.
    """
    with desk.reading() as whole:
        view = whole.leaving_out(find_asked(whole))
        about = find_person(view, who, view.me)
        receiver = find_person(view, to, view.me) if to else find_receiver(view, about)
        me = find_person(view, None, view.me)
        _refuse_wrong(view, about, receiver, me)
        actions = view.current(
            Entry, about=about.thing, kind=EntryKind.ACTION, removed=False, done=None
        )
        sent = SentPage(
            about=name_person(view, about),
            by=name_person(view, me),
            to=name_person(view, receiver),
            on=view.today,
            report=read_report(view, about),
            actions=describe_entries(view, sorted(actions, key=lambda each: (each.on, each.id))),
            plan=read_plan(view, about),
            contested=list_contested_entries(view, about, (each.thing for each in actions)),
            on_hold=list_on_hold(view, (about, receiver)),
            asked=tuple(each for each in list_asked(whole) if each.about == about.name),
        )
        shown = _list_shown(view, about, sent.report)
        naming = list_naming(view, (*shown, *actions), (about, receiver, me))
        sent = replace(sent, naming=naming)
        return sent if with_details else _leave_out_details(sent)


def _list_shown(
    view: ReaderView, about: Person, report: ReportFacts | None
) -> Iterator[Note | Goal | GoalActivity]:
    """Yield the notes and the goals and steps whose words stand on the page."""
    units = report.units if report else ()
    every = [answer for unit in units for answer in (unit.own, unit.first_look, unit.supervisor)]
    texts = {each.note for each in every if each and each.note}
    yield from (e for e in view.current(Note, about=about.thing) if str(e.text) in texts)
    goals = view.current(Goal, about=about.thing)
    yield from goals
    yield from view.current(GoalActivity, goal=[each.thing for each in goals]) if goals else ()


def _refuse_wrong(view: ReaderView, about: Person, receiver: Person, me: Person) -> None:
    if receiver == me:
        raise InvalidInput("That would be a page for yourself.", "Say for whom it is: --to NAME")
    if about not in (me, receiver):
        raise InvalidInput(
            f"What is about {about.name} goes to them. Nothing was written.",
            f'Say: --to "{about.name}"',
        )
    if about == receiver and view.apart(about.thing).own:
        raise say_apart(about)


def _leave_out_details(sent: SentPage) -> SentPage:
    plan = replace(sent.plan, since=None, months_in_post=None, hours=None, works_best="")
    if sent.report is None:
        return replace(sent, plan=plan)
    head = replace(sent.report.head, months_in_post=None, hours=None)
    return replace(sent, plan=plan, report=replace(sent.report, head=head))


def keep_page_sent(desk: Desk, sent: SentPage, digest: str) -> None:
    """Keep that a page went out; ``digest`` is the SHA-256 of the file, in hexadecimal."""
    with desk.writing() as view:
        view.add(
            view.first(
                Parcel,
                about=sent.about.id,
                way=ParcelWay.OUT,
                kind=ParcelKind.RECORDS,
                with_whom=Whom(sent.to.id),
                on=view.today,
                digest=digest,
                asked=(AS_PAGE,),
            )
        )
