"""Every check of the content in one call: of the framework itself, and of what stands around it."""

from pathlib import Path

from ipsskills.framework.background import load_fidelity
from ipsskills.framework.blanks import load_blanks
from ipsskills.framework.content.blanks import find_blank_faults
from ipsskills.framework.content.quality import find_content_faults
from ipsskills.framework.content.releases import find_permanence_faults
from ipsskills.framework.content.systems import find_system_faults
from ipsskills.framework.faults import Fault
from ipsskills.framework.systems.crosswalks import load_crosswalks
from ipsskills.framework.systems.explained import load_explained
from ipsskills.framework.systems.layout import load_systems
from ipsskills.framework.types import Framework


def find_all_faults(framework: Framework, folder: Path | None) -> list[Fault]:
    """Return everything that is wrong with a framework and the other files in use.

    ``folder`` is a service's own. Raises DataFileError if one of the others cannot be read.
    """
    around = load_systems(folder), load_explained(folder), load_crosswalks(folder)
    return [
        *find_content_faults(framework, load_fidelity(folder)),
        *find_permanence_faults(framework),
        *find_system_faults(framework, *around),
        *find_blank_faults(framework, load_blanks(folder)),
    ]
