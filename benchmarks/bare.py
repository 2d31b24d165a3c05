"""The program that ours is compared with: Typer, one command, three parameters, nothing else.

Its help is plain like ours; Typer's usual help with Rich takes twice as long.
"""

from typing import Annotated

import typer


def complete_name(incomplete: str) -> list[str]:
    """Return names that begin like this."""
    return [name for name in ("Ada", "Bola", "Cerys") if name.startswith(incomplete)]


app = typer.Typer(rich_markup_mode=None)


@app.command()
def greet(
    name: Annotated[str, typer.Argument(help="Whom to greet.", autocompletion=complete_name)],
    times: Annotated[int, typer.Option(help="How often.")] = 1,
    loud: Annotated[bool, typer.Option("--loud", help="In capitals.")] = False,
) -> None:
    """Greet somebody."""
    greeting = f"Hello {name}" * times
    typer.echo(greeting.upper() if loud else greeting)


def main() -> None:
    """Start the program."""
    app()
