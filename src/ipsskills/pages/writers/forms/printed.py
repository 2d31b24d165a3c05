"""Writes a form to be printed and filled in by hand, as PDF or as DOCX."""

from ipsskills.facts.forms.form import FormFacts
from ipsskills.pages.compose.forms.paper import compose_paper
from ipsskills.pages.writers.formats import DOCX, PDF, Format, Material


def write_pdf(facts: FormFacts) -> bytes:
    """Return a form as the bytes of a PDF file."""
    return _write(PDF, facts)


def write_docx(facts: FormFacts) -> bytes:
    """Return a form as the bytes of a DOCX file."""
    return _write(DOCX, facts)


def _write(form: Format, facts: FormFacts) -> bytes:
    return form.write(Material("form", facts, compose_paper(facts), on=facts.made))
