"""What goes into a file and what stays: said before anything is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ipsskills.codes import ParcelKind
from ipsskills.doing import do
from ipsskills.facts.exchange.parcels import ParcelPlanned, ParcelWritten, WordsNaming
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.compose.sharing.by_name import name_everybody
from ipsskills.pages.compose.sharing.told import compose_told, count, say_details
from ipsskills.pages.document import About, Block, Bullets, Commands, Heading, Page, Text
from ipsskills.pages.words import day, join_words, long_day

# Bytes that a mail still takes as its text: webmail shows no more of one than about 100 KB.
_PASTED = 50_000


def compose_planned(planned: ParcelPlanned) -> Page:
    """Return the page of what goes and what stays, and how the file is closed."""
    return Page(
        title=f"For {planned.to.name}, from {planned.by.name}",
        lead=(_say_what(planned),),
        blocks=(
            Heading("Goes"),
            *_say_key_alone(planned),
            Bullets((*compose_told(planned.goes), *say_naming(planned.naming))),
            Heading("Stays here"),
            Bullets(tuple(_list_staying(planned))),
            Heading("Closed"),
            Text(say_closed(planned)),
            *_offer_passphrase(planned),
            *_offer_page(planned),
            *_tell_to_say_so(planned),
        ),
        about=About(planned.about.name),
    )


def _say_key_alone(planned: ParcelPlanned) -> Iterator[Block]:
    """Yield what a file is good for in which nothing goes but a key."""
    if planned.key_alone:
        yield Text(
            f"Your key, and nothing else yet. With it {planned.to.name} can send you what they have"
            " of a record you had before, closed for you alone."
        )


def _offer_passphrase(planned: ParcelPlanned) -> Iterator[Block]:
    """Yield what to do where the person has lost the record whose key came from them."""
    if planned.readable or not planned.by_key or planned.about.id != planned.to.id:
        return
    again = do("share out", "--passphrase", person=planned.about.name)
    yield Text(f"If they have lost their computer, that key is lost too: {again}")


def _offer_page(planned: ParcelPlanned) -> Iterator[Block]:
    """Yield what to send instead to somebody of whom no key came: they may have no ipsskills."""
    if planned.readable or planned.by_key or planned.kind is ParcelKind.HANDOVER:
        return
    if planned.key_alone:
        return
    mine = planned.about.id == planned.by.id
    page = do(
        "share out",
        *(("--to", planned.to.name) if mine else ()),
        "-o",
        "page.pdf",
        person=None if mine else planned.about.name,
    )
    yield Text(f"If {planned.to.name} has no ipsskills, send a page: {page}")


def _tell_to_say_so(planned: ParcelPlanned) -> Iterator[Block]:
    """Yield how the person says in their own record who supervises them after a handover."""
    if planned.kind is not ParcelKind.HANDOVER:
        return
    to, about = planned.to.name, planned.about.name
    yield Heading(f"For {about}")
    yield Text(
        f"Once {to} supervises you, say so in your own record. Until then what you send goes to "
        "whoever it names now."
    )
    add = do("people add", to, "--role", "team leader")
    over = do("people edit", "--supervisor", to, person=about)
    yield Commands(((str(add), "if they are not in it yet"), (str(over), "from that day on")))


def compose_planned_for_them(planned: ParcelPlanned) -> Page:
    """Return the same page for the person a handover is about, who is not the one who sends it.

    What whoever sends it has to read first is not on it.
    """
    return compose_planned(replace(name_everybody(planned), naming=()))


def say_naming(found: Iterable[WordsNaming]) -> Iterator[str]:
    """Yield for each other person which words in what goes may name them, to be read first."""
    every = list(found)
    for name in sorted({name for each in every for name in each.names}):
        own = [each for each in every if name in each.names]
        which = join_words([f"{each.handle} ({each.kind} of {day(each.on)})" for each in own])
        it = "it" if len(own) == 1 else "them"
        yield f"{count(len(own), 'text')} that may name {name}: {which}. Read {it} first"


def say_closed(planned: ParcelPlanned) -> str:
    """Return who can open the file."""
    name = planned.to.name
    if planned.readable:
        return "Not at all: anybody who has the file can read it."
    if planned.by_key:
        return f"For {name} alone, by the key that came from them. It needs no passphrase."
    if planned.asked_for_words:
        return "By a passphrase, as you asked."
    return f"By a passphrase, as {name} has sent no key yet."


def compose_written(written: ParcelWritten, words: str | None) -> str:
    """Return where the file is, and what to do with it; ``words`` open it, if it needs any."""
    planned, name = written.planned, written.planned.to.name
    kilobytes = max(1, round(written.size / 1000))
    paste = " to a mail" if written.size > _PASTED else ", or paste it into a mail"
    lines = [f"Written: {written.path} ({kilobytes} KB). Attach it{paste}."]
    if words:
        lines += [f"The words that open it: {words}", f"Tell {name} another way than by that mail."]
    if planned.about.id not in (planned.by.id, planned.to.id):
        lines += [f"The same page for {planned.about.name}: {written.page}"]
    file = written.path.name if written.path else "-"
    lines.append(f"{name} takes it in with: {do('share in', file)}")
    if planned.kind is ParcelKind.HANDOVER:
        over = do("people edit", "--supervisor", name, person=planned.about.name)
        lines.append(f"Once {name} supervises {planned.about.name}, say so here too: {over}")
    return "\n".join(lines)


def say_new_key(planned: ParcelPlanned) -> str:
    """Return what is said where somebody has another key than before; "" where not."""
    if planned.new_key is None:
        return ""
    since = f"{planned.new_key.day} {planned.new_key:%B}"
    return f"{planned.to.name} has a new key since {since}. Ask them."


def say_on_hold(people: Sequence[PersonNamed]) -> str:
    """Return what is said where a hold stands for somebody: to whoever sends, and in no file."""
    if not people:
        return ""
    names = join_words(["you" if each.me else each.name for each in people])
    return f"A hold is on for {names}. Ask whoever set it before you send this."


def _say_what(planned: ParcelPlanned) -> str:
    what = "Handover. " if planned.kind is ParcelKind.HANDOVER else ""
    about = "" if planned.about.id == planned.by.id else f"About {planned.about.name}. "
    return f"{what}{about}{long_day(planned.on)}"


def _list_staying(planned: ParcelPlanned) -> Iterator[str]:
    stays, by = planned.stays, planned.by
    if stays.private_notes:
        whose = "yours" if by.me else f"{by.name}'s"
        yield f"{count(stays.private_notes, 'private note')} of {whose}"
    if stays.drafts:
        who = "you have" if by.me else f"{by.name} has"
        yield f"the look {who} begun" if stays.drafts == 1 else f"{stays.drafts} looks begun"
    if stays.apart:
        whom, who = ("you", "you") if by.me else (by.name, "they")
        yield f"answers that are kept apart from {whom} until {who} have looked"
    if stays.other_views:
        yield _say_views(planned)
    if stays.other_entries:
        yield count(stays.other_entries, "other entry", "other entries")
    if stays.asked:
        whom = "you are" if by.me else f"{by.name} is"
        yield f"{count(stays.asked, 'text')} that {whom} asked to erase"
    for each in stays.details:
        yield f"{say_details(each)}: {_say_ways(planned)}"
    yield "what is kept about others"


def _say_ways(planned: ParcelPlanned) -> str:
    if planned.kind is not ParcelKind.HANDOVER:
        return "left out"
    return f"--details sends them, if {planned.about.name} says so"


def _say_views(planned: ParcelPlanned) -> str:
    views = count(planned.stays.other_views, "view", "views")
    who = "you say so" if planned.about.me else f"{planned.about.name} says so"
    kind = "looks and views" if planned.kind is ParcelKind.HANDOVER else "by others"
    return f"{views} ({kind}): --views sends them, if {who}"
