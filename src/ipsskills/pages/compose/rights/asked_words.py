"""What is said of words that somebody else asks to have erased here."""

from ipsskills.doing import Do, do
from ipsskills.facts.exchange.asked_words import WordsAnswered, WordsAskedHere
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


def say_answered(answer: WordsAnswered) -> str:
    """Return what became of words that the reader asked somebody to erase."""
    what = f"the {answer.kind} {answer.handle} about {answer.about}"
    if answer.done:
        return f"{answer.by} has erased the words of {what}, as you asked, on {day(answer.on)}."
    return f"{answer.by} said no on {day(answer.on)} to erasing the words of {what}, as you asked."


def compose_declined(asked: WordsAskedHere) -> str:
    """Return what is said where words are not erased although somebody asked."""
    return (
        f"Not erased: the {say_asked(asked)}. You are not asked again. {asked.by} is told so, with "
        f"the day, by the next file about {asked.about} to them. Tell them why. They may complain."
    )
