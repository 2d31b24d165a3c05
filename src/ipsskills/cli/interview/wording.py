"""What the screen and the plain lines say in the same words."""

from ipsskills.pages.words import join_words, say_in_practice
from ipsskills.usecases.interview.commands import Mode
from ipsskills.usecases.interview.saved import Saved
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import ScreenView

CHOICE_TITLES = {
    Mode.REASON: "Agreed outside this job: why?",
    Mode.BEHIND: "What is behind it?",
    Mode.BASIS: "What does your answer rest on?",
}

CORRECT_KEYS = (
    "j      go to an answer by its number, and give it again",
    "r      the list of your answers",
    "Enter  that was all",
)


def say_saved(saved: Saved) -> str:
    """Return how much is kept: "19", "19 and 2 statements", "3, not seen 20"."""
    statements = "1 statement" if saved.statements == 1 else f"{saved.statements} statements"
    beside = f" and {statements}" if saved.statements else ""
    return f"{saved.questions}{beside}{f', not seen {saved.not_seen}' if saved.not_seen else ''}"


def say_changed(session: Session) -> str:
    """Return which finished answers were put right."""
    numbers = [session.state.script.number(item) for item in session.list_changed()]
    return f"Changed: {', '.join(numbers)}." if numbers else "Nothing was changed."


def count_answers(saved: Saved) -> str:
    """Return how much is kept, in a sentence: "1 answer", "5 answers and 2 on statements"."""
    parts = [
        (saved.questions, "answer", "answers"),
        (saved.statements, "on a statement", "on statements"),
        (saved.not_seen, "not seen", "not seen"),
    ]
    said = [f"{count} {one if count == 1 else more}" for count, one, more in parts if count]
    return join_words(said) if said else "no answers"


def say_about(view: ScreenView) -> str:
    """Return what stands with the question on a unit: what doing it looks like, or its purpose."""
    return say_in_practice(view.looks_like) if view.looks_like else view.purpose


def say_purpose(view: ScreenView) -> str:
    """Return what a unit is for, where that does not stand with the question."""
    return view.purpose if view.looks_like else ""


def say_rated(view: ScreenView) -> str:
    """Return how many statements of the unit on screen have an answer, if any has."""
    if view.statement is not None or not view.rated:
        return ""
    return f"{view.rated} of its {view.spots} statements answered"
