"""What erasing a person or words comes to, before and after, in sentences."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ipsskills.codes import HoldReason, ParcelWay
from ipsskills.doing import do
from ipsskills.facts.exchange.erased import (
    CopiesCleared,
    ErasingOutlook,
    OtherCopy,
    PersonErased,
    WordsAsked,
    WordsErased,
    WordsKept,
    WordsOutlook,
)
from ipsskills.pages.compose.rights.keeping import say_to_keep
from ipsskills.pages.words import day, join_words

ASKED = {
    HoldReason.REQUEST: "Has anybody asked, also by word of mouth, to see this?",
    HoldReason.DISPUTE: "Is there a grievance, claim or investigation?",
}
DO_NOT_ERASE = (
    "Do not erase. Erasing to keep it from somebody who asked for it can be an offence. "
    "Speak to your data protection lead."
)
_THINGS = {
    "person": "their details",
    "assessment": "assessments",
    "rating": "answers",
    "note": "notes",
    "goal": "goals",
    "goal_activity": "steps of the plan",
    "entry": "the training record",
    "parcel": "which files went and came",
    "alone_first": "what is kept apart",
    "objection": "what they see differently",
    "hold": "earlier holds",
    "redacted": "lines on words erased",
}
_ELSEWHERE = (
    "Copies that somebody made elsewhere, pages that were written or printed, and files that were "
    "sent are not reached."
)


def compose_before(found: ErasingOutlook) -> str:
    """Return what erasing somebody comes to, in lines."""
    name = found.person.name
    things = [_THINGS.get(kind, kind) for kind in found.things]
    where = f"It goes from the record and from our copies of it, {_say_where(found)}."
    lines = [
        f"Everything kept about {name} is erased for good: {join_words(things)}.",
        f"{where} What they wrote about others stays, without their name. {_ELSEWHERE}",
        *_say_elsewhere(found),
    ]
    return "\n".join(lines)


def _say_where(found: ErasingOutlook) -> str:
    return f"beside it and in {found.second}" if found.second else "beside it"


def say_letters(said: str, letters: Mapping[str, Path], name: str) -> list[str]:
    """Return where letters are, by whom they are for, and that they hold a name, in lines."""
    if not letters:
        return []
    one = len(letters) == 1
    written = (f"  {to}: {path}" for to, path in letters.items())
    sent = "delete it here once it is sent" if one else "delete them here once they are sent"
    return ["", said, *written, f"{'It names' if one else 'They name'} {name}: {sent}."]


def compose_after(found: PersonErased) -> str:
    """Return what was erased, and where the name still stands, in lines."""
    outlook = found.outlook
    said = f"Erased on {day(found.on)}: all that was kept about {outlook.person.name}."
    lines = [
        f"{said} Only ids and this date stay.",
        *_say_copies(found.copies),
        *_say_elsewhere(outlook),
    ]
    return "\n".join(lines)


def compose_redacted(found: WordsErased) -> str:
    """Return which words were erased, and who else has them, in lines."""
    words = name_words(found.passage)
    said = f"Erased on {day(found.on)}, in every version: the words of the {words}."
    return "\n".join([said, *_say_copies(found.copies), *_say_sent(found)])


def compose_asked(found: WordsAsked) -> str:
    """Return what somebody is asked to erase."""
    name = found.asked.name
    return (
        f"{name} will be asked to erase the words of the {name_words(found.passage)}. The request "
        "goes with the next file to them, and what becomes of it comes with their next one. Here"
        " nothing was erased."
    )


def compose_words(found: WordsOutlook) -> str:
    """Return which words are meant, without saying them, and who else has them, in lines."""
    name = name_words(found.passage)
    said = f"The words of the {name}, and of all its earlier versions, are erased for good."
    names = join_words([each.name for each in found.named])
    named = [f"They may name {names}, so you are asked about them too."] if names else []
    return "\n".join([said, *named, *_say_sent(found)])


def _say_sent(found: WordsOutlook | WordsErased) -> list[str]:
    """Return who was sent words, and how to ask them to erase them."""
    if not found.others:
        return []
    pages = ["A page may hold them: look there."] if any(e.page for e in found.others) else []
    asking = [f"  {do('data redact', found.passage.handle, '--ask', n)}" for n in found.to_ask]
    how = ["To ask somebody to erase them too, with the next file to them:"] if asking else []
    return ["", *say_others(found.others), *pages, *how, *asking]


def _say_elsewhere(found: ErasingOutlook) -> list[str]:
    """Return where the name still stands: in others' words, with others, in files beside it."""
    return [*_say_passages(found.passages), *_say_copied(found.others), *_say_beside(found)]


def _say_passages(found: Sequence[WordsKept]) -> list[str]:
    if not found:
        return []
    said = "Words about other people may hold the name. Read them; to erase the words of one:"
    rows = (f"  {do('data redact', each.handle)}  ({name_words(each)})" for each in found)
    return ["", said, *rows]


def _say_copied(found: Sequence[OtherCopy]) -> list[str]:
    return ["", *say_others(found)] if found else []


def say_others(found: Sequence[OtherCopy]) -> list[str]:
    """Return who else has copies, in lines."""
    lines = dict.fromkeys(f"  {each.name}, {_say_way(each)}" for each in found)
    return ["Others have copies:", *lines]


def _say_beside(found: ErasingOutlook) -> list[str]:
    if not found.beside:
        return []
    said = "Other files of this record may hold it too, and are not reached."
    kept = {each.path for each in found.to_keep}
    going = [path for path in found.beside if path not in kept]
    return ["", said, *say_to_keep(found.to_keep), *_say_to_remove(going)]


def _say_to_remove(going: Sequence[Path]) -> list[str]:
    if not going:
        return []
    said = (
        "In one that you use, give the same command with --db FILE. Of the others take in what is "
        f"theirs alone ({do('data join', str(going[0]))}), then remove them:"
    )
    return [said, *(f"  {path}" for path in going)]


def _say_copies(found: CopiesCleared) -> list[str]:
    lines = []
    if found.rewritten:
        lines.append("Our copies of the record were written anew without it.")
    if found.removed:
        names = join_words([path.name for path in found.removed])
        lines.append(f"Copies that could not be read whole were removed: {names}.")
    if found.left:
        paths = join_words([str(path) for path in found.left])
        lines.append(
            f"Not read whole, and not removed as somebody else is held: {paths}. It may be in there"
            " still: once no hold is on, remove it."
        )
    if found.unreached:
        lines.append(f"Copies in {found.unreached} were not reached: it is away. Erase them there.")
    return lines


def _say_way(found: OtherCopy) -> str:
    way = "sent to them" if found.way is ParcelWay.OUT else "came from them"
    return f"{way} on {day(found.on)}{', as a page' if found.page else ''}"


def name_words(found: WordsKept) -> str:
    """Return which words are meant, without them: their kind and day, about whom and by whom."""
    return f"{found.kind} of {day(found.on)} about {found.about}, by {found.author}"
