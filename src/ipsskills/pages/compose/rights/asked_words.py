"""What is said of words that somebody else asks to have erased here."""

from ipsskills.doing import Do, do
from ipsskills.facts.exchange.asked_words import WordsAskedHere
from ipsskills.pages.words import day


def say_asked(asked: WordsAskedHere) -> str:
    """Return what somebody asks to have erased: "note by Nia about Ada, as Lee asked on ..."."""
    whose = f"{asked.kind} by {asked.author} about {asked.about}"
    return f"{whose}, as {asked.by} asked on {day(asked.on)}"


def list_answers(asked: WordsAskedHere) -> tuple[tuple[Do, str], ...]:
    """Return how to do what was asked and how to say no, each with what it does."""
    return (
        (do("data redact", asked.handle), "erases the words here"),
        (do("data redact", asked.handle, "--decline"), "leaves them, and is asked no more"),
    )


def compose_declined(asked: WordsAskedHere) -> str:
    """Return what is said where words are not erased although somebody asked."""
    return (
        f"Not erased: the {say_asked(asked)}. You are not asked again, and {asked.by} is not told: "
        "tell them, and why. They may complain."
    )
