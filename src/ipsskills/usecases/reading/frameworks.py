"""The framework an assessment was begun with: it is asked, and shown, in those words."""

from ipsskills.framework.load import from_text
from ipsskills.framework.types import Framework
from ipsskills.record.reads import Reads
from ipsskills.record.types import Assessment, FrameworkText


def as_kept(framework: Framework) -> FrameworkText:
    """Return a framework as the record keeps it, named by the hash of its text."""
    return FrameworkText(hash=framework.hash, version=framework.version, text=framework.text)


def framework_of(work: Reads, assessment: Assessment, ours: Framework) -> Framework:
    """Return the framework of an assessment: ours, unless the files were edited since.

    Ours also stands in for a text that this version of the program cannot read any more.
    """
    if assessment.framework == ours.hash:
        return ours
    try:
        return from_text(work.framework_text(assessment.framework) or "")
    except ValueError:
        return ours
