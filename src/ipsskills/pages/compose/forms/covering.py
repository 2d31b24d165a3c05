"""What is said once a form is made: a message to send with it, and what an IT desk is told."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from textwrap import wrap

from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do, do
from ipsskills.facts.forms.form import FormFacts
from ipsskills.facts.forms.written import FormWritten
from ipsskills.frozen import dataclass

_WORKBOOK = ".xlsx"
# A note is pasted as it stands; a terminal would break its words where a line ends.
_NOTE_WIDTH = 76
_PAGE = (".html", ".htm")

MAIL = (
    "Many services stop pages with scripts in mail, and rightly. Put it in a shared folder or on "
    "the intranet, and send the message below."
)
NO_KEY = (
    "You have no key yet, so the form asks for words to close the answers with. Agree on them in "
    "person or by phone."
)


DESK = (
    "One HTML file that loads nothing and can send nothing: its content-security "
    "policy is default-src 'none', with no target for a form. Two scripts stand in "
    "it, each allowed by its hash: ours, readable as it stands, and the age library "
    "(age-encryption, BSD-3-Clause). Answers are kept in that browser, under the "
    "form's id, until “Clear this computer” is pressed, and in files that the person "
    "saves. What goes into a mail is closed with age. Nothing has to be installed."
)
CLOSES_NOTHING = (
    "It has no macros. Whoever opens it reads what is in it: send it as you would a letter about a "
    "member of staff."
)
TYPED_IN = (
    "A line an answer: the unit, a blank, the code (3.10 3). The answers stay theirs who gave "
    "them, and you are named as who entered them."
)


_NOTICE = (
    "A form is no privacy notice. Before it goes, see that its reader has had yours, or send this "
    f"page with it: {do('explain', 'notice', '--format', 'docx')}"
)


@dataclass(frozen=True)
class Covering:
    """What was written, as facts and in words; ``to_paste`` is for others, and never wrapped."""

    facts: FormWritten
    page: str
    to_paste: str


def compose_covering(facts: FormFacts, path: Path, written: bytes) -> Covering:
    """Return what is said of a form in a file that holds ``written``."""
    name = sha256(written).hexdigest()
    if path.suffix.lower() not in _PAGE:
        told = _tell_plain(facts, path)
        note: tuple[str, ...] = ()
    else:
        told = [f"The form is in {path}", *_say_closed(facts), MAIL]
        note = ("", "A note for an IT desk:", "", *_tell_desk(path, name))
    return Covering(
        FormWritten(path=path, sha256=name, form=facts),
        page="\n".join([*told, _NOTICE]),
        to_paste="\n".join(["", *_write_message(facts, path), *note]),
    )


def _tell_desk(path: Path, name: str) -> Iterator[str]:
    """Yield what an IT desk asks of such a page, and the hash that it can check."""
    yield from wrap(DESK, _NOTE_WIDTH, break_long_words=False, break_on_hyphens=False)
    yield f"SHA-256 {name}"
    yield "To check it, on Windows by the first, elsewhere by the second:"
    yield f"certutil -hashfile {path.name} SHA256"
    yield f"sha256sum {path.name}"


def _tell_plain(facts: FormFacts, path: Path) -> list[str]:
    """Return what is said of a form that closes nothing: a workbook, or one on paper."""
    if path.suffix.lower() == _WORKBOOK:
        told = [CLOSES_NOTHING, f"What comes back is taken in by: {_take_in(facts, path)}"]
    else:
        told = [_type_in(facts), TYPED_IN]
    return [f"The form is in {path}", *told]


def _take_in(facts: FormFacts, path: Path) -> Do:
    """Return what takes a workbook in; without a name it goes by the one that is filled in."""
    if facts.about is None:
        return do("share in", path.name)
    view = ("--as", "supervisor") if facts.kind is AssessmentKind.SUPERVISOR else ()
    return do("assess", *view, "--from", path.name, person=facts.about.name)


def _type_in(facts: FormFacts) -> str:
    """Return how what stands on paper is typed in."""
    by_hand = {
        AssessmentKind.FIRST_LOOK: ("--first-look",),
        AssessmentKind.SUPERVISOR: ("--as", "supervisor"),
    }.get(facts.kind, ())
    if facts.about is None:
        view = f"{' '.join(by_hand)}, " if by_hand else ""
        return (
            f"What comes back is typed in with the name of whoever it is about, {view}and the day "
            f"on it after --given: {do('assess', '--help')}"
        )
    back = do("assess", *by_hand, "--given", "25 Nov", "--plain", person=facts.about.name)
    return f"What comes back is typed in with the day on it, as in: {back}"


def _say_closed(facts: FormFacts) -> list[str]:
    closed = "What comes back is closed for you: no password is needed." if facts.key else NO_KEY
    return [closed, f"It is taken in by: {do('share in', 'Downloads')}"]


def _write_message(facts: FormFacts, path: Path) -> list[str]:
    """Return the message to paste: a line a sentence, however long, as a mail wraps it anew."""
    about = facts.about.name if facts.about else None
    if facts.kind is AssessmentKind.SUPERVISOR:
        what = f"a form for your view of {about or 'a colleague'}'s practice"
    elif facts.kind is AssessmentKind.FIRST_LOOK:
        what = "a form to say where you are starting from"
    else:
        what = "a form to look at your own practice before we meet"
    hello = about.split()[0] if about and facts.kind is not AssessmentKind.SUPERVISOR else None
    return [
        "A message to send with it:",
        "",
        f"Dear {hello or 'colleague'},",
        f"here is {what}:",
        path.name,
        *_say_how(path.suffix.lower()),
        "Please name nobody in it: no client, no relative, no employer.",
        f"{facts.maker.name}",
    ]


def _say_how(ending: str) -> tuple[str, ...]:
    """Return how a form of this kind is filled in and sent back."""
    by_mail = ending in (*_PAGE, _WORKBOOK)
    given = "send them" if by_mail else "hand them in"
    no_test = f"It is no test and no score. Nobody reads your answers until you {given}."
    if ending in _PAGE:
        return (
            "Save it to a folder and open it in your browser (not in the mail's preview).",
            no_test,
            "Press “Keep a copy” before you close it.",
            "At the end press “Send my answers”; reply with the file or text that it makes.",
        )
    if ending == _WORKBOOK:
        return (
            "Save it to a folder of yours and choose your answers from the lists in it.",
            no_test,
            "Then save it and reply with the file.",
        )
    return (
        "Print it and fill it in by hand, with your name and the day.",
        no_test,
        "Then give it back to me.",
    )
