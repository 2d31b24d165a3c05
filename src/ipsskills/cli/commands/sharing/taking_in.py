"""``ipsskills share in``: taking in what somebody sent."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.sharing.arrivals import (
    Came,
    Keys,
    Sorting,
    find_place,
    fit_names,
    open_all,
    refuse_unfit,
)
from ipsskills.cli.commands.sharing.forms import look_at_form, take_one_form
from ipsskills.cli.commands.sharing.passphrases import PassphraseFile
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, Keep, examples
from ipsskills.cli.output.show import Output, print_page, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.who import ask_back, ask_same, ask_who
from ipsskills.cli.setup import context
from ipsskills.errors import Interrupted, InvalidInput, IpsSkillsError

if TYPE_CHECKING:
    from ipsskills.facts.exchange.parcels import ParcelMet, PersonInDoubt
    from ipsskills.pages.document import Page
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    "in",
    epilog=examples(
        "ipsskills share in ada-for-lee-2026-11-29.txt",
        "ipsskills share in mail.eml --look",
        "ipsskills share in Downloads",
        'ipsskills share in ada.txt --is "Ada Byron"',
    ),
)
def take_in(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="A file, a mail or a folder; - for what is piped in."
        ),
    ],
    look: Annotated[
        bool, typer.Option("--look", help="Only show what is in it; take nothing in.")
    ] = False,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--is",
            metavar="NAME",
            help="Who here somebody in it is; new: nobody. May be given again.",
            autocompletion=complete_person,
        ),
    ] = None,
    back: Annotated[
        list[str] | None,
        typer.Option(
            "--back",
            metavar="NAME",
            help="Who was erased here and comes back with it. May be given again.",
        ),
    ] = None,
    passphrase_file: PassphraseFile = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Take in what somebody sent: it joins what is here, and the same twice adds nothing.

    A file of ours, a filled workbook, a folder of them, or a whole mail that holds one. Each is
    taken in whole or not at all; of several the good ones come in, and why others did not is said.
    A passphrase is asked for where one is needed.
    """
    from ipsskills.cli.prompts.alone import offer_look
    from ipsskills.usecases.sharing.closed import list_closed
    from ipsskills.usecases.sharing.keys import ask_anew, list_secrets

    told, said = Output("share in", json), tuple(names or ())
    files = [find_place(each) for each in files]
    sorting = Sorting(alone=len(files) == 1 and not files[0].is_dir())
    with context.desk(context.Place(db, demo), write=not look, begin=False) as desk:
        known = {} if look else list_closed(desk)
        secrets, anew = list_secrets(desk), partial(ask_anew, desk)
        keys = Keys(secrets=secrets, words=passphrase_file, known=known, anew=anew)
        came = open_all(sorting, files, keys, desk.framework)
        refuse_unfit(came, said, alone=sorting.alone)
        taking = _Taking(desk=desk, told=told, look=look, keep=keep, back=back or ())
        taking.ask_same(came, said)
        for each in came:
            with sorting.trying(each.name):
                fit = fit_names(each, said, alone=sorting.alone)
                taking.take(each, fit, alone=sorting.alone)
        _show(told, taking, sorting)
        if not json and not look:
            offer_look(desk, taking.about)
    if sorting.left:
        raise typer.Exit(InvalidInput.exit_code)


@dataclass(kw_only=True)
class _Taking:
    """Takes in one file after the other, and shows each as it came."""

    desk: "Desk"
    told: Output
    look: bool
    keep: bool
    back: Sequence[str]
    files: list[object] = field(default_factory=list)
    forms: list[object] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    same: dict[str, str | None] = field(default_factory=dict)

    def ask_same(self, came: Sequence[Came], names: Sequence[str]) -> None:
        """Ask once about everybody whom several files name as somebody here is called."""
        from ipsskills.usecases.sharing.taking_in import look_in

        bundles = [each for each in came if each.bundle]
        if self.look or not bundles[1:] or not ask.can_ask():
            return
        doubts: list[PersonInDoubt] = []
        for each in bundles:
            with suppress(IpsSkillsError):  # it is said where the file is taken in
                fit = fit_names(each, names, alone=False)
                met = look_in(self.desk, [each.bundle], fit) if each.bundle else ()
                doubts += [doubt for one in met for doubt in one.doubts]
        self.same = ask_same(doubts)

    def take(self, came: Came, names: Sequence[str], *, alone: bool) -> None:
        """Take in one file, or only look at it. Raises as the use cases do."""
        if came.bundle:
            self._take_records(came, names, alone=alone)
        else:
            self._take_form(came, names)

    def _take_records(self, came: Came, names: Sequence[str], *, alone: bool) -> None:
        from ipsskills.pages.compose.sharing.taken import compose_met, compose_taken
        from ipsskills.usecases.sharing.taking_in import look_in, take_in

        assert came.bundle
        met = look_in(self.desk, [came.bundle], names)
        if self.look:
            self._keep(self.files, met, map(compose_met, met))
            return
        again = [*self.back, *(_ask_back(met, alone=alone) if not self.back else ())]
        doubts = [each for one in met for each in one.doubts]
        answers = {each.id: self.same[each.id] for each in doubts if each.id in self.same}
        answers |= ask_who(each for each in doubts if each.id not in answers)
        taken = take_in(self.desk, [came.bundle], names, answers, again, closed=came.closed)
        self.about += [each.met.about.id for each in taken if not each.met.for_another]
        self._keep(self.files, taken, map(compose_taken, taken))

    def _take_form(self, came: Came, names: Sequence[str]) -> None:
        assert came.form
        if self.look:
            seen, text = look_at_form(self.desk, came.form)
            self.forms.append(seen)
        else:
            taken, text = take_one_form(
                self.desk, came.form, names, keep=self.keep, closed=came.closed
            )
            self.forms.append(taken)
            self.about.append(taken.about.id)
        if not self.told.json:
            self.told.result(None, text)

    def _keep(self, kept: list[object], facts: "Sequence[object]", pages: "Iterable[Page]") -> None:
        kept += facts
        if not self.told.json:
            for page in pages:
                print_page(page)


def _ask_back(met: "Sequence[ParcelMet]", *, alone: bool) -> list[str]:
    """Return who comes back; a no leaves one of several files out, and not those after it."""
    try:
        return list(ask_back(met))
    except Interrupted as error:
        if alone:
            raise
        raise InvalidInput("You said no to it.", "It stays where it is.") from error


def _show(told: Output, taking: _Taking, sorting: Sorting) -> None:
    """Say what was not taken in; a program is told of all at once."""
    from ipsskills.pages.compose.sharing.left import compose_left

    if told.json:
        told.result(
            {
                "files": taking.files,
                "forms": taking.forms,
                "left": sorted(sorting.left, key=lambda each: each.name),
                "before": sorting.before,
                "passed": sorting.passed,
            }
        )
    elif text := compose_left(sorting.left, sorting.before, sorting.passed):
        say(text)
