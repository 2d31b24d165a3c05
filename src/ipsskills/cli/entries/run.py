"""Carries out a ``log`` command: from what was typed to what is kept and shown."""

from ipsskills.cli.entries.add import add
from ipsskills.cli.entries.asked import Asked, refuse_mixed
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.usecases.entries.log import start_log


def run(asked: Asked) -> None:
    """Carry out the command. Raises UsageError, NotFound, InvalidInput, NeedsTerminal."""
    refuse_mixed(asked)
    out = Output(asked.command, asked.json)
    with context.desk(asked.place, write=True, begin=False) as desk:
        start = start_log(
            desk,
            asked.person,
            asked.kind,
            correct=asked.correct,
            from_agenda=asked.agenda,
            many=asked.from_file is not None,
        )
        if asked.from_file:
            from ipsskills.cli.entries.rows import take_rows

            take_rows(asked, asked.from_file, out, desk, start)
        elif asked.correct:
            from ipsskills.cli.entries.correct import correct

            correct(asked, asked.correct, out, desk, start)
        else:
            add(asked, out, desk, start)
