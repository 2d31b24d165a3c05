"""The files that ``share in`` was given: each is opened by itself, and why one is left is kept.

One file that is named is refused whole. Of several, or of a folder, the good ones come in all the
same, and the rest are told, each with its reason.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.commands.sharing.passphrases import ask_passphrase, read_passphrase
from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.codes import ParcelKind
from ipsskills.errors import (
    ClosedForOther,
    DifferentContent,
    InvalidInput,
    NeedsTerminal,
    NotAForm,
    NotFound,
)
from ipsskills.facts.exchange.arrived import CameBefore, LeftOut
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from ipsskills.doing import Do
    from ipsskills.formats.exchange.arriving import Arriving
    from ipsskills.formats.exchange.bundle import Bundle
    from ipsskills.formats.forms.filled import FilledForm
    from ipsskills.framework.types import Framework

STDIN = Path("-")
_TRIES = 3
_TABLES = (".xlsx", ".csv")
_LEAVING = (InvalidInput, NotFound, DifferentContent, NeedsTerminal)


@dataclass(frozen=True, kw_only=True)
class Came:
    """One file that was opened: records, or a form; ``closed`` is the text it was closed in."""

    name: str
    bundle: "Bundle | None" = None
    form: "FilledForm | None" = None
    closed: str = ""

    def list_names(self) -> list[str]:
        """Return what those are called whom it names."""
        if self.form:
            return [each for each in (self.form.about_name, self.form.by_name) if each]
        assert self.bundle
        people = (*self.bundle.people, self.bundle.about, self.bundle.by, self.bundle.to)
        return [each.name for each in people if each]


@dataclasses.dataclass(kw_only=True)
class Sorting:
    """What becomes of the files that were given; ``alone`` is one that was named by itself.

    ``left`` are those that were not taken in, ``before`` those that came in already, ``passed``
    the workbooks that are none of ours.
    """

    alone: bool
    left: list[LeftOut] = dataclasses.field(default_factory=list)
    before: list[CameBefore] = dataclasses.field(default_factory=list)
    passed: list[str] = dataclasses.field(default_factory=list)

    @contextmanager
    def trying(self, name: str) -> Iterator[None]:
        """Keep why a file is left and go on; one that is alone is refused as it is."""
        try:
            yield
        except _LEAVING as error:
            if self.alone:
                raise
            self.left.append(LeftOut(name=name, reason=error.message, todo=error.hint))


@dataclass(frozen=True, kw_only=True)
class Keys:
    """What opens files: the keys of this record, a file of words, and which came in already.

    ``anew`` tells what whoever sent one types, to send it to somebody who has another key now.
    """

    secrets: Sequence[str]
    words: Path | None
    known: Mapping[str, date]
    anew: "Callable[[], Do]"


def find_place(path: Path) -> Path:
    """Return where a file or folder is: here, or else in the home folder, as Downloads is."""
    there = Path("~").expanduser() / path
    return there if path != STDIN and not path.exists() and there.exists() else path


def open_all(
    sorting: Sorting, files: Sequence[Path], keys: Keys, framework: "Framework"
) -> list[Came]:
    """Return what is in the files, records before forms: a form makes nobody.

    Raises InvalidInput and NotFound for a file that was named by itself, and where a folder holds
    nothing of ours.
    """
    came: list[Came] = []
    found: dict[str, Arriving] = {}
    for path in files:
        inside = path != STDIN and path.is_dir()
        for file in _list_files(path) if inside else [path]:
            with sorting.trying(file.name):
                if _is_form_table(file, inside=inside):
                    came += _read_table(sorting, file, framework, inside=inside)
                elif not inside or file.suffix.lower() not in _TABLES:
                    found |= {each.text: each for each in _find(file, inside=inside)}
    sorting.alone = sorting.alone and len(found) + len(came) <= 1
    came += _open(sorting, list(found.values()), keys)
    if not (came or sorting.left or sorting.before):
        raise _nothing_in(files, sorting.passed)
    return sorted(came, key=lambda each: each.form is not None)


def _list_files(folder: Path) -> list[Path]:
    """Return the files of a folder that may be ours, by name; what a program has open is not."""
    from ipsskills.formats.exchange.arriving import ENDINGS

    return sorted(
        each
        for each in folder.iterdir()
        if each.suffix.lower() in (*ENDINGS, *_TABLES) and each.name[0] not in "~."
        if each.is_file()
    )


def _is_form_table(path: Path, *, inside: bool) -> bool:
    """Whether a file is a form as a spreadsheet has it. Raises InvalidInput for plain answers."""
    from ipsskills.formats.forms.files import is_table, refuse_answers

    if path == STDIN:
        return False
    if not inside:
        refuse_answers(path)
    return is_table(path)


def _read_table(
    sorting: Sorting, path: Path, framework: "Framework", *, inside: bool
) -> Iterator[Came]:
    """Yield the form in a workbook; one in a folder that is none of ours is passed over."""
    from ipsskills.formats.forms.files import read_form_file

    try:
        yield Came(name=path.name, form=read_form_file(path, framework))
    except NotAForm:
        if not inside:
            raise
        sorting.passed.append(path.name)


def _find(path: Path, *, inside: bool) -> "tuple[Arriving, ...]":
    from ipsskills.formats.exchange.arriving import find_arriving, look_for_arriving, read_arriving

    if path == STDIN:
        return find_arriving(sys.stdin.buffer.read(), "what was piped in")
    return look_for_arriving(path) if inside else read_arriving(path)


def _open(sorting: Sorting, found: "Sequence[Arriving]", keys: Keys) -> Iterator[Came]:
    """Yield what is in each file that did not come in before."""
    from ipsskills.formats.exchange.known_again import mark_closed
    from ipsskills.formats.forms.filled import read_filled

    words = read_passphrase(keys.words) if keys.words else None
    for each in found:
        closed = each.text if each.closed else ""
        on = next((keys.known[m] for m in mark_closed(closed) if m in keys.known), None)
        if on and (each.by_words or not sorting.alone):
            sorting.before.append(CameBefore(name=each.name, on=on))
            continue
        with sorting.trying(each.name):
            if each.by_words and words is None and not ask.can_ask():
                words = ask_passphrase(each.name)
            with _asking_anew(keys):
                bundle = _open_one(each, keys.secrets, words, alone=sorting.alone)
            if bundle.what is ParcelKind.FORM:
                form = read_filled(bundle.form)
                yield Came(name=each.name, form=form, closed=closed)
            else:
                yield Came(name=each.name, bundle=bundle, closed=closed)


@contextmanager
def _asking_anew(keys: Keys) -> Iterator[None]:
    """Say how somebody who has lost their key comes by what is closed for it."""
    try:
        yield
    except ClosedForOther as error:
        raise ClosedForOther(
            error.message,
            "A new computer? Ask whoever sent it for it once more, closed by a passphrase that they"
            f" tell you another way. They type: {keys.anew()}",
        ) from None


def _open_one(
    arriving: "Arriving", secrets: Sequence[str], words: str | None, *, alone: bool
) -> "Bundle":
    """Return what is in a file; somebody at a terminal is asked for words, and may mend a slip.

    Of several, one may be left instead.
    """
    from ipsskills.formats.exchange.arriving import open_arriving

    if not arriving.by_words or words is not None:
        return open_arriving(arriving, secrets=secrets, passphrase=words)
    for left in reversed(range(_TRIES)):
        typed = ask_passphrase(arriving.name, one_of_several=not alone)
        try:
            return open_arriving(arriving, passphrase=typed)
        except InvalidInput as error:
            if not left:
                raise
            say(f"{error.message}\n{_say_tries(left)}")
    raise AssertionError("the last try opens it or raises")


def _say_tries(left: int) -> str:
    more = "One more try" if left == 1 else f"{left} more tries"
    return f"{more}. Ctrl-C stops, and nothing is changed."


def _nothing_in(files: Sequence[Path], passed: Sequence[str]) -> InvalidInput:
    among = f" {', '.join(passed)}: no form of ours." if passed else ""
    return InvalidInput(
        f"There is no file of ipsskills in {', '.join(map(str, files))}.{among} Nothing was"
        " changed.",
        "Save there what came with the mail, or the mail itself, or a filled workbook.",
    )


def fit_names(each: Came, names: Sequence[str], *, alone: bool) -> list[str]:
    """Return which of the names (``--is``) are meant of one file: of several, where it has them."""
    from ipsskills.usecases.people.matching import is_name_of

    if alone:
        return list(names)
    return [
        name
        for name in names
        if name.casefold() == "new"
        or any(is_name_of(name, own) or is_name_of(own, name) for own in each.list_names())
    ]


def refuse_unfit(came: Sequence[Came], names: Sequence[str], *, alone: bool) -> None:
    """Raise InvalidInput for a name (``--is``) that none of several files has."""
    fit = {name for each in came for name in fit_names(each, names, alone=alone)}
    for name in names:
        if came and name not in fit:
            raise InvalidInput(
                f"None of these files names anybody like {name}. Nothing was changed.",
                "Take in by itself the file that it is said of.",
            )
