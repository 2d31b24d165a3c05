"""What is sent as a page to somebody who has no program: answers, what was agreed, the plan."""

from datetime import date

from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.exchange.asked_words import WordsAskedHere
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.exchange.parcels import WordsNaming
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.plan import PlanFacts
from ipsskills.facts.report import ReportFacts
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class SentPage:
    """A page about somebody, made by one person for another on a day.

    ``report`` is None where nothing is finished yet; ``actions`` are what was agreed and is open.
    ``contested`` are those of them that the person sees differently.
    ``naming`` are words on it that may name others, and
    ``on_hold`` are those of the people for whom a hold stands, ``asked`` words that somebody asks
    to have erased and that are left out: both are for whoever sends it.
    """

    about: PersonNamed
    by: PersonNamed
    to: PersonNamed
    on: date
    report: ReportFacts | None
    actions: tuple[EntryFacts, ...]
    plan: PlanFacts
    contested: tuple[SeenDifferently, ...] = ()
    naming: tuple[WordsNaming, ...] = ()
    on_hold: tuple[PersonNamed, ...] = ()
    asked: tuple[WordsAskedHere, ...] = ()
