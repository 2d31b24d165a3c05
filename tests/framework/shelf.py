"""The shipped content that stands around the framework, for tests that need all of it."""

from ipsskills.facts.content import HandbookFacts
from ipsskills.framework.background import load_fidelity, load_glossary
from ipsskills.framework.blanks import load_blanks
from ipsskills.framework.systems.crosswalks import load_crosswalks
from ipsskills.framework.systems.explained import load_explained
from ipsskills.framework.systems.layout import load_systems
from ipsskills.framework.types import Framework
from ipsskills.usecases.explain import Shelf


def fill_shelf() -> Shelf:
    """Return everything that is shipped."""
    return Shelf(
        fidelity=load_fidelity(),
        glossary=load_glossary(),
        explained=load_explained(),
        crosswalks=load_crosswalks(),
        systems=load_systems(),
    )


def fill_handbook(framework: Framework) -> HandbookFacts:
    """Return all that the handbook is made of, with a framework in the place of the shipped one."""
    shelf = fill_shelf()
    return HandbookFacts(
        framework=framework,
        fidelity=shelf.fidelity,
        glossary=shelf.glossary,
        systems=shelf.systems,
        explained=shelf.explained,
        crosswalks=shelf.crosswalks,
        blanks=load_blanks(),
    )
