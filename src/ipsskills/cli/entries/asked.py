"""How a ``log`` command was called."""

from collections.abc import Mapping
from pathlib import Path

from ipsskills.cli.entries.readers import OWN_DAY
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, UsageError
from ipsskills.frozen import dataclass

# What may be typed where nobody can be asked; it changes what people change most.
EXAMPLES: Mapping[EntryKind, tuple[str, str]] = {
    EntryKind.TRAINING: ("--hours", "2"),
    EntryKind.EVIDENCE: ("--unit", "3.8"),
    EntryKind.OBSERVATION: ("--unit", "3.8"),
    EntryKind.SUPERVISION: ("--minutes", "60"),
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a ``log`` command was called; ``given`` holds what was typed for fields, by option."""

    kind: EntryKind
    person: str | None
    given: Mapping[str, str]
    place: context.Place
    json: bool = False
    from_file: Path | None = None
    correct: str | None = None
    keep: bool = False
    actions: tuple[str, ...] = ()
    rate: str | None = None
    agenda: bool = False
    new_person: bool = False

    @property
    def command(self) -> str:
        """The command's name as typed."""
        return f"log {self.kind}"


def refuse_mixed(asked: Asked) -> None:
    """Raise UsageError for options that do not go together, InvalidInput for an empty day."""
    whole = [asked.correct, asked.rate, asked.agenda, *asked.actions] if asked.from_file else []
    if OWN_DAY in asked.given and not asked.given[OWN_DAY].strip():
        raise InvalidInput("--on names no day.", "Leave it out for today, or name one.")
    if asked.from_file and (asked.given or any(whole)):
        raise UsageError(
            "--from takes everything from the file: leave the other options out.",
            f"See: {do(asked.command, '--help')}",
        )
    if asked.correct and asked.rate:
        raise UsageError(
            "--rate goes with a new observation.", f"Rate again: {do('assess', '--help')}"
        )
    if asked.correct and asked.agenda:
        raise UsageError("--agenda starts a new entry.", "Leave one of the two out.")
    if asked.correct and not (asked.given or asked.actions or ask.can_ask()):
        example = do(asked.command, "--correct", asked.correct, *EXAMPLES[asked.kind])
        raise UsageError(
            "Say what to correct; without a terminal it cannot be asked.", f"As in: {example}"
        )
